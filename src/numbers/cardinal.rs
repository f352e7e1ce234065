//! Numbers in words, digits, and both: "two hundred and six", "2.3 million", "half a million", "two dozen".

use super::digits::{self, Digits, LoneDot, NoNumber};
use super::scan::Scan;
use super::words::{Cell, Mark};
use super::written::Written;
use crate::decimal::{Decimal, power_of_ten};
use crate::schema::lexicon::numerals::SuffixPlace;
use crate::text::TokenKind;

/// A number read from some token on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cardinal {
    pub(super) written: Written,
    /// The token after it.
    pub(super) end: usize,
    pub(super) form: Form,
    /// It ends in a scale word or sign.
    pub(super) scaled: bool,
    /// How the digits were set, when it begins with digits.
    pub(super) digits: Option<Digits>,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Digits,
    Words,
    /// A fraction: "two thirds", "3/4", "½".
    Fraction,
    /// "11th", "fourth"
    Ordinal,
}

/// What keeps digits from being a number.
pub(super) type Refusal = NoNumber;

/// Whether "and" may go on with a number: not in "between one hundred and two hundred".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joining {
    And,
    NoAnd,
}

/// The number that begins at `at`, digits or words.
pub(super) fn read(
    scan: Scan<'_>,
    at: usize,
    joining: Joining,
) -> Option<Result<Cardinal, Refusal>> {
    if let Some(found) = fraction_of_scale(scan, at) {
        return Some(Ok(found));
    }
    if scan.is_number(at) {
        return Some(in_digits(scan, at, joining));
    }
    let first = if scan.is(at, Mark::A) { at + 1 } else { at };
    let starts = match scan.cell(first) {
        Cell::Scale(_) | Cell::Multiple(_) => first > at && !scan.is(first, Mark::Plural),
        Cell::Unit(_) | Cell::Teen(_) | Cell::Tens(_) | Cell::Ordinal(_) | Cell::OrdinalTens(_) => {
            first == at
        }
        Cell::OrdinalScale(_) => true,
        Cell::None => false,
    };
    if !starts {
        return None;
    }
    let mut sum = Sum::new(scan, first, joining);
    if matches!(
        scan.cell(first),
        Cell::Scale(_) | Cell::Multiple(_) | Cell::OrdinalScale(_)
    ) {
        sum.group = Some(Decimal::ONE);
    }
    sum.run()?;
    sum.finish(Form::Words, None)
}

fn in_digits(scan: Scan<'_>, at: usize, joining: Joining) -> Result<Cardinal, Refusal> {
    if let Some((value, end)) = fraction_sign(scan, at) {
        return Ok(Cardinal {
            written: Written::new(value),
            end,
            form: Form::Fraction,
            scaled: false,
            digits: None,
        });
    }
    let text = scan.str(at);
    let person = scan.is(at + 1, Mark::Person) || scan.is(at + 2, Mark::Person);
    let lone_dot = if scan.dotted || person {
        LoneDot::Grouping
    } else {
        LoneDot::Decimal
    };
    let mut digits = digits::read(text, lone_dot)?;
    let mut end = at + 1;
    if let Some((joined, after)) = spaced_groups(scan, at, digits) {
        (digits, end) = (joined, after);
    }
    if let Some(power) = exponent(scan, end) {
        return power_form(digits, power.0, power.1).ok_or(NoNumber::TooLarge);
    }
    if let Some(mixed) = mixed_fraction(scan, end, digits.written.value) {
        return Ok(mixed);
    }
    let mut sum = Sum::new(scan, end, joining);
    sum.end = end;
    sum.group = Some(digits.written.value);
    sum.grain = Some(digits.written.grain);
    sum.slot = Slot::Full;
    sum.suffix();
    if sum.run().is_none() {
        return Err(NoNumber::TooLarge);
    }
    sum.finish(Form::Digits, Some(digits))
        .unwrap_or(Err(NoNumber::TooLarge))
}

/// "40 000": groups of three after plain spaces, the first of them all zeros, or two of them and more.
fn spaced_groups(scan: Scan<'_>, at: usize, first: Digits) -> Option<(Digits, usize)> {
    if first.n_whole > 3 || first.grouped || first.has_decimals || first.padded {
        return None;
    }
    let mut end = at + 1;
    let mut value = first.written.value;
    while scan.is_number(end)
        && scan.str(end).len() == 3
        && scan.str(end).bytes().all(|byte| byte.is_ascii_digit())
        && one_space(scan, end)
    {
        let group: u32 = scan.str(end).parse().ok()?;
        value = value
            .checked_mul(Decimal::ONE_THOUSAND)?
            .checked_add(Decimal::from(group))?;
        end += 1;
    }
    let zeros = scan.str(at + 1) == "000";
    let joined = Digits {
        written: Written::new(value),
        n_whole: 4,
        grouped: true,
        ..first
    };
    (end > at + 2 || (end == at + 2 && zeros)).then_some((joined, end))
}

fn one_space(scan: Scan<'_>, at: usize) -> bool {
    match (scan.token(at.wrapping_sub(1)), scan.token(at)) {
        (Some(before), Some(token)) => {
            scan.text
                .get(before.span.end as usize..token.span.start as usize)
                == Some(" ")
        }
        _ => false,
    }
}

/// "½", "2½", "1/2", "2 1/2": the value of the fraction at `at` and the token after it.
fn fraction_sign(scan: Scan<'_>, at: usize) -> Option<(Decimal, usize)> {
    let text = scan.str(at);
    let mut characters = text.chars();
    if let (Some(sign), None) = (characters.next(), characters.next())
        && let Some((over, under)) = scan.words.signs.get(&sign)
    {
        return Some((
            Decimal::from(*over).checked_div(Decimal::from(*under))?,
            at + 1,
        ));
    }
    let slashed = scan.is(at + 1, Mark::Slash)
        && scan.glued(at + 1)
        && scan.is_number(at + 2)
        && scan.glued(at + 2);
    let chained = scan.is(at + 3, Mark::Slash)
        || scan.is(at + 3, Mark::Hyphen) && scan.glued(at + 3) && scan.is_number(at + 4);
    if !slashed || chained || (scan.is_before(at, 1, Mark::Slash) && scan.glued(at)) {
        return None;
    }
    let over: u32 = text.parse().ok()?;
    let under: u32 = scan.str(at + 2).parse().ok()?;
    let proper = over > 0 && over < under && under <= 1000;
    let value = Decimal::from(over).checked_div(Decimal::from(under))?;
    proper.then_some((value, at + 3))
}

/// "e10", "e+14", "x10^-4" after digits: the power of ten and the token after it.
fn exponent(scan: Scan<'_>, at: usize) -> Option<(i32, usize)> {
    if !scan.glued(at) {
        return None;
    }
    let mut at = match scan.str(at) {
        "e" | "E" => at + 1,
        "x" | "×" if scan.str(at + 1) == "10" && scan.str(at + 2) == "^" => at + 3,
        _ => return None,
    };
    let mut sign = 1;
    if matches!(scan.str(at), "+" | "-" | "−") && scan.glued(at) {
        sign = if scan.str(at) == "+" { 1 } else { -1 };
        at += 1;
    }
    if !scan.glued(at) || scan.str(at).len() > 2 {
        return None;
    }
    let power: i32 = scan.str(at).parse().ok()?;
    Some((sign * power, at + 1))
}

fn power_form(digits: Digits, power: i32, end: usize) -> Option<Cardinal> {
    let written = digits.written.times(power_of_ten(power)?)?;
    Some(Cardinal {
        written,
        end,
        form: Form::Digits,
        scaled: true,
        digits: None,
    })
}

/// "2½", "2 1/2" after the whole number at `value`.
fn mixed_fraction(scan: Scan<'_>, end: usize, value: Decimal) -> Option<Cardinal> {
    if !scan.is_number(end) || value.scale() > 0 {
        return None;
    }
    let (part, end) = fraction_sign(scan, end)?;
    let value = value.checked_add(part)?;
    Some(Cardinal {
        written: Written::new(value),
        end,
        form: Form::Digits,
        scaled: false,
        digits: None,
    })
}

/// "half a million", "a quarter of a million", "half a dozen", "two thirds of a million".
pub(super) fn fraction_of_scale(scan: Scan<'_>, at: usize) -> Option<Cardinal> {
    let (part, mut end) = part(scan, at)?;
    if scan.hyphen(end) {
        end += 1;
    }
    if scan.is(end, Mark::Of) {
        end += 1;
    }
    if scan.is(end, Mark::A) {
        end += 1;
    }
    let factor = match scan.cell(end) {
        Cell::Scale(power) if power > 2 && !scan.is(end, Mark::Plural) => {
            power_of_ten(i32::from(power))?
        }
        Cell::Multiple(times) => Decimal::from(times),
        _ => return None,
    };
    let value = part.checked_mul(factor)?;
    let value = if value.fract() < Decimal::new(1, 9) {
        value.trunc()
    } else {
        value
    };
    Some(Cardinal {
        written: Written::new(value.normalize()),
        end: end + 1,
        form: Form::Words,
        scaled: true,
        digits: None,
    })
}

/// A fraction in words from `at` on: "half", "a third", "two-thirds", "three quarters". Whether it is one at all is
/// for the caller to say: "a third" may be an ordinal.
pub(super) fn part(scan: Scan<'_>, at: usize) -> Option<(Decimal, usize)> {
    let alone = scan.row(at).part;
    if alone == 2 || alone == 4 {
        return Some((Decimal::ONE.checked_div(Decimal::from(alone))?, at + 1));
    }
    let (count, mut end) = if scan.is(at, Mark::A) {
        (1, at + 1)
    } else {
        match scan.cell(at) {
            Cell::Unit(n) | Cell::Teen(n) | Cell::Tens(n) if n > 0 => (n, at + 1),
            _ => return None,
        }
    };
    if scan.is(end, Mark::Hyphen) && scan.is(at, Mark::A) {
        return None;
    }
    if scan.is(end, Mark::Hyphen) && scan.row(end + 1).part > 0 {
        end += 1;
    }
    let under = scan.row(end).part;
    let plural = scan.str(end).ends_with('s') || scan.str(end) == "halves";
    let agrees = under == 2 || under == 4 && count == 3 || (count == 1) != plural;
    if under == 0 || !agrees {
        return None;
    }
    Some((
        Decimal::from(count).checked_div(Decimal::from(under))?,
        end + 1,
    ))
}

/// What may follow within a group below a thousand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slot {
    Empty,
    Tens,
    Full,
}

/// A number being added up.
#[derive(Clone, Copy)]
struct Sum<'a> {
    scan: Scan<'a>,
    joining: Joining,
    at: usize,
    end: usize,
    total: Decimal,
    group: Option<Decimal>,
    slot: Slot,
    hundreds: bool,
    last_scale: u8,
    grain: Option<Decimal>,
    scaled: bool,
    ordinal: bool,
}

/// What one step did.
enum Step {
    /// Took tokens; go on.
    On,
    /// Nothing more fits.
    Stop,
    /// The number leaves the exact range.
    TooLarge,
    /// What was read since "and" belongs to another number.
    Undo,
}

impl<'a> Sum<'a> {
    const fn new(scan: Scan<'a>, at: usize, joining: Joining) -> Self {
        Self {
            scan,
            joining,
            at,
            end: at,
            total: Decimal::ZERO,
            group: None,
            slot: Slot::Empty,
            hundreds: false,
            last_scale: u8::MAX,
            grain: None,
            scaled: false,
            ordinal: false,
        }
    }

    /// Reads as far as the number goes; `None` when it leaves the exact range.
    fn run(&mut self) -> Option<()> {
        let mut safe = *self;
        let mut joined = false;
        loop {
            let before = *self;
            match self.step() {
                Step::On => {}
                Step::Undo if joined => {
                    *self = safe;
                    break;
                }
                Step::Undo | Step::Stop => {
                    *self = before;
                    break;
                }
                Step::TooLarge => return None,
            }
            if self.ordinal {
                break;
            }
            if self.skips_joint() {
                safe = before;
                safe.clone_from(self);
                safe.at = self.end;
                joined = true;
                self.at += 1;
                if !self.two_digits()
                    && !matches!(
                        self.scan.cell(self.at),
                        Cell::Unit(1..)
                            | Cell::Teen(_)
                            | Cell::Tens(_)
                            | Cell::Ordinal(_)
                            | Cell::OrdinalTens(_)
                    )
                    && !self.digits_and_scale()
                {
                    *self = safe;
                    break;
                }
            } else if self.scan.hyphen(self.at) && self.may_follow_hyphen() {
                self.at += 1;
            }
        }
        Some(())
    }

    /// True at an "and" that may go on with the number.
    fn skips_joint(&self) -> bool {
        self.joining == Joining::And
            && self.scaled_last()
            && self.scan.is(self.at, Mark::And)
            && !self.scan.is(self.at + 1, Mark::A)
            && part(self.scan, self.at + 1).is_none_or(|(part, _)| part >= Decimal::ONE)
    }

    /// The token before is a hundred or a greater scale.
    fn scaled_last(&self) -> bool {
        self.end > self.scan.from && matches!(self.scan.cell(self.end - 1), Cell::Scale(_))
    }

    fn may_follow_hyphen(&self) -> bool {
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

    fn digits_and_scale(&self) -> bool {
        self.group.is_none()
            && self.scan.is_number(self.at)
            && matches!(self.scan.cell(self.at + 1), Cell::Scale(power) if power < self.last_scale)
    }

    /// "4 thousand 3 hundred and 21"
    fn two_digits(&self) -> bool {
        self.hundreds
            && self.scan.is_number(self.at)
            && self.scan.str(self.at).len() == 2
            && self.scan.is_number(self.end - 2)
    }

    fn step(&mut self) -> Step {
        if self.two_digits() && self.slot == Slot::Empty && self.at > self.end {
            let digits: Option<u8> = self.scan.str(self.at).parse().ok();
            return digits.map_or(Step::Stop, |n| self.add(n, Slot::Full));
        }
        if self.digits_and_scale() {
            let Ok(digits) = digits::read(self.scan.str(self.at), LoneDot::Decimal) else {
                return Step::Stop;
            };
            self.group = Some(digits.written.value);
            self.slot = Slot::Full;
            return self.take();
        }
        match self.scan.cell(self.at) {
            Cell::Unit(n) if self.slot == Slot::Empty && (n > 0 || self.is_first()) => {
                self.add(n, Slot::Full)
            }
            Cell::Unit(n) if self.slot == Slot::Tens && n > 0 => self.add(n, Slot::Full),
            Cell::Teen(n) if self.slot == Slot::Empty => self.add(n, Slot::Full),
            Cell::Tens(n) if self.slot == Slot::Empty => self.add(n, Slot::Tens),
            Cell::Ordinal(n)
                if (self.slot == Slot::Empty || self.slot == Slot::Tens && n < 10)
                    && !self.is_seconds() =>
            {
                self.ordinal = true;
                self.add(n, Slot::Full)
            }
            Cell::OrdinalTens(n) if self.slot == Slot::Empty => {
                self.ordinal = true;
                self.add(n, Slot::Full)
            }
            Cell::OrdinalScale(power) if self.group.is_some() => {
                self.ordinal = true;
                self.scale(power)
            }
            Cell::Scale(2) => self.hundred(),
            Cell::Scale(power) => self.scale(power),
            Cell::Multiple(times) if self.group.is_some() || self.total > Decimal::ZERO => {
                self.multiple(times)
            }
            _ => Step::Stop,
        }
    }

    /// "thirty seconds" and "30 second" are lengths of time.
    fn is_seconds(&self) -> bool {
        !self.is_first()
            && self.scan.is(self.at, Mark::Duration)
            && !self.scan.is(self.at - 1, Mark::Hyphen)
            && self.scan.is_word(self.at + 1)
    }

    fn is_first(&self) -> bool {
        self.group.is_none() && self.total.is_zero()
    }

    fn take(&mut self) -> Step {
        self.at += 1;
        self.end = self.at;
        Step::On
    }

    fn add(&mut self, n: u8, slot: Slot) -> Step {
        let Some(sum) = self.group.unwrap_or_default().checked_add(Decimal::from(n)) else {
            return Step::TooLarge;
        };
        self.group = Some(sum);
        self.slot = slot;
        self.grain = None;
        self.take()
    }

    fn hundred(&mut self) -> Step {
        let Some(group) = self.group else {
            return Step::Stop;
        };
        let plural = self.scan.is(self.at, Mark::Plural);
        if self.hundreds
            || (plural && group >= Decimal::ONE_HUNDRED)
            || group >= Decimal::ONE_THOUSAND
        {
            return Step::Undo;
        }
        let Some(value) = group.checked_mul(Decimal::ONE_HUNDRED) else {
            return Step::TooLarge;
        };
        self.group = Some(value);
        self.grain = self
            .grain
            .and_then(|grain| grain.checked_mul(Decimal::ONE_HUNDRED));
        self.hundreds = true;
        self.scaled = true;
        self.slot = if plural { Slot::Full } else { Slot::Empty };
        self.take()
    }

    fn scale(&mut self, power: u8) -> Step {
        let Some(factor) = power_of_ten(i32::from(power)) else {
            return Step::TooLarge;
        };
        let result = match self.group {
            // "three lakh crore"
            None if self.total > Decimal::ZERO => self.total.checked_mul(factor),
            None => return Step::Stop,
            Some(_) if power >= self.last_scale => return Step::Undo,
            Some(group) => group
                .checked_mul(factor)
                .and_then(|sum| sum.checked_add(self.total)),
        };
        let Some(total) = result else {
            return Step::TooLarge;
        };
        self.grain = self
            .grain
            .filter(|_| self.total.is_zero() || self.group.is_none())
            .and_then(|grain| grain.checked_mul(factor));
        self.total = total;
        self.group = None;
        self.slot = Slot::Empty;
        self.hundreds = false;
        self.last_scale = power;
        self.scaled = true;
        self.take()
    }

    fn multiple(&mut self, times: u8) -> Step {
        // "score" is a number only after one, and not after digits: "a 3 score lead".
        if times == 20 && self.grain.is_some() || times == 2 && self.grain.is_some() {
            return Step::Stop;
        }
        let sum = self.total.checked_add(self.group.unwrap_or_default());
        let Some(total) = sum.and_then(|sum| sum.checked_mul(Decimal::from(times))) else {
            return Step::TooLarge;
        };
        self.total = total;
        self.group = None;
        self.grain = Some(Decimal::ONE);
        self.slot = Slot::Full;
        self.last_scale = 0;
        self.take()
    }

    /// A scale sign after the digits: "40k", "2.5 bn".
    fn suffix(&mut self) {
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
            SuffixPlace::Attached => attached,
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
    fn finish(mut self, form: Form, digits: Option<Digits>) -> Option<Result<Cardinal, Refusal>> {
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
        let fraction = self.under(form);
        if let Some((under, end)) = fraction {
            value = value.checked_div(Decimal::from(under))?;
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

    /// "fifty-four hundredths": what the number is divided by, and the token after it.
    fn under(&self, form: Form) -> Option<(u64, usize)> {
        if form != Form::Words || self.ordinal {
            return None;
        }
        let at = self.end + usize::from(self.scan.hyphen(self.end));
        let under = self.scan.row(at).part;
        (under > 2 && self.scan.str(at).ends_with('s') && under != 4).then_some((under, at + 1))
    }

    /// "point five": the decimals, and the token after them.
    fn decimals(&self, form: Form) -> Option<(Decimal, usize)> {
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

    /// "two and a half", "two and a half million", "one million and a quarter": the sum and the token after it.
    fn and_a_half(&self, value: Decimal) -> Option<(Decimal, usize)> {
        let scan = self.scan;
        if !scan.is(self.end, Mark::And) || self.ordinal {
            return None;
        }
        let (part, mut end) = part(scan, self.end + 1)?;
        let halves = matches!(scan.row(end - 1).part, 2 | 4);
        if !halves && scan.is(self.end + 1, Mark::A) {
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
        .is_some_and(|before| scan.words.money_signs.contains_key(scan.str(before)))
}

/// A currency word or sign stands at `at`.
fn money_after(scan: Scan<'_>, at: usize) -> bool {
    scan.words.money_signs.contains_key(scan.str(at)) && !scan.is_number(at + 1)
        || scan.token(at).is_some()
            && scan
                .words
                .money_by_word
                .longest_at(&scan.tokens[..scan.to], scan.text, at)
                .is_some_and(|found| !found.value.careful)
}
