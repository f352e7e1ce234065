//! Relative clauses beside a subject: passed over, or what the verb speaks of.

use super::candidate::may_count;
use super::group::Head;
use super::triggers::Use;
use super::view::View;
use super::words::Classes;

/// Longest name of who speaks within a relative clause, in tokens.
const MAX_SPEAKER: usize = 6;

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

/// "(21 people) it said (were killed)", "(the 40) whom health officials say (were hurt)": where the words begin that say
/// who says so, and end at `end` or with the word there.
pub(super) fn said_within(view: &View<'_>, end: usize) -> Option<usize> {
    let before = end.checked_sub(1).filter(|at| view.is(*at, Classes::SAYS));
    // "said" may count as an auxiliary of the verb behind it.
    let says = before.or_else(|| view.is(end, Classes::SAYS).then_some(end))?;
    let speaker = says.checked_sub(1).filter(|at| view.range.contains(at))?;
    let behind_group = speaker
        .checked_sub(1)
        .is_some_and(|at| view.group_at(at).is_some());
    if behind_group && view.is(speaker, Classes::NOMINATIVE) {
        return Some(speaker);
    }
    let from = says.saturating_sub(MAX_SPEAKER).max(view.range.start);
    let stops = |at: usize| {
        let verb = view.is(at, Classes::AUXILIARY) || view.is_verb_trigger(at);
        verb || view.is_any_mark(at) || view.group_at(at).is_some()
    };
    let mut before = (from..says).rev().take_while(|at| !stops(*at));
    before.find(|at| *at < speaker && view.is(*at, Classes::RELATIVE) && view.text(*at) != "whose")
}
