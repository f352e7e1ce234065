//! The house keeps its order: the flow runs one way, files stay small, and a dependency has one home.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what the program reads"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// The modules in order of the flow. Each uses only those before it.
const FLOW: [&str; 16] = [
    "aside", "calendar", "decimal", "span", "schema", "ingest", "text", "numbers", "claims",
    "resolve", "compare", "report", "review", "engine", "cli", "lib",
];

/// The most lines of a file, without its tests.
const MAX_LINES: usize = 300;

/// Names that say nothing.
const STRAY_NAMES: [&str; 6] = ["utils", "util", "helpers", "common", "misc", "types"];

/// Which files a crate may be used in.
const HOMES: [(&str, &[&str]); 20] = [
    ("clap", &["cli/"]),
    ("clap_complete", &["cli/"]),
    ("clap_mangen", &["cli/generate.rs"]),
    ("crossterm", &["cli/terminal.rs"]),
    ("csv", &["report/delimited.rs"]),
    ("ctrlc", &["cli/interrupt.rs"]),
    ("signal_hook", &["cli/interrupt.rs"]),
    ("rust_xlsxwriter", &["report/xlsx.rs"]),
    ("tempfile", &["ingest/store.rs", "review/disk.rs"]),
    ("comfy_table", &["report/table.rs"]),
    ("glob", &["ingest/"]),
    ("ignore", &["ingest/"]),
    ("jiff", &["calendar.rs"]),
    ("mimalloc", &["main.rs"]),
    ("notify", &["cli/watch.rs"]),
    (
        "rayon",
        &["compare/", "engine.rs", "report/", "schema/load.rs", "cli/"],
    ),
    ("regex", &["schema/"]),
    ("rust_decimal", &["decimal.rs"]),
    ("serde_yaml", &["schema/file.rs"]),
    ("insta", &[]),
];

/// A file of `src/`, by its path below it, with its text and the lines before its tests.
struct File {
    path: String,
    text: String,
}

impl File {
    fn stage(&self) -> &str {
        let first = self.path.split('/').next().unwrap();
        first.trim_end_matches(".rs")
    }

    /// The text before the tests, without comments.
    fn code(&self) -> impl Iterator<Item = &str> {
        let lines = self.text.lines().map(str::trim_start);
        lines
            .take_while(|line| *line != "#[cfg(test)]" || !self.ends_in_tests())
            .filter(|line| !line.starts_with("//"))
    }

    fn ends_in_tests(&self) -> bool {
        self.text.contains("#[cfg(test)]\nmod tests {")
    }

    fn is_test(&self) -> bool {
        ["tests.rs", "fixture.rs"]
            .iter()
            .any(|name| self.path.ends_with(name))
            || self.path.contains("/tests/")
    }
}

fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    collect(&root, &mut paths);
    paths.sort();
    let below = |path: &PathBuf| {
        let path = path.strip_prefix(&root).unwrap();
        path.to_string_lossy().replace('\\', "/")
    };
    paths
        .iter()
        .map(|path| File {
            path: below(path),
            text: fs::read_to_string(path).unwrap(),
        })
        .collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            paths.push(path);
        }
    }
}

/// Every file for which `fault` says something, as one message.
fn none(fault: impl Fn(&File) -> Option<String>) {
    let faults: Vec<String> = files()
        .iter()
        .filter(|file| !file.is_test())
        .filter_map(|file| fault(file).map(|what| format!("src/{}: {what}", file.path)))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The words that follow `crate::` in a line of code.
fn used_stages(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices("crate::").map(|(at, mark)| {
        let rest = &line[at + mark.len()..];
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
        &rest[..end.unwrap_or(rest.len())]
    })
}

#[test]
fn a_stage_uses_only_what_stands_before_it() {
    let place = |stage: &str| FLOW.iter().position(|one| *one == stage);
    none(|file| {
        if file.path == "main.rs" || file.path == "lib.rs" {
            return None;
        }
        let Some(own) = place(file.stage()) else {
            return Some("is no stage of the flow".to_owned());
        };
        let mut used = file.code().flat_map(used_stages);
        let late = used.find(|stage| place(stage).is_none_or(|place| place > own))?;
        Some(format!("uses `{late}`, which stands after `{}`", FLOW[own]))
    });
}

#[test]
fn modules_stand_in_lib_in_the_order_of_the_flow() {
    let text =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let written: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    let flow: Vec<&str> = FLOW
        .into_iter()
        .filter(|name| written.contains(name))
        .collect();
    assert_eq!(written, flow);
}

#[test]
fn crate_paths_are_written_one_stage_a_line() {
    none(|file| {
        file.code()
            .any(|line| line.contains("crate::{"))
            .then(|| "`use crate::{…}` hides which stage is used: one line each".to_owned())
    });
}

#[test]
fn files_stay_small() {
    none(|file| {
        let n_lines = match file.text.find("#[cfg(test)]\nmod tests {") {
            Some(at) => file.text[..at].lines().count(),
            None => file.text.lines().count(),
        };
        (n_lines > MAX_LINES).then(|| format!("{n_lines} lines without tests, at most {MAX_LINES}"))
    });
}

#[test]
fn a_dependency_has_one_home() {
    none(|file| {
        HOMES.iter().find_map(|(name, homes)| {
            let path = format!("{name}::");
            let uses = |line: &str| {
                line.match_indices(&path).any(|(at, _)| {
                    let before = line[..at].chars().next_back();
                    !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
                })
            };
            let at_home = homes.iter().any(|home| file.path.starts_with(home));
            (!at_home && file.code().any(uses))
                .then(|| format!("uses {name}, whose home is {homes:?}"))
        })
    });
}

#[test]
fn names_say_something() {
    none(|file| {
        let mut parts = file.path.trim_end_matches(".rs").split('/');
        let stray = parts.find(|part| STRAY_NAMES.contains(part))?;
        Some(format!("`{stray}` says nothing: name the noun"))
    });
}

#[test]
fn every_file_says_what_it_is() {
    none(|file| (!file.text.starts_with("//!")).then(|| "begins without `//!`".to_owned()));
}
