//! Counts up to now: "strikes have killed 4,100 people in Gaza", told of no day and no event in particular.

use super::anchor::Anchor;
use super::mention::{self, Governed};
use super::scene::Scene;
use super::{Event, Evidence, Resolver, recognise};
use crate::claims::Claim;

/// The most words between "have" and the participle: "have so far also been killed".
const REACH: usize = 4;

/// The war that a count in the present perfect belongs to: the one that goes on at just the place of its clause or of what
/// goes on, or where its people live. A smaller place has events of its own.
pub(super) fn war(
    resolver: &Resolver,
    scene: &Scene<'_>,
    claim: &Claim,
    anchor: &Anchor,
    place: Option<&str>,
) -> Option<Event> {
    if !is_perfect(scene, anchor) || scene.day_in(anchor.clause.clone()).is_some() {
        return None;
    }
    // "since Monday" counts from Monday on, and no war from its beginning.
    let mut moments = mention::within(&scene.moments, anchor.clause.clone()).iter();
    let from = moments.find(|moment| moment.since && !moment.kind.is_long());
    if let Some(from) = from.and_then(|moment| scene.clock.days(moment.kind))
        && !resolver.events.begins(from)
    {
        return None;
    }
    let Some(place) = place else {
        let mut places = scene.places(anchor.sentence.clone()).iter();
        if places.any(|place| place.governed == Governed::Locative) {
            return None;
        }
        let span = claim.counted?;
        let who = resolver.nouns.who(scene.document, &resolver.parties, span);
        return recognise::war_in(resolver, scene, who.facets.nationality.as_deref()?);
    };
    let war = recognise::war_of(resolver, scene, place)?;
    (war.place.as_deref() == Some(place)).then_some(war)
}

/// True when a count told of an event that goes on is the count so far: its verb is in the perfect, or its clause names no
/// day and ties it to the event itself. "Shells killed two in the old town" is one deed of the war.
pub(super) fn counts_on(scene: &Scene<'_>, anchor: &Anchor, event: &Event) -> bool {
    let dated = scene.day_in(anchor.clause.clone()).is_some();
    is_perfect(scene, anchor) || (!dated && event.evidence != Evidence::Article)
}

/// "have been killed", "has killed"; not "had been killed", which looks back from a past event.
pub(super) fn is_perfect(scene: &Scene<'_>, anchor: &Anchor) -> bool {
    let from = anchor
        .trigger
        .start
        .saturating_sub(REACH)
        .max(anchor.sentence.start);
    (from..anchor.trigger.start).any(|at| matches!(scene.document.token_text(at), "have" | "has"))
}
