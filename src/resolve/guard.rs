//! What keeps a capitalised run from being the name of a place: "in Congress", "near Elm and Third streets".

use std::cell::{Cell, OnceCell};
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::Resolver;
use super::classes::{
    ARMED, CALENDAR, DETERMINER, JOINT, NO_PLACE, ORGANISATION, REGION, TITLE, VENUE,
};
use super::run::Runs;
use crate::span::Span;
use crate::text::{Document, TokenKind};

/// Last words that make the name of a listed place that of another: "Sacramento County".
const EXTENDS: [&str; 11] = [
    "Lake", "County", "Parish", "Co", "Heights", "Hills", "Park", "Springs", "Falls", "Beach",
    "Township",
];

/// Judges runs of one document.
pub(super) struct Guard<'d> {
    pub(super) resolver: &'d Resolver,
    pub(super) document: &'d Document<'d>,
    pub(super) runs: Runs<'d>,
    /// The words that the document writes small, gathered when first asked for.
    pub(super) small: OnceCell<SmallWords<'d>>,
}

/// The words that a document writes small. Most words asked for are not among them, and a few bits say so. The first few
/// others are looked for one by one; only where more are asked for are all words gathered.
#[derive(Debug)]
pub(super) struct SmallWords<'d> {
    /// A bit for each word's length and first and last byte.
    outlines: [u64; 64],
    n_asked: Cell<usize>,
    words: OnceCell<FxHashSet<&'d str>>,
}

/// How many words are looked for one by one.
const FEW: usize = 8;

impl<'d> SmallWords<'d> {
    fn of(document: &'d Document<'d>) -> Self {
        let mut outlines = [0; 64];
        let text = document.article.text.as_bytes();
        let small = document.tokens.iter();
        for token in small.filter(|token| token.kind == TokenKind::Word) {
            let bytes = token.span.start as usize..token.span.end as usize;
            let (row, bit) = Self::outline(&text[bytes]);
            outlines[row] |= bit;
        }
        Self {
            outlines,
            n_asked: Cell::new(0),
            words: OnceCell::new(),
        }
    }

    fn each(document: &'d Document<'d>) -> impl Iterator<Item = Span> {
        let tokens = document.tokens.iter();
        tokens
            .filter(|token| token.kind == TokenKind::Word)
            .map(|token| token.span)
    }

    /// The row and the bit in which a word is noted.
    fn outline(bytes: &[u8]) -> (usize, u64) {
        let (first, last) = (bytes.first(), bytes.last());
        let (Some(first), Some(last)) = (first, last) else {
            return (0, 1);
        };
        let row = (usize::from(*first) ^ (bytes.len() << 3)) & 63;
        (row, 1 << (last & 63))
    }

    fn has(&self, document: &'d Document<'d>, word: &str) -> bool {
        let (row, bit) = Self::outline(word.as_bytes());
        if self.outlines[row] & bit == 0 {
            return false;
        }
        self.n_asked.set(self.n_asked.get() + 1);
        if self.n_asked.get() <= FEW {
            let mut small = Self::each(document);
            return small.any(|span| span.len() == word.len() && document.slice(span) == word);
        }
        let all = || Self::each(document).map(|span| document.slice(span));
        let words = self.words.get_or_init(|| all().collect());
        words.contains(word)
    }
}

impl Guard<'_> {
    /// True for a word that the document writes small.
    pub(super) fn is_small(&self, word: &str) -> bool {
        let small = self.small.get_or_init(|| SmallWords::of(self.document));
        small.has(self.document, word)
    }

    /// True for short words in capitals, which are a place, or short for something else.
    pub(super) fn is_shouted(&self, name: &Range<usize>) -> bool {
        name.clone().all(|at| {
            let word = self.document.token_text(at);
            word.len() <= 5 && word.chars().all(char::is_uppercase)
        })
    }

    /// True when nothing in the name itself says that it is no place.
    fn may_be_place(&self, name: &Range<usize>) -> bool {
        let tokens = &self.document.tokens[name.clone()];
        let is = |class| move |token: &&crate::text::Token| self.resolver.classes.is(token, class);
        let text = self.document.article.text.as_str();
        let parties = &self.resolver.parties;
        let events = &self.resolver.events;
        let within = &self.document.tokens[..name.end];
        let tells = |at: usize| self.resolver.events.tells(within, text, at);
        let last_is_no_place = tokens
            .last()
            .is_some_and(|last| self.resolver.classes.is(last, NO_PLACE | VENUE));
        !last_is_no_place
            && !tokens
                .iter()
                .any(|token| is(ORGANISATION | TITLE | CALENDAR | DETERMINER | ARMED)(&token))
            && !tokens
                .iter()
                .all(|token| is(REGION | JOINT | NO_PLACE)(&token))
            && !self.is_shouted(name)
            && !name.clone().any(tells)
            && parties
                .longest_before(&self.document.tokens, text, name.start, name.end)
                .is_none()
            && events
                .named_at(&self.document.tokens, text, name.start, name.end)
                .is_none()
    }

    /// True when the words can be the name of a place, and are no common word.
    pub(super) fn is_named(&self, name: &Range<usize>) -> bool {
        self.may_be_place(name) && !self.is_common(name)
    }

    /// True for a word that the article also writes small, and for an adjective before its noun: "in Kurdish areas".
    fn is_common(&self, run: &Range<usize>) -> bool {
        if run.len() > 1 {
            return false;
        }
        let word = self.document.token_text(run.start);
        let adjective = ["ish", "ian", "ean", "ese", "ic"]
            .iter()
            .any(|ending| word.ends_with(ending));
        let before_word = self
            .document
            .tokens
            .get(run.end)
            .is_some_and(|next| next.kind == TokenKind::Word);
        (adjective && before_word) || self.is_small(&word.to_ascii_lowercase())
    }

    /// "near Elm and Third streets"
    pub(super) fn is_corner(&self, run: &Range<usize>, end: usize) -> bool {
        let joined = run.end < end && matches!(self.document.token_text(run.end), "and" | "&");
        let Some(second) = self.runs.at(run.end + 1, end).filter(|_| joined) else {
            return false;
        };
        (second.start..(second.end + 1).min(end))
            .any(|at| self.resolver.classes.is(&self.document.tokens[at], VENUE))
    }

    /// True when the hand-made list has the name, with or without a word like "South" before it.
    pub(super) fn is_listed(&self, name: &Range<usize>) -> bool {
        let text = self.document.article.text.as_str();
        let listed = |from: usize| {
            let found =
                self.resolver
                    .gazetteer
                    .longest_before(&self.document.tokens, text, from, name.end);
            found.is_some_and(|(after, _)| after == name.end)
        };
        let directed = self
            .resolver
            .classes
            .is(&self.document.tokens[name.start], REGION);
        listed(name.start) || (directed && listed(name.start + 1)) || self.begins_listed(name)
    }

    /// "Syria Monitor", but not "Sacramento County".
    fn begins_listed(&self, name: &Range<usize>) -> bool {
        let text = self.document.article.text.as_str();
        let gazetteer = &self.resolver.gazetteer;
        let tokens = &self.document.tokens;
        let found = gazetteer.longest_before(tokens, text, name.start, name.end);
        let last = self.document.token_text(name.end - 1);
        let joined = |after: usize| {
            // "Santa Maria del Valle" is none of the towns that are called Santa Maria.
            after + 1 < name.end
                && self.resolver.classes.is(&tokens[after], JOINT)
                && tokens[after].kind == TokenKind::Word
        };
        found.is_some_and(|(after, found)| {
            !gazetteer.name(found).weak && !EXTENDS.contains(&last) && !joined(after)
        })
    }
}
