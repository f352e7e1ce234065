//! Figures in, text out: tables for people, JSON for programs, explanations for whoever doubts either.
//!
//! Takes what the stages before it found, reads nothing else, and judges nothing: a verdict comes from `compare`
//! and is only put into words here. Knows no terminal: width and colour are arguments. Every writer fails only when
//! the writer it is given does.

#[cfg(test)]
mod fixture;
pub mod json;
mod locator;
#[cfg(test)]
mod tests;
mod view;

use std::fmt;

use locator::Locator;
use view::View;

use crate::compare::Comparison;
use crate::ingest::Article;
use crate::numbers::Quantity;
use crate::resolve::Record;
use crate::schema::Schema;
use crate::span::Span;
use crate::text::{Document, Zone};

/// What the stages before found, borrowed.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// What the records' type and aspect numbers point into.
    pub schema: &'a Schema,
    /// All articles read, in any order; [`Record::article`] points into it.
    pub articles: &'a [Article],
    /// The name of each article in tables: the shortest prefix that only it has. Parallel to `articles`; a missing
    /// name is the article's id.
    pub names: &'a [String],
    /// The records of all articles; those of one article in the order of its claims.
    pub records: &'a [Record],
    /// Where each record's claim stands. Parallel to `records`.
    pub settings: &'a [Setting],
    /// The figures and what binds them.
    pub comparison: &'a Comparison,
}

/// The sentence that a claim stands in: all that reports need of a document, so that documents can be dropped once
/// their records are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The sentence, in bytes of the article's text.
    pub sentence: Span,
    /// The part of the article.
    pub zone: Zone,
}

impl Setting {
    /// The setting of one record of `document`.
    pub fn of(document: &Document<'_>, record: &Record) -> Self {
        let claim = &record.claim;
        document.sentences.get(claim.sentence).map_or(
            Self {
                sentence: claim.quantity.span,
                zone: Zone::Body,
            },
            |sentence| Self {
                sentence: sentence.span,
                zone: sentence.zone,
            },
        )
    }
}

/// How a report for people is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Columns of the screen or page. At 60 and below tables become lists; below 40 it is taken as 40.
    pub width: usize,
    /// Colour and bold by escape sequences. Never the only cue.
    pub color: bool,
}

/// What the table does with figures of one reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Singles {
    /// They are counted.
    #[default]
    Count,
    /// They are listed, one line each.
    List,
}

/// What `explain` is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A figure, as an index into [`Comparison::figures`].
    Figure(usize),
    /// A claim, as an index into [`Input::records`].
    Claim(usize),
}

/// What an id names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// The one figure or claim whose id it is, or begins with it.
    Found(Subject),
    /// Several ids begin with it: these, sorted.
    Ambiguous(Vec<String>),
    /// No id begins with it.
    Unknown,
}

/// `diff` for people: a block a figure, worst verdict first, then what binds figures, then the sum.
///
/// # Errors
/// Only those of `out`.
pub fn table(
    _input: &Input<'_>,
    _style: &Style,
    _singles: Singles,
    _out: &mut dyn fmt::Write,
) -> fmt::Result {
    Ok(())
}

/// `diff -f json`: everything, in the published types of [`json`].
///
/// # Errors
/// Only those of `out`.
pub fn json(input: &Input<'_>, out: &mut dyn fmt::Write) -> fmt::Result {
    json::pretty(&json::Output::new(&View::new(input)), out)
}

/// `extract -f jsonl`: one claim a line, by article id and place.
///
/// # Errors
/// Only those of `out`.
pub fn claims_jsonl(input: &Input<'_>, out: &mut dyn fmt::Write) -> fmt::Result {
    let view = View::new(input);
    for index in view.records_in_order() {
        json::line(&json::Claim::new(&view, index), out)?;
    }
    Ok(())
}

/// `extract` and `inspect claims` for people: one claim a row.
///
/// # Errors
/// Only those of `out`.
pub fn claims_table(_input: &Input<'_>, _style: &Style, _out: &mut dyn fmt::Write) -> fmt::Result {
    Ok(())
}

/// `inspect figures -f jsonl`: one figure a line, as in [`json()`].
///
/// # Errors
/// Only those of `out`.
pub fn figures_jsonl(input: &Input<'_>, out: &mut dyn fmt::Write) -> fmt::Result {
    let view = View::new(input);
    for index in 0..input.comparison.figures.len() {
        json::line(&json::Figure::new(&view, index), out)?;
    }
    Ok(())
}

/// `inspect figures` for people: one figure a row.
///
/// # Errors
/// Only those of `out`.
pub fn figures_table(_input: &Input<'_>, _style: &Style, _out: &mut dyn fmt::Write) -> fmt::Result {
    Ok(())
}

/// `inspect numbers -f jsonl`: one numeral of one article a line, guards included.
///
/// # Errors
/// Only those of `out`.
pub fn numbers_jsonl(
    document: &Document<'_>,
    quantities: &[Quantity],
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let locator = Locator::new(std::slice::from_ref(document.article));
    for quantity in quantities {
        json::line(
            &json::inspect::Numeral::new(document, &locator, quantity),
            out,
        )?;
    }
    Ok(())
}

/// `inspect numbers` for people. `name` is the article's short name.
///
/// # Errors
/// Only those of `out`.
pub fn numbers_table(
    _document: &Document<'_>,
    _quantities: &[Quantity],
    _name: &str,
    _style: &Style,
    _out: &mut dyn fmt::Write,
) -> fmt::Result {
    Ok(())
}

/// `inspect sentences -f jsonl`: one sentence of one article a line.
///
/// # Errors
/// Only those of `out`.
pub fn sentences_jsonl(document: &Document<'_>, out: &mut dyn fmt::Write) -> fmt::Result {
    let locator = Locator::new(std::slice::from_ref(document.article));
    for sentence in &document.sentences {
        json::line(
            &json::inspect::Sentence::new(document, &locator, sentence),
            out,
        )?;
    }
    Ok(())
}

/// `inspect sentences` for people. `name` is the article's short name.
///
/// # Errors
/// Only those of `out`.
pub fn sentences_table(
    _document: &Document<'_>,
    _name: &str,
    _style: &Style,
    _out: &mut dyn fmt::Write,
) -> fmt::Result {
    Ok(())
}

/// What `id` names: a figure or claim whose id it is or begins with it, or a claim whose part after `#` it is.
pub fn look_up(_input: &Input<'_>, _id: &str) -> Lookup {
    Lookup::Unknown
}

/// `explain ID`: the sentences, how each number was read, and the tests that led to the verdict.
///
/// # Errors
/// Only those of `out`.
pub fn explain(
    _input: &Input<'_>,
    _style: &Style,
    _subject: Subject,
    _out: &mut dyn fmt::Write,
) -> fmt::Result {
    Ok(())
}

/// `explain FILE:LINE`: every number on that line (from 1) of the article's own text, claim or not, with the reason.
/// `article` is an index into [`Input::articles`], `quantities` are that article's.
///
/// # Errors
/// Only those of `out`.
pub fn explain_line(
    _input: &Input<'_>,
    _style: &Style,
    _article: usize,
    _quantities: &[Quantity],
    _line: usize,
    _out: &mut dyn fmt::Write,
) -> fmt::Result {
    Ok(())
}
