//! Embeds every file of `schemas/`, so that a new claim type or word list registers itself. Beside each file's text
//! stands the same content as JSON, which loads many times faster than YAML, with every phrase that has alternatives
//! written out in full: start-up must not be felt.
#![expect(
    clippy::disallowed_methods,
    reason = "a build script reads the files it embeds"
)]

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use serde_json::Value;

#[path = "src/schema/pattern.rs"]
#[expect(unreachable_pub, reason = "in the program it is one of many")]
mod pattern;
#[path = "src/schema/piece.rs"]
#[expect(unreachable_pub, reason = "in the program it is one of many")]
mod piece;
#[path = "src/schema/tree.rs"]
#[expect(
    dead_code,
    unreachable_pub,
    reason = "the program needs more of it, and in more places"
)]
mod tree;

use tree::Tree;

/// The keys of claim types under which phrases with alternatives stand.
const PATTERNS: [&str; 10] = [
    "adj",
    "before_cue",
    "cue",
    "need_cue",
    "never_cue",
    "never_topic",
    "phrase",
    "then_cue",
    "topic",
    "with_cue",
];

/// The key of events under which their names stand, which are written out apart.
const NAMES: &str = "aliases";

/// The key of claim types under which sentences stand that hold a file to its word: they are read from its text.
const TESTS: &str = "tests";

fn main() -> io::Result<()> {
    let root =
        Path::new(&env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("schemas");
    println!("cargo:rerun-if-changed=schemas");
    for shared in ["pattern", "piece", "tree"] {
        println!("cargo:rerun-if-changed=src/schema/{shared}.rs");
    }
    let mut files = Vec::new();
    collect(&root, &mut files)?;
    files.sort();
    let mut json = String::new();
    let rows: io::Result<Vec<String>> = files
        .iter()
        .map(|path| row(&root, path, &mut json))
        .collect();
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let out = Path::new(&out);
    fs::write(out.join("built_in.json"), json)?;
    fs::write(out.join("embedded.rs"), embedded(&rows?.concat()))?;
    fs::write(out.join("names.rs"), names(&root.join("events"), &files)?)
}

/// The built-in files with their `rows`. What each has of the JSON is cut from one and the same constant.
fn embedded(rows: &str) -> String {
    format!(
        "{{
const JSON: &str = include_str!(concat!(env!(\"OUT_DIR\"), \"/built_in.json\"));
const fn json(start: usize, n_bytes: usize) -> &'static str {{
    JSON.split_at(start).1.split_at(n_bytes).0
}}
BuiltIn {{ json: JSON, files: &[
{rows}] }}
}}"
    )
}

/// The ids of all events in order, a line each, and the tree of their names, written out.
fn names(folder: &Path, files: &[PathBuf]) -> io::Result<String> {
    let mut events = Vec::new();
    for path in files.iter().filter(|path| path.starts_with(folder)) {
        let content: Option<Value> = serde_yaml::from_str(&fs::read_to_string(path)?).ok();
        let rows = content.as_ref().and_then(|file| file["events"].as_array());
        for event in rows.into_iter().flatten() {
            let id = event["id"].as_str().unwrap_or_default().to_owned();
            let aliases = event[NAMES].as_array().into_iter().flatten();
            let names: Vec<Value> = aliases.cloned().flat_map(written_out).collect();
            events.push((id, names));
        }
    }
    events.sort_by(|a, b| a.0.cmp(&b.0));
    let names: Vec<(&str, u16)> = (0..)
        .zip(&events)
        .flat_map(|(at, (_, names))| names.iter().map(move |name| (name, at)))
        .filter_map(|(name, at)| Some((name.as_str()?, at)))
        .collect();
    let tree = Tree::of(names.into_iter());
    let nodes = tree.nodes().iter();
    let nodes: Vec<String> = nodes
        .map(|node| format!("super::tree::{node:?},\n"))
        .collect();
    let words: Vec<String> = tree.words().map(|word| format!("{word}\n")).collect();
    let ids: Vec<String> = events.iter().map(|(id, _)| format!("{id}\n")).collect();
    let (ids, words, nodes) = (ids.concat(), words.concat(), nodes.concat());
    Ok(format!(
        "({ids:?}, Tree::embedded({words:?}, &[\n{nodes}]))"
    ))
}

/// One entry of the table: path, text, and content as JSON, which is put behind that of the files before it. A file that
/// is no YAML has no JSON; loading it then says what is wrong with it.
fn row(root: &Path, path: &Path, all: &mut String) -> io::Result<String> {
    let name = path
        .strip_prefix(root)
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/");
    let mut content: Option<Value> = serde_yaml::from_str(&fs::read_to_string(path)?).ok();
    if let Some(content) = content.as_mut().filter(|_| !name.starts_with("lexicon/")) {
        write_out(content);
    }
    let json = content.map_or_else(String::new, |content| content.to_string());
    let path = path.to_string_lossy();
    let (start, n_bytes) = (all.len(), json.len());
    all.push_str(&json);
    Ok(format!(
        "({name:?}, include_str!({path:?}), json({start}, {n_bytes})),\n"
    ))
}

/// Writes out the phrases of a claim type, and leaves out its tests and the names of events; a faulty phrase stays, for loading to tell
/// of.
fn write_out(content: &mut Value) {
    match content {
        Value::Array(items) => items.iter_mut().for_each(write_out),
        Value::Object(keys) => {
            keys.remove(NAMES);
            keys.remove(TESTS);
            for (key, value) in keys {
                match value {
                    Value::Array(patterns) if PATTERNS.contains(&key.as_str()) => {
                        *patterns = patterns.drain(..).flat_map(written_out).collect();
                    }
                    _ => write_out(value),
                }
            }
        }
        _ => {}
    }
}

fn written_out(pattern: Value) -> Vec<Value> {
    let phrases = pattern.as_str().map(pattern::expand);
    match phrases {
        Some(Ok(phrases)) => phrases.into_iter().map(Value::String).collect(),
        _ => vec![pattern],
    }
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "yaml") {
            files.push(path);
        }
    }
    Ok(())
}
