//! `lexicon/hedges.yaml`: words that say how a number is meant.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::schema::{Lent, wording::Operator};

/// Hedges by what they do to a number.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hedges {
    /// What the file is for.
    pub about: String,
    /// What the letters of the groups' sources stand for.
    pub sources: BTreeMap<String, String>,
    /// Groups of one operator and one source each.
    pub hedges: Vec<HedgeGroup>,
    /// Words that may stand between a hedge and its number.
    pub between: Vec<Lent>,
    /// Behind these "up to 17" tells of a rise, and is no bound: "death toll up to 17".
    pub tallies: Vec<Lent>,
}

/// Hedges that mean the same.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HedgeGroup {
    /// What they mean.
    pub operator: Operator,
    /// Where that is known from; [`Hedges::sources`] says what the letters stand for.
    pub source: String,
    /// The number itself is not meant: "fewer than 40" excludes 40.
    #[serde(default)]
    pub excluded: bool,
    /// Phrases left of the number.
    #[serde(default)]
    pub before: Vec<Lent>,
    /// Phrases right of the number.
    #[serde(default)]
    pub after: Vec<Lent>,
    /// Verbs that govern the number and stay outside its span.
    #[serde(default)]
    pub verbs: Vec<Lent>,
}
