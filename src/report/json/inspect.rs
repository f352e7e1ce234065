//! What the first stages saw, as published by `inspect`.

use serde::Serialize;

use super::figure::Figure;
use super::name;
use super::value::{Bounds, Spot, exact, field_name};
use crate::compare::{Inside, Tie};
use crate::numbers::Quantity;
use crate::report::locator::Locator;
use crate::report::view::View;
use crate::text::{self, Document};

/// A numeral or number word, claim or not. The order of the fields is that of the output.
#[derive(Clone, Debug, Serialize)]
pub struct Numeral<'a> {
    /// The article's id.
    pub article: &'a str,
    /// cardinal, ordinal, duration, money, percent, measure, share, age, vague, guard.
    pub kind: &'static str,
    /// Why it is no figure: date, year, time, …; null for a figure.
    pub reason: Option<&'static str>,
    /// The words, hedge included.
    pub text: &'a str,
    /// The number in its written unit; null for vague words and ranges.
    pub number: Option<String>,
    /// The hedge as written.
    pub operator: &'static str,
    /// What an attentive reader takes it for.
    pub core: Bounds,
    /// What a generous reader allows.
    pub support: Bounds,
    /// Where the words are still literally true.
    pub literal: Bounds,
    /// The unit as recognised; null for plain counts.
    pub unit: Option<&'a str>,
    /// Where the words stand.
    pub span: Spot,
    /// "title" when the words stand in a title given apart from the text, which the span then counts from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<&'static str>,
}

/// A sentence, headline or line. The order of the fields is that of the output.
#[derive(Clone, Debug, Serialize)]
pub struct Sentence<'a> {
    /// The article's id.
    pub article: &'a str,
    /// headline, caption, body, quote, tail.
    pub zone: &'static str,
    /// Paragraph, from 0.
    pub paragraph: u32,
    /// The words.
    pub text: &'a str,
    /// Where they stand.
    pub span: Spot,
    /// "title" when the words stand in a title given apart from the text, which the span then counts from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<&'static str>,
}

/// A figure, with how its claims came to be one.
#[derive(Clone, Debug, Serialize)]
pub struct Grouped<'a> {
    /// The figure.
    #[serde(flatten)]
    pub figure: Figure<'a>,
    /// Block keys of its claims, in words.
    pub keys: &'a [String],
    /// Links between claims of different scope, in the order they were taken.
    pub links: Vec<Link<'a>>,
    /// It would have fitted more than one other figure.
    pub ambiguous: bool,
}

/// A link that was taken to make a figure one.
#[derive(Clone, Debug, Serialize)]
pub struct Link<'a> {
    /// Id of a claim of one side.
    pub a: &'a str,
    /// Id of a claim of the other.
    pub b: &'a str,
    /// What one side leaves unknown and the other states: nothing, kind, day, who, place, event.
    pub fills: &'static str,
    /// What both have in common, weighed.
    pub score: u8,
}

impl<'a> Grouped<'a> {
    /// The figure at `index`, made as `inside` says.
    pub(crate) fn new(view: &View<'a>, index: usize, inside: &'a Inside) -> Self {
        let link = |tie: &Tie| Link {
            a: &view.record(tie.a).id,
            b: &view.record(tie.b).id,
            fills: tie.fills,
            score: tie.score,
        };
        Self {
            figure: Figure::new(view, index),
            keys: &inside.keys,
            links: inside.ties.iter().map(link).collect(),
            ambiguous: inside.ambiguous,
        }
    }
}

impl<'a> Numeral<'a> {
    /// A quantity of `document`, which `locator` holds alone.
    pub(crate) fn new(
        document: &Document<'a>,
        locator: &Locator<'_>,
        quantity: &'a Quantity,
    ) -> Self {
        let value = &quantity.value;
        Self {
            article: &document.article.id,
            kind: name::kind(quantity.kind),
            reason: quantity.reason.map(name::reason),
            text: quantity.span.slice(&document.article.text),
            number: value.number.map(exact),
            operator: value.operator.name(),
            core: Bounds::new(&value.core),
            support: Bounds::new(&value.support),
            literal: Bounds::new(&value.literal),
            unit: quantity.unit.as_deref(),
            span: locator.place(0, quantity.span).into(),
            field: field_name(locator.place(0, quantity.span).field),
        }
    }
}

impl<'a> Sentence<'a> {
    /// A sentence of `document`, which `locator` holds alone.
    pub(crate) fn new(
        document: &Document<'a>,
        locator: &Locator<'_>,
        sentence: &text::Sentence,
    ) -> Self {
        Self {
            article: &document.article.id,
            zone: name::zone(sentence.zone),
            paragraph: sentence.paragraph,
            text: sentence.span.slice(&document.article.text),
            span: locator.place(0, sentence.span).into(),
            field: field_name(locator.place(0, sentence.span).field),
        }
    }
}
