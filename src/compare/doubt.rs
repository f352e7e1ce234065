//! Why two numbers that differ may both be meant, or one be the later, by the words of the texts: sentences for an editor.

use super::gulf::apart;
use super::reading::Reading;
use super::why::said;

/// The sentence of a reason that rests on the words of the texts; `None` for any other reason.
pub(super) fn why(a: &Reading<'_>, b: &Reading<'_>, reason: &str) -> Option<String> {
    let (few, many) = if b.value.core.is_below(&a.value.core) {
        (b, a)
    } else {
        (a, b)
    };
    let (fewer, more) = (said(few), said(many));
    let why = match reason {
        "who.some" => {
            format!("{fewer} counts some of those concerned; {more} may count them all.")
        }
        "who.attacker" => format!(
            "{} An attacker died too, and may be counted in one and not in the other.",
            apart(a, b)
        ),
        "who.particular" => {
            let of_few = few.noun.unwrap_or("some");
            let of_many = many.noun.map_or_else(
                || format!("{more} does not say who"),
                |noun| format!("{more} counts {noun}"),
            );
            format!("{fewer} counts {of_few}, {of_many}; so the two may count different people.")
        }
        "text.gives_both" => format!(
            "One text gives both {} and {}, so they may count different things.",
            said(a),
            said(b)
        ),
        "text.in_passing" => format!(
            "{fewer} stands deep in its text, so it may be of a part, and {more} of the whole."
        ),
        "text.risen" => {
            format!("A running total grows: the words of {more} say that it has just risen.")
        }
        "event.far_apart" => format!(
            "{} So far apart, they may be of two events, or of a part and the whole: the texts share its kind, place and day, and no name for it.",
            apart(a, b)
        ),
        "growth.one_event" => format!(
            "{fewer} is so few beside {more} that it may be of one event, and no count so far."
        ),
        _ => return None,
    };
    Some(why)
}
