//! Findings and claims as flat sheets of named columns, laid out once for CSV, TSV and workbooks.

mod claims;
mod findings;

use crate::decimal::Decimal;

pub(crate) use claims::claims;
pub(crate) use findings::findings;

/// A sheet: every row has a cell for every column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sheet {
    /// What the sheet is called where it has a name.
    pub(crate) name: &'static str,
    /// The columns; within a major version they only grow, at the end.
    pub(crate) columns: Vec<Column>,
    /// The cells.
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// One column: its name, and the HXL hashtag that says the same to programs of relief agencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    /// Its name.
    pub(crate) name: &'static str,
    /// Its hashtag; nothing where it has none.
    pub(crate) tag: &'static str,
}

/// A column.
const fn column(name: &'static str, tag: &'static str) -> Column {
    Column { name, tag }
}

/// Columns that have no hashtags.
pub(crate) fn untagged(names: &[&'static str]) -> Vec<Column> {
    names.iter().map(|name| column(name, "")).collect()
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    /// Words.
    Text(String),
    /// An exact number.
    Number(Decimal),
    /// Not known, or without meaning here.
    Empty,
}

impl Cell {
    /// Words; nothing when there are none.
    pub(crate) fn text(words: impl Into<String>) -> Self {
        let words = words.into();
        if words.is_empty() {
            Self::Empty
        } else {
            Self::Text(words)
        }
    }

    /// A number where it is known.
    fn number(number: Option<Decimal>) -> Self {
        number.map_or(Self::Empty, |number| Self::Number(number.normalize()))
    }

    /// A whole number, such as a line.
    pub(crate) fn count(count: usize) -> Self {
        Self::Number(Decimal::from(count))
    }
}
