//! Figures and claims by id, or by as much of an id as tells them apart.

use super::view::View;
use super::{Lookup, Subject};

/// What `id` names.
pub(crate) fn look_up(view: &View<'_>, id: &str) -> Lookup {
    let figures = view.input.comparison.figures.iter().enumerate();
    let figures = figures.map(|(at, figure)| (&*figure.id, Subject::Figure(at)));
    let claims = view.input.records.iter().enumerate();
    let claims = claims.map(|(at, record)| (&*record.id, Subject::Claim(at)));
    let all: Vec<(&str, Subject)> = figures.chain(claims).collect();
    if let Some((_, subject)) = all.iter().find(|(known, _)| *known == id) {
        return Lookup::Found(*subject);
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
