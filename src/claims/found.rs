//! The trigger phrases of a sentence: the longest from each word, as far as it means something there.

use crate::text::{TokenKind, WordId};

use super::cues::Cues;
use super::triggers::{Match, Role};
use super::view::View;
use super::words::Classes;

impl View<'_> {
    /// The phrase, or the longest within it from the same token, that means something beside the words of this sentence:
    /// "registered" is a trigger of magnitudes only where a quake is spoken of.
    fn speaking(&self, hit: Match, cues: &Cues) -> Option<Match> {
        let speaks = |hit: &Match| {
            let mut uses = self.triggers.uses(*hit).iter();
            uses.any(|used| cues.speaks(self, used))
        };
        if speaks(&hit) {
            return Some(hit);
        }
        let within = self.matches_within(hit).into_iter();
        within.filter(|inner| inner.start == hit.start).find(speaks)
    }

    /// "(left three) dead and injured (another)": two verbs of which the second has an object of its own are no pair; what
    /// counts is the first, when there is one by itself.
    fn divided(&self, hit: Match) -> Option<Match> {
        let class = |at: usize, class: Classes| {
            self.range.contains(&at) && self.words.classes(self.token(at).word).any(class)
        };
        let joint = (hit.start + 1..hit.end).find(|at| class(*at, Classes::CONJUNCTION))?;
        let object = self.quantity_at(hit.end).is_some()
            || class(hit.end, Classes::DETERMINER)
            || self.range.contains(&hit.end) && self.token(hit.end).kind == TokenKind::Name;
        let inner = self.matches_within(hit).into_iter();
        let first = inner
            .filter(|inner| inner.start == hit.start && inner.end <= joint)
            .max_by_key(|inner| inner.end)?;
        let mut uses = self.triggers.uses(first).iter();
        let acts = uses.any(|used| matches!(used.role, Role::Verb(_)));
        let left = (self.range.start..hit.start).any(|at| class(at, Classes::LEAVES));
        (object && (left || !acts)).then_some(first)
    }

    /// Trigger phrases in order, without overlaps.
    pub(super) fn find_matches(&self, cues: &Cues) -> Vec<Match> {
        let mut found = Vec::new();
        let mut at = self.range.start;
        let tokens = &self.document.tokens[..self.range.end];
        while at < self.range.end {
            let hit = (tokens[at].word != WordId::UNKNOWN && self.quantity_at(at).is_none())
                .then(|| self.triggers.at(tokens, &self.document.article.text, at))
                .flatten()
                .map(|hit| self.divided(hit).unwrap_or(hit))
                .and_then(|hit| self.speaking(hit, cues));
            match hit {
                Some(hit) => {
                    at = hit.end;
                    found.push(hit);
                }
                None => at += 1,
            }
        }
        found
    }
}
