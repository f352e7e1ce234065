//! Figures laid out once: what stands in which cell, for the table, the list and whatever prints rows next.

use rayon::prelude::*;

use std::cmp::Reverse;

use super::block::Block;
use super::bond::{self, Bond};
use super::json::{Grades, Verdicts};
use super::reading::Reading;
use super::view::View;
use super::{Hidden, Options, Since, Singles, Sort, sanitise};
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
    /// How many of these have readings that fit each other within one article alone.
    pub(crate) one_article: Verdicts,
    /// How many of these several articles have in the same words.
    pub(crate) copied: Verdicts,
    /// How many disagreements of each grade.
    pub(crate) grades: Grades,
    /// Articles read.
    pub(crate) n_articles: usize,
    /// Claims found.
    pub(crate) n_claims: usize,
    /// How many of the blocks the baseline has as they are; `None` without one.
    pub(crate) n_known: Option<usize>,
    /// What is not shown; `None` when nobody asked to leave anything out.
    pub(crate) hidden: Option<Hidden>,
}

impl Rows {
    /// Lays out everything that `view` shows.
    pub(crate) fn new(view: &View<'_>, options: &Options) -> Self {
        let singles = options.singles;
        let comparison = view.input.comparison;
        let (mut compared, alone): (Vec<usize>, Vec<usize>) = (0..comparison.figures.len())
            .partition(|&at| view.figure(at).verdict != Verdict::Single);
        sort(view, &mut compared, options.sort);
        let (bonds, n_more_bonds) = bond::shown(view, singles);
        let n_known = view.input.baseline.map(|baseline| {
            let is_known = |&&at: &&usize| baseline.since(view.figure(at)) == Since::Known;
            compared.iter().filter(is_known).count()
        });
        Self {
            blocks: compared
                .into_par_iter()
                .map(|at| Block::new(view, at))
                .collect(),
            n_more_bonds,
            bonds,
            singles: match singles {
                Singles::Count => Vec::new(),
                Singles::List => alone
                    .into_iter()
                    .flat_map(|at| single(view, view.figure(at)))
                    .collect(),
            },
            verdicts: Verdicts::count(comparison),
            one_article: Verdicts::of_one_article(comparison),
            copied: Verdicts::of_copies(comparison),
            grades: Grades::count(comparison),
            n_articles: view.input.articles.len(),
            n_claims: view.input.records.len(),
            n_known,
            hidden: view.input.hidden,
        }
    }
}

/// Stable: figures that are equal to the order asked for keep that of the comparison.
fn sort(view: &View<'_>, figures: &mut [usize], sort: Sort) {
    match sort {
        Sort::Severity => figures.sort_by_key(|&at| {
            let figure = view.figure(at);
            (figure.verdict, Reverse(figure.grade))
        }),
        Sort::Figure => figures.sort_by_key(|&at| &view.figure(at).label),
        Sort::File => {
            let ranks = view.ranks();
            figures.sort_by_key(|&at| {
                let claims = view.figure(at).variants.iter().flat_map(|it| &it.claims);
                claims.map(|&claim| ranks[claim]).min()
            });
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
