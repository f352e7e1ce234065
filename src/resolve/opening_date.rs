//! The full date that opens a sentence, as reports of long after tell an event: "On 11 October an aircraft dropped bombs on
//! Harsk."

use std::ops::Range;

use super::classes::PREPOSITION;
use super::gazetteer::KnownPlace;
use super::mention::{self, Mention, PlaceMention};
use super::moment::{Moment, MomentKind};
use super::scene::Scene;
use super::{Resolver, VIOLENCE, family};
use crate::calendar::DateRange;
use crate::text::TokenKind;

/// So far from its beginning a day opens a sentence.
const OPENING_REACH: usize = 8;
/// The most words before the date that opens a sentence: "On", "The 3rd: on".
const OPENERS: usize = 2;

/// "On 11 October an aircraft dropped bombs on Harsk": the full date that opens a sentence with the event's place, or with a
/// deed in it. So reports of long after tell it.
pub(super) fn of(
    resolver: &Resolver,
    scene: &Scene<'_>,
    place: Option<&KnownPlace>,
    sentence: &Range<usize>,
) -> Option<DateRange> {
    let opens = sentence.start..(sentence.start + OPENING_REACH).min(sentence.end);
    let dates = mention::within(&scene.moments, opens);
    let full = |it: &&Moment| matches!(it.kind, MomentKind::Day(_) | MomentKind::MonthDay(..));
    // "61. On 11 October".
    let word = |at: &usize| scene.document.tokens[*at].kind == TokenKind::Word;
    let words = |it: &Moment| (sentence.start..it.tokens.start).filter(word).count();
    let names = |it: &Moment| {
        let mut before = scene.document.tokens[sentence.start..it.tokens.start].iter();
        before.any(|it| it.kind == TokenKind::Name && !resolver.classes.is(it, PREPOSITION))
    };
    let opens = |it: &Moment| words(it) <= OPENERS && !names(it);
    let date = dates
        .iter()
        .find(full)
        .filter(|_| dates.first().is_some_and(opens))?;
    let past = |day: &DateRange| {
        let article = scene.clock.article;
        article
            .zip(day.from)
            .is_none_or(|(article, day)| day <= article)
    };
    let day = scene.day_in(date.tokens.clone()).map(|(day, _)| day);
    let day = day.filter(past)?;
    let spots = scene.places(sentence.clone());
    let is_there = |it: &PlaceMention| {
        place.is_none_or(|place| {
            scene
                .atlas
                .nested(&scene.atlas.place(it.place).id, &place.id)
        })
    };
    let there = || place.is_some() && spots.iter().any(is_there);
    if !spots.is_empty() && !spots.iter().any(is_there) {
        return None;
    }
    let deed = || {
        let told = mention::within(&scene.mentions.incidents, sentence.clone());
        let kind = |it: &Mention| resolver.events.kinds[it.what as usize].0.as_str();
        told.iter().any(|it| family(kind(it)) == VIOLENCE)
    };
    (there() || deed()).then_some(day)
}

/// True where the text names a day as those do who write within the week.
pub(super) fn is_news(scene: &Scene<'_>) -> bool {
    let dated = |kind| matches!(kind, MomentKind::Day(_) | MomentKind::MonthDay(..));
    let mut moments = scene.moments.iter();
    moments.any(|it| !it.since && !it.kind.is_long() && !dated(it.kind))
}
