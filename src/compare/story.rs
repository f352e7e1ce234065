//! Which articles tell of one incident though they name its place or day differently, or not at all: those that share
//! several names of persons and spots. The event that more claims are tied to gives the rest its place and day.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::kinds;
use super::map::{Map, is_day};
use super::names::Names;
use super::one_event::names_agree;
use super::spots::{Spots, at_spot};
use super::targets::Targets;
use super::tellings::{Told, counts_agree};
use super::time::{self, is_vague};
use crate::decimal::Decimal;
use crate::ingest::Article;
use crate::resolve::{Event, Evidence, Place, Record, SEVERAL, is_country, is_direction};
use crate::schema::Schema;

/// How many names two articles share at least that tell of one incident. One may be an agency or a chief of police.
const SHARED: usize = 2;
/// Shared names that outweigh a different place, when one of the two is in no list: a quarter and its town.
const SHARED_MANY: usize = 3;
/// Shared names that outweigh two towns of one region, and a day that is only taken to be news.
const SHARED_MOST: usize = 4;
/// A name in more articles than this is no one's own: a network, a governor.
const COMMON: usize = 40;

/// An incident as the records give it: its event, who tells of it, and how often.
pub(super) struct Incident<'r> {
    pub(super) event: &'r Event,
    pub(super) articles: BTreeSet<usize>,
    pub(super) n_claims: usize,
    /// What is counted of it: claim type and number.
    pub(super) counts: BTreeSet<(usize, Decimal)>,
}

/// The records that take another event's place and day, by index among the records.
pub(super) fn adopted(
    articles: &[Article],
    records: &[Record],
    schema: &Schema,
) -> FxHashMap<usize, Record> {
    let incidents = incidents(records.iter());
    let told: BTreeSet<usize> = incidents
        .iter()
        .flat_map(|incident| incident.articles.iter().copied())
        .collect();
    if told.len() < 2 {
        return FxHashMap::default();
    }
    let names = Names::new(articles, &told, schema);
    let shared = names.shared(COMMON, SHARED);
    let by_article = by_article(&incidents);
    let map = Map::new(records.iter(), schema);
    let counted = Told::new(&incidents);
    let places = incidents.iter().filter_map(|it| it.event.place.as_deref());
    let spots = Spots::new(articles, &told, places);
    let targets = Targets::new(articles, &incidents, schema, &map);
    let mut heirs: BTreeMap<&str, &Event> = BTreeMap::new();
    for (at, incident) in incidents.iter().enumerate() {
        // By rank, which hangs on content: the order of the articles decides nothing.
        let mut better: BTreeSet<usize> = BTreeSet::new();
        for (other, n_shared) in incident.articles.iter().flat_map(|it| shared.with(*it)) {
            let told = by_article.get(&other).map_or(&[][..], Vec::as_slice);
            let fits = |known: &usize| {
                let known = incidents[*known].event;
                (one_incident(known, incident.event, n_shared)
                    && !map.in_two_parts(known, incident.event)
                    || n_shared >= SHARED_MOST && one_story(known, incident.event, &map))
                    && !map.parts(known, incident.event)
            };
            better.extend(told.iter().filter(|known| **known < at && fits(known)));
        }
        let alike = counted.before(at, incident).into_iter().filter(|known| {
            let known = &incidents[*known];
            counts_agree(known, incident)
                && days_agree(known.event, incident.event)
                && of_one_kind(known.event, incident.event)
                && (map.one_region(known.event, incident.event)
                    || incident.event.place.is_none() && one_text(known, incident))
                && !map.parts(known.event, incident.event)
        });
        better.extend(alike);
        let retold = better.iter().all(|at| is_retold(&incidents[*at], incident));
        let better = better.into_iter().map(|at| incidents[at].event);
        let meant = |it| meant(it, incident.event, &heirs, &map);
        let mut better: Vec<&Event> = better.filter_map(meant).collect();
        // Names and counts are surer than a village or a target.
        let there = || {
            let spot = at_spot(&incidents, at, &by_article, &spots, &map);
            spot.or_else(|| targets.of(&incidents, at, &spots, &map))
        };
        let there = better.is_empty().then(there).flatten();
        better.extend(there.map(|it| heirs.get(it.id.as_str()).copied().unwrap_or(it)));
        // Without a day of its own it may be one of two: then it is neither. Of two nights it is the one before.
        let agree = |better: &[&Event]| {
            let mut all = better.iter();
            all.all(|it| better.iter().all(|other| days_agree(it, other)))
        };
        if !agree(&better) {
            better.retain(|it| it.date.from <= incident.event.date.to);
        }
        let is_one = retold && agree(&better);
        if let Some(heir) = better.first().filter(|_| is_one) {
            heirs.insert(&incident.event.id, heir);
        }
    }
    let mut adopted = FxHashMap::default();
    for (at, record) in records.iter().enumerate() {
        let event = record.event.as_ref();
        let heir = event.and_then(|event| heirs.get(event.id.as_str()));
        if let Some(heir) = heir.filter(|heir| !is_elsewhere(record, heir, &map)) {
            adopted.insert(at, adopt(record, heir));
        }
    }
    adopted
}

/// True where the claim's own clause names a listed place of another part of the country than the heir's, or of another one.
fn is_elsewhere(record: &Record, heir: &Event, map: &Map<'_>) -> bool {
    let told = |place: &&Place| place.evidence == Evidence::Clause && !unlisted(&place.id);
    let own = record.place.as_ref().filter(told);
    let places = own.zip(heir.place.as_deref());
    places.is_some_and(|(own, heir)| {
        let around = is_country(&own.id) || is_country(heir) || is_direction(&own.id);
        !around && !map.in_one_region(&own.id, heir)
    })
}

/// The discovered incidents of the records, those with the most claims first.
pub(super) fn incidents<'r>(records: impl Iterator<Item = &'r Record>) -> Vec<Incident<'r>> {
    let mut by_id: BTreeMap<&str, Incident<'_>> = BTreeMap::new();
    for record in records {
        let Some(event) = record.event.as_ref().filter(|it| !it.named && !it.ongoing) else {
            continue;
        };
        let incident = by_id.entry(&event.id).or_insert_with(|| Incident {
            event,
            articles: BTreeSet::new(),
            n_claims: 0,
            counts: BTreeSet::new(),
        });
        incident.articles.insert(record.article);
        incident.n_claims += 1;
        let claim = &record.claim;
        if claim.part_of.is_none() {
            let count = claim.value.number.map(|it| (claim.claim_type, it));
            incident.counts.extend(count);
        }
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
    let one_place = a.place.is_some() && a.place == b.place;
    let days = days_agree(a, b)
        || (n_shared >= SHARED_MANY || one_place) && is_earlier(a, b)
        || n_shared >= SHARED_MANY && one_place && is_later(a, b);
    place && of_one_kind(a, b) && days
}

/// What has been read as told of another is that one, where this may be it, too.
fn meant<'r>(
    known: &'r Event,
    this: &Event,
    heirs: &BTreeMap<&str, &'r Event>,
    map: &Map<'_>,
) -> Option<&'r Event> {
    match heirs.get(known.id.as_str()) {
        Some(heir) => may_be(heir, this, map).then_some(*heir),
        None => Some(known),
    }
}

/// True when nothing that is told of two incidents keeps them from being one: kind, day and place.
fn may_be(a: &Event, b: &Event, map: &Map<'_>) -> bool {
    let places = a.place.is_none() || b.place.is_none() || map.one_region(a, b);
    days_agree(a, b) && of_one_kind(a, b) && (places || map.may_hold(a, b)) && !map.parts(a, b)
}

/// "A pair of shootings" is more than the shooting of one of them.
pub(super) fn of_one_kind(a: &Event, b: &Event) -> bool {
    a.id.contains(SEVERAL) == b.id.contains(SEVERAL)
        && kinds::may_be_one(&a.kind, &b.kind)
        && names_agree(a, b)
}

/// What a later text tells of an earlier day it tells with its number.
pub(super) fn is_retold(known: &Incident<'_>, later: &Incident<'_>) -> bool {
    days_agree(known.event, later.event)
        || !is_later(known.event, later.event)
        || !known.counts.is_disjoint(&later.counts)
}

/// True when an article tells of both.
pub(super) fn one_text(a: &Incident<'_>, b: &Incident<'_>) -> bool {
    !a.articles.is_disjoint(&b.articles)
}

/// True when two incidents of articles that share most names can be one: the suburb and its city; the deed, and the
/// trial that a later article reports without its day.
fn one_story(a: &Event, b: &Event, map: &Map<'_>) -> bool {
    let days = days_agree(a, b) || is_later(a, b);
    days && of_one_kind(a, b) && map.one_region(a, b)
}

/// A place known by its name alone: see the ids of `resolve`.
fn unlisted(place: &str) -> bool {
    place.starts_with('~')
}

/// True when the days of two incidents can be one night, or one gives no day and was told of within the days that news
/// takes. An incident without any date may be any earlier one of the same people.
pub(super) fn days_agree(a: &Event, b: &Event) -> bool {
    let (Some(a), Some(b)) = (time::ends(a.date), time::ends(b.date)) else {
        return false;
    };
    let is_day = |(from, to): (i32, i32)| from == to;
    let apart = a.0.max(b.0).saturating_sub(a.1.min(b.1));
    apart <= i32::from(is_day(a) && is_day(b))
}

/// True when one gives no day but that it lies behind, and the other's may be meant.
pub(super) fn is_earlier(a: &Event, b: &Event) -> bool {
    let past = |one: &Event, other: &Event| {
        is_vague(one.date) && other.date.from.is_some_and(|day| one.date.covers(day))
    };
    past(a, b) || past(b, a)
}

/// True when the day of one is assumed, and the other is told of a day before it.
pub(super) fn is_later(a: &Event, b: &Event) -> bool {
    let after = |this: &Event, known: &Event| {
        let told = known
            .date
            .from
            .filter(|_| is_day(known) && !known.is_assumed());
        this.is_assumed() && told.is_some_and(|day| this.date.to.is_some_and(|to| day <= to))
    };
    after(a, b) || after(b, a)
}

/// The record with the heir's identity for its event, and for its place where that is the event's own.
pub(super) fn adopt(record: &Record, heir: &Event) -> Record {
    let mut adopted = record.clone();
    if let Some(event) = &mut adopted.event {
        let own = event.place.take();
        event.id.clone_from(&heir.id);
        event.label.clone_from(&heir.label);
        event.place.clone_from(&heir.place);
        event.within = Arc::clone(&heir.within);
        event.supposed = heir.supposed;
        event.date = heir.date;
        if own.is_some() && adopted.place.as_ref().map(|place| &place.id) == own.as_ref() {
            adopted.place = None;
        }
    }
    adopted
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{event, told};
    use super::*;

    fn counted(event: &Event, counts: &[(usize, u32)]) -> bool {
        let of = |counts| told(event, counts);
        counts_agree(&of(&[(0, 4), (1, 14)]), &of(counts))
    }

    #[test]
    fn two_counts_tell_an_incident_when_they_are_not_small() {
        let event = event("shooting", None, "2030-06-03", "2030-06-03");
        assert!(counted(&event, &[(0, 4), (1, 14), (1, 2)]));
        assert!(!counted(&event, &[(0, 4), (1, 13)]));
        assert!(!counted(&event, &[(1, 14), (1, 4)]));
    }

    fn check(a: &Event, b: &Event, n_shared: usize, expected: bool) {
        assert_eq!(one_incident(a, b, n_shared), expected, "{a:?} {b:?}");
        assert_eq!(one_incident(b, a, n_shared), expected, "{b:?} {a:?}");
    }

    #[test]
    fn one_night_is_one_incident_and_another_day_is_not() {
        let monday = event("shooting", Some("bremen"), "2030-06-03", "2030-06-03");
        let tuesday = event("shooting", Some("bremen"), "2030-06-04", "2030-06-04");
        let thursday = event("shooting", Some("bremen"), "2030-06-06", "2030-06-06");
        let told = event("shooting", None, "2030-06-02", "2030-06-05");
        let undated = event("shooting", None, "", "");
        check(&monday, &tuesday, SHARED, true);
        check(&monday, &thursday, SHARED_MANY, false);
        check(&monday, &told, SHARED, true);
        check(&told, &thursday, SHARED_MANY, false);
        check(&undated, &monday, SHARED_MANY, false);
    }

    #[test]
    fn a_quarter_needs_more_names_to_be_its_town() {
        let day = "2030-06-03";
        let town = event("shooting", Some("bremen"), day, day);
        let quarter = event("shooting", Some("~walle"), day, day);
        let other = event("shooting", Some("hamburg"), day, day);
        check(&town, &quarter, SHARED, false);
        check(&town, &quarter, SHARED_MANY, true);
        check(&town, &other, SHARED_MANY, false);
    }

    #[test]
    fn kinds_of_violence_meet_and_a_quake_stays_apart() {
        let day = "2030-06-03";
        let shooting = event("shooting", Some("bremen"), day, day);
        check(
            &shooting,
            &event("attack", Some("bremen"), day, day),
            SHARED,
            true,
        );
        check(
            &shooting,
            &event("earthquake", Some("bremen"), day, day),
            SHARED,
            false,
        );
    }
}
