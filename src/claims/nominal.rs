//! Shapes around nouns and adjectives: "1,200 deaths", "12 dead", "Dead: 192", "hostages,
//! at the moment 130", "his 11th visit".

use crate::numbers::Kind;
use crate::schema::Frame;

use super::candidate::{Candidate, Path, Target, candidate, may_count, score};
use super::group::{Group, Head, Number};
use super::subject::is_whole_of_one;
use super::triggers::{Match, Use};
use super::view::View;
use super::voice::VerbPhrase;
use super::words::Classes;

/// What a participle between number and noun loses against a verb of the clause.
const PARTICIPLE_COST: i32 = 24;
/// What "12 refugees" loses against a verb of the clause: they may have been killed.
const PERSON_NOUN_COST: i32 = 10;
/// What "two of the wounded" loses against a verb of the clause: it says of whom there are two, not what befell them.
const PARTITIVE_COST: i32 = 24;
/// Longest walk from a noun to a number that counts it, unless the schema says otherwise.
const MAX_NOUN_THEN_Q: usize = 8;

/// Adjectives and participles that touch the group: "12 injured people", "seven people dead", "leaving 12 dead".
pub(super) fn touching(
    view: &View<'_>,
    found: Match,
    used: &Use,
    phrase: VerbPhrase,
) -> Option<Candidate> {
    let (index, inside) = touched_group(view, found)?;
    let group = &view.groups[index];
    // "one of the 11 injured passengers", "one of the five hurt": that is said of all of them.
    let of_all = inside || is_whole_of_one(view, index);
    if group.is_base && !of_all || !may_count(used, group, view.words.person()) {
        return None;
    }
    if inside && is_identified(view, group) {
        return None;
    }
    let frame = if used.frames.has(Frame::Left) && left_before(view, group.tokens.start) {
        Frame::Left
    } else if used.frames.has(Frame::QAdj) || inside && used.frames.has(Frame::Elliptic) {
        Frame::QAdj
    } else {
        return None;
    };
    // "freed 12 kidnapped pupils": the verb of the clause says more than a participle inside the phrase.
    let weak = inside && matches!(used.role, super::triggers::Role::Verb(_));
    let partitive = (group.tokens.start..found.start).any(|at| view.is(at, Classes::OF));
    let points = score(frame, Path::default(), group.head)
        - if weak { PARTICIPLE_COST } else { 0 }
        - if partitive { PARTITIVE_COST } else { 0 };
    Some(candidate(used, found, index, frame, points, phrase))
}

/// "one of the wounded victims was a friend of his": says who somebody is, and counts nobody.
fn is_identified(view: &View<'_>, group: &Group) -> bool {
    let end = group.tokens.end;
    group.number == Number::One
        && view.is(group.tokens.start + 1, Classes::OF)
        && view.is(end, Classes::BE)
        && (view.is(end + 1, Classes::DETERMINER) || view.is_person_name(end + 1))
}

/// The group that holds the trigger before its noun, or that ends right before it; and whether it holds it.
fn touched_group(view: &View<'_>, found: Match) -> Option<(usize, bool)> {
    if let Some(index) = view.group_at(found.start) {
        let group = &view.groups[index];
        // "(left) 7,000 homeless": the trigger may head the phrase.
        let headed = group.tokens.end == found.end && left_before(view, group.tokens.start);
        return ((group.tokens.end > found.end || headed) && group.noun.start <= found.start)
            .then_some((index, true));
    }
    let mut at = found.start;
    for _ in 0..3 {
        at = at.checked_sub(1)?;
        if let Some(index) = view.group_at(at) {
            return Some((index, false));
        }
        // "five of those killed": "of those" stands between.
        let between = view.is(at, Classes::OF) || view.is(at, Classes::DETERMINER);
        if !between && !view.is_adverb(at) && !view.is(at, Classes::LINKING) {
            return None;
        }
    }
    None
}

/// "left", "leaving" stands right before `start`.
fn left_before(view: &View<'_>, start: usize) -> bool {
    start
        .checked_sub(1)
        .is_some_and(|at| view.is(at, Classes::LEAVES))
}

/// "some 1,200 deaths": the trigger noun heads the group.
pub(super) fn q_noun(
    view: &View<'_>,
    found: Match,
    used: &Use,
    phrase: VerbPhrase,
) -> Option<Candidate> {
    let index = view.group_at(found.start)?;
    let group = &view.groups[index];
    // "Three of them (were children)": the trigger is all there is of the noun.
    let inside = group.noun.start <= found.start || group.of_them;
    let heads = group.tokens.end == found.end && inside;
    let ordinal =
        matches!(group.number, Number::Read(q) if view.quantities[q].kind == Kind::Ordinal);
    if !heads || ordinal {
        return None;
    }
    let person = matches!(group.head, Head::Class(class) if Some(class) == view.words.person());
    let partitive =
        group.of_them || person && view.is(group.noun.start.saturating_sub(2), Classes::OF);
    let points = score(Frame::QNoun, Path::default(), Head::Trigger)
        - if person { PERSON_NOUN_COST } else { 0 }
        - if partitive { PARTITIVE_COST } else { 0 };
    Some(candidate(used, found, index, Frame::QNoun, points, phrase))
}

/// "his 11th visit", "his regional tour, the fourth".
pub(super) fn ordinal_noun(
    view: &View<'_>,
    found: Match,
    used: &Use,
    phrase: VerbPhrase,
) -> Vec<Candidate> {
    let is_ordinal = |index: &usize| matches!(view.groups[*index].number, Number::Read(q) if view.quantities[q].kind == Kind::Ordinal);
    let before = view
        .group_at(found.start)
        .filter(is_ordinal)
        .filter(|index| view.groups[*index].tokens.end == found.end)
        // "The first visits by inspectors": of several none is the how-manieth.
        .filter(|_| !view.text(found.end - 1).ends_with('s'));
    // "…, the fourth": the ordinal stands alone between comma and comma or stop.
    let after = (found.end..(found.end + 6).min(view.range.end))
        .find_map(|at| view.group_at(at))
        .filter(is_ordinal)
        .filter(|index| {
            let group = &view.groups[*index];
            let start = group.tokens.start;
            group.head == Head::None
                && start >= 2
                && view.is(start - 1, Classes::DETERMINER)
                && view.is_mark(start - 2, ",")
        });
    before
        .into_iter()
        .chain(after)
        .map(|index| {
            let points = score(Frame::OrdinalNoun, Path::default(), Head::Trigger);
            candidate(used, found, index, Frame::OrdinalNoun, points, phrase)
        })
        .collect()
}

/// "Dead: 192": the trigger, a colon or dash, the number.
pub(super) fn label(
    view: &View<'_>,
    found: Match,
    used: &Use,
    phrase: VerbPhrase,
) -> Option<Candidate> {
    let mark = found.end;
    let is_label = view.is_mark(mark, ":") || view.is_dash(mark) || view.is_mark(mark, "=");
    let index = is_label.then(|| view.group_at(mark + 1)).flatten()?;
    let group = &view.groups[index];
    let first = group.tokens.start == mark + 1 && group.head == Head::None;
    first.then(|| {
        let points = score(Frame::Label, Path::default(), Head::None);
        candidate(used, found, index, Frame::Label, points, phrase)
    })
}

/// "hostages in Gaza, at the moment more than 130", "the dead included three children".
pub(super) fn noun_then_q(
    view: &View<'_>,
    found: Match,
    used: &Use,
    phrase: VerbPhrase,
    within: Option<usize>,
) -> Vec<Candidate> {
    // "six of the dead were children": the number stands before.
    let counted = found.start.checked_sub(1).and_then(|at| view.group_at(at));
    if counted.is_some() && view.is(found.start, Classes::OF) {
        return Vec::new();
    }
    let limit = found.end + within.unwrap_or(MAX_NOUN_THEN_Q) + 1;
    let mut path = Path::default();
    for at in found.end..limit.min(view.range.end) {
        if let Some(index) = view.group_at(at) {
            let group = &view.groups[index];
            let fits = may_count(used, group, view.words.person())
                && !group.is_base
                && group.head != Head::Unknown
                && group.head != Head::Trigger;
            if !fits {
                return Vec::new();
            }
            let points = score(Frame::NounThenQ, path, group.head);
            let first = candidate(used, found, index, Frame::NounThenQ, points, phrase);
            return with_list(view, first, used, phrase);
        }
        let passes = view.is(at, Classes::BE)
            || view.is(at, Classes::INCLUSION)
            || view.is_mark(at, ",")
            || view.is_dash(at);
        let verb = view.is_finite_verb(at)
            || view.is_any_mark(at)
            || view.is(at, Classes::BEGINS_CLAUSE)
            || view.match_at(at).is_some()
            // "raised its count of the dead by two"
            || view.is(at, Classes::BY);
        if verb && !passes {
            return Vec::new();
        }
        path.n_words += 1;
    }
    Vec::new()
}

/// "The dead included 12 children, three women and a nurse": the first number and those listed after it.
fn with_list(view: &View<'_>, first: Candidate, used: &Use, phrase: VerbPhrase) -> Vec<Candidate> {
    let mut out = vec![first];
    while let Some(Target::Group(index)) = out.last().map(|last| last.number) {
        let next = index + 1;
        let end = view.groups[index].tokens.end;
        let joined = view.groups.get(next).is_some_and(|group| {
            let joiner = view.joiner_before(group.tokens.start);
            joiner.is_some_and(|at| at <= end)
                && !group.is_base
                && matches!(group.head, Head::Class(_))
                && may_count(used, group, view.words.person())
        });
        if !joined {
            break;
        }
        let points = out[0].score - i32::try_from(out.len()).unwrap_or(0);
        let found = Match {
            start: out[0].words.start,
            end: out[0].words.end,
            row: 0,
        };
        out.push(candidate(used, found, next, Frame::Coord, points, phrase));
    }
    out
}
