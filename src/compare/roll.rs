//! The claims in an order that depends on content alone, with what binds claims of one article: part and whole,
//! members of one coordination.

use std::collections::{BTreeMap, BTreeSet};

use crate::claims::Frame;
use crate::ingest::Article;
use crate::resolve::Record;
use crate::schema::Schema;
use crate::span::Span;

/// A claim by its place in the roll.
pub(super) type Seat = usize;

/// All claims in order of article id, then text.
pub(super) struct Roll<'a> {
    /// The records, in order.
    pub(super) records: Vec<&'a Record>,
    /// For each seat its index among the records as given.
    pub(super) given: Vec<usize>,
    /// For each seat the rank of its article.
    pub(super) article: Vec<usize>,
    /// For each seat the whole that it is a part of.
    pub(super) whole: Vec<Option<Seat>>,
    /// For each seat who is counted, when it is a member of a coordination.
    pub(super) member: Vec<Option<String>>,
    articles: &'a [Article],
}

impl<'a> Roll<'a> {
    /// Puts the records in order. Records of a type that the schema lacks are left out.
    pub(super) fn new(articles: &'a [Article], records: &[&'a Record], schema: &Schema) -> Self {
        let name = |r: &'a Record| articles.get(r.article).map_or("", |a| a.id.as_str());
        let mut given: Vec<usize> = (0..records.len())
            .filter(|at| records[*at].claim.claim_type < schema.types.len())
            .collect();
        given.sort_by_cached_key(|at| {
            let record = records[*at];
            (
                name(record),
                record.article,
                record.claim.quantity.span,
                record.claim.claim_type,
                record.id.as_str(),
            )
        });
        let records: Vec<&Record> = given.iter().map(|at| records[*at]).collect();
        let mut roll = Self {
            article: ranks(&records),
            whole: vec![None; records.len()],
            member: vec![None; records.len()],
            records,
            given,
            articles,
        };
        for seats in roll.by_article() {
            roll.bind(seats);
        }
        roll
    }

    /// The text of a claim's article.
    pub(super) fn text(&self, seat: Seat) -> &'a str {
        self.article_of(seat).map_or("", |a| a.text.as_str())
    }

    /// A claim's article.
    pub(super) fn article_of(&self, seat: Seat) -> Option<&'a Article> {
        self.articles.get(self.records[seat].article)
    }

    /// The number of a claim with its hedge, as written.
    pub(super) fn written(&self, seat: Seat) -> &'a str {
        self.records[seat]
            .claim
            .quantity
            .span
            .slice(self.text(seat))
    }

    /// Who is counted, as written.
    pub(super) fn who(&self, seat: Seat) -> Option<&'a str> {
        let span = self.records[seat].who.text?;
        Some(span.slice(self.text(seat)).trim()).filter(|who| !who.is_empty())
    }

    /// The counted group or thing, as written.
    fn counted(&self, seat: Seat) -> Option<&'a str> {
        let record = self.records[seat];
        let span = record.claim.counted.or(record.who.text)?;
        Some(span.slice(self.text(seat)).trim()).filter(|who| !who.is_empty())
    }

    /// The seats of a claim's article.
    pub(super) fn neighbours(&self, seat: Seat) -> std::ops::Range<Seat> {
        let of = self.article[seat];
        let start = self.article.partition_point(|article| *article < of);
        start..self.article.partition_point(|article| *article <= of)
    }

    /// The seats of each article.
    pub(super) fn by_article(&self) -> Vec<std::ops::Range<Seat>> {
        let mut runs: Vec<std::ops::Range<Seat>> = Vec::new();
        for (seat, article) in self.article.iter().enumerate() {
            match runs.last_mut() {
                Some(run) if self.article[run.start] == *article => run.end = seat + 1,
                _ => runs.push(seat..seat + 1),
            }
        }
        runs
    }

    /// Parts and coordinations of one article. Claims name their whole by its place among the article's claims in
    /// order of the text, which is their order here.
    fn bind(&mut self, seats: std::ops::Range<Seat>) {
        for seat in seats.clone() {
            let part_of = self.records[seat].claim.part_of;
            self.whole[seat] = part_of
                .map(|at| seats.start.saturating_add(at))
                .filter(|whole| seats.contains(whole) && *whole != seat);
        }
        let mut shared: BTreeMap<(usize, Option<usize>, Span), Vec<Seat>> = BTreeMap::new();
        for seat in seats {
            let claim = &self.records[seat].claim;
            if self.whole[seat].is_none() && claim.frame != Frame::Incl {
                let key = (claim.claim_type, claim.aspect, claim.trigger.span);
                shared.entry(key).or_default().push(seat);
            }
        }
        for members in shared.into_values() {
            self.coordinate(&members);
        }
    }

    /// "Four cadres, a policeman and two villagers were killed": one trigger, several counted groups.
    fn coordinate(&mut self, members: &[Seat]) {
        let names: Vec<Option<String>> = members
            .iter()
            .map(|seat| self.counted(*seat).map(str::to_lowercase))
            .collect();
        let differ = names
            .iter()
            .flatten()
            .any(|name| names.iter().flatten().any(|other| other != name));
        if differ && !self.roles_differ(members) {
            for (seat, name) in members.iter().zip(names) {
                self.member[*seat] = name;
            }
        }
    }

    /// "27 soldiers and 31 civilians": each has a role that tells it from the others, as it does alone.
    fn roles_differ(&self, members: &[Seat]) -> bool {
        let roles = members
            .iter()
            .map(|seat| self.records[*seat].who.facets.role.as_deref());
        let told: BTreeSet<&str> = roles.flatten().collect();
        told.len() == members.len()
    }
}

/// Articles numbered in order of appearance.
fn ranks(records: &[&Record]) -> Vec<usize> {
    let mut rank = 0;
    let mut last = records.first().map(|r| r.article);
    records
        .iter()
        .map(|record| {
            if last != Some(record.article) {
                rank += 1;
                last = Some(record.article);
            }
            rank
        })
        .collect()
}
