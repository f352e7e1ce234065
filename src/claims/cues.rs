//! Words that must, or must not, stand beside a trigger.

use crate::schema::claim_type::ClaimType;
use crate::text::{Vocabulary, WordId};

use super::candidate::Candidate;
use super::view::View;

/// A phrase as word numbers.
type Cue = Box<[WordId]>;

/// The cues of every trigger, by type and trigger.
#[derive(Debug)]
pub(super) struct Cues {
    rows: Vec<Vec<Row>>,
}

#[derive(Debug)]
struct Row {
    need: Vec<Cue>,
    never: Vec<Cue>,
}

impl Cues {
    /// Compiles the cues of all types.
    pub(super) fn new(types: &[ClaimType], vocabulary: &mut Vocabulary) -> Self {
        let mut compile = |phrases: &[String]| -> Vec<Cue> {
            phrases
                .iter()
                .map(|phrase| words(phrase, vocabulary))
                .filter(|cue| !cue.is_empty())
                .collect()
        };
        let rows = types
            .iter()
            .map(|kind| {
                kind.triggers
                    .iter()
                    .map(|rule| Row {
                        need: compile(&rule.need_cue),
                        never: compile(&rule.never_cue),
                    })
                    .collect()
            })
            .collect();
        Self { rows }
    }

    /// True when the sentence holds a needed cue, if any is needed, and no forbidden one.
    pub(super) fn allow(&self, view: &View<'_>, candidate: &Candidate) -> bool {
        let row = &self.rows[candidate.claim_type][candidate.trigger];
        let has = |cues: &[Cue]| cues.iter().any(|cue| contains(view, cue));
        (row.need.is_empty() || has(&row.need)) && !has(&row.never)
    }
}

fn words(phrase: &str, vocabulary: &mut Vocabulary) -> Cue {
    phrase
        .split([' ', '-'])
        .filter(|word| !word.is_empty())
        .map(|word| vocabulary.intern(word))
        .collect()
}

fn contains(view: &View<'_>, cue: &[WordId]) -> bool {
    let tokens = &view.document.tokens[view.range.clone()];
    tokens.windows(cue.len()).any(|window| {
        window
            .iter()
            .zip(cue)
            .all(|(token, word)| token.word == *word)
    })
}
