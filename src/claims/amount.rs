//! Amounts of money, percentages and measures, and what they are amounts of: "$3.4bn in damage", "a turnout of 67
//! percent", "pledged $5 billion", "a magnitude 6.1 quake". Nothing is counted here, so nothing need follow the number.

use crate::schema::Frame;
use crate::schema::claim_type::ClaimType;

use super::candidate::{Candidate, Path, Target, score};
use super::group::Head;
use super::triggers::{Match, Role, Use};
use super::value;
use super::view::View;
use super::voice::{VerbPhrase, Voice, verb_phrase, voice};
use super::words::Classes;

/// Most tokens between an amount and the noun it is an amount of: "$300m in fresh humanitarian aid".
const MAX_BEFORE: usize = 5;
/// Most words between a noun and its amount where a verb of level ties them.
const MAX_LEVEL: usize = 20;
/// Most words between a verb and its amount.
const MAX_VERB: usize = 10;
/// Most tokens between two amounts of one list: "52 percent of the vote, against 45 for her rival".
const MAX_COORD: usize = 12;

/// Candidates that tie the amounts around a trigger to it.
pub(super) fn candidates(
    view: &View<'_>,
    found: Match,
    used: &Use,
    kind: &ClaimType,
    within: Option<usize>,
) -> Vec<Candidate> {
    let reading = Reading {
        view,
        found,
        used,
        kind,
        phrase: verb_phrase(view, found.start),
    };
    let mut out = Vec::new();
    if matches!(used.role, Role::Verb(_) | Role::Fixed) {
        reading.verb(&mut out);
    }
    if used.frames.has(Frame::QNoun) {
        out.extend(reading.before());
    }
    reading.after(within, &mut out);
    if used.frames.has(Frame::Coord) {
        reading.coordinated(&mut out);
    }
    out
}

/// One use of a trigger in a sentence.
struct Reading<'r, 'a> {
    view: &'r View<'a>,
    found: Match,
    used: &'r Use,
    kind: &'r ClaimType,
    phrase: VerbPhrase,
}

impl Reading<'_, '_> {
    /// The quantity at `at`, if the type takes such a number.
    fn fitting(&self, at: usize, frame: Frame) -> Option<usize> {
        let index = self.view.quantity_at(at)?;
        value::convert(&self.view.quantities[index], self.kind, frame).map(|_| index)
    }

    /// A number that also heads a group is taken as the group, so that it is one number for every type.
    fn candidate(&self, index: usize, frame: Frame, path: Path) -> Candidate {
        let tokens = &self.view.quantities[index].tokens;
        let group = self.view.group_at(tokens.start);
        Candidate {
            number: group.map_or(Target::Quantity(index), Target::Group),
            claim_type: self.used.claim_type,
            trigger: self.used.trigger,
            frame,
            words: self.found.start..self.found.end,
            verb_phrase: self.phrase.start..self.found.end,
            score: score(frame, path, Head::Trigger),
            negated: self.phrase.negated,
            over: None,
        }
    }

    /// Subject and object of a verb, by voice.
    fn verb(&self, out: &mut Vec<Candidate>) {
        let has = |frame| self.used.frames.has(frame);
        let voice = voice(self.view, self.found, self.used, self.phrase);
        // "pledged $5 billion" and "$5 billion pledged by": an amount is no group, so the voice does not tell them apart.
        let acts = voice == Voice::Active
            || !self.phrase.has_be && !self.view.is(self.found.end, Classes::BY);
        if acts && has(Frame::Active) {
            let object = self.to_the_right();
            if object.is_some() {
                out.extend(object);
                return;
            }
        }
        let subject = match voice {
            Voice::Passive if has(Frame::Passive) => Some((Frame::Passive, MAX_VERB)),
            Voice::Reduced if has(Frame::Elliptic) => Some((Frame::Elliptic, 3)),
            _ if has(Frame::Subject) => Some((Frame::Subject, MAX_VERB)),
            _ => None,
        };
        if let Some((frame, limit)) = subject {
            out.extend(self.to_the_left(frame, limit));
        }
    }

    /// "$5 billion was pledged", "67 percent of voters cast a ballot".
    fn to_the_left(&self, frame: Frame, limit: usize) -> Option<Candidate> {
        let view = self.view;
        let mut path = Path::default();
        let mut at = self.phrase.start;
        while path.n_words < limit {
            at = at.checked_sub(1).filter(|to| *to >= view.range.start)?;
            if let Some(index) = self.fitting(at, frame) {
                return Some(self.candidate(index, frame, path));
            }
            if ends_clause(view, at) || view.is_verb_trigger(at) || view.is(at, Classes::AUXILIARY)
            {
                return None;
            }
            path.n_words += usize::from(!view.is(at, Classes::OF));
        }
        None
    }

    /// "pledged an additional $5 billion", "won 52 percent".
    fn to_the_right(&self) -> Option<Candidate> {
        let view = self.view;
        let mut path = Path::default();
        for at in self.found.end..view.range.end {
            if let Some(index) = self.fitting(at, Frame::Active) {
                return Some(self.candidate(index, Frame::Active, path));
            }
            let ends = ends_clause(view, at) && !view.is(at, Classes::LEVEL)
                || view.is_verb_trigger(at)
                || path.n_words >= MAX_VERB;
            if ends {
                return None;
            }
            path.n_words += usize::from(!view.is(at, Classes::OF));
        }
        None
    }

    /// "$3.4bn in damage", "a 67 percent turnout", "52% of the valid votes", "a 7.8-magnitude quake".
    fn before(&self) -> Option<Candidate> {
        let view = self.view;
        let mut path = Path::default();
        for back in 1..=MAX_BEFORE {
            let at = self.found.start.checked_sub(back)?;
            if at < view.range.start {
                return None;
            }
            if let Some(index) = self.fitting(at, Frame::QNoun) {
                return Some(self.candidate(index, Frame::QNoun, path));
            }
            let ties = matches!(view.text(at), "in" | "of" | "worth" | "for");
            let hyphen = view.is_any_mark(at) && matches!(view.text(at), "-" | "'" | "’");
            let ends = view.classes(at).any(Classes::ENDS_PHRASE)
                || view.is_any_mark(at) && !hyphen
                || view.is_finite_verb(at)
                || view.quantity_at(at).is_some();
            if ends && !ties {
                return None;
            }
            path.n_words += usize::from(!ties && !hyphen && !view.is(at, Classes::DETERMINER));
        }
        None
    }

    /// "a turnout of 67 percent", "damage was put at $20bn", "magnitude 7.8", "Turnout: 67%", "turnout rose from 61 to 65
    /// percent".
    fn after(&self, within: Option<usize>, out: &mut Vec<Candidate>) {
        let view = self.view;
        let has = |frame| self.used.frames.has(frame);
        let mut path = Path::default();
        let mut level = false;
        for at in self.found.end..view.range.end {
            if view.quantity_at(at).is_some() && view.quantity_at(at) == view.quantity_at(at - 1) {
                continue;
            }
            let touches = (self.found.end..at).all(|gap| view.is_any_mark(gap));
            let before = view.text(at - 1);
            let frame = if touches && before == ":" {
                Frame::Label
            } else if touches {
                Frame::NounThenQ
            } else if matches!(before, "of" | "worth") && path.n_words <= 3 {
                Frame::NounOf
            } else if level || matches!(before, "at" | "to" | "from" | ":" | "of") {
                if has(Frame::Toll) {
                    Frame::Toll
                } else {
                    Frame::Estimated
                }
            } else {
                Frame::NounThenQ
            };
            let near = frame != Frame::NounThenQ || path.n_words <= within.unwrap_or(MAX_VERB);
            if let Some(index) = self.fitting(at, frame).filter(|_| near && has(frame)) {
                out.push(self.candidate(index, frame, path));
                let next = view.quantities[index].tokens.end;
                if before != "from" && view.text(next.min(view.range.end - 1)) != "from" {
                    return;
                }
                continue;
            }
            level |= view.is(at, Classes::LEVEL) || view.is(at, Classes::BE);
            let tied = view.is(at, Classes::LEVEL)
                || view.is(at, Classes::AUXILIARY)
                || view.is_mark(at, ":")
                || view.is(at, Classes::SUBORDINATOR) && view.text(at) == "as";
            if ends_clause(view, at) && !tied || path.n_words >= MAX_LEVEL {
                return;
            }
            path.n_words += usize::from(!tied && !view.is_any_mark(at));
        }
    }

    /// Further amounts of the same list.
    fn coordinated(&self, out: &mut Vec<Candidate>) {
        let view = self.view;
        let Some(mut last) = out.iter().max_by_key(|one| one.score).cloned() else {
            return;
        };
        let index = |candidate: &Candidate| match candidate.number {
            Target::Quantity(index) => Some(index),
            Target::Group(group) => match view.groups[group].number {
                super::group::Number::Read(index) => Some(index),
                super::group::Number::One => None,
            },
        };
        let mut path = Path::default();
        let from = index(&last).map_or(view.range.end, |at| view.quantities[at].tokens.end);
        let mut gap = 0;
        for at in from..view.range.end {
            if let Some(next) = self.fitting(at, Frame::Coord) {
                if index(&last) != Some(next) {
                    path.n_members += 1;
                    last = self.candidate(next, Frame::Coord, path);
                    out.push(last.clone());
                }
                gap = 0;
                continue;
            }
            gap += 1;
            let other = view
                .match_at(at)
                .is_some_and(|found| found.row != self.found.row);
            if gap > MAX_COORD || view.is_mark(at, ";") || other && view.is_verb_trigger(at) {
                return;
            }
        }
    }
}

/// What no amount is looked for beyond: another verb, another clause, a stop within the sentence.
fn ends_clause(view: &View<'_>, at: usize) -> bool {
    if view.is_any_mark(at) {
        return !matches!(
            view.text(at),
            "," | "-" | "\"" | "“" | "”" | "'" | "’" | "‘" | "(" | ")"
        );
    }
    view.is(at, Classes::BEGINS_CLAUSE) && !view.is(at, Classes::PREPOSITION)
        || view.is_finite_verb(at)
}
