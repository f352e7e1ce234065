//! `lexicon/guards.yaml`: numerals that are no figures.

use serde::Deserialize;

use crate::schema::wording::Reason;

/// Words beside a numeral that make it a name, a reference, a rank, a score or an idiom.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guards {
    /// What the file is for.
    pub about: String,
    /// "resolution 1701".
    pub references: Vec<String>,
    /// References that count only with a capital letter: "Line 2".
    pub named_references: Vec<String>,
    /// "number two".
    pub ranks: Vec<String>,
    /// "221 Baker Street".
    pub streets: Vec<String>,
    /// "U.S. 76".
    pub roads: Vec<String>,
    /// "the 300 block of".
    pub blocks: Vec<String>,
    /// "won 3-1".
    pub scores: Vec<String>,
    /// Whole phrases.
    pub phrases: Vec<GuardPhrases>,
    /// "rose from 40 to 60": a change, not a range.
    pub changes: Vec<String>,
    /// "kilometer 6": a place.
    pub markers: Vec<String>,
    /// "call 555 0199".
    pub phones: Vec<String>,
    /// Short words that a hyphen joins to a number without making a name of it: "mid-40s".
    pub prefixes: Vec<String>,
    /// "he was 34".
    pub persons: Vec<String>,
    /// Words before a name that is a place.
    pub places_before: Vec<String>,
    /// "aged 9".
    pub aged: Vec<String>,
    /// "9 years old".
    pub old: Vec<String>,
    /// "9 years of age".
    pub of_age: Vec<String>,
    /// Words after which "a day" is a length of time, not a rate.
    pub lengths: Vec<String>,
    /// "all day", "the whole week".
    pub whole: Vec<String>,
}

/// Phrases with one reason.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuardPhrases {
    /// Why their numerals are no figures.
    pub reason: Reason,
    /// The phrases, in lower case.
    pub words: Vec<String>,
}
