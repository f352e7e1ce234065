//! The day of an article's main event, as its headline and first sentences give it.

use std::ops::Range;

use super::classes::{APART, COURT, TALLY};
use super::discover::{is_apart, is_several, tells_another};
use super::gazetteer::KnownPlace;
use super::mention::{self, Mention};
use super::moment::MomentKind;
use super::scene::Scene;
use super::{Resolver, elapsed, happened, many, modifier, same_kind, setting};
use crate::calendar::DateRange;

/// The most days between an event and what a lead tells of the same week.
const DAYS_BETWEEN: i32 = 7;
/// The most words between "about" and the event that a sentence is about.
const MATTER_REACH: usize = 3;
/// The most words between a deed and its day in a sentence of what followed it.
const NEAR_DEED: usize = 6;
/// The most words between a toll and the event that it is of: "the toll from the twin bombings".
const TOLL_REACH: usize = 4;

/// The event's day: so many days before what is told, or one that the lead names, or the sentences beneath it.
pub(super) fn of(
    resolver: &Resolver,
    scene: &Scene<'_>,
    lead: &[Range<usize>],
    incident: &Mention,
    again: &[&Mention],
    place: Option<&KnownPlace>,
) -> DateRange {
    let mut meant = again
        .iter()
        .filter(|it| is_meant_again(scene, it, incident));
    // "(Bombings in Harsk.) The toll rose a day after the attacks".
    let kind = |it: &Mention| resolver.events.kinds[it.what as usize].0.as_str();
    let mut alike = lead
        .iter()
        .flat_map(|range| mention::within(&scene.mentions.incidents, range.clone()))
        .filter(|it| same_kind(kind(it), kind(incident)))
        .filter(|it| setting::is_definite(resolver, scene, it));
    let elapsed = meant
        .find_map(|it| elapsed::day(scene, it))
        .or_else(|| alike.find_map(|it| elapsed::day(scene, it)));
    let own = || modifier::own_day(resolver, scene, incident);
    // "The President went this morning to those hurt in the attack", and beneath it "the attack on Saturday".
    let first = || lead_day(resolver, scene, lead, incident);
    let retold = |first: DateRange| {
        let updated = lead.iter().any(|range| tells_toll(resolver, scene, range));
        let days = again.iter().filter_map(|it| {
            let definite = is_meant_again(scene, it, incident);
            let before = modifier::day_before(resolver, scene, it);
            before.or_else(|| modifier::own_day(resolver, scene, it).filter(|_| definite))
        });
        let mut fitting = days.filter(|day| updated || is_just_before(*day, first));
        fitting.next()
    };
    let told = elapsed.or_else(own);
    let one = !many::is_many(resolver, scene, incident);
    // "Outrage grew on Friday after jets hit a camp", and beneath it "bombed the camp on Thursday".
    let before = |first: DateRange| {
        let told = lead
            .iter()
            .any(|range| is_after(resolver, scene, range, kind(incident)));
        let told = told.then(|| happened::day(resolver, scene, incident.what, place, one));
        told.flatten().filter(|day| is_just_before(*day, first))
    };
    let named = told.unwrap_or_else(|| {
        let first = first();
        retold(first).or_else(|| before(first)).unwrap_or(first)
    });
    if named.is_unknown() && !is_several(resolver, scene, incident) {
        happened::day(resolver, scene, incident.what, place, one)
            .or_else(|| again.iter().find_map(|it| modifier::month(scene, it)))
            .unwrap_or_default()
    } else {
        named
    }
}

/// "Grew on Friday after air raids hit": a day, and behind "after" the event.
pub(super) fn is_after(
    resolver: &Resolver,
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    of_kind: &str,
) -> bool {
    let mut told = mention::within(&scene.mentions.incidents, sentence.clone()).iter();
    told.any(|it| {
        let kind = resolver.events.kinds[it.what as usize].0.as_str();
        let start = it.tokens.start;
        let near = start.saturating_sub(TOLL_REACH).max(sentence.start)..start;
        let after = near
            .into_iter()
            .find(|at| scene.document.is_word(*at, "after"));
        same_kind(kind, of_kind)
            && after.is_some_and(|after| scene.day_in(sentence.start..after).is_some())
    })
}

/// True for a day of the week before another, or where that is not known: of an older event the lead would tell more.
pub(super) fn is_just_before(day: DateRange, told: DateRange) -> bool {
    let (Some(day), Some(told)) = (day.from, told.from) else {
        return told.is_unknown();
    };
    (0..=DAYS_BETWEEN).contains(&(told - day).get_days())
}

/// The event itself, or "the bombings" for those told before.
fn is_meant_again(scene: &Scene<'_>, it: &Mention, incident: &Mention) -> bool {
    let before = it.tokens.start.checked_sub(1);
    let definite = before.is_some_and(|at| scene.document.is_word(at, "the"));
    it.tokens == incident.tokens || definite
}

/// True for a stretch that tells of a toll, which is counted on days of its own.
fn tells_toll(resolver: &Resolver, scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let mut tokens = scene.document.tokens[range.clone()].iter();
    tokens.any(|it| resolver.classes.is(it, TALLY))
}

/// "(Diggers joined them on Saturday as) the toll of the twin bombings (rose)": the day before is of what else is told.
pub(super) fn is_of_toll(resolver: &Resolver, scene: &Scene<'_>, incident: &Mention) -> bool {
    let start = incident.tokens.start;
    let near = start.saturating_sub(TOLL_REACH)..start;
    tells_toll(resolver, scene, &near)
}

/// The first day that the lead names, but for one of another verb in the event's own sentence: "hurt in the blast, he
/// said as he arrived on Friday".
fn lead_day(
    resolver: &Resolver,
    scene: &Scene<'_>,
    lead: &[Range<usize>],
    incident: &Mention,
) -> DateRange {
    let apart = |range: &Range<usize>, day: &Range<usize>| {
        // "withdrawn on Tuesday for remarks about the attack": of another sentence, by the event told behind the day.
        let behind = day.end..range.end.max(day.end);
        let told = mention::within(&scene.mentions.incidents, behind);
        let matter = |it: &Mention| {
            let tokens = &scene.document.tokens;
            let before = it.tokens.start.saturating_sub(MATTER_REACH).max(day.end);
            (before..it.tokens.start).any(|at| resolver.classes.is(&tokens[at], APART))
        };
        let own = || {
            let before = mention::within(&scene.mentions.incidents, range.start..day.start);
            before.iter().any(|it| elapsed::has_ended(scene, it, day))
        };
        // "The man was flown in overnight and pleaded not guilty on Friday": the days of a court are its own.
        let deeds = mention::within(&scene.mentions.incidents, range.clone());
        let beside = |it: &Mention| {
            let near = it.tokens.start.saturating_sub(NEAR_DEED)..it.tokens.end + NEAR_DEED;
            near.contains(&day.start)
        };
        // A date with its month is none of the days of the week in which the text was written.
        let this_week = mention::within(&scene.moments, day.clone())
            .iter()
            .all(|it| {
                matches!(
                    it.kind,
                    MomentKind::Weekday(_) | MomentKind::LastWeekday(_) | MomentKind::Offset(..)
                )
            });
        let mut tokens = scene.document.tokens[range.clone()].iter();
        let court = tokens.any(|it| resolver.classes.is(it, COURT));
        if this_week && court && !deeds.iter().any(beside) {
            return true;
        }
        // "The toll of the blast rose to 34 on Sunday".
        if tells_toll(resolver, scene, &(range.start..day.start.max(range.start))) {
            return true;
        }
        if range.contains(&incident.tokens.start) {
            is_apart(resolver, scene, incident, day, true)
                || day.end < incident.tokens.start && is_of_toll(resolver, scene, incident)
        } else {
            told.first().is_some_and(matter) || own() || elapsed::is_limit(scene, day)
        }
    };
    // "The bridge was opened on May 3", "A quake struck on Sunday": a day of something else.
    let kind = |it: &Mention| resolver.events.kinds[it.what as usize].0.as_str();
    let tells = |range: &&Range<usize>| {
        let told = mention::within(&scene.mentions.incidents, (*range).clone());
        let counts = || (range.start..range.end).any(|at| scene.is_counted(at));
        let is_meant = counts() || told.iter().any(|it| same_kind(kind(it), kind(incident)));
        let own = range.contains(&incident.tokens.start);
        is_meant && (own || !tells_another(resolver, scene, range))
    };
    let days = lead.iter().filter(tells).flat_map(|range| {
        let moments = mention::within(&scene.moments, range.clone()).iter();
        moments
            .filter(|moment| !apart(range, &moment.tokens))
            .filter_map(|moment| scene.day_in(moment.tokens.clone()))
    });
    days.map(|(days, _)| days).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::claims::Frame;
    use crate::resolve::fixture::{deaths, records};

    /// The event of the text's 40 dead, written on Monday, 4 March 2030.
    fn check(text: &str, wanted: &str) {
        let said = deaths(Frame::Active, "40", "people", "killed");
        let records = records(text, "2030-03-04", &[said]);
        let event = records[0].event.as_ref().map_or("-", |event| &event.id);
        assert_eq!(event, wanted, "{text}");
    }

    #[test]
    fn a_day_after_the_deed_gives_way_to_the_deeds_own() {
        check(
            "Outrage grew on Sunday after air raids on Lyon killed 40 people. Nobody has owned up. Warplanes hit the camp on Saturday.",
            "strike:lyon:2030-03-02",
        );
        check(
            "Outrage grew on Sunday after air raids on Lyon killed 40 people. Nobody has owned up.",
            "strike:lyon:2030-03-03",
        );
    }

    #[test]
    fn who_visits_the_victims_comes_later() {
        check(
            "The president on Sunday visited the victims of the bombing in Lyon that killed 40 people. He wept.",
            "bombing:lyon:2030-03-04~",
        );
    }

    #[test]
    fn the_date_of_the_page_is_none_of_the_deed() {
        check(
            "Bombing of Lyon fair AFP Monday 4 Mar 2030 A bombing in Lyon killed 40 people. It was the worst in years.",
            "bombing:lyon:2030-03-04~",
        );
    }
}
