//! What lies where, as far as two incidents can be one by it.

use std::collections::BTreeMap;

use crate::resolve::{Event, Record, is_country, is_war};
use crate::schema::{NamedEvent, Schema};

/// What lies where, and the wars of the schema. Where a war goes on each day has dead of its own: two days next to each
/// other are no one night.
pub(super) struct Map<'r> {
    wars: Vec<&'r NamedEvent>,
    within: BTreeMap<&'r str, &'r [String]>,
}

impl<'r> Map<'r> {
    /// Notes the places of the records and the wars of the schema.
    pub(super) fn new(records: &'r [Record], schema: &'r Schema) -> Self {
        let places = records.iter().filter_map(|record| record.place.as_ref());
        let wars = schema.events.iter();
        Self {
            wars: wars.filter(|it| it.ongoing && is_war(&it.kind)).collect(),
            within: places.map(|it| (it.id.as_str(), &*it.within)).collect(),
        }
    }

    /// True when one place lies in the other, or both in one part of a country.
    pub(super) fn one_region(&self, a: &Event, b: &Event) -> bool {
        let chain = |place: &'_ str| -> Vec<String> {
            let within = self.within.get(place).copied().unwrap_or_default();
            let chain = std::iter::once(place.to_owned()).chain(within.iter().cloned());
            chain.take_while(|id| !is_country(id)).collect()
        };
        let (Some(a), Some(b)) = (a.place.as_deref(), b.place.as_deref()) else {
            return false;
        };
        let others = chain(b);
        chain(a).iter().any(|id| others.contains(id))
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
