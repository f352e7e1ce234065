//! A number with the grain it was written in.

use crate::decimal::Decimal;

/// A number as printed: "2.3 million" is 2,300,000 with a grain of 100,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    /// The number.
    pub(crate) value: Decimal,
    /// The place value of its last significant digit.
    pub(crate) grain: Decimal,
}

impl Written {
    /// A number without further notice of how it was written: the grain is read off its digits. Digits behind the
    /// point are significant, trailing zeros before it are not.
    pub(crate) fn new(value: Decimal) -> Self {
        Self {
            value,
            grain: grain(value),
        }
    }

    /// A whole number below 10^18.
    pub(crate) fn whole(value: i64) -> Self {
        let (mut rest, mut zeros) = (value, 0);
        while rest != 0 && rest % 10 == 0 {
            rest /= 10;
            zeros += 1;
        }
        Self {
            value: Decimal::from(value),
            grain: Decimal::from(10_i64.pow(zeros)),
        }
    }

    /// The same digits times `factor`; `None` when the number leaves the exact range.
    pub(crate) fn times(self, factor: Decimal) -> Option<Self> {
        Some(Self {
            value: self.value.checked_mul(factor)?,
            grain: self.grain.checked_mul(factor)?,
        })
    }

    /// True when the last digit before the point is a zero that says nothing: 40, 1,200, 2.3 million.
    pub(crate) fn is_round(&self) -> bool {
        self.grain > Decimal::ONE
    }
}

/// Numbers below it are divided by the processor.
const LARGE: u64 = 1_000_000_000_000_000_000;

fn grain(value: Decimal) -> Decimal {
    if value.scale() > 0 {
        return Decimal::new(1, value.scale());
    }
    if let Ok(whole) = i64::try_from(value)
        && whole.unsigned_abs() < LARGE
    {
        return Written::whole(whole).grain;
    }
    let mut mantissa = value.mantissa();
    let mut grain = Decimal::ONE;
    if mantissa == 0 {
        return grain;
    }
    while mantissa % 10 == 0 {
        mantissa /= 10;
        // At most 28 rounds, and 10^28 is in range.
        grain *= Decimal::TEN;
    }
    grain
}
