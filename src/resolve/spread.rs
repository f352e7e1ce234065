//! Several places without a name: "22 killed in three towns". What is told of them is no figure of any one of them.

use std::ops::Range;
use std::sync::Arc;

use super::anchor::Anchor;
use super::atlas::Atlas;
use super::classes::{DETERMINER, LOCATIVE, SPREAD, SPREAD_COUNT};
use super::gazetteer::KnownPlace;
use super::mention::{self, Governed, Mentions, PlaceMention};
use super::scene::Scene;
use super::{Resolver, home, joint};
use crate::text::{Document, TokenKind, Zone};

/// The most words from the preposition to the noun: "in at least three neighbouring towns".
const REACH: usize = 6;

/// The mentions of such places, in order of the text. They lie where all places of the article lie.
pub(super) fn enter(
    resolver: &Resolver,
    document: &Document<'_>,
    atlas: &mut Atlas<'_>,
    mentions: &Mentions,
) -> Vec<PlaceMention> {
    let told = document.sentences.iter().zip(&mentions.seen);
    let told = told.filter(|(it, seen)| it.zone != Zone::Tail && *seen & SPREAD != 0);
    let found: Vec<Range<usize>> = told
        .flat_map(|(it, _)| in_sentence(resolver, document, &it.tokens, &mentions.places))
        .collect();
    if found.is_empty() {
        return Vec::new();
    }
    let within = home::only_holder(atlas, &mentions.places)
        .map_or_else(Arc::default, |holder| resolver.gazetteer.chain(&holder));
    let mention = |tokens: Range<usize>| PlaceMention {
        place: atlas.enter(place(document, &tokens, &within)),
        end: tokens.end,
        tokens,
        governed: Governed::Locative,
    };
    found.into_iter().map(mention).collect()
}

/// The one nearest to a claim in its clause.
pub(super) fn beside<'s>(scene: &'s Scene<'_>, anchor: &Anchor) -> Option<&'s PlaceMention> {
    let own = anchor.own.start.min(anchor.low)..anchor.own.end.max(anchor.high);
    let here = mention::within(&scene.mentions.spread, own).iter();
    here.min_by_key(|it| anchor.away(it.tokens.start))
}

/// From the count to the noun of each phrase: "three towns", "several northern provinces".
fn in_sentence(
    resolver: &Resolver,
    document: &Document<'_>,
    sentence: &Range<usize>,
    places: &[PlaceMention],
) -> Vec<Range<usize>> {
    let is = |at: usize, class| resolver.classes.is(&document.tokens[at], class);
    let mut found = Vec::new();
    for noun in sentence.clone().filter(|at| is(*at, SPREAD)) {
        if let Some(list) = with_others(document, sentence, places, noun) {
            found.push(list);
            continue;
        }
        let from = noun.saturating_sub(REACH).max(sentence.start);
        let before = |at: &usize| document.tokens[*at].kind != TokenKind::Mark;
        let mut phrase = (from..noun).rev().take_while(before);
        let Some(preposition) = phrase.find(|at| is(*at, LOCATIVE)) else {
            continue;
        };
        let between = preposition + 1..noun;
        let counts =
            |at: usize| document.tokens[at].kind == TokenKind::Number || is(at, SPREAD_COUNT);
        // "in the two towns": those that were spoken of. "in various states of alarm": no places.
        let known = is(preposition + 1, DETERMINER);
        let of = noun + 1 < sentence.end && document.is_word(noun + 1, "of");
        if !known && !of && between.clone().any(counts) {
            found.push(between.start..noun + 1);
        }
    }
    found
}

/// "In Harsk and other cities", "in Harsk, Linden, and several northern towns": from the first name to the noun.
fn with_others(
    document: &Document<'_>,
    sentence: &Range<usize>,
    places: &[PlaceMention],
    noun: usize,
) -> Option<Range<usize>> {
    let from = noun.saturating_sub(REACH).max(sentence.start);
    let mut back = (from..noun).rev();
    let and = back.find(|at| document.is_word(*at, "and"))?;
    let some = matches!(
        document.token_text(and + 1),
        "other" | "several" | "some" | "many"
    ) || document.tokens[and + 1].kind == TokenKind::Number;
    let is_comma = |at: usize| document.is_word(at, ",");
    let mut start = and - usize::from(is_comma(and.checked_sub(1)?));
    let near = mention::within(places, sentence.start..and);
    let mut list = None;
    for place in near.iter().rev().filter(|_| some) {
        if place.end != start {
            break;
        }
        let comma = place.tokens.start.checked_sub(1).filter(|at| is_comma(*at));
        list = Some(place);
        start = comma.unwrap_or(place.tokens.start);
    }
    let first = list.filter(|it| it.governed >= Governed::Preposition)?;
    Some(first.tokens.start..noun + 1)
}

/// The place: all of its kind in one country or state are one, since nothing tells them apart.
fn place(document: &Document<'_>, tokens: &Range<usize>, within: &Arc<[String]>) -> KnownPlace {
    let span = document.tokens[tokens.start]
        .span
        .join(document.tokens[tokens.end - 1].span);
    let noun = document.token_text(tokens.end - 1).to_lowercase();
    KnownPlace {
        id: joint::spread(&noun),
        name: document.slice(span).to_owned(),
        within: Arc::clone(within),
        supposed: false,
        wide: false,
        holds: false,
        capital: false,
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::Frame;
    use crate::resolve::fixture::{deaths, records};

    #[test]
    fn several_places_are_none_of_those_that_are_named() {
        let place = |text: &str| {
            let said = deaths(Frame::Active, "22", "people", "killed");
            let records = records(text, "2024-05-02", &[said]);
            records[0].place.as_ref().map(|place| place.id.clone())
        };
        for words in ["three towns", "several towns", "at least 3 nearby towns"] {
            let text = format!("HALLOWFIELD, Ohio (AP) — A storm killed 22 people in {words}.");
            assert_eq!(place(&text).as_deref(), Some("~towns+"), "{text}");
        }
        for words in ["the three towns", "its towns", "towns"] {
            let text = format!("HALLOWFIELD, Ohio (AP) — A storm killed 22 people in {words}.");
            assert_ne!(place(&text).as_deref(), Some("~towns+"), "{text}");
        }
    }
}
