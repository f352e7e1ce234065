//! `lexicon/calendar.yaml`: names of months and days, and words of time.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::schema::Lent;

/// Words of time, in lower case.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// What the file is for.
    pub about: String,
    /// January to December, each with its abbreviations.
    pub months: Vec<Vec<Lent>>,
    /// Month names that are also other words.
    pub doubtful_months: Vec<Lent>,
    /// Words after which a month name stands alone.
    pub into_month: Vec<Lent>,
    /// Monday to Sunday, each with its abbreviations.
    pub weekdays: Vec<Vec<Lent>>,
    /// Days from the day of writing: yesterday is -1.
    pub days: BTreeMap<String, i8>,
    /// "last week" is -1, "this week" 0, "next week" 1.
    pub before: BTreeMap<String, i8>,
    /// "the last 24 hours": -1 for the past, 1 for the future.
    pub windows: BTreeMap<String, i8>,
    /// After a length of time: so long before.
    pub ago: Vec<Lent>,
    /// Before a date: from then on.
    pub since: Vec<Lent>,
    /// Before a date: up to then.
    pub until: Vec<Lent>,
    /// Before a date: later than then.
    pub after: Vec<Lent>,
    /// Before a time of day without a colon: "at 2200".
    pub clock_before: Vec<Lent>,
    /// After a time of day: "p.m.", "GMT".
    pub day_parts: Vec<Lent>,
}
