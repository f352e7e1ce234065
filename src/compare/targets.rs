//! What a deed was aimed at: a market, a mosque. Two articles that tell of a deed of one day, in places that can be one, and
//! name one target in their first lines, tell of one, though an agency names no village.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::map::{Map, is_day};
use super::spots::{self, Spots};
use super::story::{Incident, days_agree, is_retold, of_one_kind, one_text};
use super::time;
use crate::ingest::Article;
use crate::resolve::Event;
use crate::schema::{Lent, Schema};

/// A target that so many incidents of a month and a country share tells none of them.
const COMMON: usize = 40;
/// How many bytes of an article's text, its headline among them, tell what a deed was aimed at.
const FIRST: usize = 600;
/// Days that serve as a month.
const MONTH: i32 = 30;

/// A target, where and in which month.
type Key<'r> = (&'r str, &'r str, i32);

/// The incidents by what they were aimed at.
pub(super) struct Targets<'r> {
    by_key: FxHashMap<Key<'r>, Vec<usize>>,
    /// The keys of each incident.
    keys: Vec<Vec<Key<'r>>>,
}

impl<'r> Targets<'r> {
    /// Reads the first lines of the articles that tell of the incidents.
    pub(super) fn new(
        articles: &[Article],
        incidents: &[Incident<'r>],
        schema: &'r Schema,
        map: &'r Map<'r>,
    ) -> Self {
        let words: FxHashSet<&str> = schema
            .lexicon
            .incidents
            .targets
            .iter()
            .map(Lent::as_str)
            .collect();
        let mut read: BTreeMap<usize, BTreeSet<&'r str>> = BTreeMap::new();
        let mut targets = Self {
            by_key: FxHashMap::default(),
            keys: Vec::with_capacity(incidents.len()),
        };
        for (at, incident) in incidents.iter().enumerate() {
            let months = months(incident.event);
            let country = incident
                .event
                .place
                .as_deref()
                .and_then(|it| map.country(it));
            let named = incident.articles.iter().flat_map(|article| {
                let first = || articles.get(*article).map(|it| written(&it.text, &words));
                let named = read
                    .entry(*article)
                    .or_insert_with(|| first().unwrap_or_default());
                named.clone()
            });
            let named: BTreeSet<&str> = named.collect();
            let keys = named.into_iter().flat_map(|target| {
                let key = move |month| Some((target, country?, month));
                months.clone().filter_map(key)
            });
            let keys: Vec<Key<'_>> = keys.collect();
            for key in &keys {
                targets.by_key.entry(*key).or_default().push(at);
            }
            targets.keys.push(keys);
        }
        targets
    }

    /// The one incident of a rank before that may be the same by its target.
    pub(super) fn of<'i>(
        &self,
        incidents: &[Incident<'i>],
        at: usize,
        spots: &Spots<'_>,
        map: &Map<'_>,
    ) -> Option<&'i Event> {
        let incident = &incidents[at];
        let sharers = self.keys[at].iter().filter_map(|key| self.by_key.get(key));
        let sharers = sharers.filter(|it| it.len() <= COMMON).flatten();
        let known: BTreeSet<usize> = sharers.copied().filter(|known| *known < at).collect();
        let mut fitting = known.into_iter().map(|at| &incidents[at]).filter(|known| {
            let (a, b) = (known.event, incident.event);
            !one_text(known, incident)
                && (is_day(a) || is_day(b))
                && of_one_kind(a, b)
                && days_agree(a, b)
                && is_retold(known, incident)
                && (map.may_hold(a, b) || alike(a, b))
                && !tells_spot_of(known, incident, spots)
                && !map.parts(a, b)
        });
        let first = fitting.next()?.event;
        let one = fitting.all(|it| {
            let place = map.may_hold(it.event, first) || alike(it.event, first);
            place && days_agree(it.event, first)
        });
        one.then_some(first)
    }
}

/// True when the text of one writes of the other's spot, and puts its own deed elsewhere: it would have said so.
fn tells_spot_of(a: &Incident<'_>, b: &Incident<'_>, spots: &Spots<'_>) -> bool {
    let spot = |it: &Incident<'_>| {
        it.event
            .place
            .as_deref()
            .and_then(spots::name)
            .map(str::to_owned)
    };
    let writes = |it: &Incident<'_>, spot: &str| {
        let mut writers = spots.writers(spot).iter();
        writers.any(|article| it.articles.contains(article))
    };
    match (spot(a), spot(b)) {
        (Some(own), Some(other)) => own != other && (writes(a, &other) || writes(b, &own)),
        _ => false,
    }
}

/// Two spots of which no list has either, spelled nearly alike: "Nyaung Pin Thar", "Nyaung Bin Tha".
fn alike(a: &Event, b: &Event) -> bool {
    let name = |event: &Event| {
        event
            .place
            .as_deref()
            .and_then(spots::name)
            .map(str::to_owned)
    };
    let Some((a, b)) = name(a).zip(name(b)) else {
        return false;
    };
    let longest = a.chars().count().max(b.chars().count());
    distance(&a, &b) * 4 <= longest
}

/// How many letters have to be put in, taken out or changed: Levenshtein 1966.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (above, x) in a.chars().enumerate() {
        let mut diagonal = above;
        row[0] = above + 1;
        for (at, y) in b.iter().enumerate() {
            let changed = diagonal + usize::from(x != *y);
            diagonal = row[at + 1];
            row[at + 1] = changed.min(row[at] + 1).min(diagonal + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

/// The targets that the first lines name, in the singular or as they stand in the list.
fn written<'r>(text: &str, words: &FxHashSet<&'r str>) -> BTreeSet<&'r str> {
    let mut end = FIRST.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let letters = |c: char| !c.is_alphanumeric();
    let all = text[..end].split(letters).filter(|word| word.len() > 2);
    let lower = all.map(str::to_lowercase);
    lower
        .filter_map(|word| {
            let known = words.get(word.as_str());
            known
                .or_else(|| words.get(word.strip_suffix('s')?))
                .copied()
        })
        .collect()
}

/// The months that the days of an incident touch, at most three.
fn months(event: &Event) -> impl Iterator<Item = i32> + Clone + use<> {
    let ends = time::ends(event.date);
    let months = ends.map(|(from, to)| from.div_euclid(MONTH)..=to.div_euclid(MONTH));
    months.into_iter().flatten().take(3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_differ_by_a_letter_in_four() {
        assert_eq!(distance("nyaung-pin-thar", "nyaung-bin-tha"), 2);
        assert_eq!(distance("karvona", "karvona"), 0);
        assert_eq!(distance("", "abc"), 3);
    }

    #[test]
    fn targets_stand_in_the_first_lines() {
        let words = ["market", "mosque"].into_iter().collect();
        let found = written("Jets hit the markets of Harsk. A Mosque fell.", &words);
        assert_eq!(found.into_iter().collect::<Vec<_>>(), ["market", "mosque"]);
        assert!(written("The marketing went on.", &words).is_empty());
    }
}
