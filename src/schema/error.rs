//! What is wrong with a YAML file, where, and what to do.

use std::fmt;

/// A fault in a schema, lexicon or event file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Error {
    /// The file as the user names it.
    pub file: String,
    /// Line from 1; 0 when the fault has no place.
    pub line: usize,
    /// Column from 1; 0 when the fault has no place.
    pub column: usize,
    /// What is wrong and what to do, lower case, without a full stop.
    pub message: String,
}

impl fmt::Display for Error {
    /// `FILE:LINE:COLUMN: MESSAGE`; without a place, `FILE: MESSAGE`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.file, self.message),
            line => write!(f, "{}:{line}:{}: {}", self.file, self.column, self.message),
        }
    }
}
