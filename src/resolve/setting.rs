//! The setting that the sentences before a count give its deed: "On 7 June helicopters dropped barrels on a market in Harsk.
//! (…) The attack killed 68 people."

use std::ops::Range;

use super::classes::{DEFINITE, ENTERED, FIRED, KILLS, STRUCK};
use super::discover::{is_apart, tells_another};
use super::gazetteer::KnownPlace;
use super::mention::{self, Governed, Mention};
use super::moment::Moment;
use super::scene::Scene;
use super::site::place_of;
use super::{Resolver, VIOLENCE, family, same_kind};
use crate::calendar::DateRange;
use crate::text::Zone;

/// How many sentences before a count may tell of its deed.
const SENTENCES: usize = 5;
/// So far from its beginning a day opens a sentence: "Around 10 a.m. on 7 June".
const OPENING_REACH: usize = 10;
/// The most words between "the" and the noun of a deed: "the deadly air strikes".
const NOUN_REACH: usize = 3;

/// When a deed was done, and where, as the sentences before it tell.
pub(super) struct Setting<'s> {
    pub(super) date: DateRange,
    pub(super) place: Option<&'s KnownPlace>,
}

/// The setting of a deed that its sentence speaks of as known and dates in no way.
pub(super) fn of<'s>(
    resolver: &Resolver,
    scene: &'s Scene<'_>,
    incident: &Mention,
) -> Option<Setting<'s>> {
    let own = scene.sentence_of(incident.tokens.start);
    let kind = |it: &Mention| resolver.events.kinds[it.what as usize].0.as_str();
    let deed = family(kind(incident)) == VIOLENCE;
    if !deed || !is_definite(resolver, scene, incident) || names_time(scene, &own) {
        return None;
    }
    let sentences = &scene.document.sentences;
    let at = sentences.partition_point(|it| it.tokens.start < own.start);
    let before = sentences.get(at.saturating_sub(SENTENCES)..at)?;
    for it in before.iter().rev() {
        let other = |it: &Mention| !same_kind(kind(it), kind(incident));
        let told = mention::within(&scene.mentions.incidents, it.tokens.clone());
        let is_told = matches!(it.zone, Zone::Body | Zone::Quote)
            && !told.iter().any(other)
            && !tells_another(resolver, scene, &it.tokens)
            && !scene.is_background(&it.tokens);
        if !is_told {
            return None;
        }
        if let Some(date) = date(resolver, scene, &it.tokens, told.first()) {
            let place = told.first().and_then(|it| place_of(resolver, scene, it));
            let spot = || {
                let mut spots = scene.places(it.tokens.clone()).iter();
                let spot = spots.find(|it| it.governed == Governed::Locative)?;
                Some(scene.atlas.place(spot.place))
            };
            let place = place.or_else(spot);
            return Some(Setting { date, place });
        }
        // Of two days none is told by what stands between.
        if names_time(scene, &it.tokens) {
            return None;
        }
    }
    None
}

/// "The attack", "the deadly air strikes".
pub(super) fn is_definite(resolver: &Resolver, scene: &Scene<'_>, incident: &Mention) -> bool {
    let start = incident.tokens.start;
    let sentence = scene.sentence_of(start);
    let near = start.saturating_sub(NOUN_REACH).max(sentence.start)..start;
    let tokens = &scene.document.tokens;
    near.into_iter()
        .any(|at| resolver.classes.is(&tokens[at], DEFINITE))
}

fn names_time(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    scene.day_in(range.clone()).is_some()
}

/// The day of a sentence that tells of a deed: the one that opens it, or that of its event's word.
fn date(
    resolver: &Resolver,
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    incident: Option<&Mention>,
) -> Option<DateRange> {
    let is_deed = |at: usize| {
        let verbs = ENTERED | STRUCK | KILLS | FIRED;
        resolver.classes.is(&scene.document.tokens[at], verbs)
    };
    if incident.is_none() && !sentence.clone().any(is_deed) {
        return None;
    }
    let opens = sentence.start..(sentence.start + OPENING_REACH).min(sentence.end);
    let moments = mention::within(&scene.moments, sentence.clone()).iter();
    let fits = |it: &&Moment| match incident {
        Some(incident) => !is_apart(resolver, scene, incident, &it.tokens, true),
        None => opens.contains(&it.tokens.start),
    };
    let mut days = moments
        .filter(fits)
        .filter_map(|it| scene.day_in(it.tokens.clone()));
    let (day, _) = days.next()?;
    let article = scene.clock.article;
    let past = |from| article.is_none_or(|article| from <= article);
    let one = day.from.is_some() && day.from == day.to;
    (one && day.from.is_some_and(past)).then_some(day)
}

#[cfg(test)]
mod tests {
    use crate::claims::Frame;
    use crate::resolve::fixture::{deaths, records};

    /// The event of the text's "five", written on Thursday, 7 March 2030.
    fn check(before: &str, wanted: &str) {
        let said = deaths(Frame::Active, "five", "people", "killed");
        let lead =
            "The office has set out what it found. Its report names those it holds to be guilty.";
        let text =
            format!("Report on a year of war\n\n{lead}\n\n{before} The attack killed five people.");
        let records = records(&text, "2030-03-07", &[said]);
        let event = records[0].event.as_ref().map_or("-", |event| &event.id);
        assert_eq!(event, wanted, "{text}");
    }

    #[test]
    fn a_deed_is_set_by_the_sentences_before_it() {
        let dated = "attack:~karvona:2030-02-12";
        for before in [
            "On 12 February helicopters dropped barrels on a market in Karvona.",
            "On 12 February helicopters dropped barrels on a market in Karvona. Stalls burned until night.",
            "7. At noon on 12 February rockets were fired at a market in Karvona. Nobody had warned the traders.",
            "A bombing of a market in Karvona on 12 February drew a crowd.",
        ] {
            check(before, dated);
        }
    }

    #[test]
    fn a_day_of_something_else_sets_nothing() {
        for before in [
            "On 12 February traders met at a market in Karvona.",
            "On 12 February jets dropped leaflets on Karvona. Another attack followed there.",
        ] {
            let said = deaths(Frame::Active, "five", "people", "killed");
            let text = format!(
                "Report on a year of war\n\nThe office has spoken. It is grim. {before} The attack killed five people."
            );
            let records = records(&text, "2030-03-07", &[said]);
            let event = records[0].event.as_ref().map_or("-", |event| &event.id);
            assert!(!event.ends_with("2030-02-12"), "{text} {event}");
        }
    }
}
