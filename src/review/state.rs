//! The figures of a story as they stand: what a snapshot holds.

use std::collections::BTreeSet;

use crate::compare;
use crate::report::Input;
use crate::report::{self, Reach, View};

/// The figures of one story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Every figure, by id.
    pub figures: Vec<Figure>,
}

/// One question, with what the articles answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Content-made id: `deaths-0f3ab129`.
    pub id: String,
    /// "deaths · ferry, Port Amble".
    pub label: String,
    /// The verdict with its grade, in words: "disagree (minor)".
    pub verdict: String,
    /// What each article says, by article, then number.
    pub readings: Vec<Reading>,
}

/// What one article says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reading {
    /// The article's id.
    pub article: String,
    /// What its words are taken for: "41", "1,150–1,249".
    pub reads: String,
    /// The time of which it speaks, in words; empty when unknown.
    pub as_of: String,
    /// Who says so, as written; empty when nobody is named.
    pub source: String,
    /// The article's own words.
    pub says: String,
    /// The sentence.
    pub sentence: String,
}

impl Reading {
    /// What makes it another reading: an edit of the words around the number does not.
    pub(super) fn key(&self) -> (&str, &str) {
        (&self.article, &self.reads)
    }

    /// The same number by the same source of the same time.
    pub(super) fn tells_the_same(&self, other: &Self) -> bool {
        let told = |it: &Self| {
            (
                it.reads.clone(),
                it.as_of.clone(),
                it.source.to_lowercase(),
                it.article.clone(),
            )
        };
        told(self) == told(other)
    }
}

impl Figure {
    /// The claim type, which its id begins with.
    pub fn kind(&self) -> &str {
        self.id.split('-').next().unwrap_or_default()
    }

    /// True when an editor would see no difference: where a number stands, the words around it, and what we call the
    /// figure are none.
    pub(super) fn tells_the_same(&self, other: &Self) -> bool {
        let pairs = || self.readings.iter().zip(&other.readings);
        (&self.label, &self.verdict) == (&other.label, &other.verdict)
            && self.readings.len() == other.readings.len()
            && pairs().all(|(a, b)| a.tells_the_same(b))
    }

    /// What it tells, apart from the words around it: the same for figures that tell the same.
    pub(super) fn content(&self) -> String {
        let mut told: Vec<&str> = vec![&self.id, &self.label, &self.verdict];
        let lowered: Vec<String> = self
            .readings
            .iter()
            .map(|it| it.source.to_lowercase())
            .collect();
        for (it, source) in self.readings.iter().zip(&lowered) {
            told.extend([&*it.article, &*it.reads, &*it.as_of, source]);
        }
        told.join("\u{0}")
    }
}

impl State {
    /// The figures of a comparison.
    pub fn of(input: &Input<'_>) -> Self {
        let view = View::new(input);
        let mut figures: Vec<Figure> = input
            .comparison
            .figures
            .iter()
            .map(|figure| self::figure(&view, figure))
            .collect();
        figures.sort_by(|a, b| a.id.cmp(&b.id));
        Self { figures }
    }

    /// The figure with this id.
    pub fn figure(&self, id: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.id == id)
    }

    /// Takes out the figure `old`, and puts in `new`.
    pub(super) fn exchange(&mut self, old: Option<&str>, new: Option<&Figure>) {
        self.figures
            .retain(|it| Some(&*it.id) != old && new.is_none_or(|new| it.id != new.id));
        self.figures.extend(new.cloned());
        self.figures.sort_by(|a, b| a.id.cmp(&b.id));
    }
}

fn figure(view: &View<'_>, figure: &compare::Figure) -> Figure {
    let mut claims: Vec<usize> = figure
        .variants
        .iter()
        .flat_map(|variant| variant.claims.iter().copied())
        .collect();
    // In order of the text, so that of two places that say the same the first is kept.
    claims.sort_by_key(|&at| (view.record(at).article, view.record(at).claim.quantity.span));
    let mut readings: Vec<Reading> = claims.into_iter().map(|at| reading(view, at)).collect();
    let mut seen = BTreeSet::new();
    readings.retain(|it| {
        seen.insert((
            it.article.clone(),
            it.reads.clone(),
            it.as_of.clone(),
            it.source.to_lowercase(),
        ))
    });
    readings.sort();
    Figure {
        id: report::clean(&figure.id),
        label: report::clean(&figure.label),
        verdict: report::verdict_words(figure),
        readings,
    }
}

fn reading(view: &View<'_>, claim: usize) -> Reading {
    let told = report::Reading::of_claim(view, claim);
    let record = view.record(claim);
    let source = record.source.text.map(|it| it.slice(view.text(claim)));
    let (_, excerpt) = report::excerpt(view, claim, Reach::Long);
    Reading {
        article: report::clean(view.article_id(record.article)),
        reads: told.meaning,
        as_of: told.as_of,
        source: source.map(report::clean).unwrap_or_default(),
        says: told.words,
        sentence: format!("{}{}{}", excerpt.before, excerpt.number, excerpt.after)
            .trim()
            .to_owned(),
    }
}
