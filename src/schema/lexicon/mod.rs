//! Word lists: `schemas/lexicon/*.yaml`, one struct a file.

pub mod abbreviations;
mod grammar;
mod irregular;
pub mod nouns;

pub use abbreviations::Abbreviations;
pub use grammar::{Cues, Grammar, Modality};
pub use irregular::Irregular;
pub use nouns::{NounGroup, Nouns};

use serde::de::DeserializeOwned;

use super::source::Source;
use super::{Error, file, layer};

/// Every word list, as written in its file and checked.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// Full stops that end no sentence.
    pub abbreviations: Abbreviations,
    /// Closed word classes.
    pub grammar: Grammar,
    /// Irregular verb forms and plurals.
    pub irregular: Irregular,
    /// Cues of denial, possibility and plan.
    pub modality: Modality,
    /// What figures count.
    pub nouns: Nouns,
}

/// Finds a word list by its path below `schemas/`: `lexicon/nouns.yaml`.
pub type Find<'a> = dyn Fn(&str) -> Option<&'a Source> + 'a;

impl Lexicon {
    /// The lists that come with the program.
    ///
    /// # Errors
    /// A built-in file that does not load.
    pub fn built_in() -> Result<Self, Error> {
        let files = layer::built_in();
        Self::load(&|path| files.get(path.trim_end_matches(".yaml")))
    }

    /// The lists that `find` gives.
    ///
    /// # Errors
    /// A list that is missing or does not load.
    pub fn load(find: &Find<'_>) -> Result<Self, Error> {
        Ok(Self {
            abbreviations: load(find, "lexicon/abbreviations.yaml")?,
            grammar: load(find, "lexicon/grammar.yaml")?,
            irregular: load(find, "lexicon/irregular.yaml")?,
            modality: load(find, "lexicon/modality.yaml")?,
            nouns: load(find, "lexicon/nouns.yaml")?,
        })
    }
}

/// One list as its mirror type.
fn load<T: DeserializeOwned>(find: &Find<'_>, path: &str) -> Result<T, Error> {
    let source = find(path).ok_or_else(|| Error {
        file: format!("schemas/{path}"),
        line: 0,
        column: 0,
        message: "the word list is missing".to_owned(),
    })?;
    file::parse(&source.file, &source.text)
}
