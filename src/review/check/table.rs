//! Findings on a draft as remarks, for every format.

use super::{Code, Finding, Other};
use crate::report::notice::{Notice, Notices, Remark, Told};
use crate::report::{self, Input, Reach, Severity, View, clean};

/// The codes of a check against a sheet.
pub const SHEET: &[(&str, &str, Severity)] = &[
    (
        "mismatch",
        "The number is not that of the sheet",
        Severity::Error,
    ),
    (
        "stale",
        "It was the number once; the sheet has a newer one",
        Severity::Error,
    ),
    (
        "inconsistent",
        "The draft contradicts itself",
        Severity::Error,
    ),
    (
        "attribution-missing",
        "The draft does not say who says so",
        Severity::Warning,
    ),
    (
        "wording",
        "A vague word where there is a number, or a word the desk does not use",
        Severity::Warning,
    ),
    (
        "expired",
        "The sheet's entry is past its day",
        Severity::Warning,
    ),
    (
        "disputed",
        "The sheet has it, and another number under the same name",
        Severity::Warning,
    ),
    ("not-in-sheet", "The sheet does not have it", Severity::Info),
    (
        "rounding",
        "A rounding of the sheet's number, or a hedge that fits it",
        Severity::None,
    ),
    ("ok", "As agreed", Severity::None),
];

/// The codes of a check against sources.
pub const AGAINST: &[(&str, &str, Severity)] = &[
    ("changed", "No source has this number", Severity::Error),
    (
        "stale",
        "It was the number once; a newer source has another",
        Severity::Error,
    ),
    (
        "disputed",
        "A source has it, and another contradicts it",
        Severity::Warning,
    ),
    (
        "unsure",
        "A source has the number, of something else perhaps, or by somebody else",
        Severity::Warning,
    ),
    ("unsupported", "No source speaks of it", Severity::Warning),
    (
        "rounded",
        "A source has it, rounded or hedged otherwise",
        Severity::None,
    ),
    ("supported", "A source has it", Severity::None),
];

/// Which side is which.
const SIDES: [&str; 2] = ["draft", "sheet"];

/// Remarks on findings. Those that say that all is well are counted, and shown only when `all` is asked for.
pub fn notices(
    input: &Input<'_>,
    findings: &[Finding],
    codes: &'static [(&'static str, &'static str, Severity)],
    all: bool,
) -> Notices {
    let view = View::new(input);
    let is_sheet = codes.first() == SHEET.first();
    let sides = if is_sheet {
        SIDES
    } else {
        ["summary", "source"]
    };
    let shown = |it: &&Finding| all || it.code.severity() > Severity::None;
    Notices {
        about: if is_sheet {
            "a draft beside the sheet".to_owned()
        } else {
            "a summary beside its sources".to_owned()
        },
        sum: sum(findings, codes),
        codes,
        notices: findings
            .iter()
            .filter(shown)
            .map(|it| notice(&view, it, sides))
            .collect(),
    }
}

/// "6 figures: 1 mismatch, 2 stale, 3 ok."
fn sum(findings: &[Finding], codes: &[(&str, &str, Severity)]) -> String {
    let counts: Vec<String> = codes
        .iter()
        .filter_map(|(name, ..)| {
            let n = findings.iter().filter(|it| it.code.name() == *name).count();
            (n > 0).then(|| format!("{n} {}", name.replace('-', " ")))
        })
        .collect();
    if counts.is_empty() {
        return "No figure was found in the draft.".to_owned();
    }
    format!("{}.", counts.join(", "))
}

fn notice(view: &View<'_>, finding: &Finding, [ours, theirs]: [&'static str; 2]) -> Notice {
    let claim = finding.claim;
    let record = view.record(claim);
    let told = report::Reading::of_claim(view, claim);
    let (_, excerpt) = report::excerpt(view, claim, Reach::Long);
    let spot = &finding.spot;
    let mut readings = vec![Told {
        side: ours,
        place: match spot.column {
            Some(column) => format!("{}:{}:{column}", spot.article, spot.line),
            None => format!("{}:{}", spot.article, spot.line),
        },
        says: told.words,
        reads: told.meaning,
        as_of: told.as_of,
        source: record
            .source
            .text
            .map(|it| clean(it.slice(view.text(claim))))
            .unwrap_or_default(),
        sentence: report::in_marks(&excerpt),
    }];
    readings.extend(finding.other.as_ref().map(|it| beside(it, theirs)));
    let mut remarks = Vec::new();
    let mut remark = |key, text: String| {
        if !text.is_empty() {
            remarks.push(Remark { key, text });
        }
    };
    remark("why", finding.why.clone());
    remark("write", write(view, finding));
    Notice {
        code: finding.code.name(),
        severity: finding.code.severity(),
        id: format!("{}:{}", finding.code.name(), clean(&record.id)),
        figure: finding.figure.clone(),
        label: finding.label.clone(),
        place: Some(spot.clone()),
        readings,
        remarks,
    }
}

fn beside(other: &Other, side: &'static str) -> Told {
    Told {
        side,
        place: other.place.clone(),
        says: other.says.clone(),
        reads: other.reads.clone(),
        as_of: other.as_of.clone(),
        source: other.source.clone(),
        sentence: other.sentence.trim().to_owned(),
    }
}

/// "“58” for “41”", or the words to put in.
fn write(view: &View<'_>, finding: &Finding) -> String {
    let Some(edit) = &finding.edit else {
        return String::new();
    };
    let text = view
        .input
        .articles
        .get(edit.article)
        .map_or("", |it| &*it.text);
    let old = clean(edit.span.slice(text));
    if finding.code == Code::AttributionMissing {
        format!("at the end of the sentence “{}”", edit.text)
    } else {
        format!("“{}” for “{old}”", edit.text)
    }
}
