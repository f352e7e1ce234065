//! What a figure is called: an id made of its content, and a label in words.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use crate::calendar::DateRange;
use crate::claims::Modality;
use crate::resolve::Event;
use crate::schema::ClaimType;
use crate::schema::claim_type::Basis;

use super::catalog::{Catalog, Symbol};
use super::figure::Draft;
use super::lone;
use super::profile::{Anchor, Profile};
use super::roll::{Roll, Seat};
use super::time::narrow;
use super::wording::{days, stretch};

/// The content of a figure's id, in parts that a hash keeps apart.
pub(super) fn id(
    claim_type: &ClaimType,
    profile: &Profile,
    catalog: &Catalog<'_>,
    roll: &Roll<'_>,
    seats: &[Seat],
) -> String {
    let event = event(profile).and_then(|id| catalog.event(id));
    let place = profile.place.and_then(|id| catalog.place(id));
    let moment = match &profile.anchor {
        Anchor::Loose { moment, .. } => format!("{moment:?}"),
        _ => String::new(),
    };
    let facets = format!(
        "{:?}{:?}",
        facet(roll, seats, |f| &f.role),
        facet(roll, seats, |f| &f.age_sex)
    );
    let mut parts = vec![
        claim_type.name.as_str(),
        aspect_name(claim_type, profile),
        profile.modality.name(),
        profile.basis.name(),
        if is_some(profile) { "part" } else { "" },
        event.map_or("", |event| event.id.as_str()),
        place.map_or("", |place| place.id.as_str()),
        &moment,
        &facets,
        profile.member.as_deref().unwrap_or_default(),
        profile.person.as_deref().unwrap_or_default(),
        profile.share.as_deref().unwrap_or_default(),
    ];
    if profile.alone.is_some() || (event.is_none() && place.is_none() && profile.person.is_none()) {
        parts.push(first_id(roll, seats));
    }
    format!("{}-{:08x}", claim_type.name, hash(&parts))
}

/// A second id for a figure whose content id is taken: by its first claim.
fn longer_id(id: &str, roll: &Roll<'_>, seats: &[Seat]) -> String {
    format!("{id}-{:08x}", hash(&[first_id(roll, seats)]))
}

fn first_id<'a>(roll: &Roll<'a>, seats: &[Seat]) -> &'a str {
    seats
        .first()
        .map_or("", |seat| roll.records[*seat].id.as_str())
}

fn facet<'a>(
    roll: &Roll<'a>,
    seats: &[Seat],
    of: impl Fn(&'a crate::resolve::Facets) -> &'a Option<String>,
) -> Option<&'a str> {
    let seat = seats.first()?;
    of(&roll.records[*seat].who.facets).as_deref()
}

/// FNV-1a, 32 bits, with a byte between parts that no text holds.
fn hash(parts: &[&str]) -> u32 {
    let bytes = parts
        .iter()
        .flat_map(|part| part.bytes().chain(std::iter::once(0xFF)));
    bytes.fold(0x811C_9DC5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// The event a profile hangs on, or lies within.
pub(super) fn event(profile: &Profile) -> Option<Symbol> {
    match profile.anchor {
        Anchor::Event(id) => Some(id),
        Anchor::Loose { within, .. } => within,
        Anchor::Free(id) => id,
    }
}

/// The event of claims that say its kind alone.
pub(super) fn loose_event<'a>(
    profile: &Profile,
    roll: &Roll<'a>,
    seats: &[Seat],
) -> Option<&'a Event> {
    match &profile.anchor {
        Anchor::Loose { kind: Some(_), .. } => seats
            .iter()
            .find_map(|seat| roll.records[*seat].event.as_ref()),
        _ => None,
    }
}

fn aspect_name<'t>(claim_type: &'t ClaimType, profile: &Profile) -> &'t str {
    profile
        .aspect
        .and_then(|at| claim_type.aspects.get(at))
        .map_or("", |aspect| aspect.name.as_str())
}

/// "deaths · 7 October attack", "displaced · Rafah", "deaths · place unknown, article 003".
pub(super) fn label(
    claim_type: &ClaimType,
    profile: &Profile,
    catalog: &Catalog<'_>,
    roll: &Roll<'_>,
    seats: &[Seat],
) -> String {
    let measure = profile
        .aspect
        .and_then(|at| claim_type.aspects.get(at))
        .map_or(claim_type.label.as_str(), |aspect| aspect.label.as_str());
    let mut label = lower_first(measure);
    if let Some(who) = narrower_who(profile, roll, seats) {
        label.extend([" (", who.as_str(), ")"]);
    }
    label.push_str(" · ");
    label.push_str(&setting(profile, catalog, roll, seats));
    match profile.modality {
        Modality::Actual => {}
        Modality::Planned => label.push_str(", proposed"),
        Modality::Possible => label.push_str(", feared or possible"),
    }
    label
}

fn setting(profile: &Profile, catalog: &Catalog<'_>, roll: &Roll<'_>, seats: &[Seat]) -> String {
    let event = event(profile)
        .and_then(|id| catalog.event(id))
        .or_else(|| loose_event(profile, roll, seats));
    let who = profile
        .person
        .as_ref()
        .and_then(|_| seats.iter().find_map(|seat| roll.who(*seat)));
    // "strike, Beirut" has said where, and so has "Mali" that sends its own troops.
    let unsaid = |name: &&str| event.is_none_or(|event| !event.label.contains(*name));
    let place = profile
        .place
        .and_then(|id| catalog.place(id))
        .map(|place| place.name.as_str())
        .filter(unsaid)
        .filter(|name| who != Some(*name));
    let mut words: Vec<String> = Vec::new();
    words.extend(event.map(|event| event.label.clone()));
    words.extend(place.map(str::to_owned));
    if profile.person.is_some() {
        words.insert(0, who.unwrap_or_default().to_owned());
    }
    if words.is_empty() {
        words.push(nowhere(profile, roll, seats));
    }
    let goes_on = event.is_some_and(|event| event.ongoing);
    match profile.basis {
        Basis::Cumulative if profile.stretch.is_some() => {}
        Basis::Cumulative if goes_on => words.push("to date".to_owned()),
        Basis::Incident if goes_on && matches!(profile.anchor, Anchor::Loose { .. }) => {
            words.push("in one day".to_owned());
        }
        Basis::Rate => words.push("rate".to_owned()),
        _ => {}
    }
    words.extend(profile.stretch.map(stretch));
    words.join(", ")
}

fn nowhere(profile: &Profile, roll: &Roll<'_>, seats: &[Seat]) -> String {
    // What shows where such a figure belongs is the place its text names, even where its type does not ask for one.
    let named = seats
        .iter()
        .find_map(|seat| roll.records[*seat].place.as_ref());
    let event = seats
        .iter()
        .find_map(|seat| roll.records[*seat].event.as_ref());
    match (event, named) {
        (Some(event), _) if matches!(profile.anchor, Anchor::Free(_)) => event.label.clone(),
        (_, Some(place)) => place.name.clone(),
        _ => {
            let article = seats.first().and_then(|seat| roll.article_of(*seat));
            let id = article.map_or("", |article| article.id.as_str());
            let short = id.split('_').next().filter(|s| !s.is_empty()).unwrap_or(id);
            format!("place unknown, article {short}")
        }
    }
}

/// A part that neither role nor age tells from its whole.
const fn is_some(profile: &Profile) -> bool {
    profile.part || profile.among && profile.role.is_none() && profile.age_sex.is_none()
}

/// The counted group, where it narrows the question.
fn narrower_who(profile: &Profile, roll: &Roll<'_>, seats: &[Seat]) -> Option<String> {
    if let Some(member) = &profile.member {
        return Some(member.clone());
    }
    let alone = |seat: &Seat| roll.records[*seat].claim.notes.contains(&lone::ALONE);
    // Of what hangs on who did it, that is said already.
    let counted = profile.person.is_none();
    let narrows = profile.role.is_some()
        || profile.age_sex.is_some()
        || profile.part
        || profile.among
        || seats.iter().all(alone);
    let who = || seats.iter().find_map(|seat| roll.who(*seat));
    (counted && narrows)
        .then(who)
        .flatten()
        .map(|who| who.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(chars).collect()
    })
}

/// Gives figures of one label the days of their events, where those differ and are in no list: "deaths · airstrike,
/// Aleppo, 10 August 2016".
pub(super) fn date_namesakes(drafts: &mut [Draft], catalog: &Catalog<'_>) {
    let date = |draft: &Draft| {
        let event = event(&draft.profile).and_then(|id| catalog.event(id));
        let date = event
            .filter(|event| !event.named && !event.ongoing)
            .map(|event| event.date);
        date.filter(|date| narrow(*date))
    };
    let dates: Vec<Option<DateRange>> = drafts.iter().map(date).collect();
    let mut by_label: FxHashMap<&str, BTreeSet<DateRange>> = FxHashMap::default();
    for (draft, date) in drafts.iter().zip(&dates) {
        let known = by_label.entry(&draft.figure.label).or_default();
        known.extend(*date);
    }
    let several: Vec<bool> = drafts
        .iter()
        .map(|draft| by_label[draft.figure.label.as_str()].len() > 1)
        .collect();
    for ((draft, date), _) in drafts
        .iter_mut()
        .zip(dates)
        .zip(several)
        .filter(|(_, several)| *several)
    {
        if let Some(date) = date {
            draft.figure.label.extend([", ", &days(date)]);
        }
    }
}

/// Gives figures whose content ids are equal ids of their own. The one with the most claims keeps the short one.
pub(super) fn tell_apart(drafts: &mut [Draft], roll: &Roll<'_>) {
    let mut by_id: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, draft) in drafts.iter().enumerate() {
        by_id.entry(draft.figure.id.clone()).or_default().push(at);
    }
    for (id, mut bearers) in by_id {
        bearers.sort_by_key(|at| {
            let seats = &drafts[*at].seats;
            (std::cmp::Reverse(seats.len()), seats.first().copied())
        });
        for at in &bearers[1..] {
            drafts[*at].figure.id = longer_id(&id, roll, &drafts[*at].seats);
        }
    }
}
