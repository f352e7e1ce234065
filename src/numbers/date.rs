//! Dates and spans of time as the text names them: for guards here, for as-of later.

use std::ops::Range;

use super::cardinal::{self, Form, Joining};
use super::quantity::{Kind, Unit, Value};
use super::scan::Scan;
use super::words::{Cell, Mark, Words};
use super::{Draft, draft::Amount, hedge, unit, vague};
use crate::calendar::Weekday;
use crate::schema::Lexicon;
use crate::span::Span;
use crate::text::{Document, PhraseTable, Vocabulary};

/// A date, or a stretch of time counted from the day of writing, as named in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// The words: "October 7", "the last 24 hours" without "the".
    pub span: Span,
    /// The tokens under `span`, as indices into the document's tokens.
    pub tokens: Range<usize>,
    /// The sentence, as an index into the document's sentences.
    pub sentence: usize,
    /// The word before it that turns it into a bound: "since October 7".
    pub lead: Lead,
    /// What it says.
    pub kind: DateKind,
}

/// What stands before a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// Nothing that matters.
    None,
    /// From then on: since.
    Since,
    /// Up to then: until, by, before.
    Until,
    /// Later than then: after, from.
    After,
}

/// What a date mention says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateKind {
    /// "7 October 2023", "October 7", "2023-10-07".
    Day {
        /// The year, when given.
        year: Option<i16>,
        /// 1 to 12.
        month: i8,
        /// 1 to 31; not checked against the month.
        day: i8,
    },
    /// "October", "October 2023".
    Month {
        /// The year, when given.
        year: Option<i16>,
        /// 1 to 12.
        month: i8,
    },
    /// "2009".
    Year(i16),
    /// "the 1990s", by its first year.
    Decade(i16),
    /// "Tuesday", "last Tuesday".
    Weekday {
        /// The day of the week.
        day: Weekday,
        /// last −1, this 0, next 1, when said.
        week: Option<i8>,
    },
    /// "yesterday" −1, "today" 0, "overnight" −1: days from the day of writing.
    Days(i8),
    /// "last month" −1, "this year" 0.
    Unit {
        /// week, month, year, …
        unit: Unit,
        /// last −1, this 0, next 1.
        offset: i8,
    },
    /// "three weeks ago".
    Ago {
        /// How many, with its hedge.
        count: Box<Value>,
        /// Of what.
        unit: Unit,
    },
    /// "the last 24 hours", "the next three weeks".
    Window {
        /// The past −1, the future 1.
        direction: i8,
        /// How many, with its hedge.
        count: Box<Value>,
        /// Of what.
        unit: Unit,
    },
}

/// Finds dates by the word lists.
#[derive(Debug)]
pub struct DateTagger {
    words: Words,
    table: DateTable,
}

/// The lists that only dates need.
#[derive(Debug, Default)]
pub(super) struct DateTable {
    days: PhraseTable<i8>,
    before: PhraseTable<i8>,
    windows: PhraseTable<i8>,
    since: PhraseTable<()>,
    until: PhraseTable<()>,
    after: PhraseTable<()>,
}

impl DateTagger {
    /// Compiles the word lists.
    pub fn new(lexicon: &Lexicon, vocabulary: &mut Vocabulary) -> Self {
        Self {
            words: Words::new(lexicon, vocabulary),
            table: DateTable::new(lexicon, vocabulary),
        }
    }

    /// Every date mention of the document, in order.
    pub fn find(&self, document: &Document<'_>) -> Vec<DateMention> {
        let mut mentions = Vec::new();
        for (sentence, tokens) in document.sentences.iter().map(|s| &s.tokens).enumerate() {
            let scan = Scan {
                words: &self.words,
                text: &document.article.text,
                tokens: &document.tokens,
                from: tokens.start,
                to: tokens.end,
                dotted: false,
            };
            self.table.find(scan, sentence, &mut mentions);
        }
        mentions
    }
}

/// A mention without its place.
struct Found {
    start: usize,
    end: usize,
    kind: DateKind,
}

impl DateTable {
    pub(super) fn new(lexicon: &Lexicon, vocabulary: &mut Vocabulary) -> Self {
        let mut table = Self::default();
        let calendar = &lexicon.calendar;
        let lists = [
            (&mut table.days, &calendar.days),
            (&mut table.before, &calendar.before),
            (&mut table.windows, &calendar.windows),
        ];
        for (phrases, list) in lists {
            for (phrase, value) in list {
                phrases.insert(vocabulary, phrase, *value);
            }
        }
        let leads = [
            (&mut table.since, &calendar.since),
            (&mut table.until, &calendar.until),
            (&mut table.after, &calendar.after),
        ];
        for (phrases, list) in leads {
            for phrase in list {
                phrases.insert(vocabulary, phrase, ());
            }
        }
        table
    }

    /// Appends the mentions of one sentence, in order and without overlap.
    pub(super) fn find(&self, scan: Scan<'_>, sentence: usize, mentions: &mut Vec<DateMention>) {
        let mut at = scan.from;
        while at < scan.to {
            let Some(found) = self.at(scan, at) else {
                at += 1;
                continue;
            };
            at = found.end.max(at + 1);
            mentions.push(DateMention {
                span: scan.span(found.start, found.end),
                tokens: found.start..found.end,
                sentence,
                lead: self.lead(scan, found.start),
                kind: found.kind,
            });
        }
    }

    fn at(&self, scan: Scan<'_>, at: usize) -> Option<Found> {
        let found = |end: usize, kind: DateKind| Found {
            start: at,
            end,
            kind,
        };
        if scan.is_number(at) {
            return numeric(scan, at)
                .or_else(|| day_before_month(scan, at))
                .or_else(|| year(scan, at))
                .map(|(end, kind)| found(end, kind))
                .or_else(|| ago(scan, at));
        }
        let row = scan.row(at);
        if row == super::words::Row::default() {
            return None;
        }
        if row.month > 0 && scan.is_name(at) {
            return month(scan, at).map(|(end, kind)| found(end, kind));
        }
        if row.weekday > 0 && scan.is_name(at) {
            return Some(self.weekday(scan, at));
        }
        let tokens = &scan.tokens[..scan.to];
        if let Some(days) = self.days.longest_at(tokens, scan.text, at) {
            return Some(found(at + days.n_tokens, DateKind::Days(days.value)));
        }
        self.window(scan, at)
            .or_else(|| self.unit(scan, at))
            .or_else(|| ordinal_day(scan, at).map(|(end, kind)| found(end, kind)))
            .or_else(|| ago(scan, at))
    }

    fn weekday(&self, scan: Scan<'_>, at: usize) -> Found {
        let day = Weekday::from_monday_one_offset(scan.row(at).weekday.cast_signed())
            .unwrap_or(Weekday::Monday);
        let tokens = &scan.tokens[..at];
        let week = scan
            .before(at, 1)
            .and_then(|before| self.before.longest_at(tokens, scan.text, before))
            .map(|found| found.value);
        Found {
            start: at - usize::from(week.is_some()),
            end: at + 1,
            kind: DateKind::Weekday { day, week },
        }
    }

    /// "last week", "this year".
    fn unit(&self, scan: Scan<'_>, at: usize) -> Option<Found> {
        let tokens = &scan.tokens[..scan.to];
        let before = self.before.longest_at(tokens, scan.text, at)?;
        let end = at + before.n_tokens;
        if !unit::is_duration(scan, end) || scan.cell(end) != Cell::None {
            return None;
        }
        let found = scan
            .words
            .units_by_word
            .longest_at(tokens, scan.text, end)?;
        Some(Found {
            start: at,
            end: end + found.n_tokens,
            kind: DateKind::Unit {
                unit: scan.words.unit(found.value).name.clone(),
                offset: before.value,
            },
        })
    }

    /// "last 24 hours", "next three weeks", "past few days".
    fn window(&self, scan: Scan<'_>, at: usize) -> Option<Found> {
        let tokens = &scan.tokens[..scan.to];
        let direction = self.windows.longest_at(tokens, scan.text, at)?;
        let (count, unit, end) = length(scan, at + direction.n_tokens)?;
        Some(Found {
            start: at,
            end,
            kind: DateKind::Window {
                direction: direction.value,
                count: Box::new(count),
                unit,
            },
        })
    }

    fn lead(&self, scan: Scan<'_>, start: usize) -> Lead {
        let article = usize::from(scan.is_before(start, 1, Mark::Article));
        let Some(at) = scan.before(start, 1 + article) else {
            return Lead::None;
        };
        let tokens = &scan.tokens[..start];
        let is = |table: &PhraseTable<()>| table.longest_at(tokens, scan.text, at).is_some();
        if is(&self.since) {
            Lead::Since
        } else if is(&self.until) {
            Lead::Until
        } else if is(&self.after) {
            Lead::After
        } else {
            Lead::None
        }
    }
}

/// A length of time from `at` on, with its hedge: "24 hours", "almost three weeks", "few days".
fn length(scan: Scan<'_>, at: usize) -> Option<(Value, Unit, usize)> {
    // A hedge may stand between: "the last about 24 hours" is rare, "the past few days" is not.
    let (amount, numeral_end, digits) = if let Some((count, end)) = vague::read(scan, at) {
        (Amount::Vague(count), end, false)
    } else {
        let number = cardinal::read(scan, at, Joining::And)?.ok()?;
        if number.form == Form::Ordinal {
            return None;
        }
        (
            Amount::Number(number.written),
            number.end,
            number.form == Form::Digits,
        )
    };
    let number = unit::Number {
        digits,
        scaled: false,
    };
    let (found, end) = unit::read(scan, numeral_end, number)?;
    let row = scan.words.unit(found);
    if row.dimension != super::words::Dimension::Duration {
        return None;
    }
    let name = row.name.clone();
    let mut draft = Draft::new(at..numeral_end, amount, "length");
    draft.kind = Kind::Duration;
    draft.hedge = hedge::before(scan, at, scan.from).map(|(hedge, _)| hedge);
    Some((draft.value(), name, end))
}

/// "three weeks ago", "a year ago".
fn ago(scan: Scan<'_>, at: usize) -> Option<Found> {
    let row = scan.row(at);
    let starts = scan.is_number(at)
        || row.cell != Cell::None
        || row.marks.has(Mark::Numeric)
        || row.marks.has(Mark::A);
    if !starts {
        return None;
    }
    let (count, unit, end) = length(scan, at).or_else(|| one(scan, at))?;
    if !scan.is(end, Mark::Ago) {
        return None;
    }
    let kind = DateKind::Ago {
        count: Box::new(count),
        unit,
    };
    Some(Found {
        start: at,
        end: end + 1,
        kind,
    })
}

/// "a year", "an hour".
fn one(scan: Scan<'_>, at: usize) -> Option<(Value, Unit, usize)> {
    if !scan.is(at, Mark::A) || !unit::is_duration(scan, at + 1) {
        return None;
    }
    let tokens = &scan.tokens[..scan.to];
    let found = scan
        .words
        .units_by_word
        .longest_at(tokens, scan.text, at + 1)?;
    let written = super::Written::new(crate::decimal::Decimal::ONE);
    let mut draft = Draft::new(at..at + 1, Amount::Number(written), "length");
    draft.kind = Kind::Duration;
    draft.hedge = hedge::before(scan, at, scan.from).map(|(hedge, _)| hedge);
    Some((
        draft.value(),
        scan.words.unit(found.value).name.clone(),
        at + 1 + found.n_tokens,
    ))
}

/// A number token of at most four plain digits.
fn small(scan: Scan<'_>, at: usize) -> Option<i16> {
    let text = scan.str(at);
    let plain =
        scan.is_number(at) && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

fn day_number(scan: Scan<'_>, at: usize) -> Option<i8> {
    small(scan, at)
        .filter(|day| (1..=31).contains(day) && scan.str(at).len() <= 2)
        .map(|day| day as i8)
}

fn year_number(scan: Scan<'_>, at: usize) -> Option<i16> {
    small(scan, at).filter(|year| (1000..=2199).contains(year) && scan.str(at).len() == 4)
}

/// The year at `at`, perhaps after a comma, and the token after it.
fn year_after(scan: Scan<'_>, at: usize) -> (Option<i16>, usize) {
    let start = if scan.is(at, Mark::Comma) { at + 1 } else { at };
    match year_number(scan, start) {
        Some(year) => (Some(year), start + 1),
        None => short_year(scan, at).map_or((None, at), |year| (Some(year), at + 1)),
    }
}

/// "4 Nov 89": two digits of the last century right after the month, with nothing counted after them.
fn short_year(scan: Scan<'_>, at: usize) -> Option<i16> {
    let year =
        small(scan, at).filter(|year| (50..=99).contains(year) && scan.str(at).len() == 2)?;
    (!scan.is_word(at + 1) && scan.row(at - 1).month > 0).then_some(1900 + year)
}

/// The token after an ordinal ending that touches the day: "7th".
fn after_ending(scan: Scan<'_>, at: usize) -> usize {
    at + usize::from(scan.is(at, Mark::OrdinalEnding) && scan.glued(at))
}

/// "October 7", "Oct. 7, 2023", "October 2023", "October 7-9", "October".
fn month(scan: Scan<'_>, at: usize) -> Option<(usize, DateKind)> {
    let month = scan.row(at).month.cast_signed();
    let dotted =
        usize::from(scan.is(at + 1, Mark::Dot) && scan.glued(at + 1) && scan.str(at).len() <= 4);
    let mut next = at + 1 + dotted;
    if scan.hyphen(next) && day_number(scan, next + 1).is_some() {
        next += 1;
    }
    if let Some(day) = day_number(scan, next) {
        let mut end = after_ending(scan, next + 1);
        let dash = scan.is(end, Mark::Hyphen) || scan.is(end, Mark::Dash);
        if dash && day_number(scan, end + 1).is_some_and(|last| last > day) {
            end = after_ending(scan, end + 2);
        }
        // "March 40 people" is no date, nor is "May 7.5".
        let (year, end) = year_after(scan, end);
        let kind = DateKind::Day { year, month, day };
        return Some((end, kind));
    }
    if let (Some(year), end) = year_after(scan, next) {
        let kind = DateKind::Month {
            year: Some(year),
            month,
        };
        return Some((end, kind));
    }
    if let Cell::Ordinal(day) | Cell::OrdinalTens(day) = scan.cell(next)
        && day <= 31
    {
        let kind = DateKind::Day {
            year: None,
            month,
            day: day.cast_signed(),
        };
        return Some((next + 1, kind));
    }
    let stands = !scan.is(at, Mark::DoubtfulMonth) || scan.is_before(at, 1, Mark::IntoMonth);
    let kind = DateKind::Month { year: None, month };
    stands.then_some((at + 1, kind))
}

/// "7 October 2023", "7th of October", "7-9 October".
fn day_before_month(scan: Scan<'_>, at: usize) -> Option<(usize, DateKind)> {
    let day = day_number(scan, at)?;
    let mut next = after_ending(scan, at + 1);
    let joint = scan.is(next, Mark::Hyphen) || scan.is(next, Mark::Dash) || scan.is(next, Mark::To);
    if joint && day_number(scan, next + 1).is_some() {
        next = after_ending(scan, next + 2);
    }
    if scan.is(next, Mark::Of) || scan.hyphen(next) {
        next += 1;
    }
    month_name(scan, next, day)
}

/// The month at `at` after its day.
fn month_name(scan: Scan<'_>, at: usize, day: i8) -> Option<(usize, DateKind)> {
    let month = scan.row(at).month.cast_signed();
    let sure =
        scan.is_name(at) || !scan.is(at, Mark::DoubtfulMonth) || short_year(scan, at + 1).is_some();
    if month == 0 || !sure {
        return None;
    }
    let dotted = usize::from(scan.is(at + 1, Mark::Dot) && year_number(scan, at + 2).is_some());
    let (year, end) = year_after(scan, at + 1 + dotted);
    // "3 May 40": the day goes with the month anyway.
    Some((end.max(at + 1), DateKind::Day { year, month, day }))
}

/// "the seventh of October".
fn ordinal_day(scan: Scan<'_>, at: usize) -> Option<(usize, DateKind)> {
    let (Cell::Ordinal(day) | Cell::OrdinalTens(day)) = scan.cell(at) else {
        return None;
    };
    (day <= 31 && scan.is(at + 1, Mark::Of))
        .then(|| month_name(scan, at + 2, day.cast_signed()))
        .flatten()
}

/// "2023-10-07", "7/10/2023", "7.10.2023": the middle is the month unless it cannot be.
fn numeric(scan: Scan<'_>, at: usize) -> Option<(usize, DateKind)> {
    let dots: Vec<&str> = scan.str(at).splitn(4, '.').collect();
    if let [day, month, year] = dots[..]
        && year.len() == 4
    {
        return day_of(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
            .map(|kind| (at + 1, kind));
    }
    let joint = |at: usize| {
        (scan.hyphen(at) || scan.is(at, Mark::Slash)) && scan.glued(at) && scan.glued(at + 1)
    };
    if !joint(at + 1) || !joint(at + 3) || joint(at + 5) {
        return None;
    }
    let [first, second, third] = [at, at + 2, at + 4].map(|at| small(scan, at));
    let (first, second, third) = (first?, second?, third?);
    if scan.str(at).len() == 4 {
        return day_of(first, second, third).map(|kind| (at + 5, kind));
    }
    let year = match scan.str(at + 4).len() {
        4 => third,
        2 => 2000 + third,
        _ => return None,
    };
    // The US order, month first, as American papers write it.
    day_of(year, first, second)
        .or_else(|| day_of(year, second, first))
        .map(|kind| (at + 5, kind))
}

fn day_of(year: i16, month: i16, day: i16) -> Option<DateKind> {
    let fits =
        (1..=12).contains(&month) && (1..=31).contains(&day) && (1000..=2199).contains(&year);
    fits.then_some(DateKind::Day {
        year: Some(year),
        month: month as i8,
        day: day as i8,
    })
}

/// "2009", "the 1990s", "'90s": bare, without a counted noun or a bound.
fn year(scan: Scan<'_>, at: usize) -> Option<(usize, DateKind)> {
    let text = scan.str(at);
    let ends_s = scan.str(at + 1).trim_start_matches(['\'', '’']) == "s" && scan.glued(at + 1);
    if ends_s {
        let first = small(scan, at).filter(|year| year % 10 == 0)?;
        return match text.len() {
            4 if (1000..=2099).contains(&first) => Some((at + 2, DateKind::Decade(first))),
            2 => Some((at + 2, DateKind::Decade(1900 + first))),
            _ => None,
        };
    }
    let year = year_number(scan, at)?;
    let usual = (1900..=2099).contains(&year);
    let said = (1000..=1899).contains(&year) && scan.is_before(at, 1, Mark::IntoMonth);
    if !usual && !said || is_counted(scan, at) || is_name_part(scan, at) {
        return None;
    }
    // "2013-14", "1939–45": the second year belongs to the first.
    let dash = (scan.is(at + 1, Mark::Hyphen)
        || scan.is(at + 1, Mark::Dash)
        || scan.is(at + 1, Mark::Slash))
        && scan.glued(at + 1);
    let second =
        dash && small(scan, at + 2).is_some_and(|n| scan.str(at + 2).len() == 2 && n > year % 100);
    Some((if second { at + 3 } else { at + 1 }, DateKind::Year(year)))
}

/// "2006 people", "2000 km", "$2000", "more than 2000".
fn is_counted(scan: Scan<'_>, at: usize) -> bool {
    let number = unit::Number {
        digits: true,
        scaled: false,
    };
    let money = scan
        .before(at, 1)
        .is_some_and(|before| scan.words.money_signs.contains_key(scan.str(before)));
    let bound = hedge::before(scan, at, scan.from).is_some_and(|(hedge, _)| {
        use super::quantity::Operator::{About, Exact};
        !matches!(hedge.operator, About | Exact) || scan.is_countable(at + 1)
    });
    let scaled = matches!(scan.cell(at + 1), Cell::Scale(_) | Cell::Multiple(_));
    // "in 2006 soldiers were killed" is read as a count; "2006 attacks" is not clear, and a year after "in".
    let person = scan.is(at + 1, Mark::Person) && !scan.is_before(at, 1, Mark::In);
    let plural = scan.is_plural(at + 1)
        && !scan.is_before(at, 1, Mark::IntoMonth)
        && !scan.is_before(at, 1, Mark::Article);
    money || bound || scaled || person || plural || unit::read(scan, at + 1, number).is_some()
}

/// "Gaza-2014" or "F-2000", "#2012": part of a name.
fn is_name_part(scan: Scan<'_>, at: usize) -> bool {
    scan.glued(at)
        && scan.before(at, 1).is_some_and(|before| {
            scan.is(before, Mark::Hyphen)
                && scan.glued(before)
                && scan
                    .before(before, 1)
                    .is_some_and(|name| scan.is_name(name))
                || scan.is_word(before)
                || scan.is(before, Mark::Rank)
        })
}
