//! The words that any rule mentions, each with a small number: rules compare numbers, not strings.

use rustc_hash::{FxBuildHasher, FxHashMap};

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
#[derive(Clone, Debug)]
pub struct Vocabulary {
    /// Words of at most eight bytes, which most are: one comparison tells them apart, and there is not much to look
    /// through.
    short: FxHashMap<u64, WordId>,
    /// Words of at most sixteen.
    middle: FxHashMap<u128, WordId>,
    /// All others.
    long: FxHashMap<Box<str>, WordId>,
    /// Those of one ASCII character once more, by its byte: marks are looked up more than any word.
    single: Vec<WordId>,
}

/// A word by what tells it from all others.
#[derive(Clone, Copy)]
enum Key<'w> {
    Short(u64),
    Middle(u128),
    Long(&'w str),
}

impl<'w> Key<'w> {
    fn of(word: &'w str) -> Self {
        let mut bytes = [0; 16];
        let used = bytes.get_mut(..word.len());
        // A byte of zero would make words of two lengths one.
        let Some(used) = used.filter(|_| word.as_bytes().last() != Some(&0)) else {
            return Self::Long(word);
        };
        used.copy_from_slice(word.as_bytes());
        let all = u128::from_le_bytes(bytes);
        if word.len() <= 8 {
            Self::Short(all as u64)
        } else {
            Self::Middle(all)
        }
    }
}

/// Sets the bit of 32 in each byte: letters in capitals lack it, and nothing else tells them from small ones.
const SMALL: u128 = u128::from_le_bytes([0x20; 16]);

impl Default for Vocabulary {
    /// With room for the words of the built-in files, some seven thousand.
    fn default() -> Self {
        Self::with_room(1 << 12)
    }
}

impl Vocabulary {
    /// With room for so many short words, and half as many longer ones.
    pub fn with_room(n_short: usize) -> Self {
        Self {
            short: FxHashMap::with_capacity_and_hasher(n_short, FxBuildHasher),
            middle: FxHashMap::with_capacity_and_hasher(n_short / 2, FxBuildHasher),
            long: FxHashMap::default(),
            single: vec![WordId::UNKNOWN; 128],
        }
    }

    /// The number of `word`, which must be in lower case with straight apostrophes; a new one if it is new.
    pub fn intern(&mut self, word: &str) -> WordId {
        self.enter(Key::of(word))
    }

    fn enter(&mut self, word: Key<'_>) -> WordId {
        let new = WordId(self.len() as u32);
        let id = match word {
            Key::Short(key) => *self.short.entry(key).or_insert(new),
            Key::Middle(key) => *self.middle.entry(key).or_insert(new),
            Key::Long(word) => *self.long.entry(word.into()).or_insert(new),
        };
        if let Key::Short(byte @ 1..128) = word {
            self.single[byte as usize] = id;
        }
        id
    }

    /// Takes in the words of another, and tells the number that each has here, by the one that it has there.
    pub fn take_in(&mut self, other: &Self) -> Vec<WordId> {
        let short = other.short.iter().map(|(key, id)| (Key::Short(*key), *id));
        let middle = other
            .middle
            .iter()
            .map(|(key, id)| (Key::Middle(*key), *id));
        let long = other.long.iter().map(|(word, id)| (Key::Long(word), *id));
        let mut words = vec![None; other.len()];
        short
            .chain(middle)
            .chain(long)
            .for_each(|(word, id)| words[id.index()] = Some(word));
        let numbers = words.into_iter();
        let number = |word: Option<Key<'_>>| word.map_or(WordId::UNKNOWN, |it| self.enter(it));
        numbers.map(number).collect()
    }

    /// The number of `word` (lower case, straight apostrophes), or `UNKNOWN`.
    pub fn id(&self, word: &str) -> WordId {
        let known = match Key::of(word) {
            Key::Short(key) => self.short.get(&key),
            Key::Middle(key) => self.middle.get(&key),
            Key::Long(word) => self.long.get(word),
        };
        known.copied().unwrap_or(WordId::UNKNOWN)
    }

    /// The number of the word or mark that is one ASCII character, in lower case.
    pub(super) fn id_of_byte(&self, byte: u8) -> WordId {
        let known = self.single.get(byte as usize);
        known.copied().unwrap_or(WordId::UNKNOWN)
    }

    /// The number of the word `text[start..end]` of ASCII letters in whatever case; `None` when it is too long, or stands
    /// too near the end of the text to be read in one go.
    #[inline]
    pub(super) fn id_of_letters(&self, text: &str, start: usize, end: usize) -> Option<WordId> {
        let bytes = text.as_bytes().get(start..)?.first_chunk::<16>()?;
        let small = u128::from_le_bytes(*bytes) | SMALL;
        let known = match end - start {
            n_bytes @ 1..=8 => {
                let key = small as u64 & (u64::MAX >> (64 - 8 * n_bytes));
                self.short.get(&key)
            }
            n_bytes @ 9..=16 => {
                let key = small & (u128::MAX >> (128 - 8 * n_bytes));
                self.middle.get(&key)
            }
            _ => return None,
        };
        Some(known.copied().unwrap_or(WordId::UNKNOWN))
    }

    /// One more than the largest index in use: the length of a table with a row per word.
    pub fn len(&self) -> usize {
        self.short.len() + self.middle.len() + self.long.len() + 1
    }

    /// True before any word was interned.
    pub fn is_empty(&self) -> bool {
        self.len() == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_long_words_have_their_numbers() {
        let mut vocabulary = Vocabulary::default();
        let words = [
            "",
            "a",
            "'s",
            "hostage",
            "sixteen-letters-",
            "seventeen-letters",
            "é",
        ];
        let ids: Vec<WordId> = words.iter().map(|word| vocabulary.intern(word)).collect();
        for (word, id) in words.iter().zip(&ids) {
            assert_eq!(vocabulary.id(word), *id, "{word}");
            assert_eq!(vocabulary.intern(word), *id, "{word}");
        }
        assert_eq!(vocabulary.len(), words.len() + 1);
        assert_eq!(vocabulary.id("b"), WordId::UNKNOWN);
    }

    #[test]
    fn words_are_taken_in_with_new_numbers() {
        let words = ["a", "hostage", "sixteen-letters-", "seventeen-letters"];
        let (mut here, mut there) = (Vocabulary::default(), Vocabulary::default());
        here.intern("hostage");
        here.intern("b");
        let ids: Vec<WordId> = words.iter().map(|word| there.intern(word)).collect();
        let numbers = here.take_in(&there);
        assert_eq!(numbers[WordId::UNKNOWN.index()], WordId::UNKNOWN);
        for (word, id) in words.iter().zip(ids) {
            assert_eq!(numbers[id.index()], here.id(word), "{word}");
            assert_ne!(here.id(word), WordId::UNKNOWN, "{word}");
        }
        assert_eq!(here.id_of_byte(b'a'), here.id("a"));
        assert_eq!(here.len(), words.len() + 2);
    }

    #[test]
    fn the_case_of_ascii_words_does_not_matter() {
        let mut vocabulary = Vocabulary::default();
        let text = "The HOSTAGES' @[`{ AZaz09 were there that day";
        for word in ["the", "hostages", "azaz"] {
            let id = vocabulary.intern(word);
            let start = text.to_lowercase().find(word).unwrap();
            let end = start + word.len();
            assert_eq!(
                vocabulary.id_of_letters(text, start, end),
                Some(id),
                "{word}"
            );
        }
        assert_eq!(
            vocabulary.id_of_letters(text, text.len() - 3, text.len()),
            None
        );
    }
}
