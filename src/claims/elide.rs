//! What one claim of a sentence owes to another: "40,000 Palestinians were killed and another 91,700 injured" counts
//! Palestinians twice, and adds the injured to the dead, not to other injured.

use crate::span::Span;

use super::view::View;
use super::{Certainty, Claim, Frame};

/// Gives a number without a noun what the claim before it in the same sentence counts, when "and" or a comma joins them.
pub(super) fn share_counted(view: &View<'_>, claims: &mut [Claim]) {
    let mut before: Option<(Span, u32)> = None;
    for claim in claims {
        let elided = claim.counted.is_none() && is_bare(claim);
        match (elided, before) {
            (true, Some((counted, _)))
                if view.joiner_before(claim.quantity.tokens.start).is_some() =>
            {
                claim.counted = Some(counted);
                claim.certainty = claim.certainty.max(Certainty::Likely);
                claim.notes.push("counted-elided");
            }
            (false, _) if claim.part_of.is_none() => {
                before = claim
                    .counted
                    .map(|counted| (counted, claim.quantity.span.end))
                    .or(before);
            }
            _ => {}
        }
    }
}

/// "Killing 250 and injuring 1,000 more": the others are more than those of another count, and all of their own.
pub(super) fn settle_increments(claims: &mut [Claim]) {
    for at in 1..claims.len() {
        let (before, rest) = claims.split_at_mut(at);
        let Some(claim) = rest.first_mut() else { break };
        let one_kind = |it: &Claim| (it.claim_type, it.aspect) == (claim.claim_type, claim.aspect);
        if claim.value.increment && !before.iter().any(one_kind) {
            claim.value.increment = false;
        }
    }
}

/// Frames in which the counted noun can be left out.
const fn is_bare(claim: &Claim) -> bool {
    match claim.frame {
        Frame::Elliptic | Frame::QAdj | Frame::Passive | Frame::Active | Frame::Coord => true,
        // "another two injured": as many again of the same.
        Frame::QNoun => claim.value.increment,
        _ => false,
    }
}
