//! A YAML list of files with their dates and sources, for files that cannot say so themselves.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::draft::Metadata;
use super::path::{self, Wanted};
use super::{Error, Request};
use crate::schema::file;

/// What a manifest looks like, on one line.
pub(super) const FORM: &str = "articles: [{path: wire.txt, date: 2024-09-07, source: The Wire}, {path: 'copy/*.txt', date: 2024-09-08}]";

/// The file as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    articles: Vec<Entry>,
}

/// What one entry says about the files at `path`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    path: String,
    id: Option<String>,
    title: Option<String>,
    date: Option<String>,
    source: Option<String>,
    url: Option<String>,
    lang: Option<String>,
}

/// What a manifest says about one file.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) wanted: Wanted,
    pub(super) metadata: Metadata,
}

/// Reads a manifest. Paths are taken from the manifest's own folder; one that matches nothing goes to `problems`.
///
/// # Errors
/// A manifest that cannot be read or parsed, with line and column.
pub(super) fn read(
    path: &Path,
    request: &Request,
    problems: &mut Vec<Error>,
) -> Result<Vec<Row>, Error> {
    let name = path.display().to_string();
    let text = path::text_of(path, &name)?;
    let manifest: Manifest = file::parse(&name, &text).map_err(|fault| {
        let fault = Error::from(fault);
        Error {
            message: format!("{}; a manifest looks like this: {FORM}", fault.message),
            ..fault
        }
    })?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut rows = Vec::new();
    for entry in manifest.articles {
        let target: PathBuf = folder.join(&entry.path);
        let mut faults = Vec::new();
        let wanted = path::find(
            &target.to_string_lossy(),
            request,
            &mut faults,
            &mut Vec::new(),
        );
        problems.extend(faults.into_iter().map(|fault| Error {
            message: format!("{}: {}", fault.file, fault.message),
            file: name.clone(),
            ..fault
        }));
        let metadata = Metadata {
            id: entry.id,
            title: entry.title,
            date: entry.date,
            source: entry.source,
            url: entry.url,
            lang: entry.lang,
        };
        rows.extend(wanted.into_iter().map(|wanted| Row {
            wanted,
            metadata: metadata.clone(),
        }));
    }
    Ok(rows)
}
