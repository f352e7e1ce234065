//! Records in, figures out: which claims answer one question, what their variants are, and the verdict on each pair
//! with its reason.

mod alone;
mod arithmetic;
mod attackers;
mod besides;
mod block;
mod campaign;
mod catalog;
mod closeness;
mod denial;
mod desk;
mod doubt;
mod excess;
mod figure;
#[cfg(test)]
mod fixture;
mod gap;
mod grounds;
mod group;
mod growth;
mod gulf;
mod headline;
mod key;
mod kinds;
mod link;
mod lone;
mod map;
mod name;
mod names;
mod node;
mod one_event;
mod pairing;
mod part;
mod particular;
mod parting;
mod past;
mod perhaps;
mod profile;
mod reading;
mod related;
mod retold;
mod roll;
mod rounding;
mod scale;
mod spared;
mod spellings;
mod spots;
mod story;
mod tags;
mod targets;
mod tellings;
mod time;
mod trace;
mod untold;
mod variant;
mod verdict;
mod where_told;
mod why;
mod wording;

use rayon::prelude::*;

use crate::ingest::Article;
use crate::numbers::Value;
use crate::resolve::{AsOf, Record};
use crate::schema::Schema;

use figure::Draft;

pub use grounds::Grounds;
pub use part::narrower;
pub use parting::Parting;
pub use scale::{Grade, Verdict};
pub use trace::{Inside, Meeting, Outcome, ReadAs, Tie, Trace, inside, trace};

/// Everything the comparison found, in an order that depends on content alone.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// Figures by severity, then by label.
    pub figures: Vec<Figure>,
    /// Figures bound to each other: part and whole, taken and held.
    pub related: Vec<Related>,
}

/// One question with all its answers.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Content-made id.
    pub id: String,
    /// "deaths · 7 October attack"; where another figure would be called the same, with the day: "deaths · airstrike, Tyre,
    /// 6 May 2030".
    pub label: String,
    /// The label without such a day.
    pub name: String,
    /// Index into the schema's types.
    pub claim_type: usize,
    /// Index into the type's aspects.
    pub aspect: Option<usize>,
    /// The claims of this figure taken together: every stated slot.
    pub scope: Scope,
    /// The worst pair's verdict; [`Verdict::Single`] with one variant from one article.
    pub verdict: Verdict,
    /// Grade of a disagreement.
    pub grade: Option<Grade>,
    /// near-miss, scale-slip, transposed, sources-differ, internal, denied, one-article, copied.
    pub tags: Vec<&'static str>,
    /// Distinct values, in order of as-of, then value, then article.
    pub variants: Vec<Variant>,
    /// Verdicts on pairs of variants.
    pub pairs: Vec<Pair>,
    /// What the verdicts rest on.
    pub grounds: Grounds,
}

/// What is stated of a figure as a whole; `None` is unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Event id.
    pub event: Option<String>,
    /// Event label.
    pub event_label: Option<String>,
    /// Place id.
    pub place: Option<String>,
    /// Place name.
    pub place_name: Option<String>,
    /// Counted group, as text.
    pub who: Option<String>,
    /// incident, cumulative, stock, rate.
    pub basis: Option<String>,
}

/// One distinct value of a figure.
#[derive(Clone, Debug)]
pub struct Variant {
    /// What it says, in the claim type's unit.
    pub value: Value,
    /// Its claims, as indices into the records; the first is the one to show.
    pub claims: Vec<usize>,
    /// The time it speaks of.
    pub as_of: AsOf,
}

/// The verdict on two variants. Its sentences are the figure's to tell: [`Figure::why`], [`Figure::caveats`].
#[derive(Clone, Debug)]
pub struct Pair {
    /// Index of the earlier variant.
    pub a: usize,
    /// Index of the later variant.
    pub b: usize,
    /// What it is.
    pub verdict: Verdict,
    /// Grade of a disagreement.
    pub grade: Option<Grade>,
    /// Stable reason code: `static.disjoint`.
    pub reason: &'static str,
}

/// Two figures that are bound to each other.
#[derive(Clone, Debug)]
pub struct Related {
    /// Index of a figure.
    pub a: usize,
    /// Index of another.
    pub b: usize,
    /// Stable reason code: `scope.aspect`, `scope.place`, `scope.part`.
    pub reason: &'static str,
    /// What binds them, in words.
    pub why: String,
    /// A check that applies, with its outcome: "24 ≤ 130 holds".
    pub check: Option<Check>,
}

/// A check between related figures.
#[derive(Clone, Debug)]
pub struct Check {
    /// "24 ≤ 130".
    pub text: String,
    /// Whether it holds under the literal meanings.
    pub holds: bool,
}

impl Figure {
    /// True when its readings fit each other and stand in one article, so that they are no two sources that agree.
    pub fn agrees_with_itself(&self) -> bool {
        self.tags.contains(&pairing::ONE_ARTICLE)
    }

    /// True when its readings fit each other and all its articles have them in the same words, so that one source is told
    /// several times.
    pub fn is_copied(&self) -> bool {
        self.tags.contains(&pairing::COPIED)
    }
}

impl Comparison {
    /// The worst verdict of all figures, with the worst grade of a disagreement. A failed check between figures counts
    /// as a moderate disagreement: the numbers cannot both be right, whatever their size. `None` without figures.
    pub fn worst(&self) -> Option<(Verdict, Option<Grade>)> {
        let failed = self
            .related
            .iter()
            .any(|related| related.check.as_ref().is_some_and(|check| !check.holds));
        let check = failed.then_some((Verdict::Disagree, Some(Grade::Moderate)));
        self.figures
            .iter()
            .map(|figure| (figure.verdict, figure.grade))
            .chain(check)
            .min_by_key(|(verdict, grade)| (*verdict, std::cmp::Reverse(*grade)))
    }
}

/// Groups the records of all articles into figures and judges them. The result does not depend on the order of
/// articles or records. Records of a claim type that the schema does not have are left out.
pub fn compare(articles: &[Article], records: &[Record], schema: &Schema) -> Comparison {
    desk::open(articles, records, schema, |desk| {
        let groups = group::groups(desk.nodes, desk.catalog, schema);
        let mut drafts: Vec<Draft> = groups
            .par_iter()
            .map(|group| figure::draft(desk, group))
            .collect();
        name::date_namesakes(&mut drafts, desk.catalog);
        drafts.sort_by_cached_key(rank);
        name::tell_apart(&mut drafts, desk.roll);
        let related = related::related(desk, &drafts);
        Comparison {
            figures: drafts.into_iter().map(|draft| draft.figure).collect(),
            related,
        }
    })
}

/// The order of figures: worst verdict first, then grade, then label; the first claim settles what is left.
fn rank(draft: &Draft) -> impl Ord + use<> {
    let figure = &draft.figure;
    (
        figure.verdict,
        std::cmp::Reverse(figure.grade),
        figure.label.clone(),
        draft.seats.first().copied(),
    )
}

#[cfg(test)]
mod tests;
