//! Where a claim holds whose clause does not say: where its event happened, or where the article is set.

use super::anchor::Anchor;
use super::classes::WEAPONS;
use super::mention::{self, Governed, PlaceMention};
use super::place::{Place, read};
use super::scene::Scene;
use super::{Event, Evidence, Resolver, besides, bounds, joint, retelling, site};

/// "There were 41 of them in a village of 300": a place of its own, whose name is not told.
fn is_unnamed(scene: &Scene<'_>, anchor: &Anchor) -> bool {
    let word = |at: usize| scene.document.token_text(at).to_lowercase();
    let settlement = matches!(
        word(anchor.trigger.start).as_str(),
        "village" | "town" | "city" | "hamlet" | "settlement"
    );
    let before = anchor.trigger.start.checked_sub(1);
    let before = before.filter(|at| anchor.sentence.contains(at));
    settlement && before.is_some_and(|at| matches!(word(at).as_str(), "a" | "an" | "another"))
}

/// Of a listed event in several places, the one in which the article is set: "NAIROBI — The bombing of the embassy killed
/// 213", unless the words tell of all of them: "the bombings", "the combined toll".
fn in_one_of(
    resolver: &Resolver,
    scene: &Scene<'_>,
    anchor: &Anchor,
    event: &Event,
) -> Option<Place> {
    let all = event.place.as_deref().filter(|id| joint::is_joint(id))?;
    let inside = |place: &&PlaceMention| {
        let own = &scene.atlas.place(place.place).id;
        scene.atlas.contains(all, own) && !joint::is_joint(own)
    };
    let whole = |it: &PlaceMention| {
        let id = &scene.atlas.place(it.place).id;
        joint::is_joint(id) && scene.atlas.nested(all, id)
    };
    let together = mention::within(&scene.mentions.together, anchor.sentence.clone());
    let all_named = scene.places(anchor.sentence.clone()).iter().any(whole);
    let charged = retelling::is_charge(resolver, scene, anchor);
    if !event.named || !together.is_empty() || all_named || charged {
        return None;
    }
    let several = first_plural(resolver, scene, anchor);
    if let Some(place) = behind(scene, anchor, several, &inside) {
        return Some(read(scene, place, Evidence::Sentence));
    }
    if several.is_some() {
        return None;
    }
    let main = scene.main_place.map(|at| &scene.mentions.places[at]);
    // "The figure for Nairobi is lower than those given before, who spoke of 247".
    let end = bounds::end(scene, anchor, anchor.sentence.end);
    let own = scene.places(anchor.sentence.start..end);
    let own = if own.iter().all(|it| inside(&it)) {
        own
    } else {
        &[]
    };
    let told = if own.is_empty() {
        told_last(scene, anchor, &inside)
    } else {
        own
    };
    if !is_of_one(scene, all, told) {
        return None;
    }
    let place = told.last().or_else(|| match main {
        Some(main) => Some(main).filter(inside),
        None => scene.dateline().filter(inside),
    });
    place
        .map(|it| read(scene, it, Evidence::Inferred))
        .or_else(|| most_told(scene, all))
}

/// Where a sentence first tells of several deeds: "the blasts", "bombs exploded".
fn first_plural(resolver: &Resolver, scene: &Scene<'_>, anchor: &Anchor) -> Option<usize> {
    let plural = |it: &&mention::Mention| {
        // The noun before the verb.
        let before = it.tokens.start.saturating_sub(1).max(anchor.sentence.start);
        let armed = resolver.classes.is(&scene.document.tokens[before], WEAPONS);
        let from = if armed { before } else { it.tokens.start };
        let mut words = (from..it.tokens.end).map(|at| scene.document.token_text(at));
        words.any(|word| word.ends_with('s') && !word.ends_with("ss"))
    };
    let incidents = mention::within(&scene.mentions.incidents, anchor.sentence.clone());
    incidents.iter().find(plural).map(|it| it.tokens.start)
}

/// "With the ten who died in the attack in Dar es Salaam, the bombings have claimed 200": the place behind a count, before the
/// sentence tells of several deeds.
fn behind<'s>(
    scene: &'s Scene<'_>,
    anchor: &Anchor,
    several: Option<usize>,
    inside: &dyn Fn(&&PlaceMention) -> bool,
) -> Option<&'s PlaceMention> {
    let end = bounds::end(scene, anchor, anchor.sentence.end);
    let place = scene.places(anchor.high..end).first()?;
    let first = several.is_none_or(|at| place.tokens.start <= at);
    (place.governed == Governed::Locative && first && inside(&place)).then_some(place)
}

/// "In Nairobi a truck blew up behind the embassy. 213 people were killed": the places of the last sentence of the paragraph
/// that names any of the event's.
fn told_last<'s>(
    scene: &'s Scene<'_>,
    anchor: &Anchor,
    inside: &dyn Fn(&&PlaceMention) -> bool,
) -> &'s [PlaceMention] {
    let sentences = &scene.document.sentences;
    let at = sentences.partition_point(|it| it.tokens.start < anchor.sentence.start);
    let Some(paragraph) = sentences.get(at).map(|it| it.paragraph) else {
        return &[];
    };
    let before = sentences[..at].iter().rev();
    let mut near = before
        .take_while(|it| it.paragraph == paragraph)
        .map(|it| scene.places(it.tokens.clone()));
    let told = near.find(|places| !places.is_empty()).unwrap_or_default();
    let all = told.iter().all(|it| inside(&it));
    if all { told } else { &[] }
}

/// True when the places lie in one part of the event's.
fn is_of_one(scene: &Scene<'_>, all: &str, places: &[PlaceMention]) -> bool {
    let part = |it: &PlaceMention| {
        let id = scene.atlas.place(it.place).id.as_str();
        joint::parts(all).position(|part| id == part || scene.atlas.contains(part, id))
    };
    places
        .windows(2)
        .all(|pair| part(&pair[0]) == part(&pair[1]))
}

/// The part that the article names twice as often as any other, or else first.
fn most_told(scene: &Scene<'_>, all: &str) -> Option<Place> {
    let places = &scene.mentions.places;
    let is_part = |it: &PlaceMention, part: &str| {
        let id = scene.atlas.place(it.place).id.as_str();
        id == part || scene.atlas.contains(part, id)
    };
    let told = |part: &str| places.iter().filter(|it| is_part(it, part)).count();
    let mut parts: Vec<(usize, &str)> = joint::parts(all).map(|part| (told(part), part)).collect();
    parts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let clear = parts
        .get(1)
        .is_none_or(|(second, _)| 2 * second <= parts[0].0);
    let most = parts.first().filter(|(count, _)| clear && *count > 0);
    let first = || {
        let mut parts = places.iter().filter_map(|it| {
            let of = move |part: &&str| is_part(it, part);
            joint::parts(all).find(of)
        });
        parts.next()
    };
    let part = most.map(|(_, part)| *part).or_else(first)?;
    let known = scene.atlas.by_id(part)?;
    Some(Place::new(known, None, Evidence::Article))
}

/// The place where the clause does not name one: that of the event, the nearest to the left in the sentence, that of
/// the article; none when the clause points back to a place ("both towns").
pub(super) fn clause(
    resolver: &Resolver,
    scene: &Scene<'_>,
    anchor: &Anchor,
    event: Option<&Event>,
) -> Option<Place> {
    if is_unnamed(scene, anchor) {
        return None;
    }
    if !mention::within(&scene.mentions.anaphora, anchor.sentence.start..anchor.high).is_empty() {
        return None;
    }
    // The event's own words left its place open, though the article has one: "twin bombings".
    let is_open = event.is_some_and(|event| {
        !event.named && event.place.is_none() && event.evidence <= Evidence::Sentence
    });
    if let Some(place) = event.and_then(|event| in_one_of(resolver, scene, anchor, event)) {
        return Some(place);
    }
    let of_event = event
        .filter(|event| event.evidence != Evidence::Article)
        .and_then(|event| scene.atlas.by_id(event.place.as_deref()?))
        .map(|known| Place::new(known, None, Evidence::Inferred));
    of_event
        .or_else(|| {
            let left = scene.places(anchor.sentence.start..anchor.low);
            let deeds = &scene.mentions.incidents;
            let of_response = |place: &PlaceMention| {
                let deed = mention::within(deeds, place.end..anchor.low).last();
                deed.is_some_and(|deed| site::is_of_response(resolver, scene, place, deed))
            };
            let mention = left
                .iter()
                .rev()
                .find(|place| place.governed == Governed::Locative && !of_response(place))?;
            Some(read(scene, mention, Evidence::Sentence))
        })
        .or_else(|| {
            let known = scene.atlas.by_id(event?.place.as_deref()?)?;
            Some(Place::new(known, None, Evidence::Inferred))
        })
        .or_else(|| {
            let home = scene.home().filter(|_| event.is_none())?;
            let there = besides::abroad(scene, anchor, &home.id)?;
            Some(read(scene, there, Evidence::Sentence))
        })
        .or_else(|| {
            let foreign = scene.is_background(&anchor.sentence);
            let mention = scene.main_place.filter(|_| !foreign && !is_open)?;
            let mention = &scene.mentions.places[mention];
            Some(read(scene, mention, Evidence::Article))
        })
}
