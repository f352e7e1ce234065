//! Every schema file is sound, and named as its type and its corpus.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what the program reads"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use figcheck::schema::{self, BUILT_IN, file, tree::NONE};
use serde::Deserialize;

/// What of a corpus file is looked at here.
#[derive(Deserialize)]
struct Corpus {
    r#type: String,
    cases: Vec<Case>,
    never: Vec<serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
struct Case {
    say: Vec<serde::de::IgnoredAny>,
}

fn stems() -> BTreeSet<&'static str> {
    BUILT_IN
        .files
        .iter()
        .filter_map(|(path, ..)| path.strip_suffix(".yaml"))
        .filter(|stem| !stem.contains('/') && !stem.starts_with('_'))
        .collect()
}

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
    assert_eq!(names, stems());
}

#[test]
fn event_ids_are_unique() {
    let files = BUILT_IN
        .files
        .iter()
        .filter(|(path, ..)| path.starts_with("events/"));
    let ids: Vec<String> = files
        .flat_map(|(path, text, _)| {
            let source = schema::source::Source {
                file: (*path).to_owned(),
                text: (*text).into(),
                json: None,
            };
            schema::event::parse(&source).unwrap()
        })
        .map(|read| read.event.id)
        .collect();
    let unique: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len());
}

#[test]
fn every_claim_type_has_a_corpus_of_its_name() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    for stem in stems() {
        let path = folder.join(format!("{stem}.yaml"));
        let corpus = read(&path);
        assert_eq!(corpus.r#type, stem, "{}", path.display());
        assert!(
            corpus.cases.iter().any(|case| !case.say.is_empty()),
            "{stem}: no sentence that states it"
        );
        assert!(
            !corpus.never.is_empty(),
            "{stem}: no sentence that does not"
        );
    }
}

#[test]
fn every_corpus_has_a_claim_type() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(
            stems().contains(stem.as_str()),
            "{}: no schemas/{stem}.yaml",
            path.display()
        );
    }
}

/// The lists below a value that hold a word twice, as "key: word".
fn doubled(path: &str, value: &serde_json::Value, out: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(fields) => {
            for (key, value) in fields {
                doubled(&format!("{path} {key}"), value, out);
            }
        }
        serde_json::Value::Array(items) => {
            let mut words = BTreeSet::new();
            for item in items {
                match item.as_str() {
                    Some(word) if words.insert(word) => {}
                    Some(word) => out.push(format!("{path}: {word}")),
                    None => doubled(path, item, out),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn no_list_of_words_holds_one_twice() {
    let mut out = Vec::new();
    // One form may be two of a verb: "put, put".
    let files = BUILT_IN.files.iter();
    for (path, text, _) in files.filter(|(path, ..)| *path != "lexicon/irregular.yaml") {
        let value: serde_json::Value = file::parse(path, text).unwrap();
        doubled(path, &value, &mut out);
    }
    assert!(out.is_empty(), "{}", out.join("\n"));
}

fn read(path: &PathBuf) -> Corpus {
    let text =
        fs::read_to_string(path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
    file::parse(&path.display().to_string(), &text).unwrap_or_else(|fault| panic!("{fault}"))
}

/// The JSON that `build.rs` makes is not a copy: its phrases are written out.
#[test]
fn built_in_files_say_the_same_as_json_and_as_yaml() {
    let from_json = schema::layer::built_in();
    let mut from_yaml = from_json.clone();
    for source in from_yaml.values_mut() {
        // An unquoted `~` would be a string in YAML and nothing in JSON, which then does not load.
        let json: serde_json::Value = serde_json::from_str(source.json.unwrap()).unwrap();
        assert!(!json.to_string().contains("null"), "{}", source.file);
        source.json = None;
    }
    let load = |files| schema::load::files(files);
    let ((mut json, of_json), (mut yaml, of_yaml)) = (load(&from_json), load(&from_yaml));
    // Its tables are in no order.
    let irregular = |it: &mut schema::Schema| std::mem::take(&mut it.lexicon.irregular);
    assert_eq!(irregular(&mut json), irregular(&mut yaml));
    let said = |it: &schema::Schema| format!("{:?} {:?} {:?}", it.types, it.lexicon, it.events);
    assert_eq!(said(&json), said(&yaml));
    assert_eq!((of_json, of_yaml), (Vec::new(), Vec::new()));
    // The tree that was written out is the one that the files make.
    assert_eq!(json.names.built_in.tree, yaml.names.own.tree);
    assert_eq!(json.names.built_in.events, yaml.names.own.events);
    assert!(yaml.names.built_in.events.iter().all(|it| *it == NONE));
}
