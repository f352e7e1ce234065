//! Units after a number, and currencies on either side of it.

use super::scan::Scan;
use super::words::{Dimension, Mark};
use crate::text::TokenKind;

/// What stands before the unit, as far as it decides how signs are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// It is written in digits.
    pub(super) digits: bool,
    /// It ends in a scale word or sign.
    pub(super) scaled: bool,
    /// It follows a greater unit: "5 ft 2 in".
    pub(super) compound: bool,
}

/// The unit at `at`, right after a number, as an index into the units, and the token after it.
pub(super) fn read(scan: Scan<'_>, at: usize, number: Number) -> Option<(usize, usize)> {
    scan.token(at)?;
    if let Some(found) = money_sign_after(scan, at) {
        return Some(found);
    }
    if number.digits
        && let Some(found) = sign(scan, at, number)
    {
        return Some(found);
    }
    let at = if scan.hyphen(at) { at + 1 } else { at };
    word(scan, at, number)
}

/// A unit or currency in words at `at`.
pub(super) fn word(scan: Scan<'_>, at: usize, number: Number) -> Option<(usize, usize)> {
    scan.token(at)?;
    let tokens = &scan.tokens[..scan.to];
    if let Some(found) = scan.words.money_by_word.longest_at(tokens, scan.text, at)
        && (!found.value.careful || number.scaled)
    {
        return Some((found.value.unit, at + found.n_tokens));
    }
    let found = scan.words.units_by_word.longest_at(tokens, scan.text, at)?;
    Some((found.value, at + found.n_tokens))
}

/// A currency sign at `at` that belongs to the number before it: "10$", "20 €".
fn money_sign_after(scan: Scan<'_>, at: usize) -> Option<(usize, usize)> {
    if !scan.is(at, Mark::MoneySign) {
        return None;
    }
    for width in [2, 1] {
        let end = at + width;
        let Some(unit) = lookup_money(scan, at, end) else {
            continue;
        };
        // "50p", but not "page 50 p".
        if scan.str(at).len() == 1 && scan.is_word(at) && !scan.glued(at) {
            continue;
        }
        // "10 $5": the sign belongs to what follows.
        let next_takes_it =
            scan.is_number(end) && scan.glued(end) || !scan.glued(at) && scan.is_number(end);
        if !next_takes_it {
            return Some((unit, end));
        }
    }
    None
}

fn lookup_money(scan: Scan<'_>, at: usize, end: usize) -> Option<usize> {
    if end > scan.to || (end > at + 1 && !scan.glued(at + 1)) {
        return None;
    }
    let sign = scan.span(at, end).slice(scan.text);
    scan.words.money_signs.get(sign).copied()
}

/// A currency sign or code at `at` with a number after it: the unit and the token of the number.
pub(super) fn money_before(scan: Scan<'_>, at: usize) -> Option<(usize, usize)> {
    if !scan.is(at, Mark::MoneySign) {
        return None;
    }
    for width in [2, 1] {
        let end = at + width;
        let Some(unit) = lookup_money(scan, at, end) else {
            continue;
        };
        let is_sign = scan.kind(end - 1) == Some(TokenKind::Mark);
        let dotted = usize::from(!is_sign && scan.is(end, Mark::Dot) && scan.glued(end));
        if scan.is_number(end + dotted) || is_sign && scan.is(end, Mark::Dot) {
            return Some((unit, end + dotted));
        }
    }
    None
}

/// A sign such as "km", "°C", "km/h", "%", exactly as listed.
fn sign(scan: Scan<'_>, at: usize, number: Number) -> Option<(usize, usize)> {
    if !scan.is(at, Mark::UnitSign) {
        return None;
    }
    (1..=3).rev().find_map(|width| {
        let end = at + width;
        if end > scan.to || (at + 1..end).any(|at| !scan.glued(at)) {
            return None;
        }
        let written = scan.span(at, end).slice(scan.text);
        let unit = *scan.words.unit_signs.get(written)?;
        let is_mark = scan.kind(at) == Some(TokenKind::Mark);
        let touches =
            scan.glued(at) || is_mark || number.compound || !scan.words.touching.contains(written);
        // "5m2x" and "3D4" are names of things.
        let ends = !scan.glued(end) || scan.kind(end) == Some(TokenKind::Mark);
        // "3254 W. Main": a direction.
        let initial = written.len() == 1
            && !scan.glued(at)
            && scan.is(end, Mark::Dot)
            && scan.is_name(end + 1);
        (touches && ends && !initial).then_some((unit, end))
    })
}

/// A unit named left of the number at `at`: "magnitude 6.4", "a magnitude of 5".
pub(super) fn before(scan: Scan<'_>, at: usize) -> Option<usize> {
    let tokens = &scan.tokens[..at];
    (1..=3)
        .filter_map(|back| scan.before(at, back))
        .find_map(|start| {
            let found = scan
                .words
                .units_before
                .longest_at(tokens, scan.text, start)?;
            (start + found.n_tokens == at).then_some(found.value)
        })
}

/// True for the length of time at `at`: "day", "hours".
pub(super) fn is_duration(scan: Scan<'_>, at: usize) -> bool {
    scan.is(at, Mark::Duration)
}

/// What the unit measures.
pub(super) fn dimension(scan: Scan<'_>, unit: usize) -> Dimension {
    scan.words.unit(unit).dimension
}
