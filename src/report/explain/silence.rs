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
        "put this into figcheck.suppress.yaml, with your reason; without its second line it holds whatever the readings \
         become; `until: 2030-01-31` ends it",
        out,
    )?;
    writeln!(out, "             - figure: {}", sanitise::line(&figure.id))?;
    writeln!(
        out,
        "               readings: {}",
        fingerprint::of_figure(figure)
    )?;
    writeln!(out, "               reason: …")
}
