//! What a denied number says of a stated one.

use super::reading::Reading;
use super::time::Order;
use super::verdict::Rung;
use super::{Verdict, rounding};

/// The rung of two readings of which one is denied at least.
pub(super) fn rung(a: &Reading, b: &Reading, order: Order) -> Rung {
    // "Not 254" denies no "at least 250".
    let one_number = rounding::one_number(&a.value, &b.value) && a.value.number == b.value.number;
    // "213, and not 254": who takes a number back gives another for it.
    let later = match order {
        Order::Before => Some(b),
        Order::After => Some(a),
        Order::Same | Order::Unknown => None,
    };
    let corrects = later.is_some_and(|it| it.denied && !it.besides.is_empty());
    match (a.denied == b.denied, one_number) {
        (false, true) if corrects => (Verdict::Revised, "polarity.corrected"),
        (true, _) if rounding::same(&a.value, &b.value) => (Verdict::Agree, "static.same"),
        (true, _) => (Verdict::Compatible, "polarity.both_denied"),
        (false, true) => (Verdict::Disagree, "polarity.denied"),
        (false, false) => (Verdict::Compatible, "polarity.other_denied"),
    }
}
