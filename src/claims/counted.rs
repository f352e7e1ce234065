//! What is counted, as the article words it.

use std::ops::Range;

use crate::schema::Frame;
use crate::span::Span;

use super::candidate::{Candidate, Target};
use super::group::Head;
use super::noun_phrase::noun_phrase;
use super::view::View;
use super::words::Classes;

/// The bytes of a token range.
pub(super) fn token_span(view: &View<'_>, tokens: &Range<usize>) -> Span {
    let first = view.token(tokens.start).span;
    let last = view.token(tokens.end.max(tokens.start + 1) - 1).span;
    first.join(last)
}

/// "nine nurses, four of them Danes,", "one of them was a nurse": the noun right behind "of them" says who they are.
fn predicate(view: &View<'_>, at: usize) -> Option<Span> {
    let at = at + usize::from(view.is(at, Classes::BE));
    let at = at + usize::from(view.is(at, Classes::ARTICLE));
    let (end, head) = noun_phrase(view, at);
    let ends = end >= view.range.end || view.is_any_mark(end) || view.is(end, Classes::AUXILIARY);
    // "struck one of them several times" says how often.
    let says_who = match head {
        Head::Class(class) => Some(class) != view.words.class_number("thing"),
        Head::Unknown => true,
        Head::Trigger | Head::None => false,
    };
    (ends && says_who).then(|| token_span(view, &(at..end)))
}

/// What is counted, without the number; nothing for "12 were killed" and "1,200 deaths".
pub(super) fn counted(view: &View<'_>, candidate: &Candidate) -> Option<Span> {
    let Target::Group(index) = candidate.number else {
        return None;
    };
    let group = &view.groups[index];
    let mut noun = group.noun.clone();
    if group.of_them {
        return predicate(view, group.tokens.end);
    }
    // "Of those killed, six were children"; "three were women", where that is what ties the number to the dead.
    let is_said =
        candidate.words.start == group.tokens.end && view.is(group.tokens.end, Classes::BE);
    if group.head == Head::None && (is_said || candidate.frame == Frame::NounThenQ) {
        return predicate(view, group.tokens.end);
    }
    if group.head == Head::None {
        return None;
    }
    // A trigger inside the phrase ("three wounded soldiers", "12 civilian deaths") is no part of who is counted.
    if noun.contains(&candidate.words.start) {
        if candidate.words.end >= noun.end {
            let thing =
                matches!(group.head, Head::Class(class) if Some(class) != view.words.person());
            if group.head == Head::Trigger || thing && candidate.frame == Frame::QNoun {
                noun.end = candidate.words.start;
            }
        } else if candidate.words.start == noun.start {
            noun.start = candidate.words.end;
        }
    }
    if !noun.is_empty() {
        noun.end = body_end(view, noun.end);
    }
    if noun.is_empty() {
        return whose(view, group.tokens.end);
    }
    Some(token_span(view, &noun))
}

/// "65 bodies of villagers", "12 deaths of children": whose they are.
fn whose(view: &View<'_>, end: usize) -> Option<Span> {
    let from = view.is(end, Classes::OF).then_some(end + 1)?;
    let (end, head) = noun_phrase(view, from);
    let people = matches!(head, Head::Class(class) if Some(class) == view.words.person());
    people.then(|| token_span(view, &(from..end)))
}

/// The most words of what members belong to: "members of the border police's special unit".
const BODY_REACH: usize = 5;

/// "members of the border police": whose members they are says who is counted. The end of the phrase.
pub(super) fn body_end(view: &View<'_>, end: usize) -> usize {
    let members = end
        .checked_sub(1)
        .is_some_and(|at| view.is(at, Classes::MEMBER));
    if !members || !view.is(end, Classes::OF) {
        return end;
    }
    let mut from = end + 1;
    while view.is(from, Classes::DETERMINER) {
        from += 1;
    }
    let last = (from + BODY_REACH).min(view.range.end);
    let stops = |at: usize| {
        let mark = view.is_any_mark(at) && view.text(at) != "-";
        let ends = Classes::ENDS_PHRASE;
        let trigger = view.match_at(at).is_some();
        mark || trigger || view.quantity_at(at).is_some() || view.is(at, ends)
    };
    let until = (from..last).find(|at| stops(*at)).unwrap_or(last);
    if until > from { until } else { end }
}
