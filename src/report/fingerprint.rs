//! A finding by its content, so that a baseline holds through every edit that leaves the finding as it is.

use crate::compare::{Figure, Related};
use crate::report::json::exact;

/// The figure, its readings and its verdict, in sixteen characters. A further article that repeats a reading changes
/// nothing, nor does the line on which one stands.
pub(crate) fn of_figure(figure: &Figure) -> String {
    let mut readings: Vec<String> = figure
        .variants
        .iter()
        .map(|variant| {
            let value = &variant.value;
            let end = |end: Option<_>| end.map(exact).unwrap_or_default();
            format!(
                "{} {} {}",
                value.operator.name(),
                end(value.core.low),
                end(value.core.high)
            )
        })
        .collect();
    readings.sort();
    let mut fields = vec![&*figure.id, figure.verdict.name()];
    fields.extend(readings.iter().map(String::as_str));
    hash(&fields)
}

/// The id of a check: what it is between and what binds them, whatever their numbers. `None` of what has no check.
pub(crate) fn of_check(figures: &[Figure], related: &Related) -> Option<String> {
    related.check.as_ref()?;
    let (a, b) = (figures.get(related.a)?, figures.get(related.b)?);
    let hash = hash(&[related.reason, &a.id, &b.id]);
    Some(format!("check-{}", &hash[..8]))
}

/// Words alone.
pub(crate) fn of_words(words: &str) -> String {
    hash(&[words])
}

/// FNV-1a with 64 bits, a NUL after each field: small, and the same on every machine.
fn hash(fields: &[&str]) -> String {
    let bytes = fields
        .iter()
        .flat_map(|field| field.bytes().chain(std::iter::once(0)));
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}
