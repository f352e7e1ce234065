//! Where an output goes: standard output, or a file that is written whole or not at all.

use std::fmt;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::exit::Exit;
use super::streams::Streams;
use crate::review::disk;

/// The bytes of an output, or what is wrong with it.
pub(super) type Made = Result<Vec<u8>, String>;

/// The files that were named for an output; `-` alone is standard output, as it is standard input where articles are named.
pub(super) fn files(named: Vec<PathBuf>) -> Vec<PathBuf> {
    if matches!(named.as_slice(), [one] if one.as_os_str() == "-") {
        return Vec::new();
    }
    named
}

/// Writes `bytes` to the file at `path`, and says so. Files in `taken` were read: they are not written over.
pub(super) fn write_file(
    path: &Path,
    made: Made,
    taken: &[PathBuf],
    streams: &mut Streams<'_>,
) -> Exit {
    let done = made.and_then(|bytes| {
        refuse_taken(path, taken)?;
        disk::replace(path, &bytes).map_err(|fault| why(&fault))
    });
    tell(path, done, streams)
}

/// The same for a text that is written piece by piece, and need not be in memory.
pub(super) fn fill_file(
    path: &Path,
    fill: impl FnOnce(&mut dyn fmt::Write, &mut Streams<'_>) -> fmt::Result,
    taken: &[PathBuf],
    streams: &mut Streams<'_>,
) -> Exit {
    let done = refuse_taken(path, taken).and_then(|()| {
        let streams = &mut *streams;
        let fill = |file: &mut dyn io::Write| {
            let mut text = Text {
                file: io::BufWriter::new(file),
                fault: None,
            };
            let filled = fill(&mut text, streams)
                .map_err(|_| io::Error::other("it does not fit this format"));
            text.fault.map_or(filled, Err)?;
            text.file.flush()
        };
        disk::replace_with(path, fill).map_err(|fault| why(&fault))
    });
    tell(path, done, streams)
}

/// Text to bytes, with what the disk said.
struct Text<'a> {
    file: io::BufWriter<&'a mut dyn io::Write>,
    fault: Option<io::Error>,
}

impl fmt::Write for Text<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.file.write_all(text.as_bytes()).map_err(|fault| {
            self.fault = Some(fault);
            fmt::Error
        })
    }
}

fn refuse_taken(path: &Path, taken: &[PathBuf]) -> Result<(), String> {
    if path.as_os_str() == "-" {
        return Err(
            "is standard output, and takes one output alone; write ./- for a file of that name"
                .to_owned(),
        );
    }
    if is_taken(path, taken) {
        return Err("was read as input, and is not written over; choose another name".to_owned());
    }
    Ok(())
}

/// What the system says, and what to do.
pub(super) fn why(fault: &io::Error) -> String {
    let advice = match fault.kind() {
        io::ErrorKind::NotFound => "its folder is not there; make it, or choose another".to_owned(),
        io::ErrorKind::PermissionDenied => {
            "nothing may be written there; choose another folder".to_owned()
        }
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        _ => fault.to_string(),
    };
    format!("cannot be written: {advice}")
}

fn tell(path: &Path, done: Result<(), String>, streams: &mut Streams<'_>) -> Exit {
    match done {
        Ok(()) => {
            streams.note(format_args!("wrote {}", path.display()));
            Exit::Clean
        }
        Err(fault) => {
            streams.error(format_args!("{}: {fault}", path.display()));
            Exit::Trouble
        }
    }
}

/// The true name of a file that need not be there yet.
fn real(path: &Path) -> Option<PathBuf> {
    if let Ok(real) = path.canonicalize() {
        return Some(real);
    }
    let folder = disk::folder_of(path).canonicalize().ok()?;
    Some(folder.join(path.file_name()?))
}

fn is_taken(path: &Path, taken: &[PathBuf]) -> bool {
    let Some(own) = real(path) else { return false };
    taken.iter().any(|other| real(other).as_ref() == Some(&own))
}
