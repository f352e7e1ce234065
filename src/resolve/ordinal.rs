//! Deeds told by their order: "bombs in Kenya and Tanzania. The first killed 213 people, the second 11." Each is of its own
//! place.

use super::anchor::Anchor;
use super::gazetteer::KnownPlace;
use super::mention;
use super::scene::Scene;
use super::{Event, Evidence, Place, Record, Resolver, joint};

/// Words for the first and the second of two, right before the count or its verb.
const ORDER: [(&str, usize); 4] = [("first", 0), ("second", 1), ("former", 0), ("latter", 1)];

/// Gives such counts the place of their deed, and the listed event that is named with the places.
pub(super) fn settle(resolver: &Resolver, scene: &Scene<'_>, records: &mut [Record]) {
    for record in records {
        let anchor = Anchor::new(scene.document, &record.claim);
        let number = record.claim.quantity.tokens.start;
        let mut before = [anchor.trigger.start, number].into_iter();
        let Some((at, nth)) = before.find_map(|at| order(scene, at)) else {
            continue;
        };
        let from = match anchor.sentence.start.checked_sub(1) {
            Some(last) => scene.sentence_of(last).start,
            None => anchor.sentence.start,
        };
        let Some(place) = part(scene, from..at, nth) else {
            continue;
        };
        let listed = mention::within(&scene.mentions.events, from..at).last();
        let listed = listed.map(|it| scene.named(resolver, it));
        let here = |id: &String| scene.atlas.contains(id, &place.id);
        if let Some(listed) = listed.filter(|it| it.place.as_ref().is_some_and(here)) {
            record.event = Some(Event::named(listed, Evidence::Sentence));
        }
        record.place = Some(Place::new(place, None, Evidence::Sentence));
    }
}

/// "The first", right before a token: where it begins, and which it is.
fn order(scene: &Scene<'_>, at: usize) -> Option<(usize, usize)> {
    let word = at.checked_sub(1)?;
    let the = word.checked_sub(1)?;
    let known = scene.document.is_word_in_any_case(the, "the");
    let mut order = ORDER.iter();
    let found = order.find(|(it, _)| scene.document.is_word(word, it))?;
    known.then_some((the, found.1))
}

/// The nth of the two places that a stretch names together last, in order of the text.
fn part<'s>(
    scene: &'s Scene<'_>,
    range: std::ops::Range<usize>,
    nth: usize,
) -> Option<&'s KnownPlace> {
    let all = scene.places(range).iter().rev();
    let mut all = all.filter(|it| joint::is_joint(&scene.atlas.place(it.place).id));
    let both = all.next()?;
    let tokens = &scene.document.tokens;
    let span = tokens[both.tokens.start]
        .span
        .join(tokens[both.tokens.end - 1].span);
    let text = span.slice(scene.text());
    let parts = joint::parts(&scene.atlas.place(both.place).id);
    let parts = parts.map(|id| scene.atlas.by_id(id));
    let mut parts: Vec<&KnownPlace> = parts.collect::<Option<_>>()?;
    let place_of = |it: &&KnownPlace| text.find(it.name.as_str());
    let named = parts.len() == 2 && parts.iter().all(|it| place_of(it).is_some());
    parts.sort_by_key(place_of);
    named.then(|| parts.get(nth).copied())?
}
