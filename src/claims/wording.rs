//! Every phrase that the triggers of a schema are written as.

use crate::schema::Schema;
use crate::schema::claim_type::{Part, Trigger as Rule};
use crate::schema::inflect::{Form, plurals, verb_pieces};
use crate::schema::lexicon::Irregular;
use crate::span::Span;
use crate::text::{PhraseTable, Vocabulary, head};

use super::triggers::Role;

/// How many forms a verb has at most, and a noun fewer: room is made for as many.
const MOST_FORMS: usize = 5;
/// About as many bytes has a phrase.
const TYPICAL_BYTES: usize = 12;
/// The phrases of the built-in files have about as many short words.
const SHORT_WORDS: usize = 1 << 11;

/// Every phrase that a trigger is written as, with a vocabulary of their own: others fill the one of all stages meanwhile,
/// and it takes theirs in.
#[derive(Debug)]
pub struct Wording {
    /// By words; of equal words in order of types and triggers.
    pub(super) phrases: Vec<Phrase>,
    /// Where the phrases of equal words begin, and the end of the last.
    pub(super) starts: Vec<u32>,
    /// Of words, which of these starts is theirs.
    pub(super) table: PhraseTable<u32>,
    /// The words of the table.
    pub(super) vocabulary: Vocabulary,
}

/// The phrases, as they are gathered.
struct Gathered {
    /// The words of all phrases, one after the other: no phrase is a string of its own.
    text: String,
    phrases: Vec<Phrase>,
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
        let mut gathered = Gathered {
            text: String::with_capacity(TYPICAL_BYTES * n_phrases),
            phrases: Vec::with_capacity(n_phrases),
        };
        for (claim_type, kind) in (0..).zip(schema.types.iter()) {
            for (trigger, rule) in (0..).zip(&kind.triggers) {
                each_form(rule, &schema.lexicon.irregular, &mut |pieces, role| {
                    gathered.push(pieces, (claim_type, trigger), role);
                });
            }
        }
        gathered.sort();
        gathered.wording()
    }
}

impl Gathered {
    fn wording(self) -> Wording {
        let n_rows = self.alike().count();
        let mut vocabulary = Vocabulary::with_room(SHORT_WORDS);
        let mut table = PhraseTable::with_room(n_rows);
        let mut starts = Vec::with_capacity(n_rows + 1);
        let mut end = 0;
        // Of two phrases that the tokenizer cuts alike, the first in the alphabet holds.
        let rows = (0..).zip(self.alike()).map(|(row, phrases)| {
            starts.push(end);
            end += phrases.len() as u32;
            (self.words(&phrases[0]), row)
        });
        table.insert_all(&mut vocabulary, rows);
        starts.push(end);
        Wording {
            phrases: self.phrases,
            starts,
            table,
            vocabulary,
        }
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
        self.phrases.sort_unstable_by_key(|phrase| phrase.head);
        for alike in self.phrases.chunk_by_mut(|a, b| a.head == b.head) {
            alike.sort_unstable_by(|a, b| {
                let by_words = words(a).cmp(words(b));
                by_words.then_with(|| last(a).cmp(&last(b)))
            });
        }
        self.phrases
            .dedup_by(|a, b| rule(a) == rule(b) && words(a) == words(b));
    }

    /// The phrases, those of the same words together.
    fn alike(&self) -> impl Iterator<Item = &[Phrase]> {
        self.phrases
            .chunk_by(|a, b| a.head == b.head && self.words(a) == self.words(b))
    }

    fn words(&self, phrase: &Phrase) -> &str {
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
    for ([stem, doubled, ending], kind) in verb_pieces(lemma, irregular).rev() {
        take(&[before, stem, doubled, ending, after], Role::Verb(kind));
    }
}
