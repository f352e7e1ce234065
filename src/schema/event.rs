//! Named events: what `schemas/events/*.yaml` lists.

use crate::calendar::DateRange;

/// An event that newsrooms refer to by name.
#[derive(Clone, Debug)]
pub struct NamedEvent {
    /// Unique id: `oct7-attack`.
    pub id: String,
    /// For labels: "7 October attack".
    pub label: String,
    /// war, attack, earthquake, …
    pub kind: String,
    /// When it happened, or began and ended; an open end goes on.
    pub date: DateRange,
    /// It went on for long enough that its figures grow (a war, an epidemic).
    pub ongoing: bool,
    /// Place id, when it has one.
    pub place: Option<String>,
    /// Parties by name: the attacker first.
    pub parties: Vec<String>,
    /// Phrases that name it, groups already expanded, lower case.
    pub aliases: Vec<String>,
}
