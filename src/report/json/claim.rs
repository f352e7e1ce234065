//! One claim as published: a line of `extract -f jsonl`, an element of `claims` in `diff -f json`.

use serde::Serialize;

use super::name;
use super::value::{Spot, Value, field_name};
use crate::calendar::{Date, DateRange};
use crate::claims::Frame;
use crate::report::view::View;
use crate::resolve;

/// A claim. The order of the fields is that of the output.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Claim<'a> {
    /// Content-made: survives edits elsewhere in the article.
    pub id: &'a str,
    /// The article's id.
    pub article: &'a str,
    /// The claim type's name: deaths.
    #[serde(rename = "type")]
    pub claim_type: &'a str,
    /// Which of the type's figures: held. Null where the type has one only.
    pub aspect: Option<&'a str>,
    /// The number, in the claim type's unit.
    pub value: Value<'a>,
    /// The claim type's unit; of an amount of money its currency.
    pub unit: &'a str,
    /// Who is counted.
    pub who: Who<'a>,
    /// Where it happened or holds; null when unknown.
    pub place: Option<Place<'a>>,
    /// The event it belongs to; null when unknown.
    pub event: Option<Event<'a>>,
    /// incident, cumulative, stock, rate.
    pub basis: &'static str,
    /// The days over which it counts, where they are not all of its event: "in the past ten days".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stretch: Option<Stretch>,
    /// The days of which it speaks.
    pub as_of: AsOf,
    /// Who says so.
    pub source: Source<'a>,
    /// affirmed, denied.
    pub polarity: &'static str,
    /// actual, planned, possible.
    pub modality: &'static str,
    /// The id of the claim that this one is a part of: "including four children".
    pub part_of: Option<&'a str>,
    /// headline, caption, body, quote.
    pub zone: &'static str,
    /// Where the number with its hedge stands.
    pub span: Spot,
    /// "title" when the words stand in a title given apart from the text, which the span then counts from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<&'static str>,
    /// The sentence it stands in.
    pub sentence: &'a str,
    /// What made it a claim.
    pub rule: Rule<'a>,
    /// stated, likely, possible.
    pub certainty: &'static str,
    /// Short remarks.
    pub notes: &'a [&'static str],
}

/// The counted group.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Who<'a> {
    /// As written; null when the text does not say.
    pub text: Option<&'a str>,
    /// What the words state.
    pub facets: Facets<'a>,
}

/// What is stated of a counted group; what is not stated is absent.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Facets<'a> {
    /// Country code, ISO 3166-1 alpha-2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nationality: Option<&'a str>,
    /// civilian, combatant, police, …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<&'a str>,
    /// child, woman, man, …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age_sex: Option<&'a str>,
}

/// A place with what contains it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Place<'a> {
    /// The name to show.
    pub text: &'a str,
    /// Stable id of the gazetteer.
    pub id: &'a str,
    /// Ids of containing places, nearest first.
    pub within: &'a [String],
}

/// An event.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Event<'a> {
    /// Id of a named event, or a made one.
    pub id: &'a str,
    /// The words to show.
    pub label: &'a str,
    /// How it was attached: clause, sentence, article, inferred.
    pub evidence: &'static str,
}

/// The days of which a claim speaks, both ends included; null is unknown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AsOf {
    /// Earliest day, YYYY-MM-DD.
    pub from: Option<String>,
    /// Latest day, YYYY-MM-DD.
    pub to: Option<String>,
    /// explicit, relative, article-date, inferred, unknown.
    pub evidence: &'static str,
}

/// The days over which a claim counts, both ends included; null is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Stretch {
    /// First day, YYYY-MM-DD.
    pub from: Option<String>,
    /// Last day, YYYY-MM-DD.
    pub to: Option<String>,
}

/// Who says so.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Source<'a> {
    /// As written; null when the text names none.
    pub text: Option<&'a str>,
    /// confirmed, claimed, denied; null when the text does not say.
    pub stance: Option<&'static str>,
}

/// What made a number a claim.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Rule<'a> {
    /// The shape of the clause.
    pub frame: Frame,
    /// The words that named the claim type.
    pub trigger: &'a str,
}

impl<'a> Claim<'a> {
    /// The record at `index`.
    pub(crate) fn new(view: &View<'a>, index: usize) -> Self {
        let record = view.record(index);
        let claim = &record.claim;
        let text = view.text(index);
        let place = view.place(index);
        Self {
            id: &record.id,
            article: view.article_id(record.article),
            claim_type: view.type_name(claim.claim_type),
            aspect: view.aspect_name(claim.claim_type, claim.aspect),
            value: Value::new(&claim.value, claim.quantity.span.slice(text), text),
            unit: view.unit(claim.claim_type, &claim.value),
            who: Who::new(&record.who, text),
            place: record.place.as_ref().map(Place::new),
            event: record.event.as_ref().map(Event::new),
            basis: record.basis.name(),
            stretch: record.stretch.map(Stretch::new),
            as_of: AsOf::new(&record.as_of),
            source: Source::new(&record.source, text),
            polarity: claim.polarity.name(),
            modality: claim.modality.name(),
            part_of: view.whole_of(index).map(|whole| &*view.record(whole).id),
            zone: name::zone(view.setting(index).zone),
            span: place.into(),
            field: field_name(place.field),
            sentence: view.setting(index).sentence.slice(text),
            rule: Rule {
                frame: claim.frame,
                trigger: claim.trigger.span.slice(text),
            },
            certainty: claim.certainty.name(),
            notes: &claim.notes,
        }
    }
}

impl<'a> Who<'a> {
    fn new(who: &'a resolve::Who, text: &'a str) -> Self {
        Self {
            text: who.text.map(|span| span.slice(text)),
            facets: Facets {
                nationality: who.facets.nationality.as_deref(),
                role: who.facets.role.as_deref(),
                age_sex: who.facets.age_sex.as_deref(),
            },
        }
    }
}

impl<'a> Place<'a> {
    fn new(place: &'a resolve::Place) -> Self {
        Self {
            text: &place.name,
            id: &place.id,
            within: &place.within,
        }
    }
}

impl<'a> Event<'a> {
    fn new(event: &'a resolve::Event) -> Self {
        Self {
            id: &event.id,
            label: &event.label,
            evidence: name::evidence(event.evidence),
        }
    }
}

impl Stretch {
    fn new(range: DateRange) -> Self {
        let day = |day: Option<Date>| day.map(|day| day.to_string());
        Self {
            from: day(range.from),
            to: day(range.to),
        }
    }
}

impl AsOf {
    /// The days of `as_of`.
    pub(crate) fn new(as_of: &resolve::AsOf) -> Self {
        let day = |day: Option<Date>| day.map(|day| day.to_string());
        Self {
            from: day(as_of.range.from),
            to: day(as_of.range.to),
            evidence: name::as_of_evidence(as_of.evidence),
        }
    }
}

impl<'a> Source<'a> {
    fn new(source: &resolve::Source, text: &'a str) -> Self {
        Self {
            text: source.text.map(|span| span.slice(text)),
            stance: source.stance.map(name::stance),
        }
    }
}
