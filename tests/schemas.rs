//! Every schema file is sound, and named as its type and its corpus.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use figcheck::schema::{self, BUILT_IN};

#[test]
fn every_built_in_file_loads() {
    let (_, errors) = schema::load(&[]);
    let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
    assert!(lines.is_empty(), "{}", lines.join("\n"));
}

#[test]
fn every_claim_type_is_one_file() {
    let (schema, _) = schema::load(&[]);
    let names: BTreeSet<&str> = schema.types.iter().map(|one| one.name.as_str()).collect();
    let stems: BTreeSet<&str> = BUILT_IN
        .iter()
        .filter_map(|(path, _)| path.strip_suffix(".yaml"))
        .filter(|stem| !stem.contains('/') && !stem.starts_with('_'))
        .collect();
    assert_eq!(names, stems);
}
