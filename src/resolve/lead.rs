//! What an article's headline and first sentences tell of.

use std::ops::Range;

use super::classes::{AFTERMATH, APART, TALLY};
use super::discover::{Parts, is_apart, is_several, made, tells_another};
use super::gazetteer::KnownPlace;
use super::mention::{self, Mention};
use super::recognise::{self, Description};
use super::scene::Scene;
use super::site::place_of;
use super::{
    Event, Evidence, Resolver, VIOLENCE, elapsed, family, happened, many, modifier, same_kind,
    setting,
};
use crate::calendar::DateRange;
use crate::text::{Document, Sentence, Zone};

/// The kind of what goes on for weeks.
const CAMPAIGN: &str = "operation";
/// The most days between an event and what a lead tells of the same week.
const DAYS_BETWEEN: i32 = 7;
/// The most words between "about" and the event that a sentence is about.
const MATTER_REACH: usize = 3;

/// Headlines, and sentences of the body, that tell an article's main event: so many of each.
const LEAD_SENTENCES: usize = 2;
/// Sentences of the body in which a deed may first be named that the lead tells without a word for it.
const BENEATH_SENTENCES: usize = 6;

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
    let mut told: Vec<&Mention> = lead
        .iter()
        .flat_map(|range| mention::within(&scene.mentions.incidents, range.clone()))
        .collect();
    if told.is_empty() {
        told.extend(beneath(resolver, scene));
    }
    let first = *told.first()?;
    let mut own = told.iter().copied();
    let incident = own.find(|it| !names_another(resolver, scene, it));
    let incident = incident.unwrap_or(first);
    // "(Aggression goes on.) Warplanes committed a massacre": a deed is more than the campaign it is part of.
    let kind = |it: &Mention| resolver.events.kinds[it.what as usize].0.as_str();
    let mut deeds = told
        .iter()
        .copied()
        .filter(|it| family(kind(it)) == VIOLENCE);
    let deed = || deeds.find(|it| !names_another(resolver, scene, it));
    let campaign = kind(incident) == CAMPAIGN;
    let incident = campaign.then(deed).flatten().unwrap_or(incident);
    let alike: Vec<&Mention> = told
        .iter()
        .copied()
        .filter(|it| same_kind(kind(it), kind(incident)))
        .collect();
    let again: Vec<&Mention> = told
        .into_iter()
        .filter(|it| it.what == incident.what)
        .collect();
    let aftermath = scene.is_aftermath(resolver, first.tokens.start);
    let place = place(resolver, scene, incident, &alike, aftermath);
    let parts = Parts {
        place,
        date: day(resolver, scene, lead, incident, &again, place),
        fresh: !aftermath,
    };
    let found = made(resolver, scene, incident, &parts, Evidence::Article);
    let description = Description {
        found: &found,
        agent: found.agent.clone(),
        people: None,
        many: many::is_many(resolver, scene, incident),
        sentence: scene.sentence_of(incident.tokens.start),
    };
    let listed = recognise::listed(resolver, scene, &description);
    let listed = listed.map(|event| Event::named(event, Evidence::Article));
    Some(listed.unwrap_or(found))
}

/// "(By Thursday 18 bodies had been pulled from the house.) … brought in from the strike": the deed that a text speaks of as
/// known, where its lead has no word for it.
fn beneath<'s>(resolver: &Resolver, scene: &'s Scene<'_>) -> Option<&'s Mention> {
    let sentences = scene.document.sentences.iter();
    let body = sentences.filter(|it| matches!(it.zone, Zone::Body | Zone::Quote));
    let near = body.take(BENEATH_SENTENCES);
    let own = near.filter(|it| {
        !scene.is_background(&it.tokens) && !tells_another(resolver, scene, &it.tokens)
    });
    let mut told =
        own.flat_map(|it| mention::within(&scene.mentions.incidents, it.tokens.clone()).iter());
    // "The smell that comes with explosions" is of none.
    let first = told.find(|it| !many::is_many(resolver, scene, it))?;
    let kind = &resolver.events.kinds[first.what as usize].0;
    let definite = setting::is_definite(resolver, scene, first);
    let one = !is_several(resolver, scene, first) && !many::is_many(resolver, scene, first);
    (family(kind) == VIOLENCE && definite && one && !names_another(resolver, scene, first))
        .then_some(first)
}

/// "Bombing suspect held in York": the place is the suspect's.
fn names_another(resolver: &Resolver, scene: &Scene<'_>, incident: &Mention) -> bool {
    let next = scene.document.tokens.get(incident.tokens.end);
    next.is_some_and(|next| resolver.classes.is(next, AFTERMATH))
}

/// The event's own place, or where the article is at home; of what lies behind only the first: a court may sit anywhere.
fn place<'s>(
    resolver: &Resolver,
    scene: &'s Scene<'_>,
    incident: &Mention,
    again: &[&Mention],
    aftermath: bool,
) -> Option<&'s KnownPlace> {
    let own = |it: &Mention| {
        place_of(resolver, scene, it).filter(|_| !names_another(resolver, scene, it))
    };
    // "Arrest in bowling-alley shooting", and beneath it "the shooting in Harsk".
    let target = |it: &&&Mention| is_targeted(scene, it);
    let beneath = || {
        again
            .iter()
            .filter(|it| aftermath || target(it))
            .find_map(|it| own(it))
    };
    let home = scene
        .home()
        .filter(|_| !is_several(resolver, scene, incident));
    let inside = |place: &&KnownPlace| home.is_none_or(|home| !home.within.contains(&place.id));
    own(incident)
        .or_else(beneath)
        .filter(inside)
        .or(home.filter(|_| !aftermath))
}

/// "The raid on Harsk": the place stands right behind the noun.
fn is_targeted(scene: &Scene<'_>, it: &Mention) -> bool {
    let on = it.tokens.end;
    let end = scene.document.tokens.len();
    on + 1 < end && scene.document.is_word(on, "on") && !scene.places(on + 1..on + 2).is_empty()
}

/// The event's day: so many days before what is told, or one that the lead names, or the sentences beneath it.
fn day(
    resolver: &Resolver,
    scene: &Scene<'_>,
    lead: &[Range<usize>],
    incident: &Mention,
    again: &[&Mention],
    place: Option<&KnownPlace>,
) -> DateRange {
    let mut meant = again
        .iter()
        .filter(|it| is_meant_again(scene, it, incident));
    // "(Bombings in Harsk.) The toll rose a day after the attacks".
    let kind = |it: &Mention| resolver.events.kinds[it.what as usize].0.as_str();
    let mut alike = lead
        .iter()
        .flat_map(|range| mention::within(&scene.mentions.incidents, range.clone()))
        .filter(|it| same_kind(kind(it), kind(incident)))
        .filter(|it| setting::is_definite(resolver, scene, it));
    let elapsed = meant
        .find_map(|it| elapsed::day(scene, it))
        .or_else(|| alike.find_map(|it| elapsed::day(scene, it)));
    let own = || modifier::own_day(resolver, scene, incident);
    // "The President went this morning to those hurt in the attack", and beneath it "the attack on Saturday".
    let first = || lead_day(resolver, scene, lead, incident);
    let retold = |first: DateRange| {
        let updated = lead.iter().any(|range| tells_toll(resolver, scene, range));
        let days = again.iter().filter_map(|it| {
            let definite = is_meant_again(scene, it, incident);
            let before = modifier::day_before(resolver, scene, it);
            before.or_else(|| modifier::own_day(resolver, scene, it).filter(|_| definite))
        });
        let mut fitting = days.filter(|day| updated || is_just_before(*day, first));
        fitting.next()
    };
    let told = elapsed.or_else(own);
    let named = told.unwrap_or_else(|| {
        let first = first();
        retold(first).unwrap_or(first)
    });
    if named.is_unknown() && !is_several(resolver, scene, incident) {
        let one = !many::is_many(resolver, scene, incident);
        happened::day(resolver, scene, incident.what, place, one)
            .or_else(|| again.iter().find_map(|it| modifier::month(scene, it)))
            .unwrap_or_default()
    } else {
        named
    }
}

/// True for a day of the week before another, or where that is not known: of an older event the lead would tell more.
fn is_just_before(day: DateRange, told: DateRange) -> bool {
    let (Some(day), Some(told)) = (day.from, told.from) else {
        return told.is_unknown();
    };
    (0..=DAYS_BETWEEN).contains(&(told - day).get_days())
}

/// The event itself, or "the bombings" for those told before.
fn is_meant_again(scene: &Scene<'_>, it: &Mention, incident: &Mention) -> bool {
    let before = it.tokens.start.checked_sub(1);
    let definite = before.is_some_and(|at| scene.document.is_word(at, "the"));
    it.tokens == incident.tokens || definite
}

/// True for a stretch that tells of a toll, which is counted on days of its own.
fn tells_toll(resolver: &Resolver, scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let mut tokens = scene.document.tokens[range.clone()].iter();
    tokens.any(|it| resolver.classes.is(it, TALLY))
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
        let own = || {
            let before = mention::within(&scene.mentions.incidents, range.start..day.start);
            before.iter().any(|it| elapsed::has_ended(scene, it, day))
        };
        // "The toll of the blast rose to 34 on Sunday".
        if tells_toll(resolver, scene, &(range.start..day.start.max(range.start))) {
            return true;
        }
        if range.contains(&incident.tokens.start) {
            is_apart(resolver, scene, incident, day, true)
        } else {
            told.first().is_some_and(matter) || own() || elapsed::is_limit(scene, day)
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
