//! Word lists: `schemas/lexicon/*.yaml`, one struct a file.

use super::Error;

/// Every word list, as written in its file and checked.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {}

impl Lexicon {
    /// The lists that come with the program.
    ///
    /// # Errors
    /// A built-in file that does not load.
    pub fn built_in() -> Result<Self, Error> {
        Ok(Self {})
    }
}
