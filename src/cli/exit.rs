//! What the shell is told.

use std::process::ExitCode;

/// How a run ended. The worse wins: trouble over findings over none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// 0: nothing at or above `--fail-on`; also a closed pipe.
    Clean,
    /// 1: findings.
    Findings,
    /// 2: usage, configuration or unreadable input.
    Trouble,
    /// 130: somebody pressed Ctrl-C, or the system asked it to end.
    Interrupted,
}

impl Exit {
    /// The number.
    pub const fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Findings => 1,
            Self::Trouble => 2,
            Self::Interrupted => 130,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}
