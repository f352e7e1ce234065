//! The word lists compiled: number words, hedges and closed classes.

use super::quantity::Operator;
use super::words::{Cell, Hedge, Mark, Row, Words};
use crate::schema::{Lent, Lexicon};
use crate::text::Vocabulary;

/// Somewhat more words than the lists hold: making room again and again would touch twice the memory.
const TYPICAL_WORDS: usize = 1 << 12;

type CellOf = fn(u8) -> Cell;

impl Words {
    pub(super) fn new(lexicon: &Lexicon, vocabulary: &mut Vocabulary) -> Self {
        let mut words = Self::default();
        words.rows.reserve(TYPICAL_WORDS);
        words.add_closed(vocabulary);
        words.add_numerals(lexicon, vocabulary);
        words.add_units(lexicon, vocabulary);
        words.add_currencies(lexicon, vocabulary);
        words.add_hedges(lexicon, vocabulary);
        words.add_vague(lexicon, vocabulary);
        words.add_calendar(lexicon, vocabulary);
        words.add_guards(lexicon, vocabulary);
        words.add_grammar(lexicon, vocabulary);
        words
    }

    pub(super) fn edit(&mut self, vocabulary: &mut Vocabulary, word: &str) -> &mut Row {
        let index = vocabulary.intern(word).index();
        if self.rows.len() <= index {
            self.rows.resize(index + 1, Row::default());
        }
        &mut self.rows[index]
    }

    pub(super) fn mark<'a>(
        &mut self,
        vocabulary: &mut Vocabulary,
        words: impl IntoIterator<Item = &'a str>,
        mark: Mark,
    ) {
        for word in words {
            self.edit(vocabulary, word).marks.add(mark);
        }
    }

    /// Words and signs whose part in grammar does not change from desk to desk.
    pub(super) fn add_closed(&mut self, vocabulary: &mut Vocabulary) {
        for (mark, list) in CLOSED {
            self.mark(vocabulary, list.split(' '), *mark);
        }
    }

    pub(super) fn add_numerals(&mut self, lexicon: &Lexicon, vocabulary: &mut Vocabulary) {
        let numerals = &lexicon.numerals;
        let lists: [(&_, CellOf); 8] = [
            (&numerals.units, Cell::Unit),
            (&numerals.teens, Cell::Teen),
            (&numerals.tens, Cell::Tens),
            (&numerals.multiples, Cell::Multiple),
            (&numerals.scales, Cell::Scale),
            (&numerals.ordinals, Cell::Ordinal),
            (&numerals.ordinal_tens, Cell::OrdinalTens),
            (&numerals.ordinal_scales, Cell::OrdinalScale),
        ];
        for (list, cell) in lists {
            for (word, value) in list {
                let row = self.edit(vocabulary, word);
                row.cell = cell(*value);
                row.marks.add(Mark::Numeric);
                let is_multiplier = matches!(row.cell, Cell::Scale(_) | Cell::Multiple(_));
                if is_multiplier && word.ends_with('s') {
                    row.marks.add(Mark::Plural);
                }
            }
        }
        // "thirtyfirst", "seventythird": tens and ordinal run together.
        for (tens, ten) in &numerals.tens {
            for (ordinal, one) in numerals.ordinals.iter().filter(|(_, one)| **one < 10) {
                let row = self.edit(vocabulary, &format!("{tens}{ordinal}"));
                row.cell = Cell::OrdinalTens(ten + one);
                row.marks.add(Mark::Numeric);
            }
        }
        for (word, denominator) in &numerals.parts {
            let row = self.edit(vocabulary, word);
            row.part = *denominator;
            row.marks.add(Mark::Numeric);
        }
        for suffix in &numerals.suffixes {
            let word = suffix.sign.to_lowercase();
            self.mark(vocabulary, [word.as_str()], Mark::Suffix);
            self.suffixes
                .insert(suffix.sign.as_str().into(), (suffix.power, suffix.place));
        }
        self.signs = numerals.signs.iter().map(|(k, v)| (*k, *v)).collect();
        self.mark(vocabulary, strings(&numerals.negative), Mark::Negative);
        self.mark(vocabulary, strings(&numerals.point), Mark::Point);
        self.mark(
            vocabulary,
            strings(&numerals.ordinal_endings),
            Mark::OrdinalEnding,
        );
        self.mark(vocabulary, strings(&numerals.harm), Mark::Harm);
        self.mark(vocabulary, strings(&numerals.nothing_of), Mark::NothingOf);
        self.mark(vocabulary, strings(&numerals.more_after), Mark::MoreAfter);
        for phrase in &numerals.nobody {
            self.nobody.insert(vocabulary, phrase, ());
            self.mark_first(vocabulary, phrase);
        }
        for phrase in &numerals.more_before {
            self.more_before.insert(vocabulary, phrase, ());
        }
    }

    /// Lets sentences with the first word of `phrase` be read.
    pub(super) fn mark_first(&mut self, vocabulary: &mut Vocabulary, phrase: &str) {
        let first = phrase.split([' ', '-']).next();
        self.mark(vocabulary, first, Mark::Numeric);
    }

    pub(super) fn add_hedges(&mut self, lexicon: &Lexicon, vocabulary: &mut Vocabulary) {
        for group in &lexicon.hedges.hedges {
            let hedge = Hedge {
                operator: group.operator,
                excluded: group.excluded,
            };
            let signs = |phrases: &[Lent]| -> Vec<(Box<str>, Hedge)> {
                let is_sign = |phrase: &&Lent| !phrase.contains(char::is_alphanumeric);
                let row = |phrase: &Lent| (phrase.replace(' ', "").into(), hedge);
                phrases.iter().filter(is_sign).map(row).collect()
            };
            self.signs_before.extend(signs(&group.before));
            self.signs_after.extend(signs(&group.after));
            for phrase in &group.before {
                self.before.insert(vocabulary, phrase, hedge);
                self.mark(
                    vocabulary,
                    phrase.split([' ', '-']).next(),
                    Mark::HedgeStart,
                );
                if group.operator == Operator::About && !phrase.contains([' ', '-']) {
                    self.mark(vocabulary, [phrase.as_str()], Mark::LooseHedge);
                }
                let n_words = phrase.split([' ', '-']).count();
                self.longest_hedge = self.longest_hedge.max(n_words);
            }
            for phrase in &group.after {
                self.after.insert(vocabulary, phrase, hedge);
            }
            for phrase in &group.verbs {
                self.verbs.insert(vocabulary, phrase, hedge);
            }
        }
        self.mark(
            vocabulary,
            strings(&lexicon.hedges.between),
            Mark::FillerOfHedge,
        );
        self.mark(vocabulary, strings(&lexicon.hedges.tallies), Mark::Tally);
    }

    pub(super) fn add_vague(&mut self, lexicon: &Lexicon, vocabulary: &mut Vocabulary) {
        self.mark(vocabulary, strings(&lexicon.vague.governs), Mark::Governs);
        for count in &lexicon.vague.counts {
            for phrase in &count.words {
                self.vague
                    .insert(vocabulary, phrase, self.vague_counts.len());
                // "a few": the article alone would let every sentence in.
                self.mark_first(vocabulary, phrase.strip_prefix("a ").unwrap_or(phrase));
            }
            self.vague_counts.push(count.clone());
        }
        for share in &lexicon.vague.shares {
            for phrase in &share.words {
                self.shares
                    .insert(vocabulary, phrase, (share.low, share.high));
            }
        }
    }
}

pub(super) fn strings(list: &[Lent]) -> impl Iterator<Item = &str> {
    list.iter().map(Lent::as_str)
}

const CLOSED: &[(Mark, &str)] = &[
    (Mark::A, "a an"),
    (Mark::And, "and &"),
    (Mark::Or, "or"),
    (Mark::Of, "of"),
    (Mark::To, "to"),
    (Mark::From, "from"),
    (Mark::Between, "between"),
    (Mark::Through, "through"),
    (Mark::In, "in"),
    (Mark::Out, "out"),
    (Mark::Per, "per every each"),
    (Mark::No, "no"),
    (Mark::Than, "than"),
    (Mark::Hyphen, "- ‐ ‑"),
    (Mark::Dash, "– — --"),
    (Mark::Slash, "/ ⁄"),
    (Mark::Comma, ","),
    (Mark::Dot, "."),
    (Mark::Colon, ":"),
    (Mark::Percent, "%"),
    (Mark::MinusSign, "- − –"),
    (
        Mark::Article,
        "the a an its his her their our this that these those my your",
    ),
    (Mark::Open, "( [ {"),
    (Mark::Close, ") ] }"),
    (Mark::By, "by"),
    (Mark::Possessive, "'s '"),
    (Mark::Plus, "+"),
    (Mark::Long, "long"),
    (Mark::Last, "last past"),
    (Mark::But, "but"),
    (Mark::At, "at"),
    (Mark::Over, "over"),
    (Mark::Up, "up"),
    (Mark::Another, "another"),
    (Mark::NeedsHyphen, "plus odd"),
    (Mark::Numeric, "half no"),
];
