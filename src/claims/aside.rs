//! Parts and asides beside a subject, which a walk passes over: ", including four children,", "(…)", "— … —".

use super::group::Head;
use super::view::View;
use super::words::Classes;

/// The marker before a part: the position of "including" in "including four children", or `None`.
pub(super) fn inclusion_before(view: &View<'_>, start: usize) -> Option<usize> {
    let mut at = start;
    // "including at least", "among them": up to three words may stand between marker and number.
    for _ in 0..4 {
        at = at.checked_sub(1).filter(|to| *to >= view.range.start)?;
        if view.is(at, Classes::INCLUSION) {
            // "among three journalists killed" names the whole, "among them" a part.
            let whole = view.is(at, Classes::PREPOSITION)
                && view.text(at).to_ascii_lowercase().starts_with("among")
                && !(view.is(at + 1, Classes::PRONOUN) || view.is(at + 1, Classes::RELATIVE));
            return (!whole).then_some(at);
        }
        let between = view.is(at, Classes::PRONOUN)
            || view.is(at, Classes::DETERMINER)
            || view.is(at, Classes::RELATIVE)
            || view.is_adverb(at);
        if !between {
            return None;
        }
    }
    None
}

/// "46, of whom 34 were Danes": where "of whom" begins right before the number at `start`.
pub(super) fn of_whom(view: &View<'_>, start: usize) -> Option<usize> {
    let whom = (view.range.start..start)
        .rev()
        .find(|at| !view.is_adverb(*at))?;
    let of = whom.checked_sub(1).filter(|at| view.is(*at, Classes::OF))?;
    (view.is(whom, Classes::RELATIVE) && view.group_at(of).is_none()).then_some(of)
}

/// Where an aside begins that ends at the mark `end`: "…, including four children," or "(…)" or "— … —".
pub(super) fn aside_start(view: &View<'_>, end: usize) -> Option<usize> {
    let closing = view.text(end);
    let opens = |at: usize| match closing {
        ")" => view.is_mark(at, "("),
        "]" => view.is_mark(at, "["),
        "," => view.is_mark(at, ","),
        _ => view.is_dash(at),
    };
    let from = end.saturating_sub(24).max(view.range.start);
    let start = (from..end).rev().find(|at| opens(*at))?;
    if closing != "," {
        return Some(start);
    }
    is_aside(view, start + 1).then_some(start)
}

/// True when what begins at `at` after a comma is an aside and no member of a list.
fn is_aside(view: &View<'_>, at: usize) -> bool {
    let marks = Classes::INCLUSION;
    if view.is(at, marks) || view.is(at, Classes::RELATIVE) || view.is_adverb(at) {
        return true;
    }
    if view.opens_contrast(at) {
        return true;
    }
    let group_of_them = view.group_at(at).is_some_and(|index| {
        view.groups[index].of_them
            || view.groups[index].head == Head::None
                && view.is(view.groups[index].tokens.end, Classes::OF)
    });
    group_of_them
        || view.is(at, Classes::PREPOSITION)
        || view.is(at, Classes::SUBORDINATOR)
        || view.is_guard(at)
        || view.is(at, Classes::ING)
        || view.classes(at).any(Classes::FINITE) && !view.is(at, Classes::DETERMINER)
}
