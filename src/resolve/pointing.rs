//! Places that a word points at: "here", "there".

use super::Resolver;
use super::anchor::Anchor;
use super::classes::{ADVERB, BE, RELATIVE};
use super::mention::{Governed, PlaceMention};
use super::scene::Scene;

/// The most words between a place and what is around it: "in Harsk, a town in the north of".
const NEAR_TOLD: usize = 8;
/// The most words between "there" and what it opens: "there, in which".
const REACH: usize = 4;

/// "the bombing of the embassy here": where the dateline says.
pub(super) fn here<'s>(scene: &'s Scene<'_>, anchor: &Anchor) -> Option<&'s PlaceMention> {
    let own = anchor.own.start.min(anchor.low)..anchor.own.end.max(anchor.high);
    let is_here = |at: usize| scene.document.is_word(at, "here");
    own.into_iter().any(is_here).then(|| scene.dateline())?
}

/// "The 213 people killed here": right behind the count, whatever place stands farther on.
pub(super) fn right_here<'s>(scene: &'s Scene<'_>, anchor: &Anchor) -> Option<&'s PlaceMention> {
    let next = scene.document.tokens.get(anchor.high)?;
    let is_here = next.span.slice(scene.text()).eq_ignore_ascii_case("here");
    is_here.then(|| scene.dateline())?
}

/// "(Bombers struck a café in Djibouti.) Eight people were killed there": the place told last.
pub(super) fn there<'s>(
    resolver: &Resolver,
    scene: &'s Scene<'_>,
    anchor: &Anchor,
) -> Option<&'s PlaceMention> {
    let mut behind = anchor.low..anchor.own.end.max(anchor.high);
    let at = behind
        .find(|at| scene.document.is_word(*at, "there"))
        .or_else(|| there_which(resolver, scene, anchor))?;
    // "There were", "there has been" point nowhere.
    let next = scene.document.tokens.get(at + 1);
    let exists = next.is_some_and(|it| resolver.classes.is(it, BE | ADVERB));
    let before = anchor.sentence.start.checked_sub(1)?;
    let from = scene.sentence_of(before).start;
    let told = scene.places(from..at).iter().rev();
    // "Reports from Kenya spoke of 247 dead there".
    let near = |it: &PlaceMention| {
        it.governed == Governed::Preposition && it.tokens.start >= anchor.sentence.start
    };
    let mut told = told.filter(|it| !exists && (it.governed == Governed::Locative || near(it)));
    let last = told.next()?;
    let inner = |it: &&PlaceMention| {
        let (a, b) = (scene.atlas.place(it.place), scene.atlas.place(last.place));
        it.tokens.start + NEAR_TOLD >= last.tokens.start && a.within.contains(&b.id)
    };
    Some(told.find(inner).unwrap_or(last))
}

/// "The bombing there, in which ten died": right before the relative clause of the count.
fn there_which(resolver: &Resolver, scene: &Scene<'_>, anchor: &Anchor) -> Option<usize> {
    let tokens = &scene.document.tokens;
    let from = anchor
        .low
        .saturating_sub(REACH)
        .max(anchor.sentence.start + 1);
    let pronoun = (from..anchor.low)
        .rev()
        .find(|at| resolver.classes.is(&tokens[*at], RELATIVE))?;
    let near = pronoun.saturating_sub(REACH).max(anchor.sentence.start)..pronoun;
    near.rev().find(|at| scene.document.is_word(*at, "there"))
}

#[cfg(test)]
mod tests {
    use crate::claims::Frame;
    use crate::resolve::fixture::{deaths, records};

    #[test]
    fn there_is_the_place_told_last() {
        for text in [
            "Bombers struck a market in Nairobi. It is said that eight people were killed there.",
            "In Nairobi police freed those held over the bombing there, in which eight people were killed.",
        ] {
            let said = deaths(Frame::Passive, "eight", "people", "killed");
            let records = records(text, "2030-05-02", &[said]);
            let place = records[0].place.as_ref().map(|it| it.id.as_str());
            assert_eq!(place, Some("nairobi"), "{text}");
        }
    }
}
