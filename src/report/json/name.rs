//! The names that published JSON gives to values of the stages. They never change within a major version.

use crate::numbers::{Kind, Reason};
use crate::resolve::{AsOfEvidence, Evidence, Stance};
use crate::text::Zone;

/// The part of an article.
pub(crate) const fn zone(zone: Zone) -> &'static str {
    match zone {
        Zone::Headline => "headline",
        Zone::Caption => "caption",
        Zone::Body => "body",
        Zone::Quote => "quote",
        Zone::Tail => "tail",
    }
}

/// How a place or event was attached.
pub(crate) const fn evidence(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Clause => "clause",
        Evidence::Sentence => "sentence",
        Evidence::Article => "article",
        Evidence::Inferred => "inferred",
    }
}

/// How an as-of is known.
pub(crate) const fn as_of_evidence(evidence: AsOfEvidence) -> &'static str {
    match evidence {
        AsOfEvidence::Explicit => "explicit",
        AsOfEvidence::Relative => "relative",
        AsOfEvidence::ArticleDate => "article-date",
        AsOfEvidence::Inferred => "inferred",
        AsOfEvidence::Unknown => "unknown",
    }
}

/// How a source stands to what it says.
pub(crate) const fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Confirmed => "confirmed",
        Stance::Claimed => "claimed",
        Stance::Denied => "denied",
    }
}

/// What kind of number it is.
pub(crate) const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Cardinal => "cardinal",
        Kind::Ordinal => "ordinal",
        Kind::Duration => "duration",
        Kind::Money => "money",
        Kind::Percent => "percent",
        Kind::Measure => "measure",
        Kind::Share => "share",
        Kind::Age => "age",
        Kind::Vague => "vague",
        Kind::Guard => "guard",
    }
}

/// Why a numeral is no figure.
pub(crate) const fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Date => "date",
        Reason::Year => "year",
        Reason::Time => "time",
        Reason::Score => "score",
        Reason::Reference => "reference",
        Reason::Model => "model",
        Reason::Address => "address",
        Reason::Phone => "phone",
        Reason::Url => "url",
        Reason::Identifier => "identifier",
        Reason::ListMark => "list-mark",
        Reason::Rank => "rank",
        Reason::Pronoun => "pronoun",
        Reason::Name => "name",
        Reason::Window => "window",
        Reason::Coordinate => "coordinate",
        Reason::Idiom => "idiom",
        Reason::Fraction => "fraction",
        Reason::TooLarge => "too-large",
    }
}
