//! Days on which something was told, counted or followed, and not those on which it happened.

use std::ops::Range;

use super::Resolver;
use super::classes::{ADVERB, AFTERMATH, BE, DETERMINER, PREPOSITION, SPEECH};
use super::mention::{self, Mention, Mentions};
use crate::text::{Document, TokenKind, Zone};

/// The most words between what follows an event and its day: "appeared in court in Fulton County on Friday".
const AFTERMATH_REACH: usize = 8;
/// The most words between a verb of saying and its day: "said in a statement on Tuesday".
const SAID_REACH: usize = 5;
/// The most words from "190" in "rose to 190 people on Monday" to the day.
const COUNT_REACH: usize = 3;
/// The most words between a day and the event that it names: "the May 7 embassy bombings".
const NAMED_REACH: usize = 4;

/// "said on Tuesday", "on Tuesday announced", "arraigned in court on Friday": a day beside a verb of saying, or of what
/// follows an event, with no event between them.
pub(super) fn is_of_telling(
    resolver: &Resolver,
    document: &Document<'_>,
    mentions: &Mentions,
    day: &Range<usize>,
) -> bool {
    let is = |at: usize, class| {
        let token = document.tokens.get(at);
        token.is_some_and(|token| resolver.classes.is(token, class))
    };
    if day.end < document.tokens.len() && document.token_text(day.end) == "'s" {
        return false;
    }
    // "indicted in the May 7 bombings": the day of the bombings.
    let named = mention::within(&mentions.incidents, day.end..day.end + NAMED_REACH);
    let describes = |incident: &Mention| {
        (day.end..incident.tokens.start).all(|at| {
            let token = &document.tokens[at];
            token.kind != TokenKind::Mark
                && !resolver
                    .classes
                    .is(token, PREPOSITION | SPEECH | BE | ADVERB)
        })
    };
    let after_article = day.start > 0
        && resolver
            .classes
            .is(&document.tokens[day.start - 1], DETERMINER);
    if after_article && named.first().is_some_and(describes) {
        return false;
    }
    if is_of_count(document, day.start) || is_stamp(document, day) {
        return true;
    }
    let sentence = document
        .sentences
        .partition_point(|it| it.tokens.end <= day.start);
    let begins = document
        .sentences
        .get(sentence)
        .map_or(0, |it| it.tokens.start);
    let beside = |class, reach: usize| {
        let from = day.start.saturating_sub(reach).max(begins);
        let word = (from..day.start).rev().find(|at| is(*at, class));
        let between = word.map(|word| mention::within(&mentions.incidents, word..day.start));
        between.is_some_and(<[Mention]>::is_empty) || is(day.end, class)
    };
    beside(SPEECH, SAID_REACH) || beside(AFTERMATH, AFTERMATH_REACH)
}

/// The most tokens of a body before the day on which it was published: "Last updated at Jul 01".
const STAMP_REACH: usize = 6;

/// "7 Jun 2016 - Air strikes kill 17", "Mon Jun 20 2016 A mayor was killed": the day of publication at the head of the text.
fn is_stamp(document: &Document<'_>, day: &Range<usize>) -> bool {
    let mut body = document.sentences.iter();
    let Some(body) = body.find(|it| matches!(it.zone, Zone::Body | Zone::Quote)) else {
        return false;
    };
    let from = body.tokens.start;
    let lead = from..day.start;
    let near = body.tokens.contains(&day.start) && lead.len() <= STAMP_REACH;
    let marks = |at: usize| document.tokens[at].kind != TokenKind::Word;
    let word = |at: usize| document.token_text(at).to_lowercase();
    let labels = [
        "published",
        "publication",
        "updated",
        "date",
        "last",
        "of",
        "at",
        "posted",
        "on",
    ];
    let labelled = lead.clone().any(|at| {
        matches!(
            word(at).as_str(),
            "published" | "publication" | "updated" | "posted"
        )
    });
    let bare = lead.clone().all(marks);
    let only_labels = lead
        .clone()
        .all(|at| marks(at) || labels.contains(&word(at).as_str()));
    // "On 3 May a quake struck": the event's own day, told in a sentence.
    let told = lead
        .clone()
        .next_back()
        .is_some_and(|at| matches!(word(at).as_str(), "on" | "of" | "in" | "since" | "the"))
        && !labelled;
    near && !told && (bare || labelled && only_labels)
}

/// "rose to 190 on Monday", "stood at 147 people by Friday": the day of a count.
fn is_of_count(document: &Document<'_>, day: usize) -> bool {
    let from = day.saturating_sub(COUNT_REACH);
    let number = (from..day)
        .rev()
        .find(|at| document.tokens[*at].kind == TokenKind::Number);
    number.is_some_and(|at| {
        let lead = at.checked_sub(1).map(|at| document.token_text(at));
        let joined = (at + 1..day).all(|at| document.tokens[at].kind == TokenKind::Word);
        matches!(lead, Some("to" | "at")) && joined
    })
}
