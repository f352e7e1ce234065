//! What a comparison means for the exit code.

use super::args::FailOn;
use super::exit::Exit;
use crate::compare::{Comparison, Figure, Grade, Verdict};
use crate::report::Severity;

/// Findings when some figure that was not known before, or a check between figures, is at or above the level.
pub(super) fn exit(
    comparison: &Comparison,
    fail_on: FailOn,
    is_known: impl Fn(&Figure) -> bool,
) -> Exit {
    let found = comparison
        .figures
        .iter()
        .any(|figure| fails(figure.verdict, figure.grade, fail_on) && !is_known(figure));
    // A failed check counts as a moderate disagreement, as in `Comparison::worst`.
    let broken = || {
        let known = |at: usize| comparison.figures.get(at).is_some_and(&is_known);
        let mut related = comparison.related.iter();
        let broken = related.any(|row| {
            let fails = row.check.as_ref().is_some_and(|check| !check.holds);
            fails && !(known(row.a) && known(row.b))
        });
        broken && fails(Verdict::Disagree, Some(Grade::Moderate), fail_on)
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
        FailOn::Unclear => disagrees || verdict == Verdict::Unclear,
        FailOn::Warning => disagrees || matches!(verdict, Verdict::Revised | Verdict::Unclear),
        FailOn::Info => disagrees || Severity::of(verdict, grade) >= Severity::Info,
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
        let revised = (Verdict::Revised, None);
        let updated = (Verdict::Updated, None);
        let check = |level, expected: [bool; 5]| {
            let found = [major, minor, unclear, revised, updated]
                .map(|(verdict, grade)| fails(verdict, grade, level));
            assert_eq!(found, expected, "{level:?}");
        };
        check(FailOn::Never, [false, false, false, false, false]);
        check(FailOn::Major, [true, false, false, false, false]);
        check(FailOn::Moderate, [true, false, false, false, false]);
        check(FailOn::Disagree, [true, true, false, false, false]);
        check(FailOn::Unclear, [true, true, true, false, false]);
        check(FailOn::Warning, [true, true, true, true, false]);
        check(FailOn::Info, [true, true, true, true, true]);
    }
}
