//! One sentence, from left to right: what begins at a token is read by the first pass that knows it.

use super::cardinal::{Form, Refusal};
use super::date::{DateKind, DateMention};
use super::draft::{Amount, Draft};
use super::quantity::{Kind, Operator, Quantity, Reason};
use super::scan::Scan;
use super::words::{Cell, Dimension, Hedge, Mark};
use super::written::Written;
use super::{cardinal, guard, hedge, piece, range, share, unit, vague};
use crate::decimal::Decimal;

/// How far after "no one" a word of harm may stand.
const HARM_REACH: usize = 6;

/// A sentence being read.
pub(super) struct Sentence<'a> {
    scan: Scan<'a>,
    index: usize,
    dates: &'a [DateMention],
    /// The token after the last quantity: hedges do not reach before it.
    floor: usize,
}

impl<'a> Sentence<'a> {
    pub(super) const fn new(scan: Scan<'a>, index: usize, dates: &'a [DateMention]) -> Self {
        Self {
            scan,
            index,
            dates,
            floor: scan.from,
        }
    }

    /// Appends what the sentence holds.
    pub(super) fn read(mut self, quantities: &mut Vec<Quantity>) {
        let mut at = self.scan.from;
        let mut last: Option<Draft> = None;
        while at < self.scan.to {
            let Some(draft) = self.at(at) else {
                at += 1;
                continue;
            };
            at = draft.tokens.end.max(at + 1);
            self.floor = at;
            let range = last
                .as_ref()
                .and_then(|before| self.both_bounds(before, &draft));
            if range.is_none() {
                quantities.extend(
                    last.take()
                        .map(|before| before.finish(self.scan, self.index)),
                );
            }
            last = Some(range.unwrap_or(draft));
        }
        quantities.extend(last.map(|draft| draft.finish(self.scan, self.index)));
    }

    /// "more than 40 and fewer than 60": one range.
    fn both_bounds(&self, low: &Draft, high: &Draft) -> Option<Draft> {
        use std::cmp::Ordering::{Greater, Less};
        let joints = low.tokens.end..high.tokens.start;
        let joined = (1..=2).contains(&joints.len())
            && joints.clone().all(|at| {
                self.scan.is(at, Mark::And)
                    || self.scan.is(at, Mark::Comma)
                    || self.scan.is(at, Mark::But)
            });
        let units = low.unit == high.unit || low.unit.is_none();
        if !joined || !units || low.kind == Kind::Guard || high.kind == Kind::Guard {
            return None;
        }
        let (one, other) = (low.written()?.value, high.written()?.value);
        let ends = match (low.bounds()?, high.bounds()?) {
            (Less, Greater) => (one, other),
            (Greater, Less) => (other, one),
            _ => return None,
        };
        let mut draft = high.clone();
        draft.tokens.start = low.tokens.start;
        draft.numeral.start = low.numeral.start;
        draft.amount = Amount::Range(ends.0, ends.1);
        draft.rule = "bounds";
        (ends.0 < ends.1).then_some(draft)
    }

    /// What begins at `at`.
    fn at(&mut self, at: usize) -> Option<Draft> {
        let scan = self.scan;
        while self.dates.first().is_some_and(|date| date.tokens.end <= at) {
            self.dates = &self.dates[1..];
        }
        let numeric = scan.is_number(at);
        let row = scan.row(at);
        if let Some(date) = self.date(at) {
            return Some(date);
        }
        if let Some(idiom) = scan
            .words
            .idioms
            .at(&scan.tokens[..scan.to], scan.text, at, scan.from)
            && (at..at + idiom.n_tokens).any(|at| is_numeral(scan, at))
        {
            return Some(Draft::guard(at..at + idiom.n_tokens, idiom.reason));
        }
        if numeric && let Some((reason, end)) = guard::run(scan, at) {
            return Some(Draft::guard(at..end.min(scan.to), reason));
        }
        let plain_word = !numeric && row == super::words::Row::default();
        if plain_word && !scan.words.money_signs.contains_key(scan.str(at)) {
            return None;
        }
        let scaled = cardinal::fraction_of_scale(scan, at).is_some();
        self.part_of_unit(at)
            .or_else(|| {
                if scaled {
                    None
                } else {
                    share::read(scan, at, self.floor)
                }
            })
            .map(|draft| self.hedged(draft))
            .or_else(|| self.nobody(at))
            .or_else(|| self.number(at))
            .or_else(|| self.vague(at))
            .or_else(|| self.one_length(at))
            .or_else(|| numeric.then(|| Draft::guard(at..at + 1, Reason::Identifier)))
    }

    /// A date or window that begins at `at` and holds a numeral.
    fn date(&self, at: usize) -> Option<Draft> {
        let date = self.dates.first().filter(|date| date.tokens.start == at)?;
        let reason = match date.kind {
            DateKind::Year(_) | DateKind::Decade(_) => Reason::Year,
            DateKind::Window { .. } => Reason::Window,
            DateKind::Day { .. } | DateKind::Month { .. } => Reason::Date,
            _ => return None,
        };
        let mut tokens = date.tokens.clone();
        if !tokens
            .clone()
            .any(|at| is_numeral(self.scan, at) || self.scan.is(at, Mark::Numeric))
        {
            return None;
        }
        let (amount, unit) = match &date.kind {
            DateKind::Window { count, unit, .. } => {
                tokens.start += 1;
                (count.number, Some(unit.clone()))
            }
            _ => (None, None),
        };
        let mut draft = Draft::guard(tokens, reason);
        if let Some(number) = amount {
            draft.amount = Amount::Number(Written::new(number));
        }
        draft.unit = unit;
        Some(draft)
    }

    /// A number in digits or words, with all that belongs to it.
    fn number(&mut self, at: usize) -> Option<Draft> {
        let scan = self.scan;
        let piece = match piece::read(scan, at, range::joining(scan, at))? {
            Ok(piece) => piece,
            Err(refusal) => return Some(self.refused(at, refusal)),
        };
        if piece.form == Form::Words
            && piece.end == at + 1
            && scan.cell(at) == Cell::Unit(1)
            && guard::is_pronoun(scan, at)
        {
            return Some(Draft::guard(at..at + 1, Reason::Pronoun));
        }
        if let Some(found) = range::read(scan, piece) {
            return Some(self.range(found));
        }
        let mut draft = Draft::new(
            piece.start..piece.end,
            Amount::Number(piece.written),
            "number",
        );
        draft.numeral = piece.numeral.0..piece.numeral.1;
        draft.increment = piece.increment;
        draft.tokens.start = piece.start;
        self.take_unit(&mut draft, piece.unit);
        if piece.form == Form::Ordinal {
            draft.kind = Kind::Ordinal;
            draft.rule = "ordinal";
        } else if piece.form == Form::Digits {
            self.ordinal_ending(&mut draft);
        }
        self.age(&mut draft);
        Some(self.judged(draft, piece.form))
    }

    /// "half an hour", "a quarter of a mile", "half-hour".
    fn part_of_unit(&self, at: usize) -> Option<Draft> {
        let scan = self.scan;
        let (part, mut end) = cardinal::part(scan, at)?;
        end += usize::from(scan.hyphen(end));
        end += usize::from(scan.is(end, Mark::Of));
        end += usize::from(scan.is(end, Mark::A));
        let number = unit::Number {
            digits: false,
            scaled: false,
        };
        let (unit, end) = unit::word(scan, end, number)?;
        let mut draft = Draft::new(at..end, Amount::Number(Written::new(part)), "part_of_unit");
        draft.numeral = at..at + 1;
        self.take_unit(&mut draft, Some(unit));
        Some(draft)
    }

    fn refused(&self, at: usize, refusal: Refusal) -> Draft {
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

    fn take_unit(&self, draft: &mut Draft, unit: Option<usize>) {
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
    fn ordinal_ending(&self, draft: &mut Draft) {
        let end = draft.tokens.end;
        if draft.unit.is_none() && self.scan.is(end, Mark::OrdinalEnding) && self.scan.glued(end) {
            draft.kind = Kind::Ordinal;
            draft.rule = "ordinal";
            draft.tokens.end = end + 1;
            draft.numeral.end = end + 1;
        }
    }

    fn range(&self, found: range::Found) -> Draft {
        let (low, high) = (found.low, found.high);
        let amount = Amount::Range(
            low.written.value.min(high.written.value),
            low.written.value.max(high.written.value),
        );
        let mut draft = Draft::new(found.start..high.end, amount, "range");
        draft.numeral = low.numeral.0..high.numeral.1;
        self.take_unit(&mut draft, high.unit);
        if draft.unit.is_some() {
            draft.rule = "range";
        }
        self.age(&mut draft);
        self.hedged(draft)
    }

    /// "24-year-old", "aged 9", "9 years of age".
    fn age(&self, draft: &mut Draft) {
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
    fn judged(&self, draft: Draft, form: Form) -> Draft {
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
    fn hedged(&self, mut draft: Draft) -> Draft {
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
    fn more(&self, draft: &mut Draft) {
        let scan = self.scan;
        let end = draft.tokens.end;
        if scan.is(end, Mark::MoreAfter) && !scan.is(end + 1, Mark::Than) && draft.unit.is_none() {
            draft.increment = true;
            draft.tokens.end = end + 1;
        }
        self.more_outside(draft);
    }

    /// "another", "an additional" right before what was read so far.
    fn more_outside(&self, draft: &mut Draft) {
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

    /// "no one was killed", "no casualties": zero.
    fn nobody(&self, at: usize) -> Option<Draft> {
        let scan = self.scan;
        let tokens = &scan.tokens[..scan.to];
        let zero = |end: usize| {
            Draft::new(
                at..end,
                Amount::Number(Written::new(Decimal::ZERO)),
                "nobody",
            )
        };
        if let Some(found) = scan.words.nobody.longest_at(tokens, scan.text, at) {
            let end = at + found.n_tokens;
            let harmed = (end..end + HARM_REACH).any(|at| scan.is(at, Mark::Harm));
            let draft = if harmed {
                zero(end)
            } else {
                Draft::guard(at..end, Reason::Pronoun)
            };
            return Some(draft);
        }
        let none_of = scan.is(at, Mark::No) && !scan.is(at + 1, Mark::Dot);
        let noun = (at + 1..at + 3)
            .take_while(|at| scan.is_word(*at))
            .any(|at| {
                scan.is(at, Mark::NothingOf) || scan.is(at, Mark::Person) && scan.is_plural(at)
            });
        (none_of && noun).then(|| zero(at + 1))
    }

    /// "dozens", "several hundred", "a few days".
    fn vague(&self, at: usize) -> Option<Draft> {
        let scan = self.scan;
        let (count, end) = vague::read(scan, at)?;
        let mut draft = Draft::new(at..end, Amount::Vague(count), "vague");
        let of = usize::from(scan.is(end, Mark::Of));
        let more = usize::from(scan.is(end + of, Mark::MoreAfter));
        let number = unit::Number {
            digits: false,
            scaled: true,
        };
        if let Some((found, end)) = unit::word(scan, end + of + more, number) {
            self.take_unit(&mut draft, Some(found));
            draft.tokens.end = end;
            draft.increment = more == 1;
        }
        Some(self.hedged(draft))
    }

    /// "a year", "an hour and a half", "weeklong", "half an hour": a length of time without a number word.
    fn one_length(&self, at: usize) -> Option<Draft> {
        let scan = self.scan;
        let tokens = &scan.tokens[..scan.to];
        if let Some(found) = scan.words.long.longest_at(tokens, scan.text, at) {
            return Some(self.length(at, at + found.n_tokens, found.value));
        }
        let another = scan.is(at, Mark::Another);
        let starts = scan.is(at, Mark::A) || scan.is(at, Mark::Whole) || another;
        if !starts || !unit::is_duration(scan, at + 1) {
            return None;
        }
        let found = scan
            .words
            .units_by_word
            .longest_at(tokens, scan.text, at + 1)?;
        let end = at + 1 + found.n_tokens;
        let long = scan.hyphen(end) && scan.is(end + 1, Mark::Long) || scan.is(end, Mark::Long);
        let lasting = scan.before(at, 1).is_none() && !scan.is(at, Mark::Whole)
            || scan.is_before(at, 1, Mark::Length)
            || scan.is(end, Mark::Of)
            || scan.is(end, Mark::Ago)
            || scan.is(end, Mark::And) && cardinal::part(scan, end + 1).is_some()
            || scan.is(at, Mark::Whole)
            || another;
        if !lasting && !long {
            return None;
        }
        let mut draft = self.length(at, end, found.value);
        draft.increment |= another;
        Some(draft)
    }

    fn length(&self, at: usize, end: usize, unit: usize) -> Draft {
        let scan = self.scan;
        let mut piece = piece::Piece {
            start: at,
            end,
            numeral: (at, at + 1),
            written: Written::new(Decimal::ONE),
            form: Form::Words,
            scaled: false,
            unit: Some(unit),
            increment: false,
        };
        piece.and_a_half(scan);
        piece.give_in(scan);
        let mut draft = Draft::new(at..piece.end, Amount::Number(piece.written), "length");
        draft.numeral = at..piece.numeral.1;
        self.take_unit(&mut draft, piece.unit);
        self.age(&mut draft);
        self.hedged(draft)
    }
}

/// A bound keeps its force beside an approximation.
const fn stronger(left: Option<Hedge>, right: Hedge) -> Hedge {
    match left {
        Some(left) if !matches!(left.operator, Operator::About | Operator::Exact) => left,
        _ => right,
    }
}

/// A digit token or a word that is a number by itself.
fn is_numeral(scan: Scan<'_>, at: usize) -> bool {
    scan.is_number(at) || scan.cell(at) != Cell::None
}
