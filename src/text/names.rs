//! Names whose tree was made before: of what the program is built with, nothing is left to do but to number its words.

use super::walk::{self, Walk};
use super::{Token, TokenKind, Vocabulary, WordId};
use crate::schema::piece;
use crate::schema::tree::{NONE, NUMERAL, Tree};

/// A [`Tree`] over the words of a vocabulary. Names are found as in a [`NameTable`](super::NameTable).
#[derive(Clone, Debug)]
pub struct NameTree {
    tree: Tree,
    /// What each name stands for, or [`NONE`].
    values: Vec<u16>,
    /// The tree's number of each word of the vocabulary, or [`NONE`]; words that come later have none.
    keys: Vec<u16>,
    /// The words that some name begins with.
    first: Vec<WordId>,
}

impl NameTree {
    /// Enters the words of a tree, with what each name in it stands for, or [`NONE`].
    pub fn new(tree: &Tree, values: &[u16], vocabulary: &mut Vocabulary) -> Self {
        let words: Vec<WordId> = tree.words().map(|word| vocabulary.intern(word)).collect();
        let mut keys = vec![NONE; vocabulary.len()];
        for (key, word) in (0..NUMERAL).zip(&words) {
            keys[word.index()] = key;
        }
        let first = tree.first().filter_map(|key| words.get(usize::from(key)));
        Self {
            first: first.copied().collect(),
            values: values.to_vec(),
            tree: tree.clone(),
            keys,
        }
    }

    /// The words that some name begins with.
    pub fn first_words(&self) -> impl Iterator<Item = WordId> {
        self.first.iter().copied()
    }

    /// True when some name begins with a numeral.
    pub fn begins_by_numeral(&self) -> bool {
        self.tree
            .first()
            .next_back()
            .is_some_and(|key| key >= NUMERAL)
    }

    /// The longest name that begins at `at` and ends before `end`: the index after it, and what it stands for.
    pub fn longest_before(
        &self,
        tokens: &[Token],
        text: &str,
        at: usize,
        end: usize,
    ) -> Option<(usize, u32)> {
        let tokens = &tokens[..end.min(tokens.len())];
        let found = walk::longest::<_, true>(self, tokens, text, at)?;
        Some((at + found.n_tokens, found.value))
    }
}

impl Walk for NameTree {
    type Value = u32;

    fn step(&self, node: u32, text: &str, token: &Token) -> Option<u32> {
        let key = match token.kind {
            TokenKind::Mark => return None,
            TokenKind::Number => NUMERAL | piece::number(token.span.slice(text))?,
            TokenKind::Word | TokenKind::Name => {
                let known = self.keys.get(token.word.index()).copied();
                known.filter(|key| *key != NONE)?
            }
        };
        self.tree.step(node, key)
    }

    fn value(&self, node: u32) -> Option<u32> {
        let name = self.tree.nodes()[node as usize].name;
        let value = self.values.get(usize::from(name)).copied();
        value.filter(|value| *value != NONE).map(u32::from)
    }

    fn ends(&self, node: u32) -> bool {
        self.tree.nodes()[node as usize].n_after == 0
    }
}
