//! Where schema files come from: the built-in ones, then folders of a desk's own, which add files or replace those of
//! the same name.
#![expect(
    clippy::disallowed_methods,
    reason = "the schema stage reads the files of `--schemas`"
)]

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;

use super::source::{MAX_BYTES, Source};
use super::{BUILT_IN, Error};

/// Files by path below the schema folder, without ending: `deaths`, `lexicon/nouns`, `events/wars`.
pub type Files = BTreeMap<String, Source>;

/// The folders below a schema folder that are looked into.
const FOLDERS: [&str; 3] = ["", "lexicon", "events"];

/// The files that come with the program.
pub fn built_in() -> Files {
    BUILT_IN
        .files
        .iter()
        .map(|(path, text, json)| {
            let source = Source {
                file: format!("schemas/{path}"),
                text: Cow::Borrowed(text),
                json: Some(json),
            };
            (path.trim_end_matches(".yaml").to_owned(), source)
        })
        .collect()
}

/// The YAML files of a folder, and what could not be read.
pub fn folder(root: &Path) -> (Files, Vec<Error>) {
    let mut files = Files::new();
    let mut errors = Vec::new();
    if !root.is_dir() {
        errors.push(unreadable(
            root,
            "no such folder: check the path of --schemas",
        ));
    }
    for below in FOLDERS {
        let Ok(entries) = std::fs::read_dir(root.join(below)) else {
            continue;
        };
        for path in entries.flatten().map(|entry| entry.path()) {
            let ending = path.extension().and_then(|ending| ending.to_str());
            let stem = path.file_stem().and_then(|stem| stem.to_str());
            if let (Some("yaml" | "yml"), Some(stem)) = (ending, stem) {
                match read(&path) {
                    Ok(source) => {
                        let name = Path::new(below).join(stem);
                        files.insert(name.to_string_lossy().replace('\\', "/"), source);
                    }
                    Err(error) => errors.push(error),
                }
            }
        }
    }
    errors.sort_by(|a, b| a.file.cmp(&b.file));
    (files, errors)
}

/// Reads one file.
///
/// # Errors
/// It cannot be read, is no UTF-8, or is larger than [`MAX_BYTES`].
pub fn read(path: &Path) -> Result<Source, Error> {
    let size = std::fs::metadata(path).map_or(0, |facts| facts.len());
    if size > MAX_BYTES as u64 {
        return Err(unreadable(path, "the file is larger than 1 MiB: split it"));
    }
    let bytes = std::fs::read(path).map_err(|fault| unreadable(path, &why(&fault)))?;
    let text = String::from_utf8(bytes).map_err(|fault| {
        let valid = &fault.as_bytes()[..fault.utf8_error().valid_up_to()];
        let line = valid.split(|byte| *byte == b'\n').count() - 1;
        Error {
            line: line + 1,
            column: 1,
            ..unreadable(path, "the file is not UTF-8: save it as UTF-8")
        }
    })?;
    Ok(Source {
        file: path.display().to_string(),
        text: text.into(),
        json: None,
    })
}

/// What the system says, and what to do.
fn why(fault: &std::io::Error) -> String {
    match fault.kind() {
        ErrorKind::NotFound => "no such file: check the path".to_owned(),
        ErrorKind::PermissionDenied => "it may not be read: check its permissions".to_owned(),
        ErrorKind::IsADirectory => "is a folder: name a file".to_owned(),
        _ => format!("cannot be read: {fault}"),
    }
}

fn unreadable(path: &Path, message: &str) -> Error {
    Error {
        file: path.display().to_string(),
        line: 0,
        column: 0,
        message: message.to_owned(),
    }
}
