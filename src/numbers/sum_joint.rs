//! What joins the words of one number: hyphens, "and", digits before a smaller scale.

use super::cardinal::Joining;
use super::fraction::part;
use super::sum::{Slot, Sum};
use super::words::{Cell, Mark};
use crate::decimal::Decimal;

impl Sum<'_> {
    /// "twenty - five": a hyphen with a stray space on either side, but no dash before "five of them".
    pub(super) fn loose_hyphen(&self) -> bool {
        let tens = self.slot == Slot::Tens && matches!(self.scan.cell(self.end - 1), Cell::Tens(_));
        tens && self.scan.is(self.at, Mark::Hyphen)
            && matches!(self.scan.cell(self.at + 1), Cell::Unit(1..))
            && !self.scan.is(self.at + 2, Mark::Of)
    }

    /// "twenty and four hours": the old way of counting, where a unit or a fraction shows that it is one number.
    fn tens_and_units(&self) -> bool {
        let tens = self.slot == Slot::Tens && matches!(self.scan.cell(self.end - 1), Cell::Tens(_));
        let after = self.at + 2;
        tens && matches!(self.scan.cell(self.at + 1), Cell::Unit(1..))
            && (self.scan.is(after, Mark::Duration)
                || self.scan.is(after, Mark::And) && part(self.scan, after + 1).is_some())
    }

    /// True at an "and" that may go on with the number.
    pub(super) fn skips_joint(&self) -> bool {
        self.joining == Joining::And
            && (self.scaled_last() || self.tens_and_units())
            && self.scan.is(self.at, Mark::And)
            && !self.scan.is(self.at + 1, Mark::A)
            && part(self.scan, self.at + 1).is_none_or(|(part, _)| part >= Decimal::ONE)
    }

    /// The token before is a hundred or a greater scale.
    pub(super) fn scaled_last(&self) -> bool {
        self.end > self.scan.from && matches!(self.scan.cell(self.end - 1), Cell::Scale(_))
    }

    pub(super) fn may_follow_hyphen(&self) -> bool {
        match self.scan.cell(self.at + 1) {
            Cell::Unit(n) | Cell::Ordinal(n) => {
                self.slot == Slot::Tens && n > 0 && n < 10
                    || self.hundreds && self.slot == Slot::Empty
            }
            Cell::Scale(_) | Cell::Multiple(_) | Cell::OrdinalScale(_) => true,
            Cell::Tens(_) | Cell::Teen(_) | Cell::OrdinalTens(_) => self.slot == Slot::Empty,
            Cell::None => false,
        }
    }

    pub(super) fn digits_and_scale(&self) -> bool {
        self.group.is_none()
            && self.scan.is_number(self.at)
            && matches!(self.scan.cell(self.at + 1), Cell::Scale(power) if power < self.last_scale)
    }

    /// "4 thousand 3 hundred and 21"
    pub(super) fn two_digits(&self) -> bool {
        self.hundreds
            && self.scan.is_number(self.at)
            && self.scan.str(self.at).len() == 2
            && self.scan.is_number(self.end - 2)
    }
}
