//! What stands below the help of a command: examples, and in the long help what its words mean.

/// Of the program.
pub(super) const PROGRAM: &str = "Examples:
  figcheck story/                     compare the articles of a folder
  figcheck a.txt b.txt -f json        the same for two files, for a program
  figcheck story/ -o report.html -o figures.xlsx
                                      a page and a workbook of it
  figcheck extract a.txt              every claim, one JSON object a line
  figcheck explain a.txt:9            what was made of the numbers on line 9
  figcheck snapshot quake story/      what a running story says; later, what changed since
  figcheck check draft.md --sheet figures.yaml
                                      a draft against the figures that were agreed on
  figcheck schema list                what is counted

Exit codes: 0 no finding at or above --fail-on, 1 findings, 2 something could not be read.";

/// Of `diff`.
pub(super) const DIFF: &str = "Examples:
  figcheck diff story/
  figcheck diff story/ --all --type deaths --place Gaza
  figcheck diff story/ -o report.html -o figures.xlsx
  figcheck diff story/ -f markdown > table.md
  figcheck diff 'story/*.md' --as-of 2024-09-07 -f json
  figcheck diff story/ --fail-on moderate
                                      exit code 1 when figures differ by a tenth or more
  figcheck diff story/ --write-baseline known.yaml --exit-zero
  figcheck diff story/ --baseline known.yaml --new-only
                                      what is known today, and what came since

Exit codes: 0 no finding at or above --fail-on, 1 findings, 2 something could not be read.";

/// Of `check`.
pub(super) const CHECK: &str = "Examples:
  figcheck check draft.md --sheet figures.yaml
  figcheck check draft.md --sheet figures.yaml --write
  figcheck check summary.md --against story/

Exit codes: 0 no remark at or above --fail-on, 1 remarks, 2 something could not be read.";

/// What a comparison says, as the table prints it. Rows are short enough for a terminal of eighty columns; what runs on is
/// wrapped where it is shown.
const VERDICTS: &str = "Verdicts, the worst first, with the sign that stands before each:
  ! disagree         nothing explains the difference: minor (under 10 %),
                     moderate, or major (50 % and more); of percentages
                     minor is under 1 point, major 5 points and more
  < revised          later and lower, or the text speaks of a correction
  ? unclear          they differ, and the text does not say which is the
                     later, or whether both count the same
  > updated          the figure moves with time: the later is the newer
  ~ compatible       both can be true as worded: \"at least 60\" and 64
  / different scope  not the same question: a part and its whole, taken and
                     still held, two towns
  ~ rounding         one is a rounding of the other: \"nearly 40,000\", 39,790
  = agree            the same number, hedged alike: \"within one article\" where
                     no second one says so, \"copied\" where all have it in the
                     same words
  . one reading      one article alone gives it; shown with --all

Severities: error is a disagreement of a tenth or more or a check that fails; warning a minor one, revised, or unclear; info \
updated, compatible, or different scope. --fail-on and --min-severity take these words and the grades.

Columns: \"read as\" is what an attentive reader takes the words for (\"some 1,200\" is 1,150 to 1,249), \"as of\" the time of which \
they speak, \"who says so\" the source that the text names. a:10:1 is line 10, column 1 of the article a. [[ ]] stand around the \
number in its sentence.

figcheck explain ID PATH… says how a number was read and judged: closely is as an attentive reader takes it, generously what one \
may allow, literally what is still true word for word. Its basis: incident is the count of one event or day, cumulative all until \
then, stock those there are at a time, rate so many a day. A frame is the shape of a clause that ties a number to its verb.";

/// What `check` says.
const CODES: &str = "What is said of each number of a draft, with its severity:
  against a sheet
    mismatch             error    the number is another
    stale                error    it was the number; the sheet has a newer one
    inconsistent         error    the draft contradicts itself on it
    disputed             warning  the sheet has two numbers under one name
    attribution-missing  warning  the draft does not say who says so
    wording              warning  a vague word, or one the desk does not use
    expired              warning  the sheet's entry is past its day
    not-in-sheet         info     the sheet does not have it
    rounding, ok         -        it fits
  against sources
    changed              error    no source has this number
    stale                error    a source had it; a newer one has another
    disputed             warning  a source has it, another contradicts it
    unsure               warning  perhaps of something else, or by another speaker
    unsupported          warning  no source speaks of it
    rounded, supported   -        a source has it, to the number or rounded

--write writes only what is surely of the same place, people and speaker; the rest is for a person to rewrite.";

fn long(short: &str, more: &[&str]) -> String {
    [&[short], more].concat().join("\n\n")
}

pub(super) fn program() -> String {
    let more = "What check says of a draft is listed by figcheck check --help.";
    long(PROGRAM, &[VERDICTS, more])
}

pub(super) fn diff() -> String {
    long(DIFF, &[VERDICTS])
}

pub(super) fn check() -> String {
    long(CHECK, &[CODES])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::Verdict;
    use crate::report;
    use crate::review::check::{AGAINST, SHEET};

    #[test]
    fn every_word_of_a_report_is_explained() {
        for verdict in Verdict::ALL {
            let sign = report::verdict_sign(verdict);
            let name = report::verdict_name(verdict, None);
            let line = format!("\n  {sign} {name}");
            assert!(VERDICTS.contains(&line), "{line}");
        }
        for (code, _, severity) in SHEET.iter().chain(AGAINST) {
            let explained = CODES.lines().any(|line| {
                let named = line.trim_start().split([' ', ',']).any(|it| it == *code);
                named && (line.contains(severity.name()) || line.contains(" - "))
            });
            assert!(explained, "{code} ({})", severity.name());
        }
    }
}
