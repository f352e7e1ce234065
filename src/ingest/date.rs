//! Publication dates as people and feeds write them.

use crate::calendar::Date;

/// Months by their first three letters.
const MONTHS: [&str; 12] = [
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
];

/// The day in `words`: "2023-10-07", "2023-10-07T21:14:00+02:00", "2023/10/07", "20231007", "7 October 2023",
/// "Sat, 07 Oct 2023 10:00 GMT", "Oct. 7, 2023". The day is taken as written, whatever the time zone. `None` for anything
/// else; "07/10/2023" is two different days in London and New York, so it is no date here.
pub fn parse_date(words: &str) -> Option<Date> {
    let words = words.trim();
    // The longest date with a weekday, a time and a zone has some fifty characters.
    if words.len() > 80 {
        return None;
    }
    iso(words).or_else(|| worded(words))
}

fn iso(words: &str) -> Option<Date> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let (date, rest) = match digits {
        4 => {
            let sign = *words.as_bytes().get(4)?;
            if !matches!(sign, b'-' | b'/' | b'.') {
                return None;
            }
            let (month, rest) = number(words.get(5..)?)?;
            let (day, rest) = number(rest.strip_prefix(char::from(sign))?)?;
            (civil(words.get(..4)?.parse().ok()?, month, day)?, rest)
        }
        8 => {
            let part = |from, to| words.get(from..to)?.parse::<i64>().ok();
            (
                civil(part(0, 4)?, part(4, 6)?, part(6, 8)?)?,
                words.get(8..)?,
            )
        }
        _ => return None,
    };
    (rest.is_empty() || rest.starts_with(['T', 't', ' '])).then_some(date)
}

/// The number of one or two digits that begins `words`, and what follows it.
fn number(words: &str) -> Option<(i64, &str)> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&digits) {
        return None;
    }
    Some((words.get(..digits)?.parse().ok()?, words.get(digits..)?))
}

fn worded(words: &str) -> Option<Date> {
    let lower = words.to_lowercase();
    let mut parts = lower
        .split(|character: char| !character.is_alphanumeric())
        .filter(|part| !part.is_empty() && !is_weekday(part));
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    let year = (third.len() == 4).then(|| third.parse().ok()).flatten()?;
    match (month(first), month(second)) {
        (Some(month), None) => civil(year, month, day(second)?),
        (None, Some(month)) => civil(year, month, day(first)?),
        _ => None,
    }
}

fn is_weekday(part: &str) -> bool {
    const DAYS: [&str; 7] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    part.len() >= 3 && DAYS.iter().any(|day| day.starts_with(part))
}

fn month(part: &str) -> Option<i64> {
    (1..)
        .zip(MONTHS)
        .find(|(_, month)| part.len() >= 3 && month.starts_with(part))
        .map(|(number, _)| number)
}

fn day(part: &str) -> Option<i64> {
    let (value, ending) = number(part)?;
    matches!(ending, "" | "st" | "nd" | "rd" | "th").then_some(value)
}

fn civil(year: i64, month: i64, day: i64) -> Option<Date> {
    Date::new(
        year.try_into().ok()?,
        month.try_into().ok()?,
        day.try_into().ok()?,
    )
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_written() {
        for words in [
            "2023-10-07",
            "2023-10-07T21:14:00+02:00",
            "2023-10-07 21:14",
            "2023/10/07",
            "2023.10.7",
            "20231007",
            "7 October 2023",
            "7th Oct. 2023",
            "Oct. 7, 2023",
            "Saturday, October 7, 2023",
            "Sat, 07 Oct 2023 10:00:00 GMT",
            " 07-Oct-2023 ",
        ] {
            assert_eq!(
                parse_date(words),
                Some(Date::constant(2023, 10, 7)),
                "{words}"
            );
        }
        assert_eq!(
            parse_date("Sept. 3, 2024"),
            Some(Date::constant(2024, 9, 3))
        );
    }

    #[test]
    fn what_may_be_two_days_is_no_date() {
        for words in [
            "",
            "07/10/2023",
            "yesterday",
            "October 2023",
            "2023-13-01",
            "2023-02-30",
            "2023-10-071",
            "31 June 2023",
            "7 7 2023",
            "²023-10-07",
        ] {
            assert_eq!(parse_date(words), None, "{words}");
        }
    }
}
