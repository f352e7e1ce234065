//! "Israeli fire": that of guns, and no blaze.

use super::Resolver;
use super::classes::DETERMINER;
use super::mention::{self, Mention};
use crate::text::Document;

/// True for a word like "fire" behind the name of a party, without an article before it. Whether they shot or shelled it
/// does not say.
pub(super) fn is(
    resolver: &Resolver,
    document: &Document<'_>,
    parties: &[Mention],
    incident: &Mention,
) -> bool {
    let start = incident.tokens.start;
    let of_guns = resolver.events.may_be_of_guns(document.token_text(start));
    let named = mention::within(parties, start.saturating_sub(4)..start).last();
    let party = named.filter(|it| it.tokens.end == start);
    of_guns
        && party.is_some_and(|party| {
            let before = party.tokens.start.checked_sub(1);
            before.is_none_or(|at| !resolver.classes.is(&document.tokens[at], DETERMINER))
        })
}
