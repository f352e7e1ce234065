//! Every corpus file over the whole engine: what each sentence says, and what must find nothing.
//!
//! A corpus reads "this figure: these sentences". What is not read as the corpus says stands in the file's snapshot in
//! `snapshots/corpus/`, one line a miss: today's known wrong results. A fix takes a line away; a new line is a
//! regression.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what the program reads"
)]

use std::fmt::Write;
use std::fs;
use std::path::Path;

use figcheck::claims::Claim;
use figcheck::decimal::Decimal;
use figcheck::engine::Engine;
use figcheck::ingest::Article;
use figcheck::numbers::Operator;
use figcheck::schema;
use figcheck::span::Span;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Corpus {
    #[serde(rename = "type")]
    kind: String,
    cases: Vec<Case>,
    never: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    figure: Figure,
    say: Vec<String>,
}

/// What a sentence says; a key left out is not checked.
#[expect(clippy::struct_excessive_bools, reason = "each is one key of the file")]
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Figure {
    #[serde(default, deserialize_with = "exact")]
    number: Option<Decimal>,
    #[serde(default, deserialize_with = "exact")]
    low: Option<Decimal>,
    #[serde(default, deserialize_with = "exact")]
    high: Option<Decimal>,
    #[serde(default)]
    vague: bool,
    operator: Option<String>,
    aspect: Option<String>,
    polarity: Option<String>,
    modality: Option<String>,
    part_of: Option<bool>,
    /// Who is counted, as written.
    who: Option<String>,
    #[serde(rename = "basis")]
    _basis: Option<String>,
    #[serde(default)]
    share: bool,
    #[serde(default)]
    increment: bool,
    #[serde(default)]
    ordinal: bool,
}

/// A number as written in the file, without a detour over floats.
fn exact<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Decimal>, D::Error> {
    let number = serde_yaml::Number::deserialize(from)?;
    number
        .to_string()
        .parse()
        .map(Some)
        .map_err(serde::de::Error::custom)
}

fn article(text: &str) -> Article {
    Article {
        id: "sentence".to_owned(),
        path: None,
        record_line: 0,
        title: None,
        body_start: 0,
        prose: Span::new(0, text.len()),
        date: None,
        source: None,
        url: None,
        lang: None,
        text: text.to_owned(),
    }
}

/// True when a claim is of the corpus's type.
fn of_type(engine: &Engine, claim: &Claim, kind: &str) -> bool {
    engine.schema.types[claim.claim_type].name == kind
}

/// What keeps the claim from being the figure; nothing when it is.
fn faults(engine: &Engine, claim: &Claim, figure: &Figure, text: &str) -> Vec<String> {
    let value = &claim.value;
    let aspect = claim.aspect.map(|at| {
        engine.schema.types[claim.claim_type].aspects[at]
            .name
            .clone()
    });
    let mut faults = Vec::new();
    let mut check = |name: &str, wanted: Option<&str>, got: &str| {
        if wanted.is_some_and(|wanted| wanted != got) {
            faults.push(format!("{name} is {got}"));
        }
    };
    check(
        "operator",
        figure.operator.as_deref(),
        value.operator.name(),
    );
    check(
        "aspect",
        figure.aspect.as_deref(),
        aspect.as_deref().unwrap_or("none"),
    );
    check(
        "polarity",
        figure.polarity.as_deref().or(Some("affirmed")),
        claim.polarity.name(),
    );
    check(
        "modality",
        figure.modality.as_deref().or(Some("actual")),
        claim.modality.name(),
    );
    check(
        "who",
        figure.who.as_deref(),
        claim.counted.map_or("nobody", |span| span.slice(text)),
    );
    if figure.part_of == Some(true) && claim.part_of.is_none() {
        faults.push("is no part".to_owned());
    }
    faults
}

/// True when the claim's number is the figure's.
fn same_number(claim: &Claim, figure: &Figure) -> bool {
    let value = &claim.value;
    if figure.low.is_some() || figure.high.is_some() {
        return (figure.low.is_none() || value.literal.low == figure.low)
            && (figure.high.is_none() || value.literal.high == figure.high);
    }
    if figure.vague {
        return value.operator == Operator::Vague;
    }
    if figure.share {
        return value.share_of.is_some() || value.number.is_none();
    }
    value.number == figure.number
        && value.increment >= figure.increment
        && value.ordinal >= figure.ordinal
}

/// Every sentence that is not read as the corpus says, a line each.
fn misses(engine: &Engine, corpus: &Corpus) -> String {
    let mut out = String::new();
    for case in &corpus.cases {
        for sentence in &case.say {
            let article = article(sentence);
            let reading = engine.read(&article);
            let mine: Vec<&Claim> = reading
                .claims
                .iter()
                .filter(|claim| of_type(engine, claim, &corpus.kind))
                .collect();
            let all = mine
                .iter()
                .filter(|claim| same_number(claim, &case.figure))
                .map(|claim| faults(engine, claim, &case.figure, sentence));
            let best = all.min_by_key(Vec::len);
            match best {
                Some(faults) if faults.is_empty() => {}
                Some(faults) => writeln!(out, "wrong  {}: {sentence}", faults.join(", ")).unwrap(),
                None => writeln!(out, "missed {}: {sentence}", wanted(&case.figure)).unwrap(),
            }
        }
    }
    for sentence in &corpus.never {
        let article = article(sentence);
        let reading = engine.read(&article);
        for claim in reading
            .claims
            .iter()
            .filter(|claim| of_type(engine, claim, &corpus.kind))
        {
            writeln!(
                out,
                "false  {}: {sentence}",
                claim.quantity.span.slice(sentence)
            )
            .unwrap();
        }
    }
    out
}

fn wanted(figure: &Figure) -> String {
    match (figure.number, figure.low, figure.high) {
        (Some(number), ..) => number.to_string(),
        (None, None, None) => "a vague number".to_owned(),
        (None, low, high) => format!("{low:?}–{high:?}"),
    }
}

#[test]
fn every_corpus_reads_as_its_snapshot_says() {
    let (schema, faults) = schema::load(&[]);
    assert!(faults.is_empty(), "{faults:?}");
    let engine = Engine::new(schema);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots/corpus");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for file in files {
            let corpus: Corpus = serde_yaml::from_str(&fs::read_to_string(&file).unwrap())
                .unwrap_or_else(|fault| panic!("{}: {fault}", file.display()));
            let (n_say, n_never) = (
                corpus
                    .cases
                    .iter()
                    .map(|case| case.say.len())
                    .sum::<usize>(),
                corpus.never.len(),
            );
            assert!(
                n_say >= 25 && n_never >= 15,
                "{}: {n_say} say, {n_never} never",
                corpus.kind
            );
            insta::assert_snapshot!(corpus.kind.as_str(), misses(&engine, &corpus));
        }
    });
}
