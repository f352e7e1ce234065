//! Phrases whose numerals are no figures: "24/7", "one another", "World War II".

use rustc_hash::FxHashMap;

use super::quantity::Reason;
use super::words::Idiom;
use crate::text::{PhraseTable, Token, TokenKind, Vocabulary, WordId};

/// Guard phrases: those of words alone by word, those with digits by their text.
#[derive(Debug, Default)]
pub(super) struct Idioms {
    worded: PhraseTable<Reason>,
    /// By the first run of digits: what stands before it, what after it, and the reason.
    digits: FxHashMap<Box<str>, Vec<Digits>>,
}

#[derive(Debug)]
struct Digits {
    before: Vec<Box<str>>,
    after: Vec<Box<str>>,
    reason: Reason,
}

impl Idioms {
    pub(super) fn insert(&mut self, vocabulary: &mut Vocabulary, phrase: &str, reason: Reason) {
        let pieces = pieces(phrase);
        let digits = pieces
            .iter()
            .position(|piece| piece.starts_with(|c: char| c.is_ascii_digit()));
        match digits {
            None => self.worded.insert(vocabulary, phrase, reason),
            Some(at) => self
                .digits
                .entry(pieces[at].clone())
                .or_default()
                .push(Digits {
                    before: pieces[..at].to_vec(),
                    after: pieces[at + 1..].to_vec(),
                    reason,
                }),
        }
    }

    /// The words that follow `first` in phrases of words.
    pub(super) fn second_words(&self, first: WordId) -> impl Iterator<Item = WordId> {
        self.worded.second_words(first)
    }

    /// The phrase that begins at `at`, or, for digits, the phrase around the digits at `at`: how many tokens it
    /// covers from `at` on.
    pub(super) fn at(&self, tokens: &[Token], text: &str, at: usize, from: usize) -> Option<Idiom> {
        if tokens[at].kind != TokenKind::Number {
            let found = self.worded.longest_at(tokens, text, at)?;
            return Some(Idiom {
                n_tokens: found.n_tokens,
                reason: found.value,
            });
        }
        let rows = self.digits.get(tokens[at].span.slice(text))?;
        rows.iter().find_map(|row| {
            let start = at
                .checked_sub(row.before.len())
                .filter(|start| *start >= from)?;
            let matches = |at: usize, piece: &str| {
                tokens
                    .get(at)
                    .is_some_and(|token| token.span.slice(text).eq_ignore_ascii_case(piece))
            };
            let before = (start..at).zip(&row.before);
            let after = (at + 1..).zip(&row.after);
            before
                .chain(after)
                .all(|(at, piece)| matches(at, piece))
                .then(|| Idiom {
                    n_tokens: 1 + row.after.len(),
                    reason: row.reason,
                })
        })
    }
}

/// Runs of letters, runs of digits and single marks.
fn pieces(phrase: &str) -> Vec<Box<str>> {
    let mut pieces: Vec<String> = Vec::new();
    let mut last = ' ';
    for character in phrase.chars() {
        let joins = |a: char, b: char| {
            (a.is_ascii_digit() && b.is_ascii_digit()) || (a.is_alphabetic() && b.is_alphabetic())
        };
        if !character.is_whitespace() {
            match pieces.last_mut() {
                Some(piece) if joins(last, character) => piece.push(character),
                _ => pieces.push(character.to_string()),
            }
        }
        last = character;
    }
    pieces.into_iter().map(Into::into).collect()
}
