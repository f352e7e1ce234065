//! Figures that have one name and are not compared: who reads the same words twice asks why.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::cli::desk::{Desk, Findings};
use crate::compare::{Figure, Meeting, Outcome, Verdict};
use crate::report::clean;

/// In the label of a figure whose text says neither where nor of which event.
const UNPLACED: &str = " · place unknown, article ";
/// The most names of which it is told.
const TOLD: usize = 2;
/// Of more articles nobody is told: to find out why two figures are not one takes as long as to compare them all.
const MAX_ARTICLES: usize = 100;

/// A line for each of the first names that two figures of different articles share.
pub(super) fn words(desk: &Desk, findings: &Findings, again: &str) -> Vec<String> {
    if desk.articles.len() > MAX_ARTICLES {
        return Vec::new();
    }
    let figures = &findings.comparison.figures;
    let mut by_name: BTreeMap<Cow<'_, str>, Vec<usize>> = BTreeMap::new();
    for (at, figure) in figures.iter().enumerate() {
        if figure.verdict == Verdict::Single {
            by_name.entry(question(&figure.label)).or_default().push(at);
        }
    }
    let pair = |(name, members): (_, Vec<usize>)| {
        let (a, b) = match *members.as_slice() {
            [a, b] => (a, b),
            // Of what nobody places there may be any number.
            [a, b, ..] if matches!(name, Cow::Owned(_)) => (a, b),
            _ => return None,
        };
        let related = &findings.comparison.related;
        // What binds them is told of those that are bound.
        let is_told = related
            .iter()
            .any(|it| [(it.a, it.b), (it.b, it.a)].contains(&(a, b)));
        let (a, b) = (claim(&figures[a])?, claim(&figures[b])?);
        let articles = [a, b].map(|at| findings.records[at].article);
        (articles[0] != articles[1] && !is_told).then_some((name, a, b))
    };
    let pairs = by_name.into_iter().filter_map(pair).take(TOLD);
    let line = |(name, a, b): (Cow<'_, str>, usize, usize)| {
        let unplaced = matches!(name, Cow::Owned(_));
        let why = match why(desk, findings, (a, b))? {
            _ if unplaced => "the articles say neither where nor of which event",
            why => why,
        };
        let [a, b] = [a, b].map(|at| &findings.records[at].id);
        let name = clean(&name);
        Some(format!(
            "two figures are called “{name}” and are kept apart: {why}; more: figcheck explain {a} --with {b} {again}"
        ))
    };
    pairs.filter_map(line).collect()
}

/// The label of a figure; of one without a place and an event, what it has with those of other articles: "turnout · place
/// unknown".
fn question(label: &str) -> Cow<'_, str> {
    let Some((before, behind)) = label.split_once(UNPLACED) else {
        return Cow::Borrowed(label);
    };
    let rest = behind.find(", ").map_or("", |at| &behind[at..]);
    Cow::Owned(format!("{before} · place unknown{rest}"))
}

fn claim(figure: &Figure) -> Option<usize> {
    figure.variants.first()?.claims.first().copied()
}

/// What keeps two claims apart, in plain words.
fn why(desk: &Desk, findings: &Findings, pair: (usize, usize)) -> Option<&'static str> {
    match desk.trace(findings, pair)?.meeting {
        Meeting::OneScope => None,
        Meeting::Apart(parting)
        | Meeting::CanBeOne {
            outcome: Outcome::Crossed(_, _, parting),
            ..
        } => Some(parting.words()),
        Meeting::CanBeOne {
            outcome: Outcome::Torn,
            ..
        } => Some("one of them would fit several figures"),
        Meeting::CanBeOne { .. } => Some("too little says that they are one"),
    }
}
