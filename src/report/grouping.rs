//! How claims came to be one figure: `inspect figures`, and the end of `explain ID --with ID`.

use std::collections::BTreeMap;
use std::fmt;

use super::explain::labelled;
use super::json::inspect::Grouped;
use super::view::View;
use super::{Style, json, reading, sanitise, table, words};
use crate::compare::{Figure, Inside, Meeting, Outcome, ReadAs, Trace};

const HEADINGS: [&str; 6] = ["id", "verdict", "figure", "as written", "keys", "links"];

/// What tells of a figure whose claims have one scope, so that nothing had to be weighed.
const ONE_SCOPE: &str = "one scope";

/// Writes one figure a row.
pub(crate) fn table(
    view: &View<'_>,
    inside: &[Inside],
    style: &Style,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let by_claim = by_claim(inside);
    let figures = view.input.comparison.figures.iter();
    let rows: Vec<Vec<String>> = figures
        .map(|figure| {
            let said: Vec<String> = figure
                .variants
                .iter()
                .filter_map(|variant| variant.claims.first())
                .map(|&claim| reading::own_words(view, claim))
                .collect();
            let inside = of(figure, &by_claim);
            vec![
                sanitise::line(&figure.id),
                words::verdict(figure.verdict, figure.grade),
                sanitise::line(&figure.label),
                said.join(" | "),
                inside.map_or_else(String::new, |it| listed(&it.keys)),
                inside.map_or_else(String::new, links),
            ]
        })
        .collect();
    if rows.is_empty() {
        return writeln!(out, "No figures found.");
    }
    table::plain(&HEADINGS, &rows, style, out)
}

/// "nothing (6), who (4)": what each link had to fill, and its score.
fn links(inside: &Inside) -> String {
    let ties = inside.ties.iter();
    let mut links: Vec<String> = ties
        .map(|tie| format!("{} ({})", tie.fills, tie.score))
        .collect();
    if links.is_empty() {
        links.push(ONE_SCOPE.to_owned());
    }
    if inside.ambiguous {
        links.push("fits several figures".to_owned());
    }
    links.join(", ")
}

/// Writes one figure a line.
pub(crate) fn jsonl<'a>(
    view: &View<'a>,
    inside: &'a [Inside],
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let by_claim = by_claim(inside);
    for (index, figure) in view.input.comparison.figures.iter().enumerate() {
        if let Some(inside) = of(figure, &by_claim) {
            json::line(&Grouped::new(view, index, inside), out)?;
        }
    }
    Ok(())
}

fn by_claim(inside: &[Inside]) -> BTreeMap<usize, &Inside> {
    inside.iter().map(|it| (it.claim, it)).collect()
}

fn of<'i>(figure: &Figure, by_claim: &BTreeMap<usize, &'i Inside>) -> Option<&'i Inside> {
    let mut claims = figure.variants.iter().flat_map(|variant| &variant.claims);
    claims.find_map(|claim| by_claim.get(claim).copied())
}

/// The block keys of two claims, and the slot that decided.
pub(crate) fn pair(
    view: &View<'_>,
    style: &Style,
    trace: &Trace,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    for (which, read_as) in ["the first", "the second"].iter().zip(&trace.read_as) {
        if let Some(read_as) = read_as {
            let words = format!("{which} is read as {}", as_words(read_as));
            labelled(style, "read as", &sanitise::line(&words), out)?;
        }
    }
    for (label, words) in keys(trace) {
        labelled(style, label, &sanitise::line(&words), out)?;
    }
    labelled(style, "grouping", &meeting(view, trace), out)
}

/// "injured, as another article counts them".
fn as_words(read_as: &ReadAs) -> String {
    match read_as {
        ReadAs::Type(name) => format!("{name}, as another article counts them"),
        ReadAs::Count => "a count beside others, as another article gives it".to_owned(),
        ReadAs::Event(label) => format!("told of “{label}”, of which another article tells"),
    }
}

/// The block keys of a claim or figure.
fn listed(keys: &[String]) -> String {
    match keys {
        [] => "none: compared with no other number, only with its own repetition".to_owned(),
        keys => sanitise::line(&keys.join("; ")),
    }
}

fn keys(trace: &Trace) -> Vec<(&'static str, String)> {
    let [a, b] = &trace.keys;
    if a == b && (!trace.shared.is_empty() || a.is_empty()) {
        return vec![("block keys", format!("of both: {}", listed(a)))];
    }
    let shared = match &trace.shared[..] {
        [] => "none, or of different types".to_owned(),
        shared => shared.join("; "),
    };
    vec![
        ("block keys", format!("of the first: {}", listed(a))),
        ("", format!("of the second: {}", listed(b))),
        ("", format!("shared: {shared}")),
    ]
}

fn meeting(view: &View<'_>, trace: &Trace) -> String {
    match trace.meeting {
        Meeting::OneScope => "all that is known of the two is the same".to_owned(),
        Meeting::Apart(parting) => format!("kept apart: {}", parting.words()),
        Meeting::CanBeOne {
            fills,
            score,
            outcome,
        } => {
            let fit = match fills {
                "nothing" => "nothing keeps them apart".to_owned(),
                slot => format!("they can be one, though one leaves something unknown ({slot})"),
            };
            format!("{fit}; score {score}; {}", came_of(view, trace, outcome))
        }
    }
}

fn came_of(view: &View<'_>, trace: &Trace, outcome: Outcome) -> String {
    let id = |claim| sanitise::line(&view.record(claim).id);
    match outcome {
        Outcome::Joined => "in one figure".to_owned(),
        Outcome::Crossed(a, b, parting) => format!(
            "not in one figure, since other claims of their two figures are kept apart, {} and {}: {}",
            id(a),
            id(b),
            parting.words()
        ),
        Outcome::Torn => {
            "not in one figure: one of them may belong to several, so it is put into none".to_owned()
        }
        Outcome::NotTaken if trace.shared.is_empty() => {
            "not in one figure: they have no event, place or day in common by which they would be set side by side (no \
             shared key)"
                .to_owned()
        }
        Outcome::NotTaken => {
            "not in one figure: another one fits as well, or there were too many to try all of them".to_owned()
        }
    }
}
