//! Which pairs of a figure's variants get a verdict, and what the pairs say of the figure.

use std::collections::BTreeSet;

use super::reading::{Question, Reading};
use super::verdict::{judge, marks};
use super::{Grade, Pair, Verdict};

/// Up to this many variants every pair is judged; beyond it neighbours and extremes.
const ALL_PAIRS: usize = 200;

/// The tag of readings that fit each other and stand in one article.
pub(super) const ONE_ARTICLE: &str = "one-article";

/// The tag of readings that fit each other and stand in several articles in the same words.
pub(super) const COPIED: &str = "copied";

/// The pairs worth a verdict, each with the smaller index first.
fn pairs_to_judge(readings: &[Reading]) -> Vec<(usize, usize)> {
    let count = readings.len();
    if count <= ALL_PAIRS {
        return (0..count)
            .flat_map(|a| (a + 1..count).map(move |b| (a, b)))
            .collect();
    }
    let mut by_value: Vec<usize> = (0..count).collect();
    by_value.sort_by_key(|at| {
        let value = &readings[*at].value;
        (value.number.or(value.core.low), *at)
    });
    let mut pairs: BTreeSet<(usize, usize)> = (1..count).map(|b| (b - 1, b)).collect();
    let mut add = |a: usize, b: usize| {
        if a != b {
            pairs.insert((a.min(b), a.max(b)));
        }
    };
    for near in by_value.windows(2) {
        add(near[0], near[1]);
    }
    for at in 0..count {
        add(at, by_value[0]);
        add(at, by_value[count - 1]);
    }
    pairs.into_iter().collect()
}

/// The verdict on each pair that is worth one.
pub(super) fn pairs(readings: &[Reading], question: &Question) -> Vec<Pair> {
    let judged = pairs_to_judge(readings).into_iter().map(|(a, b)| {
        let (left, right) = (&readings[a], &readings[b]);
        let finding = judge(&left.against(right), &right.against(left), question);
        Pair {
            a,
            b,
            verdict: finding.verdict,
            grade: finding.grade,
            reason: finding.reason,
        }
    });
    judged.collect()
}

/// The worst verdict and grade; with one variant whether it was said more than once.
pub(super) fn worst(pairs: &[Pair], claims: usize) -> (Verdict, Option<Grade>) {
    let worst = pairs.iter().map(|pair| pair.verdict).min();
    let grade = pairs.iter().filter_map(|pair| pair.grade).max();
    match worst {
        Some(verdict) => (verdict, grade),
        None if claims > 1 => (Verdict::Agree, None),
        None => (Verdict::Single, None),
    }
}

/// The tags of the pairs that made the verdict, and the one of a figure that nobody else bears out: a headline that says what
/// stands beneath it is no second source, nor is a copy.
pub(super) fn tags(
    pairs: &[Pair],
    readings: &[Reading],
    verdict: Verdict,
    lonely: Option<&'static str>,
) -> Vec<&'static str> {
    let worst = pairs.iter().filter(|pair| pair.verdict == verdict);
    let mut tags: BTreeSet<&'static str> = worst
        .flat_map(|pair| marks(&readings[pair.a], &readings[pair.b], verdict))
        .collect();
    let fits = matches!(
        verdict,
        Verdict::Agree | Verdict::Rounding | Verdict::Compatible
    );
    tags.extend(lonely.filter(|_| fits));
    tags.into_iter().collect()
}
