//! One sentence, from left to right: what begins at a token is read by the first pass that knows it.

use super::cardinal::Form;
use super::date::{DateKind, DateMention};
use super::draft::{Amount, Draft};
use super::fraction;
use super::quantity::{Kind, Quantity, Reason};
use super::run;
use super::scan::Scan;
use super::starts::Starts;
use super::words::{Cell, Mark, Row};
use super::written::Written;
use super::{guard, piece, range, share};

/// A sentence being read.
pub(super) struct Sentence<'a> {
    pub(super) scan: Scan<'a>,
    pub(super) index: usize,
    pub(super) dates: &'a [DateMention],
    /// The token after the last quantity: nothing reaches before it.
    pub(super) floor: usize,
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
        while let Some(next) = self.next(at) {
            at = next;
            let Some(mut draft) = self.at(at) else {
                at += 1;
                continue;
            };
            draft.tokens.start = draft.tokens.start.max(self.floor);
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

    /// The first token from `at` on at which something may begin.
    fn next(&mut self, at: usize) -> Option<usize> {
        self.pass_dates(at);
        let mut dates = self.dates.iter().map(|date| date.tokens.start);
        let date = dates.find(|date| *date >= at);
        let next = self.scan.next(at, Starts::READ);
        match (date, next) {
            (Some(date), Some(next)) => Some(date.min(next)),
            _ => date.or(next),
        }
    }

    /// "more than 40 and fewer than 60": one range.
    pub(super) fn both_bounds(&self, low: &Draft, high: &Draft) -> Option<Draft> {
        use std::cmp::Ordering::{Greater, Less};
        let joints = low.tokens.end..high.tokens.start;
        let joined = (1..=2).contains(&joints.len())
            && joints.clone().all(|at| {
                self.scan.is(at, Mark::And)
                    || self.scan.is(at, Mark::Comma)
                    || self.scan.is(at, Mark::But)
            });
        let conjunction = joints.clone().any(|at| !self.scan.is(at, Mark::Comma));
        let units = low.unit == high.unit || low.unit.is_none();
        if !joined || !units || low.kind == Kind::Guard || high.kind == Kind::Guard {
            return None;
        }
        let (one, other) = (low.written()?.value, high.written()?.value);
        let ends = match (low.bounds()?, high.bounds()?) {
            (Less, Greater) => (one, other),
            // "as much as 10%, well above the 2%" compares.
            (Greater, Less) if conjunction => (other, one),
            _ => return None,
        };
        let mut draft = high.clone();
        draft.tokens.start = low.tokens.start;
        draft.numeral.start = low.numeral.start;
        draft.amount = Amount::Range(ends.0, ends.1);
        draft.rule = "bounds";
        (ends.0 < ends.1).then_some(draft)
    }

    /// Leaves behind the dates that end before `at`.
    fn pass_dates(&mut self, at: usize) {
        while self.dates.first().is_some_and(|date| date.tokens.end <= at) {
            self.dates = &self.dates[1..];
        }
    }

    /// What begins at `at`.
    pub(super) fn at(&mut self, at: usize) -> Option<Draft> {
        let scan = self.scan;
        self.pass_dates(at);
        let is_date = self
            .dates
            .first()
            .is_some_and(|date| date.tokens.start == at);
        if !is_date && !scan.starts(at, Starts::READ) {
            return None;
        }
        if let Some(date) = self.date(at) {
            return Some(date);
        }
        let numeric = scan.is_number(at);
        let row = scan.row(at);
        if (numeric || row.marks.has(Mark::IdiomStart))
            && let Some(idiom) =
                scan.words
                    .idioms
                    .at(&scan.tokens[..scan.to], scan.text, at, scan.from)
            && (at..at + idiom.n_tokens).any(|at| is_numeral(scan, at))
        {
            return Some(Draft::guard(at..at + idiom.n_tokens, idiom.reason));
        }
        if numeric && let Some((reason, end)) = run::run(scan, at) {
            return Some(Draft::guard(at..end.min(scan.to), reason));
        }
        if numeric {
            return share::ratio_or_over(scan, at)
                .map(|draft| self.hedged(draft))
                .or_else(|| self.number(at))
                .or_else(|| Some(Draft::guard(at..at + 1, Reason::Identifier)));
        }
        if !scan.starts(at, Starts::NUMBER) {
            return None;
        }
        let scaled = row.marks.has(Mark::A) || row.part > 0 || row.cell != Cell::None;
        let scaled = scaled && fraction::fraction_of_scale(scan, at).is_some();
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
            .or_else(|| begins_piece(row).then(|| self.number(at))?)
            .or_else(|| self.vague(at))
            .or_else(|| self.one_length(at))
    }

    /// A date or window that begins at `at` and holds a numeral.
    pub(super) fn date(&self, at: usize) -> Option<Draft> {
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
    pub(super) fn number(&mut self, at: usize) -> Option<Draft> {
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
        if piece.lone_dot {
            draft.rule = "lone_dot";
        }
        self.age(&mut draft);
        Some(self.judged(draft, piece.form))
    }

    pub(super) fn range(&self, found: range::Found) -> Draft {
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
}

/// False for a word with which no number in words or signs begins.
const fn begins_piece(row: Row) -> bool {
    let marks = row.marks;
    !matches!(row.cell, Cell::None)
        || row.part > 0
        || marks.has(Mark::A)
        || marks.has(Mark::Negative)
        || marks.has(Mark::MinusSign)
        || marks.has(Mark::Dot)
        || marks.has(Mark::MoneySign)
}

/// A digit token or a word that is a number by itself.
fn is_numeral(scan: Scan<'_>, at: usize) -> bool {
    scan.is_number(at) || scan.cell(at) != Cell::None
}
