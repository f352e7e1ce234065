//! Figures counted by verdict and by grade.

use serde::Serialize;

use crate::compare::{Comparison, Grade, Verdict};

/// Figures by verdict, worst first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each field is a verdict's name")]
pub struct Verdicts {
    pub disagree: usize,
    pub revised: usize,
    pub unclear: usize,
    pub updated: usize,
    pub compatible: usize,
    pub different_scope: usize,
    pub rounding: usize,
    pub agree: usize,
    pub single: usize,
}

/// Figures that disagree, by grade.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "each field is a grade's name")]
pub struct Grades {
    pub minor: usize,
    pub moderate: usize,
    pub major: usize,
}

impl Verdicts {
    /// Counts the figures of `comparison`.
    pub(crate) fn count(comparison: &Comparison) -> Self {
        let mut counts = Self::default();
        for figure in &comparison.figures {
            *counts.of_mut(figure.verdict) += 1;
        }
        counts
    }

    /// Counts those whose readings fit each other within one article alone.
    pub(crate) fn of_one_article(comparison: &Comparison) -> Self {
        let mut counts = Self::default();
        let figures = comparison.figures.iter();
        for figure in figures.filter(|figure| figure.agrees_with_itself()) {
            *counts.of_mut(figure.verdict) += 1;
        }
        counts
    }

    /// Counts those that several articles have in the same words.
    pub(crate) fn of_copies(comparison: &Comparison) -> Self {
        let mut counts = Self::default();
        let figures = comparison.figures.iter();
        for figure in figures.filter(|figure| figure.is_copied()) {
            *counts.of_mut(figure.verdict) += 1;
        }
        counts
    }

    /// `None` when no figure is counted.
    pub(super) fn unless_none(self) -> Option<Self> {
        (self != Self::default()).then_some(self)
    }

    fn of_mut(&mut self, verdict: Verdict) -> &mut usize {
        match verdict {
            Verdict::Disagree => &mut self.disagree,
            Verdict::Revised => &mut self.revised,
            Verdict::Unclear => &mut self.unclear,
            Verdict::Updated => &mut self.updated,
            Verdict::Compatible => &mut self.compatible,
            Verdict::DifferentScope => &mut self.different_scope,
            Verdict::Rounding => &mut self.rounding,
            Verdict::Agree => &mut self.agree,
            Verdict::Single => &mut self.single,
        }
    }
}

impl Grades {
    /// Counts the figures of `comparison` that disagree.
    pub(crate) fn count(comparison: &Comparison) -> Self {
        let mut counts = Self::default();
        for figure in &comparison.figures {
            match figure.grade {
                Some(Grade::Minor) => counts.minor += 1,
                Some(Grade::Moderate) => counts.moderate += 1,
                Some(Grade::Major) => counts.major += 1,
                None => {}
            }
        }
        counts
    }
}
