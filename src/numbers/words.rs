//! The word lists compiled for reading: one row per word, phrase tables, and signs by their text.

use super::idiom::Idioms;
use super::quantity::{Operator, Reason, Unit};
use super::starts::Starts;
use crate::decimal::Decimal;
use crate::schema::lexicon::numerals::SuffixPlace;
use crate::schema::lexicon::vague::VagueCount;
use crate::text::{PhraseTable, WordId};
use rustc_hash::{FxHashMap, FxHashSet};

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

/// A set of [`Mark`]s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(u128);

// One bit a mark.
const _: () = assert!((Mark::IdiomStart as u32) < u128::BITS);

impl Marks {
    pub(super) const fn has(self, mark: Mark) -> bool {
        self.0 & (1 << mark as u32) != 0
    }

    pub(super) const fn add(&mut self, mark: Mark) {
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
    Road,
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
    Tally,
    Up,
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
    Marker,
    Phone,
    Prefix,
    He,
    PlaceBefore,
    ClockBefore,
    /// A form of be or have.
    Auxiliary,
    Be,
    /// A sign or code of money begins with it.
    MoneySign,
    UnitSign,
    /// A scale sign: "bn".
    Suffix,
    /// Takes a vague word for its object: "killing scores".
    Governs,
    /// A hedge may begin with it.
    HedgeStart,
    /// A guard phrase may begin with it.
    IdiomStart,
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
    pub(super) rows: Vec<Row>,
    /// Beside `rows`, for every word of the vocabulary.
    pub(super) starts: Vec<Starts>,
    pub(super) units: Vec<UnitRow>,
    pub(super) units_by_word: PhraseTable<usize>,
    /// Words that name the unit left of the number: "magnitude 6.4".
    pub(super) units_before: PhraseTable<usize>,
    pub(super) unit_signs: FxHashMap<Box<str>, usize>,
    /// Unit signs that are words of their own unless they touch the digits.
    pub(super) touching: FxHashSet<Box<str>>,
    pub(super) money_by_word: PhraseTable<MoneyWord>,
    pub(super) money_signs: FxHashMap<Box<str>, usize>,
    pub(super) suffixes: FxHashMap<Box<str>, (u8, SuffixPlace)>,
    pub(super) signs: FxHashMap<char, (u8, u8)>,
    pub(super) before: PhraseTable<Hedge>,
    /// Hedges in signs, without spaces: ">=", "~".
    pub(super) signs_before: FxHashMap<Box<str>, Hedge>,
    pub(super) signs_after: FxHashMap<Box<str>, Hedge>,
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
    /// True for a single word that makes a number approximate: about, some, nearly.
    pub(super) fn is_loose_hedge(&self, word: WordId) -> bool {
        self.row(word).marks.has(Mark::LooseHedge)
    }

    pub(super) fn row(&self, word: WordId) -> Row {
        self.rows.get(word.index()).copied().unwrap_or_default()
    }

    pub(super) fn has(&self, word: WordId, mark: Mark) -> bool {
        let row = self.rows.get(word.index());
        row.is_some_and(|row| row.marks.has(mark))
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
