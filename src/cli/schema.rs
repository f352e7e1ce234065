//! `schema list | show | check | export | new`: the files that say what is counted.
use std::fmt::{self, Write as _};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::args::{SchemaArgs, SchemaOf, SchemaVerb};
use super::exit::Exit;
use super::streams::Streams;
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
    match verb {
        SchemaVerb::List(args) => list(&args, streams),
        SchemaVerb::Show { name, schema } => show(&name, &schema, streams),
        SchemaVerb::Check { files, schema } => check(&files, &schema, streams),
        SchemaVerb::Export { of } => {
            let text = match of {
                SchemaOf::ClaimType => json_schema::CLAIM_TYPE,
                SchemaOf::Output => json::schema::DIFF,
                SchemaOf::Remarks => json::schema::REMARKS,
            };
            streams.write_str(text).map(|()| Exit::Clean)
        }
        SchemaVerb::New { name } => Ok(new(&name, streams)),
    }
}

/// One claim type a line: name, unit, what it is.
fn list(args: &SchemaArgs, streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    let (schema, faults) = schema::load(&args.schemas);
    let width = schema
        .types
        .iter()
        .map(|one| one.name.len())
        .max()
        .unwrap_or(0);
    for one in &schema.types {
        writeln!(
            streams,
            "{:width$}  {:6}  {}",
            one.name, one.unit, one.about
        )?;
    }
    Ok(told(faults, streams))
}

/// The file as it is, so that it can be saved and changed.
fn show(name: &str, args: &SchemaArgs, streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    let (files, faults) = all_files(&args.schemas);
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
    args: &SchemaArgs,
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    let mut exit = Exit::Clean;
    for path in paths {
        exit = exit.max(check_one(path, args, streams)?);
    }
    Ok(exit)
}

fn check_one(
    path: &Path,
    args: &SchemaArgs,
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
            args,
            streams,
        ),
        _ => check_type(&source, &stem, args, streams),
    }
}

/// A word list or event list is checked by loading it over the rest.
fn check_words(
    source: &Source,
    stem: &str,
    folder: &str,
    args: &SchemaArgs,
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    let (_, faults) = load::with(&args.schemas, &format!("{folder}/{stem}"), source);
    let exit = told(faults, streams);
    if exit == Exit::Clean {
        writeln!(streams, "{}: sound", source.file)?;
    }
    Ok(exit)
}

fn check_type(
    source: &Source,
    stem: &str,
    args: &SchemaArgs,
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    let (schema, faults) = load::with(&args.schemas, stem, source);
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
    let failures = trial::failures(&Engine::new(schema), at, &file.tests, source);
    let n_held = n_sentences - failures.len();
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

/// What a new claim type's file begins with.
const SCHEMA_STUB: &str = include_str!("stub/schema.yaml");
/// What its corpus begins with.
const CORPUS_STUB: &str = include_str!("stub/corpus.yaml");

fn new(name: &str, streams: &mut Streams<'_>) -> Exit {
    let in_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if name.is_empty() || name.starts_with('_') || !name.chars().all(in_name) {
        streams.error(format_args!(
            "{name}: a claim type's name has small letters, digits and `_` only"
        ));
        return Exit::Trouble;
    }
    let label = name.replace('_', " ");
    let mut exit = Exit::Clean;
    for (folder, stub) in [("schemas", SCHEMA_STUB), ("tests/corpus", CORPUS_STUB)] {
        let path = Path::new(folder).join(format!("{name}.yaml"));
        let text = stub.replace("NAME", name).replace("LABEL", &label);
        match write_new(&path, &text) {
            Ok(()) => streams.note(format_args!("wrote {}", path.display())),
            Err(fault) => {
                streams.error(format_args!("{}: not written: {fault}", path.display()));
                exit = Exit::Trouble;
            }
        }
    }
    // The file's first line points to it; one that is there already serves as well.
    let beside = Path::new("schemas").join(json_schema::CLAIM_TYPE_FILE);
    if exit == Exit::Clean && write_new(&beside, json_schema::CLAIM_TYPE).is_ok() {
        streams.note(format_args!("wrote {}", beside.display()));
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
