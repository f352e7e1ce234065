//! The word lists compiled for reading: one row per word, phrase tables, and signs by their text.

use rustc_hash::{FxHashMap, FxHashSet};

use super::idiom::Idioms;
use super::quantity::{Operator, Reason, Unit};
use crate::decimal::Decimal;
use crate::schema::lexicon::numerals::SuffixPlace;
use crate::schema::lexicon::units::UnitWords;
use crate::schema::lexicon::vague::VagueCount;
use crate::schema::{Lexicon, inflect};
use crate::text::{PhraseTable, Vocabulary, WordId};

/// What a word contributes to a spelled-out number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Cell {
    /// Nothing.
    #[default]
    None,
    /// zero to nine
    Unit(u8),
    /// ten to nineteen
    Teen(u8),
    /// twenty to ninety
    Tens(u8),
    /// dozen, score
    Multiple(u8),
    /// hundred and above, by power of ten
    Scale(u8),
    /// first to nineteenth
    Ordinal(u8),
    /// twentieth to ninetieth
    OrdinalTens(u8),
    /// hundredth and above, by power of ten
    OrdinalScale(u8),
}

type CellOf = fn(u8) -> Cell;

/// A set of [`Mark`]s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(u128);

// One bit a mark.
const _: () = assert!((Mark::Another as u32) < u128::BITS);

impl Marks {
    pub(super) const fn has(self, mark: Mark) -> bool {
        self.0 & (1 << mark as u32) != 0
    }

    const fn add(&mut self, mark: Mark) {
        self.0 |= 1 << mark as u32;
    }
}

/// Parts that a word plays in the rules of this stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A sentence with such a word is read; others are skipped.
    Numeric,
    A,
    And,
    Or,
    Of,
    To,
    From,
    Between,
    Through,
    In,
    Out,
    Per,
    No,
    Than,
    Hyphen,
    Dash,
    Slash,
    Comma,
    Dot,
    Colon,
    Percent,
    Negative,
    MinusSign,
    Point,
    /// Plural of a scale word or dozen.
    Plural,
    Person,
    Noun,
    Harm,
    NothingOf,
    MoreAfter,
    Reference,
    NamedReference,
    Rank,
    Street,
    Block,
    Score,
    Change,
    Aged,
    Old,
    Length,
    Whole,
    Window,
    Ago,
    DayPart,
    IntoMonth,
    DoubtfulMonth,
    FillerOfHedge,
    Article,
    Duration,
    OrdinalEnding,
    Open,
    Close,
    By,
    Possessive,
    Century,
    Plus,
    Long,
    Last,
    NeedsHyphen,
    LooseHedge,
    But,
    At,
    Over,
    Function,
    Another,
}

/// One row a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) cell: Cell,
    pub(super) marks: Marks,
    /// The denominator it names, or 0.
    pub(super) part: u64,
    /// 1 to 12, or 0.
    pub(super) month: u8,
    /// 1 (Monday) to 7, or 0.
    pub(super) weekday: u8,
}

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dimension {
    Duration,
    Percent,
    Measure,
    Money,
}

/// A unit, ready to hand out.
#[derive(Clone, Debug)]
pub(super) struct UnitRow {
    pub(super) name: Unit,
    pub(super) dimension: Dimension,
    /// How many of the named unit one written unit is, where that is not 1.
    pub(super) times: Option<Decimal>,
    pub(super) size: Option<Decimal>,
    pub(super) base: Option<Unit>,
}

/// A hedge by what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hedge {
    pub(super) operator: Operator,
    pub(super) excluded: bool,
}

/// A currency word, with whether it needs a scale word before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct MoneyWord {
    pub(super) unit: usize,
    pub(super) careful: bool,
}

/// Everything the passes look up.
#[derive(Debug, Default)]
pub(super) struct Words {
    rows: Vec<Row>,
    pub(super) units: Vec<UnitRow>,
    pub(super) units_by_word: PhraseTable<usize>,
    pub(super) unit_signs: FxHashMap<Box<str>, usize>,
    /// Unit signs that are words of their own unless they touch the digits.
    pub(super) touching: FxHashSet<Box<str>>,
    pub(super) money_by_word: PhraseTable<MoneyWord>,
    pub(super) money_signs: FxHashMap<Box<str>, usize>,
    pub(super) suffixes: FxHashMap<Box<str>, (u8, SuffixPlace)>,
    pub(super) signs: FxHashMap<char, (u8, u8)>,
    pub(super) before: PhraseTable<Hedge>,
    pub(super) after: PhraseTable<Hedge>,
    pub(super) verbs: PhraseTable<Hedge>,
    pub(super) vague: PhraseTable<usize>,
    pub(super) vague_counts: Vec<VagueCount>,
    pub(super) shares: PhraseTable<(Decimal, Decimal)>,
    pub(super) nobody: PhraseTable<()>,
    pub(super) more_before: PhraseTable<()>,
    pub(super) long: PhraseTable<usize>,
    pub(super) idioms: Idioms,
    /// Longest hedge, in words.
    pub(super) longest_hedge: usize,
}

impl Words {
    pub(super) fn new(lexicon: &Lexicon, vocabulary: &mut Vocabulary) -> Self {
        let mut words = Self::default();
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

    /// True for a single word that makes a number approximate: about, some, nearly.
    pub(super) fn is_loose_hedge(&self, word: WordId) -> bool {
        self.row(word).marks.has(Mark::LooseHedge)
    }

    pub(super) fn row(&self, word: WordId) -> Row {
        self.rows.get(word.index()).copied().unwrap_or_default()
    }

    fn edit(&mut self, vocabulary: &mut Vocabulary, word: &str) -> &mut Row {
        let index = vocabulary.intern(word).index();
        if self.rows.len() <= index {
            self.rows.resize(index + 1, Row::default());
        }
        &mut self.rows[index]
    }

    fn mark<'a>(
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
    fn add_closed(&mut self, vocabulary: &mut Vocabulary) {
        for (mark, list) in CLOSED {
            self.mark(vocabulary, list.split(' '), *mark);
        }
    }

    fn add_numerals(&mut self, lexicon: &Lexicon, vocabulary: &mut Vocabulary) {
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
    fn mark_first(&mut self, vocabulary: &mut Vocabulary, phrase: &str) {
        let first = phrase.split([' ', '-']).next();
        self.mark(vocabulary, first, Mark::Numeric);
    }

    fn add_unit(
        &mut self,
        vocabulary: &mut Vocabulary,
        unit: &UnitWords,
        dimension: Dimension,
    ) -> usize {
        let at = self.units.len();
        self.units.push(UnitRow {
            name: unit.given_in.as_deref().unwrap_or(&unit.name).into(),
            dimension,
            times: unit.times,
            size: unit.size,
            base: unit.base.as_deref().map(Into::into),
        });
        for words in &unit.words {
            self.units_by_word.insert(vocabulary, words, at);
            if dimension == Dimension::Duration {
                self.mark(vocabulary, [words.as_str()], Mark::Duration);
                if words == "century" || words == "centuries" {
                    self.mark(vocabulary, [words.as_str()], Mark::Century);
                }
            }
        }
        for sign in &unit.signs {
            if unit.touching {
                self.touching.insert(sign.as_str().into());
            }
            self.unit_signs.insert(sign.as_str().into(), at);
        }
        at
    }

    fn add_units(&mut self, lexicon: &Lexicon, vocabulary: &mut Vocabulary) {
        let lists = [
            (&lexicon.units.durations, Dimension::Duration),
            (&lexicon.units.percent, Dimension::Percent),
            (&lexicon.units.measures, Dimension::Measure),
        ];
        for (list, dimension) in lists {
            for unit in list {
                let at = self.add_unit(vocabulary, unit, dimension);
                if dimension == Dimension::Duration {
                    // "a year", "an hour": a length without a number word.
                    self.mark(vocabulary, [unit.name.as_str()], Mark::Numeric);
                    let long = lexicon
                        .units
                        .long
                        .iter()
                        .filter(|(_, name)| **name == unit.name);
                    for (word, _) in long {
                        self.long.insert(vocabulary, word, at);
                        self.mark_first(vocabulary, word);
                    }
                }
            }
        }
    }

    fn add_currencies(&mut self, lexicon: &Lexicon, vocabulary: &mut Vocabulary) {
        for currency in &lexicon.currencies.currencies {
            let at = self.units.len();
            self.units.push(UnitRow {
                name: currency.name.as_str().into(),
                dimension: Dimension::Money,
                times: None,
                size: None,
                base: None,
            });
            for sign in &currency.signs {
                self.money_signs.insert(sign.as_str().into(), at);
            }
            self.money_signs
                .insert(currency.name.to_uppercase().into(), at);
            for (list, careful) in [(&currency.words, false), (&currency.careful, true)] {
                for words in list {
                    let unit = MoneyWord { unit: at, careful };
                    self.money_by_word.insert(vocabulary, words, unit);
                    if words == "penny" {
                        self.mark(vocabulary, [words.as_str()], Mark::Numeric);
                    }
                }
            }
            if currency.name.len() == 3 {
                let code = MoneyWord {
                    unit: at,
                    careful: false,
                };
                self.money_by_word.insert(vocabulary, &currency.name, code);
            }
        }
    }

    fn add_hedges(&mut self, lexicon: &Lexicon, vocabulary: &mut Vocabulary) {
        for group in &lexicon.hedges.hedges {
            let hedge = Hedge {
                operator: group.operator,
                excluded: group.excluded,
            };
            for phrase in &group.before {
                self.before.insert(vocabulary, phrase, hedge);
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
    }

    fn add_vague(&mut self, lexicon: &Lexicon, vocabulary: &mut Vocabulary) {
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

    fn add_calendar(&mut self, lexicon: &Lexicon, vocabulary: &mut Vocabulary) {
        let calendar = &lexicon.calendar;
        for (month, names) in (1..).zip(&calendar.months) {
            for name in names {
                self.edit(vocabulary, name).month = month;
            }
        }
        for (day, names) in (1..).zip(&calendar.weekdays) {
            for name in names {
                self.edit(vocabulary, name).weekday = day;
            }
        }
        let windows = calendar.windows.keys().map(String::as_str);
        self.mark(vocabulary, windows, Mark::Window);
        self.mark(vocabulary, strings(&calendar.ago), Mark::Ago);
        self.mark(vocabulary, strings(&calendar.day_parts), Mark::DayPart);
        self.mark(vocabulary, strings(&calendar.into_month), Mark::IntoMonth);
        self.mark(
            vocabulary,
            strings(&calendar.doubtful_months),
            Mark::DoubtfulMonth,
        );
    }

    fn add_guards(&mut self, lexicon: &Lexicon, vocabulary: &mut Vocabulary) {
        let guards = &lexicon.guards;
        let lists = [
            (&guards.references, Mark::Reference),
            (&guards.named_references, Mark::NamedReference),
            (&guards.ranks, Mark::Rank),
            (&guards.streets, Mark::Street),
            (&guards.blocks, Mark::Block),
            (&guards.scores, Mark::Score),
            (&guards.changes, Mark::Change),
            (&guards.aged, Mark::Aged),
            (&guards.old, Mark::Old),
            (&guards.lengths, Mark::Length),
            (&guards.whole, Mark::Whole),
        ];
        for (list, mark) in lists {
            self.mark(vocabulary, strings(list), mark);
        }
        for group in &guards.phrases {
            for phrase in &group.words {
                self.idioms.insert(vocabulary, phrase, group.reason);
            }
        }
        for group in &lexicon.nouns.groups {
            for noun in &group.words {
                let plurals = inflect::plurals(noun, &lexicon.irregular);
                for form in plurals.into_iter().chain([noun.clone()]) {
                    self.mark(vocabulary, [form.as_str()], Mark::Noun);
                    if group.class == "person" {
                        self.mark(vocabulary, [form.as_str()], Mark::Person);
                    }
                }
            }
        }
    }

    fn add_grammar(&mut self, lexicon: &Lexicon, vocabulary: &mut Vocabulary) {
        let grammar = &lexicon.grammar;
        let lists = [
            &grammar.be,
            &grammar.have,
            &grammar.modal,
            &grammar.do_,
            &grammar.preposition,
            &grammar.conjunction,
            &grammar.contrast,
            &grammar.subordinator,
            &grammar.relative,
            &grammar.pronoun,
        ];
        for list in lists {
            self.mark(vocabulary, strings(list), Mark::Function);
        }
    }

    /// The unit at an index that one of the tables gave.
    pub(super) fn unit(&self, at: usize) -> &UnitRow {
        &self.units[at]
    }
}

/// A guard phrase found in tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Idiom {
    pub(super) n_tokens: usize,
    pub(super) reason: Reason,
}

fn strings(list: &[String]) -> impl Iterator<Item = &str> {
    list.iter().map(String::as_str)
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
    (Mark::Another, "another"),
    (Mark::NeedsHyphen, "plus odd"),
    (Mark::Numeric, "half no"),
];
