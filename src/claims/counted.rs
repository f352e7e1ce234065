//! What is counted, as the article words it.

use std::ops::Range;

use crate::schema::Frame;
use crate::span::Span;
use crate::text::TokenKind;

use super::candidate::{Candidate, Target};
use super::group::Head;
use super::noun_phrase::noun_phrase;
use super::toll;
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
        return predicate(view, group.tokens.end).or_else(|| base(view, index));
    }
    // "Of those killed, six were children"; "three were women", where that is what ties the number to the dead.
    let is_said =
        candidate.words.start == group.tokens.end && view.is(group.tokens.end, Classes::BE);
    if group.head == Head::None && (is_said || candidate.frame == Frame::NounThenQ) {
        return predicate(view, group.tokens.end);
    }
    if group.head == Head::None && candidate.frame == Frame::Toll {
        let numbered = toll::numbered(view, candidate.verb_phrase.start);
        return numbered.map(|(those, _)| token_span(view, &those));
    }
    if group.head == Head::None {
        return base(view, index);
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
    while noun.len() > 1 && view.is(noun.start, Classes::FILLER) {
        noun.start += 1;
    }
    if !noun.is_empty() {
        noun.end = list_end(view, body_end(view, noun.end), candidate.frame);
    }
    if noun.is_empty() {
        return whose(view, group.tokens.end);
    }
    Some(token_span(view, &noun))
}

/// "15 of the 350 hostages": the whole says who they are.
fn base(view: &View<'_>, index: usize) -> Option<Span> {
    let from = view.groups[index].tokens.end;
    let whole = view.groups.get(index + 1).filter(|it| it.is_base)?;
    let near = view.is(from, Classes::OF) && whole.tokens.start <= from + 2;
    let people = matches!(whole.head, Head::Class(class) if Some(class) == view.words.person());
    let named = people && !whole.noun.is_empty();
    (near && named).then(|| token_span(view, &(whole.noun.start..body_end(view, whole.noun.end))))
}

/// "65 bodies of villagers", "12 deaths of children": whose they are.
fn whose(view: &View<'_>, end: usize) -> Option<Span> {
    let from = view.is(end, Classes::OF).then_some(end + 1)?;
    let (end, head) = noun_phrase(view, from);
    let people = matches!(head, Head::Class(class) if Some(class) == view.words.person());
    people.then(|| token_span(view, &(from..end)))
}

/// "several drivers, hawkers and beggars": the end of a list of plurals that share the one number before the first, as the
/// object of what befell them.
fn list_end(view: &View<'_>, end: usize, frame: Frame) -> usize {
    if !matches!(frame, Frame::Active | Frame::NounOf) {
        return end;
    }
    let is_plural = |at: usize| {
        let word = view.token(at);
        let thing = view
            .words
            .noun(word.word)
            .is_some_and(|it| Some(it) != view.words.person());
        view.range.contains(&at)
            && word.kind == TokenKind::Word
            && view.text(at).ends_with('s')
            && view.quantity_at(at).is_none()
            && view.match_at(at).is_none()
            && !thing
            && !view.is(at, Classes::ENDS_PHRASE)
            && !view.is(at, Classes::DETERMINER)
    };
    let mut last = end;
    while view.is_mark(last, ",") && is_plural(last + 1) {
        last += 2;
    }
    let comma = usize::from(view.is_mark(last, ","));
    let joined = last > end && view.is(last + comma, Classes::CONJUNCTION);
    let until = last + comma + 2;
    let ends = !view.range.contains(&until)
        || view.is_any_mark(until)
        || view.is(until, Classes::PREPOSITION);
    if joined && is_plural(until - 1) && ends {
        until
    } else {
        end
    }
}

/// The most words of what members belong to: "members of the border police's special unit".
const BODY_REACH: usize = 6;

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
        mark || trigger || view.quantity_at(at).is_some() || view.is(at, ends) || view.is_adverb(at)
    };
    let next = |from: usize| (from..last).find(|at| stops(*at)).unwrap_or(last);
    let first = next(from);
    // "the association of students": what a body is of is of its name.
    let of_name = first > from
        && view.is(first, Classes::OF)
        && view.range.contains(&(first + 1))
        && view.token(first + 1).kind == TokenKind::Word
        && !view.is(first + 1, Classes::DETERMINER);
    let until = if of_name { next(first + 1) } else { first };
    // "activists of workers' organisations"
    let owns = view.range.contains(&until) && matches!(view.text(until), "'" | "’");
    if until > from && !owns { until } else { end }
}
