//! Runs of capitalised words: "Pine Hills", "St. Louis", "Ciudad del Este", "al-Hamra".

use std::ops::Range;

use super::classes::{
    BE, BREAK, CALENDAR, Classes, DETERMINER, JOINT, PREPOSITION, RELATIVE, SPEECH,
};
use crate::text::{Document, TokenKind};

/// The most tokens of a run.
const LONGEST: usize = 8;

/// Words that end a run though a capital may make them look like names: "In Elgin Police Said".
const ENDS: super::classes::Class =
    BE | BREAK | CALENDAR | DETERMINER | PREPOSITION | RELATIVE | SPEECH;

/// Reads runs of one document.
#[derive(Clone, Copy)]
pub(super) struct Runs<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) classes: &'d Classes,
}

impl Runs<'_> {
    /// False for a token that no run begins with, at the cost of one look.
    pub(super) fn may_begin(self, at: usize) -> bool {
        match self.document.tokens[at].kind {
            TokenKind::Name => true,
            TokenKind::Word => self.is(at, JOINT),
            TokenKind::Number | TokenKind::Mark => false,
        }
    }

    /// The run that begins at `at`, before `end`.
    pub(super) fn at(self, at: usize, end: usize) -> Option<Range<usize>> {
        let named = self.is_name(at);
        let mut last = if named {
            at
        } else {
            self.after_article(at, end)?
        };
        let goes_on = |next: &usize| {
            // "al-Hamra al-Zahra" is a list that has lost its comma.
            let article = self.document.token_text(next.saturating_sub(1)) == "-";
            named || !article
        };
        while let Some(next) = self.next(last, end.min(at + LONGEST)).filter(goes_on) {
            last = next;
        }
        Some(at..last + 1)
    }

    /// The word of the run after its word at `last`.
    fn next(self, last: usize, end: usize) -> Option<usize> {
        let word = |at: usize| (at < end).then(|| self.document.token_text(at));
        let unspaced = |at: usize| at < end && !self.document.tokens[at].spaced;
        let next = last + 1;
        match word(next)? {
            "." if self.is_saint(last) => {
                (next + 1 < end && self.is_name(next + 1)).then_some(next + 1)
            }
            "-" if unspaced(next) && unspaced(next + 1) => {
                let joins = |at: usize| self.is_name(at) || self.is(at, JOINT);
                if joins(next + 1) {
                    return Some(next + 1);
                }
                None
            }
            _ if next < end && self.is_name(next) && self.document.tokens[next].spaced => {
                Some(next)
            }
            _ if self.is(next, JOINT) && self.document.tokens[next].kind == TokenKind::Word => {
                self.after_joints(next, end)
            }
            _ => None,
        }
    }

    /// The name after "de" or "de la", or that of "al-Zayt" in "Jubb al-Zayt".
    fn after_joints(self, at: usize, end: usize) -> Option<usize> {
        let next = at + 1;
        if next >= end {
            return None;
        }
        if let Some(name) = self.after_article(at, end) {
            return Some(name);
        }
        if self.is_name(next) {
            return Some(next);
        }
        (self.is(next, JOINT) && next + 1 < end && self.is_name(next + 1)).then_some(next + 1)
    }

    /// The name of "al-Hamra", from "al".
    fn after_article(self, at: usize, end: usize) -> Option<usize> {
        let hyphen = at + 1;
        let joined = at + 2 < end
            && self.is(at, JOINT)
            && self.document.is_word(hyphen, "-")
            && !self.document.tokens[hyphen].spaced
            && !self.document.tokens[at + 2].spaced
            && self.is_name(at + 2);
        joined.then_some(at + 2)
    }

    /// A capitalised word that may belong to a name.
    pub(super) fn is_name(self, at: usize) -> bool {
        self.document
            .tokens
            .get(at)
            .is_some_and(|token| token.kind == TokenKind::Name && !self.classes.is(token, ENDS))
    }

    fn is(self, at: usize, classes: super::classes::Class) -> bool {
        self.document
            .tokens
            .get(at)
            .is_some_and(|token| self.classes.is(token, classes))
    }

    fn is_saint(self, at: usize) -> bool {
        let word = self.document.token_text(at);
        ["St", "Ste", "Ft", "Mt"]
            .iter()
            .any(|short| short.eq_ignore_ascii_case(word))
    }
}
