//! How one claim was read: its number, its rule, its scope, its source, each with the evidence.

use std::fmt;

use super::{labelled, reads, sentence};
use crate::claims::Claim;
use crate::report::view::View;
use crate::report::{Style, days, extract, json, reading, sanitise, words};

/// Explains one claim.
pub(super) fn write(
    view: &View<'_>,
    style: &Style,
    index: usize,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let record = view.record(index);
    let text = view.text(index);
    writeln!(
        out,
        "{}  {}",
        reading::place(view, index),
        extract::kind(view, record)
    )?;
    sentence::write(view, style, index, out)?;
    reads::write(view, style, &record.claim, text, out)?;
    labelled(style, "rule", &rule(&record.claim, text), out)?;
    labelled(style, "scope", &scope(view, index), out)?;
    labelled(
        style,
        "as of",
        &format!("{}; {}", days::as_of(&record.as_of), record.basis.name()),
        out,
    )?;
    let source = record.source.text.map(|span| span.slice(text));
    labelled(
        style,
        "source",
        &words::source(source, record.source.stance),
        out,
    )?;
    if let Some(whole) = view.whole_of(index) {
        let words = format!(
            "{} ({})",
            reading::own_words(view, whole),
            reading::place(view, whole)
        );
        labelled(style, "part of", &words, out)?;
    }
    let mut certainty = vec![record.claim.certainty.name().to_owned()];
    certainty.extend(record.claim.notes.iter().map(|note| note.replace('-', " ")));
    labelled(style, "certainty", &certainty.join(", "), out)?;
    labelled(style, "claim", &sanitise::line(&record.id), out)
}

fn rule(claim: &Claim, text: &str) -> String {
    format!(
        "{} · “{}”; number by {}",
        claim.frame.name(),
        sanitise::line(claim.trigger.span.slice(text)),
        claim.quantity.rule,
    )
}

/// Who, place and event, each with how it is known.
fn scope(view: &View<'_>, index: usize) -> String {
    let record = view.record(index);
    let who = record.who.text.map_or_else(
        || "who not said".to_owned(),
        |span| format!("who “{}”", sanitise::line(span.slice(view.text(index)))),
    );
    let place = record.place.as_ref().map_or_else(
        || "place not said".to_owned(),
        |place| {
            format!(
                "place {} ({})",
                sanitise::line(&place.name),
                json::evidence(place.evidence)
            )
        },
    );
    let event = record.event.as_ref().map_or_else(
        || "event not said".to_owned(),
        |event| {
            format!(
                "event {} ({})",
                sanitise::line(&event.label),
                json::evidence(event.evidence)
            )
        },
    );
    format!("{who}; {place}; {event}")
}
