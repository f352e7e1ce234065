//! What a report leaves out because it was told to: counted, never silent.

use serde::Serialize;

/// How many figures are not shown, by reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Hidden {
    /// The filters leave them out.
    pub filtered: usize,
    /// They are below the least severity.
    pub quiet: usize,
    /// Somebody suppressed them, with a reason.
    pub suppressed: usize,
    /// The baseline has them.
    pub known: usize,
}

impl Hidden {
    /// How many in all.
    pub(crate) const fn count(self) -> usize {
        self.filtered + self.quiet + self.suppressed + self.known
    }

    /// "3 figures hidden: 2 by filters, 1 suppressed".
    pub(crate) fn words(self) -> String {
        let n = self.count();
        let parts: Vec<String> = [
            (self.filtered, "by filters"),
            (self.quiet, "below the least severity"),
            (self.suppressed, "suppressed"),
            (self.known, "in the baseline"),
        ]
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, reason)| format!("{n} {reason}"))
        .collect();
        let figures = if n == 1 { "figure" } else { "figures" };
        match n {
            0 => "no figure is hidden".to_owned(),
            _ => format!("{n} {figures} hidden: {}", parts.join(", ")),
        }
    }
}
