//! Why a figure has its verdict and how each of its numbers was read; what became of the numbers of a line.

use std::fmt;

use super::excerpt::{Excerpt, Reach};
use super::rows;
use super::view::View;
use super::{
    Lookup, Style, Subject, caveat, extract, header, inspect, json, ladder, paint, sanitise, words,
    wrap,
};
use crate::claims::Claim;
use crate::compare::{Figure, Pair};
use crate::ingest::Field;
use crate::numbers::Quantity;
use crate::schema::claim_type::ValueKind;
use crate::span::Span;

/// Columns that the words before an explanation take.
const LABEL: usize = 11;
/// Pairs explained; the rest is counted.
const SHOWN: usize = 10;

/// What `id` names.
pub(crate) fn look_up(view: &View<'_>, id: &str) -> Lookup {
    let figures = view.input.comparison.figures.iter().enumerate();
    let figures = figures.map(|(at, figure)| (&*figure.id, Subject::Figure(at)));
    let claims = view.input.records.iter().enumerate();
    let claims = claims.map(|(at, record)| (&*record.id, Subject::Claim(at)));
    let all: Vec<(&str, Subject)> = figures.chain(claims).collect();
    if let Some((_, subject)) = all.iter().find(|(known, _)| *known == id) {
        return Lookup::Found(*subject);
    }
    let names = |known: &str| {
        known.starts_with(id) || known.rsplit_once('#').is_some_and(|(_, tail)| tail == id)
    };
    let found: Vec<&(&str, Subject)> = all
        .iter()
        .filter(|(known, _)| !id.is_empty() && names(known))
        .collect();
    match found.as_slice() {
        [] => Lookup::Unknown,
        [(_, subject)] => Lookup::Found(*subject),
        several => {
            let mut ids: Vec<String> = several
                .iter()
                .map(|(known, _)| (*known).to_owned())
                .collect();
            ids.sort();
            Lookup::Ambiguous(ids)
        }
    }
}

/// Explains a figure, or a claim and the figure it is part of.
pub(crate) fn subject(
    view: &View<'_>,
    style: &Style,
    subject: Subject,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    match subject {
        Subject::Figure(figure) => explain_figure(view, style, view.figure(figure), out),
        Subject::Claim(claim) => {
            explain_claim(view, style, claim, out)?;
            let figures = &view.input.comparison.figures;
            let of = figures.iter().find(|figure| carries(figure, claim));
            of.map_or(Ok(()), |figure| {
                let verdict = header::verdict_words(figure.verdict, figure.grade);
                let words = format!(
                    "{}, {verdict} (figcheck explain {})",
                    sanitise::line(&figure.label),
                    sanitise::line(&figure.id)
                );
                labelled(style, "figure", &words, out)
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
    if !figure.tags.is_empty() {
        labelled(style, "tags", &figure.tags.join(", "), out)?;
    }
    for (at, variant) in figure.variants.iter().enumerate() {
        out.write_char('\n')?;
        if figure.variants.len() > 1 {
            writeln!(out, "reading {}", at + 1)?;
        }
        if let Some(&claim) = variant.claims.first() {
            explain_claim(view, style, claim, out)?;
        }
        let others: Vec<String> = variant
            .claims
            .iter()
            .skip(1)
            .map(|&claim| rows::place(view, claim))
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
            "\n{} further pairs: figcheck diff -f json",
            pairs.len() - SHOWN
        )?;
    }
    Ok(())
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
    if let (Some(a), Some(b)) = (value(pair.a), value(pair.b)) {
        if let Some(gap) = words::gap(a, b, pair.gap) {
            labelled(style, "gap", &gap, out)?;
        }
        labelled(style, "values", &ladder::meeting(a, b), out)?;
    }
    labelled(style, "tests", &ladder::tried(pair.verdict), out)?;
    let why = format!("{} [{}]", sanitise::line(&pair.why), pair.reason);
    labelled(style, "why", &why, out)?;
    for phrase in caveat::phrases(view, pair.caveats.iter()) {
        labelled(style, "note", &phrase, out)?;
    }
    Ok(())
}

fn explain_claim(
    view: &View<'_>,
    style: &Style,
    index: usize,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let record = view.record(index);
    let text = view.text(index);
    let (_, excerpt) = rows::excerpt(view, index, Reach::Long);
    writeln!(
        out,
        "{}  {}",
        rows::place(view, index),
        extract::kind(view, record)
    )?;
    sentence(style, &excerpt, out)?;
    labelled(style, "reads", &how_read(view, &record.claim, text), out)?;
    labelled(style, "rule", &rule(&record.claim, text), out)?;
    labelled(style, "scope", &scope(view, index), out)?;
    labelled(
        style,
        "as of",
        &format!("{}; {}", words::as_of(&record.as_of), record.basis.name()),
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
            rows::own_words(view, whole),
            rows::place(view, whole)
        );
        labelled(style, "part of", &words, out)?;
    }
    let mut notes = vec![format!("reading is {}", record.claim.certainty.name())];
    notes.extend(record.claim.notes.iter().map(|note| note.replace('-', " ")));
    labelled(style, "notes", &notes.join(", "), out)?;
    labelled(style, "claim", &sanitise::line(&record.id), out)
}

/// Operator and the three intervals.
fn how_read(view: &View<'_>, claim: &Claim, text: &str) -> String {
    let kind = view.claim_type(claim.claim_type);
    let is_whole = words::is_whole(kind.map_or(ValueKind::Count, |kind| kind.value.kind));
    let value = &claim.value;
    format!(
        "{} ({}); generous {}; literal {}",
        words::reading(value, kind, text),
        value.operator.name().replace('_', " "),
        words::interval(&value.support, is_whole),
        words::interval(&value.literal, is_whole),
    )
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

/// Explains every number on one line of an article's own text.
pub(crate) fn line(
    view: &View<'_>,
    style: &Style,
    article: usize,
    quantities: &[Quantity],
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
        explain_quantity(view, style, article, quantity, out)?;
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
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let claims = view.claims_at(article, quantity.span);
    for &claim in &claims {
        subject(view, style, Subject::Claim(claim), out)?;
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
    sentence(
        style,
        &Excerpt::new(
            text,
            around(text, quantity.span),
            quantity.span,
            Reach::Short,
        ),
        out,
    )?;
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
    )
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

fn sentence(style: &Style, excerpt: &Excerpt, out: &mut dyn fmt::Write) -> fmt::Result {
    let words = paint::marked(style, &excerpt.before, &excerpt.number, &excerpt.after);
    let mut lines = String::new();
    wrap::hanging("  ", &words, style.width, &mut lines)?;
    out.write_str(&paint::bold_marks(&lines))
}

fn labelled(style: &Style, label: &str, words: &str, out: &mut dyn fmt::Write) -> fmt::Result {
    wrap::hanging(
        &format!("  {label:<width$}", width = LABEL - 2),
        words,
        style.width,
        out,
    )
}
