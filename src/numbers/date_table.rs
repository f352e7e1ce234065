//! Where a date or a stretch of time begins: the first rule that knows the words.

use super::ago::ago;
use super::ago::length;
use super::date::{DateKind, DateMention, Lead};
use super::day::{day_before_month, month, numeric, ordinal_day};
use super::scan::Scan;
use super::starts::Starts;
use super::unit;
use super::words::{Cell, Mark};
use super::year::year;
use crate::calendar::Weekday;
use crate::schema::Lexicon;
use crate::text::{PhraseTable, Vocabulary};

/// The lists that only dates need.
#[derive(Debug, Default)]
pub(super) struct DateTable {
    pub(super) days: PhraseTable<i8>,
    pub(super) before: PhraseTable<i8>,
    pub(super) windows: PhraseTable<i8>,
    pub(super) since: PhraseTable<()>,
    pub(super) until: PhraseTable<()>,
    pub(super) after: PhraseTable<()>,
}

/// A mention without its place.
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: DateKind,
}

/// The unit of "this weekend".
const WEEKEND: &str = "weekend";

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
        if !scan.seen.meets(Starts::DATE) {
            return;
        }
        let ago = scan.seen.meets(Starts::AGO);
        let mut at = scan.from;
        while let Some(next) = scan.next(at, Starts::DATE) {
            at = next;
            if !scan.starts(at, Starts::DATE) {
                at += 1;
                continue;
            }
            let Some(found) = self.at(scan, at, ago) else {
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

    fn at(&self, scan: Scan<'_>, at: usize, has_ago: bool) -> Option<Found> {
        let found = |end: usize, kind: DateKind| Found {
            start: at,
            end,
            kind,
        };
        if scan.is_number(at) {
            return numeric(scan, at)
                .or_else(|| {
                    let months = scan.seen.meets(Starts::MONTH);
                    months.then(|| day_before_month(scan, at))?
                })
                .or_else(|| year(scan, at))
                .map(|(end, kind)| found(end, kind))
                .or_else(|| if has_ago { ago(scan, at) } else { None });
        }
        let row = scan.row(at);
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
            .or_else(|| if has_ago { ago(scan, at) } else { None })
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
        // As a length a weekend is two days; as a date it is those two.
        let weekend = scan.str(end).eq_ignore_ascii_case(WEEKEND);
        let unit = if weekend {
            WEEKEND.into()
        } else {
            scan.words.unit(found.value).name.clone()
        };
        Some(Found {
            start: at,
            end: end + found.n_tokens,
            kind: DateKind::Unit {
                unit,
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
