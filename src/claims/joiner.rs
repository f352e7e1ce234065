//! What joins the members of a list: "and", "as well as", a comma, or nothing where the commas were lost.

use super::group::Head;
use super::view::View;
use super::words::Classes;

impl View<'_> {
    /// Where the word or phrase begins that joins what ends before `end` to what begins there: "and", "as well as", a
    /// comma, "and the". `None` when nothing joins them.
    pub(super) fn joiner_before(&self, end: usize) -> Option<usize> {
        let mut before = end.checked_sub(1).filter(|at| *at >= self.range.start)?;
        // "51 children 28 women five medics": a list whose commas were lost.
        let touching = self.group_at(before).is_some_and(|index| {
            self.groups[index].tokens.end == end && self.groups[index].head != Head::None
        });
        if touching && self.group_at(end).is_some() {
            return Some(end);
        }
        while self.is(before, Classes::DETERMINER) && before > self.range.start {
            // "… were killed, and that a further 71 were hurt" is no list.
            if self.document.is_word(before, "that") {
                return None;
            }
            before -= 1;
        }
        if self.is(before, Classes::CONJUNCTION) {
            let comma = before.checked_sub(1).filter(|at| self.is_mark(*at, ","));
            return Some(comma.unwrap_or(before));
        }
        if self.is_mark(before, ",") {
            return Some(before);
        }
        let tokens = &self.document.tokens[..=before];
        (2..=3)
            .filter_map(|n| (before + 1).checked_sub(n))
            .filter(|at| *at >= self.range.start)
            .find(|at| {
                let found =
                    self.words
                        .joiners()
                        .longest_at(tokens, &self.document.article.text, *at);
                found.is_some_and(|found| at + found.n_tokens == before + 1)
            })
    }

    /// The end of a joining phrase ("as well as") that begins at `at`.
    pub(super) fn joiner_at(&self, at: usize) -> Option<usize> {
        let tokens = &self.document.tokens[..self.range.end];
        let found = self
            .words
            .joiners()
            .longest_at(tokens, &self.document.article.text, at)?;
        Some(at + found.n_tokens)
    }
}
