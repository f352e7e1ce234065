//! Changes as remarks, for every format.

use std::collections::BTreeMap;

use super::change::{Change, Kind, Side};
use super::state::Reading;
use crate::report::Severity;
use crate::report::notice::{Notice, Notices, Remark, Spot, Told};
use crate::report::{self, Input, View};

/// Every kind of change.
const CODES: &[(&str, &str, Severity)] = &[
    (
        "moved",
        "A number is another, or there is a further one",
        Severity::Warning,
    ),
    (
        "verdict-changed",
        "The numbers are as they were, and the verdict is not",
        Severity::Warning,
    ),
    ("added", "A figure that was not there", Severity::Warning),
    (
        "gone",
        "A figure that no article tells any longer",
        Severity::Warning,
    ),
    (
        "restated",
        "The same numbers, by another article, source or day",
        Severity::Info,
    ),
];

/// Where each reading stands, by article and number.
pub type Spots = BTreeMap<(String, String), Spot>;

/// Where the readings of a comparison stand.
pub fn spots(input: &Input<'_>) -> Spots {
    let view = View::new(input);
    let mut spots = Spots::new();
    for at in view.records_in_order() {
        let told = report::Reading::of_claim(&view, at);
        let key = (
            report::clean(view.article_id(view.record(at).article)),
            told.meaning,
        );
        spots.entry(key).or_insert_with(|| report::spot(&view, at));
    }
    spots
}

/// Remarks on what changed since the snapshot of a story.
pub fn notices(story: &str, changes: &[Change], spots: &Spots) -> Notices {
    Notices {
        about: format!("changes since the snapshot {story}"),
        sum: sum(story, changes),
        codes: CODES,
        notices: changes.iter().map(|it| notice(it, spots)).collect(),
    }
}

/// "3 changes since the snapshot ferry: 2 moved, 1 added."
pub fn sum(story: &str, changes: &[Change]) -> String {
    let counted = |kind: Kind| {
        let n = changes.iter().filter(|it| it.kind == kind).count();
        let name = kind.name().replace('-', " ");
        (n > 0).then(|| format!("{n} {name}"))
    };
    let kinds = [
        Kind::Moved,
        Kind::Verdict,
        Kind::Added,
        Kind::Gone,
        Kind::Restated,
    ];
    let counts: Vec<String> = kinds.into_iter().filter_map(counted).collect();
    match changes.len() {
        0 => format!("Nothing changed since the snapshot {story}."),
        1 => format!(
            "1 change since the snapshot {story}: {}.",
            counts.join(", ")
        ),
        n => format!(
            "{n} changes since the snapshot {story}: {}.",
            counts.join(", ")
        ),
    }
}

/// Of a story that was opened without its articles: what new copy would make of it is not known.
pub fn idle(story: &str) -> String {
    format!(
        "Nothing waits for a decision in the story {story}. To read its articles again: figcheck snapshot {story} PATH…"
    )
}

pub(super) fn notice(change: &Change, spots: &Spots) -> Notice {
    let rows = change.rows();
    let spot = |it: &Reading| spots.get(&(it.article.clone(), it.reads.clone()));
    let newest = rows
        .iter()
        .filter(|(side, _)| *side == Side::New)
        .chain(rows.iter().filter(|(side, _)| *side == Side::Both))
        .find_map(|(_, it)| spot(it));
    let figure = change.figure();
    let told = rows.iter().map(|(side, it)| Told {
        side: match side {
            Side::Old => "old",
            Side::New => "new",
            Side::Both => "same",
        },
        place: match spot(it).filter(|_| *side != Side::Old) {
            Some(spot) => format!("{}:{}", it.article, spot.line),
            None => it.article.clone(),
        },
        says: it.says.clone(),
        reads: it.reads.clone(),
        as_of: it.as_of.clone(),
        source: it.source.clone(),
        sentence: it.sentence.clone(),
    });
    Notice {
        code: change.kind.name(),
        severity: change.severity(),
        id: change.id.clone(),
        figure: figure.id.clone(),
        label: figure.label.clone(),
        place: newest.cloned(),
        readings: told.collect(),
        remarks: vec![Remark {
            key: "effect",
            text: change.effect(),
        }],
    }
}
