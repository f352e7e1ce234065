//! Where names of places stand in an article, and how each hangs in its clause.

use std::cell::LazyCell;
use std::ops::Range;

use super::Resolver;
use super::care;
use super::classes::{ADVERB, AUTHORITY, BE, BREAK, ENTERED, PREPOSITION, RELATIVE, SPEECH};
use super::dateline::Dateline;
use super::mention::Governed;
use super::namesake::Found;
use super::openers::PLACES;
use super::run::Runs;
use super::shield;
use super::sighting::Sightings;
use crate::text::{Document, TokenKind};

/// The most words between a place and the incident that it names: "the Hallowfield house party shooting".
const INCIDENT_REACH: usize = 2;

/// What names of places are looked up in.
pub(super) struct Names<'d> {
    pub(super) resolver: &'d Resolver,
    pub(super) document: &'d Document<'d>,
    pub(super) sightings: &'d Sightings,
    pub(super) dateline: Option<&'d Dateline>,
}

impl Names<'_> {
    /// Appends the names of one sentence.
    pub(super) fn read(&self, sentence: &Range<usize>, found: &mut Vec<Found>) {
        // Most sentences name no place.
        let titled = LazyCell::new(|| shield::is_title_case(self.document, sentence));
        let mut at = sentence.start;
        while at < sentence.end {
            let name = self.may_begin(at).then(|| self.longest(at, sentence.end));
            let Some((after, listed)) = name.flatten() else {
                at += 1;
                continue;
            };
            let tokens = at..after;
            at = after;
            let mut governed = self.governed(sentence, &tokens, listed);
            if let Some(name) = listed {
                let known = self.resolver.gazetteer.name(name);
                let shielded = shield::is_shielded(
                    self.resolver,
                    self.document,
                    sentence,
                    &tokens,
                    known,
                    *titled,
                ) || (known.weak && governed == Governed::No);
                let wide = known.postal || self.is_wide(name);
                match (shielded, self.is_authority(tokens.end)) {
                    (false, _) => {}
                    (true, true) if !wide => governed = Governed::Authority,
                    _ => continue,
                }
            }
            found.push(Found {
                tokens,
                listed,
                governed,
            });
        }
    }

    const fn runs(&self) -> Runs<'_> {
        Runs {
            document: self.document,
            classes: &self.resolver.classes,
        }
    }

    /// True where a listed name may begin.
    fn may_open(&self, at: usize) -> bool {
        self.resolver.openers.of(&self.document.tokens[at]) & PLACES != 0
    }

    /// False for most tokens: no name begins there.
    fn may_begin(&self, at: usize) -> bool {
        self.may_open(at) || self.sightings.may_begin(self.runs(), at)
    }

    /// The longest name at `at`, of the list or of the article's own.
    fn longest(&self, at: usize, end: usize) -> Option<(usize, Option<u32>)> {
        let text = self.document.article.text.as_str();
        let tokens = &self.document.tokens;
        let gazetteer = &self.resolver.gazetteer;
        let listed = self
            .may_open(at)
            .then(|| gazetteer.longest_before(tokens, text, at, end))
            .flatten();
        let own = self.sightings.longest(self.runs(), at, end);
        match (listed, own) {
            (Some((after, _)), Some(own)) if own > after => Some((own, None)),
            (Some((after, name)), _) => Some((after, Some(name))),
            (None, own) => own.map(|after| (after, None)),
        }
    }

    fn governed(
        &self,
        sentence: &Range<usize>,
        tokens: &Range<usize>,
        listed: Option<u32>,
    ) -> Governed {
        if self
            .dateline
            .is_some_and(|dateline| dateline.tokens.start == tokens.start)
        {
            return Governed::Dateline;
        }
        let wide = listed.is_some_and(|name| self.is_wide(name));
        let told = self.incident_named(sentence, tokens.end);
        if told.is_some_and(|kind| !wide || self.resolver.events.befalls(kind)) {
            return Governed::Locative;
        }
        if shield::is_owner(self.resolver, self.document, sentence, tokens.end) {
            return Governed::No;
        }
        let before = tokens
            .start
            .checked_sub(1)
            .filter(|at| sentence.contains(at));
        let is = |at: usize, class| self.resolver.classes.is(&self.document.tokens[at], class);
        if listed.is_none() && before.is_some_and(|at| is(at, ENTERED)) {
            return Governed::Locative;
        }
        if care::is_of_care(self.resolver, self.document, sentence, tokens) {
            return Governed::Preposition;
        }
        match shield::governed(self.resolver, self.document, sentence, tokens.start) {
            Governed::No if !wide && self.is_authority(tokens.end) => Governed::Authority,
            governed => governed,
        }
    }

    /// "Hallowfield shooting": the kind of an incident whose noun follows, with at most two words between.
    fn incident_named(&self, sentence: &Range<usize>, from: usize) -> Option<u32> {
        let tokens = &self.document.tokens[..sentence.end];
        let text = self.document.article.text.as_str();
        for at in from..(from + INCIDENT_REACH + 1).min(sentence.end) {
            // "Tanzania had a blast": its verb stands between.
            let function = PREPOSITION | BREAK | SPEECH | RELATIVE | BE | ADVERB;
            let token = &tokens[at];
            if matches!(token.kind, TokenKind::Mark | TokenKind::Number)
                || self.resolver.classes.is(token, function)
                || self.document.is_word(at, "'s")
            {
                return None;
            }
            let verbs = &self.resolver.gazetteer.incident_verbs;
            if let Some(kind) = self.resolver.events.told_at(tokens, text, at) {
                return verbs.longest_at(tokens, text, at).is_none().then_some(kind);
            }
        }
        None
    }

    fn is_authority(&self, at: usize) -> bool {
        let token = self.document.tokens.get(at);
        token.is_some_and(|token| self.resolver.classes.is(token, AUTHORITY))
    }

    /// True for the name of a country or a part of the world.
    fn is_wide(&self, name: u32) -> bool {
        let gazetteer = &self.resolver.gazetteer;
        let mut places = gazetteer.name(name).places.iter();
        places.any(|at| gazetteer.place(*at).wide)
    }
}
