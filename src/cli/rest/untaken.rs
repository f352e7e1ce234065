//! Numbers that no claim type takes: a report without figures, or with few, would read as "nothing to worry about".

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Mutex, PoisonError};

use crate::engine::Reading;
use crate::ingest::{Article, Field};
use crate::numbers::{Kind, Quantity};
use crate::span::{LineIndex, Span};

/// Of fewer numbers nothing is said, where some are taken.
const LEAST: usize = 8;
/// Nothing is said where more than one of so many is taken: most texts hold prices, dates and ages besides their figures.
const ONE_OF: usize = 4;

/// What is counted of the numbers of all articles, by however many threads.
#[derive(Debug, Default)]
pub(in crate::cli) struct Untaken {
    n_numbers: AtomicUsize,
    n_taken: AtomicUsize,
    /// The first that is not taken: of the first article, by its id.
    first: Mutex<Option<(String, Span)>>,
}

impl Untaken {
    /// Takes in the numbers of an article.
    pub(in crate::cli) fn see(&self, reading: &Reading<'_>) {
        let taken: BTreeSet<_> = reading.claims.iter().map(|it| it.quantity.span).collect();
        let is_taken = |it: &Quantity| taken.contains(&it.span);
        let numbers = || reading.quantities.iter().filter(|it| is_number(it.kind));
        self.n_numbers.fetch_add(numbers().count(), Relaxed);
        self.n_taken
            .fetch_add(numbers().filter(|it| is_taken(it)).count(), Relaxed);
        let article = reading.document.article;
        let Some(free) = numbers().find(|it| !is_taken(it)) else {
            return;
        };
        let mut first = self.first.lock().unwrap_or_else(PoisonError::into_inner);
        if first.as_ref().is_none_or(|(id, _)| article.id < *id) {
            *first = Some((article.id.clone(), free.span));
        }
    }

    /// What to tell below a report of so many claims; `None` where enough is taken.
    pub(in crate::cli) fn words(&self, articles: &[Article]) -> Option<String> {
        let n_numbers = self.n_numbers.load(Relaxed);
        let n_taken = self.n_taken.load(Relaxed);
        let most = n_numbers >= LEAST && n_taken * ONE_OF < n_numbers;
        if n_numbers == 0 || n_taken > 0 && !most {
            return None;
        }
        let first = self.first.lock().unwrap_or_else(PoisonError::into_inner);
        let place = first.as_ref().and_then(|(id, span)| {
            let article = articles.iter().find(|it| it.id == *id)?;
            place(article, *span)
        });
        let place = place.unwrap_or_else(|| "FILE:LINE".to_owned());
        let told = match (n_taken, n_numbers) {
            (0, 1) => "the text holds one number, which no claim type takes".to_owned(),
            (0, n) => format!("the texts hold {n} numbers, which no claim type takes"),
            (_, n) => format!("{} of {n} numbers are taken by no claim type", n - n_taken),
        };
        Some(format!("{told}; why of one: figcheck explain {place}"))
    }
}

/// Ages, ordinals and lengths of time are told of much that nobody compares.
const fn is_number(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Cardinal | Kind::Money | Kind::Percent | Kind::Measure
    )
}

/// "a.txt:4", as `explain` takes it; `None` of an article that is no file of its own, and of a title that stands apart.
fn place(article: &Article, number: Span) -> Option<String> {
    let path = article.path.as_ref().filter(|_| article.record_line == 0)?;
    let (field, span) = article.locate(number);
    let body = Some(article.body()).filter(|_| field == Field::Text)?;
    let line = LineIndex::new(body).position(body, span.start).line;
    Some(format!("{}:{line}", path.display()))
}
