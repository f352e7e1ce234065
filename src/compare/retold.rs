//! An increment that is a count told again: "another 17 were hurt" in a text that counts the dead, too, where other words
//! give 17 hurt of the same event. They stand beside the dead, and are no 17 more.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::claims::{Modality, Polarity};
use crate::decimal::Decimal;
use crate::resolve::Record;

/// What is counted, of which event, and how many.
type Count<'r> = (usize, Option<usize>, &'r str, Decimal);

/// The increments that are read as counts, by index among the records. A text that counts its own others besides means more:
/// "ten are dead; another five died", "in the north wing 23 were hurt, another 23 in the south wing".
pub(super) fn adopted(records: &[&Record]) -> FxHashMap<usize, Record> {
    let is_increment = |record: &Record| record.claim.value.increment;
    let mut told: BTreeSet<Count<'_>> = BTreeSet::new();
    let mut counted: BTreeSet<(usize, &str, usize)> = BTreeSet::new();
    for record in records.iter().filter(|record| !is_increment(record)) {
        if let Some(count) = count(record) {
            told.insert(count);
            if !record.claim.notes.contains(&OTHERS) {
                counted.insert((record.article, count.2, count.0));
            }
        }
    }
    let is_told = |record: &Record| {
        let Some(count) = count(record).filter(|count| told.contains(count)) else {
            return false;
        };
        let (article, event) = (record.article, count.2);
        let mut kinds = counted.range((article, event, 0)..=(article, event, usize::MAX));
        let beside_another = kinds.clone().next().is_some();
        beside_another && kinds.all(|(_, _, kind)| *kind != count.0)
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

/// The note on those who are counted beside others.
const OTHERS: &str = "others";

fn count(record: &Record) -> Option<Count<'_>> {
    let claim = &record.claim;
    let event = record.event.as_ref().filter(|event| !event.ongoing)?;
    let states = claim.polarity == Polarity::Affirmed && claim.modality == Modality::Actual;
    let number = claim.value.number.filter(|_| states)?;
    Some((claim.claim_type, claim.aspect, event.id.as_str(), number))
}
