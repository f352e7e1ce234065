//! What word lists say of a number: how it is hedged, or why it is no figure.

use serde::Deserialize;

/// How a number is hedged: what is written. What it means is in the intervals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Operator {
    /// No hedge.
    Bare,
    /// exactly, precisely, a total of
    Exact,
    /// about, some, around, an estimated
    About,
    /// nearly, almost, close to, just under
    Nearly,
    /// more than, over, greater than
    MoreThan,
    /// at least, or more, -plus
    AtLeast,
    /// up to, as many as, at most, no more than, fewer than
    AtMost,
    /// between a and b, a to b
    Range,
    /// dozens, several, hundreds
    Vague,
}

impl Operator {
    /// The name in YAML and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bare => "bare",
            Self::Exact => "exact",
            Self::About => "about",
            Self::Nearly => "nearly",
            Self::MoreThan => "more_than",
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
            Self::Range => "range",
            Self::Vague => "vague",
        }
    }
}

/// Why a numeral is no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(
    missing_docs,
    reason = "each variant is its own reason code, printed as such"
)]
pub enum Reason {
    Date,
    Year,
    Time,
    Score,
    Reference,
    Model,
    Address,
    Phone,
    Url,
    Identifier,
    ListMark,
    Rank,
    Pronoun,
    Name,
    Window,
    Coordinate,
    Idiom,
    Fraction,
    TooLarge,
}

impl Reason {
    /// The name in YAML and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Year => "year",
            Self::Time => "time",
            Self::Score => "score",
            Self::Reference => "reference",
            Self::Model => "model",
            Self::Address => "address",
            Self::Phone => "phone",
            Self::Url => "url",
            Self::Identifier => "identifier",
            Self::ListMark => "list_mark",
            Self::Rank => "rank",
            Self::Pronoun => "pronoun",
            Self::Name => "name",
            Self::Window => "window",
            Self::Coordinate => "coordinate",
            Self::Idiom => "idiom",
            Self::Fraction => "fraction",
            Self::TooLarge => "too_large",
        }
    }
}
