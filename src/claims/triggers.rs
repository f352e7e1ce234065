//! The schema's trigger words in all their forms, ready to be looked up token by token.

use std::ops::Deref;
use std::sync::Arc;

use crate::schema::claim_type::ClaimType;
use crate::schema::inflect::Form;
use crate::schema::{Frame, Schema};
use crate::text::{PhraseTable, Token, Vocabulary};

use super::wording::Wording;
use super::words::{NounClass, Words};

/// One way to use a trigger phrase: of which claim type, in which grammatical form.
#[derive(Clone, Debug)]
pub(super) struct Use {
    /// What the phrase is in a clause.
    pub(super) role: Role,
    sense: Arc<Sense>,
}

/// What holds of every phrase of a trigger: they share it.
#[derive(Debug)]
pub(super) struct Sense {
    /// Index into the schema's types.
    pub(super) claim_type: usize,
    /// Index into the type's triggers.
    pub(super) trigger: usize,
    /// The shapes it takes part in.
    pub(super) frames: FrameSet,
    /// The trigger names what it counts, and says more than one that counts whatever its type counts.
    pub(super) is_specific: bool,
    /// It counts some of those whom its type counts.
    pub(super) is_some: bool,
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

impl Deref for Use {
    type Target = Sense;

    fn deref(&self) -> &Sense {
        &self.sense
    }
}

impl Sense {
    fn new((claim_type, kind): (usize, &ClaimType), trigger: usize, words: &Words) -> Self {
        let rule = &kind.triggers[trigger];
        let counted = rule.counted.as_ref().unwrap_or(&kind.counted);
        let classes = || counted.iter().filter_map(|name| words.class_number(name));
        Self {
            claim_type,
            trigger,
            frames: FrameSet::new(&rule.frames),
            is_specific: rule.counted.as_ref().is_some_and(|it| !it.is_empty()),
            is_some: rule.some,
            counted: (!counted.is_empty()).then(|| classes().collect()),
        }
    }
}

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
    table: PhraseTable<u32>,
    /// The uses of all phrases, those of one side by side.
    uses: Vec<Use>,
    /// Of each phrase, where its uses begin; and their end.
    starts: Vec<u32>,
    /// Of each type, the one that counts its people and others: those shot, killed or not.
    broader: Vec<Option<usize>>,
}

impl Triggers {
    /// Compiles the triggers of every type, of which `wording` has the phrases.
    pub(super) fn new(
        schema: &Schema,
        mut wording: Wording,
        words: &Words,
        vocabulary: &mut Vocabulary,
    ) -> Self {
        let senses = schema.types.iter().enumerate().map(|kind| {
            let triggers = 0..kind.1.triggers.len();
            let senses = triggers.map(|trigger| Arc::new(Sense::new(kind, trigger, words)));
            senses.collect()
        });
        let senses: Vec<Vec<Arc<Sense>>> = senses.collect();
        let numbers = vocabulary.take_in(&wording.vocabulary);
        wording.table.renumber(&numbers);
        let uses = wording.phrases.iter().map(|phrase| {
            let of_type = &senses[usize::from(phrase.claim_type)];
            Use {
                role: phrase.role,
                sense: Arc::clone(&of_type[usize::from(phrase.trigger)]),
            }
        });
        Self {
            uses: uses.collect(),
            table: wording.table,
            starts: wording.starts,
            broader: broader(&schema.types),
        }
    }

    /// True when two types tell of one fate: one is a kind of the other, or both are of a third.
    pub(super) fn is_one_fate(&self, a: usize, b: usize) -> bool {
        self.broader[a].is_some() && self.broader[a] == self.broader[b]
    }

    /// True for a type that says what came of those whom a broader one counts: dead, or injured, of those shot.
    pub(super) fn is_exact(&self, claim_type: usize) -> bool {
        self.broader[claim_type].is_some_and(|broader| broader != claim_type)
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
            row: found.value as usize,
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
                    row: row as usize,
                });
                end = until - 1;
            }
        }
        found
    }

    /// The uses of a found phrase.
    pub(super) fn uses(&self, found: Match) -> &[Use] {
        let (from, until) = (self.starts[found.row], self.starts[found.row + 1]);
        &self.uses[from as usize..until as usize]
    }
}

/// Of each type the first that includes it, or itself where it includes others.
fn broader(types: &[ClaimType]) -> Vec<Option<usize>> {
    let of = |kind: &ClaimType| {
        types.iter().position(|it| {
            it.includes.contains(&kind.name) || it.name == kind.name && !it.includes.is_empty()
        })
    };
    types.iter().map(of).collect()
}
