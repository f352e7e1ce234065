//! One figure as a section: verdict, plot, readings with their sentences, reasons.

use std::fmt;

use super::markup::escaped;
use super::timeline;
use crate::compare::Verdict;
use crate::report::block::Block;
use crate::report::excerpt::{Excerpt, Reach};
use crate::report::reading::{self, Reading};
use crate::report::view::View;
use crate::report::{sanitise, words};

/// Further places of one reading that are shown; the rest is counted.
const ALSO: usize = 12;

/// Writes a figure.
pub(super) fn write(view: &View<'_>, block: &Block, out: &mut dyn fmt::Write) -> fmt::Result {
    let figure = view.figure(block.figure);
    let id = escaped(&block.id);
    let verdict = block.verdict.name();
    let kind = escaped(&sanitise::line(view.type_name(figure.claim_type)));
    let label = escaped(&block.label);
    writeln!(
        out,
        "<section class=\"figure {verdict}\" id=\"{id}\" data-verdict=\"{verdict}\" data-type=\"{kind}\">\n\
         <h2><span class=\"verdict\"><span aria-hidden=\"true\">{}</span> {}</span> <span class=\"label\">{label}</span> \
         <a class=\"anchor\" href=\"#{id}\" title=\"Link to this figure\">#</a></h2>",
        escaped(&words::sign(block.verdict).to_string()),
        words::verdict(block.verdict, block.grade),
    )?;
    let aside = block
        .aside
        .as_ref()
        .map_or_else(String::new, |aside| format!("{} · ", escaped(aside)));
    writeln!(out, "<p class=\"quiet\">{aside}<code>{id}</code></p>")?;
    reasons(block, out)?;
    timeline::write(view, figure, out)?;
    out.write_str("<div class=\"scroll\">")?;
    open_table(&format!("Readings of {}", block.label), &[], out)?;
    for (reading, variant) in block.readings.iter().zip(&figure.variants) {
        self::reading(None, reading, anchor(view, reading).as_deref(), out)?;
        sentences(view, block, &variant.claims, out)?;
    }
    out.write_str("</tbody>\n</table></div>\n</section>\n")
}

/// The id of a reading's row: that of its claim.
fn anchor(view: &View<'_>, reading: &Reading) -> Option<String> {
    let id = sanitise::line(&view.record(reading.claim?).id);
    Some(escaped(&id.replace(' ', "_")))
}

/// Begins a table of readings, with columns of the caller's before the usual ones.
pub(super) fn open_table(caption: &str, before: &[&str], out: &mut dyn fmt::Write) -> fmt::Result {
    write!(
        out,
        "<table class=\"readings\" role=\"table\">\n<caption>{}</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">",
        escaped(caption)
    )?;
    let usual = ["Where", "As written", "Read as", "As of", "Who says so"];
    for name in before.iter().chain(&usual) {
        write!(out, "<th scope=\"col\" role=\"columnheader\">{name}</th>")?;
    }
    out.write_str("</tr></thead>\n<tbody role=\"rowgroup\">\n")
}

/// One reading as a row.
pub(super) fn reading(
    label: Option<&str>,
    reading: &Reading,
    anchor: Option<&str>,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let id = anchor.map_or_else(String::new, |id| format!(" id=\"{id}\""));
    write!(out, "<tr class=\"reading\" role=\"row\"{id}>")?;
    if let Some(label) = label {
        write!(out, "<td role=\"cell\">{}</td>", escaped(label))?;
    }
    let cell = |class: &str, words: &str| {
        format!(
            "<td role=\"cell\" class=\"{class}\">{}</td>",
            escaped(words)
        )
    };
    writeln!(
        out,
        "<th scope=\"row\" role=\"rowheader\">{}</th>{}{}{}{}</tr>",
        escaped(&reading.place),
        cell("words", &reading.counted()),
        cell("meaning", &reading.meaning),
        cell("as-of", &reading.as_of),
        cell("source", &reading.source),
    )
}

/// The sentence of the claim that is shown, and folded away those of the others.
fn sentences(
    view: &View<'_>,
    block: &Block,
    claims: &[usize],
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let Some((&first, others)) = claims.split_first() else {
        return Ok(());
    };
    out.write_str("<tr class=\"sentence\" role=\"row\"><td colspan=\"5\" role=\"cell\">")?;
    sentence(view, first, out)?;
    if !others.is_empty() && block.verdict != Verdict::Single {
        let n = others.len();
        let places = if n == 1 { "place" } else { "places" };
        write!(out, "<details><summary>also in {n} more {places}</summary>")?;
        for &claim in others.iter().take(ALSO) {
            write!(out, "<p><b>{}</b> ", escaped(&reading::place(view, claim)))?;
            sentence(view, claim, out)?;
            out.write_str("</p>")?;
        }
        if n > ALSO {
            write!(out, "<p>and {} more</p>", n - ALSO)?;
        }
        out.write_str("</details>")?;
    }
    out.write_str("</td></tr>\n")
}

/// A sentence with its number marked.
fn sentence(view: &View<'_>, claim: usize, out: &mut dyn fmt::Write) -> fmt::Result {
    let (_, excerpt) = reading::excerpt(view, claim, Reach::Long);
    let Excerpt {
        before,
        number,
        after,
    } = &excerpt;
    write!(
        out,
        "<q>{}<mark>{}</mark>{}</q>",
        escaped(before),
        escaped(number),
        escaped(after)
    )
}

fn reasons(block: &Block, out: &mut dyn fmt::Write) -> fmt::Result {
    for why in &block.whys {
        writeln!(out, "<p class=\"why\">{}</p>", escaped(why))?;
    }
    for caveat in &block.caveats {
        writeln!(
            out,
            "<p class=\"caveat\"><b>Note</b> {}</p>",
            escaped(caveat)
        )?;
    }
    Ok(())
}
