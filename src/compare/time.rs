//! What time does to a figure, and which of two claims speaks of the earlier moment.

use crate::calendar::{Date, DateRange, ToSpan};
use crate::resolve::{AsOf, AsOfEvidence, Event, Record};

use crate::schema::ClaimType;
use crate::schema::claim_type::{Basis, CompareRule, OverTime, ValueKind};

use super::key::daily;

/// Counts of a dated event settle within a month: METHOD.md §8, row 14.
const SETTLING_DAYS: i32 = 30;

/// Who counts an event so many days after its first counts looks back on it.
const LONG_AFTER: i32 = 60;

/// Days further apart than this do not tell of one event.
const MONTH: i32 = 31;

/// What time does to the values of one figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Motion {
    /// Nothing.
    Still,
    /// It grows.
    Grows,
    /// It goes up and down.
    Floats,
    /// It is counted once, and may grow while the event is fresh.
    Settles,
    /// It is the time since a fixed moment: the value tells when it was said.
    Elapses,
}

/// Which of two moments comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// The first is earlier.
    Before,
    /// The second is earlier.
    After,
    /// One moment, as far as the figure cares.
    Same,
    /// Not known.
    Unknown,
}

/// The days of a count as numbers, which are quicker to compare than dates. An end that is not known is open.
#[derive(Clone, Copy, Debug)]
pub(super) struct Days {
    from: Option<i32>,
    to: Option<i32>,
}

impl Days {
    /// The days of an as-of; `None` when nothing is known of it.
    pub(super) fn of(as_of: &AsOf) -> Option<Self> {
        known(as_of).map(|range| Self {
            from: range.from.map(number),
            to: range.to.map(number),
        })
    }

    /// First and last day, when both are known and in order.
    fn ends(self) -> Option<(i32, i32)> {
        self.from.zip(self.to).filter(|(from, to)| from <= to)
    }
}

/// The rule that holds for an aspect.
pub(super) fn rule(claim_type: &ClaimType, aspect: Option<usize>) -> &CompareRule {
    aspect
        .and_then(|at| claim_type.aspects.get(at))
        .and_then(|aspect| aspect.compare.as_ref())
        .unwrap_or(&claim_type.compare)
}

/// What time does to a figure of this type, basis and event.
pub(super) fn motion(
    claim_type: &ClaimType,
    aspect: Option<usize>,
    basis: Basis,
    event: Option<&Event>,
) -> Motion {
    let over = event.is_some_and(|event| !event.ongoing);
    match rule(claim_type, aspect).time {
        OverTime::Settles if over => Motion::Settles,
        OverTime::Static | OverTime::Settles => Motion::Still,
        OverTime::Cumulative if claim_type.value.kind == ValueKind::Duration => Motion::Elapses,
        OverTime::Cumulative => Motion::Grows,
        OverTime::Stock => Motion::Floats,
        OverTime::ByBasis => match basis {
            Basis::Cumulative | Basis::Incident if over => Motion::Settles,
            Basis::Cumulative => Motion::Grows,
            Basis::Stock | Basis::Rate => Motion::Floats,
            Basis::Incident => Motion::Still,
        },
    }
}

/// The order of two moments. Within `window` days they are one moment, unless the figure only grows and one day
/// comes wholly before the other.
pub(super) fn order(a: Option<Days>, b: Option<Days>, motion: Motion, window: i32) -> Order {
    let (Some(left), Some(right)) = (a, b) else {
        return Order::Unknown;
    };
    let apart = if motion == Motion::Floats { window } else { 0 };
    let span = match (left.ends(), right.ends()) {
        (Some(x), Some(y)) => Some(x.1.max(y.1).saturating_sub(x.0.min(y.0))),
        _ => None,
    };
    if lies_before(left, right, apart) {
        Order::Before
    } else if lies_before(right, left, apart) {
        Order::After
    } else if span.is_some_and(|days| days <= window) {
        Order::Same
    } else {
        Order::Unknown
    }
}

fn lies_before(a: Days, b: Days, apart: i32) -> bool {
    match (a.to, b.from) {
        (Some(to), Some(from)) => from.saturating_sub(to) > apart,
        _ => false,
    }
}

/// True when a claim of that moment was certainly made while the event was fresh.
pub(super) fn fresh(as_of: &AsOf, event: Option<&Event>) -> bool {
    let (Some(event), Some(said)) = (event, known(as_of).and_then(|range| range.to)) else {
        return false;
    };
    // Of an event without a date, reports with dates are taken for the news of their day.
    event
        .date
        .to
        .or(event.date.from)
        .is_none_or(|day| number(said).saturating_sub(number(day)) <= SETTLING_DAYS)
}

/// True when a count of an event's first days and another are so far apart that the later is no early one.
pub(super) fn is_long_after(early: &AsOf, late: &AsOf) -> bool {
    let days = known(early)
        .and_then(|it| it.to)
        .zip(known(late).and_then(|it| it.from));
    days.is_some_and(|(early, late)| number(late).saturating_sub(number(early)) > LONG_AFTER)
}

/// The days of an as-of, unless nothing is known of it.
pub(super) fn known(as_of: &AsOf) -> Option<DateRange> {
    (as_of.evidence != AsOfEvidence::Unknown && !as_of.range.is_unknown()).then_some(as_of.range)
}

/// Both ends of a range as day numbers, when both are known and in order.
pub(super) fn ends(range: DateRange) -> Option<(i32, i32)> {
    let (from, to) = (number(range.from?), number(range.to?));
    (from <= to).then_some((from, to))
}

/// Days since the first of January of year zero, by the civil calendar.
pub(super) fn number(date: Date) -> i32 {
    // Howard Hinnant's days_from_civil: exact for every date that jiff can hold.
    let (month, day) = (i32::from(date.month()), i32::from(date.day()));
    let year = i32::from(date.year()) - i32::from(month <= 2);
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year
}

/// The date of such a number; `None` outside the calendar.
pub(super) fn date(number: i32) -> Option<Date> {
    let first = Date::new(0, 3, 1).ok()?;
    first.checked_add(i64::from(number).days()).ok()
}

/// The range of an as-of for ordering variants: unknown days come last.
pub(super) fn sort_range(as_of: &AsOf) -> (bool, DateRange) {
    let known = known(as_of);
    (known.is_none(), known.unwrap_or_default())
}

/// The days of a count that its event does not date; of an article without a date any day at all.
pub(super) fn moment(record: &Record, claim_type: &ClaimType) -> DateRange {
    if !daily(record, claim_type) {
        return DateRange::default();
    }
    let event = record.event.as_ref().filter(|event| !event.ongoing);
    let date = event.map(|event| event.date);
    let known = date
        .filter(|date| narrow(*date) || is_vague(*date))
        .unwrap_or(record.as_of.range);
    if known.is_unknown() {
        return DateRange {
            from: Some(Date::MIN),
            to: Some(Date::MAX),
        };
    }
    known
}

/// True for known days within one month.
pub(super) fn narrow(range: DateRange) -> bool {
    ends(range).is_some_and(|(from, to)| to - from <= MONTH)
}

/// True for any day up to a known one, or of a stretch longer than a month: an event that is told of without its day,
/// long after it perhaps.
pub(super) fn is_vague(range: DateRange) -> bool {
    range.to.is_some() && (range.from.is_none() || !narrow(range))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_counted_across_months_and_leap_years() {
        let apart = |a, b| number(b) - number(a);
        assert_eq!(apart(date(2024, 2, 28), date(2024, 3, 1)), 2);
        assert_eq!(apart(date(2023, 2, 28), date(2023, 3, 1)), 1);
        assert_eq!(apart(date(2023, 10, 7), date(2024, 10, 7)), 366);
        assert_eq!(apart(date(1999, 12, 31), date(2000, 1, 1)), 1);
    }
}
