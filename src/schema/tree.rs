//! Names as a tree of words laid out in arrays. `build.rs` compiles this file too and writes out the tree of the listed
//! events, of which there are ten thousand names: the program then starts without making one.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::piece::{self, Piece};

/// Names with a number each, as a tree of words. Words have the tree's own numbers, their rank in the alphabet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree {
    /// The words, in order of their numbers, each with a line feed after it.
    words: Cow<'static, str>,
    /// The root, then level by level; the nodes after a node stand together, sorted by key.
    nodes: Cow<'static, [Node]>,
}

/// A word on the way down a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    /// The word's number, or [`NUMERAL`] and a numeral.
    pub key: u16,
    /// The number of the name that ends here, or [`NONE`].
    pub name: u16,
    /// How many nodes come after this one.
    pub n_after: u16,
    /// The first of them.
    pub after: u32,
}

/// No name, no word.
pub const NONE: u16 = u16::MAX;

/// Set in the key of a numeral, which has at most four digits.
pub const NUMERAL: u16 = 1 << 15;

/// The words after a word while the tree grows.
#[derive(Default)]
struct Growing {
    name: Option<u16>,
    after: BTreeMap<u16, Growing>,
}

impl Tree {
    /// A tree that was written out.
    pub const fn embedded(words: &'static str, nodes: &'static [Node]) -> Self {
        Self {
            words: Cow::Borrowed(words),
            nodes: Cow::Borrowed(nodes),
        }
    }

    /// The tree of these names. Of two equal names the first keeps its number; names without words are left out.
    /// At most thirty-two thousand words can be numbered, and fewer names.
    pub fn of<'a>(names: impl Iterator<Item = (&'a str, u16)> + Clone) -> Self {
        let mut numbers = BTreeMap::new();
        for (name, _) in names.clone() {
            piece::each_of(name, &mut |piece| {
                if let Piece::Word(word) = piece {
                    numbers.insert(word.to_owned(), NONE);
                }
            });
        }
        let ranks = (0..NUMERAL).zip(numbers.values_mut());
        ranks.for_each(|(rank, number)| *number = rank);
        let mut root = Growing::default();
        for (name, number) in names {
            let mut keys = Vec::new();
            piece::each_of(name, &mut |piece| {
                keys.push(match piece {
                    Piece::Word(word) => numbers[word],
                    Piece::Number(value) => NUMERAL | value,
                });
            });
            let mut node = &mut root;
            for key in keys {
                node = node.after.entry(key).or_default();
            }
            node.name.get_or_insert(number);
        }
        root.name = None;
        let words: Vec<&str> = numbers.keys().flat_map(|word| [word, "\n"]).collect();
        Self {
            words: Cow::Owned(words.concat()),
            nodes: Cow::Owned(laid_out(&root)),
        }
    }

    /// The words, in order of their numbers.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.lines()
    }

    /// The nodes.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The indices of the nodes after `node`.
    fn after(&self, node: u32) -> Range<usize> {
        let node = &self.nodes[node as usize];
        let from = node.after as usize;
        from..from + usize::from(node.n_after)
    }

    /// The keys that names begin with, in order: words, then numerals.
    pub fn first(&self) -> impl DoubleEndedIterator<Item = u16> {
        self.nodes[self.after(0)].iter().map(|node| node.key)
    }

    /// The node with `key` after `node`.
    pub fn step(&self, node: u32, key: u16) -> Option<u32> {
        let after = self.after(node);
        let nodes = &self.nodes[after.clone()];
        let at = nodes.binary_search_by_key(&key, |node| node.key).ok()?;
        Some((after.start + at) as u32)
    }
}

/// The nodes level by level.
fn laid_out(root: &Growing) -> Vec<Node> {
    let mut nodes = vec![node(0, root)];
    let mut level = vec![(0, root)];
    while !level.is_empty() {
        let mut below = Vec::new();
        for (at, growing) in level {
            nodes[at].after = nodes.len() as u32;
            for (key, growing) in &growing.after {
                below.push((nodes.len(), growing));
                nodes.push(node(*key, growing));
            }
        }
        level = below;
    }
    nodes
}

fn node(key: u16, growing: &Growing) -> Node {
    Node {
        key,
        name: growing.name.unwrap_or(NONE),
        n_after: growing.after.len() as u16,
        after: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The number of the name that these pieces make.
    fn find(tree: &Tree, words: &[&str]) -> Option<u16> {
        let mut node = 0;
        for word in words {
            let key = match piece::number(word) {
                Some(value) => NUMERAL | value,
                None => tree.words().position(|known| known == *word)? as u16,
            };
            node = tree.step(node, key)?;
        }
        let name = tree.nodes()[node as usize].name;
        (name != NONE).then_some(name)
    }

    #[test]
    fn names_are_found_and_the_first_of_equals_wins() {
        let names = [
            "the Gaza war",
            "gaza war",
            "9/11",
            "the gaza war",
            "",
            "u.s. war",
        ];
        let tree = Tree::of((0..).zip(names).map(|(number, name)| (name, number)));
        assert_eq!(find(&tree, &["the", "gaza", "war"]), Some(0));
        assert_eq!(find(&tree, &["gaza", "war"]), Some(1));
        assert_eq!(find(&tree, &["9", "11"]), Some(2));
        assert_eq!(find(&tree, &["u.s.", "war"]), Some(5));
        assert_eq!(find(&tree, &["gaza"]), None);
        assert_eq!(find(&tree, &[]), None);
    }

    #[test]
    fn no_names_make_a_root() {
        let tree = Tree::of(std::iter::empty());
        assert_eq!(tree.nodes().len(), 1);
        assert_eq!(tree.step(0, 0), None);
    }
}
