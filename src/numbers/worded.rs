//! Numbers without a numeral: "no one", "dozens", "a year", "half an hour".

use super::cardinal::Form;
use super::draft::{Amount, Draft};
use super::fraction;
use super::quantity::Reason;
use super::read::Sentence;
use super::words::{Cell, Mark};
use super::written::Written;
use super::{piece, unit, vague};
use crate::decimal::Decimal;

/// How far after "no one" a word of harm may stand.
const HARM_REACH: usize = 6;

impl Sentence<'_> {
    /// "half an hour", "a quarter of a mile", "half-hour".
    pub(super) fn part_of_unit(&self, at: usize) -> Option<Draft> {
        let scan = self.scan;
        let (part, mut end) = fraction::part(scan, at)?;
        end += usize::from(scan.hyphen(end));
        end += usize::from(scan.is(end, Mark::Of));
        end += usize::from(scan.is(end, Mark::A));
        let number = unit::Number {
            digits: false,
            scaled: false,
            compound: false,
        };
        let (unit, end) = unit::word(scan, end, number)?;
        let mut draft = Draft::new(at..end, Amount::Number(Written::new(part)), "part_of_unit");
        draft.numeral = at..at + 1;
        self.take_unit(&mut draft, Some(unit));
        Some(draft)
    }

    /// "no one was killed", "no casualties": zero.
    pub(super) fn nobody(&self, at: usize) -> Option<Draft> {
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
                scan.is(at, Mark::NothingOf) || scan.is(at, Mark::Noun) && scan.is_plural(at)
            });
        (none_of && noun).then(|| zero(at + 1))
    }

    /// "dozens", "several hundred", "a few days".
    pub(super) fn vague(&self, at: usize) -> Option<Draft> {
        let scan = self.scan;
        let (count, end) = vague::read(scan, at)?;
        let mut draft = Draft::new(at..end, Amount::Vague(count), "vague");
        let of = usize::from(scan.is(end, Mark::Of));
        let more = usize::from(scan.is(end + of, Mark::MoreAfter));
        let number = unit::Number {
            digits: false,
            scaled: true,
            compound: false,
        };
        if let Some((found, end)) = unit::word(scan, end + of + more, number) {
            self.take_unit(&mut draft, Some(found));
            draft.tokens.end = end;
            draft.increment = more == 1;
        }
        Some(self.hedged(draft))
    }

    /// "a year", "an hour and a half", "weeklong", "half an hour": a length of time without a number word.
    pub(super) fn one_length(&self, at: usize) -> Option<Draft> {
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
        // "for a second day"
        let ordinal = scan.cell(end - 1) != Cell::None && scan.is_word(end);
        if ordinal && !scan.is(end, Mark::Function) {
            return None;
        }
        let long = scan.hyphen(end) && scan.is(end + 1, Mark::Long) || scan.is(end, Mark::Long);
        let lasting = scan.before(at, 1).is_none() && !scan.is(at, Mark::Whole)
            || scan.is_before(at, 1, Mark::Length)
            || scan.is(end, Mark::Of)
            || scan.is(end, Mark::Ago)
            || scan.is(end, Mark::And) && fraction::part(scan, end + 1).is_some()
            || scan.is(at, Mark::Whole)
            || another;
        if !lasting && !long {
            return None;
        }
        let mut draft = self.length(at, end, found.value);
        draft.increment |= another;
        Some(draft)
    }

    pub(super) fn length(&self, at: usize, end: usize, unit: usize) -> Draft {
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
            lone_dot: false,
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
