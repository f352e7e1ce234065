//! `lexicon/guards.yaml`: numerals that are no figures.

use serde::Deserialize;

use crate::schema::{Lent, wording::Reason};

/// Words beside a numeral that make it a name, a reference, a rank, a score or an idiom.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guards {
    /// What the file is for.
    pub about: String,
    /// "resolution 1701".
    pub references: Vec<Lent>,
    /// References that count only with a capital letter: "Line 2".
    pub named_references: Vec<Lent>,
    /// "number two".
    pub ranks: Vec<Lent>,
    /// "221 Baker Street".
    pub streets: Vec<Lent>,
    /// "U.S. 76".
    pub roads: Vec<Lent>,
    /// "the 300 block of".
    pub blocks: Vec<Lent>,
    /// "won 3-1".
    pub scores: Vec<Lent>,
    /// Whole phrases.
    pub phrases: Vec<GuardPhrases>,
    /// "rose from 40 to 60": a change, not a range.
    pub changes: Vec<Lent>,
    /// "kilometer 6": a place.
    pub markers: Vec<Lent>,
    /// "call 555 0199".
    pub phones: Vec<Lent>,
    /// Short words that a hyphen joins to a number without making a name of it: "mid-40s".
    pub prefixes: Vec<Lent>,
    /// "he was 34".
    pub persons: Vec<Lent>,
    /// Words before a name that is a place.
    pub places_before: Vec<Lent>,
    /// "aged 9".
    pub aged: Vec<Lent>,
    /// "9 years old".
    pub old: Vec<Lent>,
    /// "9 years of age".
    pub of_age: Vec<Lent>,
    /// Words after which "a day" is a length of time, not a rate.
    pub lengths: Vec<Lent>,
    /// "all day", "the whole week".
    pub whole: Vec<Lent>,
}

/// Phrases with one reason.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuardPhrases {
    /// Why their numerals are no figures.
    pub reason: Reason,
    /// The phrases, in lower case.
    pub words: Vec<Lent>,
}
