//! The `reject` lines of a claim type: regular expressions over a sentence.

use std::sync::OnceLock;

use regex::{Error, Regex, RegexBuilder};

/// The memory that one compiled line may take, in bytes.
const MAX_SIZE: usize = 1 << 20;

/// The deepest nesting of groups in a line.
const MAX_DEPTH: u32 = 50;

/// One line, compiled when a sentence first asks for it: most articles meet few types, and compiling the lines of all
/// would be a tenth of start-up.
#[derive(Clone, Debug)]
pub struct Reject {
    line: String,
    compiled: OnceLock<Option<Regex>>,
}

impl Reject {
    /// The line as written.
    pub const fn new(line: String) -> Self {
        Self {
            line,
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
        let compiled = self.compiled.get_or_init(|| self.compile().ok());
        compiled.as_ref().is_some_and(|line| line.is_match(text))
    }
}

#[cfg(test)]
mod tests {
    use crate::schema::Schema;

    #[test]
    fn every_built_in_line_compiles() {
        for kind in &Schema::built_in().unwrap().types {
            for reject in &kind.reject {
                assert!(reject.compile().is_ok(), "{}: {}", kind.name, reject.line());
            }
        }
    }
}
