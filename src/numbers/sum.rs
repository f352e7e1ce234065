//! A number in words being added up: tens and units, hundreds, scale words.

use super::cardinal::Joining;
use super::digits::{self, LoneDot};
use super::scan::Scan;
use super::words::{Cell, Mark};
use crate::decimal::{Decimal, power_of_ten};

/// What may follow within a group below a thousand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    Empty,
    Tens,
    Full,
}

/// A number being added up.
#[derive(Clone, Copy)]
pub(super) struct Sum<'a> {
    pub(super) scan: Scan<'a>,
    pub(super) joining: Joining,
    pub(super) at: usize,
    pub(super) end: usize,
    pub(super) total: Decimal,
    pub(super) group: Option<Decimal>,
    pub(super) slot: Slot,
    pub(super) hundreds: bool,
    pub(super) last_scale: u8,
    pub(super) grain: Option<Decimal>,
    pub(super) scaled: bool,
    pub(super) ordinal: bool,
    /// What was added up before the last "and".
    pub(super) apart: Decimal,
}

/// What one step did.
pub(super) enum Step {
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
    pub(super) const fn new(scan: Scan<'a>, at: usize, joining: Joining) -> Self {
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
            apart: Decimal::ZERO,
        }
    }

    /// Reads as far as the number goes; `None` when it leaves the exact range.
    pub(super) fn run(&mut self) -> Option<()> {
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
                self.apart = self.total.checked_add(self.group.unwrap_or_default())?;
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
            } else if (self.scan.hyphen(self.at) || self.loose_hyphen()) && self.may_follow_hyphen()
            {
                self.at += 1;
            }
        }
        Some(())
    }

    pub(super) fn step(&mut self) -> Step {
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
    pub(super) fn is_seconds(&self) -> bool {
        !self.is_first()
            && self.scan.is(self.at, Mark::Duration)
            && !self.scan.is(self.at - 1, Mark::Hyphen)
            && self.scan.is_word(self.at + 1)
    }

    pub(super) fn is_first(&self) -> bool {
        self.group.is_none() && self.total.is_zero()
    }

    pub(super) fn take(&mut self) -> Step {
        self.at += 1;
        self.end = self.at;
        Step::On
    }

    pub(super) fn add(&mut self, n: u8, slot: Slot) -> Step {
        let Some(sum) = self.group.unwrap_or_default().checked_add(Decimal::from(n)) else {
            return Step::TooLarge;
        };
        self.group = Some(sum);
        self.slot = slot;
        self.grain = None;
        self.take()
    }

    pub(super) fn hundred(&mut self) -> Step {
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

    pub(super) fn scale(&mut self, power: u8) -> Step {
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

    pub(super) fn multiple(&mut self, times: u8) -> Step {
        // "score" is a number only after one, and not after digits: "a 3 score lead".
        if times == 20 && self.grain.is_some() || times == 2 && self.grain.is_some() {
            return Step::Stop;
        }
        // "three hundred and two dozens" is 324; "one hundred and twenty dozen" is 1440.
        let apart = if self.scan.is(self.at, Mark::Plural) {
            self.apart
        } else {
            Decimal::ZERO
        };
        let sum = self.total.checked_add(self.group.unwrap_or_default());
        let last = sum.and_then(|sum| sum.checked_sub(apart));
        let product = last.and_then(|last| last.checked_mul(Decimal::from(times)));
        let Some(total) = product.and_then(|product| product.checked_add(apart)) else {
            return Step::TooLarge;
        };
        self.total = total;
        self.group = None;
        self.grain = Some(Decimal::ONE);
        self.slot = Slot::Full;
        self.scaled = true;
        self.last_scale = 0;
        self.take()
    }
}
