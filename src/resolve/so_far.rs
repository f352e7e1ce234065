//! Counts up to now: "strikes have killed 4,100 people in Gaza", told of no day and no event in particular.

use super::anchor::Anchor;
use super::mention::{self, Governed};
use super::place::Place;
use super::scene::Scene;
use super::{Event, Evidence, Resolver, recognise};
use crate::claims::Claim;

/// The most words between "have" and the participle: "have so far also been killed".
const REACH: usize = 4;
/// The most words between "since" and the war: "since the latest war".
const SINCE_REACH: usize = 3;

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
        let nation = who.facets.nationality.as_deref();
        let of_people = nation.and_then(|it| recognise::war_in(resolver, scene, it));
        return of_people.or_else(|| told_before(resolver, scene, anchor));
    };
    let war = recognise::war_of(resolver, scene, place)?;
    (war.place.as_deref() == Some(place)).then_some(war)
}

/// "(The toll since the war began stands at 39,790.) Most have been driven from their homes": the war since whose beginning the
/// sentence before counts.
fn told_before(resolver: &Resolver, scene: &Scene<'_>, anchor: &Anchor) -> Option<Event> {
    let sentences = &scene.document.sentences;
    let own = sentences.partition_point(|it| it.tokens.start < anchor.sentence.start);
    let [before, own] = sentences.get(own.checked_sub(1)?..=own)? else {
        return None;
    };
    let since = |start: usize| {
        (start.saturating_sub(SINCE_REACH)..start)
            .any(|at| scene.document.is_word_in_any_case(at, "since"))
    };
    let mut told = mention::within(&scene.mentions.incidents, before.tokens.clone()).iter();
    let war = told.any(|it| resolver.events.is_war(it.what) && since(it.tokens.start));
    if !war || before.paragraph != own.paragraph {
        return None;
    }
    let mut wars = scene.wars(resolver);
    if let Some(war) = wars.next() {
        let one = wars.all(|it| it.id == war.id);
        return one.then(|| Event::named(war, Evidence::Sentence));
    }
    let home = Place::new(scene.home()?, None, Evidence::Article);
    recognise::war_at(resolver, scene, &home)
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

#[cfg(test)]
mod tests {
    use crate::claims::Frame;
    use crate::resolve::fixture::{Said, records};

    /// The event of the 90,000 in a text written on 10 August 2024, an id's beginning.
    fn check(text: &str, wanted: &str) {
        let said = Said {
            kind: "displaced",
            frame: Frame::Passive,
            number: "90,000",
            trigger: "driven from their homes",
            counted: "people",
        };
        let records = records(text, "2024-08-10", &[said]);
        let event = records[0].event.as_ref().map_or("-", |it| &it.id);
        assert!(event.starts_with(wanted), "{event}: {text}");
    }

    #[test]
    fn what_follows_a_count_since_the_war_began_is_of_the_war() {
        let raid = "An air strike hit a school in Gaza City on Friday.";
        let toll = "The toll since the war began stands at 39,790.";
        let home = "Another 90,000 people have been driven from their homes.";
        check(&format!("{raid}\n\n{toll} {home}"), "gaza-war");
        check(&format!("{raid} {home}"), "strike:");
    }

    #[test]
    fn what_burns_beside_a_war_is_none_of_it() {
        let fires = "Wildfires in Gaza: 90,000 people have been driven from their homes.";
        check(fires, "fire:");
    }
}
