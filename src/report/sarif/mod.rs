//! SARIF 2.1.0, for code scanning: one result a finding, its other readings as related locations.

pub(super) mod log;

use std::fmt::{self, Write as _};
use std::path::{Component, Path};

use self::log::{
    ArtifactLocation, BaselineState, Driver, Level, Location, Log, LogicalLocation,
    PhysicalLocation, Region, Result as Finding, Rule, Run, Suppression, Text, Tool,
};
use super::block::Block;
use super::reading::Reading;
use super::rows::Rows;
use super::severity::Severity;
use super::view::View;
use super::{Input, Since, fingerprint, sanitise, words};
use crate::compare::Figure;
use crate::ingest::Field;

/// Every rule, whether it fired or not: a reader of the file learns what was looked for.
const RULES: [(&str, &str, Level); 7] = [
    (
        "disagree",
        "Readings of one figure differ, and nothing explains it",
        Level::Error,
    ),
    (
        "check-fails",
        "Two related figures cannot both be right",
        Level::Error,
    ),
    (
        "revised",
        "A later article has a lower figure, or speaks of a correction",
        Level::Warning,
    ),
    (
        "unclear",
        "Readings differ, and what is needed to judge is not in the text",
        Level::Warning,
    ),
    ("updated", "The figure moved with time", Level::Note),
    (
        "compatible",
        "Both readings can be true as worded",
        Level::Note,
    ),
    (
        "different-scope",
        "One reading counts a part of what the other counts",
        Level::Note,
    ),
];

/// Writes findings that are worth knowing, worst first; then those that somebody has suppressed, with the reasons.
pub(crate) fn write(view: &View<'_>, rows: &Rows, out: &mut dyn fmt::Write) -> fmt::Result {
    let figures = rows.blocks.iter().filter_map(|block| finding(view, block));
    let failed = rows.bonds.iter().filter(|bond| bond.fails);
    let checks = failed.map(|bond| Finding {
        rule_id: "check-fails",
        rule_index: index_of("check-fails"),
        level: Level::Error,
        message: Text {
            text: bond.words.clone(),
        },
        locations: Vec::new(),
        related_locations: Vec::new(),
        partial_fingerprints: [("words/v1", fingerprint::of_words(&bond.words))].into(),
        // A baseline has no checks: they alarm for as long as they fail.
        baseline_state: view.input.baseline.map(|_| BaselineState::New),
        suppressions: Vec::new(),
    });
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool { driver: driver() },
            column_kind: "unicodeCodePoints",
            results: figures.chain(checks).chain(suppressed(view)).collect(),
        }],
    };
    out.write_str(&serde_json::to_string_pretty(&log).map_err(|_| fmt::Error)?)?;
    out.write_char('\n')
}

/// What suppressions leave out of the comparison.
fn suppressed(view: &View<'_>) -> Vec<Finding> {
    let Some(silenced) = view.input.silenced else {
        return Vec::new();
    };
    let input = Input {
        comparison: &silenced.comparison,
        ..view.input
    };
    let view = View::new(&input);
    let findings = silenced
        .reasons
        .iter()
        .enumerate()
        .filter_map(|(at, reason)| {
            let mut finding = finding(&view, &Block::new(&view, at))?;
            finding.suppressions.push(Suppression {
                kind: "external",
                status: "accepted",
                justification: sanitise::line(reason),
            });
            Some(finding)
        });
    findings.collect()
}

fn driver() -> Driver {
    Driver {
        name: env!("CARGO_PKG_NAME"),
        semantic_version: env!("CARGO_PKG_VERSION"),
        rules: RULES
            .iter()
            .map(|(id, words, level)| Rule {
                id,
                short_description: Text {
                    text: (*words).to_owned(),
                },
                default_configuration: log::Configuration { level: *level },
            })
            .collect(),
    }
}

fn index_of(rule: &str) -> usize {
    RULES
        .iter()
        .position(|(id, ..)| *id == rule)
        .unwrap_or_default()
}

fn finding(view: &View<'_>, block: &Block) -> Option<Finding> {
    let level = match Severity::of(block.verdict, block.grade) {
        Severity::None => return None,
        Severity::Info => Level::Note,
        Severity::Warning => Level::Warning,
        Severity::Error => Level::Error,
    };
    let figure = view.figure(block.figure);
    let mut places = block
        .readings
        .iter()
        .filter_map(|reading| location(view, reading));
    // The newest of the readings that made the verdict is where an editor would change something.
    let mut locations: Vec<Location> = places.by_ref().collect();
    let all_placed = locations.len() == figure.variants.len();
    let newest = newest(figure).filter(|_| all_placed);
    let newest = newest.or_else(|| locations.len().checked_sub(1));
    let newest = newest.map(|at| locations.remove(at));
    Some(Finding {
        rule_id: block.verdict.name(),
        rule_index: index_of(block.verdict.name()),
        level,
        message: Text {
            text: message(block),
        },
        locations: newest.into_iter().collect(),
        related_locations: (0..)
            .zip(locations)
            .map(|(id, place)| place.numbered(id))
            .collect(),
        partial_fingerprints: [
            ("figure/v1", figure.id.clone()),
            ("readings/v1", fingerprint::of_figure(figure)),
        ]
        .into(),
        baseline_state: view
            .input
            .baseline
            .map(|baseline| match baseline.since(figure) {
                Since::New => BaselineState::New,
                Since::Changed => BaselineState::Updated,
                Since::Known => BaselineState::Unchanged,
            }),
        suppressions: Vec::new(),
    })
}

/// The last reading of a pair that has the figure's own verdict.
fn newest(figure: &Figure) -> Option<usize> {
    let worst = (figure.verdict, figure.grade);
    let worst = figure
        .pairs
        .iter()
        .filter(|it| (it.verdict, it.grade) == worst);
    worst.map(|it| it.b).max()
}

fn message(block: &Block) -> String {
    let said: Vec<String> = block
        .readings
        .iter()
        .map(|reading| format!("{} {}", reading.place, reading.quoted()))
        .collect();
    format!(
        "{}: {}. {}. {}",
        block.label,
        words::verdict(block.verdict, block.grade),
        said.join("; "),
        block.whys.join(" ")
    )
}

fn location(view: &View<'_>, reading: &Reading) -> Option<Location> {
    let claim = reading.claim?;
    let article = view.input.articles.get(view.record(claim).article)?;
    let place = view.place(claim);
    let text = format!("{} {}", reading.place, reading.quoted());
    let logical = LogicalLocation {
        name: article.id.clone(),
        kind: "article",
    };
    let region = match (article.record_line, place.field) {
        (0, Field::Text) => Region {
            start_line: place.position.line,
            start_column: Some(place.position.column),
            end_column: end_column(view, claim, place.position.column),
        },
        // The number stands in a field of this line, or in the head of the file.
        (line, _) => Region {
            start_line: line.max(1),
            start_column: None,
            end_column: None,
        },
    };
    Some(Location {
        id: None,
        physical_location: article.path.as_ref().map(|path| PhysicalLocation {
            artifact_location: ArtifactLocation { uri: uri(path) },
            region,
        }),
        logical_locations: vec![logical],
        message: Text { text },
    })
}

/// One past the last column of the number; `None` when it runs over a line end.
fn end_column(view: &View<'_>, claim: usize, start: usize) -> Option<usize> {
    let words = view
        .record(claim)
        .claim
        .quantity
        .span
        .slice(view.text(claim));
    (!words.contains('\n')).then(|| start + words.chars().count())
}

/// A path as a URI reference: parts joined by `/`, everything but plain characters in percent signs.
pub(super) fn uri(path: &Path) -> String {
    let mut parts = Vec::new();
    for part in path.components() {
        match part {
            Component::Normal(part) => parts.push(encoded(&part.to_string_lossy())),
            Component::ParentDir => parts.push("..".to_owned()),
            Component::RootDir => parts.push("file://".to_owned()),
            Component::Prefix(prefix) => parts.push(format!(
                "/{}",
                encoded(&prefix.as_os_str().to_string_lossy())
            )),
            Component::CurDir => {}
        }
    }
    parts.join("/")
}

fn encoded(part: &str) -> String {
    let mut encoded = String::with_capacity(part.len());
    for byte in part.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_references() {
        let check = |path: &str, expected: &str| assert_eq!(uri(Path::new(path)), expected);
        check("news/a b.txt", "news/a%20b.txt");
        check("./é#1.txt", "%C3%A9%231.txt");
        check("../a.txt", "../a.txt");
        check("/tmp/a.txt", "file:///tmp/a.txt");
    }
}
