//! Powers in signs: "1e10", "3x10^6", "2.5^-1", "8x2^10"; and those of a unit, which are no figures.

use super::cardinal::{Cardinal, Form};
use super::digits::{self, Digits, LoneDot};
use super::quantity::Reason;
use super::scan::Scan;
use super::written::Written;
use crate::decimal::{Decimal, power_of_ten};

/// "e10", "e+14", "x10^-4", " x 10^6", "×10−5" after digits: the power of ten and the token after it.
pub(super) fn exponent(scan: Scan<'_>, at: usize) -> Option<(i32, usize)> {
    let mut at = match scan.str(at) {
        "e" | "E" if scan.glued(at) => at + 1,
        "x" | "×" if scan.str(at + 1) == "10" => match scan.str(at + 2) {
            "^" => at + 3,
            "−" if scan.glued(at + 2) => at + 2,
            _ => return None,
        },
        _ => return None,
    };
    let mut sign = 1;
    if matches!(scan.str(at), "+" | "-" | "−") && scan.glued(at) {
        sign = if scan.str(at) == "+" { 1 } else { -1 };
        at += 1;
    }
    if !scan.glued(at) || scan.str(at).len() > 2 {
        return None;
    }
    let power: i32 = scan.str(at).parse().ok()?;
    Some((sign * power, at + 1))
}

/// The greatest power that is worked out; beyond it no number stays exact.
const GREATEST_POWER: u8 = 96;

/// "^3", "^-1" right after a number: that number to the power, and the token after it.
fn raised(scan: Scan<'_>, at: usize, base: Decimal) -> Option<(Decimal, usize)> {
    if scan.str(at) != "^" || !scan.glued(at) {
        return None;
    }
    // Two minus signs are one mark, and cancel out.
    let signed = matches!(scan.str(at + 1), "+" | "-" | "−" | "--");
    let last = at + 1 + usize::from(signed);
    if !(at + 1..=last).all(|at| scan.glued(at)) {
        return None;
    }
    let power: u8 = scan.str(last).parse().ok()?;
    if power > GREATEST_POWER {
        return None;
    }
    let value = (0..power).try_fold(Decimal::ONE, |value, _| value.checked_mul(base))?;
    let inverse = signed && matches!(scan.str(at + 1), "-" | "−");
    let value = if inverse {
        Decimal::ONE.checked_div(value)?
    } else {
        value
    };
    Some((value, last + 1))
}

/// "x2^10" right after a number: what it is multiplied by, and the token after it.
fn times_raised(scan: Scan<'_>, at: usize) -> Option<(Decimal, usize)> {
    if !matches!(scan.str(at), "x" | "×") || !scan.is_number(at + 1) {
        return None;
    }
    let base: u32 = scan.str(at + 1).parse().ok()?;
    raised(scan, at + 2, Decimal::from(base))
}

pub(super) fn power_form(digits: Digits, power: i32, end: usize) -> Option<Cardinal> {
    let written = digits.written.times(power_of_ten(power)?)?;
    Some(Cardinal {
        written,
        end,
        form: Form::Digits,
        scaled: true,
        digits: None,
    })
}

/// "2.5^-1", "8x2^10": a number with a power that is worked out.
pub(super) fn product(scan: Scan<'_>, end: usize, value: Decimal) -> Option<Cardinal> {
    let (value, end) = raised(scan, end, value).or_else(|| {
        let (factor, end) = times_raised(scan, end)?;
        Some((value.checked_mul(factor)?, end))
    })?;
    Some(Cardinal {
        written: Written::new(value.normalize()),
        end,
        form: Form::Digits,
        scaled: false,
        digits: None,
    })
}

/// The power of a unit, "J/m^2", and one that is too large or no whole number, "2^0.5".
pub(super) fn guard(scan: Scan<'_>, at: usize) -> Option<(Reason, usize)> {
    let is_power = |sign: usize| scan.str(sign) == "^" && scan.glued(sign);
    let of_unit = |sign: usize| {
        let unit = scan.before(sign, 1);
        is_power(sign) && scan.glued(sign + 1) && unit.is_some_and(|at| scan.is_word(at))
    };
    if scan.before(at, 1).is_some_and(of_unit) {
        return Some((Reason::Identifier, at + 1));
    }
    let value = || {
        let base = digits::read(scan.str(at), LoneDot::Decimal).ok()?;
        raised(scan, at + 1, base.written.value)
    };
    if !is_power(at + 1) || value().is_some() {
        return None;
    }
    let end = (at + 2..at + 5).find(|at| scan.is_number(*at))?;
    Some((Reason::Identifier, end + 1))
}
