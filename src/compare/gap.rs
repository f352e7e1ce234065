//! How far two values are apart, in exact decimals.

use crate::decimal::{Decimal, Interval};
use crate::numbers::Value;

use super::Grade;

/// |a − b| / max, where both have a number.
pub(super) fn gap(a: &Value, b: &Value) -> Option<Decimal> {
    relative(a.number?, b.number?)
}

/// |a − b|, where both have a number.
pub(super) fn difference(a: &Value, b: &Value) -> Option<Decimal> {
    Some(a.number?.checked_sub(b.number?)?.abs())
}

/// The grade of a disagreement: by the numbers, or else by the ends that come nearest to each other.
pub(super) fn grade(a: &Value, b: &Value) -> Grade {
    let apart = gap(a, b).or_else(|| between(&a.core, &b.core));
    match apart {
        Some(r) if r < Decimal::new(10, 2) => Grade::Minor,
        Some(r) if r < Decimal::new(50, 2) => Grade::Moderate,
        _ => Grade::Major,
    }
}

/// How far two intervals miss each other, against the larger end; 0 when they meet.
pub(super) fn between(a: &Interval, b: &Interval) -> Option<Decimal> {
    if a.is_below(b) {
        relative(a.high?, b.low?)
    } else if b.is_below(a) {
        relative(b.high?, a.low?)
    } else {
        Some(Decimal::ZERO)
    }
}

fn relative(a: Decimal, b: Decimal) -> Option<Decimal> {
    let largest = a.abs().max(b.abs());
    if largest.is_zero() {
        return Some(Decimal::ZERO);
    }
    a.checked_sub(b)?.abs().checked_div(largest)
}
