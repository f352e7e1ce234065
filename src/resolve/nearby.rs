//! The words of events in a claim's sentence, of which it may be told.

use std::ops::Range;

use super::classes::RELATIVE;
use super::mention::{self, Mention};
use super::scene::Scene;
use super::{Resolver, consequence};

/// The most words between a word like "possible" and the event that it keeps from being one.
const ASIDE_REACH: usize = 5;

/// A word of an event near a claim.
#[derive(Clone, Copy, Debug)]
pub(super) enum Candidate<'s> {
    Named(&'s Mention),
    Incident(&'s Mention),
}

impl<'s> Candidate<'s> {
    pub(super) const fn mention(self) -> &'s Mention {
        match self {
            Self::Named(mention) | Self::Incident(mention) => mention,
        }
    }

    pub(super) fn start(self) -> usize {
        self.mention().tokens.start
    }

    pub(super) fn end(self) -> usize {
        self.mention().tokens.end
    }
}

/// Words of events in the sentence outside the claim's own trigger, in order. An incident inside a named event's words
/// is that event.
pub(super) fn candidates<'s>(
    resolver: &Resolver,
    scene: &'s Scene<'_>,
    sentence: &Range<usize>,
    trigger: &Range<usize>,
) -> Vec<Candidate<'s>> {
    let named = mention::within(&scene.mentions.events, sentence.clone());
    let incidents = mention::within(&scene.mentions.incidents, sentence.clone());
    let apart = |a: &Range<usize>, b: &Range<usize>| a.end <= b.start || b.end <= a.start;
    let mut all: Vec<Candidate<'s>> = named.iter().map(Candidate::Named).collect();
    all.extend(
        incidents
            .iter()
            .filter(|incident| {
                named
                    .iter()
                    .all(|event| apart(&event.tokens, &incident.tokens))
            })
            .filter(|incident| !is_aside(resolver, scene, incident))
            .filter(|incident| !consequence::is(resolver, scene, incident))
            .map(Candidate::Incident),
    );
    all.retain(|candidate| apart(&candidate.mention().tokens, trigger));
    all.sort_by_key(|candidate| candidate.start());
    all
}

/// "the offensive, with raids by land and sea": the means, not the event.
fn is_aside(resolver: &Resolver, scene: &Scene<'_>, incident: &Mention) -> bool {
    let start = incident.tokens.start;
    // "Left open to the truck bombs that killed 220": of which the count is told.
    let next = scene.document.tokens.get(incident.tokens.end);
    if next.is_some_and(|next| resolver.classes.is(next, RELATIVE)) {
        return false;
    }
    (start.saturating_sub(ASIDE_REACH)..start).any(|at| {
        let near = at + 3 >= start;
        match scene.document.token_text(at) {
            "with" | "including" | "despite" | "against" | "to" => near,
            "possible" | "potential" | "another" | "outbreak" | "fears" => true,
            _ => false,
        }
    })
}
