//! What keeps a story from being read or written.

use std::path::Path;

use crate::schema;

/// Why nothing was read or written. The files are as they were, unless it is [`Unfinished`](Self::Unfinished).
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file of ours has a mistake, or is from a newer version.
    #[error(transparent)]
    File(#[from] schema::Error),
    /// The disk says no.
    #[error("{path}: {what}")]
    Disk {
        /// The file or folder.
        path: String,
        /// What it says.
        what: String,
    },
    /// It was decided, and not every file says so yet. The decision stands: whoever opens the story next carries it out.
    #[error("decided, and not all of it written; the next command finishes it: mend {0}")]
    Unfinished(Box<Error>),
    /// What was asked for is not there, or cannot be done as the files are.
    #[error("{0}")]
    Unknown(String),
}

impl Error {
    /// A fault of the disk at `path`.
    pub fn disk(path: &Path, fault: &std::io::Error) -> Self {
        Self::Disk {
            path: path.display().to_string(),
            what: fault.to_string(),
        }
    }
}
