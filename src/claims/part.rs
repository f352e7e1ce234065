//! Parts of a count: "including four children", "three of them women", "mostly civilians, among them 12 children".

use std::ops::Range;

use crate::decimal::Decimal;
use crate::numbers::Kind;
use crate::schema::Frame;

use super::aside::{inclusion_before, of_whom};
use super::candidate::{Candidate, Target};
use super::counted::body_end;
use super::group::{Group, Head, Number};
use super::noun_phrase::noun_phrase;
use super::toll;
use super::view::View;
use super::words::Classes;

/// A part and the candidate it is a part of.
pub(super) struct Part {
    /// The part, read as its whole's claim type.
    pub(super) candidate: Candidate,
    /// Index of the whole among the chosen candidates.
    pub(super) whole: usize,
}

/// Parts among the groups that no trigger claimed, and links from claimed ones to their whole.
pub(super) fn find(view: &View<'_>, chosen: &[Candidate]) -> (Vec<Part>, Vec<(usize, usize)>) {
    let mut parts: Vec<Part> = Vec::new();
    let mut links = Vec::new();
    for (index, group) in view.groups.iter().enumerate() {
        let continues = parts.last().and_then(|part| continued(view, part, index));
        let among = among_next(view, chosen, index);
        if !is_part(view, group) && continues.is_none() && among.is_none() {
            continue;
        }
        let whole = continues.or(among);
        let Some(whole) = whole.or_else(|| whole_before(view, chosen, group)) else {
            continue;
        };
        if is_same_one(view, group, &chosen[whole]) {
            continue;
        }
        match chosen
            .iter()
            .position(|candidate| candidate.number == Target::Group(index))
        {
            Some(own) if own != whole && chosen[own].claim_type == chosen[whole].claim_type => {
                links.push((own, whole));
            }
            None if may_be_part(view, group) => {
                parts.push(Part {
                    candidate: as_part(view, &chosen[whole], index),
                    whole,
                });
            }
            _ => {}
        }
    }
    for list in breakdowns(view, chosen) {
        let whole = list.whole;
        for index in list.members {
            let own = chosen
                .iter()
                .position(|it| it.number == Target::Group(index));
            let known = parts
                .iter()
                .any(|it| it.candidate.number == Target::Group(index));
            match own {
                Some(own)
                    if chosen[own].claim_type == chosen[whole].claim_type
                        && !links.iter().any(|(part, _)| *part == own) =>
                {
                    links.push((own, whole));
                }
                None if !known => parts.push(Part {
                    candidate: as_part(view, &chosen[whole], index),
                    whole,
                }),
                _ => {}
            }
        }
    }
    (parts, links)
}

/// A count and the groups that it is made of.
struct Breakdown {
    /// Index among the chosen candidates.
    whole: usize,
    /// Indices of groups.
    members: Range<usize>,
}

/// Lists right after a count whose numbers add up to it: "eight others (three soldiers and five civilians)", "236 people
/// as follows: 82 gunmen and 154 civilians".
fn breakdowns(view: &View<'_>, chosen: &[Candidate]) -> Vec<Breakdown> {
    let mut found = Vec::new();
    for (whole, candidate) in chosen.iter().enumerate() {
        let Target::Group(at) = candidate.number else {
            continue;
        };
        let Some(total) = count(view, at) else {
            continue;
        };
        let opens = view.groups[at].tokens.end;
        let mut sum = Decimal::ZERO;
        let mut end = opens;
        for index in at + 1..view.groups.len() {
            let group = &view.groups[index];
            let first = index == at + 1;
            let joins = if first {
                opens_list(view, opens..group.tokens.start)
            } else {
                view.joiner_before(group.tokens.start)
                    .is_some_and(|it| it <= end)
            };
            let Some(next) = count(view, index)
                .filter(|_| joins && may_be_part(view, group))
                .and_then(|one| sum.checked_add(one))
            else {
                break;
            };
            sum = next;
            end = body_end(view, group.tokens.end);
            if sum == total && !first {
                let members = at + 1..index + 1;
                found.push(Breakdown { whole, members });
                break;
            }
        }
    }
    found
}

/// The plain number of a group.
pub(super) fn count(view: &View<'_>, group: usize) -> Option<Decimal> {
    match view.groups[group].number {
        Number::One => Some(Decimal::ONE),
        Number::Read(index) => {
            let quantity = &view.quantities[index];
            (quantity.kind == Kind::Cardinal).then_some(quantity.value.number)?
        }
    }
}

/// True when the tokens between a count and the first of a list hold a mark that opens one, and no other number.
fn opens_list(view: &View<'_>, gap: Range<usize>) -> bool {
    let mark =
        |at: usize| ["(", ",", ":"].iter().any(|it| view.is_mark(at, it)) || view.is_dash(at);
    gap.len() <= 5
        && gap.clone().any(mark)
        && !gap.clone().any(|at| view.is(at, Classes::CONJUNCTION))
}

/// "A boy was shot, one of several who had come back": he is that one.
fn is_same_one(view: &View<'_>, group: &Group, whole: &Candidate) -> bool {
    let Target::Group(at) = whole.number else {
        return false;
    };
    group.number == Number::One && group.of_them && view.groups[at].number == Number::One
}

/// A group that a marker or "of them" makes a part.
fn is_part(view: &View<'_>, group: &Group) -> bool {
    group.of_them
        || inclusion_before(view, group.tokens.start).is_some()
        || is_of_whom(view, group)
        || says_how(view, group)
}

/// "46, of whom 34 pilgrims": so many of those, and not "in a hotel, of which 40 rooms burned".
fn is_of_whom(view: &View<'_>, group: &Group) -> bool {
    let of = of_whom(view, group.tokens.start);
    of.is_some_and(|of| match group.head {
        Head::None => true,
        Head::Class(class) => Some(class) == view.words.person(),
        Head::Unknown => view.document.is_word_in_any_case(of + 1, "whom"),
        Head::Trigger => false,
    })
}

/// "(2,000 were hurt,) 168 critically": a number and how badly, and no verb of its own.
fn says_how(view: &View<'_>, group: &Group) -> bool {
    let end = group.tokens.end + 1;
    let stops =
        end >= view.range.end || view.is_any_mark(end) || view.is(end, Classes::CONJUNCTION);
    group.head == Head::None
        && !group.is_base
        && stops
        && view.is(end - 1, Classes::MANNER)
        && view.joiner_before(group.tokens.start).is_some()
}

/// "including four children and two women": the second follows the first part.
fn continued(view: &View<'_>, part: &Part, index: usize) -> Option<usize> {
    let Target::Group(before) = part.candidate.number else {
        return None;
    };
    let mut from = view.groups[before].tokens.end;
    // "11 of them children and seven women"
    from += usize::from(view.groups[before].of_them && view.is(from, Classes::PLURAL));
    // "of whom 34 were Danes and 12 Finns"
    if view.is(from, Classes::BE) && of_whom(view, view.groups[before].tokens.start).is_some() {
        let name = usize::from(!view.is_any_mark(from + 1));
        from = noun_phrase(view, from + 1).0.max(from + 1 + name);
    }
    let gap = from..view.groups.get(index)?.tokens.start;
    let joins = gap.len() <= 3
        && gap.clone().all(|at| {
            view.is(at, Classes::CONJUNCTION)
                || view.is_mark(at, ",")
                || view.is(at, Classes::DETERMINER)
        })
        && before + 1 == index;
    joins.then_some(part.whole)
}

/// "14 tourists were among at least 1,000 people killed": the claimed group that the next one is, when this one is said
/// to be among it.
fn among_next(view: &View<'_>, chosen: &[Candidate], index: usize) -> Option<usize> {
    let mut at = view.groups[index].tokens.end;
    while view.is_adverb(at) || view.is(at, Classes::HAVE) {
        at += 1;
    }
    if !view.is(at, Classes::BE) {
        return None;
    }
    at += 1;
    while view.is_adverb(at) || view.is(at, Classes::BE) {
        at += 1;
    }
    let next = view.groups.get(index + 1)?;
    let among = view.is(at, Classes::INCLUSION) && view.is(at, Classes::PREPOSITION);
    if !among || next.tokens.start > at + 3 {
        return None;
    }
    chosen
        .iter()
        .position(|it| it.number == Target::Group(index + 1))
}

/// The nearest claimed group before the part, with no finite verb of another clause between them.
fn whole_before(view: &View<'_>, chosen: &[Candidate], group: &Group) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for (index, candidate) in chosen.iter().enumerate() {
        let Target::Group(at) = candidate.number else {
            continue;
        };
        let end = view.groups[at].tokens.end;
        let part_itself = is_part(view, &view.groups[at]);
        if end <= group.tokens.start && !part_itself && best.is_none_or(|(_, so_far)| end > so_far)
        {
            best = Some((index, end));
        }
    }
    let (index, end) = best?;
    let near = group.tokens.start - end <= 25;
    let stopped = (end..group.tokens.start).any(|at| view.is_mark(at, ";"));
    (near && !stopped).then_some(index)
}

/// Persons, or a bare number of them; behind "of whom" whoever they are, and elsewhere those with a name: "12 Swedes".
fn may_be_part(view: &View<'_>, group: &Group) -> bool {
    let named = || !toll::names_thing(view, group) || is_of_whom(view, group);
    match group.head {
        Head::Class(_) | Head::None => true,
        Head::Unknown => group.of_them || named(),
        Head::Trigger => group.of_them,
    }
}

fn as_part(view: &View<'_>, whole: &Candidate, group: usize) -> Candidate {
    let start = view.groups[group].tokens.start;
    let marker = inclusion_before(view, start).or_else(|| of_whom(view, start));
    let marker = marker.unwrap_or(start);
    Candidate {
        number: Target::Group(group),
        frame: Frame::Incl,
        words: whole.words.clone(),
        verb_phrase: marker..start,
        score: whole.score,
        ..whole.clone()
    }
}
