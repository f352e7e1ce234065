//! `inspect STAGE PATH…`: what one stage saw.

use std::fmt;

use super::args::{Explained, Stage};
use super::desk::Desk;
use super::exit::Exit;
use super::settings::Settings;
use super::streams::Streams;
use crate::report;

/// Runs it.
///
/// # Errors
/// Standard output does not take the text.
pub(super) fn run(
    settings: &Settings,
    stage: Stage,
    format: Explained,
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    let desk = Desk::open(settings, streams);
    match stage {
        Stage::Sentences => sentences(&desk, settings, format, streams)?,
        Stage::Numbers => numbers(&desk, settings, format, streams)?,
        Stage::Claims | Stage::Figures => compared(&desk, settings, stage, format, streams)?,
    }
    Ok(desk.exit)
}

fn sentences(
    desk: &Desk,
    settings: &Settings,
    format: Explained,
    streams: &mut Streams<'_>,
) -> fmt::Result {
    for (article, name) in desk.articles.iter().zip(&desk.names) {
        let document = desk.engine.segment(article);
        match format {
            Explained::Table => {
                report::sentences_table(&document, name, &settings.style, streams)?;
            }
            Explained::Jsonl => report::sentences_jsonl(&document, streams)?,
        }
    }
    Ok(())
}

fn numbers(
    desk: &Desk,
    settings: &Settings,
    format: Explained,
    streams: &mut Streams<'_>,
) -> fmt::Result {
    for (article, name) in desk.articles.iter().zip(&desk.names) {
        let reading = desk.engine.read(article);
        let (document, quantities) = (&reading.document, &reading.quantities);
        match format {
            Explained::Table => {
                report::numbers_table(document, quantities, name, &settings.style, streams)?;
            }
            Explained::Jsonl => report::numbers_jsonl(document, quantities, streams)?,
        }
    }
    Ok(())
}

fn compared(
    desk: &Desk,
    settings: &Settings,
    stage: Stage,
    format: Explained,
    streams: &mut Streams<'_>,
) -> fmt::Result {
    let findings = desk.compare(settings.dates);
    let input = desk.input(&findings);
    match (stage, format) {
        (Stage::Figures, Explained::Table) => {
            report::figures_table(&input, &desk.inside(&findings), &settings.style, streams)
        }
        (Stage::Figures, Explained::Jsonl) => {
            report::figures_inside_jsonl(&input, &desk.inside(&findings), streams)
        }
        (_, Explained::Table) => report::claims_table(&input, &settings.style, streams),
        (_, Explained::Jsonl) => report::claims_jsonl(&input, streams),
    }
}
