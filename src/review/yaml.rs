//! Words as YAML: one way to write them, on one line, that any reader of YAML takes back as they were.

use std::fmt::Write as _;

/// `words` in double quotes. What YAML does not allow in a file is written as an escape.
pub(super) fn quoted(words: &str) -> String {
    let mut text = String::with_capacity(words.len() + 2);
    text.push('"');
    for character in words.chars() {
        match character {
            '"' | '\\' => {
                text.push('\\');
                text.push(character);
            }
            '\n' => text.push_str("\\n"),
            '\t' => text.push_str("\\t"),
            _ if is_plain(character) => text.push(character),
            _ => {
                // Writing to a string does not fail.
                let _ = write!(text, "\\U{:08x}", u32::from(character));
            }
        }
    }
    text.push('"');
    text
}

/// What a YAML file may hold as it is, less what breaks lines or marks byte order.
const fn is_plain(character: char) -> bool {
    matches!(character,
        ' '..='~' | '\u{A0}'..='\u{2027}' | '\u{202A}'..='\u{D7FF}' | '\u{E000}'..='\u{FEFE}'
        | '\u{FF00}'..='\u{FFFD}' | '\u{10000}'..='\u{10FFFF}')
}

/// `key: value` pairs in braces; pairs without words are left out.
pub(super) fn map(pairs: &[(&str, String)]) -> String {
    let said: Vec<String> = pairs
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| format!("{key}: {value}"))
        .collect();
    format!("{{{}}}", said.join(", "))
}

/// [`quoted`], but nothing for nothing.
pub(super) fn quoted_if_any(words: &str) -> String {
    if words.is_empty() {
        String::new()
    } else {
        quoted(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn what_is_written_is_read_back(words in proptest::prelude::any::<String>()) {
            let read: String = crate::schema::file::parse("x", &quoted(&words)).unwrap();
            assert_eq!(read, words);
        }
    }
}
