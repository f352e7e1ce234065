//! Figures that are bound to each other: part and whole, taken and held, a day's count and the toll so far, places of
//! one region. They are never compared as one question; where arithmetic binds them, it is checked.

use std::collections::BTreeMap;

use crate::schema::claim_type::{Basis, KeySlot};

use super::arithmetic::{self, at_most};
use super::catalog::{Catalog, Symbol};
use super::desk::Desk;
use super::figure::Draft;
use super::key::asks;
use super::profile::{Anchor, Profile};
use super::{Check, Related, name};

/// Up to this many figures of one bucket are related pair by pair; beyond it each is related to the first.
const ALL_PAIRS: usize = 24;

/// What one bucket of figures shares.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Shared {
    Event(Symbol),
    Region(Symbol),
    Place(Symbol),
    Article(usize),
}

/// A relation as found: reason code, words, check.
type Bond = (&'static str, String, Option<Check>);

/// Every relation, by the order of its figures, each pair once.
pub(super) fn related(desk: &Desk<'_, '_>, drafts: &[Draft]) -> Vec<Related> {
    let mut found: BTreeMap<(usize, usize), Related> = BTreeMap::new();
    let mut enter = |a: usize, b: usize, (reason, why, check): Bond| {
        found.entry((a, b)).or_insert(Related {
            a,
            b,
            reason,
            why,
            check,
        });
    };
    for (part, whole, bond) in parts(desk, drafts) {
        enter(part, whole, bond);
    }
    for members in buckets(desk, drafts).into_values() {
        for (a, b) in pairs(&members) {
            if let Some((a, b, bond)) = bond(desk, drafts, a, b) {
                enter(a, b, bond);
            }
        }
    }
    found.into_values().collect()
}

/// The figures of claims that their article calls a part of another claim.
fn parts(desk: &Desk<'_, '_>, drafts: &[Draft]) -> Vec<(usize, usize, Bond)> {
    let mut figure_of = vec![None; desk.roll.records.len()];
    for (at, draft) in drafts.iter().enumerate() {
        for seat in &draft.seats {
            figure_of[*seat] = Some(at);
        }
    }
    let mut bonds: BTreeMap<(usize, usize), Vec<(usize, usize)>> = BTreeMap::new();
    for (seat, whole) in desk.roll.whole.iter().enumerate() {
        let Some(whole) = *whole else { continue };
        if let (Some(a), Some(b)) = (figure_of[seat], figure_of[whole])
            && a != b
        {
            bonds.entry((a, b)).or_default().push((seat, whole));
        }
    }
    bonds
        .into_iter()
        .map(|((a, b), claims)| {
            let sum = arithmetic::sum_of_parts(desk, &claims);
            let check = sum.or_else(|| arithmetic::claims(desk, &claims));
            let why = format!(
                "“{}” is a part of “{}”.",
                drafts[a].figure.label, drafts[b].figure.label
            );
            (a, b, ("scope.part", why, check))
        })
        .collect()
}

type Bucket = (usize, Shared);

fn buckets(desk: &Desk<'_, '_>, drafts: &[Draft]) -> BTreeMap<Bucket, Vec<usize>> {
    let mut buckets: BTreeMap<Bucket, Vec<usize>> = BTreeMap::new();
    for (at, draft) in drafts.iter().enumerate() {
        for shared in shared(desk, draft) {
            let members = buckets
                .entry((draft.profile.claim_type, shared))
                .or_default();
            if members.last() != Some(&at) {
                members.push(at);
            }
        }
    }
    buckets
}

fn shared(desk: &Desk<'_, '_>, draft: &Draft) -> Vec<Shared> {
    let profile = &draft.profile;
    let mut keys = Vec::new();
    keys.extend(name::event(profile).map(Shared::Event));
    let claim_type = &desk.schema.types[profile.claim_type];
    let placed = matches!(profile.anchor, Anchor::Free(_));
    if placed || asks(claim_type, KeySlot::PlaceRequired) {
        let country = profile.place.map(|place| desk.catalog.country(place));
        keys.extend(country.map(Shared::Region));
    }
    // "1,200 confirmed cases", "1,500 cases": of no event that is told, and of one place so far.
    let so_far = matches!(profile.basis, Basis::Cumulative | Basis::Stock);
    if profile.aspect.is_some() && so_far && name::event(profile).is_none() {
        keys.extend(profile.place.map(Shared::Place));
    }
    if profile.aspect.is_some() {
        let articles = draft.seats.iter().map(|seat| desk.roll.article[*seat]);
        keys.extend(articles.map(Shared::Article));
    }
    keys
}

fn pairs(members: &[usize]) -> Vec<(usize, usize)> {
    if members.len() > ALL_PAIRS {
        return members[1..].iter().map(|b| (members[0], *b)).collect();
    }
    let later = |at: usize| members[at + 1..].iter();
    (0..members.len())
        .flat_map(|at| later(at).map(move |b| (members[at], *b)))
        .collect()
}

/// What binds two figures of one type, the smaller or narrower first.
fn bond(desk: &Desk<'_, '_>, drafts: &[Draft], a: usize, b: usize) -> Option<(usize, usize, Bond)> {
    let (p, q) = (&drafts[a].profile, &drafts[b].profile);
    if p.aspect != q.aspect {
        let (a, b, check) = arithmetic::aspects(desk, drafts, a, b);
        let why = format!(
            "“{}” and “{}” count different things.",
            drafts[a].figure.label, drafts[b].figure.label
        );
        return Some((a, b, ("scope.aspect", why, check)));
    }
    if p.modality != q.modality {
        let why = "One is actual, the other planned or only possible.".to_owned();
        return one_scope(p, q).then_some((a, b, ("scope.modality", why, None)));
    }
    if (p.basis, p.stretch) != (q.basis, q.stretch) {
        return time(desk, drafts, a, b);
    }
    who(desk, drafts, a, b).or_else(|| place(desk, drafts, a, b))
}

fn one_scope(p: &Profile, q: &Profile) -> bool {
    p.place == q.place && p.role == q.role && p.age_sex == q.age_sex
}

/// A day's count, and one over a stretch of time, is a part of the toll so far, of the same people. Of a stretch a day need
/// not be a part.
fn time(desk: &Desk<'_, '_>, drafts: &[Draft], a: usize, b: usize) -> Option<(usize, usize, Bond)> {
    let of = |at: usize| &drafts[at].profile;
    let is_whole = |at: usize| of(at).basis == Basis::Cumulative && of(at).stretch.is_none();
    let (part, whole) = match (is_whole(a), is_whole(b)) {
        (false, true) => (a, b),
        (true, false) => (b, a),
        _ => return None,
    };
    let (p, q) = (of(part), of(whole));
    let (reason, one) = match p.basis {
        Basis::Incident => ("scope.basis", "One is the count of one day or attack"),
        Basis::Cumulative => ("scope.stretch", "One counts over a stretch of time"),
        Basis::Stock | Basis::Rate => return None,
    };
    let facets = [
        (p.role, q.role),
        (p.age_sex, q.age_sex),
        (p.nationality, q.nationality),
    ];
    if facets.iter().any(|(p, q)| q.is_some() && p != q) {
        return None;
    }
    let same_place = q.place.is_none() || p.place == q.place;
    let check = same_place
        .then(|| at_most(desk, &drafts[part], &drafts[whole]))
        .flatten();
    let why = format!("{one}, the other the total so far.");
    Some((part, whole, (reason, why, check)))
}

/// A role or an age that only one side names is a part of the other.
fn who(desk: &Desk<'_, '_>, drafts: &[Draft], a: usize, b: usize) -> Option<(usize, usize, Bond)> {
    let narrower = |p: &Profile, q: &Profile| {
        let facets = [(p.role, q.role), (p.age_sex, q.age_sex)];
        facets.iter().all(|(x, y)| y.is_none() || x == y) && facets.iter().any(|(x, y)| x != y)
    };
    let (p, q) = (&drafts[a].profile, &drafts[b].profile);
    // Members of one list ("two bases and a depot") stand beside each other; none is a part of another.
    if p.member.is_some() && q.member.is_some() {
        return None;
    }
    let (part, whole) = if narrower(p, q) {
        (a, b)
    } else if narrower(q, p) {
        (b, a)
    } else {
        return None;
    };
    // "Twelve of the dead" is itself a part, and no whole of any other.
    if drafts[whole].profile.part
        || p.place != q.place
        || q.nationality.is_some() && p.nationality != q.nationality
    {
        return None;
    }
    let check = at_most(desk, &drafts[part], &drafts[whole]);
    let why = format!(
        "“{}” counts a part of those in “{}”.",
        drafts[part].figure.label, drafts[whole].figure.label
    );
    Some((part, whole, ("scope.who", why, check)))
}

/// A place within the other's, or another place of the same region.
fn place(
    desk: &Desk<'_, '_>,
    drafts: &[Draft],
    a: usize,
    b: usize,
) -> Option<(usize, usize, Bond)> {
    let (p, q) = (&drafts[a].profile, &drafts[b].profile);
    if p.role != q.role || p.age_sex != q.age_sex || p.part != q.part || p.among != q.among {
        return None;
    }
    let (here, there) = (place_of(p, desk.catalog)?, place_of(q, desk.catalog)?);
    let claim_type = &desk.schema.types[p.claim_type];
    if here == there || !asks(claim_type, KeySlot::Place) {
        return None;
    }
    let named = |at: usize| drafts[at].figure.label.clone();
    let (part, whole) = if desk.catalog.contains(there, here) {
        (a, b)
    } else if desk.catalog.contains(here, there) {
        (b, a)
    } else {
        let why = format!(
            "“{}” and “{}” are about different places.",
            named(a),
            named(b)
        );
        return Some((a, b, ("scope.place", why, None)));
    };
    let check = at_most(desk, &drafts[part], &drafts[whole]);
    let why = format!(
        "The place of “{}” lies within that of “{}”.",
        named(part),
        named(whole)
    );
    Some((part, whole, ("scope.place", why, check)))
}

fn place_of(profile: &Profile, catalog: &Catalog<'_>) -> Option<Symbol> {
    profile.place.or_else(|| match profile.anchor {
        Anchor::Event(id) => catalog.event_place(id),
        _ => None,
    })
}
