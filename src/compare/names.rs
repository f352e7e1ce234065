//! The names of persons and spots that an article writes: two capitalised words side by side, "Marta Elling", "Quay
//! Street". Names of offices, agencies and days tell no incident from another and are left out.

use std::collections::BTreeSet;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::ingest::Article;
use crate::schema::Schema;

/// The names of articles, and which articles share them. Articles and names are numbered in the order in which they are
/// read.
pub(super) struct Names {
    /// The articles, by index among all of them.
    articles: Vec<usize>,
    /// The names of each article.
    written: Vec<Vec<u32>>,
    /// The articles that write each name, ascending.
    writers: Vec<Vec<u32>>,
}

/// Pairs of articles with how many names they share.
#[derive(Default)]
pub(super) struct SharedNames {
    by_article: FxHashMap<usize, Vec<(usize, usize)>>,
}

impl SharedNames {
    /// The articles that share names with one, ascending, each with how many.
    pub(super) fn with(&self, article: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.by_article.get(&article).into_iter().flatten().copied()
    }
}

impl Names {
    /// Reads the names of the articles in `told`.
    pub(super) fn new(articles: &[Article], told: &BTreeSet<usize>, schema: &Schema) -> Self {
        let never = never(schema);
        let told: Vec<usize> = told.range(..articles.len()).copied().collect();
        let read: Vec<Vec<(&str, &str)>> = told
            .par_iter()
            .map(|at| written(&articles[*at], &never))
            .collect();
        let mut ids: FxHashMap<(&str, &str), u32> = FxHashMap::default();
        let mut writers: Vec<Vec<u32>> = Vec::new();
        let mut number = |name, article| {
            let id = *ids.entry(name).or_insert_with(|| {
                writers.push(Vec::new());
                writers.len() as u32 - 1
            });
            writers[id as usize].push(article);
            id
        };
        let written = (0..).zip(read).map(|(article, names)| {
            let names = names.into_iter();
            names.map(|name| number(name, article)).collect()
        });
        let written = written.collect();
        Self {
            articles: told,
            written,
            writers,
        }
    }

    /// The pairs of articles that share at least `least` names, leaving out names in more than `common` articles.
    pub(super) fn shared(&self, common: usize, least: usize) -> SharedNames {
        let counters = || vec![0_usize; self.articles.len()];
        let with =
            (0..self.articles.len())
                .into_par_iter()
                .map_init(counters, |counts, article| {
                    let with = self.sharers(article, common, least, counts);
                    (self.articles[article], with)
                });
        let with: Vec<(usize, Vec<(usize, usize)>)> =
            with.filter(|(_, with)| !with.is_empty()).collect();
        SharedNames {
            by_article: with.into_iter().collect(),
        }
    }

    /// The articles that share at least `least` names with one. `counts` is nought for every article, and is so again
    /// afterwards.
    fn sharers(
        &self,
        article: usize,
        common: usize,
        least: usize,
        counts: &mut [usize],
    ) -> Vec<(usize, usize)> {
        let mut met: Vec<usize> = Vec::new();
        for name in &self.written[article] {
            let writers = &self.writers[*name as usize];
            for other in writers.iter().filter(|_| writers.len() <= common) {
                let other = *other as usize;
                if counts[other] == 0 {
                    met.push(other);
                }
                counts[other] += 1;
            }
        }
        met.sort_unstable();
        let counted = met
            .into_iter()
            .map(|other| (other, std::mem::take(&mut counts[other])));
        counted
            .filter(|(other, n_shared)| *other != article && *n_shared >= least)
            .map(|(other, n_shared)| (self.articles[other], n_shared))
            .collect()
    }
}

/// The names that an article writes, each once.
fn written<'a>(article: &'a Article, never: &FxHashSet<String>) -> Vec<(&'a str, &'a str)> {
    let mut seen = FxHashSet::default();
    for line in article.body().lines() {
        let mut words = line.split_whitespace();
        let mut first = words.next().unwrap_or_default();
        for second in words {
            seen.extend(name(first, second, never));
            first = second;
        }
    }
    seen.into_iter().collect()
}

/// Words that make a name one of an office, an agency or a day.
fn never(schema: &Schema) -> FxHashSet<String> {
    let lexicon = &schema.lexicon;
    let calendar = lexicon
        .calendar
        .months
        .iter()
        .chain(&lexicon.calendar.weekdays);
    let unlisted = &lexicon.places.unlisted;
    let lists = [
        &lexicon.incidents.organisation_words,
        &lexicon.incidents.titles,
        &lexicon.incidents.region_words,
        &lexicon.grammar.determiner,
        &lexicon.grammar.pronoun,
        &unlisted.authorities,
        &unlisted.never,
    ];
    let words = lists.into_iter().chain(calendar).flatten();
    words
        .map(|word| word.trim_end_matches('.').to_lowercase())
        .collect()
}

/// The name that two words side by side are: both capitalised, with nothing but a space between them.
fn name<'a>(
    first: &'a str,
    second: &'a str,
    never: &FxHashSet<String>,
) -> Option<(&'a str, &'a str)> {
    if first.ends_with(|c: char| !c.is_alphanumeric()) {
        return None;
    }
    let first = first.trim_start_matches(|c: char| !c.is_alphanumeric());
    let second = second.trim_end_matches(|c: char| !c.is_alphanumeric());
    let second = second
        .strip_suffix("'s")
        .or(second.strip_suffix("’s"))
        .unwrap_or(second);
    let named = |word: &str| {
        let mut chars = word.chars();
        chars.next().is_some_and(char::is_uppercase)
            && chars.next().is_some_and(char::is_lowercase)
            && !never.contains(&word.to_lowercase())
    };
    (named(first) && named(second)).then_some((first, second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_share_names_of_persons_and_spots_and_no_others() {
        let schema = Schema::built_in().unwrap();
        let texts = [
            "Marta Elling, 31, was shot outside the Blue Heron on Quay Street, police said on Monday.",
            "A crowd left candles on Quay Street for Marta Elling. The Police Department gave no name.",
            "On Monday the Police Department closed the harbour.",
        ];
        let articles: Vec<Article> = texts
            .iter()
            .zip(["a", "b", "c"])
            .map(|(text, id)| Article::new(id, None, text))
            .collect();
        let told = (0..articles.len()).collect();
        let names = Names::new(&articles, &told, &schema);
        let with = |article| names.shared(9, 1).with(article).collect::<Vec<_>>();
        assert_eq!(with(0), [(1, 2)]);
        assert_eq!(with(2), []);
        assert!(names.shared(1, 1).with(0).next().is_none(), "common names");
    }
}
