//! What surrounds a number: hedges, increments, ages; and whether it is a figure at all.

use super::cardinal::{Form, Refusal};
use super::draft::Draft;
use super::quantity::{Kind, Operator, Reason};
use super::read::Sentence;
use super::words::{Cell, Dimension, Hedge, Mark};
use super::{guard, hedge, share};
use crate::decimal::Decimal;

impl Sentence<'_> {
    pub(super) fn refused(&self, at: usize, refusal: Refusal) -> Draft {
        let first = (at..at + 3)
            .find(|at| self.scan.is_number(*at))
            .unwrap_or(at);
        let reason = match refusal {
            Refusal::Malformed => Reason::Identifier,
            Refusal::TooLarge => Reason::TooLarge,
        };
        let mut end = first + 1;
        while self.scan.cell(end) != Cell::None && refusal == Refusal::TooLarge {
            end += 1;
        }
        Draft::guard(at..end, reason)
    }

    pub(super) fn take_unit(&self, draft: &mut Draft, unit: Option<usize>) {
        let Some(unit) = unit else {
            return;
        };
        let row = self.scan.words.unit(unit);
        draft.unit = Some(row.name.clone());
        (draft.kind, draft.rule) = match row.dimension {
            Dimension::Duration => (Kind::Duration, "duration"),
            Dimension::Percent => (Kind::Percent, "percent"),
            Dimension::Measure => (Kind::Measure, "measure"),
            Dimension::Money => (Kind::Money, "money"),
        };
    }

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
        if let Some((hedge, begin)) = left.filter(|(_, begin)| !self.is_period(&draft, *begin)) {
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

    /// "4,000 jobs over two years": the time it takes, not more than that.
    fn is_period(&self, draft: &Draft, over: usize) -> bool {
        let scan = self.scan;
        draft.kind == Kind::Duration
            && over + 1 == draft.tokens.start
            && scan.is(over, Mark::Over)
            && self.floor > scan.from
            && over > self.floor
            && !scan.is_before(over, 1, Mark::Length)
            && !scan.is(draft.tokens.end, Mark::Ago)
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
