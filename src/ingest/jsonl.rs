//! JSON Lines: one article a line.

use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use super::draft::Metadata;

/// One line as written. Other keys are ignored, so that a feed need not be trimmed for us.
#[derive(Debug, Deserialize)]
struct Line {
    #[serde(default)]
    id: Value,
    #[serde(default)]
    title: Value,
    text: Option<String>,
    body: Option<String>,
    #[serde(default)]
    date: Value,
    #[serde(default)]
    source: Value,
    #[serde(default)]
    url: Value,
    #[serde(default)]
    lang: Value,
}

/// True for a name that says so.
pub(super) fn is_lines(path: &Path) -> bool {
    path.extension().is_some_and(|ending| {
        ending.eq_ignore_ascii_case("jsonl") || ending.eq_ignore_ascii_case("ndjson")
    })
}

/// True for a JSON object.
pub(super) fn is_object(line: &str) -> bool {
    line.starts_with('{') && serde_json::from_str::<serde_json::Map<_, Value>>(line).is_ok()
}

/// Metadata and text of one line, or the column and the fault.
pub(super) fn read(line: &str) -> Result<(Metadata, String), (usize, String)> {
    let read: Line = serde_json::from_str(line).map_err(|fault| {
        (
            column(line, fault.column()),
            format!("not an article in JSON: {}", cause(&fault)),
        )
    })?;
    let Some(text) = read.text.or(read.body) else {
        return Err((1, "has neither `text` nor `body`; add one".to_owned()));
    };
    if text.trim().is_empty() {
        return Err((1, "`text` is empty; remove the line".to_owned()));
    }
    if u32::try_from(text.len()).is_err() {
        return Err((1, "`text` is longer than 4 GiB; split it".to_owned()));
    }
    let metadata = Metadata {
        id: words(read.id),
        title: words(read.title),
        date: words(read.date),
        source: words(read.source),
        url: words(read.url),
        lang: words(read.lang),
    };
    Ok((metadata, text))
}

/// A number is as good as a string for an id or a date.
fn words(value: Value) -> Option<String> {
    match value {
        Value::String(words) => Some(words),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The parser counts bytes; people count characters.
fn column(line: &str, bytes: usize) -> usize {
    let before = line.as_bytes().get(..bytes.saturating_sub(1));
    let before = before.unwrap_or(line.as_bytes());
    // A character is counted by its first byte; continuation bytes are 0b10xx_xxxx.
    before.iter().filter(|byte| (**byte & 0xC0) != 0x80).count() + 1
}

/// The fault without the parser's own "at line 1 column 9": the line is the file's, not the record's.
fn cause(fault: &serde_json::Error) -> String {
    let message = fault.to_string();
    match message.rfind(" at line ") {
        Some(at) => message[..at].to_owned(),
        None => message,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deep_nesting_is_a_fault_not_a_crash() {
        let text = format!("{{\"x\":{}", "[".repeat(100_000));
        assert!(read(&text).is_err());
        assert!(!is_object(&text));
    }
}
