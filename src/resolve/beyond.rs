//! Where a claim holds whose clause does not say: where its event happened, or where the article is set.

use super::anchor::Anchor;
use super::mention::{self, Governed, PlaceMention};
use super::place::{Place, read};
use super::scene::Scene;
use super::{Event, Evidence, joint};

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
fn in_one_of(scene: &Scene<'_>, anchor: &Anchor, event: &Event) -> Option<Place> {
    let all = event.place.as_deref().filter(|id| joint::is_joint(id))?;
    let inside = |place: &&PlaceMention| {
        let own = &scene.atlas.place(place.place).id;
        scene.atlas.contains(all, own) && !joint::is_joint(own)
    };
    let incidents = mention::within(&scene.mentions.incidents, anchor.sentence.clone()).iter();
    let plural =
        |it: &mention::Mention| scene.document.token_text(it.tokens.end - 1).ends_with('s');
    let together = mention::within(&scene.mentions.together, anchor.sentence.clone());
    if !event.named || !together.is_empty() || incidents.clone().any(plural) {
        return None;
    }
    let main = scene.main_place.map(|at| &scene.mentions.places[at]);
    let place = match main {
        Some(main) => Some(main).filter(inside),
        None => scene.dateline().filter(inside),
    };
    Some(read(scene, place?, Evidence::Inferred))
}

/// The place where the clause does not name one: that of the event, the nearest to the left in the sentence, that of
/// the article; none when the clause points back to a place ("both towns").
pub(super) fn clause(scene: &Scene<'_>, anchor: &Anchor, event: Option<&Event>) -> Option<Place> {
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
    if let Some(place) = event.and_then(|event| in_one_of(scene, anchor, event)) {
        return Some(place);
    }
    let of_event = event
        .filter(|event| event.evidence != Evidence::Article)
        .and_then(|event| scene.atlas.by_id(event.place.as_deref()?))
        .map(|known| Place::new(known, None, Evidence::Inferred));
    of_event
        .or_else(|| {
            let left = scene.places(anchor.sentence.start..anchor.low);
            let mention = left
                .iter()
                .rev()
                .find(|place| place.governed == Governed::Locative)?;
            Some(read(scene, mention, Evidence::Sentence))
        })
        .or_else(|| {
            let known = scene.atlas.by_id(event?.place.as_deref()?)?;
            Some(Place::new(known, None, Evidence::Inferred))
        })
        .or_else(|| {
            let foreign = scene.is_background(&anchor.sentence);
            let mention = scene.main_place.filter(|_| !foreign && !is_open)?;
            let mention = &scene.mentions.places[mention];
            Some(read(scene, mention, Evidence::Article))
        })
}
