//! Places spelled in more than one way: "Um Haraza" and "Umm Hiraza", "Kasambiro" and "Kassambiro", of which at most one is in
//! a list. Two names of one country with the same consonants, of which no article writes both, are one.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::spots;
use crate::resolve::{Record, is_country, loose};

/// The fewest letters that the spellings share: with fewer, names meet by chance.
const SHARED: usize = 4;

/// What is known of a name.
#[derive(Default)]
struct Known<'r> {
    articles: BTreeSet<usize>,
    countries: BTreeSet<&'r str>,
}

/// The records with the places of one spelling, by index among the records.
pub(super) fn adopted(records: &[Record]) -> FxHashMap<usize, Record> {
    let canonical = canonical(records);
    let mut adopted = FxHashMap::default();
    if canonical.is_empty() {
        return adopted;
    }
    for (at, record) in records.iter().enumerate() {
        let other = |id: Option<&String>| id.is_some_and(|id| canonical.contains_key(id.as_str()));
        let event = record.event.as_ref().and_then(|event| event.place.as_ref());
        let place = record.place.as_ref().map(|place| &place.id);
        if other(event) || other(place) {
            adopted.insert(at, respelled(record, &canonical));
        }
    }
    adopted
}

/// For every place id that is spelled otherwise in most articles, that spelling.
fn canonical(records: &[Record]) -> BTreeMap<&str, &str> {
    let mut known: BTreeMap<&str, Known<'_>> = BTreeMap::new();
    for record in records {
        let place = record.place.as_ref().map(|it| (it.id.as_str(), &it.within));
        let event = record.event.as_ref();
        let event = event.and_then(|it| Some((it.place.as_deref()?, &it.within)));
        for (id, within) in place.into_iter().chain(event) {
            if !is_country(id) && !id.contains('+') {
                let known = known.entry(id).or_default();
                known.articles.insert(record.article);
                let mut chain = within.iter().map(String::as_str);
                known.countries.extend(chain.find(|id| is_country(id)));
            }
        }
    }
    let mut alike: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for id in known.keys() {
        let name = skeleton(&loose(id.trim_start_matches('~')));
        if name.chars().filter(|c| c.is_alphanumeric()).count() >= SHARED {
            alike.entry(name).or_default().push(id);
        }
    }
    let mut canonical = BTreeMap::new();
    // Two of a list are two, however alike.
    let listed = |id: &&&str| spots::name(id).is_none();
    let one = |ids: &&Vec<&str>| ids.len() > 1 && ids.iter().filter(listed).count() < 2;
    for ids in alike.values().filter(one) {
        let written: usize = ids.iter().map(|id| known[id].articles.len()).sum();
        let all: BTreeSet<usize> = ids
            .iter()
            .flat_map(|id| &known[id].articles)
            .copied()
            .collect();
        let countries: BTreeSet<&str> = ids
            .iter()
            .flat_map(|id| &known[id].countries)
            .copied()
            .collect();
        // An article that writes both tells of two.
        if written > all.len() || countries.len() > 1 {
            continue;
        }
        let usual = ids.iter().max_by_key(|id| {
            let written = known[**id].articles.len();
            (listed(id), written, std::cmp::Reverse(**id))
        });
        if let Some(usual) = usual {
            let others = ids.iter().filter(|id| *id != usual);
            canonical.extend(others.map(|id| (*id, *usual)));
        }
    }
    canonical
}

/// The consonants of each word, and its first letter: what is left of a name in all its transcriptions.
fn skeleton(slug: &str) -> String {
    let mut skeleton = String::with_capacity(slug.len());
    let mut opens = true;
    for letter in slug.chars() {
        let silent = matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h');
        if !letter.is_alphanumeric() {
            skeleton.push(letter);
            opens = true;
        } else if opens || !silent && !skeleton.ends_with(letter) {
            skeleton.push(letter);
            opens = false;
        }
    }
    skeleton
}

fn respelled(record: &Record, canonical: &BTreeMap<&str, &str>) -> Record {
    let mut record = record.clone();
    if let Some(event) = &mut record.event
        && let Some(place) = &mut event.place
        && let Some(usual) = canonical.get(place.as_str())
    {
        event.id = event.id.replacen(place.as_str(), usual, 1);
        *place = (*usual).to_owned();
    }
    if let Some(place) = &mut record.place
        && let Some(usual) = canonical.get(place.id.as_str())
    {
        place.id = (*usual).to_owned();
    }
    record
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transcriptions_share_their_consonants() {
        for (a, b) in [
            ("um-haraza", "umm-hiraza"),
            ("kasambiro", "kassambiro"),
            ("verkhnia-sosnivka", "verkhnya-sosnovka"),
        ] {
            assert_eq!(skeleton(a), skeleton(b));
        }
        assert_ne!(skeleton("karvona"), skeleton("kardona"));
        assert_ne!(skeleton("north-elm"), skeleton("south-elm"));
    }
}
