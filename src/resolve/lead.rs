//! What an article's headline and first sentences tell of.

use std::ops::Range;

use super::classes::{AFTERMATH, APART};
use super::discover::{Parts, is_apart, is_several, made, place_of, tells_another};
use super::gazetteer::KnownPlace;
use super::mention::{self, Mention};
use super::recognise::{self, Description};
use super::scene::Scene;
use super::{Event, Evidence, Resolver, elapsed, happened, same_kind, toll};
use crate::calendar::DateRange;
use crate::text::{Document, Sentence, Zone};

/// The most words between "about" and the event that a sentence is about.
const MATTER_REACH: usize = 3;

/// Headlines, and sentences of the body, that tell an article's main event: so many of each.
const LEAD_SENTENCES: usize = 2;

/// The sentences that tell an article's main event, in order.
pub(super) fn sentences(document: &Document<'_>) -> Vec<Range<usize>> {
    let all = &document.sentences;
    let headlines = all.iter().filter(|it| it.zone == Zone::Headline);
    let headlines = headlines.take(LEAD_SENTENCES);
    // A page may give its headline twice.
    let words = |it: &Sentence| document.slice(it.span);
    let repeats = |it: &&Sentence| headlines.clone().any(|above| words(above) == words(it));
    let body = all
        .iter()
        .filter(|it| matches!(it.zone, Zone::Body | Zone::Quote))
        .filter(|it| !repeats(it));
    let lead = headlines.clone().chain(body.take(LEAD_SENTENCES));
    lead.map(|it| it.tokens.clone()).collect()
}

/// The first event that the lead tells of; one that a suspect or a trial is named after only where there is no other.
pub(super) fn event(
    resolver: &Resolver,
    scene: &Scene<'_>,
    lead: &[Range<usize>],
) -> Option<Event> {
    let told = lead
        .iter()
        .flat_map(|range| mention::within(&scene.mentions.incidents, range.clone()));
    // "Bombing suspect held in York": the place is the suspect's.
    let of_another = |incident: &&Mention| {
        let next = scene.document.tokens.get(incident.tokens.end);
        next.is_some_and(|next| resolver.classes.is(next, AFTERMATH))
    };
    let first = told.clone().next()?;
    let incident = told.clone().find(|it| !of_another(it)).unwrap_or(first);
    let aftermath = scene.is_aftermath(resolver, first.tokens.start);
    let again = told.clone().filter(|it| it.what == incident.what);
    let own = place_of(scene, incident).filter(|_| !of_another(&incident));
    // "Arrest in bowling-alley shooting", and beneath it "the shooting in Harsk".
    let of_again = || {
        again
            .clone()
            .filter(|it| !of_another(it))
            .find_map(|it| place_of(scene, it))
    };
    let own = own.or_else(|| of_again().filter(|_| aftermath));
    let main = scene
        .home()
        .filter(|_| !is_several(resolver, scene, incident));
    let inside = |place: &&KnownPlace| main.is_none_or(|main| !main.within.contains(&place.id));
    let place = own.filter(inside).or(main.filter(|_| !aftermath));
    let told_above = told
        .clone()
        .filter(|it| it.what == incident.what && is_meant_again(scene, it, incident))
        .find_map(|it| elapsed::day(scene, it))
        .unwrap_or_else(|| lead_day(resolver, scene, lead, incident));
    let date = if told_above.is_unknown() && !is_several(resolver, scene, incident) {
        happened::day(resolver, scene, incident.what, place).unwrap_or_default()
    } else {
        told_above
    };
    let parts = Parts {
        place,
        date,
        fresh: !aftermath,
    };
    let found = made(resolver, scene, incident, &parts, Evidence::Article);
    let description = Description {
        found: &found,
        agent: found.agent.clone(),
        people: None,
        many: toll::is_many(resolver, scene, incident),
        sentence: scene.sentence_of(incident.tokens.start),
    };
    let listed = recognise::listed(resolver, scene, &description);
    let listed = listed.map(|event| Event::named(event, Evidence::Article));
    Some(listed.unwrap_or(found))
}

/// The event itself, or "the bombings" for those told before.
fn is_meant_again(scene: &Scene<'_>, it: &Mention, incident: &Mention) -> bool {
    let before = it.tokens.start.checked_sub(1);
    let definite = before.is_some_and(|at| scene.document.token_text(at) == "the");
    it.tokens == incident.tokens || definite
}

/// The first day that the lead names, but for one of another verb in the event's own sentence: "hurt in the blast, he
/// said as he arrived on Friday".
fn lead_day(
    resolver: &Resolver,
    scene: &Scene<'_>,
    lead: &[Range<usize>],
    incident: &Mention,
) -> DateRange {
    let apart = |range: &Range<usize>, day: &Range<usize>| {
        // "withdrawn on Tuesday for remarks about the attack": of another sentence, by the event told behind the day.
        let behind = day.end..range.end.max(day.end);
        let told = mention::within(&scene.mentions.incidents, behind);
        let matter = |it: &Mention| {
            let tokens = &scene.document.tokens;
            let before = it.tokens.start.saturating_sub(MATTER_REACH).max(day.end);
            (before..it.tokens.start).any(|at| resolver.classes.is(&tokens[at], APART))
        };
        if range.contains(&incident.tokens.start) {
            is_apart(resolver, scene, incident, day, true)
        } else {
            told.first().is_some_and(matter)
        }
    };
    // "The bridge was opened on May 3", "A quake struck on Sunday": a day of something else.
    let kind = |it: &Mention| resolver.events.kinds[it.what as usize].0.as_str();
    let tells = |range: &&Range<usize>| {
        let told = mention::within(&scene.mentions.incidents, (*range).clone());
        let counts = || (range.start..range.end).any(|at| scene.is_counted(at));
        let is_meant = counts() || told.iter().any(|it| same_kind(kind(it), kind(incident)));
        let own = range.contains(&incident.tokens.start);
        is_meant && (own || !tells_another(resolver, scene, range))
    };
    let days = lead.iter().filter(tells).flat_map(|range| {
        let moments = mention::within(&scene.moments, range.clone()).iter();
        moments
            .filter(|moment| !apart(range, &moment.tokens))
            .filter_map(|moment| scene.day_in(moment.tokens.clone()))
    });
    days.map(|(days, _)| days).next().unwrap_or_default()
}
