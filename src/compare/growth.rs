//! The ceiling on growth: how much a running total can have grown since the earlier count.

use crate::calendar::Date;
use crate::decimal::Decimal;
use crate::numbers::Value;
use crate::resolve::AsOf;

use super::time;

/// True when the later value is more than the earlier one can have grown to: more than half as much again, and more
/// than κ times the mean rate so far allows (METHOD.md §8, row 11). Every doubt counts for the text: the largest
/// earlier value, the smallest later one, the longest time between.
pub(super) fn exceeds(
    earlier: (&Value, &AsOf),
    later: (&Value, &AsOf),
    onset: Option<Date>,
    kappa: Option<Decimal>,
) -> bool {
    limit(earlier, later.1, onset, kappa)
        .zip(later.0.literal.low)
        .is_some_and(|(limit, least)| least > limit)
}

fn limit(
    (value, as_of): (&Value, &AsOf),
    later: &AsOf,
    onset: Option<Date>,
    kappa: Option<Decimal>,
) -> Option<Decimal> {
    let onset = time::number(onset?);
    let start = time::number(time::known(as_of)?.from?);
    let end = time::number(time::known(later)?.to?);
    let largest = value.core.high.or(value.number)?;
    let so_far = Decimal::from(start.saturating_sub(onset).max(1));
    let between = Decimal::from(end.saturating_sub(start).max(1));
    let grown = largest
        .checked_mul(kappa?)?
        .checked_mul(between)?
        .checked_div(so_far)?
        .checked_add(largest)?;
    Some(grown.max(largest.checked_mul(Decimal::new(15, 1))?))
}
