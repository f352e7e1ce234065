//! Two states of a story side by side: what changed, figure by figure.

use std::collections::BTreeSet;

use super::state::{Figure, Reading, State};
use crate::report::Severity;

/// One figure that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Content-made: the same two states of a figure give the same id, others another.
    pub id: String,
    /// What happened to it.
    pub kind: Kind,
    /// As it was; `None` of a figure that is new.
    pub old: Option<Figure>,
    /// As it is; `None` of a figure that is gone.
    pub new: Option<Figure>,
}

/// What happened to a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A number is another, or there is a further one.
    Moved,
    /// The numbers are as they were, and the verdict on them is not.
    Verdict,
    /// It was not there.
    Added,
    /// It is no longer there.
    Gone,
    /// The same numbers: told by another article, of another day, or with another source.
    Restated,
}

impl Kind {
    /// The name in every format.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Moved => "moved",
            Self::Verdict => "verdict-changed",
            Self::Added => "added",
            Self::Gone => "gone",
            Self::Restated => "restated",
        }
    }
}

/// Which state a row is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// As it was.
    Old,
    /// As it is.
    New,
    /// In both.
    Both,
}

impl Change {
    fn of(old: Option<&Figure>, new: Option<&Figure>) -> Self {
        let content = |it: Option<&Figure>| it.map(Figure::content).unwrap_or_default();
        Self {
            id: hash(&format!("{}\u{1}{}", content(old), content(new))),
            kind: kind(old, new),
            old: old.cloned(),
            new: new.cloned(),
        }
    }

    /// The figure as it is; one that is gone, as it was.
    pub fn figure(&self) -> &Figure {
        static NONE: Figure = Figure {
            id: String::new(),
            label: String::new(),
            verdict: String::new(),
            readings: Vec::new(),
        };
        self.new.as_ref().or(self.old.as_ref()).unwrap_or(&NONE)
    }

    /// How much it wants a look.
    pub fn severity(&self) -> Severity {
        let verdict = &*self.figure().verdict;
        match self.kind {
            Kind::Restated => Severity::Info,
            Kind::Gone => Severity::Warning,
            _ if verdict.starts_with("disagree") && !verdict.contains("minor") => Severity::Error,
            _ => Severity::Warning,
        }
    }

    /// Readings of both states, those that stayed once, by article.
    pub fn rows(&self) -> Vec<(Side, &Reading)> {
        let readings = |it: &'_ Option<Figure>| -> Vec<Reading> {
            it.as_ref()
                .map(|it| it.readings.clone())
                .unwrap_or_default()
        };
        let (before, after) = (readings(&self.old), readings(&self.new));
        let old = self.old.iter().flat_map(|it| &it.readings);
        let new = self.new.iter().flat_map(|it| &it.readings);
        let stays = |it: &Reading, there: &[Reading]| there.iter().any(|b| b.tells_the_same(it));
        let old = old
            .filter(|it| !stays(it, &after))
            .map(|it| (Side::Old, it));
        let new = new.map(|it| {
            let side = if stays(it, &before) {
                Side::Both
            } else {
                Side::New
            };
            (side, it)
        });
        let mut rows: Vec<(Side, &Reading)> = old.chain(new).collect();
        rows.sort_by_key(|(side, it)| (&*it.article, *side));
        rows
    }

    /// What it does: "41 → 41 and 58; verdict: one reading → updated".
    pub fn effect(&self) -> String {
        let verdict = match (&self.old, &self.new) {
            (Some(old), Some(new)) if old.verdict == new.verdict => {
                format!("verdict unchanged ({})", new.verdict)
            }
            (Some(old), Some(new)) => format!("verdict {} → {}", old.verdict, new.verdict),
            (None, Some(new)) => format!("a new figure, verdict {}", new.verdict),
            (Some(old), None) => format!(
                "no article tells it any longer; verdict was {}",
                old.verdict
            ),
            (None, None) => String::new(),
        };
        let numbers = match (&self.old, &self.new) {
            (Some(old), Some(new)) => moved(old, new),
            _ => String::new(),
        };
        let name = match (&self.old, &self.new) {
            (Some(old), Some(new)) if old.label != new.label => {
                format!("; was called {}", old.label)
            }
            _ => String::new(),
        };
        format!("{numbers}{verdict}{name}")
    }

    /// True when `words` name it: its id, its figure's, or the beginning of either.
    pub fn is_named(&self, words: &str) -> bool {
        let ids = [&self.old, &self.new].map(|it| it.as_ref().map_or("", |it| &*it.id));
        !words.is_empty()
            && (self.id.starts_with(words) || ids.iter().any(|id| id.starts_with(words)))
    }
}

/// "41 → 58; ", "also 58; ", "no longer 41; ".
fn moved(old: &Figure, new: &Figure) -> String {
    let without = |one: &Figure, other: &Figure| {
        let mut told: Vec<String> = Vec::new();
        for Reading { reads, .. } in &one.readings {
            let stays = other.readings.iter().any(|it| it.reads == *reads);
            if !stays && !told.contains(reads) {
                told.push(reads.clone());
            }
        }
        told.join(" and ")
    };
    match (&*without(old, new), &*without(new, old)) {
        ("", "") => "same numbers; ".to_owned(),
        ("", come) => format!("also {come}; "),
        (gone, "") => format!("no longer {gone}; "),
        (gone, come) => format!("{gone} → {come}; "),
    }
}

/// Articles that are named for one number; the rest is counted.
const NAMED: usize = 4;

/// What each number was told by: "41 (harbour, beacon), 58 (coast)"; nothing of no figure.
pub(super) fn told(figure: Option<&Figure>) -> String {
    let readings = || figure.iter().flat_map(|it| &it.readings);
    let mut said: Vec<&str> = Vec::new();
    for reading in readings() {
        if !said.contains(&&*reading.reads) {
            said.push(&reading.reads);
        }
    }
    let with_articles = said.iter().map(|reads| {
        let mut by: Vec<&str> = readings()
            .filter(|it| it.reads == **reads)
            .map(|it| &*it.article)
            .collect();
        by.dedup();
        let n_more = by.len().saturating_sub(NAMED);
        by.truncate(NAMED);
        match n_more {
            0 => format!("{reads} ({})", by.join(", ")),
            _ => format!("{reads} ({} and {n_more} more)", by.join(", ")),
        }
    });
    with_articles.collect::<Vec<String>>().join(", ")
}

fn kind(old: Option<&Figure>, new: Option<&Figure>) -> Kind {
    let (Some(old), Some(new)) = (old, new) else {
        return if new.is_some() {
            Kind::Added
        } else {
            Kind::Gone
        };
    };
    let numbers = |it: &'_ Figure| -> BTreeSet<String> {
        it.readings.iter().map(|it| it.reads.clone()).collect()
    };
    // That a further article has the same number makes of one reading an agreement: no news.
    let is_plain = |it: &Figure| matches!(&*it.verdict, "one reading" | "agree");
    if numbers(old) != numbers(new) {
        Kind::Moved
    } else if old.verdict != new.verdict && !(is_plain(old) && is_plain(new)) {
        Kind::Verdict
    } else {
        Kind::Restated
    }
}

/// What changed between two states, what wants a look first, then by label.
pub fn changes(old: &State, new: &State) -> Vec<Change> {
    let mut found = Vec::new();
    let gone: Vec<&Figure> = missing(old, new);
    let mut added: Vec<&Figure> = missing(new, old);
    for figure in &old.figures {
        if let Some(now) = new.figure(&figure.id)
            && !figure.tells_the_same(now)
        {
            found.push(Change::of(Some(figure), Some(now)));
        }
    }
    for was in gone {
        // New copy can give a figure a better name: a place, a day. Its readings give it away.
        let heir = added
            .iter()
            .map(|it| (shared(was, it), *it))
            .max_by(|a, b| (a.0, &b.1.id).cmp(&(b.0, &a.1.id)))
            .filter(|(n, _)| *n > 0);
        if let Some((_, now)) = heir {
            added.retain(|it| it.id != now.id);
            if !was.tells_the_same(now) {
                found.push(Change::of(Some(was), Some(now)));
            }
        } else {
            found.push(Change::of(Some(was), None));
        }
    }
    found.extend(added.into_iter().map(|it| Change::of(None, Some(it))));
    found.sort_by(|a, b| rank(a).cmp(&rank(b)));
    found
}

fn rank(change: &Change) -> (std::cmp::Reverse<Severity>, Kind, &str, &str) {
    let figure = change.figure();
    (
        std::cmp::Reverse(change.severity()),
        change.kind,
        &figure.label,
        &figure.id,
    )
}

/// The figures of `one` that `other` does not have.
fn missing<'s>(one: &'s State, other: &State) -> Vec<&'s Figure> {
    let is_missing = |it: &&Figure| other.figure(&it.id).is_none();
    one.figures.iter().filter(is_missing).collect()
}

/// How much two figures of one type share: readings, or else their name and an article, of which the number moved.
fn shared(a: &Figure, b: &Figure) -> usize {
    if a.kind() != b.kind() {
        return 0;
    }
    let has = |it: &&Reading| b.readings.iter().any(|other| other.key() == it.key());
    let tells = |it: &Reading| b.readings.iter().any(|other| other.article == it.article);
    let is_named_alike = a.label == b.label && a.readings.iter().any(tells);
    a.readings.iter().filter(has).count() * 2 + usize::from(is_named_alike)
}

/// FNV-1a with 32 bits.
fn hash(words: &str) -> String {
    let hash = words.bytes().fold(0x811C_9DC5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    format!("{hash:08x}")
}
