//! Whether two scopes can be one question: what is stated must not differ; what is unknown may be filled by the other,
//! and is then remembered.

use crate::calendar::DateRange;
use crate::schema::Schema;
use crate::schema::claim_type::{Basis, OverTime};

use super::catalog::{Catalog, Symbol};
use super::closeness::nearness;
use super::key::hangs_on_who;
use super::kinds;
use super::node::Node;
use super::one_event::same_event;
use super::parting::Parting;
use super::profile::{Anchor, Profile};
use super::time::{self, is_vague};
use super::{name, past, where_told};
use crate::resolve::HOUSEHOLD;

/// What one side leaves unknown and the other states, from the least to the most risky to fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fill {
    /// Nothing: both state the same, or both state nothing.
    Nothing,
    /// A role or an age of those counted, who are as many on both sides.
    Kind,
    /// The event's day: one side gives it, the other tells of an event a few days old.
    Day,
    /// The counted group.
    Who,
    /// The place.
    Place,
    /// The event.
    Event,
}

/// Ages and sexes that nobody has together.
const EXCLUSIVE: [(&str, &str); 4] = [
    ("man", "woman"),
    ("adult", "child"),
    ("man", "child"),
    ("woman", "child"),
];

/// The slot that has to be filled for two scopes to be one.
///
/// # Errors
/// The first slot whose stated difference separates them.
pub(super) fn fill(
    a: &Node,
    b: &Node,
    catalog: &Catalog<'_>,
    schema: &Schema,
) -> Result<Fill, Parting> {
    let (p, q) = (&a.profile, &b.profile);
    separate(p, q).map_or(Ok(()), Err)?;
    if !one_stretch(p, q, catalog) {
        return Err(Parting::Stretch);
    }
    let who = who(a, b, catalog, schema)?;
    let place = where_told::place(a, b, catalog).ok_or(Parting::Place)?;
    let event = event(p, q, catalog, schema).ok_or(Parting::Event)?;
    if (tells_of_past(p) || tells_of_past(q)) && nearness(a, b) == 0 {
        return Err(Parting::Past);
    }
    Ok(who.max(place).max(event))
}

/// A count of an event whose day is left to the past: any such event may be meant, so the numbers must say that it is
/// this one.
fn tells_of_past(profile: &Profile) -> bool {
    matches!(&profile.anchor, Anchor::Loose { moment, .. } if is_vague(*moment))
}

/// The first slot that is always known, and is not equal.
fn separate(p: &Profile, q: &Profile) -> Option<Parting> {
    [
        (p.claim_type != q.claim_type, Parting::Type),
        (p.aspect != q.aspect, Parting::Aspect),
        (p.alone.is_some() || q.alone.is_some(), Parting::Alone),
        (p.modality != q.modality, Parting::Modality),
        (p.basis != q.basis, Parting::Basis),
        (p.member != q.member, Parting::Member),
        (p.share != q.share, Parting::Share),
        (
            p.aged.is_some() && q.aged.is_some() && p.aged != q.aged,
            Parting::Person,
        ),
        (
            p.some.is_some() && q.some.is_some() && p.some != q.some,
            Parting::Some,
        ),
    ]
    .into_iter()
    .find_map(|(differs, parting)| differs.then_some(parting))
}

/// False for counts over different times. Of a listed event, which began on a known day, a count that names no time is of
/// all of it; that of another may be over the same time.
fn one_stretch(p: &Profile, q: &Profile, catalog: &Catalog<'_>) -> bool {
    let listed = |profile: &Profile| {
        let event = name::event(profile).and_then(|event| catalog.event(event));
        event.is_some_and(|event| event.named)
    };
    match (p.stretch, q.stretch) {
        (Some(p), Some(q)) => p == q,
        (None, None) => true,
        _ => !listed(p) && !listed(q),
    }
}

/// A nationality that one side leaves out: "1,139 Israelis" and "1,200 deaths".
fn who(a: &Node, b: &Node, catalog: &Catalog<'_>, schema: &Schema) -> Result<Fill, Parting> {
    let person = match (&a.profile.person, &b.profile.person) {
        (Some(p), Some(q)) if p != q => return Err(Parting::Person),
        (Some(_), None) | (None, Some(_)) => Fill::Who,
        _ => Fill::Nothing,
    };
    let group = group(a, b, schema).ok_or(Parting::Nationality)?;
    let kind = kind_of_people(a, b, catalog).ok_or(Parting::Part)?;
    Ok(person.max(group).max(kind))
}

/// A role or an age that only one side names makes it a part of the other, and so do words that count some of a group;
/// unless the part is as many as the whole: "two dead" and "two women died".
fn kind_of_people(a: &Node, b: &Node, catalog: &Catalog<'_>) -> Option<Fill> {
    let stated = |node: &Node| (node.profile.role, node.profile.age_sex);
    if stated(a) == stated(b) && a.profile.part == b.profile.part {
        return Some(Fill::Nothing);
    }
    // As many families as people are no count of the same.
    let households = catalog.symbol(HOUSEHOLD);
    let counts_them = |node: &Node| households.is_some() && node.profile.role == households;
    if counts_them(a) != counts_them(b) {
        return None;
    }
    let one_is_silent =
        stated(a) == stated(b) || [a, b].iter().any(|node| stated(node) == (None, None));
    // Where reports of the whole differ, a part as many as the largest is all of it.
    let single = a.numbers.len() == 1 || b.numbers.len() == 1;
    let equal = single && !a.numbers.is_empty() && a.numbers.last() == b.numbers.last();
    // Two such parts are one only by way of the whole.
    let may_be_one = one_is_silent || !excludes(&a.profile, &b.profile, catalog);
    (may_be_one && equal).then_some(Fill::Kind)
}

/// True when nobody is both: a man and a woman, a police officer and a soldier.
fn excludes(p: &Profile, q: &Profile, catalog: &Catalog<'_>) -> bool {
    let roles = p.role.is_some() && q.role.is_some() && p.role != q.role;
    let between = |one: &str, other: &str| {
        p.age_sex.is_some()
            && p.age_sex == catalog.symbol(one)
            && q.age_sex.is_some()
            && q.age_sex == catalog.symbol(other)
    };
    roles
        || EXCLUSIVE
            .iter()
            .any(|(a, b)| between(a, b) || between(b, a))
}

fn group(a: &Node, b: &Node, schema: &Schema) -> Option<Fill> {
    match (a.profile.nationality, b.profile.nationality) {
        (Some(p), Some(q)) => (p == q).then_some(Fill::Nothing),
        (None, None) => Some(Fill::Nothing),
        _ if a.profile.among || b.profile.among => None,
        // Far apart, the stated group is more likely a part of those counted on the other side.
        _ => (moves(&a.profile, schema) || nearness(a, b) > 0).then_some(Fill::Who),
    }
}

fn moves(profile: &Profile, schema: &Schema) -> bool {
    let claim_type = &schema.types[profile.claim_type];
    match time::rule(claim_type, profile.aspect).time {
        OverTime::Static | OverTime::Settles => false,
        OverTime::Cumulative | OverTime::Stock => true,
        OverTime::ByBasis => profile.basis != Basis::Incident,
    }
}

fn event(p: &Profile, q: &Profile, catalog: &Catalog<'_>, schema: &Schema) -> Option<Fill> {
    match (&p.anchor, &q.anchor) {
        (Anchor::Free(a), Anchor::Free(b)) => {
            let shared = (p.person.is_some() && p.person == q.person)
                || (p.place.is_some() && p.place == q.place)
                || (a.is_some() && a == b);
            let enough = shared || !hangs_on_who(&schema.types[p.claim_type]);
            enough.then_some(Fill::Nothing)
        }
        (Anchor::Event(a), Anchor::Event(b)) => same_event(*a, *b, catalog),
        (
            Anchor::Event(id),
            Anchor::Loose {
                within,
                kind,
                moment,
            },
        ) => {
            let one_kind = kind.as_ref().is_none_or(|kind| {
                let event = catalog.event(*id);
                event.is_some_and(|event| kinds::may_be_one(&event.kind, kind))
            });
            (one_kind && fits(*id, p.place, *within, q.place, *moment, catalog))
                .then_some(Fill::Event)
        }
        (Anchor::Loose { .. }, Anchor::Event(_)) => event(q, p, catalog, schema),
        (
            Anchor::Loose {
                within,
                kind,
                moment,
            },
            Anchor::Loose {
                within: other_within,
                kind: other_kind,
                moment: other_moment,
            },
        ) => {
            // News of one event appears within three days; without its kind only the same days will do.
            let days = if kind.is_some() && kind == other_kind {
                3
            } else {
                0
            };
            let one_kind = kind
                .as_ref()
                .zip(other_kind.as_ref())
                .is_none_or(|(kind, other)| kinds::may_be_one(kind, other));
            let past = is_vague(*moment)
                && is_vague(*other_moment)
                && past::told_within(*moment, *other_moment)
                && kind.is_some()
                && other_kind.is_some();
            let one_time = moment.is_unknown() && other_moment.is_unknown()
                || past
                || near(*moment, *other_moment, days);
            // Neither names its event, so the place must be stated on both sides.
            (within == other_within && one_kind && one_time && p.place.is_some())
                .then_some(Fill::Nothing)
        }
        _ => None,
    }
}

/// A claim without an event fits one that happened at its place, at its time.
fn fits(
    id: Symbol,
    narrower: Option<Symbol>,
    within: Option<Symbol>,
    place: Option<Symbol>,
    moment: DateRange,
    catalog: &Catalog<'_>,
) -> bool {
    let whole = narrower.or_else(|| catalog.event_place(id));
    let there = place
        .zip(whole)
        .is_some_and(|(place, whole)| catalog.may_be_one(place, whole));
    let then = catalog.event(id).is_some_and(|event| {
        // What is told within three days of an event may be told of it: METHOD.md §11 gives the window.
        let earlier = is_vague(moment) && event.date.from.is_some_and(|day| moment.covers(day));
        moment.is_unknown() || event.ongoing || earlier || near(event.date, moment, 3)
    });
    there && then && within.is_none_or(|war| war == id)
}

/// True when both ranges are known, at most a month wide, and at most `days` apart.
pub(super) fn near(a: DateRange, b: DateRange, days: i32) -> bool {
    let (Some(a), Some(b)) = (time::ends(a), time::ends(b)) else {
        return false;
    };
    let narrow = |(from, to): (i32, i32)| to.saturating_sub(from) <= 31;
    narrow(a) && narrow(b) && a.0.max(b.0).saturating_sub(a.1.min(b.1)) <= days
}
