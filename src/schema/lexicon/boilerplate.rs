//! `boilerplate.yaml`: lines of a web page that are not the article.

use serde::Deserialize;

use crate::schema::Lent;

/// The lists as written, by what they say of the lines around them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Boilerplate {
    /// What the file is for, in words.
    pub about: String,
    /// That line only.
    pub line: Phrases,
    /// What a page's buttons and fields are called, in the middle of a line: as written, capitals and all.
    pub inside: Vec<Lent>,
    /// That line and the teasers below it.
    pub teasers: Phrases,
    /// Everything from that line on.
    pub rest: Phrases,
    /// Lines that belong to a picture or name who made it.
    pub caption: Credits,
}

/// Phrases that a line is, or begins with: lower case, straight apostrophes, `#` for a run of digits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrases {
    /// The line is just this.
    pub whole: Vec<Lent>,
    /// The line begins with this.
    pub start: Vec<Lent>,
}

/// Phrases that a caption begins with, or has in its last words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Credits {
    /// The line begins with this.
    pub start: Vec<Lent>,
    /// The last words of the line hold this.
    pub end: Vec<Lent>,
}
