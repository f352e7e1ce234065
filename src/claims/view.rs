//! One sentence prepared for the frames: its tokens with their classes, its counted groups and its trigger phrases.

use std::ops::Range;

use crate::numbers::{Kind, Quantity};
use crate::schema::inflect::Form;
use crate::text::{Document, Token, TokenKind};

use super::cues::{Cues, Outline};
use super::group::{self, Group};
use super::told::Told;
use super::triggers::{Match, Role, Triggers};
use super::words::{Classes, Words};

/// A sentence as the frames see it. All positions are indices into the document's tokens.
pub(super) struct View<'a> {
    /// The document.
    pub(super) document: &'a Document<'a>,
    /// Word classes.
    pub(super) words: &'a Words,
    /// Trigger phrases of the schema.
    pub(super) triggers: &'a Triggers,
    /// All quantities of the document.
    pub(super) quantities: &'a [Quantity],
    /// The sentence's tokens.
    pub(super) range: Range<usize>,
    /// Numbers with what they count, in order.
    pub(super) groups: Vec<Group>,
    /// Trigger phrases, in order, without overlaps.
    pub(super) matches: Vec<Match>,
    /// The words of the sentence.
    pub(super) outline: Outline,
    /// What the sentence before counts.
    pub(super) told: Option<Told>,
    /// The sentence is written in capitals throughout.
    shouted: bool,
    /// Its Longer Words Are Capitalised Throughout, so that capitals tell no names.
    titled: bool,
    /// For each token of the sentence, the quantity that covers it.
    covered: Vec<Option<usize>>,
    /// For each token of the sentence, its classes.
    classes: Vec<Classes>,
}

impl<'a> View<'a> {
    /// Prepares sentence `sentence`, whose quantities are `of_sentence` (indices into `quantities`).
    /// `None` when it holds no trigger, or nothing that a trigger could count.
    pub(super) fn new(
        document: &'a Document<'a>,
        words: &'a Words,
        triggers: &'a Triggers,
        cues: &Cues,
        quantities: &'a [Quantity],
        sentence: usize,
        of_sentence: Range<usize>,
    ) -> Option<Self> {
        let range = document.sentences[sentence].tokens.clone();
        let tokens = &document.tokens[range.clone()];
        let here = &quantities[of_sentence.clone()];
        let counts = here.iter().any(may_count);
        let counted =
            counts || words.may_name_one(tokens) || here.iter().any(|it| is_one(document, it));
        if !counted || !tokens.iter().any(|token| triggers.begins(token)) {
            return None;
        }
        let mut view = Self {
            document,
            words,
            triggers,
            quantities,
            covered: vec![None; range.len()],
            outline: Outline::of(tokens),
            told: None,
            shouted: false,
            titled: false,
            classes: Vec::new(),
            range,
            groups: Vec::new(),
            matches: Vec::new(),
        };
        for index in of_sentence {
            let tokens = quantities[index].tokens.clone();
            for at in tokens.start.max(view.range.start)..tokens.end.min(view.range.end) {
                view.covered[at - view.range.start] = Some(index);
            }
        }
        view.matches = view.find_matches(cues);
        if view.matches.is_empty() {
            return None;
        }
        let text = document.slice(document.sentences[sentence].span);
        view.shouted = !text.bytes().any(|b| b.is_ascii_lowercase());
        view.titled = is_titled(document, view.range.clone());
        view.classes = view.range.clone().map(|at| view.read_classes(at)).collect();
        view.groups = group::find(&view);
        (counts || !view.groups.is_empty()).then_some(view)
    }

    /// The token at `at`; behind the last, a mark without words.
    pub(super) fn token(&self, at: usize) -> &Token {
        self.document.tokens.get(at).unwrap_or(&Token::END)
    }

    /// The words of the token at `at`.
    pub(super) fn text(&self, at: usize) -> &str {
        self.document.token_text(at)
    }

    /// The classes of the token at `at`; none outside the sentence.
    pub(super) fn classes(&self, at: usize) -> Classes {
        let offset = at.wrapping_sub(self.range.start);
        self.classes.get(offset).copied().unwrap_or_default()
    }

    fn read_classes(&self, at: usize) -> Classes {
        let classes = self.words.classes(self.token(at).word);
        // "IS" and "US" among words in lower case are names.
        let capitals = !self.shouted
            && self.token(at).kind == TokenKind::Name
            && self.token(at).span.len() > 1
            && self.text(at).bytes().all(|b| b.is_ascii_uppercase());
        if capitals {
            return Classes::default();
        }
        classes
    }

    /// True when the token at `at` is a word of class `class` and no part of a number.
    pub(super) fn is(&self, at: usize, class: Classes) -> bool {
        self.classes(at).any(class) && self.quantity_at(at).is_none()
    }

    /// True when the token at `at` is the mark `mark`.
    pub(super) fn is_mark(&self, at: usize, mark: &str) -> bool {
        self.range.contains(&at)
            && self.token(at).kind == TokenKind::Mark
            && self.quantity_at(at).is_none()
            && self.document.is_word(at, mark)
    }

    /// True for any mark that is no part of a number.
    pub(super) fn is_any_mark(&self, at: usize) -> bool {
        self.range.contains(&at)
            && self.token(at).kind == TokenKind::Mark
            && self.quantity_at(at).is_none()
    }

    /// True for a dash between words (not a hyphen within a word).
    pub(super) fn is_dash(&self, at: usize) -> bool {
        self.is_any_mark(at)
            && matches!(self.text(at), "—" | "–" | "--" | "-")
            && (self.token(at).spaced || self.text(at).len() > 1)
    }

    /// True for a word of a date, and for one with a capital in a sentence where capitals tell something.
    pub(super) fn is_name(&self, at: usize) -> bool {
        self.is_guard(at)
            || self.token(at).kind == TokenKind::Name
                && !self.titled
                && !self.shouted
                && at > self.range.start
    }

    /// True for a word with a capital that no list knows, in a sentence where capitals tell something.
    pub(super) fn is_person_name(&self, at: usize) -> bool {
        self.range.contains(&at)
            && !self.titled
            && !self.shouted
            && self.token(at).kind == TokenKind::Name
            && self.quantity_at(at).is_none()
            && self.match_at(at).is_none()
            && self.words.classes(self.token(at).word) == Classes::default()
    }

    /// True for an adverb: a listed one, or an unknown word in -ly.
    pub(super) fn is_adverb(&self, at: usize) -> bool {
        if !self.range.contains(&at) || self.quantity_at(at).is_some() {
            return false;
        }
        self.classes(at).any(Classes::ADVERB)
            || (self.token(at).kind == TokenKind::Word
                && self.token(at).span.len() > 4
                && self.text(at).as_bytes().ends_with(b"ly")
                && self.words.noun(self.token(at).word).is_none())
    }

    /// True for an adverb that no noun phrase holds.
    pub(super) fn is_adverb_only(&self, at: usize) -> bool {
        self.is_adverb(at) && !self.classes(at).any(Classes::OTHER)
    }

    /// The quantity that covers the token at `at`.
    pub(super) fn quantity_at(&self, at: usize) -> Option<usize> {
        let offset = at.checked_sub(self.range.start)?;
        self.covered.get(offset).copied().flatten()
    }

    /// The group whose tokens hold `at`, as an index into `groups`.
    pub(super) fn group_at(&self, at: usize) -> Option<usize> {
        let index = self.groups.partition_point(|group| group.tokens.end <= at);
        self.groups
            .get(index)
            .filter(|group| group.tokens.contains(&at))
            .map(|_| index)
    }

    /// The trigger phrase that holds token `at`.
    pub(super) fn match_at(&self, at: usize) -> Option<Match> {
        let index = self.matches.partition_point(|found| found.end <= at);
        self.matches
            .get(index)
            .copied()
            .filter(|found| found.start <= at)
    }

    /// The trigger phrases within a longer one.
    pub(super) fn matches_within(&self, outer: Match) -> Vec<Match> {
        let tokens = &self.document.tokens[..self.range.end];
        self.triggers
            .within(tokens, &self.document.article.text, outer)
    }

    /// True when a trigger phrase that is a verb holds token `at`; "attacks" after "Israeli" is none, nor "the attack".
    pub(super) fn is_verb_trigger(&self, at: usize) -> bool {
        self.match_at(at).is_some_and(|found| {
            let lone_noun =
                found.end == found.start + 1 && self.words.noun(self.token(at).word).is_some();
            let determined = self.is_determined(found);
            let mut uses = self.triggers.uses(found).iter();
            !lone_noun
                && uses.any(|used| match used.role {
                    Role::Verb(Form::Base | Form::Third) => !determined,
                    Role::Verb(_) => true,
                    _ => false,
                })
        })
    }

    /// True when a determiner stands right before the trigger: "the release of", "Israel's strike on".
    pub(super) fn is_determined(&self, found: Match) -> bool {
        let before = found.start.checked_sub(1);
        // "the first shooting".
        let before = before.map(|at| match self.quantity_at(at) {
            Some(index) if self.quantities[index].kind == Kind::Ordinal => at.saturating_sub(1),
            _ => at,
        });
        before.is_some_and(|at| self.is(at, Classes::DETERMINER) && self.group_at(at).is_none())
    }

    /// True when the token at `at` is, or can be, a finite verb, and is no noun, nor "near" in "near Harsk".
    pub(super) fn is_finite_verb(&self, at: usize) -> bool {
        self.is(at, Classes::FINITE)
            && !self.classes(at).any(Classes::PREPOSITION)
            && (self.token(at).kind == TokenKind::Word || self.titled && at > self.range.start)
            && self.words.noun(self.token(at).word).is_none()
    }

    /// True for a number that is a date, a window, a time, an age …: it may stand inside a phrase without counting.
    pub(super) fn is_guard(&self, at: usize) -> bool {
        self.quantity_at(at)
            .is_some_and(|index| matches!(self.quantities[index].kind, Kind::Guard | Kind::Age))
    }
}

/// True for a number that a trigger could count: no date and no age.
fn may_count(quantity: &Quantity) -> bool {
    !matches!(quantity.kind, Kind::Guard | Kind::Age)
}

/// True for "one", which may be one of several though it is read as a pronoun, and for the age of "a 24-year-old".
fn is_one(document: &Document<'_>, quantity: &Quantity) -> bool {
    let mut tokens = quantity.tokens.clone();
    let is = |at: usize, word: &str| document.is_word_in_any_case(at, word);
    if quantity.kind == Kind::Age {
        let before = tokens.start.checked_sub(1);
        let article = |at: usize| is(at, "a") || is(at, "an");
        return is(tokens.end - 1, "old") && before.is_some_and(article);
    }
    tokens.any(|at| is(at, "one"))
}

/// True when no word of more than four letters begins with a small letter, and some do with a capital.
fn is_titled(document: &Document<'_>, range: Range<usize>) -> bool {
    let mut long = range
        .filter(|at| document.tokens[*at].span.len() > 4)
        .filter_map(|at| {
            let first = document.token_text(at).chars().next()?;
            first.is_alphabetic().then_some(first)
        });
    let mut n_long = 0;
    let all = long.all(|first| {
        n_long += 1;
        first.is_uppercase()
    });
    all && n_long > 1
}
