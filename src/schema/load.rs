//! Files in layers to one checked schema. A file of an upper layer that is wrong is told and left out; what stood
//! below it holds.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde::Deserialize;

use super::claim_file::ClaimFile;
use super::layer::{self, Files};
use super::source::Source;
use super::{ClaimType, Error, Lexicon, NamedEvent, Schema, compile, event, file};

/// Loads the built-in files and those of `overlays` over them, and every mistake found on the way.
pub fn load(overlays: &[PathBuf]) -> (Schema, Vec<Error>) {
    let mut loaded = Loaded::default();
    loaded.add(layer::built_in());
    for root in overlays {
        let (files, errors) = layer::folder(root);
        loaded.errors.extend(errors);
        loaded.add(files);
    }
    let schema = Schema {
        types: loaded.types.into_values().collect(),
        lexicon: loaded.lexicon,
        events: loaded.events.into_values().flatten().collect::<Vec<_>>(),
    };
    (sorted(schema), loaded.errors)
}

/// Reads one claim type's file with what it extends: the file as written, then the checked type.
///
/// # Errors
/// Every mistake of the file.
pub fn claim_type(stem: &str, files: &Files) -> Result<(ClaimFile, ClaimType), Vec<Error>> {
    let classes = noun_classes(files);
    let source = files.get(stem).ok_or_else(Vec::new)?;
    let own = written(stem, source)?;
    let (merged, sources) = extended(own.clone(), source, files)?;
    compile::compile(merged, &sources, &classes).map(|checked| (own, checked))
}

/// A path below the schema folder that names a claim type; `_name` is a part for others to extend.
fn names_claim_type(path: &str) -> bool {
    !path.contains('/') && !path.starts_with('_')
}

#[derive(Default)]
struct Loaded {
    files: Files,
    types: BTreeMap<String, ClaimType>,
    lexicon: Lexicon,
    events: BTreeMap<String, Vec<NamedEvent>>,
    errors: Vec<Error>,
}

impl Loaded {
    /// Puts a layer over those before it. The lexicon comes first, since types name its noun classes.
    fn add(&mut self, layer: Files) {
        let mut upper = self.files.clone();
        upper.extend(layer.clone());
        self.add_lexicon(&upper, &layer);
        self.add_parts(&layer);
        for (stem, source) in &layer {
            if names_claim_type(stem) {
                self.add_type(stem, source);
            } else if stem.starts_with("events/") {
                self.add_events(stem, source);
            }
        }
    }

    fn add_lexicon(&mut self, upper: &Files, layer: &Files) {
        if !layer.keys().any(|path| path.starts_with("lexicon/")) {
            return;
        }
        match Lexicon::load(&|name| upper.get(name.trim_end_matches(".yaml"))) {
            Ok(lexicon) => {
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
    fn add_parts(&mut self, layer: &Files) {
        for (stem, source) in layer.iter().filter(|(stem, _)| stem.starts_with('_')) {
            match written(stem, source) {
                Ok(_) => {
                    self.files.insert(stem.clone(), source.clone());
                }
                Err(errors) => self.errors.extend(errors),
            }
        }
    }

    fn add_type(&mut self, stem: &str, source: &Source) {
        let below = self.files.insert(stem.to_owned(), source.clone());
        match claim_type(stem, &self.files) {
            Ok((_, checked)) => {
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

    fn add_events(&mut self, stem: &str, source: &Source) {
        match event::parse(source) {
            Ok(events) => {
                let ids: BTreeSet<&str> = events.iter().map(|event| event.id.as_str()).collect();
                for others in self.events.values_mut() {
                    others.retain(|event| !ids.contains(event.id.as_str()));
                }
                self.events.insert(stem.to_owned(), events);
            }
            Err(errors) => self.errors.extend(errors),
        }
    }
}

/// The file as written, whose `type` must be its stem.
fn written(stem: &str, source: &Source) -> Result<ClaimFile, Vec<Error>> {
    let file: ClaimFile = file::parse(&source.file, &source.text).map_err(|error| vec![error])?;
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
        merged = merged.over(written(&parent, above)?);
    }
    Ok((merged, sources))
}

/// The classes and roles of `lexicon/nouns.yaml`, either of which may be counted. Whether that file is sound is the lexicon's business.
fn noun_classes(files: &Files) -> BTreeSet<String> {
    #[derive(Deserialize)]
    struct Nouns {
        groups: Vec<Group>,
    }
    #[derive(Deserialize)]
    struct Group {
        class: String,
        role: Option<String>,
    }
    let nouns = files
        .get("lexicon/nouns")
        .and_then(|source| file::parse::<Nouns>(&source.file, &source.text).ok());
    nouns.map_or_else(BTreeSet::new, |nouns| {
        let names = nouns.groups.into_iter();
        names
            .flat_map(|group| [Some(group.class), group.role])
            .flatten()
            .collect()
    })
}

fn sorted(mut schema: Schema) -> Schema {
    schema.types.sort_by(|a, b| a.name.cmp(&b.name));
    schema.events.sort_by(|a, b| a.id.cmp(&b.id));
    schema
}
