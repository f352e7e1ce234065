//! What is odd about a sheet that can be read.

use std::collections::BTreeSet;

use super::{Amount, Attribution, Entry, Sheet};
use crate::calendar::Date;
use crate::decimal::Decimal;
use crate::report::clean;
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
        let mut found = of_numbers(entry);
        found.extend(of_days(entry, today));
        found.extend(of_words(entry));
        found.extend(of_scope(entry, schema));
        found.extend(of_part(entry, sheet));
        if !seen.insert(&*entry.key) {
            found.push("stands twice: take one out, or give it another key".to_owned());
        }
        if let Some(twin) = entry.twin(&sheet.entries) {
            found.push(format!(
                "is called as {} is, which has {}: take one out, or name what tells them apart",
                twin.key,
                twin.written()
            ));
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

fn is_above(a: Option<Decimal>, b: Option<Decimal>) -> bool {
    a.zip(b).is_some_and(|(a, b)| a > b)
}

fn of_numbers(entry: &Entry) -> Vec<String> {
    let Amount { best, low, high } = entry.amount;
    let mut found = Vec::new();
    if is_above(low, high) {
        found.push("low is above high: swap them".to_owned());
    }
    if is_above(low, best) || is_above(best, high) {
        found.push("best lies outside low and high".to_owned());
    }
    found
}

fn of_days(entry: &Entry, today: Date) -> Vec<String> {
    let mut found = Vec::new();
    let ends = entry.valid_until.zip(entry.as_of);
    if ends.is_some_and(|(until, of)| until < of) {
        found.push("valid-until is before as-of".to_owned());
    }
    if let Some(until) = entry.valid_until.filter(|until| *until < today) {
        found.push(format!(
            "valid only to {until}: agree on it anew, or take it out"
        ));
    }
    found
}

fn of_words(entry: &Entry) -> Vec<String> {
    let mut found = Vec::new();
    if entry.attribution == Attribution::Required && entry.source.is_empty() {
        found.push("attribution is required, and there is no source to name".to_owned());
    }
    let wording = entry.wording.to_lowercase();
    let mut never = entry.never.iter();
    if let Some(never) = never.find(|it| wording.contains(&it.to_lowercase())) {
        found.push(format!(
            "its wording uses “{never}”, which it never is to use"
        ));
    }
    found
}

fn of_scope(entry: &Entry, schema: &Schema) -> Option<String> {
    let scope = entry.scope.as_ref()?;
    let kind = schema.types.iter().find(|it| it.name == scope.kind);
    let Some(kind) = kind else {
        let kind = clean(&scope.kind);
        return Some(format!("no claim type {kind}: see figcheck schema list"));
    };
    let is_known = scope.aspect.is_empty() || kind.aspects.iter().any(|a| a.name == scope.aspect);
    (!is_known).then(|| format!("{} has no aspect {}", kind.name, clean(&scope.aspect)))
}

/// A part is of an entry of the sheet, and is no larger.
fn of_part(entry: &Entry, sheet: &Sheet) -> Option<String> {
    let part_of = &entry.part_of;
    if part_of.is_empty() {
        return None;
    }
    let Some(whole) = sheet.entries.iter().find(|it| it.key == *part_of) else {
        return Some(format!(
            "part-of: no entry has the key {part_of}: add it, or take this out"
        ));
    };
    let least = entry.amount.best.or(entry.amount.low);
    let most = whole.amount.best.or(whole.amount.high);
    is_above(least, most).then(|| {
        let (part, whole) = (entry.amount.words(), whole.amount.words());
        format!("is a part of {part_of}, and {part} is more than {whole}")
    })
}
