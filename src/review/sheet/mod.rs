//! The figures that a desk has agreed on: a YAML file that people read and edit.

mod dispute;
mod edit;
mod file;
mod lint;
mod make;
mod named;
mod record;
mod scope;

use crate::calendar::Date;
use crate::decimal::{Decimal, Interval};
use crate::schema::Error;

pub use edit::add;
pub use lint::{Fault, lint};
pub use make::{Entries, entries};
pub use record::Agreed;
pub(crate) use scope::Scope;

/// A sheet, checked.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its entries, in the order of the file.
    pub entries: Vec<Entry>,
}

/// One figure that was agreed on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// What it is called in the file: of an entry that we made, the figure's id.
    pub key: String,
    /// What it is called in words.
    pub label: String,
    /// The key of the entry of which this one counts a part; empty of a whole.
    pub part_of: String,
    /// What it is.
    pub amount: Amount,
    /// The day of which it speaks.
    pub as_of: Option<Date>,
    /// The last day on which it may be used.
    pub valid_until: Option<Date>,
    /// Who says so.
    pub source: String,
    /// Whether copy has to say who says so.
    pub attribution: Attribution,
    /// Where it was published.
    pub url: String,
    /// How the desk writes the number.
    pub wording: String,
    /// Words that the desk does not use for it.
    pub never: Vec<String>,
    /// What else is to be known.
    pub note: String,
    /// Whom to ask.
    pub owner: String,
    /// What it was before, newest first.
    pub former: Vec<Former>,
    /// What it counts; `None` when a sentence says so.
    pub(crate) scope: Option<Scope>,
    /// A sentence that says what it counts, for entries written by hand.
    pub sentence: String,
}

impl Entry {
    /// True when the note on it is still ours that it stands in one article only.
    pub(crate) fn is_lonely(&self) -> bool {
        self.note.starts_with(make::ONE_ARTICLE)
    }
}

/// A number, or the ends between which it lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// The one number.
    pub best: Option<Decimal>,
    /// The least.
    pub low: Option<Decimal>,
    /// The most.
    pub high: Option<Decimal>,
}

/// A number that was agreed on before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Former {
    /// What it was.
    pub amount: Amount,
    /// Of which day it spoke.
    pub as_of: Option<Date>,
}

/// Whether copy has to say who says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Attribution {
    /// Not needed.
    #[default]
    Optional,
    /// Once in an article at least.
    Required,
}

impl Amount {
    /// What the desk takes it for: the one number, or all between the ends.
    pub fn interval(&self) -> Interval {
        match self.best {
            Some(best) => Interval::point(best),
            None => Interval {
                low: self.low,
                high: self.high,
                ..Interval::EVERYTHING
            },
        }
    }

    /// "58", "23,000–25,000", "over 100".
    pub fn words(&self) -> String {
        crate::report::interval_words(&self.interval())
    }

    fn is_empty(&self) -> bool {
        self.best.or(self.low).or(self.high).is_none()
    }
}

impl Entry {
    /// Takes the number from a claim that was read from the entry's sentence, where the entry gives none.
    pub fn complete(&mut self, record: &crate::resolve::Record) {
        if self.amount.is_empty() {
            let value = &record.claim.value;
            self.amount = make::amount(value).unwrap_or(Amount {
                best: None,
                low: value.core.low,
                high: value.core.high,
            });
        }
    }

    /// Another entry that is called as this one is, with a number that does not go with its own: nobody can tell which of
    /// the two holds.
    pub fn twin<'e>(&self, entries: &'e [Self]) -> Option<&'e Self> {
        let is_twin = |it: &&Self| {
            it.key != self.key
                && !it.label.is_empty()
                && it.label == self.label
                && !it.amount.interval().meets(&self.amount.interval())
        };
        entries.iter().find(is_twin)
    }

    /// The number as the desk writes it.
    pub fn written(&self) -> String {
        if self.wording.is_empty() {
            self.amount.words()
        } else {
            self.wording.clone()
        }
    }
}

/// Reads a sheet. `name` is what to call the file.
///
/// # Errors
/// It is from a newer version, no YAML, has keys that mean nothing, or an entry says nothing.
pub fn read(name: &str, text: &str) -> Result<Sheet, Error> {
    file::read(name, text)
}

/// The text of a new sheet; `open` are figures on which nobody has agreed yet, as comments.
pub fn written(entries: &[Entry], open: &[String]) -> String {
    file::written(entries, open)
}
