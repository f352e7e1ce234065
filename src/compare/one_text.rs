//! What can be said of two numbers by the texts that give them alone: writers who give two numbers mostly count two
//! things, and only they know; a number told in passing is mostly of a part.

use crate::decimal::{Decimal, Interval};

use super::reading::{Question, Reading};
use super::{Grade, gap, particular, tags};

/// Why two readings that differ may both be meant, by the words of the texts alone; `None` when nothing speaks for it.
pub(super) fn reason(
    a: &Reading<'_>,
    b: &Reading<'_>,
    question: &Question<'_>,
) -> Option<&'static str> {
    if leaves_out(a, b) || leaves_out(b, a) {
        return Some("who.some");
    }
    if attacker_between(a, b, question) {
        return Some("who.attacker");
    }
    let (smaller, larger) = if b.value.core.is_below(&a.value.core) {
        (b, a)
    } else {
        (a, b)
    };
    if particular::apart(smaller.noun, larger.noun) {
        return Some("who.particular");
    }
    if looks_like_a_slip(a, b) {
        return None;
    }
    let told_together = within(&a.articles, &b.articles) || within(&b.articles, &a.articles);
    let contradicts = a.headline_alone != b.headline_alone || sources_differ(a, b);
    if (told_together || gives(a, b) || gives(b, a)) && !contradicts {
        return Some("text.gives_both");
    }
    if !told_together && !smaller.leads {
        return Some("text.in_passing");
    }
    let far = gap::grade(a.value, b.value) == Grade::Major;
    (question.unlisted_deed && far).then_some("event.far_apart")
}

/// "Three others were hurt", "two were in danger" beside "five were hurt": the larger number may be of all.
fn leaves_out(part: &Reading<'_>, whole: &Reading<'_>) -> bool {
    part.counts_some
        && !(part.others && whole.others)
        && part.value.core.is_below(&whole.value.core)
}

/// The numbers differ by no more than the attackers who died.
fn attacker_between(a: &Reading<'_>, b: &Reading<'_>, question: &Question<'_>) -> bool {
    let dead = Decimal::from(question.dead_attackers);
    gap::difference(a.value, b.value).is_some_and(|by| by <= dead)
}

/// Every article of one side is among those of the other. Both are ascending.
fn within(some: &[usize], all: &[usize]) -> bool {
    some.iter()
        .all(|article| all.binary_search(article).is_ok())
}

/// Every article of one side gives the other's number too, for whatever it counts.
fn gives(one: &Reading<'_>, other: &Reading<'_>) -> bool {
    let core: &Interval = &other.value.core;
    one.besides.iter().any(|number| core.contains(*number))
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
