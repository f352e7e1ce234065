//! What became of the numbers of one line, claim or not.

use std::fmt;

use super::{labelled, sentence, weighed};
use crate::claims::Weighed;
use crate::ingest::Field;
use crate::numbers::{Kind, Quantity, Reason};
use crate::report::view::View;
use crate::report::{Spot, Style, Subject, inspect, sanitise};
use crate::span::Span;

/// Explains every number on one line of an article's own text, or in its title.
pub(crate) fn write(
    view: &View<'_>,
    style: &Style,
    article: usize,
    quantities: &[Quantity],
    weighed: &[Weighed],
    spot: Spot,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let name = sanitise::line(view.article_name(article));
    let on_line = |span: Span| {
        let place = view.place_of(article, span);
        match spot {
            Spot::Title => place.field == Field::Title,
            Spot::Line(line) => place.field == Field::Text && place.position.line == line,
        }
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
        match spot {
            Spot::Title => writeln!(out, "The title of {name} has no numbers.")?,
            Spot::Line(line) => writeln!(out, "{name}:{line} has no numbers.")?,
        }
    }
    Ok(())
}

/// The line of an article's file on which its text ends.
pub(crate) fn last_line(view: &View<'_>, article: usize) -> usize {
    let text = view
        .input
        .articles
        .get(article)
        .map_or("", |it| it.text.as_str());
    let end = text.trim_end().len();
    view.place_of(article, Span::new(end, end)).position.line
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
    let why = match quantity.reason {
        Some(reason) => format!("counts nothing: {}", no_figure(reason)),
        None if quantity.kind == Kind::Age => "counts nothing: an age".to_owned(),
        None if around(text, quantity.span).slice(text).starts_with('|') => {
            "it stands in a row of a table, and figures are read from sentences".to_owned()
        }
        None => format!(
            "no claim type takes it: it counts something else (see figcheck schema list), or in words that none of \
             them knows; read as {}",
            inspect::reading(quantity).trim_end_matches(" (bare)")
        ),
    };
    labelled(style, "why", &why, out)?;
    labelled(
        style,
        "rule",
        &format!("{}, {}", inspect::kind(quantity), quantity.rule),
        out,
    )?;
    weighed::write(view, style, article, weighed, quantity.span, out)
}

/// What a numeral is that counts nothing.
const fn no_figure(reason: Reason) -> &'static str {
    match reason {
        Reason::Date => "a date",
        Reason::Year => "a year",
        Reason::Time => "a time of day",
        Reason::Score => "a score",
        Reason::Reference => "the number of a resolution, a flight, a law and the like",
        Reason::Model => "the name of a model or a weapon",
        Reason::Address => "part of an address",
        Reason::Phone => "a telephone number",
        Reason::Url => "part of a web address",
        Reason::Identifier => "an identifier",
        Reason::ListMark => "the mark of an entry in a list",
        Reason::Rank => "a rank, or a number that something is called by",
        Reason::Pronoun => "“one” in the place of a name",
        Reason::Name => "part of a name",
        Reason::Window => "a span of time in which something is counted",
        Reason::Coordinate => "a place on the map",
        Reason::Idiom => "a figure of speech",
        Reason::Fraction => "part of a fraction",
        Reason::TooLarge => "more digits than any figure has",
    }
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
