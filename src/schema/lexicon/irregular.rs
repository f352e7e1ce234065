//! `lexicon/irregular.yaml`: forms that the spelling rules do not make.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::schema::Lent;

/// Irregular verbs and plurals.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Irregular {
    /// What the file holds.
    pub about: String,
    /// Lemma to past and past participle.
    pub verbs: FxHashMap<String, [String; 2]>,
    /// Verbs that double their last consonant although the rule for short verbs does not see it.
    pub doubling: Vec<Lent>,
    /// Singular to all its plurals.
    pub plurals: FxHashMap<String, Vec<Lent>>,
    /// Nouns in -man with a regular plural.
    pub regular_man: Vec<Lent>,
}
