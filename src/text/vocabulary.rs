//! The words that any rule mentions, each with a small number: rules compare numbers, not strings.

use rustc_hash::FxHashMap;

/// A word known to some rule, or [`UNKNOWN`](Self::UNKNOWN).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(u32);

impl WordId {
    /// A word that no rule mentions.
    pub const UNKNOWN: Self = Self(0);

    /// The word at a place in such tables.
    pub(super) const fn at(index: usize) -> Self {
        Self(index as u32)
    }

    /// Its place in tables that hold a row per word; `UNKNOWN` is 0.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Words to numbers. Filled while the stages are set up, then only read.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    ids: FxHashMap<Box<str>, WordId>,
}

impl Vocabulary {
    /// The number of `word`, which must be in lower case with straight apostrophes; a new one if it is new.
    pub fn intern(&mut self, word: &str) -> WordId {
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let id = WordId(self.ids.len() as u32 + 1);
        self.ids.insert(word.into(), id);
        id
    }

    /// The number of `word` (lower case, straight apostrophes), or `UNKNOWN`.
    pub fn id(&self, word: &str) -> WordId {
        self.ids.get(word).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// One more than the largest index in use: the length of a table with a row per word.
    pub fn len(&self) -> usize {
        self.ids.len() + 1
    }

    /// True before any word was interned.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }
}
