//! How a figure is not to be shown any more.

use std::fmt;

use super::labelled;
use crate::compare::{Figure, Verdict};
use crate::report::{Style, fingerprint, sanitise};

/// Writes what to put into which file.
pub(super) fn write(style: &Style, figure: &Figure, out: &mut dyn fmt::Write) -> fmt::Result {
    if matches!(
        figure.verdict,
        Verdict::Agree | Verdict::Rounding | Verdict::Single
    ) {
        return Ok(());
    }
    out.write_char('\n')?;
    labelled(
        style,
        "to silence",
        "add these lines, with your reason, to figcheck.suppress.yaml, which stands beside the settings file or else where \
         figcheck is run. Without the line `readings` they hold whatever the readings become; a line `until: 2030-01-31` \
         ends them",
        out,
    )?;
    // From the first column, so that they can be pasted as they are.
    writeln!(out, "- figure: {}", sanitise::line(&figure.id))?;
    writeln!(out, "  readings: {}", fingerprint::of_figure(figure))?;
    writeln!(out, "  reason: …")
}
