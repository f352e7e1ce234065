//! Names as numbers: every event, place and facet of the records, numbered in the order of their text, so that the
//! numbers, too, depend on content alone.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::resolve::{Event, Place, Record, VIOLENCE, family, is_country, is_county, joint, loose};

/// A string of the catalog, by its rank among all of them.
pub(super) type Symbol = u32;

/// Every string, event and place that the records mention, once.
#[derive(Debug, Default)]
pub(super) struct Catalog<'a> {
    /// By number.
    names: Vec<&'a str>,
    symbols: FxHashMap<&'a str, Symbol>,
    events: FxHashMap<Symbol, &'a Event>,
    places: FxHashMap<Symbol, &'a Place>,
    /// The places that are countries.
    countries: FxHashSet<Symbol>,
    /// The containing places of each place, and whether some text says so.
    within: FxHashMap<Symbol, (bool, Vec<Symbol>)>,
    /// The counties among the places: of these no list gives the towns.
    counties: FxHashSet<Symbol>,
    /// The members of places that are named together.
    parts: FxHashMap<Symbol, Vec<Symbol>>,
    /// By number: of places with one name the one that is known by the name alone; else the place itself.
    kin: Vec<Symbol>,
    /// Where each event happened.
    event_places: FxHashMap<Symbol, Symbol>,
}

impl<'a> Catalog<'a> {
    /// Reads the names of all records.
    pub(super) fn new(records: &[&'a Record]) -> Self {
        let names = names(records);
        let symbols: FxHashMap<&str, Symbol> = names.iter().copied().zip(0..).collect();
        let countries = symbols
            .iter()
            .filter(|(name, _)| is_country(name))
            .map(|(_, symbol)| *symbol)
            .collect();
        let of_towns = symbols
            .iter()
            .filter(|(name, _)| is_county(name))
            .map(|(_, symbol)| *symbol)
            .collect();
        let parts = names
            .iter()
            .zip(0..)
            .filter(|(name, _)| joint::is_joint(name))
            .map(|(name, symbol)| {
                let parts = joint::parts(name).filter_map(|part| symbols.get(part).copied());
                (symbol, parts.collect())
            })
            .collect();
        let mut catalog = Self {
            names,
            symbols,
            countries,
            counties: of_towns,
            parts,
            ..Self::default()
        };
        for record in records {
            if let Some(event) = &record.event {
                catalog.enter_event(event);
            }
            if let Some(place) = &record.place {
                catalog.enter_place(place);
            }
        }
        catalog.kin = (0..)
            .zip(&catalog.names)
            .map(|(at, id)| catalog.kin_of(at, id))
            .collect();
        let placed =
            |(id, event): (&Symbol, &&Event)| Some((*id, catalog.symbol(event.place.as_deref()?)?));
        catalog.event_places = catalog.events.iter().filter_map(placed).collect();
        catalog
    }

    fn kin_of(&self, place: Symbol, id: &str) -> Symbol {
        let name = id.trim_start_matches('~').split('.').next();
        let alone = |name: &str| self.symbol(&format!("~{name}"));
        // A listed name is spelled in full, "hajjah", where one in no list is cut to what all spellings share.
        name.and_then(|name| alone(name).or_else(|| alone(&loose(name))))
            .unwrap_or(place)
    }

    fn enter_event(&mut self, event: &'a Event) {
        let Some(id) = self.symbol(&event.id) else {
            return;
        };
        let kept = self.events.entry(id).or_insert(event);
        let rank = |e: &'a Event| (!e.named, &e.label, &e.kind, e.date, e.place.as_deref());
        if rank(event) < rank(kept) {
            *kept = event;
        }
        let place = event.place.as_deref().and_then(|place| self.symbol(place));
        if let Some(place) = place.filter(|_| !event.within.is_empty()) {
            let chain = event.within.iter().filter_map(|p| self.symbol(p)).collect();
            self.enter_chain(place, !event.supposed, chain);
        }
    }

    /// Of a village that is in no list one article tells the province, and another supposes it, or tells none: what is said
    /// before what is supposed, then the fullest chain; among equals the first.
    fn enter_chain(&mut self, place: Symbol, said: bool, chain: Vec<Symbol>) {
        let rank = self.rank(said, &chain);
        if let Some((was_said, was)) = self.within.get(&place)
            && (self.rank(*was_said, was), &chain) >= (rank, was)
        {
            return;
        }
        self.within.insert(place, (said, chain));
    }

    /// How much a chain of containing places says. The country alone is said of every village.
    fn rank(&self, said: bool, chain: &[Symbol]) -> (bool, usize) {
        let is_narrower = |it: &Symbol| !self.countries.contains(it);
        (said && chain.first().is_some_and(is_narrower), chain.len())
    }

    fn enter_place(&mut self, place: &'a Place) {
        let Some(id) = self.symbol(&place.id) else {
            return;
        };
        let chain = place.within.iter().filter_map(|p| self.symbol(p)).collect();
        self.enter_chain(id, !place.supposed, chain);
        let kept = self.places.entry(id).or_insert(place);
        // The fullest chain says most; among equals the first by text.
        let rank = |p: &'a Place| (usize::MAX - p.within.len(), &p.within, &p.name);
        if rank(place) < rank(kept) {
            *kept = place;
        }
    }

    /// The number of a name; `None` for one that no record mentions.
    pub(super) fn symbol(&self, name: &str) -> Option<Symbol> {
        self.symbols.get(name).copied()
    }

    /// What a number stands for.
    pub(super) fn name(&self, symbol: Symbol) -> &'a str {
        self.names.get(symbol as usize).copied().unwrap_or_default()
    }

    /// The event of that number.
    pub(super) fn event(&self, id: Symbol) -> Option<&'a Event> {
        self.events.get(&id).copied()
    }

    /// The place of that number.
    pub(super) fn place(&self, id: Symbol) -> Option<&'a Place> {
        self.places.get(&id).copied()
    }

    /// Where the event happened, when known.
    pub(super) fn event_place(&self, id: Symbol) -> Option<Symbol> {
        self.event_places.get(&id).copied()
    }

    /// True when `outer` is `inner` or contains it; places named together contain each of them and what it contains.
    pub(super) fn contains(&self, outer: Symbol, inner: Symbol) -> bool {
        if self.parts.is_empty() {
            return self.holds(outer, inner);
        }
        let among = |inner: &Symbol| {
            self.parts_of(&outer)
                .iter()
                .any(|part| self.holds(*part, *inner))
        };
        self.holds(outer, inner) || self.parts_of(&inner).iter().all(among)
    }

    /// True when a town may lie in a county, as far as their state says.
    pub(super) fn may_hold(&self, county: Symbol, town: Symbol) -> bool {
        let chain = |place: Symbol| self.chain(place);
        let state = chain(county)
            .first()
            .filter(|it| !self.countries.contains(it));
        self.counties.contains(&county)
            && !self.counties.contains(&town)
            && state.is_some_and(|state| chain(town).contains(state))
    }

    /// What contains a place, nearest first.
    fn chain(&self, place: Symbol) -> &[Symbol] {
        self.within.get(&place).map_or(&[], |(_, chain)| chain)
    }

    fn holds(&self, outer: Symbol, inner: Symbol) -> bool {
        outer == inner || self.chain(inner).contains(&outer)
    }

    /// The members of places named together; of another place itself.
    fn parts_of<'s>(&'s self, place: &'s Symbol) -> &'s [Symbol] {
        self.parts
            .get(place)
            .map_or(std::slice::from_ref(place), Vec::as_slice)
    }

    /// True for several places named together.
    pub(super) fn is_joint(&self, place: Symbol) -> bool {
        self.parts.contains_key(&place)
    }

    /// True for a deed of a day, which one spot of a country suffers; a quake strikes many.
    pub(super) fn is_deed(&self, event: Symbol) -> bool {
        let event = self.event(event);
        event.is_some_and(|event| family(&event.kind) == VIOLENCE)
    }

    /// Of several places that are named together, the one that holds a place.
    pub(super) fn part_with(&self, whole: Symbol, place: Symbol) -> Option<Symbol> {
        let parts = self.parts.get(&whole)?;
        parts.iter().copied().find(|part| self.holds(*part, place))
    }

    /// True for several places without a name: "three towns".
    pub(super) fn is_spread(&self, place: Symbol) -> bool {
        joint::is_spread(self.name(place))
    }

    /// True when two places are one, or may be: one is known by its name alone ("in Springfield"), and the other has
    /// that name.
    pub(super) fn may_be_one(&self, a: Symbol, b: Symbol) -> bool {
        a == b || (self.kin(a) == self.kin(b) && [a, b].contains(&self.kin(a)))
    }

    /// Of places with one name the one that is known by the name alone, where some record has it; else the place itself.
    pub(super) fn kin(&self, place: Symbol) -> Symbol {
        self.kin.get(place as usize).copied().unwrap_or(place)
    }

    /// The country of a place, known by its two-letter code; without one the widest place around it.
    pub(super) fn country(&self, place: Symbol) -> Symbol {
        let chain = self.chain(place);
        std::iter::once(&place)
            .chain(chain)
            .copied()
            .find(|at| self.countries.contains(at))
            .or(chain.last().copied())
            .unwrap_or(place)
    }
}

/// A place id and, of several places named together, the id of each.
fn with_parts(id: &str) -> impl Iterator<Item = &str> {
    let several = joint::is_joint(id).then(|| joint::parts(id));
    std::iter::once(id).chain(several.into_iter().flatten())
}

fn names<'a>(records: &[&'a Record]) -> Vec<&'a str> {
    let mut names: FxHashSet<&'a str> = FxHashSet::default();
    for record in records {
        let facets = &record.who.facets;
        names.extend(
            [&facets.nationality, &facets.role, &facets.age_sex]
                .into_iter()
                .filter_map(|facet| facet.as_deref()),
        );
        if let Some(event) = &record.event {
            names.insert(&event.id);
            names.extend(event.place.as_deref().into_iter().flat_map(with_parts));
            names.extend(event.within.iter().map(String::as_str));
        }
        if let Some(place) = &record.place {
            names.extend(with_parts(&place.id));
            names.extend(place.within.iter().map(String::as_str));
        }
    }
    let mut names: Vec<&str> = names.into_iter().collect();
    names.sort_unstable();
    names
}
