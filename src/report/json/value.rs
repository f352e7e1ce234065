//! Numbers, intervals and places as published.

use serde::Serialize;

use crate::decimal::{Decimal, Interval, ToPrimitive};
use crate::ingest::Field;
use crate::numbers;
use crate::report::locator::Place;

/// A number as written and what it can mean. All numbers are exact decimals as strings, without trailing zeros after
/// the point: no reader's floats can change them.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Value<'a> {
    /// The words, hedge included: "nearly 40,000".
    pub text: &'a str,
    /// The number; null for vague words, ranges, plain shares and calendar months.
    pub number: Option<String>,
    /// The hedge as written: bare, exact, about, nearly, `more_than`, `at_least`, `at_most`, range, vague.
    pub operator: &'static str,
    /// What an attentive reader takes it for.
    pub core: Bounds,
    /// What a generous reader allows.
    pub support: Bounds,
    /// Where the words are still literally true; of a range, its two ends.
    pub literal: Bounds,
    /// "another 500": an addition to an earlier number.
    pub increment: bool,
    /// "11th": counts by order.
    pub ordinal: bool,
    /// The words of the base of a share: "2.3 million" of "most of its 2.3 million".
    pub share_of: Option<&'a str>,
}

/// Lower and upper end of an interval. Null is open; an end that is itself excluded is still given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Bounds(pub Option<String>, pub Option<String>);

/// Where words stand in the user's own text.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Spot {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl<'a> Value<'a> {
    /// `value`, read from the words `text` of an article with the text `article`.
    pub(crate) fn new(value: &numbers::Value, text: &'a str, article: &'a str) -> Self {
        Self {
            text,
            number: value.number.map(exact),
            operator: value.operator.name(),
            core: Bounds::new(&value.core),
            support: Bounds::new(&value.support),
            literal: Bounds::new(&value.literal),
            increment: value.increment,
            ordinal: value.ordinal,
            share_of: value.share_of.map(|base| base.slice(article)),
        }
    }
}

impl Bounds {
    /// The ends of `interval`.
    pub(crate) fn new(interval: &Interval) -> Self {
        Self(interval.low.map(exact), interval.high.map(exact))
    }
}

impl From<Place> for Spot {
    fn from(place: Place) -> Self {
        Self {
            start: place.span.start,
            end: place.span.end,
            line: place.position.line,
            column: place.position.column,
        }
    }
}

/// "title" for words in a title given apart from the text, which their spans then count from; else nothing.
pub(crate) const fn field_name(field: Field) -> Option<&'static str> {
    match field {
        Field::Title => Some("title"),
        Field::Text => None,
    }
}

/// All digits of `number`, without trailing zeros after the point.
pub(crate) fn exact(number: Decimal) -> String {
    // Nearly all are small whole numbers.
    match number.to_i64().filter(|_| number.scale() == 0) {
        Some(whole) => whole.to_string(),
        None => number.normalize().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_every_digit_and_no_empty_ones() {
        let check = |written: &str, expected: &str| {
            assert_eq!(exact(written.parse().unwrap()), expected);
        };
        check("40000", "40000");
        check("2.50", "2.5");
        check("0.0", "0");
        check("-0.00", "0");
        check(
            "9999999999999999999999999999",
            "9999999999999999999999999999",
        );
    }
}
