//! Days and intervals of days. The calendar itself is jiff's; nothing here knows today's date.

pub use jiff::civil::{Date, Weekday};
pub use jiff::{Span as Length, ToSpan};

/// The days on which something may have been so, both ends included; a missing end is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub struct DateRange {
    /// Earliest possible day.
    pub from: Option<Date>,
    /// Latest possible day.
    pub to: Option<Date>,
}

impl DateRange {
    /// One known day.
    pub const fn day(date: Date) -> Self {
        Self {
            from: Some(date),
            to: Some(date),
        }
    }

    /// True when both ends are unknown.
    pub const fn is_unknown(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// True when `day` lies within; an unknown end is open.
    pub fn covers(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// True when every day of this range is before every day of `other`.
    pub fn is_before(&self, other: &Self) -> bool {
        matches!((self.to, other.from), (Some(to), Some(from)) if to < from)
    }
}
