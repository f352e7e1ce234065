//! When two tellings of an event are of one.

use super::catalog::{Catalog, Symbol};
use super::kinds;
use super::link::{Fill, near};
use crate::resolve::{Event, SEVERAL};

/// Tellings of one named storm may date it so many days apart: names come back years later.
const NAME_DAYS: i32 = 30;

/// Deeds of which a text may count the bombs or not.
const BOMBS: [&str; 4] = ["bomb", "bombing", "explosion", "attack"];
/// What a text dates to more days than these is not known to be a listed event somewhere in its country.
const FEW_DAYS: i32 = 7;

/// Named events are one by their id. Discovered ones are one also when kind, days and place allow no other reading; where
/// only one side gives the day, it is filled.
pub(super) fn same_event(a: Symbol, b: Symbol, catalog: &Catalog<'_>) -> Option<Fill> {
    if a == b {
        return Some(Fill::Nothing);
    }
    let (left, right) = (catalog.event(a)?, catalog.event(b)?);
    let names = (left.given_name(), right.given_name());
    let one_name = names.0.is_some() && names.0 == names.1;
    let places = catalog.event_place(a).zip(catalog.event_place(b));
    let one_place = places.map_or(one_name, |(p, q)| {
        catalog.contains(p, q) || catalog.contains(q, p) || catalog.may_be_one(p, q)
    });
    let several = |event: &Event| event.id.contains(SEVERAL);
    // "Twin bombings in Harsk on Sunday" and "the bombing" are one deed; so many shootings of a day are not.
    let bomb = |event: &Event| BOMBS.contains(&event.kind.as_str());
    let day = |event: &Event| event.date.from.is_some() && event.date.from == event.date.to;
    let twins = left.date == right.date
        && places.is_some_and(|(p, q)| p == q)
        && [left, right].iter().all(|it| bomb(it) && day(it));
    // "A shooting in Harsk in June" is not the listed one of that June in the same country.
    let stretch = |event: &Event| {
        let ends = event.date.from.zip(event.date.to);
        ends.is_none_or(|(from, to)| (to - from).get_days() > FEW_DAYS)
    };
    let one_of_list = left.named == right.named || places.is_some_and(|(p, q)| p == q);
    let one = !(left.named && right.named)
        && (one_of_list || !stretch(left) && !stretch(right))
        && (several(left) == several(right) || twins)
        && kinds::may_be_one(&left.kind, &right.kind)
        && left.ongoing == right.ongoing
        && one_place
        && names_agree(left, right)
        && near(left.date, right.date, if one_name { NAME_DAYS } else { 0 });
    let fill = if left.date == right.date {
        Fill::Nothing
    } else {
        Fill::Day
    };
    one.then_some(fill)
}

/// True unless both were given names, and not the same: "Storm Petra", "Storm Quinn".
pub(super) fn names_agree(a: &Event, b: &Event) -> bool {
    let names = a.given_name().zip(b.given_name());
    names.is_none_or(|(a, b)| a == b)
}
