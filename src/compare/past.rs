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

/// The records of earlier events whose articles lie too far apart, by index among the records, with an event of their own.
pub(super) fn adopted(articles: &[Article], records: &[Record]) -> FxHashMap<usize, Record> {
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
    let mut adopted = FxHashMap::default();
    for mut claims in told.into_values() {
        claims.sort_unstable();
        let parts = claims.chunk_by(|(a, _), (b, _)| (*b - *a).get_days() <= APART);
        for part in parts.skip(1) {
            let first = part[0].0;
            for (_, at) in part {
                let mut record = records[*at].clone();
                if let Some(event) = &mut record.event {
                    event.id.push('@');
                    event.id.push_str(&first.to_string());
                }
                adopted.insert(*at, record);
            }
        }
    }
    adopted
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
