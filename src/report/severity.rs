//! How loud a verdict is, on one scale that formats, filters and exit codes share.

use crate::compare::{Grade, Verdict};

/// How loud a finding is, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing to say: the readings tally.
    None,
    /// Worth knowing.
    Info,
    /// Worth a look.
    Warning,
    /// Somebody should decide.
    Error,
}

impl Severity {
    /// The severity of a verdict with its grade.
    pub const fn of(verdict: Verdict, grade: Option<Grade>) -> Self {
        match (verdict, grade) {
            (Verdict::Disagree, Some(Grade::Minor)) | (Verdict::Revised | Verdict::Unclear, _) => {
                Self::Warning
            }
            (Verdict::Disagree, _) => Self::Error,
            (Verdict::Updated | Verdict::Compatible | Verdict::DifferentScope, _) => Self::Info,
            (Verdict::Rounding | Verdict::Agree | Verdict::Single, _) => Self::None,
        }
    }

    /// The name in every format.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}
