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
    /// First token of what a place may stand behind: "(will cut 4,000 jobs in Europe,) 800 of them in Britain", where the verb is of
    /// the whole.
    pub(super) place_low: usize,
    /// Its clause.
    pub(super) clause: Range<usize>,
    /// What of the clause tells of its number alone: where its place and day are looked for first.
    pub(super) own: Range<usize>,
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
        let own = claim.conjunct.as_ref().unwrap_or(&claim.clause);
        // "(two died in Harsk) and five in Linden": the verb is elided.
        let is_elided = claim.conjunct.is_some() && !own.contains(&trigger.start);
        let core = if is_elided { quantity } else { &trigger };
        let is_part = claim.frame == Frame::Incl && trigger.end <= quantity.start;
        let low = quantity.start.min(core.start);
        Self {
            low,
            place_low: if is_part { quantity.start } else { low },
            high: quantity.end.max(core.end),
            is_level: claim.frame == Frame::Toll && trigger.end <= quantity.start,
            own: own.clone(),
            clause: claim.clause.clone(),
            sentence,
            trigger,
        }
    }

    /// How many tokens away a token is from number and trigger.
    pub(super) fn away(&self, token: usize) -> usize {
        let to = |end: usize| end.abs_diff(token);
        to(self.low).min(to(self.high))
    }
}
