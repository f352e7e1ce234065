//! Whose doings are counted: "his 11th visit" is a visit of the person whom the headline speaks of, "Noboa won 52
//! percent" a share of his.

use super::{Resolver, classes};
use crate::claims::Claim;
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

/// The name before the number in its clause, or the one that the number goes to ("52 percent went to Noboa"). A name
/// after a preposition or before a genitive does nothing, and another number is somebody else's.
pub(super) fn of_clause(
    resolver: &Resolver,
    document: &Document<'_>,
    claim: &Claim,
) -> Option<Span> {
    let tokens = &document.tokens;
    let is = |at: usize, class| resolver.classes.is(&tokens[at], class);
    let no_name = classes::CALENDAR | classes::DETERMINER | classes::PRONOUN;
    let is_name = |at: usize| tokens[at].kind == TokenKind::Name && !is(at, no_name);
    let run = |last: usize| {
        let first = (claim.clause.start..=last)
            .rev()
            .take_while(|at| is_name(*at))
            .last()?;
        Some((first, tokens[first].span.join(tokens[last].span)))
    };
    let number = claim.quantity.tokens.clone();
    let mut at = number.start;
    while at > claim.clause.start && number.start - at < MAX_REACH {
        at -= 1;
        if tokens[at].kind == TokenKind::Number {
            break;
        }
        if !is_name(at) {
            continue;
        }
        let (first, name) = run(at)?;
        let owns = tokens.get(at + 1).is_some_and(|next| {
            next.span
                .slice(&document.article.text)
                .starts_with(['\'', '’'])
        });
        let before = first.checked_sub(1).filter(|at| *at >= claim.clause.start);
        if !owns && before.is_none_or(|at| !is(at, classes::PREPOSITION)) {
            return Some(name);
        }
        at = first;
    }
    let after = (number.end..claim.clause.end.min(number.end + MAX_REACH))
        .take_while(|at| tokens[*at].kind != TokenKind::Number)
        .find(|at| matches!(document.token_text(*at), "to" | "by"))?;
    let first = (after + 1..claim.clause.end.min(after + 3)).find(|at| is_name(*at))?;
    let last = (first..claim.clause.end)
        .take_while(|at| is_name(*at))
        .last()?;
    Some(tokens[first].span.join(tokens[last].span))
}
