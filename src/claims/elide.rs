//! Nouns left out: "40,000 Palestinians were killed and 91,700 injured" counts Palestinians twice.

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

/// Frames in which the counted noun can be left out.
const fn is_bare(claim: &Claim) -> bool {
    matches!(
        claim.frame,
        Frame::Elliptic | Frame::QAdj | Frame::Passive | Frame::Active | Frame::Coord
    )
}
