//! The places of one article: those of the gazetteer, and those that only the article's own words give.

use std::sync::Arc;

use super::gazetteer::{Gazetteer, KnownPlace};
use super::joint;

/// The gazetteer with an article's own places behind it, under one numbering.
#[derive(Debug)]
pub(super) struct Atlas<'r> {
    gazetteer: &'r Gazetteer,
    own: Vec<KnownPlace>,
}

impl<'r> Atlas<'r> {
    pub(super) const fn new(gazetteer: &'r Gazetteer) -> Self {
        Self {
            gazetteer,
            own: Vec::new(),
        }
    }

    /// The place of a number.
    pub(super) fn place(&self, at: u32) -> &KnownPlace {
        match (at as usize).checked_sub(self.gazetteer.len()) {
            Some(own) => &self.own[own],
            None => self.gazetteer.place(at),
        }
    }

    /// True for the capital of a country: its datelines tell of the whole country.
    pub(super) fn is_capital(&self, at: u32) -> bool {
        (at as usize) < self.gazetteer.len() && self.gazetteer.place(at).capital
    }

    /// The place of an id.
    pub(super) fn by_id(&self, id: &str) -> Option<&KnownPlace> {
        let own = || self.own.iter().find(|place| place.id == id);
        self.gazetteer.by_id(id).or_else(own)
    }

    /// The number of a place, which is added if it is new.
    pub(super) fn enter(&mut self, place: KnownPlace) -> u32 {
        let known = self.own.iter().position(|own| own.id == place.id);
        let at = known.unwrap_or_else(|| {
            self.own.push(place);
            self.own.len() - 1
        });
        (self.gazetteer.len() + at) as u32
    }

    /// Puts the places of which only the name is known into `home`; a county, and `home` itself, into what is around it.
    pub(super) fn settle(&mut self, home: u32) {
        let capital = self.is_capital(home);
        let home = self.place(home);
        let (id, above) = (home.id.clone(), Arc::clone(&home.within));
        for own in self.own.iter_mut().filter(|own| own.within.is_empty()) {
            // A paper of the capital writes of places everywhere in its country.
            let holds = own.id == id || is_county(&own.id) || capital;
            let itself = (!holds).then_some(&id);
            own.within = itself.into_iter().chain(above.iter()).cloned().collect();
            own.supposed = true;
        }
    }

    /// Puts the places of which nothing but the name is known into `holder`; villages into what is around a capital.
    pub(super) fn put_into(&mut self, holder: &str, villages: &[u32]) {
        let chain = self.gazetteer.chain(holder);
        let capital = self.gazetteer.by_id(holder).is_some_and(|it| it.capital);
        let first = self.gazetteer.len() as u32;
        for (at, own) in (first..).zip(&mut self.own) {
            if own.within.is_empty() {
                own.within = if capital && villages.contains(&at) {
                    chain[1..].into()
                } else {
                    Arc::clone(&chain)
                };
                own.supposed = true;
            }
        }
    }

    /// Puts a place of which only the name is known into another.
    pub(super) fn put_in(&mut self, at: u32, outer: &str) {
        let Some(above) = self.by_id(outer).map(|place| Arc::clone(&place.within)) else {
            return;
        };
        let own = (at as usize).checked_sub(self.gazetteer.len());
        let own = own.and_then(|own| self.own.get_mut(own));
        if let Some(own) = own.filter(|own| own.within.is_empty()) {
            let chain = std::iter::once(outer).chain(above.iter().map(String::as_str));
            own.within = chain.map(str::to_owned).collect();
        }
    }

    /// True when one of two places lies in the other, or both are one.
    pub(super) fn nested(&self, a: &str, b: &str) -> bool {
        a == b || self.contains(a, b) || self.contains(b, a)
    }

    /// True when two places are nested, or may be: one is a county, of which no list gives the towns, and the other a town of
    /// its state.
    pub(super) fn may_be_nested(&self, a: &str, b: &str) -> bool {
        self.nested(a, b) || self.may_hold(a, b) || self.may_hold(b, a)
    }

    fn may_hold(&self, county: &str, town: &str) -> bool {
        let (Some(outer), Some(inner)) = (self.by_id(county), self.by_id(town)) else {
            return false;
        };
        let state = outer.within.first().filter(|it| !is_country(it));
        is_county(county) && !is_county(town) && state.is_some_and(|it| inner.within.contains(it))
    }

    /// True when `outer` is larger than `inner` and holds it; places named together hold each of them, and what each
    /// holds.
    pub(super) fn contains(&self, outer: &str, inner: &str) -> bool {
        let holds = |outer: &str, inner: &str| {
            self.by_id(inner)
                .is_some_and(|place| place.within.iter().any(|id| id == outer))
        };
        let among =
            |inner: &str| joint::parts(outer).any(|part| part == inner || holds(part, inner));
        outer != inner && (holds(outer, inner) || joint::parts(inner).all(among))
    }
}

/// True for the two letters that a country is known by.
pub(crate) fn is_country(id: &str) -> bool {
    id.len() == 2 && id.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// True for "Harris County" and "Acadia Parish".
pub(crate) fn is_county(id: &str) -> bool {
    let name = id.split('.').next().unwrap_or_default();
    name.ends_with("-county") || name.ends_with("-parish")
}
