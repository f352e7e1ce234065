//! A number with what belongs to it on either side: currency, scale, unit.

use super::cardinal::{self, Cardinal, Form, Joining, Refusal};
use super::digits::Decimals;
use super::fraction;
use super::scan::Scan;
use super::unit;
use super::words::{Cell, Dimension, Mark};
use super::written::Written;
use crate::decimal::Decimal;
use crate::text::TokenKind;

/// A number with its currency or unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// The first token, currency sign and minus included.
    pub(super) start: usize,
    /// The token after it, unit included.
    pub(super) end: usize,
    /// The number alone.
    pub(super) numeral: (usize, usize),
    pub(super) written: Written,
    pub(super) form: Form,
    pub(super) scaled: bool,
    pub(super) unit: Option<usize>,
    /// "2 more minutes"
    pub(super) increment: bool,
    /// "1.200": its dot may part decimals or groups.
    pub(super) lone_dot: bool,
}

/// The piece that begins at `at`.
pub(super) fn read(scan: Scan<'_>, at: usize, joining: Joining) -> Option<Result<Piece, Refusal>> {
    let (sign, after_sign) = minus(scan, at);
    let money = unit::money_before(scan, after_sign);
    let first = money.map_or(after_sign, |(_, first)| first);
    let (sign, first) = match minus(scan, first) {
        (-1, after) => (-1, after),
        _ => (sign, first),
    };
    let point = usize::from(is_leading_point(scan, first));
    let cardinal = match cardinal::read(scan, first + point, joining)? {
        Ok(cardinal) => cardinal,
        Err(refusal) => return Some(Err(refusal)),
    };
    let written = written(cardinal, sign, point == 1)?;
    let mut piece = Piece {
        start: at,
        end: cardinal.end,
        numeral: (first, cardinal.end),
        written,
        form: cardinal.form,
        scaled: cardinal.scaled,
        unit: money.map(|(unit, _)| unit),
        increment: false,
        lone_dot: cardinal
            .digits
            .is_some_and(|digits| digits.decimals == Decimals::Doubtful),
    };
    if cardinal.form != Form::Ordinal && piece.unit.is_none() {
        piece.take_unit(scan);
    }
    piece.and_cents(scan);
    Some(Ok(piece))
}

impl Piece {
    fn take_unit(&mut self, scan: Scan<'_>) {
        let number = unit::Number {
            digits: scan.is_number(self.end - 1),
            scaled: self.scaled,
            compound: false,
        };
        if self.suspended(scan) {
            return;
        }
        let more =
            usize::from(scan.is(self.end, Mark::MoreAfter) && !scan.is(self.end + 1, Mark::Than));
        let parts = self.form == Form::Fraction
            || self.written.value.scale() > 0 && scan.row(self.end - 1).part > 0;
        let of = usize::from(parts && scan.is(self.end, Mark::Of));
        let article = usize::from(of == 1 && scan.is(self.end + 1, Mark::A));
        let skipped = more + of + article;
        if let Some((unit, end)) = unit::read(scan, self.end + skipped, number) {
            self.unit = Some(unit);
            self.end = end;
            self.increment = more == 1;
            self.and_a_half(scan);
            self.minutes(scan);
            self.compound(scan);
            self.give_in(scan);
        } else if self.written.value <= Decimal::TEN {
            self.unit = unit::before(scan, self.start);
        }
    }

    /// "15- and 17-year-old", "24-, 36- and 48-hour": the unit stands after the last number.
    fn suspended(&mut self, scan: Scan<'_>) -> bool {
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
    fn minutes(&mut self, scan: Scan<'_>) {
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
    fn compound(&mut self, scan: Scan<'_>) {
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
    fn and_cents(&mut self, scan: Scan<'_>) {
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

fn written(cardinal: Cardinal, sign: i64, point: bool) -> Option<Written> {
    let mut written = cardinal.written;
    if point {
        let digits = cardinal.digits?;
        let mut value = digits.written.value;
        if value.scale() > 0 {
            return None;
        }
        value.set_scale(digits.n_whole as u32).ok()?;
        // ".5 million": what the scale word did to the digits it does to the decimal.
        let factor = match written.value.checked_div(digits.written.value) {
            Some(factor) if factor > Decimal::ZERO => factor,
            _ => Decimal::ONE,
        };
        written = Written::new(value).times(factor)?;
    }
    written.value *= Decimal::from(sign);
    Some(written)
}

/// A point that touches the digits after it and nothing before: ".5".
fn is_leading_point(scan: Scan<'_>, at: usize) -> bool {
    scan.str(at) == "."
        && scan.is_number(at + 1)
        && scan.glued(at + 1)
        && (!scan.glued(at)
            || scan.is_before(at, 1, Mark::MinusSign)
            || scan.before(at, 1).is_some_and(|at| scan.is_money(at)))
}

/// −1 and the token after a minus sign or "minus", or 1 and `at`.
fn minus(scan: Scan<'_>, at: usize) -> (i64, usize) {
    let starts_number =
        |at: usize| scan.is_number(at) || is_leading_point(scan, at) || scan.is_money(at);
    let opens = || {
        !scan.glued(at)
            || scan.before(at, 1).is_some_and(|before| {
                scan.kind(before) == Some(TokenKind::Mark)
                    && !scan.is(before, Mark::Close)
                    && !scan.is(before, Mark::MinusSign)
                    && !scan.is(before, Mark::Slash)
                    && !scan.is(before, Mark::Percent)
            })
    };
    if scan.is(at, Mark::MinusSign) && opens() && scan.glued(at + 1) && starts_number(at + 1) {
        return (-1, at + 1);
    }
    let numeral = || starts_number(at + 1) || scan.cell(at + 1) != Cell::None;
    // "plus or minus 3" is a margin.
    let margin = scan.is_before(at, 1, Mark::Or);
    if scan.is(at, Mark::Negative) && !margin && numeral() {
        return (-1, at + 1);
    }
    (1, at)
}
