//! Article, line and column of a span, as a user counts them in his own text.

use std::sync::{Mutex, OnceLock, PoisonError};

use crate::ingest::{Article, Field};
use crate::span::{LineIndex, Position, Span};

/// Turns spans into places. Line starts are read once an article, when first needed.
#[derive(Debug)]
pub(crate) struct Locator<'a> {
    articles: &'a [Article],
    lines: Vec<OnceLock<LineIndex>>,
    /// The last place asked for in each article: byte of the body, and its position.
    last: Vec<Mutex<(u32, Position)>>,
}

/// Where a span stands in the text a user has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// Which text.
    pub(crate) field: Field,
    /// Its bytes in that text.
    pub(crate) span: Span,
    /// Line and column of its first byte in that text.
    pub(crate) position: Position,
}

const START: Position = Position { line: 1, column: 1 };

impl<'a> Locator<'a> {
    /// Places in these articles.
    pub(crate) fn new(articles: &'a [Article]) -> Self {
        Self {
            articles,
            lines: articles.iter().map(|_| OnceLock::new()).collect(),
            last: articles.iter().map(|_| Mutex::new((0, START))).collect(),
        }
    }

    /// The place of `span`, which counts from the start of [`Article::text`].
    pub(crate) fn place(&self, article: usize, span: Span) -> Place {
        let Some(text) = self.articles.get(article) else {
            return Place {
                field: Field::Text,
                span,
                position: START,
            };
        };
        let (field, span) = text.locate(span);
        let position = match field {
            Field::Title => {
                let above = text.text.get(..span.start as usize).unwrap_or_default();
                LineIndex::new(above).position(above, span.start)
            }
            Field::Text => self.in_body(article, text.body(), span.start),
        };
        Place {
            field,
            span,
            position,
        }
    }

    /// Counts columns onward from the last place asked for on the same line, so that a text of one endless line
    /// costs no more than one walk along it.
    fn in_body(&self, article: usize, body: &str, offset: u32) -> Position {
        let lines = self.lines[article].get_or_init(|| LineIndex::new(body));
        let mut last = self.last[article]
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let (at, known) = *last;
        let between = body
            .as_bytes()
            .get(at as usize..offset as usize)
            .unwrap_or_default();
        let position = if at <= offset && !between.contains(&b'\n') {
            // A character is counted by its first byte; continuation bytes are 0b10xx_xxxx.
            let characters = between.iter().filter(|byte| (**byte & 0xC0) != 0x80);
            Position {
                column: known.column + characters.count(),
                ..known
            }
        } else {
            lines.position(body, offset)
        };
        *last = (offset.min(body.len() as u32), position);
        position
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(title: &str, body: &str) -> Article {
        Article::new("a", Some(title).filter(|title| !title.is_empty()), body)
    }

    fn check(title: &str, body: &str, words: &[&str], expected: &[(usize, usize)]) {
        let articles = [article(title, body)];
        let locator = Locator::new(&articles);
        let places: Vec<_> = words
            .iter()
            .map(|word| {
                let at = articles[0].text.find(word).unwrap();
                let place = locator.place(0, Span::new(at, at + word.len()));
                (place.position.line, place.position.column)
            })
            .collect();
        assert_eq!(places, expected);
    }

    #[test]
    fn places_count_from_the_users_own_text() {
        check("Ten dead", "one\n“é” two\nthree", &["two"], &[(2, 5)]);
        check("Ten dead", "one\ntwo", &["dead", "one"], &[(1, 5), (1, 1)]);
    }

    #[test]
    fn order_of_asking_changes_nothing() {
        let body = "é 12 and 13\n14 “15”";
        check(
            "",
            body,
            &["12", "13", "14", "15", "13", "12"],
            &[(1, 3), (1, 10), (2, 1), (2, 5), (1, 10), (1, 3)],
        );
    }
}
