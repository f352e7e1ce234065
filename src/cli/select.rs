//! Which figures and claims are shown: filters, severity, suppressions, baseline. Everything left out is counted.

use std::collections::BTreeMap;

use super::args::{FilterArgs, SeverityChoice};
use super::desk::{Desk, Findings};
use super::known::Known;
use crate::compare::{Comparison, Figure};
use crate::report::{Hidden, Severity, Silenced, Since};
use crate::resolve::Record;
use crate::schema::ClaimType;

/// What is shown of what was found.
#[derive(Clone, Debug, Default)]
pub(super) struct Selection {
    /// Which records are shown; `None` is all.
    pub(super) shown: Option<Vec<bool>>,
    /// What is not; `None` when nobody asked to leave anything out.
    pub(super) hidden: Option<Hidden>,
    /// Figures that somebody decided not to show.
    pub(super) silenced: Silenced,
}

/// What is to be shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked<'a> {
    /// Figures with a claim that meets these.
    pub(super) filter: &'a FilterArgs,
    /// Figures of this severity or above.
    pub(super) least: Option<SeverityChoice>,
    /// Figures that the baseline does not have.
    pub(super) new_only: bool,
}

/// True when nobody asked to leave out claims.
pub(super) fn is_open(filter: &FilterArgs) -> bool {
    let lists = [
        &filter.types,
        &filter.who,
        &filter.place,
        &filter.event,
        &filter.source,
    ];
    lists.iter().all(|list| list.is_empty()) && filter.since.is_none()
}

/// Which records meet the filter.
pub(super) fn meeting(desk: &Desk, records: &[Record], filter: &FilterArgs) -> Vec<bool> {
    records
        .iter()
        .map(|record| meets(desk, record, filter))
        .collect()
}

/// Leaves of the comparison what is to be shown.
pub(super) fn select(
    desk: &Desk,
    findings: &mut Findings,
    asked: Asked<'_>,
    known: &mut Known,
) -> Selection {
    let is_open = is_open(asked.filter);
    let mut shown = (!is_open).then(|| meeting(desk, &findings.records, asked.filter));
    let alarms = in_failed_checks(&findings.comparison);
    let mut hidden = Hidden::default();
    let mut silenced = Silenced::default();
    let keep: Vec<bool> = findings
        .comparison
        .figures
        .iter()
        .enumerate()
        .map(|(at, figure)| {
            let meets = |shown: &Vec<bool>| claims(figure).any(|claim| shown[claim]);
            let severity = if alarms.contains(&at) {
                Severity::Error
            } else {
                Severity::of(figure.verdict, figure.grade)
            };
            let reason = if !shown.as_ref().is_none_or(meets) {
                &mut hidden.filtered
            } else if severity < least(asked.least) {
                &mut hidden.quiet
            } else if let Some(reason) = known.suppressions.reason(figure) {
                silenced.comparison.figures.push(figure.clone());
                silenced.reasons.push(reason.to_owned());
                &mut hidden.suppressed
            } else if asked.new_only && known.since(figure) == Some(Since::Known) {
                &mut hidden.known
            } else {
                return true;
            };
            *reason += 1;
            false
        })
        .collect();
    let any = !is_open || asked.least.is_some() || asked.new_only || known.suppressions.are_there();
    retain(&mut findings.comparison, &keep);
    if let Some(shown) = &mut shown {
        // Claims that a shown figure rests on are shown with it, whether they meet the filter or not.
        for claim in findings.comparison.figures.iter().flat_map(claims) {
            shown[claim] = true;
        }
    }
    Selection {
        shown,
        hidden: any.then_some(hidden),
        silenced,
    }
}

/// True when a word asked for names one of the claim types.
pub(super) fn names_a_type(types: &[ClaimType], asked: &str) -> bool {
    let asked = [asked.to_owned()];
    types.iter().any(|kind| {
        let mut texts = vec![Some(&*kind.name), Some(&*kind.label)];
        texts.extend(kind.aspects.iter().map(|aspect| Some(&*aspect.name)));
        holds(&asked, &texts)
    })
}

fn claims(figure: &Figure) -> impl Iterator<Item = usize> {
    figure
        .variants
        .iter()
        .flat_map(|variant| variant.claims.iter().copied())
}

const fn least(choice: Option<SeverityChoice>) -> Severity {
    match choice {
        None => Severity::None,
        Some(SeverityChoice::Info) => Severity::Info,
        Some(SeverityChoice::Warning) => Severity::Warning,
        Some(SeverityChoice::Error) => Severity::Error,
    }
}

/// Figures between which a check fails: they are as loud as an error.
pub(super) fn in_failed_checks(comparison: &Comparison) -> Vec<usize> {
    let failed = comparison
        .related
        .iter()
        .filter(|related| related.check.as_ref().is_some_and(|check| !check.holds));
    failed.flat_map(|related| [related.a, related.b]).collect()
}

/// Keeps the figures at the places that are true, and what binds them to each other.
fn retain(comparison: &mut Comparison, keep: &[bool]) {
    let kept = (0..keep.len()).filter(|&at| keep[at]);
    let places: BTreeMap<usize, usize> = kept.zip(0..).collect();
    let mut at = 0;
    comparison.figures.retain(|_| {
        at += 1;
        keep[at - 1]
    });
    comparison.related.retain_mut(|related| {
        let (Some(&a), Some(&b)) = (places.get(&related.a), places.get(&related.b)) else {
            return false;
        };
        (related.a, related.b) = (a, b);
        true
    });
}

fn meets(desk: &Desk, record: &Record, filter: &FilterArgs) -> bool {
    let Some(article) = desk.articles.get(record.article) else {
        return true;
    };
    let kind = desk.engine.schema.types.get(record.claim.claim_type);
    let aspect = kind.and_then(|kind| kind.aspects.get(record.claim.aspect?));
    let facets = &record.who.facets;
    let who = [
        record.who.text.map(|span| span.slice(&article.text)),
        facets.nationality.as_deref(),
        facets.role.as_deref(),
        facets.age_sex.as_deref(),
    ];
    let place = record.place.as_ref();
    let event = record.event.as_ref();
    let source = record.source.text.map(|span| span.slice(&article.text));
    let days = record.as_of.range;
    let last = days.to.or(days.from).or(article.date);
    holds(
        &filter.types,
        &[
            kind.map(|kind| &*kind.name),
            kind.map(|kind| &*kind.label),
            aspect.map(|it| &*it.name),
        ],
    ) && holds(&filter.who, &who)
        && (holds(
            &filter.place,
            &[place.map(|it| &*it.name), place.map(|it| &*it.id)],
        ) || place
            .is_some_and(|it| it.within.iter().any(|id| holds(&filter.place, &[Some(id)]))))
        && holds(
            &filter.event,
            &[
                event.map(|it| &*it.label),
                event.map(|it| &*it.id),
                event.map(|it| &*it.kind),
            ],
        )
        && holds(
            &filter.source,
            &[source, article.source.as_deref(), Some(&article.id)],
        )
        && filter
            .since
            .is_none_or(|since| last.is_some_and(|last| last >= since))
}

/// True when one of the words asked for begins a word in one of the texts, whatever the case; and when nothing is
/// asked for.
fn holds(asked: &[String], texts: &[Option<&str>]) -> bool {
    asked.is_empty()
        || asked.iter().any(|words| {
            let words = words.to_lowercase();
            texts
                .iter()
                .flatten()
                .any(|text| begins_a_word(&text.to_lowercase(), &words))
        })
}

/// "Gaza" is found in "gaza strip" and "north gaza", and "men" not in "women".
fn begins_a_word(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        !before.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_at_the_beginning_of_words() {
        let check = |text: &str, words: &str, expected| {
            assert_eq!(begins_a_word(text, words), expected, "{words} in {text}");
        };
        check("gaza strip", "gaza", true);
        check("north gaza", "gaza", true);
        check("women", "men", false);
        check("children", "child", true);
        check("", "x", false);
    }
}
