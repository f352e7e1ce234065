//! Figures laid out once: what stands in which cell, for the table, the list and whatever prints rows next.

use std::cmp::Reverse;

use super::Singles;
use super::caveat;
use super::excerpt::{Excerpt, Reach};
use super::inspect;
use super::json::{Grades, Verdicts};
use super::sanitise;
use super::view::View;
use super::words;
use crate::compare::{Figure, Grade, Pair, Related, Variant, Verdict};
use crate::numbers::Value;

/// All of a comparison, cell by cell.
#[derive(Clone, Debug)]
pub(crate) struct Rows {
    /// Figures that more than one reading answers, worst verdict first.
    pub(crate) blocks: Vec<Block>,
    /// What binds figures, as far as it is shown; failed checks first.
    pub(crate) bonds: Vec<Bond>,
    /// Bonds that are not shown.
    pub(crate) n_more_bonds: usize,
    /// Figures of one reading, with their label, where they are listed.
    pub(crate) singles: Vec<(String, Reading)>,
    /// How many figures of each verdict.
    pub(crate) verdicts: Verdicts,
    /// How many disagreements of each grade.
    pub(crate) grades: Grades,
    /// Articles read.
    pub(crate) n_articles: usize,
    /// Claims found.
    pub(crate) n_claims: usize,
}

/// One figure.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    /// Its verdict.
    pub(crate) verdict: Verdict,
    /// Grade of a disagreement.
    pub(crate) grade: Option<Grade>,
    /// "deaths · 7 October attack".
    pub(crate) label: String,
    /// "differ by 61, 5.1 %", "newest: 003".
    pub(crate) aside: Option<String>,
    /// Its id.
    pub(crate) id: String,
    /// One a variant.
    pub(crate) readings: Vec<Reading>,
    /// Why it has its verdict, a sentence each.
    pub(crate) whys: Vec<String>,
    /// What that takes for granted, a phrase each.
    pub(crate) caveats: Vec<String>,
    /// Article and sentence of each reading that the verdict is about, where one should look at it.
    pub(crate) excerpts: Vec<(String, Excerpt)>,
}

/// One variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Article, line and column of the claim shown: "003:9:195".
    pub(crate) place: String,
    /// The article's own words, and in how many places they stand.
    pub(crate) words: String,
    /// What we take them for.
    pub(crate) reading: String,
    /// The days of which they speak.
    pub(crate) as_of: String,
    /// Who says so.
    pub(crate) source: String,
}

/// Two figures that are bound to each other.
#[derive(Clone, Debug)]
pub(crate) struct Bond {
    /// Both figures with their words, what binds them, and the check.
    pub(crate) words: String,
    /// A check applies and does not hold.
    pub(crate) fails: bool,
}

/// Sentences and reasons shown of one figure; the rest is counted.
const SHOWN: usize = 6;
/// Bonds shown where not everything is listed.
const BONDS: usize = 12;

impl Rows {
    /// Lays out everything that `view` shows.
    pub(crate) fn new(view: &View<'_>, singles: Singles) -> Self {
        let comparison = view.input.comparison;
        let (mut compared, alone): (Vec<&Figure>, Vec<&Figure>) = comparison
            .figures
            .iter()
            .partition(|figure| figure.verdict != Verdict::Single);
        // Stable: figures of one verdict and grade keep the order of the comparison.
        compared.sort_by_key(|figure| (figure.verdict, Reverse(figure.grade)));
        let bonds = bonds(view, singles);
        Self {
            blocks: compared
                .into_iter()
                .map(|figure| Block::new(view, figure))
                .collect(),
            n_more_bonds: comparison.related.len() - bonds.len(),
            bonds,
            singles: match singles {
                Singles::Count => Vec::new(),
                Singles::List => alone
                    .into_iter()
                    .flat_map(|figure| single(view, figure))
                    .collect(),
            },
            verdicts: Verdicts::count(comparison),
            grades: Grades::count(comparison),
            n_articles: view.input.articles.len(),
            n_claims: view.input.records.len(),
        }
    }
}

/// Every bond where everything is listed; otherwise the failed checks and a few more.
fn bonds(view: &View<'_>, singles: Singles) -> Vec<Bond> {
    let mut related: Vec<&Related> = view.input.comparison.related.iter().collect();
    let fails = |bond: &Related| bond.check.as_ref().is_some_and(|check| !check.holds);
    related.sort_by_key(|bond| !fails(bond));
    let n_failed = related.iter().filter(|bond| fails(bond)).count();
    let n_shown = match singles {
        Singles::List => related.len(),
        Singles::Count => BONDS.max(n_failed),
    };
    related
        .into_iter()
        .take(n_shown)
        .map(|bond| Bond::new(view, bond))
        .collect()
}

fn single(view: &View<'_>, figure: &Figure) -> Vec<(String, Reading)> {
    let row = |variant| {
        let reading = Reading::of_variant(view, figure.claim_type, variant);
        (sanitise::line(&figure.label), reading)
    };
    figure.variants.iter().map(row).collect()
}

impl Block {
    fn new(view: &View<'_>, figure: &Figure) -> Self {
        let worst: Vec<&Pair> = figure
            .pairs
            .iter()
            .filter(|pair| pair.verdict == figure.verdict)
            .collect();
        Self {
            verdict: figure.verdict,
            grade: figure.grade,
            label: sanitise::line(&figure.label),
            aside: aside(view, figure, &worst),
            id: sanitise::line(&figure.id),
            readings: figure
                .variants
                .iter()
                .map(|variant| Reading::of_variant(view, figure.claim_type, variant))
                .collect(),
            whys: whys(&worst),
            caveats: caveat::phrases(view, worst.iter().flat_map(|pair| &pair.caveats)),
            excerpts: excerpts(view, figure, &worst),
        }
    }
}

/// What the header says beside the label.
fn aside(view: &View<'_>, figure: &Figure, worst: &[&Pair]) -> Option<String> {
    if matches!(figure.verdict, Verdict::Updated | Verdict::Revised) {
        let newest = figure.variants.last()?;
        let name = view.article_name(view.record(*newest.claims.first()?).article);
        return Some(format!("newest: {}", sanitise::line(name)));
    }
    let widest = worst.iter().max_by_key(|pair| pair.gap)?;
    let value = |at: usize| figure.variants.get(at).map(|variant| &variant.value);
    let (a, b): (&Value, &Value) = (value(widest.a)?, value(widest.b)?);
    words::gap(a, b, widest.gap)
}

fn whys(worst: &[&Pair]) -> Vec<String> {
    let mut whys: Vec<String> = Vec::new();
    for pair in worst {
        let why = sanitise::line(&pair.why);
        if !why.is_empty() && !whys.contains(&why) {
            whys.push(why);
        }
        if whys.len() > SHOWN {
            whys.truncate(SHOWN);
            whys.push("Further pairs are like these.".to_owned());
            break;
        }
    }
    whys
}

/// Sentences are shown where somebody should look at them.
fn excerpts(view: &View<'_>, figure: &Figure, worst: &[&Pair]) -> Vec<(String, Excerpt)> {
    let is_open = matches!(
        figure.verdict,
        Verdict::Disagree | Verdict::Revised | Verdict::Unclear
    );
    if !is_open {
        return Vec::new();
    }
    let mut variants: Vec<usize> = worst.iter().flat_map(|pair| [pair.a, pair.b]).collect();
    variants.sort_unstable();
    variants.dedup();
    variants
        .into_iter()
        .filter_map(|at| figure.variants.get(at)?.claims.first().copied())
        .take(SHOWN)
        .map(|claim| excerpt(view, claim, Reach::Short))
        .collect()
}

/// The article's name and the sentence of the record at `claim`.
pub(crate) fn excerpt(view: &View<'_>, claim: usize, reach: Reach) -> (String, Excerpt) {
    let record = view.record(claim);
    let name = sanitise::line(view.article_name(record.article));
    let sentence = view.setting(claim).sentence;
    let excerpt = Excerpt::new(
        view.text(claim),
        sentence,
        record.claim.quantity.span,
        reach,
    );
    (name, excerpt)
}

impl Reading {
    fn of_variant(view: &View<'_>, claim_type: usize, variant: &Variant) -> Self {
        let Some(&claim) = variant.claims.first() else {
            return Self::of_value(view, claim_type, variant, "");
        };
        let record = view.record(claim);
        let text = view.text(claim);
        let source = record.source.text.map(|span| span.slice(text));
        Self {
            place: place(view, claim),
            words: format!("{}{}", own_words(view, claim), copies(view, variant)),
            source: words::source(source, record.source.stance),
            ..Self::of_value(view, claim_type, variant, text)
        }
    }

    fn of_value(view: &View<'_>, claim_type: usize, variant: &Variant, text: &str) -> Self {
        Self {
            place: String::new(),
            words: String::new(),
            reading: words::reading(&variant.value, view.claim_type(claim_type), text),
            as_of: words::as_of(&variant.as_of),
            source: words::source(None, None),
        }
    }

    /// The record at `claim` alone.
    pub(crate) fn of_claim(view: &View<'_>, claim: usize) -> Self {
        let record = view.record(claim);
        let variant = Variant {
            value: record.claim.value.clone(),
            claims: vec![claim],
            as_of: record.as_of,
        };
        Self::of_variant(view, record.claim.claim_type, &variant)
    }
}

/// "003:9:195", or "003:title:12" for a title given apart from the text.
pub(crate) fn place(view: &View<'_>, claim: usize) -> String {
    let article = view.record(claim).article;
    inspect::place(view.article_name(article), view.place(claim))
}

/// The number with its noun, as the article has it: "some 1,200 deaths", "over 91,700 injured".
pub(crate) fn own_words(view: &View<'_>, claim: usize) -> String {
    let (text, claim) = (view.text(claim), &view.record(claim).claim);
    let mut span = claim.quantity.span;
    for next in [claim.counted, Some(claim.trigger.span)]
        .into_iter()
        .flatten()
    {
        let between = text.get(span.end as usize..next.start as usize);
        if between.is_some_and(|gap| gap.trim().is_empty() && !gap.contains('\n')) {
            span = span.join(next);
        }
    }
    sanitise::line(span.slice(text))
}

/// In how many places a variant stands, where that is more than one.
fn copies(view: &View<'_>, variant: &Variant) -> String {
    match (view.n_articles(variant), variant.claims.len()) {
        (0 | 1, 0 | 1) => String::new(),
        (0 | 1, n_claims) => format!(" ({n_claims} times)"),
        (n_articles, _) => format!(" ({n_articles} articles)"),
    }
}

impl Bond {
    fn new(view: &View<'_>, related: &Related) -> Self {
        let side = |figure: usize| {
            let figure = view.figure(figure);
            let said: Vec<String> = figure
                .variants
                .iter()
                .filter_map(|variant| variant.claims.first())
                .take(2)
                .map(|&claim| format!("“{}”", own_words(view, claim)))
                .collect();
            format!("{} {}", sanitise::line(&figure.label), said.join(", "))
        };
        let mut words = format!(
            "{} | {}: {}",
            side(related.a),
            side(related.b),
            sanitise::line(&related.why)
        );
        if let Some(check) = &related.check {
            let outcome = if check.holds {
                "holds"
            } else {
                "does not hold"
            };
            words.push_str(&format!(
                "; check: {} {outcome}",
                sanitise::line(&check.text)
            ));
        }
        Self {
            words,
            fails: related.check.as_ref().is_some_and(|check| !check.holds),
        }
    }
}
