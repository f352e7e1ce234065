//! Where a claim stands among the tokens of its article.

use std::ops::Range;

use super::who::tokens_of;
use crate::claims::{Claim, Frame};
use crate::text::Document;

/// Where a claim stands.
#[derive(Clone, Debug)]
pub(super) struct Anchor {
    /// First token of number and trigger.
    pub(super) low: usize,
    /// One past the last token of number and trigger.
    pub(super) high: usize,
    /// Its clause.
    pub(super) clause: Range<usize>,
    /// Its sentence.
    pub(super) sentence: Range<usize>,
    /// Tokens of the trigger alone.
    pub(super) trigger: Range<usize>,
    /// The claim tells how high a toll is: the day after its number is that of the count.
    pub(super) is_level: bool,
}

impl Anchor {
    /// The tokens of a claim.
    pub(super) fn new(document: &Document<'_>, claim: &Claim) -> Self {
        let trigger = tokens_of(document, claim.trigger.span);
        let quantity = &claim.quantity.tokens;
        let sentence = document
            .sentences
            .get(claim.sentence)
            .map_or_else(|| quantity.clone(), |sentence| sentence.tokens.clone());
        Self {
            low: quantity.start.min(trigger.start),
            high: quantity.end.max(trigger.end),
            is_level: claim.frame == Frame::Toll && trigger.end <= quantity.start,
            clause: claim.clause.clone(),
            sentence,
            trigger,
        }
    }
}
