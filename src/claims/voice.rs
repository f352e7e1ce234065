//! The verb phrase around a trigger: where its auxiliaries begin, and whether its subject acts or is acted upon.

use crate::schema::inflect::Form;

use super::group::{Head, Number};
use super::triggers::{Match, Role, Use};
use super::view::View;
use super::words::Classes;
use crate::text::TokenKind;

/// Most words between the first auxiliary and the trigger.
const MAX_CHAIN: usize = 8;

/// A verb phrase: auxiliaries, adverbs and the trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct VerbPhrase {
    /// The first token of the chain; the trigger's own where it has no auxiliaries.
    pub(super) start: usize,
    /// "be" or "get" is the nearest auxiliary: "were killed", "is said to have been killed", not "is said to have killed".
    pub(super) has_be: bool,
    /// Some auxiliary stands in the chain.
    pub(super) has_auxiliary: bool,
    /// "not" stands in the chain.
    pub(super) negated: bool,
}

/// Which noun phrases of a verbal trigger are the patient.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// The subject: "were killed".
    Passive,
    /// A participle without auxiliary: "12 people killed in".
    Reduced,
    /// The object: "killed 12".
    Active,
}

/// The verb phrase that ends with a trigger at token `trigger_start`.
pub(super) fn verb_phrase(view: &View<'_>, trigger_start: usize) -> VerbPhrase {
    let mut phrase = VerbPhrase {
        start: trigger_start,
        has_be: false,
        has_auxiliary: false,
        negated: false,
    };
    let mut at = trigger_start;
    while at > view.range.start && trigger_start - at < MAX_CHAIN {
        at -= 1;
        if view.quantity_at(at).is_some() || view.match_at(at).is_some() {
            break;
        }
        let classes = view.classes(at);
        if classes.any(Classes::AUXILIARY) {
            if !phrase.has_auxiliary {
                phrase.has_be = classes.any(Classes::BE) || classes.any(Classes::GET);
            }
            phrase.start = at;
            phrase.has_auxiliary = true;
            phrase.negated |= classes.any(Classes::NEGATION);
        } else if classes.any(Classes::NEGATION) {
            phrase.negated = true;
        } else if classes.any(Classes::LINKING) {
            // "three found dead": the participle is no verb of its own.
            phrase.start = at;
        } else if !view.is_adverb(at) && !floats(view, at) {
            break;
        }
    }
    phrase
}

/// "were both killed": the word takes up the subject.
fn floats(view: &View<'_>, at: usize) -> bool {
    let before = at.checked_sub(1);
    view.is(at, Classes::FLOATING) && before.is_some_and(|at| view.is(at, Classes::AUXILIARY))
}

/// The voice of a verbal trigger in its verb phrase.
pub(super) fn voice(view: &View<'_>, found: Match, used: &Use, phrase: VerbPhrase) -> Voice {
    let Role::Verb(form) = used.role else {
        return if phrase.has_be {
            Voice::Passive
        } else {
            Voice::Reduced
        };
    };
    // "is to cut", "will hit": after a modal a form that could be a participle is the plain one.
    let before = found.start.checked_sub(1);
    let plain = before.is_some_and(|at| view.is(at, Classes::MODAL));
    match form {
        Form::PastOrParticiple if plain => Voice::Active,
        Form::Participle | Form::PastOrParticiple if phrase.has_be => Voice::Passive,
        Form::Participle if !phrase.has_auxiliary => Voice::Reduced,
        Form::PastOrParticiple if !phrase.has_auxiliary && !takes_object(view, found) => {
            Voice::Reduced
        }
        _ => Voice::Active,
    }
}

/// True when the verb has an object of its own, and is not one of a list of participles.
fn takes_object(view: &View<'_>, found: Match) -> bool {
    // "three journalists killed Tuesday" has its noun before it, "and killed Lopp" behind; "one of them shot Lopp", "a
    // gunman shot Lopp".
    let free = found.start.checked_sub(1).is_some_and(|at| {
        let group = view.group_at(at).map(|index| &view.groups[index]);
        let one = group.is_some_and(|it| it.number == Number::One && it.head != Head::None);
        view.is(at, Classes::PRONOUN) || one || group.is_none() && !view.is_adverb(at)
    });
    let follows = object_follows(view, found.end) || free && view.is_person_name(found.end);
    follows && !listed(view, found)
}

/// True when a noun phrase begins right at `at`: what a past form has as its object and a participle has not.
fn object_follows(view: &View<'_>, at: usize) -> bool {
    let mut at = at;
    // "wounded at a bus stop": a preposition governs what follows.
    while view.is_adverb(at) && !view.is(at, Classes::PREPOSITION) {
        at += 1;
    }
    if view.is(at, Classes::PREPOSITION) && view.is(at, Classes::ADVERB) {
        return is_shot_at(view, at);
    }
    if view.is_guard(at) {
        return false;
    }
    // "killed not 28 but 32", "not only 12 rebels"
    let only = view.is(at, Classes::NEGATION) && view.is_adverb(at + 1);
    if view.opens_contrast(at) || only && view.group_at(at + 2).is_some() {
        return true;
    }
    names_people(view, at)
        || view
            .group_at(at)
            .is_some_and(|index| view.groups[index].tokens.start >= at)
        || view.is(at, Classes::DETERMINER)
        || view.is(at, Classes::PRONOUN)
        || (view.is(at, Classes::OTHER) && view.group_at(at + 1).is_some())
}

/// "(a gunman shot) people in the hall": people without a number, and none who tell of it ("four killed, police say").
fn names_people(view: &View<'_>, at: usize) -> bool {
    view.range.contains(&at)
        && view.group_at(at).is_none()
        && view.group_at(at - 1).is_none()
        && view.words.noun(view.token(at).word) == view.words.person()
        && view.is(at, Classes::PLURAL)
        && view.is(at + 1, Classes::PREPOSITION)
        && !view.is(at + 1, Classes::OF)
}

/// "(a man shot) at the witness", "at twelve people": someone aimed at, and no place.
fn is_shot_at(view: &View<'_>, at: usize) -> bool {
    let determined = view.is(at + 1, Classes::DETERMINER);
    let whom = at + 1 + usize::from(determined);
    let person = view.words.person();
    let counted = view.group_at(at + 1).is_some_and(
        |index| matches!(view.groups[index].head, Head::Class(class) if Some(class) == person),
    );
    let ends = !view.range.contains(&(whom + 1))
        || view.is_any_mark(whom + 1)
        || view.is(whom + 1, Classes::ENDS_PHRASE);
    let named = determined
        && ends
        && view.range.contains(&whom)
        && view.words.noun(view.token(whom).word) == person;
    counted || named || view.is(whom, Classes::PRONOUN) || view.is(whom, Classes::OTHER)
}

/// "Three killed five injured": the number that follows has its own participle, and one stands before this one.
fn listed(view: &View<'_>, found: Match) -> bool {
    let before = found.start.checked_sub(1).and_then(|at| view.group_at(at));
    let after = view
        .group_at(found.end)
        .map(|index| view.groups[index].tokens.end);
    before.is_some() && after.is_some_and(|end| has_participle(view, end))
}

/// "three injured" ends at `end`: a participle ends the group, or follows it.
fn has_participle(view: &View<'_>, end: usize) -> bool {
    let follows = view.match_at(end).is_some_and(|next| next.start == end);
    let last = end - 1;
    let holds = view.match_at(last).is_some() && view.is(last, Classes::PARTICIPLE);
    follows || holds
}

/// "Quill Steel to axe 1,200 jobs": a headline whose subject is a name and whose verb is an infinitive. "Forced to axe" has none.
pub(super) fn is_announced(view: &View<'_>, verb: usize) -> bool {
    let to = verb.saturating_sub(1);
    let mut subject = view.range.start..to;
    let first = view.text(view.range.start);
    !subject.is_empty()
        && view.is(to, Classes::TO)
        && !(first.ends_with("ed") || first.ends_with("ing"))
        && subject.all(|at| view.token(at).kind == TokenKind::Name)
}
