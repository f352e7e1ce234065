//! The sentence around a number, shortened to what helps to judge it.

use super::sanitise;
use crate::span::Span;

/// A number in its sentence, ready to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Excerpt {
    /// What stands before the number; begins with "…" when cut.
    pub(crate) before: String,
    /// The number.
    pub(crate) number: String,
    /// What stands after it; ends with "…" when cut.
    pub(crate) after: String,
}

/// Characters kept on each side of the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// About a line and a half in all.
    Short,
    /// The sentence, unless it is monstrous.
    Long,
}

impl Reach {
    const fn characters(self) -> usize {
        match self {
            Self::Short => 70,
            Self::Long => 400,
        }
    }
}

impl Excerpt {
    /// The words of `text` at `number` within `sentence`.
    pub(crate) fn new(text: &str, sentence: Span, number: Span, reach: Reach) -> Self {
        let part = |start: u32, end: u32| text.get(start as usize..end as usize).unwrap_or("");
        let before = part(sentence.start, number.start);
        let after = part(number.end, sentence.end);
        Self {
            before: cut_front(before, reach.characters()),
            number: sanitise::line(number.slice(text)),
            after: cut_back(after, reach.characters()),
        }
    }
}

/// A cut that saves fewer characters than this is not made.
const SPARED: usize = 25;

/// The last words of `text`, with the space that ends it.
fn cut_front(text: &str, limit: usize) -> String {
    let kept = match text.char_indices().rev().nth(limit) {
        Some((at, _)) if text[..at].chars().nth(SPARED).is_some() => {
            let tail = &text[at..];
            tail.find(' ').map_or(tail, |space| &tail[space + 1..])
        }
        _ => text,
    };
    let mark = if kept.len() < text.len() { "…" } else { "" };
    let space = if text.ends_with(char::is_whitespace) {
        " "
    } else {
        ""
    };
    format!("{mark}{}{space}", sanitise::line(kept))
}

/// The first words of `text`, with the space that begins it.
fn cut_back(text: &str, limit: usize) -> String {
    let kept = match text.char_indices().nth(limit) {
        Some((at, _)) if text[at..].chars().nth(SPARED).is_some() => {
            let head = &text[..at];
            head.rfind(' ').map_or(head, |space| &head[..space])
        }
        _ => text,
    };
    let mark = if kept.len() < text.len() { "…" } else { "" };
    let space = if text.starts_with(char::is_whitespace) {
        " "
    } else {
        ""
    };
    format!("{space}{}{mark}", sanitise::line(kept))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, number: &str, expected: [&str; 3]) {
        let at = text.find(number).unwrap();
        let excerpt = Excerpt::new(
            text,
            Span::new(0, text.len()),
            Span::new(at, at + number.len()),
            Reach::Short,
        );
        assert_eq!(
            [&*excerpt.before, &excerpt.number, &excerpt.after],
            expected
        );
    }

    #[test]
    fn short_sentences_stay_whole() {
        check("At least 7\tdied.", "7", ["At least ", "7", " died."]);
        check("7", "7", ["", "7", ""]);
    }

    #[test]
    fn long_ones_are_cut_at_words_on_both_sides() {
        let filler = "water ".repeat(40);
        check(
            &format!("{filler}took 12 lives {filler}"),
            "12",
            [
                "…water water water water water water water water water water took ",
                "12",
                " lives water water water water water water water water water water…",
            ],
        );
    }

    #[test]
    fn spans_that_fit_no_text_give_nothing() {
        let excerpt = Excerpt::new("é", Span::new(0, 9), Span::new(1, 5), Reach::Long);
        assert_eq!(excerpt.number, "");
    }
}
