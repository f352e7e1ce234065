//! Files in layers to one checked schema. A file of an upper layer that is wrong is told and left out; what stood
//! below it holds.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use rustc_hash::FxHashSet;

use super::claim_file::ClaimFile;
use super::layer::{self, Files};
use super::source::Source;
use super::{ClaimType, Error, Lexicon, Names, Schema, compile, event, file};
use crate::aside;

/// Loads the built-in files and those of `overlays` over them, and every mistake found on the way.
pub fn load(overlays: &[PathBuf]) -> (Schema, Vec<Error>) {
    layers(overlays).schema()
}

/// Loads the same, and one file more over all others. `name` is its path below the schema folder, without ending.
pub fn with(overlays: &[PathBuf], name: &str, source: &Source) -> (Schema, Vec<Error>) {
    let mut loaded = layers(overlays);
    loaded.add(&Files::from([(name.to_owned(), source.clone())]));
    loaded.schema()
}

/// Loads these files and no others.
pub fn files(files: &Files) -> (Schema, Vec<Error>) {
    let mut loaded = Loaded::default();
    loaded.add(files);
    loaded.schema()
}

fn layers(overlays: &[PathBuf]) -> Loaded {
    let mut loaded = Loaded::default();
    loaded.add(&layer::built_in());
    for root in overlays {
        let (files, errors) = layer::folder(root);
        loaded.errors.extend(errors);
        loaded.add(&files);
    }
    loaded
}

/// Checks one claim type's file with what it extends.
fn claim_type(
    stem: &str,
    read: ClaimFile,
    files: &Files,
    parts: &Parts,
    classes: &BTreeSet<String>,
) -> Result<ClaimType, Vec<Error>> {
    let source = files.get(stem).ok_or_else(Vec::new)?;
    let (merged, sources) = extended(read, source, files, parts)?;
    compile::compile(merged, &sources, classes)
}

/// The files for others to extend, as they stand in [`Loaded::files`]: many types extend one.
type Parts = BTreeMap<String, ClaimFile>;

#[derive(Default)]
struct Loaded {
    files: Files,
    parts: Parts,
    /// Of the lexicon as it stands.
    classes: BTreeSet<String>,
    types: BTreeMap<String, ClaimType>,
    lexicon: Lexicon,
    events: BTreeMap<String, Vec<event::Read>>,
    errors: Vec<Error>,
}

impl Loaded {
    /// What stands, in order of name, and what was wrong.
    fn schema(self) -> (Schema, Vec<Error>) {
        let mut events = Vec::with_capacity(self.events.values().map(Vec::len).sum());
        events.extend(self.events.into_values().flatten());
        events.sort_unstable_by(|a: &event::Read, b| a.event.id.cmp(&b.event.id));
        let schema = Schema {
            types: self.types.into_values().collect(),
            lexicon: self.lexicon,
            names: Names::new(&events),
            events: events.into_iter().map(|read| read.event).collect(),
        };
        (schema, self.errors)
    }

    /// Puts a layer over those before it. The lexicon comes first, since types name its noun classes.
    fn add(&mut self, layer: &Files) {
        let mut upper = self.files.clone();
        upper.extend(layer.clone());
        // The lexicon is half of it, and checking the rest alone needs it.
        let ((types, events), ()) = aside::both(
            || (read_types(layer), read_events(layer)),
            || self.add_lexicon(&upper, layer),
        );
        let (parts, types): (Vec<_>, Vec<_>) = types
            .into_iter()
            .partition(|read| read.stem.starts_with('_'));
        for part in parts {
            self.add_part(part);
        }
        for read in types {
            self.add_type(read);
        }
        for (stem, events) in events {
            self.add_events(stem, events);
        }
    }

    fn add_lexicon(&mut self, upper: &Files, layer: &Files) {
        if !layer.keys().any(|path| path.starts_with("lexicon/")) {
            return;
        }
        match Lexicon::load(&|stem| upper.get(&format!("lexicon/{stem}"))) {
            Ok(lexicon) => {
                self.classes = noun_classes(&lexicon);
                self.lexicon = lexicon;
                let words = upper
                    .iter()
                    .filter(|(path, _)| path.starts_with("lexicon/"));
                self.files
                    .extend(words.map(|(path, source)| (path.clone(), source.clone())));
            }
            Err(error) => self.errors.push(error),
        }
    }

    /// The files that others extend must parse before those do.
    fn add_part(&mut self, read: ReadType<'_>) {
        match read.file {
            Ok(part) => {
                self.files.insert(read.stem.to_owned(), read.source.clone());
                self.parts.insert(read.stem.to_owned(), part);
            }
            Err(errors) => self.errors.extend(errors),
        }
    }

    fn add_type(&mut self, read: ReadType<'_>) {
        let stem = read.stem;
        let below = self.files.insert(stem.to_owned(), read.source.clone());
        let checked = read
            .file
            .and_then(|file| claim_type(stem, file, &self.files, &self.parts, &self.classes));
        match checked {
            Ok(checked) => {
                self.types.insert(stem.to_owned(), checked);
            }
            Err(errors) => {
                self.errors.extend(errors);
                match below {
                    Some(below) => self.files.insert(stem.to_owned(), below),
                    None => self.files.remove(stem),
                };
            }
        }
    }

    fn add_events(&mut self, stem: &str, events: ReadEvents) {
        match events {
            Ok(events) => {
                let ids: FxHashSet<&str> =
                    events.iter().map(|read| read.event.id.as_str()).collect();
                for others in self.events.values_mut() {
                    others.retain(|read| !ids.contains(read.event.id.as_str()));
                }
                self.events.insert(stem.to_owned(), events);
            }
            Err(errors) => self.errors.extend(errors),
        }
    }
}

/// What one file of a claim type holds, or every mistake in it.
struct ReadType<'a> {
    stem: &'a str,
    source: &'a Source,
    file: Result<ClaimFile, Vec<Error>>,
}

/// The claim types of a layer and what they extend, in order of name.
fn read_types(layer: &Files) -> Vec<ReadType<'_>> {
    let files = layer.iter().filter(|(stem, _)| !stem.contains('/'));
    let read = files.map(|(stem, source)| ReadType {
        stem,
        source,
        file: written(stem, source),
    });
    read.collect()
}

/// What one file of events holds, or every mistake in it.
type ReadEvents = Result<Vec<event::Read>, Vec<Error>>;

/// The events of each file of a layer, in order of name.
fn read_events(layer: &Files) -> Vec<(&str, ReadEvents)> {
    let files = layer.iter().filter(|(stem, _)| stem.starts_with("events/"));
    files
        .map(|(stem, source)| (stem.as_str(), event::parse(source)))
        .collect()
}

/// The file as written, whose `type` must be its stem.
fn written(stem: &str, source: &Source) -> Result<ClaimFile, Vec<Error>> {
    let file: ClaimFile = file::read(source).map_err(|error| vec![error])?;
    let snake = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let message = if file.name.is_empty() {
        format!("the key `type` is missing: add `type: {stem}`")
    } else if file.name != stem {
        format!(
            "the type `{}` stands in a file named `{stem}`: make the two equal",
            file.name
        )
    } else if !stem.chars().all(snake) {
        "a type's name has small letters, digits and `_` only: rename it and its file".to_owned()
    } else {
        return Ok(file);
    };
    let at_key = source.fault_along(&["type"], &message);
    Err(vec![at_key.unwrap_or_else(|| source.fault(message))])
}

/// `file` over all that it extends, and their sources, its own first.
fn extended<'a>(
    file: ClaimFile,
    source: &'a Source,
    files: &'a Files,
    parts: &Parts,
) -> Result<(ClaimFile, Vec<&'a Source>), Vec<Error>> {
    let mut sources = vec![source];
    let mut merged = file;
    while let Some(parent) = merged.extends.clone() {
        let last = sources[sources.len() - 1];
        let refuse = |message: String| {
            Err(vec![
                last.fault_along(&["extends"], &message)
                    .unwrap_or_else(|| last.fault(message.clone())),
            ])
        };
        let Some(above) = files.get(&parent).filter(|_| !parent.contains('/')) else {
            let known: Vec<&str> = files
                .keys()
                .filter(|path| !path.contains('/'))
                .map(String::as_str)
                .collect();
            return refuse(format!(
                "extends an unknown file `{parent}`{}",
                file::suggestion(&parent, &known)
            ));
        };
        if sources.contains(&above) {
            return refuse(format!(
                "extends itself by way of `{parent}`: break the circle"
            ));
        }
        sources.push(above);
        merged = match parts.get(&parent) {
            Some(part) => merged.over(part),
            None => merged.over(&written(&parent, above)?),
        };
    }
    Ok((merged, sources))
}

/// The classes, roles and ages of `lexicon/nouns.yaml`, each of which may be counted.
fn noun_classes(lexicon: &Lexicon) -> BTreeSet<String> {
    let names = lexicon.nouns.groups.iter();
    names
        .flat_map(|group| {
            [
                Some(group.class.clone()),
                group.role.clone(),
                group.age_sex.clone(),
            ]
        })
        .flatten()
        .collect()
}
