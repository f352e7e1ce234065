//! Fractions in signs and words: "½", "2 1/2", "two-thirds", "half a million".

use super::cardinal::{Cardinal, Form};
use super::scan::Scan;
use super::words::{Cell, Mark};
use super::written::Written;
use crate::decimal::{Decimal, power_of_ten};

/// "½", "2½", "1/2", "2 1/2": the value of the fraction at `at` and the token after it.
pub(super) fn fraction_sign(scan: Scan<'_>, at: usize) -> Option<(Decimal, usize)> {
    let text = scan.str(at);
    let mut characters = text.chars();
    if !text.is_ascii()
        && let (Some(sign), None) = (characters.next(), characters.next())
        && let Some((over, under)) = scan.words.signs.get(&sign)
    {
        return Some((
            Decimal::from(*over).checked_div(Decimal::from(*under))?,
            at + 1,
        ));
    }
    let slashed = scan.is(at + 1, Mark::Slash)
        && scan.glued(at + 1)
        && scan.is_number(at + 2)
        && scan.glued(at + 2);
    let chained = scan.is(at + 3, Mark::Slash)
        || scan.is(at + 3, Mark::Hyphen) && scan.glued(at + 3) && scan.is_number(at + 4);
    if !slashed || chained || (scan.is_before(at, 1, Mark::Slash) && scan.glued(at)) {
        return None;
    }
    let over: u32 = text.parse().ok()?;
    let under: u32 = scan.str(at + 2).parse().ok()?;
    let proper = over > 0 && over < under && under <= 1000;
    let value = Decimal::from(over).checked_div(Decimal::from(under))?;
    proper.then_some((value, at + 3))
}

/// "2½", "2 1/2", "2-1/2" after the whole number at `value`.
pub(super) fn mixed_fraction(scan: Scan<'_>, end: usize, value: Decimal) -> Option<Cardinal> {
    // "2-1/2"
    let end = end + usize::from(scan.hyphen(end));
    if !scan.is_number(end) || value.scale() > 0 {
        return None;
    }
    let (part, end) = fraction_sign(scan, end)?;
    let value = value.checked_add(part)?;
    Some(Cardinal {
        written: Written::new(value),
        end,
        form: Form::Digits,
        scaled: false,
        digits: None,
    })
}

/// "half a million", "a quarter of a million", "half a dozen", "two thirds of a million".
pub(super) fn fraction_of_scale(scan: Scan<'_>, at: usize) -> Option<Cardinal> {
    let (part, mut end) = part(scan, at)?;
    if scan.hyphen(end) {
        end += 1;
    }
    if scan.is(end, Mark::Of) {
        end += 1;
    }
    if scan.is(end, Mark::A) {
        end += 1;
    }
    let factor = match scan.cell(end) {
        Cell::Scale(power) if power > 2 && !scan.is(end, Mark::Plural) => {
            power_of_ten(i32::from(power))?
        }
        Cell::Multiple(times) => Decimal::from(times),
        _ => return None,
    };
    let value = part.checked_mul(factor)?;
    let value = if value.fract() < Decimal::new(1, 9) {
        value.trunc()
    } else {
        value
    };
    Some(Cardinal {
        written: Written::new(value.normalize()),
        end: end + 1,
        form: Form::Words,
        scaled: true,
        digits: None,
    })
}

/// "and a half", "-and-a-half" at `at`: the fraction and the token after it.
pub(super) fn and_part(scan: Scan<'_>, at: usize) -> Option<(Decimal, usize)> {
    if scan.is(at, Mark::And) {
        return part(scan, at + 1);
    }
    let hyphened = scan.hyphen(at) && scan.is(at + 1, Mark::And) && scan.hyphen(at + 2);
    let article = usize::from(scan.is(at + 3, Mark::A) && scan.hyphen(at + 4));
    let under = at + 3 + 2 * article;
    let halves = matches!(scan.row(under).part, 2 | 4);
    let value = || Decimal::ONE.checked_div(Decimal::from(scan.row(under).part));
    (hyphened && halves)
        .then(value)
        .flatten()
        .map(|part| (part, under + 1))
}

/// A fraction in words from `at` on: "half", "a third", "two-thirds", "three quarters". Whether it is one at all is
/// for the caller to say: "a third" may be an ordinal.
pub(super) fn part(scan: Scan<'_>, at: usize) -> Option<(Decimal, usize)> {
    let alone = scan.row(at).part;
    if alone == 2 || alone == 4 {
        return Some((Decimal::ONE.checked_div(Decimal::from(alone))?, at + 1));
    }
    let (count, mut end) = if scan.is(at, Mark::A) {
        (1, at + 1)
    } else {
        match (scan.cell(at), scan.cell(at + 2)) {
            // "fifty-four hundredths"
            (Cell::Tens(tens), Cell::Unit(n)) if n > 0 && scan.hyphen(at + 1) => (tens + n, at + 3),
            (Cell::Unit(n) | Cell::Teen(n) | Cell::Tens(n), _) if n > 0 => (n, at + 1),
            _ => return None,
        }
    };
    if scan.is(end, Mark::Hyphen) && scan.is(at, Mark::A) {
        return None;
    }
    if scan.is(end, Mark::Hyphen) && scan.row(end + 1).part > 0 {
        end += 1;
    }
    let under = scan.row(end).part;
    let plural = scan.str(end).ends_with('s') || scan.str(end) == "halves";
    let agrees = under == 2 || under == 4 && count == 3 || (count == 1) != plural;
    if under == 0 || !agrees {
        return None;
    }
    Some((
        Decimal::from(count).checked_div(Decimal::from(under))?,
        end + 1,
    ))
}
