//! One group of claims made a figure: its variants, the verdict on each pair, and the worst of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::resolve::{Event, VIOLENCE, family, is_war};
use crate::schema::ClaimType;
use crate::schema::NamedEvent;
use crate::schema::claim_type::{KeySlot, ValueKind};

use super::desk::Desk;
use super::grounds::Grounds;
use super::group::Group;
use super::key::asks;
use super::pairing::{COPIED, ONE_ARTICLE, pairs, tags, worst};
use super::profile::{Anchor, Profile};
use super::reading::{Question, Reading, reading};
use super::roll::Seat;
use super::time::{self, Motion};
use super::variant::variants;
use super::{Figure, Scope, name};

/// A figure with what relating it needs.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// The figure.
    pub(super) figure: Figure,
    /// Its scope: every slot that one of its claims states.
    pub(super) profile: Profile,
    /// Its claims, ascending.
    pub(super) seats: Vec<Seat>,
    /// What time does to it.
    pub(super) motion: Motion,
}

/// The figure of one group.
pub(super) fn draft(desk: &Desk<'_, '_>, group: &Group) -> Draft {
    let profile = profile(desk, group);
    let claim_type = &desk.schema.types[profile.claim_type];
    let mut seats: Vec<Seat> = group
        .nodes
        .iter()
        .flat_map(|at| desk.nodes[*at].seats.iter().copied())
        .collect();
    seats.sort_unstable();
    let question = question(desk, claim_type, &profile, &seats);
    let reported = variants(desk.roll, &seats, question.motion, question.asks_who);
    let compared = if reported.len() > 1 {
        &reported[..]
    } else {
        &[]
    };
    let readings: Vec<Reading> = compared
        .iter()
        .map(|told| reading(desk, claim_type, told, question.event.as_ref()))
        .collect();
    let pairs = pairs(&readings, &question);
    let motion = question.motion;
    let (verdict, grade) = worst(&pairs, seats.len());
    let mut articles = seats.iter().map(|seat| desk.roll.article[*seat]);
    let first = articles.next();
    let is_of_one_article = articles.all(|article| Some(article) == first);
    let lonely = if is_of_one_article {
        Some(ONE_ARTICLE)
    } else {
        are_copies(desk, &seats).then_some(COPIED)
    };
    let label = name::label(claim_type, &profile, desk.catalog, desk.roll, &seats);
    let figure = Figure {
        id: name::id(claim_type, &profile, desk.catalog, desk.roll, &seats),
        label: label.clone(),
        name: label,
        claim_type: profile.claim_type,
        aspect: profile.aspect,
        scope: scope(desk, &profile, &seats),
        verdict,
        grade,
        tags: tags(&pairs, &readings, verdict, lonely),
        variants: reported.into_iter().map(|r| r.variant).collect(),
        pairs,
        grounds: if readings.is_empty() {
            Grounds::default()
        } else {
            Grounds::new(readings, question, group.ambiguous)
        },
    };
    Draft {
        figure,
        profile,
        seats,
        motion,
    }
}

/// True when all articles tell it in the same sentences: one was copied from the other, or both from a third. The ids of
/// claims are made of their sentences.
fn are_copies(desk: &Desk<'_, '_>, seats: &[Seat]) -> bool {
    let mut told: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    for seat in seats {
        let id = &desk.roll.records[*seat].id;
        let content = id.rsplit_once('#').map_or("", |(_, content)| content);
        told.entry(desk.roll.article[*seat])
            .or_default()
            .insert(content);
    }
    let mut told = told.into_values();
    let first = told.next().filter(|it| !it.contains(""));
    first.is_some_and(|first| told.len() > 0 && told.all(|it| it == first))
}

/// The slots that the group's claims state, taken together.
fn profile(desk: &Desk<'_, '_>, group: &Group) -> Profile {
    let all = || group.nodes.iter().map(|at| &desk.nodes[*at].profile);
    // A named event says more than a discovered one, and either more than none.
    let rank = |profile: &&Profile| match profile.anchor {
        Anchor::Event(id) => desk
            .catalog
            .event(id)
            .map_or(1, |event| u8::from(!event.named)),
        _ => 2,
    };
    let best = all()
        .min_by_key(rank)
        .unwrap_or(&desk.nodes[group.nodes[0]].profile);
    let mut profile = best.clone();
    profile.nationality = all().find_map(|p| p.nationality);
    if !matches!(profile.anchor, Anchor::Event(_)) {
        profile.place = all().find_map(|p| p.place);
    }
    profile
}

fn question(
    desk: &Desk<'_, '_>,
    claim_type: &ClaimType,
    profile: &Profile,
    seats: &[Seat],
) -> Question {
    let event = name::event(profile).and_then(|id| desk.catalog.event(id));
    let event = event.or_else(|| name::loose_event(profile, desk.roll, seats));
    let holds = event.filter(|_| match &profile.anchor {
        Anchor::Event(_) => true,
        Anchor::Loose { kind, .. } => kind.is_some(),
        Anchor::Free(_) => false,
    });
    let rule = time::rule(claim_type, profile.aspect);
    Question {
        rule: rule.clone(),
        motion: time::motion(claim_type, profile.aspect, profile.basis, holds),
        event: event.cloned(),
        asks_event: !matches!(profile.anchor, Anchor::Free(_)),
        asks_place: asks(claim_type, KeySlot::Place),
        asks_who: asks(claim_type, KeySlot::Who),
        within_war: event
            .and_then(|event| war_around(desk, event))
            .map(str::to_owned),
        in_points: claim_type.value.kind == ValueKind::Percent,
        unlisted_deed: event.is_some_and(|event| !event.named && family(&event.kind) == VIOLENCE),
        widespread: event.is_some_and(|event| {
            let kinds = &desk.schema.lexicon.incidents.widespread;
            kinds.iter().any(|kind| *kind == event.kind)
        }),
        dead_attackers: if rule.attacker {
            desk.attackers.dead(desk.roll, seats)
        } else {
            0
        },
    }
}

/// The listed war that goes on where and when an unlisted event happened.
fn war_around<'q>(desk: &Desk<'q, '_>, event: &Event) -> Option<&'q str> {
    let (day, place) = (
        event.date.from?,
        desk.catalog.symbol(event.place.as_deref()?)?,
    );
    let around = |war: &&NamedEvent| {
        let whole = war.place.as_deref().and_then(|id| desk.catalog.symbol(id));
        war.ongoing
            && war.date.covers(day)
            && whole.is_some_and(|whole| desk.catalog.contains(whole, place))
            && is_war(&war.kind)
    };
    let war = desk
        .schema
        .events
        .iter()
        .find(around)
        .filter(|_| !event.named)?;
    Some(&war.label)
}

fn scope(desk: &Desk<'_, '_>, profile: &Profile, seats: &[Seat]) -> Scope {
    let catalog = desk.catalog;
    let event_id = name::event(profile);
    let event = event_id.and_then(|id| catalog.event(id));
    let place_id = profile
        .place
        .or_else(|| event_id.and_then(|id| catalog.event_place(id)));
    let place = place_id.and_then(|id| catalog.place(id));
    let stated = seats
        .iter()
        .find_map(|seat| desk.roll.records[*seat].place.as_ref());
    let place = place.or(stated.filter(|_| event.is_none()));
    let basis = seats.first().map(|seat| desk.roll.records[*seat].basis);
    Scope {
        event: event.map(|event| event.id.clone()),
        event_label: event.map(|event| event.label.clone()),
        place: place
            .map(|place| place.id.clone())
            .or_else(|| event.and_then(|event| event.place.clone())),
        place_name: place.map(|place| place.name.clone()),
        who: seats
            .iter()
            .find_map(|seat| desk.roll.who(*seat))
            .map(str::to_owned),
        basis: basis.map(|basis| basis.name().to_owned()),
    }
}
