//! The day that a text gives its own event beneath the lead: "The incident happened around 2 a.m. Sunday", "On Friday night
//! officers responded to a call", "those in the crash on Monday".

use std::ops::Range;

use super::classes::{
    ARMED, ATTACKER, BE, DETERMINER, ENTERED, HAPPENING, KILLS, LATER, PREPOSITION, RELATIVE,
    RESPONDER, SPEECH, STRUCK,
};
use super::discover::tells_another;
use super::gazetteer::KnownPlace;
use super::mention::{self, Governed, Mention};
use super::modifier::{self, Modifiers};
use super::openers::{IT, THEY};
use super::scene::Scene;
use super::{Resolver, elapsed, opening_date, same_kind};
use crate::calendar::{DateRange, ToSpan};
use crate::text::{TokenKind, Zone};

/// How many sentences of the body are read for it.
const FIRST: usize = 12;
/// The most words between what tells that it happened, or the event, and the day behind it.
const REACH: usize = 12;
/// The most words between who does it and what tells that it happened.
const SUBJECT_REACH: usize = 4;
/// The most words between what was done and its day: "killed early on Saturday".
const DONE_REACH: usize = 3;
/// So far from its beginning a day opens a sentence: "At 9:40 p.m. Saturday".
const OPENING_REACH: usize = 8;
/// An event of which a text gives no day in its lead is at most so old.
const RECENT_DAYS: i64 = 60;

/// The day that the first sentences of the body give to the article's event of a kind, at a place where one is known; `one`
/// where its word is no plural.
pub(super) fn day(
    resolver: &Resolver,
    scene: &Scene<'_>,
    kind: u32,
    place: Option<&KnownPlace>,
    one: bool,
) -> Option<DateRange> {
    let sentences = scene.document.sentences.iter();
    let own = sentences
        .filter(|it| matches!(it.zone, Zone::Body | Zone::Quote | Zone::Caption))
        .take(FIRST)
        .filter(|it| tells_of_it(resolver, scene, kind, place, &it.tokens));
    let opened = || {
        // "Attacks in Kassala went on": each has a day of its own.
        let mut body = own.clone().filter(|it| one && it.zone == Zone::Body);
        let day = body.find_map(|it| opening_date::of(resolver, scene, place, &it.tokens));
        // News that speaks of Thursday looks back at an older deed with its date.
        day.filter(|day| is_recent(scene, *day) || !opening_date::is_news(scene))
    };
    own.clone()
        .find_map(|it| {
            // The day of a picture is mostly its own: "mourners on Sunday", but for "Saturday's shooting".
            if it.zone == Zone::Caption {
                let told = mention::within(&scene.mentions.incidents, it.tokens.clone());
                return told.iter().find_map(|it| modifier::owner_day(scene, it));
            }
            told(resolver, scene, &it.tokens)
                .or_else(|| of_event(resolver, scene, &it.tokens))
                .or_else(|| entered(resolver, scene, &it.tokens))
                .or_else(|| killed(resolver, scene, &it.tokens))
        })
        .filter(|day| is_recent(scene, *day))
        .or_else(opened)
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
    let name = |kind: u32| resolver.events.kinds[kind as usize].0.as_str();
    let elsewhere = |place: &KnownPlace| {
        scene.places(sentence.clone()).iter().any(|it| {
            let other = scene.atlas.place(it.place);
            // Of a village that is in no list nobody may have said where it lies.
            let known = !other.supposed && !other.within.is_empty();
            it.governed == Governed::Locative
                && known
                && !scene.atlas.may_be_nested(&other.id, &place.id)
        })
    };
    !scene.is_background(sentence)
        && incidents
            .iter()
            .all(|it| same_kind(name(it.what), name(kind)))
        && !tells_another(resolver, scene, sentence)
        && !place.is_some_and(elsewhere)
}

/// "It happened on Sunday", "At 9 p.m. Saturday officers responded to a call".
fn told(resolver: &Resolver, scene: &Scene<'_>, sentence: &Range<usize>) -> Option<DateRange> {
    let cues = mention::within(&scene.mentions.happened, sentence.clone()).iter();
    let mut cues = cues.filter(|cue| has_subject(resolver, scene, cue, sentence));
    cues.find_map(|cue| {
        let behind = first_day(resolver, scene, cue.tokens.end, sentence);
        behind.or_else(|| opening_day(resolver, scene, cue, sentence))
    })
}

/// True when what happened is the event, or those who were called are its responders: not "what happened on Sunday", nor "a
/// meeting took place".
fn has_subject(
    resolver: &Resolver,
    scene: &Scene<'_>,
    cue: &Mention,
    sentence: &Range<usize>,
) -> bool {
    let from = cue
        .tokens
        .start
        .saturating_sub(SUBJECT_REACH)
        .max(sentence.start);
    let tokens = &scene.document.tokens;
    let before = || (from..cue.tokens.start).rev();
    let asks = before().any(|at| {
        let word = scene.document.token_text(at);
        matches!(word, "what" | "how" | "who") || resolver.classes.is(&tokens[at], RELATIVE)
    });
    let class = if cue.what == THEY {
        RESPONDER
    } else {
        HAPPENING
    };
    let of_class = before().any(|at| resolver.classes.is(&tokens[at], class));
    let told = mention::within(&scene.mentions.incidents, from..cue.tokens.start);
    !asks && (of_class || cue.what == IT && !told.is_empty())
}

/// "The terrorists stormed Harsk on Tuesday before dawn", "warplanes hit the camp on Thursday".
fn entered(resolver: &Resolver, scene: &Scene<'_>, sentence: &Range<usize>) -> Option<DateRange> {
    let is = |at: usize, class| resolver.classes.is(&scene.document.tokens[at], class);
    let by_them = |at: usize| {
        let mut subject = at.saturating_sub(SUBJECT_REACH).max(sentence.start)..at;
        subject.any(|at| is(at, ATTACKER | ARMED))
    };
    let mut verbs = sentence.clone().filter(|at| is(*at, ENTERED | STRUCK));
    let verb = verbs.find(|at| by_them(*at))?;
    first_day(resolver, scene, verb + 1, sentence)
}

/// "A man and two women were killed on Saturday": the day right behind what was done.
fn killed(resolver: &Resolver, scene: &Scene<'_>, sentence: &Range<usize>) -> Option<DateRange> {
    let is = |at: usize, class| resolver.classes.is(&scene.document.tokens[at], class);
    let counts = sentence.clone().any(|at| scene.is_counted(at));
    let passive = |at: usize| at > sentence.start && is(at - 1, BE);
    let mut verbs = sentence
        .clone()
        .filter(|at| counts && is(*at, KILLS) && passive(*at));
    verbs.find_map(|verb| {
        let near = verb + 1..sentence.end.min(verb + 1 + DONE_REACH);
        scene.day_in(near).map(|(day, _)| day)
    })
}

/// The day that opens the sentence of a cue, with nothing said or done later before it.
fn opening_day(
    resolver: &Resolver,
    scene: &Scene<'_>,
    cue: &Mention,
    sentence: &Range<usize>,
) -> Option<DateRange> {
    let opens = sentence.start..(sentence.start + OPENING_REACH).min(cue.tokens.start);
    let (day, _) = scene.day_in(opens)?;
    let mut before = scene.document.tokens[sentence.start..cue.tokens.start].iter();
    let apart = before.any(|it| resolver.classes.is(it, SPEECH | LATER | RELATIVE));
    (!apart).then_some(day)
}

/// "Hurt in the crash at the airport on Friday", "the Friday night shooting".
fn of_event(resolver: &Resolver, scene: &Scene<'_>, sentence: &Range<usize>) -> Option<DateRange> {
    let incidents = mention::within(&scene.mentions.incidents, sentence.clone());
    let is = |at: usize, class| {
        let token = scene.document.tokens.get(at);
        token.is_some_and(|token| resolver.classes.is(token, class))
    };
    let dated = |it: &Mention| modifier::owner_day(scene, it);
    let is_definite = |it: &&Mention| {
        it.tokens.start > 0 && is(it.tokens.start - 1, DETERMINER) || dated(it).is_some()
    };
    let mut definite = incidents.iter().filter(is_definite);
    definite.find_map(|it| {
        let own = Modifiers::of(resolver, scene, it)
            .date
            .or_else(|| dated(it));
        // "The victims of the shooting on Sunday": what was done for them on that day, as likely.
        let of = it.tokens.start.checked_sub(2);
        let of_those = of.is_some_and(|at| scene.document.is_word(at, "of"));
        let behind = || {
            let rest = it.tokens.end..sentence.end;
            let day = mention::within(&scene.moments, rest).first()?;
            let ended = elapsed::has_ended(scene, it, &day.tokens);
            first_day(resolver, scene, it.tokens.end, sentence).filter(|_| !ended)
        };
        let end = it.tokens.end;
        let late = is_late(scene, end);
        let goes_on = is(end + usize::from(late), PREPOSITION) && !of_those;
        own.or_else(|| behind().filter(|_| goes_on))
    })
}

/// "The raid late on Wednesday".
fn is_late(scene: &Scene<'_>, at: usize) -> bool {
    let word = |it: &str| at < scene.document.tokens.len() && scene.document.is_word(at, it);
    word("late") || word("early")
}

/// The first day behind a point of a sentence, in the same clause, with nothing said or done later between. "Two weeks after
/// the fair on Friday" is no Friday; "shortly after 9 p.m. Friday" is.
fn first_day(
    resolver: &Resolver,
    scene: &Scene<'_>,
    from: usize,
    sentence: &Range<usize>,
) -> Option<DateRange> {
    let end = sentence.end.min(from + REACH);
    let moment = mention::within(&scene.moments, from..end).first()?;
    let document = scene.document;
    let apart = (from..moment.tokens.start).any(|at| {
        let word = document.token_text(at);
        let of_clock = document.tokens.get(at + 1).is_some_and(|next| {
            next.kind == TokenKind::Number
                || matches!(document.token_text(at + 1), "midnight" | "noon" | "dawn")
        });
        matches!(word, "after" | "before") && !of_clock
            || resolver
                .classes
                .is(&document.tokens[at], SPEECH | LATER | RELATIVE)
    });
    let day = scene.day_in(moment.tokens.clone()).filter(|_| !apart);
    day.map(|(days, _)| days)
}

/// What is to come is no day of it, nor is one long past: a month and a day without a year are read as the last such, and "is
/// on March 8" would be a year ago.
fn is_recent(scene: &Scene<'_>, day: DateRange) -> bool {
    scene
        .clock
        .article
        .zip(day.from)
        .is_none_or(|(article, from)| {
            let first = article.checked_sub(RECENT_DAYS.days());
            from <= article && first.is_ok_and(|first| first <= from)
        })
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
            &format!(
                "Two dead in Wichita shooting\n\nPolice are at the scene. The street is closed.\n\n{sentence}"
            ),
            wanted,
        );
    }

    #[test]
    fn it_happened_on_a_day() {
        let saturday = "shooting:wichita:2030-03-02";
        for sentence in [
            "It happened around 11 p.m. Saturday outside a bowling alley.",
            "The incident occurred shortly after 11 p.m. on Saturday, police said.",
            "At 9:40 p.m. Saturday officers responded to a call about a quarrel.",
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
            "It happened a week after a fair on Feb. 22.",
            "In Omaha a robbery took place on Saturday.",
            "A town hall meeting took place on Saturday.",
            "Police on Saturday released video of what happened.",
            "Residents gathered on Saturday near where it happened.",
            "The governor responded to the news on Saturday.",
            "A man wounded in the shooting died on Saturday.",
            "Detectives named the victims of the shooting on Saturday.",
            "The school closed after the shooting and reopened on Sunday.",
            "The memorial for those in the shooting is on March 8.",
        ] {
            beneath(sentence, assumed);
        }
    }

    #[test]
    fn the_lead_gives_the_day_whatever_else_it_tells() {
        let saturday = "shooting:wichita:2030-03-02";
        for lead in [
            "Two people were dead and another was wounded on Saturday.",
            "Two were dead on Saturday. The city still grieves over the Feb. 9 school shooting.",
        ] {
            check(&format!("Wichita shooting\n\n{lead}"), saturday);
        }
        let arrest = "Two dead in Wichita shooting\n\nPolice arrested a man Friday after a quarrel at a mall.";
        check(arrest, "shooting:wichita:2030-03-04~");
    }

    #[test]
    fn a_full_date_opens_the_scene() {
        let dated = "shooting:wichita:2030-02-11";
        beneath(
            "On 11 February two men fired at a bowling alley in Wichita.",
            dated,
        );
        beneath(
            "12. On 11 February two men fired at a bowling alley in Wichita.",
            dated,
        );
        let assumed = "shooting:wichita:2030-03-04~";
        beneath("On 11 February a fair in Omaha drew thousands.", assumed);
        beneath("The mayor was born on 11 February.", assumed);
    }

    #[test]
    fn what_lies_behind_may_be_dated_beneath() {
        check(
            "Two dead in shooting, suspect held\n\nWICHITA, Kan. — A plumber is held over the deadly Friday night shooting at a \
             bowling alley in Wichita.",
            "shooting:wichita:2030-03-01",
        );
        check(
            "Memorial for Two dead of Wichita shooting",
            "shooting:wichita:earlier",
        );
        // A page that gives its headline twice, and news in the half before the arrest.
        check(
            "Two dead at fair in Wichita shooting; man detained\n\nTwo dead at fair in Wichita shooting; man detained\n\nCrews are \
             at the scene.",
            "shooting:wichita:2030-03-04~",
        );
    }
}
