//! The time of day, for logs and for what ends on a day. `FIGCHECK_NOW` stands in for the machine's clock.
#![expect(
    clippy::disallowed_methods,
    reason = "cli alone asks the clock, and only for what has a day by its nature"
)]

use std::env;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::calendar::{Date, ToSpan as _};
use crate::ingest;
use crate::report::clean;

const SECONDS_A_DAY: u64 = 86_400;

/// A moment in universal time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Now {
    /// `2024-03-05T09:12:00Z`.
    pub(super) text: String,
    /// Its day.
    pub(super) day: Date,
}

impl Now {
    /// The moment that `FIGCHECK_NOW` gives, or the machine's clock.
    ///
    /// # Errors
    /// The variable holds no time.
    pub(super) fn read() -> Result<Self, String> {
        match env::var_os("FIGCHECK_NOW") {
            Some(words) if !words.is_empty() => Self::of(&words.to_string_lossy()),
            _ => Ok(Self::of_clock()),
        }
    }

    fn of(words: &str) -> Result<Self, String> {
        let fault = || {
            let words = clean(words);
            format!("FIGCHECK_NOW: {words:?} is no time; write 2024-03-05T09:12:00Z, or unset it")
        };
        let (day, time) = words.split_once('T').ok_or_else(fault)?;
        let is_iso = day.len() == 10 && day.as_bytes()[4] == b'-';
        let day = ingest::parse_date(day)
            .filter(|_| is_iso && is_time(time))
            .ok_or_else(fault)?;
        Ok(Self {
            text: words.to_owned(),
            day,
        })
    }

    fn of_clock() -> Self {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        let seconds = since.map_or(0, |it| it.as_secs());
        let days = i64::try_from(seconds / SECONDS_A_DAY).unwrap_or_default();
        let first = Date::constant(1970, 1, 1);
        let day = first.checked_add(days.days()).unwrap_or(first);
        let rest = seconds % SECONDS_A_DAY;
        let (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60);
        Self {
            text: format!("{day}T{hour:02}:{minute:02}:{second:02}Z"),
            day,
        }
    }
}

/// True of "09:12:00Z".
fn is_time(words: &str) -> bool {
    let parts: Vec<&str> = words.trim_end_matches('Z').split(':').collect();
    let below = |part: &str, n: u8| part.len() == 2 && part.parse::<u8>().is_ok_and(|it| it < n);
    let is_whole = words.len() == "00:00:00Z".len() && words.ends_with('Z') && !words.contains('+');
    is_whole && matches!(*parts, [h, m, s] if below(h, 24) && below(m, 60) && below(s, 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_taken_as_it_is_or_not_at_all() {
        let check =
            |words: &str, is_time: bool| assert_eq!(Now::of(words).is_ok(), is_time, "{words}");
        check("2024-03-05T09:12:00Z", true);
        check("2024-03-05", false);
        check("2024-03-05T9:12:00Z", false);
        check("2024-02-31T09:12:00Z", false);
        check("yesterdayT09:12:00Z", false);
        check("2024-03-05T25:12:00Z", false);
        check("2024-03-05T09:12:61Z", false);
        check("2024-03-05T+9:12:00Z", false);
        check("2024-03-05T09:12:00", false);
        check("", false);
        assert_eq!(Now::of_clock().text.len(), "2024-03-05T09:12:00Z".len());
    }
}
