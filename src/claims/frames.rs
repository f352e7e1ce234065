//! Every frame over every trigger of a sentence: all the ways to read its numbers.

use crate::schema::Frame;
use crate::schema::claim_type::{ClaimType, ValueKind};
use crate::schema::inflect::Form;

use super::candidate::{Candidate, Target};
use super::triggers::{Match, Role, Use};
use super::view::View;
use super::voice::{VerbPhrase, Voice, verb_phrase, voice};
use super::words::Classes;
use super::{amount, contrast, duration, nominal, object, subject, toll};

/// All candidates of a sentence that `qualifies` lets pass, in no particular order. A longer trigger ("sent to") stands
/// before the shorter ones within it ("sent"), unless nothing comes of it.
pub(super) fn candidates(
    view: &View<'_>,
    types: &[ClaimType],
    qualifies: &dyn Fn(&Candidate) -> bool,
) -> Vec<Candidate> {
    let mut out = Vec::new();
    let mut here = Vec::new();
    for found in &view.matches {
        trigger(view, types, *found, &mut here);
        here.retain(qualifies);
        if here.is_empty() && found.end > found.start + 1 {
            for inner in view.matches_within(*found) {
                trigger(view, types, inner, &mut here);
            }
            here.retain(qualifies);
        }
        out.append(&mut here);
    }
    out
}

/// Candidates of all uses of one trigger phrase.
fn trigger(view: &View<'_>, types: &[ClaimType], found: Match, out: &mut Vec<Candidate>) {
    for used in view.triggers.uses(found) {
        let kind = &types[used.claim_type];
        let before = out.len();
        let within = kind.triggers[used.trigger].within;
        if kind.value.kind == ValueKind::Duration {
            out.extend(duration::candidates(view, found, used, within));
        } else if kind.value.kind.is_amount() {
            out.extend(amount::candidates(view, found, used, kind, within));
        } else {
            counts(view, found, used, within, out);
            if let Some(within) = within {
                keep_near(view, out, before, found, within);
            }
        }
        weigh_cues(&mut out[before..], kind);
    }
}

/// Drops the candidates from `first` on whose number begins more than `within` words behind the trigger: "a city of
/// 45,000" says how many live there, "in the city of Lund 45 were hurt" does not.
fn keep_near(view: &View<'_>, out: &mut Vec<Candidate>, first: usize, found: Match, within: usize) {
    let near = |candidate: &Candidate| match candidate.number {
        Target::Group(index) => {
            let start = view.groups[index].tokens.start;
            start < found.end || start - found.end <= within
        }
        Target::Quantity(_) => true,
    };
    let fresh = out.split_off(first);
    out.extend(fresh.into_iter().filter(near));
}

/// What a trigger loses that says nothing by itself, only beside one of its cues.
const CUE_COST: i32 = 14;

/// A trigger that needs a cue somewhere in the sentence says less than one that stands for itself.
fn weigh_cues(candidates: &mut [Candidate], kind: &ClaimType) {
    for candidate in candidates {
        let rule = &kind.triggers[candidate.trigger];
        // The word before the number is a cue as near as any.
        if !rule.need_cue.is_empty() && rule.before_cue.is_empty() {
            candidate.score -= CUE_COST;
        }
    }
}

/// Candidates of one use of a trigger that counts.
fn counts(
    view: &View<'_>,
    found: Match,
    used: &Use,
    within: Option<usize>,
    out: &mut Vec<Candidate>,
) {
    let phrase = verb_phrase(view, found.start);
    match used.role {
        // After a determiner the plain form is a noun.
        Role::Verb(Form::Base | Form::Third) if view.is_determined(found) => {}
        Role::Verb(Form::Ing) if names_event(view, found) => {}
        Role::Verb(_) => verb(view, found, used, phrase, out),
        Role::Adjective if acts(view, found, phrase) => {}
        Role::Adjective => adjective(view, found, used, phrase, out),
        Role::Noun => {}
        Role::Fixed => {
            verb(view, found, used, phrase, out);
            adjective(view, found, used, phrase, out);
        }
    }
    if used.frames.has(Frame::QNoun) {
        out.extend(nominal::q_noun(view, found, used, phrase));
    }
    if used.frames.has(Frame::OrdinalNoun) {
        out.extend(nominal::ordinal_noun(view, found, used, phrase));
    }
    if used.frames.has(Frame::Label) {
        out.extend(nominal::label(view, found, used, phrase));
    }
    if used.frames.has(Frame::Toll) || used.frames.has(Frame::Estimated) {
        out.extend(toll::toll(view, found, used, phrase));
    }
    if used.frames.has(Frame::NounThenQ) {
        out.extend(nominal::noun_then_q(view, found, used, phrase, within));
    }
    if used.frames.has(Frame::NounOf) && view.is(found.end, Classes::OF) {
        let of = Match {
            end: found.end + 1,
            ..found
        };
        out.extend(object::candidates(view, of, used, phrase, Frame::NounOf));
    }
}

/// "A gunman wounded three men": what could be an adjective is a verb with an object of its own.
fn acts(view: &View<'_>, found: Match, phrase: VerbPhrase) -> bool {
    let before = found.start.checked_sub(1);
    let describes =
        view.group_at(found.start).is_some() || before.is_some_and(|at| view.is(at, Classes::OF));
    let mut uses = view.triggers.uses(found).iter();
    !describes
        && uses.any(|used| {
            matches!(used.role, Role::Verb(_)) && voice(view, found, used, phrase) == Voice::Active
        })
}

/// "the shooting", "the shooting death of": the -ing form names an event and has no object of its own.
fn names_event(view: &View<'_>, found: Match) -> bool {
    let of = view.is(found.end, Classes::OF);
    let modifies = view.match_at(found.end).is_some_and(|next| {
        let mut uses = view.triggers.uses(next).iter();
        next.start == found.end && uses.any(|used| used.role == Role::Noun)
    });
    modifies || view.is_determined(found) && !of
}

/// Subject and object of a verbal trigger, by voice.
fn verb(view: &View<'_>, found: Match, used: &Use, phrase: VerbPhrase, out: &mut Vec<Candidate>) {
    let voice = voice(view, found, used, phrase);
    let passive = used.frames.has(Frame::Passive);
    let intransitive = used.frames.has(Frame::Subject);
    let before = out.len();
    let walk = match voice {
        Voice::Passive if passive => Some((Frame::Passive, false)),
        // "the soldiers wounded there died": a verb that only has a subject is no participle that describes it.
        Voice::Reduced if used.frames.has(Frame::Elliptic) && (passive || !intransitive) => {
            Some((Frame::Elliptic, true))
        }
        _ if intransitive => Some((Frame::Subject, false)),
        _ => None,
    };
    if let Some((frame, reduced)) = walk {
        out.extend(subject::candidates(
            view,
            found,
            used,
            phrase,
            subject::Walk { frame, reduced },
        ));
    }
    if walk.is_some() && used.frames.has(Frame::Coord) {
        out.extend(object::companions(view, found, used, phrase));
    }
    if walk.is_some() && excludes(view, &out[before..]) {
        out.extend(object::exceptions(view, found, used, phrase));
    }
    let inverted =
        !phrase.has_auxiliary && voice == Voice::Reduced && used.frames.has(Frame::Copula);
    if inverted {
        out.extend(inverted_copula(view, found, used, phrase));
    }
    let is_phrase = used.role == Role::Fixed && !(phrase.has_be && passive);
    let acts = voice == Voice::Active || is_phrase;
    if acts && used.frames.has(Frame::Active) {
        out.extend(object::candidates(view, found, used, phrase, Frame::Active));
    }
    if voice != Voice::Active && used.frames.has(Frame::Elliptic) {
        out.extend(nominal::touching(view, found, used, phrase));
    }
    if voice != Voice::Active && passive {
        out.extend(toll::of_participle(view, found, used, phrase));
    }
}

/// "Nobody was killed except one guard": nobody is counted, and somebody left out.
fn excludes(view: &View<'_>, found: &[Candidate]) -> bool {
    found.iter().any(|it| contrast::is_excepted(view, it))
}

/// Groups that an adjective describes, touching or by a copula.
fn adjective(
    view: &View<'_>,
    found: Match,
    used: &Use,
    phrase: VerbPhrase,
    out: &mut Vec<Candidate>,
) {
    out.extend(nominal::touching(view, found, used, phrase));
    if phrase.has_be && used.frames.has(Frame::Copula) {
        let walk = subject::Walk {
            frame: Frame::Copula,
            reduced: false,
        };
        out.extend(subject::candidates(view, found, used, phrase, walk));
    } else if used.frames.has(Frame::Elliptic) {
        let walk = subject::Walk {
            frame: Frame::Elliptic,
            reduced: true,
        };
        out.extend(subject::candidates(view, found, used, phrase, walk));
    }
    if used.frames.has(Frame::Copula) {
        out.extend(inverted_copula(view, found, used, phrase));
    }
}

/// "Killed in the attack were 12 soldiers", "Among the dead were three children".
fn inverted_copula(
    view: &View<'_>,
    found: Match,
    used: &Use,
    phrase: VerbPhrase,
) -> Vec<Candidate> {
    let clause_start = found.start == view.range.start
        || view.is_mark(found.start - 1, ",")
        || view.is_any_mark(found.start - 1);
    if !clause_start {
        return Vec::new();
    }
    // "the fire" is no verb, whatever else it may be.
    let is_noun =
        |at: usize| view.is(at - 1, Classes::DEFINITE) && !view.is(at, Classes::PARTICIPLE);
    let is_trigger = |at: usize| view.match_at(at).is_some() && !is_noun(at);
    let be = (found.end..(found.end + 10).min(view.range.end))
        .take_while(|at| view.group_at(*at).is_none() && !is_trigger(*at))
        .find(|at| view.is(*at, Classes::BE));
    be.map_or_else(Vec::new, |be| {
        let shifted = Match {
            end: be + 1,
            ..found
        };
        object::candidates(view, shifted, used, phrase, Frame::Copula)
    })
}
