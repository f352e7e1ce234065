//! Why a number was read as it was: every way to read it that was weighed, and what became of each.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::ops::Range;

use super::candidate::{Candidate, LEAST_SCORE, Target};
use super::counted::token_span;
use super::view::View;
use super::{Extractor, Frame, contrast, frames, gapped, hosted, part, told};
use crate::numbers::Quantity;
use crate::span::Span;
use crate::text::Document;

/// One way to read a number, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// The number, in bytes of the article's text; the words of the person where none is written ("a policeman").
    pub number: Span,
    /// Index into the schema's types.
    pub claim_type: usize,
    /// Index into the type's aspects.
    pub aspect: Option<usize>,
    /// Id of the trigger in its type's file.
    pub trigger: String,
    /// The trigger's words, in bytes of the article's text.
    pub words: Span,
    /// The shape that ties number and trigger.
    pub frame: Frame,
    /// The frame's weight less the distance; the highest of a number wins.
    pub score: i32,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of one way to read a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It is the claim.
    Taken,
    /// It only describes who is counted, and another reading says what befell them.
    Describes,
    /// Another reading of the number has a higher score.
    Outscored,
    /// Its score is below the least that makes a claim.
    Weak,
    /// None of the words that the trigger needs stand in the sentence.
    CueMissing,
    /// None of the words that must follow number and trigger do.
    NothingFollows,
    /// A word that must stand right before the number does not.
    NothingBefore,
    /// A word that the trigger forbids stands in the sentence.
    CueForbids,
    /// The number is not of the type's kind or range.
    NotItsKind,
    /// It stands only beside a claim of another aspect, and there is none before it.
    NoHost,
    /// The verb is negated, and those counted are the ones whom nothing befell: "two others were not hurt".
    Spared,
    /// The article is about something else.
    OffTopic,
    /// It counts nobody, and somebody is left out of that: "nobody was hurt except one guard".
    Excepted,
    /// A `reject` pattern of the type matches the sentence.
    Rejected,
}

impl Outcome {
    /// The outcome in words for an editor.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Describes => "it only describes who is counted",
            Self::Outscored => "another reading is nearer",
            Self::Weak => "too far away",
            Self::CueMissing => "a word it needs is not in the sentence",
            Self::NothingFollows => "a word that must follow does not",
            Self::NothingBefore => "a word that must stand before the number does not",
            Self::CueForbids => "a word of the sentence forbids it",
            Self::NotItsKind => "the number is not of its kind",
            Self::NoHost => "there is no count that it is part of",
            Self::Spared => "it counts those whom nothing befell",
            Self::OffTopic => "the article is about something else",
            Self::Excepted => "somebody is left out of it",
            Self::Rejected => "a reject pattern of the type matches",
        }
    }
}

impl Extractor {
    /// Every way to read the numbers of one sentence, by number, the best first. `quantities` are those of the document.
    pub fn weigh(
        &self,
        document: &Document<'_>,
        quantities: &[Quantity],
        sentence: usize,
    ) -> Vec<Weighed> {
        let from = quantities.partition_point(|quantity| quantity.sentence < sentence);
        let until = quantities.partition_point(|quantity| quantity.sentence <= sentence);
        let (words, triggers, cues) = (&self.words, &self.triggers, &self.cues);
        let view = View::new(
            document,
            words,
            triggers,
            cues,
            quantities,
            sentence,
            from..until,
        );
        view.map_or_else(Vec::new, |mut view| {
            view.told = told::before(&self.extract(document, quantities), sentence);
            self.weigh_all(&view, sentence)
        })
    }

    fn weigh_all(&self, view: &View<'_>, sentence: usize) -> Vec<Weighed> {
        let seen = RefCell::new(Vec::new());
        let qualifies = |candidate: &Candidate| {
            let refusal = self.refusal(view, candidate);
            seen.borrow_mut().push((candidate.clone(), refusal));
            refusal.is_none()
        };
        let candidates = frames::candidates(view, &self.types, &qualifies);
        let (chosen, _) = hosted::choose(&self.types, candidates);
        let (parts, _) = part::find(view, &chosen);
        let weighed = seen.into_inner().into_iter().map(|(candidate, refusal)| {
            let outcome = refusal.unwrap_or_else(|| self.fate(view, sentence, &candidate, &chosen));
            self.weighed(view, &candidate, outcome)
        });
        let mut parts: Vec<Candidate> = parts.into_iter().map(|part| part.candidate).collect();
        let denied = contrast::denied(view, &chosen).into_iter();
        parts.extend(denied.filter(|it| chosen.iter().all(|other| other.number != it.number)));
        let known: Vec<Target> = chosen.iter().chain(&parts).map(|it| it.number).collect();
        let members = gapped::find(view, &chosen);
        let members = gapped::unread(&members, &known).map(|it| &it.candidate);
        let parts = members
            .chain(&parts)
            .map(|part| self.weighed(view, part, Outcome::Taken));
        let mut all: Vec<Weighed> = weighed.chain(parts).collect();
        all.sort_by_key(|it| {
            (
                it.number,
                it.outcome,
                Reverse(it.score),
                it.claim_type,
                it.words,
            )
        });
        all.dedup();
        all
    }

    /// What becomes of a candidate that nothing by itself stands against.
    fn fate(
        &self,
        view: &View<'_>,
        sentence: usize,
        candidate: &Candidate,
        chosen: &[Candidate],
    ) -> Outcome {
        let same = |it: &&Candidate| {
            it.number == candidate.number
                && (it.claim_type, it.trigger) == (candidate.claim_type, candidate.trigger)
                && it.words == candidate.words
                && it.frame == candidate.frame
        };
        match chosen.iter().find(same) {
            Some(candidate) if self.claim(view, sentence, candidate).is_some() => Outcome::Taken,
            Some(_) => Outcome::Rejected,
            None if candidate.score < LEAST_SCORE => Outcome::Weak,
            None if chosen.iter().any(|it| {
                it.number == candidate.number && it.over == Some(candidate.words.start)
            }) =>
            {
                Outcome::Describes
            }
            None if hosted::host(&self.types, candidate).is_some() => Outcome::NoHost,
            None => Outcome::Outscored,
        }
    }

    fn weighed(&self, view: &View<'_>, candidate: &Candidate, outcome: Outcome) -> Weighed {
        let rule = &self.types[candidate.claim_type].triggers[candidate.trigger];
        Weighed {
            number: token_span(view, &number(view, candidate)),
            claim_type: candidate.claim_type,
            aspect: rule.aspect,
            trigger: rule.id.clone(),
            words: token_span(view, &candidate.words),
            frame: candidate.frame,
            score: candidate.score,
            outcome,
        }
    }
}

/// The tokens of the number, or of the person where none is written.
fn number(view: &View<'_>, candidate: &Candidate) -> Range<usize> {
    match candidate.number {
        Target::Quantity(index) => view.quantities[index].tokens.clone(),
        Target::Group(index) => match view.groups[index].number {
            super::Number::Read(index) => view.quantities[index].tokens.clone(),
            super::Number::One => view.groups[index].tokens.clone(),
        },
    }
}
