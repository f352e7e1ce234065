//! Parts of a base: "a third of the 251", "most of its 2.3 million", "one in five".

use super::cardinal::{self, Form, Joining};
use super::draft::{Amount, Draft};
use super::fraction;
use super::hedge;
use super::quantity::{Kind, Reason};
use super::scan::Scan;
use super::words::{Cell, Mark};
use super::written::Written;
use crate::decimal::Decimal;
use crate::span::Span;

/// How many words after "of" the base may begin.
const BASE_REACH: usize = 4;

/// From this denominator on, "a thousandth" without a noun is a part and no rank.
const SMALL_PART: u64 = 1000;

/// A share in words that begins at `at`, with the token after it; or a fraction that is no figure.
pub(super) fn read(scan: Scan<'_>, at: usize, floor: usize) -> Option<Draft> {
    ratio_or_over(scan, at)
        .or_else(|| most(scan, at))
        .or_else(|| fraction(scan, at, floor))
}

/// A share with two numbers that begins at `at`.
pub(super) fn ratio_or_over(scan: Scan<'_>, at: usize) -> Option<Draft> {
    ratio(scan, at).or_else(|| over(scan, at))
}

/// "one in five", "9 out of 10", "2 in 3".
fn ratio(scan: Scan<'_>, at: usize) -> Option<Draft> {
    let joint = at + 1;
    if !scan.is(joint, Mark::In) && !scan.is(joint, Mark::Out) {
        return None;
    }
    let over = small(scan, at)?;
    let end = if scan.is(joint, Mark::In) {
        joint + 1
    } else if scan.is(joint, Mark::Out) && scan.is(joint + 1, Mark::Of) {
        joint + 2
    } else {
        return None;
    };
    let every = usize::from(scan.is(end, Mark::Per));
    let under = small(scan, end + every)?;
    let after = end + every + 1;
    let (under, after) = match cardinal::read(scan, end + every, Joining::And) {
        Some(Ok(number))
            if scan.is(joint, Mark::Out)
                && number.form != Form::Ordinal
                && number.written.value.scale() == 0 =>
        {
            (number.written.value.try_into().unwrap_or(under), number.end)
        }
        _ => (under, after),
    };
    let in_words = scan.is(joint, Mark::Out) || over <= 3 || every == 1;
    let noun =
        !scan.is_number(after) && scan.cell(after) == Cell::None && !scan.is(after, Mark::Duration);
    // "won 3 in 5 games" is rare; "2 in 2009", "one in 10 days" are not shares.
    if over == 0
        || over >= under
        || under > 1000
        || !in_words
        || !noun
        || scan.is_before(at, 1, Mark::Comma)
    {
        return None;
    }
    let value = Decimal::from(over).checked_div(Decimal::from(under))?;
    Some(part(at..after, value, "ratio"))
}

/// "1 over 3", "one over twenty-one", "minus one over 20": where nothing counted follows.
fn over(scan: Scan<'_>, at: usize) -> Option<Draft> {
    let negative = scan.is(at, Mark::Negative);
    let first = at + usize::from(negative);
    let joint = first + 1;
    if !scan.is(joint, Mark::Over)
        || scan
            .before(at, 1)
            .is_some_and(|before| scan.is_money(before))
    {
        return None;
    }
    let one = |at: usize| {
        cardinal::read(scan, at, Joining::And)?
            .ok()
            .filter(|number| number.form != Form::Ordinal)
    };
    let over = one(first).filter(|number| number.end == joint)?;
    let under = one(joint + 1)?;
    if scan.is_word(under.end) || scan.hyphen(under.end) {
        return None;
    }
    let sign = Decimal::from(if negative { -1 } else { 1 });
    let value = over.written.value.checked_div(under.written.value)?;
    Some(part(at..under.end, value * sign, "over"))
}

fn small(scan: Scan<'_>, at: usize) -> Option<u32> {
    if scan.is_number(at) {
        return scan.str(at).parse().ok().filter(|n| *n < 1000);
    }
    match scan.cell(at) {
        Cell::Unit(n) | Cell::Teen(n) | Cell::Tens(n) => Some(u32::from(n)),
        _ => None,
    }
}

fn part(tokens: std::ops::Range<usize>, value: Decimal, rule: &'static str) -> Draft {
    let written = Written {
        value,
        // "a third" may be 30 or 35 percent.
        grain: Decimal::new(5, 2),
    };
    let mut draft = Draft::new(tokens, Amount::Number(written), rule);
    draft.kind = Kind::Share;
    draft
}

/// "most of its 2.3 million": only where something counted follows.
fn most(scan: Scan<'_>, at: usize) -> Option<Draft> {
    let tokens = &scan.tokens[..scan.to];
    let found = scan.words.shares.longest_at(tokens, scan.text, at)?;
    let end = at + found.n_tokens;
    let base = base(scan, end);
    let counted = (end..end + BASE_REACH).any(|at| scan.is(at, Mark::Noun));
    if base.is_none() && !counted {
        return None;
    }
    let (low, high) = found.value;
    let mut draft = Draft::new(at..end - 1, Amount::Part(low, high), "most");
    draft.share_of = base;
    Some(draft)
}

/// The number that follows "of" within a few words.
pub(super) fn base(scan: Scan<'_>, at: usize) -> Option<Span> {
    (at..at + BASE_REACH)
        .take_while(|at| scan.is_word(*at) || scan.is_number(*at))
        // "53 percent of the votes to 47 percent for": another share.
        .take_while(|at| !matches!(scan.str(*at), "to" | "against" | "versus" | "for" | "while"))
        .find(|at| scan.is_number(*at) || !matches!(scan.cell(*at), Cell::None | Cell::Ordinal(_)))
        .and_then(|at| {
            cardinal::read(scan, at, Joining::And)?
                .ok()
                .map(|number| (at, number))
        })
        .filter(|(_, number)| number.form != Form::Ordinal)
        .map(|(at, number)| scan.span(at, number.end))
}

/// "half of", "a third of", "two-thirds", "nearly a quarter".
fn fraction(scan: Scan<'_>, at: usize, floor: usize) -> Option<Draft> {
    let (value, mut end) = fraction::part(scan, at)?;
    let denominator = scan.row(end - 1).part;
    let alone = end == at + 1;
    let article = scan.is(at, Mark::A);
    let singular = article || alone;
    let of = scan.is(end, Mark::Of);
    let determined =
        of || denominator == 2 && alone && scan.is(end, Mark::Article) && !scan.is(end, Mark::A);
    let hedged = hedge::before(scan, at, floor).is_some() || scan.is_before(at, 1, Mark::By);
    let ends = !scan.is_word(end) || scan.is(end, Mark::MoreAfter) || scan.is(end, Mark::Than);
    let stands = match (singular, denominator) {
        (false, _) => true,
        // "half the", "half of", "nearly half", but not "half-brother" or "the second half".
        (true, 2) => determined || (hedged || !alone && ends) && !scan.hyphen(end),
        (true, _) if alone => false,
        (true, _) => {
            // Nobody counts up to "a millionth": small parts stand by themselves.
            denominator >= SMALL_PART && ends
                || of && !scan.is(end + 1, Mark::A)
                || hedged && (ends || of)
                || ends && scan.is_before(at, 1, Mark::To)
        }
    };
    if !stands {
        let quarter = denominator == 4 && !alone && scan.cell(end - 1) == Cell::None;
        return (denominator == 2 || quarter).then(|| Draft::guard(at..end, Reason::Fraction));
    }
    if value.is_zero() {
        return None;
    }
    let mut draft = part(at..end, value, "fraction");
    if determined {
        end += usize::from(of);
        draft.share_of = base(scan, end);
    }
    Some(draft)
}
