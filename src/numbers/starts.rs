//! What may begin at a word, as a few bits a word: most tokens are passed over after one look.

use super::date_table::DateTable;
use super::words::{Cell, Mark, Row, Words};
use crate::text::{Token, TokenKind, Vocabulary, WordId};

/// What may begin at a word, as a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Starts(u16);

impl Starts {
    /// A sentence with such a word is read.
    pub(super) const SENTENCE: Self = Self(1);
    /// A number, or a phrase with a numeral.
    pub(super) const NUMBER: Self = Self(2);
    /// A date.
    pub(super) const DATE: Self = Self(4);
    /// Not a beginning: "ago", without which no length of time is a date.
    pub(super) const AGO: Self = Self(8);

    /// "a", which begins something only before some words.
    pub(super) const ARTICLE: Self = Self(16);
    /// Such a word: a unit, a number word, or the second of a phrase that begins with "a".
    pub(super) const AFTER_ARTICLE: Self = Self(32);
    /// A mark that begins a number only before digits or another such mark.
    pub(super) const SIGN: Self = Self(64);
    /// A guard phrase, which reads no further when there is none.
    pub(super) const IDIOM: Self = Self(128);
    /// Not a beginning: "aged", without which no list of numbers is one of ages.
    pub(super) const AGED: Self = Self(256);
    /// The name of a month, without which no day stands before one.
    pub(super) const MONTH: Self = Self(512);
    /// What digits may begin.
    pub(super) const DIGITS: Self = Self(Self::SENTENCE.0 | Self::NUMBER.0 | Self::DATE.0);
    /// What is looked into from left to right.
    pub(super) const READ: Self = Self(Self::NUMBER.0 | Self::IDIOM.0);

    pub(super) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn when(self, holds: bool) -> Self {
        if holds { self } else { Self(0) }
    }

    fn of(row: Row) -> Self {
        let has = |marks: &[Mark]| marks.iter().any(|mark| row.marks.has(*mark));
        let counts = row.cell != Cell::None || has(&[Mark::A]);
        let number = counts || row.part > 0 || has(&NUMBER);
        let date = counts || row.month > 0 || row.weekday > 0;
        Self::SENTENCE
            .when(has(&[Mark::Numeric]))
            .and(Self::NUMBER.when(number))
            .and(Self::DATE.when(date))
            .and(Self::IDIOM.when(has(&[Mark::IdiomStart])))
            .and(Self::AGO.when(has(&[Mark::Ago])))
            .and(Self::MONTH.when(row.month > 0))
            .and(Self::AGED.when(has(&[Mark::Aged])))
            .and(Self::ARTICLE.when(has(&[Mark::A])))
            .and(Self::AFTER_ARTICLE.when(row.cell != Cell::None || row.part > 0))
            .and(Self::AFTER_ARTICLE.when(has(&[Mark::Duration])))
            .and(Self::SIGN.when(has(&[Mark::MinusSign, Mark::Dot, Mark::MoneySign])))
    }
}

const NUMBER: [Mark; 7] = [
    Mark::No,
    Mark::Negative,
    Mark::MinusSign,
    Mark::Whole,
    Mark::Another,
    Mark::Dot,
    Mark::MoneySign,
];

impl Words {
    /// Notes for every word what may begin at it, once all lists are compiled.
    pub(super) fn note_starts(&mut self, dates: &DateTable, vocabulary: &Vocabulary) {
        let mut starts = vec![Starts::default(); vocabulary.len()];
        for (start, row) in starts.iter_mut().zip(&self.rows) {
            *start = Starts::of(*row);
        }
        let mut note = |words: &mut dyn Iterator<Item = WordId>, what: Starts| {
            words.for_each(|word| starts[word.index()] = starts[word.index()].and(what));
        };
        note(&mut self.shares.first_words(), Starts::NUMBER);
        note(&mut self.vague.first_words(), Starts::NUMBER);
        note(&mut self.nobody.first_words(), Starts::NUMBER);
        note(&mut self.long.first_words(), Starts::NUMBER);
        note(&mut self.vague.first_words(), Starts::DATE);
        for article in ["a", "an"].map(|word| vocabulary.id(word)) {
            let after = Starts::AFTER_ARTICLE;
            note(&mut self.shares.second_words(article), after);
            note(&mut self.vague.second_words(article), after);
            note(&mut self.nobody.second_words(article), after);
            note(&mut self.long.second_words(article), after);
            note(&mut self.idioms.second_words(article), after);
        }
        note(&mut dates.days.first_words(), Starts::DATE);
        note(&mut dates.before.first_words(), Starts::DATE);
        note(&mut dates.windows.first_words(), Starts::DATE);
        self.starts = starts;
    }

    /// What may begin at any of the tokens.
    pub(super) fn seen(&self, tokens: &[Token]) -> Starts {
        tokens.iter().fold(Starts::default(), |seen, token| {
            let own = self.starts(token.word);
            seen.and(if token.kind == TokenKind::Number {
                own.and(Starts::DIGITS)
            } else {
                own
            })
        })
    }

    /// What may begin at the word.
    pub(super) fn starts(&self, word: WordId) -> Starts {
        self.starts.get(word.index()).copied().unwrap_or_default()
    }
}
