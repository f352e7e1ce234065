//! Events without a name of their own: discovered in the words, or the article's own.

use super::anchor::Anchor;
use super::attach::evidence;
use super::discover::{self, Parts};
use super::mention::Mention;
use super::place::Place;
use super::scene::Scene;
use super::{Event, Evidence, Resolver};
use crate::claims::Claim;
use crate::schema::claim_type::KeySlot;

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
    let own = known
        .or_else(|| discover::place_of(scene, incident))
        .or_else(|| scene.home().filter(|_| !background));
    let day = discover::day_of(resolver, scene, anchor, incident);
    let kind = &resolver.events.kinds[incident.what as usize].0;
    let main = scene
        .main
        .as_ref()
        .filter(|main| !main.named && same_kind(&main.kind, kind))
        .filter(|_| !background)
        .filter(|main| match (&main.place, own) {
            (Some(main), Some(own)) => scene.atlas.nested(main, &own.id),
            _ => true,
        });
    if let Some(main) = main
        && day.is_none_or(|day| main.date.is_unknown() || day == main.date)
    {
        return Event {
            evidence: evidence(anchor, incident),
            agent: discover::agent(resolver, scene, incident).or_else(|| main.agent.clone()),
            ..main.clone()
        };
    }
    let parts = Parts {
        place: own,
        date: day.unwrap_or_default(),
        fresh: !background,
    };
    discover::made(
        resolver,
        scene,
        incident,
        &parts,
        evidence(anchor, incident),
    )
}

/// "the attack" may point back to a strike, a shooting or any other violence.
pub(crate) fn same_kind(main: &str, kind: &str) -> bool {
    const VIOLENCE: [&str; 8] = [
        "attack",
        "strike",
        "bombing",
        "explosion",
        "shooting",
        "stabbing",
        "massacre",
        "clash",
    ];
    main == kind || (VIOLENCE.contains(&main) && (kind == "attack" || main == "attack"))
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
    if !asks || scene.is_background(&anchor.sentence) {
        return None;
    }
    let fits = |event: &Event| match (place, &event.place) {
        (Some(place), Some(of_event)) => scene.atlas.nested(&place.id, of_event),
        _ => true,
    };
    scene
        .main
        .clone()
        .filter(fits)
        .or_else(|| ongoing_at(resolver, scene, place?))
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
