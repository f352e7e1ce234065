//! JSON Lines: one article a line.

use std::path::PathBuf;

use serde::Deserialize;
use serde_json::Value;

use super::Error;
use super::draft::{Draft, Metadata};

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

/// True when the first line that is not empty is a JSON object.
pub(super) fn opens(text: &str) -> bool {
    let line = text.lines().find(|line| !line.trim().is_empty());
    line.is_some_and(|line| {
        line.starts_with('{') && serde_json::from_str::<serde_json::Map<_, Value>>(line).is_ok()
    })
}

/// The articles of one file. A faulty line goes to `problems`; the others still come.
pub(super) fn read(
    path: Option<&PathBuf>,
    name: &str,
    text: &str,
    problems: &mut Vec<Error>,
) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for (at, line) in text.split('\n').enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        match draft(line) {
            Ok((metadata, text)) => drafts.push(Draft {
                path: path.cloned(),
                record_line: at + 1,
                metadata,
                text,
                prose_start: 0,
            }),
            Err((column, message)) => problems.push(Error {
                file: name.to_owned(),
                line: at + 1,
                column,
                message,
            }),
        }
    }
    drafts
}

/// Metadata and text of one line, or the column and the fault.
fn draft(line: &str) -> Result<(Metadata, String), (usize, String)> {
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
    fn a_faulty_line_does_not_hide_the_others() {
        let text = "{\"id\":7,\"text\":\"Two died.\"}\r\n\n{\"id\": é}\n{\"title\":\"x\"}\n{\"body\":\"One.\",\"gold\":[{}]}";
        let mut problems = Vec::new();
        let drafts = read(None, "a.jsonl", text, &mut problems);
        let lines: Vec<usize> = drafts.iter().map(|draft| draft.record_line).collect();
        assert_eq!(lines, [1, 5]);
        assert_eq!(drafts[0].metadata.id.as_deref(), Some("7"));
        let places: Vec<(usize, usize)> = problems.iter().map(|p| (p.line, p.column)).collect();
        assert_eq!(places, [(3, 8), (4, 1)]);
        assert!(!problems[0].message.contains("line"), "{}", problems[0]);
    }

    #[test]
    fn deep_nesting_is_a_fault_not_a_crash() {
        let text = format!("{{\"x\":{}", "[".repeat(100_000));
        let mut problems = Vec::new();
        assert!(read(None, "a.jsonl", &text, &mut problems).is_empty());
        assert_eq!(problems.len(), 1);
    }
}
