//! What the wording alone says of two values: the same, a rounding, both possible, or not.

use crate::numbers::{Operator, Value};

/// Same number in the type's unit and same operator; bare is exact. Words without a number are equal when they mean
/// the same interval.
pub(super) fn same(a: &Value, b: &Value) -> bool {
    let plain = |operator| match operator {
        Operator::Exact => Operator::Bare,
        other => other,
    };
    if plain(a.operator) != plain(b.operator) || a.increment != b.increment {
        return false;
    }
    match (a.number, b.number) {
        (Some(left), Some(right)) => left == right,
        (None, None) => a.core == b.core && a.literal == b.literal,
        _ => false,
    }
}

/// One is a rounding of the other: the values that an attentive reader takes them for meet. A vague word, a range or a
/// cap is no rounding of anything.
pub(super) fn rounds(a: &Value, b: &Value) -> bool {
    let loose = |value: &Value| {
        matches!(
            value.operator,
            Operator::Vague | Operator::Range | Operator::AtMost
        )
    };
    !loose(a) && !loose(b) && a.core.meets(&b.core)
}

/// "50" and "over 50": one number, of which one side drops the hedge. A text that writes both, mostly in its headline and beneath
/// it, means one thing.
pub(super) fn drops_hedge(a: &Value, b: &Value) -> bool {
    let over = |one: &Value, other: &Value| {
        (one.operator, other.operator) == (Operator::Bare, Operator::MoreThan)
    };
    a.number.is_some() && a.number == b.number && (over(a, b) || over(b, a))
}

/// A generous reader takes both for one number.
pub(super) fn one_number(a: &Value, b: &Value) -> bool {
    same(a, b) || a.core.meets(&b.core) || a.support.meets(&b.support)
}
