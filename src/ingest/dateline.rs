//! The day of publication where it stands as a line of its own at the head: "6 September 2024", "Date: May 6, 2031".

use super::parse_date;
use super::unread::is_date;
use crate::calendar::Date;

/// Lines that are looked at; blank ones are none.
const LINES: usize = 2;
/// The longest such line, in bytes.
const MAX_LINE: usize = 60;

/// A day at the head, and its line, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dateline {
    pub(super) day: Date,
    pub(super) line: usize,
}

/// The day that is all of the first or second line of a text. Where another line is another day the text is a chronicle,
/// and nobody knows which is its own.
pub(super) fn of(text: &str) -> Option<Dateline> {
    // Front matter that is not closed is told as such.
    if text.starts_with("---") {
        return None;
    }
    let lines = text.lines().zip(1..);
    let mut head = lines
        .filter(|(line, _)| !line.trim().is_empty())
        .take(LINES);
    let (day, line) = head.find_map(|(line, at)| Some((day(line)?, at)))?;
    let is_one = text.lines().filter_map(self::day).all(|other| other == day);
    is_one.then_some(Dateline { day, line })
}

/// The day that a line is, with "Date:" before it or not, and the time behind.
fn day(line: &str) -> Option<Date> {
    let line = line.trim().trim_matches(['#', '*', '_', ' ']);
    if line.len() > MAX_LINE || !line.contains(|it: char| it.is_ascii_digit()) {
        return None;
    }
    let words = match line.split_once(':') {
        Some((key, words)) if key.trim().eq_ignore_ascii_case("date") => words.trim(),
        _ => line,
    };
    parse_date(words).filter(|_| is_date(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(&str, usize)>) {
        let found = of(text).map(|it| (it.day.to_string(), it.line));
        let expected = expected.map(|(day, line)| (day.to_owned(), line));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_line_that_is_a_day_is_the_articles() {
        for line in [
            "6 May 2031",
            "May 6, 2031",
            "Tuesday 6 May 2031",
            "**Tuesday, May 6, 2031**",
            "Date: 2031-05-06",
            "6 May 2031 10:15 GMT",
        ] {
            let expected = |at| Some(("2031-05-06", at));
            check(&format!("{line}\nTwo died in Harsk.\n"), expected(1));
            check(&format!("Two die\n\n{line}\n\nTwo died.\n"), expected(3));
        }
    }

    #[test]
    fn other_lines_are_none() {
        check("Harsk remembers May 6, 2031\nTwo died.\n", None);
        check("06/05/2031\nTwo died.\n", None);
        check("HARSK, May 6 - Two died.\n", None);
        check("Two die\nBy Ann Quill\n6 May 2031\nTwo died.\n", None);
    }

    #[test]
    fn a_chronicle_has_no_day_of_its_own() {
        check("6 May 2031\nTwo died.\n\n7 May 2031\nThree died.\n", None);
        check(
            "6 May 2031\nDate: 6 May 2031\nTwo died.\n",
            Some(("2031-05-06", 1)),
        );
    }
}
