//! `log STORY`: what was decided, when and by whom.
use std::fmt::{self, Write as _};

use super::args::{DiffFormat, LogArgs};
use super::diff;
use super::exit::Exit;
use super::home;
use super::options;
use super::story::trouble;
use super::streams::Streams;
use crate::report::Ledger;
use crate::review::Entry;

const COLUMNS: &[&str] = &[
    "when", "figure", "was", "now", "verdict", "decision", "by", "note", "change",
];

/// `log STORY`: what was decided, for a page of corrections.
///
/// # Errors
/// Standard output does not take the text.
pub(super) fn run(args: &LogArgs, streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    let settings = home::settings(&args.screen, streams);
    let story = match home::open(&args.home, &args.story) {
        Ok(story) => story,
        Err(fault) => return trouble(fault, streams),
    };
    let ledger = Ledger {
        name: "decisions",
        columns: COLUMNS,
        rows: story.log.iter().map(row).collect(),
    };
    match args.format {
        DiffFormat::Json | DiffFormat::Jsonl => entries(&story.log, args.format, streams)?,
        DiffFormat::Sarif | DiffFormat::Github => {
            return trouble(
                "a log is no finding: use table, markdown, csv, json …",
                streams,
            );
        }
        DiffFormat::Xlsx => {
            let made = ledger.workbook().map_err(|fault| fault.to_string());
            return diff::to_standard_output(made, streams);
        }
        format => ledger.write(options::format_of(format), &settings.style, streams)?,
    }
    if story.log.is_empty() {
        streams.note("nothing was decided yet");
    }
    Ok(Exit::Clean)
}

fn row(entry: &Entry) -> Vec<String> {
    let when = entry
        .when
        .replace('T', " ")
        .replace(":00Z", "")
        .replace('Z', "");
    vec![
        when,
        entry.label.clone(),
        entry.from.clone(),
        entry.to.clone(),
        entry.verdict.clone(),
        entry.decision.name().to_owned(),
        entry.who.clone(),
        entry.note.clone(),
        entry.change.clone(),
    ]
}

fn entries(log: &[Entry], format: DiffFormat, streams: &mut Streams<'_>) -> fmt::Result {
    let lines: Result<Vec<String>, _> = log.iter().map(serde_json::to_string).collect();
    let lines = lines.map_err(|_| fmt::Error)?;
    if format == DiffFormat::Jsonl {
        return lines
            .iter()
            .try_for_each(|line| writeln!(streams, "{line}"));
    }
    writeln!(
        streams,
        "{{\"schema_version\":\"{}\",\"decisions\":[\n{}\n]}}",
        crate::report::json::SCHEMA_VERSION,
        lines.join(",\n")
    )
}
