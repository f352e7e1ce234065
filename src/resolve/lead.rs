//! What an article's headline and first sentences tell of.

use std::ops::Range;

use super::classes::AFTERMATH;
use super::discover::{Parts, is_several, made, tells_another};
use super::gazetteer::KnownPlace;
use super::mention::{self, Mention};
use super::recognise::{self, Description};
use super::scene::Scene;
use super::site::place_of;
use super::{
    Event, Evidence, Resolver, VIOLENCE, family, home, lead_day, many, same_kind, setting,
};
use crate::text::{Document, Sentence, Zone};

/// The kind of what goes on for weeks.
const CAMPAIGN: &str = "operation";

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
    let place = place(resolver, scene, lead, incident, &alike, aftermath);
    let parts = Parts {
        place,
        date: lead_day::of(resolver, scene, lead, incident, &again, place),
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
    let told =
        own.flat_map(|it| mention::within(&scene.mentions.incidents, it.tokens.clone()).iter());
    let mut told = told.filter(|it| !scene.is_in_name(&it.tokens));
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
    lead: &[Range<usize>],
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
        .or_else(|| {
            // "Turkey mourned. The earthquake has killed 597": what strikes whole regions, in the one country told.
            let of_region = resolver.events.named_by_place(incident.what);
            of_region
                .then(|| home::only_country(resolver, scene, lead))
                .flatten()
        })
}

/// "The raid on Harsk": the place stands right behind the noun.
fn is_targeted(scene: &Scene<'_>, it: &Mention) -> bool {
    let on = it.tokens.end;
    let end = scene.document.tokens.len();
    on + 1 < end && scene.document.is_word(on, "on") && !scene.places(on + 1..on + 2).is_empty()
}
