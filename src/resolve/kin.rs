//! What claims of one article that belong together have from each other.

use super::{Evidence, Record};
use crate::claims::Frame;

/// A part has event, place, basis and as-of of its whole, where its own clause does not say otherwise; a toll that rises
/// by an increment is of the people of the increment.
pub(super) fn share(records: &mut [Record]) {
    for at in 0..records.len() {
        let whole = records[at]
            .claim
            .part_of
            .and_then(|whole| records.get(whole));
        if let Some(whole) = whole.cloned() {
            of_whole(&mut records[at], &whole);
        }
        if let Some(increment) = increment_of(records, at) {
            records[at].who = records[increment].who.clone();
        }
    }
}

fn of_whole(part: &mut Record, whole: &Record) {
    let own_event = part.event.as_ref().map(|event| event.evidence);
    if own_event.is_none_or(|evidence| evidence != Evidence::Clause) && whole.event.is_some() {
        part.event.clone_from(&whole.event);
        part.basis = whole.basis;
        part.as_of = whole.as_of;
    }
    let own_place = part.place.as_ref().map(|place| place.evidence);
    if own_place.is_none_or(|evidence| evidence != Evidence::Clause) && whole.place.is_some() {
        part.place.clone_from(&whole.place);
    }
}

/// "2 more journalists killed, pushing the death toll to 109": the increment that a toll of unknown people rises by.
fn increment_of(records: &[Record], toll: usize) -> Option<usize> {
    let this = &records[toll];
    if this.claim.frame != Frame::Toll || this.who.text.is_some() {
        return None;
    }
    let of_one_kind = |other: &Record| {
        other.claim.sentence == this.claim.sentence
            && other.claim.claim_type == this.claim.claim_type
            && other.claim.value.increment
            && other.claim.counted.is_some()
    };
    records.iter().position(of_one_kind)
}
