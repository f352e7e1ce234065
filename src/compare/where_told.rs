//! Whether two scopes can speak of one place.

use super::catalog::{Catalog, Symbol};
use super::closeness::nearness;
use super::link::Fill;
use super::node::Node;
use super::profile::{Anchor, Profile};

/// The slot that has to be filled for the places of two scopes to be one; `None` when they differ.
pub(super) fn place(a: &Node, b: &Node, catalog: &Catalog<'_>) -> Option<Fill> {
    let (p, q) = (&a.profile, &b.profile);
    let loose = |profile: &Profile| matches!(profile.anchor, Anchor::Loose { .. });
    match (p.place, q.place) {
        (Some(a), Some(b)) if a == b => Some(Fill::Nothing),
        (Some(a), Some(b)) => match_places(a, b, catalog),
        (None, None) => match (whole_place(p, catalog), whole_place(q, catalog)) {
            // "224 in both countries", "213 in Kenya": a sum and its part.
            (Some(a), Some(b)) if catalog.is_joint(a) || catalog.is_joint(b) => {
                match_places(a, b, catalog).map(|_| Fill::Nothing)
            }
            _ => Some(Fill::Nothing),
        },
        _ if p.person.is_some() && p.person == q.person => Some(Fill::Place),
        // Between an event and a place without one, the event decides.
        _ if loose(p) != loose(q) => Some(Fill::Nothing),
        _ if loose(p) => None,
        (Some(place), None) => with_whole(place, (a, b), catalog),
        (None, Some(place)) => with_whole(place, (b, a), catalog),
    }
}

/// A place within the event of one side, against all of the event of the other: with one event the whole of it is meant;
/// of two tellings of one, the other may be narrower, or wider where the numbers are near.
fn with_whole(place: Symbol, (a, b): (&Node, &Node), catalog: &Catalog<'_>) -> Option<Fill> {
    let (p, q) = (&a.profile, &b.profile);
    match whole_place(q, catalog) {
        None if whole_place(p, catalog).is_some() => None,
        None => Some(Fill::Place),
        Some(_) if p.anchor == q.anchor => None,
        Some(whole) => match_places(place, whole, catalog)
            .map(|_| Fill::Nothing)
            .or_else(|| {
                let holds = !catalog.is_joint(whole) && catalog.contains(whole, place);
                (holds && (is_deed(q, catalog) || nearness(a, b) > 0)).then_some(Fill::Place)
            }),
    }
}

fn is_deed(profile: &Profile, catalog: &Catalog<'_>) -> bool {
    matches!(profile.anchor, Anchor::Event(id) if catalog.is_deed(id))
}

/// Two places that are one by name, or of one list.
fn match_places(a: Symbol, b: Symbol, catalog: &Catalog<'_>) -> Option<Fill> {
    let lists = catalog.is_joint(a) && catalog.is_joint(b);
    let one = a == b
        || catalog.may_be_one(a, b)
        || lists && (catalog.contains(a, b) || catalog.contains(b, a))
        // "in two countries", "in Kenya and Tanzania".
        || lists && (catalog.is_spread(a) || catalog.is_spread(b));
    one.then_some(Fill::Place)
}

fn whole_place(profile: &Profile, catalog: &Catalog<'_>) -> Option<Symbol> {
    match profile.anchor {
        Anchor::Event(id) => catalog.event_place(id),
        _ => None,
    }
}
