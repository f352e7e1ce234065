//! A participle that describes others than the number before it: "40 people, including wounded soldiers".

use super::predicate;
use super::triggers::Match;
use super::view::View;
use super::words::Classes;

/// True for a participle, whose phrase begins at `start`, that describes others than a number before it.
pub(super) fn describes_other(view: &View<'_>, found: Match, start: usize) -> bool {
    describes_part(view, start)
        || predicate::describes_next(view, found)
        || describes_known(view, start)
}

/// "40 people, including (the) wounded soldiers": the participle is of a part that has no number.
fn describes_part(view: &View<'_>, start: usize) -> bool {
    let marker = (view.range.start..start)
        .rev()
        .find(|at| !view.is(*at, Classes::DETERMINER) && !view.is_adverb(*at));
    marker.is_some_and(|at| {
        // "nine pupils among dead" counts the dead.
        view.is(at, Classes::INCLUSION) && !view.text(at).eq_ignore_ascii_case("among")
    })
}

/// "a relative of the woman shot", "one headless and the other with stab wounds": who is told of by an article, right before
/// the participle, is whom it describes.
fn describes_known(view: &View<'_>, start: usize) -> bool {
    let Some(noun) = start.checked_sub(1).filter(|at| *at > view.range.start) else {
        return false;
    };
    // "12 people including the driver wounded": passed over with its marker.
    let aside = noun >= 2 && view.is(noun - 2, Classes::INCLUSION);
    let person = view.words.noun(view.token(noun).word) == view.words.person();
    !aside
        && view.group_at(noun).is_none()
        && view.is(noun - 1, Classes::DEFINITE)
        && (person || view.is(noun, Classes::OTHER))
}
