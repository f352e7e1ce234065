//! What became of the numbers of one line, claim or not.

use std::fmt;

use super::{labelled, sentence, weighed};
use crate::claims::Weighed;
use crate::ingest::Field;
use crate::numbers::Quantity;
use crate::report::view::View;
use crate::report::{Style, Subject, inspect, json, sanitise};
use crate::span::Span;

/// Explains every number on one line of an article's own text.
pub(crate) fn write(
    view: &View<'_>,
    style: &Style,
    article: usize,
    quantities: &[Quantity],
    weighed: &[Weighed],
    line: usize,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let name = sanitise::line(view.article_name(article));
    let on_line = |span: Span| {
        let place = view.place_of(article, span);
        place.field == Field::Text && place.position.line == line
    };
    let mut n_found = 0;
    for quantity in quantities.iter().filter(|quantity| on_line(quantity.span)) {
        if n_found > 0 {
            out.write_char('\n')?;
        }
        n_found += 1;
        explain_quantity(view, style, article, quantity, weighed, out)?;
    }
    if n_found == 0 {
        writeln!(out, "{name}:{line} has no numbers.")?;
    }
    Ok(())
}

fn explain_quantity(
    view: &View<'_>,
    style: &Style,
    article: usize,
    quantity: &Quantity,
    weighed: &[Weighed],
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let claims = view.claims_at(article, quantity.span);
    for &claim in &claims {
        super::subject(view, style, Subject::Claim(claim), weighed, out)?;
    }
    if !claims.is_empty() {
        return Ok(());
    }
    let text = view
        .input
        .articles
        .get(article)
        .map_or("", |article| &article.text);
    let place = inspect::place(
        view.article_name(article),
        view.place_of(article, quantity.span),
    );
    writeln!(out, "{place}  not a claim")?;
    sentence::number(text, around(text, quantity.span), quantity.span, style, out)?;
    let why = quantity.reason.map_or_else(
        || {
            format!(
                "no claim type took it; read as {}",
                inspect::reading(quantity)
            )
        },
        |reason| format!("no figure: {}", json::reason(reason).replace('-', " ")),
    );
    labelled(style, "why", &why, out)?;
    labelled(
        style,
        "rule",
        &format!("{}, {}", inspect::kind(quantity), quantity.rule),
        out,
    )?;
    weighed::write(view, style, article, weighed, quantity.span, out)
}

/// The line of `text` that holds `span`.
fn around(text: &str, span: Span) -> Span {
    let (start, end) = (span.start as usize, span.end as usize);
    let from = text.get(..start).and_then(|head| head.rfind('\n'));
    let to = text.get(end..).and_then(|tail| tail.find('\n'));
    Span::new(
        from.map_or(0, |at| at + 1),
        to.map_or(text.len(), |at| end + at),
    )
}
