//! Relative clauses beside a subject: passed over, or what the verb speaks of.

use super::candidate::may_count;
use super::group::Head;
use super::triggers::Use;
use super::view::View;
use super::words::Classes;

/// Longest relative clause that a walk passes over, in tokens.
const MAX_CLAUSE_ABOUT: usize = 10;

/// "(five people in) a helicopter that was shot down": what "that" speaks of is right before it and not counted here.
pub(super) fn speaks_of_thing(view: &View<'_>, used: &Use, relative: usize) -> bool {
    let Some(before) = relative.checked_sub(1) else {
        return false;
    };
    if view.text(relative).eq_ignore_ascii_case("who") || view.is_any_mark(before) {
        return false;
    }
    view.group_at(before).is_none_or(|index| {
        let group = &view.groups[index];
        matches!(group.head, Head::Class(_)) && !may_count(used, group, view.words.person())
    })
}

/// Where a clause about the subject begins that ends before `end`: "(two nuns) who worked with them", "(the men) that
/// had attacked the post". It has one verb, right after its pronoun.
pub(super) fn clause_about(view: &View<'_>, end: usize) -> Option<usize> {
    let from = end.saturating_sub(MAX_CLAUSE_ABOUT).max(view.range.start);
    let relative = (from..end).rev().find(|at| {
        view.is(*at, Classes::RELATIVE) || view.is_any_mark(*at) && !view.is_mark(*at, "-")
    })?;
    // "three of which are": the pronoun is the number's own.
    let counted = view.group_at(relative).is_some();
    if !view.is(relative, Classes::RELATIVE) || counted || view.text(relative) == "whose" {
        return None;
    }
    let is_verb = |at: usize| {
        view.is(at, Classes::AUXILIARY) || view.is_finite_verb(at) || view.is_verb_trigger(at)
    };
    let mut at = relative + 1;
    let mut has_verb = false;
    while at < end && (is_verb(at) || view.is_adverb(at) || view.is(at, Classes::NEGATION)) {
        has_verb |= is_verb(at);
        at += 1;
    }
    (has_verb && !(at..end).any(is_verb)).then_some(relative)
}
