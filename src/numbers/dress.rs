//! What surrounds a number: hedges, increments, ages; and whether it is a figure at all.

use super::cardinal::Form;
use super::draft::Draft;
use super::quantity::{Kind, Operator, Reason};
use super::read::Sentence;
use super::words::{Hedge, Mark};
use super::{guard, hedge, share};
use crate::decimal::Decimal;

impl Sentence<'_> {
    /// "11th": the ending touches the digits.
    pub(super) fn ordinal_ending(&self, draft: &mut Draft) {
        let end = draft.tokens.end;
        if draft.unit.is_none() && self.scan.is(end, Mark::OrdinalEnding) && self.scan.glued(end) {
            draft.kind = Kind::Ordinal;
            draft.rule = "ordinal";
            draft.tokens.end = end + 1;
            draft.numeral.end = end + 1;
        }
    }

    /// "24-year-old", "aged 9", "9 years of age".
    pub(super) fn age(&self, draft: &mut Draft) {
        let scan = self.scan;
        let end = draft.tokens.end;
        if draft.kind == Kind::Duration {
            let old = if scan.hyphen(end) { end + 1 } else { end };
            let of_age = scan.is(end, Mark::Of) && scan.is(end + 1, Mark::Aged);
            if scan.is(old, Mark::Old) || of_age {
                draft.kind = Kind::Age;
                draft.rule = "age";
                draft.tokens.end = if of_age { end + 2 } else { old + 1 };
            }
            return;
        }
        let start = draft.tokens.start;
        let aged = scan.is_before(start, 1, Mark::Aged) && !scan.is_countable(end);
        if draft.kind == Kind::Cardinal && (aged || guard::is_age_in_commas(scan, draft)) {
            draft.kind = Kind::Age;
            draft.rule = "age";
            draft.unit = Some("year".into());
        }
    }

    /// Adds hedges and marks, or makes a guard of it.
    pub(super) fn judged(&self, draft: Draft, form: Form) -> Draft {
        let scan = self.scan;
        if let Some(reason) = guard::reason(scan, &draft, form) {
            let mut draft = draft;
            draft.refuse(reason);
            return draft;
        }
        let mut draft = self.hedged(draft);
        let hours = draft.kind == Kind::Duration && draft.unit.as_deref() == Some("hour");
        if hours && scan.is_before(draft.tokens.start, 1, Mark::In) {
            // "killed 40 in 24 hours": the time over which it was counted.
            draft.refuse(Reason::Window);
        }
        if draft.kind == Kind::Percent && scan.is(draft.tokens.end, Mark::Of) {
            draft.share_of = share::base(scan, draft.tokens.end + 1);
        }
        draft
    }

    /// Adds hedges and marks of increase.
    pub(super) fn hedged(&self, mut draft: Draft) -> Draft {
        let scan = self.scan;
        if draft.kind == Kind::Guard {
            return draft;
        }
        self.more(&mut draft);
        let start = draft.tokens.start;
        let left = hedge::before(scan, start, self.floor);
        if let Some((hedge, begin)) = left {
            draft.tokens.start = begin;
            draft.hedge = Some(hedge);
            self.more_outside(&mut draft);
        } else if draft
            .written()
            .is_some_and(|written| written.value >= Decimal::TEN)
            && draft.kind != Kind::Ordinal
        {
            draft.hedge = hedge::verb(scan, start);
        }
        if let Some((hedge, end)) = hedge::after(scan, draft.tokens.end) {
            draft.tokens.end = end;
            draft.hedge = Some(stronger(draft.hedge, hedge));
        } else if let Some(hedge) = hedge::after_noun(scan, draft.tokens.end) {
            draft.hedge = Some(stronger(draft.hedge, hedge));
        }
        draft
    }

    /// "another 500", "12 more".
    pub(super) fn more(&self, draft: &mut Draft) {
        let scan = self.scan;
        let end = draft.tokens.end;
        if scan.is(end, Mark::MoreAfter) && !scan.is(end + 1, Mark::Than) && draft.unit.is_none() {
            draft.increment = true;
            draft.tokens.end = end + 1;
        }
        self.more_outside(draft);
    }

    /// "another", "an additional" right before what was read so far.
    pub(super) fn more_outside(&self, draft: &mut Draft) {
        let scan = self.scan;
        let start = draft.tokens.start;
        let tokens = &scan.tokens[..start];
        let first = start.saturating_sub(3).max(self.floor);
        let found = (first..start).find(|at| {
            scan.words
                .more_before
                .longest_at(tokens, scan.text, *at)
                .is_some_and(|found| at + found.n_tokens == start)
        });
        if let Some(at) = found {
            draft.increment = true;
            draft.tokens.start = at;
        }
    }
}

/// A bound keeps its force beside an approximation.
const fn stronger(left: Option<Hedge>, right: Hedge) -> Hedge {
    match left {
        Some(left) if !matches!(left.operator, Operator::About | Operator::Exact) => left,
        _ => right,
    }
}
