//! The names of persons and spots that an article writes: two capitalised words side by side, "Marta Elling", "Quay
//! Street". Names of offices, agencies and days tell no incident from another and are left out.

use std::collections::BTreeSet;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::ingest::Article;
use crate::schema::Schema;

/// The names of articles, and which articles share them.
pub(super) struct Names<'a> {
    /// By name, the articles that write it, ascending.
    articles: FxHashMap<(&'a str, &'a str), Vec<usize>>,
}

/// Pairs of articles with how many names they share.
#[derive(Default)]
pub(super) struct SharedNames {
    by_article: FxHashMap<usize, Vec<(usize, usize)>>,
}

impl SharedNames {
    /// The articles that share names with one, each with how many.
    pub(super) fn with(&self, article: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.by_article.get(&article).into_iter().flatten().copied()
    }
}

impl<'a> Names<'a> {
    /// Reads the names of the articles in `told`.
    pub(super) fn new(articles: &'a [Article], told: &BTreeSet<usize>, schema: &Schema) -> Self {
        let never = never(schema);
        let told: Vec<(usize, &Article)> = told
            .iter()
            .filter_map(|at| Some((*at, articles.get(*at)?)))
            .collect();
        let read: Vec<Vec<(&str, &str)>> = told
            .par_iter()
            .map(|(_, article)| written(article, &never))
            .collect();
        let mut names = Self {
            articles: FxHashMap::default(),
        };
        for ((at, _), written) in told.iter().zip(read) {
            for name in written {
                names.articles.entry(name).or_default().push(*at);
            }
        }
        names
    }

    /// The pairs of articles that share at least `least` names, leaving out names in more than `common` articles.
    pub(super) fn shared(&self, common: usize, least: usize) -> SharedNames {
        let mut counts: FxHashMap<(usize, usize), usize> = FxHashMap::default();
        for articles in self.articles.values().filter(|it| it.len() <= common) {
            for (at, a) in articles.iter().enumerate() {
                for b in &articles[at + 1..] {
                    *counts.entry((*a, *b)).or_default() += 1;
                }
            }
        }
        let mut pairs: Vec<((usize, usize), usize)> = counts
            .into_iter()
            .filter(|(_, n_shared)| *n_shared >= least)
            .collect();
        pairs.sort_unstable();
        let mut shared = SharedNames::default();
        for ((a, b), n_shared) in pairs {
            for (article, other) in [(a, b), (b, a)] {
                let others = shared.by_article.entry(article).or_default();
                others.push((other, n_shared));
            }
        }
        shared
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
