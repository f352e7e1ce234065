//! Quantities and schemas in, claims out: which number answers which question, and what is counted.
//!
//! A closed set of clause [frames](Frame) ties numbers to the trigger words of the claim types. Every way to read a
//! number is a candidate; the best one by score wins, so that one number gives at most one claim. Never looks beyond
//! the sentence, and never adds numbers up.

mod candidate;
mod cues;
mod duration;
mod elide;
mod frames;
mod group;
mod nominal;
mod object;
mod part;
mod stance;
mod subject;
mod triggers;
mod value;
mod view;
mod voice;
mod words;

use std::ops::Range;

use crate::numbers::{Quantity, Value};
use crate::schema::Schema;
use crate::schema::claim_type::ClaimType;
use crate::span::Span;
use crate::text::{Document, Vocabulary, Zone};

pub use crate::schema::Frame;

use candidate::{Candidate, Target};
use cues::Cues;
use group::{Head, Number};
use stance::Stances;
use triggers::Triggers;
use view::View;
use words::Words;

/// A quantity read as a claim type.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Index into [`Schema::types`](crate::schema::Schema::types).
    pub claim_type: usize,
    /// Index into the type's aspects (`held` of hostages), where it has aspects.
    pub aspect: Option<usize>,
    /// The number as read in the text, in its written unit.
    pub quantity: Quantity,
    /// What it means in the claim type's unit.
    pub value: Value,
    /// The sentence it stands in, as an index into the document's sentences.
    pub sentence: usize,
    /// The clause it stands in: what negation, modality and sources reach. Indices into the document's tokens.
    pub clause: Range<usize>,
    /// The counted group as written: "Palestinians", "Islamist fighters"; `None` when the text does not say.
    pub counted: Option<Span>,
    /// The shape that tied the number to the trigger.
    pub frame: Frame,
    /// The trigger that named the claim type.
    pub trigger: Trigger,
    /// Affirmed or denied.
    pub polarity: Polarity,
    /// Actual, planned or possible.
    pub modality: Modality,
    /// The claim of the same article that this is a part of ("including four children"), as an index.
    pub part_of: Option<usize>,
    /// How sure the reading is.
    pub certainty: Certainty,
    /// Short remarks for the reader, e.g. `earlier-report`, `others`.
    pub notes: Vec<&'static str>,
}

/// The word or phrase that named the claim type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trigger {
    /// The trigger's `id` in the schema.
    pub id: String,
    /// Its words in the text.
    pub span: Span,
}

/// Whether the text states or denies it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Polarity {
    /// Stated.
    Affirmed,
    /// "denied that 40 had been killed"
    Denied,
}

/// Whether it is said to be so, meant to be so, or may be so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modality {
    /// It happened or holds.
    Actual,
    /// Proposed, offered, to be done.
    Planned,
    /// Feared, could, may.
    Possible,
}

/// How sure a reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// The words say so.
    Stated,
    /// The usual reading of the words.
    Likely,
    /// One reading among others.
    Possible,
}

macro_rules! names {
    ($type:ty { $($variant:ident => $name:literal),* $(,)? }) => {
        impl $type {
            /// The name in YAML and JSON.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }
        }
    };
}

names!(Polarity { Affirmed => "affirmed", Denied => "denied" });
names!(Modality { Actual => "actual", Planned => "planned", Possible => "possible" });
names!(Certainty { Stated => "stated", Likely => "likely", Possible => "possible" });

/// Finds claims by the schema's triggers.
#[derive(Debug)]
pub struct Extractor {
    types: Vec<ClaimType>,
    words: Words,
    triggers: Triggers,
    stances: Stances,
    cues: Cues,
}

impl Extractor {
    /// Compiles the triggers of all claim types.
    pub fn new(schema: &Schema, vocabulary: &mut Vocabulary) -> Self {
        let words = Words::new(&schema.lexicon, vocabulary);
        let triggers = Triggers::new(schema, &words, vocabulary);
        Self {
            types: schema.types.clone(),
            words,
            triggers,
            stances: Stances::new(&schema.lexicon.modality, vocabulary),
            cues: Cues::new(&schema.types, vocabulary),
        }
    }

    /// The claims of one document, in order of the text. `quantities` are in order of the text too.
    pub fn extract(&self, document: &Document<'_>, quantities: &[Quantity]) -> Vec<Claim> {
        let mut claims = Vec::new();
        let mut from = 0;
        for (sentence, here) in document.sentences.iter().enumerate() {
            let until = from
                + quantities[from..]
                    .iter()
                    .take_while(|q| q.sentence == sentence)
                    .count();
            if here.zone != Zone::Tail {
                let view = View::new(
                    document,
                    &self.words,
                    &self.triggers,
                    quantities,
                    sentence,
                    from..until,
                );
                if let Some(view) = view {
                    self.read_sentence(&view, sentence, &mut claims);
                }
            }
            from = until;
        }
        claims
    }

    /// The claims of one sentence, appended to `claims`.
    fn read_sentence(&self, view: &View<'_>, sentence: usize, claims: &mut Vec<Claim>) {
        let mut candidates = frames::candidates(view, &self.types);
        candidates.retain(|candidate| self.qualifies(view, candidate));
        let (held, free) = candidates
            .into_iter()
            .partition(|candidate| self.host(candidate).is_some());
        let mut chosen = candidate::choose(free);
        let hosted = self.take_hosted(held, &mut chosen);
        let (parts, mut links) = part::find(view, &chosen);
        links.extend(hosted);
        let mut made: Vec<(Option<usize>, Option<usize>, Claim)> = Vec::new();
        for (index, candidate) in chosen.iter().enumerate() {
            let whole = links
                .iter()
                .find(|(own, _)| *own == index)
                .map(|(_, whole)| *whole);
            made.extend(
                self.claim(view, sentence, candidate)
                    .map(|claim| (Some(index), whole, claim)),
            );
        }
        for part in &parts {
            made.extend(
                self.claim(view, sentence, &part.candidate)
                    .map(|claim| (None, Some(part.whole), claim)),
            );
        }
        made.sort_by_key(|(_, _, claim)| (claim.quantity.span, claim.claim_type));
        let base = claims.len();
        let place = |whole: usize| {
            made.iter()
                .position(|(own, _, _)| *own == Some(whole))
                .map(|at| base + at)
        };
        let wholes: Vec<Option<usize>> = made
            .iter()
            .map(|(_, whole, _)| whole.and_then(place))
            .collect();
        claims.extend(
            made.into_iter()
                .zip(wholes)
                .map(|((_, _, claim), part_of)| Claim { part_of, ..claim }),
        );
        elide::share_counted(view, &mut claims[base..]);
    }

    /// The aspect that a claim before this one must have: "24 of them dead" is of the hostages held.
    fn host(&self, candidate: &Candidate) -> Option<usize> {
        self.types[candidate.claim_type].triggers[candidate.trigger].of
    }

    /// Candidates that stand only beside a claim of their host aspect replace what else their number was read as.
    /// Returns the links from part to whole, as indices into `chosen`.
    fn take_hosted(
        &self,
        hosted: Vec<Candidate>,
        chosen: &mut Vec<Candidate>,
    ) -> Vec<(usize, usize)> {
        let mut links = Vec::new();
        for candidate in candidate::choose(hosted) {
            let aspect =
                |other: &Candidate| self.types[other.claim_type].triggers[other.trigger].aspect;
            let host = chosen.iter().position(|other| {
                other.claim_type == candidate.claim_type
                    && aspect(other) == self.host(&candidate)
                    && other.number < candidate.number
            });
            let Some(host) = host else { continue };
            let own = chosen
                .iter()
                .position(|other| other.number == candidate.number);
            let own = own.unwrap_or_else(|| {
                chosen.push(candidate.clone());
                chosen.len() - 1
            });
            chosen[own] = candidate;
            links.push((own, host));
        }
        links
    }

    /// True when the number is of the type's kind and the clause holds the cues the trigger asks for.
    fn qualifies(&self, view: &View<'_>, candidate: &Candidate) -> bool {
        let kind = &self.types[candidate.claim_type];
        let takes = match quantity_of(view, candidate) {
            Some(quantity) => value::convert(quantity, kind, candidate.frame).is_some(),
            None => match candidate.number {
                Target::Group(group) => candidate::counts_alone(
                    &view.groups[group],
                    self.words.class_number("person"),
                    candidate.frame,
                ),
                Target::Quantity(_) => false,
            },
        };
        takes && self.cues.allow(view, candidate)
    }

    /// Makes the claim of a chosen candidate; `None` when a reject pattern of its type matches.
    fn claim(&self, view: &View<'_>, sentence: usize, candidate: &Candidate) -> Option<Claim> {
        let kind = &self.types[candidate.claim_type];
        let quantity = match (quantity_of(view, candidate), candidate.number) {
            (Some(quantity), _) => quantity.clone(),
            (None, Target::Group(group)) => {
                let tokens = view.groups[group].tokens.clone();
                value::one(token_span(view, &tokens), tokens, sentence)
            }
            (None, Target::Quantity(_)) => return None,
        };
        if rejected(view, sentence, &quantity, kind) {
            return None;
        }
        let value = value::convert(&quantity, kind, candidate.frame)?;
        let rule = &kind.triggers[candidate.trigger];
        let core = quantity.tokens.start.min(candidate.verb_phrase.start)
            ..quantity.tokens.end.max(candidate.words.end);
        let clause = stance::clause(view, &core);
        let stance = self.stances.read(view, candidate, &clause);
        Some(Claim {
            claim_type: candidate.claim_type,
            aspect: rule.aspect,
            value,
            sentence,
            counted: counted(view, candidate),
            frame: candidate.frame,
            trigger: Trigger {
                id: rule.id.clone(),
                span: token_span(view, &candidate.words),
            },
            polarity: stance.polarity,
            modality: stance.modality,
            part_of: None,
            certainty: certainty(candidate),
            notes: if stance.earlier {
                vec!["earlier-report"]
            } else {
                Vec::new()
            },
            clause,
            quantity,
        })
    }
}

/// The quantity a candidate counts with; `None` for a person without a number.
fn quantity_of<'v>(view: &View<'v>, candidate: &Candidate) -> Option<&'v Quantity> {
    match candidate.number {
        Target::Quantity(index) => Some(&view.quantities[index]),
        Target::Group(group) => match view.groups[group].number {
            Number::Read(index) => Some(&view.quantities[index]),
            Number::One => None,
        },
    }
}

/// The bytes of a token range.
fn token_span(view: &View<'_>, tokens: &Range<usize>) -> Span {
    let first = view.token(tokens.start).span;
    let last = view.token(tokens.end.max(tokens.start + 1) - 1).span;
    first.join(last)
}

/// What is counted, without the number; nothing for "12 were killed" and "1,200 deaths".
fn counted(view: &View<'_>, candidate: &Candidate) -> Option<Span> {
    let Target::Group(index) = candidate.number else {
        return None;
    };
    let group = &view.groups[index];
    let mut noun = group.noun.clone();
    if group.of_them || group.head == Head::None {
        return None;
    }
    // A trigger inside the phrase ("three wounded soldiers", "12 civilian deaths") is no part of who is counted.
    if noun.contains(&candidate.words.start) {
        if candidate.words.end >= noun.end {
            if group.head == Head::Trigger {
                noun.end = candidate.words.start;
            }
        } else if candidate.words.start == noun.start {
            noun.start = candidate.words.end;
        }
    }
    (!noun.is_empty()).then(|| token_span(view, &noun))
}

/// How sure the reading is, by its score.
fn certainty(candidate: &Candidate) -> Certainty {
    match candidate.score {
        80.. => Certainty::Stated,
        55.. => Certainty::Likely,
        _ => Certainty::Possible,
    }
}

/// True when a reject pattern of the type matches the sentence with the number written as `Q`.
fn rejected(view: &View<'_>, sentence: usize, quantity: &Quantity, kind: &ClaimType) -> bool {
    if kind.reject.is_empty() {
        return false;
    }
    let span = view.document.sentences[sentence].span;
    let text = &view.document.article.text;
    let before = Span {
        start: span.start,
        end: quantity.span.start.max(span.start),
    }
    .slice(text);
    let after = Span {
        start: quantity.span.end.min(span.end),
        end: span.end,
    }
    .slice(text);
    let masked = format!("{}Q{}", before.to_lowercase(), after.to_lowercase());
    kind.reject.iter().any(|pattern| pattern.is_match(&masked))
}
