//! `check SUMMARY --against SRC…`: every figure of the summary beside what the sources say.

use super::beside::Beside;
use super::{Code, Finding, Other};
use super::{elsewhere, fit, kind, number};
use crate::claims::Claim;
use crate::compare::Figure;
use crate::decimal::Decimal;
use crate::numbers::{Operator, Value};
use crate::report::{self, Input, View, clean};

/// The findings on all claims of the articles that `is_summary` names, in order of the text.
pub fn against_sources(input: &Input<'_>, is_summary: impl Fn(usize) -> bool) -> Vec<Finding> {
    let view = View::new(input);
    let figures = &input.comparison.figures;
    let of_summary = |at: &usize| is_summary(view.record(*at).article);
    let mut findings = Vec::new();
    for claim in view
        .records_in_order()
        .into_iter()
        .filter(|at| of_summary(at))
    {
        let holds = |it: &&Figure| it.variants.iter().any(|it| it.claims.contains(&claim));
        let Some(figure) = figures.iter().find(holds) else {
            continue;
        };
        let claims = figure
            .variants
            .iter()
            .flat_map(|it| it.claims.iter().copied());
        let sources: Vec<usize> = claims.filter(|at| !of_summary(at)).collect();
        let value = &view.record(claim).claim.value;
        let told = sources
            .iter()
            .map(|at| (of(&view.record(claim).claim, &view.record(*at).claim), *at));
        let best = told.min_by_key(|(code, at)| {
            let apart = distance(value, &view.record(*at).claim.value);
            (rank(*code), apart.is_none(), apart, *at)
        });
        let beside = Beside {
            view: &view,
            figure,
            claim,
            sources: &sources,
        };
        findings.push(match best {
            None => {
                let why = unmatched(&view, claim, &of_summary);
                finding(&view, figure, (Code::Unsupported, claim), None, why)
            }
            Some((Code::Changed, _)) => {
                let all = view.records_in_order().into_iter();
                let sources = all.filter(|at| !of_summary(at));
                beside.changed(elsewhere::of(&view, claim, sources).as_ref())
            }
            Some((code, old)) => beside.held(code, old),
        });
    }
    findings
}

/// What to say of a number that no source was found to speak of: what they give of its kind.
fn unmatched(view: &View<'_>, claim: usize, of_summary: &impl Fn(&usize) -> bool) -> String {
    let is_of_kind = kind::of(view.record(claim));
    let mut told: Vec<&str> = Vec::new();
    for at in view.records_in_order() {
        let words = view.record(at).claim.quantity.span.slice(view.text(at));
        if !of_summary(&at) && is_of_kind(view.record(at)) && !told.contains(&words) {
            told.push(words);
        }
    }
    if told.is_empty() {
        return "no source speaks of it".to_owned();
    }
    let told: Vec<String> = told.iter().map(|it| format!("“{}”", clean(it))).collect();
    format!(
        "no number of the sources is surely about it; of its kind they give {}",
        kind::listed(&told)
    )
}

/// How far two numbers are apart; `None` where one of them is no number.
pub(super) fn distance(a: &Value, b: &Value) -> Option<Decimal> {
    let middle = |it: &Value| it.number.or(it.core.low);
    middle(a)?.checked_sub(middle(b)?).map(|it| it.abs())
}

/// From best to worst.
const fn rank(code: Code) -> u8 {
    match code {
        Code::Supported => 0,
        Code::Rounded => 1,
        _ => 2,
    }
}

/// How a number of a summary stands to one of a source. Only the summary may round: a number where the source has a
/// vague word is not in the source.
pub(super) fn of(ours: &Claim, theirs: &Claim) -> Code {
    // What a source denies, it does not support, and the other way about.
    if ours.polarity != theirs.polarity || fit::opposed(&ours.value, &theirs.value) {
        return Code::Changed;
    }
    let (ours, theirs) = (&ours.value, &theirs.value);
    let plain = |it: Operator| match it {
        Operator::Exact => Operator::Bare,
        other => other,
    };
    let same_ends = ours.core == theirs.core && ours.literal == theirs.literal;
    let same_number = ours.number.is_some() && ours.number == theirs.number;
    if same_ends || same_number && plain(ours.operator) == plain(theirs.operator) {
        return Code::Supported;
    }
    let covers = |number| ours.core.contains(number) || ours.support.contains(number);
    let hedge_fits = ours.core.meets(&theirs.core) && ours.operator == Operator::Vague;
    if same_number || theirs.number.is_some_and(covers) || hedge_fits {
        Code::Rounded
    } else {
        Code::Changed
    }
}

/// A finding on a claim beside one of a source.
pub(super) fn finding(
    view: &View<'_>,
    figure: &Figure,
    (code, claim): (Code, usize),
    beside: Option<usize>,
    why: String,
) -> Finding {
    let is_wrong = matches!(code, Code::Changed | Code::Stale);
    Finding {
        code,
        claim,
        spot: report::spot(view, claim),
        figure: clean(&figure.id),
        label: clean(&figure.label),
        other: beside.map(|at| other(view, at, report::Reading::of_claim(view, at))),
        why,
        edit: beside
            .filter(|_| is_wrong)
            .and_then(|at| number::of_claim(view, claim, at)),
    }
}

/// A reading of a source.
fn other(view: &View<'_>, at: usize, told: report::Reading) -> Other {
    let spot = report::spot(view, at);
    let (_, excerpt) = report::excerpt(view, at, report::Reach::Long);
    let source = view.record(at).source.text;
    Other {
        place: format!("{}:{}", spot.article, spot.line),
        says: told.words,
        reads: told.meaning,
        as_of: told.as_of,
        source: source.map_or_else(String::new, |it| clean(it.slice(view.text(at)))),
        sentence: format!("{}{}{}", excerpt.before, excerpt.number, excerpt.after),
    }
}
