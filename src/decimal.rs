//! Exact numbers and the intervals that wording gives them. No float is used anywhere on the way.

use std::cmp::Ordering;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error};

/// An exact decimal of up to 28 digits. A figure keeps the digits it was written with.
pub use rust_decimal::Decimal;
/// From a decimal to a whole number, where it is one in range.
pub use rust_decimal::prelude::ToPrimitive;

/// The set of values that wording leaves open: an end may be missing (unbounded) or excluded.
///
/// "more than 40" is (40, ∞), "at least 40" is [40, ∞), a bare "40" is [40, 40].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The lower end; `None` is −∞.
    pub low: Option<Decimal>,
    /// The upper end; `None` is +∞.
    pub high: Option<Decimal>,
    /// The lower end itself is excluded.
    pub low_open: bool,
    /// The upper end itself is excluded.
    pub high_open: bool,
}

impl Interval {
    /// Every value.
    pub const EVERYTHING: Self = Self {
        low: None,
        high: None,
        low_open: false,
        high_open: false,
    };

    /// The single value `v`.
    pub const fn point(v: Decimal) -> Self {
        Self::closed(v, v)
    }

    /// Both ends included.
    pub const fn closed(low: Decimal, high: Decimal) -> Self {
        Self {
            low: Some(low),
            high: Some(high),
            low_open: false,
            high_open: false,
        }
    }

    /// `low` and everything above it.
    pub const fn from(low: Decimal) -> Self {
        Self {
            low: Some(low),
            high: None,
            low_open: false,
            high_open: false,
        }
    }

    /// The same interval without its lower end point.
    #[must_use]
    pub const fn above_low(self) -> Self {
        Self {
            low_open: true,
            ..self
        }
    }

    /// The same interval without its upper end point.
    #[must_use]
    pub const fn below_high(self) -> Self {
        Self {
            high_open: true,
            ..self
        }
    }

    /// True when some value lies in both.
    pub fn meets(&self, other: &Self) -> bool {
        !self.is_below(other) && !other.is_below(self)
    }

    /// True when every value of this interval is smaller than every value of `other`.
    pub fn is_below(&self, other: &Self) -> bool {
        match (self.high, other.low) {
            (Some(high), Some(low)) => match order(high, low) {
                Ordering::Less => true,
                Ordering::Equal => self.high_open || other.low_open,
                Ordering::Greater => false,
            },
            _ => false,
        }
    }

    /// True when `value` lies inside.
    pub fn contains(&self, value: Decimal) -> bool {
        self.meets(&Self::point(value))
    }

    /// Both ends multiplied by `factor`, which must be positive: a change of unit.
    /// An end that leaves the exact range becomes open.
    #[must_use]
    pub fn scaled(&self, factor: Decimal) -> Self {
        let times = |end: Option<Decimal>| end.and_then(|v| v.checked_mul(factor));
        Self {
            low: times(self.low),
            high: times(self.high),
            ..*self
        }
    }
}

/// The order of two decimals. Most figures are whole numbers, whose mantissas can be compared as they are.
pub fn order(a: Decimal, b: Decimal) -> Ordering {
    if a.scale() == b.scale() {
        a.mantissa().cmp(&b.mantissa())
    } else {
        a.cmp(&b)
    }
}

impl fmt::Display for Interval {
    /// Interval notation: `[1150, 1250)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |v: Option<Decimal>, infinite: &str| {
            v.map_or_else(|| infinite.to_owned(), |v| v.normalize().to_string())
        };
        write!(
            f,
            "{}{}, {}{}",
            if self.low_open || self.low.is_none() {
                '('
            } else {
                '['
            },
            end(self.low, "-∞"),
            end(self.high, "∞"),
            if self.high_open || self.high.is_none() {
                ')'
            } else {
                ']'
            },
        )
    }
}

/// `10^power`, or `None` outside 10⁻²⁸ to 10²⁸.
pub fn power_of_ten(power: i32) -> Option<Decimal> {
    let size = power.unsigned_abs();
    if power < 0 {
        return (size <= 28).then(|| Decimal::new(1, size));
    }
    Decimal::try_from_i128_with_scale(10_i128.checked_pow(size)?, 0).ok()
}

/// The place of the first digit of `v`: 3 for 1,139, 0 for 2.5, −1 for 0.4; 0 for zero.
pub fn magnitude(v: Decimal) -> i32 {
    let mantissa = v.mantissa().unsigned_abs();
    match mantissa.checked_ilog10() {
        Some(digits) => digits.cast_signed() - v.scale().cast_signed(),
        None => 0,
    }
}

/// A decimal written as quoted text in a YAML file: no float is read on the way.
///
/// # Errors
/// Text that is no decimal of at most 28 digits.
pub(crate) fn from_text<'de, D: Deserializer<'de>>(file: D) -> Result<Decimal, D::Error> {
    let text = String::deserialize(file)?;
    text.parse()
        .map_err(|_| D::Error::custom(format!("{text:?} is no decimal number")))
}

/// The same where the value may be left out.
pub(crate) fn optional_from_text<'de, D: Deserializer<'de>>(
    file: D,
) -> Result<Option<Decimal>, D::Error> {
    from_text(file).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_digit_has_its_place() {
        for (text, place) in [
            ("1139", 3),
            ("100", 2),
            ("99", 1),
            ("2.5", 0),
            ("0.4", -1),
            ("0.04", -2),
            ("0", 0),
        ] {
            assert_eq!(magnitude(text.parse().unwrap()), place, "{text}");
        }
    }

    #[test]
    fn powers_of_ten_end_where_exactness_ends() {
        assert_eq!(power_of_ten(6), Some(Decimal::from(1_000_000)));
        assert_eq!(power_of_ten(-2), Some("0.01".parse().unwrap()));
        assert_eq!(
            power_of_ten(28),
            Some("10000000000000000000000000000".parse().unwrap())
        );
        assert_eq!(power_of_ten(29), None);
        assert_eq!(power_of_ten(-29), None);
    }
}
