//! The numbers of an article that were read as claims.

use super::who::tokens_of;
use crate::claims::Claim;
use crate::text::Document;

/// A number that was read as a claim.
#[derive(Clone, Copy, Debug)]
pub(super) struct Count {
    /// Its first token.
    pub(super) at: usize,
    /// The first token of what makes it a claim: "killed".
    pub(super) trigger: usize,
    /// The number of its claim type.
    pub(super) claim_type: usize,
}

impl Count {
    pub(super) fn new(document: &Document<'_>, claim: &Claim) -> Self {
        Self {
            at: claim.quantity.tokens.start,
            trigger: tokens_of(document, claim.trigger.span).start,
            claim_type: claim.claim_type,
        }
    }
}
