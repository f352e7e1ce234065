//! The `reject` lines of a claim type: regular expressions over a sentence.

use std::sync::OnceLock;

use regex::{Error, Regex, RegexBuilder};
use regex_syntax::hir::{Hir, HirKind};

/// The memory that one compiled line may take, in bytes.
const MAX_SIZE: usize = 1 << 20;

/// The deepest nesting of groups in a line.
const MAX_DEPTH: u32 = 50;

/// One line, compiled when a sentence first may hold it: most lines meet none, and compiling those of one type alone
/// would be a tenth of start-up.
#[derive(Clone, Debug)]
pub struct Reject {
    line: String,
    /// What every match holds; empty when nothing is sure.
    needle: OnceLock<String>,
    compiled: OnceLock<Option<Regex>>,
}

impl Reject {
    /// The line as written.
    pub const fn new(line: String) -> Self {
        Self {
            line,
            needle: OnceLock::new(),
            compiled: OnceLock::new(),
        }
    }

    /// The line as written.
    pub fn line(&self) -> &str {
        &self.line
    }

    /// The line compiled.
    ///
    /// # Errors
    /// It is no regular expression, or too large a one.
    pub fn compile(&self) -> Result<Regex, Error> {
        RegexBuilder::new(&self.line)
            .size_limit(MAX_SIZE)
            .nest_limit(MAX_DEPTH)
            .build()
    }

    /// True when the line is found in `text`. A line that does not compile is found nowhere; loading has told of it, and
    /// a test holds that there is none among the built-in ones.
    pub fn is_match(&self, text: &str) -> bool {
        let needle = self.needle.get_or_init(|| needle(&self.line));
        if !text.contains(needle.as_str()) {
            return false;
        }
        let compiled = self.compiled.get_or_init(|| self.compile().ok());
        compiled.as_ref().is_some_and(|line| line.is_match(text))
    }
}

/// The longest run of letters that every match of a line holds.
fn needle(line: &str) -> String {
    let parsed = regex_syntax::parse(line).ok();
    let sure = parsed.as_ref().map(literals).unwrap_or_default();
    // Of equally long ones the first: whichever it is, it only spares work.
    let longest = sure.into_iter().rev().max_by_key(|run| run.len());
    longest.unwrap_or_default().to_owned()
}

/// The runs of letters that must stand in whatever this part matches.
fn literals(part: &Hir) -> Vec<&str> {
    match part.kind() {
        HirKind::Literal(literal) => std::str::from_utf8(&literal.0).into_iter().collect(),
        HirKind::Capture(group) => literals(&group.sub),
        HirKind::Repetition(repeated) if repeated.min > 0 => literals(&repeated.sub),
        HirKind::Concat(parts) => parts.iter().flat_map(literals).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Schema;

    #[test]
    fn a_line_is_looked_for_where_its_letters_stand() {
        for (line, expected) in [
            (r"\bdead (on target|heat)\b", "dead "),
            (r"\btolls? (road|booth)", "toll"),
            ("(?i)dead heat", " "),
            ("(a|b)?", ""),
            ("(ab)+c?", "ab"),
            ("a{2}", "a"),
            ("[", ""),
        ] {
            assert_eq!(needle(line), expected, "{line}");
        }
        let reject = Reject::new(r"\bdead (on target|heat)\b".to_owned());
        assert!(reject.is_match("It was a dead heat."));
        assert!(!reject.is_match("Two dead in the heat."));
        assert!(!reject.is_match("Two died."));
    }

    #[test]
    fn every_built_in_line_compiles() {
        for kind in Schema::built_in().unwrap().types.iter() {
            for reject in &kind.reject {
                assert!(reject.compile().is_ok(), "{}: {}", kind.name, reject.line());
            }
        }
    }
}
