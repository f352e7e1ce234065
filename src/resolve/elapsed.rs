//! The day of an event that is told behind another verb: "on Saturday, two days after the bombings", "remembered those who
//! died when a bomb exploded on May 3, 2019".

use std::ops::Range;

use super::Resolver;
use super::classes::{BREAK, RELATIVE, SPEECH};
use super::clock::around_month;
use super::mention::{self, Mention};
use super::moment::MomentKind;
use super::scene::Scene;
use crate::calendar::{Date, DateRange, ToSpan};

/// The most words between "after" and the event: "after the near-simultaneous embassy bombings".
const REACH: usize = 5;

/// The most words between an event and a full date behind it: "a truck bomb exploded outside the school on May 3, 2019".
const FULL_REACH: usize = 10;
/// The hours of a day.
const HOURS: i64 = 24;
/// The most days or hours that are counted from an event: beyond, writers count weeks.
const MOST: i64 = 96;
/// Words before the last day of a count.
const LIMITS: [&str; 4] = ["by", "By", "until", "till"];
/// Verbs of what is over.
const ENDED: [&str; 2] = ["ended", "ends"];
/// Counts of days that are written as words.
const COUNTS: [&str; 10] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];

/// The day of an incident that lies so many days before what the article tells, which is taken to be of its own day.
pub(super) fn day(scene: &Scene<'_>, incident: &Mention) -> Option<DateRange> {
    let start = incident.tokens.start;
    let sentence = scene.sentence_of(start);
    let from = start.saturating_sub(REACH + 1).max(sentence.start + 2);
    let document = scene.document;
    let is = |at: usize, word| document.is_word_in_any_case(at, word);
    let after = (from..start).rev().find(|at| is(*at, "after"))?;
    let hours = is(after - 1, "hours");
    let years = is(after - 1, "year") || is(after - 1, "years");
    let months = is(after - 1, "month") || is(after - 1, "months");
    (is(after - 1, "day") || is(after - 1, "days") || hours || months || years).then_some(())?;
    let days = match document.token_text(after - 2).to_lowercase().as_str() {
        "a" | "the" => 1,
        count => match COUNTS.iter().position(|it| *it == count) {
            Some(at) => i64::try_from(at).ok()? + 1,
            None => count.parse().ok().filter(|it| (1..=MOST).contains(it))?,
        },
    };
    // "Prayed on Saturday, one year after a bomb killed 200".
    if years {
        let day = base(scene, &sentence, after)?.checked_sub(days.years());
        return day.ok().map(DateRange::day);
    }
    // "Two months after a bomb gutted the street".
    if months {
        return around_month(base(scene, &sentence, after)?, days);
    }
    // "48 hours after the quake struck".
    let days = if hours { days / HOURS } else { days };
    if days == 0 {
        return None;
    }
    // "arrested in 2019, three days after the bombing": counted from a day of its own.
    let dated = mention::within(&scene.moments, sentence.clone())
        .iter()
        .any(|moment| {
            !matches!(
                moment.kind,
                MomentKind::Weekday(_) | MomentKind::LastWeekday(_) | MomentKind::Offset(..)
            )
        });
    if dated || scene.is_background(&sentence) {
        return None;
    }
    let day = base(scene, &sentence, after)?
        .checked_sub(days.days())
        .ok()?;
    Some(DateRange::day(day))
}

/// True for a number of units of time that is written as a word.
pub(super) fn is_count(word: &str) -> bool {
    COUNTS.contains(&word) || matches!(word, "eleven" | "twelve" | "several" | "many")
}

/// The day from which is counted: the one told before, or else the article's.
fn base(scene: &Scene<'_>, sentence: &Range<usize>, after: usize) -> Option<Date> {
    let mut before = mention::within(&scene.moments, sentence.start..after).iter();
    let told = before.find_map(|moment| scene.clock.days(moment.kind));
    told.and_then(|days| days.from).or(scene.clock.article)
}

/// "mourned on Friday those killed when a bomb exploded outside the school on May 3, 2019": a full date in the clause of an
/// event that is told behind another verb.
pub(super) fn full_date(
    resolver: &Resolver,
    scene: &Scene<'_>,
    incident: &Mention,
) -> Option<DateRange> {
    let end = incident.tokens.end;
    let sentence_end = scene.sentence_of(end - 1).end;
    // "a truck bomb exploded": noun and verb of one event.
    let next = mention::within(&scene.mentions.incidents, end + 1..sentence_end).first();
    let until = next.map_or(sentence_end, |it| it.tokens.start);
    let behind = end..until.min(end + FULL_REACH);
    let to_come = |day: Date| scene.clock.article.is_some_and(|article| day > article);
    let breaks = SPEECH | RELATIVE | BREAK;
    let tokens = &scene.document.tokens;
    let close = behind
        .clone()
        .find(|at| resolver.classes.is(&tokens[*at], breaks))
        .unwrap_or(behind.end);
    let mut moments = mention::within(&scene.moments, end..close).iter();
    moments.find_map(|moment| match moment.kind {
        MomentKind::Day(day) if !moment.since && !moment.of_speech && !to_come(day) => {
            Some(DateRange::day(day))
        }
        _ => None,
    })
}

/// "By Monday noon", "until Monday": up to when something is counted, and no day of the event.
pub(super) fn is_limit(scene: &Scene<'_>, day: &Range<usize>) -> bool {
    let before = day.start.checked_sub(1);
    before.is_some_and(|at| LIMITS.contains(&scene.document.token_text(at)))
}

/// "Between 1 January and 31 March": the days from the one to the other.
pub(super) fn period(scene: &Scene<'_>, clause: &Range<usize>) -> Option<DateRange> {
    let moments = mention::within(&scene.moments, clause.clone());
    moments.windows(2).find_map(|pair| {
        let word = |at: usize| scene.document.token_text(at);
        let opens = pair[0].tokens.start.checked_sub(1);
        let opens = opens.map(|at| word(at).to_lowercase());
        let between = pair[0].tokens.end..pair[1].tokens.start;
        let joins = between.len() == 1
            && matches!(
                (opens.as_deref(), word(between.start)),
                (Some("between"), "and") | (Some("from"), "to" | "until")
            );
        let days = |at: usize| scene.clock.days(pair[at].kind).filter(|_| joins);
        let (from, to) = (days(0)?.from?, days(1)?.to?);
        (from < to).then_some(DateRange {
            from: Some(from),
            to: Some(to),
        })
    })
}

/// "The siege ended on Saturday": the day is not that of its beginning.
pub(super) fn has_ended(scene: &Scene<'_>, incident: &Mention, day: &Range<usize>) -> bool {
    let mut between = incident.tokens.end..day.start;
    // "The raid ended in a shooting on Monday".
    let goes_on = |at: usize| matches!(scene.document.token_text(at + 1), "in" | "with" | "up");
    between.any(|at| ENDED.contains(&scene.document.token_text(at)) && !goes_on(at))
}

#[cfg(test)]
mod tests {
    use crate::claims::Frame;
    use crate::resolve::fixture::{deaths, records};

    #[test]
    fn an_event_is_dated_by_how_long_ago_it_was() {
        for (words, day) in [
            ("a day after the bombing", "2024-05-01"),
            ("three days after the terrible bombing", "2024-04-29"),
            ("12 days after the bombing", "2024-04-20"),
        ] {
            let text =
                format!("Rescuers dug on Thursday in Beirut, {words} that killed 40 people.");
            let said = deaths(Frame::Active, "40", "people", "killed");
            let records = records(&text, "2024-05-02", &[said]);
            let event = records[0].event.as_ref().unwrap();
            let from = event.date.from.map(|day| day.to_string());
            assert_eq!(from.as_deref(), Some(day), "{text}");
        }
    }

    #[test]
    fn the_day_of_an_end_is_no_day_of_the_event() {
        let text = "A siege of a hotel in Mogadishu ended on Saturday. Police said that 26 people were killed.";
        let said = deaths(Frame::Passive, "26", "people", "killed");
        let records = records(text, "2030-03-03", &[said]);
        let event = records[0].event.as_ref().unwrap();
        assert_eq!(event.id, "attack:mogadishu:2030-03-03~");
    }

    #[test]
    fn a_period_is_no_day() {
        let text = "Strikes in Kassala killed 412 people between 1 January and 28 February. A strike on 12 February hit a market.";
        let said = deaths(Frame::Active, "412", "people", "killed");
        let records = records(text, "2030-04-05", &[said]);
        let event = records[0].event.as_ref().unwrap();
        assert_eq!(event.id, "strike:kassala:2030-01-01/2030-02-28");
    }

    #[test]
    fn the_last_day_of_a_count_is_no_day_of_the_event() {
        let text = "The toll of the raid on villagers in Kassala has grown. Volunteers had counted 24 bodies by Monday noon.";
        let said = deaths(Frame::Active, "24", "bodies", "counted");
        let records = records(text, "2030-03-05", &[said]);
        let event = records[0].event.as_ref().unwrap();
        assert_eq!(event.id, "attack:kassala:2030-03-05~");
    }
}
