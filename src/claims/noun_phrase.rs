//! How far the noun phrase after a number reaches, and what heads it: "18 unarmed young government soldiers".

use crate::numbers::Kind;
use crate::schema::Frame;
use crate::schema::inflect::Form;
use crate::text::{TokenKind, WordId};

use super::group::Head;
use super::triggers::{Match, Role};
use super::view::View;
use super::words::Classes;

/// Most words between a number and the noun it counts: "18 unarmed young Syrian government soldiers".
const MAX_MODIFIERS: usize = 6;

/// Reads a noun phrase from `from`: its end and its head.
pub(super) fn noun_phrase(view: &View<'_>, from: usize) -> (usize, Head) {
    if acts_on_next(view, from) {
        return (from, Head::None);
    }
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
            Step::Possessor(end) => {
                head = None;
                last_word = Some(end);
                at = end;
            }
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

/// "kill 83 injured 100 rebels": the participle at `at` has a number of its own behind it, and the one before it a verb.
fn acts_on_next(view: &View<'_>, at: usize) -> bool {
    let acts = view.is(at, Classes::PARTICIPLE)
        && view.match_at(at).is_some_and(|found| {
            found.start == at && view.quantity_at(found.end).is_some() && !view.is_guard(found.end)
        });
    let number = at.checked_sub(1).filter(|_| acts);
    let number = number.and_then(|at| view.quantity_at(at));
    let verb = number.and_then(|index| view.quantities[index].tokens.start.checked_sub(1));
    verb.is_some_and(|at| view.is_verb_trigger(at))
}

/// Ends of participles, and of nouns that name people by what they do: "an official spokesman" is somebody.
const ENDINGS: [&str; 8] = ["ed", "ing", "er", "or", "ist", "ian", "ant", "man"];

enum Step {
    /// A counted noun that ends at this token.
    Head(usize, Head),
    /// A word that may describe the noun.
    Modifier(usize),
    /// Owns what follows: "an officer's car" is a car.
    Possessor(usize),
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
        let goes_on = !has_head || view.words.noun(next_word(view, at)).is_some();
        return if inner && goes_on {
            Step::Skip(at + 1)
        } else {
            Step::Stop
        };
    }
    if let Some(class) = view.words.noun(token.word) {
        // "200 people hostage", "three children state media said": nothing follows a plural head.
        let own = view.words.classes(token.word);
        if has_head && ends_in_plural(view, at) && !own.any(Classes::PLURAL) {
            return Step::Stop;
        }
        // "killed 20 civilians activists say": of two plurals the second begins something else; not so "women soldiers".
        if has_head && Some(class) == view.words.person() && follows_people(view, at) {
            return Step::Stop;
        }
        if is_possessive(view, at + 1) {
            return Step::Possessor(at + 2);
        }
        // "two other injured children" are children.
        let other = view.is(at, Classes::OTHER) && view.is(at, Classes::SINGULAR);
        if !has_head && other && describes_noun(view, at + 1) {
            return Step::Modifier(at + 1);
        }
        return Step::Head(at + 1, Head::Class(class));
    }
    if let Some(found) = view.match_at(at) {
        if is_noun_trigger(view, at) {
            // "two people wounded there": a participle behind the noun describes it.
            if has_head && (ends_in_plural(view, at) || view.is(at, Classes::PARTICIPLE)) {
                return Step::Stop;
            }
            // "shooting victims" are people whatever befell them; "deaths" are counted only as such.
            let last = view.words.noun(view.token(found.end - 1).word);
            return Step::Head(found.end, last.map_or(Head::Trigger, Head::Class));
        }
        // "three wounded soldiers": a participle or adjective before a counted noun describes it.
        let acts = has_word && is_predicate(view, at);
        let describes = !has_head
            && !acts
            && may_describe(view, found)
            && (describes_noun(view, found.end) || is_deed(view, found.end));
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
    // "84 confirmed deaths"
    let adverb = view.is_adverb_only(at) && !is_deed(view, at + 1);
    if classes.any(Classes::ENDS_PHRASE) && !classes.any(Classes::OTHER) || adverb {
        return Step::Stop;
    }
    // "kill 20 Reuters Sunday": the agency and the day of a line that ran into the next.
    let dateline = view.words.classes(token.word).any(Classes::DATELINE);
    if (dateline || view.is_finite_verb(at) && has_word) && !describes_noun(view, at + 1) {
        return Step::Stop;
    }
    if classes.any(Classes::DETERMINER) && !is_possessive(view, at)
        || has_word && is_predicate(view, at)
    {
        return Step::Stop;
    }
    Step::Modifier(at + 1)
}

/// "an official note": the noun that ends at `end` describes one of no list behind it.
pub(super) fn describes_thing(view: &View<'_>, end: usize) -> bool {
    view.is(end - 1, Classes::ADJECTIVAL)
        && view.range.contains(&end)
        && view.token(end).kind == TokenKind::Word
        && view.classes(end) == Classes::default()
        && view.quantity_at(end).is_none()
        && view.match_at(end).is_none()
        && !view.is_adverb(end)
        && !ENDINGS.iter().any(|it| view.text(end).ends_with(it))
}

/// False for a verb that has no object, and so no participle that describes one: "15 died days later".
fn may_describe(view: &View<'_>, found: Match) -> bool {
    let mut uses = view.triggers.uses(found).iter();
    uses.any(|used| match used.role {
        Role::Verb(Form::Past | Form::Participle | Form::PastOrParticiple) => {
            used.frames.has(Frame::Passive)
        }
        _ => true,
    })
}

/// "(six) warplanes carried": what looks like a past form, right behind what looks like a plural.
fn is_predicate(view: &View<'_>, at: usize) -> bool {
    let (noun, verb) = (view.text(at - 1), view.text(at));
    let plain = |at: usize| view.token(at).kind == TokenKind::Word;
    plain(at - 1)
        && plain(at)
        && noun.len() > 4
        && noun.ends_with('s')
        && !noun.ends_with("ss")
        && verb.len() > 4
        && verb.ends_with("ed")
}

/// True when a noun in the plural stands before `at`.
fn ends_in_plural(view: &View<'_>, at: usize) -> bool {
    let before = at
        .checked_sub(1)
        .map(|at| view.words.classes(view.token(at).word));
    before.is_some_and(|it| it.any(Classes::PLURAL) && !it.any(Classes::SINGULAR))
}

/// True behind a plural in -s that names people: "civilians".
fn follows_people(view: &View<'_>, at: usize) -> bool {
    ends_in_plural(view, at)
        && view.text(at - 1).ends_with('s')
        && view.words.noun(view.token(at - 1).word) == view.words.person()
}

/// The sign of the genitive.
fn is_possessive(view: &View<'_>, at: usize) -> bool {
    view.range.contains(&at) && matches!(view.text(at), "'s" | "’s")
}

/// "a 24-year-old man": the age is passed over; "two 24-year-olds were": it is the person.
fn age_step(view: &View<'_>, end: usize) -> Step {
    let noun_follows = describes_noun(view, end);
    match view.words.person() {
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

fn next_word(view: &View<'_>, at: usize) -> WordId {
    if view.range.contains(&(at + 1)) {
        view.token(at + 1).word
    } else {
        WordId::UNKNOWN
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
            .any(|used| used.role == Role::Noun)
    })
}

/// Nouns for what befell several: "deaths", and not "injured" or "missing".
fn is_deed(view: &View<'_>, at: usize) -> bool {
    view.range.contains(&at) && is_noun_trigger(view, at) && view.text(at).ends_with('s')
}

/// A plural, or a name: "12 Palestinians", "14 Toyotas".
fn looks_like_noun(view: &View<'_>, at: usize) -> bool {
    let text = view.text(at);
    (text.ends_with('s') && text.len() > 3 && !text.ends_with("ss"))
        || view.token(at).kind == TokenKind::Name
}
