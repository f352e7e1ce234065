//! Two numbers that are one: "17 to 20", "between 3 and 5", "£2m-£3m".

use super::cardinal::Joining;
use super::piece::{self, Piece};
use super::scan::Scan;
use super::words::{Cell, Mark};
use super::written::Written;
use crate::decimal::{Decimal, power_of_ten};

/// How many words before "from" a word of change is looked for.
const CHANGE_REACH: usize = 8;

/// Two ends and the tokens they cover.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// The first token: "between", "from", or the first number.
    pub(super) start: usize,
    pub(super) low: Piece,
    pub(super) high: Piece,
}

/// How a number before "and" is read: after "between" the "and" parts two numbers.
pub(super) fn joining(scan: Scan<'_>, at: usize) -> Joining {
    if lead(scan, at, Mark::Between).is_some() {
        Joining::NoAnd
    } else {
        Joining::And
    }
}

/// Where "between" or "from" stands before the number at `at`, with at most a hedge of one word between.
fn lead(scan: Scan<'_>, at: usize, mark: Mark) -> Option<usize> {
    (1..=2)
        .filter_map(|back| scan.before(at, back))
        .find(|lead| {
            scan.is(*lead, mark)
                && (*lead + 1 == at || scan.words.is_loose_hedge(scan.tokens[at - 1].word))
        })
}

/// The range whose first number is `low`.
pub(super) fn read(scan: Scan<'_>, low: Piece) -> Option<Found> {
    let between = lead(scan, low.start, Mark::Between);
    let from = lead(scan, low.start, Mark::From);
    let joint = joint(scan, low.end, between.is_some(), low)?;
    let mut at = joint;
    // "between 2 g and about 7 g"
    if scan
        .token(at)
        .is_some_and(|token| scan.words.is_loose_hedge(token.word))
    {
        at += 1;
    }
    let mut high = piece::read(scan, at, Joining::And)?.ok()?;
    let mut low = low;
    if !agree(scan, &mut low, &mut high) {
        return None;
    }
    let or = scan.is(joint - 1, Mark::Or);
    let fits = low.written.value < high.written.value || low.written.value < Decimal::ZERO;
    let near = !or || high.written.value <= low.written.value * Decimal::TWO + Decimal::ONE;
    if !fits || !near || from.is_some_and(|from| is_change(scan, from)) || is_step(scan, low, high)
    {
        return None;
    }
    let start = between.or(from).unwrap_or(low.start);
    Some(Found { start, low, high })
}

/// The token after the word or sign that joins two ends.
fn joint(scan: Scan<'_>, at: usize, between: bool, low: Piece) -> Option<usize> {
    let dash = scan.is(at, Mark::Hyphen) || scan.is(at, Mark::Dash);
    if dash {
        let tight = scan.glued(at) == scan.glued(at + 1);
        // "twenty-thirty" is not written; digits are, and words with spaces around a dash are an aside.
        let digits = scan.is_number(low.numeral.1 - 1) || low.scaled || low.unit.is_some();
        // "a two- to three-day trip"
        if scan.glued(at) && !scan.glued(at + 1) && scan.is(at + 1, Mark::To) {
            return Some(at + 2);
        }
        let to = scan.hyphen(at) && scan.is(at + 1, Mark::To) && scan.hyphen(at + 2);
        if to {
            return Some(at + 3);
        }
        // "three-nought-four" spells digits.
        let spelled = scan.before(low.start, 2).is_some_and(|before| {
            scan.hyphen(before + 1) && matches!(scan.cell(before), Cell::Unit(_))
        });
        let word_to_word = scan.glued(at) && scan.cell(at + 1) != Cell::None && !spelled;
        return (tight && digits && (scan.glued(at) || scan.is_number(at + 1)) || word_to_word)
            .then_some(at + 1);
    }
    let word = scan.is(at, Mark::To)
        || scan.is(at, Mark::Through)
        || between && scan.is(at, Mark::And)
        || scan.is(at, Mark::Or);
    word.then_some(at + 1)
}

/// Gives both ends the same scale and unit, where one is written once for both. False when the units differ.
fn agree(scan: Scan<'_>, low: &mut Piece, high: &mut Piece) -> bool {
    use super::cardinal::Form::Ordinal;
    if low.form == Ordinal || high.form == Ordinal {
        return false;
    }
    if low.unit.is_some() && high.unit.is_some() && low.unit != high.unit {
        return false;
    }
    // "40 minutes to 3", "$5 to 7 people": a unit before the joint is meant for both only when it is a sign.
    if low.unit.is_some()
        && high.unit.is_none()
        && scan.is_word(low.end - 1)
        && low.end > low.numeral.1
    {
        return false;
    }
    high.unit = high.unit.or(low.unit);
    low.unit = high.unit;
    if high.scaled && !low.scaled && low.written.value < Decimal::ONE_THOUSAND {
        share_scale(scan, low, *high);
    }
    true
}

/// "2 to 3 million": the scale of the second is the first's too, when the first would be far smaller.
fn share_scale(scan: Scan<'_>, low: &mut Piece, high: Piece) {
    let mut factor = Decimal::ONE;
    let mut at = high.numeral.1;
    while at > high.numeral.0 {
        at -= 1;
        let power = match scan.cell(at) {
            Cell::Scale(power) => power_of_ten(i32::from(power)),
            Cell::Multiple(times) => Some(Decimal::from(times)),
            _ => scan
                .words
                .suffixes
                .get(scan.str(at))
                .and_then(|(power, _)| power_of_ten(i32::from(*power))),
        };
        let Some(times) = power else {
            break;
        };
        factor = factor.checked_mul(times).unwrap_or(factor);
    }
    if let Some(scaled) = low.written.times(factor)
        && scaled.value < high.written.value
    {
        low.written = Written {
            value: scaled.value.normalize(),
            ..scaled
        };
        low.scaled = true;
    }
}

/// "raised its count by two to 13": how much a tally has changed, and to what. Not so "rose by two to three percent".
fn is_step(scan: Scan<'_>, low: Piece, high: Piece) -> bool {
    let by = scan
        .before(low.start, 1)
        .filter(|at| scan.is(*at, Mark::By));
    let tally = |by: usize| {
        let first = by.saturating_sub(CHANGE_REACH).max(scan.from);
        (first..by).any(|at| scan.is(at, Mark::Tally))
    };
    high.unit.is_none() && by.is_some_and(|by| is_change(scan, by) && tally(by))
}

/// "rose from 40 to 60": two figures in time.
fn is_change(scan: Scan<'_>, from: usize) -> bool {
    let first = from.saturating_sub(CHANGE_REACH).max(scan.from);
    (first..from)
        .rev()
        .take_while(|at| !scan.is(*at, Mark::Comma))
        .any(|at| scan.is(at, Mark::Change))
}
