//! What keeps a figure from being agreed on without somebody who decides: readings that do not go together, a toll that
//! fell and no text says why, and a check that fails.

use super::make::amount;
use crate::compare::{Figure, Pair, Related, Verdict};
use crate::report::{self, View, clean};
use crate::resolve::Record;

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

/// Why a figure, of which the variant `taken` would be agreed on, does not go with another one that would be: nothing in
/// their words tells the two apart, and their numbers are not one.
pub(super) fn rival(
    view: &View<'_>,
    (figure, taken): (&Figure, usize),
    all: &[(&Figure, usize)],
) -> Option<String> {
    let told = |(figure, taken): (&Figure, usize)| {
        let variant = figure.variants.get(taken)?;
        let claim = *variant.claims.first()?;
        let amount = amount(&variant.value)?;
        Some((claim, amount.interval()))
    };
    let (claim, own) = told((figure, taken))?;
    let mut others = all.iter().filter(|it| it.0.id != figure.id);
    others.find_map(|(other, taken)| {
        let (rival, amount) = told((other, *taken))?;
        let is_one = clean(&figure.label) == clean(&other.label)
            || ask_one(view.record(claim), view.record(rival));
        (is_one && !own.meets(&amount)).then(|| {
            let told = report::Reading::of_claim(view, rival);
            let (id, label) = (clean(&other.id), clean(&other.label));
            format!(
                "beside it stands {} ({label}, {id}), which may be the same",
                told.meaning
            )
        })
    })
}

/// True when two claims count the same in one place, and one of them does not say of what event.
fn ask_one(a: &Record, b: &Record) -> bool {
    let place = |it: &Record| it.place.as_ref().map(|it| it.id.clone());
    let kind = |it: &Record| (it.claim.claim_type, it.claim.aspect, it.claim.modality);
    kind(a) == kind(b)
        && place(a).is_some()
        && place(a) == place(b)
        && a.who.facets == b.who.facets
        && a.stretch == b.stretch
        && (a.event.is_none() != b.event.is_none())
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
