//! Where a claim holds.

use std::ops::Range;

use super::anchor::Anchor;
use super::border;
use super::gazetteer::KnownPlace;
use super::mention::{self, Governed, PlaceMention};
use super::scene::Scene;
use super::{Event, Evidence, Resolver};
use crate::span::Span;
use crate::text::TokenKind;

/// The most words between a trigger and the place that it is directed at.
const TARGET_REACH: usize = 4;

/// The most words between ", and" and the event that the new clause tells of.
const OWN_REACH: usize = 6;

/// A place with what contains it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Stable id: `gaza-strip`, `PS`, `aurora.colorado`; `~hallowfield` or `~hallowfield.ohio` for a place known by its
    /// name alone.
    pub id: String,
    /// The name to show.
    pub name: String,
    /// Ids of containing places, nearest first: `["PS", "middle-east", "asia"]`.
    pub within: Vec<String>,
    /// Where in the text it was read.
    pub span: Option<Span>,
    /// How it was attached.
    pub evidence: Evidence,
}

impl Place {
    fn new(known: &KnownPlace, span: Option<Span>, evidence: Evidence) -> Self {
        Self {
            id: known.id.clone(),
            name: known.name.clone(),
            within: known.within.clone(),
            span,
            evidence,
        }
    }
}

/// The place that the claim's own clause names.
pub(super) fn in_clause(resolver: &Resolver, scene: &Scene<'_>, anchor: &Anchor) -> Option<Place> {
    let mention = relative(scene, anchor).or_else(|| nearest(scene, anchor, &anchor.clause));
    if let Some((at, border)) = border::in_clause(resolver, scene, anchor)
        && mention.is_none_or(|mention| is_nearer(anchor, at, mention))
    {
        let span = scene.document.tokens[at].span;
        return Some(Place::new(&border, Some(span), Evidence::Clause));
    }
    Some(read(scene, mention?, Evidence::Clause))
}

/// True when the border at token `at` is nearer to the claim than the place, or the place is one of its countries.
fn is_nearer(anchor: &Anchor, at: usize, place: &PlaceMention) -> bool {
    let away = |token: usize| anchor.low.abs_diff(token).min(anchor.high.abs_diff(token));
    let inside = (anchor.low..anchor.high).contains(&at);
    inside || at.abs_diff(place.tokens.start) <= 5 || away(at) < away(place.tokens.start)
}

/// True for a part of a country known by its direction: "southern Israel", "central Italy". Of an event it says where,
/// and sets no part of it apart.
pub(crate) fn is_direction(name: &str) -> bool {
    let first = name.split([' ', '-']).next().unwrap_or_default();
    first == "central" || first.ends_with("ern")
}

/// The place of a mention.
pub(super) fn read(scene: &Scene<'_>, mention: &PlaceMention, evidence: Evidence) -> Place {
    let tokens = &scene.document.tokens;
    let span = tokens[mention.tokens.start]
        .span
        .join(tokens[mention.tokens.end - 1].span);
    Place::new(scene.atlas.place(mention.place), Some(span), evidence)
}

/// "in Rafah, where a million people had sought refuge": the place before "where".
fn relative<'s>(scene: &'s Scene<'_>, anchor: &Anchor) -> Option<&'s PlaceMention> {
    let from = anchor
        .clause
        .start
        .saturating_sub(2)
        .max(anchor.sentence.start);
    let at = (from..anchor.low)
        .rev()
        .find(|at| scene.document.token_text(*at).eq_ignore_ascii_case("where"))?;
    scene.places(anchor.sentence.start..at).last()
}

/// The place nearest to the number and its trigger that stands after a preposition: the first behind them, else the
/// last before them; of that one's clause, the smallest place inside it.
fn nearest<'s>(
    scene: &'s Scene<'_>,
    anchor: &Anchor,
    range: &Range<usize>,
) -> Option<&'s PlaceMention> {
    let governed = |place: &&PlaceMention| {
        let locative = place.governed == Governed::Locative;
        // "his visit to Kenya": right behind the trigger any preposition will do.
        let target = place.governed == Governed::Preposition
            && (anchor.high..anchor.high + TARGET_REACH).contains(&place.tokens.start);
        (locative || target) && !scene.is_in_name(&place.tokens)
    };
    let between = scene.places(anchor.low..anchor.high);
    let end = range.end.max(anchor.high);
    let own_end = next_told(scene, anchor.high..end).unwrap_or(end);
    let behind = scene.places(anchor.high..own_end.min(other_event(scene, anchor.high..end)));
    let before = scene.places(range.start.min(anchor.low)..anchor.low);
    let found = between
        .iter()
        .chain(behind)
        .find(governed)
        .or_else(|| before.iter().rev().find(governed))?;
    let outer = &scene.atlas.place(found.place).id;
    let side = if found.tokens.start >= anchor.high {
        behind
    } else {
        before
    };
    side.iter()
        .filter(governed)
        .find(|inner| scene.atlas.place(inner.place).within.contains(outer))
        .or(Some(found))
}

/// "killed in the raid over the weekend, a counterattack in the north": where a second event begins behind a comma.
fn other_event(scene: &Scene<'_>, range: Range<usize>) -> usize {
    let end = range.end;
    let mut incidents = mention::within(&scene.mentions.incidents, range).iter();
    let (Some(first), Some(second)) = (incidents.next(), incidents.next()) else {
        return end;
    };
    let mut between = first.tokens.end..second.tokens.start;
    let apart = between.any(|at| scene.document.token_text(at) == ",");
    if apart { second.tokens.start } else { end }
}

/// ", and since then strikes have killed …": where a coordinate clause begins that tells of an event of its own.
fn next_told(scene: &Scene<'_>, mut range: Range<usize>) -> Option<usize> {
    let end = range.end;
    range.find(|at| {
        if scene.document.token_text(*at) != "and" {
            return false;
        }
        // A quote may close behind the comma.
        let comma = (at.saturating_sub(2)..*at).any(|at| scene.document.token_text(at) == ",");
        let own = *at..end.min(*at + OWN_REACH);
        // "40 killed, and 200 hurt, in an attack": still the same event.
        let counts = scene.document.tokens[own.clone()]
            .iter()
            .any(|token| token.kind == TokenKind::Number);
        comma && !counts && !mention::within(&scene.mentions.incidents, own).is_empty()
    })
}

/// The place where the clause does not name one: that of the event, the nearest to the left in the sentence, that of
/// the article; none when the clause points back to a place ("both towns").
pub(super) fn beyond_clause(
    scene: &Scene<'_>,
    anchor: &Anchor,
    event: Option<&Event>,
) -> Option<Place> {
    if !mention::within(&scene.mentions.anaphora, anchor.sentence.start..anchor.high).is_empty() {
        return None;
    }
    // The event's own words left its place open, though the article has one: "twin bombings".
    let is_open = event.is_some_and(|event| {
        !event.named && event.place.is_none() && event.evidence <= Evidence::Sentence
    });
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
