//! Numbers that their own sentence takes back: "the claim that 500 died was false", "revised down to 150 from 187".

use std::ops::Range;

use crate::schema::Frame;
use crate::schema::lexicon::Cues;
use crate::text::{PhraseTable, Vocabulary};

use super::candidate::{Candidate, Target};
use super::view::View;
use super::words::Classes;

/// What is said to be said, and that it is not so.
#[derive(Debug, Default)]
pub(super) struct Refuted {
    /// "claim", "reports": before "that".
    nouns: PhraseTable<()>,
    /// "was false", behind the clause.
    words: PhraseTable<()>,
}

impl Refuted {
    /// Compiles the cue lists.
    pub(super) fn new(lists: &Cues, vocabulary: &mut Vocabulary) -> Self {
        let mut refuted = Self::default();
        for phrase in &lists.before {
            refuted.nouns.insert(vocabulary, phrase, ());
        }
        for phrase in &lists.after {
            refuted.words.insert(vocabulary, phrase, ());
        }
        refuted
    }

    /// True when the clause hangs on such a noun, and the sentence goes on to say that it is not so. Another "that" or a
    /// mark between begins something else.
    pub(super) fn holds(
        &self,
        view: &View<'_>,
        candidate: &Candidate,
        clause: &Range<usize>,
    ) -> bool {
        let Some(that) = clause.start.checked_sub(1) else {
            return false;
        };
        let (tokens, text) = (&view.document.tokens, &view.document.article.text);
        let opens = view.range.contains(&that) && view.text(that) == "that";
        let noun = that
            .checked_sub(1)
            .filter(|at| opens && view.range.contains(at));
        let is_told = |at: usize| self.nouns.longest_at(&tokens[..that], text, at).is_some();
        if !noun.is_some_and(is_told) {
            return false;
        }
        let from = match candidate.number {
            Target::Group(index) => view.groups[index].tokens.end,
            Target::Quantity(index) => view.quantities[index].tokens.end,
        };
        let from = from.max(candidate.words.end);
        let ends = |at: &usize| {
            view.is_mark(*at, ",") || view.is_mark(*at, ";") || view.is(*at, Classes::RELATIVE)
        };
        let until = (from..view.range.end).find(ends).unwrap_or(view.range.end);
        (from..until).any(|at| self.words.longest_at(&tokens[..until], text, at).is_some())
    }
}

/// "(The toll was revised, they lowered the toll) from 14 to 12", "to 12 from 14": the number that holds no longer.
pub(super) fn is_left_behind(view: &View<'_>, candidate: &Candidate) -> bool {
    let Target::Group(index) = candidate.number else {
        return false;
    };
    let tokens = &view.groups[index].tokens;
    let from = tokens.start.checked_sub(1);
    let Some(from) = from.filter(|at| view.is(*at, Classes::FROM)) else {
        return false;
    };
    let goes_on = view.is(tokens.end, Classes::TO) && view.group_at(tokens.end + 1).is_some();
    let before = from.checked_sub(1).and_then(|at| view.group_at(at));
    let comes_from = before.is_some_and(|before| {
        let start = view.groups[before].tokens.start;
        start
            .checked_sub(1)
            .is_some_and(|at| view.is(at, Classes::TO))
    });
    candidate.frame == Frame::Toll && (goes_on || comes_from)
}
