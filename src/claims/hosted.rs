//! Readings that stand only beside another: "24 of them dead" tells of hostages where hostages are counted before it.

use crate::schema::claim_type::ClaimType;

use super::candidate::{self, Candidate};

/// The best reading of each number, and the links from part to whole among them, as indices.
pub(super) fn choose(
    types: &[ClaimType],
    candidates: Vec<Candidate>,
) -> (Vec<Candidate>, Vec<(usize, usize)>) {
    let (held, free) = candidates
        .into_iter()
        .partition(|candidate| host(types, candidate).is_some());
    let mut chosen = candidate::choose(free);
    let links = take(types, held, &mut chosen);
    (chosen, links)
}

/// The aspect that a claim before this one must have: "24 of them dead" is of the hostages held.
pub(super) fn host(types: &[ClaimType], candidate: &Candidate) -> Option<usize> {
    types[candidate.claim_type].triggers[candidate.trigger].of
}

/// Candidates that stand only beside a claim of their host aspect replace what else their number was read as.
/// Returns the links from part to whole, as indices into `chosen`.
fn take(
    types: &[ClaimType],
    hosted: Vec<Candidate>,
    chosen: &mut Vec<Candidate>,
) -> Vec<(usize, usize)> {
    let aspect = |other: &Candidate| types[other.claim_type].triggers[other.trigger].aspect;
    let mut links = Vec::new();
    for candidate in candidate::choose(hosted) {
        let host = chosen.iter().position(|other| {
            other.claim_type == candidate.claim_type
                && aspect(other) == host(types, &candidate)
                && other.number < candidate.number
        });
        let Some(host) = host else { continue };
        let own = chosen
            .iter()
            .position(|other| other.number == candidate.number);
        let own = own.unwrap_or_else(|| {
            chosen.push(candidate.clone());
            chosen.len() - 1
        });
        chosen[own] = candidate;
        links.push((own, host));
    }
    links
}
