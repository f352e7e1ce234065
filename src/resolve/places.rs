//! The places of a lexicon, gathered before their names are compiled.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::gazetteer::{Gazetteer, KnownPlace, Name};
use super::spelling::slug;
use crate::schema::Lexicon;
use crate::schema::lexicon::nationalities::Nation;

/// The places of a lexicon. Gathering them needs no vocabulary, so that others fill it meanwhile.
#[derive(Debug)]
pub struct Places {
    pub(super) gazetteer: Gazetteer,
    /// Names in lower case, in order of the alphabet.
    pub(super) names: Vec<(String, Name)>,
}

impl Places {
    /// Gathers the places of the lexicon.
    pub fn new(lexicon: &Lexicon) -> Self {
        let groups = lexicon.places.places.iter();
        let n_cities: usize = groups.map(|group| group.names.len()).sum();
        let n_nations = lexicon.nationalities.nations.len();
        let n_places = lexicon.places.regions.len() + 2 * n_nations + n_cities;
        let mut builder = Builder::with_room(n_places);
        for region in &lexicon.places.regions {
            let within = region.within.as_deref().map(|id| builder.holder(id));
            let names: Vec<&str> = region.names.iter().map(String::as_str).collect();
            builder.add(Some(&region.id), &names, &within.unwrap_or_default(), true);
        }
        for nation in &lexicon.nationalities.nations {
            let all = std::iter::once(&nation.name).chain(&nation.aliases);
            let names: Vec<&str> = all.map(String::as_str).collect();
            let within = builder.holder(&nation.within);
            builder.add(Some(&nation.code), &names, &within, true);
            builder.name_bare_possessive(nation);
            builder.mark_holder(&nation.code);
        }
        for nation in &lexicon.nationalities.nations {
            if !nation.capital.is_empty() {
                let names: Vec<&str> = nation.capital.iter().map(String::as_str).collect();
                let within = builder.holder(&nation.code);
                builder.add(None, &names, &within, false);
                if let Some(capital) = builder.gazetteer.places.last_mut() {
                    capital.capital = true;
                }
                builder.name_capital(nation);
            }
        }
        for group in &lexicon.places.places {
            builder.mark_holder(&group.within);
            let within = builder.holder(&group.within);
            for names in &group.names {
                let names: Vec<&str> = names.split('/').collect();
                builder.add(None, &names, &within, false);
            }
        }
        for name in &lexicon.places.weak {
            if builder.names.contains_key(&key(name)) {
                builder.name(name).weak = true;
            }
        }
        builder.build()
    }
}

/// A name in lower case. "Pa." and "PA" are one.
fn key(name: &str) -> String {
    let short = name.find('.') == Some(name.len().saturating_sub(1));
    let name = if short {
        name.trim_end_matches('.')
    } else {
        name
    };
    if name.is_ascii() {
        name.to_ascii_lowercase()
    } else {
        name.to_lowercase()
    }
}

/// Collects places and names before phrases are compiled.
struct Builder {
    gazetteer: Gazetteer,
    /// By name in lower case, without the stop of an abbreviation.
    names: FxHashMap<String, Name>,
}

impl Builder {
    /// With room for so many places.
    fn with_room(n_places: usize) -> Self {
        let mut gazetteer = Gazetteer::default();
        gazetteer.places.reserve(n_places);
        gazetteer.by_id.reserve(n_places);
        let mut names = FxHashMap::default();
        names.reserve(2 * n_places);
        Self { gazetteer, names }
    }

    fn name(&mut self, name: &str) -> &mut Name {
        self.names.entry(key(name)).or_default()
    }

    /// The ids of what contains a place that is listed under `id`: shared by all of them.
    fn holder(&self, id: &str) -> Arc<[String]> {
        self.gazetteer.chain(id)
    }

    fn add(&mut self, id: Option<&str>, names: &[&str], within: &Arc<[String]>, wide: bool) {
        let Some(shown) = names.first() else {
            return;
        };
        let id = id.map_or_else(|| self.free_id(shown, within), str::to_owned);
        let index = self.gazetteer.places.len() as u32;
        self.gazetteer.by_id.insert(id.clone(), index);
        self.gazetteer.places.push(KnownPlace {
            id,
            name: (*shown).to_owned(),
            within: Arc::clone(within),
            supposed: false,
            wide,
            holds: false,
            capital: false,
        });
        for name in names {
            let dotted = name.find(['.', ' ']) == Some(name.len() - 1);
            let short = name.len() <= 4 && name.chars().all(char::is_uppercase);
            let postal = !wide && (dotted || (short && name.len() == 2));
            let entry = self.name(name);
            entry.places.push(index);
            entry.dotted |= dotted;
            entry.postal |= postal;
            entry.exact = entry
                .exact
                .take()
                .or_else(|| short.then(|| (*name).to_owned()));
        }
    }

    /// "the Kenyan capital": the place that was added last, or the country where it may be another city.
    fn name_capital(&mut self, nation: &Nation) {
        let last = self.gazetteer.places.len().checked_sub(1);
        let country = self.gazetteer.index(&nation.code);
        let meant = if nation.seats {
            country
        } else {
            last.map(|at| at as u32)
        };
        for adjective in &nation.adjectives {
            self.name(&format!("{adjective} capital"))
                .places
                .extend(meant);
        }
    }

    /// "Syrias Hama": feeds and scrapers lose the apostrophe.
    fn name_bare_possessive(&mut self, nation: &Nation) {
        let plain = !nation.name.contains(' ') && !nation.name.ends_with('s');
        if plain && let Some(country) = self.gazetteer.index(&nation.code) {
            self.name(&format!("{}s", nation.name)).places.push(country);
        }
    }

    fn mark_holder(&mut self, id: &str) {
        if let Some(at) = self.gazetteer.by_id.get(id) {
            self.gazetteer.places[*at as usize].holds = true;
        }
    }

    /// An id made of the name, with that of its container where another place has it already.
    fn free_id(&self, name: &str, within: &[String]) -> String {
        let plain = slug(name);
        if !self.gazetteer.by_id.contains_key(&plain) {
            return plain;
        }
        let holder = within.first().map_or("", String::as_str);
        slug(&format!("{name} {holder}"))
    }

    fn build(self) -> Places {
        let mut names: Vec<(String, Name)> = self.names.into_iter().collect();
        names.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        Places {
            gazetteer: self.gazetteer,
            names,
        }
    }
}
