//! Word lists: `schemas/lexicon/*.yaml`, one struct a file.

pub mod abbreviations;
pub mod calendar;
pub mod guards;
pub mod hedges;
pub mod nouns;
pub mod numerals;
pub mod units;
pub mod vague;

use serde::de::DeserializeOwned;

use super::{BUILT_IN, Error, file};

pub use abbreviations::Abbreviations;
pub use calendar::Calendar;
pub use guards::Guards;
pub use hedges::Hedges;
pub use nouns::{NounGroup, Nouns};
pub use numerals::Numerals;
pub use units::{Currencies, Units};
pub use vague::Vague;

/// Every word list, as written in its file and checked.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// Full stops that end no sentence.
    pub abbreviations: Abbreviations,
    /// What figures count.
    pub nouns: Nouns,
    /// Number words.
    pub numerals: Numerals,
    /// Words that say how a number is meant.
    pub hedges: Hedges,
    /// Words for a number that is not given.
    pub vague: Vague,
    /// Units of time, parts and measures.
    pub units: Units,
    /// Currencies.
    pub currencies: Currencies,
    /// Months, days and words of time.
    pub calendar: Calendar,
    /// Numerals that are no figures.
    pub guards: Guards,
}

impl Lexicon {
    /// The lists that come with the program.
    ///
    /// # Errors
    /// A built-in file that does not load.
    pub fn built_in() -> Result<Self, Error> {
        Ok(Self {
            abbreviations: built_in("lexicon/abbreviations.yaml")?,
            nouns: built_in("lexicon/nouns.yaml")?,
            numerals: built_in("lexicon/numerals.yaml")?,
            hedges: built_in("lexicon/hedges.yaml")?,
            vague: built_in("lexicon/vague.yaml")?,
            units: built_in("lexicon/units.yaml")?,
            currencies: built_in("lexicon/currencies.yaml")?,
            calendar: built_in("lexicon/calendar.yaml")?,
            guards: built_in("lexicon/guards.yaml")?,
        })
    }
}

/// Parses the built-in file at `path` below `schemas/`.
fn built_in<T: DeserializeOwned>(path: &str) -> Result<T, Error> {
    let (_, text) = BUILT_IN
        .iter()
        .find(|(name, _)| *name == path)
        .ok_or_else(|| Error {
            file: path.to_owned(),
            line: 0,
            column: 0,
            message: "built-in file is missing".to_owned(),
        })?;
    file::parse(path, text)
}
