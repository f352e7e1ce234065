//! Places of one name: which of them the article means.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::Resolver;
use super::atlas::Atlas;
use super::candidate::{Candidate, Setting, is_one, largest, usual};
use super::city::CityName;
use super::classes::REGION;
use super::gazetteer::KnownPlace;
use super::home;
use super::mention::{Governed, PlaceMention};
use super::sighting::{Sightings, key};
use super::spelling::{loose_slug, slug};
use crate::text::{Document, TokenKind};

/// A name of a place in the text, not yet told apart.
#[derive(Debug)]
pub(super) struct Found {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// Index of the name in the gazetteer; `None` for a name that the hand-made list lacks.
    pub(super) listed: Option<u32>,
    /// How it hangs in its clause.
    pub(super) governed: Governed,
}

/// A name as the table of cities spells it, and what the table has of it.
#[derive(Clone, Copy)]
struct Spelled<'k> {
    key: &'k str,
    city: Option<CityName>,
}

/// Chooses among places of one name: what the next name contains ("Aurora, Colorado"), here or elsewhere in the article,
/// then what is in a state or country that the article names, then the usual one. Where that leaves several, the place
/// is known by its name alone, and its id begins with a tilde.
pub(super) struct Namesakes<'n, 'd> {
    pub(super) resolver: &'d Resolver,
    pub(super) document: &'d Document<'d>,
    pub(super) sightings: &'n Sightings,
    pub(super) found: &'n [Found],
}

impl<'d> Namesakes<'_, 'd> {
    /// The places of the names, in order of the text. What stands after the comma of a place that it contains is left
    /// out: "Aurora, Colorado" is one place.
    pub(super) fn tell_apart(&self, atlas: &mut Atlas<'d>) -> Vec<PlaceMention> {
        let keys: Vec<String> = self
            .found
            .iter()
            .map(|found| key(self.document, &found.tokens))
            .collect();
        // An article names few places, and each of them often.
        let mut cities: FxHashMap<&str, Option<CityName>> = FxHashMap::default();
        let spelled = keys.iter().map(|key| {
            let city = cities.entry(key).or_insert_with(|| CityName::find(key));
            Spelled { key, city: *city }
        });
        let spelled: Vec<Spelled<'_>> = spelled.collect();
        let stated: Vec<Option<&KnownPlace>> =
            (0..self.found.len()).map(|at| self.stated(at)).collect();
        let mut elsewhere: FxHashMap<&str, &KnownPlace> = FxHashMap::default();
        for (key, holder) in keys.iter().zip(&stated) {
            if let Some(holder) = *holder {
                elsewhere.entry(key).or_insert(holder);
            }
        }
        let named = self.named(&spelled);
        let setting = Setting {
            home: home::dateline(&self.resolver.gazetteer, self.found),
            named: &named,
        };
        let mut mentions: Vec<PlaceMention> = Vec::with_capacity(self.found.len());
        let mut chosen: FxHashMap<(&str, Option<&str>), u32> = FxHashMap::default();
        for (at, found) in self.found.iter().enumerate() {
            let name = spelled[at];
            let holder = stated[at].or_else(|| elsewhere.get(name.key).copied());
            let place = *chosen
                .entry((name.key, holder.map(|holder| holder.id.as_str())))
                .or_insert_with(|| self.choose(atlas, found, name, holder, setting));
            let held = mentions.last().is_some_and(|last| {
                last.end + 1 == found.tokens.start
                    && self.document.is_word(last.end, ",")
                    && atlas
                        .place(last.place)
                        .within
                        .contains(&atlas.place(place).id)
            });
            if held {
                if let Some(last) = mentions.last_mut() {
                    last.end = found.tokens.end;
                }
            } else {
                mentions.push(PlaceMention {
                    end: found.tokens.end,
                    tokens: found.tokens.clone(),
                    place,
                    governed: found.governed,
                });
            }
        }
        mentions
    }

    /// The country or state that stands after the name's comma.
    fn stated(&self, at: usize) -> Option<&'d KnownPlace> {
        let (this, next) = (&self.found[at], self.found.get(at + 1)?);
        let adjoins =
            next.tokens.start == this.tokens.end + 1 && self.document.is_word(this.tokens.end, ",");
        self.places(next.listed.filter(|_| adjoins)?)
            .find(|place| place.holds && !place.is_region())
    }

    fn places(&self, name: u32) -> impl Iterator<Item = &'d KnownPlace> {
        let gazetteer = &self.resolver.gazetteer;
        let places = gazetteer.name(name).places.iter();
        places.map(|at| gazetteer.place(*at))
    }

    /// Ids of the places that names of one meaning stand for and of what is around them, with how often each is named.
    fn named(&self, spelled: &[Spelled<'_>]) -> FxHashMap<&'d str, usize> {
        let mut named = FxHashMap::default();
        for (found, name) in self.found.iter().zip(spelled) {
            let mut places = found.listed.into_iter().flat_map(|name| self.places(name));
            if let (Some(only), None) = (places.next(), places.next()) {
                // "Augusta" speaks for Georgia; "Springfield" speaks for no state.
                let sole = name.city.is_none_or(|city| city.cities().count() == 1);
                let around = only.within.iter().filter(|_| sole);
                for id in std::iter::once(&only.id).chain(around) {
                    *named.entry(id.as_str()).or_default() += 1;
                }
            }
        }
        named
    }

    fn choose(
        &self,
        atlas: &mut Atlas<'d>,
        found: &Found,
        name: Spelled<'_>,
        holder: Option<&KnownPlace>,
        setting: Setting<'_>,
    ) -> u32 {
        let gazetteer = &self.resolver.gazetteer;
        let candidates = self.candidates(found, name.city);
        let first = match candidates.first() {
            Some(Candidate::Listed(at, place)) => Some((*at, *place)),
            _ => None,
        };
        if let Some(holder) = holder {
            let inside =
                |candidate: &&Candidate<'_>| candidate.chain(gazetteer).contains(&holder.id);
            if let Some(candidate) = largest(candidates.iter().filter(inside)) {
                return self.enter(atlas, candidate, name);
            }
            // "in Georgia, Ukraine and Moldova" is a list; so is "in Mexico, Texas and Arizona", but Peru, Indiana, is a
            // city of the table.
            let state = !holder.wide;
            let mut cities = name
                .city
                .filter(|_| state)
                .into_iter()
                .flat_map(CityName::cities);
            if let Some(city) = cities.find(|city| city.holder() == holder.id) {
                return self.enter(atlas, Candidate::City(city), name);
            }
            if first.is_none_or(|(_, place)| state && !place.wide && !place.holds) {
                return self.unlisted(atlas, name, Some(holder), &[]);
            }
        }
        let usual = usual(&candidates);
        let score =
            |candidate: &Candidate<'_>| candidate.score(first.map(|(_, place)| place), setting);
        let best = candidates
            .iter()
            .map(score)
            .max()
            .filter(|score| *score > 0);
        let best: Option<Vec<&Candidate<'_>>> = best.map(|best| {
            let equal = candidates
                .iter()
                .filter(|candidate| score(candidate) == best);
            equal.collect()
        });
        let chosen = match best.as_deref() {
            Some([only]) => Some(**only),
            _ => usual,
        };
        let next = self.document.tokens.get(found.tokens.end);
        let divided = next.is_some_and(|next| {
            next.kind != TokenKind::Mark && self.resolver.classes.is(next, REGION)
        });
        let foreign = |it: &Candidate<'_>| setting.is_foreign(it, name.city, divided);
        match chosen {
            Some(candidate) if foreign(&candidate) => self.unlisted(atlas, name, None, &[]),
            Some(candidate) => self.enter(atlas, candidate, name),
            None => self.unlisted(atlas, name, None, &candidates),
        }
    }

    /// The listed places of the name, then the cities of the table that are none of them.
    fn candidates(&self, found: &Found, city: Option<CityName>) -> Vec<Candidate<'d>> {
        let gazetteer = &self.resolver.gazetteer;
        let mut candidates: Vec<Candidate<'d>> = Vec::new();
        if let Some(listed) = found.listed {
            let places = gazetteer.name(listed).places.iter();
            candidates.extend(places.map(|at| Candidate::Listed(*at, gazetteer.place(*at))));
        }
        // A country or a state is none of the cities that share its name.
        let wide = |candidate: &Candidate<'_>| matches!(candidate, Candidate::Listed(_, place) if place.wide || place.holds);
        if candidates.iter().any(wide) {
            return candidates;
        }
        let n_listed = candidates.len();
        if let Some(name) = city {
            for city in name.cities() {
                let known = candidates[..n_listed].iter().any(|candidate| {
                    matches!(candidate, Candidate::Listed(_, place) if is_one(place, city))
                });
                if !known {
                    candidates.push(Candidate::City(city));
                }
            }
        }
        candidates
    }

    fn enter(&self, atlas: &mut Atlas<'d>, candidate: Candidate<'_>, known: Spelled<'_>) -> u32 {
        match candidate {
            Candidate::Listed(at, _) => at,
            Candidate::City(city) => {
                let name = known.city.map_or_else(String::new, CityName::shown);
                let holder = city.holder();
                let gazetteer = &self.resolver.gazetteer;
                let listed = gazetteer.index(&slug(&name));
                if let Some(listed) = listed.filter(|at| is_one(gazetteer.place(*at), city)) {
                    return listed;
                }
                atlas.enter(KnownPlace {
                    id: format!("{}.{}", slug(known.key), holder.to_lowercase()),
                    name,
                    within: self.resolver.gazetteer.chain(holder),
                    supposed: false,
                    wide: false,
                    holds: false,
                    capital: false,
                })
            }
        }
    }

    /// A place known by its name alone, with what is around all that it may be.
    fn unlisted(
        &self,
        atlas: &mut Atlas<'d>,
        known: Spelled<'_>,
        holder: Option<&KnownPlace>,
        candidates: &[Candidate<'_>],
    ) -> u32 {
        let gazetteer = &self.resolver.gazetteer;
        let shown = || {
            known
                .city
                .map_or_else(|| known.key.to_owned(), CityName::shown)
        };
        let written = self.sightings.written(known.key);
        let name = written.map_or_else(shown, str::to_owned);
        let mut id = format!("~{}", loose_slug(known.key));
        let mut within = Vec::new();
        if let Some(holder) = holder {
            id.extend([".", &holder.id.to_lowercase()]);
            within = gazetteer.chain(&holder.id).to_vec();
        } else if let Some((first, rest)) = candidates.split_first() {
            within = first.chain(gazetteer).to_vec();
            for other in rest {
                let chain = other.chain(gazetteer);
                within.retain(|id| chain.contains(id));
            }
        }
        atlas.enter(KnownPlace {
            id,
            name,
            within: within.into(),
            supposed: false,
            wide: false,
            holds: false,
            capital: false,
        })
    }
}
