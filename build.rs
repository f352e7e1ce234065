//! Embeds every file of `schemas/`, so that a new claim type or word list registers itself. Beside each file's text
//! stands the same content as JSON, which loads many times faster than YAML: start-up must not be felt.
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
    let rows: io::Result<Vec<String>> = files.iter().map(|path| row(&root, path)).collect();
    let out = Path::new(&env::var("OUT_DIR").map_err(io::Error::other)?).join("embedded.rs");
    fs::write(out, format!("&[\n{}]", rows?.concat()))
}

/// One entry of the table: path, text, and content as JSON. A file that is no YAML has no JSON; loading it then says
/// what is wrong with it.
fn row(root: &Path, path: &Path) -> io::Result<String> {
    let name = path
        .strip_prefix(root)
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/");
    let content: Option<serde_json::Value> = serde_yaml::from_str(&fs::read_to_string(path)?).ok();
    let json = content.map_or_else(String::new, |content| content.to_string());
    let path = path.to_string_lossy();
    Ok(format!("({name:?}, include_str!({path:?}), {json:?}),\n"))
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
