//! Claims that nothing ties to another question: each is compared with its own repetition alone.

use crate::decimal::Decimal;
use crate::numbers::Value;

/// What a claim that stands alone repeats.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Alone {
    /// The article, by rank; `None`: any article that says the same number of the same question.
    pub(super) article: Option<usize>,
    /// Its number, or the ends of its core.
    pub(super) number: [Option<Decimal>; 2],
}

impl Alone {
    /// Repetitions of `value` within one article, or within all.
    pub(super) fn new(article: Option<usize>, value: &Value) -> Self {
        let ends = value
            .number
            .map_or([value.core.low, value.core.high], |n| [Some(n), None]);
        Self {
            article,
            number: ends.map(|end| end.map(|n| n.normalize())),
        }
    }
}
