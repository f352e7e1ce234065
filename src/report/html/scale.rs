//! From values and days to places on a plot, in exact decimals.

use crate::calendar::Date;
use crate::decimal::{Decimal, ToPrimitive};

/// A stretch of values laid over a stretch of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scale {
    least: Decimal,
    most: Decimal,
    /// Where the least and the most value stand.
    ends: (i64, i64),
}

/// Ticks that an axis has at most.
const TICKS: i64 = 7;

impl Scale {
    /// Values from `least` to `most`, laid from the first to the second end.
    pub(super) fn new(least: Decimal, most: Decimal, ends: (i64, i64)) -> Self {
        Self { least, most, ends }
    }

    /// Where a value stands, to a tenth; values beyond the ends stand at the ends.
    pub(super) fn at(&self, value: Decimal) -> Decimal {
        let (from, to) = (Decimal::from(self.ends.0), Decimal::from(self.ends.1));
        let share = value
            .clamp(self.least, self.most)
            .checked_sub(self.least)
            .zip(self.most.checked_sub(self.least))
            .and_then(|(part, whole)| part.checked_div(whole))
            .unwrap_or(Decimal::new(5, 1));
        (from + share * (to - from)).round_dp(1).normalize()
    }

    /// Round values for an axis: multiples of 1, 2 or 5 times a power of ten, at most eight.
    pub(super) fn ticks(&self) -> Vec<Decimal> {
        let Some(span) = self.most.checked_sub(self.least) else {
            return Vec::new();
        };
        let steps = (-6..28).flat_map(|power| [1, 2, 5].map(|digit| (digit, power)));
        let step = steps
            .filter_map(|(digit, power)| rounded(digit, power))
            .find(|step| {
                step.checked_mul(Decimal::from(TICKS))
                    .is_some_and(|room| room >= span)
            });
        let Some(step) = step else {
            return Vec::new();
        };
        let Some(first) = (self.least / step).ceil().checked_mul(step) else {
            return Vec::new();
        };
        (0..=TICKS)
            .filter_map(|at| first.checked_add(step.checked_mul(Decimal::from(at))?))
            .filter(|tick| *tick <= self.most)
            .collect()
    }
}

/// `digit` times ten to the `power`.
fn rounded(digit: i64, power: i32) -> Option<Decimal> {
    if power < 0 {
        return Decimal::try_new(digit, power.unsigned_abs()).ok();
    }
    (0..power).try_fold(Decimal::from(digit), |value, _| {
        value.checked_mul(Decimal::TEN)
    })
}

/// Days since a fixed day, for laying days over a page.
pub(super) fn day_number(day: Date) -> Decimal {
    let start = Date::constant(1970, 1, 1);
    let days = start.until(day).map_or(0, |length| length.get_days());
    Decimal::from(days)
}

/// How far two places are apart, in whole points.
pub(super) fn distance(a: Decimal, b: Decimal) -> i64 {
    (a - b).abs().to_i64().unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_in_proportion_and_never_outside() {
        let scale = Scale::new(Decimal::from(100), Decimal::from(300), (200, 0));
        let check = |value: i64, expected: i64| {
            assert_eq!(scale.at(Decimal::from(value)), Decimal::from(expected));
        };
        check(100, 200);
        check(200, 100);
        check(300, 0);
        check(900, 0);
        let flat = Scale::new(Decimal::ONE, Decimal::ONE, (0, 10));
        assert_eq!(flat.at(Decimal::ONE), Decimal::from(5));
    }

    #[test]
    fn ticks_are_round() {
        let check = |least: i64, most: i64, expected: &[i64]| {
            let ticks = Scale::new(Decimal::from(least), Decimal::from(most), (0, 1)).ticks();
            let expected: Vec<Decimal> = expected.iter().map(|tick| Decimal::from(*tick)).collect();
            assert_eq!(ticks, expected);
        };
        check(23_000, 41_000, &[25_000, 30_000, 35_000, 40_000]);
        check(0, 10, &[0, 2, 4, 6, 8, 10]);
        check(1139, 1249, &[1140, 1160, 1180, 1200, 1220, 1240]);
    }
}
