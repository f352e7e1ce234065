//! The file that is being written piece by piece, for whoever ends the program meanwhile.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::{fs, io};

static GROWING: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Remembers that there is none.
pub(super) fn forget() {
    let mut growing = GROWING.lock().unwrap_or_else(PoisonError::into_inner);
    *growing = None;
}

/// Makes the file and remembers it in one step: whoever ends the program meanwhile waits, and then knows it.
///
/// # Errors
/// Those of `make`.
pub(super) fn begin<T>(
    make: impl FnOnce() -> io::Result<T>,
    path: impl FnOnce(&T) -> &Path,
) -> io::Result<T> {
    let mut growing = GROWING.lock().unwrap_or_else(PoisonError::into_inner);
    let file = make()?;
    *growing = Some(path(&file).to_owned());
    Ok(file)
}

/// Takes it away. The program ends after this.
pub fn abandon() {
    let mut growing = GROWING.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(path) = growing.take() {
        let _ = fs::remove_file(path);
    }
}
