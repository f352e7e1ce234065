//! The lines of a file that are not held: read once to know the ids, and a second time to be taken.

use std::hash::Hasher as _;
use std::io::{self, Read as _};

use rustc_hash::FxHasher;

use super::decode::Encoding;
use super::lines::{Line, Lines};
use super::store::Store;

/// Where the lines of a file lie that are read again, and what they said.
#[derive(Debug)]
pub(super) struct Rest {
    /// The first byte, and how many lines lie before it.
    start: (u64, usize),
    /// What was read for the first time.
    first: Seen,
    /// What was read again.
    again: Seen,
    /// The file, until it is opened.
    store: Option<Store>,
    lines: Option<Lines<'static>>,
}

/// Some lines that were read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Seen {
    /// Where they end.
    end: u64,
    /// What they say, as one number.
    print: u64,
}

impl Seen {
    fn see(&mut self, text: &str) {
        let mut hasher = FxHasher::default();
        hasher.write_u64(self.print);
        hasher.write(text.as_bytes());
        self.print = hasher.finish();
    }
}

impl Rest {
    /// Begins with a line.
    pub(super) fn from(line: &Line<'_>) -> Self {
        Self {
            start: (line.at, line.number - 1),
            first: Seen::default(),
            again: Seen::default(),
            store: None,
            lines: None,
        }
    }

    /// Takes in a line that is read for the first time.
    pub(super) fn see(&mut self, line: &Line<'_>) {
        self.first.see(&line.text);
    }

    /// Says where the lines end, and where they can be read again.
    pub(super) fn close(&mut self, end: u64, store: Store) {
        self.first.end = end;
        self.store = Some(store);
    }

    /// The next line, read again. What was added to the file meanwhile is not seen.
    ///
    /// # Errors
    /// The file cannot be read, or, at its end, did not say the same again.
    pub(super) fn next(&mut self, encoding: Encoding) -> io::Result<Option<Line<'_>>> {
        if let Some(store) = self.store.take() {
            let n_bytes = self.first.end - self.start.0;
            let reader = store.into_reader(self.start.0)?.take(n_bytes);
            self.lines = Some(Lines::resume(Box::new(reader), encoding, self.start));
        }
        let Some(lines) = &mut self.lines else {
            return Ok(None);
        };
        self.again.end = lines.at;
        let Some(line) = lines.next()? else {
            return if self.again == self.first {
                Ok(None)
            } else {
                Err(io::ErrorKind::InvalidData.into())
            };
        };
        self.again.see(&line.text);
        Ok(Some(line))
    }
}
