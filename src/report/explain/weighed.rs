//! Every way to read a number that was weighed: its trigger, its frame, its score and what became of it.

use std::fmt;

use super::labelled;
use crate::claims::Weighed;
use crate::report::view::View;
use crate::report::{Style, sanitise};
use crate::span::Span;

/// Readings shown of one number; the rest is counted.
const SHOWN: usize = 8;

/// Writes the readings of the number at `span`, the one taken first. Nothing where there was none.
pub(super) fn write(
    view: &View<'_>,
    style: &Style,
    article: usize,
    weighed: &[Weighed],
    span: Span,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let text = view
        .input
        .articles
        .get(article)
        .map_or("", |article| &article.text);
    let touches = |it: &&Weighed| it.number.start < span.end && span.start < it.number.end;
    let all: Vec<&Weighed> = weighed.iter().filter(touches).collect();
    for (at, it) in all.iter().take(SHOWN).enumerate() {
        let label = if at == 0 { "weighed" } else { "" };
        labelled(style, label, &line(view, it, text), out)?;
    }
    if all.len() > SHOWN {
        let rest = format!("{} more", all.len() - SHOWN);
        labelled(style, "", &rest, out)?;
    }
    Ok(())
}

/// `deaths · passive “were killed” [kill], score 88: taken`
fn line(view: &View<'_>, it: &Weighed, text: &str) -> String {
    let kind = view.claim_type(it.claim_type);
    let aspect = it.aspect.and_then(|at| kind?.aspects.get(at));
    let name = aspect.map_or_else(
        || kind.map_or("?", |kind| &kind.name).to_owned(),
        |aspect| format!("{} {}", kind.map_or("?", |kind| &kind.name), aspect.name),
    );
    format!(
        "{} · {} “{}” [{}], score {}: {}",
        sanitise::line(&name),
        it.frame.name().replace('_', " "),
        sanitise::line(it.words.slice(text)),
        sanitise::line(&it.trigger),
        it.score,
        it.outcome.words(),
    )
}
