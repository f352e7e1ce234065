//! Numerals that are no figures: what stands beside them says so.

use super::cardinal::Form;
use super::draft::{Amount, Draft};
use super::quantity::{Kind, Reason};
use super::scan::Scan;
use super::words::{Cell, Mark};
use crate::decimal::Decimal;
use crate::text::TokenKind;

/// A run of tokens around digits that is a guard as a whole: time, phone number, score, URL, model name. Returns the
/// reason and the token after it.
pub(super) fn run(scan: Scan<'_>, at: usize) -> Option<(Reason, usize)> {
    power(scan, at)
        .or_else(|| web(scan, at))
        .or_else(|| time(scan, at))
        .or_else(|| phone(scan, at))
        .or_else(|| model(scan, at))
        .or_else(|| score(scan, at))
        .or_else(|| coordinate(scan, at))
}

/// "2.5^-1"
fn power(scan: Scan<'_>, at: usize) -> Option<(Reason, usize)> {
    if scan.str(at + 1) != "^" || !scan.glued(at + 1) {
        return None;
    }
    let end = (at + 2..at + 5).find(|at| scan.is_number(*at))?;
    Some((Reason::Identifier, end + 1))
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
    let chunk = scan.span(start, end).slice(scan.text);
    let is_web = chunk.contains("://")
        || chunk.contains("www.")
        || chunk.contains('@')
        || chunk.contains(".com/")
        || chunk.contains(".org/");
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

/// "am" and "et" are words: as parts of the day they touch the digits or stand in capitals or alone.
fn day_part_fits(scan: Scan<'_>, at: usize) -> bool {
    let hours = scan.str(at - 1);
    let small = hours.len() <= 2 || hours.contains('.') || hours.len() == 4;
    small && (scan.str(at) != "am" || scan.glued(at) || !scan.is_word(at + 1))
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

/// "F-16", "COVID-19", "M1A1", "B52": digits joined to a name.
fn model(scan: Scan<'_>, at: usize) -> Option<(Reason, usize)> {
    let before = scan.before(at, 1)?;
    let hyphened = scan.hyphen(before)
        && scan
            .before(before, 1)
            .is_some_and(|name| names_a_thing(scan, name));
    let joined = scan.glued(at)
        && scan.is_word(before)
        && !scan.words.money_signs.contains_key(scan.str(before));
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
    scan.is_name(at)
        && row.month == 0
        && row.cell == Cell::None
        && !row.marks.has(Mark::FillerOfHedge)
        && scan.str(at).len() <= 12
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

/// Why the number just read is no figure, judged by what stands beside it.
pub(super) fn reason(scan: Scan<'_>, draft: &Draft, form: Form) -> Option<Reason> {
    let start = draft.tokens.start;
    let end = draft.tokens.end;
    if form == Form::Ordinal {
        return ordinal(scan, end);
    }
    if !draft.is_plain() {
        return None;
    }
    let digits = form == Form::Digits && scan.is_number(start);
    if scan.is_before(start, 1, Mark::Rank)
        || scan.is_before(start, 1, Mark::Dot)
            && scan.is_before(start, 2, Mark::Rank)
            && scan.glued(start - 1)
    {
        return rank(scan, start, digits);
    }
    if !digits {
        return named_in_words(scan, start);
    }
    by_name(scan, start, end)
        .or_else(|| list_mark(scan, start, end))
        .or_else(|| address(scan, start, end))
        .or_else(|| identifier(scan, start, end, draft))
}

fn rank(scan: Scan<'_>, start: usize, digits: bool) -> Option<Reason> {
    let before = scan.str(start - 1);
    // "the number 40 were" does not occur; "the numbers two" neither.
    let grouped = scan.str(start).contains(',');
    if digits && !grouped && scan.str(start).len() > 4 {
        return Some(Reason::Identifier);
    }
    (digits && !grouped || !digits && !before.ends_with('s')).then_some(Reason::Rank)
}

/// "Channel Four", "Flight One".
fn named_in_words(scan: Scan<'_>, start: usize) -> Option<Reason> {
    let before = scan.before(start, 1)?;
    let named = scan.is_name(start) && scan.is_name(before) && scan.is(before, Mark::Reference);
    let worded = named && before > scan.from;
    if worded {
        Some(Reason::Reference)
    } else {
        None
    }
}

/// "Resolution 1701", "Flight 370", "Highway 4".
fn by_name(scan: Scan<'_>, start: usize, end: usize) -> Option<Reason> {
    let before = scan.before(start, 1)?;
    let row = scan.row(before).marks;
    let named = row.has(Mark::Reference)
        && (!row.has(Mark::NamedReference) || scan.is_name(before) && before > scan.from);
    let counted = scan.is(end, Mark::Person) && scan.is_plural(end);
    if named && !counted {
        Some(Reason::Reference)
    } else {
        None
    }
}

/// "1. Something", "2) Something", "(3) something".
fn list_mark(scan: Scan<'_>, start: usize, end: usize) -> Option<Reason> {
    let opens = start == scan.from || start == scan.from + 1 && scan.is(scan.from, Mark::Open);
    let closes = scan.glued(end)
        && (scan.is(end, Mark::Dot) || scan.is(end, Mark::Close))
        && end + 1 < scan.to;
    let small = scan.str(start).len() <= 2;
    if opens && closes && small {
        Some(Reason::ListMark)
    } else {
        None
    }
}

/// "221 Baker Street", "the 300 block of".
fn address(scan: Scan<'_>, start: usize, end: usize) -> Option<Reason> {
    if scan.is(end, Mark::Block) && scan.is(end + 1, Mark::Of)
        || scan.is(end, Mark::Block) && scan.is_before(start, 1, Mark::Article)
    {
        return Some(Reason::Address);
    }
    let text = scan.str(start);
    let house = (3..=5).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if house
        && scan.is_before(start, 1, Mark::At)
        && scan.is_name(end)
        && !(end..end + 4).any(|at| scan.is_countable(at))
    {
        return Some(Reason::Address);
    }
    let mut at = end;
    while at < end + 5
        && (scan.is_name(at)
            || scan.is_number(at)
            || scan.is(at, Mark::OrdinalEnding)
            || scan.is(at, Mark::Dot))
    {
        if at > end && scan.is_name(at) && scan.is(at, Mark::Street) {
            return Some(Reason::Address);
        }
        at += 1;
    }
    None
}

/// "007", "5a569", "12345678901234567".
fn identifier(scan: Scan<'_>, start: usize, end: usize, draft: &Draft) -> Option<Reason> {
    let text = scan.str(start);
    let padded =
        text.len() > 1 && text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
    let joined = scan.glued(end) && scan.is_word(end) && !scan.is(end, Mark::Possessive);
    let slashed = scan.is(end, Mark::Slash) && scan.glued(end) && scan.is_number(end + 1);
    let long = text.len() > 15 && text.bytes().all(|byte| byte.is_ascii_digit());
    let zero = matches!(draft.amount, Amount::Number(written) if written.value == Decimal::ZERO);
    let tailed = text.len() >= 4
        && scan.glued(start)
        && scan.is_before(start, 1, Mark::Hyphen)
        && scan.is_before(start, 1, Mark::Hyphen)
        && scan
            .before(start, 2)
            .is_some_and(|at| scan.is_word(at) && scan.cell(at) == Cell::None);
    let is_id = tailed || padded && !zero || joined || slashed || long;
    if is_id {
        Some(Reason::Identifier)
    } else {
        None
    }
}

/// "Fifth Avenue", "the 300th block", "the 21st century".
fn ordinal(scan: Scan<'_>, end: usize) -> Option<Reason> {
    if scan.is_name(end) && scan.is(end, Mark::Street)
        || scan.is_name(end) && scan.is_name(end + 1) && scan.is(end + 1, Mark::Street)
    {
        return Some(Reason::Address);
    }
    let century = if scan.hyphen(end) { end + 1 } else { end };
    if scan.is(century, Mark::Century) {
        Some(Reason::Date)
    } else {
        None
    }
}

/// ", 45," after a name: an age.
pub(super) fn is_age_in_commas(scan: Scan<'_>, draft: &Draft) -> bool {
    let (start, end) = (draft.tokens.start, draft.tokens.end);
    let fits = draft.written().is_some_and(|written| {
        written.value >= Decimal::ONE
            && written.value <= Decimal::from(115)
            && written.value.scale() == 0
    });
    draft.kind == Kind::Cardinal
        && fits
        && scan.is_number(start)
        && scan.is_before(start, 1, Mark::Comma)
        && scan
            .before(start, 2)
            .is_some_and(|name| scan.is_name(name) && scan.row(name).month == 0)
        && (scan.is(end, Mark::Comma)
            || scan.is(end, Mark::Dot) && end + 1 == scan.to
            || scan.is(end, Mark::And))
}

/// A bare "one" that stands for a person or thing.
pub(super) fn is_pronoun(scan: Scan<'_>, at: usize) -> bool {
    let stops = !scan.is_word(at + 1) || scan.is(at + 1, Mark::Function);
    let determiner = scan.is_before(at, 1, Mark::Article) && stops;
    let of = scan.is(at + 1, Mark::Of) || scan.is(at + 1, Mark::Possessive);
    determiner || of
}
