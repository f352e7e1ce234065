//! A number as written and what it can mean.

use std::ops::Range;

use crate::decimal::{Decimal, Interval};
pub use crate::schema::wording::{Operator, Reason};
use crate::span::Span;

/// A number found in the text.
#[derive(Clone, Debug)]
pub struct Quantity {
    /// The number with its hedge: "nearly 40,000", "more than 1 million", "21-day".
    pub span: Span,
    /// The numeral alone: "40,000", "1 million", "21".
    pub numeral: Span,
    /// The tokens under `span`, as indices into the document's tokens.
    pub tokens: Range<usize>,
    /// The sentence it stands in, as an index into the document's sentences.
    pub sentence: usize,
    /// What kind of number it is.
    pub kind: Kind,
    /// Why it is no figure; set exactly for [`Kind::Guard`].
    pub reason: Option<Reason>,
    /// What it can mean, in the written unit.
    pub value: Value,
    /// The unit as written and recognised: day, percent, usd, km. `None` for plain counts.
    pub unit: Option<Unit>,
    /// The rule that read it, for `inspect` and `explain`.
    pub rule: &'static str,
}

/// What kind of number a quantity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A count or plain number.
    Cardinal,
    /// "11th", "fourth".
    Ordinal,
    /// A length of time: "three weeks", "21-day".
    Duration,
    /// An amount of money.
    Money,
    /// Percent or percentage points.
    Percent,
    /// A number with a physical unit.
    Measure,
    /// A part of a base: "a third of", "most of its 2.3 million" (the base is a quantity of its own).
    Share,
    /// An age: "24-year-old", "aged 9".
    Age,
    /// "dozens", "tens of thousands", "several".
    Vague,
    /// A numeral that is no figure.
    Guard,
}

/// The unit of a quantity as recognised: its canonical singular name from `lexicon/units.yaml`, e.g. `day`, `percent`,
/// `usd`, `kilometre`.
pub type Unit = std::sync::Arc<str>;

/// What the wording says: see the operator table in DESIGN.md.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// The number; `None` for vague words, ranges and plain shares without one.
    pub number: Option<Decimal>,
    /// How it is hedged.
    pub operator: Operator,
    /// The values an attentive reader takes it for.
    pub core: Interval,
    /// The values a generous reader allows.
    pub support: Interval,
    /// The values under which the words are still literally true.
    pub literal: Interval,
    /// "another 500", "12 more": an addition to an earlier number.
    pub increment: bool,
    /// "11th": counts by order.
    pub ordinal: bool,
    /// The base of a share as its span: "most of its 2.3 million" → "2.3 million".
    pub share_of: Option<Span>,
    /// The currency of an amount of money, where it is not the unit of the claim's type: "eur" of aid counted in dollars.
    pub currency: Option<Unit>,
}

impl Value {
    /// What only numbers of the same can be compared by: the base of a share in `text`, or a currency.
    pub fn base(&self, text: &str) -> Option<String> {
        let share = self.share_of.map(|base| base.slice(text).to_lowercase());
        share.or_else(|| self.currency.as_deref().map(str::to_owned))
    }
}

impl Kind {
    /// The name in YAML and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cardinal => "cardinal",
            Self::Ordinal => "ordinal",
            Self::Duration => "duration",
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Measure => "measure",
            Self::Share => "share",
            Self::Age => "age",
            Self::Vague => "vague",
            Self::Guard => "guard",
        }
    }
}
