//! What is odd about a sheet that can be read.

use std::collections::BTreeSet;

use super::{Entry, Sheet};
use crate::calendar::Date;
use crate::decimal::Decimal;
use crate::schema::Schema;

/// Something to mend, and in which entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The entry's key.
    pub key: String,
    /// What is wrong and what to do.
    pub message: String,
}

/// Looks through a sheet as of `today`. `counts` says whether an entry's sentence is read as a figure.
pub fn lint(
    sheet: &Sheet,
    schema: &Schema,
    today: Date,
    counts: impl Fn(&Entry) -> bool,
) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for entry in &sheet.entries {
        let mut found = of_entry(entry, schema, today);
        if !seen.insert(&*entry.key) {
            found.push("stands twice: take one out, or give it another key".to_owned());
        }
        if !entry.sentence.is_empty() && !counts(entry) {
            found.push(format!(
                "its sentence “{}” is read as no figure: see figcheck lexicon and figcheck schema list",
                entry.sentence
            ));
        }
        faults.extend(found.into_iter().map(|message| Fault {
            key: entry.key.clone(),
            message,
        }));
    }
    faults
}

fn of_entry(entry: &Entry, schema: &Schema, today: Date) -> Vec<String> {
    let mut found = Vec::new();
    let amount = &entry.amount;
    let above = |a: Option<Decimal>, b: Option<Decimal>| a.zip(b).is_some_and(|(a, b)| a > b);
    if above(amount.low, amount.high) {
        found.push("low is above high: swap them".to_owned());
    }
    if above(amount.low, amount.best) || above(amount.best, amount.high) {
        found.push("best lies outside low and high".to_owned());
    }
    if entry
        .valid_until
        .zip(entry.as_of)
        .is_some_and(|(until, of)| until < of)
    {
        found.push("valid-until is before as-of".to_owned());
    }
    if let Some(until) = entry.valid_until.filter(|until| *until < today) {
        found.push(format!(
            "valid only to {until}: agree on it anew, or take it out"
        ));
    }
    if entry.attribution == super::Attribution::Required && entry.source.is_empty() {
        found.push("attribution is required, and there is no source to name".to_owned());
    }
    let wording = entry.wording.to_lowercase();
    if let Some(never) = entry
        .never
        .iter()
        .find(|it| wording.contains(&it.to_lowercase()))
    {
        found.push(format!(
            "its wording uses “{never}”, which it never is to use"
        ));
    }
    if let Some(scope) = &entry.scope {
        let kind = schema.types.iter().find(|it| it.name == scope.kind);
        let has_aspect = |it: &crate::schema::ClaimType| {
            scope.aspect.is_empty() || it.aspects.iter().any(|a| a.name == scope.aspect)
        };
        match kind {
            None => found.push(format!(
                "no claim type {}: see figcheck schema list",
                scope.kind
            )),
            Some(kind) if !has_aspect(kind) => {
                found.push(format!("{} has no aspect {}", scope.kind, scope.aspect));
            }
            Some(_) => {}
        }
    }
    found
}
