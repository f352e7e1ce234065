//! What was decided about a story: when, by whom, from what to what. Lines are only ever added.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::change::{Change, told};
use super::form::{self, MAX_BYTES, VERSION};
use super::yaml::{map, quoted, quoted_if_any};
use crate::schema::{Error, file};

/// One decision.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// When, in universal time: `2024-03-05T09:12:00Z`.
    pub when: String,
    /// By whom.
    pub who: String,
    /// What was decided.
    pub decision: Choice,
    /// The id of the change.
    pub change: String,
    /// The id of the figure.
    pub figure: String,
    /// What it is called.
    pub label: String,
    /// The numbers as they were, each with its articles; empty of a new figure.
    #[serde(default)]
    pub from: String,
    /// The numbers as they are; empty of a figure that is gone.
    #[serde(default)]
    pub to: String,
    /// The verdict before and after.
    #[serde(default)]
    pub verdict: String,
    /// Why, in the words of whoever decided.
    #[serde(default)]
    pub note: String,
}

/// What can be decided about a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Choice {
    /// The desk takes it.
    Accepted,
    /// The desk does not take it, and is not asked again.
    Rejected,
}

impl Choice {
    /// The name in every format.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
        }
    }
}

/// Who decides, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// In universal time.
    pub when: String,
    /// By name.
    pub who: String,
}

impl Entry {
    /// The entry of one decision.
    pub(super) fn new(change: &Change, decision: Choice, note: &str, stamp: &Stamp) -> Self {
        let verdict = |it: &Option<super::Figure>| {
            it.as_ref()
                .map_or_else(|| "none".to_owned(), |it| it.verdict.clone())
        };
        let figure = change.figure();
        Self {
            when: stamp.when.clone(),
            who: stamp.who.clone(),
            decision,
            change: change.id.clone(),
            figure: figure.id.clone(),
            label: figure.label.clone(),
            from: told(change.old.as_ref()),
            to: told(change.new.as_ref()),
            verdict: format!("{} → {}", verdict(&change.old), verdict(&change.new)),
            note: note.to_owned(),
        }
    }

    fn line(&self) -> String {
        let told = map(&[
            ("when", quoted(&self.when)),
            ("who", quoted(&self.who)),
            ("decision", self.decision.name().to_owned()),
            ("label", quoted(&self.label)),
            ("from", quoted_if_any(&self.from)),
            ("to", quoted_if_any(&self.to)),
            ("verdict", quoted(&self.verdict)),
            ("note", quoted_if_any(&self.note)),
            ("figure", quoted(&self.figure)),
            ("change", quoted(&self.change)),
        ]);
        format!("- {told}\n")
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LogFile {
    #[serde(rename = "version")]
    _version: u32,
    #[serde(default)]
    decisions: Vec<Entry>,
}

/// Reads a log; an empty text is an empty log.
pub(super) fn read(name: &str, text: &str) -> Result<Vec<Entry>, Error> {
    if text.is_empty() {
        return Ok(Vec::new());
    }
    form::refuse_newer(name, text)?;
    let file: LogFile = file::parse_within(name, text, MAX_BYTES)?;
    Ok(file.decisions)
}

/// `text` with further entries at its end; what stood there stays byte for byte.
pub(super) fn extended(text: &str, entries: &[Entry]) -> String {
    let mut text = if text.is_empty() {
        format!(
            "# figcheck: what was decided about a story, by whom and why; lines are only added\nversion: {VERSION}\ndecisions:\n"
        )
    } else {
        text.to_owned()
    };
    if !text.ends_with('\n') {
        text.push('\n');
    }
    for entry in entries {
        text.push_str(&entry.line());
    }
    text
}

/// The changes that the desk does not take: those whose last decision says so.
pub(super) fn rejected(log: &[Entry]) -> Vec<&str> {
    let mut last: BTreeMap<&str, Choice> = BTreeMap::new();
    for entry in log {
        last.insert(&entry.change, entry.decision);
    }
    let rejected = last
        .into_iter()
        .filter(|(_, it)| *it == Choice::Rejected)
        .map(|(change, _)| change);
    rejected.collect()
}
