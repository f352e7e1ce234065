//! The schema's trigger words in all their forms, ready to be looked up token by token.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::schema::claim_type::{Part, Trigger as Rule};
use crate::schema::inflect::{Form, plurals, verb_forms};
use crate::schema::lexicon::Irregular;
use crate::schema::{Frame, Schema};
use crate::text::{PhraseTable, Token, Vocabulary};

use super::words::{NounClass, Words};

/// One way to use a trigger phrase: of which claim type, in which grammatical form.
#[derive(Clone, Debug)]
pub(super) struct Use {
    /// Index into the schema's types.
    pub(super) claim_type: usize,
    /// Index into the type's triggers.
    pub(super) trigger: usize,
    /// What the phrase is in a clause.
    pub(super) role: Role,
    /// The shapes it takes part in.
    pub(super) frames: FrameSet,
    /// The trigger names what it counts, and says more than one that counts whatever its type counts.
    pub(super) is_specific: bool,
    /// Noun classes it counts; `None`: any.
    pub(super) counted: Option<Arc<[NounClass]>>,
}

/// What a trigger phrase is in a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A form of a verb, or a phrase that begins with one.
    Verb(Form),
    /// A noun.
    Noun,
    /// An adjective.
    Adjective,
    /// A phrase without an inflected verb: its frames alone say what it does.
    Fixed,
}

/// A set of frames.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct FrameSet(u32);

impl FrameSet {
    fn new(frames: &[Frame]) -> Self {
        Self(
            frames
                .iter()
                .fold(0, |set, frame| set | 1 << (*frame as u32)),
        )
    }

    /// True when the frame is in the set.
    pub(super) const fn has(self, frame: Frame) -> bool {
        self.0 & (1 << (frame as u32)) != 0
    }
}

/// A trigger phrase found in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Match {
    /// First token.
    pub(super) start: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// Which uses it has: an index for [`Triggers::uses`].
    pub(super) row: usize,
}

/// All trigger phrases of a schema.
#[derive(Debug)]
pub(super) struct Triggers {
    table: PhraseTable<usize>,
    rows: Vec<Vec<Use>>,
}

impl Triggers {
    /// Compiles the triggers of every type.
    pub(super) fn new(schema: &Schema, words: &Words, vocabulary: &mut Vocabulary) -> Self {
        let mut phrases = FxHashMap::<String, Vec<Use>>::default();
        for (claim_type, kind) in schema.types.iter().enumerate() {
            for (trigger, rule) in kind.triggers.iter().enumerate() {
                let counted = rule.counted.as_ref().unwrap_or(&kind.counted);
                let classes: Arc<[NounClass]> = counted
                    .iter()
                    .filter_map(|name| words.class_number(name))
                    .collect();
                for (phrase, role) in forms(rule, &schema.lexicon.irregular) {
                    phrases.entry(phrase).or_default().push(Use {
                        claim_type,
                        trigger,
                        role,
                        frames: FrameSet::new(&rule.frames),
                        is_specific: rule.counted.as_ref().is_some_and(|it| !it.is_empty()),
                        counted: (!counted.is_empty()).then(|| Arc::clone(&classes)),
                    });
                }
            }
        }
        // Of two phrases that the tokenizer cuts alike, the first in the alphabet holds.
        let mut phrases: Vec<(String, Vec<Use>)> = phrases.into_iter().collect();
        phrases.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        let mut table = PhraseTable::default();
        let rows = phrases.iter().enumerate();
        table.insert_all(
            vocabulary,
            rows.map(|(row, (phrase, _))| (phrase.as_str(), row)),
        );
        Self {
            table,
            rows: phrases.into_iter().map(|(_, uses)| uses).collect(),
        }
    }

    /// True when some trigger phrase may begin with this token.
    pub(super) fn begins(&self, token: &Token) -> bool {
        self.table.begins(token)
    }

    /// The longest trigger phrase that begins at token `at`.
    pub(super) fn at(&self, tokens: &[Token], text: &str, at: usize) -> Option<Match> {
        let found = self.table.longest_at(tokens, text, at)?;
        Some(Match {
            start: at,
            end: at + found.n_tokens,
            row: found.value,
        })
    }

    /// The trigger phrases within a longer one, `outer` itself left out: "killed" in "those killed", "lives" in
    /// "lives in".
    pub(super) fn within(&self, tokens: &[Token], text: &str, outer: Match) -> Vec<Match> {
        let mut found = Vec::new();
        for start in outer.start..outer.end {
            let mut end = outer.end - usize::from(start == outer.start);
            while let Some((until, row)) = self.table.longest_before(tokens, text, start, end) {
                found.push(Match {
                    start,
                    end: until,
                    row,
                });
                end = until - 1;
            }
        }
        found
    }

    /// The uses of a found phrase.
    pub(super) fn uses(&self, found: Match) -> &[Use] {
        &self.rows[found.row]
    }
}

/// Every phrase a trigger is written as, with its role.
fn forms(rule: &Rule, irregular: &Irregular) -> Vec<(String, Role)> {
    let each = |word: &String| match rule.part {
        // Of equal forms the first stays: "cut" and "hit" as a participle, which an object makes active again.
        Part::Verb => verb_forms(word, irregular)
            .into_iter()
            .rev()
            .map(|(form, kind)| (form, Role::Verb(kind)))
            .collect(),
        Part::Noun => {
            let all = plurals(word, irregular).into_iter().chain([word.clone()]);
            all.map(|form| (form, Role::Noun)).collect::<Vec<_>>()
        }
        Part::Adj => vec![(word.clone(), Role::Adjective)],
        Part::Phrase => phrase_forms(word, irregular),
    };
    let mut all: Vec<(String, Role)> = rule.words.iter().flat_map(each).collect();
    // "hit" is base, past and participle: as the latter two it is read by what stands around it.
    let plain = |role: Role| role != Role::Verb(Form::PastOrParticiple);
    all.sort_by(|a, b| a.0.cmp(&b.0).then(plain(a.1).cmp(&plain(b.1))));
    all.dedup_by(|a, b| a.0 == b.0);
    all
}

/// A phrase with its first `<verb>` in every form; without one it is fixed.
fn phrase_forms(phrase: &str, irregular: &Irregular) -> Vec<(String, Role)> {
    let Some((before, rest)) = phrase.split_once('<') else {
        return vec![(phrase.to_owned(), Role::Fixed)];
    };
    let Some((lemma, after)) = rest.split_once('>') else {
        return Vec::new();
    };
    verb_forms(lemma, irregular)
        .into_iter()
        .rev()
        .map(|(form, kind)| (format!("{before}{form}{after}"), Role::Verb(kind)))
        .collect()
}
