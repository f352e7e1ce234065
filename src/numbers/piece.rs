//! A number with what belongs to it on either side: currency, scale, unit.

use super::cardinal::{self, Cardinal, Form, Joining, Refusal};
use super::digits::Decimals;
use super::scan::Scan;
use super::unit;
use super::words::{Cell, Mark};
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
    let touches = scan.glued(at + 1) || at == scan.from && scan.to <= at + 3;
    if scan.is(at, Mark::MinusSign) && opens() && touches && starts_number(at + 1) {
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
