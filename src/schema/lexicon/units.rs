//! `lexicon/units.yaml` and `lexicon/currencies.yaml`: what numbers are measured in.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::decimal::Decimal;
use crate::schema::Lent;

/// Units of time, parts of a hundred, and measures.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Units {
    /// What the file is for.
    pub about: String,
    /// Lengths of time.
    pub durations: Vec<UnitWords>,
    /// One length of time in one word: "weeklong".
    pub long: BTreeMap<String, String>,
    /// Percent and its kin.
    pub percent: Vec<UnitWords>,
    /// Physical units.
    pub measures: Vec<UnitWords>,
}

/// One unit and how it is written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitWords {
    /// Canonical singular.
    pub name: String,
    /// Words and phrases in lower case, found in any case.
    #[serde(default)]
    pub words: Vec<Lent>,
    /// Words left of the number: "magnitude 6.4".
    #[serde(default)]
    pub before: Vec<Lent>,
    /// Signs exactly as written, only after digits.
    #[serde(default)]
    pub signs: Vec<Lent>,
    /// The unit it is given in, when it is but a name for some of another: a fortnight is 2 weeks.
    #[serde(default)]
    pub given_in: Option<String>,
    /// How many of `given_in` one is.
    #[serde(default, deserialize_with = "crate::decimal::optional_from_text")]
    pub times: Option<Decimal>,
    /// The signs are words of their own unless they touch the digits.
    #[serde(default)]
    pub touching: bool,
    /// How many of `base` one is, where compound amounts are added up.
    #[serde(default, deserialize_with = "crate::decimal::optional_from_text")]
    pub size: Option<Decimal>,
    /// The unit that `size` counts.
    #[serde(default)]
    pub base: Option<String>,
}

/// Currencies.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Currencies {
    /// What the file is for.
    pub about: String,
    /// One row a currency.
    pub currencies: Vec<Currency>,
}

/// One currency and how it is written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Currency {
    /// ISO 4217 code in lower case.
    pub name: String,
    /// Signs before or after the digits.
    #[serde(default)]
    pub signs: Vec<Lent>,
    /// Words after the number.
    #[serde(default)]
    pub words: Vec<Lent>,
    /// Words that mean something else unless a scale word stands before them.
    #[serde(default)]
    pub careful: Vec<Lent>,
}
