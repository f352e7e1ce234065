//! What the first stages saw of one article, as tables: `inspect sentences`, `inspect numbers`.

use std::fmt;

use super::locator::{Locator, Place};
use super::{Style, json, sanitise, table, words};
use crate::ingest::Field;
use crate::numbers::{Kind, Quantity};
use crate::text::Document;

/// Writes one numeral a row, guards with their reason.
pub(crate) fn numbers(
    document: &Document<'_>,
    quantities: &[Quantity],
    name: &str,
    style: &Style,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let locator = Locator::new(std::slice::from_ref(document.article));
    let rows: Vec<Vec<String>> = quantities
        .iter()
        .map(|quantity| {
            vec![
                place(name, locator.place(0, quantity.span)),
                sanitise::line(quantity.span.slice(&document.article.text)),
                kind(quantity),
                reading(quantity),
                quantity.rule.to_owned(),
            ]
        })
        .collect();
    if rows.is_empty() {
        return writeln!(out, "No numbers in {}.", sanitise::line(name));
    }
    table::plain(
        &["where", "as written", "kind", "read as", "rule"],
        &rows,
        style,
        out,
    )
}

/// "cardinal", or "guard: date".
pub(crate) fn kind(quantity: &Quantity) -> String {
    let kind = json::kind(quantity.kind);
    quantity.reason.map_or_else(
        || kind.to_owned(),
        |reason| format!("{kind}: {}", json::reason(reason)),
    )
}

/// Operator and core in the written unit; nothing for a guard.
pub(crate) fn reading(quantity: &Quantity) -> String {
    if quantity.kind == Kind::Guard {
        return String::new();
    }
    let is_whole = matches!(
        quantity.kind,
        Kind::Cardinal | Kind::Ordinal | Kind::Vague | Kind::Age
    );
    let operator = quantity.value.operator.name().replace('_', " ");
    let core = words::interval(&quantity.value.core, is_whole);
    let amount = match (&quantity.unit, quantity.kind) {
        (Some(unit), Kind::Duration) => words::lasting(&core, &sanitise::line(unit)),
        (Some(unit), _) => format!("{core} {}", sanitise::line(unit)),
        (None, _) => core,
    };
    format!("{amount} ({operator})")
}

/// Writes one sentence a row.
pub(crate) fn sentences(
    document: &Document<'_>,
    name: &str,
    style: &Style,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let locator = Locator::new(std::slice::from_ref(document.article));
    let rows: Vec<Vec<String>> = document
        .sentences
        .iter()
        .map(|sentence| {
            vec![
                place(name, locator.place(0, sentence.span)),
                json::zone(sentence.zone).to_owned(),
                sanitise::line(document.slice(sentence.span)),
            ]
        })
        .collect();
    if rows.is_empty() {
        return writeln!(out, "No sentences in {}.", sanitise::line(name));
    }
    table::plain(&["where", "zone", "sentence"], &rows, style, out)
}

/// "003:9:195", or "003:title:12" for a title given apart from the text.
pub(crate) fn place(name: &str, place: Place) -> String {
    let name = sanitise::line(name);
    let column = place.position.column;
    match place.field {
        Field::Title => format!("{name}:title:{column}"),
        Field::Text => format!("{name}:{}:{column}", place.position.line),
    }
}
