//! A quantity read as a claim type, with how it was read.

use std::ops::Range;

use crate::numbers::{Quantity, Value};
use crate::schema::Frame;
use crate::span::Span;

/// A quantity read as a claim type.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Index into [`Schema::types`](crate::schema::Schema::types).
    pub claim_type: usize,
    /// Index into the type's aspects (`held` of hostages), where it has aspects.
    pub aspect: Option<usize>,
    /// The number as read in the text, in its written unit.
    pub quantity: Quantity,
    /// What it means in the claim type's unit.
    pub value: Value,
    /// The sentence it stands in, as an index into the document's sentences.
    pub sentence: usize,
    /// The clause it stands in: what negation, modality and sources reach. Indices into the document's tokens.
    pub clause: Range<usize>,
    /// What of the clause tells of this number alone, where several share a verb and have a place or time each: "five in
    /// Linden". `None`: all of the clause. Indices into the document's tokens.
    pub conjunct: Option<Range<usize>>,
    /// The counted group as written: "Palestinians", "Islamist fighters"; `None` when the text does not say.
    pub counted: Option<Span>,
    /// The shape that tied the number to the trigger.
    pub frame: Frame,
    /// The trigger that named the claim type.
    pub trigger: Trigger,
    /// Affirmed or denied.
    pub polarity: Polarity,
    /// Actual, planned or possible.
    pub modality: Modality,
    /// The claim of the same article that this is a part of ("including four children"), as an index.
    pub part_of: Option<usize>,
    /// How sure the reading is.
    pub certainty: Certainty,
    /// Short remarks for the reader, e.g. `earlier-report`, `others`.
    pub notes: Vec<&'static str>,
}

/// The word or phrase that named the claim type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trigger {
    /// The trigger's `id` in the schema.
    pub id: String,
    /// Its words in the text.
    pub span: Span,
}

/// Whether the text states or denies it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Polarity {
    /// Stated.
    Affirmed,
    /// "denied that 40 had been killed"
    Denied,
}

/// Whether it is said to be so, meant to be so, or may be so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modality {
    /// It happened or holds.
    Actual,
    /// Proposed, offered, to be done.
    Planned,
    /// Feared, could, may.
    Possible,
}

/// How sure a reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// The words say so.
    Stated,
    /// The usual reading of the words.
    Likely,
    /// One reading among others.
    Possible,
}

macro_rules! names {
    ($type:ty { $($variant:ident => $name:literal),* $(,)? }) => {
        impl $type {
            /// The name in YAML and JSON.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }
        }
    };
}

names!(Polarity { Affirmed => "affirmed", Denied => "denied" });
names!(Modality { Actual => "actual", Planned => "planned", Possible => "possible" });
names!(Certainty { Stated => "stated", Likely => "likely", Possible => "possible" });
