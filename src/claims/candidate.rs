//! One way to read a number as a claim, its score, and the choice among them: one number, at most one claim type.

use std::ops::Range;

use crate::schema::Frame;

use super::group::{Group, Head, Number};
use super::triggers::{Match, Use};
use super::words::NounClass;

/// A number tied to a trigger by a frame.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// What number: an index into the view's groups, or a bare quantity (durations).
    pub(super) number: Target,
    /// Index into the schema's types.
    pub(super) claim_type: usize,
    /// Index into the type's triggers.
    pub(super) trigger: usize,
    /// The shape.
    pub(super) frame: Frame,
    /// The trigger's tokens.
    pub(super) words: Range<usize>,
    /// The tokens from the verb phrase's first auxiliary to the trigger's end.
    pub(super) verb_phrase: Range<usize>,
    /// Higher is better; see [`score`].
    pub(super) score: i32,
    /// "not" stands in the verb phrase.
    pub(super) negated: bool,
    /// Where a participle begins that describes what is counted and stands between it and this trigger: "(children)
    /// abducted in March were freed".
    pub(super) over: Option<usize>,
}

/// What a candidate counts with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Target {
    /// An index into the view's groups.
    Group(usize),
    /// An index into the document's quantities.
    Quantity(usize),
}

/// What stands between a number and its trigger.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Path {
    /// Words passed over.
    pub(super) n_words: usize,
    /// Commas passed over.
    pub(super) n_commas: usize,
    /// Members of a coordination passed over.
    pub(super) n_members: usize,
    /// A prepositional phrase was passed over.
    pub(super) crosses_preposition: bool,
}

/// How much a frame says, before distance: shapes whose parts touch say most. Hand-set; see `explain`.
const fn prior(frame: Frame) -> i32 {
    match frame {
        Frame::QNoun | Frame::QAdj | Frame::OrdinalNoun => 96,
        Frame::DurNoun | Frame::Active => 92,
        Frame::Passive | Frame::Left | Frame::NounOf | Frame::NounOfDur => 90,
        Frame::Toll | Frame::Copula | Frame::Incl => 88,
        Frame::Relative | Frame::Subject | Frame::NounLastDur => 86,
        Frame::Elliptic | Frame::Estimated | Frame::Label => 82,
        Frame::Coord => 74,
        Frame::NounThenQ => 62,
    }
}

/// What a trigger gains that names what it counts.
const SPECIFIC: i32 = 3;

/// Below this a candidate is no claim.
pub(super) const LEAST_SCORE: i32 = 30;

/// The score of a frame over a path to a number with a certain head.
pub(super) fn score(frame: Frame, path: Path, head: Head) -> i32 {
    let head_cost = match head {
        Head::Class(_) | Head::Trigger => 0,
        Head::None => 3,
        Head::Unknown => 12,
    };
    let preposition_cost = if path.crosses_preposition { 8 } else { 0 };
    let walked = 2 * path.n_words + 4 * path.n_commas + path.n_members;
    // A walk is a few dozen tokens at most.
    prior(frame) - i32::try_from(walked).unwrap_or(i32::MAX / 2) - preposition_cost - head_cost
}

/// True when a use may count what heads the group: class or role known and listed, or no class to tell.
pub(super) fn may_count(used: &Use, group: &Group, person: Option<NounClass>) -> bool {
    match (&used.counted, group.head) {
        (None, _) => true,
        (Some(classes), Head::Class(class)) => {
            classes.contains(&class) || group.role.is_some_and(|role| classes.contains(&role))
        }
        // Only people are counted without a noun: "12 were killed", "killed 40", but "hit 20,000" hits no targets.
        (Some(classes), Head::None | Head::Unknown) => {
            person.is_none_or(|person| classes.contains(&person))
        }
        (Some(_), Head::Trigger) => false,
    }
}

/// True when a thing without a number ("a naval base") stands in a list with counted ones; persons count by themselves.
pub(super) fn counts_alone(group: &Group, person: Option<NounClass>, frame: Frame) -> bool {
    group.number != Number::One
        || group.of_them
        || group.head == Head::None
        || frame == Frame::Coord
        || matches!(group.head, Head::Class(class) if Some(class) == person)
}

/// A candidate for a group.
pub(super) fn candidate(
    used: &Use,
    found: Match,
    group: usize,
    frame: Frame,
    score: i32,
    phrase: super::voice::VerbPhrase,
) -> Candidate {
    Candidate {
        number: Target::Group(group),
        claim_type: used.claim_type,
        trigger: used.trigger,
        frame,
        words: found.start..found.end,
        verb_phrase: phrase.start..found.end,
        score: score + if used.is_specific { SPECIFIC } else { 0 },
        negated: phrase.negated,
        over: None,
    }
}

/// Keeps the best candidate of each number; of equals the earlier trigger, then the earlier type. A participle that only
/// describes the subject of another trigger gives way to it.
pub(super) fn choose(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.retain(|candidate| candidate.score >= LEAST_SCORE);
    let overs: Vec<(Target, usize)> = candidates
        .iter()
        .filter_map(|it| it.over.map(|over| (it.number, over)))
        .collect();
    candidates.retain(|it| !overs.contains(&(it.number, it.words.start)));
    // "Three gunshot victims walked into the emergency room": the noun says of whom there are three, the verb what befell them.
    let predicates: Vec<(Target, usize)> = candidates
        .iter()
        .filter(|it| matches!(it.frame, Frame::Subject | Frame::Passive | Frame::Relative))
        .map(|it| (it.number, it.claim_type))
        .collect();
    candidates
        .retain(|it| it.frame != Frame::QNoun || !predicates.contains(&(it.number, it.claim_type)));
    candidates.sort_by_key(|c| {
        (
            c.number,
            std::cmp::Reverse(c.score),
            c.words.start,
            c.claim_type,
            c.trigger,
            c.frame,
        )
    });
    candidates.dedup_by_key(|candidate| candidate.number);
    candidates
}
