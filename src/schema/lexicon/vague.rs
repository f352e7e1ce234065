//! `lexicon/vague.yaml`: words for a number that is not given.

use serde::Deserialize;

use crate::decimal::Decimal;
use crate::schema::Lent;

/// Vague counts and shares.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vague {
    /// What the file is for.
    pub about: String,
    /// "killing scores": verbs whose object a bare vague word can be.
    pub governs: Vec<Lent>,
    /// "dozens", "several", "tens of thousands".
    pub counts: Vec<VagueCount>,
    /// "most of": a part of a base.
    pub shares: Vec<VagueShare>,
}

/// Phrases for one vague count.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VagueCount {
    /// The phrases, in lower case.
    pub words: Vec<Lent>,
    /// What most readers take it for: lowest and highest, both included.
    pub core: (i64, i64),
    /// What a generous reader allows.
    pub outer: (i64, i64),
    /// Literally true from the lower end of the core up.
    #[serde(default)]
    pub floor: bool,
    /// A scale word after it is multiplied: "several hundred".
    #[serde(default)]
    pub times: bool,
    /// Where it counts at all.
    #[serde(default)]
    pub before: Before,
}

/// What must follow a vague word for it to count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Before {
    /// Nothing in particular.
    #[default]
    Anything,
    /// A scale word: "few hundred".
    Scale,
    /// "of", or a counted noun, "scores of people"; or it stands alone as subject or object, "scores have died".
    Of,
}

/// Phrases for a share of a base, above `low` and at most `high`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VagueShare {
    /// The phrases, in lower case, ending in "of".
    pub words: Vec<Lent>,
    /// The share is greater than this.
    #[serde(deserialize_with = "crate::decimal::from_text")]
    pub low: Decimal,
    /// The share is at most this.
    #[serde(deserialize_with = "crate::decimal::from_text")]
    pub high: Decimal,
}
