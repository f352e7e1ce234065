//! What could not be read, where, and what to do.

use crate::schema;

/// A fault in an input: a missing path, a malformed line, an unreadable date.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("{}: {message}", place(.file, *.line, *.column))]
pub struct Error {
    /// The file as the user names it; `-` for standard input.
    pub file: String,
    /// Line from 1; 0 when the fault has no place.
    pub line: usize,
    /// Column in characters from 1; 0 when the fault has no place.
    pub column: usize,
    /// What is wrong and what to do, lower case, without a full stop.
    pub message: String,
}

impl Error {
    /// A fault of a whole file.
    pub(super) fn file(file: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            line: 0,
            column: 0,
            message: message.into(),
        }
    }

    /// The same fault at a line.
    pub(super) fn at_line(self, line: usize) -> Self {
        Self { line, ..self }
    }
}

impl From<schema::Error> for Error {
    fn from(fault: schema::Error) -> Self {
        Self {
            file: fault.file,
            line: fault.line,
            column: fault.column,
            message: fault.message,
        }
    }
}

fn place(file: &str, line: usize, column: usize) -> String {
    match (line, column) {
        (0, _) => file.to_owned(),
        (line, 0) => format!("{file}:{line}"),
        (line, column) => format!("{file}:{line}:{column}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_names_its_place_as_far_as_known() {
        let fault = Error::file("a.txt", "is empty");
        assert_eq!(fault.to_string(), "a.txt: is empty");
        let fault = fault.at_line(3);
        assert_eq!(fault.to_string(), "a.txt:3: is empty");
        let fault = Error { column: 7, ..fault };
        assert_eq!(fault.to_string(), "a.txt:3:7: is empty");
    }
}
