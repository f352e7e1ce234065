//! How a figure is not to be shown any more, or who said so already.

use std::fmt;

use super::labelled;
use crate::compare::{Figure, Verdict};
use crate::report::view::View;
use crate::report::{Style, fingerprint, sanitise};

/// Writes what to put into which file; of a figure that is silenced, where that stands.
pub(super) fn write(
    view: &View<'_>,
    style: &Style,
    figure: &Figure,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    if is_told(view, figure) {
        out.write_char('\n')?;
        return told(view, style, figure, out);
    }
    if matches!(
        figure.verdict,
        Verdict::Agree | Verdict::Rounding | Verdict::Single
    ) {
        return Ok(());
    }
    lines(style, figure, "", out)
}

/// True when somebody decided not to show this figure.
pub(super) fn is_told(view: &View<'_>, figure: &Figure) -> bool {
    reason(view, figure).is_some()
}

/// Says by which line and for which reason a figure is not shown; nothing of one that is.
pub(super) fn told(
    view: &View<'_>,
    style: &Style,
    figure: &Figure,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let Some(reason) = reason(view, figure) else {
        return Ok(());
    };
    let words = format!("not shown in reports, by {}", sanitise::line(reason));
    labelled(style, "silenced", &words, out)
}

/// Writes the lines that silence a figure, and `what` else they do.
pub(super) fn lines(
    style: &Style,
    figure: &Figure,
    what: &str,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let what = if what.is_empty() {
        String::new()
    } else {
        format!("They silence the figure {what}. ")
    };
    out.write_char('\n')?;
    labelled(
        style,
        "to silence",
        &format!(
            "add these lines, with your reason, to figcheck.suppress.yaml, which stands beside the settings file or else \
             where figcheck is run. {what}Without the line `readings` they hold whatever the readings become; a line \
             `until: 2030-01-31` ends them"
        ),
        out,
    )?;
    // From the first column, so that they can be pasted as they are.
    writeln!(out, "- figure: {}", sanitise::line(&figure.id))?;
    writeln!(out, "  readings: {}", fingerprint::of_figure(figure))?;
    writeln!(out, "  reason: …")
}

fn reason<'v>(view: &'v View<'_>, figure: &Figure) -> Option<&'v str> {
    let silenced = view.input.silenced?;
    let mut figures = silenced.comparison.figures.iter().zip(&silenced.reasons);
    let (_, reason) = figures.find(|(it, _)| it.id == figure.id)?;
    Some(reason)
}
