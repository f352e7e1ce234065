//! Events without a name: kind, place, date and agent as the words give them.

use std::ops::Range;

use super::gazetteer::KnownPlace;
use super::mention::{self, Governed, Mention};
use super::scene::Scene;
use super::{Event, Evidence, Resolver};
use crate::calendar::DateRange;

/// The most words between an event's noun and its agent: "an overnight Israeli air strike", "a strike by Israel".
const AGENT_REACH: usize = 3;

/// What is known of an event without a name.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts<'a> {
    /// Where it happened.
    pub(super) place: Option<&'a KnownPlace>,
    /// When.
    pub(super) date: DateRange,
}

/// The event of an incident word with what is known of it. The id is made of kind, place and first day; unknown parts
/// are left out, so that articles which name the same place and day meet.
pub(super) fn made(
    resolver: &Resolver,
    scene: &Scene<'_>,
    incident: &Mention,
    parts: &Parts<'_>,
    evidence: Evidence,
) -> Event {
    let (kind, label) = &resolver.events.kinds[incident.what as usize];
    let mut id = kind.clone();
    let mut shown = label.clone();
    if let Some(place) = parts.place {
        id.push(':');
        id.push_str(&place.id);
        shown.push_str(", ");
        shown.push_str(&place.name);
    }
    if let Some(day) = parts.date.from {
        id.push(':');
        id.push_str(&day.to_string());
    }
    Event {
        id,
        label: shown,
        kind: kind.clone(),
        date: parts.date,
        ongoing: false,
        named: false,
        place: parts.place.map(|place| place.id.clone()),
        agent: agent(resolver, scene, incident),
        evidence,
    }
}

/// Who did it: a party right before the noun, or after "by".
pub(super) fn agent(resolver: &Resolver, scene: &Scene<'_>, incident: &Mention) -> Option<String> {
    let sentence = scene.sentence_of(incident.tokens.start);
    let start = incident.tokens.start;
    let before = start.saturating_sub(AGENT_REACH).max(sentence.start)..start;
    let end = incident.tokens.end;
    let after = end..(end + AGENT_REACH).min(sentence.end);
    let parties = &scene.mentions.parties;
    let named = mention::within(parties, before.clone())
        .last()
        .or_else(|| {
            let by = after
                .clone()
                .find(|at| scene.document.token_text(*at) == "by")?;
            mention::within(parties, by..(by + 1 + AGENT_REACH).min(sentence.end)).first()
        })
        .map(|mention| resolver.parties.party(mention.what).id.clone());
    // "Israel's strike" names the country itself.
    named.or_else(|| {
        let place = scene.places(before).last()?;
        let owner = scene.document.tokens.get(place.tokens.end)?;
        let known = resolver.gazetteer.place(place.place);
        (owner.span.slice(scene.text()) == "'s" && known.wide).then(|| known.id.clone())
    })
}

/// The place that an incident's own words give: the first place after it in its sentence, else the last before it,
/// both after a preposition of place.
pub(super) fn place_of<'r>(
    resolver: &'r Resolver,
    scene: &Scene<'_>,
    incident: &Mention,
) -> Option<&'r KnownPlace> {
    let sentence = scene.sentence_of(incident.tokens.start);
    let locative = |place: &&super::mention::PlaceMention| place.governed == Governed::Locative;
    let after = scene.places(incident.tokens.end..sentence.end);
    let before = scene.places(sentence.start..incident.tokens.start);
    let place = after
        .iter()
        .find(locative)
        .or_else(|| before.iter().rev().find(locative))?;
    Some(resolver.gazetteer.place(place.place))
}

/// The first event that the lead tells of.
pub(super) fn of_lead(
    resolver: &Resolver,
    scene: &Scene<'_>,
    lead: &[Range<usize>],
) -> Option<Event> {
    let incident = lead
        .iter()
        .find_map(|range| mention::within(&scene.mentions.incidents, range.clone()).first())?;
    let place = place_of(resolver, scene, incident).or_else(|| {
        let mention = &scene.mentions.places[scene.main_place?];
        Some(resolver.gazetteer.place(mention.place))
    });
    let date = lead
        .iter()
        .find_map(|range| scene.day_in(range.clone()))
        .map(|(days, _)| days)
        .unwrap_or_default();
    let parts = Parts { place, date };
    Some(made(resolver, scene, incident, &parts, Evidence::Article))
}
