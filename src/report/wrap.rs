//! Lines of a given width. Breaks at spaces; a word that is too long is broken anywhere, unless digits are in it:
//! a number is never broken, it sticks out.

use std::fmt;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Begins a marked stretch of text; takes no column. Cannot come from an article, see [`sanitise`](super::sanitise).
pub(crate) const MARK_ON: char = '\u{1}';
/// Ends a marked stretch.
pub(crate) const MARK_OFF: char = '\u{2}';

/// Columns that `text` takes.
pub(crate) fn width(text: &str) -> usize {
    let marks = text
        .matches([MARK_ON, MARK_OFF])
        .map(UnicodeWidthStr::width)
        .sum::<usize>();
    text.width() - marks
}

/// `text` in lines of at most `limit` columns.
pub(crate) fn lines(text: &str, limit: usize) -> Vec<String> {
    let limit = limit.max(1);
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        for piece in pieces(word, limit) {
            if !line.is_empty() && width(&line) + 1 + width(piece) > limit {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(piece);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The lines of a cell of `limit` columns, closed off where they run from right to left; a cell that fits stays as it
/// is, indented or not.
pub(crate) fn cell(text: &str, limit: usize) -> String {
    if width(text) <= limit {
        return isolated(text.to_owned());
    }
    let lines: Vec<String> = lines(text, limit).into_iter().map(isolated).collect();
    lines.join("\n")
}

/// A line or cell that holds right-to-left letters, closed off, so that it does not turn round what stands beside it.
pub(crate) fn isolated(line: String) -> String {
    if line.contains(is_right_to_left) {
        format!("{ISOLATE}{line}{END_OF_ISOLATE}")
    } else {
        line
    }
}

/// First-strong isolate: its direction is that of its own first letter.
const ISOLATE: char = '\u{2068}';
const END_OF_ISOLATE: char = '\u{2069}';

/// Letters of the scripts that run from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and their kin.
const fn is_right_to_left(letter: char) -> bool {
    matches!(
        letter,
        '\u{590}'..='\u{8FF}'
            | '\u{FB1D}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}'
            | '\u{10800}'..='\u{10FFF}'
            | '\u{1E800}'..='\u{1EFFF}'
    )
}

/// Writes `text` after `label`, wrapped, further lines indented as far as the label reaches.
pub(crate) fn hanging(
    label: &str,
    text: &str,
    limit: usize,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let indent = width(label);
    let lines = lines(text, limit.saturating_sub(indent))
        .into_iter()
        .map(isolated);
    for (at, line) in lines.enumerate() {
        if at == 0 {
            writeln!(out, "{label}{}", line.trim_end())?;
        } else {
            writeln!(out, "{:indent$}{}", "", line.trim_end())?;
        }
    }
    Ok(())
}

/// `word` cut into pieces of at most `limit` columns; whole when it has a digit or fits.
fn pieces(word: &str, limit: usize) -> Vec<&str> {
    if width(word) <= limit || word.contains(char::is_numeric) {
        return vec![word];
    }
    let mut pieces = Vec::new();
    let (mut from, mut columns) = (0, 0);
    for (at, character) in word.char_indices() {
        let wide = character.width().unwrap_or(0);
        if columns + wide > limit && at > from {
            pieces.push(&word[from..at]);
            (from, columns) = (at, 0);
        }
        columns += wide;
    }
    pieces.push(&word[from..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_and_numbers_never() {
        let check = |text: &str, limit: usize, expected: &[&str]| {
            assert_eq!(lines(text, limit), expected);
        };
        check(
            "some 1,200 people died",
            10,
            &["some 1,200", "people", "died"],
        );
        check("a 1,234,567,890 b", 6, &["a", "1,234,567,890", "b"]);
        check("unforeseeable", 5, &["unfor", "eseea", "ble"]);
        check(
            "\u{6c34}\u{6c34}\u{6c34}",
            4,
            &["\u{6c34}\u{6c34}", "\u{6c34}"],
        );
        check("", 10, &[]);
    }

    #[test]
    fn marks_take_no_column() {
        assert_eq!(width("\u{1}40\u{2} dead"), 7);
    }
}
