//! Colour and bold, for terminals that want them. Whatever is coloured also says so in words.

use super::Style;
use super::wrap::{MARK_OFF, MARK_ON};

/// What a stretch of text is, to the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Nothing explains it.
    Alarm,
    /// Look at it.
    Caution,
    /// All is well, or nearly. Not green: next to red it is lost on many.
    Calm,
    /// Beside the point.
    Faint,
}

impl Tone {
    const fn code(self) -> &'static str {
        match self {
            Self::Alarm => "\u{1b}[1;31m",
            Self::Caution => "\u{1b}[33m",
            Self::Calm => "\u{1b}[36m",
            Self::Faint => "\u{1b}[2m",
        }
    }
}

const BOLD: &str = "\u{1b}[1m";
const RESET: &str = "\u{1b}[0m";

/// `text` in `tone`.
pub(crate) fn tone(style: &Style, tone: Tone, text: &str) -> String {
    if style.color && !text.is_empty() {
        format!("{}{text}{RESET}", tone.code())
    } else {
        text.to_owned()
    }
}

/// The marks around a number in its sentence: bold in colour, `[[ ]]` without.
pub(crate) fn marked(style: &Style, before: &str, number: &str, after: &str) -> String {
    if style.color {
        format!("{before}{MARK_ON}{number}{MARK_OFF}{after}")
    } else {
        format!("{before}[[{number}]]{after}")
    }
}

/// Turns marks into escape sequences, closing and reopening them at line ends.
pub(crate) fn bold_marks(text: &str) -> String {
    let mut bold = false;
    let mut painted = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            MARK_ON => {
                bold = true;
                painted.push_str(BOLD);
            }
            MARK_OFF => {
                bold = false;
                painted.push_str(RESET);
            }
            '\n' if bold => {
                painted.push_str(RESET);
                painted.push('\n');
                painted.push_str(BOLD);
            }
            _ => painted.push(character),
        }
    }
    painted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bold_never_runs_over_a_line_end() {
        assert_eq!(
            bold_marks("a \u{1}1\n2\u{2} b"),
            "a \u{1b}[1m1\u{1b}[0m\n\u{1b}[1m2\u{1b}[0m b"
        );
    }

    #[test]
    fn without_colour_nothing_is_escaped() {
        let style = Style {
            width: 80,
            color: false,
            ascii: false,
        };
        assert_eq!(tone(&style, Tone::Alarm, "x"), "x");
        assert_eq!(marked(&style, "a ", "1", " b"), "a [[1]] b");
    }
}
