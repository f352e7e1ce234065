//! Tables of phrases over tokens: the longest phrase that begins at a token, with what it stands for.

use std::ops::Range;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::atom::Atom;
use super::walk::{self, Walk};
use super::{Token, TokenKind, WordId};
use crate::schema::piece;

/// Phrases with a value each, as a tree of words: a lookup costs one hash for each word that it goes down.
///
/// A hyphen without spaces between two words of a phrase is passed over: "air strike" finds "air-strike". In a table of
/// names ([`NameTable`]) so is any one of `-–./,`: "St Louis" finds "St. Louis", "7 October 2023" finds "7 October, 2023".
#[derive(Clone, Debug)]
pub struct PhraseTable<T, const OF_NAMES: bool = false> {
    /// A bit for each word that some phrase begins with: most lookups end here.
    pub(super) first: Vec<u64>,
    /// From a node, of which the root is 0, to the one after it.
    pub(super) steps: FxHashMap<Step, u32>,
    /// The root and all others.
    pub(super) nodes: Vec<Node<T>>,
    /// Some phrase begins with a numeral.
    pub(super) by_numeral: bool,
}

/// Names of places, people and events; see [`PhraseTable`].
pub type NameTable<T> = PhraseTable<T, true>;

/// Where a phrase ends, or goes on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node<T> {
    /// What ends here.
    pub(super) value: Option<T>,
    /// What goes on from here, a bit for every thirty-second word: nothing does from most, and that is soon told.
    pub(super) after: u32,
}

impl<T> Node<T> {
    pub(super) const NEW: Self = Self {
        value: None,
        after: 0,
    };
}

/// A node and what follows it, in one number: hashed in one go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Step(u64);

impl Step {
    /// Words are numbered far below this.
    const NUMERAL: u64 = 1 << 31;

    pub(super) fn new(node: u32, atom: Atom) -> Self {
        let atom = match atom {
            Atom::Word(word) => word.index() as u64,
            Atom::Number(number) => Self::NUMERAL | u64::from(number),
        };
        Self(u64::from(node) << 32 | atom)
    }

    /// The bit of what follows, in the node.
    pub(super) const fn bit(self) -> u32 {
        1 << (self.0 & 31)
    }

    pub(super) const fn node(self) -> u32 {
        (self.0 >> 32) as u32
    }

    /// What is stepped by.
    pub(super) const fn atom(self) -> Atom {
        let atom = self.0 & u32::MAX as u64;
        if atom < Self::NUMERAL {
            Atom::Word(WordId::at(atom as usize))
        } else {
            Atom::Number((atom - Self::NUMERAL) as u16)
        }
    }
}

/// A phrase found in tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhraseMatch<T> {
    /// How many tokens it covers, marks within included.
    pub n_tokens: usize,
    /// What it stands for.
    pub value: T,
}

impl<T, const OF_NAMES: bool> Default for PhraseTable<T, OF_NAMES> {
    fn default() -> Self {
        Self {
            first: Vec::new(),
            steps: FxHashMap::default(),
            nodes: Vec::new(),
            by_numeral: false,
        }
    }
}

impl<T: Copy, const OF_NAMES: bool> PhraseTable<T, OF_NAMES> {
    /// An empty table with room for some phrases, of which most share all words but one.
    pub fn with_room(n_phrases: usize) -> Self {
        let n_nodes = n_phrases + n_phrases / 4;
        Self {
            steps: FxHashMap::with_capacity_and_hasher(n_nodes, FxBuildHasher),
            nodes: Vec::with_capacity(n_nodes),
            ..Self::default()
        }
    }

    /// True when some phrase may begin with this token; false for most, at the cost of one look.
    #[inline]
    pub fn begins(&self, token: &Token) -> bool {
        if token.kind == TokenKind::Number {
            return self.by_numeral;
        }
        let (row, bit) = place(token.word);
        self.first.get(row).is_some_and(|bits| bits & bit != 0)
    }

    /// True when some phrase begins with a numeral.
    pub const fn begins_by_numeral(&self) -> bool {
        self.by_numeral
    }

    /// The words that some phrase begins with.
    pub fn first_words(&self) -> impl Iterator<Item = WordId> {
        let words = (0..self.first.len() * 64).map(WordId::at);
        words.filter(|word| {
            let (row, bit) = place(*word);
            self.first[row] & bit != 0
        })
    }

    /// The words that follow `first` in some phrase that begins with it, in no order.
    pub fn second_words(&self, first: WordId) -> impl Iterator<Item = WordId> {
        let first = Step::new(0, Atom::Word(first));
        let after = self.steps.get(&first).copied();
        let steps = self.steps.keys();
        steps
            .filter(move |step| Some(step.node()) == after)
            .filter_map(|step| match step.atom() {
                Atom::Word(word) => Some(word),
                Atom::Number(_) => None,
            })
    }

    /// The longest phrase that begins at `tokens[at]`.
    #[inline]
    pub fn longest_at(&self, tokens: &[Token], text: &str, at: usize) -> Option<PhraseMatch<T>> {
        self.begins(tokens.get(at)?)
            .then(|| self.longest_from(tokens, text, at))?
    }

    // Few lookups get here: what comes before is to be a part of whoever asks.
    #[inline(never)]
    fn longest_from(&self, tokens: &[Token], text: &str, at: usize) -> Option<PhraseMatch<T>> {
        walk::longest::<_, OF_NAMES>(self, tokens, text, at)
    }

    /// The longest phrase that begins at `at` and ends before `end`: the index after it, and its value.
    #[inline]
    pub fn longest_before(
        &self,
        tokens: &[Token],
        text: &str,
        at: usize,
        end: usize,
    ) -> Option<(usize, T)> {
        let found = self.longest_at(&tokens[..end.min(tokens.len())], text, at)?;
        Some((at + found.n_tokens, found.value))
    }

    /// True when some phrase stands within `range`.
    pub fn any_in(&self, tokens: &[Token], text: &str, range: Range<usize>) -> bool {
        let tokens = &tokens[..range.end.min(tokens.len())];
        let rest = tokens.iter().enumerate().skip(range.start);
        rest.into_iter()
            .any(|(at, token)| self.begins(token) && self.longest_from(tokens, text, at).is_some())
    }
}

impl<T: Copy, const OF_NAMES: bool> Walk for PhraseTable<T, OF_NAMES> {
    type Value = T;

    #[inline]
    fn step(&self, node: u32, text: &str, token: &Token) -> Option<u32> {
        let atom = match token.kind {
            TokenKind::Mark => return None,
            TokenKind::Number => Atom::Number(piece::number(token.span.slice(text))?),
            _ if token.word == WordId::UNKNOWN => return None,
            _ => Atom::Word(token.word),
        };
        let step = Step::new(node, atom);
        if self.nodes[node as usize].after & step.bit() == 0 {
            return None;
        }
        self.steps.get(&step).copied()
    }

    #[inline]
    fn value(&self, node: u32) -> Option<T> {
        self.nodes[node as usize].value
    }

    #[inline]
    fn ends(&self, node: u32) -> bool {
        self.nodes[node as usize].after == 0
    }
}

/// The row and the bit of a word in a set of words.
pub(super) const fn place(word: WordId) -> (usize, u64) {
    (word.index() / 64, 1 << (word.index() % 64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::Article;
    use crate::schema::Lexicon;
    use crate::text::{Segmenter, Vocabulary};

    /// The value and the words of the longest phrase at the first token.
    fn first<const OF_NAMES: bool>(phrases: &[&str], text: &str) -> Option<(usize, String)> {
        let mut vocabulary = Vocabulary::default();
        let mut table = PhraseTable::<usize, OF_NAMES>::default();
        for (value, phrase) in phrases.iter().enumerate() {
            table.insert(&mut vocabulary, phrase, value);
        }
        // By other numbers it finds the same.
        let mut all = Vocabulary::default();
        all.intern("hundreds");
        table.renumber(&all.take_in(&vocabulary));
        let article = Article::new("a", None, text);
        let document = Segmenter::new(&Lexicon::built_in().unwrap()).segment(&article, &all);
        let found = table.longest_at(&document.tokens, text, 0)?;
        let span = document.tokens[0].span;
        let last = document.tokens[found.n_tokens - 1].span;
        Some((found.value, span.join(last).slice(text).to_owned()))
    }

    fn check<const OF_NAMES: bool>(phrases: &[&str], text: &str, expected: Option<(usize, &str)>) {
        let found = first::<OF_NAMES>(phrases, text);
        let found = found
            .as_ref()
            .map(|(value, words)| (*value, words.as_str()));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn the_longest_phrase_wins_and_the_first_of_equals() {
        let phrases = ["death", "death toll", "death toll", "death toll of"];
        check::<false>(&phrases, "death toll rose", Some((1, "death toll")));
        check::<false>(&phrases, "death tolls", Some((0, "death")));
        check::<false>(&phrases, "deaths", None);
    }

    #[test]
    fn hyphens_join_words_and_other_marks_only_names() {
        check::<false>(&["air strike"], "air-strike", Some((0, "air-strike")));
        check::<false>(&["st louis"], "St. Louis", None);
        check::<true>(&["st louis"], "St. Louis", Some((0, "St. Louis")));
        check::<true>(
            &["7 october 2023"],
            "7 October, 2023",
            Some((0, "7 October, 2023")),
        );
    }

    #[test]
    fn numerals_are_units_of_a_phrase() {
        check::<true>(&["9/11 attacks"], "9/11 attacks", Some((0, "9/11 attacks")));
        check::<true>(&["7 october"], "70 October", None);
    }
}
