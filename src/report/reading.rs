//! One variant laid out: where it stands, the article's own words, and what we take them for.

use super::excerpt::{Excerpt, Reach};
use super::view::View;
use super::{days, inspect, sanitise, words};
use crate::compare::Variant;

/// One variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    /// The claim shown; `None` of a variant without one.
    pub(crate) claim: Option<usize>,
    /// Article, line and column of the claim shown: "003:9:195".
    pub(crate) place: String,
    /// The article's own words.
    pub(crate) words: String,
    /// In how many places they stand, where that is more than one: " (2 articles)".
    pub(crate) copies: String,
    /// What we take them for.
    pub(crate) meaning: String,
    /// The days of which they speak.
    pub(crate) as_of: String,
    /// Who says so.
    pub(crate) source: String,
}

impl Reading {
    /// A variant of a figure of this claim type, by the claim to show.
    pub(crate) fn of_variant(view: &View<'_>, claim_type: usize, variant: &Variant) -> Self {
        let Some(&claim) = variant.claims.first() else {
            return Self::of_value(view, claim_type, variant, "");
        };
        let record = view.record(claim);
        let text = view.text(claim);
        let source = record.source.text.map(|span| span.slice(text));
        Self {
            claim: Some(claim),
            place: place(view, claim),
            words: own_words(view, claim),
            copies: copies(view, variant),
            source: words::source(source, record.source.stance),
            ..Self::of_value(view, claim_type, variant, text)
        }
    }

    fn of_value(view: &View<'_>, claim_type: usize, variant: &Variant, text: &str) -> Self {
        Self {
            claim: None,
            place: String::new(),
            words: String::new(),
            copies: String::new(),
            meaning: words::reading(&variant.value, view.claim_type(claim_type), text),
            as_of: days::as_of(&variant.as_of),
            source: words::source(None, None),
        }
    }

    /// The words for the cell of a table, and in how many places they stand.
    pub(crate) fn counted(&self) -> String {
        format!("{}{}", self.words, self.copies)
    }

    /// The words for a sentence of ours, in quotation marks: what we count is no part of what they say.
    pub(crate) fn quoted(&self) -> String {
        format!("“{}”{}", self.words, self.copies)
    }

    /// The record at `claim` alone.
    pub(crate) fn of_claim(view: &View<'_>, claim: usize) -> Self {
        let record = view.record(claim);
        let variant = Variant {
            value: record.claim.value.clone(),
            claims: vec![claim],
            as_of: record.as_of,
        };
        Self::of_variant(view, record.claim.claim_type, &variant)
    }
}

/// "003:9:195", or "003:title:12" for a title given apart from the text.
pub(crate) fn place(view: &View<'_>, claim: usize) -> String {
    let article = view.record(claim).article;
    inspect::place(view.article_name(article), view.place(claim))
}

/// The number with its noun, as the article has it: "some 1,200 deaths", "over 91,700 injured".
pub(crate) fn own_words(view: &View<'_>, claim: usize) -> String {
    let (text, claim) = (view.text(claim), &view.record(claim).claim);
    let mut span = claim.quantity.span;
    for next in [claim.counted, Some(claim.trigger.span)]
        .into_iter()
        .flatten()
    {
        let between = text.get(span.end as usize..next.start as usize);
        if between.is_some_and(|gap| gap.trim().is_empty() && !gap.contains('\n')) {
            span = span.join(next);
        }
    }
    sanitise::line(span.slice(text))
}

/// In how many places a variant stands, where that is more than one.
fn copies(view: &View<'_>, variant: &Variant) -> String {
    match (view.n_articles(variant), variant.claims.len()) {
        (0 | 1, 0 | 1) => String::new(),
        (0 | 1, n_claims) => format!(" ({n_claims} times)"),
        (n_articles, _) => format!(" ({n_articles} articles)"),
    }
}

/// The article's name and the sentence of the record at `claim`.
pub(crate) fn excerpt(view: &View<'_>, claim: usize, reach: Reach) -> (String, Excerpt) {
    let record = view.record(claim);
    let name = sanitise::line(view.article_name(record.article));
    let sentence = view.setting(claim).sentence;
    let excerpt = Excerpt::new(
        view.text(claim),
        sentence,
        record.claim.quantity.span,
        reach,
    );
    (name, excerpt)
}
