//! Numbers that a sentence takes back: "28 people, and not 32, died", "nobody was hurt except one guard".

use super::candidate::{Candidate, Target};
use super::group::{Head, Number};
use super::view::View;
use super::words::Classes;
use crate::numbers::Kind;

/// The most words of a phrase that sets a number against another.
const MAX_AGAINST: usize = 3;
/// How far behind "nobody" and its verb an exception is looked for, in tokens.
const MAX_TO_EXCEPTION: usize = 12;

impl View<'_> {
    /// "28 people, and not 32, died": where the words begin that set the number at `start` against the one that holds.
    pub(super) fn set_against(&self, start: usize) -> Option<usize> {
        let mut end = start;
        while end > self.range.start && self.is(end - 1, Classes::DETERMINER) {
            end -= 1;
        }
        let (tokens, text) = (&self.document.tokens[..end], &self.document.article.text);
        let from = (1..=MAX_AGAINST)
            .filter_map(|n| end.checked_sub(n))
            .filter(|at| *at >= self.range.start)
            .filter(|at| self.words.against().begins(self.token(*at)))
            .find(|at| {
                let found = self.words.against().longest_at(tokens, text, *at);
                found.is_some_and(|found| at + found.n_tokens == end)
            })?;
        let joined = from > self.range.start && self.is(from - 1, Classes::CONJUNCTION);
        Some(from - usize::from(joined))
    }

    /// True when what begins at `at` is a number that does not hold, with the words that say so: "and not 32".
    pub(super) fn opens_contrast(&self, at: usize) -> bool {
        let word = at + usize::from(self.is(at, Classes::CONJUNCTION));
        if !self.words.against().begins(self.token(word)) {
            return false;
        }
        let mut groups = (at..self.range.end.min(at + MAX_AGAINST + 3)).map(|to| self.group_at(to));
        groups
            .find_map(|group| group)
            .is_some_and(|index| self.set_against(self.groups[index].tokens.start) == Some(at))
    }

    /// The end of a phrase that begins at `at` and opens who is left out: "except for".
    pub(super) fn except_at(&self, at: usize) -> Option<usize> {
        if !self.words.except().begins(self.token(at)) {
            return None;
        }
        let tokens = &self.document.tokens[..self.range.end];
        let found = self
            .words
            .except()
            .longest_at(tokens, &self.document.article.text, at)?;
        Some(at + found.n_tokens)
    }
}

/// "Nobody was killed except one guard", "no one but the driver was hurt": somebody was.
pub(super) fn is_excepted(view: &View<'_>, candidate: &Candidate) -> bool {
    let Target::Group(index) = candidate.number else {
        return false;
    };
    let end = view.groups[index].tokens.end;
    let reach = view
        .range
        .end
        .min(candidate.words.end.max(end) + MAX_TO_EXCEPTION);
    let stops = |at: usize| view.is_any_mark(at) && !view.is_mark(at, ",");
    // "no one but the driver", and not "no deaths but 12 injured".
    let but = view.groups[index].head == Head::None
        && view.is(end, Classes::CONTRAST)
        && (view.is(end + 1, Classes::DETERMINER) || view.group_at(end + 1).is_some());
    counts_nobody(view, index)
        && (but
            || (end..reach)
                .take_while(|at| !stops(*at))
                .any(|at| view.except_at(at).is_some()))
}

/// The most tokens from a number to the words that set another against it: "213 people died and not 254".
const MAX_TO_AGAINST: usize = 4;

/// "213 died and not 254", "not 254 but 213 died": the number that does not hold, told of the same people and denied.
pub(super) fn denied(view: &View<'_>, chosen: &[Candidate]) -> Vec<Candidate> {
    let holds = |at: Option<usize>| {
        chosen
            .iter()
            .find(|it| at.map(Target::Group) == Some(it.number))
    };
    let denied = view.groups.iter().enumerate().filter_map(|(at, group)| {
        let from = view.set_against(group.tokens.start)?;
        let number = match group.number {
            Number::Read(index) => view.quantities[index].kind == Kind::Cardinal,
            Number::One => false,
        };
        let near = |before: &usize| from <= view.groups[*before].tokens.end + MAX_TO_AGAINST;
        let but = view.is(group.tokens.end, Classes::CONTRAST);
        let after = but.then_some(at + 1).filter(|at| *at < view.groups.len());
        let host = holds(at.checked_sub(1).filter(near)).or_else(|| holds(after))?;
        let Target::Group(other) = host.number else {
            return None;
        };
        let alike = group.head == Head::None || group.head == view.groups[other].head;
        let person = matches!(group.head, Head::Class(class) if Some(class) == view.words.person());
        let fits = number && !group.of_them && !group.is_base && (alike || person);
        fits.then(|| Candidate {
            number: Target::Group(at),
            negated: true,
            over: None,
            ..host.clone()
        })
    });
    denied.collect()
}

/// A count of nobody: "no one", "none of the guards".
pub(super) fn counts_nobody(view: &View<'_>, group: usize) -> bool {
    let Number::Read(index) = view.groups[group].number else {
        return false;
    };
    let number = view.quantities[index].value.number;
    number.is_some_and(|number| number.is_zero())
}

/// "Two others were not hurt", "the other two were not seriously hurt": not of those counted, but no denial either.
pub(super) fn is_spared(view: &View<'_>, candidate: &Candidate) -> bool {
    let Target::Group(group) = candidate.number else {
        return false;
    };
    let tokens = &view.groups[group].tokens;
    let behind = candidate.verb_phrase.start >= tokens.end;
    let around = tokens.start.saturating_sub(1)..tokens.end + 1;
    candidate.negated && behind && around.into_iter().any(|at| view.is(at, Classes::BESIDES))
}
