//! Events without a name: kind, place, date and agent as the words give them.

use std::ops::Range;

use crate::calendar::ToSpan;

use super::anchor::Anchor;
use super::classes::SPEECH;
use super::gazetteer::KnownPlace;
use super::mention::{self, Governed, Mention};
use super::scene::Scene;
use super::{Event, Evidence, Resolver};
use crate::calendar::DateRange;
use crate::claims::{Claim, Frame};

/// The most words between an event's noun and its agent: "an overnight Israeli air strike", "a strike by Israel".
const AGENT_REACH: usize = 3;

/// The most words between an event's noun and its target: "a strike on the city of Tyre".
const TARGET_REACH: usize = 5;
/// The most words between an event's noun and its day outside of the claim's clause.
const DAY_REACH: usize = 6;
/// An event that a dated article tells of without a day is taken to be at most so many days old. A convention: news is
/// fresh.
const FRESH_DAYS: i64 = 3;

/// What is known of an event without a name.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts<'a> {
    /// Where it happened.
    pub(super) place: Option<&'a KnownPlace>,
    /// When.
    pub(super) date: DateRange,
    /// The text tells it as news, not as background.
    pub(super) fresh: bool,
}

/// The event of an incident word with what is known of it. The id is made of kind, place and first day, so that articles
/// which name the same place and day meet. Without a place it ends in the article's id, so that it meets no other;
/// without a day, in the article's day and a tilde, and the date spans the days before.
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
    let mut date = parts.date;
    if let Some(day) = date.from {
        id.push(':');
        id.push_str(&day.to_string());
    } else if let Some(article) = scene.clock.article.filter(|_| parts.fresh) {
        id.extend([":", &article.to_string(), "~"]);
        date.to = Some(article);
        date.from = article.checked_sub(FRESH_DAYS.days()).ok();
    }
    if parts.place.is_none() {
        id.push('@');
        id.push_str(&scene.document.article.id);
    }
    Event {
        id,
        label: shown,
        kind: kind.clone(),
        date,
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
        let known = scene.atlas.place(place.place);
        (owner.span.slice(scene.text()) == "'s" && known.wide).then(|| known.id.clone())
    })
}

/// Who did it, as the subject of the claim's own verb: "Hamas gunmen killed 40".
pub(super) fn doer(
    resolver: &Resolver,
    scene: &Scene<'_>,
    claim: &Claim,
    anchor: &Anchor,
) -> Option<String> {
    if claim.frame != Frame::Active {
        return None;
    }
    let subject = anchor.clause.start..anchor.trigger.start;
    let named = mention::within(&scene.mentions.parties, subject).last()?;
    Some(resolver.parties.party(named.what).id.clone())
}

/// True when the words give an event's day.
pub(super) fn is_dated(event: &Event) -> bool {
    event.date.from.is_some() && event.date.from == event.date.to
}

/// The day of an incident: one named in the claim's clause or beside the incident, with no verb of saying between.
pub(super) fn day_of(
    resolver: &Resolver,
    scene: &Scene<'_>,
    anchor: &Anchor,
    incident: &Mention,
) -> Option<DateRange> {
    let sentence = &anchor.sentence;
    let near = incident.tokens.start.saturating_sub(DAY_REACH)..incident.tokens.end + DAY_REACH;
    let apart = |day: &Range<usize>| {
        let (low, high) = (
            incident.tokens.end.min(day.end),
            incident.tokens.start.max(day.start),
        );
        (low..high).any(|at| resolver.classes.is(&scene.document.tokens[at], SPEECH))
    };
    mention::within(&scene.moments, sentence.clone())
        .iter()
        .filter(|moment| {
            let at = moment.tokens.start;
            (anchor.clause.contains(&at) || near.contains(&at)) && !apart(&moment.tokens)
        })
        .find_map(|moment| scene.day_in(moment.tokens.clone()))
        .map(|(days, _)| days)
}

/// The place that an incident's own words give: the first place after it in its sentence, else the last before it,
/// both after a preposition of place.
pub(super) fn place_of<'s>(scene: &'s Scene<'_>, incident: &Mention) -> Option<&'s KnownPlace> {
    let sentence = scene.sentence_of(incident.tokens.start);
    let end = incident.tokens.end;
    // What follows the next event is that one's place.
    let next = mention::within(&scene.mentions.incidents, end..sentence.end).first();
    let after = scene.places(end..next.map_or(sentence.end, |next| next.tokens.start));
    let before = scene.places(sentence.start..incident.tokens.start);
    // "a strike on Beirut": right after the noun any preposition will do.
    let place = after
        .iter()
        .find(|place| {
            place.governed == Governed::Locative
                || (place.governed > Governed::No && place.tokens.start < end + TARGET_REACH)
        })
        .or_else(|| {
            before
                .iter()
                .rev()
                .find(|place| place.governed > Governed::No)
        })?;
    Some(scene.atlas.place(place.place))
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
    let main = scene.home();
    let inside = |place: &&KnownPlace| main.is_none_or(|main| !main.within.contains(&place.id));
    let place = place_of(scene, incident).filter(inside).or(main);
    let date = lead
        .iter()
        .find_map(|range| scene.day_in(range.clone()))
        .map(|(days, _)| days)
        .unwrap_or_default();
    let parts = Parts {
        place,
        date,
        fresh: true,
    };
    Some(made(resolver, scene, incident, &parts, Evidence::Article))
}
