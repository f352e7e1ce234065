//! What later stages put into words as reports do.

use super::excerpt::Excerpt;
use super::words;
use crate::compare::Figure;
use crate::decimal::Interval;

/// The verdict on a figure with its grade, in words: "disagree (minor)".
pub(crate) fn verdict_words(figure: &Figure) -> String {
    words::verdict(figure.verdict, figure.grade)
}

/// An interval of whole things in words: "58", "23,000–25,000".
pub(crate) fn interval_words(interval: &Interval) -> String {
    words::interval(interval, true)
}

/// A sentence with its number between marks: `At least [[40]] people died.`
pub(crate) fn in_marks(excerpt: &Excerpt) -> String {
    let sentence = format!("{}[[{}]]{}", excerpt.before, excerpt.number, excerpt.after);
    sentence.trim().to_owned()
}
