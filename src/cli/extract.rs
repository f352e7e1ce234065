//! `extract PATH…`: every claim, one a line.

use std::fmt;

use super::args::ListFormat;
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
    format: ListFormat,
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    let desk = Desk::open(settings, streams);
    let findings = desk.records();
    let input = desk.input(&findings);
    match format {
        ListFormat::Table => report::claims_table(&input, &settings.style, streams)?,
        ListFormat::Jsonl => report::claims_jsonl(&input, streams)?,
    }
    Ok(desk.exit)
}
