//! Two predicates of one subject: "two men were shot in a car and died at the scene". The second says what came of the first.

use crate::text::TokenKind;

use super::triggers::{Match, Role, Use};
use super::view::View;
use super::voice::{Voice, verb_phrase, voice};
use super::words::Classes;

/// The predicate before another one of the same subject.
#[derive(Clone, Copy, Debug)]
pub(super) struct Earlier {
    /// Where its verb phrase begins, auxiliaries and all, and "who" before it.
    pub(super) start: usize,
    /// Where its trigger begins.
    pub(super) trigger: usize,
}

/// True when "and" stands right before the verb phrase that begins at `start`: it shares its subject with another.
pub(super) fn is_joined(view: &View<'_>, start: usize) -> bool {
    let mut at = start;
    while at > view.range.start && view.is_adverb(at - 1) {
        at -= 1;
    }
    at > view.range.start && view.is(at - 1, Classes::CONJUNCTION)
}

/// "(have been shot,) beheaded or both": the participle of `found` goes on a list of them, where the auxiliary stands before the first.
pub(super) fn is_listed(view: &View<'_>, found: Match) -> bool {
    let before = found
        .start
        .checked_sub(1)
        .filter(|at| view.range.contains(at));
    let opens = |at: usize| {
        view.is_mark(at, ",") || view.match_at(at).is_some_and(|it| it.end == found.start)
    };
    view.is(found.end, Classes::CONJUNCTION) && before.is_some_and(opens)
}

/// The predicate that ends before `at` and tells of the same lot, less exactly: "were shot" before "died". Before a
/// participle, which is `reduced`, it has an auxiliary that both share. Where they share no subject (`shared`) it stands in
/// a clause about that of the later one: "a man who was shot on Sunday has died".
pub(super) fn earlier(
    view: &View<'_>,
    at: usize,
    used: &Use,
    reduced: bool,
    shared: bool,
) -> Option<Earlier> {
    let found = view.match_at(at.checked_sub(1)?)?;
    if used.is_some || found.end != at {
        return None;
    }
    let phrase = verb_phrase(view, found.start);
    let befell = |it: &Use| {
        matches!(it.role, Role::Verb(_))
            && view.triggers.is_one_fate(it.claim_type, used.claim_type)
            && it.claim_type != used.claim_type
            && match voice(view, found, it, phrase) {
                Voice::Passive => true,
                Voice::Reduced => !reduced,
                Voice::Active => false,
            }
    };
    let told = view.triggers.uses(found).iter().any(befell);
    let who = phrase.start.checked_sub(1);
    let is_relative = who.is_some_and(|at| {
        view.is(at, Classes::RELATIVE) && !view.text(at).eq_ignore_ascii_case("whose")
    });
    (told && (shared || !reduced && is_relative)).then_some(Earlier {
        start: phrase.start - usize::from(is_relative),
        trigger: found.start,
    })
}

/// True for "a gunman" in "were shot by a gunman and died": no subject stands behind a preposition.
pub(super) fn is_governed(view: &View<'_>, group: usize) -> bool {
    let before = view.groups[group].tokens.start.checked_sub(1);
    before.is_some_and(|at| view.is(at, Classes::PREPOSITION))
}

/// True when the group at `start` is the object of a verb right before it.
pub(super) fn is_object(view: &View<'_>, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|before| {
        view.match_at(before).is_some()
            || view.is_finite_verb(before)
            || view.is(before, Classes::ING)
            || looks_past(view, before)
    })
}

/// A word no list knows that ends like a past form: "located (four victims)".
fn looks_past(view: &View<'_>, at: usize) -> bool {
    view.range.contains(&at)
        && view.token(at).kind == TokenKind::Word
        && view.text(at).len() > 4
        && view.text(at).ends_with("ed")
        && !view.is(at, Classes::PARTICIPLE)
}

/// "(two officers hailed for) rushing wounded boys (away)": the participle describes the people behind it. Right behind a
/// number it is of the number, whoever tells of it: "four killed, police say".
pub(super) fn describes_next(view: &View<'_>, found: Match) -> bool {
    let Some(before) = found.start.checked_sub(1) else {
        return false;
    };
    let next = found.end;
    view.range.contains(&next)
        && view.text(before).ends_with("ing")
        && view.group_at(before).is_none()
        && view.words.noun(view.token(next).word) == view.words.person()
        && view.group_at(next).is_none()
}
