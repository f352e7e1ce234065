//! From the written number to a value in the claim type's unit.

use crate::decimal::{Decimal, Interval};
use crate::numbers::{Kind, Operator, Quantity, Value};
use crate::schema::Frame;
use crate::schema::claim_type::{ClaimType, ValueKind};
use crate::span::Span;

/// Decimal places kept after a conversion of units.
const TIDY_PLACES: u32 = 9;

/// The value in the type's unit, or `None` when the type does not take such a number.
pub(super) fn convert(quantity: &Quantity, kind: &ClaimType, frame: Frame) -> Option<Value> {
    let value = match kind.value.kind {
        ValueKind::Count => plain(quantity, &[Kind::Cardinal, Kind::Vague])?,
        ValueKind::CountOrShare => plain(quantity, &[Kind::Cardinal, Kind::Vague, Kind::Share])?,
        ValueKind::CountOrOrdinal if frame == Frame::OrdinalNoun => {
            plain(quantity, &[Kind::Ordinal])?
        }
        ValueKind::CountOrOrdinal => plain(quantity, &[Kind::Cardinal])?,
        ValueKind::Duration => in_unit(quantity, kind, &[Kind::Duration])?,
        ValueKind::Money => in_unit(quantity, kind, &[Kind::Money])?,
        ValueKind::Percent => plain(quantity, &[Kind::Percent])?,
        ValueKind::Measure => in_unit(quantity, kind, &[Kind::Measure, Kind::Cardinal])?,
    };
    let whole =
        kind.value.kind == ValueKind::Count && value.number.is_some_and(|n| !n.fract().is_zero());
    (quantity.kind == Kind::Share || !whole && in_range(&value, kind)).then_some(value)
}

/// The rule that reads one person where no number is written.
pub(crate) const SINGULAR: &str = "singular noun";

/// One person, as "a policeman" says.
pub(super) fn one(span: Span, tokens: std::ops::Range<usize>, sentence: usize) -> Quantity {
    let point = Interval::point(Decimal::ONE);
    Quantity {
        span,
        numeral: span,
        tokens,
        sentence,
        kind: Kind::Cardinal,
        reason: None,
        value: Value {
            number: Some(Decimal::ONE),
            operator: Operator::Bare,
            core: point,
            support: point,
            literal: point,
            increment: false,
            ordinal: false,
            share_of: None,
            currency: None,
        },
        unit: None,
        rule: SINGULAR,
    }
}

fn plain(quantity: &Quantity, kinds: &[Kind]) -> Option<Value> {
    kinds
        .contains(&quantity.kind)
        .then(|| quantity.value.clone())
}

/// The value times what one written unit is in the type's unit. Where that varies (a month) the number is lost and the
/// intervals widen.
fn in_unit(quantity: &Quantity, kind: &ClaimType, kinds: &[Kind]) -> Option<Value> {
    let mut value = plain(quantity, kinds)?;
    let unit = quantity.unit.as_deref();
    if unit.is_none_or(|unit| unit == kind.unit) {
        return Some(value);
    }
    let Some((least, most)) = kind.value.units.get(unit?).copied() else {
        // Rates of exchange are nothing that a text says: an amount of another currency stays one.
        value.currency.clone_from(&quantity.unit);
        return (kind.value.kind == ValueKind::Money).then_some(value);
    };
    value.number = value
        .number
        .filter(|_| least == most)
        .and_then(|n| n.checked_mul(least))
        .map(tidy);
    for interval in [&mut value.core, &mut value.support, &mut value.literal] {
        interval.low = interval
            .low
            .and_then(|low| low.checked_mul(least))
            .map(tidy);
        interval.high = interval
            .high
            .and_then(|high| high.checked_mul(most))
            .map(tidy);
        // The excluded end of "more than 10 months" lies somewhere within a month's spread.
        interval.low_open &= least == most;
        interval.high_open &= least == most;
    }
    Some(value)
}

/// Without the trace that a unit leaves which is a periodic fraction of another: 72 hours are 3 days.
fn tidy(value: Decimal) -> Decimal {
    value.round_dp(TIDY_PLACES).normalize()
}

fn in_range(value: &Value, kind: &ClaimType) -> bool {
    let low = value.number.or(value.core.low).or(value.literal.low);
    let high = value.number.or(value.core.high).or(value.literal.high);
    low.is_none_or(|low| low <= kind.value.max) && high.is_none_or(|high| high >= kind.value.min)
}
