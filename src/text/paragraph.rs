//! Lines and paragraphs: which line breaks part, and which only wrap.

use crate::ingest::Article;
use crate::span::Span;

/// A stretch of text in which no sentence is cut by a line break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// Without surrounding white space.
    pub(super) span: Span,
    /// A blank line, or the start of the text, stands before it.
    pub(super) after_blank: bool,
}

/// Shorter lines are not wrapped text but headings, names and credits. Narrow columns of newsprint have 30 and more
/// characters; 40 keeps lists of short items apart.
const SHORTEST_WRAPPED: usize = 40;
/// Longer lines were not wrapped for a screen or a printer.
const LONGEST_WRAPPED: usize = 160;

/// The paragraphs of an article, in order: its title, when given apart, and its prose.
pub(super) fn paragraphs(article: &Article) -> Vec<Paragraph> {
    let mut found = Vec::new();
    if let Some(title) = article.title {
        found.extend(within(&article.text, title));
    }
    found.extend(within(&article.text, article.prose));
    found
}

/// The paragraphs of a stretch of text.
fn within(text: &str, prose: Span) -> Vec<Paragraph> {
    let mut found: Vec<Paragraph> = Vec::new();
    let mut block: Vec<Span> = Vec::new();
    let mut after_blank = true;
    let mut flush = |block: &mut Vec<Span>| {
        join_lines(text, block, after_blank, &mut found);
        after_blank = true;
        block.clear();
    };
    each_line(text, prose, |line| {
        if !line.is_empty() {
            block.push(line);
        } else if !block.is_empty() {
            flush(&mut block);
        }
    });
    flush(&mut block);
    found
}

/// Takes the lines of `prose` without surrounding white space; a blank line is an empty span.
fn each_line(text: &str, prose: Span, mut take: impl FnMut(Span)) {
    let start = prose.start as usize;
    let body = prose.slice(text);
    let mut take = |row: &str| {
        let ends = [row.as_bytes().first(), row.as_bytes().last()];
        // Most lines begin and end with a letter or a mark, and are not looked at further.
        let is_bare = ends.iter().flatten().all(|byte| byte.is_ascii_graphic());
        let trimmed = if is_bare { row } else { row.trim() };
        let at = start + (trimmed.as_ptr() as usize).saturating_sub(body.as_ptr() as usize);
        take(Span::new(at, at + trimmed.len()));
    };
    // The other breaks are rare: one look at the bytes says that the text has none, or a row.
    let plain = !may_break(body);
    for row in body.split('\n') {
        let row = row.strip_suffix('\r').unwrap_or(row);
        if plain || !may_break(row) {
            take(row);
        } else {
            row.split(['\r', '\u{2028}', '\u{2029}', '\u{85}'])
                .for_each(&mut take);
        }
    }
}

/// False for a text without a line break but `\n`: the bytes are folded, since that is done many at a time.
fn may_break(text: &str) -> bool {
    text.bytes().fold(false, |found, byte| {
        found | matches!(byte, b'\r' | 0xC2 | 0xE2)
    })
}

/// Appends the paragraphs of a block of lines without a blank one.
fn join_lines(text: &str, block: &[Span], after_blank: bool, found: &mut Vec<Paragraph>) {
    let Some((first, rest)) = block.split_first() else {
        return;
    };
    let wrapped = is_wrapped(text, block);
    let longest = block.iter().map(|line| line.len()).max().unwrap_or(0);
    found.push(Paragraph {
        span: *first,
        after_blank,
    });
    for (previous, line) in block.iter().zip(rest) {
        let continues = if wrapped {
            // The last line of an inner paragraph is short and closed.
            previous.len() * 10 >= longest * 7 || !ends_closed(previous.slice(text))
        } else {
            continues(previous.slice(text), line.slice(text))
        };
        match found.last_mut() {
            Some(last) if continues => last.span = last.span.join(*line),
            _ => found.push(Paragraph {
                span: *line,
                after_blank: false,
            }),
        }
    }
}

/// True for a block whose lines were broken at a width: at least three, alike in length, of which many that do not
/// begin a sentence follow lines that do not end one.
fn is_wrapped(text: &str, block: &[Span]) -> bool {
    let Some((_, full)) = block.split_last().filter(|(_, full)| full.len() >= 2) else {
        return false;
    };
    let longest = full.iter().map(|line| line.len()).max().unwrap_or(0);
    if !(SHORTEST_WRAPPED..=LONGEST_WRAPPED).contains(&longest) {
        return false;
    }
    let long = full
        .iter()
        .filter(|line| line.len() * 10 >= longest * 7)
        .count();
    let open = full
        .iter()
        .zip(&block[1..])
        .filter(|(line, next)| continues(line.slice(text), next.slice(text)))
        .count();
    // In English prose about seven of ten words begin in lower case; in lists of headlines next to none does.
    long * 10 >= full.len() * 7 && open * 10 >= full.len() * 4
}

/// True when `next` goes on with the sentence of `line`: no stop before, a small letter after.
fn continues(line: &str, next: &str) -> bool {
    (SHORTEST_WRAPPED..=LONGEST_WRAPPED).contains(&line.len())
        && !ends_closed(line)
        && next.chars().next().is_some_and(char::is_lowercase)
}

/// True when a line ends with a stop, quotation marks aside.
fn ends_closed(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', '\'', ')', ']', '*', '_'])
        .ends_with(['.', '!', '?', '…', ':', ';'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = within(text, Span::new(0, text.len()))
            .iter()
            .map(|paragraph| paragraph.span.slice(text))
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn a_line_break_parts_unless_the_line_was_wrapped() {
        check("One.\nTwo.\n\n Three \r\n", &["One.", "Two.", "Three"]);
        check("", &[]);
        check(" \n \n", &[]);
        let wrapped = "Rescuers searched the ruins of the market until\nlate at night and found two more bodies there.";
        check(wrapped, &[wrapped]);
        check(
            "Bridge closed after the flood on Monday morning\nSchools stay shut in the valley for a second week",
            &[
                "Bridge closed after the flood on Monday morning",
                "Schools stay shut in the valley for a second week",
            ],
        );
    }

    #[test]
    fn a_wrapped_block_keeps_its_sentences_whole() {
        let first = "The flood took the old bridge on the night of\nTuesday and two lorries with it, the police said. By\nmorning the river stood four metres above the mark\nand the town was cut off.";
        let second = "Help came by air from the capital at about noon\non Wednesday.";
        check(&format!("{first}\n{second}"), &[first, second]);
    }
}
