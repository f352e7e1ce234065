//! Numerals that are no figures: what stands beside them says so.

use super::cardinal::Form;
use super::draft::{Amount, Draft};
use super::quantity::{Kind, Reason};
use super::scan::Scan;
use super::words::{Cell, Mark};
use crate::decimal::Decimal;
use crate::text::TokenKind;

/// Why the number just read is no figure, judged by what stands beside it.
pub(super) fn reason(scan: Scan<'_>, draft: &Draft, form: Form) -> Option<Reason> {
    let start = draft.tokens.start;
    let end = draft.tokens.end;
    if form == Form::Ordinal || draft.kind == Kind::Ordinal {
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
        .or_else(|| counter(scan, start, end))
        .or_else(|| list_mark(scan, start, end))
        .or_else(|| address(scan, start, end))
        .or_else(|| identifier(scan, start, end, draft))
}

fn rank(scan: Scan<'_>, start: usize, digits: bool) -> Option<Reason> {
    let before = scan.str(start - 1);
    // "thought to number 90"; "# 12 dead in Linden", a heading.
    let heading = before == "#" && !scan.glued(start);
    if heading || scan.is_before(start, 2, Mark::To) {
        return None;
    }
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
    let worded = named && before > scan.from || named_place(scan, start, before);
    if worded {
        Some(Reason::Reference)
    } else {
        None
    }
}

/// "taken to Regional One in Lund": a name behind a preposition, with nothing behind the number that it could count.
fn named_place(scan: Scan<'_>, start: usize, before: usize) -> bool {
    let unknown = |at: usize| {
        let row = scan.row(at);
        scan.is_name(at)
            && !row.marks.has(Mark::Harm)
            && row.month == 0
            && row.weekday == 0
            && scan.cell(at) == Cell::None
    };
    let small = |at: usize| scan.kind(at) == Some(TokenKind::Word);
    let placed = scan
        .before(before, 1)
        .is_some_and(|at| small(at) && scan.is(at, Mark::PlaceBefore) && !scan.is(at, Mark::Of));
    let next = start + 1;
    let led = small(next) && scan.is(next, Mark::PlaceBefore) && !scan.is(next, Mark::Of);
    let alone = !scan.is_word(next) || led;
    scan.is_name(start) && unknown(before) && !scan.is(before, Mark::Person) && placed && alone
}

/// "Resolution 1701", "Flight 370", "Highway 4".
fn by_name(scan: Scan<'_>, start: usize, end: usize) -> Option<Reason> {
    let before = scan.before(start, 1)?;
    // "Views: 1430"
    if scan.is(before, Mark::Colon) && scan.is_before(before, 1, Mark::Marker) {
        return Some(Reason::Reference);
    }
    let row = scan.row(before).marks;
    // "on U.S. 76 near the dam", but not "in the U.S. 76 mayors".
    let alone = !scan.is_word(end) || scan.is(end, Mark::Function);
    let road = row.has(Mark::Road) && scan.is_name(before) && scan.str(start).len() <= 3;
    if road && alone {
        return Some(Reason::Reference);
    }
    let named = row.has(Mark::Reference)
        && (!row.has(Mark::NamedReference)
            || scan.is_name(before) && before > scan.from
            || ends_phrase(scan, before, end));
    let counted = scan.is(end, Mark::Person) && scan.is_plural(end);
    let marker = row.has(Mark::Marker)
        && scan
            .before(before, 1)
            .is_none_or(|count| !scan.is_number(count) && scan.cell(count) == Cell::None);
    if (named || marker) && !counted {
        Some(Reason::Reference)
    } else {
        None
    }
}

/// "image 3 of 12", "1 / 12": a place in a row of pages or pictures, and how long the row is.
fn counter(scan: Scan<'_>, start: usize, end: usize) -> Option<Reason> {
    let numbered = |at: Option<usize>| at.is_some_and(|at| scan.is_number(at));
    let total = scan.is_before(start, 1, Mark::Of)
        && numbered(scan.before(start, 2))
        && scan.is_before(start, 3, Mark::Reference);
    // A slash without spaces may be a share or a date.
    let behind = scan.is_before(start, 1, Mark::Slash)
        && !scan.glued(start)
        && numbered(scan.before(start, 2));
    let before = scan.is(end, Mark::Slash) && !scan.glued(end) && scan.is_number(end + 1);
    (total || behind || before).then_some(Reason::Reference)
}

/// "on page 7, and": a common noun takes a bare number for its name where nothing is counted after it, nor the noun itself.
fn ends_phrase(scan: Scan<'_>, noun: usize, end: usize) -> bool {
    let counted = scan.is_before(noun, 1, Mark::A)
        || scan
            .before(noun, 1)
            .is_some_and(|at| scan.is_number(at) || scan.cell(at) != Cell::None);
    let alone = scan.is(end, Mark::Comma) || scan.is(end, Mark::Dot) || scan.is(end, Mark::Of);
    alone && !counted && !scan.is_plural(noun)
}

/// "1. Something", "2) Something", "(3) something".
fn list_mark(scan: Scan<'_>, start: usize, end: usize) -> Option<Reason> {
    let opens = start == scan.from || start == scan.from + 1 && scan.is(scan.from, Mark::Open);
    let closes = scan.glued(end)
        && (scan.is(end, Mark::Dot) || scan.is(end, Mark::Close))
        && (end + 1 < scan.to || start == scan.from);
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
    // "5 People Hurt In Drive-By Shooting", "4 Shot On Elm Street": headlines give counts their capitals.
    if scan.is(end, Mark::Person) {
        return None;
    }
    let tells = |at: usize| scan.is(at, Mark::Function) || scan.is(at, Mark::Harm);
    let mut at = end;
    while at < end + 5
        && !tells(at)
        && (scan.is_name(at)
            || scan.is_number(at)
            || scan.is(at, Mark::OrdinalEnding)
            || scan.is(at, Mark::Dot))
    {
        if at > end && scan.is_name(at) && scan.is(at, Mark::Street) && !scan.hyphen(at + 1) {
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
    // "an 80-something"
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
    if scan.is_before(end, 1, Mark::OrdinalEnding) && scan.is(end, Mark::Street) {
        return Some(Reason::Address);
    }
    // "the 4th Infantry Division"
    let unit = (end..end + 3)
        .take_while(|at| scan.is_name(*at))
        .any(|at| scan.is(at, Mark::Reference));
    if unit {
        return Some(Reason::Reference);
    }
    let century = if scan.hyphen(end) { end + 1 } else { end };
    if scan.is(century, Mark::Century) {
        Some(Reason::Date)
    } else {
        None
    }
}

/// A bare "one" that stands for a person or thing.
pub(super) fn is_pronoun(scan: Scan<'_>, at: usize) -> bool {
    let stops = !scan.is_word(at + 1) || scan.is(at + 1, Mark::Function);
    let determiner = scan.is_before(at, 1, Mark::Article) && stops;
    let of = scan.is(at + 1, Mark::Of) || scan.is(at + 1, Mark::Possessive);
    determiner || of
}
