//! Dates and words of time in a text, and the days they mean once the article's own time is known.

use std::ops::Range;

use jiff::ToSpan;

use super::mention::Placed;
use crate::calendar::{Date, DateRange, Weekday};
use crate::text::{Document, TokenKind, Zone};

/// A word of time.
#[derive(Clone, Debug)]
pub(super) struct Moment {
    /// Tokens of the document.
    pub(super) tokens: Range<usize>,
    /// What it says.
    pub(super) kind: MomentKind,
    /// "since Tuesday": the time from then on.
    pub(super) since: bool,
}

/// What a word of time says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MomentKind {
    /// "October 21, 2024"
    Day(Date),
    /// "Oct. 21": month and day.
    MonthDay(i8, i8),
    /// "on Tuesday"
    Weekday(Weekday),
    /// "yesterday", "overnight": days from the article's date, first and last.
    Offset(i32, i32),
    /// "in the last 24 hours": so many days up to the article's date.
    Window(i32),
    /// "in 2006"
    Year(i16),
}

impl Placed for Moment {
    fn tokens(&self) -> &Range<usize> {
        &self.tokens
    }
}

/// What relative dates are counted from.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Clock {
    /// The article's date.
    pub(super) article: Option<Date>,
    /// The start of the latest named event that the article speaks of.
    pub(super) anchor: Option<Date>,
}

impl Clock {
    /// The days a moment means, where they can be known.
    pub(super) fn days(self, kind: MomentKind) -> Option<DateRange> {
        match kind {
            MomentKind::Day(date) => Some(DateRange::day(date)),
            MomentKind::MonthDay(month, day) => self.month_day(month, day).map(DateRange::day),
            MomentKind::Weekday(weekday) => {
                let article = self.article?;
                let back = i64::from(article.weekday().since(weekday));
                article.checked_sub(back.days()).ok().map(DateRange::day)
            }
            MomentKind::Offset(from, to) => {
                let day = |days: i32| self.article?.checked_add(days.days()).ok();
                Some(DateRange {
                    from: Some(day(from)?),
                    to: Some(day(to)?),
                })
            }
            MomentKind::Window(days) => self.days(MomentKind::Offset(-days, 0)),
            MomentKind::Year(year) => Some(DateRange {
                from: Some(Date::new(year, 1, 1).ok()?),
                to: Some(Date::new(year, 12, 31).ok()?),
            }),
        }
    }

    /// The latest such day up to the article's date; without one, the first from the anchor on.
    fn month_day(self, month: i8, day: i8) -> Option<Date> {
        let in_year = |year: i16| Date::new(year, month, day).ok();
        if let Some(article) = self.article {
            // 29 February needs up to eight years.
            return (0..9)
                .filter_map(|back| in_year(article.year() - back))
                .find(|date| *date <= article);
        }
        let anchor = self.anchor?;
        (0..9)
            .filter_map(|ahead| in_year(anchor.year() + ahead))
            .find(|date| *date >= anchor)
    }
}

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];
const FULL_MONTHS: [&str; 13] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "sept",
];
const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// Names of months and weekdays.
pub(super) fn names() -> Vec<String> {
    let weekdays = WEEKDAYS.iter().map(|(name, _)| (*name).to_owned());
    FULL_MONTHS
        .iter()
        .chain(&MONTHS)
        .map(|name| (*name).to_owned())
        .chain(weekdays)
        .collect()
}

/// The moments of a document, in order of the text.
pub(super) fn read(document: &Document<'_>) -> Vec<Moment> {
    let mut moments = Vec::new();
    for sentence in &document.sentences {
        if sentence.zone == Zone::Tail {
            continue;
        }
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            match at_token(document, at, sentence.tokens.end) {
                Some((after, kind)) => {
                    let since = at > sentence.tokens.start
                        && document.token_text(at - 1).eq_ignore_ascii_case("since");
                    moments.push(Moment {
                        tokens: at..after,
                        kind,
                        since,
                    });
                    at = after;
                }
                None => at += 1,
            }
        }
    }
    moments
}

fn at_token(document: &Document<'_>, at: usize, end: usize) -> Option<(usize, MomentKind)> {
    let lower = |index: usize| (index < end).then(|| document.token_text(index).to_lowercase());
    let number = |index: usize| -> Option<i16> { lower(index)?.parse().ok() };
    let word = lower(at)?;
    if let Some(month) = month(document, at) {
        let mut next = at + 1;
        if lower(next).as_deref() == Some(".") {
            next += 1;
        }
        let day = number(next).filter(|day| (1..=31).contains(day))?;
        next += 1;
        if lower(next).is_some_and(|ending| matches!(&*ending, "st" | "nd" | "rd" | "th")) {
            next += 1;
        }
        return Some(with_year(&number, &lower, next, month, day as i8));
    }
    if let Some((_, weekday)) = WEEKDAYS.iter().find(|(name, _)| *name == word) {
        return Some((at + 1, MomentKind::Weekday(*weekday)));
    }
    if let Some(day) = number(at).filter(|day| (1..=31).contains(day)) {
        let mut next = at + 1;
        if lower(next).is_some_and(|ending| matches!(&*ending, "st" | "nd" | "rd" | "th")) {
            next += 1;
        }
        if lower(next).as_deref() == Some("of") {
            next += 1;
        }
        if next < end
            && let Some(month) = month(document, next)
        {
            return Some(with_year(&number, &lower, next + 1, month, day as i8));
        }
    }
    if let Some(year) = number(at).filter(|year| (1900..=2100).contains(year) && word.len() == 4) {
        return Some((at + 1, MomentKind::Year(year)));
    }
    let offset = match word.as_str() {
        "today" | "tonight" => (0, 0),
        "yesterday" => (-1, -1),
        "overnight" => (-1, 0),
        _ => return None,
    };
    Some((at + 1, MomentKind::Offset(offset.0, offset.1)))
}

fn month(document: &Document<'_>, at: usize) -> Option<i8> {
    let word = document.token_text(at);
    let begins = word.get(..3)?.to_lowercase();
    let month = MONTHS.iter().position(|month| *month == begins)?;
    let whole = word.to_lowercase();
    let known = whole.len() == 3 || FULL_MONTHS.contains(&whole.as_str());
    (known && document.tokens[at].kind != TokenKind::Mark).then_some(month as i8 + 1)
}

fn with_year(
    number: &dyn Fn(usize) -> Option<i16>,
    lower: &dyn Fn(usize) -> Option<String>,
    next: usize,
    month: i8,
    day: i8,
) -> (usize, MomentKind) {
    let comma = usize::from(lower(next).as_deref() == Some(","));
    let year = number(next + comma)
        .map(|year| {
            if (40..100).contains(&year) && comma == 0 {
                year + 1900
            } else {
                year
            }
        })
        .filter(|year| (1900..=2100).contains(year));
    match year.and_then(|year| Date::new(year, month, day).ok()) {
        Some(date) => (next + comma + 1, MomentKind::Day(date)),
        None => (next, MomentKind::MonthDay(month, day)),
    }
}
