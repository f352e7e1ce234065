//! How a number was read, and what that rests on.

use std::fmt;

use super::labelled;
use crate::claims::Claim;
use crate::decimal::Decimal;
use crate::numbers::{Operator, Value};
use crate::report::view::View;
use crate::report::{Style, sanitise, words};
use crate::schema::claim_type::ValueKind;
use crate::schema::lexicon::hedges::Hedges;
use crate::span::Span;

/// Writes the three readings, the digits they come from, and who says that the hedge means this.
pub(super) fn write(
    view: &View<'_>,
    style: &Style,
    claim: &Claim,
    text: &str,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let kind = view.claim_type(claim.claim_type);
    let is_whole = words::is_whole(kind.map_or(ValueKind::Count, |kind| kind.value.kind));
    let value = &claim.value;
    let hedge = hedge(claim, text);
    let reads = format!(
        "{}: {}",
        means(value.operator, hedge.as_deref()),
        taken(value, &words::reading(value, kind, text), is_whole)
    );
    labelled(style, "reads", &reads, out)?;
    if let Some(digits) = digits(value) {
        labelled(style, "digits", &digits, out)?;
    }
    let known = hedge.and_then(|hedge| source(&view.input.schema.lexicon.hedges, &hedge));
    known.map_or(Ok(()), |known| labelled(style, "hedge", &known, out))
}

/// What the words beside the number do to it: "“some” = about".
fn means(operator: Operator, hedge: Option<&str>) -> String {
    let does = operator.name().replace('_', " ");
    match hedge {
        None if operator == Operator::Bare => "no hedge".to_owned(),
        None => does,
        Some(hedge) if operator == Operator::Bare || hedge == does => format!("“{hedge}”"),
        Some(hedge) => format!("“{hedge}” = {does}"),
    }
}

/// The number as the table has it, and the three readings where they are not the same.
fn taken(value: &Value, reading: &str, is_whole: bool) -> String {
    let [close, generous, literal] =
        [&value.core, &value.support, &value.literal].map(|it| words::interval(it, is_whole));
    if close == generous && generous == literal {
        reading.to_owned()
    } else {
        let mut ways = Vec::new();
        if close != reading {
            ways.push(format!("closely {close}"));
        }
        ways.push(format!("generously {generous}"));
        ways.push(format!("literally {literal}"));
        format!("{reading}; {}", ways.join(", "))
    }
}

/// The words of the number that are not the number.
fn hedge(claim: &Claim, text: &str) -> Option<String> {
    let (span, numeral) = (claim.quantity.span, claim.quantity.numeral);
    let before = Span {
        start: span.start,
        end: numeral.start.max(span.start),
    };
    let after = Span {
        start: numeral.end.min(span.end),
        end: span.end,
    };
    let words = [before, after].map(|part| sanitise::line(part.slice(text)));
    let hedge = words.join(" ").trim().to_lowercase();
    (!hedge.is_empty()).then_some(hedge)
}

/// Who says that the words mean this; of several hedges, the longest that is listed.
fn source(hedges: &Hedges, hedge: &str) -> Option<String> {
    let groups = hedges.hedges.iter().flat_map(|group| {
        let words = group.before.iter().chain(&group.after);
        words.map(move |words| (words, group))
    });
    let listed = groups.filter(|(words, _)| {
        let words = words.to_lowercase();
        hedge == words
            || hedge.starts_with(&format!("{words} "))
            || hedge.ends_with(&format!(" {words}"))
    });
    let (words, group) = listed.max_by_key(|(words, _)| words.len())?;
    let source = hedges.sources.get(&group.source).unwrap_or(&group.source);
    Some(format!("{source} (figcheck lexicon {words})"))
}

/// How finely a round number speaks: "1,200 has 2 significant digits: it speaks to the nearest 100".
fn digits(value: &Value) -> Option<String> {
    let number = value.number?.normalize();
    let bounds = [Operator::Range, Operator::Vague, Operator::Exact];
    if bounds.contains(&value.operator) || !number.is_integer() || number < Decimal::ONE_HUNDRED {
        return None;
    }
    let written = number.to_string();
    let n_zeros = written.len() - written.trim_end_matches('0').len();
    if n_zeros == 0 {
        return None;
    }
    let n_digits = written.len() - n_zeros;
    let step = (0..n_zeros).fold(Decimal::ONE, |step, _| step * Decimal::TEN);
    let plural = if n_digits == 1 { "" } else { "s" };
    Some(format!(
        "{} has {n_digits} significant digit{plural}: it speaks to the nearest {}",
        words::number(number),
        words::number(step)
    ))
}
