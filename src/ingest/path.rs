//! Paths as typed to files: folders, globs, lists.

use std::io;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use super::store::{Store, unreadable};
use super::{Error, Request, decode, foreign};

/// What counts as an article in a folder.
const ENDINGS: [&str; 6] = ["txt", "text", "md", "markdown", "jsonl", "ndjson"];

/// A file to read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Wanted {
    /// As the user named it.
    pub(super) path: PathBuf,
    /// Its one true name, by which a file named twice is known.
    pub(super) real: PathBuf,
}

/// The files that one path as typed names: itself, the articles of a folder, the matches of a glob. Faults go to
/// `problems`; a path that does not exist is one, never text. What a folder holds beside and is not read goes to `notes`.
pub(super) fn find(
    typed: &str,
    request: &Request,
    problems: &mut Vec<Error>,
    notes: &mut Vec<Error>,
) -> Vec<Wanted> {
    let path = Path::new(typed);
    let mut found = Vec::new();
    if path.is_dir() {
        walk(path, request, &mut found, problems, notes);
    } else if path.exists() || !typed.contains(['*', '?', '[']) {
        push(path, &mut found, problems);
    } else {
        match glob::glob(typed) {
            Ok(matches) => {
                for matched in matches.flatten() {
                    if matched.is_dir() {
                        walk(&matched, request, &mut found, problems, notes);
                    } else {
                        push(&matched, &mut found, problems);
                    }
                }
                if found.is_empty() && problems.is_empty() {
                    problems.push(Error::file(typed, "matches no file; check the pattern"));
                }
            }
            Err(fault) => {
                let message = format!("is not a pattern: {}", fault.msg);
                problems.push(Error::file(typed, message));
            }
        }
    }
    found
}

fn push(path: &Path, found: &mut Vec<Wanted>, problems: &mut Vec<Error>) {
    match path.canonicalize() {
        Ok(real) => found.push(Wanted {
            path: path.to_owned(),
            real,
        }),
        Err(fault) => {
            let name = path.display().to_string();
            problems.push(match fault.kind() {
                io::ErrorKind::NotFound => {
                    Error::file(name, "no such file or folder; check the path")
                }
                _ => unreadable(&name, &fault),
            });
        }
    }
}

/// The articles below `folder`. Hidden and git-ignored files are passed over, and those that a `.figcheckignore` names.
fn walk(
    folder: &Path,
    request: &Request,
    found: &mut Vec<Wanted>,
    problems: &mut Vec<Error>,
    notes: &mut Vec<Error>,
) {
    let before = (found.len(), problems.len());
    let mut passed = Vec::new();
    let walk = WalkBuilder::new(folder)
        .follow_links(true)
        .require_git(false)
        .git_global(false)
        .add_custom_ignore_filename(".figcheckignore")
        .sort_by_file_path(Path::cmp)
        .build();
    for entry in walk {
        match entry {
            Ok(entry) => {
                let path = entry.path();
                if path.is_file() && is_article(folder, path, request) {
                    push(path, found, problems);
                } else if let Some(kind) = passed_over(folder, path, request) {
                    let below = path.strip_prefix(folder).unwrap_or(path);
                    passed.push((below.display().to_string(), kind));
                }
            }
            Err(fault) => {
                let why = fault.io_error().map(ToString::to_string);
                let why = why.unwrap_or_else(|| fault.to_string());
                let message = format!("cannot be searched: {why}");
                problems.push(Error::file(folder.display().to_string(), message));
            }
        }
    }
    notes.extend(foreign::note(&folder.display().to_string(), &passed));
    // Of a folder that cannot be searched nobody knows what it holds.
    if (found.len(), problems.len()) == before {
        let endings = ENDINGS.map(|ending| format!(".{ending}")).join(" ");
        let message = format!("holds no article; articles end in {endings}");
        problems.push(Error::file(folder.display().to_string(), message));
    }
}

/// True for a file of a folder that is to be read: by its ending, or by the user's own patterns, which are matched
/// against the file's name and its path below the folder.
fn is_article(folder: &Path, path: &Path, request: &Request) -> bool {
    if matches(folder, path, &request.excludes) {
        return false;
    }
    if !request.includes.is_empty() {
        return matches(folder, path, &request.includes);
    }
    path.extension().is_some_and(|ending| {
        ENDINGS
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    })
}

fn matches(folder: &Path, path: &Path, patterns: &[String]) -> bool {
    let below = path.strip_prefix(folder).unwrap_or(path);
    patterns.iter().any(|pattern| {
        glob::Pattern::new(pattern).is_ok_and(|pattern| {
            pattern.matches_path(below)
                || path
                    .file_name()
                    .is_some_and(|name| pattern.matches(&name.to_string_lossy()))
        })
    })
}

/// What a file is that may hold an article and is not read; `None` where nobody would miss it: a file that the user's
/// patterns speak of, and a page that we wrote.
fn passed_over(folder: &Path, path: &Path, request: &Request) -> Option<&'static str> {
    let kind = foreign::kind(path)?;
    let chosen = !request.includes.is_empty() || matches(folder, path, &request.excludes);
    let is_ours = || {
        let head = Store::head(path).unwrap_or_default();
        kind == "HTML" && foreign::is_ours(&head)
    };
    (!chosen && !is_ours()).then_some(kind)
}

/// The paths of a list: one a line, or parted by NUL when it holds one.
pub(super) fn list(text: &str) -> Vec<String> {
    let sign = if text.contains('\0') { '\0' } else { '\n' };
    text.split(sign)
        .map(|line| line.strip_suffix('\r').unwrap_or(line))
        .filter(|line| !line.trim().is_empty())
        .map(str::to_owned)
        .collect()
}

/// The text of a list or manifest.
///
/// # Errors
/// Those of its bytes, and binary or empty files.
pub(super) fn text_of(path: &Path, name: &str) -> Result<String, Error> {
    let bytes = Store::open(path, name)?.bytes(name)?;
    decode::decode(bytes)
        .map(|decoded| decoded.text)
        .map_err(|message| Error::file(name, message))
}
