//! Figures laid out once: what stands in which cell, for the table, the list and whatever prints rows next.

use std::cmp::Reverse;

use super::block::Block;
use super::bond::{self, Bond};
use super::json::{Grades, Verdicts};
use super::reading::Reading;
use super::view::View;
use super::{Singles, sanitise};
use crate::compare::{Figure, Verdict};

/// All of a comparison, cell by cell.
#[derive(Clone, Debug)]
pub(crate) struct Rows {
    /// Figures that more than one reading answers, worst verdict first.
    pub(crate) blocks: Vec<Block>,
    /// What binds figures, as far as it is shown; failed checks first.
    pub(crate) bonds: Vec<Bond>,
    /// Bonds that are not shown.
    pub(crate) n_more_bonds: usize,
    /// Figures of one reading, with their label, where they are listed.
    pub(crate) singles: Vec<(String, Reading)>,
    /// How many figures of each verdict.
    pub(crate) verdicts: Verdicts,
    /// How many disagreements of each grade.
    pub(crate) grades: Grades,
    /// Articles read.
    pub(crate) n_articles: usize,
    /// Claims found.
    pub(crate) n_claims: usize,
}

impl Rows {
    /// Lays out everything that `view` shows.
    pub(crate) fn new(view: &View<'_>, singles: Singles) -> Self {
        let comparison = view.input.comparison;
        let (mut compared, alone): (Vec<&Figure>, Vec<&Figure>) = comparison
            .figures
            .iter()
            .partition(|figure| figure.verdict != Verdict::Single);
        // Stable: figures of one verdict and grade keep the order of the comparison.
        compared.sort_by_key(|figure| (figure.verdict, Reverse(figure.grade)));
        let (bonds, n_more_bonds) = bond::shown(view, singles);
        Self {
            blocks: compared
                .into_iter()
                .map(|figure| Block::new(view, figure))
                .collect(),
            n_more_bonds,
            bonds,
            singles: match singles {
                Singles::Count => Vec::new(),
                Singles::List => alone
                    .into_iter()
                    .flat_map(|figure| single(view, figure))
                    .collect(),
            },
            verdicts: Verdicts::count(comparison),
            grades: Grades::count(comparison),
            n_articles: view.input.articles.len(),
            n_claims: view.input.records.len(),
        }
    }
}

fn single(view: &View<'_>, figure: &Figure) -> Vec<(String, Reading)> {
    let row = |variant| {
        let reading = Reading::of_variant(view, figure.claim_type, variant);
        (sanitise::line(&figure.label), reading)
    };
    figure.variants.iter().map(row).collect()
}
