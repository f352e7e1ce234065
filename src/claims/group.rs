//! A number with what it counts: "75 CRPF personnel", "two Israeli military bases", "a policeman".

use std::ops::Range;

use crate::numbers::{Kind, Quantity};
use crate::text::TokenKind;

use super::view::View;
use super::words::{Classes, NounClass};

/// Most words between a number and the noun it counts: "18 unarmed young Syrian government soldiers".
const MAX_MODIFIERS: usize = 6;

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
            Some(index) if counts(&view.quantities[index]) => Some(read(view, index)),
            Some(_) => None,
            None if view.is(at, Classes::ARTICLE) => one(view, at),
            None => None,
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

/// Kinds of numbers that can count things.
fn counts(quantity: &Quantity) -> bool {
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
    let end = end.max(tokens.end);
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
        is_base: false,
        of_them,
    }
}

/// "a policeman", "an elderly woman", "a naval base": one without a number.
fn one(view: &View<'_>, at: usize) -> Option<Group> {
    let (end, head) = noun_phrase(view, at + 1);
    let Head::Class(_) = head else {
        return None;
    };
    let last = end.checked_sub(1)?;
    // The last word must be singular: "a few soldiers" is no single soldier; a collective ("a group") counts no one.
    let singular = view.classes(last).any(Classes::SINGULAR);
    (singular && !view.classes(last).any(Classes::COLLECTIVE)).then(|| Group {
        number: Number::One,
        tokens: at..end,
        noun: at + 1..end,
        head,
        is_base: false,
        of_them: false,
    })
}

/// Reads a noun phrase from `from`: its end and its head.
fn noun_phrase(view: &View<'_>, from: usize) -> (usize, Head) {
    let mut head: Option<(usize, Head)> = None;
    let mut last_word = None;
    let mut at = from;
    let mut n_words = 0;
    while at < view.range.end && n_words <= MAX_MODIFIERS {
        match step(view, at, head.map(|(_, kind)| kind), last_word.is_some()) {
            Step::Head(end, kind) => {
                head = Some((end, kind));
                at = end;
            }
            Step::Modifier(end) => {
                last_word = Some(end);
                at = end;
            }
            Step::Skip(end) => at = end,
            Step::Stop => break,
        }
        n_words += 1;
    }
    if let Some((end, kind)) = head {
        return (end, kind);
    }
    // Without a known noun the last word before the stop is the head, if it looks like a plural or a name.
    match last_word {
        Some(end) if looks_like_noun(view, end - 1) => (end, Head::Unknown),
        _ => (from, Head::None),
    }
}

enum Step {
    /// A counted noun that ends at this token.
    Head(usize, Head),
    /// A word that may describe the noun.
    Modifier(usize),
    /// Something passed over: a hyphen, an age.
    Skip(usize),
    /// The noun phrase ends before this token.
    Stop,
}

/// What the token at `at` does to a noun phrase.
fn step(view: &View<'_>, at: usize, head: Option<Head>, has_word: bool) -> Step {
    let has_head = head.is_some();
    if let Some(index) = view.quantity_at(at) {
        let end = view.quantities[index].tokens.end.max(at + 1);
        return match view.quantities[index].kind {
            Kind::Age if !has_head => age_step(view, end),
            _ => Step::Stop,
        };
    }
    let token = view.token(at);
    if token.kind == TokenKind::Mark {
        let inner = view.text(at) == "-" && !token.spaced;
        return if inner && !has_head || inner && view.words.noun(next_word(view, at)).is_some() {
            Step::Skip(at + 1)
        } else {
            Step::Stop
        };
    }
    if let Some(class) = view.words.noun(token.word) {
        return Step::Head(at + 1, Head::Class(class));
    }
    if let Some(found) = view.match_at(at) {
        if is_noun_trigger(view, at) {
            return Step::Head(found.end, Head::Trigger);
        }
        // "three wounded soldiers": a participle or adjective before a counted noun describes it.
        let describes = !has_head && describes_noun(view, found.end);
        return if describes {
            Step::Modifier(found.end)
        } else {
            Step::Stop
        };
    }
    let classes = view.classes(at);
    if let Some(head) = head {
        // "12 state highway workers": a singular noun before another noun describes it.
        let adjunct = view.is(at - 1, Classes::SINGULAR) && !view.is(at - 1, Classes::PLURAL);
        if adjunct && !classes.any(Classes::ENDS_PHRASE) && describes_noun(view, at) {
            return Step::Modifier(at + 1);
        }
        return joined_noun(view, at, head)
            .map_or(Step::Stop, |(end, class)| Step::Head(end, class));
    }
    if classes.any(Classes::ENDS_PHRASE) && !classes.any(Classes::OTHER) || view.is_adverb_only(at)
    {
        return Step::Stop;
    }
    if view.is_finite_verb(at) && !describes_noun(view, at + 1) && has_word {
        return Step::Stop;
    }
    if classes.any(Classes::DETERMINER) && view.text(at) != "'s" && view.text(at) != "’s" {
        return Step::Stop;
    }
    Step::Modifier(at + 1)
}

/// "a 24-year-old man": the age is passed over; "two 24-year-olds were": it is the person.
fn age_step(view: &View<'_>, end: usize) -> Step {
    let noun_follows = describes_noun(view, end);
    match view.words.class_number("person") {
        Some(person) if !noun_follows => Step::Head(end, Head::Class(person)),
        _ => Step::Skip(end),
    }
}

/// "men and women": the second noun of a pair, with the class of the pair.
fn joined_noun(view: &View<'_>, at: usize, head: Head) -> Option<(usize, Head)> {
    let joins = view.is(at, Classes::CONJUNCTION);
    let class = view.words.noun(
        view.range
            .contains(&(at + 1))
            .then(|| view.token(at + 1).word)?,
    )?;
    let plural = view.classes(at + 1).any(Classes::PLURAL);
    (joins && plural && head == Head::Class(class) && view.quantity_at(at + 1).is_none())
        .then_some((at + 2, Head::Class(class)))
}

fn next_word(view: &View<'_>, at: usize) -> crate::text::WordId {
    if view.range.contains(&(at + 1)) {
        view.token(at + 1).word
    } else {
        crate::text::WordId::UNKNOWN
    }
}

/// True when a counted noun stands at `at` or after at most two plain words.
fn describes_noun(view: &View<'_>, at: usize) -> bool {
    for next in at..(at + 3).min(view.range.end) {
        if view.quantity_at(next).is_some() || view.token(next).kind == TokenKind::Mark {
            return false;
        }
        if view.words.noun(view.token(next).word).is_some() {
            return true;
        }
        if view.classes(next).any(Classes::ENDS_PHRASE)
            || view.classes(next).any(Classes::DETERMINER)
        {
            return false;
        }
    }
    false
}

/// True when the trigger phrase at `at` is a noun for some claim type.
fn is_noun_trigger(view: &View<'_>, at: usize) -> bool {
    view.match_at(at).is_some_and(|found| {
        view.triggers
            .uses(found)
            .iter()
            .any(|used| used.role == super::triggers::Role::Noun)
    })
}

/// A plural, or a name: "12 Palestinians", "14 Toyotas".
fn looks_like_noun(view: &View<'_>, at: usize) -> bool {
    let text = view.text(at);
    (text.ends_with('s') && text.len() > 3 && !text.ends_with("ss"))
        || view.token(at).kind == TokenKind::Name
}

/// "two of the 40 passengers": the second number is the whole.
fn is_base(view: &View<'_>, before: Option<&Group>, group: &Group) -> bool {
    let Some(before) = before else { return false };
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
