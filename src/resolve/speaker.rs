//! Where the words for one who speaks begin and end, and what is a verb of saying.

use std::ops::Range;

use super::Resolver;
use super::classes::{
    ADVERB, BE, BREAK, CALENDAR, CLAIMS, Classes, DEED, DETERMINER, HELPS, LINK, PLAIN,
    PREPOSITION, PRONOUN, SPEAKER, SPEECH, WEEKDAY,
};
use super::source::{LONGEST_SPEAKER, Spoken, ends_speaker, stance};
use crate::text::{Document, Token, TokenKind};

/// A verb of saying in lower case that no determiner makes a noun.
pub(super) fn is_verb(resolver: &Resolver, document: &Document<'_>, at: usize) -> bool {
    let token = &document.tokens[at];
    if token.kind != TokenKind::Word || !resolver.classes.is(token, SPEECH) {
        return false;
    }
    let noun = at > 0 && {
        let before = &document.tokens[at - 1];
        resolver.classes.is(before, DETERMINER) && !document.is_word(at - 1, "'s")
            || document.token_text(at - 1).eq_ignore_ascii_case("to")
    };
    !noun
        && !names_report(&resolver.classes, document, at)
        && !is_compound(resolver, document, at)
        && !claims_deed(resolver, document, at)
}

/// "initial reports from officials", "reports indicate": who speaks, and no verb.
pub(super) fn names_report(classes: &Classes, document: &Document<'_>, at: usize) -> bool {
    let speaks = |next: &Token| next.kind == TokenKind::Word && classes.is(next, SPEECH);
    let next = document.tokens.get(at + 1);
    document.is_word(at, "reports")
        && next.is_some_and(|next| document.is_word(at + 1, "from") || speaks(next))
}

/// "according to residents the report said", "according to a paper she thinks": behind the name of who speaks, with nothing that
/// joins them, another clause begins at the end of `speaker`.
pub(super) fn opens_other(
    classes: &Classes,
    document: &Document<'_>,
    speaker: Range<usize>,
) -> bool {
    let Some(last) = speaker.clone().last() else {
        return false;
    };
    let joined = classes.is(&document.tokens[last], LINK | DETERMINER);
    let opens = matches!(document.token_text(speaker.end), "the" | "a" | "an")
        || NOMINATIVES.contains(&document.token_text(speaker.end));
    opens && !joined
}

/// "a baggage claim area": no verb before another noun.
fn is_compound(resolver: &Resolver, document: &Document<'_>, at: usize) -> bool {
    let classes = &resolver.classes;
    let after = document.tokens.get(at + 1);
    let goes_on = after.is_some_and(|after| {
        after.kind == TokenKind::Word && !classes.is(after, LINK | DETERMINER)
    });
    goes_on && is_noun(classes, document, at)
}

/// "an incident report", "the baggage claim": what may be a verb stands behind a noun in the singular that names nobody who
/// speaks.
pub(super) fn is_noun(classes: &Classes, document: &Document<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let noun = &document.tokens[before];
    classes.is(&document.tokens[at], PLAIN)
        && noun.kind == TokenKind::Word
        && !document.token_text(before).ends_with('s')
        && !classes.is(noun, SPEAKER | ADVERB | PRONOUN | BE | HELPS | LINK)
}

/// The most words from "claimed" to what was done: "claimed a double suicide car bomb attack".
const DEED_REACH: usize = 6;

/// "claimed responsibility for", "claimed a suicide attack on", "claimed the life of": nothing is said to be so. Not so
/// "claimed the attack killed ten".
fn claims_deed(resolver: &Resolver, document: &Document<'_>, at: usize) -> bool {
    let classes = &resolver.classes;
    if !classes.is(&document.tokens[at], CLAIMS) {
        return false;
    }
    let tokens = &document.tokens;
    let behind = at + 1..tokens.len().min(at + 1 + DEED_REACH);
    let ends = |at: usize| {
        let next = tokens.get(at);
        next.is_none_or(|it| it.kind == TokenKind::Mark || classes.is(it, LINK | BREAK))
    };
    behind
        .take_while(|at| !ends(*at))
        .any(|at| classes.is(&tokens[at], DEED) && ends(at + 1))
}

/// Pronouns before a verb: alone, or the subject of a clause that follows a noun ("a man they say shot four").
const NOMINATIVES: [&str; 6] = ["he", "she", "it", "they", "we", "i"];

/// What of the words before a verb of saying can be its subject: behind the verb of another clause, in a text without
/// commas ("seven were injured local media said"); nothing, where a pronoun is.
fn subject(resolver: &Resolver, document: &Document<'_>, speaker: Range<usize>) -> Range<usize> {
    let text = |at: usize| document.token_text(at);
    let none = speaker.start..speaker.start;
    let last = speaker.clone().last().map(text);
    if speaker.len() > 1 && last.is_some_and(|it| NOMINATIVES.contains(&it)) {
        return none;
    }
    let helps = |at: &usize| {
        resolver.classes.is(&document.tokens[*at], BE)
            || matches!(
                text(*at),
                "has" | "have" | "had" | "would" | "will" | "could" | "did"
            )
    };
    let Some(verb) = speaker.clone().rev().find(helps) else {
        return speaker;
    };
    let behind = (verb + 1..speaker.end).find(|at| {
        !resolver.classes.is(&document.tokens[*at], ADVERB) && !text(*at).ends_with("ed")
    });
    let opens = |at: usize| {
        let token = &document.tokens[at];
        token.kind == TokenKind::Name || resolver.classes.is(token, DETERMINER | SPEAKER)
    };
    let plain = |at: usize| {
        let mut rest = document.tokens[at..speaker.end].iter();
        !rest.any(|token| resolver.classes.is(token, LINK))
    };
    let named = behind.filter(|at| opens(*at) || plain(*at));
    named.map_or(none, |at| at..speaker.end)
}

/// "other shootings reported at the club": a participle that describes what no one who speaks is named by.
fn describes(
    resolver: &Resolver,
    document: &Document<'_>,
    speaker: &Range<usize>,
    verb: usize,
) -> bool {
    let placed = document.tokens.get(verb + 1).is_some()
        && matches!(
            document.token_text(verb + 1),
            "at" | "in" | "near" | "across" | "by" | "along"
        )
        && !document.is_word(verb + 2, "least");
    placed
        && document.token_text(verb).ends_with("ed")
        && !document.tokens[speaker.clone()]
            .iter()
            .enumerate()
            .any(|(at, token)| {
                at > 0 && token.kind == TokenKind::Name || resolver.classes.is(token, SPEAKER)
            })
}

pub(super) fn speaker_before(
    resolver: &Resolver,
    document: &Document<'_>,
    sentence: &Range<usize>,
    verb: usize,
) -> Option<Spoken> {
    let least = verb.saturating_sub(LONGEST_SPEAKER).max(sentence.start);
    let from = (least..verb)
        .rev()
        .find(|at| ends_speaker(&resolver.classes, document, *at, sentence.end))
        .map_or(least, |at| at + 1);
    let from = phrase_start(resolver, document, from..verb);
    let speaker = subject(resolver, document, trimmed(resolver, document, from..verb));
    let stance = stance(&resolver.classes, &document.tokens[verb]);
    let speaks =
        is_speaker(resolver, document, &speaker) && !describes(resolver, document, &speaker, verb);
    speaks.then_some((speaker, stance))
}

/// Where the last noun phrase of `words` begins that names one who speaks, in a text without commas: "in the north on Monday
/// the Red Cross said", "45 people dead a local source told". What a preposition governs is of the phrase before it: "a
/// spokesman for the army".
fn phrase_start(resolver: &Resolver, document: &Document<'_>, words: Range<usize>) -> usize {
    let classes = &resolver.classes;
    let tokens = &document.tokens;
    // "in the province of Raqqa reports indicate"
    let reports = words
        .end
        .checked_sub(1)
        .filter(|at| document.is_word(*at, "reports"));
    let of = reports.and_then(|at| at.checked_sub(2));
    let of = of.is_some_and(|at| classes.is(&tokens[at], LINK));
    let begins = &tokens[words.start];
    let unnamed = begins.kind != TokenKind::Name && !classes.is(begins, DETERMINER);
    if let Some(at) = reports.filter(|at| of && unnamed && *at > words.start) {
        return at;
    }
    let opens = |at: &usize| {
        let (here, before) = (&tokens[*at], &tokens[*at - 1]);
        let word = document.token_text(*at);
        let article = matches!(word, "a" | "an" | "the") && !classes.is(before, LINK);
        // "Orla Brandt a nurse in Lund": says who she is.
        let says_who = word != "the" && is_named(resolver, document, words.start..*at);
        // "on Monday Lund police", "on 13 May the Red Cross".
        let number = before.kind == TokenKind::Number
            && at.checked_sub(2).is_some_and(|at| {
                tokens[at].kind == TokenKind::Number || classes.is(&tokens[at], CALENDAR)
            });
        let day = before.kind == TokenKind::Name && classes.is(before, WEEKDAY);
        let plain = || !tokens[*at..words.end].iter().any(|it| classes.is(it, LINK));
        let dated = (day || number) && (here.kind == TokenKind::Name || plain());
        article && !says_who || dated
    };
    let speaks = |at: &usize| {
        is_speaker(
            resolver,
            document,
            &trimmed(resolver, document, *at..words.end),
        )
    };
    (words.start + 1..words.end)
        .rev()
        .filter(opens)
        .find(speaks)
        .unwrap_or(words.start)
}

/// True for a name of several words: "Orla Brandt", "the Lund Centre for Peace".
fn is_named(resolver: &Resolver, document: &Document<'_>, words: Range<usize>) -> bool {
    let names = |at: &usize| {
        let token = &document.tokens[*at];
        token.kind == TokenKind::Name && !resolver.classes.is(token, CALENDAR | LINK)
    };
    let joins = |at: &usize| {
        resolver
            .classes
            .is(&document.tokens[*at], LINK | DETERMINER)
            || document.token_text(*at).len() <= 3
    };
    words.clone().filter(names).count() > 1 && words.clone().all(|at| names(&at) || joins(&at))
}

/// A speaker without the adverbs, auxiliaries and days around it; empty when the verb is passive.
pub(super) fn trimmed(
    resolver: &Resolver,
    document: &Document<'_>,
    speaker: Range<usize>,
) -> Range<usize> {
    let mut end = speaker.end;
    while end > speaker.start {
        let token = &document.tokens[end - 1];
        if resolver.classes.is(token, BE) {
            return speaker.start..speaker.start;
        }
        let aside = resolver.classes.is(token, CALENDAR | ADVERB)
            || matches!(document.token_text(end - 1), "on" | "." | "late" | "early");
        if !aside {
            break;
        }
        end -= 1;
    }
    let mut start = speaker.start;
    while start < end
        && (resolver.classes.is(&document.tokens[start], ADVERB)
            || document.tokens[start].kind == TokenKind::Number
                && document.tokens[start + 1..end]
                    .first()
                    .is_some_and(|it| it.kind == TokenKind::Name)
            || document.is_word(start, "-")
            || document.token_text(start).eq_ignore_ascii_case("and"))
    {
        start += 1;
    }
    start..end
}

/// A name or a word for those who speak; a pronoun alone says nothing.
pub(super) fn is_speaker(
    resolver: &Resolver,
    document: &Document<'_>,
    speaker: &Range<usize>,
) -> bool {
    const PRONOUNS: [&str; 8] = ["he", "she", "it", "they", "we", "i", "this", "that"];
    let alone = speaker.len() == 1
        && PRONOUNS.contains(&document.token_text(speaker.start).to_lowercase().as_str());
    // "to ease tensions … insisted": no name begins with a preposition.
    let led = document.tokens[speaker.clone()]
        .first()
        .is_none_or(|first| {
            resolver.classes.is(first, PREPOSITION | BE) && first.kind == TokenKind::Word
        });
    !alone
        && !led
        && document.tokens[speaker.clone()]
            .iter()
            .any(|token| token.kind == TokenKind::Name || resolver.classes.is(token, SPEAKER))
}
