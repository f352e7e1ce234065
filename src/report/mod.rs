//! Figures in, text out: tables for people, JSON for programs, explanations for whoever doubts either.
//!
//! Takes what the stages before it found, reads nothing else, and judges nothing: a verdict comes from `compare`
//! and is only put into words here. Knows no terminal: width and colour are arguments. Every writer fails only when
//! the writer it is given does.

pub mod json;
pub mod notice;

mod ascii;
mod baseline;
mod block;
mod bond;
mod caveat;
mod days;
mod delimited;
mod ending;
mod excerpt;
mod explain;
mod extract;
mod fingerprint;
mod format;
mod github;
mod grouping;
mod header;
mod hidden;
mod html;
mod inspect;
mod layout;
mod ledger;
mod list;
mod locator;
mod lookup;
mod markdown;
mod matrix;
mod paint;
mod phrase;
mod plain;
mod reading;
mod render;
mod rows;
mod sanitise;
mod sarif;
mod severity;
mod sheet;
mod silenced;
mod sum;
mod table;
mod tag;
mod view;
mod words;
mod wrap;
mod xlsx;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;

use std::fmt;

pub(crate) use days::day;
pub(crate) use excerpt::Reach;
pub use ledger::Ledger;
pub(crate) use notice::spot;
pub(crate) use phrase::{in_marks, interval_words, verdict_words};
pub(crate) use reading::{Reading, excerpt};
pub(crate) use sanitise::line as clean;
pub(crate) use view::View;
#[cfg(test)]
pub(crate) use words::{sign as verdict_sign, verdict as verdict_name};

pub use baseline::{Baseline, Since};
pub use format::{Format, Layout, Options, RowsOf, SheetStyle, Singles, Sort};
pub use hidden::Hidden;
pub use lookup::{Lookup, Spot, Subject};
pub use render::{
    claims_csv, claims_jsonl, claims_table, claims_workbook, diff, figures_inside_jsonl,
    figures_jsonl, figures_table, numbers_jsonl, numbers_table, sentences_jsonl, sentences_table,
    workbook,
};
pub use severity::Severity;
pub use silenced::Silenced;
pub use xlsx::WorkbookError;

use crate::claims::Weighed;
use crate::compare::{Comparison, Figure, Trace};
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
    /// The figures and what binds them, as far as they are shown.
    pub comparison: &'a Comparison,
    /// Which records are shown, parallel to the records; without it all are.
    pub shown: Option<&'a [bool]>,
    /// What is not shown; `None` when nobody asked to leave anything out.
    pub hidden: Option<Hidden>,
    /// What suppressions leave out.
    pub silenced: Option<&'a Silenced>,
    /// What was known before; `None` without a baseline.
    pub baseline: Option<&'a Baseline>,
    /// What to type after a command so that it reads the same articles; for hints that can be copied.
    pub again: &'a str,
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
    /// Of signs only those of ASCII; letters stay as they are.
    pub ascii: bool,
}

impl Style {
    /// The same, no narrower than what a report can be set in.
    fn at_least_narrow(self) -> Self {
        Self {
            width: self.width.max(NARROWEST),
            ..self
        }
    }
}

/// The fewest columns that a report is set in.
const NARROWEST: usize = 40;

/// The content of a figure as a baseline keeps it: the same as long as its readings and its verdict are.
pub fn fingerprint(figure: &Figure) -> String {
    fingerprint::of_figure(figure)
}

/// What `id` names: a figure or claim whose id it is or begins with it, or a claim whose part after `#` it is.
pub fn look_up(input: &Input<'_>, id: &str) -> Lookup {
    lookup::look_up(&View::new(input), id)
}

/// The line of an article's file on which its text ends. `article` is an index into [`Input::articles`].
pub fn last_line(input: &Input<'_>, article: usize) -> usize {
    explain::line::last_line(&View::new(input), article)
}

/// `explain ID`: the sentences, how each number was read, and the tests that led to the verdict. `weighed` are the
/// readings of a claim's sentence; none for a figure.
///
/// # Errors
/// Only those of `out`.
pub fn explain(
    input: &Input<'_>,
    style: &Style,
    subject: Subject,
    weighed: &[Weighed],
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let style = style.at_least_narrow();
    ascii::write(&style, out, |out| {
        explain::subject(&View::new(input), &style, subject, weighed, out)
    })
}

/// `explain ID --with ID`: two claims, and the verdict on them or why they were not compared. Both are indices into
/// [`Input::records`]; `trace` is what [`trace`](crate::compare::trace) says of them.
///
/// # Errors
/// Only those of `out`.
pub fn explain_both(
    input: &Input<'_>,
    style: &Style,
    pair: (usize, usize),
    trace: Option<&Trace>,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    ascii::write(style, out, |out| {
        let style = style.at_least_narrow();
        explain::both::write(&View::new(input), &style, pair, trace, out)
    })
}

/// `explain FILE:LINE`: every number on that line of the article's own text or in its title, claim or not, with the reason.
/// `article` is an index into [`Input::articles`]; `quantities` and `weighed` are all of that article's.
///
/// # Errors
/// Only those of `out`.
pub fn explain_line(
    input: &Input<'_>,
    style: &Style,
    article: usize,
    quantities: &[Quantity],
    weighed: &[Weighed],
    spot: Spot,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    ascii::write(style, out, |out| {
        explain::line::write(
            &View::new(input),
            &style.at_least_narrow(),
            article,
            quantities,
            weighed,
            spot,
            out,
        )
    })
}
