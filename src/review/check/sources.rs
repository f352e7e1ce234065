//! `check SUMMARY --against SRC…`: every figure of the summary beside what the sources say.

use super::{Code, Finding, Other};
use super::{fit, number};
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
        let value = &view.record(claim).claim.value;
        let best = claims
            .filter(|at| !of_summary(at))
            .map(|at| (of(&view.record(claim).claim, &view.record(at).claim), at))
            .min_by_key(|(code, at)| {
                let apart = distance(value, &view.record(*at).claim.value);
                (rank(*code), apart.is_none(), apart, *at)
            });
        let unmatched = match best {
            Some(_) => String::new(),
            None => unmatched(&view, claim, &of_summary),
        };
        findings.push(finding(&view, figure, claim, best, unmatched));
    }
    findings
}

/// How many numbers of a kind are shown beside one that could not be matched.
const SHOWN: usize = 4;

/// What to say of a number that no source was found to speak of: what they give of its kind, for an editor may see that it
/// is one of those where the words do not tell a program.
fn unmatched(view: &View<'_>, claim: usize, of_summary: &impl Fn(&usize) -> bool) -> String {
    let kind = |at: usize| {
        let claim = &view.record(at).claim;
        (claim.claim_type, claim.aspect)
    };
    let mut told: Vec<&str> = Vec::new();
    for at in view.records_in_order() {
        let words = view.record(at).claim.quantity.span.slice(view.text(at));
        if !of_summary(&at) && kind(at) == kind(claim) && !told.contains(&words) {
            told.push(words);
        }
    }
    if told.is_empty() {
        return "no source speaks of it".to_owned();
    }
    let shown: Vec<String> = told.iter().take(SHOWN).map(|it| clean(it)).collect();
    let more = match told.len().saturating_sub(SHOWN) {
        0 => String::new(),
        n => format!(" and {n} more"),
    };
    format!(
        "no number of the sources is surely about it; of its kind they give “{}”{more}",
        shown.join("”, “")
    )
}

/// How far two numbers are apart; `None` where one of them is no number.
fn distance(a: &Value, b: &Value) -> Option<Decimal> {
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
fn of(ours: &Claim, theirs: &Claim) -> Code {
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

fn finding(
    view: &View<'_>,
    figure: &Figure,
    claim: usize,
    best: Option<(Code, usize)>,
    unmatched: String,
) -> Finding {
    let told = best.map(|(_, at)| report::Reading::of_claim(view, at));
    let code = best.map_or(Code::Unsupported, |(code, _)| code);
    let why = match (code, &told) {
        (Code::Unsupported, _) => unmatched,
        (Code::Changed, Some(told)) => {
            let number = |at: usize| view.record(at).claim.value.number;
            let both = best.and_then(|(_, at)| number(claim).zip(number(at)));
            let slip = both.and_then(|(a, b)| fit::slip(a, b));
            let slip = slip.map_or_else(String::new, |it| format!("; {it}"));
            format!(
                "no source has this number; the nearest is {}{slip}",
                told.meaning
            )
        }
        (Code::Rounded, Some(told)) => format!("the source has “{}”", told.words),
        _ => String::new(),
    };
    let edit = best
        .filter(|_| code == Code::Changed)
        .and_then(|(_, at)| number::of_claim(view, claim, at));
    Finding {
        code,
        claim,
        spot: report::spot(view, claim),
        figure: clean(&figure.id),
        label: clean(&figure.label),
        other: best.zip(told).map(|((_, at), told)| other(view, at, told)),
        why,
        edit,
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
