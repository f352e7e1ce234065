//! Why a figure has its verdict, how each of its numbers was read, and what became of the numbers of a line.

mod again;
pub(crate) mod both;
mod check;
mod claim;
mod ladder;
pub(crate) mod line;
mod reads;
mod sentence;
mod silence;
mod weighed;

use std::fmt;

use super::view::View;
use super::{Style, Subject, caveat, header, paint, reading, sanitise, tag, words, wrap};
use crate::claims::Weighed;
use crate::compare::{Figure, Pair};

/// Columns that the words before an explanation take.
const LABEL: usize = 13;
/// Pairs explained; the rest is counted.
const SHOWN: usize = 10;

/// Explains a figure, a check, or a claim and the figure it is part of. `weighed` are the readings of the claim's sentence.
pub(crate) fn subject(
    view: &View<'_>,
    style: &Style,
    subject: Subject,
    weighed: &[Weighed],
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    match subject {
        Subject::Figure(figure) => explain_figure(view, style, view.figure(figure), out),
        Subject::Check(related) => check::write(view, style, related, out),
        Subject::Claim(claim) => {
            claim::write(view, style, claim, out)?;
            let record = view.record(claim);
            let span = record.claim.quantity.span;
            weighed::write(view, style, record.article, weighed, span, out)?;
            let figures = &view.input.comparison.figures;
            let of = figures.iter().find(|figure| carries(figure, claim));
            of.map_or(Ok(()), |figure| {
                let words = format!(
                    "{}: {}",
                    sanitise::line(&figure.label),
                    words::verdict(figure.verdict, figure.grade),
                );
                labelled(style, "figure", &words, out)?;
                check::of_figure(view, style, figure, out)?;
                silence::told(view, style, figure, out)?;
                again::explain(view, &figure.id, out)
            })
        }
    }
}

fn carries(figure: &Figure, claim: usize) -> bool {
    figure
        .variants
        .iter()
        .any(|variant| variant.claims.contains(&claim))
}

fn explain_figure(
    view: &View<'_>,
    style: &Style,
    figure: &Figure,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let verdict = header::verdict_words(figure.verdict, figure.grade);
    let head = paint::tone(style, header::tone(figure.verdict), &verdict);
    writeln!(out, "{head}  {}", sanitise::line(&figure.label))?;
    labelled(style, "id", &sanitise::line(&figure.id), out)?;
    for one in &figure.tags {
        labelled(style, "tag", &format!("{one}: {}", tag::words(one)), out)?;
    }
    for (at, variant) in figure.variants.iter().enumerate() {
        out.write_char('\n')?;
        if figure.variants.len() > 1 {
            writeln!(out, "reading {}", at + 1)?;
        }
        if let Some(&claim) = variant.claims.first() {
            claim::write(view, style, claim, out)?;
        }
        let others: Vec<String> = variant
            .claims
            .iter()
            .skip(1)
            .map(|&claim| reading::place(view, claim))
            .collect();
        if !others.is_empty() {
            labelled(style, "also at", &others.join(", "), out)?;
        }
    }
    let mut pairs: Vec<&Pair> = figure.pairs.iter().collect();
    pairs.sort_by_key(|pair| pair.verdict);
    for pair in pairs.iter().take(SHOWN) {
        out.write_char('\n')?;
        explain_pair(view, style, figure, pair, out)?;
    }
    if pairs.len() > SHOWN {
        writeln!(
            out,
            "\n{} further pairs; all of them: figcheck diff -f json {}",
            pairs.len() - SHOWN,
            sanitise::line(view.input.again)
        )?;
    }
    check::of_figure(view, style, figure, out)?;
    silence::write(view, style, figure, out)
}

fn explain_pair(
    view: &View<'_>,
    style: &Style,
    figure: &Figure,
    pair: &Pair,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let verdict = header::verdict_words(pair.verdict, pair.grade);
    let head = paint::tone(style, header::tone(pair.verdict), &verdict);
    writeln!(out, "readings {} and {}: {head}", pair.a + 1, pair.b + 1)?;
    let value = |at: usize| figure.variants.get(at).map(|variant| &variant.value);
    if let (Some(a), Some(b)) = (value(pair.a), value(pair.b))
        && let Some(gap) = words::gap(a, b, figure.gap(pair))
    {
        labelled(style, "gap", &gap, out)?;
    }
    if let Some((a, b)) = figure.judged(pair) {
        labelled(style, "values", &ladder::meeting(&a, &b), out)?;
    }
    labelled(style, "tests", &ladder::tried(pair.verdict), out)?;
    let why = format!("{} [{}]", sanitise::line(&figure.why(pair)), pair.reason);
    labelled(style, "why", &why, out)?;
    for phrase in caveat::phrases(view, figure.caveats(pair).into_iter()) {
        labelled(style, "note", &phrase, out)?;
    }
    Ok(())
}

pub(crate) fn labelled(
    style: &Style,
    label: &str,
    words: &str,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    wrap::hanging(
        &format!("  {label:<width$}", width = LABEL - 2),
        words,
        style.width,
        out,
    )
}
