//! `abbreviations.yaml`: words whose full stop need not end a sentence.

use serde::Deserialize;

use crate::schema::Lent;

/// The lists as written: lower case, without the last full stop.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Abbreviations {
    /// What the file is for, in words.
    pub about: String,
    /// With a capital, no sentence ends before a name: "Gen. Moss", "St. Louis".
    pub before_name: Vec<Lent>,
    /// No sentence ends before a number: "No. 2", "Oct. 7".
    pub before_number: Vec<Lent>,
    /// A sentence ends only when the next word is a starter: "Acme Inc. The".
    pub either: Vec<Lent>,
    /// The same for words with a capital only: "Ill." against "ill."
    pub either_capital: Vec<Lent>,
    /// The same for words after a number only: "5 in. The".
    pub units: Vec<Lent>,
    /// Words that begin a sentence and seldom follow an abbreviation within one.
    pub starters: Vec<Lent>,
    /// Words that may follow "a.m." or "p.m." within a sentence.
    pub after_time: Vec<Lent>,
}
