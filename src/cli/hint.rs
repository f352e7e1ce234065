//! What to do next, for who sees a report for the first time.

use std::cmp::Reverse;
use std::fmt;
use std::path::Path;

use super::args;
use super::streams::Streams;
use crate::compare::{Figure, Verdict};

/// What to type to go on from a table: after the worst figure that it shows. Nothing where all is well.
///
/// # Errors
/// Standard output does not take the table.
pub(super) fn after_table(
    figures: &[Figure],
    again: &str,
    streams: &mut Streams<'_>,
) -> fmt::Result {
    let calm = [Verdict::Agree, Verdict::Rounding, Verdict::Single];
    let open = figures.iter().filter(|it| !calm.contains(&it.verdict));
    let Some(worst) = open.min_by_key(|it| (it.verdict, Reverse(it.grade))) else {
        return Ok(());
    };
    streams.show("")?;
    let id = &worst.id;
    streams.note(format_args!(
        "why, and how to silence it: figcheck explain {id} {again}"
    ));
    Ok(())
}

/// Says which command may have been meant by the first of these paths. True where nothing has that name: a report on what
/// stands behind it would look like the answer.
pub(super) fn is_mistyped(paths: &[String], streams: &mut Streams<'_>) -> bool {
    let (Some(typed), Some(verb)) = (paths.first(), args::near_verb(paths)) else {
        return false;
    };
    let is_there = Path::new(typed).exists();
    if is_there {
        streams.note(format_args!("if a command was meant: figcheck {verb}"));
    } else {
        streams.error(format_args!(
            "{typed}: no such file or folder; if a command was meant: figcheck {verb}"
        ));
    }
    !is_there
}
