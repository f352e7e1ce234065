//! Where an article is at home: its dateline, and whose police it quotes.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Resolver;
use super::atlas::{Atlas, is_country};
use super::gazetteer::{Gazetteer, KnownPlace};
use super::mention::{self, Governed, PlaceMention};
use super::namesake::Found;
use super::scene::Scene;
use crate::text::Document;

/// The mentions that say where the article is at home, the surest first: the dateline, then the town whose police, fire
/// brigade or officials it names most.
pub(super) fn of(atlas: &Atlas<'_>, places: &[PlaceMention]) -> impl Iterator<Item = usize> {
    let dateline = places
        .iter()
        .position(|place| place.governed == Governed::Dateline);
    let of_capital = |at: &usize| atlas.is_capital(places[*at].place);
    dateline
        .filter(|at| !of_capital(at))
        .into_iter()
        .chain(authority(places))
}

/// Puts the places of which only the name is known where the article is at home.
pub(super) fn settle(document: &Document<'_>, atlas: &mut Atlas<'_>, places: &[PlaceMention]) {
    let unplaced = places
        .iter()
        .filter(|it| atlas.place(it.place).within.is_empty());
    let villages: Vec<u32> = unplaced
        .filter(|it| is_village(document, it))
        .map(|it| it.place)
        .collect();
    let home = of(atlas, places).next();
    if let Some(home) = home {
        atlas.settle(places[home].place);
    }
    if let Some(holder) = only_holder(atlas, places) {
        atlas.put_into(&holder, &villages);
    }
}

/// "The village of Harsk", "Harsk municipality": no quarter of a capital.
fn is_village(document: &Document<'_>, place: &PlaceMention) -> bool {
    let word = |at: Option<usize>| {
        let at = at.filter(|at| *at < document.tokens.len())?;
        Some(document.token_text(at).to_ascii_lowercase())
    };
    let settles = |word: Option<String>| {
        let village = |it: &str| {
            matches!(
                it,
                "village" | "villages" | "town" | "towns" | "hamlet" | "municipality"
            )
        };
        word.as_deref().is_some_and(village)
    };
    let start = place.tokens.start;
    let of = word(start.checked_sub(1)).as_deref() == Some("of");
    of && settles(word(start.checked_sub(2))) || settles(word(Some(place.tokens.end)))
}

/// The first mention of the town whose authorities are named most.
fn authority(places: &[PlaceMention]) -> Option<usize> {
    let mut count: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    for (at, place) in places.iter().enumerate() {
        if place.governed == Governed::Authority {
            count.entry(place.place).or_insert((0, at)).0 += 1;
        }
    }
    let most = count
        .into_values()
        .max_by_key(|(count, first)| (*count, usize::MAX - first));
    most.map(|(_, first)| first)
}

/// The state in which all of the article's places lie that lie in one; without any, such a country.
pub(super) fn only_holder(atlas: &Atlas<'_>, places: &[PlaceMention]) -> Option<String> {
    let is_told = |id: &str| {
        let told = |it: &PlaceMention| !matches!(it.governed, Governed::No | Governed::Preposition);
        let mut mentions = places.iter();
        mentions.any(|it| told(it) && atlas.place(it.place).id == id)
    };
    let holders = |mention: &PlaceMention| {
        let place = atlas.place(mention.place);
        let chain = std::iter::once(&place.id).chain(place.within.iter());
        let country = chain.clone().position(|id| is_country(id))?;
        let mut chain = chain.skip(country.saturating_sub(1));
        let state = if country > 0 { chain.next() } else { None };
        // A town right beneath its country has quarters, where something is told of it.
        let state = state.filter(|id| atlas.by_id(id).is_none_or(|it| it.holds || is_told(id)));
        Some((state, chain.next()?))
    };
    let all: Vec<(Option<&String>, &String)> = places.iter().filter_map(holders).collect();
    let mut states = all.iter().filter_map(|(state, _)| *state);
    let mut countries = all.iter().map(|(_, country)| *country);
    if let Some(first) = states.next() {
        return states.all(|state| state == first).then(|| first.clone());
    }
    let first = countries.next()?;
    countries
        .all(|country| country == first)
        .then(|| first.clone())
}

/// The one country that an article's lead names, by its name, its towns or its people.
pub(super) fn only_country<'s>(
    resolver: &Resolver,
    scene: &'s Scene<'_>,
    lead: &[Range<usize>],
) -> Option<&'s KnownPlace> {
    let places = lead.iter().flat_map(|range| scene.places(range.clone()));
    let parties = lead
        .iter()
        .flat_map(|range| mention::within(&scene.mentions.parties, range.clone()));
    let of_places = places.filter_map(|it| country(&scene.atlas, it.place));
    let of_people = parties.filter_map(|it| resolver.parties.party(it.what).nation.as_deref());
    let mut told = of_places.chain(of_people);
    let first = told.next()?;
    let one = told.all(|it| it == first);
    scene.atlas.by_id(first).filter(|_| one)
}

/// The country of the dateline, before names are told apart.
pub(super) fn dateline<'d>(gazetteer: &'d Gazetteer, found: &[Found]) -> Option<&'d str> {
    let mut found = found.iter();
    let dateline = found.find(|it| it.governed == Governed::Dateline)?;
    let name = gazetteer.name(dateline.listed?);
    let mut places = name.places.iter().map(|at| gazetteer.place(*at));
    let first = places.next()?;
    let mut chain = std::iter::once(&first.id).chain(first.within.iter());
    let country = chain.find(|id| is_country(id))?;
    places
        .all(|place| place.within.contains(country))
        .then_some(country.as_str())
}

/// The country of a place, where it lies in one.
pub(super) fn country<'a>(atlas: &'a Atlas<'_>, place: u32) -> Option<&'a str> {
    let place = atlas.place(place);
    let mut chain = std::iter::once(&place.id).chain(place.within.iter());
    chain.find(|id| is_country(id)).map(String::as_str)
}
