//! Words that must, or must not, stand beside a trigger.

use std::ops::Range;

use crate::schema::Lent;
use crate::schema::claim_type::ClaimType;
use crate::text::{Token, Vocabulary, WordId};

use super::candidate::{Candidate, Target};
use super::triggers::Use;
use super::view::View;
use super::weighed::Outcome;

/// How far behind number and trigger a `then_cue` may end, in tokens.
const MAX_THEN: usize = 7;

/// How many tokens before a sentence may say what it is about.
const TOPIC_REACH: usize = 240;
/// How many of the first tokens of an article say what it is about.
const OPENING: usize = 80;

/// A phrase as word numbers.
type Cue = Box<[WordId]>;

/// The words of a sentence as a set that may seem to hold a few more: one look refuses most cues.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Outline([u64; 4]);

impl Outline {
    /// The words of these tokens.
    pub(super) fn of(tokens: &[Token]) -> Self {
        let mut outline = Self::default();
        for token in tokens {
            let (row, bit) = Self::place(token.word);
            outline.0[row] |= bit;
        }
        outline
    }

    const fn place(word: WordId) -> (usize, u64) {
        (word.index() % 4, 1 << (word.index() / 4 % 64))
    }

    fn may_hold(&self, cue: &Cue) -> bool {
        cue.iter().all(|word| {
            let (row, bit) = Self::place(*word);
            self.0[row] & bit != 0
        })
    }
}

/// The cues of every trigger, by type and trigger.
#[derive(Debug)]
pub(super) struct Cues {
    rows: Vec<Vec<Row>>,
}

#[derive(Debug)]
struct Row {
    need: Vec<Cue>,
    then: Vec<Cue>,
    never: Vec<Cue>,
    topic: Vec<Cue>,
    never_topic: Vec<Cue>,
}

impl Cues {
    /// Compiles the cues of all types.
    pub(super) fn new(types: &[ClaimType], vocabulary: &mut Vocabulary) -> Self {
        let mut cue = Vec::new();
        let mut compile = |phrases: &[Lent]| -> Vec<Cue> {
            let mut cues = Vec::with_capacity(phrases.len());
            for phrase in phrases {
                read(phrase, vocabulary, &mut cue);
                if !cue.is_empty() {
                    cues.push(cue.as_slice().into());
                }
            }
            cues
        };
        let rows = types
            .iter()
            .map(|kind| {
                kind.triggers
                    .iter()
                    .map(|rule| Row {
                        need: compile(&rule.need_cue),
                        then: compile(&rule.then_cue),
                        never: compile(&rule.never_cue),
                        topic: compile(&rule.topic),
                        never_topic: compile(&rule.never_topic),
                    })
                    .collect()
            })
            .collect();
        Self { rows }
    }

    /// True when a use of a trigger may say something in a sentence: the words it needs are there.
    pub(super) fn speaks(&self, view: &View<'_>, used: &Use) -> bool {
        let need = &self.rows[used.claim_type][used.trigger].need;
        need.is_empty() || has(view, need, view.range.clone())
    }

    /// What the cues of a candidate's trigger have against it; `None` when the sentence holds a needed one, if any is
    /// needed, and no forbidden one.
    pub(super) fn refusal(&self, view: &View<'_>, candidate: &Candidate) -> Option<Outcome> {
        let row = &self.rows[candidate.claim_type][candidate.trigger];
        if !row.need.is_empty() && !has(view, &row.need, view.range.clone()) {
            Some(Outcome::CueMissing)
        } else if !row.then.is_empty() && !has(view, &row.then, after(view, candidate)) {
            Some(Outcome::NothingFollows)
        } else if !row.topic.is_empty() && !is_about(view, &row.topic)
            || is_about(view, &row.never_topic)
        {
            Some(Outcome::OffTopic)
        } else {
            has(view, &row.never, view.range.clone()).then_some(Outcome::CueForbids)
        }
    }
}

/// The words of a phrase, instead of those that `cue` holds.
fn read(phrase: &str, vocabulary: &mut Vocabulary, cue: &mut Vec<WordId>) {
    // "the island's" is two tokens.
    let apart: String;
    let phrase = if phrase.contains('\'') {
        apart = phrase.replace("'s", " 's");
        &apart
    } else {
        phrase
    };
    let words = phrase.split([' ', '-']).filter(|word| !word.is_empty());
    cue.clear();
    cue.extend(words.map(|word| vocabulary.intern(word)));
}

/// The tokens that follow both number and trigger, to the end of the clause or [`MAX_THEN`].
fn after(view: &View<'_>, candidate: &Candidate) -> Range<usize> {
    let number_end = match candidate.number {
        Target::Group(index) => view.groups[index].tokens.end,
        Target::Quantity(index) => view.quantities[index].tokens.end,
    };
    let from = number_end.max(candidate.words.end).min(view.range.end);
    let until = (from + MAX_THEN).min(view.range.end);
    let end = (from..until)
        .find(|at| view.is_any_mark(*at) && matches!(view.text(*at), ";" | ":" | "?" | "!"))
        .unwrap_or(until);
    from..end
}

/// True when one of the cues stands where the article says what it is about: in its opening, or before the end of this
/// sentence and not far from it.
fn is_about(view: &View<'_>, cues: &[Cue]) -> bool {
    let end = view.range.end;
    let near = &view.document.tokens[view.range.start.saturating_sub(TOPIC_REACH)..end];
    let opening = &view.document.tokens[..OPENING.min(end)];
    cues.iter()
        .any(|cue| contains(near, cue) || contains(opening, cue))
}

/// True when one of the cues stands within `range`, which lies in the sentence.
fn has(view: &View<'_>, cues: &[Cue], range: Range<usize>) -> bool {
    let tokens = &view.document.tokens[range];
    cues.iter()
        .any(|cue| view.outline.may_hold(cue) && contains(tokens, cue))
}

fn contains(tokens: &[Token], cue: &[WordId]) -> bool {
    let Some((first, rest)) = cue.split_first() else {
        return false;
    };
    tokens.iter().enumerate().any(|(at, token)| {
        token.word == *first && {
            let after = tokens[at + 1..].iter().map(|token| &token.word);
            after.take(rest.len()).eq(rest)
        }
    })
}
