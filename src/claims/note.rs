//! What else the words say of a count, for those who compare it: earlier, revised, of a known group, beside others.

use super::candidate::{Candidate, Target};
use super::group::Number;
use super::stance::Stance;
use super::view::View;
use super::words::Classes;
use crate::decimal::Decimal;
use crate::numbers::Kind;
use crate::schema::Frame;

/// The notes of a claim, in this order. `is_some`: its trigger counts some of those whom its type counts.
pub(super) fn notes(
    view: &View<'_>,
    candidate: &Candidate,
    stance: Stance,
    is_some: bool,
) -> Vec<&'static str> {
    let group = match candidate.number {
        Target::Group(index) => Some(index),
        Target::Quantity(_) => None,
    };
    [
        (
            "earlier-report",
            stance.earlier || group.is_some_and(|at| was_before(view, candidate, at)),
        ),
        ("revised", stance.revised),
        (
            "risen",
            group.is_some_and(|at| has_risen(view, candidate, at)),
        ),
        (
            "of-a-group",
            // "Of those killed, 14 were children."
            view.is(candidate.words.start, Classes::OF)
                || group.is_some_and(|at| is_of_group(view, at)),
        ),
        (
            "some-of-those",
            is_some && !group.is_some_and(|at| is_whole(view, at))
                || group.is_some_and(|at| goes_on_counting(view, at) || on_a_roll(view, at)),
        ),
        ("others", group.is_some_and(|at| is_beside(view, at))),
        ("and-others", group.is_some_and(|at| is_joined(view, at))),
    ]
    .into_iter()
    .filter_map(|(note, holds)| holds.then_some(note))
    .collect()
}

/// "Two of the victims", "none of them": some of a group that is spoken of already.
fn is_of_group(view: &View<'_>, group: usize) -> bool {
    let group = &view.groups[group];
    let end = match group.number {
        // "Most of its 2.3 million people" says of itself what it is a share of.
        Number::Read(index) if view.quantities[index].kind == Kind::Share => return false,
        Number::Read(index) => view.quantities[index].tokens.end,
        Number::One => group.tokens.start + 1,
    };
    group.of_them
        || view.is(end, Classes::OF)
            && (view.is(end + 1, Classes::DETERMINER)
                || view.is(end + 1, Classes::PRONOUN)
                || view.quantity_at(end + 1).is_some())
}

/// "All nine passengers (were treated)".
fn is_whole(view: &View<'_>, group: usize) -> bool {
    let before = view.groups[group].tokens.start.checked_sub(1);
    before.is_some_and(|at| view.is(at, Classes::FLOATING))
}

/// "The toll jumps to 26,751": the count has just grown to it.
fn has_risen(view: &View<'_>, candidate: &Candidate, group: usize) -> bool {
    let words = candidate.words.clone();
    let number = view.groups[group].tokens.start;
    candidate.frame == Frame::Toll
        && !number
            .checked_sub(1)
            .is_some_and(|at| view.is(at, Classes::FROM))
        && (words.start..number).any(|at| view.is(at, Classes::RISES))
}

/// "The toll rose from seven to nine", "to nine from seven": the count that was before.
fn was_before(view: &View<'_>, candidate: &Candidate, group: usize) -> bool {
    let tokens = &view.groups[group].tokens;
    let before = |n: usize| tokens.start.checked_sub(n);
    let from = before(1).is_some_and(|at| view.is(at, Classes::FROM));
    let to = |at: usize| view.is(at, Classes::TO);
    let behind = to(tokens.end) && view.quantity_at(tokens.end + 1).is_some();
    let ahead =
        before(3).is_some_and(to) && before(2).is_some_and(|at| view.quantity_at(at).is_some());
    candidate.frame == Frame::Toll && from && (behind || ahead)
}

/// So many names are no longer those of as many as are known so far.
const MANY_NAMES: Decimal = Decimal::TEN;

/// "The names of three victims": of as many as are named so far.
fn on_a_roll(view: &View<'_>, group: usize) -> bool {
    let start = view.groups[group].tokens.start;
    let before = |n: usize, class| start.checked_sub(n).is_some_and(|at| view.is(at, class));
    // Who lists dozens of names has counted the dead.
    let few = match view.groups[group].number {
        Number::Read(index) => view.quantities[index]
            .value
            .number
            .is_none_or(|it| it < MANY_NAMES),
        Number::One => true,
    };
    few && before(1, Classes::OF) && before(2, Classes::ROLL)
}

/// "Three died at once and a fourth in hospital": the next ordinal says that the count goes on.
fn goes_on_counting(view: &View<'_>, group: usize) -> bool {
    let group = &view.groups[group];
    let number = |index: usize| view.quantities[index].value.number;
    let count = match group.number {
        Number::Read(index) if view.quantities[index].kind == Kind::Cardinal => number(index),
        _ => None,
    };
    let next = count.and_then(|count| count.checked_add(Decimal::ONE));
    next.is_some()
        && (group.tokens.end..view.range.end)
            .filter_map(|at| {
                view.quantity_at(at)
                    .filter(|_| view.is(at - 1, Classes::ARTICLE))
            })
            .any(|index| view.quantities[index].kind == Kind::Ordinal && number(index) == next)
}

/// "Three others", "eight other victims": without those who were spoken of before.
fn is_beside(view: &View<'_>, group: usize) -> bool {
    let tokens = view.groups[group].tokens.clone();
    // "the other three", "his other two victims".
    view.is(tokens.start, Classes::ANOTHER) && view.groups[group].number == Number::One
        || (tokens.start.saturating_sub(1)..=tokens.end).any(|at| view.is(at, Classes::OTHER))
}

/// "A passer-by, two others (killed)", "the driver and three others": joined to one who is not counted with them.
fn is_joined(view: &View<'_>, group: usize) -> bool {
    let start = view.groups[group].tokens.start;
    let before = view.joiner_before(start).and_then(|at| at.checked_sub(1));
    is_beside(view, group)
        && before.is_some_and(|at| {
            view.range.contains(&at)
                && view.match_at(at).is_none()
                && !view.is_any_mark(at)
                && !view.is_finite_verb(at)
                && !view.is_adverb(at)
        })
}
