//! A place that a name may mean.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::atlas::is_country;
use super::city::{City, CityName};
use super::gazetteer::{Gazetteer, KnownPlace};
use super::spelling::fold;

/// A city of so many thousands is known abroad.
const KNOWN_ABROAD: u32 = 300;
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
    pub(super) fn score(&self, listed: Option<&KnownPlace>, setting: Setting<'_>) -> usize {
        let count = |id: &str| setting.named.get(id).copied().unwrap_or_default();
        match self {
            Self::Listed(_, place) => {
                // Its continent speaks for all countries there.
                let country = place.within.iter().position(|id| is_country(id));
                let near = country.map_or(place.within.len(), |at| at + 1);
                let near = place.within.iter().take(near);
                near.map(|id| count(id)).max().unwrap_or_default()
            }
            Self::City(city) => {
                let region = city.region.map_or(0, count);
                let at_home = setting.home == Some(city.country);
                match listed {
                    Some(listed)
                        if at_home
                            && !listed.capital
                            && !listed.within.iter().any(|id| setting.tells_of(id)) =>
                    {
                        region.max(count(city.country))
                    }
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

/// The country in which an article is set, with what it names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting<'a> {
    /// The country of its dateline.
    pub(super) home: Option<&'a str>,
    /// Ids of what the article names, and of what is around it, with how often.
    pub(super) named: &'a FxHashMap<&'a str, usize>,
}

impl Setting<'_> {
    /// True when the article speaks of the country, or is set there.
    fn tells_of(&self, id: &str) -> bool {
        self.home == Some(id) || self.named.contains_key(id)
    }

    /// True for a town abroad that nothing in an article speaks for: there are as many more places of the name as no list has.
    pub(super) fn is_foreign(
        &self,
        candidate: &Candidate<'_>,
        name: Option<CityName>,
        divided: bool,
    ) -> bool {
        let Some(home) = self.home else { return false };
        let city = match candidate {
            Candidate::City(city) => *city,
            // "San Diego municipality": none of the towns that everybody knows.
            Candidate::Listed(_, place) => {
                let small = divided && !place.wide && !place.holds && !place.capital;
                return small && !place.within.iter().any(|id| self.tells_of(id));
            }
        };
        let near = city.region.map_or_else(
            || self.tells_of(city.country),
            |region| self.tells_of(region) || self.home == Some(city.country),
        );
        let mut others = name.into_iter().flat_map(CityName::cities);
        let shared = others.any(|other| other.country != city.country);
        city.country != home && !near && (shared || city.thousands < KNOWN_ABROAD)
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
