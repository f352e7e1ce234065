//! Word lists: `schemas/lexicon/*.yaml`, one struct a file.

pub mod abbreviations;
pub mod attackers;
pub mod boilerplate;
pub mod calendar;
mod grammar;
pub mod guards;
pub mod hedges;
pub mod incidents;
mod irregular;
pub mod nationalities;
pub mod nouns;
pub mod numerals;
pub mod places;
pub mod speech;
pub mod units;
pub mod vague;

pub use abbreviations::Abbreviations;
pub use attackers::DeadAttackers;
pub use boilerplate::Boilerplate;
pub use calendar::Calendar;
pub use grammar::{Cues, Grammar, Modality};
pub use guards::Guards;
pub use hedges::Hedges;
pub use incidents::Incidents;
pub use irregular::Irregular;
pub use nationalities::Nationalities;
pub use nouns::{NounGroup, Nouns};
pub use numerals::Numerals;
pub use places::Places;
pub use speech::Speech;
pub use units::{Currencies, Units};
pub use vague::Vague;

use serde::de::DeserializeOwned;

use super::source::Source;
use super::{Error, file, layer};

/// Every word list, as written in its file and checked.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// Full stops that end no sentence.
    pub abbreviations: Abbreviations,
    /// Lines that are not the article.
    pub boilerplate: Boilerplate,
    /// Months, days and words of time.
    pub calendar: Calendar,
    /// Currencies.
    pub currencies: Currencies,
    /// Closed word classes.
    pub grammar: Grammar,
    /// Numerals that are no figures.
    pub guards: Guards,
    /// Words that say how a number is meant.
    pub hedges: Hedges,
    /// Words that tell of an event.
    pub incidents: Incidents,
    /// Irregular verb forms and plurals.
    pub irregular: Irregular,
    /// Cues of denial, possibility and plan.
    pub modality: Modality,
    /// Countries, their people, and parties to conflicts.
    pub nationalities: Nationalities,
    /// What figures count.
    pub nouns: Nouns,
    /// Number words.
    pub numerals: Numerals,
    /// Places below and above the level of countries.
    pub places: Places,
    /// Who says so.
    pub speech: Speech,
    /// Units of time, parts and measures.
    pub units: Units,
    /// Words for a number that is not given.
    pub vague: Vague,
}

/// Finds a word list by its stem: `nouns`.
pub type Find<'a> = dyn Fn(&str) -> Option<&'a Source> + 'a;

impl Lexicon {
    /// The lists that come with the program.
    ///
    /// # Errors
    /// A built-in file that does not load.
    pub fn built_in() -> Result<Self, Error> {
        let files = layer::built_in();
        Self::load(&|stem| files.get(&format!("lexicon/{stem}")))
    }

    /// The lists that `find` gives: one line a list, `hedges: read(find, "hedges")?`.
    ///
    /// # Errors
    /// A list that is missing or does not load.
    pub fn load(find: &Find<'_>) -> Result<Self, Error> {
        Ok(Self {
            abbreviations: read(find, "abbreviations")?,
            boilerplate: read(find, "boilerplate")?,
            calendar: read(find, "calendar")?,
            currencies: read(find, "currencies")?,
            grammar: read(find, "grammar")?,
            guards: read(find, "guards")?,
            hedges: read(find, "hedges")?,
            incidents: read(find, "incidents")?,
            irregular: read(find, "irregular")?,
            modality: read(find, "modality")?,
            nationalities: read(find, "nationalities")?,
            nouns: read(find, "nouns")?,
            numerals: read(find, "numerals")?,
            places: read(find, "places")?,
            speech: read(find, "speech")?,
            units: read(find, "units")?,
            vague: read(find, "vague")?,
        })
    }
}

/// Reads one list into its mirror type.
///
/// # Errors
/// The list is missing, or is not as its type wants it.
pub fn read<T: DeserializeOwned>(find: &Find<'_>, stem: &str) -> Result<T, Error> {
    let source = find(stem).ok_or_else(|| Error {
        file: format!("schemas/lexicon/{stem}.yaml"),
        line: 0,
        column: 0,
        message: "the word list is missing".to_owned(),
    })?;
    file::read(source)
}
