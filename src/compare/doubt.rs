//! Why two numbers that differ may both be meant, or one be the later, by the words of the texts: writers who give two
//! numbers mostly count two things, and only they know; a number told in passing is mostly of a part. First the reasons,
//! then the sentence of each.

use crate::decimal::{Decimal, Interval, order};

use super::gulf::apart;
use super::reading::{Question, Reading};
use super::why::said;
use super::wording::stretch;
use super::{Grade, Verdict, gap, particular, tags};
use crate::resolve::Event;

/// So many other numbers near its own make a page one that is written on.
const COUNTS_ON: usize = 2;

/// Why two readings that differ may both be meant, by the words of the texts alone; `None` when nothing speaks for it.
pub(super) fn reason(
    a: &Reading,
    b: &Reading,
    question: &Question,
) -> Option<(Verdict, &'static str)> {
    if leaves_out(a, b) || leaves_out(b, a) {
        return Some((Verdict::DifferentScope, "who.some"));
    }
    // "39 in Idlib", in a text that counts 45 in all Syria.
    let one_text = a
        .articles
        .iter()
        .any(|it| b.articles.binary_search(it).is_ok());
    if (question.widespread || one_text) && (of_a_part(a, b) || of_a_part(b, a)) {
        return Some((Verdict::DifferentScope, "place.part"));
    }
    unclear(a, b, question).map(|reason| (Verdict::Unclear, reason))
}

/// A town at war sees more than one such event a day: numbers far apart may be of two, and so may those told on two days, where
/// no text gives the event's own.
pub(super) fn may_be_several(a: &Reading, b: &Reading, question: &Question) -> bool {
    let assumed = question.event.as_ref().is_some_and(Event::is_assumed);
    let mut own = a.articles.iter();
    let one_text = own.any(|it| b.articles.binary_search(it).is_ok());
    let two_days = assumed && !one_text && a.as_of.range != b.as_of.range;
    let far = || gap::grade(&a.value, &b.value) == Grade::Major;
    question.within_war.is_some() && (two_days || far())
}

fn unclear(a: &Reading, b: &Reading, question: &Question) -> Option<&'static str> {
    if a.stretch != b.stretch {
        return Some("time.stretch");
    }
    if attacker_between(a, b, question) {
        return Some("who.attacker");
    }
    let (smaller, larger) = if b.value.core.is_below(&a.value.core) {
        (b, a)
    } else {
        (a, b)
    };
    if particular::apart(smaller.noun.as_deref(), larger.noun.as_deref()) {
        return Some("who.particular");
    }
    let told_together = within(&a.articles, &b.articles) || within(&b.articles, &a.articles);
    let contradicts = a.headline_alone != b.headline_alone || sources_differ(a, b);
    let slip = looks_like_a_slip(a, b);
    // What looks like a slip within one text is shown as one, unless the text counts on and on.
    let given = if told_together {
        !slip || counts_on(a) || counts_on(b)
    } else {
        gives(a, b) || gives(b, a)
    };
    if given && (!contradicts || told_together && adds_up(a, b)) {
        return Some("text.gives_both");
    }
    if slip {
        return None;
    }
    if !told_together && !smaller.leads {
        return Some("text.in_passing");
    }
    let far = gap::grade(&a.value, &b.value) == Grade::Major;
    (question.unlisted_deed && far).then_some("event.far_apart")
}

/// "Three others were hurt", "two were in danger" beside "five were hurt": the larger number may be of all.
fn leaves_out(part: &Reading, whole: &Reading) -> bool {
    // "Nine of them women" and "eleven of them women" are of one whole.
    let both = part.counts_some && whole.counts_some && !part.others && !whole.others;
    part.counts_some
        && !both
        && !(part.others && whole.others)
        && part.value.core.is_below(&whole.value.core)
}

/// "Six people in Kochi" beside "14 in Kerala": the smaller number is of a place within the other's.
fn of_a_part(part: &Reading, whole: &Reading) -> bool {
    let places = part.place.as_ref().zip(whole.place.as_ref());
    let inside = places.is_some_and(|((_, _, within), (outer, ..))| within.contains(outer));
    inside && part.value.core.is_below(&whole.value.core)
}

/// The numbers differ by no more than the attackers who died.
fn attacker_between(a: &Reading, b: &Reading, question: &Question) -> bool {
    let dead = Decimal::from(question.dead_attackers);
    !dead.is_zero() && gap::difference(&a.value, &b.value).is_some_and(|by| by <= dead)
}

/// Every article of one side is among those of the other. Both are ascending.
fn within(some: &[usize], all: &[usize]) -> bool {
    some.iter()
        .all(|article| all.binary_search(article).is_ok())
}

/// Every text of each counts so many more as make the smaller the larger: "three in the market, two at the bridge", of five.
fn adds_up(a: &Reading, b: &Reading) -> bool {
    // Half of the larger is no third count beside the two.
    let rest = gap::difference(&a.value, &b.value).filter(|rest| {
        [a.value.number, b.value.number]
            .iter()
            .all(|it| *it != Some(*rest))
    });
    let gives = |one: &Reading| rest.is_some_and(|rest| one.besides.binary_search(&rest).is_ok());
    gives(a) && gives(b)
}

/// Every article of one side gives the other's number too, for whatever it counts. "Fewer than 15" does not give 15.
fn gives(one: &Reading, other: &Reading) -> bool {
    let core: &Interval = &other.value.core;
    if one.value.number.is_some_and(|own| core.contains(own)) {
        return false;
    }
    // The first number that is not too small is inside, if any is; or the next, where the end itself is excluded.
    let small = |number: &Decimal| core.low.is_some_and(|low| order(*number, low).is_lt());
    let first = one.besides.partition_point(small);
    let mut near = one.besides[first..].iter().take(2);
    near.any(|number| core.contains(*number))
}

/// A page that is written on through the day: beside its number it gives several that are near it.
fn counts_on(one: &Reading) -> bool {
    let near = |number: &&Decimal| {
        let apart = one
            .value
            .number
            .and_then(|own| gap::Apart::new(own, **number));
        apart.is_some_and(|apart| apart.is_over(0) && apart.is_under(50))
    };
    one.besides.iter().filter(near).count() >= COUNTS_ON
}

/// The text sets one source's number against another's.
fn sources_differ(a: &Reading, b: &Reading) -> bool {
    let named = !a.families.is_empty() && !b.families.is_empty();
    named && !a.families.iter().any(|family| b.families.contains(family))
}

/// Numbers so near each other, or so alike in their digits, that one is a slip for the other.
fn looks_like_a_slip(a: &Reading, b: &Reading) -> bool {
    gap::grade(&a.value, &b.value) == Grade::Minor || tags::is_slip(&a.value, &b.value)
}

/// The sentence of a reason that rests on the words of the texts; `None` for any other reason.
pub(super) fn why(a: &Reading, b: &Reading, reason: &str) -> Option<String> {
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
        "place.part" => {
            let name = |one: &Reading| one.place.as_ref().map_or("", |it| it.1.as_str()).to_owned();
            let (inner, outer) = (name(few), name(many));
            format!("{fewer} is of {inner} alone, {more} of all {outer}: a part and its whole.")
        }
        "time.stretch" => {
            let over = |one: &Reading| {
                let told = one.stretch.map(stretch);
                told.unwrap_or_else(|| "over a time that is not told".to_owned())
            };
            let (few, many) = (over(few), over(many));
            format!("{fewer} counts {few}, {more} {many}.")
        }
        "who.attacker" => format!(
            "{} An attacker died too, and may be counted in one and not in the other.",
            apart(a, b)
        ),
        "who.particular" => {
            let of_few = few.noun.as_deref().unwrap_or("some");
            let of_many = many.noun.as_deref().map_or_else(
                || format!("{more} does not say who"),
                |noun| format!("{more} counts {noun}"),
            );
            format!("{fewer} counts {of_few}, {of_many}; so the two may not count the same.")
        }
        "text.gives_both" => format!(
            "One text gives both {} and {}, so they may count different things.",
            said(a),
            said(b)
        ),
        "text.in_passing" => format!(
            "{fewer} stands deep in its text, so it may be of a part, and {more} of the whole."
        ),
        "static.zero_too_many" => format!(
            "Word for word {fewer} leaves room for {more}, but one is the other with noughts added: perhaps a slip."
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
