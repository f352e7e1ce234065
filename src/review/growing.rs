//! The file that is being written piece by piece, for whoever ends the program meanwhile.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

static GROWING: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Remembers the file, or that there is none.
pub(super) fn note(path: Option<&Path>) {
    let mut growing = GROWING.lock().unwrap_or_else(PoisonError::into_inner);
    *growing = path.map(Path::to_owned);
}

/// Takes it away. The program ends after this.
pub fn abandon() {
    let mut growing = GROWING.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(path) = growing.take() {
        let _ = fs::remove_file(path);
    }
}
