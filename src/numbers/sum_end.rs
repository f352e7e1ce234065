//! How a sum ends: scale signs, decimals in words, halves, ordinals.

use super::cardinal::{self, Cardinal, Form, Joining, Refusal};
use super::digits::Digits;
use super::fraction::and_part;
use super::scan::Scan;
use super::sum::Sum;
use super::words::{Cell, Mark};
use super::written::Written;
use crate::decimal::{Decimal, power_of_ten};
use crate::schema::lexicon::numerals::SuffixPlace;
use crate::text::TokenKind;

impl Sum<'_> {
    /// A scale sign after the digits: "40k", "2.5 bn".
    pub(super) fn suffix(&mut self) {
        if !self.scan.is(self.at, Mark::Suffix) {
            return;
        }
        let Some((power, place)) = self
            .scan
            .words
            .suffixes
            .get(self.scan.str(self.at))
            .copied()
        else {
            return;
        };
        let scan = self.scan;
        let attached = scan.glued(self.at);
        let ends = !scan.glued(self.at + 1) || scan.kind(self.at + 1) == Some(TokenKind::Mark);
        let money = money_before(scan, self.at - 1) || money_after(scan, self.at + 1);
        let fits = match place {
            SuffixPlace::Anywhere => true,
            SuffixPlace::Attached => attached || scan.fills_line(self.at),
            SuffixPlace::Alone => {
                let digits = scan.str(self.at - 1);
                scan.fills_line(self.at)
                    && (digits.contains(['.', ',']) || scan.is_before(self.at, 2, Mark::Dot))
            }
            SuffixPlace::Counted => {
                money
                    || attached && (scan.is(self.at + 1, Mark::Noun) || scan.is_plural(self.at + 1))
            }
            SuffixPlace::Money => money,
        };
        if fits && ends {
            let _ = self.scale(power);
        }
    }

    /// "and a half", "point five", and the result.
    pub(super) fn finish(
        mut self,
        form: Form,
        digits: Option<Digits>,
    ) -> Option<Result<Cardinal, Refusal>> {
        if self.end == self.scan.from && self.group.is_none() {
            return None;
        }
        let mut value = self.total.checked_add(self.group.unwrap_or_default())?;
        if let Some((decimals, end)) = self.decimals(form) {
            value = value.checked_add(decimals)?;
            self.end = end;
            self.grain = None;
            if let Cell::Scale(power) = self.scan.cell(end) {
                value = value.checked_mul(power_of_ten(i32::from(power))?)?;
                value = if value.fract().is_zero() {
                    value.normalize()
                } else {
                    value
                };
                self.scaled = true;
                self.end += 1;
            }
        } else if let Some((sum, end)) = self.and_a_half(value) {
            value = sum;
            self.end = end;
            self.grain = None;
        }
        let fraction = self.under(form, value);
        if let Some((over, under, end)) = fraction {
            value = over.checked_div(under)?;
            self.end = end;
            self.grain = None;
        }
        let clean = if value.fract().is_zero() && self.scaled {
            value.normalize()
        } else {
            value
        };
        let mut written = Written::new(clean);
        if let Some(grain) = self.grain {
            written.grain = grain;
        }
        Some(Ok(Cardinal {
            written,
            end: self.end,
            form: if self.ordinal { Form::Ordinal } else { form },
            scaled: self.scaled,
            digits,
        }))
    }

    /// "fifty-four hundredths", "one hundred thirty-fifths", "twenty twenty-fifths", "one one hundred and fifth": what is
    /// divided, by what, and the token after it.
    fn under(&self, form: Form, value: Decimal) -> Option<(Decimal, Decimal, usize)> {
        let scan = self.scan;
        if form != Form::Words || self.ordinal {
            return None;
        }
        // The parts of one thing in so many, as a plural: "fifths".
        let plural = |at: usize| {
            let part = scan.row(at).part;
            (part > 2 && part != 4 && scan.str(at).ends_with('s')).then_some(part)
        };
        let hyphen = usize::from(scan.hyphen(self.end));
        let at = self.end + hyphen;
        if let Some(part) = plural(at) {
            return match scan.cell(self.end - 1) {
                Cell::Tens(tens) if hyphen == 1 && part < 10 && value > Decimal::from(tens) => {
                    let over = value.checked_sub(Decimal::from(tens))?;
                    Some((over, Decimal::from(u64::from(tens) + part), at + 1))
                }
                _ => Some((value, Decimal::from(part), at + 1)),
            };
        }
        if let Cell::Tens(tens) = scan.cell(at) {
            let last = at + 1 + usize::from(scan.hyphen(at + 1));
            let part = plural(last).filter(|part| *part < 10)?;
            return Some((value, Decimal::from(u64::from(tens) + part), last + 1));
        }
        // One look ahead keeps this from going down a long row of ones.
        if value != Decimal::ONE || !matches!(scan.cell(at + 1), Cell::Scale(2)) {
            return None;
        }
        let under = cardinal::read(scan, at, Joining::And)?.ok()?;
        let rank = under.form == Form::Ordinal && under.written.value > Decimal::ONE_HUNDRED;
        rank.then_some((value, under.written.value, under.end))
    }

    /// "point five": the decimals, and the token after them.
    pub(super) fn decimals(&self, form: Form) -> Option<(Decimal, usize)> {
        if form != Form::Words || !self.scan.is(self.end, Mark::Point) {
            return None;
        }
        let mut at = self.end + 1;
        let mut value: i64 = 0;
        let mut n_digits = 0;
        while let Cell::Unit(n) = self.scan.cell(at) {
            value = value.checked_mul(10)?.checked_add(i64::from(n))?;
            n_digits += 1;
            at += 1;
        }
        (n_digits > 0 && n_digits < 18).then(|| (Decimal::new(value, n_digits), at))
    }

    /// "nine and a fifth", but not "two and a third", who comes after them, nor "nine and a fifth man".
    fn is_part(&self, value: Decimal, end: usize) -> bool {
        let next = value.checked_add(Decimal::ONE);
        let part = Decimal::from(self.scan.row(end - 1).part);
        let alone = !self.scan.is_word(end) || self.scan.is(end, Mark::Of);
        next.is_some_and(|next| next != part) && alone
    }

    /// "two and a half", "two and a half million", "one million and a quarter", "one billion and a half million": the sum
    /// and the token after it.
    pub(super) fn and_a_half(&self, value: Decimal) -> Option<(Decimal, usize)> {
        let scan = self.scan;
        if self.ordinal {
            return None;
        }
        let (part, mut end) = and_part(scan, self.end)?;
        let halves = matches!(scan.row(end - 1).part, 2 | 4);
        if !halves && scan.is(self.end + 1, Mark::A) && !self.is_part(value, end) {
            return None;
        }
        if let Cell::Scale(power) = scan.cell(end)
            && !self.scaled
        {
            let sum = value
                .checked_add(part)?
                .checked_mul(power_of_ten(i32::from(power))?)?;
            end += 1;
            return Some((sum.normalize(), end));
        }
        // "one billion and a half million": a smaller scale of its own.
        if let Cell::Scale(power) = scan.cell(end)
            && power < self.last_scale
            && self.last_scale < u8::MAX
        {
            let more = part.checked_mul(power_of_ten(i32::from(power))?)?;
            return Some((value.checked_add(more)?.normalize(), end + 1));
        }
        let unit = if self.group.is_none() && self.last_scale < u8::MAX {
            power_of_ten(i32::from(self.last_scale))?
        } else {
            Decimal::ONE
        };
        Some((value.checked_add(part.checked_mul(unit)?)?.normalize(), end))
    }
}

/// A currency sign or code stands before the number that ends at token `at`.
pub(super) fn money_before(scan: Scan<'_>, at: usize) -> bool {
    scan.before(at, 1)
        .is_some_and(|before| scan.is_money(before))
}

/// A currency word or sign stands at `at`.
pub(super) fn money_after(scan: Scan<'_>, at: usize) -> bool {
    scan.is_money(at) && !scan.is_number(at + 1)
        || scan.token(at).is_some()
            && scan
                .words
                .money_by_word
                .longest_at(&scan.tokens[..scan.to], scan.text, at)
                .is_some_and(|found| !found.value.careful)
}
