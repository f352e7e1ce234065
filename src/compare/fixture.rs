//! Invented incidents for unit tests.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::story::Incident;
use crate::calendar::DateRange;
use crate::decimal::Decimal;
use crate::resolve::{Event, Evidence};

pub(super) fn event(kind: &str, place: Option<&str>, from: &str, to: &str) -> Event {
    Event {
        id: String::new(),
        label: String::new(),
        kind: kind.to_owned(),
        date: DateRange {
            from: from.parse().ok(),
            to: to.parse().ok(),
        },
        ongoing: false,
        named: false,
        place: place.map(str::to_owned),
        within: Arc::default(),
        supposed: false,
        agent: None,
        evidence: Evidence::Clause,
    }
}

/// With what is counted of it: claim type and number.
pub(super) fn told<'r>(event: &'r Event, counts: &[(usize, u32)]) -> Incident<'r> {
    let counts = counts.iter();
    Incident {
        event,
        articles: BTreeSet::new(),
        n_claims: 1,
        counts: counts.map(|(kind, n)| (*kind, Decimal::from(*n))).collect(),
    }
}
