//! `schema list | show | check | export | new`: the files that say what is counted.
use std::fmt::{self, Write as _};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::args::{SchemaArgs, SchemaOf, SchemaVerb};
use super::config;
use super::exit::Exit;
use super::streams::Streams;
use super::stub;
use super::trial;
use crate::engine::Engine;
use crate::report::json;
use crate::schema::claim_file::ClaimFile;
use crate::schema::source::Source;
use crate::schema::{self, Error, Schema, file, json_schema, layer, load};

/// Runs one of the five.
///
/// # Errors
/// Standard output does not take the text.
pub(super) fn run(verb: SchemaVerb, streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    let typed = match &verb {
        SchemaVerb::List(schema)
        | SchemaVerb::Show { schema, .. }
        | SchemaVerb::Check { schema, .. } => schema.clone(),
        SchemaVerb::Export { .. } | SchemaVerb::New { .. } => SchemaArgs::default(),
    };
    let overlays = match config::overlays(&typed) {
        Ok(overlays) => overlays,
        Err(fault) => return Ok(told(vec![fault], streams)),
    };
    match verb {
        SchemaVerb::List(_) => list(&overlays, streams),
        SchemaVerb::Show { name, .. } => show(&name, &overlays, streams),
        SchemaVerb::Check { files, .. } => check(&files, &overlays, streams),
        SchemaVerb::Export { of } => {
            let text = match of {
                SchemaOf::ClaimType => json_schema::CLAIM_TYPE,
                SchemaOf::Output => json::schema::DIFF,
                SchemaOf::Remarks => json::schema::REMARKS,
            };
            streams.write_str(text).map(|()| Exit::Clean)
        }
        SchemaVerb::New { name } => Ok(new(&name, &overlays, streams)),
    }
}

/// One claim type a line: name, unit, what it is.
fn list(overlays: &[PathBuf], streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    let (schema, faults) = schema::load(overlays);
    let width = schema
        .types
        .iter()
        .map(|one| one.name.len())
        .max()
        .unwrap_or(0);
    for one in schema.types.iter() {
        writeln!(
            streams,
            "{:width$}  {:6}  {}",
            one.name, one.unit, one.about
        )?;
    }
    Ok(told(faults, streams))
}

/// The file as it is, so that it can be saved and changed.
fn show(name: &str, overlays: &[PathBuf], streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    let (files, faults) = all_files(overlays);
    let exit = told(faults, streams);
    let Some(source) = files.get(name) else {
        let known: Vec<&str> = files.keys().map(String::as_str).collect();
        let near = file::suggestion(name, &known);
        streams.error(format_args!("{name}: no schema file of that name{near}"));
        return Ok(Exit::Trouble);
    };
    streams.write_str(&source.text)?;
    Ok(exit)
}

fn all_files(overlays: &[PathBuf]) -> (layer::Files, Vec<Error>) {
    let mut files = layer::built_in();
    let mut faults = Vec::new();
    for root in overlays {
        let (upper, found) = layer::folder(root);
        files.extend(upper);
        faults.extend(found);
    }
    (files, faults)
}

/// Tells every mistake; trouble if there is one.
fn told(faults: Vec<Error>, streams: &mut Streams<'_>) -> Exit {
    let exit = if faults.is_empty() {
        Exit::Clean
    } else {
        Exit::Trouble
    };
    for fault in faults {
        streams.error(fault);
    }
    exit
}

fn check(
    paths: &[PathBuf],
    overlays: &[PathBuf],
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    let mut exit = Exit::Clean;
    for path in paths {
        exit = exit.max(check_one(path, overlays, streams)?);
    }
    Ok(exit)
}

fn check_one(
    path: &Path,
    overlays: &[PathBuf],
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    let source = match layer::read(path) {
        Ok(source) => source,
        Err(fault) => return Ok(told(vec![fault], streams)),
    };
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let folder = path.parent().and_then(Path::file_name).unwrap_or_default();
    match folder.to_str() {
        Some("events" | "lexicon") => check_words(
            &source,
            &stem,
            folder.to_string_lossy().as_ref(),
            overlays,
            streams,
        ),
        _ => check_type(&source, &stem, overlays, streams),
    }
}

/// A word list or event list is checked by loading it over the rest.
fn check_words(
    source: &Source,
    stem: &str,
    folder: &str,
    overlays: &[PathBuf],
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    let (_, faults) = load::with(overlays, &format!("{folder}/{stem}"), source);
    let exit = told(faults, streams);
    if exit == Exit::Clean {
        writeln!(streams, "{}: sound", source.file)?;
    }
    Ok(exit)
}

fn check_type(
    source: &Source,
    stem: &str,
    overlays: &[PathBuf],
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    let (schema, faults) = load::with(overlays, stem, source);
    let exit = told(faults, streams);
    if exit != Exit::Clean {
        return Ok(exit);
    }
    let file = match file::parse::<ClaimFile>(&source.file, &source.text) {
        Ok(file) => file,
        Err(fault) => return Ok(told(vec![fault], streams)),
    };
    let n_sentences = file.tests.say.len() + file.tests.never.len();
    let Some(at) = position(&schema, stem) else {
        writeln!(streams, "{}: sound, for other files to extend", source.file)?;
        return Ok(Exit::Clean);
    };
    let mut failures = trial::failures(&Engine::new(schema), at, &file.tests, source);
    let n_held = n_sentences - failures.len();
    failures.extend(stub::unfilled(stem, source));
    writeln!(
        streams,
        "{}: sound; {n_held} of {n_sentences} test sentences hold",
        source.file
    )?;
    Ok(match told(failures, streams) {
        Exit::Clean => Exit::Clean,
        _ => Exit::Findings,
    })
}

fn position(schema: &Schema, name: &str) -> Option<usize> {
    schema.types.iter().position(|one| one.name == name)
}

/// Starts a claim type, in the first folder of schemas that the settings name.
fn new(name: &str, overlays: &[PathBuf], streams: &mut Streams<'_>) -> Exit {
    let in_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if name.is_empty() || name.starts_with('_') || !name.chars().all(in_name) {
        streams.error(format_args!(
            "{name}: a claim type's name has small letters, digits and `_` only"
        ));
        return Exit::Trouble;
    }
    let set = overlays.first().cloned();
    let folder = set.clone().unwrap_or_else(|| PathBuf::from("schemas"));
    let path = folder.join(format!("{name}.yaml"));
    if layer::built_in().contains_key(name) {
        streams.error(format_args!(
            "{name}: is a claim type already, and a file of that name would take its place; choose another name, or begin \
             with that one: figcheck schema show {name} > {}",
            path.display()
        ));
        return Exit::Trouble;
    }
    let mut exit = Exit::Clean;
    let corpus = Path::new("tests/corpus").join(format!("{name}.yaml"));
    for (path, text) in [(&path, stub::schema(name)), (&corpus, stub::corpus(name))] {
        match write_new(path, &text) {
            Ok(()) => streams.note(format_args!("wrote {}", path.display())),
            Err(fault) => {
                let why = match fault.kind() {
                    std::io::ErrorKind::AlreadyExists => {
                        "is there already, and is not written over".to_owned()
                    }
                    _ => format!("not written: {fault}"),
                };
                streams.error(format_args!("{}: {why}", path.display()));
                exit = Exit::Trouble;
            }
        }
    }
    // The file's first line points to it; one that is there already serves as well.
    let beside = folder.join(json_schema::CLAIM_TYPE_FILE);
    if exit == Exit::Clean && write_new(&beside, json_schema::CLAIM_TYPE).is_ok() {
        streams.note(format_args!("wrote {}", beside.display()));
    }
    if exit == Exit::Clean && set.is_none() {
        streams.note(
            "it counts with --schemas schemas, or with the line `schemas: [schemas]` in figcheck.yaml",
        );
    }
    exit
}

/// Writes a file that does not exist yet, and its folder.
fn write_new(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = fs::File::create_new(path)?;
    file.write_all(text.as_bytes())
}
