//! Listed events known by what is said of them: the war that goes on where a toll is counted, the attack of that day in
//! that country. A description that fits two listed events fits none.

use super::anchor::Anchor;
use super::event::Event;
use super::place::{Place, is_direction};
use super::scene::Scene;
use super::{Evidence, Resolver, discover};
use crate::calendar::{DateRange, ToSpan};
use crate::claims::Claim;
use crate::schema::NamedEvent;

/// A definite description ("the attack by Hamas") is taken for the party's listed event for so many days after it. A
/// convention: within two months a desk writes of it without its date.
const FRESH_DAYS: i64 = 60;

/// The listed event that went on at a place when the article was written, when there is just one.
pub(super) fn going_on<'r>(
    resolver: &'r Resolver,
    scene: &Scene<'_>,
    place: &Place,
) -> Option<&'r NamedEvent> {
    let day = scene.clock.article?;
    only(resolver.events.wars().filter(|event| {
        let holds = |id: &str| id == place.id || place.within.iter().any(|outer| outer == id);
        event.date.covers(day) && event.place.as_deref().is_some_and(holds)
    }))
}

/// The war that goes on in a country, known by its people.
pub(super) fn war_in(resolver: &Resolver, scene: &Scene<'_>, country: &str) -> Option<Event> {
    let day = scene.clock.article?;
    only(resolver.events.wars().filter(|event| {
        let nested = |id: &str| scene.atlas.nested(id, country);
        event.date.covers(day) && event.place.as_deref().is_some_and(nested)
    }))
    .map(|event| Event::named(event, Evidence::Inferred))
}

/// The war that goes on at the place of a claim, as what the article's own words leave open.
pub(super) fn war_at(resolver: &Resolver, scene: &Scene<'_>, place: &Place) -> Option<Event> {
    going_on(resolver, scene, place).map(|event| Event::named(event, Evidence::Inferred))
}

/// The war that goes on at just this place.
pub(super) fn war_of(resolver: &Resolver, scene: &Scene<'_>, place: &str) -> Option<Event> {
    let day = scene.clock.article?;
    only(
        resolver
            .events
            .wars()
            .filter(|event| event.place.as_deref() == Some(place) && event.date.covers(day)),
    )
    .map(|event| Event::named(event, Evidence::Inferred))
}

/// The listed event of one day that an incident's words describe: of its kind, at its place, on its day and by its
/// party, as far as the words say. Of `many` incidents ("attacks last week") the days must be said, and the place is
/// not one within theirs.
pub(super) fn described<'r>(
    resolver: &'r Resolver,
    scene: &Scene<'_>,
    claim: &Claim,
    anchor: &Anchor,
    found: &Event,
    many: bool,
) -> Option<&'r NamedEvent> {
    let people = claim
        .counted
        .map(|span| resolver.nouns.who(scene.document, &resolver.parties, span))
        .and_then(|who| who.facets.nationality);
    let agent = found
        .agent
        .clone()
        .or_else(|| discover::doer(resolver, scene, claim, anchor));
    if many && !discover::is_told_of_days(found) {
        return None;
    }
    let days = days(scene, found, agent.is_some())?;
    let within = |event: &NamedEvent| {
        let pair = found.place.as_deref().zip(event.place.as_deref());
        pair.is_some_and(|(place, listed)| scene.atlas.contains(place, listed))
    };
    only(resolver.events.past(days).filter(|event| {
        !(many && within(event))
            && super::unnamed::same_kind(&event.kind, &found.kind)
            && by_party(resolver, event, agent.as_deref())
            && at_place(
                scene,
                event,
                found.place.as_deref().or(people.as_deref()),
                agent.is_some(),
            )
    }))
}

/// True for the kinds of events in which people are killed every day.
pub(crate) fn is_war(kind: &str) -> bool {
    matches!(kind, "war" | "conflict" | "campaign" | "insurgency")
}

/// The listed event that a deed is: "Hamas gunmen killed 1,400 Israelis", told within two months of it.
pub(super) fn deed<'r>(
    resolver: &'r Resolver,
    scene: &Scene<'_>,
    claim: &Claim,
    anchor: &Anchor,
) -> Option<&'r NamedEvent> {
    let agent = discover::doer(resolver, scene, claim, anchor)?;
    let span = claim.counted?;
    let who = resolver.nouns.who(scene.document, &resolver.parties, span);
    let people = who.facets.nationality?;
    let article = scene.clock.article?;
    let fresh = DateRange {
        from: article.checked_sub(FRESH_DAYS.days()).ok(),
        to: Some(article),
    };
    if scene.day_in(anchor.clause.clone()).is_some() {
        return None;
    }
    only(resolver.events.past(fresh).filter(|event| {
        by_party(resolver, event, Some(&agent)) && at_place(scene, event, Some(&people), true)
    }))
}

fn by_party(resolver: &Resolver, event: &NamedEvent, agent: Option<&str>) -> bool {
    let Some(agent) = agent else {
        return true;
    };
    let Some(first) = event.parties.first() else {
        return false;
    };
    // "the Palestinian militants' raid": the people that the party is of.
    let nation = || resolver.parties.nation_of(first) == Some(agent);
    resolver.parties.id_of(first) == Some(agent) || nation()
}

/// Without a place the party must be known, and so must it for a smaller place than the listed one: not every shooting
/// in a country on that day is the listed one.
fn at_place(scene: &Scene<'_>, event: &NamedEvent, place: Option<&str>, by_known: bool) -> bool {
    match (event.place.as_deref(), place) {
        (Some(listed), Some(place)) => {
            listed == place
                || ((by_known || is_direction(place)) && scene.atlas.nested(listed, place))
                || scene.atlas.contains(place, listed)
        }
        (_, None) => by_known,
        (None, Some(_)) => false,
    }
}

/// The day that is named; without one, the days that news is fresh, or more when the party is known.
fn days(scene: &Scene<'_>, found: &Event, by_known: bool) -> Option<DateRange> {
    let days = if discover::is_dated(found) || !by_known {
        found.date
    } else {
        DateRange {
            from: scene
                .clock
                .article
                .and_then(|article| article.checked_sub(FRESH_DAYS.days()).ok()),
            to: scene.clock.article,
        }
    };
    (days.from.is_some() && days.to.is_some()).then_some(days)
}

fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    items.next().is_none().then_some(first)
}
