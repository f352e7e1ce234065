//! Tables of phrases over tokens: the longest phrase that begins at a token, with what it stands for.

use rustc_hash::FxHashMap;

use super::{Token, TokenKind, Vocabulary, WordId};

/// Phrases with a value each. Lookup costs one hash for the first word, then comparisons of word numbers.
#[derive(Clone, Debug)]
pub struct PhraseTable<T> {
    /// By first word; the rest of the words and the value, longest first.
    by_first: FxHashMap<WordId, Vec<(Box<[WordId]>, T)>>,
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
    /// Adds `phrase`: words between spaces or hyphens, in lower case. A phrase without words is ignored.
    pub fn insert(&mut self, vocabulary: &mut Vocabulary, phrase: &str, value: T) {
        let words: Vec<WordId> = phrase
            .split([' ', '-'])
            .filter(|word| !word.is_empty())
            .map(|word| vocabulary.intern(word))
            .collect();
        let Some((first, rest)) = words.split_first() else {
            return;
        };
        let row = self.by_first.entry(*first).or_default();
        // Longest first; of two equal phrases the first inserted wins.
        let at = row.partition_point(|(other, _)| other.len() >= rest.len());
        row.insert(at, (rest.into(), value));
    }

    /// The longest phrase that begins at `tokens[at]`. A hyphen between two words of a phrase is passed over, so
    /// "air strike" finds "air-strike".
    pub fn longest_at(&self, tokens: &[Token], text: &str, at: usize) -> Option<PhraseMatch<T>> {
        let row = self.by_first.get(&tokens.get(at)?.word)?;
        if tokens[at].word == WordId::UNKNOWN {
            return None;
        }
        row.iter().find_map(|(rest, value)| {
            let n_tokens = match_rest(tokens, text, at + 1, rest)? - at;
            Some(PhraseMatch {
                n_tokens,
                value: *value,
            })
        })
    }
}

/// The index after the words of `rest`, which begin at or after `at`, or `None`.
fn match_rest(tokens: &[Token], text: &str, mut at: usize, rest: &[WordId]) -> Option<usize> {
    for word in rest {
        let mut token = tokens.get(at)?;
        if token.kind == TokenKind::Mark && !token.spaced && token.span.slice(text) == "-" {
            at += 1;
            token = tokens.get(at)?;
        }
        if token.word != *word {
            return None;
        }
        at += 1;
    }
    Some(at)
}
