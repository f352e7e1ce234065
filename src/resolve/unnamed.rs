//! Events without a name of their own: discovered in the words, or the article's own.

use super::anchor::Anchor;
use super::attach::evidence;
use super::classes::DEFINITE;
use super::discover::{self, Parts};
use super::mention::{self, Mention};
use super::modifier::{self, Modifiers};
use super::place::Place;
use super::scene::Scene;
use super::setting::{self, Setting};
use super::{Event, Evidence, Resolver, besides, joint, lead_day, site, state};
use crate::calendar::DateRange;
use crate::claims::{Claim, Frame};
use crate::schema::claim_type::KeySlot;
use crate::text::TokenKind;

/// What happened more days before the article's event is another.
const LONG_BEFORE: i32 = 60;
/// The note on a number that is said to have been given before.
const EARLIER_COUNT: &str = "earlier-report";
/// The most words between "in which" and the count, or what stands before it.
const OTHER_REACH: usize = 6;

/// An event without a name, with the place of the claim's clause or its own, and the day that the clause or sentence
/// names. What is missing comes from the article's own event of that kind, when the words point back to it.
pub(super) fn discovered(
    resolver: &Resolver,
    scene: &Scene<'_>,
    anchor: &Anchor,
    incident: &Mention,
    place: Option<&Place>,
) -> Event {
    let known = place.and_then(|place| scene.atlas.by_id(&place.id));
    let background = scene.is_background(&anchor.sentence);
    let several = discover::is_several(resolver, scene, incident);
    let own = Modifiers::of(resolver, scene, incident);
    let said = own
        .place
        .or(known)
        .or_else(|| site::place_of(resolver, scene, incident));
    let day = own
        .date
        .or_else(|| modifier::owner_day(scene, incident))
        .or_else(|| discover::day_of(resolver, scene, anchor, incident));
    let kind = &resolver.events.kinds[incident.what as usize].0;
    // "Grew on Friday after raids hit (a camp on Thursday)": the article has the event's own day.
    let main_before = |day: &DateRange| {
        let main = scene.main.as_ref();
        let dated = main.filter(|main| discover::is_dated(main) && same_kind(&main.kind, kind));
        dated.is_some_and(|main| {
            main.date != *day
                && lead_day::is_just_before(main.date, *day)
                && lead_day::is_after(resolver, scene, &anchor.sentence, kind)
        })
    };
    let day = day.filter(|day| !main_before(day));
    let setting = day
        .is_none()
        .then(|| setting::of(resolver, scene, incident));
    let setting = setting.flatten().filter(|it| !is_told(scene, kind, it));
    let said = said.or(setting.as_ref().and_then(|it| it.place));
    let day = day.or(setting.map(|it| it.date));
    // "(The bomb in Nairobi …) A simultaneous blast in Dar es Salaam": one of the places of an event in several.
    let one_of_several = |main: &Event| {
        let place = main.place.as_deref().filter(|place| joint::is_joint(place));
        let inside = place
            .zip(said)
            .is_some_and(|(all, said)| scene.atlas.contains(all, &said.id));
        inside && day.is_none() && !several
    };
    let main = scene
        .main
        .as_ref()
        .filter(|main| same_kind(&main.kind, kind))
        .filter(|main| !main.named || one_of_several(main))
        .filter(|_| !background)
        .filter(|main| !several || main.id.contains(discover::SEVERAL_EVENTS))
        .filter(|main| match (&main.place, said) {
            (Some(place), Some(said)) => one_spot(scene, &main.kind, place, &said.id),
            _ => true,
        });
    if let Some(main) = main
        && day.is_none_or(|day| main.date.from.is_none() || day == main.date)
    {
        if main.named {
            return Event {
                evidence: evidence(anchor, incident),
                ..main.clone()
            };
        }
        return Event {
            evidence: evidence(anchor, incident),
            agent: discover::agent(resolver, scene, incident).or_else(|| main.agent.clone()),
            ..main.clone()
        };
    }
    let at_home = !background && !several;
    let own = said.or_else(|| scene.home().filter(|_| at_home));
    let parts = Parts {
        place: own,
        date: day.unwrap_or_default(),
        fresh: !background && !scene.is_aftermath(resolver, anchor.trigger.start),
    };
    discover::made(
        resolver,
        scene,
        incident,
        &parts,
        evidence(anchor, incident),
    )
}

/// True when the article's own event of the kind has a day and a place that the setting does not part it from.
fn is_told(scene: &Scene<'_>, kind: &str, setting: &Setting<'_>) -> bool {
    let own = scene.main.as_ref();
    let own = own.filter(|main| same_kind(&main.kind, kind) && discover::is_dated(main));
    own.is_some_and(|main| match (&main.place, setting.place) {
        (Some(main), Some(place)) => scene.atlas.nested(main, &place.id),
        _ => true,
    })
}

/// The family of all kinds of violence.
pub(crate) const VIOLENCE: &str = "violence";
/// Kinds of violence; a report may call one deed by several of them.
fn is_deed(kind: &str) -> bool {
    is_any_deed(kind)
        || is_any_blast(kind)
        || is_blast(kind)
        || matches!(kind, "shooting" | "stabbing" | "clash" | "kidnapping")
}

/// Of these, what any violence may be called.
fn is_any_deed(kind: &str) -> bool {
    matches!(kind, "attack" | "massacre")
}

/// What may be told of as a blast or as a bombing, which do not say whether it fell or was laid.
fn is_blast(kind: &str) -> bool {
    matches!(kind, "bomb") || is_fire(kind)
}

/// What falls from above: "the strikes", "the bombardment" may be told of aircraft and of guns.
pub(super) fn is_fire(kind: &str) -> bool {
    matches!(kind, "strike" | "shelling")
}

/// The kinds that do not say.
fn is_any_blast(kind: &str) -> bool {
    matches!(kind, "explosion" | "bombing")
}

/// True when one event may be called by both: "the attack" may point back to a strike, a shooting or any other violence,
/// "the blast" to a car bomb or to an air strike.
pub(crate) fn same_kind(a: &str, b: &str) -> bool {
    let general = |one: &str, other: &str| is_any_deed(one) && is_deed(other);
    let blast =
        |one: &str, other: &str| is_any_blast(one) && (is_blast(other) || is_any_blast(other));
    a == b
        || is_fire(a) && is_fire(b)
        || blast(a, b)
        || blast(b, a)
        || general(a, b)
        || general(b, a)
}

/// True when the word for an event says no more than its kind does: "the attacks", "the blasts" of a bombing, but not "the
/// strikes".
pub(super) fn names_kind(told: &str, kind: &str) -> bool {
    told == kind
        || is_fire(told) && is_fire(kind)
        || (is_any_deed(told) || is_any_blast(told)) && same_kind(told, kind)
}

/// One name for all kinds that `same_kind` may join.
pub(crate) fn family(kind: &str) -> &str {
    if is_deed(kind) { VIOLENCE } else { kind }
}

/// True when an event of a kind at one place may be told of the other: a deed in a town also of its county. A storm strikes
/// many counties, so the town must be known to lie there.
fn one_spot(scene: &Scene<'_>, kind: &str, a: &str, b: &str) -> bool {
    scene.atlas.nested(a, b) || family(kind) == VIOLENCE && scene.atlas.may_be_nested(a, b)
}

/// The article's main event, where the sentence does not speak of another time or place and the type asks for events.
pub(super) fn of_article(
    resolver: &Resolver,
    scene: &Scene<'_>,
    claim: &Claim,
    anchor: &Anchor,
    place: Option<&Place>,
) -> Option<Event> {
    let asks = resolver
        .keys
        .get(claim.claim_type)
        .is_some_and(|key| key.contains(&KeySlot::Event));
    // "The toll had previously stood at 43": a count before, and no deed before.
    let before = claim.notes.contains(&EARLIER_COUNT);
    if !asks || !before && scene.is_background(&anchor.sentence) {
        return None;
    }
    if let Some(it) = besides::of_it(resolver, scene, claim, anchor) {
        return Some(it);
    }
    if is_of_other(resolver, scene, anchor) {
        return None;
    }
    if let Some(there) = place.and_then(|place| besides::there(resolver, scene, place)) {
        return Some(there);
    }
    if let Some(before) = besides::before(resolver, scene, claim, anchor, place) {
        return Some(before);
    }
    let fits = |event: &Event| match (place, &event.place) {
        (Some(place), Some(of_event)) => one_spot(scene, &event.kind, &place.id, of_event),
        _ => true,
    };
    scene
        .main
        .clone()
        .filter(fits)
        .filter(|main| !is_long_before(scene, anchor, main))
        .filter(|main| state::may_come_of(resolver, scene, claim, anchor, main))
        .filter(|main| is_at_home(scene, anchor, main))
        .map(|main| of_own_day(scene, claim, anchor, main))
        .or_else(|| ongoing_at(resolver, scene, place?))
}

/// "The Karvona case, in which 19 died": of what stands before "in which", which no word tells to be the article's event.
fn is_of_other(resolver: &Resolver, scene: &Scene<'_>, anchor: &Anchor) -> bool {
    let tokens = &scene.document.tokens;
    let from = anchor
        .low
        .saturating_sub(OTHER_REACH)
        .max(anchor.sentence.start + 1);
    let pronoun = (from..anchor.low)
        .rev()
        .find(|at| scene.document.is_word(*at, "which"));
    let Some(pronoun) = pronoun.filter(|at| scene.document.is_word(at - 1, "in")) else {
        return false;
    };
    let named = (pronoun
        .saturating_sub(OTHER_REACH)
        .max(anchor.sentence.start)..pronoun)
        .any(|at| tokens[at].kind == TokenKind::Name && at > anchor.sentence.start);
    let incidents = mention::within(&scene.mentions.incidents, anchor.sentence.start..pronoun);
    let definite = resolver
        .classes
        .is(&tokens[pronoun.saturating_sub(3)], DEFINITE);
    named && incidents.is_empty() && !definite
}

/// True unless the sentence goes on from one that counts those of another country.
fn is_at_home(scene: &Scene<'_>, anchor: &Anchor, main: &Event) -> bool {
    let home = main.place.as_deref();
    home.is_none_or(|home| besides::abroad(scene, anchor, home).is_none())
}

/// "Oct. 23, 1983: a truck bombing in Beirut; 241 killed": a sentence of a day long before the article's event.
fn is_long_before(scene: &Scene<'_>, anchor: &Anchor, main: &Event) -> bool {
    let told = scene.day_in(anchor.sentence.clone());
    let ends = told.and_then(|(day, _)| day.to).zip(main.date.from);
    !main.ongoing && ends.is_some_and(|(told, began)| (began - told).get_days() > LONG_BEFORE)
}

/// "(Thursday's was the second attack of the week.) On Tuesday 18 people were killed": another event of the kind on the day
/// of the clause. Who died later, or was found, was hurt on the event's own day.
fn of_own_day(scene: &Scene<'_>, claim: &Claim, anchor: &Anchor, main: Event) -> Event {
    let struck = matches!(claim.frame, Frame::Passive | Frame::Active);
    let opens = anchor.sentence.start..anchor.low;
    let day = scene.day_in(opens).map(|(day, _)| day);
    let is_day = |range: DateRange| range.from.is_some() && range.from == range.to;
    match day {
        Some(day)
            if struck && !main.named && is_day(day) && is_day(main.date) && day != main.date =>
        {
            main.on(day)
        }
        _ => main,
    }
}

/// The event that goes on at a place, when the article names it anywhere.
fn ongoing_at(resolver: &Resolver, scene: &Scene<'_>, place: &Place) -> Option<Event> {
    scene
        .wars(resolver)
        .find(|event| {
            let of_event = event.place.as_deref();
            of_event.is_some_and(|id| id == place.id || place.within.iter().any(|w| w == id))
        })
        .map(|event| Event::named(event, Evidence::Article))
}
