//! Days on which something was told, counted or followed, and not those on which it happened.

use std::ops::Range;

use super::Resolver;
use super::classes::{ADVERB, AFTERMATH, BE, DESCRIBED, DETERMINER, PREPOSITION, SPEECH};
use super::mention::{self, Mention, Mentions};
use super::moment::{Moment, MomentKind};
use crate::text::{Document, TokenKind, Zone};

/// The digits of a year, and of one that leaves its century out: "26 Feb 90".
const YEAR_DIGITS: usize = 4;
const SHORT_DIGITS: usize = 2;
/// The most words between what follows an event and its day: "appeared in court in Fulton County on Friday".
const AFTERMATH_REACH: usize = 8;
/// The most words between a verb of saying and its day: "said in a statement on Tuesday".
const SAID_REACH: usize = 5;
/// The most words between "told" and its day: "told the Karvona News Agency (KNA) on".
const TOLD_REACH: usize = 9;
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
    if day.end < document.tokens.len() && document.is_word(day.end, "'s") {
        return false;
    }
    // "indicted in the May 7 bombings", "held over the fatal Friday night shooting": the day of the event.
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
    let first = |fits: &dyn Fn(&Mention) -> bool| named.first().is_some_and(fits);
    // One word more only where the day touches the event: "a man Friday after the shooting" is another day.
    let touches = |incident: &Mention| incident.tokens.start == day.end;
    let before = |n: usize| {
        day.start
            .checked_sub(n)
            .is_some_and(|at| is(at, DETERMINER))
    };
    if before(1) && first(&describes) || before(2) && first(&touches) {
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
        // "It was reported today that on 10 March rebels attacked": the day stands in what is told.
        let word = word.filter(|word| !(*word..day.start).any(|at| document.is_word(at, "that")));
        let between = word.map(|word| mention::within(&mentions.incidents, word..day.start));
        between.is_some_and(<[Mention]>::is_empty) || is(day.end, class) && !is(day.end, DESCRIBED)
    };
    beside(SPEECH, SAID_REACH)
        || beside(AFTERMATH, AFTERMATH_REACH)
        || is_told_to(document, begins..day.start)
}

/// "Told the Karvona News Agency (KNA) on Saturday": nothing but the name of whom between.
fn is_told_to(document: &Document<'_>, before: Range<usize>) -> bool {
    let from = before.end.saturating_sub(TOLD_REACH).max(before.start);
    let told = (from..before.end)
        .rev()
        .find(|at| document.is_word(*at, "told"));
    told.is_some_and(|told| {
        (told + 1..before.end).all(|at| {
            let word = document.token_text(at);
            document.tokens[at].kind != TokenKind::Number
                && (document.tokens[at].kind != TokenKind::Word
                    || matches!(
                        word,
                        "the" | "a" | "news" | "agency" | "on" | "late" | "early"
                    ))
        })
    })
}

/// The most tokens of a body before the day on which it was published: "Last changed on May 03".
const STAMP_REACH: usize = 6;

/// "3 May 2019 - Quake fells a tower", "Published May 3 2019": the day of publication at the head of the text.
fn is_stamp(document: &Document<'_>, day: &Range<usize>) -> bool {
    let mut body = document.sentences.iter();
    let body = body.find(|it| matches!(it.zone, Zone::Body | Zone::Quote));
    let Some(from) = body.map(|it| it.tokens.start) else {
        return false;
    };
    if day.start < from || day.start - from > STAMP_REACH {
        return false;
    }
    let mut lead = from..day.start;
    let is_word = |at: usize| {
        let token = document.tokens.get(at);
        token.is_some_and(|token| token.kind == TokenKind::Word)
    };
    let is_label = |at: usize| {
        let word = document.token_text(at).to_lowercase();
        STAMPS.contains(&word.as_str())
    };
    // "On 3 May a quake struck", "3 May was a black day", "Early May 3 a quake": days told in a sentence.
    let bare = |at: usize| !is_word(at) && !opens_sentence(document, at);
    lead.clone().any(is_label) || lead.all(bare) && !is_word(day.end)
}

/// The most tokens of a text before the date that its page bears.
const PAGE_REACH: usize = 60;

/// "Toll rises to 74 AFP Sunday 12 Mar 2017 Twin bombings": the article's own date, with its year, near the head of the text.
pub(super) fn is_of_page(document: &Document<'_>, moment: &Moment) -> bool {
    let next = moment.tokens.end;
    // "In this March 2015 file photo".
    if next < document.tokens.len()
        && matches!(document.token_text(next), "file" | "photo" | "picture")
    {
        return true;
    }
    let MomentKind::Day(day) = moment.kind else {
        return false;
    };
    let from = moment.tokens.start;
    let told = from
        .checked_sub(1)
        .is_some_and(|at| opens_sentence(document, at));
    let last = document.token_text(moment.tokens.end - 1);
    let digits = last.bytes().rev().take_while(u8::is_ascii_digit);
    let year = match digits.count() {
        YEAR_DIGITS => true,
        // Of two words the digits are the day.
        SHORT_DIGITS => moment.tokens.len() > 2,
        _ => false,
    };
    from <= PAGE_REACH && !told && year && document.article.date == Some(day)
}

/// A capital that the sentence gives a small word: "On", "Early".
fn opens_sentence(document: &Document<'_>, at: usize) -> bool {
    let word = document.token_text(at);
    [
        "on", "in", "of", "since", "the", "by", "early", "late", "last", "before", "after", "until",
    ]
    .iter()
    .any(|it| it.eq_ignore_ascii_case(word))
}

/// What stands before the day of publication.
const STAMPS: [&str; 5] = ["published", "publication", "updated", "posted", "changed"];

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
