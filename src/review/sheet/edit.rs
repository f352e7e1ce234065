//! A further entry in a sheet that people edit too: everything else stays byte for byte.

use super::{Entry, Former, Sheet, file};
use crate::schema::anchor;

/// `text` with `entry` in it, and without our remark that nobody had agreed on it. Where the sheet has its key already, the number there becomes a former one, and what
/// people wrote beside it stays.
///
/// # Errors
/// The present entry holds a comment, which would be lost.
pub fn add(text: &str, sheet: &Sheet, entry: &Entry) -> Result<String, String> {
    let text = &file::without_open(text, &entry.key);
    let mut entry = entry.clone();
    // A whole that the sheet does not have is none to it.
    if sheet.entries.iter().all(|it| it.key != entry.part_of) {
        entry.part_of.clear();
    }
    let entry = &entry;
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let Some(known) = sheet.entries.iter().find(|it| it.key == entry.key) else {
        let new = file::lines(entry).replace('\n', line_end);
        let empty = format!("figures: []{line_end}");
        return Ok(match text.strip_suffix(&empty) {
            Some(head) => format!("{head}figures:{line_end}{new}"),
            None if text.contains(&empty) => {
                text.replacen(&empty, &format!("figures:{line_end}{new}"), 1)
            }
            None => appended(text, &new, line_end),
        });
    };
    let merged = merged(known, entry);
    let (start, end) = place(text, &entry.key)
        .ok_or_else(|| format!("{}: change this entry by hand", entry.key))?;
    if anchor::comments(&text[start..end]).next().is_some() {
        return Err(format!(
            "{}: its entry holds a comment, which would be lost; make it a note, or change the entry by hand",
            entry.key
        ));
    }
    let lines = file::lines(&merged).replace('\n', line_end);
    Ok(format!("{}{lines}{}", &text[..start], &text[end..]))
}

/// Before the comments at the end of the file, or at its end.
fn appended(text: &str, new: &str, line_end: &str) -> String {
    let mut head = text.to_owned();
    if !head.ends_with('\n') {
        head.push_str(line_end);
    }
    head + new
}

/// The bytes of the entry with this key: from its dash to the next, or to a line that is none of its own, without the
/// empty lines before that.
fn place(text: &str, key: &str) -> Option<(usize, usize)> {
    let (mut at, mut end) = (0, 0);
    let mut start = None;
    for line in text.split_inclusive('\n') {
        let is_own = line.starts_with([' ', '\r', '\n']);
        if let Some(start) = start.filter(|_| !is_own) {
            return Some((start, end));
        }
        let named = line.strip_prefix("- key:").map(str::trim);
        if named.is_some_and(|it| it.trim_matches(['"', '\'']) == key) {
            start = Some(at);
        }
        at += line.len();
        if !line.trim().is_empty() {
            end = at;
        }
    }
    start.map(|start| (start, end))
}

fn merged(known: &Entry, new: &Entry) -> Entry {
    let mut former = known.former.clone();
    let is_same = known.amount == new.amount;
    if !is_same {
        former.insert(
            0,
            Former {
                amount: known.amount,
                as_of: known.as_of,
            },
        );
    }
    for older in &new.former {
        if !former.iter().any(|it| it.amount == older.amount) && older.amount != new.amount {
            former.push(*older);
        }
    }
    former.retain(|it| it.amount != new.amount);
    let or = |new: &String, known: &String| if new.is_empty() { known } else { new }.clone();
    Entry {
        amount: new.amount,
        as_of: new.as_of.or(known.as_of),
        source: or(&new.source, &known.source),
        url: or(&new.url, &known.url),
        wording: if is_same {
            or(&known.wording, &new.wording)
        } else {
            new.wording.clone()
        },
        part_of: or(&new.part_of, &known.part_of),
        scope: new.scope.clone(),
        former,
        // What people wrote stays theirs; the day to which it held, as its wording, was that of the old number.
        valid_until: known.valid_until.filter(|_| is_same),
        ..known.clone()
    }
}
