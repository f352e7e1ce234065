//! Where a claim holds.

use std::ops::Range;
use std::sync::Arc;

use super::anchor::Anchor;
use super::border;
use super::classes::{ADVERB, OWNED, RECORDS};
use super::gazetteer::KnownPlace;
use super::mention::{self, Governed, PlaceMention};
use super::scene::Scene;
use super::{Evidence, Resolver, pointing, spread};
use crate::span::Span;
use crate::text::TokenKind;

/// The most words between a trigger and the place that it is directed at.
const TARGET_REACH: usize = 4;

/// The most words between ", and" and the event that the new clause tells of.
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
    let mention = relative(scene, anchor)
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
    let spread = spread::beside(scene, anchor)
        .filter(|spread| mention.is_none_or(|mention| away(spread) < away(mention)));
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
        let target = place.governed == Governed::Preposition
            && (anchor.high..anchor.high + TARGET_REACH).contains(&place.tokens.start);
        (locative || target) && !scene.is_in_name(&place.tokens)
    };
    if let Some(fronted) = fronted(scene, anchor) {
        return Some(fronted);
    }
    let between = scene.places(anchor.place_low..anchor.high);
    let end = range.end.max(anchor.high);
    let own_end = next_told(scene, anchor.high..end).unwrap_or(end);
    let fronted = next_fronted(scene, anchor.sentence.start, anchor.high..own_end);
    let own_end = fronted.unwrap_or(own_end);
    let own_end = part_there(scene, anchor.high..own_end).unwrap_or(own_end);
    let behind = scene.places(anchor.high..own_end.min(other_event(scene, anchor.high..end)));
    let before = scene.places(range.start.min(anchor.low)..anchor.place_low);
    // "213 for the attack in Nairobi and 11 for the one in Dar es Salaam".
    let joined = between
        .last()
        .is_some_and(|it| joins(scene, it.end..anchor.high));
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

/// True when "and" stands in a stretch.
fn joins(scene: &Scene<'_>, mut range: Range<usize>) -> bool {
    range.any(|at| scene.document.is_word(at, "and"))
}

/// "In Harsk, two people died, and in Linden five did": the place that opens the clause, right before the number.
fn fronted<'s>(scene: &'s Scene<'_>, anchor: &Anchor) -> Option<&'s PlaceMention> {
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

/// "(4,000 jobs in Europe,) 800 of them in Britain": the number behind a place that has one of its own.
fn part_there(scene: &Scene<'_>, range: Range<usize>) -> Option<usize> {
    let places = scene.places(range.clone()).iter();
    places.skip(1).find_map(|place| {
        let before = place.tokens.start.checked_sub(2)?;
        let of_them = matches!(scene.document.token_text(before), "them" | "whom" | "these");
        let number = before.checked_sub(if of_them { 2 } else { 0 })?;
        let own = place.governed == Governed::Locative && scene.is_counted(number);
        (own && range.contains(&number)).then_some(number)
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
        let own = *at..end.min(*at + OWN_REACH);
        // "40 killed, and 200 hurt, in an attack": still the same event.
        let counts = scene.document.tokens[own.clone()]
            .iter()
            .any(|token| token.kind == TokenKind::Number);
        comma && !counts && !mention::within(&scene.mentions.incidents, own).is_empty()
    })
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
