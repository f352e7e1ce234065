//! From a toll to its number: "the death toll rose to 98", "deaths are estimated at 300".

use std::ops::Range;

use crate::numbers::Kind;
use crate::schema::Frame;
use crate::text::TokenKind;

use super::candidate::{Candidate, Path, candidate, may_count, score};
use super::group::{Group, Head, Number};
use super::triggers::{Match, Use};
use super::view::View;
use super::voice::VerbPhrase;
use super::words::{Classes, NounClass};

/// Longest walk from "death toll" to its number, in tokens.
const MAX_TOLL: usize = 24;
/// Longest walk from "deaths" to an estimate of them, in tokens.
const MAX_ESTIMATE: usize = 9;

/// "the death toll in Gaza has risen from 40 to 60": every number at a level, in order.
pub(super) fn toll(
    view: &View<'_>,
    found: Match,
    used: &Use,
    phrase: VerbPhrase,
) -> Vec<Candidate> {
    let frame = if used.frames.has(Frame::Toll) {
        Frame::Toll
    } else {
        Frame::Estimated
    };
    to_level(view, found, used, phrase, frame)
}

/// The numbers at a level behind the trigger, in order.
fn to_level(
    view: &View<'_>,
    found: Match,
    used: &Use,
    phrase: VerbPhrase,
    frame: Frame,
) -> Vec<Candidate> {
    let mut out = Vec::new();
    let mut path = Path::default();
    let mut level = false;
    // "of the ferry that sank on Sunday rose to 58": what the relative clause counts is no toll.
    let mut relative = false;
    let mut at = found.end;
    let most = if frame == Frame::Toll {
        MAX_TOLL
    } else {
        MAX_ESTIMATE
    };
    while at < view.range.end && at - found.end < most {
        if let Some(index) = view.group_at(at) {
            let group = &view.groups[index];
            if view.set_against(group.tokens.start).is_some() {
                at = group.tokens.end + usize::from(view.is(group.tokens.end, Classes::CONTRAST));
                continue;
            }
            let before = group.tokens.start.saturating_sub(1);
            let bounded = view.is(before, Classes::OF)
                || view.is(before, Classes::TO)
                // "killing three children from one family" tells of no level.
                || frame == Frame::Toll && view.is(before, Classes::FROM)
                || is_at(view, before)
                || is_given_as(view, found, before);
            // "Death toll now 15"
            let mut between = found.end..group.tokens.start;
            let adjacent =
                between.is_empty() || frame == Frame::Toll && between.all(|at| view.is_adverb(at));
            let own_level = adjacent
                || view.classes(group.tokens.start).any(Classes::LEVEL)
                || view.text(group.tokens.start).eq_ignore_ascii_case("past");
            let ordinal =
                matches!(group.number, Number::Read(q) if view.quantities[q].kind == Kind::Ordinal);
            if (level || (!relative && (bounded || own_level)))
                && !(frame == Frame::Estimated && names_thing(view, group))
                // "the toll from the bombings of two embassies": of the bombings, not of the toll.
                && !(view.is(before, Classes::OF) && before > found.end && names_thing(view, group))
                && !ordinal
                && !stands_for_toll(view, group)
                && !view.is(before, Classes::BY)
                && may_count(used, group, view.words.person())
                && group.number != Number::One
            {
                out.push(candidate(
                    used,
                    found,
                    index,
                    frame,
                    score(frame, path, Head::None),
                    phrase,
                ));
                let from = view.is(before, Classes::FROM);
                if !from && !view.is(group.tokens.end, Classes::FROM) {
                    break;
                }
            }
            at = group.tokens.end.max(at + 1);
            continue;
        }
        let is_so = frame == Frame::Toll && view.is(at, Classes::BE) && leads_to_number(view, at);
        if view.is(at, Classes::LEVEL) || is_so {
            level = true;
        } else if view.is(at, Classes::RELATIVE) && at > found.end + 1 {
            relative = true;
        } else if ends_toll(view, at) {
            break;
        }
        path.n_words += usize::from(path.n_words < 10 && !view.is_any_mark(at));
        at += 1;
    }
    out
}

/// Longest way from "number of" to the participle, in tokens.
const MAX_NUMBER_OF: usize = 14;

/// "the number of pilgrims and guards killed in Harsk has risen to 39": what befell those of whom it is the number.
pub(super) fn of_participle(
    view: &View<'_>,
    found: Match,
    used: &Use,
    phrase: VerbPhrase,
) -> Vec<Candidate> {
    let counts = |class| used.counted.as_ref().is_none_or(|it| it.contains(&class));
    if numbered(view, phrase.start).is_some_and(|(_, class)| class.is_none_or(counts)) {
        to_level(view, found, used, phrase, Frame::Toll)
    } else {
        Vec::new()
    }
}

/// "the number of pilgrims and guards (who were) killed": whom it is the number of, and the class of the last noun, before a
/// participle whose phrase begins at `start`.
pub(super) fn numbered(view: &View<'_>, start: usize) -> Option<(Range<usize>, Option<NounClass>)> {
    let who = |at: &usize| view.is(*at, Classes::RELATIVE);
    let end = start.checked_sub(1).filter(who).unwrap_or(start);
    let from = end.saturating_sub(MAX_NUMBER_OF).max(view.range.start);
    let last = end.checked_sub(1).filter(|at| *at > from)?;
    let class = view.words.noun(view.token(last).word);
    let names = view.token(last).kind == TokenKind::Name && view.text(last).ends_with('s');
    if class.is_none() && !names {
        return None;
    }
    let stops = |at: usize| {
        view.is_any_mark(at) && !matches!(view.text(at), "-" | "’" | "'")
            || view.quantity_at(at).is_some()
            || view.is(at, Classes::AUXILIARY)
            || view.is(at, Classes::BEGINS_CLAUSE)
            || view.is_finite_verb(at)
    };
    let mut between = (from + 1..end).rev().take_while(|at| !stops(*at));
    let of = between
        .find(|at| view.is(*at, Classes::OF) && view.text(at - 1).eq_ignore_ascii_case("number"))?;
    Some((of + 1..end, class))
}

/// "(the death toll) is still 41", and not "is what nobody had feared".
fn leads_to_number(view: &View<'_>, be: usize) -> bool {
    let next = (be + 1..view.range.end).find(|at| !view.is_adverb(*at));
    next.is_some_and(|at| view.group_at(at).is_some())
}

/// "(the toll is) one that nobody knows": stands for the toll, and counts nobody.
fn stands_for_toll(view: &View<'_>, group: &Group) -> bool {
    let last = group.tokens.end - 1;
    group.head == Head::None
        && view.text(last).eq_ignore_ascii_case("one")
        && view.is(group.tokens.end, Classes::RELATIVE)
}

/// "the three most prevalent factors": a noun of no list in small letters is hardly a name for people.
pub(super) fn names_thing(view: &View<'_>, group: &Group) -> bool {
    group.head == Head::Unknown && view.token(group.tokens.end - 1).kind == TokenKind::Word
}

/// True for a word that leads to a level ("at", "between") and for a colon.
fn is_at(view: &View<'_>, at: usize) -> bool {
    view.is_mark(at, ":") || view.classes(at).any(Classes::TO_LEVEL)
}

/// "gave the death toll as 12": the word before the number, where somebody gives the toll.
fn is_given_as(view: &View<'_>, found: Match, before: usize) -> bool {
    let given = (view.range.start..found.start)
        .rev()
        .find(|at| !view.is(*at, Classes::DETERMINER));
    let is_giving = |at: usize| {
        matches!(
            view.text(at),
            "gave" | "give" | "gives" | "given" | "giving"
        )
    };
    view.text(before).eq_ignore_ascii_case("as") && given.is_some_and(is_giving)
}

/// What ends the walk from a toll to its number: another trigger's verb, another clause, a stop.
fn ends_toll(view: &View<'_>, at: usize) -> bool {
    if view.is_any_mark(at) {
        return matches!(view.text(at), ";" | "?" | "!");
    }
    // "the toll of those killed in", "killed due to shelling" goes on; "the toll, police were killed" does not.
    let governed = view.is(at - 1, Classes::AUXILIARY) && !view.is(at - 1, Classes::TO);
    let other_trigger = view.is_verb_trigger(at) && governed;
    other_trigger || view.is(at, Classes::CONTRAST)
}
