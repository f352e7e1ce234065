//! A number joined by a hyphen to what it describes: "a 4-door car".

use crate::text::TokenKind;

use super::group::{Group, Head};
use super::view::View;

/// "his gold, 4-door, Kessler": joined to a word that is no counted noun, it says how something is.
pub(super) fn describes(view: &View<'_>, group: &Group) -> bool {
    let hyphen = group.tokens.end;
    let glued = |at: usize| view.range.contains(&at) && !view.token(at).spaced;
    group.head == Head::None
        && !group.of_them
        && view.is_mark(hyphen, "-")
        && glued(hyphen)
        && glued(hyphen + 1)
        && view.token(hyphen + 1).kind == TokenKind::Word
        && view.match_at(hyphen + 1).is_none()
}
