//! Text and Markdown files: one article each.

use std::path::PathBuf;

use super::draft::Draft;
use super::{Error, front_matter};

/// The article of one text file.
///
/// # Errors
/// Malformed front matter, or nothing after it.
pub(super) fn read(path: Option<PathBuf>, name: &str, text: String) -> Result<Draft, Error> {
    let (metadata, prose_start) = front_matter::read(name, &text)?;
    if text[prose_start..].trim().is_empty() {
        let message = "has front matter and no text; add the article below the second --- line";
        return Err(Error::file(name, message));
    }
    Ok(Draft {
        path,
        record_line: 0,
        metadata,
        text,
        prose_start,
    })
}
