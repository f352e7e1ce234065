//! Nodes in, groups out: which scopes are one question. Union-find, the surest links first; a link is refused when any
//! stated difference crosses it, and a scope with unknown slots that fits two groups joins neither.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::resolve::Event;
use crate::schema::Schema;

use super::block::candidates;
use super::catalog::Catalog;
use super::closeness::nearness;
use super::link::{Fill, fill};
use super::node::Node;
use super::profile::{Anchor, Profile};

/// The most node pairs that one union checks. More cannot be one story; the groups stay apart.
const CROSSING: usize = 10_000;

/// Nodes that answer one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// Indices of the nodes, ascending.
    pub(super) nodes: Vec<usize>,
    /// It would have fitted more than one other group.
    pub(super) ambiguous: bool,
    /// The links that made it one, in the order they were taken.
    pub(super) ties: Vec<Link>,
}

/// Two nodes that can be one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// What one side leaves unknown.
    pub(super) fill: Fill,
    /// What they have in common, weighed.
    pub(super) score: u8,
    /// Index of a node.
    pub(super) a: usize,
    /// Index of another.
    pub(super) b: usize,
}

/// Groups in order of their first node.
pub(super) fn groups(nodes: &[Node], catalog: &Catalog<'_>, schema: &Schema) -> Vec<Group> {
    let mut links: Vec<Link> = candidates(nodes, catalog)
        .into_par_iter()
        .filter_map(|(a, b)| {
            let fill = fill(&nodes[a], &nodes[b], catalog, schema).ok()?;
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
            Fill::Nothing => links.iter().for_each(|link| forest.unite(link)),
            _ => forest.attach(level, &links),
        }
    }
    forest.groups()
}

/// Slots in common, weighed: METHOD.md §9, with the nearness of the numbers to tell a part from the rest.
pub(super) fn score(a: &Node, b: &Node) -> u8 {
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

/// A group that another may join, and the link that says so.
#[derive(Clone, Copy)]
struct Choice<'l> {
    group: usize,
    link: &'l Link,
}

struct Forest<'n, 'c, 'a> {
    nodes: &'n [Node],
    catalog: &'c Catalog<'a>,
    schema: &'c Schema,
    parent: Vec<usize>,
    members: Vec<Vec<usize>>,
    ambiguous: Vec<bool>,
    /// The links that were taken.
    ties: Vec<Link>,
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
            ties: Vec::new(),
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

    /// Makes the two groups of a link one, unless a stated difference crosses.
    fn unite(&mut self, link: &Link) {
        let (a, b) = (self.root(link.a), self.root(link.b));
        if a != b && self.consistent(a, b) {
            self.ties.push(*link);
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
                    fill(&self.nodes[*p], &self.nodes[*q], self.catalog, self.schema).is_ok()
                })
            })
    }

    /// Attaches groups that leave a slot unknown to the one group that states it. Links come best first.
    fn attach(&mut self, fill: Fill, links: &[&Link]) {
        let mut choices: BTreeMap<usize, Vec<Choice<'_>>> = BTreeMap::new();
        for link in links {
            let (a, b) = (self.root(link.a), self.root(link.b));
            if a == b || !self.consistent(a, b) {
                continue;
            }
            for (from, to) in [(a, b), (b, a)] {
                let rivals = choices.entry(from).or_default();
                let unknown = match fill {
                    Fill::Kind => self.is_wider(link, from),
                    _ => !self.states(from, fill),
                };
                if unknown && !rivals.iter().any(|rival| rival.group == to) {
                    rivals.push(Choice { group: to, link });
                }
            }
        }
        let mut wanted: BTreeMap<usize, Vec<Choice<'_>>> = BTreeMap::new();
        for (from, choices) in choices {
            let comer = |link| Choice { group: from, link };
            match self.choose(fill, &choices) {
                // Parts that are each as many as the whole are all of it: "a teenager", "a man", "one dead".
                Some(_) if fill == Fill::Kind => {
                    for choice in choices {
                        let comers = wanted.entry(choice.group).or_default();
                        comers.push(comer(choice.link));
                    }
                }
                Some(choice) => {
                    let comers = wanted.entry(choice.group).or_default();
                    comers.push(comer(choice.link));
                }
                None => self.ambiguous[from] |= !choices.is_empty(),
            }
        }
        for (to, comers) in wanted {
            for comer in self.admitted(&comers) {
                if !self.ambiguous[comer.group] && !self.ambiguous[to] {
                    self.unite(comer.link);
                }
            }
        }
    }

    /// Of groups that want to join one, those that no rival as good contradicts.
    fn admitted<'l>(&mut self, comers: &[Choice<'l>]) -> Vec<Choice<'l>> {
        let mut contradicted = |comer: &Choice<'_>| {
            comers.iter().any(|other| {
                other.group != comer.group
                    && other.link.score >= comer.link.score
                    && !self.consistent(comer.group, other.group)
            })
        };
        let admitted = comers.iter().filter(|comer| !contradicted(comer));
        admitted.copied().collect()
    }

    /// True when of the two sides of a link that of the group is the whole: the other names a role or an age that it does
    /// not, or counts some of those.
    fn is_wider(&mut self, link: &Link, root: usize) -> bool {
        let (near, far) = if self.root(link.a) == root {
            (link.a, link.b)
        } else {
            (link.b, link.a)
        };
        let (near, far) = (&self.nodes[near].profile, &self.nodes[far].profile);
        let stated = |profile: &Profile| profile.role.is_some() || profile.age_sex.is_some();
        !near.part && (far.part || stated(far) && !stated(near))
    }

    /// True when some claim of the group states the slot.
    fn states(&self, root: usize, fill: Fill) -> bool {
        self.members[root].iter().any(|at| {
            let profile = &self.nodes[*at].profile;
            match fill {
                Fill::Nothing | Fill::Kind => true,
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
    fn choose<'l>(&mut self, fill: Fill, choices: &[Choice<'l>]) -> Option<Choice<'l>> {
        let best = *choices.first()?;
        let nearest_will_do = matches!(fill, Fill::Who | Fill::Day);
        let is_torn = choices[1..].iter().any(|rival| {
            (!nearest_will_do || rival.link.score == best.link.score)
                && !self.consistent(best.group, rival.group)
        });
        (!is_torn).then_some(best)
    }

    fn groups(mut self) -> Vec<Group> {
        let mut ties: FxHashMap<usize, Vec<Link>> = FxHashMap::default();
        for tie in std::mem::take(&mut self.ties) {
            ties.entry(self.root(tie.a)).or_default().push(tie);
        }
        let mut groups: Vec<Group> = Vec::new();
        for at in 0..self.nodes.len() {
            if self.root(at) != at {
                continue;
            }
            let mut nodes = std::mem::take(&mut self.members[at]);
            nodes.sort_unstable();
            let ambiguous = self.ambiguous[at];
            groups.push(Group {
                nodes,
                ambiguous,
                ties: ties.remove(&at).unwrap_or_default(),
            });
        }
        groups
    }
}
