//! A place that a name may mean.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::city::{City, CityName};
use super::gazetteer::{Gazetteer, KnownPlace};
use super::spelling::fold;

/// A city this many times larger than the next of its name is meant when nothing says which.
const LARGER: u32 = 4;

/// A place that a name may mean.
#[derive(Clone, Copy, Debug)]
pub(super) enum Candidate<'g> {
    /// Of the hand-made list: its number, and itself.
    Listed(u32, &'g KnownPlace),
    /// Of the table of cities.
    City(City),
}

impl Candidate<'_> {
    /// Ids of what contains it, nearest first.
    pub(super) fn chain(&self, gazetteer: &Gazetteer) -> Arc<[String]> {
        match self {
            Self::Listed(_, place) => Arc::clone(&place.within),
            Self::City(city) => gazetteer.chain(city.holder()),
        }
    }

    /// How often the article names what is around it, given how often it names what by id. A listed place outside the United States gives way to
    /// none of the table; within it towns share names from state to state.
    pub(super) fn score(
        &self,
        listed: Option<&KnownPlace>,
        named: &FxHashMap<&str, usize>,
    ) -> usize {
        let count = |id: &str| named.get(id).copied().unwrap_or_default();
        match self {
            Self::Listed(_, place) => place
                .within
                .iter()
                .map(|id| count(id))
                .max()
                .unwrap_or_default(),
            Self::City(city) => {
                let region = city.region.map_or(0, count);
                match listed {
                    Some(listed) if !listed.within.iter().any(|id| id == city.country) => 0,
                    Some(_) => region,
                    None => region.max(count(city.country)),
                }
            }
        }
    }

    /// Its people, in thousands; none where the table lacks it.
    pub(super) fn thousands(&self) -> u32 {
        match self {
            Self::City(city) => city.thousands,
            Self::Listed(_, place) => CityName::find(&fold(&place.name))
                .and_then(|name| name.cities().find(|city| is_one(place, *city)))
                .map_or(0, |city| city.thousands),
        }
    }
}

/// The listed one, else the largest.
pub(super) fn largest<'c, 'g: 'c>(
    candidates: impl Iterator<Item = &'c Candidate<'g>>,
) -> Option<Candidate<'g>> {
    let rank = |candidate: &&Candidate<'_>| match candidate {
        Candidate::Listed(..) => u32::MAX,
        Candidate::City(city) => city.thousands,
    };
    candidates.max_by_key(rank).copied()
}

/// The one that is meant when the article does not say which.
pub(super) fn usual<'g>(candidates: &[Candidate<'g>]) -> Option<Candidate<'g>> {
    let first = *candidates.first()?;
    let rivals = |of: &Candidate<'_>, candidate: &Candidate<'_>| match (of, candidate) {
        (Candidate::Listed(_, place), Candidate::City(city)) => {
            place.within.iter().any(|id| id == city.country)
        }
        (Candidate::Listed(..), Candidate::Listed(..)) => false,
        (Candidate::City(one), Candidate::City(other)) => one != other,
        (Candidate::City(_), Candidate::Listed(..)) => true,
    };
    let usual = match first {
        Candidate::Listed(..) => first,
        Candidate::City(_) => largest(candidates.iter())?,
    };
    let next = candidates
        .iter()
        .filter(|candidate| rivals(&usual, candidate))
        .map(Candidate::thousands)
        .max()
        .unwrap_or_default();
    (next == 0 || usual.thousands() >= LARGER.saturating_mul(next)).then_some(usual)
}

/// True when a listed place is this city of the table: they share name and region, or country where one lacks a region.
pub(super) fn is_one(place: &KnownPlace, city: City) -> bool {
    place.within.iter().any(|id| id == city.holder())
        || (place.within.first().is_some_and(|id| id == city.country))
}
