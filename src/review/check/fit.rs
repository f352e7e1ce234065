//! How a number of a draft stands to a number that holds.

use crate::decimal::{Decimal, Interval};
use crate::numbers::{Operator, Value};

/// From best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// The same number, as firmly said.
    Same,
    /// One is a rounding of the other, or a hedge that fits it.
    Rounding,
    /// A word where there is a number: "dozens".
    Vague,
    /// True as worded, and another number: "at least 20" of 58, 32 of "at least 12".
    Loose,
    /// Neither.
    Apart,
}

/// How `value` fits what holds: one number, or an interval. Of what is open at one end ("at least 12") the other end was
/// agreed on, and none of the numbers beyond it.
pub(super) fn of(value: &Value, holds: &Interval) -> Fit {
    let exact = holds.low.filter(|low| Some(*low) == holds.high);
    let is_plain = matches!(value.operator, Operator::Bare | Operator::Exact);
    let has_ends = |it: &Interval| it.low == holds.low && it.high == holds.high;
    let end = match (holds.low, holds.high) {
        (Some(end), None) | (None, Some(end)) => Some(end),
        _ => None,
    };
    let is_same = match exact {
        Some(number) => is_plain && value.number == Some(number),
        None => has_ends(&value.core) || end.is_some() && has_ends(&value.literal),
    };
    let near = end.map_or(*holds, Interval::point);
    let meets = [value.core, value.support].iter().any(|it| it.meets(&near));
    if is_same {
        Fit::Same
    } else if value.operator == Operator::Vague && (meets || value.literal.meets(holds)) {
        Fit::Vague
    } else if excludes(value, exact) {
        Fit::Apart
    } else if meets {
        Fit::Rounding
    } else if value.literal.meets(holds) {
        Fit::Loose
    } else {
        Fit::Apart
    }
}

/// "More than 58" says that it is not 58.
fn excludes(value: &Value, exact: Option<Decimal>) -> bool {
    value.operator == Operator::MoreThan && value.number.is_some() && value.number == exact
}

/// True when one is open upwards and the other downwards from one number: "more than 500", "at most 500".
pub(super) fn opposed(a: &Value, b: &Value) -> bool {
    let up = |it: &Value| matches!(it.operator, Operator::MoreThan | Operator::AtLeast);
    let down = |it: &Value| it.operator == Operator::AtMost;
    up(a) && down(b) || down(a) && up(b)
}

/// What two numbers have in common that are not the same: "two digits are swapped", "it is 10 times the other".
pub(super) fn slip(a: Decimal, b: Decimal) -> Option<&'static str> {
    let (left, right) = (a.normalize().to_string(), b.normalize().to_string());
    if left == right {
        return None;
    }
    let sorted = |digits: &str| {
        let mut digits: Vec<u8> = digits.bytes().collect();
        digits.sort_unstable();
        digits
    };
    if left.len() == right.len() && sorted(&left) == sorted(&right) {
        return Some("the same digits in another order");
    }
    let trimmed = |digits: &str| digits.trim_end_matches('0').to_owned();
    let whole = a.is_integer() && b.is_integer() && !a.is_zero() && !b.is_zero();
    (whole && trimmed(&left) == trimmed(&right)).then_some("a zero too many or too few")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(operator: Operator, number: i64, core: [i64; 2], literal: Interval) -> Value {
        let [low, high] = core.map(Decimal::from);
        Value {
            number: (operator != Operator::Vague).then(|| Decimal::from(number)),
            operator,
            core: Interval::closed(low, high),
            support: Interval::closed(low, high),
            literal,
            increment: false,
            ordinal: false,
            share_of: None,
            currency: None,
        }
    }

    #[test]
    fn a_number_fits_or_does_not() {
        let point = |n: i64| Interval::point(Decimal::from(n));
        let check = |it: &Value, holds: i64, expected: Fit| {
            assert_eq!(of(it, &point(holds)), expected, "{it:?} and {holds}");
        };
        let bare = value(Operator::Bare, 58, [58, 58], point(58));
        check(&bare, 58, Fit::Same);
        check(&bare, 85, Fit::Apart);
        let about = value(Operator::About, 60, [55, 64], point(60));
        check(&about, 58, Fit::Rounding);
        check(&about, 41, Fit::Apart);
        let least = value(
            Operator::AtLeast,
            40,
            [40, 41],
            Interval::from(Decimal::from(40)),
        );
        let more = value(
            Operator::MoreThan,
            58,
            [58, 59],
            Interval::from(Decimal::from(58)),
        );
        check(&more, 58, Fit::Apart);
        check(&more, 59, Fit::Rounding);
        check(&least, 58, Fit::Loose);
        check(&least, 41, Fit::Rounding);
        let vague = value(
            Operator::Vague,
            0,
            [24, 49],
            Interval::from(Decimal::from(24)),
        );
        check(&vague, 58, Fit::Vague);
        check(&vague, 7, Fit::Apart);
    }

    #[test]
    fn of_what_is_open_only_the_end_was_agreed_on() {
        let holds = Interval::from(Decimal::from(12));
        let point = |n: i64| Interval::point(Decimal::from(n));
        let check = |it: &Value, expected: Fit| assert_eq!(of(it, &holds), expected, "{it:?}");
        check(&value(Operator::AtLeast, 12, [12, 13], holds), Fit::Same);
        check(
            &value(Operator::Bare, 12, [12, 12], point(12)),
            Fit::Rounding,
        );
        check(&value(Operator::Bare, 32, [32, 32], point(32)), Fit::Loose);
        check(&value(Operator::Bare, 9, [9, 9], point(9)), Fit::Apart);
    }

    #[test]
    fn slips_are_named() {
        let check = |a: i64, b: i64, expected: Option<&str>| {
            assert_eq!(slip(a.into(), b.into()), expected, "{a} and {b}");
        };
        check(1_139, 1_193, Some("the same digits in another order"));
        check(58, 85, Some("the same digits in another order"));
        check(300, 3_000, Some("a zero too many or too few"));
        check(58, 41, None);
        check(58, 58, None);
    }
}
