//! Two figures that are bound to each other, in words.

use super::view::View;
use super::{Singles, reading, sanitise};
use crate::compare::Related;

/// Two figures that are bound to each other.
#[derive(Clone, Debug)]
pub(crate) struct Bond {
    /// Both figures with their words, what binds them, and the check.
    pub(crate) words: String,
    /// A check applies and does not hold.
    pub(crate) fails: bool,
}

/// Bonds shown where not everything is listed.
const BONDS: usize = 12;

/// Every bond where everything is listed; otherwise the failed checks and a few more.
pub(crate) fn shown(view: &View<'_>, singles: Singles) -> Vec<Bond> {
    let mut related: Vec<&Related> = view.input.comparison.related.iter().collect();
    let fails = |bond: &Related| bond.check.as_ref().is_some_and(|check| !check.holds);
    related.sort_by_key(|bond| !fails(bond));
    let n_failed = related.iter().filter(|bond| fails(bond)).count();
    let n_shown = match singles {
        Singles::List => related.len(),
        Singles::Count => BONDS.max(n_failed),
    };
    related
        .into_iter()
        .take(n_shown)
        .map(|bond| Bond::new(view, bond))
        .collect()
}

impl Bond {
    fn new(view: &View<'_>, related: &Related) -> Self {
        let side = |figure: usize| {
            let figure = view.figure(figure);
            let said: Vec<String> = figure
                .variants
                .iter()
                .filter_map(|variant| variant.claims.first())
                .take(2)
                .map(|&claim| format!("“{}”", reading::own_words(view, claim)))
                .collect();
            format!("{} {}", sanitise::line(&figure.label), said.join(", "))
        };
        let mut words = format!(
            "{} | {}: {}",
            side(related.a),
            side(related.b),
            sanitise::line(&related.why)
        );
        if let Some(check) = &related.check {
            let outcome = if check.holds {
                "holds"
            } else {
                "does not hold"
            };
            words = format!("{words}; check: {} {outcome}", sanitise::line(&check.text));
        }
        Self {
            words,
            fails: related.check.as_ref().is_some_and(|check| !check.holds),
        }
    }
}
