//! A draft beside what holds: the figures of a sheet, or the articles that it sums up.
//!
//! Whether a claim of the draft answers the question of an entry is for the comparison to say; what is said here is how
//! its number stands to the other, and what to write instead.

mod alike;
mod beside;
mod draft;
mod earlier;
mod elsewhere;
mod fit;
mod kind;
mod number;
mod once;
mod repair;
mod sources;
mod table;
mod within;

use super::sheet::Entry;
use crate::report;
use crate::report::Severity;
use crate::report::notice::Spot;
use crate::span::Span;

pub use draft::against_sheet;
pub use repair::{Repaired, repaired};
pub use sources::against_sources;
pub use table::{AGAINST, SHEET, notices};

/// What is wrong with a claim of a draft, or that nothing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Code {
    /// The number is another.
    Mismatch,
    /// It was the number once; the sheet, or a source, has a newer one.
    Stale,
    /// The draft contradicts itself.
    Inconsistent,
    /// Nowhere in the draft is it said who says so.
    AttributionMissing,
    /// A vague or loose word where there is a number, or a word that the desk does not use.
    Wording,
    /// The entry is past its day.
    Expired,
    /// The sheet, or the sources, have this number and another that contradicts it.
    Disputed,
    /// A source has the number, and it may be of something else, or somebody else says so.
    Unsure,
    /// The sheet does not have it.
    NotInSheet,
    /// One is a rounding of the other.
    Rounding,
    /// It is as agreed.
    Ok,
    /// No source has such a number.
    Changed,
    /// No source speaks of it.
    Unsupported,
    /// A source has it, rounded or hedged otherwise.
    Rounded,
    /// A source has it.
    Supported,
}

impl Code {
    /// The name in every format.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mismatch => "mismatch",
            Self::Stale => "stale",
            Self::Inconsistent => "inconsistent",
            Self::AttributionMissing => "attribution-missing",
            Self::Wording => "wording",
            Self::Expired => "expired",
            Self::Disputed => "disputed",
            Self::Unsure => "unsure",
            Self::NotInSheet => "not-in-sheet",
            Self::Rounding => "rounding",
            Self::Ok => "ok",
            Self::Changed => "changed",
            Self::Unsupported => "unsupported",
            Self::Rounded => "rounded",
            Self::Supported => "supported",
        }
    }

    /// How loud it is.
    pub const fn severity(self) -> Severity {
        match self {
            Self::Mismatch | Self::Stale | Self::Inconsistent | Self::Changed => Severity::Error,
            Self::AttributionMissing
            | Self::Wording
            | Self::Expired
            | Self::Disputed
            | Self::Unsure
            | Self::Unsupported => Severity::Warning,
            Self::NotInSheet => Severity::Info,
            Self::Rounding | Self::Ok | Self::Rounded | Self::Supported => Severity::None,
        }
    }
}

/// What is said of one claim of a draft.
#[derive(Clone, Debug)]
pub struct Finding {
    /// What it is.
    pub code: Code,
    /// The claim, as an index into the records.
    pub claim: usize,
    /// Where it stands.
    pub spot: Spot,
    /// The key of the entry, or the id of the figure.
    pub figure: String,
    /// What it is called in words.
    pub label: String,
    /// What stands beside it.
    pub other: Option<Other>,
    /// Why, in a sentence.
    pub why: String,
    /// What to write instead.
    pub edit: Option<Edit>,
}

/// What a claim is laid beside: an entry of the sheet, or the reading of a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Other {
    /// "sheet", or the source's id with its line.
    pub place: String,
    /// The words.
    pub says: String,
    /// What they are taken for.
    pub reads: String,
    /// Of which time.
    pub as_of: String,
    /// By whom.
    pub source: String,
    /// The sentence; empty of an entry.
    pub sentence: String,
}

impl Other {
    /// That of an entry.
    fn of(entry: &Entry) -> Self {
        Self {
            place: "sheet".to_owned(),
            says: entry.written(),
            reads: entry.amount.words(),
            as_of: entry.as_of.map(report::day).unwrap_or_default(),
            source: entry.source.clone(),
            sentence: entry.note.clone(),
        }
    }
}

/// Words of a draft and what to write for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The article, as an index.
    pub article: usize,
    /// What to replace, in the article's text; empty to put words in.
    pub span: Span,
    /// The words instead.
    pub text: String,
}
