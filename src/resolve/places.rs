//! The places of a lexicon, gathered before their names are compiled.

use std::sync::Arc;

use super::gazetteer::{Gazetteer, KnownPlace, Name};
use super::spelling::slug;
use crate::schema::lexicon::nationalities::Nation;
use crate::schema::{Lent, Lexicon};
use crate::span::Span;
use crate::text::head;

/// The places of a lexicon. Gathering them needs no vocabulary, so that others fill it meanwhile.
#[derive(Debug)]
pub struct Places {
    pub(super) gazetteer: Gazetteer,
    /// All names in lower case, one after the other.
    text: String,
    /// Where each stands in it, in order of the alphabet.
    spans: Vec<Span>,
    /// What each names.
    pub(super) names: Vec<Name>,
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
            let names: Vec<&str> = region.names.iter().map(Lent::as_str).collect();
            builder.add(Some(&region.id), &names, &within.unwrap_or_default(), true);
        }
        for nation in &lexicon.nationalities.nations {
            let aliases = nation.aliases.iter().map(Lent::as_str);
            let names: Vec<&str> = std::iter::once(&*nation.name).chain(aliases).collect();
            let within = builder.holder(&nation.within);
            builder.add(Some(&nation.code), &names, &within, true);
            builder.name_bare_possessive(nation);
            builder.mark_holder(&nation.code);
        }
        for nation in &lexicon.nationalities.nations {
            if !nation.capital.is_empty() {
                let names: Vec<&str> = nation.capital.iter().map(Lent::as_str).collect();
                let within = builder.holder(&nation.code);
                builder.add(None, &names, &within, false);
                if let Some(capital) = builder.gazetteer.places.last_mut() {
                    capital.capital = true;
                }
                if nation.seats {
                    builder.gazetteer.moved.push(nation.code.clone());
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
        let mut places = builder.build();
        for name in &lexicon.places.weak {
            places.mark_weak(&key(name));
        }
        places
    }

    /// The names in lower case, in order of the alphabet.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.spans.iter().map(|span| span.slice(&self.text))
    }

    fn mark_weak(&mut self, key: &str) {
        let spans = &self.spans;
        if let Ok(at) = spans.binary_search_by(|span| span.slice(&self.text).cmp(key)) {
            self.names[at].weak = true;
        }
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

/// About as many bytes have the names of a place.
const TYPICAL_BYTES: usize = 16;

/// Collects places and names before phrases are compiled.
struct Builder {
    gazetteer: Gazetteer,
    /// The words of all rows.
    text: String,
    rows: Vec<Row>,
}

/// One name of one place.
struct Row {
    /// See [`head`].
    head: u64,
    /// The name in lower case, without the stop of an abbreviation.
    key: Span,
    /// The name as it must be written, if it must; else empty.
    exact: Span,
    place: Option<u32>,
    dotted: bool,
    postal: bool,
}

impl Builder {
    /// With room for so many places.
    fn with_room(n_places: usize) -> Self {
        let mut gazetteer = Gazetteer::default();
        gazetteer.places.reserve(n_places);
        gazetteer.by_id.reserve(n_places);
        Self {
            gazetteer,
            text: String::with_capacity(TYPICAL_BYTES * n_places),
            rows: Vec::with_capacity(2 * n_places),
        }
    }

    fn name(&mut self, name: &str, place: Option<u32>) -> &mut Row {
        let key = key(name);
        let (head, key) = (head(&key), self.note(&key));
        self.rows.push(Row {
            head,
            key,
            exact: Span::default(),
            place,
            dotted: false,
            postal: false,
        });
        let last = self.rows.len() - 1;
        &mut self.rows[last]
    }

    fn note(&mut self, words: &str) -> Span {
        let start = self.text.len();
        self.text.push_str(words);
        Span::new(start, self.text.len())
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
            let exact = if short {
                self.note(name)
            } else {
                Span::default()
            };
            let row = self.name(name, Some(index));
            row.dotted = dotted;
            row.postal = postal;
            row.exact = exact;
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
            self.name(&[adjective, " capital"].concat(), meant);
        }
    }

    /// "Syrias Hama": feeds and scrapers lose the apostrophe.
    fn name_bare_possessive(&mut self, nation: &Nation) {
        let plain = !nation.name.contains(' ') && !nation.name.ends_with('s');
        if plain && let Some(country) = self.gazetteer.index(&nation.code) {
            self.name(&[nation.name.as_str(), "s"].concat(), Some(country));
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

    fn build(mut self) -> Places {
        let text = self.text.as_str();
        let key = |row: &Row| row.key.slice(text);
        self.rows.sort_unstable_by(|a, b| {
            let by_name = a.head.cmp(&b.head).then_with(|| key(a).cmp(key(b)));
            by_name.then_with(|| a.key.start.cmp(&b.key.start))
        });
        let mut spans = Vec::with_capacity(self.rows.len());
        let mut names = Vec::with_capacity(self.rows.len());
        for rows in self.rows.chunk_by(|a, b| key(a) == key(b)) {
            let exact = rows.iter().find(|row| !row.exact.is_empty());
            spans.push(rows[0].key);
            names.push(Name {
                places: rows.iter().filter_map(|row| row.place).collect(),
                weak: false,
                exact: exact.map(|row| row.exact.slice(text).to_owned()),
                dotted: rows.iter().any(|row| row.dotted),
                postal: rows.iter().any(|row| row.postal),
            });
        }
        Places {
            gazetteer: self.gazetteer,
            text: self.text,
            spans,
            names,
        }
    }
}
