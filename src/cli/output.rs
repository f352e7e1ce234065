//! Where an output goes: standard output, or a file that is written whole or not at all.

use std::path::{Path, PathBuf};

use super::exit::Exit;
use super::streams::Streams;
use crate::review::disk;

/// The bytes of an output, or what is wrong with it.
pub(super) type Made = Result<Vec<u8>, String>;

/// Writes `bytes` to the file at `path`, and says so. Files in `taken` were read: they are not written over.
pub(super) fn write_file(
    path: &Path,
    made: Made,
    taken: &[PathBuf],
    streams: &mut Streams<'_>,
) -> Exit {
    let done = made.and_then(|bytes| {
        if is_taken(path, taken) {
            return Err(
                "was read as input, and is not written over; choose another name".to_owned(),
            );
        }
        disk::replace(path, &bytes).map_err(|fault| format!("cannot be written: {fault}"))
    });
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
