//! Members of a list that share a verb and have a place or time each: "two died in Harsk and five in Linden", "killed
//! seven in Harsk, three in Linden and one in Oder", "12 were hurt, seven of them in Harsk and five in Linden".

use std::ops::Range;

use crate::schema::Frame;

use super::Claim;
use super::candidate::{Candidate, LEAST_SCORE, Target};
use super::group::Head;
use super::view::View;
use super::words::Classes;

/// The most words from the count that has the verb to the list that goes on from it.
const REACH: usize = 14;

/// What a reading loses whose verb is elided.
const COST: i32 = 14;

/// A member of a list with words of its own for place or time.
#[derive(Debug)]
pub(super) struct Member {
    /// Its number, read as the claim type of the first.
    pub(super) candidate: Candidate,
    /// The first of the list among the chosen candidates: the one that has the verb.
    pub(super) first: usize,
    /// From its number to the end of its place or time.
    pub(super) own: Range<usize>,
    /// It is a part of the first rather than as many more.
    pub(super) is_part: bool,
}

impl Member {
    /// The candidate that it is a part of.
    pub(super) fn whole(&self) -> Option<usize> {
        self.is_part.then_some(self.first)
    }
}

/// The members of all lists of a sentence, in order, but for the first of each.
pub(super) fn find(view: &View<'_>, chosen: &[Candidate]) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    for (index, group) in view.groups.iter().enumerate() {
        let opens = opens_list(view, group.tokens.start);
        let joiner = view.joiner_before(group.tokens.start);
        let Some(joiner) = joiner.or(opens) else {
            continue;
        };
        let Some(end) = adjuncts(view, group.tokens.end).filter(|end| closes(view, *end)) else {
            continue;
        };
        let before = members.last().filter(|last| last.own.end == joiner);
        let first = before.map(|last| (last.first, last.is_part));
        let Some((first, is_part)) =
            first.or_else(|| opened(view, chosen, group.tokens.end, joiner))
        else {
            continue;
        };
        let listed = chosen.iter().any(|it| it.number == Target::Group(index));
        if !goes_on(view, &chosen[first], index)
            || is_taken(chosen, first, index)
            || is_part && listed && !group.of_them
        {
            continue;
        }
        let candidate = Candidate {
            number: Target::Group(index),
            frame: match chosen[first].frame {
                _ if is_part => Frame::Incl,
                Frame::Toll => Frame::Toll,
                _ => Frame::Coord,
            },
            score: (chosen[first].score - COST).max(LEAST_SCORE),
            over: None,
            ..chosen[first].clone()
        };
        members.push(Member {
            candidate,
            first,
            own: group.tokens.start..end,
            is_part,
        });
    }
    members
}

/// The members whose numbers are not known by another reading.
pub(super) fn unread<'m>(
    members: &'m [Member],
    known: &[Target],
) -> impl Iterator<Item = &'m Member> {
    members
        .iter()
        .filter(|member| !known.contains(&member.candidate.number))
}

/// "(killed 14,) including six in Linden": from the number of a part to the end of its place, when nothing but the place
/// tells the part from its whole. "Six women in Linden" may be of a whole that is there too.
pub(super) fn own_of_part(view: &View<'_>, part: &Claim) -> Option<Range<usize>> {
    let number = part.quantity.tokens.start;
    let group = &view.groups[view.group_at(number)?];
    let bare = group.head == Head::None;
    let end = bare.then(|| adjuncts(view, group.tokens.end))??;
    closes(view, end).then_some(number..end)
}

/// Of a number with a verb, the words that tell of it alone: those of its member, or of the first of a list its clause as
/// far as the next member.
pub(super) fn own(
    members: &[Member],
    index: Option<usize>,
    candidate: &Candidate,
    clause: &Range<usize>,
) -> Option<Range<usize>> {
    let mut those = members.iter();
    let this = those.find(|member| member.candidate.number == candidate.number);
    if let Some(member) = this {
        return Some(member.own.clone());
    }
    let next = members.iter().find(|member| Some(member.first) == index)?;
    let until = next.own.start.max(clause.start);
    Some(clause.start..until)
}

/// The end of the place or time that begins at `at`: "in Linden", "on Tuesday", "in the Linden area".
fn adjunct(view: &View<'_>, at: usize) -> Option<usize> {
    if !view.is(at, Classes::ADJUNCT) {
        return None;
    }
    let mut end = at + 1;
    if view.is(end, Classes::DETERMINER) {
        end += 1;
    }
    let names = (end..view.range.end)
        .take_while(|at| view.is_name(*at) || *at > end && joins_names(view, *at))
        .count();
    end += names;
    // "in Linden province", but not "in Linden homeless".
    if view.range.contains(&end) && !ends(view, end) {
        if !view.is(end, Classes::AREA) {
            return None;
        }
        end += 1;
    }
    let kept = (at..end).any(|at| view.is(at, Classes::KEPT_IN));
    (names > 0 && !kept).then_some(end)
}

/// "Dar es Salaam", "Rio de Janeiro": a short word of no class between two names.
fn joins_names(view: &View<'_>, at: usize) -> bool {
    let no_word = view.classes(at) == Classes::default() && view.quantity_at(at).is_none();
    no_word && view.text(at).len() < 4 && view.is_name(at - 1) && view.is_name(at + 1)
}

/// True where a phrase ends: at a mark, at a word that opens another, or at the end of the sentence.
fn ends(view: &View<'_>, at: usize) -> bool {
    !view.range.contains(&at)
        || view.is_any_mark(at) && view.text(at) != "-"
        || view.is(at, Classes::ENDS_PHRASE)
        || view.is_finite_verb(at)
        || view.is_verb_trigger(at)
        || view.is_adverb(at)
}

/// True where a member is complete: what else is said of it may be something else that befell them: "300 in Linden without
/// power", "five in Linden were rescued".
fn closes(view: &View<'_>, at: usize) -> bool {
    !view.range.contains(&at)
        || view.is_any_mark(at)
        || view.is(at, Classes::CONJUNCTION)
        || view.is(at, Classes::BEGINS_CLAUSE)
}

/// The end of the places and times that begin at `at`: "in Linden on Tuesday".
fn adjuncts(view: &View<'_>, at: usize) -> Option<usize> {
    let mut end = adjunct(view, at)?;
    while let Some(next) = adjunct(view, end) {
        end = next;
    }
    Some(end)
}

/// The count that has the verb, when a list goes on from it with the word at `joiner`; and whether the list says what it
/// is made of: it does when the first has no place or time of its own like the second's, which `preposition` opens.
fn opened(
    view: &View<'_>,
    chosen: &[Candidate],
    preposition: usize,
    joiner: usize,
) -> Option<(usize, bool)> {
    let (first, core_end) = chosen
        .iter()
        .enumerate()
        .filter_map(|(index, candidate)| Some((index, core_end(view, candidate)?)))
        .filter(|(_, end)| *end <= joiner && joiner - end <= REACH)
        .max_by_key(|(index, end)| (*end, std::cmp::Reverse(*index)))?;
    let between = core_end..joiner;
    let opens = opens_list(view, joiner + 1).is_some();
    // "in two villages:"
    let is_spot = |at: usize| {
        let group = view.group_at(at).map(|index| &view.groups[index]);
        let before = group.and_then(|group| group.tokens.start.checked_sub(1));
        before.is_some_and(|before| opens && view.is(before, Classes::ADJUNCT))
    };
    let broken = between.clone().any(|at| {
        view.is_verb_trigger(at)
            || view.is_finite_verb(at)
            || view.is(at, Classes::BEGINS_CLAUSE)
            || view.is(at, Classes::AUXILIARY)
            || view.group_at(at).is_some() && !is_spot(at)
            || view.is_mark(at, ";")
    });
    if broken {
        return None;
    }
    let like = |at: usize| {
        view.text(at).eq_ignore_ascii_case(view.text(preposition))
            || is_place(view, at) && is_place(view, preposition)
    };
    let has_own = between
        .clone()
        .any(|at| like(at) && adjunct(view, at).is_some());
    // "120 people in the two towns: 77 in Harsk and 43 in Linden"
    if opens {
        return Some((first, true));
    }
    // "the rector, five priests and two women in Harsk": the place is that of them all.
    let by_comma = view.is_mark(joiner, ",") && !view.is(joiner + 1, Classes::CONJUNCTION);
    (has_own || by_comma).then_some((first, !has_own))
}

/// The mark right before `start` that opens what a count is made of: "120 dead: 77 in Harsk".
fn opens_list(view: &View<'_>, start: usize) -> Option<usize> {
    let mark = start.checked_sub(1).filter(|at| *at > view.range.start)?;
    let opens = view.is_mark(mark, ":") || view.is_mark(mark, "(") || view.is_dash(mark);
    opens.then_some(mark)
}

/// Only a place stands behind these.
fn is_place(view: &View<'_>, at: usize) -> bool {
    matches!(view.text(at), "in" | "at" | "near" | "outside" | "inside")
}

/// Where number, noun and trigger of a counting candidate end.
fn core_end(view: &View<'_>, candidate: &Candidate) -> Option<usize> {
    let Target::Group(group) = candidate.number else {
        return None;
    };
    let fits = !matches!(
        candidate.frame,
        Frame::Incl | Frame::NounThenQ | Frame::Estimated
    );
    fits.then(|| view.groups[group].tokens.end.max(candidate.words.end))
}

/// True when a group may be counted with the first of its list: without a noun, or with one of the same kind.
fn goes_on(view: &View<'_>, first: &Candidate, group: usize) -> bool {
    let Target::Group(at) = first.number else {
        return false;
    };
    let (first, own) = (view.groups[at].head, view.groups[group].head);
    let mut noun = view.groups[group].noun.clone();
    if noun.any(|at| view.is(at, Classes::UNHARMED)) {
        return false;
    }
    match own {
        Head::None => true,
        Head::Class(class) => match first {
            Head::Class(of_first) => class == of_first,
            _ => Some(class) == view.words.person(),
        },
        Head::Trigger | Head::Unknown => false,
    }
}

/// True when a group is read otherwise than by the trigger of the first.
fn is_taken(chosen: &[Candidate], first: usize, group: usize) -> bool {
    chosen.iter().any(|other| {
        other.number == Target::Group(group)
            && (other.claim_type != chosen[first].claim_type || other.words != chosen[first].words)
    })
}
