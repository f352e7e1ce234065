//! What the key of a claim type asks for.

use super::time;
use crate::resolve::Record;
use crate::schema::claim_type::{Basis, ClaimType, KeySlot, OverTime};

/// True when the type's key asks for a slot. A type without a key asks for all of them.
pub(super) fn asks(claim_type: &ClaimType, slot: KeySlot) -> bool {
    let key = &claim_type.key;
    match slot {
        KeySlot::PlaceRequired | KeySlot::Agent => key.contains(&slot),
        KeySlot::Place => {
            key.is_empty() || key.contains(&slot) || key.contains(&KeySlot::PlaceRequired)
        }
        _ => key.is_empty() || key.contains(&slot),
    }
}

/// True for types whose figures hang on who does them, not on an event: the visits of a statesman.
pub(super) fn hangs_on_who(claim_type: &ClaimType) -> bool {
    matches!(claim_type.key.first(), Some(KeySlot::Who | KeySlot::Agent))
}

/// True when one claim of many such in a war, a day's count, needs its day to be told apart.
pub(super) fn daily(record: &Record, claim_type: &ClaimType) -> bool {
    matches!(record.basis, Basis::Incident | Basis::Rate)
        && time::rule(claim_type, record.claim.aspect).time == OverTime::ByBasis
}
