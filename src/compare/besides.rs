//! What else the articles of a variant count: other numbers for things of its type, and those that held before.

use crate::claims::Polarity;
use crate::decimal::Decimal;
use crate::resolve::Record;

use super::desk::Desk;
use super::node::said_earlier;
use super::reading::Reading;
use super::roll::Seat;
use super::variant::Reported;

/// The numbers that each article of a variant gives, beside the variant's own, for things of its type and aspect.
pub(super) fn numbers(desk: &Desk<'_, '_>, reported: &Reported) -> Vec<Decimal> {
    let roll = desk.roll;
    let kind = |seat: Seat| {
        let claim = &roll.records[seat].claim;
        (claim.claim_type, claim.aspect)
    };
    let mut common: Option<Vec<Decimal>> = None;
    let mut last = None;
    for seat in &reported.seats {
        if last.replace(roll.article[*seat]) == Some(roll.article[*seat]) {
            continue;
        }
        let others = roll.neighbours(*seat);
        // "31, and not 54": who takes a number back does not give it.
        let gives = |other: Seat| !is_denied(roll.records[other]);
        let others = others.filter(|other| kind(*other) == kind(*seat) && gives(*other));
        let mut numbers: Vec<Decimal> = others
            .filter_map(|other| roll.records[other].claim.value.number)
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        match &mut common {
            Some(common) => common.retain(|number| numbers.binary_search(number).is_ok()),
            None => common = Some(numbers),
        }
    }
    common.unwrap_or_default()
}

/// The numbers for things of its type and aspect that some article of a variant calls earlier counts.
pub(super) fn former(desk: &Desk<'_, '_>, reported: &Reported) -> Vec<Decimal> {
    let roll = desk.roll;
    let kind = |seat: Seat| {
        let claim = &roll.records[seat].claim;
        (claim.claim_type, claim.aspect)
    };
    let of_seat = |seat: &Seat| {
        let own = kind(*seat);
        let neighbours = roll.neighbours(*seat);
        let gone = |it: &Record| said_earlier(it) || is_denied(it);
        let earlier = neighbours.filter(move |it| kind(*it) == own && gone(roll.records[*it]));
        earlier.filter_map(|it| roll.records[it].claim.value.number)
    };
    let mut numbers: Vec<Decimal> = reported.seats.iter().flat_map(of_seat).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// "31, and not 54": an article of the variant takes another number for the same back.
pub(super) fn takes_back(desk: &Desk<'_, '_>, reported: &Reported) -> bool {
    let roll = desk.roll;
    let kind = |seat: Seat| {
        let claim = &roll.records[seat].claim;
        (claim.claim_type, claim.aspect, claim.sentence)
    };
    reported.seats.iter().any(|seat| {
        let mut others = roll.neighbours(*seat);
        let own = !is_denied(roll.records[*seat]);
        own && others.any(|it| kind(it) == kind(*seat) && is_denied(roll.records[it]))
    })
}

fn is_denied(record: &Record) -> bool {
    record.claim.polarity == Polarity::Denied
}

/// "Revised down to 150 from 187", and another text has 187: that is the count that no longer holds.
pub(super) fn supersedes(one: &Reading, other: &Reading) -> bool {
    let has = |number: Option<Decimal>| {
        number.is_some_and(|number| one.former.binary_search(&number).is_ok())
    };
    one.revised && !one.earlier && has(other.value.number) && !has(one.value.number)
}
