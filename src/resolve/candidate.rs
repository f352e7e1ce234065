//! A place that a name may mean.

use super::city::{City, CityName};
use super::gazetteer::{Gazetteer, KnownPlace};
use super::spelling::fold;

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
    pub(super) fn chain(&self, gazetteer: &Gazetteer) -> Vec<String> {
        match self {
            Self::Listed(_, place) => place.within.clone(),
            Self::City(city) => gazetteer.chain(city.holder()),
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

/// True when a listed place is this city of the table: they share name and region, or country where one lacks a region.
pub(super) fn is_one(place: &KnownPlace, city: City) -> bool {
    place.within.iter().any(|id| id == city.holder())
        || (place.within.first().is_some_and(|id| id == city.country))
}
