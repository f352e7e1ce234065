//! Values, days, sources and verdicts as an editor would say them.

use super::sanitise;
use crate::compare::{Grade, Verdict};
use crate::decimal::{Decimal, Interval};
use crate::numbers::{Operator, Value};
use crate::resolve::Stance;
use crate::schema::ClaimType;
use crate::schema::claim_type::ValueKind;

/// The source of a claim that names none.
pub(crate) const NO_SOURCE: &str = "no source named";

/// A number with thousands separators: "1,139", "2.5".
pub(crate) fn number(value: Decimal) -> String {
    let digits = value.normalize().to_string();
    let (sign, digits) = digits
        .strip_prefix('-')
        .map_or(("", &*digits), |rest| ("-", rest));
    let (whole, fraction) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut grouped = String::with_capacity(digits.len() * 2);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}{fraction}")
}

/// An interval: "1,150–1,249", "24 or more", "up to 40". Of things that come whole, an excluded end is moved to the
/// next whole number; of others it is named.
pub(crate) fn interval(interval: &Interval, whole: bool) -> String {
    let interval = if whole {
        inclusive(interval)
    } else {
        *interval
    };
    let (low_open, high_open) = (interval.low_open, interval.high_open);
    match (interval.low, interval.high) {
        (Some(low), Some(high)) if low == high => number(low),
        (Some(low), Some(high)) => {
            let from = if low_open { "over " } else { "" };
            let to = if high_open { "under " } else { "" };
            format!("{from}{}–{to}{}", number(low), number(high))
        }
        (Some(low), None) if low_open => format!("over {}", number(low)),
        (Some(low), None) => format!("{} or more", number(low)),
        (None, Some(high)) if high_open => format!("under {}", number(high)),
        (None, Some(high)) => format!("up to {}", number(high)),
        (None, None) => "any number".to_owned(),
    }
}

/// The whole numbers of an interval, with both ends included: nobody counts a part of a person. Where it holds none, it stays.
fn inclusive(interval: &Interval) -> Interval {
    let fraction = |end: Option<Decimal>| end.is_some_and(|it| !it.is_integer());
    // "Most" is more than half of a whole, and no person.
    let share = interval.high.is_some_and(|high| high <= Decimal::ONE);
    if share || !fraction(interval.low) && !fraction(interval.high) {
        return closed(interval);
    }
    let whole = Interval {
        low: interval.low.map(|it| it.ceil()),
        high: interval.high.map(|it| it.floor()),
        low_open: interval.low_open && !fraction(interval.low),
        high_open: interval.high_open && !fraction(interval.high),
    };
    let holds_one = whole
        .low
        .zip(whole.high)
        .is_none_or(|(low, high)| low <= high);
    closed(if holds_one { &whole } else { interval })
}

/// The same numbers with both ends included, where the ends are whole.
fn closed(interval: &Interval) -> Interval {
    let closed = |end: Option<Decimal>, open: bool, step: Decimal| match end {
        Some(value) if open && value.is_integer() => (value.checked_add(step).or(end), false),
        end => (end, open),
    };
    let (low, low_open) = closed(interval.low, interval.low_open, Decimal::ONE);
    let (high, high_open) = closed(interval.high, interval.high_open, Decimal::NEGATIVE_ONE);
    Interval {
        low,
        high,
        low_open,
        high_open,
    }
}

/// The least and the most that a value is taken for, as [`reading`] says it; `None` is open, or a share of something. The
/// end of "more than 3,000" is given as it is written, though it is excluded: no best number lies below its least.
pub(crate) fn ends(value: &Value, kind: Option<&ClaimType>) -> (Option<Decimal>, Option<Decimal>) {
    if value.share_of.is_some() {
        return (None, None);
    }
    let value_kind = kind.map_or(ValueKind::Count, |kind| kind.value.kind);
    let taken = taken_for(value);
    let taken = if is_whole(value_kind) && value.operator != Operator::MoreThan {
        inclusive(&taken)
    } else {
        taken
    };
    (taken.low, taken.high)
}

/// What a value is taken for: its core, with the unit where the label does not give it. A share is given in percent.
pub(crate) fn reading(value: &Value, kind: Option<&ClaimType>, article: &str) -> String {
    if let Some(base) = value.share_of {
        let percent = interval(&value.core.scaled(Decimal::ONE_HUNDRED), false);
        return format!("{percent} % (of {})", sanitise::line(base.slice(article)));
    }
    let value_kind = kind.map_or(ValueKind::Count, |kind| kind.value.kind);
    // "More than 3,000" reads as over 3,000, not as 3,001 or more.
    let whole = is_whole(value_kind) && value.operator != Operator::MoreThan;
    let words = interval(&taken_for(value), whole);
    let words = if value.increment {
        format!("+{words}")
    } else {
        words
    };
    match (value_kind, kind) {
        (ValueKind::Duration, Some(kind)) => lasting(&words, &kind.unit),
        (ValueKind::Money | ValueKind::Percent | ValueKind::Measure, Some(kind)) => {
            format!(
                "{words} {}",
                value.currency.as_deref().unwrap_or(&kind.unit)
            )
        }
        _ => words,
    }
}

/// The interval to show: the core, but for bounds the open side that their words state ("22 or more").
fn taken_for(value: &Value) -> Interval {
    match value.operator {
        Operator::AtLeast | Operator::MoreThan => value.literal,
        Operator::AtMost => Interval {
            low: None,
            ..value.literal
        },
        _ => value.core,
    }
}

/// A length of time: "1 day", "28–31 days".
pub(crate) fn lasting(length: &str, unit: &str) -> String {
    let plural = if length == "1" { "" } else { "s" };
    format!("{length} {unit}{plural}")
}

/// Whether values of this kind come whole, as persons do.
pub(crate) const fn is_whole(kind: ValueKind) -> bool {
    matches!(
        kind,
        ValueKind::Count | ValueKind::CountOrShare | ValueKind::CountOrOrdinal
    )
}

/// Who says so, with the stance where it matters.
pub(crate) fn source(words: Option<&str>, stance: Option<Stance>) -> String {
    let Some(words) = words else {
        return NO_SOURCE.to_owned();
    };
    let words = sanitise::line(words);
    match stance {
        Some(Stance::Claimed) => format!("{words} (claims)"),
        Some(Stance::Denied) => format!("{words} (denies)"),
        Some(Stance::Confirmed) | None => words,
    }
}

/// A verdict with its grade: "disagree (minor)".
pub(crate) fn verdict(verdict: Verdict, grade: Option<Grade>) -> String {
    let name = match verdict {
        Verdict::DifferentScope => "different scope",
        Verdict::Single => "one reading",
        other => other.name(),
    };
    grade.map_or_else(
        || name.to_owned(),
        |grade| format!("{name} ({})", grade.name()),
    )
}

/// An ASCII sign for a verdict, for the eye running down the margin.
pub(crate) const fn sign(verdict: Verdict) -> char {
    match verdict {
        Verdict::Disagree => '!',
        Verdict::Revised => '<',
        Verdict::Unclear => '?',
        Verdict::Updated => '>',
        Verdict::Compatible | Verdict::Rounding => '~',
        Verdict::DifferentScope => '/',
        Verdict::Agree => '=',
        Verdict::Single => '.',
    }
}

/// How far two values are apart: "differ by 61, 5.1 %". `None` where they are not.
pub(crate) fn gap(a: &Value, b: &Value, gap: Option<Decimal>) -> Option<String> {
    let gap = gap.filter(|gap| !gap.is_zero())?;
    let share = percent(gap);
    let difference = match (a.number, b.number) {
        (Some(a), Some(b)) => a.checked_sub(b),
        _ => None,
    };
    Some(difference.map_or_else(
        || format!("differ by {share}"),
        |difference| format!("differ by {}, {share}", number(difference.abs())),
    ))
}

/// How far two percentages are apart: "differ by 3.6 points". `None` where they are not.
pub(crate) fn points(a: &Value, b: &Value) -> Option<String> {
    let by = a.number?.checked_sub(b.number?)?.abs();
    let points = if by == Decimal::ONE {
        "point"
    } else {
        "points"
    };
    (!by.is_zero()).then(|| format!("differ by {} {points}", number(by)))
}

/// A share of one as percent with one decimal: "5.1 %".
fn percent(share: Decimal) -> String {
    let percent = share
        .checked_mul(Decimal::ONE_HUNDRED)
        .unwrap_or(share)
        .round_dp(1);
    if percent.is_zero() {
        "under 0.1 %".to_owned()
    } else {
        format!("{} %", number(percent))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_thousands_separators() {
        let check = |written: &str, expected: &str| {
            assert_eq!(number(written.parse().unwrap()), expected);
        };
        check("7", "7");
        check("999", "999");
        check("1139", "1,139");
        check("1234567.50", "1,234,567.5");
        check("-1200", "-1,200");
    }

    #[test]
    fn intervals_read_as_an_editor_would_say_them() {
        let (low, high) = (Decimal::from(1150), Decimal::from(1250));
        let closed = Interval::closed(low, high);
        let check = |it: Interval, whole: bool, expected: &str| {
            assert_eq!(interval(&it, whole), expected);
        };
        check(closed.below_high(), true, "1,150–1,249");
        check(closed.below_high(), false, "1,150–under 1,250");
        check(closed.above_low(), true, "1,151–1,250");
        check(Interval::from(low).above_low(), true, "1,151 or more");
        check(Interval::from(low).above_low(), false, "over 1,150");
        check(Interval::point(low), true, "1,150");
        check(
            Interval {
                low: None,
                ..closed
            }
            .below_high(),
            true,
            "up to 1,249",
        );
    }

    #[test]
    fn shares_are_given_in_percent_of_their_base() {
        let text = "most of its 2.3 million people";
        let half = Decimal::new(5, 1);
        let share = Value {
            core: Interval::closed(half, Decimal::ONE).above_low(),
            share_of: Some(crate::span::Span::new(12, 23)),
            ..crate::report::fixture::exact(0)
        };
        assert_eq!(
            reading(&share, None, text),
            "over 50–100 % (of 2.3 million)"
        );
    }

    #[test]
    fn gaps_give_the_difference_and_its_share() {
        let value = |number: i64| crate::report::fixture::exact(number);
        let check = |a: i64, b: i64, share: &str, expected: Option<&str>| {
            let gap = gap(&value(a), &value(b), Some(share.parse().unwrap()));
            assert_eq!(gap.as_deref(), expected);
        };
        check(1139, 1200, "0.050833", Some("differ by 61, 5.1 %"));
        check(100_000, 99_999, "0.00001", Some("differ by 1, under 0.1 %"));
        check(7, 7, "0", None);
    }
}
