//! Lengths of time and what lasts them: "a 21-day ceasefire", "a truce of three weeks", "10 months into the war".

use crate::numbers::{Kind, Quantity};
use crate::schema::Frame;

use super::candidate::{Candidate, Path, Target, score};
use super::group::Head;
use super::triggers::{Match, Use};
use super::view::View;
use super::words::Classes;

/// Most words between a duration and the noun it describes.
const MAX_MODIFIERS: usize = 5;

/// Candidates that tie the durations around a trigger to it.
pub(super) fn candidates(
    view: &View<'_>,
    found: Match,
    used: &Use,
    within: Option<usize>,
) -> Vec<Candidate> {
    let mut out = Vec::new();
    if used.frames.has(Frame::DurNoun) {
        out.extend(before(view, found, used));
    }
    out.extend(after(view, found, used, within));
    out
}

/// "21-day humanitarian ceasefire", "a year of conflict".
fn before(view: &View<'_>, found: Match, used: &Use) -> Option<Candidate> {
    let mut at = found.start;
    let mut path = Path::default();
    while path.n_words <= MAX_MODIFIERS {
        at = at.checked_sub(1).filter(|to| *to >= view.range.start)?;
        if let Some(index) = view.quantity_at(at) {
            return is_duration(&view.quantities[index])
                .then(|| of(index, used, found, Frame::DurNoun, path));
        }
        let hyphen = view.is_mark(at, "-") && !view.token(at).spaced;
        if !hyphen
            && (view.is_any_mark(at)
                || view.classes(at).any(Classes::ENDS_PHRASE)
                || view.is_finite_verb(at))
        {
            return None;
        }
        path.n_words += usize::from(!hyphen);
    }
    None
}

/// "a truce of three weeks", "a ceasefire lasting 60 days", "the war began over a year ago".
fn after(view: &View<'_>, found: Match, used: &Use, within: Option<usize>) -> Option<Candidate> {
    let limit = found.end + within.unwrap_or(MAX_MODIFIERS) + 1;
    let mut frame = used
        .frames
        .has(Frame::NounThenQ)
        .then_some(Frame::NounThenQ);
    let mut path = Path::default();
    for at in found.end..limit.min(view.range.end) {
        if let Some(index) = view.quantity_at(at) {
            let usable = is_duration(&view.quantities[index]);
            return frame
                .filter(|_| usable)
                .map(|frame| of(index, used, found, frame, path));
        }
        let word = view.text(at);
        frame = match word {
            "of" if used.frames.has(Frame::NounOfDur) => Some(Frame::NounOfDur),
            "lasting" | "for" | "last" | "lasted" | "lasts"
                if used.frames.has(Frame::NounLastDur) =>
            {
                Some(Frame::NounLastDur)
            }
            _ if view.is_any_mark(at) => return None,
            _ => frame,
        };
        path.n_words += 1;
    }
    None
}

fn is_duration(quantity: &Quantity) -> bool {
    quantity.kind == Kind::Duration
}

fn of(index: usize, used: &Use, found: Match, frame: Frame, path: Path) -> Candidate {
    Candidate {
        number: Target::Quantity(index),
        claim_type: used.claim_type,
        trigger: used.trigger,
        frame,
        words: found.start..found.end,
        verb_phrase: found.start..found.end,
        score: score(frame, path, Head::Trigger),
        negated: false,
        over: None,
    }
}
