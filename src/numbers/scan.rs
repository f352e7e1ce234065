//! One sentence under the eye of the reader: its tokens, with what the word lists say of each.

use std::cell::OnceCell;

use super::digits::{self, LoneDot};
use super::starts::Starts;
use super::words::{Cell, Mark, Row, Words};
use crate::span::Span;
use crate::text::{Token, TokenKind};

/// The tokens of one sentence. Indices are the document's; outside the sentence there is nothing.
#[derive(Clone, Copy)]
pub(super) struct Scan<'a> {
    pub(super) words: &'a Words,
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) from: usize,
    pub(super) to: usize,
    /// What may begin somewhere in the sentence.
    pub(super) seen: Starts,
    /// Whether the article groups digits by dots somewhere, "1.200.000", once it was asked.
    pub(super) dotted: Option<&'a OnceCell<bool>>,
}

impl<'a> Scan<'a> {
    pub(super) fn token(&self, at: usize) -> Option<&'a Token> {
        if at < self.from || at >= self.to {
            return None;
        }
        self.tokens.get(at)
    }

    pub(super) fn row(&self, at: usize) -> Row {
        self.token(at)
            .map_or_else(Row::default, |token| self.words.row(token.word))
    }

    pub(super) fn is(&self, at: usize, mark: Mark) -> bool {
        self.token(at)
            .is_some_and(|token| self.words.has(token.word, mark))
    }

    /// The first token from `at` on at which such a thing may begin; most are passed over at the cost of one look.
    #[inline]
    pub(super) fn next(&self, at: usize, what: Starts) -> Option<usize> {
        let tokens = self.tokens.get(at..self.to)?;
        let begins = |token: &Token| {
            token.kind == TokenKind::Number || self.words.starts(token.word).meets(what)
        };
        Some(at + tokens.iter().position(begins)?)
    }

    /// True when such a thing may begin at `at`: false for most tokens, at the cost of one look.
    pub(super) fn starts(&self, at: usize, what: Starts) -> bool {
        let Some(token) = self.token(at) else {
            return false;
        };
        if token.kind == TokenKind::Number {
            return true;
        }
        let own = self.words.starts(token.word);
        if !own.meets(what) {
            return false;
        }
        let before_number = match token.kind {
            TokenKind::Mark => Starts::SIGN,
            _ if own.meets(Starts::ARTICLE) => Starts::AFTER_ARTICLE,
            _ => return true,
        };
        self.token(at + 1).is_some_and(|next| {
            next.kind == TokenKind::Number || self.words.starts(next.word).meets(before_number)
        })
    }

    /// True when some number of the article has dots between groups of three: "1.200.000".
    pub(super) fn is_dotted(&self) -> bool {
        let dots = |text: &str| text.bytes().filter(|byte| *byte == b'.').count();
        let grouped = || {
            let long = |token: &&Token| token.kind == TokenKind::Number && token.span.len() > 8;
            self.tokens
                .iter()
                .filter(long)
                .map(|token| token.span.slice(self.text))
                .any(|text| dots(text) > 1 && digits::read(text, LoneDot::Decimal).is_ok())
        };
        self.dotted.is_some_and(|known| *known.get_or_init(grouped))
    }

    /// A sign or code of money, as one token: "$", "USD".
    pub(super) fn is_money(&self, at: usize) -> bool {
        self.is(at, Mark::MoneySign) && self.words.money_signs.contains_key(self.str(at))
    }

    pub(super) fn cell(&self, at: usize) -> Cell {
        self.row(at).cell
    }

    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.token(at).map(|token| token.kind)
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Number)
    }

    pub(super) fn is_name(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Name)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(TokenKind::Name | TokenKind::Word))
    }

    pub(super) fn str(&self, at: usize) -> &'a str {
        self.token(at)
            .map_or("", |token| token.span.slice(self.text))
    }

    /// True when the token at `at` touches the one before it.
    pub(super) fn glued(&self, at: usize) -> bool {
        at > self.from && self.token(at).is_some_and(|token| !token.spaced)
    }

    /// True when a number that ends at token `last` fills the line, as in a cell of a table: "- 10 k", "-.5 G".
    pub(super) const fn fills_line(&self, last: usize) -> bool {
        last + 1 == self.to && last <= self.from + 3
    }

    /// True for a hyphen that touches both neighbours. Some outlets print "13–year–old" with dashes.
    pub(super) fn hyphen(&self, at: usize) -> bool {
        let joins = self.is(at, Mark::Hyphen)
            || self.is(at, Mark::Dash) && self.kind(at + 1) == Some(TokenKind::Word);
        joins && self.glued(at) && self.glued(at + 1)
    }

    /// The index before `at`, if it lies in the sentence.
    pub(super) fn before(&self, at: usize, back: usize) -> Option<usize> {
        at.checked_sub(back).filter(|at| *at >= self.from)
    }

    /// True when the token `back` places before `at` has the mark.
    pub(super) fn is_before(&self, at: usize, back: usize, mark: Mark) -> bool {
        self.before(at, back).is_some_and(|at| self.is(at, mark))
    }

    /// The bytes of the tokens `from..to`, which must not be empty.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        self.tokens[from].span.join(self.tokens[to - 1].span)
    }

    /// True for a word that can be counted: a listed noun, or a plural by its look.
    pub(super) fn is_countable(&self, at: usize) -> bool {
        self.is(at, Mark::Noun) || self.is_plural(at)
    }

    /// True for a lower-case word that looks like a plural.
    pub(super) fn is_plural(&self, at: usize) -> bool {
        let word = self.str(at);
        self.kind(at) == Some(TokenKind::Word)
            && word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss")
            && !word.ends_with("us")
    }
}
