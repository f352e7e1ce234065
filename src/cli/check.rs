//! `check DRAFT… --sheet FILE` and `check SUMMARY… --against SRC…`.
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use super::args::CheckArgs;
use super::clock::Now;
use super::desk::{Desk, Findings};
use super::exit::Exit;
use super::options;
use super::output;
use super::settings::{Dates, Settings};
use super::sheet;
use super::story::{print, trouble};
use super::streams::Streams;
use crate::compare;
use crate::ingest::{self, Article, Request};
use crate::report::notice::{self, Notices};
use crate::report::{Format, Input, Options, Setting, Severity, Style};
use crate::resolve::forget_inferred;
use crate::review::check::{self, Edit, Finding};
use crate::review::disk::{self, Lock};
use crate::review::sheet::{Agreed, Sheet};

/// What was compared with the drafts, and what is said of each of their claims.
struct Checked {
    desk: Desk,
    /// The articles before this one are drafts.
    n_drafts: usize,
    findings: Findings,
    found: Vec<Finding>,
}

/// False where no draft is named and the words behind `--against`, which takes all that follow it, may hold it.
pub(super) fn has_draft(settings: &Settings, args: &CheckArgs, streams: &mut Streams<'_>) -> bool {
    let is_eaten = settings.reads_nothing() && !args.against.is_empty();
    if is_eaten {
        streams.error(
            "no draft is named: all that follows --against is taken for what it sums up; name the draft before it: figcheck \
             check DRAFT --against PATH…",
        );
    }
    !is_eaten
}

/// Runs it.
///
/// # Errors
/// Standard output does not take the text.
pub(super) fn run(
    settings: &Settings,
    args: &CheckArgs,
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    let desk = Desk::open(settings, streams);
    let (checked, codes) = match &args.sheet {
        None => (with_sources(desk, settings, args, streams), check::AGAINST),
        Some(path) => match with_sheet(desk, settings, path, args, streams) {
            Ok(checked) => (checked, check::SHEET),
            Err(fault) => return trouble(fault, streams),
        },
    };
    let Checked { desk, found, .. } = &checked;
    let input = desk.input(&checked.findings);
    let notices = check::notices(&input, found, codes, args.all);
    let mut taken: Vec<PathBuf> = args.sheet.iter().cloned().collect();
    taken.extend(desk.files());
    let printed = put(args, &notices, &settings.style, &taken, streams)?;
    let (written, mended) = if args.write {
        write(&input, checked.n_drafts, found, streams)
    } else {
        (Exit::Clean, Vec::new())
    };
    let is_left = |it: &&Finding| {
        let edit = it.edit.as_ref();
        let is_mended = edit.is_some_and(|edit| mended.contains(&edit.article));
        it.code.severity() >= Severity::Warning && !is_mended
    };
    let exit = match found.iter().find(is_left) {
        Some(_) => Exit::Findings,
        None => Exit::Clean,
    };
    Ok(desk.exit.max(printed).max(written).max(exit))
}

fn with_sheet(
    mut desk: Desk,
    settings: &Settings,
    path: &Path,
    args: &CheckArgs,
    streams: &mut Streams<'_>,
) -> Result<Checked, String> {
    let today = match args.today {
        Some(day) => day,
        None => Now::read()?.day,
    };
    let n_drafts = desk.articles.len();
    let (sheet, _) = sheet::read(path)?;
    let written: Vec<String> = sheet.entries.iter().map(|it| it.key.clone()).collect();
    let (findings, sheet) = beside_sheet(&mut desk, sheet, settings.dates);
    // A figure that cannot be looked for must not look as if it had been found right.
    let unused = |key: &&String| sheet.entries.iter().all(|it| it.key != **key);
    for key in written.iter().filter(unused) {
        streams.note(format!(
            "the sheet's entry `{}` is left out: what it says is read as no figure of a known type",
            crate::report::clean(key)
        ));
    }
    let found = check::against_sheet(&desk.input(&findings), n_drafts, &sheet.entries, today);
    Ok(Checked {
        desk,
        n_drafts,
        findings,
        found,
    })
}

fn with_sources(
    mut desk: Desk,
    settings: &Settings,
    args: &CheckArgs,
    streams: &mut Streams<'_>,
) -> Checked {
    let n_drafts = desk.articles.len();
    let sources = Request {
        paths: args.against.clone(),
        ..Request::default()
    };
    desk.join(&sources, streams);
    let findings = desk.compare(settings.dates);
    let is_summary = |article: usize| article < n_drafts;
    let found = check::against_sources(&desk.input(&findings), is_summary);
    Checked {
        desk,
        n_drafts,
        findings,
        found,
    }
}

fn put(
    args: &CheckArgs,
    notices: &Notices,
    style: &Style,
    taken: &[PathBuf],
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    let format = options::format_of(args.format);
    let Some(path) = &args.output else {
        return print(notices, format, style, streams);
    };
    let style = Style {
        color: false,
        ..*style
    };
    let format = match format {
        Format::Table => Ok(Format::of_path(path).unwrap_or(format)),
        typed => typed.into_file(path),
    };
    let made = format.and_then(|format| made(notices, format, style));
    Ok(output::write_file(path, made, taken, streams))
}

/// The whole of an output.
fn made(notices: &Notices, format: Format, style: Style) -> output::Made {
    if format == Format::Xlsx {
        return notice::workbook(notices).map_err(|fault| fault.to_string());
    }
    let mut text = String::new();
    let done = notice::write(notices, format, &Options::new(style), &mut text);
    done.map(|()| text.into_bytes())
        .map_err(|_| "cannot be written in this format".to_owned())
}

/// The drafts compared with the entries of a sheet, each an article after them. Entries that count nothing we know are
/// left out.
fn beside_sheet(desk: &mut Desk, sheet: Sheet, dates: Dates) -> (Findings, Sheet) {
    let mut findings = desk.records();
    if dates == Dates::Given {
        forget_inferred(&mut findings.records);
    }
    let mut kept = Sheet::default();
    for mut entry in sheet.entries {
        let index = desk.articles.len();
        let agreed = Agreed::new(&entry, index, &desk.engine.schema);
        let (record, setting) = match agreed.record {
            Some(record) => {
                let setting = Setting {
                    sentence: record.claim.quantity.span,
                    zone: crate::text::Zone::Body,
                };
                (Some(record), Some(setting))
            }
            None if entry.scope.is_none() => {
                let reading = desk.engine.read(&agreed.article);
                let record = desk.engine.resolve(index, &reading).into_iter().next();
                let setting = record.as_ref().map(|it| Setting::of(&reading.document, it));
                (record, setting)
            }
            None => (None, None),
        };
        if let (Some(record), Some(setting)) = (record, setting) {
            entry.complete(&record);
            findings.records.push(record);
            findings.settings.push(setting);
            desk.articles.push(agreed.article);
            kept.entries.push(entry);
        }
    }
    desk.names = ingest::short_names(&desk.articles);
    findings.comparison = compare::compare(&desk.articles, &findings.records, &desk.engine.schema);
    (findings, kept)
}

/// Writes what is suggested into the drafts, and says into which articles.
fn write(
    input: &Input<'_>,
    n_drafts: usize,
    found: &[Finding],
    streams: &mut Streams<'_>,
) -> (Exit, Vec<usize>) {
    let mut by_article: BTreeMap<usize, Vec<&Edit>> = BTreeMap::new();
    for edit in found.iter().filter_map(|it| it.edit.as_ref()) {
        if edit.article < n_drafts {
            by_article.entry(edit.article).or_default().push(edit);
        }
    }
    let (mut exit, mut mended) = (Exit::Clean, Vec::new());
    for (at, edits) in by_article {
        match mend(&input.articles[at], &edits) {
            Ok(Mended {
                file,
                backup,
                n_made,
                n_left,
            }) => {
                let changes = if n_made == 1 { "change" } else { "changes" };
                if let Some(backup) = backup {
                    streams.note(format_args!(
                        "wrote {file}: {n_made} {changes}; as it was: {backup}"
                    ));
                }
                if n_left == 0 {
                    mended.push(at);
                } else {
                    streams.note(format_args!(
                        "{file}: {n_left} not made: they overlap, or stand in the title; check again"
                    ));
                }
            }
            Err(fault) => {
                streams.error(fault);
                exit = Exit::Trouble;
            }
        }
    }
    (exit, mended)
}

/// What became of a draft.
struct Mended {
    file: String,
    /// Where it is as it was; nothing of a draft that was not written, for no edit could be made.
    backup: Option<String>,
    n_made: usize,
    n_left: usize,
}

/// Keeps the draft beside itself, then puts the mended one in its place. Nothing is written when the file is not what
/// was read, is read-only, or no edit can be made.
fn mend(article: &Article, edits: &[&Edit]) -> Result<Mended, String> {
    let Some(path) = &article.path else {
        return Err("--write: standard input cannot be written to".to_owned());
    };
    let failed =
        |fault: std::io::Error| format!("{}: {fault}; nothing was written", path.display());
    let _lock = Lock::on(&disk::folder_of(path)).map_err(failed)?;
    let bytes = disk::read(path).map_err(failed)?.unwrap_or_default();
    let Some(repaired) = check::repaired(article, &bytes, edits) else {
        return Err(format!(
            "{}: changed meanwhile, or is no plain text of one article in UTF-8; nothing was written",
            path.display()
        ));
    };
    let mut backup = None;
    if repaired.n_made > 0 {
        disk::refuse_read_only(path).map_err(failed)?;
        let kept = disk::keep(path, &bytes).map_err(failed)?;
        disk::replace(path, &repaired.bytes).map_err(failed)?;
        backup = Some(kept.display().to_string());
    }
    Ok(Mended {
        file: path.display().to_string(),
        backup,
        n_made: repaired.n_made,
        n_left: repaired.n_left,
    })
}
