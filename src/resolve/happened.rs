//! The day that a text gives its own event beneath the lead: "The incident happened around 2 a.m. Sunday", "officers
//! responded to a call on Friday night", "hurt in the shooting at the airport on Friday, Jan. 6".

use std::ops::Range;

use super::classes::{ANOTHER, DETERMINER, LATER, RELATIVE, SPEECH};
use super::gazetteer::KnownPlace;
use super::mention::{self, Governed, Mention};
use super::modifier::Modifiers;
use super::scene::Scene;
use super::{Resolver, same_kind};
use crate::calendar::DateRange;
use crate::text::Zone;

/// How many sentences of the body are read for it.
const FIRST: usize = 12;
/// The most words between what tells that it happened, or the event, and the day behind it.
const REACH: usize = 12;

/// The day that the first sentences of the body give to the article's event of a kind, at a place where one is known.
pub(super) fn day(
    resolver: &Resolver,
    scene: &Scene<'_>,
    kind: u32,
    place: Option<&KnownPlace>,
) -> Option<DateRange> {
    let sentences = scene.document.sentences.iter();
    sentences
        .filter(|it| matches!(it.zone, Zone::Body | Zone::Quote))
        .take(FIRST)
        .filter(|it| tells_of_it(resolver, scene, kind, place, &it.tokens))
        .find_map(|it| {
            told(resolver, scene, &it.tokens).or_else(|| of_event(resolver, scene, &it.tokens))
        })
        .filter(|day| has_come(scene, *day))
}

/// True when the sentence tells of no other event, time or place.
fn tells_of_it(
    resolver: &Resolver,
    scene: &Scene<'_>,
    kind: u32,
    place: Option<&KnownPlace>,
    sentence: &Range<usize>,
) -> bool {
    let incidents = mention::within(&scene.mentions.incidents, sentence.clone());
    let tokens = &scene.document.tokens[sentence.clone()];
    let name = |kind: u32| resolver.events.kinds[kind as usize].0.as_str();
    let elsewhere = |place: &KnownPlace| {
        scene.places(sentence.clone()).iter().any(|it| {
            let other = &scene.atlas.place(it.place).id;
            it.governed == Governed::Locative && !scene.atlas.may_be_nested(other, &place.id)
        })
    };
    !scene.is_background(sentence)
        && incidents
            .iter()
            .all(|it| same_kind(name(it.what), name(kind)))
        && !tokens.iter().any(|it| resolver.classes.is(it, ANOTHER))
        && !place.is_some_and(elsewhere)
}

/// "It happened on Sunday": the day behind what tells so, or else in the sentence where nothing later is told.
fn told(resolver: &Resolver, scene: &Scene<'_>, sentence: &Range<usize>) -> Option<DateRange> {
    let cue = mention::within(&scene.mentions.happened, sentence.clone()).first()?;
    let behind = first_day(resolver, scene, cue.tokens.end, sentence);
    let before = || {
        let later = scene.is_aftermath(resolver, cue.tokens.start);
        let day = scene.day_in(sentence.start..cue.tokens.start);
        day.filter(|_| !later).map(|(days, _)| days)
    };
    behind.or_else(before)
}

/// "Hurt in the shooting on Friday", "the Friday night shooting".
fn of_event(resolver: &Resolver, scene: &Scene<'_>, sentence: &Range<usize>) -> Option<DateRange> {
    let incidents = mention::within(&scene.mentions.incidents, sentence.clone());
    let is_definite = |it: &&Mention| {
        let before = it.tokens.start.checked_sub(1);
        let token = before.map(|at| &scene.document.tokens[at]);
        token.is_some_and(|token| resolver.classes.is(token, DETERMINER))
    };
    let mut definite = incidents.iter().filter(is_definite);
    definite.find_map(|it| {
        Modifiers::of(resolver, scene, it)
            .date
            .or_else(|| first_day(resolver, scene, it.tokens.end, sentence))
    })
}

/// The first day behind a point of a sentence, in the same clause, with nothing said or done later between.
fn first_day(
    resolver: &Resolver,
    scene: &Scene<'_>,
    from: usize,
    sentence: &Range<usize>,
) -> Option<DateRange> {
    let end = sentence.end.min(from + REACH);
    let moment = mention::within(&scene.moments, from..end).first()?;
    let mut between = scene.document.tokens[from..moment.tokens.start].iter();
    let apart = between.any(|it| resolver.classes.is(it, SPEECH | LATER | RELATIVE));
    let day = scene.day_in(moment.tokens.clone()).filter(|_| !apart);
    day.map(|(days, _)| days)
}

/// "The trial begins on Monday": what is to come is no day of it.
fn has_come(scene: &Scene<'_>, day: DateRange) -> bool {
    let to_come = scene.clock.article.zip(day.from);
    to_come.is_none_or(|(article, from)| from <= article)
}

#[cfg(test)]
mod tests {
    use crate::claims::Frame;
    use crate::resolve::fixture::{deaths, records};

    /// The event of the headline's two dead, in a text written on Monday, 4 March 2030.
    fn check(text: &str, wanted: &str) {
        let said = deaths(Frame::Elliptic, "Two", "", "dead");
        let records = records(text, "2030-03-04", &[said]);
        let event = records[0].event.as_ref().map_or("-", |event| &event.id);
        assert_eq!(event, wanted, "{text}");
    }

    fn beneath(sentence: &str, wanted: &str) {
        check(
            &format!("Two dead in Wichita shooting\n\nPolice are at the scene.\n\n{sentence}"),
            wanted,
        );
    }

    #[test]
    fn it_happened_on_a_day() {
        let saturday = "shooting:wichita:2030-03-02";
        for sentence in [
            "It happened around 11 p.m. Saturday outside a bowling alley.",
            "The incident occurred on Saturday night, police said.",
            "At 9:40 p.m. Saturday officers responded to a call about shots.",
            "A driver who was grazed in the shooting on Saturday is at home again.",
        ] {
            beneath(sentence, saturday);
        }
    }

    #[test]
    fn another_day_is_not_the_events() {
        let assumed = "shooting:wichita:2030-03-04~";
        for sentence in [
            "Another shooting happened on Saturday.",
            "A crash occurred on Saturday at the same corner.",
            "A man was arrested on Saturday after officers responded to a call.",
            "The shooting suspect was moved on Saturday.",
            "It happened a week after a fair that took place on March 8.",
            "In Omaha a robbery took place on Saturday.",
        ] {
            beneath(sentence, assumed);
        }
    }

    #[test]
    fn what_lies_behind_may_be_dated_beneath() {
        check(
            "Two dead in shooting, suspect held\n\nWICHITA, Kan. — Police have a suspect in custody in connection with the fatal \
             Friday night shooting at a bowling alley in Wichita.",
            "shooting:wichita:2030-03-01",
        );
        // A page that gives its headline twice, and news in the half before the arrest.
        check(
            "Two dead at fair in Wichita shooting; man detained\n\nTwo dead at fair in Wichita shooting; man detained\n\nCrews are \
             at the scene.",
            "shooting:wichita:2030-03-04~",
        );
    }
}
