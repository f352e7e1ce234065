//! What the verdicts of a figure rest on, kept so that a sentence is written only when someone reads it: a large figure
//! has thousands of pairs, and a report shows a few.

use crate::decimal::Decimal;
use crate::numbers::Value;
use crate::resolve::AsOfEvidence;

use super::reading::{Question, Reading};
use super::time::{Motion, Order};
use super::verdict::order;
use super::why::why;
use super::{Figure, Pair, Verdict, gap};

/// What the verdicts of one figure rest on.
#[derive(Clone, Debug, Default)]
pub struct Grounds(Kind);

#[derive(Clone, Debug, Default)]
enum Kind {
    /// The figure has one variant: nothing was judged.
    #[default]
    Nothing,
    Readings(Box<Judged>),
    /// The sentence and the caveats of every pair, given with the figure.
    #[cfg(test)]
    Told(String, Vec<String>),
}

#[derive(Clone, Debug)]
struct Judged {
    readings: Vec<Reading>,
    question: Question,
    ambiguous: bool,
}

impl Grounds {
    /// The readings of the variants, in their order; `ambiguous` when the figure might be one with another.
    pub(super) fn new(readings: Vec<Reading>, question: Question, ambiguous: bool) -> Self {
        Self(Kind::Readings(Box::new(Judged {
            readings,
            question,
            ambiguous,
        })))
    }

    /// Of a figure that no comparison made: what it says of each of its pairs.
    #[cfg(test)]
    pub(crate) fn told(why: &str, caveats: Vec<String>) -> Self {
        Self(Kind::Told(why.to_owned(), caveats))
    }

    /// Adds words to what such a figure says.
    #[cfg(test)]
    pub(crate) fn say(&mut self, words: &str) {
        if let Kind::Told(why, _) = &mut self.0 {
            why.push_str(words);
        }
    }

    fn on<T>(
        &self,
        pair: &Pair,
        tell: impl Fn(&Reading, &Reading, &Question, bool) -> T,
    ) -> Option<T> {
        let Kind::Readings(judged) = &self.0 else {
            return None;
        };
        let (a, b) = (judged.readings.get(pair.a)?, judged.readings.get(pair.b)?);
        Some(tell(
            &a.against(b),
            &b.against(a),
            &judged.question,
            judged.ambiguous,
        ))
    }
}

impl Figure {
    /// The reason of a pair's verdict, as sentences for an editor.
    pub fn why(&self, pair: &Pair) -> String {
        #[cfg(test)]
        if let Kind::Told(why, _) = &self.grounds.0 {
            return why.clone();
        }
        let why = self.grounds.on(pair, |a, b, question, _| {
            why(a, b, question, order(a, b, question), pair.reason)
        });
        why.unwrap_or_default()
    }

    /// What a reader should know before relying on a pair: slots that one side leaves open, and dates that were
    /// inferred. A code, and after a colon the id of the claim: `who-unknown:CLAIM-ID`.
    pub fn caveats(&self, pair: &Pair) -> Vec<String> {
        #[cfg(test)]
        if let Kind::Told(_, caveats) = &self.grounds.0 {
            return caveats.clone();
        }
        self.grounds.on(pair, caveats).unwrap_or_default()
    }

    /// The variant of a pair that took the place of the other: the figure moved, or was corrected. `None` where both stand.
    pub fn successor(&self, pair: &Pair) -> Option<usize> {
        if !matches!(pair.verdict, Verdict::Updated | Verdict::Revised) {
            return None;
        }
        self.grounds.on(pair, |a, b, question, _| {
            let follows = match order(a, b, question) {
                Order::Before => true,
                Order::After => false,
                // Of one day, a count that has just risen.
                Order::Same | Order::Unknown => a.value.core.is_below(&b.value.core),
            };
            if follows { pair.b } else { pair.a }
        })
    }

    /// The values that a pair was judged by: a headline that leaves out the hedge of its body is taken for that.
    pub fn judged(&self, pair: &Pair) -> Option<(Value, Value)> {
        let judged = self
            .grounds
            .on(pair, |a, b, _, _| (a.value.clone(), b.value.clone()));
        let value = |at: usize| self.variants.get(at).map(|variant| variant.value.clone());
        judged.or_else(|| value(pair.a).zip(value(pair.b)))
    }

    /// |a − b| / max of a pair, where both have a number.
    pub fn gap(&self, pair: &Pair) -> Option<Decimal> {
        let value = |at: usize| self.variants.get(at).map(|variant| &variant.value);
        gap::gap(value(pair.a)?, value(pair.b)?)
    }
}

fn caveats(a: &Reading, b: &Reading, question: &Question, ambiguous: bool) -> Vec<String> {
    let mut caveats = Vec::new();
    for (one, other) in [(a, b), (b, a)] {
        let mut add = |name: &str| caveats.push(format!("{name}:{}", one.id));
        if question.asks_who && one.who.is_none() && other.who.is_some() {
            add("who-unknown");
        }
        if let Some(untold) = one.untold.filter(|_| question.asks_event) {
            add(untold.caveat());
        }
        if question.asks_place && !question.asks_event && !one.has_place {
            add("place-unknown");
        }
        if question.motion != Motion::Still && one.as_of.evidence == AsOfEvidence::Inferred {
            add("as-of-inferred");
        }
        if one.uncertain {
            add("reading-uncertain");
        }
        if ambiguous {
            add("figure-ambiguous");
        }
    }
    caveats
}
