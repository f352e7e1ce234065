//! Counts of a war that their text does not name: "1,800 have died in the bombing campaign". Where the articles together
//! speak of one listed war of those days, they may be of that one; the verdict remembers that no text says so.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::time;
use crate::resolve::{Event, Record, is_war};
use crate::schema::claim_type::Basis;

/// The kind of a discovered event that goes on for days: an offensive, a bombing campaign.
const OPERATION: &str = "operation";

/// The records that may be of the one war of the pot, by index among the records, with that war for their event.
pub(super) fn adopted(records: &[Record]) -> FxHashMap<usize, Record> {
    let wars = wars(records);
    if wars.is_empty() {
        return FxHashMap::default();
    }
    let of_a_war = |record: &Record| {
        let mut then = wars.values().filter(|war| goes_on(war, record));
        let war = then.next().filter(|_| then.next().is_none())?;
        let mut adopted = record.clone();
        adopted.event = Some((*war).clone());
        Some(adopted)
    };
    records
        .iter()
        .enumerate()
        .filter(|(_, record)| is_unnamed_war(record))
        .filter_map(|(at, record)| Some((at, of_a_war(record)?)))
        .collect()
}

/// The listed wars that records are tied to, by id.
fn wars(records: &[Record]) -> BTreeMap<&str, &Event> {
    records
        .iter()
        .filter_map(|record| record.event.as_ref())
        .filter(|event| event.named && event.ongoing && is_war(&event.kind))
        .map(|event| (event.id.as_str(), event))
        .collect()
}

/// A count so far of a war or campaign, told without a name, a place, or a group.
fn is_unnamed_war(record: &Record) -> bool {
    let unnamed = |event: &Event| {
        let lasts = is_war(&event.kind) || event.kind == OPERATION;
        !event.named && event.place.is_none() && lasts
    };
    record.basis == Basis::Cumulative
        && record.place.is_none()
        && record.who.facets.is_empty()
        && record.event.as_ref().is_some_and(unnamed)
}

/// The war had begun when the record was true.
fn goes_on(war: &Event, record: &Record) -> bool {
    time::known(&record.as_of)
        .and_then(|range| range.from)
        .is_some_and(|day| war.date.covers(day))
}
