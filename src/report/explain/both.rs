//! Two claims side by side: the verdict on them, or why they were never compared.

use std::fmt;

use super::{carries, claim, labelled};
use crate::compare::{Figure, Trace};
use crate::report::view::View;
use crate::report::{Style, days, grouping, sanitise};
use crate::resolve::Record;

/// Explains two claims and what was made of them together, down to how they were grouped.
pub(crate) fn write(
    view: &View<'_>,
    style: &Style,
    (a, b): (usize, usize),
    trace: Option<&Trace>,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    for index in [a, b] {
        claim::write(view, style, index, out)?;
        out.write_char('\n')?;
    }
    judged(view, style, (a, b), out)?;
    trace.map_or(Ok(()), |trace| grouping::pair(view, style, trace, out))
}

fn judged(
    view: &View<'_>,
    style: &Style,
    (a, b): (usize, usize),
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let figures = &view.input.comparison.figures;
    let home = |claim: usize| figures.iter().position(|figure| carries(figure, claim));
    match (home(a), home(b)) {
        (Some(one), Some(other)) if one == other => {
            together(view, style, view.figure(one), (a, b), out)
        }
        (Some(one), Some(other)) => apart(view, style, (one, other), (a, b), out),
        _ => labelled(
            style,
            "together",
            "one of them belongs to no figure, so it is compared with nothing",
            out,
        ),
    }
}

/// Both answer one question.
fn together(
    view: &View<'_>,
    style: &Style,
    figure: &Figure,
    (a, b): (usize, usize),
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let variant = |claim| {
        figure
            .variants
            .iter()
            .position(|variant| variant.claims.contains(&claim))
    };
    let (a, b) = (variant(a), variant(b));
    if a == b {
        let words = format!(
            "one reading of {}: they say the same",
            sanitise::line(&figure.label)
        );
        return labelled(style, "together", &words, out);
    }
    let found = figure.pairs.iter().find(|pair| {
        [(Some(pair.a), Some(pair.b)), (Some(pair.b), Some(pair.a))].contains(&(a, b))
    });
    match found {
        Some(pair) => super::explain_pair(view, style, figure, pair, out),
        None => labelled(
            style,
            "together",
            "readings of one figure; there are so many that each was compared with its neighbours and the extremes",
            out,
        ),
    }
}

/// They answer different questions: says which.
fn apart(
    view: &View<'_>,
    style: &Style,
    (one, other): (usize, usize),
    (a, b): (usize, usize),
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let label = |at: usize| sanitise::line(&view.figure(at).label);
    let words = format!("not compared: {} | {}", label(one), label(other));
    labelled(style, "together", &words, out)?;
    for words in differences(view, view.record(a), view.record(b)) {
        labelled(style, "differ in", &words, out)?;
    }
    let related = view.input.comparison.related.iter();
    let mut bonds = related.filter(|bond| [(one, other), (other, one)].contains(&(bond.a, bond.b)));
    bonds.try_for_each(|bond| {
        let check = bond.check.as_ref().map_or_else(String::new, |check| {
            let holds = if check.holds {
                "holds"
            } else {
                "does not hold"
            };
            format!("; {} {holds}", sanitise::line(&check.text))
        });
        labelled(
            style,
            "related",
            &format!("{}{check} [{}]", sanitise::line(&bond.why), bond.reason),
            out,
        )
    })
}

/// The slots in which two claims are not the same, as far as both are stated.
fn differences(view: &View<'_>, a: &Record, b: &Record) -> Vec<String> {
    let slots = |record: &Record| {
        let claim = &record.claim;
        let text = view
            .input
            .articles
            .get(record.article)
            .map_or("", |it| &it.text);
        let line = |words: &str| sanitise::line(words);
        [
            (
                "what is counted",
                Some(line(view.type_name(claim.claim_type))),
            ),
            (
                "aspect",
                view.aspect_name(claim.claim_type, claim.aspect).map(line),
            ),
            (
                "event",
                record
                    .event
                    .as_ref()
                    .map(|event| format!("{} ({})", line(&event.label), line(&event.id))),
            ),
            (
                "place",
                record.place.as_ref().map(|place| line(&place.name)),
            ),
            ("who", record.who.text.map(|span| line(span.slice(text)))),
            ("basis", Some(record.basis.name().to_owned())),
            ("counts", record.stretch.map(days::stretch)),
            ("modality", Some(claim.modality.name().to_owned())),
        ]
    };
    let pairs = slots(a).into_iter().zip(slots(b));
    pairs
        .filter_map(|((name, a), (_, b))| match (a, b) {
            (Some(a), Some(b)) if a != b => Some(format!("{name}: {a} | {b}")),
            _ => None,
        })
        .collect()
}
