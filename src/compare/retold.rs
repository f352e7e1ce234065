//! An increment that is a count told again: "another 53 were wounded" in a text that counts the dead, too, where other words
//! give 53 wounded of the same event. They stand beside the dead, and are no 53 more.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::claims::{Modality, Polarity};
use crate::decimal::Decimal;
use crate::resolve::Record;

/// What is counted, of which event, and how many.
type Count<'r> = (usize, Option<usize>, &'r str, Decimal);

/// The increments that are read as counts, by index among the records.
pub(super) fn adopted(records: &[&Record]) -> FxHashMap<usize, Record> {
    let is_increment = |record: &Record| record.claim.value.increment;
    let mut told: FxHashMap<Count<'_>, BTreeSet<Teller>> = FxHashMap::default();
    let mut counted: BTreeSet<(usize, &str, usize)> = BTreeSet::new();
    for record in records.iter().filter(|record| !is_increment(record)) {
        let beside = record.claim.notes.contains(&OTHERS);
        if let Some(count) = count(record) {
            counted.insert((record.article, count.2, count.0));
            told.entry(count).or_default().insert(Teller {
                article: record.article,
                beside,
            });
        }
    }
    // "Twelve died in Tyre. Another 12 died in Sidon": two counts of one text may well be as many.
    let is_told = |record: &Record| {
        let Some(count) = count(record) else {
            return false;
        };
        let of_event = (record.article, count.2, 0)..=(record.article, count.2, usize::MAX);
        let beside_another = counted.range(of_event).any(|(_, _, kind)| *kind != count.0);
        let mut tellers = told.get(&count).into_iter().flatten();
        beside_another && tellers.any(|it| it.beside || it.article != record.article)
    };
    let increments = records.iter().enumerate();
    increments
        .filter(|(_, record)| is_increment(record) && is_told(record))
        .map(|(at, record)| {
            let mut record = (*record).clone();
            record.claim.value.increment = false;
            record.claim.notes.push(OTHERS);
            (at, record)
        })
        .collect()
}

/// An article that gives a count, and whether as that of others than those spoken of before.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Teller {
    article: usize,
    beside: bool,
}

/// The note on those who are counted beside others.
const OTHERS: &str = "others";

fn count(record: &Record) -> Option<Count<'_>> {
    let claim = &record.claim;
    let event = record.event.as_ref().filter(|event| !event.ongoing)?;
    let states = claim.polarity == Polarity::Affirmed && claim.modality == Modality::Actual;
    let number = claim.value.number.filter(|_| states)?;
    Some((claim.claim_type, claim.aspect, event.id.as_str(), number))
}
