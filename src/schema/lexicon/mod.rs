//! Word lists: `schemas/lexicon/*.yaml`, one struct a file.

pub mod abbreviations;
pub mod boilerplate;

use serde::de::DeserializeOwned;

use super::{BUILT_IN, Error, file};

pub use abbreviations::Abbreviations;
pub use boilerplate::Boilerplate;

/// Every word list, as written in its file and checked.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// Full stops that end no sentence.
    pub abbreviations: Abbreviations,
    /// Lines that are not the article.
    pub boilerplate: Boilerplate,
}

impl Lexicon {
    /// The lists that come with the program.
    ///
    /// # Errors
    /// A built-in file that does not load.
    pub fn built_in() -> Result<Self, Error> {
        Ok(Self {
            abbreviations: built_in("lexicon/abbreviations.yaml")?,
            boilerplate: built_in("lexicon/boilerplate.yaml")?,
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
