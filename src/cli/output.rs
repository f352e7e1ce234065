//! Where an output goes: standard output, or a file that is written whole or not at all.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tempfile::NamedTempFile;

use super::exit::Exit;
use super::streams::Streams;

/// Held while a file is put in its place, so that an interruption waits until it is whole.
pub(super) static WRITING: Mutex<()> = Mutex::new(());

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
        replace(path, &bytes).map_err(|fault| format!("cannot be written: {fault}"))
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
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new(".")).canonicalize().ok()?;
    Some(folder.join(path.file_name()?))
}

fn is_taken(path: &Path, taken: &[PathBuf]) -> bool {
    let Some(own) = real(path) else { return false };
    taken.iter().any(|other| real(other).as_ref() == Some(&own))
}

/// Puts a file in its place in one step, so that no reader and no crash ever sees half of it.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    // What is no plain file (a pipe, /dev/stdout) cannot be replaced, only written to.
    if fs::metadata(path).is_ok_and(|known| !known.is_file() && !known.is_dir()) {
        return fs::OpenOptions::new()
            .write(true)
            .open(path)?
            .write_all(bytes);
    }
    let _guard = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    let mut file = NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))?;
    file.write_all(bytes)?;
    give_usual_rights(path, &file)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|fault| fault.error)?;
    Ok(())
}

/// A temporary file is for its owner alone; the report takes the rights of the file it replaces, or what any new file
/// would get.
fn give_usual_rights(path: &Path, file: &NamedTempFile) -> io::Result<()> {
    if let Ok(known) = fs::metadata(path) {
        return file.as_file().set_permissions(known.permissions());
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        file.as_file()
            .set_permissions(fs::Permissions::from_mode(0o644))?;
    }
    Ok(())
}
