//! Numbers, intervals and days in words that an editor reads without a manual.

use std::fmt::Write as _;

use crate::calendar::{Date, DateRange};
use crate::decimal::{Decimal, Interval};
use crate::numbers::Value;

/// A number with commas: 1,139.
pub(super) fn number(value: Decimal) -> String {
    let plain = value.normalize().to_string();
    let (sign, digits) = plain
        .strip_prefix('-')
        .map_or(("", plain.as_str()), |rest| ("-", rest));
    let (whole, fraction) = digits
        .split_once('.')
        .map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut out = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// A share in percent with one decimal: 0.0508 is "5.1 %".
pub(super) fn percent(share: Decimal) -> String {
    let hundredfold = share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(share);
    format!("{} %", hundredfold.round_dp(1).normalize())
}

/// Words as the article has them, on one line.
pub(super) fn quoted(written: &str) -> String {
    let mut out = String::from("“");
    for (at, word) in written.split_whitespace().enumerate() {
        if at > 0 {
            out.push(' ');
        }
        out.push_str(word);
    }
    out.push('”');
    out
}

/// What an interval covers: "1,150 to 1,249", "more than 1,100", "40". Counts of whole things end on whole numbers.
pub(super) fn cover(interval: &Interval) -> String {
    let whole = |end: Option<Decimal>| end.is_none_or(|v| v.is_integer());
    let counts = whole(interval.low) && whole(interval.high);
    let step = |open: bool| {
        if open && counts {
            Decimal::ONE
        } else {
            Decimal::ZERO
        }
    };
    let low = interval
        .low
        .and_then(|v| v.checked_add(step(interval.low_open)));
    let high = interval
        .high
        .and_then(|v| v.checked_sub(step(interval.high_open)));
    match (low, high) {
        (Some(low), Some(high)) if low >= high => number(low),
        (Some(low), Some(high)) => format!("{} to {}", number(low), number(high)),
        (Some(low), None) => format!("{} or more", number(low)),
        (None, Some(high)) => format!("up to {}", number(high)),
        (None, None) => "any number".to_owned(),
    }
}

/// "9 January 2024", "7 August to 6 September 2024", "since 7 October 2024", "an unknown day".
pub(super) fn days(range: DateRange) -> String {
    match (range.from, range.to) {
        (Some(from), Some(to)) if from == to => day(from),
        (Some(from), Some(to)) => {
            let mut out = from.day().to_string();
            if (from.month(), from.year()) != (to.month(), to.year()) {
                let _ = write!(out, " {}", month(from));
            }
            if from.year() != to.year() {
                let _ = write!(out, " {}", from.year());
            }
            format!("{out} to {}", day(to))
        }
        (Some(from), None) => format!("{} or later", day(from)),
        (None, Some(to)) => format!("{} or earlier", day(to)),
        (None, None) => "an unknown day".to_owned(),
    }
}

/// The days over which a count is made: "since 1 March 2024", "9 to 18 March 2024".
pub(super) fn stretch(range: DateRange) -> String {
    match (range.from, range.to) {
        (Some(from), None) => format!("since {}", day(from)),
        _ => days(range),
    }
}

fn day(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

fn month(date: Date) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES[usize::from(date.month().unsigned_abs().clamp(1, 12)) - 1]
}

/// To what a hedged number is rounded, when that is a power of ten: 100 for "some 1,200".
pub(super) fn grain(value: &Value) -> Option<Decimal> {
    let core = &value.core;
    let width = core.high?.checked_sub(core.low?)?;
    let mut grain = Decimal::TEN;
    while grain < width {
        grain = grain.checked_mul(Decimal::TEN)?;
    }
    (core.high_open && grain == width).then_some(grain)
}

/// The name of a power of ten: "hundred", "ten thousand".
pub(super) fn grain_name(grain: Decimal) -> String {
    let names = [
        (10, "ten"),
        (100, "hundred"),
        (1_000, "thousand"),
        (10_000, "ten thousand"),
        (100_000, "hundred thousand"),
        (1_000_000, "million"),
    ];
    names
        .iter()
        .find(|(value, _)| Decimal::from(*value) == grain)
        .map_or_else(|| number(grain), |(_, name)| (*name).to_owned())
}

/// The multiple of `grain` nearest to `value`, halves upward.
pub(super) fn nearest(value: Decimal, grain: Decimal) -> Option<Decimal> {
    let half = grain.checked_div(Decimal::TWO)?;
    value
        .checked_add(half)?
        .checked_div(grain)?
        .floor()
        .checked_mul(grain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn d(n: i64) -> Decimal {
        Decimal::from(n)
    }

    #[test]
    fn numbers_have_commas() {
        let check = |n: Decimal, expected: &str| assert_eq!(number(n), expected);
        check(d(0), "0");
        check(d(999), "999");
        check(d(1_139), "1,139");
        check(d(-1_234_567), "-1,234,567");
        check(Decimal::new(23_505, 1), "2,350.5");
        check(Decimal::new(230_000_000, 2), "2,300,000");
    }

    #[test]
    fn intervals_end_on_whole_numbers() {
        let check = |i: Interval, expected: &str| assert_eq!(cover(&i), expected);
        check(
            Interval::closed(d(1_150), d(1_250)).below_high(),
            "1,150 to 1,249",
        );
        check(Interval::from(d(40)).above_low(), "41 or more");
        check(Interval::point(d(40)), "40");
        check(
            Interval::closed(Decimal::new(15, 1), Decimal::new(25, 1)),
            "1.5 to 2.5",
        );
    }

    #[test]
    fn days_name_what_differs() {
        let check = |from, to, expected: &str| {
            assert_eq!(days(DateRange { from, to }), expected);
        };
        let (a, b, c) = (date(2024, 8, 7), date(2024, 8, 9), date(2025, 1, 2));
        check(Some(a), Some(a), "7 August 2024");
        check(Some(a), Some(b), "7 to 9 August 2024");
        check(Some(a), Some(c), "7 August 2024 to 2 January 2025");
        check(Some(a), None, "7 August 2024 or later");
    }
}
