//! Hospitals and morgues, where the hurt and the dead of an event are brought: their town need not be the event's.

use std::ops::Range;

use super::Resolver;
use super::classes::{CARE, ENTERED, LOCATIVE, SPEAKER, STRUCK, TREATED};
use crate::text::Document;

/// The most words between what an event did and the hospital that it hit: "an air strike on a crowded hospital".
const REACH: usize = 6;
/// The most words between "in" and the name of a place: "in the old commercial capital".
const OPENING_REACH: usize = 5;
/// Prepositions of where the hurt are.
const TO: [&str; 3] = ["in", "to", "at"];
/// What an event is aimed at, or stands beside.
const TARGET: [&str; 6] = ["on", "against", "outside", "near", "targeting", "inside"];

/// True for a place that only tells which hospital is meant: "doctors at the hospital in Harsk", "died in the Harsk hospital".
/// In "an explosion at a hospital in Harsk" the hospital is where it happened.
pub(super) fn is_of_care(
    resolver: &Resolver,
    document: &Document<'_>,
    sentence: &Range<usize>,
    name: &Range<usize>,
) -> bool {
    let is = |at: usize, class| {
        sentence.contains(&at) && resolver.classes.is(&document.tokens[at], class)
    };
    let before = |n: usize| name.start.checked_sub(n);
    let behind = before(2).filter(|house| is(house + 1, LOCATIVE) && is(*house, CARE));
    // "The wounded are being treated in Harsk".
    if before(2).is_some_and(|at| is(at, TREATED))
        && before(1).is_some_and(|at| TO.contains(&document.token_text(at)))
    {
        return true;
    }
    let Some(house) = behind.or_else(|| is(name.end, CARE).then_some(name.start)) else {
        return false;
    };
    // "In the port of Harsk hospital sources said": the clause's own place, and then who speaks.
    let from = name.start.saturating_sub(OPENING_REACH).max(sentence.start);
    if is(name.end, CARE)
        && is(name.end + 1, SPEAKER)
        && (from..name.start).any(|at| is(at, LOCATIVE))
    {
        return false;
    }
    let from = house.saturating_sub(REACH).max(sentence.start);
    let tokens = &document.tokens[..house];
    let text = document.article.text.as_str();
    !(from..house).any(|at| {
        TARGET.contains(&document.token_text(at))
            || is(at, STRUCK | ENTERED)
            || resolver.events.tells(tokens, text, at)
    })
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
    fn the_town_of_a_hospital_is_not_where_it_happened() {
        check(
            "An air strike killed 40 people in western Sudan on Sunday, said the head of the hospital in Kassala.",
            "strike:SD:2030-03-03",
        );
        check(
            "An air strike killed 40 people in western Sudan on Sunday. The wounded are being treated in Kassala.",
            "strike:SD:2030-03-03",
        );
    }

    #[test]
    fn a_hospital_that_was_hit_is() {
        check(
            "An air strike on a hospital in Kassala killed 40 people on Sunday.",
            "strike:kassala:2030-03-03",
        );
    }
}
