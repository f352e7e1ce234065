//! What a verdict is about: two readings, and the question that both answer.

use crate::numbers::Value;
use crate::resolve::{AsOf, Event};
use crate::schema::claim_type::CompareRule;

use super::time::Motion;

/// One side of a comparison: a value with all that bears on the verdict.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one independent fact of the text, and no two make a state"
)]
#[derive(Clone, Debug)]
pub(super) struct Reading<'a> {
    /// What it says, in the type's unit.
    pub(super) value: &'a Value,
    /// As written.
    pub(super) written: &'a str,
    /// The time it speaks of.
    pub(super) as_of: AsOf,
    /// The text denies it.
    pub(super) denied: bool,
    /// The text calls it an earlier count.
    pub(super) earlier: bool,
    /// The text says that it was revised or corrected.
    pub(super) revised: bool,
    /// Every claim of it is one reading of the words among others.
    pub(super) uncertain: bool,
    /// Its event is known.
    pub(super) has_event: bool,
    /// Its place is known.
    pub(super) has_place: bool,
    /// Who is counted, as written.
    pub(super) who: Option<&'a str>,
    /// Who is counted is told apart by nationality.
    pub(super) nationality: bool,
    /// Source families, ascending, each once.
    pub(super) families: Vec<&'a str>,
    /// Ranks of its articles, ascending, each once.
    pub(super) articles: Vec<usize>,
    /// Every claim of it counts some of those concerned: "three others", "two of the victims", "a passer-by".
    pub(super) counts_some: bool,
    /// Of these, "others" throughout: two such counts mostly leave out the same people.
    pub(super) others: bool,
    /// Every claim of it stands in a headline, and no body under such a headline gives its number.
    pub(super) headline_alone: bool,
    /// The id of the claim to show.
    pub(super) id: &'a str,
}

/// What the figure asks, as far as verdicts depend on it.
#[derive(Clone, Debug)]
pub(super) struct Question<'a> {
    /// How values of its type compare.
    pub(super) rule: &'a CompareRule,
    /// What time does to it.
    pub(super) motion: Motion,
    /// Its event.
    pub(super) event: Option<&'a Event>,
    /// Its type needs an event to compare.
    pub(super) asks_event: bool,
    /// Its type needs a place to compare.
    pub(super) asks_place: bool,
    /// Its type tells counted groups apart.
    pub(super) asks_who: bool,
    /// The listed war in which its event is known by kind, place and day alone, by the name to show.
    pub(super) within_war: Option<&'a str>,
}
