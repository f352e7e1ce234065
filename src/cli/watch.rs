//! `diff --watch`: the same again whenever something was saved, for a screen on the desk. The one home of the watcher
//! crate.

use std::fmt;
use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::diff::{self, Diff};
use super::exit::Exit;
use super::settings::Settings;
use super::story::trouble;
use super::streams::Streams;
use super::terminal;
use crate::review::disk;

/// An editor saves in several steps: so long nothing more must happen before it is read again.
const QUIET: Duration = Duration::from_millis(200);

type Events = Receiver<notify::Result<Event>>;

/// Runs until Ctrl-C, or until nobody reads the output.
///
/// # Errors
/// Standard output does not take the text.
pub(super) fn run(
    settings: &Settings,
    diff: &Diff,
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    let request = &settings.request;
    let reads_input = |it: &str| it == "-";
    if request.paths.iter().any(|it| reads_input(it))
        || request.files_from.as_deref().is_some_and(reads_input)
    {
        return trouble(
            "--watch: standard input cannot be watched: name files or folders",
            streams,
        );
    }
    let story = match diff.files_of_story() {
        Ok(files) => files,
        Err(fault) => return trouble(fault, streams),
    };
    let (sender, events) = mpsc::channel();
    let watcher = notify::recommended_watcher(sender)
        .and_then(|mut it| watch(&mut it, settings, diff, story).map(|()| it));
    let _watcher = match watcher {
        Ok(watcher) => watcher,
        Err(fault) => return trouble(format_args!("--watch: {fault}"), streams),
    };
    let mut last = None;
    loop {
        let shown = once(settings, diff)?;
        if last.as_ref() != Some(&shown) {
            show(&shown, last.is_some(), streams)?;
            last = Some(shown);
        }
        if !wait(&events, &diff.written()) {
            return trouble("--watch: the watcher has stopped", streams);
        }
    }
}

/// What a run says on both streams.
type Said = (Vec<u8>, Vec<u8>);

fn once(settings: &Settings, diff: &Diff) -> Result<Said, fmt::Error> {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut inner = Streams::new(&mut out, &mut err);
    diff::run(settings, diff, &mut inner)?;
    Ok((out, err))
}

/// On a terminal in place of what was there; else below it.
fn show((out, err): &Said, is_again: bool, streams: &mut Streams<'_>) -> fmt::Result {
    if io::stdout().is_terminal() {
        streams.show(terminal::BLANK)?;
    } else if is_again && !out.is_empty() {
        streams.show("\n")?;
    }
    streams.aside(&String::from_utf8_lossy(err));
    streams.bytes(out)?;
    streams.show("")
}

/// Files are watched by their folders: many editors put a new file in the place of the old.
fn watch(
    watcher: &mut RecommendedWatcher,
    settings: &Settings,
    diff: &Diff,
    story: Vec<PathBuf>,
) -> notify::Result<()> {
    let request = &settings.request;
    let named = request.paths.iter().map(PathBuf::from);
    let files_from = request.files_from.iter().map(PathBuf::from);
    let manifest = request.manifest.iter().cloned();
    let all = named
        .chain(files_from)
        .chain(manifest)
        .chain(settings.overlays.iter().cloned())
        .chain(diff.also_read())
        .chain(story);
    let mut places: Vec<(PathBuf, RecursiveMode)> = all.map(|it| place(&it)).collect();
    places.sort_by_key(|(path, mode)| (path.clone(), *mode != RecursiveMode::Recursive));
    places.dedup_by(|a, b| a.0 == b.0);
    places
        .into_iter()
        .try_for_each(|(path, mode)| watcher.watch(&path, mode))
}

/// A folder with all below it; the folder of a file; of a pattern the folder before its first wildcard.
fn place(path: &Path) -> (PathBuf, RecursiveMode) {
    if path.is_dir() {
        return (path.to_owned(), RecursiveMode::Recursive);
    }
    let is_fixed = |part: &std::path::Component<'_>| {
        !part.as_os_str().to_string_lossy().contains(['*', '?', '['])
    };
    let fixed: PathBuf = path.components().take_while(is_fixed).collect();
    if fixed == path {
        (disk::folder_of(path), RecursiveMode::NonRecursive)
    } else if fixed.as_os_str().is_empty() {
        (PathBuf::from("."), RecursiveMode::Recursive)
    } else {
        (fixed, RecursiveMode::Recursive)
    }
}

/// Waits for a change that is not our own, and until it is over; false when none can come.
fn wait(events: &Events, outputs: &[PathBuf]) -> bool {
    let ours: Vec<PathBuf> = outputs
        .iter()
        .filter_map(|it| it.canonicalize().ok())
        .collect();
    loop {
        match events.recv() {
            Ok(Ok(event)) if is_news(&event, &ours) => break,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
    while events.recv_timeout(QUIET).is_ok() {}
    true
}

/// True for a change of a file that is neither hidden nor written by this run.
fn is_news(event: &Event, ours: &[PathBuf]) -> bool {
    let is_other = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_hidden = name.starts_with('.');
        let real = path.canonicalize();
        !is_hidden && !real.is_ok_and(|it| ours.contains(&it))
    };
    !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(is_other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_watched_from_its_folder() {
        let check = |path: &str, folder: &str, mode: RecursiveMode| {
            assert_eq!(
                place(Path::new(path)),
                (PathBuf::from(folder), mode),
                "{path}"
            );
        };
        check("src", "src", RecursiveMode::Recursive);
        check("nowhere/a.md", "nowhere", RecursiveMode::NonRecursive);
        check("a.md", ".", RecursiveMode::NonRecursive);
        check("nowhere/*/a.md", "nowhere", RecursiveMode::Recursive);
        check("*.md", ".", RecursiveMode::Recursive);
    }
}
