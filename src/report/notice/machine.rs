//! Remarks for code scanning and for a workflow on GitHub.

use std::fmt::{self, Write as _};
use std::path::Path;

use super::{Notice, Notices, Spot};
use crate::report::sarif;
use crate::report::sarif::log::{
    ArtifactLocation, Configuration, Driver, Level, Location, Log, LogicalLocation,
    PhysicalLocation, Region, Result as Finding, Rule, Run, Text, Tool,
};
use crate::report::{Severity, github};

/// SARIF 2.1.0: one result a remark that is worth knowing.
pub(super) fn sarif(notices: &Notices, out: &mut dyn fmt::Write) -> fmt::Result {
    let results = notices.notices.iter().filter_map(|it| finding(notices, it));
    let rules = notices.codes.iter().map(|(id, words, severity)| Rule {
        id,
        short_description: Text {
            text: (*words).to_owned(),
        },
        default_configuration: Configuration {
            level: level(*severity).unwrap_or(Level::Note),
        },
    });
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: env!("CARGO_PKG_NAME"),
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: rules.collect(),
                },
            },
            column_kind: "unicodeCodePoints",
            results: results.collect(),
        }],
    };
    out.write_str(&serde_json::to_string_pretty(&log).map_err(|_| fmt::Error)?)?;
    out.write_char('\n')
}

const fn level(severity: Severity) -> Option<Level> {
    match severity {
        Severity::None => None,
        Severity::Info => Some(Level::Note),
        Severity::Warning => Some(Level::Warning),
        Severity::Error => Some(Level::Error),
    }
}

fn finding(notices: &Notices, notice: &Notice) -> Option<Finding> {
    let text = message(notice);
    let at = notices.codes.iter().position(|(id, ..)| *id == notice.code);
    Some(Finding {
        rule_id: notice.code,
        rule_index: at.unwrap_or_default(),
        level: level(notice.severity)?,
        message: Text { text: text.clone() },
        locations: notice.place.iter().map(|it| location(it, &text)).collect(),
        related_locations: Vec::new(),
        partial_fingerprints: [("remark/v1", notice.id.clone())].into(),
        baseline_state: None,
        suppressions: Vec::new(),
    })
}

fn location(spot: &Spot, text: &str) -> Location {
    let region = Region {
        start_line: spot.line.max(1),
        start_column: spot.column,
        end_column: spot.end_column,
    };
    Location {
        id: None,
        physical_location: spot.path.as_ref().map(|path| PhysicalLocation {
            artifact_location: ArtifactLocation {
                uri: sarif::uri(Path::new(path)),
            },
            region,
        }),
        logical_locations: vec![LogicalLocation {
            name: spot.article.clone(),
            kind: "article",
        }],
        message: Text {
            text: text.to_owned(),
        },
    }
}

/// "deaths · ferry: 41 → 58; write “58 people”".
fn message(notice: &Notice) -> String {
    let mut text = format!("{}: ", notice.label);
    let said: Vec<String> = notice
        .readings
        .iter()
        .filter(|it| it.side != "same")
        .map(|it| format!("{} {} “{}”", it.side, it.place, it.says))
        .collect();
    text.push_str(&said.join("; "));
    for remark in &notice.remarks {
        // Writing to a string does not fail.
        let _ = write!(text, ". {}: {}", remark.key, remark.text);
    }
    text
}

/// One annotation a remark that is worth knowing.
pub(super) fn github(notices: &Notices, out: &mut dyn fmt::Write) -> fmt::Result {
    for notice in &notices.notices {
        let Some(command) = github::command(notice.severity) else {
            continue;
        };
        let place = notice.place.as_ref().map_or_else(String::new, |spot| {
            let Some(path) = &spot.path else {
                return String::new();
            };
            let path = path.replace('\\', "/");
            let file = github::property(path.strip_prefix("./").unwrap_or(&path));
            let column = spot
                .column
                .map_or_else(String::new, |it| format!("col={it},"));
            format!("file={file},line={},{column}", spot.line)
        });
        let title = notice.code.replace('-', " ");
        github::annotate(command, &place, &title, &message(notice), out)?;
    }
    Ok(())
}
