//! Numbers that held once: whether a draft says so of one, and what came after one in the sources.

use super::Code;
use super::sources::of;
use crate::calendar::Date;
use crate::compare::{Figure, Pair};
use crate::report::View;
use crate::resolve::{AsOfEvidence, Record};
use crate::text::Zone;

/// True when the words call it an earlier count.
pub(super) fn is_said(record: &Record) -> bool {
    record.claim.notes.contains(&"earlier-report")
}

/// True when the words put it on a day before this one.
pub(super) fn is_before(record: &Record, day: Option<Date>) -> bool {
    let stated = matches!(
        record.as_of.evidence,
        AsOfEvidence::Explicit | AsOfEvidence::Relative
    );
    let own = record.as_of.range.to;
    stated && own.zip(day).is_some_and(|(own, day)| own < day)
}

/// The newest claim of a source that took the place of every number of the sources that `claim` has, and that it has not.
/// `None` where one of them still stands, or the summary tells of an earlier count: by its words, or beneath its headline
/// beside the new one.
pub(super) fn overtaken_by(
    view: &View<'_>,
    figure: &Figure,
    claim: usize,
    sources: &[usize],
) -> Option<usize> {
    let ours = view.record(claim);
    let code = |at: usize| of(&ours.claim, &view.record(at).claim);
    let (has_not, has): (Vec<usize>, Vec<usize>) = sources
        .iter()
        .partition(|at| code(**at) == Code::Changed && !is_denied(view, **at, claim));
    let variant = |at: usize| {
        figure
            .variants
            .iter()
            .position(|it| it.claims.contains(&at))
    };
    let after = |old: usize| {
        let old = variant(old)?;
        let news = has_not.iter().copied();
        let news = news.filter(|new| variant(*new).is_some_and(|new| follows(figure, old, new)));
        news.max_by_key(|new| (variant(*new), *new))
    };
    let newest: Option<Vec<usize>> = has.into_iter().map(after).collect();
    let newest = newest?.into_iter().max_by_key(|at| (variant(*at), *at))?;
    let day = view.record(newest).as_of.range.from;
    let is_told = is_said(ours) || is_before(ours, day) || tells_both(view, figure, claim, newest);
    (!is_told).then_some(newest)
}

/// The claims of the sources that no newer one of them has left behind; all of them where each has been.
pub(super) fn standing(figure: &Figure, sources: &[usize]) -> Vec<usize> {
    let variant = |at: usize| {
        let mut variants = figure.variants.iter();
        variants.position(|it| it.claims.contains(&at))
    };
    let is_left = |old: &usize| {
        let old = variant(*old);
        let follow = |new: usize| {
            old.zip(variant(new))
                .is_some_and(|(old, new)| follows(figure, old, new))
        };
        sources.iter().any(|new| follow(*new))
    };
    let standing: Vec<usize> = sources.iter().copied().filter(|at| !is_left(at)).collect();
    if standing.is_empty() {
        sources.to_vec()
    } else {
        standing
    }
}

/// True when the text of a claim, which stands in no headline, has the newest number too.
fn tells_both(view: &View<'_>, figure: &Figure, claim: usize, newest: usize) -> bool {
    let mut claims = figure.variants.iter().flat_map(|it| &it.claims);
    let has_newest = |at: &usize| {
        let record = view.record(*at);
        record.article == view.record(claim).article
            && of(&record.claim, &view.record(newest).claim) != Code::Changed
    };
    view.setting(claim).zone != Zone::Headline && claims.any(has_newest)
}

fn is_denied(view: &View<'_>, at: usize, claim: usize) -> bool {
    view.record(at).claim.polarity != view.record(claim).claim.polarity
}

/// True when the figure moved from one variant to the other, or was corrected.
fn follows(figure: &Figure, old: usize, new: usize) -> bool {
    let both = |pair: &&Pair| [(old, new), (new, old)].contains(&(pair.a, pair.b));
    let pair = figure.pairs.iter().find(both);
    pair.is_some_and(|pair| figure.successor(pair) == Some(new))
}
