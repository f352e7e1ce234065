//! What is known already: what is silenced, and the baseline.

use std::path::Path;

use serde::Deserialize;

use super::args::KnownArgs;
use super::exit::Exit;
use super::select::in_failed_checks;
use super::streams::Streams;
use super::suppress::Suppressions;
use crate::compare::{Comparison, Figure, Verdict};
use crate::report::{self, Baseline, Since};
use crate::review::disk;
use crate::schema::{Error, file, layer};

/// One entry of a baseline.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Finding {
    readings: String,
    #[serde(default)]
    figure: String,
    #[serde(default)]
    #[expect(dead_code, reason = "for whoever reads the file")]
    verdict: String,
    #[serde(default)]
    #[expect(dead_code, reason = "for whoever reads the file")]
    label: String,
}

/// What was read of both files.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// What is silenced.
    pub(super) suppressions: Suppressions,
    baseline: Option<Baseline>,
}

impl Known {
    /// Reads what the arguments name.
    ///
    /// # Errors
    /// A file that is not there or has a mistake.
    pub(super) fn read(args: &KnownArgs) -> Result<Self, Error> {
        let mut known = Self {
            suppressions: Suppressions::read(&args.silence)?,
            baseline: None,
        };
        if let Some(path) = &args.write_baseline {
            refuse_other(path)?;
        }
        if let Some(path) = &args.baseline {
            // Where a run writes the baseline that it reads, the first run has none.
            let is_first = args.write_baseline.as_ref() == Some(path) && !path.exists();
            known.baseline = Some(if is_first {
                Baseline::default()
            } else {
                baseline(path)?
            });
        }
        Ok(known)
    }

    /// How this figure stands to the baseline; `None` without one.
    pub(super) fn since(&self, figure: &Figure) -> Option<Since> {
        self.baseline.as_ref().map(|it| it.since(figure))
    }

    /// The baseline, if one was given.
    pub(super) fn baseline(&self) -> Option<&Baseline> {
        self.baseline.as_ref()
    }
}

/// The text of a baseline: one finding a line, by figure, so that a diff of two can be read.
/// A figure between which and another a check fails is a finding, though one article alone gives it.
fn baseline_text(comparison: &Comparison) -> String {
    let failing = in_failed_checks(comparison);
    let figures = comparison.figures.iter().enumerate();
    let mut lines: Vec<String> = figures
        .filter(|(at, figure)| figure.verdict != Verdict::Single || failing.contains(at))
        .map(|(_, figure)| {
            let quoted = |words: &str| serde_json::to_string(words).unwrap_or_default();
            format!(
                "- {{figure: {}, readings: {}, verdict: {}, label: {}}}\n",
                quoted(&figure.id),
                quoted(&report::fingerprint(figure)),
                figure.verdict.name(),
                quoted(&figure.label),
            )
        })
        .collect();
    lines.sort();
    format!("{HEAD}: figcheck diff --write-baseline\n{}", lines.concat())
}

fn baseline(path: &Path) -> Result<Baseline, Error> {
    let source = layer::read(path)?;
    if is_bare(&source.text) {
        return Ok(Baseline::default());
    }
    let findings: Result<Vec<Finding>, Error> = file::parse(&source.file, &source.text);
    let findings = findings.map_err(|fault| Error {
        message: format!(
            "is no baseline as --write-baseline writes it: {}; give another file, or write it anew",
            fault.message
        ),
        ..fault
    })?;
    let mut baseline = Baseline::default();
    for finding in findings {
        baseline.add(finding.figure, finding.readings);
    }
    Ok(baseline)
}

/// What the first line of a baseline begins with.
const HEAD: &str = "# Findings that were known when this was written";

/// Refuses to put a baseline in the place of anything but a baseline.
fn refuse_other(path: &Path) -> Result<(), Error> {
    // What is no plain file cannot be replaced, and what cannot be read is told of when it is written.
    let Ok(Some(bytes)) = disk::read(path) else {
        return Ok(());
    };
    let text = String::from_utf8_lossy(&bytes);
    let is_ours = text.starts_with(HEAD) || text.trim().is_empty();
    if is_ours || !is_bare(&text) && baseline(path).is_ok() {
        return Ok(());
    }
    Err(Error {
        file: path.display().to_string(),
        line: 0,
        column: 0,
        message: "--write-baseline: is there and no baseline, and is not written over; choose another name".to_owned(),
    })
}

/// True for a file of comments and blank lines only, which YAML takes for nothing rather than for an empty list.
pub(super) fn is_bare(text: &str) -> bool {
    text.lines()
        .all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'))
}

/// The file that a run writes its findings to, if it does.
pub(super) fn write_baseline(
    args: &KnownArgs,
    comparison: &Comparison,
    streams: &mut Streams<'_>,
) -> Exit {
    let Some(path) = &args.write_baseline else {
        return Exit::Clean;
    };
    super::output::write_file(
        path,
        Ok(baseline_text(comparison).into_bytes()),
        &[],
        streams,
    )
}
