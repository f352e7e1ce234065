//! What to type next. A command stands on a line of its own, however long, so that it can be copied as it is.

use std::fmt;

use super::LABEL;
use crate::report::sanitise;
use crate::report::view::View;

/// Writes the command that explains a figure, with the articles it was found in.
pub(super) fn explain(view: &View<'_>, id: &str, out: &mut dyn fmt::Write) -> fmt::Result {
    let words = format!("figcheck explain {id} {}", view.input.again);
    let words = sanitise::line(&words);
    let label = format!("  {:<width$}", "to ask why", width = LABEL - 2);
    writeln!(out, "{label}{}", words.trim_end())
}
