//! Every phrase that the triggers of a schema are written as.

use crate::schema::Schema;
use crate::schema::claim_type::{Part, Trigger as Rule};
use crate::schema::inflect::{Form, plurals, verb_forms};
use crate::schema::lexicon::Irregular;
use crate::span::Span;
use crate::text::head;

use super::triggers::Role;

/// How many forms a verb has at most, and a noun fewer: room is made for as many.
const MOST_FORMS: usize = 5;
/// About as many bytes has a phrase.
const TYPICAL_BYTES: usize = 12;

/// Every phrase that a trigger is written as. Making them needs no vocabulary, so that others fill it meanwhile.
#[derive(Debug)]
pub struct Wording {
    /// The words of all phrases, one after the other: no phrase is a string of its own.
    text: String,
    /// By words; of equal words in order of types and triggers.
    pub(super) phrases: Vec<Phrase>,
}

/// One way to write a trigger.
#[derive(Debug)]
pub(super) struct Phrase {
    /// See [`head`].
    head: u64,
    span: Span,
    /// Index into the schema's types.
    pub(super) claim_type: u16,
    /// Index into the type's triggers.
    pub(super) trigger: u16,
    /// What it is in a clause.
    pub(super) role: Role,
}

impl Wording {
    /// The phrases of all triggers of a schema.
    pub fn new(schema: &Schema) -> Self {
        let rules = schema.types.iter().flat_map(|kind| &kind.triggers);
        let most_forms = |rule: &Rule| MOST_FORMS * rule.words.len();
        let n_phrases = rules.map(most_forms).sum();
        let mut wording = Self {
            text: String::with_capacity(TYPICAL_BYTES * n_phrases),
            phrases: Vec::with_capacity(n_phrases),
        };
        for (claim_type, kind) in (0..).zip(schema.types.iter()) {
            for (trigger, rule) in (0..).zip(&kind.triggers) {
                each_form(rule, &schema.lexicon.irregular, &mut |pieces, role| {
                    wording.push(pieces, (claim_type, trigger), role);
                });
            }
        }
        wording.sort();
        wording
    }

    fn push(&mut self, pieces: &[&str], (claim_type, trigger): (u16, u16), role: Role) {
        let start = self.text.len();
        self.text.extend(pieces.iter().copied());
        self.phrases.push(Phrase {
            head: head(&self.text[start..]),
            span: Span::new(start, self.text.len()),
            claim_type,
            trigger,
            role,
        });
    }

    /// Brings the phrases in order, each rule's once.
    fn sort(&mut self) {
        let text = self.text.as_bytes();
        let words = |phrase: &Phrase| &text[phrase.span.start as usize..phrase.span.end as usize];
        let rule = |phrase: &Phrase| (phrase.claim_type, phrase.trigger);
        // "hit" is base, past and participle: as the latter two it is read by what stands around it.
        let plain = |phrase: &Phrase| phrase.role != Role::Verb(Form::PastOrParticiple);
        let last = |phrase: &Phrase| (rule(phrase), plain(phrase), phrase.span.start);
        self.phrases.sort_unstable_by(|a, b| {
            let by_words = a.head.cmp(&b.head).then_with(|| words(a).cmp(words(b)));
            by_words.then_with(|| last(a).cmp(&last(b)))
        });
        self.phrases
            .dedup_by(|a, b| rule(a) == rule(b) && words(a) == words(b));
    }

    /// The phrases, those of the same words together.
    pub(super) fn alike(&self) -> impl Iterator<Item = &[Phrase]> {
        self.phrases
            .chunk_by(|a, b| a.head == b.head && self.words(a) == self.words(b))
    }

    /// The words of a phrase.
    pub(super) fn words(&self, phrase: &Phrase) -> &str {
        phrase.span.slice(&self.text)
    }
}

/// Every phrase a trigger is written as, in pieces, with its role. Of equal forms the first stays: "cut" and "hit" as a
/// participle, which an object makes active again.
fn each_form(rule: &Rule, irregular: &Irregular, take: &mut impl FnMut(&[&str], Role)) {
    for word in &rule.words {
        match rule.part {
            Part::Verb => each_verb_form(["", word, ""], irregular, take),
            Part::Noun => {
                for form in plurals(word, irregular) {
                    take(&[&form], Role::Noun);
                }
                take(&[word], Role::Noun);
            }
            Part::Adj => take(&[word], Role::Adjective),
            Part::Phrase => match word.split_once('<') {
                Some((before, rest)) => {
                    if let Some((lemma, after)) = rest.split_once('>') {
                        each_verb_form([before, lemma, after], irregular, take);
                    }
                }
                None => take(&[word], Role::Fixed),
            },
        }
    }
}

/// A phrase with its verb, which stands in the middle, in every form.
fn each_verb_form(
    [before, lemma, after]: [&str; 3],
    irregular: &Irregular,
    take: &mut impl FnMut(&[&str], Role),
) {
    for (form, kind) in verb_forms(lemma, irregular).into_iter().rev() {
        take(&[before, &form, after], Role::Verb(kind));
    }
}
