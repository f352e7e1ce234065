//! What the sentence before counts: "Ten people died. Among them were three firefighters."

use crate::schema::Frame;
use crate::schema::claim_type::Trigger;
use crate::span::Span;

use super::candidate::{Candidate, Target};
use super::group::{Head, Number};
use super::view::View;
use super::words::Classes;
use super::{Claim, Modality, Polarity, toll};

/// The one kind of count that a sentence gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// Index into the schema's types.
    pub(super) claim_type: usize,
    /// Index into the type's aspects.
    pub(super) aspect: Option<usize>,
    /// The count as an index into the claims of the document, where it is the only one.
    pub(super) whole: Option<usize>,
    /// Whom it counts.
    pub(super) counted: Option<Span>,
}

/// What the sentence before `sentence` counts; nothing when it counts several things, or says what is not so.
pub(super) fn before(claims: &[Claim], sentence: usize) -> Option<Told> {
    let wholes = claims
        .iter()
        .enumerate()
        .rev()
        .take_while(|(_, claim)| claim.sentence + 1 == sentence)
        .filter(|(_, claim)| claim.part_of.is_none());
    let mut told: Option<Told> = None;
    for (index, claim) in wholes {
        let (claim_type, aspect) = (claim.claim_type, claim.aspect);
        let plain = claim.polarity == Polarity::Affirmed && claim.modality == Modality::Actual;
        let alike = told.is_none_or(|it| (it.claim_type, it.aspect) == (claim_type, aspect));
        if !plain || !alike {
            return None;
        }
        let only = told.is_none();
        told = Some(Told {
            claim_type,
            aspect,
            whole: only.then_some(index),
            counted: claim.counted.filter(|_| only),
        });
    }
    told
}

/// True unless the trigger asks for a count in the sentence before, or for a number without a noun, and there is none.
pub(super) fn holds(view: &View<'_>, candidate: &Candidate, rule: &Trigger) -> bool {
    let bare = match candidate.number {
        Target::Group(index) => {
            let group = &view.groups[index];
            // "28 of the dead" says of whom there are so many; "12 of the 40" does not.
            let end = group.tokens.end;
            let counted = (end + 1..end + 3).any(|at| view.quantity_at(at).is_some());
            let of = view.is(end, Classes::OF) && !counted;
            group.head == Head::None && !group.of_them && !of
        }
        Target::Quantity(_) => true,
    };
    (bare || !rule.bare) && (!rule.of_before || fits(view, candidate))
}

/// "(Gunmen took 54 sailors.) Eight of them were freed on Monday": whom the pronoun stands for, where the sentence before counts one
/// group, and no number of this one comes before.
pub(super) fn stands_for(view: &View<'_>, candidate: &Candidate) -> Option<Span> {
    let Target::Group(index) = candidate.number else {
        return None;
    };
    let group = &view.groups[index];
    let pronoun = group.of_them && view.is(group.tokens.end - 1, Classes::PRONOUN);
    // "tightened the ring around the rebels, killing scores of them"
    let is_people = |at: usize| {
        let noun = view.words.noun(view.token(at).word);
        noun == view.words.person() && view.is(at, Classes::PLURAL)
    };
    let own = (view.range.start..group.tokens.start).any(is_people);
    view.told.filter(|_| pronoun && index == 0 && !own)?.counted
}

/// "227 children were taken, and not the 287 of whom it spoke": the sentence counts people itself, before this group.
fn counts_before(view: &View<'_>, group: usize) -> bool {
    view.groups[..group].iter().any(|it| {
        let people = match it.head {
            Head::Class(class) => Some(class) == view.words.person(),
            Head::Trigger => true,
            Head::Unknown | Head::None => false,
        };
        people && it.number != Number::One
    })
}

/// True when the sentence before counts what the candidate is of, and the number counts people as far as is known:
/// "among them were three broken ropes" counts things.
fn fits(view: &View<'_>, candidate: &Candidate) -> bool {
    let counts_things = match candidate.number {
        Target::Group(index) => {
            toll::names_thing(view, &view.groups[index])
                || candidate.frame == Frame::Toll && counts_before(view, index)
        }
        Target::Quantity(_) => true,
    };
    let told = view.told.map(|it| it.claim_type);
    told == Some(candidate.claim_type) && !counts_things
}
