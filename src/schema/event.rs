//! Named events: what `schemas/events/*.yaml` lists.

use std::collections::BTreeSet;
use std::str::FromStr;

use serde::Deserialize;

use super::source::Source;
use super::{Error, file, pattern};
use crate::calendar::{Date, DateRange};

/// An event that newsrooms refer to by name.
#[derive(Clone, Debug)]
pub struct NamedEvent {
    /// Unique id: `oct7-attack`.
    pub id: String,
    /// For labels: "7 October attack".
    pub label: String,
    /// war, attack, earthquake, …
    pub kind: String,
    /// When it happened, or began and ended; an open end goes on.
    pub date: DateRange,
    /// It went on for long enough that its figures grow (a war, an epidemic).
    pub ongoing: bool,
    /// Place id, when it has one; of an event in several places their ids in order, joined by `+`: `KE+TZ`.
    pub place: Option<String>,
    /// Parties by name: the attacker first.
    pub parties: Vec<String>,
    /// Words for what was hit, lower case: "embassy". A text that has one tells of the event the more surely.
    pub targets: Vec<String>,
}

/// An event as read from a file, with its names.
#[derive(Clone, Debug)]
pub struct Read {
    /// The event.
    pub event: NamedEvent,
    /// Phrases that name it, groups already expanded, lower case; none for one that comes with the program, whose names
    /// were made a tree of before (see [`Names`](super::Names)).
    pub names: Option<Vec<String>>,
}

/// `schemas/events/*.yaml` as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EventsFile {
    /// For readers of the file.
    #[serde(default)]
    #[expect(dead_code, reason = "says what the file is about, to people")]
    about: Option<String>,
    events: Vec<EventFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EventFile {
    id: String,
    label: String,
    kind: String,
    date: Option<String>,
    since: Option<String>,
    until: Option<String>,
    ongoing: Option<bool>,
    place: Option<Places>,
    #[serde(default)]
    parties: Vec<String>,
    #[serde(default)]
    targets: Vec<String>,
    #[serde(default)]
    aliases: Vec<String>,
}

/// `place: KE`, or `place: [KE, TZ]` for an event that struck several.
#[derive(Deserialize)]
#[serde(untagged)]
enum Places {
    One(String),
    Several(Vec<String>),
}

impl Places {
    fn id(self) -> String {
        match self {
            Self::One(id) => id,
            Self::Several(mut ids) => {
                ids.sort_unstable();
                ids.dedup();
                ids.join("+")
            }
        }
    }
}

/// The events of one file. Those of `known` are ids already in use by other files.
///
/// # Errors
/// Malformed YAML; an id used twice; a date that is none; an invalid alias. Every mistake, with its place.
pub fn parse(source: &Source) -> Result<Vec<Read>, Vec<Error>> {
    let written: EventsFile = file::read(source).map_err(|error| vec![error])?;
    let mut ids = BTreeSet::new();
    let mut errors = Vec::new();
    let mut events = Vec::with_capacity(written.events.len());
    for event in written.events {
        let path = ["events", event.id.as_str()];
        if !ids.insert(event.id.clone()) {
            let path = [path[0], path[1], path[1]];
            let message = format!("the event id `{}` is used twice: rename one", event.id);
            errors.extend(source.fault_along(&path, &message));
        }
        let id = event.id.clone();
        let names = (source.json.is_none()).then(|| names(&event.aliases));
        match names
            .transpose()
            .and_then(|names| Ok((checked(event)?, names)))
        {
            Ok((event, names)) => events.push(Read { event, names }),
            Err((word, message)) => {
                errors.extend(source.fault_along(&["events", &id, &word], &message));
            }
        }
    }
    if errors.is_empty() {
        Ok(events)
    } else {
        Err(errors)
    }
}

/// The event, or the word at which it is wrong and what is wrong.
fn checked(file: EventFile) -> Result<NamedEvent, (String, String)> {
    let date = dates(&file)?;
    Ok(NamedEvent {
        date,
        ongoing: file.ongoing.unwrap_or(date.to.is_none()),
        id: file.id,
        label: file.label,
        kind: file.kind,
        place: file.place.map(Places::id),
        parties: file.parties,
        targets: file.targets,
    })
}

/// The names written out, or the pattern that is wrong and what is wrong.
fn names(patterns: &[String]) -> Result<Vec<String>, (String, String)> {
    let mut names = Vec::new();
    for pattern in patterns {
        let written = pattern::expand(pattern).map_err(|message| (pattern.clone(), message))?;
        names.extend(written);
    }
    Ok(names)
}

fn dates(file: &EventFile) -> Result<DateRange, (String, String)> {
    let read = |key: &str, text: &Option<String>| {
        let date = text.as_deref().map(Date::from_str).transpose();
        date.map_err(|_| {
            let message = format!("`{key}` is not a date: write it as 2023-10-07");
            (text.clone().unwrap_or_default(), message)
        })
    };
    let range = match (read("date", &file.date)?, read("since", &file.since)?) {
        (Some(day), None) => DateRange {
            from: Some(day),
            to: read("until", &file.until)?.or(Some(day)),
        },
        (None, from) => DateRange {
            from,
            to: read("until", &file.until)?,
        },
        (Some(_), Some(_)) => {
            let message = "an event has a `date` (one day) or a `since` (and `until`), not both";
            return Err(("since".to_owned(), message.to_owned()));
        }
    };
    match (range.from, range.to) {
        (Some(from), Some(to)) if to < from => Err((
            "until".to_owned(),
            format!("it ends before it begins: {to} is before {from}"),
        )),
        _ => Ok(range),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<Read>, Vec<Error>> {
        parse(&Source {
            file: "e.yaml".to_owned(),
            text: text.to_owned().into(),
            json: None,
        })
    }

    #[test]
    fn a_day_ends_and_a_beginning_goes_on() {
        let events = read(
            "events:\n  - {id: a, label: A, kind: attack, date: 2023-10-07, aliases: [\"(a|b) raid\"]}\n  \
             - {id: w, label: W, kind: war, since: 2023-10-07}\n",
        )
        .unwrap();
        let day = &events[0].event;
        assert!(!day.ongoing && day.date.to.is_some());
        let names = events[0].names.as_deref().unwrap();
        assert_eq!(names, ["a raid", "b raid"]);
        let war = &events[1].event;
        assert!(war.ongoing && war.date.to.is_none());
    }

    #[test]
    fn mistakes_have_a_place() {
        let check = |row: &str, expected: &str| {
            let errors = read(&format!(
                "events:\n  - {{id: a, label: A, kind: b, {row}}}\n"
            ))
            .unwrap_err();
            assert!(errors[0].to_string().starts_with(expected), "{}", errors[0]);
        };
        check("date: 2023-13-01", "e.yaml:2:38: `date` is not a date");
        check(
            "since: 2024-01-02, until: 2024-01-01",
            "e.yaml:2:51: it ends before",
        );
        check("aliases: [\"(x\"]", "e.yaml:2:43: a group is not closed");
    }
}
