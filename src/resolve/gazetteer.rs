//! Place names and what contains what: the one door to place data.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::joint;
use super::places::Places;
use crate::schema::{Lexicon, NamedEvent};
use crate::text::{NameTable, Token, TokenKind, Vocabulary};

/// Every place known by name.
#[derive(Clone, Debug, Default)]
pub(super) struct Gazetteer {
    pub(super) places: Vec<KnownPlace>,
    pub(super) by_id: FxHashMap<String, u32>,
    /// Name to index into `names`.
    phrases: NameTable<u32>,
    names: Vec<Name>,
    /// Codes of countries whose capital may be another city than the one listed.
    pub(super) moved: Vec<String>,
    /// Verbs of events: what stands before one is not where it happened.
    pub(super) incident_verbs: NameTable<()>,
}

/// A place as listed.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one independent fact of a place, and no two make a state"
)]
#[derive(Clone, Debug)]
pub(super) struct KnownPlace {
    /// Stable id.
    pub(super) id: String,
    /// The name to show.
    pub(super) name: String,
    /// Ids of containing places, nearest first.
    pub(super) within: Arc<[String]>,
    /// They are supposed to contain it, because the article's own place does or is one of them; nothing says so.
    pub(super) supposed: bool,
    /// A country, a part of the world or a sea, rather than a spot.
    pub(super) wide: bool,
    /// Places are listed under it: a country, a state.
    pub(super) holds: bool,
    /// The capital of a country: may stand for its government.
    pub(super) capital: bool,
}

/// A name with the places it may mean.
#[derive(Clone, Debug, Default)]
pub(super) struct Name {
    /// Indices of places, the usual one first.
    pub(super) places: Vec<u32>,
    /// Also a common word or a first name.
    pub(super) weak: bool,
    /// Must be written like this: "US".
    pub(super) exact: Option<String>,
    /// An abbreviation with a full stop: "Ore."
    pub(super) dotted: bool,
    /// A short form that counts only after a place and a comma: "Ore.", "OR".
    pub(super) postal: bool,
}

impl KnownPlace {
    /// A part of the world or a sea: too wide to be where something happened.
    pub(super) fn is_region(&self) -> bool {
        self.wide && self.id.len() != 2
    }
}

impl Gazetteer {
    /// Enters the names of places, and the verbs of events.
    pub(super) fn new(places: Places, lexicon: &Lexicon, vocabulary: &mut Vocabulary) -> Self {
        let mut phrases = NameTable::with_room(places.names.len());
        let names = (0..).zip(places.names());
        phrases.insert_all(vocabulary, names.map(|(index, name)| (name, index)));
        let mut gazetteer = Self {
            phrases,
            names: places.names,
            ..places.gazetteer
        };
        let kinds = lexicon.incidents.kinds.iter();
        for verb in kinds.flat_map(|kind| &kind.verbs) {
            gazetteer.incident_verbs.insert(vocabulary, verb, ());
        }
        gazetteer
    }

    /// Enters the places that listed events have in common.
    pub(super) fn enter_joint(&mut self, events: &[NamedEvent]) {
        for id in events.iter().filter_map(|event| event.place.as_deref()) {
            if !joint::is_joint(id) || self.by_id.contains_key(id) {
                continue;
            }
            let parts: Option<Vec<&KnownPlace>> =
                joint::parts(id).map(|part| self.by_id(part)).collect();
            if let Some(all) = parts.and_then(joint::together) {
                self.by_id.insert(all.id.clone(), self.places.len() as u32);
                self.places.push(all);
            }
        }
    }

    /// The names, to note what opens them.
    pub(super) const fn phrases(&self) -> &NameTable<u32> {
        &self.phrases
    }

    /// How many places there are.
    pub(super) const fn len(&self) -> usize {
        self.places.len()
    }

    /// A place id with the ids of what contains it.
    pub(super) fn chain(&self, id: &str) -> Arc<[String]> {
        let above = self.by_id(id).map(|place| place.within.iter());
        std::iter::once(id.to_owned())
            .chain(above.into_iter().flatten().cloned())
            .collect()
    }

    /// The number of a place id.
    pub(super) fn index(&self, id: &str) -> Option<u32> {
        self.by_id.get(id).copied()
    }

    /// The capital of a country, unless it may be another city.
    pub(super) fn capital(&self, country: &str) -> Option<u32> {
        let is = |place: &KnownPlace| {
            place.capital && place.within.first().is_some_and(|it| it == country)
        };
        let moved = self.moved.iter().any(|it| it == country);
        let at = self.places.iter().position(is).filter(|_| !moved)?;
        Some(at as u32)
    }

    /// The place of an id.
    pub(super) fn by_id(&self, id: &str) -> Option<&KnownPlace> {
        self.by_id.get(id).map(|at| &self.places[*at as usize])
    }

    /// The place at an index.
    pub(super) fn place(&self, at: u32) -> &KnownPlace {
        &self.places[at as usize]
    }

    /// The name at an index.
    pub(super) fn name(&self, at: u32) -> &Name {
        &self.names[at as usize]
    }

    /// The longest name that begins at `at`: the index after it, and the index of the name. Names are capitalised.
    pub(super) fn longest_before(
        &self,
        tokens: &[Token],
        text: &str,
        at: usize,
        end: usize,
    ) -> Option<(usize, u32)> {
        let (after, name) = self.phrases.longest_before(tokens, text, at, end)?;
        let known = self.name(name);
        let written = tokens[at].span.join(tokens[after - 1].span).slice(text);
        let exact = known.exact.as_deref() == Some(written);
        let free = known.exact.is_none() && !known.dotted;
        let named = tokens[at..after]
            .iter()
            .any(|token| token.kind == TokenKind::Name);
        let dot = || {
            let next = tokens.get(after);
            known.dotted && next.is_some_and(|next| next.span.slice(text) == ".")
        };
        (named && (free || exact || dot())).then_some((after, name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built_in() -> Gazetteer {
        let lexicon = Lexicon::built_in().unwrap();
        Gazetteer::new(Places::new(&lexicon), &lexicon, &mut Vocabulary::default())
    }

    #[test]
    fn what_contains_a_place_is_known() {
        let gazetteer = built_in();
        for place in &gazetteer.places {
            for id in place.within.iter() {
                assert!(gazetteer.by_id(id).is_some(), "{} is within {id}", place.id);
            }
        }
        let rafah = gazetteer.by_id("rafah").unwrap();
        assert_eq!(*rafah.within, ["gaza-strip", "PS", "middle-east", "asia"]);
    }

    #[test]
    fn an_id_stands_for_one_place() {
        let gazetteer = built_in();
        assert_eq!(gazetteer.by_id.len(), gazetteer.places.len());
    }
}
