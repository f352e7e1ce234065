//! What one claim of a sentence owes to another: "40,000 Palestinians were killed and another 91,700 injured" counts
//! Palestinians twice, and adds the injured to the dead, not to other injured.

use crate::span::Span;
use crate::text::TokenKind;

use super::view::View;
use super::words::Classes;
use super::{Certainty, Claim, Frame};

/// Gives a number without a noun what the claim before it in the same sentence counts, when "and" or a comma joins them.
pub(super) fn share_counted(view: &View<'_>, claims: &mut [Claim]) {
    let mut before: Option<(Span, u32)> = None;
    for claim in claims {
        let elided = claim.counted.is_none() && is_bare(view, claim);
        match (elided, before) {
            (true, Some((counted, _)))
                if view.joiner_before(claim.quantity.tokens.start).is_some() =>
            {
                claim.counted = Some(counted);
                claim.certainty = claim.certainty.max(Certainty::Likely);
                claim.notes.push("counted-elided");
            }
            (false, _) if claim.part_of.is_none() && !says_how(view, claim) => {
                before = claim
                    .counted
                    .map(|counted| (counted, claim.quantity.span.end))
                    .or(before);
            }
            _ => {}
        }
    }
}

/// "three confirmed deaths (and two wounded)": what stands before the deed may say how it came, and only of it.
fn says_how(view: &View<'_>, claim: &Claim) -> bool {
    let first = view.token(claim.quantity.tokens.end.min(view.range.end - 1));
    let deed = claim.trigger.span.start;
    claim.frame == Frame::QNoun
        && claim.counted.is_some_and(|it| it.end <= deed)
        && first.kind == TokenKind::Word
        && view.words.noun(first.word).is_none()
}

/// Gives the first of two numbers with a verb each what the second counts: "killed 28 and wounded 30 militants".
pub(super) fn share_object(view: &View<'_>, claims: &mut [Claim]) {
    for at in 1..claims.len() {
        let (before, after) = claims.split_at_mut(at);
        let (Some(first), Some(second)) = (before.last_mut(), after.first()) else {
            continue;
        };
        let active = first.frame == Frame::Active && second.frame == Frame::Active;
        let end = first.quantity.tokens.end;
        let verb = view.token(end + 1).span.start == second.trigger.span.start;
        let shares = active
            && first.counted.is_none()
            && verb
            && view.is(end, Classes::CONJUNCTION)
            && !second.value.increment
            && !second.notes.contains(&"others");
        if shares && second.counted.is_some() {
            first.counted = second.counted;
            first.certainty = first.certainty.max(Certainty::Likely);
            first.notes.push("counted-elided");
        }
    }
}

/// "The toll rose to nine when two people died in hospital": the two are those by whom it rose.
pub(super) fn settle_rise(view: &View<'_>, claims: &mut [Claim]) {
    for at in 1..claims.len() {
        let (before, rest) = claims.split_at_mut(at);
        let (Some(toll), Some(this)) = (before.last(), rest.first_mut()) else {
            continue;
        };
        let kind = |it: &Claim| (it.claim_type, it.aspect);
        let mut between = toll.quantity.tokens.end..this.quantity.tokens.start;
        let rose = toll.frame == Frame::Toll && toll.notes.contains(&"risen");
        let fewer = this.value.number.zip(toll.value.number);
        if rose
            && kind(toll) == kind(this)
            && this.part_of.is_none()
            && fewer.is_some_and(|(this, toll)| this < toll)
            && between.any(|at| view.is(at, Classes::SUBORDINATOR))
        {
            this.value.increment = true;
        }
    }
}

/// How many sentences before the one with the others the count may stand that they are counted beside: "61 died. (…)
/// Another 95 were hurt".
const ASIDE: usize = 2;

/// More than those of another count are all of their own kind: "killing 250 and injuring 1,000 more", "61 died. Another 95
/// were hurt". So are those of another place: "seven died in Harsk, another three in Linden". Where nothing else is counted
/// before them they are more of their own: "15 more died. That brings the toll to 98".
pub(super) fn settle_increments(claims: &mut [Claim]) {
    for at in 0..claims.len() {
        let (before, this) = claims.split_at_mut(at);
        let Some(this) = this.first_mut().filter(|it| it.value.increment) else {
            continue;
        };
        let kind = |it: &Claim| (it.claim_type, it.aspect);
        let beside = before.iter().filter(|it| it.sentence == this.sentence);
        let added = if beside.clone().next().is_some() {
            beside.clone().any(|it| kind(it) == kind(this))
        } else {
            let last = before.last();
            let after_others = last.is_some_and(|it| this.sentence - it.sentence <= ASIDE);
            // "30 died. Dozens more were wounded": so few and many more than the dead.
            let vague = this.value.number.is_none();
            let beside_others =
                after_others && vague && last.is_some_and(|it| kind(it) != kind(this));
            !beside_others && (!after_others || before.iter().any(|it| kind(it) == kind(this)))
        };
        if !added || is_elsewhere(this) {
            this.value.increment = false;
        }
        // "Two were killed and seven more hurt": seven others.
        if !added && !this.notes.contains(&"others") {
            this.notes.push("others");
        }
    }
}

/// A member of a list with a place or time of its own, and without its verb.
fn is_elsewhere(claim: &Claim) -> bool {
    let own = claim.conjunct.as_ref();
    claim.trigger.span.end <= claim.quantity.span.start
        && own.is_some_and(|own| own.start == claim.quantity.tokens.start)
}

/// Frames in which the counted noun can be left out.
fn is_bare(view: &View<'_>, claim: &Claim) -> bool {
    match claim.frame {
        Frame::Elliptic | Frame::QAdj | Frame::Passive | Frame::Active | Frame::Coord => true,
        // "another two injured": as many again of the same; "nine miners were killed and dozens hurt": a participle.
        Frame::QNoun => {
            let tokens = &view.document.tokens;
            let at = tokens.partition_point(|it| it.span.start < claim.trigger.span.start);
            // "and 9,000 injured are waiting": a subject of its own.
            let has_verb = view.is(at + 1, Classes::AUXILIARY) || view.is_finite_verb(at + 1);
            claim.value.increment || view.is(at, Classes::PARTICIPLE) && !has_verb
        }
        _ => false,
    }
}
