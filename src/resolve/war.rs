//! "The war": which of the listed ones is meant.

use super::anchor::Anchor;
use super::attach::evidence;
use super::mention::{self, Mention};
use super::place::Place;
use super::scene::Scene;
use super::{Event, Evidence, Resolver, recognise};

/// The most words between "the war" and the day it began on.
const WAR_REACH: usize = 6;

/// "the war", "the offensive": the listed event that began on the day named behind it, else the one of the article, if
/// that fits the place.
pub(super) fn meant(
    resolver: &Resolver,
    scene: &Scene<'_>,
    anchor: &Anchor,
    incident: &Mention,
    place: Option<&Place>,
) -> Option<Event> {
    let behind = incident.tokens.end..anchor.sentence.end.min(incident.tokens.end + WAR_REACH);
    let dated = mention::within(&scene.mentions.events, behind)
        .first()
        .map(|mention| scene.named(resolver, mention));
    if !resolver.events.is_war(incident.what) {
        // "since clashes began on 7 October"
        let before = incident.tokens.start.checked_sub(1)?;
        let begun = resolver.events.begun_on(dated?)?;
        let since = scene
            .document
            .token_text(before)
            .eq_ignore_ascii_case("since");
        return since.then(|| Event::named(begun, evidence(anchor, incident)));
    }
    let place = place.filter(|place| place.evidence == Evidence::Clause);
    let event = dated.or_else(|| {
        scene.wars(resolver).find(|event| {
            place.is_none_or(|place| {
                event
                    .place
                    .as_deref()
                    .is_some_and(|id| scene.atlas.nested(&place.id, id))
            })
        })
    });
    let event = event.or_else(|| recognise::going_on(resolver, scene, place?))?;
    Some(Event::named(event, evidence(anchor, incident)))
}
