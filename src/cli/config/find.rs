//! The settings file nearest above the articles.

use std::path::{Path, PathBuf};

use super::Error;
use crate::cli::args::InputArgs;

/// Names of a settings file, the first that is there.
const NAMES: [&str; 4] = [
    "figcheck.yaml",
    ".figcheck.yaml",
    "figcheck.yml",
    ".figcheck.yml",
];

/// The nearest settings file above every input: in its folder, or in one above it up to the root of the repository.
/// One comparison has one set of settings, so inputs that lead to different files are a fault.
pub(super) fn nearest(input: &InputArgs) -> Result<Option<PathBuf>, Error> {
    let mut folders: Vec<PathBuf> = input.paths.iter().filter_map(|path| start(path)).collect();
    if folders.is_empty() {
        folders.extend(Path::new(".").canonicalize().ok());
    }
    folders.sort();
    folders.dedup();
    let mut found: Vec<Option<PathBuf>> = folders.iter().map(|folder| above(folder)).collect();
    found.sort();
    found.dedup();
    match found.as_slice() {
        [] => Ok(None),
        [one] => Ok(one.as_deref().map(shortened)),
        several => {
            let names: Vec<String> = several
                .iter()
                .map(|path| {
                    path.as_deref().map_or_else(
                        || "none".to_owned(),
                        |path| shortened(path).display().to_string(),
                    )
                })
                .collect();
            Err(Error {
                file: names.join(", "),
                line: 0,
                column: 0,
                message: "the articles have different settings files; name one with --config, or none with --isolated"
                    .to_owned(),
            })
        }
    }
}

/// The folder from which to look for the settings of one path as typed: of a pattern, what stands before its first
/// wildcard. `None` for standard input and for what is not there.
fn start(typed: &str) -> Option<PathBuf> {
    let path = Path::new(typed);
    let fixed: PathBuf = path
        .components()
        .take_while(|part| !part.as_os_str().to_string_lossy().contains(['*', '?', '[']))
        .collect();
    let base = if path.exists() { path } else { &fixed };
    let base = if base.as_os_str().is_empty() {
        Path::new(".")
    } else {
        base
    };
    let real = base.canonicalize().ok()?;
    if real.is_dir() {
        Some(real)
    } else {
        real.parent().map(Path::to_owned)
    }
}

fn above(folder: &Path) -> Option<PathBuf> {
    for folder in folder.ancestors() {
        for name in NAMES {
            let path = folder.join(name);
            if path.is_file() {
                return Some(path);
            }
        }
        if folder.join(".git").exists() {
            break;
        }
    }
    None
}

/// The path from the folder in which the program runs, where it lies below it.
fn shortened(path: &Path) -> PathBuf {
    let here = Path::new(".").canonicalize().ok();
    here.and_then(|here| path.strip_prefix(here).ok().map(Path::to_owned))
        .unwrap_or_else(|| path.to_owned())
}
