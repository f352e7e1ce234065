//! Which nodes are worth comparing: those that share a block key. Work is per block, never over all claims.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::catalog::{Catalog, Symbol};
use super::node::Node;
use super::profile::Anchor;
use super::time;
use crate::calendar::DateRange;
use crate::resolve::family;

/// The most nodes of a block that are compared pair by pair. Nodes are distinct scopes, not claims, so real stories stay
/// far below; what exceeds it is compared within equal places alone.
const CROWD: usize = 400;

/// Days that serve as a month: all that matters is that near days share one.
const STRETCH: i32 = 30;

/// A block key: claim type, aspect, and what they share.
type Key = (usize, Option<usize>, Shared);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Shared {
    Everything,
    Event(Symbol),
    /// Kind of event, country or name, and month.
    Kind(String, Symbol, i32),
    Person(String),
    /// The name given to a storm.
    Given(String),
    /// Month 0 is any; only a place may have it.
    Place(Symbol, i32),
    /// Any event at a place, for those of which nothing tells when they were.
    Undated(Symbol),
}

/// Pairs of nodes that share a block key, each once, in order.
pub(super) fn candidates(nodes: &[Node], catalog: &Catalog<'_>) -> Vec<(usize, usize)> {
    let mut blocks: FxHashMap<Key, Vec<usize>> = FxHashMap::default();
    let some_undated = some_undated(nodes);
    for (at, node) in nodes.iter().enumerate() {
        if node.profile.alone.is_some() {
            continue;
        }
        for shared in keys(node, catalog, some_undated) {
            let profile = &node.profile;
            blocks
                .entry((profile.claim_type, profile.aspect, shared))
                .or_default()
                .push(at);
        }
    }
    let mut pairs = Vec::new();
    for members in blocks.into_values() {
        if members.len() <= CROWD {
            pair_up(&members, &mut pairs);
        } else {
            for part in split(nodes, members) {
                pair_up(&part, &mut pairs);
            }
        }
    }
    // The order of the blocks is chance; the order of the pairs is not.
    pairs.par_sort_unstable();
    pairs.dedup();
    pairs
}

/// The keys of a node in words, in order.
pub(super) fn in_words(node: &Node, some_undated: bool, catalog: &Catalog<'_>) -> Vec<String> {
    if node.profile.alone.is_some() {
        return Vec::new();
    }
    let name = |symbol: &Symbol| catalog.name(*symbol);
    let keys = keys(node, catalog, some_undated);
    let mut words: Vec<String> = keys
        .iter()
        .map(|key| match key {
            Shared::Everything => "all of its type".to_owned(),
            Shared::Event(event) => format!("event {}", name(event)),
            Shared::Kind(kind, place, month) => {
                format!("{kind} in {}, {}", name(place), stretch(*month))
            }
            Shared::Person(person) => format!("person {person}"),
            Shared::Given(name) => format!("name {name}"),
            Shared::Place(place, 0) => format!("place {}", name(place)),
            Shared::Place(place, month) => format!("place {}, {}", name(place), stretch(*month)),
            Shared::Undated(place) => format!("place {}, no day told", name(place)),
        })
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// "in the 30 days from 2024-09-05".
fn stretch(month: i32) -> String {
    let first = time::date((month - 1).saturating_mul(STRETCH));
    first.map_or_else(
        || "any day".to_owned(),
        |day| format!("in the {STRETCH} days from {day}"),
    )
}

/// True when some node tells of an event at no known time, which any of its kind and place may be.
pub(super) fn some_undated(nodes: &[Node]) -> bool {
    nodes.iter().any(is_undated)
}

fn pair_up(members: &[usize], pairs: &mut Vec<(usize, usize)>) {
    for (at, a) in members.iter().enumerate() {
        pairs.extend(members[at + 1..].iter().map(|b| (*a, *b)));
    }
}

/// A crowded block by place, and each place in stretches of the crowd's size.
fn split(nodes: &[Node], members: Vec<usize>) -> Vec<Vec<usize>> {
    let mut by_place: BTreeMap<Option<Symbol>, Vec<usize>> = BTreeMap::new();
    for at in members {
        by_place
            .entry(nodes[at].profile.place)
            .or_default()
            .push(at);
    }
    by_place
        .into_values()
        .flat_map(|part| {
            part.chunks(CROWD)
                .map(<[usize]>::to_vec)
                .collect::<Vec<_>>()
        })
        .collect()
}

/// Nothing tells when it was, or that it lies behind alone: any event of its kind at its place may be it.
fn is_undated(node: &Node) -> bool {
    matches!(&node.profile.anchor, Anchor::Loose { kind: Some(_), moment, .. } if any_month(*moment))
}

fn any_month(moment: DateRange) -> bool {
    moment.is_unknown() || time::is_vague(moment)
}

/// The keys of a node; where some events are undated, also what they share with those of any month.
fn keys(node: &Node, catalog: &Catalog<'_>, some_undated: bool) -> Vec<Shared> {
    let profile = &node.profile;
    match &profile.anchor {
        Anchor::Free(Some(event)) => {
            let person = profile.person.clone().map(Shared::Person);
            let place = profile.place.map(|place| Shared::Place(place, 0));
            let event = Shared::Event(*event);
            person.into_iter().chain(place).chain([event]).collect()
        }
        Anchor::Free(None) => match (&profile.person, profile.place) {
            (Some(person), place) => std::iter::once(Shared::Person(person.clone()))
                .chain(place.map(|place| Shared::Place(place, 0)))
                .collect(),
            (None, Some(place)) => vec![Shared::Place(place, 0)],
            (None, None) => vec![Shared::Everything],
        },
        Anchor::Event(id) => {
            let mut keys = vec![Shared::Event(*id)];
            let name = catalog.event(*id).and_then(|event| event.given_name());
            keys.extend(name.map(|name| Shared::Given(name.to_owned())));
            let whole = catalog.event_place(*id);
            if let (Some(event), Some(place)) = (catalog.event(*id), whole) {
                // The place of an event in two countries lies in one of them.
                let narrower = profile.place.unwrap_or(place);
                let mut around = vec![
                    catalog.country(place),
                    catalog.kin(place),
                    catalog.country(narrower),
                ];
                around.dedup();
                for month in months(event.date, 0) {
                    let kind = |place| Shared::Kind(family(&event.kind).to_owned(), place, month);
                    keys.extend(around.iter().copied().map(kind));
                }
                let months = if event.ongoing {
                    Vec::new()
                } else {
                    months(event.date, 3)
                };
                let place = catalog.kin(narrower);
                keys.extend(at_place(place, &months));
                keys.extend(some_undated.then_some(Shared::Undated(place)));
            }
            keys
        }
        Anchor::Loose { within, moment, .. } => {
            let place = profile.place.map(|place| {
                let place = catalog.kin(place);
                if is_undated(node) {
                    vec![Shared::Undated(place)]
                } else {
                    at_place(place, &months(*moment, 3))
                }
            });
            let event = within.map(Shared::Event);
            place.into_iter().flatten().chain(event).collect()
        }
    }
}

/// One key for each month, and one for claims that any month may meet.
fn at_place(place: Symbol, months: &[i32]) -> Vec<Shared> {
    if months.is_empty() {
        return vec![Shared::Place(place, 0)];
    }
    let in_month = |month: &i32| Shared::Place(place, *month);
    months.iter().map(in_month).collect()
}

/// The months that a range touches, `margin` days around it, at most three.
fn months(range: DateRange, margin: i32) -> Vec<i32> {
    let Some((from, to)) = time::ends(range) else {
        return Vec::new();
    };
    let first = (from - margin).div_euclid(STRETCH);
    let last = (to + margin).div_euclid(STRETCH);
    (first..=last).take(3).map(|month| month + 1).collect()
}
