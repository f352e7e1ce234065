//! The object side of a trigger: "killed the mayor, two bodyguards and a driver", "left 12 dead", "the murder of six".

use crate::schema::Frame;

use super::aside::inclusion_before;
use super::candidate::{Candidate, Path, candidate, may_count, score};
use super::group::Head;
use super::triggers::{Match, Use};
use super::view::View;
use super::voice::VerbPhrase;
use super::words::Classes;

/// Longest walk from a verb along its objects, in tokens.
const MAX_WALK: usize = 30;
/// Longest way from a verb to "along with", in tokens.
const MAX_TO_COMPANIONS: usize = 18;
/// Longest walk to the first object, in tokens.
const MAX_FIRST: usize = 9;

/// Candidates for the objects that follow token `from`, in order.
pub(super) fn candidates(
    view: &View<'_>,
    found: Match,
    used: &Use,
    phrase: VerbPhrase,
    frame: Frame,
) -> Vec<Candidate> {
    let mut out: Vec<Candidate> = Vec::new();
    let mut path = Path::default();
    let mut at = found.end;
    let mut after_preposition = false;
    while at < view.range.end && at - found.end < MAX_WALK {
        if out.is_empty() && path.n_words > MAX_FIRST {
            break;
        }
        if let Some(index) = view.group_at(at) {
            let group = &view.groups[index];
            if group.tokens.start < found.start {
                // "four of the kidnapped nuns": the trigger describes what the group counts.
                break;
            }
            // "killed not 28 but 32"
            if view.set_against(group.tokens.start).is_some() {
                at = group.tokens.end + usize::from(view.is(group.tokens.end, Classes::CONTRAST));
                continue;
            }
            let part = inclusion_before(view, group.tokens.start).is_some();
            let listed = view.joiner_before(group.tokens.start).is_some();
            let own_verb = has_own_verb(view, group.tokens.end);
            if own_verb && !out.is_empty() {
                break;
            }
            if may_count(used, group, view.words.person())
                && !group.is_base
                && !part
                && (!after_preposition || listed)
            {
                let shape = if out.is_empty() { frame } else { Frame::Coord };
                let mut points = score(shape, path, group.head);
                if after_preposition {
                    points -= 15;
                }
                if group.head == Head::None && !out.is_empty() {
                    points -= 10;
                }
                out.push(candidate(used, found, index, shape, points, phrase));
                path.n_members += 1;
            } else {
                path.n_words += 1;
            }
            at = group.tokens.end.max(at + 1);
            continue;
        }
        if let Some(end) = view.joiner_at(at) {
            at = end;
            continue;
        }
        if !out.is_empty() && opens_noun_of(view, at) {
            break;
        }
        match step_right(view, at) {
            Step::Stop => break,
            Step::Preposition => after_preposition = true,
            // "after the shooting, and five …": what follows is another clause.
            Step::Comma
                if out.is_empty()
                    && frame != Frame::NounOf
                    && view.is(at + 1, Classes::CONJUNCTION) =>
            {
                break;
            }
            Step::Comma => path.n_commas += usize::from(!out.is_empty()),
            Step::Free => {}
            Step::Word => path.n_words += 1,
        }
        at += 1;
    }
    out
}

/// "He was killed along with two of his guards": who shares the subject's lot, after a joining phrase.
pub(super) fn companions(
    view: &View<'_>,
    found: Match,
    used: &Use,
    phrase: VerbPhrase,
) -> Vec<Candidate> {
    beside(view, found, used, phrase, |at| view.joiner_at(at))
}

/// "Nobody was killed except one guard": who is left out.
pub(super) fn exceptions(
    view: &View<'_>,
    found: Match,
    used: &Use,
    phrase: VerbPhrase,
) -> Vec<Candidate> {
    beside(view, found, used, phrase, |at| view.except_at(at))
}

/// Who is told of behind the verb and a phrase, whose end `joins` gives.
fn beside(
    view: &View<'_>,
    found: Match,
    used: &Use,
    phrase: VerbPhrase,
    joins: impl Fn(usize) -> Option<usize>,
) -> Vec<Candidate> {
    let end = (found.end + MAX_TO_COMPANIONS).min(view.range.end);
    let joiner = (found.end..end)
        .take_while(|at| {
            let mark =
                view.is_any_mark(*at) && ![",", "(", ")"].iter().any(|it| view.is_mark(*at, it));
            !mark && !view.is_verb_trigger(*at) && !view.is(*at, Classes::BEGINS_CLAUSE)
                || joins(*at).is_some()
        })
        .find_map(&joins);
    let Some(from) = joiner else {
        return Vec::new();
    };
    let beside = Match { end: from, ..found };
    let next = (from..view.range.end).find(|at| !view.is(*at, Classes::DETERMINER));
    // The joined noun phrase must be counted itself: "along with a car and two motorcycles" is no list of people.
    if next.is_none_or(|at| view.group_at(at).is_none()) {
        return Vec::new();
    }
    let mut lot = candidates(view, beside, used, phrase, Frame::Coord);
    for candidate in &mut lot {
        candidate.words = found.start..found.end;
        candidate.verb_phrase = phrase.start..found.end;
    }
    lot
}

/// "(the arrest of seven men) and the service of …": a noun of its own has what follows.
fn opens_noun_of(view: &View<'_>, at: usize) -> bool {
    let determined = at
        .checked_sub(1)
        .filter(|before| view.is(*before, Classes::DETERMINER));
    let joined = determined.is_some_and(|before| view.joiner_before(before).is_some());
    joined
        && view.is(at + 1, Classes::OF)
        && view.group_at(at).is_none()
        && !view.is(at, Classes::COLLECTIVE)
}

enum Step {
    Stop,
    Preposition,
    Comma,
    /// "of", articles: they cost nothing.
    Free,
    Word,
}

/// What the token at `at` does to a walk along objects.
fn step_right(view: &View<'_>, at: usize) -> Step {
    if view.quantity_at(at).is_some() {
        return Step::Word;
    }
    if view.is_dash(at) {
        return Step::Stop;
    }
    if view.is_any_mark(at) {
        return match view.text(at) {
            "," => Step::Comma,
            "-" | "\"" | "“" | "”" | "'" | "’" | "‘" => Step::Free,
            _ => Step::Stop,
        };
    }
    let classes = view.classes(at);
    // "shot the brothers of three strikers"
    if classes.any(Classes::OF) && view.is(at - 1, Classes::KIN) {
        return Step::Stop;
    }
    if classes.any(Classes::OF) || classes.any(Classes::COLLECTIVE) {
        return Step::Free;
    }
    // A phrase such as "strikes on" has objects of its own; "the town of" only names.
    let fixed = view.match_at(at).is_some_and(|found| {
        if view.is(found.end - 1, Classes::OF) {
            return false;
        }
        let mut uses = view.triggers.uses(found).iter();
        uses.any(|used| used.role == super::triggers::Role::Fixed)
    });
    if fixed || view.is_verb_trigger(at) {
        return Step::Stop;
    }
    if classes.any(Classes::BEGINS_CLAUSE) && !classes.any(Classes::PREPOSITION)
        || classes.any(Classes::AUXILIARY)
    {
        return Step::Stop;
    }
    if classes.any(Classes::PREPOSITION) {
        return Step::Preposition;
    }
    if view.is_finite_verb(at) || view.is(at, Classes::ING) {
        return Step::Stop;
    }
    if classes.any(Classes::DETERMINER) || classes.any(Classes::CONJUNCTION) || view.is_adverb(at) {
        return Step::Free;
    }
    Step::Word
}

/// True when the group that ends at `end` is the subject of a verb of its own: "… and four were wounded".
fn has_own_verb(view: &View<'_>, end: usize) -> bool {
    let mut at = end;
    while view.is_adverb(at) {
        at += 1;
    }
    view.is(at, Classes::BE)
        || view.is(at, Classes::HAVE)
        || view.is(at, Classes::MODAL) && !view.is(at, Classes::TO)
}
