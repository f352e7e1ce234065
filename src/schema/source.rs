//! A YAML file as text, to say where a mistake stands after YAML itself has been read.

use std::borrow::Cow;

use super::Error;
use crate::span::LineIndex;

/// The longest file that is read, in bytes: ours are under 20 KiB, and more is not a word list.
pub const MAX_BYTES: usize = 1 << 20;

/// A file with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// As the user names it: `schemas/deaths.yaml`.
    pub file: String,
    /// All of it.
    pub text: Cow<'static, str>,
    /// The same content as JSON, for a file that comes with the program.
    pub json: Option<&'static str>,
}

impl Source {
    /// A fault of the file as a whole.
    pub fn fault(&self, message: impl Into<String>) -> Error {
        self.fault_at(None, message.into())
    }

    /// A fault at the words of `path`, each looked for after the one before: `["triggers", "kill", "frames"]`.
    /// `None` when the first of the words is not in the file.
    pub fn fault_along(&self, path: &[&str], message: &str) -> Option<Error> {
        let mut at = None;
        let mut from = 0;
        for word in path {
            match find_word(&self.text[from..], word) {
                Some(found) => {
                    at = Some(from + found);
                    from += found + word.len();
                }
                None if at.is_some() => break,
                None => return None,
            }
        }
        Some(self.fault_at(at, message.to_owned()))
    }

    fn fault_at(&self, at: Option<usize>, message: String) -> Error {
        let place = at.map(|at| LineIndex::new(&self.text).position(&self.text, at as u32));
        Error {
            file: self.file.clone(),
            line: place.map_or(0, |place| place.line),
            column: place.map_or(0, |place| place.column),
            message,
        }
    }
}

/// The byte at which `word` stands on its own in `text`.
fn find_word(text: &str, word: &str) -> Option<usize> {
    let part_of_word = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word)
        .map(|(at, _)| at)
        .find(|at| {
            let before = text[..*at].chars().next_back();
            let after = text[at + word.len()..].chars().next();
            !before.is_some_and(part_of_word) && !after.is_some_and(part_of_word)
        })
        .or_else(|| text.find(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_stands_at_the_last_word_found() {
        let source = Source {
            file: "x.yaml".to_owned(),
            text: "a: killed\ntriggers:\n  - {id: kill, verb: [x]}\n".into(),
            json: None,
        };
        let place = |path: &[&str]| source.fault_along(path, "").map(|e| (e.line, e.column));
        assert_eq!(place(&["triggers", "kill"]), Some((3, 10)));
        assert_eq!(place(&["triggers", "kill", "nowhere"]), Some((3, 10)));
        assert_eq!(place(&["nowhere"]), None);
    }
}
