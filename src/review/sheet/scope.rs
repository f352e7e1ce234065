//! What an entry counts, written out: enough to ask whether a draft's claim answers the same question.

use serde::Deserialize;

use crate::calendar::DateRange;
use crate::claims::{Modality, Polarity};
use crate::compare;
use crate::ingest::parse_date;
use crate::report::{View, clean};
use crate::resolve::{Event, Evidence, Facets, Place};
use crate::review::yaml::{map, quoted, quoted_if_any};
use crate::schema::claim_type::Basis;

/// The slots of a claim.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Scope {
    /// The claim type: deaths.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    /// held, taken, of hostages.
    #[serde(default)]
    pub(crate) aspect: String,
    pub(crate) basis: Basis,
    /// The first of the days over which it counts, where they are not all of its event.
    #[serde(default)]
    pub(crate) counts_from: Option<String>,
    /// The last of them, where it is known.
    #[serde(default)]
    pub(crate) counts_to: Option<String>,
    /// planned or possible; actual without.
    #[serde(default)]
    pub(crate) modality: String,
    /// Who is counted, or who does it.
    #[serde(default)]
    pub(crate) who: String,
    #[serde(default)]
    pub(crate) nationality: Option<String>,
    #[serde(default)]
    pub(crate) role: Option<String>,
    #[serde(default)]
    pub(crate) age_sex: Option<String>,
    #[serde(default)]
    pub(crate) place: Option<PlaceFile>,
    #[serde(default)]
    pub(crate) event: Option<EventFile>,
}

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

impl Scope {
    /// That of the record at `claim`.
    pub(super) fn of(view: &View<'_>, claim: usize) -> Self {
        let record = view.record(claim);
        let kind = record.claim.claim_type;
        let who = record.who.text.map(|it| it.slice(view.text(claim)));
        let facets = &record.who.facets;
        Self {
            kind: view.type_name(kind).to_owned(),
            aspect: view
                .aspect_name(kind, record.claim.aspect)
                .unwrap_or_default()
                .to_owned(),
            basis: record.basis,
            counts_from: record.stretch.and_then(|it| Some(it.from?.to_string())),
            counts_to: record.stretch.and_then(|it| Some(it.to?.to_string())),
            modality: match record.claim.modality {
                Modality::Actual => String::new(),
                other => other.name().to_owned(),
            },
            who: who.map(clean).unwrap_or_default(),
            nationality: facets.nationality.clone(),
            role: facets.role.clone(),
            age_sex: facets.age_sex.clone(),
            place: record.place.as_ref().map(PlaceFile::of),
            event: record.event.as_ref().map(EventFile::of),
        }
    }

    /// True when what a claim counts can be written out: it denies nothing, and a part of another ("including four
    /// children") is told from its whole by who is counted.
    pub(super) fn can_be_agreed(view: &View<'_>, claim: usize) -> bool {
        let record = view.record(claim);
        let is_told = |whole: usize| compare::narrower(record, view.record(whole));
        record.claim.polarity == Polarity::Affirmed
            && (record.claim.part_of.is_none() || view.whole_of(claim).is_some_and(is_told))
    }

    /// What cannot be meant, and under which key: a modality or a day that is none.
    pub(super) fn fault(&self) -> Option<(&'static str, String)> {
        if !["", "actual", "planned", "possible"].contains(&&*self.modality) {
            let message = format!(
                "modality: {} is none; write planned or possible, or take it out",
                clean(&self.modality)
            );
            return Some(("modality", message));
        }
        for (key, words) in [
            ("counts-from", &self.counts_from),
            ("counts-to", &self.counts_to),
        ] {
            if let Some(message) = no_date(key, words.as_deref()) {
                return Some((key, message));
            }
        }
        self.event.as_ref().and_then(EventFile::fault)
    }

    /// The days over which it counts.
    pub(super) fn stretch(&self) -> Option<DateRange> {
        let day = |words: &Option<String>| words.as_deref().and_then(parse_date);
        let (from, to) = (day(&self.counts_from), day(&self.counts_to));
        (from.is_some() || to.is_some()).then_some(DateRange { from, to })
    }

    pub(super) fn modality(&self) -> Modality {
        match &*self.modality {
            "planned" => Modality::Planned,
            "possible" => Modality::Possible,
            _ => Modality::Actual,
        }
    }

    pub(super) fn facets(&self) -> Facets {
        Facets {
            nationality: self.nationality.clone(),
            role: self.role.clone(),
            age_sex: self.age_sex.clone(),
        }
    }

    /// Its lines in the file.
    pub(super) fn lines(&self) -> String {
        let words = |it: &Option<String>| quoted_if_any(it.as_deref().unwrap_or_default());
        let mut text = String::from("  scope:\n");
        let slots = [
            ("type", quoted(&self.kind)),
            ("aspect", quoted_if_any(&self.aspect)),
            ("basis", self.basis.name().to_owned()),
            ("counts-from", self.counts_from.clone().unwrap_or_default()),
            ("counts-to", self.counts_to.clone().unwrap_or_default()),
            ("modality", quoted_if_any(&self.modality)),
            ("who", quoted_if_any(&self.who)),
            ("nationality", words(&self.nationality)),
            ("role", words(&self.role)),
            ("age-sex", words(&self.age_sex)),
            (
                "place",
                self.place.as_ref().map(PlaceFile::line).unwrap_or_default(),
            ),
            (
                "event",
                self.event.as_ref().map(EventFile::line).unwrap_or_default(),
            ),
        ];
        for (key, value) in slots.iter().filter(|(_, value)| !value.is_empty()) {
            text.extend(["    ", key, ": ", value, "\n"]);
        }
        text
    }
}

/// What to say of words that are no date, and stand where one must.
fn no_date(key: &str, words: Option<&str>) -> Option<String> {
    let words = words.filter(|it| parse_date(it).is_none())?;
    Some(format!(
        "{key}: {} is no date; write 2024-09-07",
        clean(words)
    ))
}

impl PlaceFile {
    fn of(place: &Place) -> Self {
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

    fn line(&self) -> String {
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
    fn of(event: &Event) -> Self {
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

    fn fault(&self) -> Option<(&'static str, String)> {
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

    fn line(&self) -> String {
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
