//! The age of one who is counted.

use crate::text::Document;

/// From this age on nobody is a child, in years.
const OF_AGE: u8 = 18;

/// "15-year-old", "15 year old", read at the number.
pub(super) fn is_minor(document: &Document<'_>, at: usize) -> bool {
    let young = document
        .token_text(at)
        .parse::<u8>()
        .is_ok_and(|age| age < OF_AGE);
    let word = |at: usize| at < document.tokens.len() && !document.is_word(at, "-");
    let mut after = (at + 1..at + 5).filter(|at| word(*at));
    young
        && after
            .next()
            .is_some_and(|at| document.token_text(at).eq_ignore_ascii_case("year"))
        && after.next().is_some_and(|at| {
            document
                .token_text(at)
                .to_ascii_lowercase()
                .starts_with("old")
        })
}
