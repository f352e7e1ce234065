//! Where a claim holds.

use std::ops::Range;
use std::sync::Arc;

use super::anchor::Anchor;
use super::border;
use super::classes::{ADVERB, OWNED, RECORDS};
use super::gazetteer::KnownPlace;
use super::mention::{Governed, PlaceMention};
use super::scene::Scene;
use super::{Evidence, Resolver, bounds, pointing, spread};
use crate::span::Span;

/// The most words between a trigger and the place that it is directed at.
const TARGET_REACH: usize = 4;

/// The most words to the place of the second of two joined counts: "and 11 for the one in Dar es Salaam".
const OWN_REACH: usize = 6;

/// The most words from "'s" to what is a place's own: "Kenya's latest death toll".
const OWNED_REACH: usize = 3;

/// The most words between a place and what it has recorded: "Zambia has so far confirmed 1,240".
const HELD_REACH: usize = 4;

/// A place with what contains it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Stable id: `gaza-strip`, `PS`, `aurora.colorado`; `~hallowfield` or `~hallowfield.ohio` for a place known by its
    /// name alone.
    pub id: String,
    /// The name to show.
    pub name: String,
    /// Ids of containing places, nearest first: `["PS", "middle-east", "asia"]`.
    pub within: Arc<[String]>,
    /// These are supposed to contain it, because they contain the article's own place or are it; nothing says so.
    pub supposed: bool,
    /// Where in the text it was read.
    pub span: Option<Span>,
    /// How it was attached.
    pub evidence: Evidence,
}

impl Place {
    pub(super) fn new(known: &KnownPlace, span: Option<Span>, evidence: Evidence) -> Self {
        Self {
            id: known.id.clone(),
            name: known.name.clone(),
            within: Arc::clone(&known.within),
            supposed: known.supposed,
            span,
            evidence,
        }
    }
}

/// The place that the claim's own clause names.
pub(super) fn in_clause(resolver: &Resolver, scene: &Scene<'_>, anchor: &Anchor) -> Option<Place> {
    let mention = pointing::right_here(scene, anchor)
        .or_else(|| relative(scene, anchor))
        .or_else(|| owner(resolver, scene, anchor))
        .or_else(|| nearest(scene, anchor, &anchor.own))
        .or_else(|| holder(resolver, scene, anchor))
        .or_else(|| pointing::here(scene, anchor))
        .or_else(|| pointing::there(resolver, scene, anchor));
    if let Some((at, border)) = border::in_clause(resolver, scene, anchor)
        && mention.is_none_or(|mention| is_nearer(anchor, at, mention))
    {
        let span = scene.document.tokens[at].span;
        return Some(Place::new(&border, Some(span), Evidence::Clause));
    }
    let away = |place: &PlaceMention| anchor.away(place.tokens.start);
    let spread = spread::beside(scene, anchor).filter(|spread| {
        mention.is_none_or(|mention| {
            let holds = spread.tokens.contains(&mention.tokens.start);
            holds || away(spread) < away(mention)
        })
    });
    let mention = spread.or(mention);
    Some(read(scene, mention?, Evidence::Clause))
}

/// True when the border at token `at` is nearer to the claim than the place, or the place is one of its countries.
fn is_nearer(anchor: &Anchor, at: usize, place: &PlaceMention) -> bool {
    let inside = (anchor.low..anchor.high).contains(&at);
    inside
        || at.abs_diff(place.tokens.start) <= 5
        || anchor.away(at) < anchor.away(place.tokens.start)
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
        .find(|at| scene.document.is_word_in_any_case(*at, "where"))?;
    scene.places(anchor.sentence.start..at).last()
}

/// "Kenya's toll stood at 98 dead", "turnout in Malawi's election": the place whose it is.
fn owner<'s>(
    resolver: &Resolver,
    scene: &'s Scene<'_>,
    anchor: &Anchor,
) -> Option<&'s PlaceMention> {
    let from = anchor.clause.start.min(anchor.low);
    let mut before = scene.places(from..anchor.sentence.end).iter().rev();
    before.find(|place| {
        let end = place.tokens.end;
        let owned = end + 1..(end + 1 + OWNED_REACH).min(anchor.sentence.end);
        end < anchor.sentence.end
            && scene.document.is_word(end, "'s")
            && owned.into_iter().any(|at| {
                let toll = scene.document.is_word(at, "toll") && at < anchor.low;
                toll || resolver.classes.is(&scene.document.tokens[at], OWNED)
            })
    })
}

/// "Zambia has recorded 1,240 cases": the place that has them, where no other is told.
fn holder<'s>(
    resolver: &Resolver,
    scene: &'s Scene<'_>,
    anchor: &Anchor,
) -> Option<&'s PlaceMention> {
    let from = anchor.clause.start.min(anchor.low);
    let place = scene.places(from..anchor.low).last()?;
    let mut between = place.end..anchor.low;
    let is = |at: usize, class| resolver.classes.is(&scene.document.tokens[at], class);
    // "Kenya raised its count to 37": the verb is of the words for the count.
    let has = between.clone().any(|at| is(at, RECORDS)) || is(anchor.low, RECORDS);
    let near = between.len() <= HELD_REACH;
    let plain = between.all(|at| is(at, RECORDS | ADVERB));
    (has && near && plain).then_some(place)
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
        let near = anchor.high..anchor.high + TARGET_REACH;
        let target = place.governed == Governed::Preposition
            && near.contains(&place.tokens.start)
            && !bounds::joins(scene, anchor.high..place.tokens.start);
        (locative || target) && !scene.is_in_name(&place.tokens)
    };
    if let Some(fronted) = bounds::fronted(scene, anchor) {
        return Some(fronted);
    }
    let between = scene.places(anchor.low..anchor.high);
    let end = range.end.max(anchor.high);
    let own_end = bounds::end(scene, anchor, end);
    let behind = scene.places(anchor.high..own_end);
    let before = scene.places(range.start.min(anchor.low)..anchor.low);
    // "213 for the attack in Nairobi and 11 for the one in Dar es Salaam".
    let joined = between
        .last()
        .is_some_and(|it| bounds::joins(scene, it.end..anchor.high));
    let own = behind
        .first()
        .filter(|it| it.tokens.start <= anchor.high + OWN_REACH);
    let found = own
        .filter(|it| joined && governed(it))
        .into_iter()
        .chain(between)
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
#[cfg(test)]
mod tests {
    use crate::claims::Frame;
    use crate::resolve::fixture::{deaths, records};

    #[test]
    fn each_clause_has_the_place_that_opens_it() {
        for text in [
            "In Beirut, two people died, and in Tripoli seven villagers died.",
            "In Beirut two people died and in Tripoli, seven villagers died.",
            "In Beirut two people died; in Tripoli seven villagers died.",
        ] {
            let said = [
                deaths(Frame::Subject, "two", "people", "died"),
                deaths(Frame::Subject, "seven", "villagers", "died"),
            ];
            let records = records(text, "2024-05-02", &said);
            let places = records
                .iter()
                .map(|it| it.place.as_ref().unwrap().id.as_str());
            assert_eq!(places.collect::<Vec<_>>(), ["beirut", "tripoli"], "{text}");
        }
    }
}
