//! Claims in, records out: each claim with its scope (who, place, event, basis, as-of) and its source.
//!
//! A slot that the text does not fill stays unknown; nothing is guessed silently.

use crate::calendar::DateRange;
use crate::claims::Claim;
use crate::schema::claim_type::Basis;
use crate::span::Span;

/// A claim with its scope.
#[derive(Clone, Debug)]
pub struct Record {
    /// Content-made id: article id, `#`, and a short hash that survives edits elsewhere in the article.
    pub id: String,
    /// Index of the article among those read.
    pub article: usize,
    /// What was extracted.
    pub claim: Claim,
    /// Who is counted.
    pub who: Who,
    /// Where it happened or holds.
    pub place: Option<Place>,
    /// The event it belongs to.
    pub event: Option<Event>,
    /// A day's count, the toll so far, a stock, a rate.
    pub basis: Basis,
    /// The time of which it speaks.
    pub as_of: AsOf,
    /// Who says so.
    pub source: Source,
}

/// The counted group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Who {
    /// As written; `None` when the text does not say.
    pub text: Option<Span>,
    /// What the words state of the group.
    pub facets: Facets,
}

/// What is stated of a counted group. `None` is unknown, not "any".
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Facets {
    /// Country code (ISO 3166-1 alpha-2), e.g. `IL`, `PS`.
    pub nationality: Option<String>,
    /// civilian, combatant, police, medic, press, aid, hostage, perpetrator, …
    pub role: Option<String>,
    /// child, woman, man, …
    pub age_sex: Option<String>,
}

/// A place with what contains it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Stable id from the gazetteer: `gaza-strip`, `PS`, `rafah`.
    pub id: String,
    /// The name to show.
    pub name: String,
    /// Ids of containing places, nearest first: `["gaza-strip", "PS"]`.
    pub within: Vec<String>,
    /// Where in the text it was read.
    pub span: Option<Span>,
    /// How it was attached.
    pub evidence: Evidence,
}

/// The event a claim belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Id of a named event, or a made one for a discovered event: `strike:beirut:2024-10-21`.
    pub id: String,
    /// The words to show.
    pub label: String,
    /// war, attack, earthquake, … (see `schemas/events/`).
    pub kind: String,
    /// When it happened, or began.
    pub date: DateRange,
    /// It goes on (a war, an epidemic): its figures grow.
    pub ongoing: bool,
    /// Listed in `schemas/events/`, rather than discovered.
    pub named: bool,
    /// Where it happened, as a place id, when known.
    pub place: Option<String>,
    /// How it was attached.
    pub evidence: Evidence,
}

/// How a place or event was attached to a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Evidence {
    /// Named in the claim's clause.
    Clause,
    /// Named in its sentence.
    Sentence,
    /// The article's main event or place: headline, dateline, lead.
    Article,
    /// Follows from another slot: the place of its event.
    Inferred,
}

/// The time of which a claim speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct AsOf {
    /// The possible days.
    pub range: DateRange,
    /// How they are known.
    pub evidence: AsOfEvidence,
}

/// How an as-of is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum AsOfEvidence {
    /// A date in the clause.
    Explicit,
    /// "on Tuesday", "yesterday", counted from the article's date.
    Relative,
    /// The article's date.
    ArticleDate,
    /// Reckoned from the text: "more than 10 months into the war".
    Inferred,
    /// Not known.
    #[default]
    Unknown,
}

/// Who says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// As written.
    pub text: Option<Span>,
    /// One name for all the ways to name it: `gaza-health-ministry`.
    pub family: Option<String>,
    /// How it says so.
    pub stance: Option<Stance>,
}

/// How a source stands to what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// said, reported, confirmed
    Confirmed,
    /// claimed, alleged
    Claimed,
    /// denied, rejected
    Denied,
}

/// Finds who, place, event, basis, as-of and source of claims.
#[derive(Debug)]
pub struct Resolver {}

impl Resolver {
    /// Compiles places, events and speech words.
    pub fn new(_schema: &crate::schema::Schema, _vocabulary: &mut crate::text::Vocabulary) -> Self {
        Self {}
    }

    /// One record a claim, in the same order.
    pub fn resolve(
        &self,
        _article: usize,
        _document: &crate::text::Document<'_>,
        _quantities: &[crate::numbers::Quantity],
        _claims: &[Claim],
    ) -> Vec<Record> {
        Vec::new()
    }
}
