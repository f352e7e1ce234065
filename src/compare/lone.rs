//! Dead of whom a text tells one group alone: "the strike killed 14 civilians", in a text that counts no others of the same
//! event, is its toll, and answers what "19 people were killed" does. That the five others may have been no civilians is
//! said by the verdict, which knows the noun.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::claims::{Frame, Modality, Polarity};
use crate::decimal::Decimal;
use crate::resolve::Record;
use crate::schema::claim_type::Basis;

/// The sides of a fight, whose reports count the enemy's dead and leave out others: "11 terrorists" is no toll.
const SIDES: [&str; 2] = ["combatant", PERPETRATOR];
/// Attackers who die are mostly left out of the toll.
const PERPETRATOR: &str = "perpetrator";
/// The note on a count of one group that is the toll of its text.
pub(super) const ALONE: &str = "alone-of-its-text";

/// An event of one text, and what is counted of it.
type Told<'r> = (usize, &'r str, usize, Option<usize>);

/// The records that are read as counts of everybody, by index among the records.
pub(super) fn adopted(records: &[&Record]) -> FxHashMap<usize, Record> {
    let mut groups: BTreeMap<Told<'_>, Vec<usize>> = BTreeMap::new();
    let mut others: BTreeMap<Told<'_>, Vec<(Option<Decimal>, bool)>> = BTreeMap::new();
    for (at, record) in records.iter().enumerate() {
        let Some(told) = told(record).filter(|_| !is_part(record)) else {
            continue;
        };
        let role = record.who.facets.role.as_deref();
        let is_toll = record.basis == Basis::Incident;
        if is_toll && role.is_some_and(|role| !SIDES.contains(&role)) {
            groups.entry(told).or_default().push(at);
        } else if role != Some(PERPETRATOR) {
            let others = others.entry(told).or_default();
            // "Killed 37 civilians. It had put the toll at 30": a toll below their number counts no others with them.
            others.push((record.claim.value.number, record.claim.frame == Frame::Toll));
        }
    }
    let number = |at: usize| records[at].claim.value.number;
    let role = |at: usize| records[at].who.facets.role.as_deref();
    let lone = groups.into_iter().filter(|(told, counts)| {
        // A day's round-up counts those of several attacks.
        let (first, group) = (number(counts[0]), role(counts[0]));
        let is_same = |at: &usize| number(*at) == first && role(*at) == group;
        let one = first.is_some() && counts.iter().all(is_same);
        let mut others = others.get(told).into_iter().flatten();
        one && others.all(|(other, toll)| *other == first || *toll && *other < first)
    });
    lone.flat_map(|(_, counts)| counts)
        .map(|at| (at, everybody(records[at])))
        .collect()
}

/// What a claim counts of which event; none for what is denied, feared or part of a war.
fn told(record: &Record) -> Option<Told<'_>> {
    let claim = &record.claim;
    let event = record.event.as_ref().filter(|event| !event.ongoing)?;
    let states = claim.polarity == Polarity::Affirmed && claim.modality == Modality::Actual;
    states.then_some((
        record.article,
        event.id.as_str(),
        claim.claim_type,
        claim.aspect,
    ))
}

/// Children and women are some of a group, and so is a part of any count.
fn is_part(record: &Record) -> bool {
    let facets = &record.who.facets;
    let plain = facets.role.is_none() && facets.age_sex.is_some();
    plain || record.claim.part_of.is_some() || record.claim.value.increment
}

fn everybody(record: &Record) -> Record {
    let mut record = record.clone();
    record.who.facets.role = None;
    record.claim.notes.push(ALONE);
    record
}
