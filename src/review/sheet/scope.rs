//! What an entry counts, written out: enough to ask whether a draft's claim answers the same question.

use serde::Deserialize;

use crate::calendar::DateRange;
use crate::claims::{Modality, Polarity};
use crate::compare;
use crate::ingest::parse_date;
use crate::report::{View, clean};
use crate::resolve::Facets;
use crate::review::yaml::{quoted, quoted_if_any};
use crate::schema::claim_type::Basis;

use super::named::{EventFile, PlaceFile, no_date};

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
    /// Of money, where it is not in the unit of its type.
    #[serde(default)]
    pub(crate) currency: Option<String>,
    #[serde(default)]
    pub(crate) place: Option<PlaceFile>,
    #[serde(default)]
    pub(crate) event: Option<EventFile>,
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
            currency: record.claim.value.currency.as_deref().map(str::to_owned),
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
            ("currency", words(&self.currency)),
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
