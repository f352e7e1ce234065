//! Who says so, and how.

use std::ops::Range;

use super::Resolver;
use super::anchor::Anchor;
use super::classes::{
    ADVERB, BREAK, CALENDAR, CLAIMS, CONFIRMS, Classes, DENIES, DETERMINER, PREPOSITION, RELATIVE,
    SPEAKER, SPEECH,
};
use super::scene::Scene;
use super::speaker::{
    is_noun, is_speaker, is_verb, names_report, opens_other, speaker_before, trimmed,
};
use crate::schema::lexicon::speech::Speech;
use crate::schema::pattern;
use crate::span::Span;
use crate::text::{Document, NameTable, Token, TokenKind, Vocabulary, Zone};

/// Who says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// As written.
    pub text: Option<Span>,
    /// One name for all the ways to name it: `gaza-health-ministry`.
    pub family: Option<String>,
    /// How it says so.
    pub stance: Option<Stance>,
}

/// How a source stands to what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// said, reported, confirmed
    Confirmed,
    /// claimed, alleged
    Claimed,
    /// denied, rejected
    Denied,
}

impl Stance {
    /// The name in YAML and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Claimed => "claimed",
            Self::Denied => "denied",
        }
    }
}

/// The most words of a speaker's name: "the Ministry of Public Health of the Gaza Strip".
pub(super) const LONGEST_SPEAKER: usize = 12;

/// Words that introduce sources, and their families.
#[derive(Clone, Debug, Default)]
pub(super) struct SourceTable {
    /// "according to"; the value is the stance: 0 confirmed, 1 claimed.
    according: NameTable<u32>,
    family_names: NameTable<u32>,
    families: Vec<String>,
}

impl SourceTable {
    pub(super) fn new(speech: &Speech, vocabulary: &mut Vocabulary) -> Self {
        let mut table = Self::default();
        for (phrases, stance) in [(&speech.according, 0), (&speech.according_claimed, 1)] {
            for phrase in phrases {
                table.according.insert(vocabulary, phrase, stance);
            }
        }
        for family in &speech.families {
            let index = table.families.len() as u32;
            table.families.push(family.family.clone());
            for phrase in &family.phrases {
                // A phrase that does not expand names nobody; a test holds that the built-in ones do.
                for name in pattern::expand(phrase).unwrap_or_default() {
                    table.family_names.insert(vocabulary, &name, index);
                }
            }
        }
        table
    }

    /// The family named in `range`: the longest name, the first of equals.
    pub(super) fn family(
        &self,
        text: &str,
        tokens: &[Token],
        range: &Range<usize>,
    ) -> Option<String> {
        let mut best: Option<(usize, u32)> = None;
        for at in range.clone() {
            if let Some((after, family)) = self
                .family_names
                .longest_before(tokens, text, at, range.end)
                && best.is_none_or(|(length, _)| after - at > length)
            {
                best = Some((after - at, family));
            }
        }
        best.map(|(_, family)| self.families[family as usize].clone())
    }
}

/// The source of a claim: "according to X" in its sentence, the speaker before it, the speaker after it; of a sentence
/// in quotation marks, the speaker of the sentence before.
pub(super) fn of(
    resolver: &Resolver,
    scene: &Scene<'_>,
    anchor: &Anchor,
    sentence: usize,
) -> Source {
    let document = scene.document;
    let spoken = according(resolver, document, &anchor.sentence)
        .or_else(|| before(resolver, document, anchor))
        .or_else(|| after(resolver, document, anchor))
        .or_else(|| tagged(resolver, document, anchor));
    let Some((speaker, stance)) = spoken.or_else(|| of_quote(resolver, document, sentence)) else {
        return Source::default();
    };
    let tokens = &document.tokens;
    let span = tokens[speaker.start]
        .span
        .join(tokens[speaker.end - 1].span);
    Source {
        text: Some(span),
        family: resolver.sources.family(scene.text(), tokens, &speaker),
        stance: Some(stance),
    }
}

pub(super) type Spoken = (Range<usize>, Stance);

fn according(
    resolver: &Resolver,
    document: &Document<'_>,
    sentence: &Range<usize>,
) -> Option<Spoken> {
    let text = document.article.text.as_str();
    let (from, stance) = sentence.clone().find_map(|at| {
        resolver
            .sources
            .according
            .longest_before(&document.tokens, text, at, sentence.end)
    })?;
    let most = sentence.end.min(from + LONGEST_SPEAKER);
    let end = (from..most)
        .find(|at| {
            ends_speaker(&resolver.classes, document, *at, sentence.end)
                || opens_other(&resolver.classes, document, from..*at)
        })
        .unwrap_or(most);
    let stance = if stance == 0 {
        Stance::Confirmed
    } else {
        Stance::Claimed
    };
    (from < end).then_some((from..end, stance))
}

/// A mark or a word at which the name of a speaker ends, in a sentence that goes on to `end`.
pub(super) fn ends_speaker(
    classes: &Classes,
    document: &Document<'_>,
    at: usize,
    end: usize,
) -> bool {
    let token = &document.tokens[at];
    let within = match document.token_text(at) {
        "-" => true,
        // "Dr. Khan", "the U.N. said", but not the end of the sentence.
        "." => document.tokens[..end]
            .get(at + 1)
            .is_some_and(|next| next.kind == TokenKind::Name),
        _ => false,
    };
    // "the report from the coroner": no verb.
    let noun = at > 0
        && (classes.is(&document.tokens[at - 1], DETERMINER)
            || is_noun(classes, document, at)
            || names_report(classes, document, at));
    (token.kind == TokenKind::Mark && !within)
        || !noun && is_stop(classes, token, document.token_text(at))
}

fn is_stop(classes: &Classes, token: &Token, word: &str) -> bool {
    classes.is(token, SPEECH | RELATIVE) && token.kind == TokenKind::Word
        || classes.is(token, BREAK) && !word.eq_ignore_ascii_case("and")
        || matches!(word, "who" | "after" | "because" | "if" | "since")
}

pub(super) fn stance(classes: &Classes, token: &Token) -> Stance {
    if classes.is(token, CONFIRMS) {
        Stance::Confirmed
    } else if classes.is(token, CLAIMS) {
        Stance::Claimed
    } else {
        debug_assert!(classes.is(token, DENIES), "a verb of saying has a stance");
        Stance::Denied
    }
}

/// "X said that 40 …", "X put the number at 40": the nearest verb of saying before the claim, or the trigger's own.
fn before(resolver: &Resolver, document: &Document<'_>, anchor: &Anchor) -> Option<Spoken> {
    let own = anchor.trigger.start;
    let is_article = |at: usize| {
        let token = document.tokens.get(at);
        token.is_some_and(|token| resolver.classes.is(token, DETERMINER))
    };
    let until = anchor.low.max(own + usize::from(is_article(own + 1)));
    (anchor.sentence.start..until)
        .rev()
        .filter(|at| is_verb(resolver, document, *at))
        .find_map(|at| speaker_before(resolver, document, &anchor.sentence, at))
}

/// "40 …, X said" and "40 …, said X".
fn after(resolver: &Resolver, document: &Document<'_>, anchor: &Anchor) -> Option<Spoken> {
    let verb = (anchor.high..anchor.sentence.end).find(|at| is_verb(resolver, document, *at))?;
    if believes_else(resolver, document, anchor, verb) {
        return None;
    }
    speaker_before(resolver, document, &anchor.sentence, verb).or_else(|| {
        let from = verb + 1;
        let most = anchor.sentence.end.min(from + LONGEST_SPEAKER);
        let end = (from..most)
            .find(|at| ends_speaker(&resolver.classes, document, *at, anchor.sentence.end))
            .unwrap_or(most);
        let speaker = trimmed(resolver, document, from..end);
        let stance = stance(&resolver.classes, &document.tokens[verb]);
        is_speaker(resolver, document, &speaker).then_some((speaker, stance))
    })
}

/// "Four were hurt, and now police believe she was targeted": what is believed stands behind the verb, in a clause of its
/// own.
fn believes_else(
    resolver: &Resolver,
    document: &Document<'_>,
    anchor: &Anchor,
    verb: usize,
) -> bool {
    let classes = &resolver.classes;
    let mark = |at: usize| document.tokens[at].kind == TokenKind::Mark;
    let joined = (anchor.high + 1..verb)
        .rev()
        .take_while(|at| !mark(*at))
        .any(|at| document.token_text(at) == "and" && mark(at - 1));
    let ends = |next: &Token| {
        next.kind == TokenKind::Mark || classes.is(next, PREPOSITION | CALENDAR | ADVERB)
    };
    let next = document.tokens[..anchor.sentence.end].get(verb + 1);
    let believes = stance(classes, &document.tokens[verb]) == Stance::Claimed;
    believes && joined && next.is_some_and(|next| !ends(next))
}

/// The most words of a speaker at the end of a headline: "Gaza health ministry".
const LONGEST_TAG: usize = 5;

/// "Toll rises to 120: Media office": who says so stands behind the last colon of a headline.
fn tagged(resolver: &Resolver, document: &Document<'_>, anchor: &Anchor) -> Option<Spoken> {
    let end = anchor.sentence.end;
    let least = end.saturating_sub(LONGEST_TAG + 1).max(anchor.high);
    let colon = (least..end)
        .rev()
        .find(|at| document.tokens[*at].kind == TokenKind::Mark)?;
    let speaker = colon + 1..end;
    let tokens = &document.tokens;
    let text = document.article.text.as_str();
    let speaks = tokens[speaker.clone()]
        .iter()
        .any(|token| resolver.classes.is(token, SPEAKER));
    let known = speaks || resolver.sources.family(text, tokens, &speaker).is_some();
    (document.is_word(colon, ":") && !speaker.is_empty() && known)
        .then_some((speaker, Stance::Confirmed))
}

/// The speaker of the sentence before, in the same paragraph.
fn of_quote(resolver: &Resolver, document: &Document<'_>, sentence: usize) -> Option<Spoken> {
    let quote = document.sentences.get(sentence)?;
    let last = document.sentences.get(sentence.checked_sub(1)?)?;
    if quote.zone != Zone::Quote || last.paragraph != quote.paragraph {
        return None;
    }
    last.tokens
        .clone()
        .rev()
        .filter(|at| is_verb(resolver, document, *at))
        .find_map(|at| speaker_before(resolver, document, &last.tokens, at))
}
