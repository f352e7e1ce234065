//! The schema's trigger words in all their forms, ready to be looked up token by token.

use std::sync::Arc;

use crate::schema::claim_type::{ClaimType, Part, Trigger as Rule};
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

impl Use {
    /// What holds of every phrase of a trigger.
    fn new(kind: &ClaimType, rule: &Rule, words: &Words) -> Self {
        let counted = rule.counted.as_ref().unwrap_or(&kind.counted);
        let classes = || counted.iter().filter_map(|name| words.class_number(name));
        Self {
            claim_type: 0,
            trigger: 0,
            role: Role::Fixed,
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

/// How many forms a verb has at most, and a noun fewer: room is made for as many.
const MOST_FORMS: usize = 5;

/// Every phrase that a trigger is written as. Making them needs no vocabulary, so that others fill it meanwhile.
#[derive(Debug)]
pub struct Wording {
    /// By words; of equal words in order of types and triggers.
    phrases: Vec<Phrase>,
}

/// One way to write a trigger.
#[derive(Debug)]
struct Phrase {
    words: String,
    claim_type: u16,
    trigger: u16,
    role: Role,
}

impl Wording {
    /// The phrases of all triggers of a schema.
    pub fn new(schema: &Schema) -> Self {
        let rules = schema.types.iter().flat_map(|kind| &kind.triggers);
        let most_forms = |rule: &Rule| MOST_FORMS * rule.words.len();
        let mut phrases = Vec::with_capacity(rules.map(most_forms).sum());
        for (claim_type, kind) in (0..).zip(&schema.types) {
            for (trigger, rule) in (0..).zip(&kind.triggers) {
                let forms = forms(rule, &schema.lexicon.irregular);
                phrases.extend(forms.map(|(words, role)| Phrase {
                    words,
                    claim_type,
                    trigger,
                    role,
                }));
            }
        }
        let rule = |phrase: &Phrase| (phrase.claim_type, phrase.trigger);
        // "hit" is base, past and participle: as the latter two it is read by what stands around it.
        let plain = |phrase: &Phrase| phrase.role != Role::Verb(Form::PastOrParticiple);
        phrases.sort_by(|a, b| {
            a.words
                .cmp(&b.words)
                .then_with(|| (rule(a), plain(a)).cmp(&(rule(b), plain(b))))
        });
        phrases.dedup_by(|a, b| rule(a) == rule(b) && a.words == b.words);
        Self { phrases }
    }
}

/// All trigger phrases of a schema.
#[derive(Debug)]
pub(super) struct Triggers {
    table: PhraseTable<usize>,
    /// The uses of all phrases, those of one side by side.
    uses: Vec<Use>,
    /// Of each phrase, where its uses begin; and their end.
    starts: Vec<usize>,
    /// Of each type, the one that counts its people and others: those shot, killed or not.
    broader: Vec<Option<usize>>,
}

impl Triggers {
    /// Compiles the triggers of every type, of which `wording` has the phrases.
    pub(super) fn new(
        schema: &Schema,
        wording: &Wording,
        words: &Words,
        vocabulary: &mut Vocabulary,
    ) -> Self {
        let rules = schema.types.iter().map(|kind| {
            let triggers = kind.triggers.iter();
            let uses = triggers.map(|rule| Use::new(kind, rule, words));
            uses.collect::<Vec<_>>()
        });
        let rules: Vec<Vec<Use>> = rules.collect();
        let mut uses = Vec::with_capacity(wording.phrases.len());
        let mut starts = Vec::with_capacity(wording.phrases.len() + 1);
        let mut table = PhraseTable::default();
        let alike = wording.phrases.chunk_by(|a, b| a.words == b.words);
        // Of two phrases that the tokenizer cuts alike, the first in the alphabet holds.
        let rows = alike.enumerate().map(|(row, phrases)| {
            starts.push(uses.len());
            uses.extend(phrases.iter().map(|phrase| {
                let (claim_type, trigger) = (phrase.claim_type.into(), phrase.trigger.into());
                let rule: &Vec<Use> = &rules[claim_type];
                Use {
                    claim_type,
                    trigger,
                    role: phrase.role,
                    ..rule[trigger].clone()
                }
            }));
            (phrases[0].words.as_str(), row)
        });
        table.insert_all(vocabulary, rows);
        starts.push(uses.len());
        Self {
            table,
            uses,
            starts,
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
        &self.uses[self.starts[found.row]..self.starts[found.row + 1]]
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

/// Every phrase a trigger is written as, with its role.
fn forms(rule: &Rule, irregular: &Irregular) -> impl Iterator<Item = (String, Role)> {
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
    rule.words.iter().flat_map(each)
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
