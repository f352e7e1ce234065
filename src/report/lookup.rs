//! Figures, claims and checks by id, or by as much of an id as tells them apart.

use super::view::View;
use super::{inspect, reading};

/// What `explain` is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A figure, as an index into [`Comparison::figures`](crate::compare::Comparison::figures).
    Figure(usize),
    /// A claim, as an index into [`Input::records`](super::Input::records).
    Claim(usize),
    /// A check between figures, as an index into [`Comparison::related`](crate::compare::Comparison::related).
    Check(usize),
}

/// A stretch of an article of which every number is explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// Its title.
    Title,
    /// A line of its own text, from 1.
    Line(usize),
}

/// What an id names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// The one figure, claim or check whose id it is, or begins with it.
    Found(Subject),
    /// Several ids begin with it, or several claims stand there: these ids or places, sorted.
    Ambiguous(Vec<String>),
    /// No id begins with it.
    Unknown,
}

/// What `id` names.
pub(crate) fn look_up(view: &View<'_>, id: &str) -> Lookup {
    let figures = view.input.comparison.figures.iter().enumerate();
    let figures = figures.map(|(at, figure)| (&*figure.id, Subject::Figure(at)));
    let claims = view.input.records.iter().enumerate();
    let claims = claims.map(|(at, record)| (&*record.id, Subject::Claim(at)));
    let checks = (0..view.input.comparison.related.len())
        .filter_map(|at| Some((view.check_id(at)?, Subject::Check(at))));
    let checks: Vec<(String, Subject)> = checks.collect();
    let checks = checks.iter().map(|(id, check)| (&**id, *check));
    let all: Vec<(&str, Subject)> = figures.chain(claims).chain(checks).collect();
    if let Some((_, subject)) = all.iter().find(|(known, _)| *known == id) {
        return Lookup::Found(*subject);
    }
    if let Some(found) = at_place(view, id) {
        return found;
    }
    let names = |known: &str| {
        known.starts_with(id) || known.rsplit_once('#').is_some_and(|(_, tail)| tail == id)
    };
    let found: Vec<&(&str, Subject)> = all
        .iter()
        .filter(|(known, _)| !id.is_empty() && names(known))
        .collect();
    match found.as_slice() {
        [] => Lookup::Unknown,
        [(_, subject)] => Lookup::Found(*subject),
        several => {
            let mut ids: Vec<String> = several
                .iter()
                .map(|(known, _)| (*known).to_owned())
                .collect();
            ids.sort();
            Lookup::Ambiguous(ids)
        }
    }
}

/// The claim at a place as reports print it, "courier:10:29", or on a line that has one; `None` where there is none.
fn at_place(view: &View<'_>, place: &str) -> Option<Lookup> {
    let stands = |name: &str, rest: &str| {
        let after = place.strip_prefix(name).and_then(|it| it.strip_prefix(':'));
        after.is_some_and(|at| {
            let behind = rest.strip_prefix(at);
            behind.is_some_and(|it| it.is_empty() || it.starts_with(':'))
        })
    };
    let is_there = |at: &usize| {
        let article = view.record(*at).article;
        let rest = inspect::place("", view.place(*at));
        let rest = rest.trim_start_matches(':');
        let input = view.input.articles.get(article);
        let path = input.and_then(|it| it.path.as_ref());
        let path = path.map(|path| path.display().to_string());
        stands(view.article_name(article), rest)
            || stands(view.article_id(article), rest)
            || path.is_some_and(|path| stands(&path, rest))
    };
    let claims: Vec<usize> = (0..view.input.records.len()).filter(is_there).collect();
    match claims.as_slice() {
        [] => None,
        [claim] => Some(Lookup::Found(Subject::Claim(*claim))),
        several => {
            let places = several.iter().map(|at| reading::place(view, *at));
            let mut ids: Vec<String> = places.collect();
            ids.sort();
            Some(Lookup::Ambiguous(ids))
        }
    }
}
