//! Incidents by what is counted of them: two counts that both give tell one from others of its state.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::story::{Incident, one_text};
use super::time;
use crate::decimal::Decimal;

/// The most days that an incident is told to have happened on, one of them.
const FEW_DAYS: i32 = 4;
/// Two counts that add up to this at least tell an incident of a day from others of its state.
const TELLING: u32 = 6;
/// The same of one town, or where one text tells both: it would say that there were two.
const TELLING_THERE: u32 = 4;

/// Incidents by what is counted of them, and when.
pub(super) struct Told {
    by_count: FxHashMap<(usize, Decimal, i32), Vec<usize>>,
}

impl Told {
    pub(super) fn new(incidents: &[Incident<'_>]) -> Self {
        let mut by_count: FxHashMap<_, Vec<usize>> = FxHashMap::default();
        for (at, incident) in incidents.iter().enumerate() {
            for key in Self::keys(incident) {
                by_count.entry(key).or_default().push(at);
            }
        }
        Self { by_count }
    }

    /// Of two counts that tell an incident from others one is half of what they come to at least.
    fn keys<'i>(incident: &'i Incident<'_>) -> impl Iterator<Item = (usize, Decimal, i32)> + 'i {
        let days = time::ends(incident.event.date).filter(|(from, to)| to - from <= FEW_DAYS);
        let counts = incident.counts.iter();
        let large = counts.filter(|(_, number)| *number >= Decimal::from(TELLING / 2));
        large.flat_map(move |(kind, number)| {
            let days = days.into_iter().flat_map(|(from, to)| from - 1..=to + 1);
            days.map(|day| (*kind, *number, day))
        })
    }

    /// The incidents that rank before one and may be the same by one of its counts.
    pub(super) fn before(&self, at: usize, incident: &Incident<'_>) -> BTreeSet<usize> {
        let alike = Self::keys(incident).filter_map(|key| self.by_count.get(&key));
        alike
            .flatten()
            .copied()
            .filter(|known| *known < at)
            .collect()
    }
}

/// True when two counts of different kinds are the same in both, and not so small that they are of many: "four dead, 14
/// wounded".
pub(super) fn counts_agree(a: &Incident<'_>, b: &Incident<'_>) -> bool {
    let shared: Vec<&(usize, Decimal)> = a.counts.intersection(&b.counts).collect();
    let kinds: BTreeSet<usize> = shared.iter().map(|(kind, _)| *kind).collect();
    let sum: Decimal = shared.iter().map(|(_, number)| *number).sum();
    let one_place = a.event.place.is_some() && a.event.place == b.event.place;
    let least = if one_place || one_text(a, b) {
        TELLING_THERE
    } else {
        TELLING
    };
    kinds.len() > 1 && sum >= Decimal::from(least)
}
