//! Earlier events of which no day is told: "last year's shooting in Harsk". Two articles that speak of one within weeks may mean
//! one; years apart they hardly do.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::calendar::{Date, DateRange};
use crate::ingest::Article;
use crate::resolve::{EARLIER, Record};

/// Articles that speak of an earlier event so many days apart speak of two. A convention: the months between a deed and its
/// trial.
const APART: i32 = 120;

/// The first day on which articles speak of what they tell, for the records of earlier events whose articles lie too far from
/// others of the same words, by index among the records.
pub(super) fn told(articles: &[Article], records: &[Record]) -> FxHashMap<usize, Date> {
    let mut told: BTreeMap<&str, Vec<(Date, usize)>> = BTreeMap::new();
    for (at, record) in records.iter().enumerate() {
        let event = record
            .event
            .as_ref()
            .filter(|event| event.id.ends_with(EARLIER));
        let day = articles.get(record.article).and_then(|it| it.date);
        if let Some((event, day)) = event.zip(day) {
            told.entry(&event.id).or_default().push((day, at));
        }
    }
    let mut apart = FxHashMap::default();
    for mut claims in told.into_values() {
        claims.sort_unstable();
        let parts = claims.chunk_by(|(a, _), (b, _)| (*b - *a).get_days() <= APART);
        for part in parts.skip(1) {
            let first = part[0].0;
            apart.extend(part.iter().map(|(_, at)| (*at, first)));
        }
    }
    apart
}

/// Gives the event of a record an identity of its own, by that day.
pub(super) fn part(record: &mut Record, first: Date) {
    if let Some(event) = &mut record.event {
        event.id.push('@');
        event.id.push_str(&first.to_string());
    }
}

/// What lay behind when an article was written that does not say when that was.
pub(super) fn is_undated(record: &Record) -> bool {
    let event = record.event.as_ref();
    event.is_some_and(|event| event.date.is_unknown() && event.id.contains(EARLIER))
}

/// True when two pasts end, with the articles that look back, no further apart than one event is spoken of.
pub(super) fn told_within(a: DateRange, b: DateRange) -> bool {
    let ends = a.to.zip(b.to);
    ends.is_none_or(|(a, b)| (a - b).get_days().abs() <= APART)
}
