//! What can be said of two numbers that one text gives, or that count "others" or some of many: writers who give two numbers mostly
//! count two things, and only they know.

use super::reading::Reading;
use super::{Grade, gap, tags};

/// Why two readings that differ may both be meant, by the words of the texts alone; `None` when nothing speaks for it.
pub(super) fn reason(a: &Reading<'_>, b: &Reading<'_>) -> Option<&'static str> {
    if leaves_out(a, b) || leaves_out(b, a) {
        return Some("who.some");
    }
    let told_together = within(&a.articles, &b.articles) || within(&b.articles, &a.articles);
    let contradicts =
        a.headline_alone != b.headline_alone || sources_differ(a, b) || looks_like_a_slip(a, b);
    (told_together && !contradicts).then_some("text.gives_both")
}

/// "Three others were hurt", "two were in danger" beside "five were hurt": the larger number may be of all.
fn leaves_out(part: &Reading<'_>, whole: &Reading<'_>) -> bool {
    part.counts_some
        && !(part.others && whole.others)
        && part.value.core.is_below(&whole.value.core)
}

/// Every article of one side is among those of the other. Both are ascending.
fn within(some: &[usize], all: &[usize]) -> bool {
    some.iter()
        .all(|article| all.binary_search(article).is_ok())
}

/// The text sets one source's number against another's.
fn sources_differ(a: &Reading<'_>, b: &Reading<'_>) -> bool {
    let named = !a.families.is_empty() && !b.families.is_empty();
    named && !a.families.iter().any(|family| b.families.contains(family))
}

/// Numbers so near each other, or so alike in their digits, that one is a slip for the other.
fn looks_like_a_slip(a: &Reading<'_>, b: &Reading<'_>) -> bool {
    let slips = tags::of_values(a.value, b.value);
    gap::grade(a.value, b.value) == Grade::Minor
        || slips.contains(&"transposed")
        || slips.contains(&"scale-slip")
}
