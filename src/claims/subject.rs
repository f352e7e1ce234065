//! The subject side of a trigger: "18 people, including four children, were killed", "tens of thousands have fled",
//! "and over 91,700 injured", "24 are missing".

use crate::schema::Frame;
use crate::schema::inflect::Form;

use super::aside::{aside_start, inclusion_before};
use super::candidate::{Candidate, Path, Target, candidate, may_count, score};
use super::described::describes_other;
use super::group::{Head, Number};
use super::predicate;
use super::relative::{clause_about, said_within, speaks_of_thing};
use super::triggers::{Match, Role, Use};
use super::view::View;
use super::voice::{VerbPhrase, Voice, verb_phrase, voice};
use super::words::Classes;

/// Longest walk from a verb to its subject, in tokens.
const MAX_WALK: usize = 28;
/// Longest walk from a participle without auxiliary to the noun it describes, in tokens.
const MAX_REDUCED_WALK: usize = 9;

/// Which shape a walk to the left is for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Walk {
    /// The frame of the nearest subject.
    pub(super) frame: Frame,
    /// No auxiliary ties the verb to a subject: it must stand close.
    pub(super) reduced: bool,
}

/// Candidates for the subjects of the verb phrase, nearest first; further members of a coordination are `coord`.
pub(super) fn candidates(
    view: &View<'_>,
    found: Match,
    used: &Use,
    phrase: VerbPhrase,
    walk: Walk,
) -> Vec<Candidate> {
    let mut out = Vec::new();
    if walk.reduced && describes_other(view, found, phrase.start) {
        return out;
    }
    let mut path = Path::default();
    let mut over = None;
    let mut reduced = walk.reduced;
    let mut listed = false;
    let mut at = phrase.start;
    let mut frame = walk.frame;
    let shared =
        predicate::is_joined(view, at) || walk.reduced && predicate::is_listed(view, found);
    loop {
        let earlier = predicate::earlier(view, at, used, walk.reduced, shared);
        if let Some(earlier) = earlier.filter(|_| out.is_empty()) {
            path = Path::default();
            over = Some(earlier.trigger);
            at = earlier.start;
            // The auxiliary before the first is of both.
            reduced = false;
            listed = true;
        }
        let limit = if reduced { MAX_REDUCED_WALK } else { MAX_WALK };
        let left = limit.saturating_sub(path.n_words);
        let Some(next) = step_left(view, used, at, left, reduced) else {
            break;
        };
        match next {
            Step::Group(index)
                if shared && over.is_none() && predicate::is_governed(view, index) =>
            {
                at = view.groups[index].tokens.start;
                path.n_words += 1;
            }
            Step::Group(index) => {
                let group = &view.groups[index];
                let other = walk.reduced
                    && group.tokens.end == phrase.start
                    && !may_count(used, group, view.words.person());
                if other || group.tokens.end > phrase.start {
                    // "2,300 houses and 6,100 damaged ones": the participle is of the number it touches. "four of the kidnapped nuns": the trigger stands within, and describes what is counted.
                    break;
                }
                at = group.tokens.start;
                if may_count(used, group, view.words.person())
                    && (!group.is_base || describes_whole(view, index, walk, frame))
                {
                    let shape = if out.is_empty() { frame } else { Frame::Coord };
                    if group.head == Head::Unknown && is_bare(view, out.last()) {
                        // "17 scenes, 7 dead": two counts side by side and no list.
                        break;
                    }
                    let allowed = used.frames.has(shape) || shape == Frame::Relative;
                    if allowed {
                        let score = score(shape, path, group.head);
                        let it = candidate(used, found, index, shape, score, phrase);
                        out.push(Candidate { over, ..it });
                    }
                    path.n_members += 1;
                    match view.joiner_before(at) {
                        Some(joiner) => at = joiner,
                        None => break,
                    }
                } else if group.is_base {
                    // The whole of "two of the 40" is passed over.
                } else if predicate::is_object(view, at) {
                    // The object of another verb ends the walk, unless that verb is of a clause about the subject.
                    match clause_about(view, at) {
                        Some(relative) => at = relative,
                        None => break,
                    }
                } else {
                    path.n_words += 1;
                }
            }
            Step::Relative(to) => {
                if speaks_of_thing(view, used, to) {
                    break;
                }
                frame = Frame::Relative;
                at = to;
            }
            Step::Comma(to) => {
                path.n_commas += 1;
                at = to;
            }
            Step::Aside(to) => at = to,
            Step::Described(_) if !out.is_empty() => break,
            Step::Described(to) => {
                // What was walked over belongs to the participle.
                path = Path::default();
                over = over.filter(|_| listed).or(Some(to));
                at = to;
            }
            Step::Preposition(to) => {
                path.crosses_preposition = true;
                path.n_words += 1;
                at = to;
            }
            Step::Word(to) => {
                path.n_words += 1;
                at = to;
            }
        }
    }
    out
}

/// "one of the five people hurt", "one of the five who were hurt": that is said of the five.
fn describes_whole(view: &View<'_>, index: usize, walk: Walk, frame: Frame) -> bool {
    (walk.reduced || frame == Frame::Relative) && is_whole_of_one(view, index)
}

/// True for the five of "one of the five".
pub(super) fn is_whole_of_one(view: &View<'_>, index: usize) -> bool {
    index
        .checked_sub(1)
        .map(|before| &view.groups[before])
        .is_some_and(|one| one.number == Number::One && one.of_them)
}

/// True when the member of a list before this one is a number without a noun.
fn is_bare(view: &View<'_>, member: Option<&Candidate>) -> bool {
    member.is_some_and(
        |it| matches!(it.number, Target::Group(index) if view.groups[index].head == Head::None),
    )
}

enum Step {
    /// A group ends here.
    Group(usize),
    /// "who", "that": what stands before is what the verb speaks of.
    Relative(usize),
    /// A comma of a list.
    Comma(usize),
    /// A parenthesis was passed over.
    Aside(usize),
    /// "(children) abducted in March": a participle that describes the subject was passed over.
    Described(usize),
    /// A preposition: what stood to its right was no subject.
    Preposition(usize),
    /// Any other word.
    Word(usize),
}

/// One step to the left of `at`; `None` where the clause ends.
fn step_left(view: &View<'_>, used: &Use, at: usize, left: usize, reduced: bool) -> Option<Step> {
    let previous = at.checked_sub(1).filter(|to| *to >= view.range.start)?;
    if left == 0 {
        return None;
    }
    if let Some(index) = view.group_at(previous) {
        // A part ("including four children") is passed over together with its marker.
        // "including one who died": a verb of its own that says what came of the part.
        let own = view.is(at, Classes::RELATIVE) && view.triggers.is_exact(used.claim_type);
        let part = inclusion_before(view, view.groups[index].tokens.start);
        if let Some(marker) = part.filter(|_| !own) {
            return Some(Step::Aside(marker));
        }
        // "28 people and not 32 died"
        if let Some(from) = view.set_against(view.groups[index].tokens.start) {
            return Some(Step::Aside(from));
        }
        return Some(Step::Group(index));
    }
    let closes = [",", ")", "]"]
        .iter()
        .any(|mark| view.is_mark(previous, mark));
    if let Some(found) = previous.checked_sub(1).and_then(|at| view.match_at(at)) {
        // "two girls shot, killed by": participles in a row, as headlines have them.
        let in_a_row = view.match_at(at).is_some_and(|own| own.start == at);
        if reduced && in_a_row && view.is_mark(previous, ",") && describes(view, found) {
            return Some(Step::Described(found.start));
        }
    }
    if closes || view.is_dash(previous) {
        return Some(match aside_start(view, previous) {
            Some(start) => Step::Aside(start),
            None if view.is_mark(previous, ",") => Step::Comma(previous),
            None => return None,
        });
    }
    if view.is_any_mark(previous) {
        let passes = matches!(
            view.text(previous),
            "\"" | "“" | "”" | "'" | "’" | "(" | "-" | "‘"
        );
        return passes.then_some(Step::Word(previous));
    }
    let classes = view.classes(previous);
    if view.quantity_at(previous).is_some() {
        return Some(Step::Word(previous));
    }
    if classes.any(Classes::RELATIVE) {
        // What stands before "whose" owns the subject and is not it.
        if view.text(previous) == "whose" {
            return None;
        }
        return Some(Step::Relative(previous));
    }
    if let Some(found) = view.match_at(previous) {
        if !reduced && describes(view, found) {
            return Some(Step::Described(found.start));
        }
        // Another trigger's verb ends the clause; a noun ("in the attack") does not.
        return if view.is_verb_trigger(previous) {
            clause_about(view, at).map(Step::Aside)
        } else {
            Some(Step::Word(found.start))
        };
    }
    if let Some(to) = said_within(view, at) {
        return Some(Step::Relative(to));
    }
    if classes.any(Classes::CONTRAST) || classes.any(Classes::NOMINATIVE) {
        return None;
    }
    let subordinates = classes.any(Classes::SUBORDINATOR) && !classes.any(Classes::PREPOSITION);
    if subordinates && reduced {
        return None;
    }
    if subordinates || classes.any(Classes::AUXILIARY) || view.is_finite_verb(previous) {
        return clause_about(view, at).map(Step::Aside);
    }
    if classes.any(Classes::PREPOSITION) {
        return Some(Step::Preposition(previous));
    }
    Some(Step::Word(previous))
}

/// "(children) abducted (in March were freed)": a participle without auxiliary right behind a noun phrase, and the
/// predicate still to come.
fn describes(view: &View<'_>, found: Match) -> bool {
    let behind_group = found
        .start
        .checked_sub(1)
        .is_some_and(|at| view.group_at(at).is_some());
    behind_group
        && view.triggers.uses(found).iter().any(|used| {
            let phrase = verb_phrase(view, found.start);
            let describes = match used.role {
                Role::Verb(Form::Ing) => return !phrase.has_auxiliary,
                Role::Verb(_) => used.frames.has(Frame::Passive),
                role => role == Role::Adjective,
            };
            describes && voice(view, found, used, phrase) == Voice::Reduced
        })
}
