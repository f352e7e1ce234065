//! One figure laid out: header, readings, reasons, sentences.

use std::collections::BTreeSet;

use super::excerpt::{Excerpt, Reach};
use super::reading::{self, Reading};
use super::view::View;
use super::{caveat, sanitise, tag, words};
use crate::compare::{Figure, Grade, Pair, Verdict};
use crate::numbers::Value;
use crate::schema::claim_type::ValueKind;

/// One figure.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    /// Its index in the comparison.
    pub(crate) figure: usize,
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
    /// What its numbers look like and what the verdict takes for granted, a phrase each.
    pub(crate) caveats: Vec<String>,
    /// Article and sentence of each reading that the verdict is about, where one should look at it.
    pub(crate) excerpts: Vec<(String, Excerpt)>,
}

/// Sentences shown of one figure.
const SHOWN: usize = 6;
/// Reasons shown of one figure; the rest is counted.
const REASONS: usize = 4;

impl Block {
    /// The cells of the figure at `at`.
    pub(crate) fn new(view: &View<'_>, at: usize) -> Self {
        let figure = view.figure(at);
        let worst: Vec<&Pair> = figure
            .pairs
            .iter()
            .filter(|pair| pair.verdict == figure.verdict)
            .collect();
        Self {
            figure: at,
            verdict: figure.verdict,
            grade: figure.grade,
            label: sanitise::line(&figure.label),
            aside: asides(view, figure, &worst),
            id: sanitise::line(&figure.id),
            readings: figure
                .variants
                .iter()
                .map(|variant| Reading::of_variant(view, figure.claim_type, variant))
                .collect(),
            whys: whys(figure, &worst),
            caveats: notes(view, figure, &worst),
            excerpts: excerpts(view, figure, &worst),
        }
    }
}

/// What its numbers look like, and what the verdict takes for granted.
fn notes(view: &View<'_>, figure: &Figure, worst: &[&Pair]) -> Vec<String> {
    let mut notes = tag::notes(figure);
    notes.extend(caveat::phrases(
        view,
        worst.iter().flat_map(|pair| figure.caveats(pair)),
    ));
    notes
}

/// What the header says beside the label: first that nobody else says so, where one article alone agrees with itself or all
/// copy one.
fn asides(view: &View<'_>, figure: &Figure, worst: &[&Pair]) -> Option<String> {
    let alone = if figure.is_copied() {
        Some("copied, word for word")
    } else {
        figure.agrees_with_itself().then_some("within one article")
    };
    match (alone, aside(view, figure, worst)) {
        (Some(alone), Some(apart)) => Some(format!("{alone}; {apart}")),
        (alone, apart) => apart.or(alone.map(str::to_owned)),
    }
}

/// How far apart the readings are, or which is the newest.
fn aside(view: &View<'_>, figure: &Figure, worst: &[&Pair]) -> Option<String> {
    if matches!(figure.verdict, Verdict::Updated | Verdict::Revised) {
        let newest = figure.variants.last()?;
        let name = view.article_name(view.record(*newest.claims.first()?).article);
        return Some(format!("newest: {}", sanitise::line(name)));
    }
    let widest = worst.iter().max_by_key(|pair| figure.gap(pair))?;
    let apart = |pair: &Pair| {
        let value = |at: usize| figure.variants.get(at).map(|variant| &variant.value);
        let (a, b): (&Value, &Value) = (value(pair.a)?, value(pair.b)?);
        match view.claim_type(figure.claim_type).map(|it| it.value.kind) {
            Some(ValueKind::Percent) => words::points(a, b),
            _ => words::gap(a, b, figure.gap(pair)),
        }
    };
    let told = apart(widest)?;
    // "Differ by 4" says little beside a third number of which nobody knows what it counts.
    let unclear = figure.pairs.iter().filter(|pair| {
        figure.verdict == Verdict::Disagree
            && pair.verdict == Verdict::Unclear
            && figure.gap(pair) > figure.gap(widest)
    });
    let wider = unclear.max_by_key(|pair| figure.gap(pair)).and_then(apart);
    Some(match wider {
        Some(wider) => format!("{told}; {} unclear", wider.trim_start_matches("differ by ")),
        None => told,
    })
}

/// The reasons to show. Of a figure that grew, from its first reading to its last; else of each pair, the same
/// sentence once, whatever its capitals.
fn whys(figure: &Figure, worst: &[&Pair]) -> Vec<String> {
    let longest = worst
        .iter()
        .max_by_key(|pair| (pair.b.abs_diff(pair.a), pair.b));
    let told: &[&Pair] = match longest {
        Some(pair) if figure.verdict == Verdict::Updated => &[pair],
        _ => worst,
    };
    let mut seen = BTreeSet::new();
    let mut whys: Vec<String> = told
        .iter()
        .map(|pair| unsaid(&sanitise::line(&figure.why(pair)), &mut seen))
        .filter(|why| !why.is_empty())
        .collect();
    if whys.len() > REASONS {
        let n_more = whys.len() - REASONS;
        whys.truncate(REASONS);
        whys.push(match n_more {
            1 => "One further pair is like these.".to_owned(),
            _ => format!("{n_more} further pairs are like these."),
        });
    }
    whys
}

/// The sentences of a reason that no reason before it has.
fn unsaid(why: &str, seen: &mut BTreeSet<String>) -> String {
    let sentences = why.split_inclusive(". ").map(str::trim_end);
    // "4 and 5 differ" says what "5 and 4 differ" says, and "4 (“four” in the headline)" what "4" says.
    let key = |sentence: &str| {
        let sentence = sentence.trim_end_matches('.').to_lowercase();
        let outside = sentence.split('(').enumerate().map(|(at, part)| match at {
            0 => part,
            _ => part.split_once(')').map_or("", |(_, after)| after),
        });
        let sentence: String = outside.collect();
        let mut words: Vec<&str> = sentence.split_whitespace().collect();
        words.sort_unstable();
        words.join(" ")
    };
    let new: Vec<&str> = sentences
        .filter(|sentence| seen.insert(key(sentence)))
        .collect();
    new.join(" ")
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
        .map(|claim| reading::excerpt(view, claim, Reach::Short))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_is_not_said_again() {
        let mut seen = BTreeSet::new();
        let mut check = |why: &str, expected: &str| assert_eq!(unsaid(why, &mut seen), expected);
        check(
            "“some 90” covers 85 to 94. One counts people.",
            "“some 90” covers 85 to 94. One counts people.",
        );
        check("“Some 90” covers 85 to 94.", "");
        check(
            "“about 80” covers 75 to 84. One counts people.",
            "“about 80” covers 75 to 84.",
        );
        check("4 and 5 differ by 1 (20 %).", "4 and 5 differ by 1 (20 %).");
        check("5 and 4 differ by 1 (20 %).", "");
        check("", "");
    }
}
