//! Places spelled in more than one way: "Um Haraza" and "Umm Hiraza", "Kasambiro" and "Kassambiro", of which at most one is in
//! a list. Two names of one country with the same consonants, of which no article writes both, are one.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::spots;
use crate::resolve::{Record, is_country, loose};

/// The fewest letters that the spellings share: with fewer, names meet by chance.
const SHARED: usize = 4;
/// The fewest where their vowels are alike, too.
const SHARED_ALIKE: usize = 3;

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
        if let Some(key) = spelled(&loose(id.trim_start_matches('~'))) {
            alike.entry(key).or_default().push(id);
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

/// What all spellings of a name share; `None` for one too short to tell.
pub(super) fn spelled(name: &str) -> Option<String> {
    let bare = skeleton(name);
    match bare.chars().count() {
        SHARED.. => Some(bare),
        SHARED_ALIKE => Some(sound(name)),
        _ => None,
    }
}

/// The first letter of a name and its consonants, as far as transcriptions agree on them: "Maarshaddad" and "Ma'ar Chaddad",
/// "Jubb al-Zayt" and "Jeb El-Zeit".
pub(super) fn skeleton(slug: &str) -> String {
    let mut skeleton = String::with_capacity(slug.len());
    let words: Vec<&str> = slug.split('-').collect();
    let own = words
        .iter()
        .enumerate()
        .filter(|(at, word)| *at == 0 || !is_article(word, words.get(at + 1).copied()));
    let mut letters = own.flat_map(|(_, word)| word.chars()).peekable();
    while let Some(letter) = letters.next() {
        let letter = match letter {
            'c' if letters.peek() == Some(&'h') => 's',
            'c' | 'q' => 'k',
            other => other,
        };
        let silent = matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h');
        if skeleton.is_empty() || !silent && !skeleton.ends_with(letter) {
            skeleton.push(letter);
        }
    }
    skeleton
}

/// "al", or "as" before an s: the article within an Arabic name.
fn is_article(word: &str, next: Option<&str>) -> bool {
    let sun = |letter: char| next.is_some_and(|next| next.starts_with(letter));
    match word {
        "al" | "el" | "ul" => true,
        "ash" => sun('s'),
        _ => {
            let mut letters = word.chars();
            let vowel = letters.next();
            let closes = letters.next().filter(|_| word.len() == 2);
            matches!(vowel, Some('a' | 'e')) && closes.is_some_and(sun)
        }
    }
}

/// A name as it sounds: one vowel for each that transcriptions exchange, and none at the end. Short names with the same
/// consonants are many, and "Malis" is not "Milos".
pub(super) fn sound(slug: &str) -> String {
    let mut sound = String::with_capacity(slug.len());
    for letter in slug.chars().filter(|it| *it != '-') {
        let letter = match letter {
            'e' | 'i' | 'y' => 'i',
            'o' | 'u' | 'w' => 'u',
            'h' if !sound.is_empty() && !sound.ends_with('-') => continue,
            other => other,
        };
        let glides = matches!((sound.chars().next_back(), letter), (Some('a'), 'i' | 'u'));
        if glides {
            sound.pop();
        }
        let follows = matches!(
            (sound.chars().next_back(), letter),
            (Some('i'), 'a' | 'u') | (Some('u'), 'a' | 'i')
        );
        if !follows && !sound.ends_with(letter) {
            sound.push(letter);
        }
    }
    let kept = sound.trim_end_matches(['a', 'i', 'u']).len();
    sound.truncate(kept);
    sound
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
    fn short_names_are_one_when_their_vowels_are_alike_too() {
        for (a, b) in [
            ("milis", "meles"),
            ("nassiriya", "nasiriyeh"),
            ("zaytun", "zeitoun"),
        ] {
            assert_eq!(sound(a), sound(b));
        }
        assert_ne!(sound("malis"), sound("milos"));
        assert_ne!(sound("harsa"), sound("hursa"));
    }

    #[test]
    fn transcriptions_share_their_consonants() {
        for (a, b) in [
            ("um-haraza", "umm-hiraza"),
            ("kasambiro", "kassambiro"),
            ("verkhnia-sosnivka", "verkhnya-sosnovka"),
            ("ma-ar-shadad", "maarchaddad"),
            ("jubb-al-zayt", "jeb-el-zeit"),
        ] {
            assert_eq!(skeleton(a), skeleton(b));
        }
        assert_ne!(skeleton("karvona"), skeleton("kardona"));
        assert_ne!(skeleton("north-elm"), skeleton("south-elm"));
    }
}
