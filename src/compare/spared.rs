//! Casualties of whom none died: "five people were shot", in a text that tells of no dead, are the five whom others call
//! injured: a count of several types together is taken for one of them, which its schema names, where the text tells of
//! none of the others and a claim of that type gives the number.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::claims::{Modality, Polarity};
use crate::decimal::Decimal;
use crate::resolve::Record;
use crate::schema::Schema;

/// A count of a type: of which event, and how many.
type Count<'r> = (usize, &'r str, Decimal);

/// The records that are read as counts of another type, by index among the records.
pub(super) fn adopted(records: &[&Record], schema: &Schema) -> FxHashMap<usize, Record> {
    let mut counts: BTreeSet<Count<'_>> = BTreeSet::new();
    let mut told: BTreeSet<(usize, usize, &str)> = BTreeSet::new();
    for record in records {
        if let Some((event, number)) = plain(record) {
            let kind = record.claim.claim_type;
            counts.insert((kind, event, number));
            if !number.is_zero() {
                told.insert((record.article, kind, event));
            }
        }
    }
    let at = |name: &String| schema.types.iter().position(|kind| kind.name == *name);
    let mut adopted = FxHashMap::default();
    for (index, record) in records.iter().enumerate() {
        let own = &schema.types[record.claim.claim_type];
        let Some(kind) = own.taken_for.as_ref().and_then(at) else {
            continue;
        };
        let mut others = own.includes.iter().filter_map(at).filter(|it| *it != kind);
        // "One man was killed and four others were shot": the dead are counted apart.
        let apart = record.claim.notes.contains(&"others");
        let fits = plain(record).is_some_and(|(event, number)| {
            counts.contains(&(kind, event, number))
                && (apart || !others.any(|other| told.contains(&(record.article, other, event))))
        });
        if fits {
            let mut record = (*record).clone();
            record.claim.claim_type = kind;
            record.claim.aspect = None;
            adopted.insert(index, record);
        }
    }
    adopted
}

/// The event and the number of a claim that counts all those concerned.
fn plain(record: &Record) -> Option<(&str, Decimal)> {
    let claim = &record.claim;
    let event = record.event.as_ref().filter(|event| !event.ongoing)?;
    let states = claim.polarity == Polarity::Affirmed && claim.modality == Modality::Actual;
    let number = claim
        .value
        .number
        .filter(|_| states && claim.part_of.is_none())?;
    Some((event.id.as_str(), number))
}
