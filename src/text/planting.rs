//! Phrases put into their table, word by word.

use super::atom::{Atom, each_atom};
use super::phrase::{Node, PhraseTable, Step, place};
use super::{Vocabulary, WordId};
use crate::schema::piece;

impl<T: Copy, const OF_NAMES: bool> PhraseTable<T, OF_NAMES> {
    /// Adds `phrase`, cut as the tokenizer would cut it. A phrase without words is ignored; of two equal phrases the
    /// first wins.
    pub fn insert(&mut self, vocabulary: &mut Vocabulary, phrase: &str, value: T) {
        let node = self.enter_words(vocabulary, 0, phrase, |_, _| {});
        self.note_value(node, value);
    }

    /// Adds phrases with a value each. Sorted, they begin alike, and a phrase goes on from the node at which it parts from
    /// the one before it.
    pub fn insert_all<'a>(
        &mut self,
        vocabulary: &mut Vocabulary,
        phrases: impl IntoIterator<Item = (&'a str, T)>,
    ) {
        let mut before = "";
        // Of each word of the phrase before, where the next one begins, and the word's node.
        let mut path: Vec<(usize, u32)> = Vec::new();
        for (phrase, value) in phrases {
            let n_shared = shared(before, phrase);
            before = phrase;
            while path.last().is_some_and(|(from, _)| *from > n_shared) {
                path.pop();
            }
            let node = path.last().map_or(0, |(_, node)| *node);
            let node = self.enter_words(vocabulary, node, &phrase[n_shared..], |next, node| {
                path.push((n_shared + next, node));
            });
            self.note_value(node, value);
        }
    }

    /// The node after `node` and some words. Tells of each word where the next one begins, and its node.
    fn enter_words(
        &mut self,
        vocabulary: &mut Vocabulary,
        mut node: u32,
        words: &str,
        mut tell: impl FnMut(usize, u32),
    ) -> u32 {
        let mut from = 0;
        while from < words.len() {
            let (word, next, is_plain) = piece::word_at(words, from);
            if is_plain {
                node = self.enter(node, Atom::Word(vocabulary.intern(word)));
            } else {
                each_atom(vocabulary, word, &mut |atom| node = self.enter(node, atom));
            }
            tell(next, node);
            from = next;
        }
        node
    }

    fn note_value(&mut self, node: u32, value: T) {
        if node != 0 {
            self.nodes[node as usize].value.get_or_insert(value);
        }
    }

    /// The node after `node`, which is made where there is none.
    fn enter(&mut self, node: u32, atom: Atom) -> u32 {
        if self.nodes.is_empty() {
            self.nodes.push(Node::NEW);
        }
        let next = self.nodes.len() as u32;
        let step = Step::new(node, atom);
        let known = *self.steps.entry(step).or_insert(next);
        if known == next {
            self.nodes.push(Node::NEW);
            self.note_step(step, atom);
        }
        known
    }

    /// Gives its words other numbers: `numbers` tells each by the one that it has had.
    pub fn renumber(&mut self, numbers: &[WordId]) {
        self.first.clear();
        for node in &mut self.nodes {
            node.after = 0;
        }
        let steps = std::mem::take(&mut self.steps).into_iter();
        let renumbered = steps.map(|(step, next)| {
            let atom = match step.atom() {
                Atom::Word(word) => Atom::Word(numbers[word.index()]),
                number @ Atom::Number(_) => number,
            };
            let step = Step::new(step.node(), atom);
            self.note_step(step, atom);
            (step, next)
        });
        self.steps = renumbered.collect();
    }

    /// Notes in its node that something goes on by `atom`.
    fn note_step(&mut self, step: Step, atom: Atom) {
        self.nodes[step.node() as usize].after |= step.bit();
        if step.node() == 0 {
            self.note_first(atom);
        }
    }

    fn note_first(&mut self, atom: Atom) {
        let Atom::Word(word) = atom else {
            self.by_numeral = true;
            return;
        };
        let (row, bit) = place(word);
        if self.first.len() <= row {
            self.first.resize(row + 1, 0);
        }
        self.first[row] |= bit;
    }
}

/// How many bytes two phrases begin with alike, in whole words with what parts them.
fn shared(one: &str, other: &str) -> usize {
    let pairs = one.as_bytes().iter().zip(other.as_bytes());
    let alike = pairs.take_while(|(a, b)| a == b).count();
    let parts = |byte: &u8| matches!(byte, b' ' | b'-' | b'/');
    let last = other.as_bytes()[..alike].iter().rposition(parts);
    last.map_or(0, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shared_is_whole_words() {
        for (one, other, expected) in [
            ("", "war", 0),
            ("gaza war", "gaza war", 5),
            ("gaza war", "gaza wars", 5),
            ("gaza-war", "gaza-strike", 5),
            ("gaza war", "gazan war", 0),
        ] {
            assert_eq!(shared(one, other), expected, "{one} {other}");
        }
    }
}
