//! How sure a slot is.

/// How a place or event was attached to a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Evidence {
    /// Named in the claim's clause.
    Clause,
    /// Named in its sentence.
    Sentence,
    /// The article's main event or place: headline, dateline, lead.
    Article,
    /// Follows from another slot: the place of its event.
    Inferred,
}

impl Evidence {
    /// The name in YAML and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Clause => "clause",
            Self::Sentence => "sentence",
            Self::Article => "article",
            Self::Inferred => "inferred",
        }
    }
}
