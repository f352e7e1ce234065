//! Which articles tell of one incident though they name its place or day differently, or not at all: those that share
//! several names of persons and spots. The event that more claims are tied to gives the rest its place and day.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::names::Names;
use super::time;
use crate::ingest::Article;
use crate::resolve::{Event, Record, same_kind};
use crate::schema::Schema;

/// How many names two articles share at least that tell of one incident. One may be an agency or a chief of police.
const SHARED: usize = 2;
/// Shared names that outweigh a different place, when one of the two is in no list: a quarter and its town.
const SHARED_MANY: usize = 3;
/// A name in more articles than this is no one's own: a network, a governor.
const COMMON: usize = 40;
/// News of one incident appears within these days: METHOD.md §11.
const DAYS: i32 = 3;

/// An incident as the records give it: its event, who tells of it, and how often.
struct Incident<'r> {
    event: &'r Event,
    articles: BTreeSet<usize>,
    n_claims: usize,
}

/// The records that take another event's place and day, by index among the records.
pub(super) fn adopted(
    articles: &[Article],
    records: &[Record],
    schema: &Schema,
) -> FxHashMap<usize, Record> {
    let incidents = incidents(records);
    let told: BTreeSet<usize> = incidents
        .iter()
        .flat_map(|incident| incident.articles.iter().copied())
        .collect();
    if told.len() < 2 {
        return FxHashMap::default();
    }
    let names = Names::new(articles, &told, schema);
    let shared = names.shared(COMMON, SHARED);
    let mut heirs: BTreeMap<&str, &Event> = BTreeMap::new();
    let by_article = by_article(&incidents);
    // The best known first: what is joined to it takes its identity, and gives none on.
    for (at, incident) in incidents.iter().enumerate() {
        if heirs.contains_key(incident.event.id.as_str()) {
            continue;
        }
        let mut joined: Vec<usize> = Vec::new();
        for ((a, b), n_shared) in incident
            .articles
            .iter()
            .flat_map(|article| shared.of(*article))
        {
            let other = if incident.articles.contains(&a) { b } else { a };
            let candidates = by_article.get(&other).map_or(&[][..], Vec::as_slice);
            for candidate in candidates.iter().filter(|candidate| **candidate > at) {
                if one_incident(incident.event, incidents[*candidate].event, n_shared) {
                    joined.push(*candidate);
                }
            }
        }
        for candidate in joined {
            let id = incidents[candidate].event.id.as_str();
            heirs.entry(id).or_insert(incident.event);
        }
    }
    let mut adopted = FxHashMap::default();
    for (at, record) in records.iter().enumerate() {
        let event = record.event.as_ref();
        if let Some(heir) = event.and_then(|event| heirs.get(event.id.as_str())) {
            adopted.insert(at, adopt(record, heir));
        }
    }
    adopted
}

/// The discovered incidents of the records, those with the most claims first.
fn incidents(records: &[Record]) -> Vec<Incident<'_>> {
    let mut by_id: BTreeMap<&str, Incident<'_>> = BTreeMap::new();
    for record in records {
        let Some(event) = record.event.as_ref().filter(|it| !it.named && !it.ongoing) else {
            continue;
        };
        let incident = by_id.entry(&event.id).or_insert_with(|| Incident {
            event,
            articles: BTreeSet::new(),
            n_claims: 0,
        });
        incident.articles.insert(record.article);
        incident.n_claims += 1;
    }
    let mut all: Vec<Incident<'_>> = by_id.into_values().collect();
    let unknown = |event: &Event| {
        let vague = time::ends(event.date).is_none_or(|(from, to)| to > from);
        (event.place.is_none(), vague)
    };
    all.sort_by(|a, b| {
        let rank = |it: &Incident<'_>| (unknown(it.event), std::cmp::Reverse(it.n_claims));
        rank(a)
            .cmp(&rank(b))
            .then_with(|| a.event.id.cmp(&b.event.id))
    });
    all
}

fn by_article(incidents: &[Incident<'_>]) -> BTreeMap<usize, Vec<usize>> {
    let mut by_article: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, incident) in incidents.iter().enumerate() {
        for article in &incident.articles {
            by_article.entry(*article).or_default().push(at);
        }
    }
    by_article
}

/// True when two incidents of articles that share `n_shared` names can be one: kind and days agree, and so do the places
/// where both are known.
fn one_incident(a: &Event, b: &Event, n_shared: usize) -> bool {
    let place = match (a.place.as_deref(), b.place.as_deref()) {
        (Some(a), Some(b)) => a == b || (n_shared >= SHARED_MANY && (unlisted(a) || unlisted(b))),
        _ => true,
    };
    place && same_kind(&a.kind, &b.kind) && days_agree(a, b)
}

/// A place known by its name alone: see the ids of `resolve`.
fn unlisted(place: &str) -> bool {
    place.starts_with('~')
}

/// Days apart by no more than the news takes. An incident without a day may be any earlier one of the same people.
fn days_agree(a: &Event, b: &Event) -> bool {
    let (a, b) = (time::ends(a.date), time::ends(b.date));
    a.zip(b)
        .is_some_and(|(a, b)| a.0.max(b.0).saturating_sub(a.1.min(b.1)) <= DAYS)
}

/// The record with the heir's identity for its event, and for its place where that is the event's own.
fn adopt(record: &Record, heir: &Event) -> Record {
    let mut adopted = record.clone();
    if let Some(event) = &mut adopted.event {
        let own = event.place.take();
        event.id.clone_from(&heir.id);
        event.label.clone_from(&heir.label);
        event.place.clone_from(&heir.place);
        event.date = heir.date;
        if own.is_some() && adopted.place.as_ref().map(|place| &place.id) == own.as_ref() {
            adopted.place = None;
        }
    }
    adopted
}
