//! `diff PATH…`: the table of what tallies and what does not.

use std::fmt;

use super::args::{DiffFormat, FailOn};
use super::desk::Desk;
use super::exit::Exit;
use super::settings::Settings;
use super::streams::Streams;
use crate::compare::{Comparison, Grade, Verdict};
use crate::report::{self, Singles};

/// What `diff` alone is told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Diff {
    /// Format of the output.
    pub(super) format: DiffFormat,
    /// Whether figures of one reading are listed.
    pub(super) singles: Singles,
    /// The least that makes the exit code 1.
    pub(super) fail_on: FailOn,
}

/// Runs it.
///
/// # Errors
/// Standard output does not take the text.
pub(super) fn run(
    settings: &Settings,
    diff: Diff,
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    let desk = Desk::open(settings, streams);
    let findings = desk.compare(settings.dates);
    let input = desk.input(&findings);
    match diff.format {
        DiffFormat::Table => report::table(&input, &settings.style, diff.singles, streams)?,
        DiffFormat::Json => report::json(&input, streams)?,
    }
    Ok(desk.exit.max(exit(&findings.comparison, diff.fail_on)))
}

/// Findings when some figure, or a check between figures, is at or above the level.
fn exit(comparison: &Comparison, fail_on: FailOn) -> Exit {
    let found = comparison
        .figures
        .iter()
        .any(|figure| fails(figure.verdict, figure.grade, fail_on));
    let broken = || {
        let mut checks = comparison
            .related
            .iter()
            .filter_map(|row| row.check.as_ref());
        matches!(fail_on, FailOn::Disagree | FailOn::Warning) && checks.any(|check| !check.holds)
    };
    if found || broken() {
        Exit::Findings
    } else {
        Exit::Clean
    }
}

fn fails(verdict: Verdict, grade: Option<Grade>, fail_on: FailOn) -> bool {
    let disagrees = verdict == Verdict::Disagree;
    match fail_on {
        FailOn::Never => false,
        FailOn::Major => disagrees && grade >= Some(Grade::Major),
        FailOn::Moderate => disagrees && grade >= Some(Grade::Moderate),
        FailOn::Disagree => disagrees,
        FailOn::Warning => disagrees || matches!(verdict, Verdict::Revised | Verdict::Unclear),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_level_takes_in_those_above_it() {
        let minor = (Verdict::Disagree, Some(Grade::Minor));
        let major = (Verdict::Disagree, Some(Grade::Major));
        let unclear = (Verdict::Unclear, None);
        let check = |level, expected: [bool; 3]| {
            let found =
                [major, minor, unclear].map(|(verdict, grade)| fails(verdict, grade, level));
            assert_eq!(found, expected, "{level:?}");
        };
        check(FailOn::Never, [false, false, false]);
        check(FailOn::Major, [true, false, false]);
        check(FailOn::Moderate, [true, false, false]);
        check(FailOn::Disagree, [true, true, false]);
        check(FailOn::Warning, [true, true, true]);
    }
}
