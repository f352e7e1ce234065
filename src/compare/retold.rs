//! An increment that is none: "another 17 were hurt" right behind a count of the dead, in a text that counts no other hurt.
//! They stand beside the dead, and are no 17 more. So they do elsewhere in it, where other words give 17 hurt of the event.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use crate::claims::{Modality, Polarity, SINGULAR};
use crate::decimal::Decimal;
use crate::resolve::Record;

/// What is counted, of which event, and how many.
type Count<'r> = (usize, Option<usize>, &'r str, Decimal);

/// The increments that are read as counts, by index among the records. A text that counts its own others besides means more:
/// "ten are dead; another five died", "in the north wing 23 were hurt, another 23 in the south wing".
pub(super) fn adopted(records: &[&Record]) -> FxHashMap<usize, Record> {
    let is_increment = |record: &Record| record.claim.value.increment;
    let mut told: BTreeSet<Count<'_>> = BTreeSet::new();
    let mut counted: BTreeMap<(usize, &str, usize), BTreeSet<usize>> = BTreeMap::new();
    for record in records.iter().filter(|record| !is_increment(record)) {
        if let Some(count) = count(record) {
            told.insert(count);
            // "A boy carries a sister hurt in the strikes": one of them, and no count.
            let single = record.claim.quantity.rule == SINGULAR;
            if !single && !record.claim.notes.contains(&OTHERS) {
                let kind = counted.entry((record.article, count.2, count.0));
                kind.or_default().insert(record.claim.sentence);
            }
        }
    }
    let is_told = |record: &Record| {
        let Some(count) = count(record) else {
            return false;
        };
        let (article, event) = (record.article, count.2);
        let of_event = (article, event, 0)..=(article, event, usize::MAX);
        let mut kinds = counted.range(of_event);
        let at = record.claim.sentence;
        let right_before = at.saturating_sub(1)..=at;
        let beside = |told_elsewhere: bool, sentences: &BTreeSet<usize>| {
            told_elsewhere || sentences.range(right_before.clone()).next().is_some()
        };
        let is_told = told.contains(&count);
        let beside_another = kinds
            .clone()
            .any(|(_, sentences)| beside(is_told, sentences));
        beside_another && kinds.all(|((_, _, kind), _)| *kind != count.0)
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
