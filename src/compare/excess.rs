//! When a part that is larger than its whole contradicts it. Mostly the words only fail to tell two things apart: the
//! number taken for the whole is itself of a part, of another day, or of another attack.

use crate::decimal::Decimal;
use crate::resolve::{Event, Record, VIOLENCE, family};

use super::desk::Desk;
use super::reading::{counts_some, leads};
use super::roll::Seat;
use super::{Grade, gap};

/// True when the claim at `part`, which is larger, contradicts the one at `whole`. Within one text only where its words
/// make the one a part of the other; between two, where the whole leads its text and is no more than it seems.
pub(super) fn contradicts(
    desk: &Desk<'_, '_>,
    event: Option<&Event>,
    part: Seat,
    whole: Seat,
) -> bool {
    let roll = desk.roll;
    let (few, many) = (roll.records[whole], roll.records[part]);
    if !may_be_all(few) || many.claim.value.increment {
        return false;
    }
    if roll.article[part] == roll.article[whole] {
        return roll.whole[part] == Some(whole);
    }
    let (p, q) = (&many.claim.value, &few.claim.value);
    let unlisted = event.is_some_and(|event| !event.named && family(&event.kind) == VIOLENCE);
    let far = gap::grade(p, q) == Grade::Major;
    leads(roll, whole) && !(unlisted && far) && !gives_as_many(desk, whole, many) && {
        let dead = Decimal::from(desk.attackers.dead(roll, &[part, whole]));
        dead.is_zero() || gap::difference(p, q).is_some_and(|by| by > dead)
    }
}

/// False for one, for nobody, and for some of many: none of them is a whole.
fn may_be_all(record: &Record) -> bool {
    let value = &record.claim.value;
    let several = value.number.is_none_or(|number| number > Decimal::ONE);
    several && !value.increment && !counts_some(record) && !record.claim.notes.contains(&"others")
}

/// The text of the whole has another count of the kind that is as large as the part.
fn gives_as_many(desk: &Desk<'_, '_>, whole: Seat, part: &Record) -> bool {
    let kind = (part.claim.claim_type, part.claim.aspect);
    desk.roll.neighbours(whole).any(|seat| {
        let claim = &desk.roll.records[seat].claim;
        (claim.claim_type, claim.aspect) == kind
            && !claim.value.literal.is_below(&part.claim.value.literal)
    })
}
