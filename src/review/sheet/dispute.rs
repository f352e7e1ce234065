//! What keeps a figure from being agreed on without somebody who decides: readings that do not go together, a toll that
//! fell and no text says why, and a check that fails.

use crate::compare::{Figure, Pair, Related, Verdict};
use crate::report::{View, clean};

/// Why nobody has agreed on a figure yet; `None` when all that is told of it goes together.
pub(super) fn of(view: &View<'_>, figure: &Figure) -> Option<String> {
    if let Some(check) = failed_check(view, figure) {
        return Some(format!("a check fails: {check}"));
    }
    let differ = |pair: &Pair| matches!(pair.verdict, Verdict::Disagree | Verdict::Unclear);
    let fell = |pair: &&Pair| pair.reason == "time.decrease" && !is_corrected(view, figure, pair);
    if figure.pairs.iter().any(differ) {
        Some("they differ".to_owned())
    } else {
        let fell = figure.pairs.iter().any(|pair| fell(&pair));
        fell.then(|| "the later number is lower, and no text says that it was corrected".to_owned())
    }
}

/// "44 ≤ 41 does not hold", of the first check that this figure fails.
fn failed_check(view: &View<'_>, figure: &Figure) -> Option<String> {
    let is_of = |it: &&Related| {
        [it.a, it.b]
            .iter()
            .any(|at| view.figure(*at).id == figure.id)
    };
    let related = view.input.comparison.related.iter().filter(is_of);
    let mut checks = related.filter_map(|it| it.check.as_ref());
    let failed = checks.find(|check| !check.holds)?;
    Some(format!("{} does not hold", clean(&failed.text)))
}

/// True when a text of either side speaks of a count that was changed.
fn is_corrected(view: &View<'_>, figure: &Figure, pair: &Pair) -> bool {
    let sides = [pair.a, pair.b].into_iter();
    let claims = sides
        .filter_map(|at| figure.variants.get(at))
        .flat_map(|it| &it.claims);
    let is_told = |at: &usize| {
        let notes = &view.record(*at).claim.notes;
        notes.contains(&"revised") || notes.contains(&"earlier-report")
    };
    claims.into_iter().any(is_told)
}
