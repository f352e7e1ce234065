//! Word lists: `schemas/lexicon/*.yaml`, one struct a file.

mod grammar;
mod irregular;
pub mod nouns;

pub use grammar::{Cues, Grammar, Modality};
pub use irregular::Irregular;
pub use nouns::{NounGroup, Nouns};

use serde::de::DeserializeOwned;

use super::{BUILT_IN, Error, file};

/// Every word list, as written in its file and checked.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// Closed word classes.
    pub grammar: Grammar,
    /// Irregular verb forms and plurals.
    pub irregular: Irregular,
    /// Cues of denial, possibility and plan.
    pub modality: Modality,
    /// What figures count.
    pub nouns: Nouns,
}

impl Lexicon {
    /// The lists that come with the program.
    ///
    /// # Errors
    /// A built-in file that does not load.
    pub fn built_in() -> Result<Self, Error> {
        Ok(Self {
            grammar: load("lexicon/grammar.yaml")?,
            irregular: load("lexicon/irregular.yaml")?,
            modality: load("lexicon/modality.yaml")?,
            nouns: load("lexicon/nouns.yaml")?,
        })
    }
}

/// One built-in file as its mirror type.
fn load<T: DeserializeOwned>(name: &str) -> Result<T, Error> {
    let text = BUILT_IN
        .binary_search_by_key(&name, |(path, _)| path)
        .map_or("", |at| BUILT_IN[at].1);
    file::parse(name, text)
}
