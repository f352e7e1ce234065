//! A quantity in the making: tokens and amounts, before its meaning is worked out.

use std::ops::Range;

use super::interval::{Meaning, meaning};
use super::quantity::{Kind, Operator, Quantity, Reason, Unit, Value};
use super::scan::Scan;
use super::vague::Count;
use super::words::Hedge;
use super::written::Written;
use crate::decimal::{Decimal, Interval};
use crate::span::Span;

/// What was read.
#[derive(Clone, Copy, Debug)]
pub(super) enum Amount {
    /// One number.
    Number(Written),
    /// From one to another, both included.
    Range(Decimal, Decimal),
    /// "dozens"
    Vague(Count),
    /// Nothing: a guard that is no number.
    Nothing,
    /// "most of": more than the first, at most the second.
    Part(Decimal, Decimal),
}

/// A quantity in the making.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// With hedge and unit.
    pub(super) tokens: Range<usize>,
    /// The number with its scale words.
    pub(super) numeral: Range<usize>,
    pub(super) amount: Amount,
    pub(super) kind: Kind,
    pub(super) reason: Option<Reason>,
    pub(super) unit: Option<Unit>,
    pub(super) hedge: Option<Hedge>,
    pub(super) increment: bool,
    pub(super) share_of: Option<Span>,
    pub(super) rule: &'static str,
}

impl Draft {
    pub(super) fn new(numeral: Range<usize>, amount: Amount, rule: &'static str) -> Self {
        Self {
            tokens: numeral.clone(),
            numeral,
            amount,
            kind: match amount {
                Amount::Number(_) | Amount::Range(..) | Amount::Nothing => Kind::Cardinal,
                Amount::Vague(_) => Kind::Vague,
                Amount::Part(..) => Kind::Share,
            },
            reason: None,
            unit: None,
            hedge: None,
            increment: false,
            share_of: None,
            rule,
        }
    }

    /// A numeral that is no figure.
    pub(super) fn guard(tokens: Range<usize>, reason: Reason) -> Self {
        let mut draft = Self::new(tokens, Amount::Nothing, "guard");
        draft.refuse(reason);
        draft
    }

    /// Makes it a guard, whose number stays readable.
    pub(super) fn refuse(&mut self, reason: Reason) {
        self.kind = Kind::Guard;
        self.reason = Some(reason);
        self.rule = reason.name();
    }

    pub(super) const fn written(&self) -> Option<Written> {
        match self.amount {
            Amount::Number(written) => Some(written),
            _ => None,
        }
    }

    /// True when the hedge bounds it from below (`Less`: the number is the lower bound) or above.
    pub(super) fn bounds(&self) -> Option<std::cmp::Ordering> {
        use std::cmp::Ordering::{Greater, Less};
        match self.hedge?.operator {
            Operator::MoreThan | Operator::AtLeast => Some(Less),
            Operator::AtMost => Some(Greater),
            _ => None,
        }
    }

    /// True for one number without hedge or unit.
    pub(super) const fn is_plain(&self) -> bool {
        matches!(self.amount, Amount::Number(_))
            && self.unit.is_none()
            && self.hedge.is_none()
            && !self.increment
            && matches!(self.kind, Kind::Cardinal)
    }

    /// The quantity, with its meaning.
    pub(super) fn finish(self, scan: Scan<'_>, sentence: usize) -> Quantity {
        Quantity {
            span: scan.span(self.tokens.start, self.tokens.end),
            numeral: scan.span(self.numeral.start, self.numeral.end),
            value: self.value(),
            tokens: self.tokens,
            sentence,
            kind: self.kind,
            reason: self.reason,
            unit: self.unit,
            rule: self.rule,
        }
    }

    /// What the number means in the written unit.
    pub(super) fn value(&self) -> Value {
        let hedge = self.hedge.unwrap_or(Hedge {
            operator: Operator::Bare,
            excluded: false,
        });
        let mut value = match self.amount {
            Amount::Number(written) => {
                let rounds = matches!(
                    self.kind,
                    Kind::Cardinal | Kind::Money | Kind::Measure | Kind::Duration
                );
                meaning(written, hedge.operator, hedge.excluded, rounds)
                    .value(Some(written.value), hedge.operator)
            }
            Amount::Range(low, high) => {
                Meaning::same(Interval::closed(low, high)).value(None, Operator::Range)
            }
            Amount::Vague(count) => count.meaning().value(None, Operator::Vague),
            Amount::Nothing => Meaning::same(Interval::EVERYTHING).value(None, Operator::Bare),
            Amount::Part(low, high) => {
                let part = Interval::closed(low, high).above_low();
                Meaning::same(part).value(None, Operator::Vague)
            }
        };
        value.increment = self.increment;
        value.ordinal = self.kind == Kind::Ordinal;
        value.share_of = self.share_of;
        value
    }
}
