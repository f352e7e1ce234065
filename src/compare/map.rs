//! What lies where, as far as two incidents can be one by it.

use std::collections::{BTreeMap, BTreeSet};

use crate::resolve::{Event, Record, is_country, is_direction, is_war};
use crate::schema::{Lent, NamedEvent, Schema};

/// What lies where, and the wars of the schema. Where a war goes on each day has dead of its own: two days next to each
/// other are no one night.
pub(super) struct Map<'r> {
    wars: Vec<&'r NamedEvent>,
    within: BTreeMap<&'r str, &'r [String]>,
    /// The places of which no text says where they lie.
    supposed: BTreeSet<&'r str>,
    /// The places that hold others of a list: no towns.
    holders: BTreeSet<&'r str>,
    /// The last words of names of more than a town.
    wide_words: &'r [Lent],
}

impl<'r> Map<'r> {
    /// Notes the places of the records and the wars of the schema.
    pub(super) fn new(
        records: impl Iterator<Item = &'r Record> + Clone,
        schema: &'r Schema,
    ) -> Self {
        let places = records.clone().filter_map(|record| record.place.as_ref());
        let places = places.map(|it| (it.id.as_str(), (!it.supposed, &*it.within)));
        let events = records.filter_map(|record| record.event.as_ref());
        let spots =
            events.filter_map(|it| Some((it.place.as_deref()?, (!it.supposed, &*it.within))));
        let mut known: BTreeMap<&str, (bool, &[String])> = BTreeMap::new();
        for (id, told) in places.chain(spots) {
            // What is said before what is supposed; then the fullest chain; among equals the first by text.
            let known = known.entry(id).or_insert(told);
            let tells = |chain: &[String]| chain.first().is_some_and(|it| !is_country(it));
            let rank = |(said, chain): (bool, &[String])| (said && tells(chain), chain.len());
            if (rank(told), known.1) > (rank(*known), told.1) {
                *known = told;
            }
        }
        let supposed = known
            .iter()
            .filter(|(_, (said, _))| !said)
            .map(|(id, _)| *id);
        let supposed = supposed.collect();
        let listed = known.iter().filter(|(id, _)| !id.starts_with('~'));
        let holders = listed.flat_map(|(_, (_, chain))| chain.iter().map(String::as_str));
        let holders = holders.collect();
        let within = known.into_iter().map(|(id, (_, chain))| (id, chain));
        let wars = schema.events.iter();
        Self {
            wars: wars.filter(|it| it.ongoing && is_war(&it.kind)).collect(),
            within: within.collect(),
            supposed,
            holders,
            wide_words: &schema.lexicon.incidents.wide_words,
        }
    }

    /// True when one place lies in the other, or both in one part of a country.
    pub(super) fn one_region(&self, a: &Event, b: &Event) -> bool {
        let places = a.place.as_deref().zip(b.place.as_deref());
        places.is_some_and(|(a, b)| self.in_one_region(a, b))
    }

    /// The same of two places.
    pub(super) fn in_one_region(&self, a: &str, b: &str) -> bool {
        let others = self.part_of(b);
        self.part_of(a).any(|id| others.clone().any(|it| it == id))
    }

    /// A place and what holds it, as far as that is less than a country.
    fn part_of<'s>(&'s self, place: &'s str) -> impl Iterator<Item = &'s str> + Clone {
        self.chain(place).take_while(|id| !is_country(id))
    }

    /// A place and what holds it, the narrowest first.
    fn chain<'s>(&'s self, place: &'s str) -> impl Iterator<Item = &'s str> + Clone {
        let within = self.within.get(place).copied().unwrap_or_default();
        std::iter::once(place).chain(within.iter().map(String::as_str))
    }

    /// True when the places of two incidents lie in different countries, or different parts of one.
    pub(super) fn in_two_parts(&self, a: &Event, b: &Event) -> bool {
        let Some((a, b)) = a.place.as_deref().zip(b.place.as_deref()) else {
            return false;
        };
        let Some((home, abroad)) = self.country(a).zip(self.country(b)) else {
            return false;
        };
        let part = |place| self.part_of(place).last();
        let known = |id: &str| !id.starts_with('~') && !is_direction(id) && self.is_wide(id);
        let parts = part(a).zip(part(b));
        home != abroad || parts.is_some_and(|(a, b)| a != b && known(a) && known(b))
    }

    /// The country of a place.
    pub(super) fn country<'s>(&'s self, place: &'s str) -> Option<&'s str> {
        self.chain(place).find(|id| is_country(id))
    }

    /// True when a place may hold another that no list has: it is around it, or a part of the same country known by its
    /// direction, or one of the two is not told at all.
    pub(super) fn may_hold(&self, a: &Event, b: &Event) -> bool {
        let within = |place: &str| self.within.get(place).copied().unwrap_or_default();
        // Of a village that is in no list nothing may be said but its country.
        let may_lie = |outer: &str, inner: &str| {
            let first = within(inner).first();
            let around = first.is_none_or(|it| is_country(it) || within(outer).contains(it));
            inner.starts_with('~') && (self.supposed.contains(inner) || around)
        };
        let holds = |outer: &str, inner: &str| {
            within(inner).iter().any(|id| id == outer)
                || (is_direction(outer) || may_lie(outer, inner) && !outer.starts_with('~'))
                    && self.country(outer).is_some()
                    && self
                        .country(inner)
                        .is_none_or(|it| Some(it) == self.country(outer))
        };
        let places = a.place.as_deref().zip(b.place.as_deref());
        places.is_none_or(|(a, b)| a == b || holds(a, b) || holds(b, a))
    }

    /// True for a country or a part of one: no town.
    pub(super) fn is_wide(&self, place: &str) -> bool {
        let last = place.split('.').next().and_then(|it| it.rsplit('-').next());
        let named = last.is_some_and(|last| self.wide_words.iter().any(|word| word == last));
        named || is_country(place) || is_direction(place) || self.holders.contains(place)
    }

    /// True when two days are told of one place that is at war.
    pub(super) fn parts(&self, a: &Event, b: &Event) -> bool {
        let (Some(place), Some(day)) = (a.place.as_deref(), a.date.from) else {
            return false;
        };
        let two_days = is_day(a) && is_day(b) && a.date != b.date;
        let within = self.within.get(place).copied().unwrap_or_default();
        let here = |war: &str| war == place || within.iter().any(|it| it == war);
        let at_war =
            |war: &&&NamedEvent| war.date.covers(day) && war.place.as_deref().is_some_and(here);
        two_days && self.wars.iter().any(|war| at_war(&war))
    }
}

/// True when the words give the day.
pub(super) fn is_day(event: &Event) -> bool {
    event.date.from.is_some() && event.date.from == event.date.to
}
