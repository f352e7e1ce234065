//! The reason of a verdict as sentences with the actual numbers. No sentence takes a side.

use crate::resolve::AsOfEvidence;

use super::doubt;
use super::gap;
use super::gulf::apart;
use super::reading::{Question, Reading};
use super::time::{self, Motion, Order};
use super::untold::Untold;
use super::wording::{cover, days, number, percent, quoted};

/// Why two readings have the verdict of that reason code.
pub(super) fn why(
    a: &Reading,
    b: &Reading,
    question: &Question,
    order: Order,
    reason: &str,
) -> String {
    let (first, second) = match order {
        Order::After => (b, a),
        _ => (a, b),
    };
    let mut text = match reason {
        "static.same" => same(a, b),
        "static.core_overlap" => rounds(a, b),
        "static.support_overlap" => loosely(a, b),
        "static.literal_overlap" => literally(a, b),
        "static.tolerance" => tolerated(a, b, question),
        "polarity.corrected" => format!(
            "A later text gives another number, and says that it is not {}.",
            said(a)
        ),
        "polarity.denied" => format!("One side states {}, the other denies it.", said(a)),
        "polarity.other_denied" => format!(
            "{} is denied and {} is stated; the denial is of another number.",
            said(if a.denied { a } else { b }),
            said(if a.denied { b } else { a }),
        ),
        "polarity.both_denied" => "Both numbers are denied.".to_owned(),
        "event.unknown" => no_event(a, b),
        "event.several" => format!(
            "{} There may have been several such events there in those days: nothing but place and day says that these are one ({}).",
            apart(a, b),
            question.within_war.as_deref().unwrap_or_default()
        ),
        "place.unknown" => format!(
            "The numbers differ, but {} does not say where, so it may be about another place.",
            said(if a.has_place { b } else { a })
        ),
        "time.order_unknown" => no_order(a, b, question),
        "time.same_moment" => format!("Both speak of the same time. {}", apart(a, b)),
        "static.disjoint" => apart(a, b),
        _ => doubt::why(a, b, reason).unwrap_or_else(|| in_time(first, second, question, reason)),
    };
    if matches!(
        reason,
        "static.disjoint" | "time.same_moment" | "event.unknown"
    ) {
        text.push_str(&who(a, b, question));
    }
    text
}

/// The words of a reading. A headline that is taken for what stands beneath it is quoted with both: the table has its own
/// words, and the verdict rests on the others.
pub(super) fn said(reading: &Reading) -> String {
    let words = quoted(&reading.written);
    match &reading.headline {
        Some(headline) => format!("{words} ({} in the headline)", quoted(headline)),
        None => words,
    }
}

fn same(a: &Reading, b: &Reading) -> String {
    match a.value.number {
        _ if a.written == b.written => {
            let one = if a.headline.is_some() { a } else { b };
            format!("Both say {}.", said(one))
        }
        Some(value) => format!(
            "{} and {} are the same number, {}.",
            said(a),
            said(b),
            number(value)
        ),
        None => format!("{} and {} mean the same.", said(a), said(b)),
    }
}

fn rounds(a: &Reading, b: &Reading) -> String {
    match (exact(a), exact(b)) {
        (Some(point), None) => format!("{point} fits {}.", reads(b)),
        (None, Some(point)) => format!("{point} fits {}.", reads(a)),
        _ => format!(
            "{} reads as {} and {} as {}: one number can be both.",
            said(a),
            cover(&a.value.core),
            said(b),
            cover(&b.value.core)
        ),
    }
}

fn reads(reading: &Reading) -> String {
    format!(
        "{}, which reads as {}",
        said(reading),
        cover(&reading.value.core)
    )
}

/// The number of an exact reading.
pub(super) fn exact(reading: &Reading) -> Option<String> {
    let core = &reading.value.core;
    (core.low == core.high)
        .then(|| core.low.map(number))
        .flatten()
}

fn loosely(a: &Reading, b: &Reading) -> String {
    let allows = |reading: &Reading| match exact(reading) {
        Some(point) => format!("the other says {point}"),
        None => format!(
            "{} can mean {}",
            said(reading),
            cover(&reading.value.support)
        ),
    };
    let (loose, other) = if exact(a).is_some() { (b, a) } else { (a, b) };
    format!(
        "Read generously, both can be true: {}, and {}.",
        allows(loose),
        allows(other)
    )
}

fn literally(a: &Reading, b: &Reading) -> String {
    let open = |reading: &Reading| reading.value.literal.high.is_none();
    let (room, other) = match (open(a), open(b)) {
        (false, true) => (b, a),
        _ => (a, b),
    };
    let mut text = format!(
        "Word for word both are true: {} leaves room for {}",
        said(room),
        said(other)
    );
    match gap::gap(&a.value, &b.value) {
        Some(r) => text.extend([", though it is ", &percent(r), " away."]),
        None => text.push('.'),
    }
    text
}

fn tolerated(a: &Reading, b: &Reading, question: &Question) -> String {
    format!(
        "They differ by {}, within the {} that a figure of this kind allows.",
        gap::gap(&a.value, &b.value).map_or_else(String::new, percent),
        percent(question.rule.tolerance)
    )
}

/// What is said of who is counted, where the two differ in it.
fn who(a: &Reading, b: &Reading, question: &Question) -> String {
    if !question.asks_who {
        return String::new();
    }
    match (&a.who, &b.who) {
        (Some(who), None) | (None, Some(who)) => {
            format!(" One counts {}, the other does not say who.", one_line(who))
        }
        (Some(x), Some(y)) if a.nationality != b.nationality => {
            format!(" One counts {}, the other {}.", one_line(x), one_line(y))
        }
        _ => String::new(),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn no_event(a: &Reading, b: &Reading) -> String {
    match (a.untold, b.untold) {
        (None, Some(untold)) | (Some(untold), None) => format!(
            "The numbers differ, but {} {}, so it may be about another one.",
            said(if a.untold.is_some() { a } else { b }),
            untold.words()
        ),
        (Some(Untold::Day), Some(Untold::Day)) => {
            "The numbers differ, but neither side says when its event was, so they may be about different ones."
                .to_owned()
        }
        _ => "The numbers differ, but neither side names its event, so they may be about different ones."
            .to_owned(),
    }
}

fn no_order(a: &Reading, b: &Reading, question: &Question) -> String {
    let dates = match (time::known(&a.as_of), time::known(&b.as_of)) {
        (None, None) => "neither number has a date".to_owned(),
        (Some(_), None) => format!("{} has no date", said(b)),
        (None, Some(_)) => format!("{} has no date", said(a)),
        (Some(x), Some(y)) if x == y => format!("both are of {}", days(x)),
        (Some(x), Some(y)) => format!("the dates overlap ({} and {})", days(x), days(y)),
    };
    format!(
        "{}, and {dates}, so which is later is not known.",
        moves(question)
    )
}

fn moves(question: &Question) -> &'static str {
    match question.motion {
        Motion::Floats => "Such a number goes up and down",
        Motion::Settles => "First counts of an event change",
        _ => "A running total grows",
    }
}

/// The sentences for readings in order of time.
fn in_time(earlier: &Reading, later: &Reading, question: &Question, reason: &str) -> String {
    let lead = match reason {
        "time.elapsed" => {
            return format!(
                "Time passes: {} was said before {}.",
                said(earlier),
                said(later)
            );
        }
        "time.decrease" => "A running total does not fall unless it is revised",
        "text.revised" => "The text itself speaks of a changed count",
        "time.understated" => {
            "The later number is lower, but its words leave room for the earlier one"
        }
        "growth.ceiling" => "The total would have grown far faster than before",
        "time.fresh_event" if time::is_long_after(&earlier.as_of, &later.as_of) => {
            "One count is of the first days of the event, the other was made long after it"
        }
        _ => moves(question),
    };
    let mut text = format!("{lead}: {}, {}.", dated(earlier), dated(later));
    let inferred = |reading: &Reading| reading.as_of.evidence == AsOfEvidence::Inferred;
    match (inferred(earlier), inferred(later)) {
        (true, true) => text.push_str(" Both dates are inferred from the text."),
        (true, false) | (false, true) => text.push_str(" One date is inferred from the text."),
        (false, false) => {}
    }
    text
}

fn dated(reading: &Reading) -> String {
    match time::known(&reading.as_of) {
        Some(range) => format!("{} as of {}", said(reading), days(range)),
        None if reading.earlier => format!("{} earlier", said(reading)),
        None => said(reading),
    }
}
