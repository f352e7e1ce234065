//! The places of a lexicon, gathered before their names are compiled.

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
        let mut builder = Builder::default();
        for region in &lexicon.places.regions {
            let within = region.within.as_deref();
            builder.add(Some(&region.id), &region.names, within, true);
        }
        for nation in &lexicon.nationalities.nations {
            let names: Vec<String> = std::iter::once(&nation.name)
                .chain(&nation.aliases)
                .cloned()
                .collect();
            builder.add(Some(&nation.code), &names, Some(&nation.within), true);
            builder.mark_holder(&nation.code);
        }
        for nation in &lexicon.nationalities.nations {
            if !nation.capital.is_empty() {
                builder.add(None, &nation.capital, Some(&nation.code), false);
                if let Some(capital) = builder.gazetteer.places.last_mut() {
                    capital.capital = true;
                }
                builder.name_capital(nation);
            }
        }
        for group in &lexicon.places.places {
            builder.mark_holder(&group.within);
            for names in &group.names {
                let names: Vec<String> = names.split('/').map(str::to_owned).collect();
                builder.add(None, &names, Some(&group.within), false);
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
    name.to_lowercase()
}

/// Collects places and names before phrases are compiled.
#[derive(Default)]
struct Builder {
    gazetteer: Gazetteer,
    /// By name in lower case, without the stop of an abbreviation.
    names: FxHashMap<String, Name>,
}

impl Builder {
    fn name(&mut self, name: &str) -> &mut Name {
        self.names.entry(key(name)).or_default()
    }

    fn add(&mut self, id: Option<&str>, names: &[String], within: Option<&str>, wide: bool) {
        let Some(shown) = names.first() else {
            return;
        };
        let id = id.map_or_else(|| self.free_id(shown, within), str::to_owned);
        let within = within.map_or_else(Vec::new, |parent| self.gazetteer.chain(parent));
        let index = self.gazetteer.places.len() as u32;
        self.gazetteer.by_id.insert(id.clone(), index);
        self.gazetteer.places.push(KnownPlace {
            id,
            name: shown.clone(),
            within,
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
            entry.exact = entry.exact.take().or_else(|| short.then(|| name.clone()));
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

    fn mark_holder(&mut self, id: &str) {
        if let Some(at) = self.gazetteer.by_id.get(id) {
            self.gazetteer.places[*at as usize].holds = true;
        }
    }

    /// An id made of the name, with that of its container where another place has it already.
    fn free_id(&self, name: &str, within: Option<&str>) -> String {
        let plain = slug(name);
        if !self.gazetteer.by_id.contains_key(&plain) {
            return plain;
        }
        slug(&format!("{name} {}", within.unwrap_or_default()))
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
