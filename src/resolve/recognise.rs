//! Listed events known by what is said of them: the war that goes on where a toll is counted, the attack of that day in
//! that country. A description that fits two listed events fits none.

use std::cell::OnceCell;
use std::ops::Range;

use super::anchor::Anchor;
use super::bygone;
use super::event::Event;
use super::joint::{self, is_joint};
use super::place::{Place, is_direction};
use super::scene::Scene;
use super::unnamed::same_kind;
use super::{Evidence, Resolver, discover, mention};
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

/// What is said of an incident that may be a listed event.
pub(super) struct Description<'a> {
    /// The incident as discovered.
    pub(super) found: &'a Event,
    /// Who did it.
    pub(super) agent: Option<String>,
    /// The country of those who are counted.
    pub(super) people: Option<String>,
    /// "attacks last week": several, of which the days must be said, and the place is not one within theirs.
    pub(super) many: bool,
    /// The sentence that tells of it.
    pub(super) sentence: Range<usize>,
}

/// The listed event of one day that the words around a claim describe.
pub(super) fn described<'r>(
    resolver: &'r Resolver,
    scene: &Scene<'_>,
    claim: &Claim,
    anchor: &Anchor,
    found: &Event,
    many: bool,
) -> Option<&'r NamedEvent> {
    let who = |span| resolver.nouns.who(scene.document, &resolver.parties, span);
    let doer = || discover::doer(resolver, scene, claim, anchor);
    let description = Description {
        found,
        agent: found.agent.clone().or_else(doer),
        people: claim.counted.and_then(|span| who(span).facets.nationality),
        many,
        sentence: anchor.sentence.clone(),
    };
    listed(resolver, scene, &description)
}

/// The listed event of one day that is described: of its kind, at its place, on its day and by its party, as far as the
/// words say; else one that is known by whom it was meant for, or by all of its places together.
pub(super) fn listed<'r>(
    resolver: &'r Resolver,
    scene: &Scene<'_>,
    description: &Description<'_>,
) -> Option<&'r NamedEvent> {
    let (found, agent) = (description.found, description.agent.as_deref());
    let place = found.place.as_deref().or(description.people.as_deref());
    let fits = |event: &NamedEvent, known: bool| {
        same_kind(&event.kind, &found.kind)
            && by_party(resolver, event, agent)
            && at_place(scene, event, place, known)
    };
    let within = |event: &NamedEvent| {
        let pair = found.place.as_deref().zip(event.place.as_deref());
        pair.is_some_and(|(place, listed)| scene.atlas.contains(place, listed))
    };
    let many = description.many;
    let told = !many || found.date.from.is_some() && !found.is_assumed();
    let days = days(scene, found, agent.is_some()).filter(|_| told);
    // Where a war goes on every week has such a deed: one that is listed is meant by its day or its name.
    let one_of_many = |event: &NamedEvent| !discover::is_dated(found) && is_in_war(resolver, event);
    let strictly = days.and_then(|days| {
        let past = resolver.events.past(days);
        only(past.filter(|event| {
            let other = || one_of_many(event) || many && within(event);
            fits(event, agent.is_some()) && !other()
        }))
    });
    strictly.or_else(|| {
        let days = if discover::is_dated(found) {
            found.date
        } else {
            // One known by its target as well ("the bombing of the American Embassy in Nairobi").
            lately(scene, bygone::FRESH_DAYS)?
        };
        let parties = OnceCell::new();
        let named = || parties.get_or_init(|| named_beside(resolver, scene, &description.sentence));
        let everywhere = |event: &NamedEvent| {
            let listed = event.place.as_deref();
            listed.is_some_and(is_joint) && listed == found.place.as_deref()
        };
        let told = found.place.is_some() || discover::is_dated(found);
        let aimed_at = |event: &NamedEvent| told && is_target(resolver, event, named());
        let known = |event: &NamedEvent| everywhere(event) || aimed_at(event);
        let past = resolver.events.past(days);
        let alike = past.filter(|event| same_kind(&event.kind, &found.kind));
        only(alike.filter(|event| known(event) && fits(event, true)))
    })
}

/// True for a deed where a listed war went on.
pub(super) fn is_in_war(resolver: &Resolver, event: &NamedEvent) -> bool {
    let (Some(day), Some(place)) = (event.date.from, event.place.as_deref()) else {
        return false;
    };
    let chain = resolver.gazetteer.chain(place);
    let here = |war: &NamedEvent| {
        let of_war = war.place.as_ref();
        of_war.is_some_and(|it| chain.contains(it))
    };
    let mut wars = resolver.events.wars();
    wars.any(|war| war.date.covers(day) && war.id != event.id && here(war))
}

/// "The bombing of the American Embassy in Nairobi": one of those named is what the event was aimed at, far from home. Who
/// did it comes first among the parties, and is named with much else.
pub(super) fn is_target(resolver: &Resolver, event: &NamedEvent, named: &[&str]) -> bool {
    let mut targets = event.parties.iter().skip(1);
    targets.any(|party| {
        let (id, home) = (
            resolver.parties.id_of(party),
            resolver.parties.nation_of(party),
        );
        let (Some(id), Some(home), Some(place)) = (id, home, event.place.as_deref()) else {
            return false;
        };
        let at_home = |place: &str| resolver.gazetteer.chain(place).iter().any(|it| it == home);
        named.contains(&id) && !joint::parts(place).any(at_home)
    })
}

/// The parties that a sentence or the article's lead names.
fn named_beside<'r>(
    resolver: &'r Resolver,
    scene: &Scene<'_>,
    sentence: &Range<usize>,
) -> Vec<&'r str> {
    let here = std::iter::once(sentence.clone()).chain(scene.lead());
    let named = here.flat_map(|range| mention::within(&scene.mentions.parties, range));
    named
        .map(|it| resolver.parties.party(it.what).id.as_str())
        .collect()
}

/// So many days up to the article's.
fn lately(scene: &Scene<'_>, days: i64) -> Option<DateRange> {
    let article = scene.clock.article?;
    Some(DateRange {
        from: article.checked_sub(days.days()).ok(),
        to: Some(article),
    })
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
    let fresh = lately(scene, FRESH_DAYS)?;
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
        lately(scene, FRESH_DAYS)?
    };
    (days.from.is_some() && days.to.is_some()).then_some(days)
}

fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    items.next().is_none().then_some(first)
}
