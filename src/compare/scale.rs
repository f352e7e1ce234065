//! What a comparison may say, from worst to best, and how large a disagreement is.

/// What the comparison says of two variants, from worst to best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Nothing explains it.
    Disagree,
    /// Later and lower, or said to be revised.
    Revised,
    /// What is needed to judge is not in the text.
    Unclear,
    /// The figure moved with time.
    Updated,
    /// Both can be true.
    Compatible,
    /// Different questions.
    DifferentScope,
    /// One is a rounding of the other.
    Rounding,
    /// Same number, same operator.
    Agree,
    /// Only one reading: nothing to compare.
    Single,
}

/// How large a disagreement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Under 10 %.
    Minor,
    /// Under 50 %.
    Moderate,
    /// 50 % or more.
    Major,
}

impl Verdict {
    /// All of them, the worst first.
    pub const ALL: [Self; 9] = [
        Self::Disagree,
        Self::Revised,
        Self::Unclear,
        Self::Updated,
        Self::Compatible,
        Self::DifferentScope,
        Self::Rounding,
        Self::Agree,
        Self::Single,
    ];

    /// The name in JSON and tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Disagree => "disagree",
            Self::Revised => "revised",
            Self::Unclear => "unclear",
            Self::Updated => "updated",
            Self::Compatible => "compatible",
            Self::DifferentScope => "different-scope",
            Self::Rounding => "rounding",
            Self::Agree => "agree",
            Self::Single => "single",
        }
    }
}

impl Grade {
    /// The name in JSON and tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Minor => "minor",
            Self::Moderate => "moderate",
            Self::Major => "major",
        }
    }
}
