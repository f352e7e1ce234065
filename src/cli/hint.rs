//! What to do next, for who sees a report for the first time.

use std::cmp::Reverse;
use std::fmt;

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
