//! `config [--show-origin]`: the settings as they hold. What nobody set is a comment, so that the output is a settings
//! file.

use std::fmt::{self, Write as _};

use super::{Config, Origin, fill_diff};
use crate::cli::args::{ConfigArgs, DiffArgs};
use crate::cli::exit::Exit;
use crate::cli::streams::Streams;

/// Prints one setting a line, as the file would have it; with where it comes from, when asked.
///
/// # Errors
/// Standard output does not take the text.
pub(in crate::cli) fn run(args: ConfigArgs, streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    let ConfigArgs { show_origin, diff } = args;
    let mut diff: DiffArgs = diff;
    let filled = Config::of(&diff.input).and_then(|config| fill_diff(&mut diff, config.as_ref()));
    let rows = match filled {
        Ok(rows) => rows,
        Err(fault) => {
            streams.error(fault);
            return Ok(Exit::Trouble);
        }
    };
    let width = rows
        .iter()
        .map(|row| row.key.len() + row.value.len() + 4)
        .max()
        .unwrap_or(0);
    for row in &rows {
        let comment = if row.origin == Origin::Default {
            "# "
        } else {
            ""
        };
        let line = format!("{comment}{}: {}", row.key, row.value);
        if show_origin {
            writeln!(streams, "{line:width$}  # {}", row.origin)?;
        } else {
            writeln!(streams, "{line}")?;
        }
    }
    Ok(Exit::Clean)
}
