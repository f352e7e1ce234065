//! The distinct values of one figure, each with the claims that carry it.

use std::collections::BTreeMap;

use crate::calendar::DateRange;
use crate::claims::Polarity;
use crate::decimal::{Decimal, Interval};
use crate::numbers::Operator;
use crate::resolve::Record;

use super::Variant;
use super::node::said_earlier;
use super::roll::{Roll, Seat};
use super::time::{Motion, sort_range};

/// What tells two variants apart, in the order in which variants are listed: as-of, value, wording, who.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    as_of: (bool, DateRange),
    value: Option<Decimal>,
    operator: Operator,
    ends: [(Option<Decimal>, bool); 4],
    nationality: Option<String>,
    denied: bool,
    earlier: bool,
}

/// A variant and its claims in order of the roll.
#[derive(Clone, Debug)]
pub(super) struct Reported {
    /// The variant as the comparison gives it.
    pub(super) variant: Variant,
    /// Its claims.
    pub(super) seats: Vec<Seat>,
}

/// The variants of the claims at `seats`.
pub(super) fn variants(
    roll: &Roll<'_>,
    seats: &[Seat],
    motion: Motion,
    asks_who: bool,
) -> Vec<Reported> {
    let mut by_key: BTreeMap<Key, Vec<Seat>> = BTreeMap::new();
    for seat in seats {
        let key = key(roll.records[*seat], motion, asks_who);
        by_key.entry(key).or_default().push(*seat);
    }
    let mut variants: Vec<Reported> = by_key
        .into_values()
        .map(|mut seats| {
            seats.sort_unstable();
            let first = roll.records[seats[0]];
            Reported {
                variant: Variant {
                    value: first.claim.value.clone(),
                    claims: seats.iter().map(|seat| roll.given[*seat]).collect(),
                    as_of: first.as_of,
                },
                seats,
            }
        })
        .collect();
    variants.sort_by_key(|reported| {
        let variant = &reported.variant;
        (
            sort_range(&variant.as_of),
            variant.value.number.or(variant.value.core.low),
            reported.seats[0],
        )
    });
    variants
}

fn key(record: &Record, motion: Motion, asks_who: bool) -> Key {
    let value = &record.claim.value;
    let dated = motion != Motion::Still;
    Key {
        as_of: if dated {
            sort_range(&record.as_of)
        } else {
            (false, DateRange::default())
        },
        value: value.number,
        operator: match value.operator {
            Operator::Exact => Operator::Bare,
            operator => operator,
        },
        ends: ends(&value.core, &value.literal),
        nationality: record.who.facets.nationality.clone().filter(|_| asks_who),
        denied: record.claim.polarity == Polarity::Denied,
        earlier: said_earlier(record),
    }
}

fn ends(core: &Interval, literal: &Interval) -> [(Option<Decimal>, bool); 4] {
    [
        (core.low, core.low_open),
        (core.high, core.high_open),
        (literal.low, literal.low_open),
        (literal.high, literal.high_open),
    ]
}
