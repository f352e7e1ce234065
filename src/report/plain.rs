//! The same for screen readers: one sentence a line, read from top to bottom; no columns, signs or colours.

use std::fmt;

use super::block::Block;
use super::locator::Place;
use super::reading::Reading;
use super::rows::Rows;
use super::view::View;
use super::{Options, Singles, days, ending, sanitise, sum, words};
use crate::ingest::Field;

/// Writes the sum first, so that whoever listens knows what is to come.
pub(crate) fn write(
    view: &View<'_>,
    rows: &Rows,
    options: &Options,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    writeln!(out, "{}", sum::words(rows))?;
    let n_blocks = rows.blocks.len();
    for (at, block) in rows.blocks.iter().enumerate() {
        writeln!(out, "\nFigure {} of {n_blocks}: {}.", at + 1, block.label)?;
        figure(view, block, out)?;
    }
    for bond in &rows.bonds {
        let word = if bond.fails {
            "Check fails"
        } else {
            "Different scope"
        };
        writeln!(out, "\n{word}: {}.", bond.words.trim_end_matches('.'))?;
        if let Some(id) = &bond.id {
            ask(view, id, out)?;
        }
    }
    if rows.n_more_bonds > 0 {
        writeln!(
            out,
            "{} more of these; --all lists them.",
            rows.n_more_bonds
        )?;
    }
    if options.singles == Singles::Count && rows.verdicts.single > 0 {
        writeln!(out, "\n{}", ending::counted(rows.verdicts.single))?;
    }
    if options.singles == Singles::List {
        for (label, reading) in &rows.singles {
            writeln!(out, "\nOne reading only: {label}.")?;
            say(view, "It", reading, out)?;
        }
    }
    Ok(())
}

fn figure(view: &View<'_>, block: &Block, out: &mut dyn fmt::Write) -> fmt::Result {
    let aside = block
        .aside
        .as_ref()
        .map_or_else(String::new, |aside| format!("; {aside}"));
    let verdict = words::verdict(block.verdict, block.grade);
    writeln!(out, "Verdict: {verdict}{aside}.")?;
    for (at, reading) in block.readings.iter().enumerate() {
        say(view, &format!("Reading {}", at + 1), reading, out)?;
    }
    for why in &block.whys {
        writeln!(out, "Why: {why}")?;
    }
    for caveat in &block.caveats {
        writeln!(out, "Note: {caveat}.")?;
    }
    for (name, excerpt) in &block.excerpts {
        writeln!(
            out,
            "Sentence in {name}: “{}{}{}”",
            excerpt.before, excerpt.number, excerpt.after
        )?;
    }
    ask(view, &block.id, out)
}

/// What to type to ask about something. No full stop: the line is there to be copied.
fn ask(view: &View<'_>, id: &str, out: &mut dyn fmt::Write) -> fmt::Result {
    let again = sanitise::line(view.input.again);
    writeln!(out, "To ask why, type: figcheck explain {id} {again}")
}

fn say(view: &View<'_>, what: &str, reading: &Reading, out: &mut dyn fmt::Write) -> fmt::Result {
    let place = reading.claim.map_or_else(String::new, |claim| {
        let name = sanitise::line(view.article_name(view.record(claim).article));
        format!("{name}, {}", spoken(view.place(claim)))
    });
    let as_of = if reading.as_of == days::NO_DATE {
        reading.as_of.clone()
    } else {
        format!("as of {}", reading.as_of)
    };
    let source = if reading.source == words::NO_SOURCE {
        reading.source.clone()
    } else {
        format!("source: {}", reading.source)
    };
    writeln!(
        out,
        "{what}: {place}, says {}; read as {}; {as_of}; {source}.",
        reading.quoted(),
        reading.meaning
    )
}

/// "line 14, column 144".
fn spoken(place: Place) -> String {
    let position = place.position;
    match place.field {
        Field::Title => format!("title, column {}", position.column),
        Field::Text => format!("line {}, column {}", position.line, position.column),
    }
}
