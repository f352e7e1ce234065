//! Which event a claim belongs to: the one its own clause is tied to, by order of the text and syntax.

use std::ops::Range;

use super::anchor::Anchor;
use super::classes::{BREAK, RELATIVE, SPEECH};
use super::mention::{self, Mention};
use super::nearby::{Candidate, candidates};
use super::place::Place;
use super::scene::Scene;
use super::unnamed::{discovered, of_article};
use super::{
    Event, Evidence, Resolver, VIOLENCE, consequence, family, many, recognise, site, so_far, toll,
    topic, war,
};
use crate::claims::{Claim, Frame};
use crate::schema::NamedEvent;

/// The most words between a relative pronoun and what it introduces: "when gunmen … had caused 12 deaths".
const RELATIVE_REACH: usize = 20;
/// The most words between a relative pronoun and the event before it.
const ANTECEDENT_REACH: usize = 10;

/// The event of a claim whose clause names `place`, if any.
pub(super) fn event(
    resolver: &Resolver,
    scene: &Scene<'_>,
    claim: &Claim,
    anchor: &Anchor,
    place: Option<&Place>,
) -> Option<Event> {
    let candidates = candidates(resolver, scene, &anchor.sentence, &anchor.trigger);
    if let Some(phrase) = toll::Phrase::of(resolver, scene, claim, anchor) {
        return toll::event(resolver, scene, claim, anchor, place, &phrase, &candidates);
    }
    let found = name_in_trigger(scene, anchor)
        .or_else(|| relative(resolver, scene, anchor, &candidates))
        .or_else(|| beside(resolver, scene, claim, anchor, &candidates))
        .or_else(|| in_trigger(resolver, scene, anchor));
    let vague = found.is_none_or(|found| {
        is_of_war(resolver, found)
            && (many::is_many(resolver, scene, found.mention())
                || many::lasts(resolver, scene, found.mention()))
    });
    if vague {
        let target = || {
            let mention = found.as_ref()?.mention();
            site::place_of(resolver, scene, mention).map(|known| known.id.as_str())
        };
        let id = place.map(|place| place.id.as_str()).or_else(target);
        if let Some(war) = so_far::war(resolver, scene, claim, anchor, id) {
            return Some(war);
        }
    }
    let told = |candidate: &Candidate<'_>| {
        let between = anchor.high..candidate.start();
        let mut words = between.map(|at| scene.document.token_text(at));
        !words.any(|word| word == "and")
    };
    if !found.as_ref().is_some_and(told)
        && let Some(listed) = recognise::deed(resolver, scene, claim, anchor)
    {
        return Some(Event::named(listed, Evidence::Inferred));
    }
    match found {
        Some(candidate) => Some(read(resolver, scene, claim, anchor, place, candidate)),
        None => of_article(resolver, scene, claim, anchor, place),
    }
}

/// True for what a war is made of: wildfires burn beside it.
fn is_of_war(resolver: &Resolver, found: Candidate<'_>) -> bool {
    match found {
        Candidate::Named(_) => true,
        Candidate::Incident(it) => {
            let kind = &resolver.events.kinds[it.what as usize].0;
            family(kind) == VIOLENCE || resolver.events.is_war(it.what)
        }
    }
}

/// The event that a word of it tells of.
pub(super) fn read(
    resolver: &Resolver,
    scene: &Scene<'_>,
    claim: &Claim,
    anchor: &Anchor,
    place: Option<&Place>,
    candidate: Candidate<'_>,
) -> Event {
    let mention = candidate.mention();
    let evidence = evidence(anchor, mention);
    if let Candidate::Named(_) = candidate {
        return Event::named(scene.named(resolver, mention), evidence);
    }
    war::meant(resolver, scene, anchor, mention, place).unwrap_or_else(|| {
        let found = discovered(resolver, scene, anchor, mention, place);
        let many = many::is_many(resolver, scene, mention);
        // A place taken over from the article is no word against the listed event.
        let said = || place.is_some() || site::place_of(resolver, scene, mention).is_some();
        let described =
            |event: &Event| recognise::described(resolver, scene, claim, anchor, event, many);
        // The party alone tells it only where the article names its place, or its people.
        let told = |listed: &&NamedEvent| {
            let place = listed.place.as_deref();
            place.is_none_or(|it| {
                topic::names(scene, it) || topic::names_people(resolver, scene, it)
            })
        };
        let listed = described(&found).or_else(|| {
            let taken_over = found.place.is_some() && !said();
            let as_told = taken_over.then(|| Event {
                place: None,
                ..found.clone()
            })?;
            described(&as_told).filter(told)
        });
        listed.map_or(found, |listed| Event::named(listed, evidence))
    })
}

pub(super) fn evidence(anchor: &Anchor, mention: &Mention) -> Evidence {
    if anchor.clause.contains(&mention.tokens.start) {
        Evidence::Clause
    } else {
        Evidence::Sentence
    }
}

/// "an attack in March, which killed 40": the event before the relative pronoun.
fn relative<'s>(
    resolver: &Resolver,
    scene: &Scene<'_>,
    anchor: &Anchor,
    candidates: &[Candidate<'s>],
) -> Option<Candidate<'s>> {
    let document = scene.document;
    let from = anchor
        .low
        .saturating_sub(RELATIVE_REACH)
        .max(anchor.sentence.start + 1);
    let pronoun = (from..anchor.low).rev().find(|at| {
        resolver.classes.is(&document.tokens[*at], RELATIVE)
            // What stands before "where" is a place.
            && !document.token_text(*at).eq_ignore_ascii_case("where")
            && !resolver.classes.is(&document.tokens[*at - 1], SPEECH)
    })?;
    let between = pronoun..anchor.low;
    if candidates
        .iter()
        .any(|candidate| between.contains(&candidate.start()))
        || between.clone().any(|at| document.is_word(at, ";"))
    {
        return None;
    }
    let antecedent = candidates
        .iter()
        .rev()
        .find(|candidate| candidate.end() <= pronoun)?;
    (antecedent.end() + ANTECEDENT_REACH >= pronoun).then_some(*antecedent)
}

/// The nearest event on the side where the frame has it: after a passive, before an active verb; then the other side.
fn beside<'s>(
    resolver: &Resolver,
    scene: &Scene<'_>,
    claim: &Claim,
    anchor: &Anchor,
    candidates: &[Candidate<'s>],
) -> Option<Candidate<'s>> {
    let open = |range: Range<usize>| !is_broken(resolver, scene, range);
    let after = candidates
        .iter()
        .find(|candidate| candidate.start() >= anchor.high)
        .filter(|candidate| open(anchor.high..candidate.start()));
    let before = candidates
        .iter()
        .rev()
        .filter(|candidate| candidate.end() <= anchor.low)
        .max_by_key(|candidate| {
            // A named event is the head of a subject rather than the nearer word inside it.
            (matches!(candidate, Candidate::Named(_)), candidate.end())
        })
        .filter(|candidate| open(candidate.end()..anchor.low));
    let subject_first = matches!(
        claim.frame,
        Frame::Active | Frame::NounOf | Frame::Left | Frame::QNoun | Frame::Toll
    );
    let found = if subject_first {
        before.or(after)
    } else {
        after.or(before)
    };
    found.copied()
}

/// True when another clause begins between two points: a semicolon, or a word like "while" after a comma.
fn is_broken(resolver: &Resolver, scene: &Scene<'_>, range: Range<usize>) -> bool {
    let tokens = &scene.document.tokens;
    range.clone().any(|at| {
        let word = scene.document.token_text(at);
        word == ";"
            || (resolver.classes.is(&tokens[at], BREAK) && !matches!(word, "and" | "as") && at > 0)
    })
}

/// "10 months into the war in Gaza": the trigger is part of the event's name.
pub(super) fn is_named_by_trigger(scene: &Scene<'_>, anchor: &Anchor) -> bool {
    name_in_trigger(scene, anchor).is_some()
}

fn name_in_trigger<'s>(scene: &'s Scene<'_>, anchor: &Anchor) -> Option<Candidate<'s>> {
    mention::within(&scene.mentions.events, anchor.sentence.clone())
        .iter()
        .find(|event| {
            event.tokens.start < anchor.trigger.end && anchor.trigger.start < event.tokens.end
        })
        .map(Candidate::Named)
}

/// "the massacre of 40 villagers": the trigger itself names the event.
fn in_trigger<'s>(
    resolver: &Resolver,
    scene: &'s Scene<'_>,
    anchor: &Anchor,
) -> Option<Candidate<'s>> {
    mention::within(&scene.mentions.incidents, anchor.trigger.clone())
        .first()
        .filter(|incident| !consequence::is(resolver, scene, incident))
        .map(Candidate::Incident)
}
