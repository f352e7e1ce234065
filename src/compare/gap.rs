//! How far two values are apart, in exact decimals.

use std::cmp::Ordering;

use crate::decimal::{Decimal, Interval};
use crate::numbers::Value;

use super::Grade;

/// |a − b| beside the larger of |a| and |b|. The grades need no division, which is what takes time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Apart {
    by: Decimal,
    of: Decimal,
}

impl Apart {
    /// Between two numbers; `None` out of range.
    pub(super) fn new(a: Decimal, b: Decimal) -> Option<Self> {
        Some(Self {
            by: a.checked_sub(b)?.abs(),
            of: a.abs().max(b.abs()),
        })
    }

    /// |a − b| / max; nothing is no part of nothing.
    pub(super) fn share(self) -> Option<Decimal> {
        if self.of.is_zero() {
            return Some(Decimal::ZERO);
        }
        self.by.checked_div(self.of)
    }

    /// True when the share is less than that many hundredths.
    pub(super) fn is_under(self, percent: i64) -> bool {
        self.against(percent).is_some_and(Ordering::is_lt)
    }

    /// True when the share is more than that many hundredths.
    pub(super) fn is_over(self, percent: i64) -> bool {
        self.against(percent).is_some_and(Ordering::is_gt)
    }

    fn against(self, percent: i64) -> Option<Ordering> {
        if self.by.scale() == self.of.scale() && !self.of.is_zero() {
            // A mantissa has 96 bits, so the products fit.
            let by = self.by.mantissa() * 100;
            return Some(by.cmp(&(self.of.mantissa() * i128::from(percent))));
        }
        let limit = Decimal::new(percent, 2);
        let products = self
            .by
            .checked_mul(Decimal::ONE_HUNDRED)
            .zip(self.of.checked_mul(Decimal::from(percent)));
        match products {
            Some((by, limit)) if !self.of.is_zero() => Some(by.cmp(&limit)),
            _ => Some(self.share()?.cmp(&limit)),
        }
    }
}

/// How far two values are apart, where both have a number.
pub(super) fn apart(a: &Value, b: &Value) -> Option<Apart> {
    Apart::new(a.number?, b.number?)
}

/// |a − b| / max, where both have a number.
pub(super) fn gap(a: &Value, b: &Value) -> Option<Decimal> {
    apart(a, b)?.share()
}

/// |a − b|, where both have a number.
pub(super) fn difference(a: &Value, b: &Value) -> Option<Decimal> {
    Some(apart(a, b)?.by)
}

/// The grade of a disagreement: by the numbers, or else by the ends that come nearest to each other.
pub(super) fn grade(a: &Value, b: &Value) -> Grade {
    match apart(a, b).or_else(|| between(&a.core, &b.core)) {
        Some(apart) if apart.is_under(10) => Grade::Minor,
        Some(apart) if apart.is_under(50) => Grade::Moderate,
        _ => Grade::Major,
    }
}

/// The grade of a disagreement between percentages, by the points between them: of a turnout or a share of the vote, an
/// eighth of itself says nothing.
pub(super) fn grade_of_points(a: &Value, b: &Value) -> Grade {
    let by = difference(a, b).or_else(|| Some(between(&a.core, &b.core)?.by));
    match by {
        Some(by) if by < Decimal::ONE => Grade::Minor,
        Some(by) if by < Decimal::from(5) => Grade::Moderate,
        _ => Grade::Major,
    }
}

/// How far two intervals miss each other, against the larger end; by nothing when they meet.
pub(super) fn between(a: &Interval, b: &Interval) -> Option<Apart> {
    if a.is_below(b) {
        Apart::new(a.high?, b.low?)
    } else if b.is_below(a) {
        Apart::new(b.high?, a.low?)
    } else {
        Apart::new(Decimal::ZERO, Decimal::ZERO)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apart(a: i64, b: i64) -> Apart {
        Apart::new(Decimal::from(a), Decimal::from(b)).expect("small numbers")
    }

    #[test]
    fn a_share_is_weighed_without_division() {
        assert!(apart(91, 100).is_under(10));
        assert!(!apart(90, 100).is_under(10));
        assert!(!apart(90, 100).is_over(10));
        assert!(apart(-1, 100).is_over(100));
        assert!(apart(0, 0).is_under(1));
    }

    #[test]
    fn numbers_of_28_digits_are_weighed_too() {
        let large = Decimal::MAX;
        let near = Apart::new(large, large - Decimal::ONE).expect("in range");
        assert!(near.is_under(1));
        let far = Apart::new(large, Decimal::ONE).expect("in range");
        assert!(far.is_over(98));
        assert!(Apart::new(large, -large).is_none());
    }
}
