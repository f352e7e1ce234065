//! The day of an event that is told behind another verb: "on Saturday, two days after the bombings", "remembered those who
//! died when a bomb exploded on May 3, 2019".

use super::Resolver;
use super::classes::{BREAK, RELATIVE, SPEECH};
use super::mention::{self, Mention};
use super::moment::MomentKind;
use super::scene::Scene;
use crate::calendar::{Date, DateRange, ToSpan};

/// The most words between "after" and the event: "after the near-simultaneous embassy bombings".
const REACH: usize = 5;

/// The most words between an event and a full date behind it: "a truck bomb exploded outside the school on May 3, 2019".
const FULL_REACH: usize = 10;
/// Counts of days that are written as words.
const COUNTS: [&str; 10] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];

/// The day of an incident that lies so many days before what the article tells, which is taken to be of its own day.
pub(super) fn day(scene: &Scene<'_>, incident: &Mention) -> Option<DateRange> {
    let start = incident.tokens.start;
    let sentence = scene.sentence_of(start);
    let from = start.saturating_sub(REACH + 1).max(sentence.start + 2);
    let word = |at: usize| scene.document.token_text(at).to_lowercase();
    let after = (from..start).rev().find(|at| word(*at) == "after")?;
    matches!(word(after - 1).as_str(), "day" | "days").then_some(())?;
    let days = match word(after - 2).as_str() {
        "a" | "the" => 1,
        count => match COUNTS.iter().position(|it| *it == count) {
            Some(at) => i64::try_from(at).ok()? + 1,
            None => count.parse().ok().filter(|it| (1..=60).contains(it))?,
        },
    };
    // "arrested in 2019, three days after the bombing": counted from a day of its own.
    let dated = mention::within(&scene.moments, sentence.clone())
        .iter()
        .any(|moment| !matches!(moment.kind, MomentKind::Weekday(_) | MomentKind::Offset(..)));
    if dated || scene.is_background(&sentence) {
        return None;
    }
    let mut before = mention::within(&scene.moments, sentence.start..after).iter();
    let told = before.find_map(|moment| scene.clock.days(moment.kind));
    let base = told.and_then(|days| days.from).or(scene.clock.article)?;
    let day = base.checked_sub(days.days()).ok()?;
    Some(DateRange::day(day))
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
}
