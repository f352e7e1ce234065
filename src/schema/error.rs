//! What is wrong with a YAML file, where, and what to do.

/// A fault in a schema, lexicon or event file.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{file}:{line}:{column}: {message}")]
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
