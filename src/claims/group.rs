//! A number with what it counts: "75 CRPF personnel", "two Israeli military bases", "a policeman".

use std::ops::Range;

use crate::decimal::Decimal;
use crate::numbers::{Kind, Quantity};
use crate::text::TokenKind;

use super::age::is_age;
use super::compound::describes;
use super::noun_phrase::noun_phrase;
use super::one::{another, one, one_of, second};
use super::triggers::Role;
use super::view::View;
use super::words::{Classes, NounClass};

/// A number with the noun phrase it counts.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// What number it is.
    pub(super) number: Number,
    /// All its tokens, the number's included.
    pub(super) tokens: Range<usize>,
    /// The tokens after the number: what is counted.
    pub(super) noun: Range<usize>,
    /// What kind of noun heads it.
    pub(super) head: Head,
    /// The role or age that the head says of a person, numbered like a class.
    pub(super) role: Option<NounClass>,
    /// "of the 40 passengers": the whole of which another number is a part.
    pub(super) is_base: bool,
    /// "three of them", "12 of the victims".
    pub(super) of_them: bool,
}

/// The number of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    /// An index into the document's quantities.
    Read(usize),
    /// "a policeman": one, without a number.
    One,
}

/// What heads a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// A counted noun of a known class.
    Class(NounClass),
    /// A noun that is itself a trigger: "deaths".
    Trigger,
    /// A noun of no known class.
    Unknown,
    /// No noun: "12 were killed".
    None,
}

/// The groups of a sentence, in order.
pub(super) fn find(view: &View<'_>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut at = view.range.start;
    while at < view.range.end {
        let group = match view.quantity_at(at) {
            Some(index) if is_age(view, index) || is_ranked(view, at) => None,
            Some(_)
                if groups.last().is_none_or(|it| it.tokens.end + 1 < at) && of_parent(view, at) =>
            {
                None
            }
            Some(index) if counts(&view.quantities[index]) => {
                Some(read(view, index)).filter(|it| !describes(view, it))
            }
            Some(_) if view.text(at).eq_ignore_ascii_case("one") => one_of(view, at),
            None if is_predicate(groups.last(), at) => None,
            None if view.is(at, Classes::ARTICLE) => one(view, at),
            Some(index) => second(view, index, groups.last()),
            None if view.is(at, Classes::ANOTHER) => another(view, at, groups.last()),
            _ => None,
        };
        match group {
            Some(mut group) if group.tokens.end > at => {
                group.is_base = is_base(view, groups.last(), &group);
                at = group.tokens.end;
                groups.push(group);
            }
            _ => at += 1,
        }
    }
    groups
}

/// "(took three posts and) the fourth one": one of what was told before, and nobody by itself.
fn is_ranked(view: &View<'_>, at: usize) -> bool {
    let before = at
        .checked_sub(1)
        .filter(|_| view.document.is_word_in_any_case(at, "one"));
    let rank = before.and_then(|at| view.quantity_at(at));
    rank.map(|index| &view.quantities[index])
        .is_some_and(|rank| {
            let known = rank.tokens.start.checked_sub(1);
            rank.kind == Kind::Ordinal && known.is_some_and(|at| view.is(at, Classes::DEFINITE))
        })
}

/// "one of them a nurse": says who the one is, and counts nobody else.
fn is_predicate(before: Option<&Group>, at: usize) -> bool {
    before.is_some_and(|group| group.of_them && group.tokens.end == at)
}

/// The role that the head noun before `end` names.
pub(super) fn role_of(view: &View<'_>, end: usize, head: Head) -> Option<NounClass> {
    matches!(head, Head::Class(_))
        .then(|| view.words.role(view.token(end.checked_sub(1)?).word))
        .flatten()
}

/// Kinds of numbers that can count things.
pub(super) fn counts(quantity: &Quantity) -> bool {
    matches!(
        quantity.kind,
        Kind::Cardinal | Kind::Vague | Kind::Share | Kind::Ordinal
    )
}

/// The group of a number as read.
fn read(view: &View<'_>, index: usize) -> Group {
    let tokens = view.quantities[index].tokens.clone();
    let mut noun_from = tokens.end;
    let mut of_them = false;
    if view.is(noun_from, Classes::OF) {
        noun_from += 1;
        while view.is(noun_from, Classes::DETERMINER) {
            noun_from += 1;
        }
        if view.is(noun_from, Classes::PRONOUN) || view.is(noun_from, Classes::RELATIVE) {
            of_them = true;
            noun_from += 1;
        }
    }
    let (end, head) = if of_them {
        (noun_from, Head::None)
    } else {
        noun_phrase(view, noun_from)
    };
    let end = end - usize::from(ends_in_speaker(view, noun_from..end));
    let unnamed = matches!(head, Head::None | Head::Unknown) && !of_them;
    let described = described_by_two(view, noun_from)
        .filter(|_| unnamed && is_several(&view.quantities[index]));
    let (end, head) = described.unwrap_or((end, head));
    let (end, head) = if agrees(view, &view.quantities[index], end, head) {
        (end, head)
    } else {
        paired(view, end).unwrap_or((tokens.end, Head::None))
    };
    let end = end.max(tokens.end);
    // "seven of the wounded": who is counted is said by a participle.
    let described = view.is(tokens.end, Classes::OF) && is_participle(view, end, head);
    let (head, of_them) = if described {
        (Head::None, true)
    } else {
        (head, of_them)
    };
    // "12 of" without a noun after it is the number alone.
    let end = if head == Head::None && !of_them {
        tokens.end
    } else {
        end
    };
    Group {
        number: Number::Read(index),
        noun: noun_from.min(end)..end,
        tokens: tokens.start..end,
        head,
        role: role_of(view, end, head),
        is_base: false,
        of_them,
    }
}

/// "(killed 27) people medics said": who speaks stands right behind who is counted, as headlines and hurried texts have it.
fn ends_in_speaker(view: &View<'_>, noun: Range<usize>) -> bool {
    let several = |at: usize| view.is(at, Classes::PLURAL);
    noun.len() > 1
        && view.is(noun.end, Classes::SAYS)
        && several(noun.end - 1)
        && several(noun.end - 2)
}

/// True when a trigger that is no noun by itself ends the group at `end`: "the wounded", "those killed".
fn is_participle(view: &View<'_>, end: usize, head: Head) -> bool {
    let found = end.checked_sub(1).and_then(|at| view.match_at(at));
    head == Head::Trigger
        && found.is_some_and(|found| {
            let mut uses = view.triggers.uses(found).iter();
            uses.any(|used| matches!(used.role, Role::Adjective | Role::Verb(_)))
        })
}

/// False when several things would be counted by a noun in the singular: "kills 30 monitoring group says".
fn agrees(view: &View<'_>, quantity: &Quantity, end: usize, head: Head) -> bool {
    if !is_several(quantity)
        || !matches!(head, Head::Class(_))
        || view.quantity_at(end - 1).is_some()
    {
        return true;
    }
    // Capitals hide a word's classes from the frames, but not its number.
    let word = view.words.classes(view.token(end - 1).word);
    word.any(Classes::PLURAL) || !word.any(Classes::SINGULAR)
}

/// More than one, as far as is said.
fn is_several(quantity: &Quantity) -> bool {
    matches!(quantity.kind, Kind::Cardinal | Kind::Vague)
        && quantity.value.number.is_none_or(|n| n > Decimal::ONE)
}

/// The most words of the first of two that describe a plural: "70 Free Army and Levant Front fighters".
const MAX_DESCRIBING: usize = 3;

/// "70 regime and rebel fighters", "30 Kurdish and Arab fighters": words joined by "and" that describe the plural behind
/// them both.
fn described_by_two(view: &View<'_>, from: usize) -> Option<(usize, Head)> {
    let describes = |at: &usize| {
        let word = view.words.classes(view.token(*at).word);
        let kind = view.token(*at).kind;
        let names = matches!(kind, TokenKind::Word | TokenKind::Name);
        names
            && !word.any(Classes::ENDS_PHRASE)
            && !word.any(Classes::DETERMINER)
            && !word.any(Classes::DATELINE)
            && view.quantity_at(*at).is_none()
            && view.match_at(*at).is_none()
            && view.words.noun(view.token(*at).word).is_none()
            && !view.is_adverb(*at)
            && !view.text(*at).ends_with('s')
    };
    let last = view.range.end.min(from + MAX_DESCRIBING);
    let joint = from + (from..last).take_while(describes).count();
    let within = joint > from && joint < view.range.end;
    // "the blast killed 30 and wounded soldiers": a verb stands behind the joint.
    let acts = view.match_at(joint + 1).is_some();
    let (end, head) = paired(view, joint).filter(|_| within && !acts)?;
    (end > joint + 2).then_some((end, head))
}

/// "28 rocket and mortar shells": the singular noun before `end` is one of two that describe the plural.
fn paired(view: &View<'_>, end: usize) -> Option<(usize, Head)> {
    if !view.is(end, Classes::CONJUNCTION) || view.quantity_at(end + 1).is_some() {
        return None;
    }
    let (end, head) = noun_phrase(view, end + 1);
    let plural = matches!(head, Head::Class(_)) && view.is(end - 1, Classes::PLURAL);
    plural.then_some((end, head))
}

/// "Father of 5 killed": how many children he has.
fn of_parent(view: &View<'_>, at: usize) -> bool {
    // "mother-of-three"
    let mut words = (view.range.start..at)
        .rev()
        .filter(|at| !view.is_mark(*at, "-"));
    words.next().is_some_and(|at| view.is(at, Classes::OF))
        && words.next().is_some_and(|at| view.is(at, Classes::PARENT))
}

/// "which of the three victims": somebody asks for one or some of them.
fn is_asked_of(view: &View<'_>, start: usize) -> bool {
    let mut words = (view.range.start..start)
        .rev()
        .skip_while(|at| view.is(*at, Classes::DETERMINER));
    words.next().is_some_and(|at| view.is(at, Classes::OF))
        && words
            .next()
            .is_some_and(|at| view.text(at).eq_ignore_ascii_case("which"))
}

/// "two of the 40 passengers": the second number is the whole.
fn is_base(view: &View<'_>, before: Option<&Group>, group: &Group) -> bool {
    if is_asked_of(view, group.tokens.start) {
        return true;
    }
    let Some(before) = before else { return false };
    // "a town of 45,000": the one has so many, and is none of them. Not so "a father of four".
    let person = matches!(before.head, Head::Class(class) if Some(class) == view.words.person());
    if before.number == Number::One && !person && !before.of_them {
        return false;
    }
    let gap = before.tokens.end..group.tokens.start;
    let covers_of = gap.clone().any(|at| view.is(at, Classes::OF));
    covers_of
        && gap.len() <= 4
        && gap.clone().all(|at| {
            view.is(at, Classes::OF)
                || view.is(at, Classes::DETERMINER)
                || view.is(at, Classes::OTHER)
        })
}
