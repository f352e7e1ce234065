//! How claims came to be one figure, or did not: the block keys, what was weighed, and the slot that decided.

use super::block;
use super::desk::{self, Desk};
use super::group::{self, Group, Link};
use super::link::{Fill, fill};
use super::parting::Parting;
use crate::ingest::Article;
use crate::resolve::Record;
use crate::schema::Schema;

/// What grouping made of two claims. Claims are indices into the records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// The block keys of each, in words; none for a claim that is compared with its own repetition alone. Claims of one
    /// scope have the same.
    pub keys: [Vec<String>; 2],
    /// The keys that both have: without one they are never weighed, nor are claims of different types or aspects.
    pub shared: Vec<String>,
    /// What each is read as in the light of all articles, where that is not what its own says.
    pub read_as: [Option<ReadAs>; 2],
    /// What was found.
    pub meeting: Meeting,
}

/// How a claim is read in the light of the other articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadAs {
    /// As a claim of another type, by its name: those shot, of whom none died, are the injured.
    Type(String),
    /// As a count, and no increment.
    Count,
    /// As told of another article's event, by its label.
    Event(String),
}

/// What was found of two claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meeting {
    /// They ask one question to the letter.
    OneScope,
    /// A stated difference separates them.
    Apart(Parting),
    /// They can be one question.
    CanBeOne {
        /// The slot that one leaves unknown, as [`Tie::fills`].
        fills: &'static str,
        /// What they have in common, weighed.
        score: u8,
        /// What came of it.
        outcome: Outcome,
    },
}

/// What came of two claims that can be one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// They are in one figure.
    Joined,
    /// They are not, since these two claims of their figures are kept apart.
    Crossed(usize, usize, Parting),
    /// One of them would have fitted several figures, so it joins none.
    Torn,
    /// They share no block key, a rival fitted as well, or their block was too crowded.
    NotTaken,
}

/// A link that was taken to make a figure one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie {
    /// A claim of one side.
    pub a: usize,
    /// A claim of the other.
    pub b: usize,
    /// The slot that one side leaves unknown and the other states: nothing, kind, day, who, place, event.
    pub fills: &'static str,
    /// What they have in common, weighed: 4 for one event, 2 for one place, 2 for one nationality, up to 2 for near numbers.
    pub score: u8,
}

/// How one figure came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inside {
    /// A claim of the figure.
    pub claim: usize,
    /// Block keys of its claims, in words, in order.
    pub keys: Vec<String>,
    /// Links between its scopes, in the order they were taken; none where all its claims have one scope.
    pub ties: Vec<Tie>,
    /// It would have fitted more than one other figure.
    pub ambiguous: bool,
}

/// How every figure came about, in order of the first claim of each.
pub fn inside(articles: &[Article], records: &[Record], schema: &Schema) -> Vec<Inside> {
    desk::open(articles, records, schema, |desk| {
        let some_undated = block::some_undated(desk.nodes);
        let groups = group::groups(desk.nodes, desk.catalog, schema);
        let mut figures: Vec<Inside> = groups
            .iter()
            .map(|group| {
                let nodes = group.nodes.iter().map(|at| &desk.nodes[*at]);
                let mut keys: Vec<String> = nodes
                    .flat_map(|node| block::in_words(node, some_undated, desk.catalog))
                    .collect();
                keys.sort_unstable();
                keys.dedup();
                Inside {
                    claim: claim_of(desk, group.nodes[0]),
                    keys,
                    ties: group.ties.iter().map(|link| tie(desk, link)).collect(),
                    ambiguous: group.ambiguous,
                }
            })
            .collect();
        figures.sort_by_key(|figure| figure.claim);
        figures
    })
}

/// What grouping made of two claims; `None` when one of them has a type that the schema lacks.
pub fn trace(
    articles: &[Article],
    records: &[Record],
    schema: &Schema,
    (a, b): (usize, usize),
) -> Option<Trace> {
    desk::open(articles, records, schema, |desk| {
        let read_as = [a, b].map(|claim| read_as(desk, claim, &records[claim]));
        let (a, b) = (node_of(desk, a)?, node_of(desk, b)?);
        let some_undated = block::some_undated(desk.nodes);
        let keys = [a, b].map(|at| block::in_words(&desk.nodes[at], some_undated, desk.catalog));
        let kind = |at: usize| {
            let profile = &desk.nodes[at].profile;
            (profile.claim_type, profile.aspect)
        };
        let shared = keys[0].iter().filter(|key| keys[1].contains(key));
        let shared = shared.filter(|_| kind(a) == kind(b));
        Some(Trace {
            shared: shared.cloned().collect(),
            keys,
            read_as,
            meeting: meeting(desk, a, b),
        })
    })
}

/// What the desk made of a claim beyond its own words.
fn read_as(desk: &Desk<'_, '_>, claim: usize, own: &Record) -> Option<ReadAs> {
    let seat = seat_of(desk, claim)?;
    let read = desk.roll.records[seat];
    if read.claim.claim_type != own.claim.claim_type {
        let name = &desk.schema.types[read.claim.claim_type].name;
        return Some(ReadAs::Type(name.clone()));
    }
    if read.claim.value.increment != own.claim.value.increment {
        return Some(ReadAs::Count);
    }
    let id = |record: &Record| record.event.as_ref().map(|event| event.id.clone());
    let event = read.event.as_ref().filter(|_| id(read) != id(own))?;
    Some(ReadAs::Event(event.label.clone()))
}

fn meeting(desk: &Desk<'_, '_>, a: usize, b: usize) -> Meeting {
    if a == b {
        return Meeting::OneScope;
    }
    match fill(&desk.nodes[a], &desk.nodes[b], desk.catalog, desk.schema) {
        Err(parting) => Meeting::Apart(parting),
        Ok(fill) => Meeting::CanBeOne {
            fills: name(fill),
            score: group::score(&desk.nodes[a], &desk.nodes[b]),
            outcome: outcome(desk, a, b),
        },
    }
}

fn outcome(desk: &Desk<'_, '_>, a: usize, b: usize) -> Outcome {
    let groups = group::groups(desk.nodes, desk.catalog, desk.schema);
    let home = |node: usize| groups.iter().find(|group| group.nodes.contains(&node));
    let (Some(left), Some(right)) = (home(a), home(b)) else {
        return Outcome::NotTaken;
    };
    if left == right {
        return Outcome::Joined;
    }
    match crossing(desk, left, right) {
        Some((p, q, parting)) => Outcome::Crossed(claim_of(desk, p), claim_of(desk, q), parting),
        None if left.ambiguous || right.ambiguous => Outcome::Torn,
        None => Outcome::NotTaken,
    }
}

/// The first two nodes of two groups that are kept apart.
fn crossing(desk: &Desk<'_, '_>, left: &Group, right: &Group) -> Option<(usize, usize, Parting)> {
    let others = |p: usize| right.nodes.iter().map(move |q| (p, *q));
    let mut pairs = left.nodes.iter().flat_map(|p| others(*p));
    pairs.find_map(|(p, q)| {
        let parting = fill(&desk.nodes[p], &desk.nodes[q], desk.catalog, desk.schema).err()?;
        Some((p, q, parting))
    })
}

fn tie(desk: &Desk<'_, '_>, link: &Link) -> Tie {
    Tie {
        a: claim_of(desk, link.a),
        b: claim_of(desk, link.b),
        fills: name(link.fill),
        score: link.score,
    }
}

/// The first claim of a node, by its index among the records.
fn claim_of(desk: &Desk<'_, '_>, node: usize) -> usize {
    desk.roll.given[desk.nodes[node].seats[0]]
}

/// The node of a claim, given by its index among the records.
fn node_of(desk: &Desk<'_, '_>, claim: usize) -> Option<usize> {
    let seat = seat_of(desk, claim)?;
    desk.nodes
        .iter()
        .position(|node| node.seats.contains(&seat))
}

fn seat_of(desk: &Desk<'_, '_>, claim: usize) -> Option<usize> {
    desk.roll.given.iter().position(|given| *given == claim)
}

const fn name(fill: Fill) -> &'static str {
    match fill {
        Fill::Nothing => "nothing",
        Fill::Kind => "kind",
        Fill::Day => "day",
        Fill::Who => "who",
        Fill::Place => "place",
        Fill::Event => "event",
    }
}
