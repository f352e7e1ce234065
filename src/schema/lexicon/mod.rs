//! Word lists: `schemas/lexicon/*.yaml`, one struct a file.

mod irregular;

pub use irregular::Irregular;

use serde::de::DeserializeOwned;

use super::{BUILT_IN, Error, file};

/// Every word list, as written in its file and checked.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// Irregular verb forms and plurals.
    pub irregular: Irregular,
}

impl Lexicon {
    /// The lists that come with the program.
    ///
    /// # Errors
    /// A built-in file that does not load.
    pub fn built_in() -> Result<Self, Error> {
        Ok(Self {
            irregular: list("irregular")?,
        })
    }
}

/// One list by the stem of its file.
fn list<T: DeserializeOwned + Default>(stem: &str) -> Result<T, Error> {
    let name = format!("lexicon/{stem}.yaml");
    match BUILT_IN.iter().find(|(path, _)| *path == name) {
        Some((path, text)) => file::parse(path, text),
        None => Ok(T::default()),
    }
}
