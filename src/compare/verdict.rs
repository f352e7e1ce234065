//! The ladder: what two readings of one figure say of each other. The first rung that holds is the verdict.

use crate::decimal::Decimal;
use crate::numbers::Value;

use super::besides::supersedes;
use super::reading::{Question, Reading};
use super::time::{self, Motion, Order};
use super::untold::Untold;
use super::{Grade, Verdict, denial, doubt, gap, growth, rounding, tags};

/// A count so far below this may well be that of one event which the words do not name.
const ONE_EVENT: Decimal = Decimal::ONE_HUNDRED;

/// A verdict with the code of its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Finding {
    /// The rung.
    pub(super) verdict: Verdict,
    /// Grade of a disagreement.
    pub(super) grade: Option<Grade>,
    /// Stable reason code.
    pub(super) reason: &'static str,
}

/// Judges two readings. Exchanging them exchanges nothing.
pub(super) fn judge(a: &Reading, b: &Reading, question: &Question) -> Finding {
    let (verdict, reason) = rung(a, b, question, order(a, b, question));
    let grade = (verdict == Verdict::Disagree).then(|| match reason {
        // A denial is no matter of degree.
        "polarity.denied" => Grade::Moderate,
        _ if question.in_points => gap::grade_of_points(&a.value, &b.value),
        _ => gap::grade(&a.value, &b.value),
    });
    Finding {
        verdict,
        grade,
        reason,
    }
}

/// What two readings that disagree or are revised look like.
pub(super) fn marks(a: &Reading, b: &Reading, verdict: Verdict) -> Vec<&'static str> {
    let mut tags = Vec::new();
    if verdict == Verdict::Disagree {
        tags = tags::of_values(&a.value, &b.value);
        if !tags::disjoint_or_unknown(&a.families, &b.families) {
            tags.push("sources-differ");
        }
        if a.denied != b.denied {
            tags.push("denied");
        }
    }
    let internal = a
        .articles
        .iter()
        .any(|at| b.articles.binary_search(at).is_ok());
    if internal && matches!(verdict, Verdict::Disagree | Verdict::Revised) {
        tags.push("internal");
    }
    tags
}

/// Which of two readings speaks of the earlier moment.
pub(super) fn order(a: &Reading, b: &Reading, question: &Question) -> Order {
    match (a.earlier, b.earlier) {
        (true, false) => return Order::Before,
        (false, true) => return Order::After,
        _ => {}
    }
    let order = time::order(a.days, b.days, question.motion, question.rule.window_days);
    if order == Order::Unknown && question.motion == Motion::Elapses {
        // The time since a fixed day: the longer one was said later.
        if a.value.core.is_below(&b.value.core) {
            return Order::Before;
        } else if b.value.core.is_below(&a.value.core) {
            return Order::After;
        }
    }
    order
}

pub(super) type Rung = (Verdict, &'static str);

fn rung(a: &Reading, b: &Reading, question: &Question, order: Order) -> Rung {
    if a.denied || b.denied {
        return denial::rung(a, b, order);
    }
    if rounding::same(&a.value, &b.value) {
        return (Verdict::Agree, "static.same");
    }
    let one_text = a
        .articles
        .iter()
        .any(|it| b.articles.binary_search(it).is_ok());
    if rounding::rounds(&a.value, &b.value) || one_text && rounding::drops_hedge(&a.value, &b.value)
    {
        return (Verdict::Rounding, "static.core_overlap");
    }
    // A count of what may be another event is no later count of this one.
    if Untold::is_of_two(a.untold, b.untold) {
        return (Verdict::Unclear, "event.unknown");
    }
    let in_time = match order {
        Order::Before => moved(a, b, question),
        Order::After => moved(b, a, question),
        Order::Same => risen(a, b, question).or_else(|| still_rising(a, b, question)),
        Order::Unknown => None,
    };
    in_time
        .or_else(|| superseded(a, b, order))
        .or_else(|| compatible(a, b, question, order))
        .or_else(|| unclear(a, b, question, order))
        .unwrap_or_else(|| disagreement(a, b, question, order))
}

/// The rungs for readings in order of time: updated, and revised.
fn moved(earlier: &Reading, later: &Reading, question: &Question) -> Option<Rung> {
    let (before, after) = (&earlier.value.core, &later.value.core);
    let (rises, falls) = (before.is_below(after), after.is_below(before));
    let settles = question.motion == Motion::Settles && (earlier.earlier || earlier.fresh);
    let told = earlier.earlier || earlier.revised || later.revised;
    let rung = match question.motion {
        Motion::Elapses if rises => (Verdict::Updated, "time.elapsed"),
        Motion::Grows if rises && !outgrows(earlier, later, question) => {
            (Verdict::Updated, "time.later_higher")
        }
        Motion::Settles if rises && settles => (Verdict::Updated, "time.fresh_event"),
        Motion::Floats if rises || falls => (Verdict::Updated, "time.stock_moved"),
        Motion::Grows | Motion::Elapses if falls && ends_below(&later.value, &earlier.value) => {
            (Verdict::Revised, "time.decrease")
        }
        _ if told && (rises || falls) => (Verdict::Revised, "text.revised"),
        _ => return None,
    };
    Some(rung)
}

/// Of one day, and the text of the larger says that the count has just grown to it: from the other, if that is near, and
/// if the text of that does not say the same of it.
fn risen(a: &Reading, b: &Reading, question: &Question) -> Option<Rung> {
    let (smaller, larger) = in_a_day(a, b, question)?;
    (larger.risen && !smaller.risen).then_some((Verdict::Updated, "text.risen"))
}

/// Of one day, and both texts say that the count has just grown: nothing tells which came first.
fn both_risen(a: &Reading, b: &Reading, question: &Question) -> bool {
    a.risen && b.risen && in_a_day(a, b, question).is_some()
}

/// The smaller and the larger of two counts that are so near that one may have grown to the other within a day; in the
/// first days of an event counts grow by more.
fn in_a_day<'r>(
    a: &'r Reading,
    b: &'r Reading,
    question: &Question,
) -> Option<(&'r Reading, &'r Reading)> {
    let (smaller, larger) = if a.value.core.is_below(&b.value.core) {
        (a, b)
    } else {
        (b, a)
    };
    let near = match question.motion {
        Motion::Grows => gap::grade(&a.value, &b.value) == Grade::Minor,
        Motion::Settles => larger.fresh && gap::grade(&a.value, &b.value) < Grade::Major,
        _ => false,
    };
    near.then_some((smaller, larger))
}

/// Within the days that such a number holds for, but while the event was fresh, and the later is the higher.
fn still_rising(a: &Reading, b: &Reading, question: &Question) -> Option<Rung> {
    let (earlier, later) = match time::order(a.days, b.days, Motion::Grows, 0) {
        Order::Before => (a, b),
        Order::After => (b, a),
        Order::Same | Order::Unknown => return None,
    };
    let rises = earlier.value.core.is_below(&later.value.core);
    (question.motion == Motion::Floats && earlier.fresh && rises)
        .then_some((Verdict::Updated, "time.fresh_event"))
}

/// True when even the largest literal value of one is below all that the other is taken for.
fn ends_below(a: &Value, b: &Value) -> bool {
    a.literal.high.is_some() && a.literal.is_below(&b.core)
}

/// One text says that the other's number was the count before, and the other is not the later one.
fn superseded(a: &Reading, b: &Reading, order: Order) -> Option<Rung> {
    let by_a = supersedes(a, b) && order != Order::Before;
    let by_b = supersedes(b, a) && order != Order::After;
    (by_a != by_b).then_some((Verdict::Revised, "text.revised"))
}

fn outgrows(earlier: &Reading, later: &Reading, question: &Question) -> bool {
    growth::exceeds(
        (&earlier.value, &earlier.as_of),
        (&later.value, &later.as_of),
        question.event.as_ref().and_then(|event| event.date.from),
        question.rule.growth,
    )
}

fn compatible(a: &Reading, b: &Reading, question: &Question, order: Order) -> Option<Rung> {
    let moves = matches!(
        question.motion,
        Motion::Grows | Motion::Floats | Motion::Elapses
    );
    let stale = match order {
        Order::Before => b.value.core.is_below(&a.value.core),
        Order::After => a.value.core.is_below(&b.value.core),
        _ => false,
    };
    let reason = if a.value.core.meets(&b.value.core) || a.value.support.meets(&b.value.support) {
        "static.support_overlap"
    } else if tolerated(&a.value, &b.value, question.rule.tolerance) {
        "static.tolerance"
    } else if !a.value.literal.meets(&b.value.literal) {
        return None;
    } else if order == Order::Same && tags::is_zero_too_many(&a.value, &b.value) {
        // "More than 40,000" and "more than 400,000" of one day: true word for word, and hardly meant.
        return Some((Verdict::Unclear, "static.zero_too_many"));
    } else if !moves || order == Order::Same {
        "static.literal_overlap"
    } else if stale && question.motion != Motion::Floats {
        "time.understated"
    } else {
        return None;
    };
    Some((Verdict::Compatible, reason))
}

fn tolerated(a: &Value, b: &Value, tolerance: Decimal) -> bool {
    !tolerance.is_zero() && gap::gap(a, b).is_some_and(|r| r <= tolerance)
}

fn unclear(a: &Reading, b: &Reading, question: &Question, order: Order) -> Option<Rung> {
    let unordered = order == Order::Unknown
        && match question.motion {
            Motion::Grows | Motion::Floats | Motion::Elapses => true,
            // One report is from the first days; the other may be as early, or much later.
            Motion::Settles => a.fresh != b.fresh && (a.days.is_none() || b.days.is_none()),
            Motion::Still => false,
        };
    if question.asks_event && (a.untold.is_some() || b.untold.is_some()) {
        Some((Verdict::Unclear, "event.unknown"))
    } else if !question.asks_event && question.asks_place && a.has_place != b.has_place {
        Some((Verdict::Unclear, "place.unknown"))
    } else if doubt::may_be_several(a, b, question) {
        Some((Verdict::Unclear, "event.several"))
    } else if outgrown(a, b, question, order) && is_beyond(&a.value, &b.value) {
        Some((Verdict::Unclear, "growth.one_event"))
    } else if unordered || order == Order::Same && both_risen(a, b, question) {
        Some((Verdict::Unclear, "time.order_unknown"))
    } else {
        doubt::reason(a, b, question)
    }
}

/// The later of two counts so far has grown beyond all measure.
fn outgrown(a: &Reading, b: &Reading, question: &Question, order: Order) -> bool {
    question.motion == Motion::Grows
        && match order {
            Order::Before => outgrows(a, b, question),
            Order::After => outgrows(b, a, question),
            _ => false,
        }
}

/// Less than a fiftieth of the other: beside the toll of a war so far, more likely that of one day. So is less than half
/// of it, where it is no more than one event may cost.
fn is_beyond(a: &Value, b: &Value) -> bool {
    let few = [a.number, b.number].into_iter().flatten().min();
    let percent = if few.is_some_and(|few| few < ONE_EVENT) {
        50
    } else {
        98
    };
    gap::apart(a, b).is_some_and(|apart| apart.is_over(percent))
}

fn disagreement(a: &Reading, b: &Reading, question: &Question, order: Order) -> Rung {
    let moves = matches!(question.motion, Motion::Grows | Motion::Floats);
    let reason = if outgrown(a, b, question, order) {
        "growth.ceiling"
    } else if moves && order == Order::Same {
        "time.same_moment"
    } else {
        "static.disjoint"
    };
    (Verdict::Disagree, reason)
}
