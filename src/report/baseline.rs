//! What a baseline has of a comparison.

use std::collections::BTreeSet;

use super::fingerprint;
use crate::compare::Figure;

/// The findings of an earlier run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    figures: BTreeSet<String>,
    readings: BTreeSet<String>,
}

/// How a figure stands to a baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// It has nothing of the figure.
    New,
    /// It has the figure with other readings, or another verdict.
    Changed,
    /// It has it as it is.
    Known,
}

impl Baseline {
    /// Takes a finding in: the figure's id, and the [`fingerprint`](super::fingerprint()) that it had.
    pub fn add(&mut self, figure: String, readings: String) {
        self.figures.insert(figure);
        self.readings.insert(readings);
    }

    /// What it has of a figure.
    pub fn since(&self, figure: &Figure) -> Since {
        if self.readings.contains(&fingerprint::of_figure(figure)) {
            Since::Known
        } else if self.figures.contains(&figure.id) {
            Since::Changed
        } else {
            Since::New
        }
    }
}

impl Since {
    /// The word for it in JSON.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Known => "known",
        }
    }
}
