//! The settings file of a person, below that of the articles: colours, a width, a format that one likes.
#![expect(
    clippy::disallowed_methods,
    reason = "cli is the one that reads the environment"
)]

use std::env;
use std::path::{Path, PathBuf};

/// Where it stands below the folder of settings that the system gives a person.
const BELOW: &str = "figcheck/figcheck.yaml";

/// The file, if there is one.
pub(super) fn path() -> Option<PathBuf> {
    let path = folder()?.join(BELOW);
    path.is_file().then_some(path)
}

/// `$XDG_CONFIG_HOME` or `~/.config`; on Windows `%APPDATA%`. A path that is relative says nothing of where it counts
/// from, and is none.
fn folder() -> Option<PathBuf> {
    let absolute = |name| {
        let value = env::var_os(name).map(PathBuf::from);
        value.filter(|path: &PathBuf| path.is_absolute())
    };
    let at_home = |home: PathBuf| home.join(Path::new(".config"));
    let given = absolute("XDG_CONFIG_HOME");
    if cfg!(windows) {
        given.or_else(|| absolute("APPDATA"))
    } else {
        given.or_else(|| absolute("HOME").map(at_home))
    }
}
