//! The files of a story, and how several of them change as one.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::error::Error;
use super::form::VERSION;
use super::{disk, form, log};
use crate::schema;

/// Where a story is kept.
#[derive(Clone, Debug)]
pub(super) struct Files {
    pub(super) accepted: PathBuf,
    pub(super) pending: PathBuf,
    pub(super) log: PathBuf,
    pub(super) journal: PathBuf,
}

/// Several files on their way to a new state. Once it is there, the new state holds: whoever comes next finishes it.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Journal {
    pub(super) version: u32,
    /// New text; nothing where it stays.
    pub(super) accepted: Option<String>,
    /// New text; nothing where the file goes.
    pub(super) pending: Option<String>,
    /// New text; nothing where it stays.
    pub(super) log: Option<String>,
}

impl Files {
    pub(super) fn new(folder: &Path, name: &str) -> Self {
        Self {
            accepted: folder.join(format!("{name}.snap")),
            pending: folder.join(format!("{name}.snap.new")),
            log: folder.join(format!("{name}.log")),
            journal: folder.join(format!(".{name}.journal")),
        }
    }

    pub(super) fn all(&self) -> [&Path; 4] {
        [&self.accepted, &self.pending, &self.log, &self.journal]
    }
}

#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

/// Reads a journal; the message of one that cannot be read says why.
fn read(text: &str) -> Result<Journal, String> {
    let unread = |fault: serde_json::Error| {
        format!(
            "cannot be read ({fault}): it is from a newer figcheck, or no file of ours; update, or move it away"
        )
    };
    let Versioned { version } = serde_json::from_str(text).map_err(unread)?;
    if version > VERSION {
        return Err(format!(
            "version {version} is from a newer figcheck; this one knows {VERSION}: update figcheck"
        ));
    }
    let journal: Journal = serde_json::from_str(text).map_err(unread)?;
    // What could not be read afterwards is not put in the place of what can.
    let foul =
        |fault: schema::Error| format!("holds a file that cannot be read: {fault}; move it away");
    for (name, text) in [
        ("snapshot", &journal.accepted),
        ("pending", &journal.pending),
    ] {
        if let Some(text) = text {
            form::read(name, text).map_err(foul)?;
        }
    }
    log::read("log", journal.log.as_deref().unwrap_or_default()).map_err(foul)?;
    Ok(journal)
}

/// Finishes what a killed program began. A journal that is none, or a newer program's, changes nothing.
pub(super) fn finish(files: &Files) -> Result<(), Error> {
    let Some(text) = text(&files.journal)? else {
        return Ok(());
    };
    let journal = read(&text)
        .map_err(|fault| Error::Unknown(format!("{}: {fault}", files.journal.display())))?;
    let _whole = disk::hold();
    carry_out(files, &journal)
}

/// Doing it twice is doing it once.
pub(super) fn carry_out(files: &Files, journal: &Journal) -> Result<(), Error> {
    if let Some(text) = &journal.accepted {
        put_held(&files.accepted, text)?;
    }
    if let Some(text) = &journal.log {
        put_held(&files.log, text)?;
    }
    match &journal.pending {
        Some(text) => put_held(&files.pending, text)?,
        None => remove(&files.pending)?,
    }
    remove(&files.journal)
}

pub(super) fn put(path: &Path, text: &str) -> Result<(), Error> {
    let _whole = disk::hold();
    put_held(path, text)
}

/// A file that has the text already stays as it is.
pub(super) fn put_held(path: &Path, text: &str) -> Result<(), Error> {
    let failed = |fault| Error::disk(path, &fault);
    if disk::read(path).map_err(failed)?.as_deref() == Some(text.as_bytes()) {
        return Ok(());
    }
    disk::put(path, text.as_bytes()).map_err(failed)
}

pub(super) fn remove(path: &Path) -> Result<(), Error> {
    disk::remove(path).map_err(|fault| Error::disk(path, &fault))
}

pub(super) fn text(path: &Path) -> Result<Option<String>, Error> {
    let bytes = disk::read(path).map_err(|fault| Error::disk(path, &fault))?;
    bytes
        .map(String::from_utf8)
        .transpose()
        .map_err(|_| Error::Disk {
            path: path.display().to_string(),
            what: "is no UTF-8: not a file that figcheck wrote".to_owned(),
        })
}
