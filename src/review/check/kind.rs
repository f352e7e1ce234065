//! Numbers of one kind, shown beside one that nothing is matched to: an editor may see that it is one of them where the
//! words do not tell a program.

use crate::resolve::Record;

/// How many of them are shown; the rest is counted.
const SHOWN: usize = 4;

/// "58 (deaths · ferry), 12 (deaths · fire) and 3 more".
pub(super) fn listed(told: &[String]) -> String {
    let more = match told.len().saturating_sub(SHOWN) {
        0 => String::new(),
        n => format!(" and {n} more"),
    };
    format!("{}{more}", told[..told.len().min(SHOWN)].join(", "))
}

/// What tells the claims that count what this one counts.
pub(super) fn of(asked: &Record) -> impl Fn(&Record) -> bool {
    let kind = |it: &Record| (it.claim.claim_type, it.claim.aspect);
    let asked = kind(asked);
    move |it| kind(it) == asked
}
