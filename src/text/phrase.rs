//! Tables of phrases over tokens: the longest phrase that begins at a token, with what it stands for.

use rustc_hash::FxHashMap;

use super::{Token, TokenKind, Vocabulary, WordId};

/// The most words a phrase may have after its first; longer ones are not entered.
const MAX_REST: usize = 15;

/// Phrases with a value each. A lookup costs one hash for the first word, and one for each length that phrases with
/// this first word have.
#[derive(Clone, Debug)]
pub struct PhraseTable<T> {
    by_first: FxHashMap<WordId, Vec<Length<T>>>,
}

/// The phrases of one first word and one length.
#[derive(Clone, Debug)]
struct Length<T> {
    /// Words after the first.
    n_rest: usize,
    /// By the words after the first.
    phrases: FxHashMap<Box<[WordId]>, T>,
}

/// A phrase found in tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhraseMatch<T> {
    /// How many tokens it covers, hyphens within included.
    pub n_tokens: usize,
    /// What it stands for.
    pub value: T,
}

impl<T> Default for PhraseTable<T> {
    fn default() -> Self {
        Self {
            by_first: FxHashMap::default(),
        }
    }
}

impl<T: Copy> PhraseTable<T> {
    /// Adds `phrase`: words between spaces or hyphens, in lower case. A phrase without words is ignored; of two equal
    /// phrases the first wins.
    pub fn insert(&mut self, vocabulary: &mut Vocabulary, phrase: &str, value: T) {
        let words: Vec<WordId> = phrase
            .split([' ', '-'])
            .filter(|word| !word.is_empty())
            .map(|word| vocabulary.intern(word))
            .collect();
        let Some((first, rest)) = words
            .split_first()
            .filter(|(_, rest)| rest.len() <= MAX_REST)
        else {
            return;
        };
        let lengths = self.by_first.entry(*first).or_default();
        let at = lengths.partition_point(|length| length.n_rest > rest.len());
        if lengths
            .get(at)
            .is_none_or(|length| length.n_rest != rest.len())
        {
            lengths.insert(
                at,
                Length {
                    n_rest: rest.len(),
                    phrases: FxHashMap::default(),
                },
            );
        }
        lengths[at].phrases.entry(rest.into()).or_insert(value);
    }

    /// True when some phrase begins with this word.
    pub fn begins(&self, word: WordId) -> bool {
        self.by_first.contains_key(&word)
    }

    /// The longest phrase that begins at `tokens[at]`. A hyphen between two words of a phrase is passed over, so
    /// "air strike" finds "air-strike".
    pub fn longest_at(&self, tokens: &[Token], text: &str, at: usize) -> Option<PhraseMatch<T>> {
        let first = tokens.get(at)?.word;
        if first == WordId::UNKNOWN {
            return None;
        }
        let lengths = self.by_first.get(&first)?;
        let mut rest = [WordId::UNKNOWN; MAX_REST];
        let mut ends = [at + 1; MAX_REST + 1];
        let n_known = known_rest(
            tokens,
            text,
            at + 1,
            lengths[0].n_rest,
            &mut rest,
            &mut ends,
        );
        lengths
            .iter()
            .filter(|length| length.n_rest <= n_known)
            .find_map(|length| {
                let value = length.phrases.get(&rest[..length.n_rest])?;
                Some(PhraseMatch {
                    n_tokens: ends[length.n_rest] - at,
                    value: *value,
                })
            })
    }
}

/// Fills `rest` with up to `most` known words from `at` on, and `ends[n]` with the index after the first `n` of them.
fn known_rest(
    tokens: &[Token],
    text: &str,
    mut at: usize,
    most: usize,
    rest: &mut [WordId; MAX_REST],
    ends: &mut [usize; MAX_REST + 1],
) -> usize {
    for n in 0..most {
        let hyphen = |token: &Token| {
            token.kind == TokenKind::Mark && !token.spaced && token.span.slice(text) == "-"
        };
        if tokens.get(at).is_some_and(hyphen) {
            at += 1;
        }
        match tokens.get(at) {
            Some(token) if token.word != WordId::UNKNOWN => rest[n] = token.word,
            _ => return n,
        }
        at += 1;
        ends[n + 1] = at;
    }
    most
}
