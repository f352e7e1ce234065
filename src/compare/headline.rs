//! Headlines: which claims stand in one, and whether the text beneath bears them out.

use std::collections::BTreeSet;

use crate::decimal::Decimal;
use crate::numbers::Operator;

use super::roll::{Roll, Seat};

/// The most numbers of a body that are tried as the parts of its headline's sum.
const PARTS: usize = 8;

/// True for a claim in the title, or in the first sentence of a text that has none apart.
pub(super) fn holds(roll: &Roll<'_>, seat: Seat) -> bool {
    let claim = &roll.records[seat].claim;
    claim.sentence == 0
        || roll
            .article_of(seat)
            .and_then(|article| article.title)
            .is_some_and(|title| title.contains(claim.quantity.span))
}

/// True for a claim in a headline whose number the text beneath gives neither as such nor in parts: "14 hurt" over a
/// body that counts four here and ten there is borne out.
pub(super) fn stands_alone(roll: &Roll<'_>, seat: Seat) -> bool {
    let record = roll.records[seat];
    let Some(total) = record.claim.value.number.filter(|_| holds(roll, seat)) else {
        return false;
    };
    let beneath = roll.neighbours(seat).filter(|other| {
        let claim = &roll.records[*other].claim;
        (claim.claim_type, claim.aspect) == (record.claim.claim_type, record.claim.aspect)
            && !holds(roll, *other)
    });
    let numbers: BTreeSet<Decimal> = beneath
        .filter_map(|other| roll.records[other].claim.value.number)
        .collect();
    let numbers: Vec<Decimal> = numbers.into_iter().collect();
    !numbers.contains(&total) && !adds_up(&numbers[..numbers.len().min(PARTS)], total)
}

/// The claim that a headline shortens: "12 dead" over "at least 12 people died". `None` when one of the claims at `seats`
/// stands in no headline, is hedged itself, or has no such claim beneath it.
pub(super) fn hedged_beneath(roll: &Roll<'_>, seats: &[Seat]) -> Option<Seat> {
    let beneath = seats.iter().map(|seat| hedge_beneath(roll, *seat));
    beneath.collect::<Option<Vec<Seat>>>()?.first().copied()
}

fn hedge_beneath(roll: &Roll<'_>, seat: Seat) -> Option<Seat> {
    let claim = &roll.records[seat].claim;
    if claim.value.operator != Operator::Bare || !holds(roll, seat) {
        return None;
    }
    let mut same = roll.neighbours(seat).filter(|other| {
        let body = &roll.records[*other].claim;
        (body.claim_type, body.aspect) == (claim.claim_type, claim.aspect)
            && body.value.number.is_some()
            && body.value.number == claim.value.number
            && !holds(roll, *other)
    });
    let first = same.next()?;
    let hedged = |at: &Seat| {
        !matches!(
            roll.records[*at].claim.value.operator,
            Operator::Bare | Operator::Exact
        )
    };
    (hedged(&first) && same.all(|at| hedged(&at))).then_some(first)
}

/// True when two or more of the numbers, each taken once, make the total.
fn adds_up(numbers: &[Decimal], total: Decimal) -> bool {
    (0_u32..1 << numbers.len())
        .filter(|chosen| chosen.count_ones() > 1)
        .any(|chosen| {
            let mut parts = (0..numbers.len()).filter(|at| chosen >> at & 1 == 1);
            let sum = parts.try_fold(Decimal::ZERO, |sum, at| sum.checked_add(numbers[at]));
            sum == Some(total)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_may_be_the_sum_of_its_body() {
        let check = |numbers: &[i64], total: i64| {
            let numbers: Vec<Decimal> = numbers.iter().copied().map(Decimal::from).collect();
            adds_up(&numbers, Decimal::from(total))
        };
        assert!(check(&[4, 10], 14));
        assert!(check(&[1, 3, 5], 6));
        assert!(!check(&[14], 14), "one number is no sum");
        assert!(!check(&[4, 11], 14));
        assert!(!check(&[], 0));
    }
}
