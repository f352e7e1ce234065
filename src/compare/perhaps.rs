//! Incidents that may be one, though no text says so: of one kind and day, in places of which one may hold the other. What is
//! counted of them is set side by side, and the verdict stays open.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use rustc_hash::FxHashMap;

use super::map::{Map, is_day};
use super::story::{Incident, adopt, days_agree, incidents, is_retold, of_one_kind, one_text};
use super::time;
use crate::decimal::Decimal;
use crate::resolve::{Event, Record, VIOLENCE, family, is_country};
use crate::schema::Schema;

/// The least that speaks for two being one. Tried on the articles of many shootings, of which none may be joined.
const ENOUGH: u8 = 4;
/// A second incident that as much speaks for, but for less than this, leaves open which of the two is meant.
const CLEAR: u8 = 2;
/// The most days that an incident is told to have happened on, one of them.
const FEW_DAYS: i32 = 4;
/// A count that is the same in both speaks for one when it is not small.
const TELLING: u32 = 5;
/// From so many on it speaks twice.
const TELLING_MUCH: u32 = 20;

/// Records with the event of another incident, by index among the records.
type Adopted = FxHashMap<usize, Record>;

/// The records whose incident may be another's, with that one's event; and those of which a large count that both give leaves
/// little doubt.
pub(super) fn adopted(records: &[&Record], schema: &Schema) -> (Adopted, Adopted) {
    let incidents = incidents(records.iter().copied());
    let map = Map::new(records.iter().copied(), schema);
    let heirs = heirs(&incidents, &map);
    let heir_of = |record: &Record| heirs.get(record.event.as_ref()?.id.as_str()).copied();
    let (mut open, mut sure) = (Adopted::default(), Adopted::default());
    for (at, record) in records.iter().enumerate() {
        if let Some((event, is_sure)) = heir_of(record) {
            let into = if is_sure { &mut sure } else { &mut open };
            into.insert(at, adopt(record, event));
        }
    }
    (open, sure)
}

/// "A car bomb killed 23 and hurt 60", "the blast killed 32 and hurt 60": one town, one day, and as many hurt.
fn is_sure(a: &Incident<'_>, b: &Incident<'_>) -> bool {
    let one_day = is_day(a.event) && is_day(b.event) && a.event.date == b.event.date;
    let spot = a.event.place.as_deref().filter(|place| !is_country(place));
    let large = |(_, number): &(usize, Decimal)| *number >= Decimal::from(TELLING_MUCH);
    one_day
        && spot.is_some()
        && spot == b.event.place.as_deref()
        && a.counts.intersection(&b.counts).any(large)
}

/// By the id of an event the one that it may be, and whether little doubt is left.
fn heirs<'r>(incidents: &[Incident<'r>], map: &Map<'_>) -> BTreeMap<&'r str, (&'r Event, bool)> {
    let mut clusters = Clusters::default();
    let mut heirs = BTreeMap::new();
    for (at, incident) in incidents.iter().enumerate() {
        let Some((country, days)) = block(incident, map) else {
            continue;
        };
        let near = clusters.near(country, &days);
        let cluster = match clusters.meant(&near, incident, incidents, map) {
            Some(cluster) => {
                let first = clusters.members[cluster][0];
                let mut known = clusters.members[cluster].iter();
                let sure = known.any(|at| is_sure(&incidents[*at], incident));
                heirs.insert(incident.event.id.as_str(), (incidents[first].event, sure));
                cluster
            }
            None => clusters.open(),
        };
        clusters.add(cluster, at, country, days);
    }
    heirs
}

/// Incidents that may be one, by index.
#[derive(Default)]
struct Clusters<'m> {
    members: Vec<Vec<usize>>,
    by_day: FxHashMap<(&'m str, i32), Vec<usize>>,
}

impl<'m> Clusters<'m> {
    /// Those of one country that tell of one of the days, ascending.
    fn near(&self, country: &'m str, days: &RangeInclusive<i32>) -> BTreeSet<usize> {
        let told = days.clone();
        let told = told.filter_map(|day| self.by_day.get(&(country, day)));
        told.flatten().copied().collect()
    }

    /// The one of `near` that enough speaks for, and clearly more than for any other.
    fn meant(
        &self,
        near: &BTreeSet<usize>,
        incident: &Incident<'_>,
        incidents: &[Incident<'_>],
        map: &Map<'_>,
    ) -> Option<usize> {
        let known = |cluster: usize| self.members[cluster].iter().map(|at| &incidents[*at]);
        let fits = |cluster: &&usize| known(**cluster).all(|it| may_be_one(it, incident, map));
        let best = |cluster: usize| known(cluster).map(|it| weight(it, incident)).max();
        let fitting = near.iter().filter(fits);
        let mut ranked: Vec<(u8, usize)> =
            fitting.filter_map(|it| Some((best(*it)?, *it))).collect();
        ranked.sort_by_key(|(weight, cluster)| (Reverse(*weight), *cluster));
        let (first, cluster) = *ranked.first()?;
        let second = ranked.get(1).map_or(0, |(weight, _)| *weight);
        let clear = first >= ENOUGH && (second < ENOUGH || first >= second + CLEAR);
        clear.then_some(cluster)
    }

    fn open(&mut self) -> usize {
        self.members.push(Vec::new());
        self.members.len() - 1
    }

    fn add(&mut self, cluster: usize, at: usize, country: &'m str, days: RangeInclusive<i32>) {
        self.members[cluster].push(at);
        for day in days {
            self.by_day.entry((country, day)).or_default().push(cluster);
        }
    }
}

/// The country and the days of an incident that can be told from others.
fn block<'m>(
    incident: &'m Incident<'_>,
    map: &'m Map<'_>,
) -> Option<(&'m str, RangeInclusive<i32>)> {
    let event = incident.event;
    let place = event.place.as_deref()?;
    let (from, to) = time::ends(event.date)?;
    let deed = family(&event.kind) == VIOLENCE;
    (deed && to - from <= FEW_DAYS).then_some(())?;
    Some((map.country(place)?, from..=to))
}

/// True when nothing keeps two incidents from being one.
fn may_be_one(a: &Incident<'_>, b: &Incident<'_>, map: &Map<'_>) -> bool {
    !one_text(a, b)
        && of_one_kind(a.event, b.event)
        && days_agree(a.event, b.event)
        && is_retold(a, b)
        && places_agree(a.event, b.event, map)
        && !map.parts(a.event, b.event)
}

/// One place lies in the other, or the other is a part of the country around it.
fn places_agree(a: &Event, b: &Event, map: &Map<'_>) -> bool {
    let (Some(p), Some(q)) = (a.place.as_deref(), b.place.as_deref()) else {
        return false;
    };
    let wide = map.is_wide(p) || map.is_wide(q);
    p == q || is_inside(a, q) || is_inside(b, p) || wide && map.may_hold(a, b)
}

/// What speaks for two incidents that may be one.
fn weight(a: &Incident<'_>, b: &Incident<'_>) -> u8 {
    let days = if is_day(a.event) && is_day(b.event) && a.event.date == b.event.date {
        2
    } else {
        1
    };
    days + place(a.event, b.event) + counts(a, b)
}

/// One spot speaks more than a place and what is known to hold it, that more than a part of its country, and the country not at
/// all.
fn place(a: &Event, b: &Event) -> u8 {
    let (Some(p), Some(q)) = (a.place.as_deref(), b.place.as_deref()) else {
        return 0;
    };
    let country = is_country(p) || is_country(q);
    match (p == q, country) {
        (_, true) => 0,
        (true, false) => 3,
        (false, false) => 1 + u8::from(is_inside(a, q) || is_inside(b, p)),
    }
}

/// True when the event's own text puts its place into another.
fn is_inside(event: &Event, outer: &str) -> bool {
    !event.supposed && event.within.iter().any(|it| it == outer)
}

fn counts(a: &Incident<'_>, b: &Incident<'_>) -> u8 {
    let shared = a.counts.intersection(&b.counts).map(|(_, number)| {
        u8::from(*number >= Decimal::from(TELLING))
            + u8::from(*number >= Decimal::from(TELLING_MUCH))
    });
    shared.sum::<u8>().min(3)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{event, told};
    use super::*;

    fn attack(place: &str, within: &[&str], from: &str, to: &str) -> Event {
        Event {
            within: within.iter().map(|it| (*it).to_owned()).collect(),
            ..event("attack", Some(place), from, to)
        }
    }

    const DAY: [&str; 2] = ["2024-05-06", "2024-05-06"];

    #[test]
    fn a_place_speaks_more_the_smaller_it_is() {
        let of = |place, within: &[&str]| attack(place, within, DAY[0], DAY[1]);
        let village = of("~harsk", &["linden", "DE"]);
        assert_eq!(place(&village, &of("~harsk", &[])), 3);
        assert_eq!(place(&village, &of("linden", &["DE"])), 2);
        assert_eq!(place(&of("~harsk", &[]), &of("linden", &["DE"])), 1);
        assert_eq!(place(&village, &of("DE", &[])), 0);
    }

    #[test]
    fn what_is_supposed_lies_in_nothing() {
        let mut village = attack("~harsk", &["linden"], DAY[0], DAY[1]);
        assert!(is_inside(&village, "linden"));
        village.supposed = true;
        assert!(!is_inside(&village, "linden"));
    }

    #[test]
    fn one_large_number_speaks_as_much_as_two_of_some_size() {
        let event = attack("linden", &[], DAY[0], DAY[1]);
        let both =
            |numbers: &[(usize, u32)]| counts(&told(&event, numbers), &told(&event, numbers));
        assert_eq!(both(&[(0, 4)]), 0);
        assert_eq!(both(&[(0, 5), (1, 4)]), 1);
        assert_eq!(both(&[(0, 24)]), 2);
        assert_eq!(both(&[(0, 5), (1, 6)]), 2);
        assert_eq!(both(&[(0, 24), (1, 42), (1, 12)]), 3);
    }

    #[test]
    fn a_day_speaks_more_than_some_days() {
        let day = attack("linden", &[], DAY[0], DAY[1]);
        let days = attack("linden", &[], DAY[0], "2024-05-08");
        assert_eq!(weight(&told(&day, &[]), &told(&day, &[])), 5);
        assert_eq!(weight(&told(&day, &[]), &told(&days, &[])), 4);
    }
}
