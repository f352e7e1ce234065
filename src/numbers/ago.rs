//! Lengths of time within dates: "three weeks ago", "the last 24 hours".

use super::cardinal::{self, Form, Joining};
use super::date::DateKind;
use super::date_table::Found;
use super::draft::{Amount, Draft};
use super::quantity::{Kind, Unit, Value};
use super::scan::Scan;
use super::words::{Cell, Mark};
use super::{hedge, unit, vague};

/// A length of time from `at` on, with its hedge: "24 hours", "almost three weeks", "few days".
pub(super) fn length(scan: Scan<'_>, at: usize) -> Option<(Value, Unit, usize)> {
    // A hedge may stand between: "the last about 24 hours" is rare, "the past few days" is not.
    let (amount, numeral_end, digits) = if let Some((count, end)) = vague::read(scan, at) {
        (Amount::Vague(count), end, false)
    } else {
        let number = cardinal::read(scan, at, Joining::And)?.ok()?;
        if number.form == Form::Ordinal {
            return None;
        }
        (
            Amount::Number(number.written),
            number.end,
            number.form == Form::Digits,
        )
    };
    let number = unit::Number {
        digits,
        scaled: false,
        compound: false,
    };
    let (found, end) = unit::read(scan, numeral_end, number)?;
    let row = scan.words.unit(found);
    if row.dimension != super::words::Dimension::Duration {
        return None;
    }
    let name = row.name.clone();
    let mut draft = Draft::new(at..numeral_end, amount, "length");
    draft.kind = Kind::Duration;
    draft.hedge = hedge::before(scan, at, scan.from).map(|(hedge, _)| hedge);
    Some((draft.value(), name, end))
}

/// "three weeks ago", "a year ago".
pub(super) fn ago(scan: Scan<'_>, at: usize) -> Option<Found> {
    let row = scan.row(at);
    let starts = scan.is_number(at)
        || row.cell != Cell::None
        || row.marks.has(Mark::Numeric)
        || row.marks.has(Mark::A);
    if !starts {
        return None;
    }
    let (count, unit, end) = length(scan, at).or_else(|| one(scan, at))?;
    if !scan.is(end, Mark::Ago) {
        return None;
    }
    let kind = DateKind::Ago {
        count: Box::new(count),
        unit,
    };
    Some(Found {
        start: at,
        end: end + 1,
        kind,
    })
}

/// "a year", "an hour".
pub(super) fn one(scan: Scan<'_>, at: usize) -> Option<(Value, Unit, usize)> {
    if !scan.is(at, Mark::A) || !unit::is_duration(scan, at + 1) {
        return None;
    }
    let tokens = &scan.tokens[..scan.to];
    let found = scan
        .words
        .units_by_word
        .longest_at(tokens, scan.text, at + 1)?;
    let written = super::Written::new(crate::decimal::Decimal::ONE);
    let mut draft = Draft::new(at..at + 1, Amount::Number(written), "length");
    draft.kind = Kind::Duration;
    draft.hedge = hedge::before(scan, at, scan.from).map(|(hedge, _)| hedge);
    Some((
        draft.value(),
        scan.words.unit(found.value).name.clone(),
        at + 1 + found.n_tokens,
    ))
}
