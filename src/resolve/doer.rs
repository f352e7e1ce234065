//! Whose doings are counted: "his 11th visit" is a visit of the person whom the headline speaks of.

use super::Resolver;
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
