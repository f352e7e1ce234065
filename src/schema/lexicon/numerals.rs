//! `lexicon/numerals.yaml`: words that spell numbers out.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::schema::Lent;

/// Number words, in lower case.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numerals {
    /// What the file is for.
    pub about: String,
    /// zero to nine.
    pub units: BTreeMap<String, u8>,
    /// ten to nineteen.
    pub teens: BTreeMap<String, u8>,
    /// twenty to ninety.
    pub tens: BTreeMap<String, u8>,
    /// dozen, score: they multiply what stands before them.
    pub multiples: BTreeMap<String, u8>,
    /// Scale words by their power of ten.
    pub scales: BTreeMap<String, u8>,
    /// Scale signs after digits.
    pub suffixes: Vec<Suffix>,
    /// first to nineteenth.
    pub ordinals: BTreeMap<String, u8>,
    /// twentieth to ninetieth.
    pub ordinal_tens: BTreeMap<String, u8>,
    /// hundredth and above, by their power of ten.
    pub ordinal_scales: BTreeMap<String, u8>,
    /// st, nd, rd, th.
    pub ordinal_endings: Vec<Lent>,
    /// Fractions: the denominator.
    pub parts: BTreeMap<String, u64>,
    /// Characters that are fractions: numerator and denominator.
    pub signs: BTreeMap<char, (u8, u8)>,
    /// minus, negative.
    pub negative: Vec<Lent>,
    /// point, between a number and its decimals in words.
    pub point: Vec<Lent>,
    /// Nobody: 0 when a word of `harm` follows in the clause.
    pub nobody: Vec<Lent>,
    /// What nobody suffered.
    pub harm: Vec<Lent>,
    /// What there may be none of, beside persons.
    pub nothing_of: Vec<Lent>,
    /// "another 500".
    pub more_before: Vec<Lent>,
    /// "12 more".
    pub more_after: Vec<Lent>,
}

/// A scale sign after digits.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suffix {
    /// As written: "bn", "m".
    pub sign: String,
    /// Its power of ten.
    pub power: u8,
    /// Where it is a scale.
    #[serde(rename = "where")]
    pub place: SuffixPlace,
}

/// Where a sign such as "m" is a scale rather than a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SuffixPlace {
    /// After digits, with or without a space.
    Anywhere,
    /// Touching the digits.
    Attached,
    /// After an amount of money, or touching the digits before a counted noun.
    Counted,
    /// After an amount of money.
    Money,
    /// After digits with a separator, where nothing else stands in the line.
    Alone,
}
