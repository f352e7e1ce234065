//! Dates and spans of time as the text names them: for guards here, for as-of later.

use std::ops::Range;

use super::quantity::{Unit, Value};
use crate::calendar::Weekday;
use crate::span::Span;

/// A date, or a stretch of time counted from the day of writing, as named in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// The words: "October 7", "the last 24 hours" without "the".
    pub span: Span,
    /// The tokens under `span`, as indices into the document's tokens.
    pub tokens: Range<usize>,
    /// The sentence, as an index into the document's sentences.
    pub sentence: usize,
    /// The word before it that turns it into a bound: "since October 7".
    pub lead: Lead,
    /// What it says.
    pub kind: DateKind,
}

/// What stands before a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// Nothing that matters.
    None,
    /// From then on: since.
    Since,
    /// Up to then: until, by, before.
    Until,
    /// Later than then: after, from.
    After,
}

/// What a date mention says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateKind {
    /// "7 October 2023", "October 7", "2023-10-07".
    Day {
        /// The year, when given.
        year: Option<i16>,
        /// 1 to 12.
        month: i8,
        /// 1 to 31; not checked against the month.
        day: i8,
    },
    /// "October", "October 2023".
    Month {
        /// The year, when given.
        year: Option<i16>,
        /// 1 to 12.
        month: i8,
    },
    /// "2009".
    Year(i16),
    /// "the 1990s", by its first year.
    Decade(i16),
    /// "Tuesday", "last Tuesday".
    Weekday {
        /// The day of the week.
        day: Weekday,
        /// last −1, this 0, next 1, when said.
        week: Option<i8>,
    },
    /// "yesterday" −1, "today" 0, "overnight" −1: days from the day of writing.
    Days(i8),
    /// "last month" −1, "this year" 0.
    Unit {
        /// week, month, year, …
        unit: Unit,
        /// last −1, this 0, next 1.
        offset: i8,
    },
    /// "three weeks ago".
    Ago {
        /// How many, with its hedge.
        count: Box<Value>,
        /// Of what.
        unit: Unit,
    },
    /// "the last 24 hours", "the next three weeks".
    Window {
        /// The past −1, the future 1.
        direction: i8,
        /// How many, with its hedge.
        count: Box<Value>,
        /// Of what.
        unit: Unit,
    },
}
