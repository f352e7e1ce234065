//! Embeds every file of `schemas/`, so that a new claim type or word list registers itself.
#![expect(
    clippy::disallowed_methods,
    reason = "a build script reads the files it embeds"
)]

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root =
        Path::new(&env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("schemas");
    println!("cargo:rerun-if-changed=schemas");
    let mut files = Vec::new();
    collect(&root, &mut files)?;
    files.sort();
    let rows: Vec<String> = files
        .iter()
        .map(|path| {
            let name = path
                .strip_prefix(&root)
                .unwrap_or(path)
                .to_string_lossy()
                .replace('\\', "/");
            format!("({name:?}, include_str!({path:?})),\n")
        })
        .collect();
    let out = Path::new(&env::var("OUT_DIR").map_err(io::Error::other)?).join("embedded.rs");
    fs::write(out, format!("&[\n{}]", rows.concat()))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "yaml") {
            files.push(path);
        }
    }
    Ok(())
}
