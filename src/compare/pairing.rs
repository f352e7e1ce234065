//! Which pairs of a figure's variants get a verdict, and what the pairs say of the figure.

use std::collections::BTreeSet;

use crate::resolve::AsOfEvidence;

use super::reading::{Question, Reading};
use super::time::Motion;
use super::verdict::judge;
use super::{Grade, Pair, Verdict};

/// Up to this many variants every pair is judged; beyond it neighbours and extremes.
const ALL_PAIRS: usize = 200;

/// The pairs worth a verdict, each with the smaller index first.
pub(super) fn pairs_to_judge(readings: &[Reading<'_>]) -> Vec<(usize, usize)> {
    let count = readings.len();
    if count <= ALL_PAIRS {
        return (0..count)
            .flat_map(|a| (a + 1..count).map(move |b| (a, b)))
            .collect();
    }
    let mut by_value: Vec<usize> = (0..count).collect();
    by_value.sort_by_key(|at| {
        let value = readings[*at].value;
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

/// The verdict on two variants, each with its index.
pub(super) fn pair(
    (a, left): (usize, &Reading<'_>),
    (b, right): (usize, &Reading<'_>),
    question: &Question<'_>,
    ambiguous: bool,
) -> Pair {
    let finding = judge(left, right, question);
    Pair {
        a,
        b,
        verdict: finding.verdict,
        grade: finding.grade,
        gap: finding.gap,
        reason: finding.reason,
        why: finding.why,
        caveats: caveats(left, right, question, ambiguous),
        tags: finding.tags,
    }
}

/// What a reader should know before relying on a pair: slots that one side leaves open, and dates that were inferred.
fn caveats(
    a: &Reading<'_>,
    b: &Reading<'_>,
    question: &Question<'_>,
    ambiguous: bool,
) -> Vec<String> {
    let mut caveats = Vec::new();
    for (one, other) in [(a, b), (b, a)] {
        let mut add = |name: &str| caveats.push(format!("{name}:{}", one.id));
        if question.asks_who && one.who.is_none() && other.who.is_some() {
            add("who-unknown");
        }
        if question.asks_event && !one.has_event {
            add("event-unknown");
        }
        if question.asks_place && !question.asks_event && !one.has_place {
            add("place-unknown");
        }
        if question.motion != Motion::Still && one.as_of.evidence == AsOfEvidence::Inferred {
            add("as-of-inferred");
        }
        if one.uncertain {
            add("reading-uncertain");
        }
        if ambiguous {
            add("figure-ambiguous");
        }
    }
    caveats
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

/// The tags of the pairs that made the verdict.
pub(super) fn tags(pairs: &[Pair], verdict: Verdict) -> Vec<&'static str> {
    let tags: BTreeSet<&'static str> = pairs
        .iter()
        .filter(|pair| pair.verdict == verdict)
        .flat_map(|pair| pair.tags.iter().copied())
        .collect();
    tags.into_iter().collect()
}
