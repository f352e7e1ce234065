//! Word lists: `schemas/lexicon/*.yaml`, one struct a file.

pub mod nouns;
pub mod abbreviations;

use serde::de::DeserializeOwned;

use super::{BUILT_IN, Error, file};
pub use nouns::{NounGroup, Nouns};

pub use abbreviations::Abbreviations;
use serde::de::DeserializeOwned;

use super::source::Source;
use super::{Error, file, layer};

/// Every word list, as written in its file and checked.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// What figures count.
    pub nouns: Nouns,
    /// Full stops that end no sentence.
    pub abbreviations: Abbreviations,
}

/// Finds a word list by its stem: `hedges`.
pub type Find<'a> = dyn Fn(&str) -> Option<&'a Source> + 'a;

impl Lexicon {
    /// The lists that come with the program.
    ///
    /// # Errors
    /// A built-in file that does not load.
    pub fn built_in() -> Result<Self, Error> {
        Ok(Self {
            nouns: load("lexicon/nouns.yaml")?,
            abbreviations: built_in("lexicon/abbreviations.yaml")?,
        })
    }
}

/// One built-in file as its mirror type.
fn load<T: DeserializeOwned>(name: &str) -> Result<T, Error> {
    let text = BUILT_IN
        .binary_search_by_key(&name, |(path, _)| path)
        .map_or("", |at| BUILT_IN[at].1);
    file::parse(name, text)
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
        let files = layer::built_in();
        Self::load(&|stem| files.get(&format!("lexicon/{stem}")))
    }

    /// The lists that `find` gives: one line a list, `hedges: read(find, "hedges")?`.
    ///
    /// # Errors
    /// A list that is missing or does not load.
    pub fn load(_find: &Find<'_>) -> Result<Self, Error> {
        Ok(Self {})
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
    file::parse(&source.file, &source.text)
}
