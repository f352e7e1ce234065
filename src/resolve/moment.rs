//! The days that words of time mean once the article's own time is known.

use std::ops::Range;

use crate::decimal::ToPrimitive;

use super::mention::Placed;
use crate::calendar::{Date, Weekday};
use crate::numbers::{DateKind, DateMention, Lead, Value};
use crate::text::{Document, Zone};

/// A word of time.
#[derive(Clone, Debug)]
pub(super) struct Moment {
    /// Tokens of the document.
    pub(super) tokens: Range<usize>,
    /// What it says.
    pub(super) kind: MomentKind,
    /// "since Tuesday": the time from then on.
    pub(super) since: bool,
    /// "officials said on Tuesday": when it was said, not when it happened.
    pub(super) of_speech: bool,
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
    /// "last Tuesday": never the day of writing.
    LastWeekday(Weekday),
    /// "yesterday", "overnight": days from the article's date, first and last.
    Offset(i32, i32),
    /// "this weekend" 0, "last weekend" −1: Saturday and Sunday, the latest that have begun.
    Weekend(i32),
    /// "in the last 24 hours": so many days up to the article's date.
    Window(i32),
    /// "this month": from its first day on.
    ThisMonth,
    /// "this year"
    ThisYear,
    /// "in August 1982", "in March": year, when given, and month.
    Month(Option<i16>, i8),
    /// "in 2006"
    Year(i16),
    /// "two months ago": so many months before the article's date, and some days around.
    MonthsAgo(i16),
    /// "three years ago": the year so many years before the article's.
    YearsAgo(i16),
}

impl MomentKind {
    /// A month or a year: too long to tell one event of it from another.
    pub(super) const fn is_long(self) -> bool {
        matches!(
            self,
            Self::Year(_) | Self::YearsAgo(_) | Self::Month(..) | Self::MonthsAgo(_)
        )
    }
}

impl Placed for Moment {
    fn tokens(&self) -> &Range<usize> {
        &self.tokens
    }
}

/// The moments of a document, in order of the text, boilerplate left out.
pub(super) fn read(document: &Document<'_>, dates: &[DateMention]) -> Vec<Moment> {
    // "Thursday, Oct. 12": the weekday adds nothing, and alone it would be the last one.
    let named = |at: usize| {
        let (this, next) = (&dates[at], dates.get(at + 1));
        let near = next.filter(|next| {
            let between = this.tokens.end..next.tokens.start;
            next.sentence == this.sentence
                && between.len() <= 1
                && between.into_iter().all(|at| document.is_word(at, ","))
        });
        let full = near.is_some_and(|next| matches!(next.kind, DateKind::Day { .. }));
        full && matches!(this.kind, DateKind::Weekday { .. })
    };
    dates
        .iter()
        .enumerate()
        .filter(|(at, _)| !named(*at))
        .map(|(_, date)| date)
        .filter(|date| {
            let sentence = document.sentences.get(date.sentence);
            sentence.is_some_and(|sentence| sentence.zone != Zone::Tail)
        })
        .filter_map(|date| {
            let kind = past(document, date).or_else(|| kind(&date.kind))?;
            Some(Moment {
                kind: day_first(document, &date.tokens, kind),
                tokens: date.tokens.clone(),
                since: date.lead == Lead::Since,
                of_speech: false,
            })
        })
        .collect()
}

/// The days of "the past month" and "the past year": which of them is the first matters to nobody.
const MONTH_DAYS: i32 = 30;
const YEAR_DAYS: i32 = 365;
const WEEK_DAYS: i32 = 7;
/// Who writes of weeks may be off by so many days.
const ABOUT: i32 = 3;

/// How many days apart the date in an article's text and that of the article itself may be to be one.
const DATELINE_DAYS: i32 = 3;

/// "05-03-2019" in an article of 5 March is no day of May: houses differ in which of the two comes first.
fn day_first(document: &Document<'_>, tokens: &Range<usize>, kind: MomentKind) -> MomentKind {
    let (MomentKind::Day(written), Some(article)) = (kind, document.article.date) else {
        return kind;
    };
    let span = document.tokens[tokens.start]
        .span
        .join(document.tokens[tokens.end - 1].span);
    let text = document.slice(span);
    let numeric = text
        .bytes()
        .all(|b| b.is_ascii_digit() || b"-/.".contains(&b));
    let year_first = text.bytes().take_while(u8::is_ascii_digit).count() == 4;
    let swapped = Date::new(written.year(), written.day(), written.month());
    let near = |day: Date| (day - article).get_days().abs() <= DATELINE_DAYS;
    match swapped {
        Ok(swapped) if numeric && !year_first && near(swapped) && !near(written) => {
            MomentKind::Day(swapped)
        }
        _ => kind,
    }
}

/// "The past month" is the thirty days up to now, where "last month" is that of the calendar.
fn past(document: &Document<'_>, date: &DateMention) -> Option<MomentKind> {
    let DateKind::Unit { unit, offset: -1 } = &date.kind else {
        return None;
    };
    let past = date
        .tokens
        .clone()
        .any(|at| document.token_text(at).eq_ignore_ascii_case("past"));
    let days = match unit.as_ref() {
        "week" => 7,
        "month" => MONTH_DAYS,
        "year" => YEAR_DAYS,
        _ => return None,
    };
    past.then_some(MomentKind::Window(days))
}

/// What a date mention says of days; decades and loose lengths say too little.
fn kind(date: &DateKind) -> Option<MomentKind> {
    match date {
        DateKind::Day {
            year: Some(year),
            month,
            day,
        } => Date::new(*year, *month, *day).ok().map(MomentKind::Day),
        DateKind::Day { month, day, .. } => Some(MomentKind::MonthDay(*month, *day)),
        DateKind::Month { year, month } => Some(MomentKind::Month(*year, *month)),
        DateKind::Year(year) => Some(MomentKind::Year(*year)),
        DateKind::Weekday { day, week } if *week == Some(-1) => Some(MomentKind::LastWeekday(*day)),
        DateKind::Weekday { day, week } if *week != Some(1) => Some(MomentKind::Weekday(*day)),
        DateKind::Days(days) if *days <= 0 => {
            Some(MomentKind::Offset(i32::from(*days), i32::from(*days)))
        }
        DateKind::Unit { unit, offset } if *offset == 0 && unit.as_ref() == "week" => {
            Some(MomentKind::Offset(-6, 0))
        }
        DateKind::Unit { unit, offset } if *offset == -1 && unit.as_ref() == "week" => {
            Some(MomentKind::Offset(-13, -1))
        }
        DateKind::Unit { unit, offset } if *offset <= 0 && unit.as_ref() == "weekend" => {
            Some(MomentKind::Weekend(i32::from(*offset)))
        }
        DateKind::Unit { unit, offset } if *offset == 0 && unit.as_ref() == "month" => {
            Some(MomentKind::ThisMonth)
        }
        DateKind::Unit { unit, offset } if *offset == -1 && unit.as_ref() == "year" => {
            Some(MomentKind::YearsAgo(1))
        }
        DateKind::Unit { unit, offset } if *offset == 0 && unit.as_ref() == "year" => {
            Some(MomentKind::ThisYear)
        }
        DateKind::Ago { count, unit } if unit.as_ref() == "day" => {
            let days = i32::try_from(whole(count)?).ok()?;
            Some(MomentKind::Offset(-days, -days))
        }
        DateKind::Ago { count, unit } if unit.as_ref() == "week" => {
            // "Two weeks ago": some day of that week.
            let days = i32::try_from(whole(count)?).ok()?.checked_mul(WEEK_DAYS)?;
            Some(MomentKind::Offset(-days - ABOUT, ABOUT - days))
        }
        DateKind::Ago { count, unit } if unit.as_ref() == "month" => {
            let months = i16::try_from(whole(count)?).ok()?;
            Some(MomentKind::MonthsAgo(months))
        }
        DateKind::Ago { count, unit } if unit.as_ref() == "year" => {
            let years = i16::try_from(whole(count)?).ok()?;
            Some(MomentKind::YearsAgo(years))
        }
        DateKind::Window {
            direction: -1,
            count,
            unit,
        } => {
            let count = i32::try_from(whole(count)?).ok()?;
            match unit.as_ref() {
                "hour" => Some(MomentKind::Window((count / 24).max(1))),
                "day" => Some(MomentKind::Window(count)),
                "week" => Some(MomentKind::Window(count.checked_mul(7)?)),
                "month" => Some(MomentKind::Window(count.checked_mul(MONTH_DAYS)?)),
                "year" => Some(MomentKind::Window(count.checked_mul(YEAR_DAYS)?)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// A whole number of at most a thousand.
fn whole(value: &Value) -> Option<i64> {
    value
        .number?
        .to_i64()
        .filter(|number| (0..=1000).contains(number))
}
