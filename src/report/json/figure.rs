//! One figure as published, with its variants and the verdicts on them; and what binds figures.

use serde::Serialize;

use super::claim::AsOf;
use super::value::{Value, exact};
use crate::compare;
use crate::report::view::View;

/// One question with all its answers. The order of the fields is that of the output.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Figure<'a> {
    /// Content-made.
    pub id: &'a str,
    /// For people: "deaths · 7 October attack".
    pub label: &'a str,
    /// The claim type's name.
    #[serde(rename = "type")]
    pub claim_type: &'a str,
    /// Which of the type's figures; null where the type has one only.
    pub aspect: Option<&'a str>,
    /// What is stated of the figure as a whole.
    pub scope: Scope<'a>,
    /// The worst pair's verdict; "single" where one article alone gives one reading.
    pub verdict: &'static str,
    /// minor, moderate, major; null unless the verdict is "disagree".
    pub grade: Option<&'static str>,
    /// near-miss, scale-slip, transposed, sources-differ, internal, denied, one-article, copied.
    pub tags: &'a [&'static str],
    /// Distinct values.
    pub variants: Vec<Variant<'a>>,
    /// Verdicts on pairs of variants.
    pub pairs: Vec<Pair>,
    /// What a baseline has of it: new, changed, known; absent where none was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<&'static str>,
}

/// What is stated of a figure as a whole; null is unknown.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Scope<'a> {
    /// Its event.
    pub event: Option<Named<'a>>,
    /// Its place.
    pub place: Option<Named<'a>>,
    /// The counted group.
    pub who: Option<&'a str>,
    /// incident, cumulative, stock, rate.
    pub basis: Option<&'a str>,
}

/// An id with the words to show for it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Named<'a> {
    /// Stable id.
    pub id: &'a str,
    /// The words to show; null when it has none.
    pub label: Option<&'a str>,
}

/// One distinct value of a figure.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Variant<'a> {
    /// The number, in the claim type's unit; its text is that of the first claim.
    pub value: Value<'a>,
    /// Ids of its claims; the first is the one to show.
    pub claims: Vec<&'a str>,
    /// The days of which it speaks.
    pub as_of: AsOf,
}

/// The verdict on two variants.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Pair {
    /// Index of the earlier variant.
    pub a: usize,
    /// Index of the later variant.
    pub b: usize,
    /// What it is.
    pub verdict: &'static str,
    /// minor, moderate, major; null unless the verdict is "disagree".
    pub grade: Option<&'static str>,
    /// |a − b| / max as a decimal, rounded to four places; null where a side has no number.
    pub gap: Option<String>,
    /// Stable reason code.
    pub reason: &'static str,
    /// The reason as a sentence.
    pub why: String,
    /// What the verdict takes for granted: `who-unknown:CLAIM` and the like.
    pub caveats: Vec<String>,
}

/// Two figures that are bound to each other.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Related<'a> {
    /// Id of a figure.
    pub a: &'a str,
    /// Id of another.
    pub b: &'a str,
    /// Always "different-scope".
    pub verdict: &'static str,
    /// Stable reason code.
    pub reason: &'static str,
    /// What binds them, in words.
    pub why: &'a str,
    /// A check that applies to them; null where none does.
    pub check: Option<Check<'a>>,
}

/// A check between related figures.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Check<'a> {
    /// Of a check that fails: content-made; `explain` takes it. Absent of one that holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// "24 ≤ 130".
    pub text: &'a str,
    /// Whether it holds under the literal meanings.
    pub holds: bool,
}

/// Decimal places of a published gap: a hundredth of a percent.
const GAP_PLACES: u32 = 4;

impl<'a> Figure<'a> {
    /// The figure at `index`.
    pub(crate) fn new(view: &View<'a>, index: usize) -> Self {
        let figure = view.figure(index);
        Self {
            id: &figure.id,
            label: &figure.label,
            claim_type: view.type_name(figure.claim_type),
            aspect: view.aspect_name(figure.claim_type, figure.aspect),
            scope: Scope::new(&figure.scope),
            verdict: figure.verdict.name(),
            grade: figure.grade.map(compare::Grade::name),
            tags: &figure.tags,
            variants: figure
                .variants
                .iter()
                .map(|variant| Variant::new(view, variant))
                .collect(),
            pairs: figure
                .pairs
                .iter()
                .map(|pair| Pair::new(figure, pair))
                .collect(),
            baseline: view
                .input
                .baseline
                .map(|baseline| baseline.since(figure).name()),
        }
    }
}

impl<'a> Scope<'a> {
    fn new(scope: &'a compare::Scope) -> Self {
        let named = |id: &'a Option<String>, label: &'a Option<String>| {
            id.as_deref().map(|id| Named {
                id,
                label: label.as_deref(),
            })
        };
        Self {
            event: named(&scope.event, &scope.event_label),
            place: named(&scope.place, &scope.place_name),
            who: scope.who.as_deref(),
            basis: scope.basis.as_deref(),
        }
    }
}

impl<'a> Variant<'a> {
    fn new(view: &View<'a>, variant: &compare::Variant) -> Self {
        let shown = variant.claims.first().copied();
        let article = shown.map_or("", |claim| view.text(claim));
        let words = shown.map_or("", |claim| {
            view.record(claim).claim.quantity.span.slice(article)
        });
        Self {
            value: Value::new(&variant.value, words, article),
            claims: variant
                .claims
                .iter()
                .map(|&claim| &*view.record(claim).id)
                .collect(),
            as_of: AsOf::new(&variant.as_of),
        }
    }
}

impl Pair {
    fn new(figure: &compare::Figure, pair: &compare::Pair) -> Self {
        Self {
            a: pair.a,
            b: pair.b,
            verdict: pair.verdict.name(),
            grade: pair.grade.map(compare::Grade::name),
            gap: figure.gap(pair).map(|gap| exact(gap.round_dp(GAP_PLACES))),
            reason: pair.reason,
            why: figure.why(pair),
            caveats: figure.caveats(pair),
        }
    }
}

impl<'a> Related<'a> {
    /// The bond at `index`.
    pub(crate) fn new(view: &View<'a>, index: usize) -> Self {
        let related = &view.input.comparison.related[index];
        Self {
            a: &view.figure(related.a).id,
            b: &view.figure(related.b).id,
            verdict: compare::Verdict::DifferentScope.name(),
            reason: related.reason,
            why: &related.why,
            check: related.check.as_ref().map(|check| Check {
                id: view.check_id(index).filter(|_| !check.holds),
                text: &check.text,
                holds: check.holds,
            }),
        }
    }
}
