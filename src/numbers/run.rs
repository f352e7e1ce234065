//! Runs of digits and marks that are no figure as a whole: times, phone numbers, scores, model names, addresses of the web.

use super::quantity::Reason;
use super::scan::Scan;
use super::words::{Cell, Mark};
use super::{fraction, hedge, power};
use crate::text::TokenKind;

/// A run of tokens around digits that is a guard as a whole: time, phone number, score, URL, model name. Returns the
/// reason and the token after it.
pub(super) fn run(scan: Scan<'_>, at: usize) -> Option<(Reason, usize)> {
    // "2-1/2" is a number.
    if scan.hyphen(at + 1)
        && fraction::fraction_sign(scan, at + 2).is_some()
        && scan.str(at).len() <= 2
    {
        return None;
    }
    power::guard(scan, at)
        .or_else(|| web(scan, at))
        .or_else(|| time(scan, at))
        .or_else(|| hours(scan, at))
        .or_else(|| phone(scan, at))
        .or_else(|| called(scan, at))
        .or_else(|| model(scan, at))
        .or_else(|| tally(scan, at))
        .or_else(|| score(scan, at))
        .or_else(|| coordinate(scan, at))
}

/// A part of a URL, an e-mail address or a path: what touches it says so.
fn web(scan: Scan<'_>, at: usize) -> Option<(Reason, usize)> {
    // Looking at a few neighbours keeps this linear on text without spaces.
    let first = at.saturating_sub(WEB_REACH).max(scan.from);
    let start = (first..at)
        .rev()
        .find(|at| !scan.glued(at + 1))
        .map_or(first, |at| at + 1);
    let end = (at + 1..(at + WEB_REACH).min(scan.to))
        .find(|at| !scan.glued(*at))
        .unwrap_or((at + WEB_REACH).min(scan.to));
    if end == start + 1 {
        return None;
    }
    let chunk = scan.span(start, end).slice(scan.text);
    let signs = chunk.bytes().any(|byte| matches!(byte, b'/' | b'@' | b'w'));
    let is_web = signs
        && ["://", "www.", "@", ".com/", ".org/"]
            .iter()
            .any(|sign| chunk.contains(sign));
    if is_web {
        Some((Reason::Url, end))
    } else {
        None
    }
}

/// How many tokens a URL is looked for in either direction.
const WEB_REACH: usize = 24;

/// "3:10", "3.10 p.m.", "9am", "0900 GMT", "3:10:22".
fn time(scan: Scan<'_>, at: usize) -> Option<(Reason, usize)> {
    let text = scan.str(at);
    if text.len() > 5 {
        return None;
    }
    let mut end = at + 1;
    let mut clock = false;
    while scan.is(end, Mark::Colon)
        && scan.glued(end)
        && scan.glued(end + 1)
        && scan.is_number(end + 1)
        && scan.str(end + 1).len() == 2
        && end < at + 5
    {
        end += 2;
        clock = true;
    }
    let dotted = text
        .split_once('.')
        .is_none_or(|(_, minutes)| minutes.len() == 2);
    if !dotted && !clock {
        return None;
    }
    let to_time = |at: usize| {
        (scan.is(at, Mark::Hyphen) || scan.is(at, Mark::Dash) || scan.is(at, Mark::To))
            && scan.is_number(at + 1)
            && scan.is(at + 2, Mark::DayPart)
    };
    if to_time(end) {
        end += 2;
    }
    if scan.is(end, Mark::DayPart) && day_part_fits(scan, end) {
        end += 1;
        if scan.is(end, Mark::DayPart) {
            end += 1;
        }
        return Some((Reason::Time, end));
    }
    clock.then_some((Reason::Time, end))
}

/// Parts of the day that are words as well touch the digits, stand in capitals, or follow what can be an hour.
fn day_part_fits(scan: Scan<'_>, at: usize) -> bool {
    let hours = scan.str(at - 1);
    let hour = hours.parse::<u8>().is_ok_and(|hour| hour <= 12);
    let small = hours.len() <= 2 || hours.contains('.') || hours.len() == 4;
    // "3 hrs" is a length of time, "0930 hrs" is not.
    if scan.is(at, Mark::Duration) && hours.len() != 4 {
        return false;
    }
    let sure = hour || hours.contains('.') || scan.glued(at) || !scan.is_word(at + 1);
    small && (scan.str(at) != "am" || sure)
}

/// "at approximately 2200", "0530": four digits that are hours and minutes, with nothing counted after them.
fn hours(scan: Scan<'_>, at: usize) -> Option<(Reason, usize)> {
    let text = scan.str(at);
    let digits: u16 = text.parse().ok().filter(|_| text.len() == 4)?;
    if digits / 100 > 24 || digits % 100 > 59 {
        return None;
    }
    let first = hedge::before(scan, at, scan.from).map_or(at, |(_, begin)| begin);
    let before = scan.before(first, 1)?;
    // "from 0900 to 1700"
    let range = (scan.is(before, Mark::To) || scan.is(before, Mark::And))
        && scan
            .before(before, 1)
            .is_some_and(|from| scan.str(from).len() == 4 && scan.str(from).starts_with('0'));
    let padded = text.starts_with('0');
    let by_clock = scan.is(before, Mark::ClockBefore)
        && (padded || !scan.is(before, Mark::IntoMonth) && !is_year(digits));
    let alone = !scan.is_word(at + 1) || scan.is(at + 1, Mark::Function);
    let ends = alone && !scan.glued(at + 1) || scan.kind(at + 1) == Some(TokenKind::Mark);
    let sign = scan.is(at + 1, Mark::Percent) || scan.hyphen(at + 1) || scan.hyphen(at - 1);
    ((by_clock || range || padded && scan.is(before, Mark::And)) && alone && ends && !sign)
        .then_some((Reason::Time, at + 1))
}

/// "at 2010" may be a year.
const fn is_year(digits: u16) -> bool {
    digits >= 1900 && digits <= 2059
}

/// "555-0123", "212-555-0123", "+44 20 7946 0958", "(212) 555-0123".
fn phone(scan: Scan<'_>, at: usize) -> Option<(Reason, usize)> {
    let mut end = at + 1;
    let mut n_digits = scan.str(at).len();
    let mut n_groups = 1;
    while (scan.hyphen(end) || scan.is(end, Mark::Slash) && scan.glued(end) && scan.glued(end + 1))
        && scan.is_number(end + 1)
    {
        n_digits += scan.str(end + 1).len();
        n_groups += 1;
        end += 2;
    }
    let plus = scan.glued(at)
        && scan.is_before(at, 1, Mark::Plus)
        && scan.before(at, 2).is_none_or(|_| !scan.glued(at - 1));
    if plus && n_groups == 1 {
        while scan.is_number(end) || scan.hyphen(end) {
            n_digits += scan.str(end).len();
            n_groups += 1;
            end += 1;
        }
    }
    let local = n_groups == 2 && scan.str(at).len() == 3 && scan.str(at + 2).len() == 4;
    let bracketed = scan.str(at).len() == 3
        && scan.is_before(at, 1, Mark::Open)
        && scan.is(at + 1, Mark::Close)
        && scan.str(at + 2).len() == 3
        && scan.hyphen(at + 3)
        && scan.str(at + 4).len() == 4;
    if bracketed {
        return Some((Reason::Phone, at + 5));
    }
    if local || n_groups >= 3 && (7..=16).contains(&n_digits) {
        return Some((Reason::Phone, end));
    }
    (n_groups >= 3).then_some((Reason::Identifier, end))
}

/// The most groups and hyphens of a telephone number.
const LONGEST_PHONE: usize = 12;

/// "call 555 0199", "telephone number 123": groups of digits after a word for telephones.
fn called(scan: Scan<'_>, at: usize) -> Option<(Reason, usize)> {
    let text = scan.str(at);
    let plain = text.bytes().all(|byte| byte.is_ascii_digit());
    let mut end = at + 1;
    while end < at + LONGEST_PHONE
        && (scan.is_number(end) || scan.hyphen(end) && scan.is_number(end + 1))
    {
        end += 1;
    }
    let groups = end > at + 1 && text.starts_with('0') && text.len() >= 3;
    let reach = if scan.is_before(at, 1, Mark::To) {
        6
    } else {
        3
    };
    let asked = (1..=reach).any(|back| scan.is_before(at, back, Mark::Phone));
    let counted = scan.is_word(end) && !scan.is(end, Mark::Function);
    (plain && text.len() >= 3 && (asked || groups) && !counted).then_some((Reason::Phone, end))
}

/// "F-16", "COVID-19", "M1A1", "B52": digits joined to a name.
fn model(scan: Scan<'_>, at: usize) -> Option<(Reason, usize)> {
    let before = scan.before(at, 1)?;
    let hyphened = scan.hyphen(before)
        && scan
            .before(before, 1)
            .is_some_and(|name| names_a_thing(scan, name));
    let joined = scan.glued(at) && scan.is_word(before) && !scan.is_money(before);
    if !hyphened && !joined {
        return None;
    }
    let mut end = at + 1;
    while scan.glued(end)
        && (scan.is_word(end) || scan.is_number(end))
        && !scan.is(end, Mark::Possessive)
    {
        end += 1;
    }
    Some((Reason::Model, end))
}

/// A short name in capitals, or one with a capital that is no month or number: "F", "COVID", "Su".
fn names_a_thing(scan: Scan<'_>, at: usize) -> bool {
    let row = scan.row(at);
    // "ak-47", where a text has lost its capitals.
    let small = scan.is_word(at) && scan.str(at).len() <= 3 && !row.marks.has(Mark::Prefix);
    (scan.is_name(at) || small)
        && row.month == 0
        && row.cell == Cell::None
        // "A-10" within a sentence; "the 40" and "its 12" are joined by no hyphen, "a 40" may be.
        && (!row.marks.has(Mark::FillerOfHedge) || scan.is_name(at) && at > scan.from)
        && scan.str(at).len() <= 12
}

/// "a 5-to-4 ruling", "a 2:1 ratio"
fn tally(scan: Scan<'_>, at: usize) -> Option<(Reason, usize)> {
    let colon = scan.is(at + 1, Mark::Colon) && scan.glued(at + 1) && scan.glued(at + 2);
    let number = if scan.hyphen(at + 1) && scan.is(at + 2, Mark::To) && scan.hyphen(at + 3) {
        at + 4
    } else if colon {
        at + 2
    } else {
        return None;
    };
    let [first, second] = [at, number].map(|at| scan.str(at).parse::<u32>().ok());
    (first? >= second?).then_some((Reason::Score, number + 1))
}

/// "won 3-1", "52-48", "3–1": two numbers of which the first is greater, or any in the company of words of sport.
fn score(scan: Scan<'_>, at: usize) -> Option<(Reason, usize)> {
    let joint = at + 1;
    let dash = scan.is(joint, Mark::Hyphen) || scan.is(joint, Mark::Dash);
    if !dash || !scan.glued(joint) || !scan.glued(joint + 1) || !scan.is_number(joint + 1) {
        return None;
    }
    let first: u32 = scan.str(at).parse().ok()?;
    let second: u32 = scan.str(at + 2).parse().ok()?;
    let sport = (1..=4).any(|back| scan.is_before(at, back, Mark::Score))
        || (at + 3..at + 6).any(|at| scan.is(at, Mark::Score));
    let goes_on = scan.glued(at + 3) && scan.kind(at + 3) != Some(TokenKind::Mark);
    if goes_on || first >= 1900 && second >= 1900 {
        return None;
    }
    (first >= second || sport).then_some((Reason::Score, at + 3))
}

/// "40.71° N", "33°30′".
fn coordinate(scan: Scan<'_>, at: usize) -> Option<(Reason, usize)> {
    if scan.str(at + 1) != "°" {
        return None;
    }
    let mut end = at + 2;
    while scan.is_number(end) && scan.glued(end)
        || matches!(scan.str(end), "′" | "″" | "'" | "\"") && scan.glued(end)
    {
        end += 1;
    }
    let point = matches!(
        scan.str(end),
        "N" | "S" | "E" | "W" | "north" | "south" | "east" | "west"
    );
    point.then_some((Reason::Coordinate, end + 1))
}
