//! A number of a summary that the sources have, though not under the question that it answers there: of another place,
//! of a part, or in the words of somebody else.

use super::{alike, beside, kind};
use crate::claims::Claim;
use crate::report::{self, View, clean};

/// Where the sources have the number, and whether it may be meant there of what the summary tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Elsewhere {
    /// The claim.
    pub(super) at: usize,
    /// Nothing that it states speaks against the summary's words.
    pub(super) may_be_meant: bool,
}

/// The claim among `candidates` that gives the number of `claim` for something of its kind; one that may be meant before
/// one that is surely of something else.
pub(super) fn of(
    view: &View<'_>,
    claim: usize,
    candidates: impl Iterator<Item = usize>,
) -> Option<Elsewhere> {
    let ours = view.record(claim);
    let is_of_kind = kind::of(ours);
    let found = candidates.filter(|at| {
        let theirs = view.record(*at);
        is_of_kind(theirs) && has_number(&ours.claim, &theirs.claim)
    });
    let found = found.map(|at| Elsewhere {
        at,
        may_be_meant: may_be_meant(view, claim, at),
    });
    found.min_by_key(|it| (!it.may_be_meant, it.at))
}

fn has_number(ours: &Claim, theirs: &Claim) -> bool {
    let number = |it: &Claim| it.value.number.filter(|_| !it.value.increment);
    number(ours).is_some()
        && number(ours) == number(theirs)
        && ours.polarity == theirs.polarity
        && ours.value.share_of.is_some() == theirs.value.share_of.is_some()
}

/// True when the source's words may be of what the summary tells: a part is that of the whole only where both name the
/// place, or both name those whom they count.
fn may_be_meant(view: &View<'_>, ours: usize, theirs: usize) -> bool {
    let (our, their) = (view.record(ours), view.record(theirs));
    let (here, there) = (alike::place(our), alike::place(their));
    let one_place = here.zip(there).map(|(here, there)| here.0 == there.0);
    let one_group = our.who.facets == their.who.facets;
    let is_part = alike::is_part(&their.claim) && !alike::is_part(&our.claim);
    let told_apart = one_place == Some(true) || !our.who.facets.is_empty();
    one_place != Some(false)
        && our.claim.modality == their.claim.modality
        && (one_group || their.who.facets.is_empty())
        && (!is_part || told_apart && one_group)
}

/// "a source has it of deaths · earthquake, Jacmel (wire:4)".
pub(super) fn told(view: &View<'_>, found: &Elsewhere) -> String {
    let at = found.at;
    let mut figures = view.input.comparison.figures.iter();
    let label = figures
        .find(|it| it.variants.iter().any(|it| it.claims.contains(&at)))
        .map_or_else(String::new, |it| clean(&it.label));
    let told = report::Reading::of_claim(view, at);
    let part = if view.whole_of(at).is_some() {
        ", as a part"
    } else {
        ""
    };
    let said = view.record(at).source.text;
    let said = said.map_or_else(String::new, |it| {
        format!(", by {}", clean(it.slice(view.text(at))))
    });
    format!(
        "“{}” ({label}{part}{said}; {})",
        told.words,
        beside::place(view, at)
    )
}
