//! Marks of names: what is kept of each of millions, to know which are equal.

use std::hash::{DefaultHasher, Hasher as _};

/// What stands for a name: so wide that two names do not share one by chance.
pub(super) type Mark = u128;

/// The bit of a mark that tells a name that was made for an article from one that was given to it.
const MADE: Mark = 1;

/// How many heaps marks are laid on, by their first byte: memory comes and goes in small pieces, which are used again.
const N_HEAPS: usize = 256;

/// Many marks, of which some are equal.
#[derive(Debug)]
pub(super) struct Marks {
    heaps: Vec<Vec<Mark>>,
}

/// How many marks there were at some time.
#[derive(Debug)]
pub(super) struct Before(Vec<usize>);

impl Default for Marks {
    fn default() -> Self {
        Self {
            heaps: vec![Vec::new(); N_HEAPS],
        }
    }
}

impl Marks {
    /// Adds a name that an article was given.
    pub(super) fn add_given(&mut self, name: &str) {
        self.add(of(name));
    }

    /// Adds a name that was made for an article.
    pub(super) fn add_made(&mut self, name: &str) {
        self.add(of(name) | MADE);
    }

    fn add(&mut self, mark: Mark) {
        self.heaps[heap(mark)].push(mark);
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.heaps.iter().map(Vec::len).sum()
    }

    /// What there is, to go back to as long as nothing is sorted.
    pub(super) fn now(&self) -> Before {
        Before(self.heaps.iter().map(Vec::len).collect())
    }

    /// Forgets what was added since.
    pub(super) fn go_back(&mut self, before: &Before) {
        for (heap, n_before) in self.heaps.iter_mut().zip(&before.0) {
            heap.truncate(*n_before);
        }
    }

    /// Forgets names that were made.
    pub(super) fn forget_made(&mut self) {
        for heap in &mut self.heaps {
            heap.retain(|mark| mark & MADE == 0);
        }
    }

    /// Sorts them, for all that follows.
    pub(super) fn sort(&mut self) {
        for heap in &mut self.heaps {
            heap.sort_unstable();
        }
    }

    /// The names that stand more than once, sorted; with `is_made` only those that were made for some article.
    pub(super) fn shared(&self, is_made: bool) -> Vec<Mark> {
        let equal = self
            .heaps
            .iter()
            .flat_map(|heap| heap.chunk_by(|one, other| one & !MADE == other & !MADE));
        equal
            .filter(|equal| equal.len() > 1)
            .filter(|equal| !is_made || equal.iter().any(|mark| mark & MADE != 0))
            .map(|equal| equal[0] & !MADE)
            .collect()
    }

    /// True for a name that is among them.
    pub(super) fn contain(&self, name: &str) -> bool {
        let mark = of(name);
        let heap = &self.heaps[heap(mark)];
        heap.binary_search_by_key(&mark, |it| it & !MADE).is_ok()
    }
}

/// The mark of a name, as of one that was given.
pub(super) fn of(name: &str) -> Mark {
    let half = |which: u8| {
        let mut hasher = DefaultHasher::new();
        hasher.write_u8(which);
        hasher.write(name.as_bytes());
        Mark::from(hasher.finish())
    };
    (half(0) << 64 | half(1)) & !MADE
}

const fn heap(mark: Mark) -> usize {
    mark.to_be_bytes()[0] as usize
}
