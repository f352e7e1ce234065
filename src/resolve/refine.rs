//! The spot of a deed that one of its claims names: "a strike in Sudan killed 31", beneath a headline "31 killed in North
//! Kordofan". A deed has one spot; where a text puts all its counts at one smaller place, that is where it was.

use std::collections::{BTreeMap, BTreeSet};

use super::place::is_direction;
use super::scene::Scene;
use super::unnamed::{VIOLENCE, family, same_kind};
use super::{Event, Evidence, Place, Record};
use crate::decimal::Decimal;

/// Puts the deeds of a text at the one smaller place that its claims name.
pub(super) fn settle(scene: &Scene<'_>, records: &mut [Record]) {
    let mut by_event: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, record) in records.iter().enumerate() {
        let deed = record.event.as_ref().filter(|event| {
            !event.named && family(&event.kind) == VIOLENCE && event.place.is_some()
        });
        if let Some(event) = deed {
            by_event.entry(event.id.clone()).or_default().push(at);
        }
    }
    for claims in by_event.into_values() {
        if let Some(spot) = spot(scene, records, &claims) {
            for at in claims {
                put_at(&mut records[at], &spot);
            }
        }
    }
}

/// A count that is the same of both speaks for one deed when it is not small.
const TELLING: u32 = 5;

/// "A strike in Idlib killed 28. (…) They died when a school in Harsk was hit, 28 in all": two deeds of one day and kind, in
/// places of which one holds the other, with one count, are one.
pub(super) fn join(scene: &Scene<'_>, records: &mut [Record]) {
    let deeds: Vec<(usize, Event)> = records
        .iter()
        .enumerate()
        .filter(|(_, record)| record.claim.part_of.is_none())
        .filter_map(|(at, record)| Some((at, deed(record)?.clone())))
        .collect();
    for (at, outer) in &deeds {
        let counted = |it: usize| (records[it].claim.claim_type, records[it].claim.value.number);
        let tells = counted(*at)
            .1
            .is_some_and(|it| it >= Decimal::from(TELLING));
        let inner = deeds.iter().find(|(other, inner)| {
            let places = outer.place.as_deref().zip(inner.place.as_deref());
            tells
                && counted(*at) == counted(*other)
                && outer.date == inner.date
                && same_kind(&outer.kind, &inner.kind)
                && places.is_some_and(|(outer, inner)| scene.atlas.contains(outer, inner))
        });
        let spot = inner.and_then(|(_, inner)| scene.atlas.by_id(inner.place.as_deref()?));
        let Some(spot) = spot.filter(|it| !is_direction(&it.name)) else {
            continue;
        };
        let spot = Place::new(spot, None, Evidence::Inferred);
        for record in records.iter_mut() {
            let own = record.event.as_ref();
            if own.is_some_and(|own| own.id == outer.id && own.place == outer.place) {
                put_at(record, &spot);
            }
        }
    }
}

/// An act of violence of one day that is in no list.
fn deed(record: &Record) -> Option<&Event> {
    let event = record.event.as_ref()?;
    let day = event.date.from.is_some() && event.date.from == event.date.to;
    (day && !event.named && family(&event.kind) == VIOLENCE).then_some(event)
}

/// The one place inside that of the event that its claims name, where no count is of more than it.
fn spot(scene: &Scene<'_>, records: &[Record], claims: &[usize]) -> Option<Place> {
    let outer = records[claims[0]].event.as_ref()?.place.clone()?;
    let inside = |record: &Record| {
        let place = record.place.as_ref()?;
        let named = place.evidence == Evidence::Clause && !is_direction(&place.name);
        (named && scene.atlas.contains(&outer, &place.id)).then(|| place.clone())
    };
    let mut spots = claims.iter().filter_map(|at| inside(&records[*at]));
    let first = spots.next()?;
    if spots.any(|it| it.id != first.id) {
        return None;
    }
    let mut there: BTreeMap<usize, BTreeSet<Option<Decimal>>> = BTreeMap::new();
    let mut elsewhere = there.clone();
    let wholes = claims
        .iter()
        .filter(|at| records[**at].claim.part_of.is_none());
    for record in wholes.map(|at| &records[*at]) {
        let counts = if inside(record).is_some() {
            &mut there
        } else {
            &mut elsewhere
        };
        let claim = &record.claim;
        counts
            .entry(claim.claim_type)
            .or_default()
            .insert(claim.value.number);
    }
    // "Strikes killed 40, twelve of them in Harsk": a part of them.
    let is_part = there.iter().any(|(kind, counts)| {
        elsewhere
            .get(kind)
            .is_some_and(|others| !others.is_subset(counts))
    });
    (!is_part).then_some(first)
}

fn put_at(record: &mut Record, spot: &Place) {
    let Some(event) = &mut record.event else {
        return;
    };
    if let Some(outer) = event.place.replace(spot.id.clone()) {
        let old = format!(":{outer}");
        event.id = event.id.replacen(&old, &format!(":{}", spot.id), 1);
    }
    if let Some((kind, _)) = event.label.split_once(", ") {
        event.label = format!("{kind}, {}", spot.name);
    }
    event.within = std::sync::Arc::clone(&spot.within);
    event.supposed = spot.supposed;
}

#[cfg(test)]
mod tests {
    use crate::claims::Frame;
    use crate::resolve::fixture::{deaths, records};

    /// The event of the first of the counts, in a text written on Monday, 4 March 2030.
    fn check(text: &str, counts: &[(&str, &str)], wanted: &str) {
        let said = counts
            .iter()
            .map(|(count, trigger)| deaths(Frame::Active, count, "people", trigger));
        let records = records(text, "2030-03-04", &said.collect::<Vec<_>>());
        let event = records[0].event.as_ref();
        assert_eq!(event.map_or("-", |event| &event.id), wanted, "{text}");
    }

    #[test]
    fn a_deed_is_where_its_one_count_is() {
        check(
            "Strike in Sudan\n\nA drone strike in Sudan's South Darfur state killed 31 people on Sunday.",
            &[("31", "killed")],
            "strike:south-darfur:2030-03-03",
        );
    }
}
