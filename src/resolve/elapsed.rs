//! How long ago an event was, by what is told of today: "on Saturday, two days after the bombings".

use super::mention::Mention;
use super::scene::Scene;
use crate::calendar::{DateRange, ToSpan};

/// The most words between "after" and the event: "after the near-simultaneous embassy bombings".
const REACH: usize = 5;

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
    let day = scene.clock.article?.checked_sub(days.days()).ok()?;
    Some(DateRange::day(day))
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
