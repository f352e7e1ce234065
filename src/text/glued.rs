//! Headlines of other stories that a page without line ends has run on from the article: "… said. 55 Related Cat Saved From
//! Tree Storm Topples Crane Tags".

use std::ops::Range;

use super::{Token, TokenKind};

/// The bare word that heads such a list. In a sentence it stands behind a word ("a related story"), not behind a number or
/// a bracket.
const HEAD: &str = "Related";
/// Bytes of a word that has a capital in a headline.
const SHORTEST_WORD: usize = 5;
/// So many such words behind the head tell headlines from a name: "Related Companies".
const FEWEST_WORDS: usize = 6;

/// False for a text without any such list, as most are: its sentences need not be looked through.
pub(super) fn may_stand_in(text: &str) -> bool {
    text.contains(HEAD)
}

/// Where in a sentence of a paragraph's `tokens` headlines of other stories begin.
pub(super) fn head(text: &str, tokens: &[Token], sentence: &Range<usize>) -> Option<usize> {
    let is_head = |at: &usize| {
        let token = &tokens[*at];
        token.kind == TokenKind::Name
            && token.span.len() == HEAD.len()
            && token.span.slice(text) == HEAD
            && (*at == sentence.start || parts(text, &tokens[*at - 1]))
    };
    let at = sentence.clone().find(is_head)?;
    let long = tokens[at + 1..sentence.end]
        .iter()
        .filter(|it| it.span.len() >= SHORTEST_WORD && it.kind != TokenKind::Mark)
        .take(FEWEST_WORDS);
    let capitals = long.filter(|it| it.kind == TokenKind::Name).count();
    (capitals == FEWEST_WORDS).then_some(at)
}

fn parts(text: &str, before: &Token) -> bool {
    before.kind == TokenKind::Number || matches!(before.span.slice(text), ")" | "." | "…")
}
