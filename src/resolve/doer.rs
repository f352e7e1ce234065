//! Whose doings are counted: "his 11th visit" is a visit of the person whom the headline speaks of, "Noboa won 52
//! percent" a share of his.

use std::ops::Range;

use super::{Resolver, classes};
use crate::claims::Claim;
use crate::schema::{ClaimType, Lent};
use crate::span::Span;
use crate::text::{Document, TokenKind, Zone};

/// The most words of a person's name at the head of a headline.
const MAX_NAME: usize = 3;

/// The person who opens the headline as the subject of its verb ("Mensah arrives in Accra"), or `None`. A place there
/// stands for a government and travels nowhere.
pub(super) fn of_headline(resolver: &Resolver, document: &Document<'_>) -> Option<Span> {
    let headline = document
        .sentences
        .iter()
        .find(|sentence| sentence.zone == Zone::Headline)?;
    let tokens = &document.tokens[..headline.tokens.end];
    let start = headline.tokens.start;
    let n_names = tokens[start..]
        .iter()
        .take_while(|token| token.kind == TokenKind::Name)
        .count();
    let verb = tokens.get(start + n_names)?;
    let is_subject = (1..=MAX_NAME).contains(&n_names) && verb.kind == TokenKind::Word;
    let text = &document.article.text;
    let is_place = resolver
        .gazetteer
        .longest_before(tokens, text, start, headline.tokens.end)
        .is_some();
    (is_subject && !is_place).then(|| tokens[start].span.join(tokens[start + n_names - 1].span))
}

/// The farthest a doer stands from its number, in tokens.
const MAX_REACH: usize = 12;
/// The most tokens of an apposition on either side of the name in it: "the Green candidate".
const MAX_ASIDE: usize = 4;

/// The ids of triggers that tell by how much one is ahead of another, with the words that tell of the contest.
pub(super) type Contests = Vec<(String, Vec<Vec<String>>)>;

/// Those of a claim type.
pub(super) fn contests(kind: &ClaimType) -> Contests {
    let words = |cue: &Lent| cue.split_whitespace().map(str::to_owned).collect();
    let contests = kind.triggers.iter().filter(|it| !it.before_cue.is_empty());
    let contests = contests.map(|it| (it.id.clone(), it.need_cue.iter().map(words).collect()));
    contests.collect()
}

/// The names of a clause.
struct Names<'a> {
    resolver: &'a Resolver,
    document: &'a Document<'a>,
    clause: &'a Range<usize>,
}

/// The name before the number in its clause, or the one that the number goes to ("52 percent went to Noboa"). A name
/// after a preposition or before a genitive does nothing, and another number is somebody else's.
pub(super) fn of_clause(
    resolver: &Resolver,
    document: &Document<'_>,
    claim: &Claim,
) -> Option<Span> {
    let names = Names {
        resolver,
        document,
        clause: &claim.clause,
    };
    let number = claim.quantity.tokens.clone();
    let contests = resolver.contests.get(claim.claim_type)?;
    if let Some((_, cues)) = contests.iter().find(|(id, _)| *id == claim.trigger.id) {
        return names.ahead(cues, number.start);
    }
    names
        .before(number.start)
        .or_else(|| names.goes_to(number.end))
}

impl Names<'_> {
    fn is(&self, at: usize, class: classes::Class) -> bool {
        self.resolver.classes.is(&self.document.tokens[at], class)
    }

    fn is_name(&self, at: usize) -> bool {
        let no_name = classes::CALENDAR | classes::DETERMINER | classes::PRONOUN;
        self.document.tokens[at].kind == TokenKind::Name && !self.is(at, no_name)
    }

    fn is_number(&self, at: usize) -> bool {
        self.document.tokens[at].kind == TokenKind::Number
    }

    /// The first token of the name that ends at `last`.
    fn first(&self, last: usize) -> usize {
        let names = (self.clause.start..=last).rev();
        names
            .take_while(|at| self.is_name(*at))
            .last()
            .unwrap_or(last)
    }

    fn span(&self, first: usize, last: usize) -> Span {
        let tokens = &self.document.tokens;
        tokens[first].span.join(tokens[last].span)
    }

    /// The nearest name before a token that may do something.
    fn before(&self, start: usize) -> Option<Span> {
        let mut at = start;
        while at > self.clause.start && start - at < MAX_REACH {
            at -= 1;
            if self.is_number(at) {
                break;
            }
            if !self.is_name(at) {
                continue;
            }
            let first = self.first(at);
            if let Some(last) = self.described(first, at, start) {
                return Some(self.span(self.first(last), last));
            }
            let owns = self.document.token_text(at + 1).starts_with(['\'', '’']);
            let before = first.checked_sub(1).filter(|at| *at >= self.clause.start);
            if !owns && before.is_none_or(|at| !self.is(at, classes::PREPOSITION)) {
                return Some(self.span(first, at));
            }
            at = first;
        }
        None
    }

    /// "Emma Stone, the Green candidate, won": the end of the name that an apposition with another name describes.
    fn described(&self, first: usize, last: usize, until: usize) -> Option<usize> {
        let is_comma = |at: &usize| self.document.token_text(*at) == ",";
        let opens = first.saturating_sub(MAX_ASIDE).max(self.clause.start)..first;
        let opens = opens.rev().find(is_comma)?;
        (last + 1..until.min(last + 1 + MAX_ASIDE)).find(is_comma)?;
        let name = opens.checked_sub(1).filter(|at| *at >= self.clause.start)?;
        let before = self.first(name).checked_sub(1);
        let before = before.filter(|at| *at >= self.clause.start);
        let is_placed = before.is_some_and(|at| self.is(at, classes::PREPOSITION));
        let describes = self.is(opens + 1, classes::DETERMINER);
        (describes && self.is_name(name) && !is_placed).then_some(name)
    }

    /// "52 percent went to Noboa"
    fn goes_to(&self, end: usize) -> Option<Span> {
        let after = (end..self.clause.end.min(end + MAX_REACH))
            .take_while(|at| !self.is_number(*at))
            .find(|at| matches!(self.document.token_text(*at), "to" | "by"))?;
        self.from(after + 1)
    }

    /// The name that begins at a token or right behind it.
    fn from(&self, start: usize) -> Option<Span> {
        let first = (start..self.clause.end.min(start + 2)).find(|at| self.is_name(*at))?;
        let last = (first..self.clause.end)
            .take_while(|at| self.is_name(*at))
            .last()?;
        Some(self.span(first, last))
    }

    /// Who is ahead: the name before the words of the contest ("Reed beat Hall by 312 votes"), or behind those that end in
    /// "to" or "by" ("Hall lost to Reed by 312 votes"). Of words that fit, the last and longest count.
    fn ahead(&self, cues: &[Vec<String>], number: usize) -> Option<Span> {
        let stands = |at: usize, cue: &Vec<String>| {
            let tokens = at..at + cue.len();
            tokens.end <= number
                && tokens
                    .zip(cue)
                    .all(|(at, word)| self.document.token_text(at).eq_ignore_ascii_case(word))
        };
        let (at, cue) = (self.clause.start..number).rev().find_map(|at| {
            let fitting = cues.iter().filter(|cue| stands(at, cue));
            Some((at, fitting.max_by_key(|cue| cue.len())?))
        })?;
        let end = at + cue.len();
        match cue.last().map(String::as_str) {
            Some("to" | "by") if end < number => self.from(end),
            Some("to" | "by") => None,
            _ => self.before(at),
        }
    }
}
