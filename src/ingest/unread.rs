//! What stands in a file and is not taken: a date at its head that is not given as one, and the cells of a table. Whoever
//! wrote it there should know that the article is read without it.

use super::draft::Draft;
use super::{Error, parse_date};

/// Lines of a head that are looked at.
const LINES: usize = 8;

/// Words in which a line of a head may begin before its date: "By Ann Quill, May 6, 2031".
const OPENS: [&str; 9] = [
    "by",
    "date",
    "dated",
    "filed",
    "issued",
    "last",
    "posted",
    "published",
    "updated",
];

/// The most words that stand before a date in such a line.
const BEFORE: usize = 6;

/// The keys of front matter that are ours.
const KEYS: [&str; 6] = ["id", "title", "date", "source", "url", "lang"];

/// Keys under which others keep the day of publication.
const DAYS: [&str; 12] = [
    "created",
    "dated",
    "datepublished",
    "day",
    "modified",
    "pubdate",
    "publication_date",
    "publish_date",
    "publishdate",
    "published",
    "published_at",
    "updated",
];

/// The most files of which one kind is told.
const TOLD: usize = 3;

/// What is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A date at the head, of an article that has none otherwise.
    Date,
    /// The rows of a table.
    Table,
}

/// Something in a file that is not taken, and what to tell of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Unread {
    pub(super) kind: Kind,
    note: Error,
}

/// What is not taken of a file: each kind at its first place.
pub(super) fn of(draft: &Draft, name: &str) -> Vec<Unread> {
    let (head, prose) = draft.text.split_at(draft.prose_start);
    let is_dated = draft.metadata.date.is_some();
    let date = untaken(prose).filter(|_| !is_dated);
    let n_before = head.lines().count();
    let below = |found: Option<(usize, String)>| found.map(|(line, it)| (n_before + line, it));
    let other = named_otherwise(head).filter(|_| !is_dated);
    let found = [
        (Kind::Date, other.or(below(date))),
        (Kind::Table, below(table(prose))),
    ];
    let unread = |(kind, found): (Kind, Option<(usize, String)>)| {
        let (line, message) = found?;
        let note = Error::file(name, message).at_line(line);
        Some(Unread { kind, note })
    };
    found.into_iter().filter_map(unread).collect()
}

/// A day that the front matter gives under a key that is not ours: its line, from 1, and the words.
fn named_otherwise(head: &str) -> Option<(usize, String)> {
    let mut lines = head.lines().zip(1..);
    lines.find_map(|(line, at)| {
        let (key, value) = line.split_once(':')?;
        let is_day = DAYS.iter().any(|it| key.trim().eq_ignore_ascii_case(it));
        let value = value.trim().trim_matches(['"', '\'']);
        let day = parse_date(value).filter(|_| is_day)?;
        let message = format!(
            "\"{}\" is not taken for the article's date; write \"date: {day}\"",
            line.trim()
        );
        Some((at, message))
    })
}

/// Notes on a few of many such files, and how many there are more.
pub(super) fn told(mut unread: Vec<Unread>) -> Vec<Error> {
    unread.sort();
    let mut notes = Vec::new();
    for (kind, what) in [
        (Kind::Date, "a date at the head is not taken"),
        (Kind::Table, "a table is not read"),
    ] {
        let of_kind = unread.iter().filter(|it| it.kind == kind);
        notes.extend(of_kind.clone().take(TOLD).map(|it| it.note.clone()));
        let n_more = of_kind.clone().count().saturating_sub(TOLD);
        if let (Some(last), 1..) = (of_kind.clone().nth(TOLD - 1), n_more) {
            let files = if n_more == 1 { "file" } else { "files" };
            let message = format!("{what} in {n_more} further {files} either");
            let Error { file, line, .. } = &last.note;
            notes.push(Error::file(file.clone(), message).at_line(*line));
        }
    }
    notes
}

/// The first line of a table in Markdown that holds numbers: its cells are no sentences.
fn table(text: &str) -> Option<(usize, String)> {
    let is_rule = |line: &str| {
        let line = line.trim();
        line.contains('|') && line.contains("--") && line.chars().all(|it| "|-: ".contains(it))
    };
    let mut lines = text.lines().zip(1..).skip_while(|(line, _)| !is_rule(line));
    let (_, at) = lines.next()?;
    let mut rows = lines
        .map(|(line, _)| line)
        .take_while(|line| line.contains('|'));
    let counts = rows.any(|row| row.contains(|it: char| it.is_ascii_digit()));
    let message = "a table, whose cells are not read: figures are read from sentences";
    counts.then(|| (at, message.to_owned()))
}

/// What to tell of a text that was read without front matter and has no date otherwise: the line, from 1, and the words.
pub(super) fn untaken(text: &str) -> Option<(usize, String)> {
    if let Some(line) = unclosed(text) {
        let message =
            "front matter that is not closed, and is read as text; put a line of --- below it";
        return Some((line, message.to_owned()));
    }
    let lines = text.lines().zip(1..);
    let mut lines = lines
        .filter(|(line, _)| !line.trim().is_empty())
        .take(LINES);
    let (words, line) = lines.find_map(|(line, at)| Some((date(line)?, at)))?;
    let write = match parse_date(words) {
        Some(day) => format!("date: {day}"),
        None => "date: 2024-09-07".to_owned(),
    };
    let message = format!(
        "\"{words}\" is not taken for the article's date; write \"{write}\" between two lines of --- at the head, or give \
         the date in a --manifest"
    );
    Some((line, message))
}

/// The first line of front matter that is opened and never closed.
fn unclosed(text: &str) -> Option<usize> {
    let mut lines = text.lines();
    let opens = lines.next()?.trim_end() == "---";
    let (key, _) = lines.next()?.split_once(':')?;
    (opens && KEYS.contains(&key.trim())).then_some(1)
}

/// The date with which a line of a head ends, where it says little else.
fn date(line: &str) -> Option<&str> {
    let line = line.trim().trim_start_matches(['#', '*', '_']).trim_start();
    // Of a long line nothing need be tried.
    if line.len() > 120 {
        return None;
    }
    let starts = line.char_indices().filter(|(at, it)| {
        let before = line[..*at].chars().next_back();
        it.is_alphanumeric() && !before.is_some_and(char::is_alphanumeric)
    });
    let (at, _) = starts
        .take(BEFORE + 1)
        .find(|(at, _)| is_date(&line[*at..]))?;
    let before = line[..at].split(|it: char| !it.is_alphanumeric());
    let first = before
        .filter(|it| !it.is_empty())
        .map(str::to_lowercase)
        .next();
    let is_head = first.is_none_or(|first| OPENS.contains(&&*first));
    is_head.then(|| line[at..].trim_end_matches(['*', '_', ' ']))
}

/// True of a date with nothing behind it but a time of day, and of one whose day and month are anybody's guess.
pub(super) fn is_date(words: &str) -> bool {
    let parts: Vec<&str> = words.split_whitespace().collect();
    let is_time = |part: &&str| {
        let bare = part.trim_matches(|it: char| !it.is_alphanumeric());
        let is_short = bare.len() <= 4 && bare.chars().all(char::is_alphabetic);
        bare.is_empty() || is_short || bare.contains(':')
    };
    let ends_with_date = |n: usize| {
        let (date, rest) = parts.split_at(n.min(parts.len()));
        let (date, is_rest) = (date.join(" "), rest.iter().all(is_time));
        is_rest && (parse_date(&date).is_some() || is_ambiguous(&date))
    };
    // "2031-05-06", "May 6, 2031", "Tuesday, May 6, 2031".
    [1, 3, 4].into_iter().any(ends_with_date)
}

/// "06/05/2031" is two different days in London and New York.
fn is_ambiguous(words: &str) -> bool {
    let parts: Vec<&str> = words.split(['/', '.', '-']).collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let digits = parts
        .iter()
        .all(|it| it.bytes().all(|it| it.is_ascii_digit()));
    digits && matches!(lengths.as_slice(), [1 | 2, 1 | 2, 4])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_at_the_head_is_told() {
        let check = |line: &str, expected: &str| {
            let text = format!("Blast in Leeds\n\n{line}\nFourteen died.\n");
            let (at, message) = untaken(&text).expect(line);
            assert_eq!(at, 3, "{line}");
            assert!(
                message.starts_with(&format!("\"{expected}\" ")),
                "{message}"
            );
        };
        check("May 6, 2031", "May 6, 2031");
        check("2031-05-06", "2031-05-06");
        check("**Tuesday, May 6, 2031**", "Tuesday, May 6, 2031");
        check("Date: 06/05/2031", "06/05/2031");
        check(
            "By Ann Quill | 6 May 2031 10:15 GMT",
            "6 May 2031 10:15 GMT",
        );
        check("Published on 6 May 2031", "6 May 2031");
    }

    #[test]
    fn a_table_with_numbers_is_told() {
        let rows = "| Town | Dead |\n|:---|---:|\n| Calden | 41 |\n";
        assert_eq!(
            table(&format!("Two died.\n\n{rows}")).map(|it| it.0),
            Some(4)
        );
        assert_eq!(table(&rows.replace("41", "some")), None);
        assert_eq!(table("Two died.\n\n---\n\n41 were hurt.\n"), None);
    }

    #[test]
    fn prose_and_headlines_are_none() {
        for line in [
            "Leeds remembers May 6, 2031",
            "By May 6, 2031, fourteen people had been killed in Leeds.",
            "LEEDS, May 6 (QP) - Fourteen people were killed.",
            "14 dead, 30 hurt",
            "3/4/5",
        ] {
            assert_eq!(
                untaken(&format!("{line}\nFourteen died.\n")),
                None,
                "{line}"
            );
        }
    }

    #[test]
    fn front_matter_that_is_open_is_told() {
        assert_eq!(
            untaken("---\ndate: 2031-05-06\n\nTwo died.\n").map(|it| it.0),
            Some(1)
        );
        assert_eq!(untaken("---\nTwo died: a man and a woman.\n"), None);
    }
}
