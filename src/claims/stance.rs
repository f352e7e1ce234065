//! Stated or denied, actual, planned or possible: cues in the clause of a claim.

use std::ops::Range;

use crate::schema::Frame;
use crate::schema::lexicon::{Cues, Modality as Lists};
use crate::text::{PhraseTable, Vocabulary};

use super::candidate::{Candidate, Target};
use super::group::Head;
use super::view::View;
use super::voice::is_announced;
use super::withdrawn::{self, Refuted};
use super::words::Classes;
use super::{Modality, Polarity};

/// Most words between an infinitive's "to" and its verb.
const MAX_ADVERBS: usize = 2;

/// What a cue says of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cue {
    Denied,
    Possible,
    Planned,
    Earlier,
    /// What follows has happened: "tried for the murder of".
    Given,
    /// Takes the words of another cue without saying anything: "believed to be" is no plan.
    Plain,
}

/// Cue phrases, before and after a trigger.
#[derive(Debug)]
pub(super) struct Stances {
    before: PhraseTable<Cue>,
    after: PhraseTable<Cue>,
    revised: PhraseTable<Cue>,
    /// Between a toll and its level: "was lowered to".
    lowered: PhraseTable<Cue>,
    refuted: Refuted,
}

/// What the clause says of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stance {
    pub(super) polarity: Polarity,
    pub(super) modality: Modality,
    /// "Earlier reports put the figure at 45": said before, no longer held.
    pub(super) earlier: bool,
    /// "lowered the toll to 29": the sentence corrects what was said before.
    pub(super) revised: bool,
}

impl Stances {
    /// Compiles the cue lists.
    pub(super) fn new(lists: &Lists, vocabulary: &mut Vocabulary) -> Self {
        let mut stances = Self {
            before: PhraseTable::default(),
            after: PhraseTable::default(),
            revised: PhraseTable::default(),
            lowered: PhraseTable::default(),
            refuted: Refuted::new(&lists.refuted, vocabulary),
        };
        for phrase in &lists.revised.before {
            stances.revised.insert(vocabulary, phrase, Cue::Plain);
        }
        for phrase in &lists.revised.after {
            stances.lowered.insert(vocabulary, phrase, Cue::Plain);
        }
        let all: [(&Cues, Cue); 6] = [
            (&lists.denied, Cue::Denied),
            (&lists.possible, Cue::Possible),
            (&lists.planned, Cue::Planned),
            (&lists.earlier, Cue::Earlier),
            (&lists.given, Cue::Given),
            (&lists.plain, Cue::Plain),
        ];
        for (cues, cue) in all {
            for phrase in &cues.before {
                stances.before.insert(vocabulary, phrase, cue);
            }
            for phrase in &cues.after {
                stances.after.insert(vocabulary, phrase, cue);
            }
        }
        stances
    }

    /// "The toll of the storm was lowered to 12".
    fn is_lowered(&self, view: &View<'_>, candidate: &Candidate) -> bool {
        let Target::Group(index) = candidate.number else {
            return false;
        };
        let between = candidate.words.end..view.groups[index].tokens.start;
        candidate.frame == Frame::Toll
            && !between.is_empty()
            && !find(view, &self.lowered, between).is_empty()
    }

    /// Reads the clause of a candidate. `clause` are its tokens.
    pub(super) fn read(
        &self,
        view: &View<'_>,
        candidate: &Candidate,
        clause: &Range<usize>,
    ) -> Stance {
        let revised = !find(view, &self.revised, view.range.clone()).is_empty()
            || self.is_lowered(view, candidate);
        let mut stance = Stance {
            polarity: if candidate.negated || self.refuted.holds(view, candidate, clause) {
                Polarity::Denied
            } else {
                Polarity::Affirmed
            },
            modality: Modality::Actual,
            earlier: withdrawn::is_left_behind(view, candidate) && revised,
            revised,
        };
        // A denial reaches into the clause that "that" opens; a plan or possibility only its own.
        let denial_from = denial_start(view, clause.start);
        let until = match candidate.number {
            // "The ceasefire would last 21 days": the verb stands between trigger and length.
            Target::Quantity(index) => view.quantities[index].tokens.start,
            // "An initial death toll of 47": the cue and the trigger share their last words.
            Target::Group(index) if candidate.frame == Frame::Toll => {
                view.groups[index].tokens.start
            }
            Target::Group(_) => candidate.words.start,
        };
        let until = until.max(candidate.words.start);
        let found = find_up_to(view, &self.before, denial_from..until, candidate.words.end);
        let given = found.iter().rev().find(|(cue, _)| *cue == Cue::Given);
        let given = given.map(|(_, words)| words.start);
        // "the release of 40 who were kidnapped": whatever is planned, they were.
        let relative = (denial_from..until).rev();
        let relative = relative.filter(|_| candidate.frame == Frame::Relative);
        let done = relative
            .clone()
            .find(|it| view.is(*it, Classes::RELATIVE))
            .max(given);
        for (cue, words) in found {
            let at = words.start;
            // What is planned or possible ends where "after" or "because" begins; "trying to" is of the next verb only.
            let cut = (at + 1..until).any(|it| view.is(it, Classes::SUBORDINATOR))
                || view.is(words.end - 1, Classes::TO)
                    && of_verb(candidate.frame)
                    && words.end + MAX_ADVERBS < candidate.words.start
                || given.is_some_and(|from| at < from);
            match cue {
                Cue::Possible | Cue::Planned if cut => {}
                Cue::Planned if done.is_some_and(|from| at < from) => {}
                Cue::Denied => stance.polarity = Polarity::Denied,
                Cue::Possible if at >= clause.start => stance.modality = Modality::Possible,
                Cue::Planned if at >= clause.start && stance.modality == Modality::Actual => {
                    stance.modality = Modality::Planned;
                }
                Cue::Earlier if at >= clause.start => stance.earlier = true,
                _ => {}
            }
        }
        for (cue, _) in find(
            view,
            &self.after,
            candidate.words.end..(candidate.words.end + 2).min(view.range.end),
        ) {
            if cue == Cue::Possible {
                stance.modality = Modality::Possible;
            }
        }
        let announced = of_verb(candidate.frame) && is_announced(view, candidate.words.start);
        if announced && stance.modality == Modality::Actual {
            stance.modality = Modality::Planned;
        }
        if is_presupposed(view, candidate, stance.modality) {
            stance.modality = Modality::Actual;
        }
        stance
    }
}

/// "He urged the release of the 101 hostages": the definite group exists whatever is planned for it. So do those of whom "he
/// may be one of the 11 injured" tells, whatever is supposed of him; but "fear the 12 dead" supposes that they are.
fn is_presupposed(view: &View<'_>, candidate: &Candidate, modality: Modality) -> bool {
    let Target::Group(index) = candidate.number else {
        return false;
    };
    let group = &view.groups[index];
    let before = group.tokens.start.checked_sub(1);
    let determined = before.is_some_and(|at| view.is(at, Classes::DETERMINER));
    let behind_preposition = before.is_some_and(|at| {
        view.is(at, Classes::DEFINITE) && at > 0 && view.is(at - 1, Classes::PREPOSITION)
    });
    let are_people = matches!(group.head, Head::Class(class) if Some(class) == view.words.person());
    match candidate.frame {
        Frame::QNoun if are_people => determined,
        // "Planned the three attacks" is no attack, and "behind the three attacks" is.
        Frame::QNoun => {
            group.head == Head::Trigger && modality == Modality::Possible && behind_preposition
        }
        Frame::QAdj => behind_preposition,
        Frame::Elliptic => candidate.words.start == group.tokens.end && behind_preposition,
        _ => false,
    }
}

/// The clause around the tokens `core`: to the nearest mark or word on either side that begins another.
pub(super) fn clause(view: &View<'_>, core: &Range<usize>) -> Range<usize> {
    let ends = |at: usize| {
        let mark =
            view.is_any_mark(at) && matches!(view.text(at), ";" | ":" | "?" | "!" | "—" | "--");
        mark || view.is(at, Classes::CONTRAST)
            || view.is(at, Classes::RELATIVE)
            || comma_and(view, at)
    };
    let start = (view.range.start..core.start)
        .rev()
        .find(|at| ends(*at))
        .map_or(view.range.start, |at| at + 1);
    let end = (core.end..view.range.end)
        .find(|at| ends(*at))
        .unwrap_or(view.range.end);
    start..end.max(core.end)
}

/// A comma before "and", "after" or another word that begins a clause.
fn comma_and(view: &View<'_>, at: usize) -> bool {
    let next = at + 1;
    view.is_mark(at, ",")
        && (view.is(next, Classes::SUBORDINATOR)
            || view.is(next, Classes::CONTRAST)
            || view.is(next, Classes::RELATIVE))
}

/// Where a denial may stand: "that" and "reports that" are passed over, once.
fn denial_start(view: &View<'_>, clause_start: usize) -> usize {
    let that = clause_start
        .checked_sub(1)
        .filter(|at| view.range.contains(at) && view.text(*at) == "that");
    that.map_or(clause_start, |at| {
        at.saturating_sub(6).max(view.range.start)
    })
}

/// Frames whose trigger is a verb.
const fn of_verb(frame: Frame) -> bool {
    matches!(
        frame,
        Frame::Passive
            | Frame::Active
            | Frame::Subject
            | Frame::Relative
            | Frame::Elliptic
            | Frame::Coord
    )
}

/// The cues of `table` that begin within `range`, with their tokens.
fn find(
    view: &View<'_>,
    table: &PhraseTable<Cue>,
    range: Range<usize>,
) -> Vec<(Cue, Range<usize>)> {
    find_up_to(view, table, range.clone(), range.end)
}

/// The same; a phrase that says nothing may go on up to `end` ("had to be treated"), and a plan may be told by the trigger
/// itself and end there: "is cutting (1,200 jobs)".
fn find_up_to(
    view: &View<'_>,
    table: &PhraseTable<Cue>,
    range: Range<usize>,
    end: usize,
) -> Vec<(Cue, Range<usize>)> {
    let (tokens, text) = (&view.document.tokens, &view.document.article.text);
    let longest = |at: usize| {
        let far = table.longest_at(&tokens[..end.max(range.end)], text, at)?;
        let last = at + far.n_tokens;
        let is_trigger = far.value == Cue::Planned && last == end;
        let fits = far.value == Cue::Plain || is_trigger || last <= range.end;
        fits.then_some(far)
            .or_else(|| table.longest_at(&tokens[..range.end], text, at))
    };
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        match longest(at) {
            // "in May": a month and no verb.
            Some(cue) if !(cue.n_tokens == 1 && view.is_name(at)) => {
                found.push((cue.value, at..at + cue.n_tokens));
                at += cue.n_tokens.max(1);
            }
            _ => at += 1,
        }
    }
    found
}
