//! One page that needs nothing else: no script to read it, no file beside it, no address outside it.
//!
//! A script of its own, if it runs, adds a filter. The page forbids itself to load anything.

mod figure;
mod markup;
mod plot;
mod scale;
mod timeline;

use std::fmt;

pub(super) use self::markup::escaped;
use super::rows::Rows;
use super::view::View;
use super::{Options, Singles, sanitise, sum, words};
use crate::compare::Verdict;

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("filter.js");

/// Writes the page.
pub(crate) fn write(
    view: &View<'_>,
    rows: &Rows,
    options: &Options,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    head(rows, out)?;
    filter(view, rows, out)?;
    out.write_str("<main>\n")?;
    for block in &rows.blocks {
        figure::write(view, block, out)?;
    }
    bonds(rows, out)?;
    singles(rows, options, out)?;
    articles(view, out)?;
    write!(
        out,
        "</main>\n<footer><p>Made by figcheck {} without any connection to a network. A verdict is about figures and \
         their wording, not about who is right.</p></footer>\n<script>\n{SCRIPT}</script>\n</body>\n</html>\n",
        env!("CARGO_PKG_VERSION")
    )
}

/// The head of a page that has no filter and no script.
pub(super) fn bare_head(title: &str, sum: &str, out: &mut dyn fmt::Write) -> fmt::Result {
    let (title, sum) = (escaped(title), escaped(sum));
    write!(
        out,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"generator\" content=\"figcheck\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n\
         <link rel=\"icon\" href=\"data:,\">\n\
         <title>figcheck: {title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <header>\n<h1>{title}</h1>\n<p class=\"sum\">{sum}</p>\n</header>\n"
    )
}

fn head(rows: &Rows, out: &mut dyn fmt::Write) -> fmt::Result {
    let sum = escaped(&sum::words(rows));
    let articles = if rows.n_articles == 1 {
        "article"
    } else {
        "articles"
    };
    let claims = if rows.n_claims == 1 {
        "claim"
    } else {
        "claims"
    };
    write!(
        out,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"generator\" content=\"figcheck\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; \
         script-src 'unsafe-inline'; img-src data:\">\n\
         <link rel=\"icon\" href=\"data:,\">\n\
         <title>figcheck: {sum}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <header>\n<h1>Do the figures tally?</h1>\n<p class=\"sum\">{sum}</p>\n\
         <p class=\"quiet\">{} {articles}, {} {claims}.</p>\n</header>\n",
        rows.n_articles, rows.n_claims
    )
}

/// The filter is hidden until the script shows it: without one it would do nothing.
fn filter(view: &View<'_>, rows: &Rows, out: &mut dyn fmt::Write) -> fmt::Result {
    if rows.blocks.len() < 2 {
        return Ok(());
    }
    out.write_str("<form id=\"filter\" hidden>\n<fieldset><legend>Show verdicts</legend>\n")?;
    for verdict in Verdict::ALL {
        let n = rows
            .blocks
            .iter()
            .filter(|block| block.verdict == verdict)
            .count();
        if n > 0 {
            let name = verdict.name();
            let word = words::verdict(verdict, None);
            writeln!(
                out,
                "<label><input type=\"checkbox\" name=\"verdict\" value=\"{name}\" checked> {word} ({n})</label>"
            )?;
        }
    }
    let type_of = |at: usize| sanitise::line(view.type_name(view.figure(at).claim_type));
    let mut types: Vec<String> = rows
        .blocks
        .iter()
        .map(|block| type_of(block.figure))
        .collect();
    types.sort();
    types.dedup();
    out.write_str(
        "</fieldset>\n<label>of type <select name=\"type\"><option value=\"\">every type</option>",
    )?;
    for name in types {
        let name = escaped(&name);
        write!(out, "<option>{name}</option>")?;
    }
    out.write_str("</select></label>\n<output role=\"status\"></output>\n</form>\n")
}

fn bonds(rows: &Rows, out: &mut dyn fmt::Write) -> fmt::Result {
    if rows.bonds.is_empty() {
        return Ok(());
    }
    out.write_str("<section class=\"more\">\n<h2>Figures that hang together</h2>\n<ul>\n")?;
    for bond in &rows.bonds {
        let (class, word) = if bond.fails {
            ("alarm", "! check fails")
        } else {
            ("faint", "/ different scope")
        };
        writeln!(
            out,
            "<li><strong class=\"{class}\">{word}</strong> {}</li>",
            escaped(&bond.told())
        )?;
    }
    out.write_str("</ul>\n")?;
    if rows.n_more_bonds > 0 {
        writeln!(
            out,
            "<p>{} more of these (--all lists them).</p>",
            rows.n_more_bonds
        )?;
    }
    out.write_str("</section>\n")
}

fn singles(rows: &Rows, options: &Options, out: &mut dyn fmt::Write) -> fmt::Result {
    if rows.verdicts.single == 0 {
        return Ok(());
    }
    writeln!(
        out,
        "<section class=\"more\">\n<h2>In one article only</h2>\n<p>{} figures have one reading.</p>",
        rows.verdicts.single
    )?;
    if options.singles == Singles::List {
        out.write_str("<div class=\"scroll\">")?;
        figure::open_table("Figures of one reading", &["Figure"], out)?;
        for (label, reading) in &rows.singles {
            figure::reading(Some(label), reading, None, out)?;
        }
        out.write_str("</tbody>\n</table></div>\n")?;
    }
    out.write_str("</section>\n")
}

fn articles(view: &View<'_>, out: &mut dyn fmt::Write) -> fmt::Result {
    if view.input.articles.is_empty() {
        return Ok(());
    }
    out.write_str(
        "<section class=\"more\">\n<h2>Articles</h2>\n<div class=\"scroll\"><table>\n<caption>Articles read</caption>\n\
         <thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Title</th><th scope=\"col\">Date</th>\
         <th scope=\"col\">Source</th></tr></thead>\n<tbody>\n",
    )?;
    for at in view.articles_in_order() {
        let article = &view.input.articles[at];
        let line = |words: &str| escaped(&sanitise::line(words));
        let title = article.title.map_or("", |span| span.slice(&article.text));
        let date = article
            .date
            .map(|date| date.to_string())
            .unwrap_or_default();
        writeln!(
            out,
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{date}</td><td>{}</td></tr>",
            line(view.article_name(at)),
            line(title),
            line(article.source.as_deref().unwrap_or("")),
        )?;
    }
    out.write_str("</tbody>\n</table></div>\n</section>\n")
}
