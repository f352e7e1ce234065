//! Filters that nothing meets: the word may be mistyped, and "nothing to show" would read as "nothing to worry about".

use std::collections::BTreeSet;

use super::args::{FilterArgs, nearest};
use super::desk::Desk;
use super::select;
use crate::resolve::Record;

/// The most names that are listed where none is near.
const LISTED: usize = 5;

/// The most names that are kept of one filter: whoever filters a hundred thousand articles need not hold all places.
const KEPT: usize = 20_000;

/// The words of filters that no claim has met so far, however the articles come.
#[derive(Debug)]
pub(super) struct Unmatched<'f> {
    words: Vec<Word<'f>>,
}

/// One word of a filter.
#[derive(Debug)]
struct Word<'f> {
    filter: &'static str,
    typed: &'f str,
    /// The filter with this word alone.
    alone: FilterArgs,
    /// What claims have to offer instead.
    names: BTreeSet<String>,
}

impl<'f> Unmatched<'f> {
    /// Nothing is met before anything is seen.
    pub(super) fn new(filter: &'f FilterArgs) -> Self {
        type Filter<'f> = (&'static str, &'f [String], fn(&mut FilterArgs, String));
        let filters: [Filter<'_>; 4] = [
            ("who", &filter.who, |it, word| it.who.push(word)),
            ("place", &filter.place, |it, word| it.place.push(word)),
            ("event", &filter.event, |it, word| it.event.push(word)),
            ("source", &filter.source, |it, word| it.source.push(word)),
        ];
        let words = filters.into_iter().flat_map(|(filter, words, put)| {
            words.iter().map(move |word| {
                let mut alone = FilterArgs::default();
                put(&mut alone, word.clone());
                Word {
                    filter,
                    typed: word,
                    alone,
                    names: BTreeSet::new(),
                }
            })
        });
        Self {
            words: words.collect(),
        }
    }

    /// Takes in the claims of the articles on the desk.
    pub(super) fn see(&mut self, desk: &Desk, records: &[Record]) {
        self.words.retain_mut(|word| {
            if select::meeting(desk, records, &word.alone).contains(&true) {
                return false;
            }
            for name in names(desk, records, word.filter) {
                if word.names.len() < KEPT && !word.names.contains(name) {
                    word.names.insert(name.to_owned());
                }
            }
            true
        });
    }

    /// One note for each word that no claim at all met by itself.
    pub(super) fn notes(&self) -> impl Iterator<Item = String> {
        self.words.iter().map(Word::note)
    }
}

impl Word<'_> {
    fn note(&self) -> String {
        let names = self.names.iter().map(String::as_str);
        let advice = match nearest(self.typed, names.clone()) {
            Some(near) => format!("; did you mean {near}?"),
            None if self.names.is_empty() => String::new(),
            None => {
                let some: Vec<&str> = names.take(LISTED).collect();
                format!("; there is, for example: {}", some.join("; "))
            }
        };
        format!(
            "--{} {}: no claim meets it{advice}",
            self.filter, self.typed
        )
    }
}

/// What the claims have to offer for a filter, each name once.
fn names<'d>(desk: &'d Desk, records: &'d [Record], filter: &str) -> BTreeSet<&'d str> {
    let name = |record: &'d Record| {
        let article = desk.articles.get(record.article)?;
        let text = |span: crate::span::Span| span.slice(&article.text);
        match filter {
            "who" => record.who.text.map(text),
            "place" => record.place.as_ref().map(|it| it.name.as_str()),
            "event" => record.event.as_ref().map(|it| it.label.as_str()),
            _ => article.source.as_deref().or(record.source.text.map(text)),
        }
    };
    records.iter().filter_map(name).collect()
}
