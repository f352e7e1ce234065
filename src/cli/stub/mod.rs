//! What a new claim type begins with, and what of that is still to be filled.

use crate::schema::Error;
use crate::schema::source::Source;

/// What a new claim type's file begins with.
const SCHEMA: &str = include_str!("schema.yaml");
/// What its corpus begins with.
const CORPUS: &str = include_str!("corpus.yaml");

/// How the lines begin that hold examples, in the order of the file, and what is to stand there.
const EXAMPLES: [(&str, &str); 4] = [
    ("about: ", "say what is counted"),
    ("- {id: word, ", "give the words of your own"),
    ("- {text: ", "give a sentence of your own"),
    ("- \"", "give a sentence of your own"),
];

/// The file of a new claim type.
pub(super) fn schema(name: &str) -> String {
    filled(SCHEMA, name)
}

/// Its corpus.
pub(super) fn corpus(name: &str) -> String {
    filled(CORPUS, name)
}

fn filled(stub: &str, name: &str) -> String {
    stub.replace("NAME", name)
        .replace("LABEL", &name.replace('_', " "))
}

/// The examples that still stand in a claim type's file as they were written there.
pub(super) fn unfilled(name: &str, source: &Source) -> Vec<Error> {
    let stub = schema(name);
    let example = |line: &&str| EXAMPLES.iter().find(|(begins, _)| line.starts_with(begins));
    let lines = stub.lines().map(str::trim);
    let examples: Vec<(&str, &str)> = lines
        .filter_map(|line| Some((line, example(&line)?.1)))
        .collect();
    let stands = |(line, at): (&str, usize)| {
        let (_, advice) = examples.iter().find(|(it, _)| *it == line.trim())?;
        let mut fault = source.fault(format!("is still the example: {advice}"));
        fault.line = at;
        fault.column = 1 + line.len() - line.trim_start().len();
        Some(fault)
    };
    source.text.lines().zip(1..).filter_map(stands).collect()
}
