//! Days as an editor would say them, and the same words read back: a snapshot keeps the words, and what another program
//! reads has the days.

use crate::calendar::{Date, DateRange};
use crate::ingest::parse_date;
use crate::resolve::{AsOf, AsOfEvidence};

/// The days of a claim that has none.
pub(crate) const NO_DATE: &str = "no date";

/// How the days are known, when the words themselves do not say.
const EVIDENCE: [(&str, AsOfEvidence); 3] = [
    (" (relative)", AsOfEvidence::Relative),
    (" (article date)", AsOfEvidence::ArticleDate),
    (" (inferred)", AsOfEvidence::Inferred),
];

/// The days of which a claim speaks, and how they are known when the words themselves do not say.
pub(crate) fn as_of(as_of: &AsOf) -> String {
    let days = match (as_of.range.from, as_of.range.to) {
        (Some(from), Some(to)) => days(from, to),
        (Some(from), None) => format!("{} or later", day(from)),
        (None, Some(to)) => format!("{} or before", day(to)),
        (None, None) => return NO_DATE.to_owned(),
    };
    let known = EVIDENCE.iter().find(|it| it.1 == as_of.evidence);
    days + known.map_or("", |it| it.0)
}

/// The days of [`as_of`]'s words; unknown where they are anybody else's.
pub(crate) fn read(words: &str) -> AsOf {
    let found = EVIDENCE.iter().find_map(|(said, evidence)| {
        let days = words.strip_suffix(said)?;
        Some((days, *evidence))
    });
    let (days, evidence) = found.unwrap_or((words, AsOfEvidence::Explicit));
    let range = range(days).unwrap_or_default();
    AsOf {
        range,
        evidence: if range.is_unknown() {
            AsOfEvidence::Unknown
        } else {
            evidence
        },
    }
}

/// "1–3 May 2024", "3 May 2024 or later".
fn range(words: &str) -> Option<DateRange> {
    if let Some(from) = words.strip_suffix(" or later") {
        let from = Some(parse_date(from)?);
        return Some(DateRange { from, to: None });
    }
    if let Some(to) = words.strip_suffix(" or before") {
        let to = Some(parse_date(to)?);
        return Some(DateRange { from: None, to });
    }
    let Some((start, end)) = words.split_once('–') else {
        return parse_date(words).map(DateRange::day);
    };
    // The start says only what the end does not: its day, then its month, then its year.
    let n_said = start.split(' ').count();
    let rest: Vec<&str> = end.split(' ').skip(n_said).collect();
    let start = format!("{start} {}", rest.join(" "));
    Some(DateRange {
        from: Some(parse_date(&start)?),
        to: Some(parse_date(end)?),
    })
}

/// "since 1 Jan 2024", "9–18 Jan 2024": the days over which a count is made.
pub(crate) fn stretch(range: DateRange) -> String {
    match (range.from, range.to) {
        (Some(from), Some(to)) => days(from, to),
        (Some(from), None) => format!("since {}", day(from)),
        (None, Some(to)) => format!("until {}", day(to)),
        (None, None) => "some days".to_owned(),
    }
}

/// "3 May 2024".
pub(crate) fn day(date: Date) -> String {
    date.strftime("%-d %b %Y").to_string()
}

/// A stretch of days, saying month and year once where they are the same: "1–3 May 2024".
fn days(from: Date, to: Date) -> String {
    if from == to {
        return day(to);
    }
    let start = if from.year() != to.year() {
        "%-d %b %Y"
    } else if from.month() != to.month() {
        "%-d %b"
    } else {
        "%-d"
    };
    format!("{}–{}", from.strftime(start), day(to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_of_days_say_nothing_twice() {
        let check = |from: &str, to: &str, expected: &str| {
            assert_eq!(days(from.parse().unwrap(), to.parse().unwrap()), expected);
        };
        check("2024-05-03", "2024-05-03", "3 May 2024");
        check("2024-05-01", "2024-05-03", "1–3 May 2024");
        check("2024-05-30", "2024-06-11", "30 May–11 Jun 2024");
        check("2023-10-07", "2024-01-05", "7 Oct 2023–5 Jan 2024");
    }

    #[test]
    fn what_is_said_is_read_back() {
        let day = |it: &str| (!it.is_empty()).then(|| it.parse().unwrap());
        let check = |from: &str, to: &str, evidence: AsOfEvidence| {
            let range = DateRange {
                from: day(from),
                to: day(to),
            };
            let told = AsOf { range, evidence };
            assert_eq!(read(&as_of(&told)), told);
        };
        check("2024-05-03", "2024-05-03", AsOfEvidence::Explicit);
        check("2024-05-01", "2024-05-03", AsOfEvidence::Relative);
        check("2024-05-30", "2024-06-11", AsOfEvidence::ArticleDate);
        check("2023-10-07", "2024-01-05", AsOfEvidence::Inferred);
        check("2023-10-07", "", AsOfEvidence::Inferred);
        check("", "2023-10-07", AsOfEvidence::Explicit);
        check("", "", AsOfEvidence::Unknown);
        for words in ["", "soon", "–", "1–2", "32–33 May 2024 (inferred)"] {
            assert_eq!(read(words).range, DateRange::default(), "{words}");
        }
    }
}
