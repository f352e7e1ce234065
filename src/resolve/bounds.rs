//! Where the words about one count end, and those about the next begin: "213 were killed in Harsk, and in Linden 11", "…, and
//! the one in Linden killed 11".

use std::ops::Range;

use super::anchor::Anchor;
use super::mention::{self, Governed, PlaceMention};
use super::scene::Scene;
use crate::text::TokenKind;

/// The most words between ", and" and the event that the new clause tells of.
const OWN_REACH: usize = 6;
/// The most words between "and" and "one".
const ONE_REACH: usize = 4;

/// Where what is told behind a count is no longer of it, at the latest at `end`.
pub(super) fn end(scene: &Scene<'_>, anchor: &Anchor, end: usize) -> usize {
    let behind = anchor.high..end;
    let own_end = next_told(scene, behind.clone()).unwrap_or(end);
    let own_end =
        next_fronted(scene, anchor.sentence.start, anchor.high..own_end).unwrap_or(own_end);
    let own_end = next_counted(scene, anchor, own_end).unwrap_or(own_end);
    own_end.min(other_event(scene, behind))
}

/// "(The 213 killed) here, 201 of them Kenyans, and the 11 killed in Linden": where the next count of the kind begins that has
/// a verb of its own.
fn next_counted(scene: &Scene<'_>, anchor: &Anchor, end: usize) -> Option<usize> {
    let own = scene.counts(anchor.low..anchor.high).first()?;
    let mut next = scene.counts(anchor.high..end).iter();
    let next = next.find(|it| {
        it.claim_type == own.claim_type && it.trigger >= anchor.high && it.trigger < end
    })?;
    Some(next.at.min(next.trigger))
}

/// True when "and" stands in a stretch.
pub(super) fn joins(scene: &Scene<'_>, mut range: Range<usize>) -> bool {
    range.any(|at| scene.document.is_word(at, "and"))
}

/// "In Harsk, two people died, and in Linden five did": the place that opens the clause, right before the number.
pub(super) fn fronted<'s>(scene: &'s Scene<'_>, anchor: &Anchor) -> Option<&'s PlaceMention> {
    let before = scene.places(anchor.sentence.start..anchor.low);
    let place = before.last()?;
    let adjoins = past_comma(scene, place.end) == anchor.low;
    if adjoins && opening(scene, anchor.sentence.start, place).is_some() {
        return Some(place);
    }
    // "In Harsk, the town that was hit within minutes of the Linden blast, two people died".
    let first = before.first()?;
    let comma = |at: usize| scene.document.is_word(at, ",");
    let closed = anchor.low.checked_sub(1).is_some_and(comma) && comma(first.end);
    (closed && opening(scene, anchor.sentence.start, first) == Some(anchor.sentence.start))
        .then_some(first)
}

/// The token at `at`, or the one after it if it is a comma.
fn past_comma(scene: &Scene<'_>, at: usize) -> usize {
    let comma = at < scene.document.tokens.len() && scene.document.is_word(at, ",");
    at + usize::from(comma)
}

/// Where the phrase of place begins that opens a clause: at the sentence's first word, or after a comma or "and".
fn opening(scene: &Scene<'_>, sentence: usize, place: &PlaceMention) -> Option<usize> {
    let at = place
        .tokens
        .start
        .checked_sub(1)
        .filter(|at| *at >= sentence)?;
    let opens = at == sentence
        || matches!(
            scene.document.token_text(at - 1),
            "," | ";" | "and" | "while" | "but"
        );
    (place.governed == Governed::Locative && opens).then_some(at)
}

/// ", and in Linden five …": where a clause begins with a place of its own and a number.
fn next_fronted(scene: &Scene<'_>, sentence: usize, range: Range<usize>) -> Option<usize> {
    scene.places(range).iter().find_map(|place| {
        let next = past_comma(scene, place.end);
        let number = scene.document.tokens.get(next);
        let counts =
            scene.is_counted(next) || number.is_some_and(|it| it.kind == TokenKind::Number);
        opening(scene, sentence, place).filter(|_| counts)
    })
}

/// "killed in the raid over the weekend, a counterattack in the north": where a second event begins behind a comma.
fn other_event(scene: &Scene<'_>, range: Range<usize>) -> usize {
    let end = range.end;
    let mut incidents = mention::within(&scene.mentions.incidents, range).iter();
    let (Some(first), Some(second)) = (incidents.next(), incidents.next()) else {
        return end;
    };
    let mut between = first.tokens.end..second.tokens.start;
    let apart = between.any(|at| scene.document.is_word(at, ","));
    if apart { second.tokens.start } else { end }
}

/// ", and since then strikes have killed …": where a coordinate clause begins that tells of an event of its own.
fn next_told(scene: &Scene<'_>, mut range: Range<usize>) -> Option<usize> {
    let end = range.end;
    range.find(|at| {
        if !scene.document.is_word(*at, "and") {
            return false;
        }
        // A quote may close behind the comma.
        let comma = (at.saturating_sub(2)..*at).any(|at| scene.document.is_word(at, ","));
        // "and the one in Linden 11".
        let one = (*at + 1..end.min(*at + ONE_REACH)).any(|at| scene.document.is_word(at, "one"));
        let next = scene.places(*at..end).first();
        if comma && one && next.is_some_and(|it| it.tokens.start < *at + OWN_REACH) {
            return true;
        }
        let own = *at..end.min(*at + OWN_REACH);
        // "40 killed, and 200 hurt, in an attack": still the same event.
        let counts = scene.document.tokens[own.clone()]
            .iter()
            .any(|token| token.kind == TokenKind::Number);
        comma && !counts && !mention::within(&scene.mentions.incidents, own).is_empty()
    })
}
