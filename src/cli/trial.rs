//! A claim type on trial: the sentences under its `tests` go through the whole engine.

use crate::claims::Claim;
use crate::engine::Engine;
use crate::ingest::Article;
use crate::resolve::Record;
use crate::schema::ClaimType;
use crate::schema::Error;
use crate::schema::amount::Amount;
use crate::schema::claim_file::{SayFile, TestsFile};
use crate::schema::source::Source;
use crate::span::Span;

/// The sentences of `tests` that are not read as they should be, each at its place in `source`. `at` is the type's
/// index in the engine's schema.
pub(super) fn failures(
    engine: &Engine,
    at: usize,
    tests: &TestsFile,
    source: &Source,
) -> Vec<Error> {
    let mut failures = Vec::new();
    let mut tell = |text: &str, message: String| {
        let start = text.split_inclusive(' ').take(4).collect::<String>();
        let found = source.fault_along(&["tests", start.trim_end()], &message);
        failures.push(found.unwrap_or_else(|| source.fault(message)));
    };
    for say in &tests.say {
        let read = claims(engine, at, &say.text);
        let claim_type = &engine.schema.types[at];
        if !read
            .iter()
            .any(|record| is_as_said(record, say, claim_type))
        {
            let read = listed(&read, claim_type);
            let wanted = wanted(say, &claim_type.name);
            tell(
                &say.text,
                format!("“{}” does not state {wanted}: read {read}", say.text),
            );
        }
    }
    for text in &tests.never {
        let read = claims(engine, at, text);
        if !read.is_empty() {
            let claim_type = &engine.schema.types[at];
            let read = listed(&read, claim_type);
            tell(
                text,
                format!(
                    "“{text}” states no {}, but was read: {read}",
                    claim_type.name
                ),
            );
        }
    }
    failures
}

/// The claims of one type that a text of its own makes.
fn claims(engine: &Engine, at: usize, text: &str) -> Vec<Record> {
    let article = Article {
        id: "test".to_owned(),
        path: None,
        record_line: 0,
        text: text.to_owned(),
        title: None,
        body_start: 0,
        prose: Span::new(0, text.len()),
        date: None,
        source: None,
        url: None,
        lang: None,
    };
    let reading = engine.read(&article);
    let mut records = engine.resolve(0, &reading);
    records.retain(|record| record.claim.claim_type == at);
    records
}

fn is_as_said(record: &Record, say: &SayFile, claim_type: &ClaimType) -> bool {
    let claim = &record.claim;
    let number = say
        .number
        .is_none_or(|Amount(number)| claim.value.number == Some(number));
    let operator = say
        .operator
        .as_ref()
        .is_none_or(|name| claim.value.operator.name() == name);
    let aspect = say.aspect.is_none() || say.aspect.as_deref() == aspect(claim, claim_type);
    let basis = say.basis.is_none_or(|basis| record.basis == basis);
    number && operator && aspect && basis
}

fn aspect<'a>(claim: &Claim, claim_type: &'a ClaimType) -> Option<&'a str> {
    Some(claim_type.aspects.get(claim.aspect?)?.name.as_str())
}

fn wanted(say: &SayFile, name: &str) -> String {
    let number = say.number.map(|Amount(number)| number.to_string());
    let basis = say.basis.map(|basis| basis.name().to_owned());
    let parts = [say.aspect.clone(), say.operator.clone(), number, basis];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("{name} {}", parts.join(" ")).trim_end().to_owned()
}

fn listed(records: &[Record], claim_type: &ClaimType) -> String {
    let rows: Vec<String> = records
        .iter()
        .map(|record| {
            let value = &record.claim.value;
            let number = value.number.map(|number| number.normalize().to_string());
            let parts = [
                aspect(&record.claim, claim_type).map(str::to_owned),
                Some(value.operator.name().to_owned()),
                Some(number.unwrap_or_else(|| value.literal.to_string())),
                Some(record.basis.name().to_owned()),
            ];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
        })
        .collect();
    if rows.is_empty() {
        "nothing".to_owned()
    } else {
        rows.join("; ")
    }
}
