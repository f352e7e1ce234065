//! Which words for a deed two articles may use of one.

use crate::resolve::same_kind;

/// The kind of what two sides do to each other.
const CLASH: &str = "clash";

/// True when two articles may tell of one event by these kinds. Two sides clash over days; that one of them attacked a convoy is
/// another matter, for all that a text says.
pub(super) fn may_be_one(a: &str, b: &str) -> bool {
    same_kind(a, b) && (a == CLASH) == (b == CLASH)
}
