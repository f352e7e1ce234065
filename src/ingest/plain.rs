//! Text and Markdown files: one article each.

use std::path::PathBuf;

use super::draft::Draft;
use super::{Error, foreign, front_matter};

/// The article of one text file.
///
/// # Errors
/// Malformed front matter, or nothing after it; and what we print ourselves, whose figures would count twice.
pub(super) fn read(path: Option<PathBuf>, name: &str, text: String) -> Result<Draft, Error> {
    if is_report(&text) {
        let message = "is what figcheck prints, and no article; name the articles that it is about";
        return Err(Error::file(name, message));
    }
    if foreign::is_page(&text) {
        return Err(Error::file(name, foreign::PAGE));
    }
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

/// True of `-f json`.
fn is_report(text: &str) -> bool {
    let inner = text.trim_start().strip_prefix('{');
    inner.is_some_and(|it| it.trim_start().starts_with("\"schema_version\""))
}
