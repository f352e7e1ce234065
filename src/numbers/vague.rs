//! Vague counts: "dozens", "several hundred", "tens of thousands".

use super::interval::Meaning;
use super::scan::Scan;
use super::words::{Cell, Mark};
use crate::decimal::{Decimal, Interval, power_of_ten};
use crate::schema::lexicon::vague::{Before, VagueCount};

/// What a vague word leaves open.
#[derive(Clone, Copy, Debug)]
pub(super) struct Count {
    core: (Decimal, Decimal),
    outer: (Decimal, Decimal),
    floor: bool,
}

impl Count {
    fn new(count: &VagueCount, factor: Decimal) -> Option<Self> {
        let times = |(low, high): (i64, i64)| {
            let ends = (
                Decimal::from(low).checked_mul(factor)?,
                Decimal::from(high).checked_mul(factor)?,
            );
            Some(ends)
        };
        Some(Self {
            core: times(count.core)?,
            outer: times(count.outer)?,
            floor: count.floor,
        })
    }

    pub(super) fn meaning(&self) -> Meaning {
        let support = Interval::closed(self.outer.0, self.outer.1);
        Meaning {
            core: Interval::closed(self.core.0, self.core.1),
            support,
            literal: if self.floor {
                Interval::from(self.core.0)
            } else {
                support
            },
        }
    }
}

/// The vague count that begins at `at`, and the token after it.
pub(super) fn read(scan: Scan<'_>, at: usize) -> Option<(Count, usize)> {
    let tokens = &scan.tokens[..scan.to];
    let found = scan.words.vague.longest_at(tokens, scan.text, at)?;
    let count = &scan.words.vague_counts[found.value];
    let end = at + found.n_tokens;
    let scaled = if count.times { scale(scan, end) } else { None };
    let stands = match count.before {
        Before::Anything => true,
        Before::Scale => scaled.is_some(),
        Before::Of => {
            scan.is(end, Mark::Of) || scan.is_countable(end) || stands_alone(scan, at, end)
        }
    };
    if !stands {
        return None;
    }
    let (factor, end) = scaled.unwrap_or((Decimal::ONE, end));
    Some((Count::new(count, factor)?, end))
}

/// "Scores have died", "leaving scores dead", "scores more": without a noun, as subject or object of a clause.
fn stands_alone(scan: Scan<'_>, at: usize, end: usize) -> bool {
    let before = scan.before(at, 1);
    // "killing scores", but not "seven people killed scores injured", which lost its comma.
    let object = before.is_some_and(|before| {
        let lost = scan.is(before, Mark::Harm) && scan.is(end, Mark::Harm);
        scan.is(before, Mark::Governs) && !lost
    });
    // "test scores have risen", "her scores were": the word before makes them marks.
    let opens = before.is_none_or(|before| {
        !scan.is_word(before) || scan.is(before, Mark::Function) || scan.is(before, Mark::And)
    });
    let verb = scan.is(end, Mark::Auxiliary) || scan.is(end, Mark::Harm);
    let more = scan.is(end, Mark::MoreAfter) && !scan.is(end + 1, Mark::Than);
    object || more || opens && verb
}

/// A scale word at `at`, perhaps after "of", and any that follow it: "several hundred thousand".
fn scale(scan: Scan<'_>, at: usize) -> Option<(Decimal, usize)> {
    let mut end = if scan.is(at, Mark::Of) { at + 1 } else { at };
    let mut factor = Decimal::ONE;
    let first = end;
    loop {
        factor = match scan.cell(end) {
            Cell::Scale(power) => factor.checked_mul(power_of_ten(i32::from(power))?)?,
            Cell::Multiple(times) if times == 12 => factor.checked_mul(Decimal::from(times))?,
            _ => break,
        };
        end += 1;
    }
    (end > first).then_some((factor, end))
}
