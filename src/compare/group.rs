//! Nodes in, groups out: which scopes are one question. Union-find, the surest links first; a link is refused when any
//! stated difference crosses it, and a scope with unknown slots that fits two groups joins neither.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::resolve::Event;
use crate::schema::Schema;

use super::block::candidates;
use super::catalog::Catalog;
use super::link::{Fill, fill, nearness};
use super::node::Node;
use super::profile::Anchor;

/// The most node pairs that one union checks. More cannot be one story; the groups stay apart.
const CROSSING: usize = 10_000;

/// Nodes that answer one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// Indices of the nodes, ascending.
    pub(super) nodes: Vec<usize>,
    /// It would have fitted more than one other group.
    pub(super) ambiguous: bool,
}

struct Link {
    fill: Fill,
    score: u8,
    a: usize,
    b: usize,
}

/// Groups in order of their first node.
pub(super) fn groups(nodes: &[Node], catalog: &Catalog<'_>, schema: &Schema) -> Vec<Group> {
    let mut links: Vec<Link> = candidates(nodes, catalog)
        .into_par_iter()
        .filter_map(|(a, b)| {
            let fill = fill(&nodes[a], &nodes[b], catalog, schema)?;
            let score = score(&nodes[a], &nodes[b]);
            Some(Link { fill, score, a, b })
        })
        .collect();
    links.sort_by_key(|link| (link.fill, std::cmp::Reverse(link.score), link.a, link.b));
    let mut forest = Forest::new(nodes, catalog, schema);
    for level in [
        Fill::Nothing,
        Fill::Kind,
        Fill::Day,
        Fill::Who,
        Fill::Place,
        Fill::Event,
    ] {
        let links: Vec<&Link> = links.iter().filter(|link| link.fill == level).collect();
        match level {
            Fill::Nothing => links.iter().for_each(|link| forest.unite(link.a, link.b)),
            _ => forest.attach(level, &links),
        }
    }
    forest.groups()
}

/// Slots in common, weighed: METHOD.md §9, with the nearness of the numbers to tell a part from the rest.
fn score(a: &Node, b: &Node) -> u8 {
    let (p, q) = (&a.profile, &b.profile);
    let both = |equal: bool, known: bool, weight: u8| if equal && known { weight } else { 0 };
    both(
        p.anchor == q.anchor,
        matches!(p.anchor, Anchor::Event(_)),
        4,
    ) + both(p.place == q.place, p.place.is_some(), 2)
        + both(p.nationality == q.nationality, p.nationality.is_some(), 2)
        + nearness(a, b)
}

/// True when the words give the day of an event.
fn is_of_a_day(event: &Event) -> bool {
    event.date.from.is_some() && event.date.from == event.date.to
}

struct Forest<'n, 'c, 'a> {
    nodes: &'n [Node],
    catalog: &'c Catalog<'a>,
    schema: &'c Schema,
    parent: Vec<usize>,
    members: Vec<Vec<usize>>,
    ambiguous: Vec<bool>,
    /// Of two groups whether they can be one, and how many members each had when that was found: groups only grow.
    known: FxHashMap<(usize, usize), Consistent>,
}

#[derive(Clone, Copy)]
struct Consistent {
    sizes: (usize, usize),
    holds: bool,
}

impl<'n, 'c, 'a> Forest<'n, 'c, 'a> {
    fn new(nodes: &'n [Node], catalog: &'c Catalog<'a>, schema: &'c Schema) -> Self {
        Self {
            nodes,
            catalog,
            schema,
            parent: (0..nodes.len()).collect(),
            members: (0..nodes.len()).map(|at| vec![at]).collect(),
            ambiguous: vec![false; nodes.len()],
            known: FxHashMap::default(),
        }
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.parent[at] != at {
            self.parent[at] = self.parent[self.parent[at]];
            at = self.parent[at];
        }
        at
    }

    /// Makes two groups one, unless a stated difference crosses.
    fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if a != b && self.consistent(a, b) {
            let (first, second) = (a.min(b), a.max(b));
            self.parent[second] = first;
            let moved = std::mem::take(&mut self.members[second]);
            self.members[first].extend(moved);
        }
    }

    /// True when no stated difference crosses between two groups.
    fn consistent(&mut self, a: usize, b: usize) -> bool {
        let pair = (a.min(b), a.max(b));
        let sizes = (self.members[pair.0].len(), self.members[pair.1].len());
        match self.known.get(&pair) {
            Some(known) if known.sizes == sizes => known.holds,
            _ => {
                let holds = self.meet(pair.0, pair.1);
                self.known.insert(pair, Consistent { sizes, holds });
                holds
            }
        }
    }

    fn meet(&self, a: usize, b: usize) -> bool {
        let (left, right) = (&self.members[a], &self.members[b]);
        left.len().saturating_mul(right.len()) <= CROSSING
            && left.iter().all(|p| {
                right.iter().all(|q| {
                    fill(&self.nodes[*p], &self.nodes[*q], self.catalog, self.schema).is_some()
                })
            })
    }

    /// Attaches groups that leave a slot unknown to the one group that states it. Links come best first.
    fn attach(&mut self, fill: Fill, links: &[&Link]) {
        let mut choices: BTreeMap<usize, Vec<(usize, u8)>> = BTreeMap::new();
        for link in links {
            let (a, b) = (self.root(link.a), self.root(link.b));
            if a == b || !self.consistent(a, b) {
                continue;
            }
            for (from, to) in [(a, b), (b, a)] {
                let rivals = choices.entry(from).or_default();
                if !self.states(from, fill) && !rivals.iter().any(|(root, _)| *root == to) {
                    rivals.push((to, link.score));
                }
            }
        }
        let mut wanted: BTreeMap<usize, Vec<(usize, u8)>> = BTreeMap::new();
        for (from, choices) in &choices {
            match self.choose(fill, choices) {
                // Parts that are each as many as the whole are all of it: "a teenager", "a man", "one dead".
                Some(_) if fill == Fill::Kind => {
                    for (to, score) in choices {
                        wanted.entry(*to).or_default().push((*from, *score));
                    }
                }
                Some((to, score)) => wanted.entry(to).or_default().push((*from, score)),
                None => self.ambiguous[*from] |= !choices.is_empty(),
            }
        }
        for (to, comers) in wanted {
            for from in self.admitted(&comers) {
                if !self.ambiguous[from] && !self.ambiguous[to] {
                    self.unite(from, to);
                }
            }
        }
    }

    /// Of groups that want to join one, those that no rival as good contradicts.
    fn admitted(&mut self, comers: &[(usize, u8)]) -> Vec<usize> {
        let mut contradicted = |(from, score): (usize, u8)| {
            comers.iter().any(|(other, better)| {
                *other != from && *better >= score && !self.consistent(from, *other)
            })
        };
        let admitted = comers.iter().filter(|comer| !contradicted(**comer));
        admitted.map(|(from, _)| *from).collect()
    }

    /// True when some claim of the group states the slot.
    fn states(&self, root: usize, fill: Fill) -> bool {
        self.members[root].iter().any(|at| {
            let profile = &self.nodes[*at].profile;
            match fill {
                Fill::Nothing => true,
                Fill::Kind => profile.role.is_some() || profile.age_sex.is_some() || profile.part,
                Fill::Day => match profile.anchor {
                    Anchor::Event(id) => self.catalog.event(id).is_some_and(is_of_a_day),
                    _ => false,
                },
                Fill::Who => profile.nationality.is_some() || profile.person.is_some(),
                Fill::Place => profile.place.is_some(),
                Fill::Event => matches!(profile.anchor, Anchor::Event(_)),
            }
        })
    }

    /// The group to join: the only one, or one of several that can all be one; for the counted group also the one whose
    /// numbers are nearest. `None` when the choice would be a guess.
    fn choose(&mut self, fill: Fill, choices: &[(usize, u8)]) -> Option<(usize, u8)> {
        let (best, score) = *choices.first()?;
        let rivals: Vec<usize> = choices[1..]
            .iter()
            .filter(|(_, other)| !matches!(fill, Fill::Who | Fill::Day) || *other == score)
            .map(|(root, _)| *root)
            .filter(|root| !self.consistent(best, *root))
            .collect();
        rivals.is_empty().then_some((best, score))
    }

    fn groups(mut self) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for at in 0..self.nodes.len() {
            if self.root(at) != at {
                continue;
            }
            let mut nodes = std::mem::take(&mut self.members[at]);
            nodes.sort_unstable();
            let ambiguous = self.ambiguous[at];
            groups.push(Group { nodes, ambiguous });
        }
        groups
    }
}
