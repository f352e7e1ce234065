//! What a comparison leaves open, below its report: numbers that nothing was made of, and figures of one name that are two.

mod apart;
mod untaken;

pub(super) use untaken::Untaken;

use super::desk::{Desk, Findings};
use super::streams::Streams;

/// Tells it where the report is one that people read; `again` is what reads the same articles again.
pub(super) fn tell(
    desk: &Desk,
    findings: &Findings,
    (is_read, again): (bool, &str),
    streams: &mut Streams<'_>,
) {
    if !is_read {
        return;
    }
    for words in apart::words(desk, findings, again) {
        streams.note(words);
    }
    if let Some(words) = findings.untaken.words(&desk.articles) {
        streams.note(words);
    }
}
