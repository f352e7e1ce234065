//! What phrases are matched by: the numbers of their words, and numerals.

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
