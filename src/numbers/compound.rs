//! Amounts of more than one number or unit: "5 feet 2 inches", "an hour and a half", "$20 and 43 cents", "15- and 17-year-old".

use super::cardinal::{self, Form, Joining};
use super::fraction;
use super::piece::Piece;
use super::scan::Scan;
use super::unit;
use super::words::{Cell, Dimension, Mark};
use super::written::Written;
use crate::decimal::Decimal;

impl Piece {
    /// "15- and 17-year-old", "24-, 36- and 48-hour": the unit stands after the last number.
    pub(super) fn suspended(&mut self, scan: Scan<'_>) -> bool {
        let mut at = self.end;
        let hangs = scan.is(at, Mark::Hyphen) && scan.glued(at) && !scan.hyphen(at);
        if !hangs {
            return false;
        }
        at += 1;
        let joint = |at: usize| {
            [Mark::Comma, Mark::And, Mark::Or, Mark::A]
                .into_iter()
                .any(|mark| scan.is(at, mark))
        };
        while joint(at) && at < self.end + 4 {
            at += 1;
        }
        let Some(Ok(next)) = cardinal::read(scan, at, Joining::NoAnd) else {
            return false;
        };
        if at == self.end + 1 || !scan.is(next.end, Mark::Hyphen) {
            return false;
        }
        let number = unit::Number {
            digits: next.form == Form::Digits,
            scaled: next.scaled,
            compound: false,
        };
        if scan.hyphen(next.end) {
            self.unit = unit::read(scan, next.end, number).map(|(unit, _)| unit);
        }
        let hanging = self.unit.is_some();
        self.end += usize::from(hanging);
        hanging
    }

    /// "an hour and a half", "a year and a quarter".
    pub(super) fn and_a_half(&mut self, scan: Scan<'_>) {
        if !self.is_duration(scan) {
            return;
        }
        let Some((part, end)) = fraction::and_part(scan, self.end) else {
            return;
        };
        let halves = matches!(scan.row(end - 1).part, 2 | 4);
        if let Some(sum) = self.written.value.checked_add(part)
            && halves
        {
            self.written = Written::new(sum.normalize());
            self.end = end;
            self.numeral.1 = end;
        }
    }

    /// "1 hour thirty": an hour and a spelled-out number of minutes with nothing counted after it.
    pub(super) fn minutes(&mut self, scan: Scan<'_>) {
        let Some(unit) = self.unit else {
            return;
        };
        let at = self.end + usize::from(scan.is(self.end, Mark::And));
        let hours = scan.words.unit(unit).name.as_ref() == "hour";
        let spelled = matches!(scan.cell(at), Cell::Teen(_) | Cell::Tens(_));
        if !hours || !spelled {
            return;
        }
        let Some(Ok(minutes)) = cardinal::read(scan, at, Joining::NoAnd) else {
            return;
        };
        let part = minutes.written.value.checked_div(Decimal::from(60));
        if let Some(sum) = part.and_then(|part| self.written.value.checked_add(part))
            && !scan.is_word(minutes.end)
            && minutes.form == Form::Words
        {
            self.written = Written::new(sum.normalize());
            self.end = minutes.end;
            self.numeral.1 = minutes.end;
        }
    }

    /// A fortnight is two weeks.
    pub(super) fn give_in(&mut self, scan: Scan<'_>) {
        let times = self.unit.and_then(|unit| scan.words.unit(unit).times);
        if let Some(written) = times.and_then(|times| self.written.times(times)) {
            self.written = written;
        }
    }

    fn is_duration(&self, scan: Scan<'_>) -> bool {
        self.unit
            .is_some_and(|unit| unit::dimension(scan, unit) == Dimension::Duration)
    }

    /// "5 feet 2 inches", "one hour and 45 minutes": added up in the smaller unit.
    pub(super) fn compound(&mut self, scan: Scan<'_>) {
        while let Some(sum) = self.with_next(scan) {
            *self = sum;
        }
    }

    fn with_next(&self, scan: Scan<'_>) -> Option<Self> {
        let own = scan.words.unit(self.unit?);
        let own_size = own.size?;
        let comma = scan.is(self.end, Mark::Comma);
        let mut at = self.end + usize::from(comma);
        at += usize::from(scan.is(at, Mark::And));
        let next = cardinal::read(scan, at, Joining::And)?.ok()?;
        let number = unit::Number {
            digits: next.form == Form::Digits,
            scaled: next.scaled,
            compound: true,
        };
        let (unit, end) = unit::read(scan, next.end, number)?;
        let other = scan.words.unit(unit);
        let size = other.size?;
        if own.base != other.base || size >= own_size || next.form == Form::Ordinal {
            return None;
        }
        // "in two weeks, three days after the vote", "two weeks, three days a week"
        let apart = comma
            && own.dimension == Dimension::Duration
            && (scan.is(end, Mark::Function) || scan.is(end, Mark::A) || scan.is(end, Mark::Ago));
        if apart {
            return None;
        }
        let times = own_size.checked_div(size)?;
        let value = self
            .written
            .value
            .checked_mul(times)?
            .checked_add(next.written.value)?;
        Some(Self {
            end,
            numeral: (self.numeral.0, end),
            written: Written {
                value: value.normalize(),
                // "three hours and 20 minutes" is said to the minute.
                grain: next.written.grain.min(Decimal::ONE),
            },
            unit: Some(unit),
            ..*self
        })
    }

    /// "$20 and 43 cents", "20 dollars 43 cents".
    pub(super) fn and_cents(&mut self, scan: Scan<'_>) {
        let money = |unit: usize| scan.words.unit(unit).dimension == Dimension::Money;
        let at = self.end + usize::from(scan.is(self.end, Mark::And));
        if !self.unit.is_some_and(money) || scan.is(self.end, Mark::Comma) {
            return;
        }
        let Some(Ok(cents)) = cardinal::read(scan, at, Joining::NoAnd) else {
            return;
        };
        let number = unit::Number {
            digits: cents.form == Form::Digits,
            scaled: cents.scaled,
            compound: true,
        };
        let Some((unit, end)) = unit::read(scan, cents.end, number) else {
            return;
        };
        let part = cents.written.value.checked_div(Decimal::ONE_HUNDRED);
        if let Some(sum) = part.and_then(|part| self.written.value.checked_add(part))
            && scan.words.unit(unit).name.as_ref() == "cent"
            && self.unit != Some(unit)
            && cents.written.value < Decimal::ONE_HUNDRED
        {
            self.written = Written::new(sum);
            self.end = end;
            self.numeral.1 = end;
        }
    }
}
