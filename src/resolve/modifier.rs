//! What stands within an event's own noun phrase, before the noun: "the May 3, 2009, Ridgeford, Ohio, bowling-alley
//! shooting", "Monday's Ridgeford school stabbing". It says when and where whatever the rest of the sentence is about.

use std::ops::Range;

use super::Resolver;
use super::classes::{AFTERMATH, BE, BREAK, DETERMINER, PREPOSITION, RELATIVE, SPEECH};
use super::gazetteer::KnownPlace;
use super::mention::{self, Mention};
use super::scene::Scene;
use crate::calendar::DateRange;
use crate::text::TokenKind;

/// The most tokens between the determiner and the noun, marks included.
const REACH: usize = 14;
/// The most tokens between the noun and a day behind it: "the bombing of a mosque in the old quarter of Harsk on".
const BEHIND_REACH: usize = 12;
/// The most tokens from the beginning of a month to the noun behind it: "last month's".
const MONTH_REACH: usize = 4;

/// When and where, by the words before an event's noun.
#[derive(Clone, Debug, Default)]
pub(super) struct Modifiers<'a> {
    /// The place named.
    pub(super) place: Option<&'a KnownPlace>,
    /// The day named.
    pub(super) date: Option<DateRange>,
}

impl<'a> Modifiers<'a> {
    /// Those of an incident. A place alone is left to the rules for places around it: "Gaza strike" may be of either.
    pub(super) fn of(resolver: &Resolver, scene: &'a Scene<'_>, incident: &Mention) -> Self {
        let within = phrase(resolver, scene, incident);
        // "convicted in the May 3 shooting": the day within the phrase is the event's, whatever verb stands before it.
        let mut days = mention::within(&scene.moments, within.clone())
            .iter()
            .filter(|day| !day.kind.is_long());
        let Some(date) = days.find_map(|day| scene.clock.days(day.kind)) else {
            return Self::default();
        };
        let place = scene.places(within).first();
        Self {
            place: place.map(|place| scene.atlas.place(place.place)),
            date: Some(date),
        }
    }
}

/// The day within an event's own noun phrase, on either side of the noun: "the June 3 ambush", "Friday's blast", "the bombing
/// of a mosque in Harsk on 6 October".
pub(super) fn own_day(
    resolver: &Resolver,
    scene: &Scene<'_>,
    incident: &Mention,
) -> Option<DateRange> {
    day_before(resolver, scene, incident).or_else(|| day_behind(resolver, scene, incident))
}

/// The day before the noun alone: "the June 3 ambush", "Friday's blast".
pub(super) fn day_before(
    resolver: &Resolver,
    scene: &Scene<'_>,
    incident: &Mention,
) -> Option<DateRange> {
    let before = Modifiers::of(resolver, scene, incident).date;
    before.or_else(|| owner_day(scene, incident))
}

/// "The bombing of a mosque in Harsk on 6 October": a day that nothing but names and nouns after prepositions parts from the
/// noun. A verb between would have it for its own.
fn day_behind(resolver: &Resolver, scene: &Scene<'_>, incident: &Mention) -> Option<DateRange> {
    let end = incident.tokens.end;
    let sentence = scene.sentence_of(end - 1);
    let near = end..sentence.end.min(end + BEHIND_REACH);
    let day = mention::within(&scene.moments, near).first()?;
    let is_name = |at: usize| at >= end && scene.document.tokens[at].kind == TokenKind::Name;
    let mut n_free = 0;
    for at in end..day.tokens.start {
        let token = &scene.document.tokens[at];
        let small = PREPOSITION | DETERMINER;
        let leads = resolver.classes.is(token, small) || scene.document.is_word(at, "of");
        match token.kind {
            TokenKind::Number | TokenKind::Mark => return None,
            _ if resolver
                .classes
                .is(token, AFTERMATH | SPEECH | RELATIVE | BREAK) =>
            {
                return None;
            }
            // A word right behind a name is a verb: "the siege in Harsk ended on".
            TokenKind::Word if !leads && is_name(at - 1) => return None,
            TokenKind::Word if !leads => n_free += 1,
            _ => n_free = 0,
        }
        if n_free > 1 {
            return None;
        }
    }
    scene.day_in(day.tokens.clone()).map(|(days, _)| days)
}

/// "Last month's strike", "the March attack": a month right before the noun.
pub(super) fn month(scene: &Scene<'_>, incident: &Mention) -> Option<DateRange> {
    let start = incident.tokens.start;
    let near = start.saturating_sub(MONTH_REACH)..start;
    let mut months = mention::within(&scene.moments, near).iter().rev();
    let month = months.find(|it| it.kind.is_long() && !it.since)?;
    let between = (month.tokens.end..start).map(|at| scene.document.token_text(at));
    let adjoins = between.clone().count() <= 1 && between.clone().all(|word| word == "'s");
    scene.clock.days(month.kind).filter(|_| adjoins)
}

/// "Monday's air strikes": the day that owns the noun.
pub(super) fn owner_day(scene: &Scene<'_>, incident: &Mention) -> Option<DateRange> {
    let ending = incident.tokens.start.checked_sub(1)?;
    let owns = scene.document.is_word(ending, "'s");
    // "Saturday night's".
    let near = ending.saturating_sub(2)..ending;
    let mut days = mention::within(&scene.moments, near).iter();
    let day = days.find(|day| owns && ending <= day.tokens.end + 1)?;
    scene.day_in(day.tokens.clone()).map(|(days, _)| days)
}

/// The tokens from the determiner to the noun; none without a determiner.
fn phrase(resolver: &Resolver, scene: &Scene<'_>, incident: &Mention) -> Range<usize> {
    let start = incident.tokens.start;
    let sentence = scene.sentence_of(start);
    let low = start.saturating_sub(REACH).max(sentence.start);
    let tokens = &scene.document.tokens;
    let dates = mention::within(&scene.moments, low..start);
    let within_date = |at: usize| dates.iter().any(|date| date.tokens.contains(&at));
    let opens = (low..start)
        .rev()
        .take_while(|at| {
            let token = &tokens[*at];
            let comma = token.kind == TokenKind::Mark && scene.document.is_word(*at, ",");
            let ends = PREPOSITION | RELATIVE | BREAK | SPEECH | BE;
            within_date(*at)
                || comma
                || token.kind != TokenKind::Mark && !resolver.classes.is(token, ends)
        })
        .find(|at| resolver.classes.is(&tokens[*at], DETERMINER));
    opens.map_or(start..start, |at| at..start)
}
