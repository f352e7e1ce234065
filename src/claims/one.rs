//! One person or thing without a number: "a policeman", "another man", "one of the hikers".

use crate::numbers::Kind;

use super::group::{Group, Head, Number, counts, role_of};
use super::noun_phrase::{describes_thing, noun_phrase};
use super::view::View;
use super::words::Classes;

/// "a policeman", "an elderly woman", "a naval base": one without a number.
pub(super) fn one(view: &View<'_>, at: usize) -> Option<Group> {
    let (end, head) = noun_phrase(view, at + 1);
    let Head::Class(_) = head else {
        return None;
    };
    let last = end.checked_sub(1)?;
    // The last word must be singular: "a few soldiers" is no single soldier; a collective ("a group") counts no one.
    let singular = view.classes(last).any(Classes::SINGULAR) || is_aged(view, last);
    // "Killed 28 people, a hospital official said": who speaks was not killed.
    let speaks = view.is(end, Classes::SAYS) || speaks_from_afar(view, at, end) || quotes(view, at);
    (singular
        && !speaks
        && !describes_thing(view, end)
        && !view.classes(last).any(Classes::COLLECTIVE))
    .then(|| Group {
        number: Number::One,
        tokens: at..end,
        noun: at + 1..end,
        head,
        role: role_of(view, end, head),
        is_base: false,
        of_them: false,
    })
}

/// "(a 26-year-old man) and 39-year-old man": the article of the first is that of the second.
pub(super) fn second(view: &View<'_>, index: usize, first: Option<&Group>) -> Option<Group> {
    let quantity = &view.quantities[index];
    let at = quantity.tokens.start;
    let before = at.checked_sub(1).filter(|_| quantity.kind == Kind::Age)?;
    let first = first.filter(|it| it.number == Number::One && it.tokens.end == before)?;
    let aged = (first.tokens.clone()).any(|at| {
        let age = view.quantity_at(at);
        age.is_some_and(|age| view.quantities[age].kind == Kind::Age)
    });
    let (end, head) = noun_phrase(view, at);
    let singular = end > at && view.classes(end - 1).any(Classes::SINGULAR);
    let alike = singular && head == first.head && view.is(before, Classes::CONJUNCTION);
    (aged && alike).then(|| Group {
        number: Number::One,
        tokens: at..end,
        noun: at..end,
        head,
        role: role_of(view, end, head),
        is_base: false,
        of_them: false,
    })
}

/// "another man was shot": one more; without a noun ("and another wounded") one more of those `beside` it in the sentence.
pub(super) fn another(view: &View<'_>, at: usize, beside: Option<&Group>) -> Option<Group> {
    let named = one(view, at);
    // "one of her cars and another": of things.
    let lives = |class| {
        Some(class) == view.words.person() || Some(class) == view.words.class_number("life")
    };
    let beside = beside.is_some_and(|it| match it.head {
        Head::Class(class) => lives(class),
        Head::None | Head::Trigger => true,
        Head::Unknown => false,
    });
    if named.is_some() || !beside {
        return named;
    }
    let after = at + 1;
    let next = (after..view.range.end)
        .find(|at| !view.is_adverb(*at))
        .unwrap_or(view.range.end);
    let governs = at
        .checked_sub(1)
        .is_some_and(|at| view.is_verb_trigger(at) || view.is_adverb(at));
    let ends = next == after
        && governs
        && (!view.range.contains(&after)
            || view.is_any_mark(after)
            || view.is(after, Classes::CONJUNCTION)
            || view.is(after, Classes::PREPOSITION) && !view.is(after, Classes::OF));
    // "another wounded nine": it is what does it.
    let found = view.match_at(next).filter(|found| found.start > at);
    let verb = found.is_some_and(|found| view.quantity_at(found.end).is_none())
        && !view.is(next, Classes::ING)
        && view.words.noun(view.token(next).word).is_none();
    // "from one town to another"
    let governed = at > view.range.start && view.is(at - 1, Classes::PREPOSITION);
    let stands = ends || verb || view.is(next, Classes::AUXILIARY);
    (stands && !governed).then_some(Group {
        number: Number::One,
        tokens: at..after,
        noun: after..after,
        head: Head::None,
        role: None,
        is_base: false,
        of_them: false,
    })
}

/// "“…,” another officer reported": who stands right behind what was quoted speaks.
fn quotes(view: &View<'_>, at: usize) -> bool {
    let mark = |back: usize| at.checked_sub(back).filter(|at| view.is_any_mark(*at));
    mark(1).is_some_and(|at| matches!(view.text(at), "\"" | "”" | "’’"))
        && mark(2).is_some_and(|at| matches!(view.text(at), "," | "?" | "!"))
}

/// "a 24-year-old": the age is the noun.
fn is_aged(view: &View<'_>, last: usize) -> bool {
    view.is_guard(last) && view.text(last).eq_ignore_ascii_case("old")
}

/// The most words from one who speaks to the verb: "an official at the border post in Harsk said".
const SPEECH_REACH: usize = 8;

/// "…, a doctor in Harsk said", "…, a doctor and a local committee said": behind a comma, with nothing but where he is or
/// who speaks with him between him and the verb.
fn speaks_from_afar(view: &View<'_>, at: usize, end: usize) -> bool {
    let behind_comma = at > view.range.start && view.is_mark(at - 1, ",");
    let joined = view.is(end, Classes::CONJUNCTION);
    let reach = end + usize::from(joined)..view.range.end.min(end + SPEECH_REACH);
    let stops = |at: &usize| {
        view.is_any_mark(*at)
            || view.match_at(*at).is_some()
            || view.quantity_at(*at).is_some()
            || view.is(*at, Classes::AUXILIARY)
            || view.is(*at, Classes::CONJUNCTION)
            || view.is(*at, Classes::BEGINS_CLAUSE)
    };
    behind_comma
        && (joined || view.is(end, Classes::PREPOSITION))
        && reach
            .take_while(|at| !stops(at))
            .any(|at| view.is(at, Classes::SAYS))
}

/// "one of the hikers", "one of them": one of several, which the numbers leave aside as a pronoun.
pub(super) fn one_of(view: &View<'_>, at: usize) -> Option<Group> {
    let determined = view.is(at + 1, Classes::OF) && view.is(at + 2, Classes::DETERMINER);
    let pronoun = view.is(at + 1, Classes::OF) && view.is(at + 2, Classes::PRONOUN);
    if let Some(group) = one_of_counted(view, at) {
        return Some(group);
    }
    let (end, head) = match (determined, pronoun) {
        (true, _) => noun_phrase(view, at + 3),
        (_, true) => (at + 3, Head::None),
        _ => return None,
    };
    let counts = pronoun || matches!(head, Head::Class(_)) && view.is(end - 1, Classes::PLURAL);
    counts.then_some(Group {
        number: Number::One,
        tokens: at..end,
        noun: at + 3..end.max(at + 3),
        head,
        role: role_of(view, end, head),
        is_base: false,
        of_them: pronoun,
    })
}

/// "one of five people", "one of the two deputies": the other number is the whole, and a group by itself.
fn one_of_counted(view: &View<'_>, at: usize) -> Option<Group> {
    let of = view.is(at + 1, Classes::OF).then_some(at + 2)?;
    let whole = of + usize::from(view.is(of, Classes::DETERMINER));
    let index = view.quantity_at(whole)?;
    let behind = view.quantities[index].tokens.end;
    // "(a figure of 12, and) one of 15": a number told, and nobody counted.
    if whole == of && (!view.range.contains(&behind) || view.is_any_mark(behind)) {
        return None;
    }
    let (end, head) = noun_phrase(view, behind);
    counts(&view.quantities[index]).then_some(Group {
        number: Number::One,
        tokens: at..at + 1,
        noun: at + 1..at + 1,
        head,
        role: role_of(view, end, head),
        is_base: false,
        of_them: true,
    })
}
