//! What phrases are matched by, the numbers of their words, and numerals; and what they are sorted by.

use super::{Vocabulary, WordId};
use crate::schema::piece::{self, Piece};

/// One matched unit of a phrase: a word, or a numeral of at most four digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Atom {
    Word(WordId),
    Number(u16),
}

/// The atoms of a word of a phrase, as the tokenizer would cut it.
pub(super) fn each_atom(vocabulary: &mut Vocabulary, word: &str, take: &mut dyn FnMut(Atom)) {
    piece::each(word, &mut |piece| {
        take(match piece {
            Piece::Word(word) => Atom::Word(vocabulary.intern(word)),
            Piece::Number(value) => Atom::Number(value),
        });
    });
}

/// The first bytes of a phrase as a number, in order of the alphabet: sorting phrases seldom has to look at more.
pub fn head(phrase: &str) -> u64 {
    let mut head = [0; 8];
    let n_bytes = phrase.len().min(head.len());
    head[..n_bytes].copy_from_slice(&phrase.as_bytes()[..n_bytes]);
    u64::from_be_bytes(head)
}
