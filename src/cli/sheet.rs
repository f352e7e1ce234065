//! `sheet init | add | lint`: the figures that the desk agreed on.
#![expect(
    clippy::disallowed_methods,
    reason = "cli reads the sheet that it is to add to"
)]
use std::fmt::{self, Write as _};
use std::path::Path;

use super::args::{InputArgs, Later, ScreenArgs};
use super::args::{SheetAddArgs, SheetInitArgs, SheetLintArgs, SheetVerb};
use super::clock::Now;
use super::config::{self, Config};
use super::desk::Desk;
use super::exit::Exit;
use super::settings::Settings;
use super::story::trouble;
use super::streams::Streams;
use crate::engine::Engine;
use crate::ingest::Article;
use crate::review::disk::{self, Lock};
use crate::review::sheet::{self, Entries, Entry, Sheet};
use crate::schema::{self, layer};

/// Runs one of the three.
///
/// # Errors
/// Standard output does not take the text.
pub(super) fn run(verb: SheetVerb, streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    match verb {
        SheetVerb::Init(Later(args)) => init(*args, streams),
        SheetVerb::Add(Later(args)) => add(*args, streams),
        SheetVerb::Lint(Later(args)) => lint(&args, streams),
    }
}

/// Reads a sheet with its text.
///
/// # Errors
/// It cannot be read, or has a mistake.
pub(super) fn read(path: &Path) -> Result<(Sheet, String), String> {
    let name = path.display();
    if path.is_dir() {
        return Err(format!("{name}: is a folder; name the sheet in it"));
    }
    if !path.exists() {
        return Err(format!(
            "{name}: no such sheet; make one with: figcheck sheet init {name} PATH…"
        ));
    }
    let source = layer::read(path).map_err(|fault| fault.to_string())?;
    let sheet = sheet::read(&source.file, &source.text).map_err(|fault| fault.to_string())?;
    Ok((sheet, source.text.into_owned()))
}

fn init(args: SheetInitArgs, streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    let path = &args.sheet;
    // Asked now, so that nobody waits for nothing; what counts is the answer when it is written.
    if path.exists() {
        return trouble(is_there(path), streams);
    }
    let asked = (args.input, args.screen, args.no_infer_dates);
    let Some((exit, Entries { agreed, open })) = made(asked, None, streams) else {
        return Ok(Exit::Trouble);
    };
    if exit != Exit::Clean {
        return trouble(
            "no sheet was written: what could not be read would be missing; mend it, or leave it out with --exclude",
            streams,
        );
    }
    let text = sheet::written(&agreed, &open);
    match disk::create(path, text.as_bytes()) {
        Ok(()) => {}
        Err(fault) if fault.kind() == std::io::ErrorKind::AlreadyExists => {
            return trouble(is_there(path), streams);
        }
        Err(fault) => return trouble(format_args!("{}: {fault}", path.display()), streams),
    }
    streams.note(format_args!(
        "wrote {}; figures: {}{}, not agreed on: {}",
        path.display(),
        agreed.len(),
        match agreed.iter().filter(|it| it.is_lonely()).count() {
            0 => String::new(),
            n => format!(" ({n} in one article only)"),
        },
        open.len()
    ));
    for words in &open {
        streams.note(format_args!("not agreed on: {words}"));
    }
    Ok(exit)
}

fn is_there(path: &Path) -> String {
    let (is_folder, path) = (path.is_dir(), path.display());
    if is_folder {
        return format!(
            "{path}: is a folder; the sheet comes first: figcheck sheet init figures.yaml {path}"
        );
    }
    format!("{path}: is there already; add to it with: figcheck sheet add {path} PATH --figure ID")
}

/// What articles give for a sheet, and whether all of them could be read; `None` when nothing can be read at all, which
/// is told.
fn made(
    (mut input, mut screen, no_infer_dates): (InputArgs, ScreenArgs, bool),
    chosen: Option<&str>,
    streams: &mut Streams<'_>,
) -> Option<(Exit, Entries)> {
    let filled = Config::of(&input).and_then(|config| {
        let config = config.as_ref();
        super::fill(&mut input, &mut screen, config)?;
        Ok(config.is_some_and(Config::infers_no_dates))
    });
    let by_config = match filled {
        Ok(by_config) => by_config,
        Err(fault) => {
            streams.error(fault);
            return None;
        }
    };
    let settings = Settings::new(input, &screen, no_infer_dates || by_config);
    if !super::is_ready(&settings, streams) {
        return None;
    }
    let desk = Desk::open(&settings, streams);
    // Tables call articles by their short names.
    let named = |it: &str| desk.names.iter().position(|name| name == it);
    let chosen = chosen.map(|it| match named(it).map(|at| &desk.articles[at]) {
        Some(article) => &*article.id,
        None => it,
    });
    let is_article = |id: &str| desk.articles.iter().any(|it| it.id == id);
    if let Some(unknown) = chosen.filter(|it| !is_article(it)) {
        let ids: Vec<&str> = desk.articles.iter().map(|it| &*it.id).collect();
        let near = schema::file::suggestion(unknown, &ids);
        streams.error(format_args!(
            "--from {unknown}: no article of that id{near}"
        ));
        return None;
    }
    let findings = desk.compare(settings.dates);
    Some((desk.exit, sheet::entries(&desk.input(&findings), chosen)))
}

fn add(args: SheetAddArgs, streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    let asked = (args.input, args.screen, args.no_infer_dates);
    let Some((exit, entries)) = made(asked, args.from.as_deref(), streams) else {
        return Ok(Exit::Trouble);
    };
    let done = named(&entries, &args.figure).and_then(|entry| {
        put(&args.sheet, entry)?;
        Ok(entry)
    });
    match done {
        Ok(entry) => {
            let (label, words) = (&entry.label, entry.amount.words());
            writeln!(streams, "{}: {label}: {words}", args.sheet.display())?;
            Ok(exit)
        }
        Err(fault) => trouble(fault, streams),
    }
}

/// The one entry whose key begins so.
fn named<'e>(entries: &'e Entries, id: &str) -> Result<&'e Entry, String> {
    let named: Vec<&Entry> = entries
        .agreed
        .iter()
        .filter(|it| it.key.starts_with(id))
        .collect();
    match named.as_slice() {
        [one] => Ok(one),
        [] => match entries.open.iter().find(|it| it.starts_with(id)) {
            Some(open) => Err(format!("--figure {open}: choose one with --from ARTICLE")),
            None => Err(format!(
                "--figure {id}: no figure to agree on has this id; see figcheck diff --all"
            )),
        },
        several => {
            let keys: Vec<&str> = several.iter().map(|it| &*it.key).collect();
            Err(format!(
                "--figure {id}: could be any of {}",
                keys.join(", ")
            ))
        }
    }
}

/// Puts an entry into the file, which nobody else changes meanwhile.
fn put(path: &Path, entry: &Entry) -> Result<(), String> {
    let fault = |fault: std::io::Error| format!("{}: {fault}", path.display());
    let _lock = Lock::on(&disk::folder_of(path)).map_err(fault)?;
    disk::refuse_read_only(path).map_err(fault)?;
    let (sheet, text) = read(path)?;
    let text = sheet::add(&text, &sheet, entry)?;
    // What cannot be read back is not written.
    sheet::read(&path.display().to_string(), &text).map_err(|it| it.to_string())?;
    disk::replace(path, text.as_bytes()).map_err(fault)
}

fn lint(args: &SheetLintArgs, streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    let today = match (args.today, Now::read()) {
        (Some(day), _) => day,
        (None, Ok(now)) => now.day,
        (None, Err(fault)) => return trouble(fault, streams),
    };
    let overlays = match config::overlays(&args.schema) {
        Ok(overlays) => overlays,
        Err(fault) => return trouble(fault, streams),
    };
    let (schema, faults) = schema::load(&overlays);
    let mut exit = Exit::Clean;
    for fault in faults {
        streams.error(fault);
        exit = Exit::Trouble;
    }
    let engine = Engine::new(schema);
    for path in &args.sheets {
        let sheet = match read(path) {
            Ok((sheet, _)) => sheet,
            Err(fault) => {
                streams.error(fault);
                exit = Exit::Trouble;
                continue;
            }
        };
        let counts = |entry: &Entry| {
            let article = Article::new(&entry.key, None, &entry.sentence);
            !engine.read(&article).claims.is_empty()
        };
        let found = sheet::lint(&sheet, &engine.schema, today, counts);
        let name = path.display();
        for fault in &found {
            let line = line_of(path, &fault.key);
            writeln!(streams, "{name}:{line}: {}: {}", fault.key, fault.message)?;
            exit = exit.max(Exit::Findings);
        }
        if found.is_empty() {
            let n_figures = sheet.entries.len();
            let figures = if n_figures == 1 { "figure" } else { "figures" };
            writeln!(streams, "{name}: sound; {n_figures} {figures}")?;
        }
    }
    Ok(exit)
}

/// The line of an entry, from 1.
fn line_of(path: &Path, key: &str) -> usize {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let is_key = |line: &str| {
        let named = line.trim_start().strip_prefix("- key:").map(str::trim);
        named.is_some_and(|it| it.trim_matches(['"', '\'']) == key)
    };
    text.lines().position(is_key).map_or(1, |at| at + 1)
}
