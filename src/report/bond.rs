//! Figures that are bound to each other, in words: one line for all that hang together for one reason, so that five
//! towns of one region make one line and not ten.

use std::collections::{BTreeMap, BTreeSet};

use super::view::View;
use super::{Singles, reading, sanitise};
use crate::compare::Related;

/// Figures that are bound to each other.
#[derive(Clone, Debug)]
pub(crate) struct Bond {
    /// The figures with their words, what binds them, and the checks.
    pub(crate) words: String,
    /// A check applies and does not hold.
    pub(crate) fails: bool,
    /// The id of the check, where it fails.
    pub(crate) id: Option<String>,
}

impl Bond {
    /// The words, with the id to ask `explain` about.
    pub(crate) fn told(&self) -> String {
        match &self.id {
            Some(id) => format!("{} ({id})", self.words),
            None => self.words.clone(),
        }
    }
}

/// Bonds shown where not everything is listed; failed checks are always shown.
const BONDS: usize = 12;
/// Figures and checks named in one bond; the rest is counted.
const NAMED: usize = 8;

/// The bonds to show, failed checks first, and how many more there are.
pub(crate) fn shown(view: &View<'_>, singles: Singles) -> (Vec<Bond>, usize) {
    let fails = |bond: &Related| bond.check.as_ref().is_some_and(|check| !check.holds);
    let related = &view.input.comparison.related;
    let failed = (0..related.len()).filter(|at| fails(&related[*at]));
    let sound: Vec<&Related> = related.iter().filter(|bond| !fails(bond)).collect();
    let groups = groups(&sound);
    let n_shown = match singles {
        Singles::List => groups.len(),
        Singles::Count => groups.len().min(BONDS),
    };
    let alarms = failed.map(|at| Bond::failed(view, at));
    let calm = groups.iter().take(n_shown).map(|group| group.bond(view));
    (alarms.chain(calm).collect(), groups.len() - n_shown)
}

/// Figures that hang together for one reason.
#[derive(Debug)]
struct Group<'a> {
    reason: &'a str,
    figures: BTreeSet<usize>,
    checks: Vec<&'a str>,
    /// The reason in words, where there is only one pair.
    why: &'a str,
}

/// Related figures by reason and connection, in order of their first figure.
fn groups<'a>(related: &[&'a Related]) -> Vec<Group<'a>> {
    let mut parents: BTreeMap<(&str, usize), usize> = BTreeMap::new();
    for bond in related {
        let (a, b) = (
            root(&mut parents, bond.reason, bond.a),
            root(&mut parents, bond.reason, bond.b),
        );
        parents.insert((bond.reason, a.max(b)), a.min(b));
    }
    let mut groups: BTreeMap<(usize, &str), Group<'a>> = BTreeMap::new();
    for bond in related {
        let first = root(&mut parents, bond.reason, bond.a);
        let group = groups.entry((first, bond.reason)).or_insert(Group {
            reason: bond.reason,
            figures: BTreeSet::new(),
            checks: Vec::new(),
            why: &bond.why,
        });
        group.figures.extend([bond.a, bond.b]);
        let check = bond.check.as_ref().map(|check| &*check.text);
        group.checks.extend(check);
    }
    swallow(groups.into_values().collect())
}

/// Two figures that also hang together in a larger group give it their checks, and need no line of their own.
fn swallow(mut groups: Vec<Group<'_>>) -> Vec<Group<'_>> {
    let mut largest: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, group) in groups.iter().enumerate() {
        for &figure in &group.figures {
            let known = largest.entry(figure).or_insert(at);
            if groups[*known].figures.len() < group.figures.len() {
                *known = at;
            }
        }
    }
    for at in 0..groups.len() {
        let homes: BTreeSet<usize> = groups[at].figures.iter().map(|it| largest[it]).collect();
        if let (Some(&home), 1, 2) = (homes.first(), homes.len(), groups[at].figures.len())
            && home != at
        {
            let checks = std::mem::take(&mut groups[at].checks);
            groups[home].checks.extend(checks);
            groups[at].figures.clear();
        }
    }
    groups.retain(|group| !group.figures.is_empty());
    groups
}

/// The lowest figure known to hang together with `figure` for this reason.
fn root<'a>(
    parents: &mut BTreeMap<(&'a str, usize), usize>,
    reason: &'a str,
    figure: usize,
) -> usize {
    let mut at = figure;
    loop {
        let parent = *parents.entry((reason, at)).or_insert(at);
        if parent == at {
            break;
        }
        at = parent;
    }
    // Shortens the way for the next who asks.
    parents.insert((reason, figure), at);
    at
}

impl Group<'_> {
    fn bond(&self, view: &View<'_>) -> Bond {
        let figures = self.figures.iter();
        let sides: Vec<String> = figures.take(NAMED).map(|&at| side(view, at)).collect();
        let mut words = sides.join(" | ");
        if self.figures.len() > NAMED {
            words = format!("{words} | {} more", self.figures.len() - NAMED);
        }
        let binds = phrase(self.reason).map_or_else(|| sanitise::line(self.why), str::to_owned);
        words = format!("{words}: {binds}");
        let mut checks = self.checks.clone();
        checks.dedup();
        for check in checks.iter().take(NAMED) {
            words = format!("{words}; {} holds", sanitise::line(check));
        }
        Bond {
            words,
            fails: false,
            id: None,
        }
    }
}

/// What binds figures for this reason, when it can be said of several at once.
fn phrase(reason: &str) -> Option<&'static str> {
    match reason {
        "scope.aspect" => Some("count different things"),
        "scope.place" => Some("different places"),
        "scope.stretch" => Some("a stretch of time and the total so far"),
        "scope.basis" => Some("a day's count and the total so far"),
        "scope.who" => Some("different groups, one within the other"),
        "scope.part" => Some("a part and its whole"),
        "scope.modality" => Some("one actual, the other planned or possible"),
        _ => None,
    }
}

impl Bond {
    fn failed(view: &View<'_>, at: usize) -> Self {
        let related = &view.input.comparison.related[at];
        let check = related.check.as_ref().map_or("", |check| &*check.text);
        Self {
            words: format!(
                "{} does not hold: {} | {}. {}",
                sanitise::line(check),
                side(view, related.a),
                side(view, related.b),
                sanitise::line(&related.why)
            ),
            fails: true,
            id: view.check_id(at).map(|id| sanitise::line(&id)),
        }
    }
}

/// A figure with the first words for it: "hostages held “more than 130” (004)".
fn side(view: &View<'_>, figure: usize) -> String {
    let figure = view.figure(figure);
    let said: Vec<String> = figure
        .variants
        .iter()
        .filter_map(|variant| variant.claims.first())
        .take(2)
        .map(|&claim| {
            let name = view.article_name(view.record(claim).article);
            let words = reading::own_words(view, claim);
            format!("“{words}” ({})", sanitise::line(name))
        })
        .collect();
    format!("{} {}", sanitise::line(&figure.label), said.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_that_hang_together_make_one_group() {
        let bond = |a: usize, b: usize, reason| Related {
            a,
            b,
            reason,
            why: String::new(),
            check: None,
        };
        let related = [
            bond(4, 7, "scope.place"),
            bond(1, 2, "scope.place"),
            bond(7, 9, "scope.place"),
            bond(1, 9, "scope.who"),
            bond(2, 3, "scope.place"),
            bond(2, 3, "scope.part"),
        ];
        let related: Vec<&Related> = related.iter().collect();
        let found: Vec<(&str, Vec<usize>)> = groups(&related)
            .into_iter()
            .map(|group| (group.reason, group.figures.into_iter().collect()))
            .collect();
        assert_eq!(
            found,
            [
                ("scope.place", vec![1, 2, 3]),
                ("scope.who", vec![1, 9]),
                ("scope.place", vec![4, 7, 9]),
            ]
        );
    }
}
