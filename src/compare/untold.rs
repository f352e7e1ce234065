//! What a text leaves out of the event of its number.

use super::desk::Desk;
use super::key::{asks, daily};
use super::roll::Seat;
use super::time::narrow;
use super::variant::Reported;
use crate::resolve::{Event, Evidence};
use crate::schema::claim_type::{Basis, KeySlot};

/// What keeps an event from being told from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Untold {
    /// Which event it is.
    Event,
    /// The day of an event that it tells of.
    Day,
    /// Whether it is the other's: kind, place and day allow it.
    Same,
}

impl Untold {
    /// True where one of two sides may tell of another event than the other does.
    pub(super) fn is_of_two(a: Option<Self>, b: Option<Self>) -> bool {
        (a == Some(Self::Same)) != (b == Some(Self::Same))
    }

    /// What the text does not do.
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::Event => "does not name its event",
            Self::Day => "does not say when its event was",
            Self::Same => "may tell of another event of that day",
        }
    }

    /// The code of the caveat.
    pub(super) const fn caveat(self) -> &'static str {
        match self {
            Self::Event => "event-unknown",
            Self::Day => "event-day-unknown",
            Self::Same => "event-perhaps",
        }
    }
}

/// What all claims of a reading leave out; `None` where one of them tells its event.
pub(super) fn of(desk: &Desk<'_, '_>, reported: &Reported) -> Option<Untold> {
    let mut seats = reported.seats.iter();
    if seats.any(|seat| anchored(desk, *seat)) {
        return None;
    }
    let perhaps = |seat: &Seat| desk.perhaps.contains(&desk.roll.given[*seat]);
    if reported.seats.iter().any(perhaps) {
        return Some(Untold::Same);
    }
    let undated = |seat: &Seat| {
        let event = desk.roll.records[*seat].event.as_ref();
        event.is_some_and(|event| event.place.is_some() && event.date.from.is_none())
    };
    let all = reported.seats.iter().all(undated);
    Some(if all { Untold::Day } else { Untold::Event })
}

/// True when the event of a claim says which of many counts it is.
fn anchored(desk: &Desk<'_, '_>, seat: Seat) -> bool {
    let record = desk.roll.records[seat];
    if desk.supposed.contains_key(&desk.roll.given[seat]) {
        return false;
    }
    let claim_type = &desk.schema.types[record.claim.claim_type];
    let event = record.event.as_ref();
    // The turnout of a country so far, or its cases of a disease: there is one at a time.
    let stated = record.place.as_ref();
    let stated = stated.is_some_and(|place| place.evidence <= Evidence::Clause);
    let of_place = stated
        && matches!(record.basis, Basis::Cumulative | Basis::Stock)
        && !asks(claim_type, KeySlot::Who)
        && narrow(record.as_of.range);
    let placed = |event: &Event| event.place.is_some() || record.place.is_some();
    of_place
        || event.is_some_and(|event| {
            // Kind, place and day tell an event as well as a name does.
            let told = placed(event) && (narrow(event.date) || narrow(record.as_of.range));
            (event.named || event.given_name().is_some() || event.ongoing || told)
                && !(event.ongoing && daily(record, claim_type))
        })
}
