//! The days that words of time mean, counted from the article's own.

use super::moment::MomentKind;
use crate::calendar::{Date, DateRange, ToSpan, Weekday};

/// The days of a week.
const WEEK: i64 = 7;

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
            MomentKind::LastWeekday(weekday) => {
                let back = i64::from(self.article?.weekday().since(weekday));
                let back = if back == 0 { WEEK } else { back };
                self.article?
                    .checked_sub(back.days())
                    .ok()
                    .map(DateRange::day)
            }
            MomentKind::Offset(from, to) => {
                let day = |days: i32| self.article?.checked_add(days.days()).ok();
                Some(DateRange {
                    from: Some(day(from)?),
                    to: Some(day(to)?),
                })
            }
            MomentKind::Weekend(back) => {
                let since = i32::from(self.article?.weekday().since(Weekday::Saturday));
                // On its own Sunday and on weekdays "last weekend" is the latest; on a Saturday the one before.
                let back = if since == 0 { back * 7 } else { 0 };
                self.days(MomentKind::Offset(back - since, (back - since + 1).min(0)))
            }
            MomentKind::MonthsAgo(months) => around_month(self.article?, i64::from(months)),
            MomentKind::YearsAgo(years) => {
                let year = self.article?.year().checked_sub(years)?;
                self.days(MomentKind::Year(year))
            }
            MomentKind::Month(year, month) => self.month(year, month),
            MomentKind::Window(days) => self.days(MomentKind::Offset(-days, 0)),
            // No event is told to be of so long a time.
            MomentKind::ThisMonth | MomentKind::ThisYear => None,
            MomentKind::Year(year) => Some(DateRange {
                from: Some(Date::new(year, 1, 1).ok()?),
                to: Some(Date::new(year, 12, 31).ok()?),
            }),
        }
    }

    /// All days of a month; without a year, of the latest that has begun by the article's date.
    fn month(self, year: Option<i16>, month: i8) -> Option<DateRange> {
        let first = match year {
            Some(year) => Date::new(year, month, 1).ok()?,
            None => self.month_day(month, 1)?,
        };
        Some(DateRange {
            from: Some(first),
            to: Some(first.last_of_month()),
        })
    }

    /// The latest such day up to the article's date; without one, the first from the anchor on.
    fn month_day(self, month: i8, day: i8) -> Option<Date> {
        let in_year = |year: i16| Date::new(year, month, day).ok();
        if let Some(article) = self.article {
            // 29 February needs up to eight years.
            return (0..9)
                .filter_map(|back| in_year(article.year().checked_sub(back)?))
                .find(|date| *date <= article);
        }
        let anchor = self.anchor?;
        (0..9)
            .filter_map(|ahead| in_year(anchor.year().checked_add(ahead)?))
            .find(|date| *date >= anchor)
    }
}

/// Who counts months may be off by so many days.
const ABOUT_MONTH: i64 = 15;

/// The days around so many months before a day.
pub(super) fn around_month(day: Date, months: i64) -> Option<DateRange> {
    let then = day.checked_sub(months.months()).ok()?;
    Some(DateRange {
        from: Some(then.checked_sub(ABOUT_MONTH.days()).ok()?),
        to: Some(then.checked_add(ABOUT_MONTH.days()).ok()?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn last_friday_is_never_today() {
        let friday = "2030-03-08".parse().ok();
        let clock = Clock {
            article: friday,
            anchor: None,
        };
        let day = |kind| clock.days(kind).and_then(|days| days.from);
        assert_eq!(day(MomentKind::Weekday(Weekday::Friday)), friday);
        let before = "2030-03-01".parse().ok();
        assert_eq!(day(MomentKind::LastWeekday(Weekday::Friday)), before);
        let tuesday = "2030-03-05".parse().ok();
        assert_eq!(day(MomentKind::LastWeekday(Weekday::Tuesday)), tuesday);
    }
}
