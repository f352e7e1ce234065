//! Where something stands in an article: byte spans, and line and column on demand.
//!
//! Spans are the only way a stage refers to text. Nothing is copied that can be sliced,
//! so every cell of a report can be traced to the words it came from.

/// A half-open range of bytes, `[start, end)`, of one article's [text](crate::ingest::Article::text).
///
/// Offsets are `u32`: an article is at most 4 GiB, which ingest checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span of the bytes `start..end`. Offsets beyond 4 GiB do not occur: ingest refuses such articles.
    pub const fn new(start: usize, end: usize) -> Self {
        Self {
            start: start as u32,
            end: end as u32,
        }
    }

    /// The words at this span, or "" when the span does not fall on characters of `text`.
    #[inline]
    pub fn slice(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize)
            .unwrap_or("")
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// True for a span without bytes.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// True when every byte of `other` lies in this span.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True when the two share a byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub const fn join(self, other: Self) -> Self {
        Self {
            start: if self.start < other.start {
                self.start
            } else {
                other.start
            },
            end: if self.end > other.end {
                self.end
            } else {
                other.end
            },
        }
    }
}

/// A place as people name it: line and column, both from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters (Unicode scalar values), from 1.
    pub column: usize,
}

/// The line starts of one text, for turning byte offsets into [positions](Position) in logarithmic time.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Reads the line starts of `text`; a line ends after `\n`.
    pub fn new(text: &str) -> Self {
        let after_breaks = text.match_indices('\n').map(|(at, _)| at as u32 + 1);
        Self {
            starts: std::iter::once(0).chain(after_breaks).collect(),
        }
    }

    /// Line and column of the byte at `offset`. An offset inside a character counts as that character.
    pub fn position(&self, text: &str, offset: u32) -> Position {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts[line - 1] as usize;
        let end = (offset as usize).clamp(start, text.len());
        let before = &text.as_bytes()[start..end];
        // A character is counted by its first byte; continuation bytes are 0b10xx_xxxx.
        let column = before.iter().filter(|byte| (**byte & 0xC0) != 0x80).count() + 1;
        Position { line, column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let text = "one\n“é” two";
        let at = text.find("two").unwrap() as u32;
        assert_eq!(
            LineIndex::new(text).position(text, at),
            Position { line: 2, column: 5 }
        );
    }

    #[test]
    fn an_offset_past_the_end_is_the_end() {
        assert_eq!(
            LineIndex::new("ab").position("ab", 99),
            Position { line: 1, column: 3 }
        );
    }
}
