//! Filters that nothing meets: the word may be mistyped, and "nothing to show" would read as "nothing to worry about".

use std::collections::BTreeSet;

use super::args::{FilterArgs, nearest};
use super::desk::Desk;
use super::select;
use crate::resolve::Record;

/// The most names that are listed where none is near.
const LISTED: usize = 5;

/// One note for each word of a filter that no claim at all meets by itself.
pub(super) fn notes(desk: &Desk, records: &[Record], filter: &FilterArgs) -> Vec<String> {
    type Filter<'f> = (&'static str, &'f [String], fn(&mut FilterArgs, String));
    let filters: [Filter<'_>; 4] = [
        ("who", &filter.who, |it, word| it.who.push(word)),
        ("place", &filter.place, |it, word| it.place.push(word)),
        ("event", &filter.event, |it, word| it.event.push(word)),
        ("source", &filter.source, |it, word| it.source.push(word)),
    ];
    let mut notes = Vec::new();
    for (name, words, put) in filters {
        for word in words {
            let mut alone = FilterArgs::default();
            put(&mut alone, word.clone());
            if select::meeting(desk, records, &alone).contains(&true) {
                continue;
            }
            let names = names(desk, records, name);
            let advice = match nearest(word, names.iter().copied()) {
                Some(near) => format!("; did you mean {near}?"),
                None if names.is_empty() => String::new(),
                None => {
                    let some: Vec<&str> = names.into_iter().take(LISTED).collect();
                    format!("; there is, for example, {}", some.join(", "))
                }
            };
            notes.push(format!("--{name} {word}: no claim meets it{advice}"));
        }
    }
    notes
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
