//! Quantities and schemas in, claims out: which number answers which question, and what is counted.
//!
//! A closed set of clause [frames](Frame) ties numbers to the trigger words of the claim types. Every way to read a
//! number is a candidate; the best one by score wins, so that one number gives at most one claim. Looks beyond the
//! sentence only for what the article is about and for what the sentence before counts, and never adds numbers up.

mod age;
mod amount;
mod aside;
mod candidate;
mod claim;
mod compound;
mod contrast;
mod counted;
mod cues;
mod described;
mod duration;
mod elide;
mod found;
mod frames;
mod gapped;
mod group;
mod hosted;
mod joiner;
mod nominal;
mod note;
mod noun_phrase;
mod object;
mod one;
mod part;
mod predicate;
mod reject;
mod relative;
mod stance;
mod subject;
mod told;
mod toll;
mod triggers;
mod value;
mod view;
mod voice;
mod weighed;
mod withdrawn;
mod wording;
mod words;

use std::sync::Arc;

use crate::numbers::{Kind, Quantity};
use crate::schema::Schema;
use crate::schema::claim_type::ClaimType;
use crate::text::{Document, Vocabulary, Zone};

pub use crate::schema::Frame;
pub use claim::{Certainty, Claim, Modality, Polarity, Trigger};
pub(crate) use value::SINGULAR;
pub use weighed::{Outcome, Weighed};
pub use wording::Wording;

use candidate::{Candidate, Target};
use counted::{counted, token_span};
use cues::Cues;
use group::Number;
use reject::rejected;
use stance::Stances;
use triggers::Triggers;
use view::View;
use words::Words;

/// Finds claims by the schema's triggers.
#[derive(Debug)]
pub struct Extractor {
    types: Arc<[ClaimType]>,
    words: Words,
    triggers: Triggers,
    stances: Stances,
    cues: Cues,
}

impl Extractor {
    /// Compiles the triggers of all claim types, of which `wording` gives the phrases, last of all.
    pub fn new(
        schema: &Schema,
        wording: impl FnOnce() -> Wording,
        vocabulary: &mut Vocabulary,
    ) -> Self {
        let words = Words::new(&schema.lexicon, vocabulary);
        Self {
            types: Arc::clone(&schema.types),
            stances: Stances::new(&schema.lexicon.modality, vocabulary),
            cues: Cues::new(&schema.types, vocabulary),
            triggers: Triggers::new(schema, wording(), &words, vocabulary),
            words,
        }
    }

    /// The claims of one document, in order of the text. `quantities` are in order of the text too.
    pub fn extract(&self, document: &Document<'_>, quantities: &[Quantity]) -> Vec<Claim> {
        let mut claims = Vec::new();
        let mut from = 0;
        for (sentence, here) in document.sentences.iter().enumerate() {
            let own = quantities[from..].iter();
            let until = from + own.take_while(|q| q.sentence == sentence).count();
            if here.zone != Zone::Tail {
                let view = View::new(
                    document,
                    &self.words,
                    &self.triggers,
                    &self.cues,
                    quantities,
                    sentence,
                    from..until,
                );
                if let Some(mut view) = view {
                    view.told = told::before(&claims, sentence);
                    self.read_sentence(&view, sentence, &mut claims);
                }
            }
            from = until;
        }
        elide::settle_increments(&mut claims);
        claims
    }

    /// The claims of one sentence, appended to `claims`.
    fn read_sentence(&self, view: &View<'_>, sentence: usize, claims: &mut Vec<Claim>) {
        let qualifies = |candidate: &Candidate| self.refusal(view, candidate).is_none();
        let candidates = frames::candidates(view, &self.types, &qualifies);
        let (chosen, hosted) = hosted::choose(&self.types, candidates);
        let (parts, mut links) = part::find(view, &chosen);
        links.extend(hosted);
        let members = gapped::find(view, &chosen);
        let whole_of = |own: usize| {
            let mut links = links.iter();
            links
                .find(|(part, _)| *part == own)
                .map(|(_, whole)| *whole)
        };
        let read = chosen.iter().enumerate();
        let read = read.map(|(own, candidate)| (Some(own), whole_of(own), candidate));
        let parts = parts.iter().map(|it| (None, Some(it.whole), &it.candidate));
        let mut all: Vec<(Option<usize>, Option<usize>, &Candidate)> = read.chain(parts).collect();
        let known: Vec<Target> = all.iter().map(|(_, _, it)| it.number).collect();
        for member in gapped::unread(&members, &known) {
            all.push((None, member.whole(), &member.candidate));
        }
        let denied = contrast::denied(view, &chosen);
        let unread = denied.iter().filter(|it| !known.contains(&it.number));
        all.extend(unread.map(|it| (None, None, it)));
        let mut made: Vec<Made> = Vec::new();
        for (own, whole, candidate) in all {
            let claim = self.claim(view, sentence, candidate);
            made.extend(claim.map(|claim| {
                let conjunct = gapped::own(&members, own, candidate, &claim.clause);
                let claim = Claim { conjunct, ..claim };
                Made { own, whole, claim }
            }));
        }
        made.sort_by_key(|it| (it.claim.quantity.span, it.claim.claim_type));
        let base = claims.len();
        claims.extend(linked(view, base, made));
        elide::share_counted(view, &mut claims[base..]);
        elide::share_object(view, &mut claims[base..]);
        elide::settle_rise(view, &mut claims[base..]);
    }

    /// What stands against a candidate by itself: the number is not of the type's kind, or the clause lacks the cues that
    /// the trigger asks for.
    fn refusal(&self, view: &View<'_>, candidate: &Candidate) -> Option<Outcome> {
        let kind = &self.types[candidate.claim_type];
        let takes = match quantity_of(view, candidate) {
            Some(quantity) => value::convert(quantity, kind, candidate.frame).is_some(),
            None => match candidate.number {
                Target::Group(group) => candidate::counts_alone(
                    &view.groups[group],
                    self.words.person(),
                    candidate.frame,
                ),
                Target::Quantity(_) => false,
            },
        };
        let rule = &kind.triggers[candidate.trigger];
        if !takes {
            Some(Outcome::NotItsKind)
        } else if !told::holds(view, candidate, rule) {
            Some(Outcome::NoHost)
        } else if contrast::is_spared(view, candidate) {
            Some(Outcome::Spared)
        } else if contrast::is_excepted(view, candidate) {
            Some(Outcome::Excepted)
        } else {
            self.cues.refusal(view, candidate)
        }
    }

    /// Makes the claim of a chosen candidate; `None` when a reject pattern of its type matches.
    fn claim(&self, view: &View<'_>, sentence: usize, candidate: &Candidate) -> Option<Claim> {
        let kind = &self.types[candidate.claim_type];
        let quantity = match (quantity_of(view, candidate), candidate.number) {
            (Some(quantity), _) => quantity.clone(),
            (None, Target::Group(group)) => {
                let mut tokens = view.groups[group].tokens.clone();
                let number = view.quantity_at(tokens.start);
                if number.is_some_and(|it| view.quantities[it].kind != Kind::Age) {
                    tokens.end = tokens.start + 1;
                }
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
        let told = view.told.filter(|_| rule.of_before);
        // "The number has risen to 43": of all of them, now.
        let whole = told.filter(|_| candidate.frame != Frame::Toll);
        Some(Claim {
            claim_type: candidate.claim_type,
            aspect: told.map_or(rule.aspect, |it| it.aspect),
            value,
            sentence,
            counted: counted(view, candidate)
                .or_else(|| told::stands_for(view, candidate))
                // "Four nurses were hurt. The number was later reduced to three": of nurses.
                .or_else(|| told.filter(|_| candidate.frame == Frame::Toll)?.counted),
            frame: candidate.frame,
            trigger: Trigger {
                id: rule.id.clone(),
                span: token_span(view, &candidate.words),
            },
            polarity: stance.polarity,
            modality: stance.modality,
            part_of: whole.and_then(|it| it.whole),
            conjunct: None,
            certainty: certainty(candidate),
            notes: note::notes(view, candidate, stance, rule.some),
            clause,
            quantity,
        })
    }
}

/// A claim of a sentence on its way out.
struct Made {
    /// Its candidate, as an index among those chosen; none for what was read beside them.
    own: Option<usize>,
    /// The candidate that it is a part of.
    whole: Option<usize>,
    claim: Claim,
}

/// The claims of a sentence, in order, each with its whole as an index into the claims of the document, of which there
/// are `base` before them.
fn linked(view: &View<'_>, base: usize, made: Vec<Made>) -> Vec<Claim> {
    let place = |whole: usize| made.iter().position(|it| it.own == Some(whole));
    let wholes: Vec<Option<usize>> = made.iter().map(|it| it.whole.and_then(place)).collect();
    let mut claims: Vec<Claim> = made.into_iter().map(|it| it.claim).collect();
    for (part, whole) in wholes.into_iter().enumerate() {
        let Some(whole) = whole else { continue };
        claims[part].part_of = Some(base + whole);
        if let Some(own) = gapped::own_of_part(view, &claims[part]) {
            let before = claims[whole].clause.start..own.start;
            let holds = before.contains(&claims[whole].quantity.tokens.start);
            if holds && claims[whole].conjunct.is_none() {
                claims[whole].conjunct = Some(before);
            }
            claims[part].conjunct.get_or_insert(own);
        }
    }
    claims
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

/// How sure the reading is, by its score.
fn certainty(candidate: &Candidate) -> Certainty {
    match candidate.score {
        80.. => Certainty::Stated,
        55.. => Certainty::Likely,
        _ => Certainty::Possible,
    }
}
