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
#[path = "src/schema/phrases.rs"]
#[expect(
    dead_code,
    unreachable_pub,
    reason = "the program needs more of it, and in more places"
)]
mod phrases;

use phrases::Phrases;

/// The keys of claim types under which phrases with alternatives stand.
const PATTERNS: [&str; 6] = ["adj", "cue", "need_cue", "never_cue", "phrase", "then_cue"];

/// The key of events under which they stand.
const NAMES: &str = "aliases";

fn main() -> io::Result<()> {
    let root =
        Path::new(&env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("schemas");
    println!("cargo:rerun-if-changed=schemas");
    println!("cargo:rerun-if-changed=src/schema/pattern.rs");
    println!("cargo:rerun-if-changed=src/schema/phrases.rs");
    let mut files = Vec::new();
    collect(&root, &mut files)?;
    files.sort();
    let rows: io::Result<Vec<String>> = files.iter().map(|path| row(&root, path)).collect();
    let out = Path::new(&env::var("OUT_DIR").map_err(io::Error::other)?).join("embedded.rs");
    fs::write(out, format!("&[\n{}]", rows?.concat()))
}

/// One entry of the table: path, text, and content as JSON. A file that is no YAML has no JSON; loading it then says
/// what is wrong with it.
fn row(root: &Path, path: &Path) -> io::Result<String> {
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
    Ok(format!("({name:?}, include_str!({path:?}), {json:?}),\n"))
}

/// Writes out the phrases of a claim type or of events; a faulty one stays, for loading to tell of.
fn write_out(content: &mut Value) {
    match content {
        Value::Array(items) => items.iter_mut().for_each(write_out),
        Value::Object(keys) => {
            for (key, value) in keys {
                match value {
                    Value::Array(patterns) if PATTERNS.contains(&key.as_str()) => {
                        *patterns = patterns.drain(..).flat_map(written_out).collect();
                    }
                    Value::Array(names) if key == NAMES => {
                        *names = coded(std::mem::take(names));
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

/// The names of an event written out in one string, where none is faulty.
fn coded(patterns: Vec<Value>) -> Vec<Value> {
    let phrases = patterns
        .iter()
        .map(|one| pattern::expand(one.as_str()?).ok());
    let Some(phrases) = phrases.collect::<Option<Vec<_>>>() else {
        return patterns;
    };
    let phrases = phrases.iter().flatten().map(String::as_str);
    vec![Value::String(Phrases::new(phrases).embedded())]
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
