//! Numbers in words, digits, and both: "two hundred and six", "2.3 million", "half a million", "two dozen".

use super::digits::{self, Decimals, Digits, LoneDot, NoNumber};
use super::fraction::{fraction_of_scale, fraction_sign, mixed_fraction};
use super::power::{exponent, power_form, product};
use super::scan::Scan;
use super::sum::{Slot, Sum};
use super::words::{Cell, Mark, Marks};
use super::written::Written;
use crate::decimal::Decimal;

/// A number read from some token on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cardinal {
    pub(super) written: Written,
    /// The token after it.
    pub(super) end: usize,
    pub(super) form: Form,
    /// It ends in a scale word or sign.
    pub(super) scaled: bool,
    /// How the digits were set, when it begins with digits.
    pub(super) digits: Option<Digits>,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Digits,
    Words,
    /// A fraction: "two thirds", "3/4", "½".
    Fraction,
    /// "11th", "fourth"
    Ordinal,
}

/// What keeps digits from being a number.
pub(super) type Refusal = NoNumber;

/// Whether "and" may go on with a number: not in "between one hundred and two hundred".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joining {
    And,
    NoAnd,
}

/// The number that begins at `at`, digits or words.
pub(super) fn read(
    scan: Scan<'_>,
    at: usize,
    joining: Joining,
) -> Option<Result<Cardinal, Refusal>> {
    if scan.is_number(at) {
        return Some(in_digits(scan, at, joining));
    }
    if let Some(found) = fraction_of_scale(scan, at) {
        return Some(Ok(found));
    }
    if let Some(word) = one_word(scan, at) {
        return Some(Ok(word));
    }
    let first = if scan.is(at, Mark::A) { at + 1 } else { at };
    let starts = match scan.cell(first) {
        Cell::Scale(_) | Cell::Multiple(_) => first > at && !scan.is(first, Mark::Plural),
        Cell::Unit(_) | Cell::Teen(_) | Cell::Tens(_) | Cell::Ordinal(_) | Cell::OrdinalTens(_) => {
            first == at
        }
        Cell::OrdinalScale(_) => true,
        Cell::None => false,
    };
    if !starts {
        return None;
    }
    let mut sum = Sum::new(scan, first, joining);
    if matches!(
        scan.cell(first),
        Cell::Scale(_) | Cell::Multiple(_) | Cell::OrdinalScale(_)
    ) {
        sum.group = Some(Decimal::ONE);
    }
    sum.run()?;
    sum.finish(Form::Words, None)
}

fn in_digits(scan: Scan<'_>, at: usize, joining: Joining) -> Result<Cardinal, Refusal> {
    if let Some((value, end)) = fraction_sign(scan, at) {
        return Ok(Cardinal {
            written: Written::new(value),
            end,
            form: Form::Fraction,
            scaled: false,
            digits: None,
        });
    }
    let text = scan.str(at);
    let mut digits = match digits::read_plain(text) {
        Some(digits) => digits,
        None => digits::read(text, lone_dot(scan, at))?,
    };
    let mut end = at + 1;
    if let Some((joined, after)) = spaced_groups(scan, at, digits) {
        (digits, end) = (joined, after);
    }
    if let Some((joined, after)) = broken_group(scan, at, digits) {
        (digits, end) = (joined, after);
    }
    if goes_no_further(scan, end) {
        return Ok(Cardinal {
            written: digits.written,
            end,
            form: Form::Digits,
            scaled: false,
            digits: Some(digits),
        });
    }
    if let Some(power) = exponent(scan, end) {
        return power_form(digits, power.0, power.1).ok_or(NoNumber::TooLarge);
    }
    if let Some(product) = product(scan, end, digits.written.value) {
        return Ok(product);
    }
    if let Some(mixed) = mixed_fraction(scan, end, digits.written.value) {
        return Ok(mixed);
    }
    let mut sum = Sum::new(scan, end, joining);
    sum.end = end;
    sum.group = Some(digits.written.value);
    sum.grain = Some(digits.written.grain);
    sum.slot = Slot::Full;
    sum.suffix();
    if sum.run().is_none() {
        return Err(NoNumber::TooLarge);
    }
    sum.finish(Form::Digits, Some(digits))
        .unwrap_or(Err(NoNumber::TooLarge))
}

/// "two", "eleven": one word with which nothing goes on, as most are.
fn one_word(scan: Scan<'_>, at: usize) -> Option<Cardinal> {
    let (Cell::Unit(n) | Cell::Teen(n)) = scan.cell(at) else {
        return None;
    };
    goes_no_further(scan, at + 1).then(|| Cardinal {
        written: Written::whole(i64::from(n)),
        end: at + 1,
        form: Form::Words,
        scaled: false,
        digits: None,
    })
}

/// True when the token at `end` can be no part of the number before it: a word without a place in numbers, or the end.
fn goes_no_further(scan: Scan<'_>, end: usize) -> bool {
    let row = scan.row(end);
    let joins = [Mark::And, Mark::Point, Mark::Suffix, Mark::A];
    (scan.is_word(end) || scan.token(end).is_none())
        && row.cell == Cell::None
        && row.part == 0
        && joins.into_iter().all(|mark| !row.marks.has(mark))
        && !matches!(scan.str(end), "e" | "E" | "x")
}

/// How the lone dot of "1.200" at `at` is read: there is no fifth of a person, nor of a house.
fn lone_dot(scan: Scan<'_>, at: usize) -> LoneDot {
    let is_unit = || {
        let tokens = &scan.tokens[..scan.to];
        let units = &scan.words.units_by_word;
        units.longest_at(tokens, scan.text, at + 1).is_some()
    };
    let whole = scan.is(at + 1, Mark::Noun) && scan.is_plural(at + 1) && !is_unit()
        || scan.is(at + 1, Mark::Person)
        || scan.is(at + 2, Mark::Person);
    if whole || scan.is_dotted() {
        LoneDot::Grouping
    } else {
        LoneDot::Decimal
    }
}

/// "40 000": groups of three after plain spaces, the first of them all zeros, or two of them and more.
fn spaced_groups(scan: Scan<'_>, at: usize, first: Digits) -> Option<(Digits, usize)> {
    if first.n_whole > 3 || first.grouped || first.decimals != Decimals::None || first.padded {
        return None;
    }
    let mut end = at + 1;
    let mut value = first.written.value;
    while scan.is_number(end)
        && scan.str(end).len() == 3
        && scan.str(end).bytes().all(|byte| byte.is_ascii_digit())
        && one_space(scan, end)
    {
        let group: u32 = scan.str(end).parse().ok()?;
        value = value
            .checked_mul(Decimal::ONE_THOUSAND)?
            .checked_add(Decimal::from(group))?;
        end += 1;
    }
    let zeros = scan.str(at + 1) == "000";
    let joined = Digits {
        written: Written::new(value),
        n_whole: 4,
        grouped: true,
        ..first
    };
    (end > at + 2 || (end == at + 2 && zeros)).then_some((joined, end))
}

/// "40 ,000", and "1, 139" where something counted follows: one group after a comma with a stray space.
fn broken_group(scan: Scan<'_>, at: usize, first: Digits) -> Option<(Digits, usize)> {
    let (comma, group) = (at + 1, at + 2);
    let three = scan.str(group).len() == 3
        && scan.str(group).bytes().all(|byte| byte.is_ascii_digit())
        && scan.is(comma, Mark::Comma);
    if !three
        || first.n_whole > 3
        || first.grouped
        || first.decimals != Decimals::None
        || first.padded
    {
        return None;
    }
    let counted = scan.is_countable(group + 1) || matches!(scan.cell(group + 1), Cell::Scale(_));
    let before = scan
        .before(at, 1)
        .map_or(Marks::default(), |at| scan.row(at).marks);
    let names = [
        Mark::Reference,
        Mark::Rank,
        Mark::Aged,
        Mark::Comma,
        Mark::In,
        Mark::And,
    ];
    let part_of_list = names.into_iter().any(|mark| before.has(mark));
    let joins = match (scan.glued(comma), scan.glued(group)) {
        (false, true) => true,
        (true, false) => counted && !part_of_list,
        _ => false,
    };
    let group: u32 = scan.str(group).parse().ok().filter(|_| joins)?;
    let value = first
        .written
        .value
        .checked_mul(Decimal::ONE_THOUSAND)?
        .checked_add(Decimal::from(group))?;
    let joined = Digits {
        written: Written::new(value),
        n_whole: 4,
        grouped: true,
        ..first
    };
    Some((joined, at + 3))
}

fn one_space(scan: Scan<'_>, at: usize) -> bool {
    match (scan.token(at.wrapping_sub(1)), scan.token(at)) {
        (Some(before), Some(token)) => {
            scan.text
                .get(before.span.end as usize..token.span.start as usize)
                == Some(" ")
        }
        _ => false,
    }
}
