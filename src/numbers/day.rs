//! Days and months: "October 7", "7 October 2023", "2023-10-07".

use super::date::DateKind;
use super::scan::Scan;
use super::words::{Cell, Mark};

/// A number token of at most four plain digits.
pub(super) fn small(scan: Scan<'_>, at: usize) -> Option<i16> {
    let text = scan.str(at);
    let plain =
        scan.is_number(at) && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

pub(super) fn day_number(scan: Scan<'_>, at: usize) -> Option<i8> {
    small(scan, at)
        .filter(|day| (1..=31).contains(day) && scan.str(at).len() <= 2)
        .map(|day| day as i8)
}

pub(super) fn year_number(scan: Scan<'_>, at: usize) -> Option<i16> {
    small(scan, at).filter(|year| (1000..=2199).contains(year) && scan.str(at).len() == 4)
}

/// The year at `at`, perhaps after a comma, and the token after it.
pub(super) fn year_after(scan: Scan<'_>, at: usize) -> (Option<i16>, usize) {
    let start = if scan.is(at, Mark::Comma) { at + 1 } else { at };
    match year_number(scan, start) {
        Some(year) => (Some(year), start + 1),
        None => short_year(scan, at).map_or((None, at), |year| (Some(year), at + 1)),
    }
}

/// "4 Nov 89": two digits of the last century right after the month, with nothing counted after them.
pub(super) fn short_year(scan: Scan<'_>, at: usize) -> Option<i16> {
    let year =
        small(scan, at).filter(|year| (50..=99).contains(year) && scan.str(at).len() == 2)?;
    (!scan.is_word(at + 1) && scan.row(at - 1).month > 0).then_some(1900 + year)
}

/// The token after an ordinal ending that touches the day: "7th".
pub(super) fn after_ending(scan: Scan<'_>, at: usize) -> usize {
    at + usize::from(scan.is(at, Mark::OrdinalEnding) && scan.glued(at))
}

/// "October 7", "Oct. 7, 2023", "October 2023", "October of 2023", "October 7-9", "October".
pub(super) fn month(scan: Scan<'_>, at: usize) -> Option<(usize, DateKind)> {
    let month = scan.row(at).month.cast_signed();
    let dotted =
        usize::from(scan.is(at + 1, Mark::Dot) && scan.glued(at + 1) && scan.str(at).len() <= 4);
    let mut next = at + 1 + dotted;
    if scan.hyphen(next) && day_number(scan, next + 1).is_some() {
        next += 1;
    }
    if let Some(day) = day_number(scan, next) {
        let mut end = after_ending(scan, next + 1);
        let dash = scan.is(end, Mark::Hyphen) || scan.is(end, Mark::Dash);
        if dash && day_number(scan, end + 1).is_some_and(|last| last > day) {
            end = after_ending(scan, end + 2);
        }
        // "March 40 people" is no date, nor is "May 7.5".
        let (year, end) = year_after(scan, end);
        let kind = DateKind::Day { year, month, day };
        return Some((end, kind));
    }
    // "December of 2013"
    let of = usize::from(scan.is(next, Mark::Of) && year_number(scan, next + 1).is_some());
    if let (Some(year), end) = year_after(scan, next + of) {
        let kind = DateKind::Month {
            year: Some(year),
            month,
        };
        return Some((end, kind));
    }
    if let Cell::Ordinal(day) | Cell::OrdinalTens(day) = scan.cell(next)
        && day <= 31
    {
        let kind = DateKind::Day {
            year: None,
            month,
            day: day.cast_signed(),
        };
        return Some((next + 1, kind));
    }
    let stands = !scan.is(at, Mark::DoubtfulMonth) || scan.is_before(at, 1, Mark::IntoMonth);
    let kind = DateKind::Month { year: None, month };
    stands.then_some((at + 1, kind))
}

/// "7 October 2023", "7th of October", "7-9 October".
pub(super) fn day_before_month(scan: Scan<'_>, at: usize) -> Option<(usize, DateKind)> {
    let day = day_number(scan, at)?;
    let mut next = after_ending(scan, at + 1);
    let joint = scan.is(next, Mark::Hyphen) || scan.is(next, Mark::Dash) || scan.is(next, Mark::To);
    if joint && day_number(scan, next + 1).is_some() {
        next = after_ending(scan, next + 2);
    }
    if scan.is(next, Mark::Of) || scan.hyphen(next) {
        next += 1;
    }
    month_name(scan, next, day)
}

/// The month at `at` after its day.
pub(super) fn month_name(scan: Scan<'_>, at: usize, day: i8) -> Option<(usize, DateKind)> {
    let month = scan.row(at).month.cast_signed();
    let sure =
        scan.is_name(at) || !scan.is(at, Mark::DoubtfulMonth) || short_year(scan, at + 1).is_some();
    if month == 0 || !sure {
        return None;
    }
    let dotted = usize::from(scan.is(at + 1, Mark::Dot) && year_number(scan, at + 2).is_some());
    let (year, end) = year_after(scan, at + 1 + dotted);
    // "3 May 40": the day goes with the month anyway.
    Some((end.max(at + 1), DateKind::Day { year, month, day }))
}

/// "the seventh of October".
pub(super) fn ordinal_day(scan: Scan<'_>, at: usize) -> Option<(usize, DateKind)> {
    let (Cell::Ordinal(day) | Cell::OrdinalTens(day)) = scan.cell(at) else {
        return None;
    };
    (day <= 31 && scan.is(at + 1, Mark::Of))
        .then(|| month_name(scan, at + 2, day.cast_signed()))
        .flatten()
}

/// "2023-10-07", "7/10/2023", "7.10.2023": the middle is the month unless it cannot be.
pub(super) fn numeric(scan: Scan<'_>, at: usize) -> Option<(usize, DateKind)> {
    // "2023-10-07" goes on at once, "7.10.2023" has at least eight characters.
    if !scan.glued(at + 1) && scan.str(at).len() < 8 {
        return None;
    }
    let mut dots = scan.str(at).splitn(4, '.');
    if let (Some(day), Some(month), Some(year), None) =
        (dots.next(), dots.next(), dots.next(), dots.next())
        && year.len() == 4
    {
        return day_of(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
            .map(|kind| (at + 1, kind));
    }
    let joint = |at: usize| {
        (scan.hyphen(at) || scan.is(at, Mark::Slash)) && scan.glued(at) && scan.glued(at + 1)
    };
    if !joint(at + 1) || !joint(at + 3) || joint(at + 5) {
        return None;
    }
    let [first, second, third] = [at, at + 2, at + 4].map(|at| small(scan, at));
    let (first, second, third) = (first?, second?, third?);
    if scan.str(at).len() == 4 {
        return day_of(first, second, third).map(|kind| (at + 5, kind));
    }
    let year = match scan.str(at + 4).len() {
        4 => third,
        2 => 2000 + third,
        _ => return None,
    };
    // The US order, month first, as American papers write it.
    day_of(year, first, second)
        .or_else(|| day_of(year, second, first))
        .map(|kind| (at + 5, kind))
}

pub(super) fn day_of(year: i16, month: i16, day: i16) -> Option<DateKind> {
    let fits =
        (1..=12).contains(&month) && (1..=31).contains(&day) && (1000..=2199).contains(&year);
    fits.then_some(DateKind::Day {
        year: Some(year),
        month: month as i8,
        day: day as i8,
    })
}
