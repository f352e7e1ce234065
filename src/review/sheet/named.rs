//! The place and the event of an entry, written out.

use serde::Deserialize;

use crate::calendar::DateRange;
use crate::ingest::parse_date;
use crate::report::clean;
use crate::resolve::{Event, Evidence, Place};
use crate::review::yaml::{map, quoted, quoted_if_any};

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlaceFile {
    id: String,
    name: String,
    #[serde(default)]
    within: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EventFile {
    id: String,
    label: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    from: Option<String>,
    #[serde(default)]
    to: Option<String>,
    #[serde(default)]
    ongoing: bool,
    #[serde(default)]
    named: bool,
    #[serde(default)]
    place: Option<String>,
    #[serde(default)]
    agent: Option<String>,
}

/// What to say of words that are no date, and stand where one must.
pub(super) fn no_date(key: &str, words: Option<&str>) -> Option<String> {
    let words = words.filter(|it| parse_date(it).is_none())?;
    Some(format!(
        "{key}: {} is no date; write 2024-09-07",
        clean(words)
    ))
}

impl PlaceFile {
    pub(super) fn of(place: &Place) -> Self {
        Self {
            id: place.id.clone(),
            name: clean(&place.name),
            within: place.within.to_vec(),
        }
    }

    pub(super) fn place(&self) -> Place {
        Place {
            id: self.id.clone(),
            name: self.name.clone(),
            within: self.within.as_slice().into(),
            supposed: false,
            span: None,
            evidence: Evidence::Clause,
        }
    }

    pub(super) fn line(&self) -> String {
        let within: Vec<String> = self.within.iter().map(|it| quoted(it)).collect();
        let within = if within.is_empty() {
            String::new()
        } else {
            format!("[{}]", within.join(", "))
        };
        map(&[
            ("id", quoted(&self.id)),
            ("name", quoted(&self.name)),
            ("within", within),
        ])
    }
}

impl EventFile {
    pub(super) fn of(event: &Event) -> Self {
        Self {
            id: event.id.clone(),
            label: clean(&event.label),
            kind: event.kind.clone(),
            from: event.date.from.map(|it| it.to_string()),
            to: event.date.to.map(|it| it.to_string()),
            ongoing: event.ongoing,
            named: event.named,
            place: event.place.clone(),
            agent: event.agent.clone(),
        }
    }

    pub(super) fn fault(&self) -> Option<(&'static str, String)> {
        let day = |words: &Option<String>| words.as_deref().and_then(parse_date);
        for (key, words) in [("from", &self.from), ("to", &self.to)] {
            if let Some(message) = no_date(&format!("event.{key}"), words.as_deref()) {
                return Some((key, message));
            }
        }
        let is_backward = day(&self.from)
            .zip(day(&self.to))
            .is_some_and(|(a, b)| b < a);
        is_backward.then(|| ("to", "event.to: is before event.from: swap them".to_owned()))
    }

    pub(super) fn event(&self) -> Event {
        let day = |words: &Option<String>| words.as_deref().and_then(parse_date);
        Event {
            id: self.id.clone(),
            label: self.label.clone(),
            kind: self.kind.clone(),
            date: DateRange {
                from: day(&self.from),
                to: day(&self.to),
            },
            ongoing: self.ongoing,
            named: self.named,
            place: self.place.clone(),
            within: std::sync::Arc::default(),
            supposed: false,
            agent: self.agent.clone(),
            evidence: Evidence::Clause,
        }
    }

    pub(super) fn line(&self) -> String {
        let words = |it: &Option<String>| quoted_if_any(it.as_deref().unwrap_or_default());
        let plain = |it: &Option<String>| it.clone().unwrap_or_default();
        let flag = |is: bool| if is { "true".to_owned() } else { String::new() };
        map(&[
            ("id", quoted(&self.id)),
            ("label", quoted(&self.label)),
            ("kind", quoted_if_any(&self.kind)),
            ("from", plain(&self.from)),
            ("to", plain(&self.to)),
            ("ongoing", flag(self.ongoing)),
            ("named", flag(self.named)),
            ("place", words(&self.place)),
            ("agent", words(&self.agent)),
        ])
    }
}
