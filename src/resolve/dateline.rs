//! Datelines: "HALLOWFIELD, Ohio (AP) — ", "Hallowfield, Sept. 3 - ".

use std::ops::Range;

use super::Resolver;
use super::cue::holder_after;
use super::run::Runs;
use crate::text::{Document, TokenKind, Zone};

/// The most tokens between the start of a paragraph and the dash of its dateline.
const REACH: usize = 16;
/// The most paragraphs above the one with the dateline: a byline, a summary.
const PARAGRAPHS: usize = 4;

/// The place that opens an article.
#[derive(Clone, Debug)]
pub(super) struct Dateline {
    /// Tokens of its name.
    pub(super) tokens: Range<usize>,
}

/// The first dateline of an article.
pub(super) fn find(resolver: &Resolver, document: &Document<'_>) -> Option<Dateline> {
    let mut above = None;
    let sentences = document.sentences.iter();
    let starts = sentences
        .filter(|sentence| matches!(sentence.zone, Zone::Body | Zone::Caption))
        .filter(|sentence| above.replace(sentence.paragraph) != Some(sentence.paragraph));
    starts.take(PARAGRAPHS).find_map(|sentence| {
        opens(
            resolver,
            document,
            sentence.paragraph,
            sentence.tokens.start,
        )
    })
}

fn opens(
    resolver: &Resolver,
    document: &Document<'_>,
    paragraph: u32,
    start: usize,
) -> Option<Dateline> {
    let runs = Runs {
        document,
        classes: &resolver.classes,
    };
    let inside = document
        .sentences
        .iter()
        .filter(|sentence| sentence.paragraph == paragraph);
    let end = inside.map(|sentence| sentence.tokens.end).max()?;
    let tokens = runs.at(start, end)?;
    let reach = end.min(start + REACH);
    let dash = (tokens.end..reach).find(|at| {
        let spaced = document.tokens[*at].spaced;
        matches!(document.token_text(*at), "—" | "–" | "--" | "_")
            || (document.is_word(*at, "-") && spaced)
    })?;
    let word = |at: usize| document.token_text(at);
    // In a text without small letters capitals say nothing.
    let small = (dash..end).any(|at| document.tokens[at].kind == TokenKind::Word);
    let shouted = tokens
        .clone()
        .all(|at| !word(at).chars().any(char::is_lowercase))
        && word(start).chars().count() > 2;
    let held = holder_after(resolver, document, tokens.end, dash).is_some();
    let credited = word(tokens.end) == "(" || word(dash - 1) == ")";
    // Between the name and the dash stand a state, a date and an agency, and no words of a sentence.
    let plain = (tokens.end..dash).all(|at| {
        let token = &document.tokens[at];
        token.kind != TokenKind::Word || word(at).len() <= 3
    });
    (plain && (held || (small && (shouted || credited)))).then_some(Dateline { tokens })
}
