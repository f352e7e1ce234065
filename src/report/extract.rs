//! Claims as a plain table: `extract`, `inspect claims`.

use std::fmt;

use super::reading::Reading;
use super::view::View;
use super::{Style, sanitise, table};
use crate::claims::{Modality, Polarity};
use crate::resolve::Record;

const CLAIM_HEADINGS: [&str; 10] = [
    "where",
    "type",
    "as written",
    "read as",
    "who",
    "place",
    "event",
    "basis",
    "as of",
    "source",
];

/// Writes one claim a row.
pub(crate) fn claims(view: &View<'_>, style: &Style, out: &mut dyn fmt::Write) -> fmt::Result {
    let rows: Vec<Vec<String>> = view
        .records_in_order()
        .into_iter()
        .map(|claim| claim_row(view, claim))
        .collect();
    if rows.is_empty() {
        return writeln!(out, "No claims found.");
    }
    table::plain(&CLAIM_HEADINGS, &rows, style, out)
}

fn claim_row(view: &View<'_>, claim: usize) -> Vec<String> {
    let record = view.record(claim);
    let text = view.text(claim);
    let reading = Reading::of_claim(view, claim);
    let unknown = || "not said".to_owned();
    let who = record
        .who
        .text
        .map_or_else(unknown, |span| sanitise::line(span.slice(text)));
    let place = record
        .place
        .as_ref()
        .map_or_else(unknown, |place| sanitise::line(&place.name));
    let event = record
        .event
        .as_ref()
        .map_or_else(unknown, |event| sanitise::line(&event.label));
    vec![
        reading.place,
        kind(view, record),
        reading.words,
        reading.meaning,
        who,
        place,
        event,
        record.basis.name().to_owned(),
        reading.as_of,
        reading.source,
    ]
}

/// "hostages · held", and what sets the claim apart from a plain statement: planned, possible, denied.
pub(crate) fn kind(view: &View<'_>, record: &Record) -> String {
    let claim = &record.claim;
    let mut words = sanitise::line(view.type_name(claim.claim_type));
    if let Some(aspect) = view.aspect_name(claim.claim_type, claim.aspect) {
        words = format!("{words} · {}", sanitise::line(aspect));
    }
    let denied = (claim.polarity == Polarity::Denied).then_some(claim.polarity.name());
    let planned = (claim.modality != Modality::Actual).then_some(claim.modality.name());
    for mark in [denied, planned].into_iter().flatten() {
        words = format!("{words} ({mark})");
    }
    words
}
