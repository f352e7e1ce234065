//! Small places that articles write of: a village that no list has, named in two articles that tell of a deed of one day, is
//! where both happened, though one of them puts it into the province alone, or nowhere.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::map::Map;
use super::spellings::{skeleton, sound, spelled};
use super::story::{Incident, days_agree, is_earlier, is_later, is_retold, of_one_kind, one_text};
use crate::ingest::Article;
use crate::resolve::{Event, loose_slug};

/// A spot that more articles write of than this is no one event's own.
const COMMON: usize = 40;
/// The most words of a spot's name.
const LONGEST: usize = 3;

/// The names of spots, by what tells them in all transcriptions. Two villages may share it.
type Names<'r> = BTreeMap<String, Vec<&'r str>>;

/// Which articles write of which spots.
#[derive(Default)]
pub(super) struct Spots<'r> {
    by_article: FxHashMap<usize, BTreeSet<&'r str>>,
    writers: BTreeMap<&'r str, Vec<usize>>,
}

impl<'r> Spots<'r> {
    /// Looks for the names of `places` that are known by their names alone in the articles of `told`.
    pub(super) fn new(
        articles: &[Article],
        told: &BTreeSet<usize>,
        places: impl Iterator<Item = &'r str>,
    ) -> Self {
        let distinct: BTreeSet<&str> = places.filter_map(name).collect();
        let mut names: Names<'_> = BTreeMap::new();
        for name in distinct {
            names.entry(key(name)).or_default().push(name);
        }
        let mut initials = [false; 256];
        for name in names.keys() {
            let first = name.as_bytes().first().copied().unwrap_or_default();
            // Transcriptions exchange these: see `skeleton`.
            let others: &[u8] = match first {
                b'k' => b"cq",
                b's' => b"c",
                _ => b"",
            };
            for letter in std::iter::once(&first).chain(others) {
                initials[usize::from(*letter)] = true;
            }
        }
        if names.is_empty() {
            return Self::default();
        }
        let told: Vec<usize> = told.range(..articles.len()).copied().collect();
        let written: Vec<(usize, BTreeSet<&'r str>)> = told
            .into_par_iter()
            .map(|at| (at, written(&articles[at].text, &names, &initials)))
            .collect();
        let mut writers: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, spots) in &written {
            for spot in spots {
                writers.entry(spot).or_default().push(*at);
            }
        }
        writers.retain(|_, articles| articles.len() <= COMMON);
        let known = |spots: BTreeSet<&'r str>| -> BTreeSet<&'r str> {
            let known = spots.into_iter().filter(|it| writers.contains_key(it));
            known.collect()
        };
        let by_article = written.into_iter().map(|(at, spots)| (at, known(spots)));
        Self {
            by_article: by_article.collect(),
            writers,
        }
    }

    /// The spots that an article writes of, in order.
    pub(super) fn of(&self, article: usize) -> impl Iterator<Item = &'r str> + '_ {
        self.by_article.get(&article).into_iter().flatten().copied()
    }

    /// The articles that write of a spot, ascending.
    pub(super) fn writers(&self, spot: &str) -> &[usize] {
        self.writers.get(spot).map_or(&[], Vec::as_slice)
    }
}

/// The one incident of a rank before that may be the same by the spot of either, which a text of the other writes of. A text
/// that tells of both tells of two, and one that writes of two such spots says of neither that it was there.
pub(super) fn at_spot<'r>(
    incidents: &[Incident<'r>],
    at: usize,
    by_article: &BTreeMap<usize, Vec<usize>>,
    spots: &Spots<'r>,
    map: &Map<'_>,
) -> Option<&'r Event> {
    let incident = &incidents[at];
    let spot = |it: &Incident<'r>| it.event.place.as_deref().and_then(name);
    let writes = |it: &Incident<'_>, spot: &str| {
        let mut writers = spots.writers(spot).iter();
        writers.any(|article| it.articles.contains(article))
    };
    let own = spot(incident);
    let of_own = own
        .into_iter()
        .flat_map(|own| spots.writers(own).iter().copied());
    let written = incident.articles.iter().flat_map(|it| spots.of(*it));
    let of_others = written.flat_map(|spot| spots.writers(spot).iter().copied());
    let near: BTreeSet<usize> = of_own.chain(of_others).collect();
    let known = near.iter().filter_map(|it| by_article.get(it)).flatten();
    let known: BTreeSet<usize> = known.copied().filter(|known| *known < at).collect();
    // A text that has an incident of its own there means that one.
    let tells = |it: &Incident<'_>, spot: &str| {
        let told = it.articles.iter().filter_map(|it| by_article.get(it));
        let mut places = told
            .flatten()
            .map(|at| incidents[*at].event.place.as_deref());
        places.any(|place| place.and_then(name) == Some(spot))
    };
    let mut fitting = known.into_iter().filter(|known| {
        let known = &incidents[*known];
        let other = spot(known);
        let writes = |it, spot| writes(it, spot) && !tells(it, spot);
        let at_one = other.is_some_and(|other| writes(incident, other) && own.is_none())
            || own.is_some_and(|own| writes(known, own) && other.is_none());
        let (a, b) = (known.event, incident.event);
        at_one
            && !one_text(known, incident)
            && of_one_kind(a, b)
            && (days_agree(a, b) || is_earlier(a, b) || is_later(a, b))
            && is_retold(known, incident)
            && map.may_hold(a, b)
            && !map.parts(a, b)
    });
    let first = incidents[fitting.next()?].event;
    let mut others = fitting.map(|it| incidents[it].event);
    // One has the province and another the country: no two spots.
    let one = others.all(|it| map.may_hold(it, first) && days_agree(it, first));
    one.then_some(first)
}

/// The name of a place that is known by its name alone; `None` for one of a list, and for several together.
pub(super) fn name(place: &str) -> Option<&str> {
    let name = place.strip_prefix('~')?.split('.').next()?;
    (!name.is_empty() && !place.contains('+')).then_some(name)
}

/// What tells a name in all its transcriptions: the consonants, where there are enough of them.
fn key(loose: &str) -> String {
    spelled(loose).unwrap_or_else(|| loose.to_owned())
}

/// The spots that a text writes of.
fn written<'r>(text: &str, names: &Names<'r>, initials: &[bool; 256]) -> BTreeSet<&'r str> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = BTreeSet::new();
    for (at, word) in words.iter().enumerate() {
        // Most capitals open no spot's name, and one look says so.
        let opens = || {
            let first = loose_slug(possessed(word));
            let is_prefix = |first: &str| {
                let next = names
                    .range::<str, _>((Bound::Included(first), Bound::Unbounded))
                    .next();
                next.is_some_and(|(name, _)| name.starts_with(first))
            };
            is_prefix(&first) || is_prefix(&skeleton(&first)) || is_prefix(&sound(&first))
        };
        if !may_open(word, initials) || !opens() {
            continue;
        }
        for n in 1..=LONGEST.min(words.len() - at) {
            let ends = words[at..at + n].join(" ");
            found.extend(meant(names, &loose_slug(possessed(&ends))));
            if words[at + n - 1].ends_with([',', '.', ';', ':', '"', '”']) {
                break;
            }
        }
    }
    found
}

/// The spot that a name means: the one of its letters, or else the only one of its transcriptions.
fn meant<'r>(names: &Names<'r>, loose: &str) -> Option<&'r str> {
    let alike = names.get(&key(loose))?;
    let own = alike.iter().find(|name| **name == loose);
    own.or_else(|| alike.first().filter(|_| alike.len() == 1))
        .copied()
}

/// "Harsk's" without the ending.
fn possessed(words: &str) -> &str {
    let words = words.trim_end_matches(|c: char| !c.is_alphanumeric());
    words
        .strip_suffix("'s")
        .or_else(|| words.strip_suffix("’s"))
        .unwrap_or(words)
}

/// True for a word that a spot's name may begin with: a capital, or the article of an Arabic name.
fn may_open(word: &str, initials: &[bool; 256]) -> bool {
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    let Some(first) = word.chars().next() else {
        return false;
    };
    let opens = |letter: u8| initials[usize::from(letter.to_ascii_lowercase())];
    let behind = word.split_once('-').map(|(_, name)| name);
    let article = behind.is_some_and(|name| name.starts_with(char::is_uppercase));
    match word.as_bytes().first() {
        _ if !first.is_ascii() => first.is_uppercase(),
        Some(letter) => first.is_uppercase() && opens(*letter) || article,
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_write_of_spots_in_several_spellings() {
        let texts = [
            "Gunmen entered Al-Karvona on Sunday.",
            "In Karvonah's market, 12 died. Then they rode to Kafr Linda.",
            "The karvona is a dance.",
        ];
        let articles: Vec<Article> = texts
            .iter()
            .zip(["a", "b", "c"])
            .map(|(text, id)| Article::new(id, None, text))
            .collect();
        let told = (0..articles.len()).collect();
        let places = ["~karvona", "~kafr-linda.idlib", "paris", "~a+~b"];
        let spots = Spots::new(&articles, &told, places.into_iter());
        assert_eq!(spots.writers("karvona"), [0, 1]);
        assert_eq!(spots.of(1).collect::<Vec<_>>(), ["kafr-linda", "karvona"]);
        assert_eq!(spots.of(2).count(), 0);
    }

    #[test]
    fn a_name_of_two_spots_is_the_one_of_its_letters() {
        let text = "Gunmen entered Karvona; others rode past Kerwena and Korvuna.";
        let articles = [Article::new("a", None, text)];
        let told = BTreeSet::from([0]);
        let spots = Spots::new(&articles, &told, ["~karvona", "~korvuna"].into_iter());
        assert_eq!(spots.of(0).collect::<Vec<_>>(), ["karvona", "korvuna"]);
        assert_eq!(key("karvona"), key("korvuna"));
    }
}
