//! `check DRAFT… --sheet FILE` and `check SUMMARY… --against SRC…`.
use std::fmt;
use std::path::{Path, PathBuf};

use super::args::{CheckArgs, CheckFailOn};
use super::clock::Now;
use super::desk::{Desk, Findings};
use super::exit::Exit;
use super::mend;
use super::options;
use super::output;
use super::settings::{Dates, Settings};
use super::sheet;
use super::story::{print, trouble};
use super::streams::Streams;
use crate::compare;
use crate::ingest::{self, Request};
use crate::report::notice::{self, Notices};
use crate::report::{Format, Options, Setting, Severity, Style};
use crate::resolve::forget_inferred;
use crate::review::check::{self, Finding};
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
        None => match with_sources(desk, settings, args, streams) {
            Some(checked) => (checked, check::AGAINST),
            None => return Ok(Exit::Trouble),
        },
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
        mend::write(&input, checked.n_drafts, found, streams)
    } else {
        (Exit::Clean, Vec::new())
    };
    if args.write && found.iter().all(|it| it.edit.is_none()) {
        streams.note("nothing was written: there is no number to suggest");
    }
    let least = match args.fail_on.unwrap_or_default() {
        CheckFailOn::Never => None,
        CheckFailOn::Error => Some(Severity::Error),
        CheckFailOn::Warning => Some(Severity::Warning),
        CheckFailOn::Info => Some(Severity::Info),
    };
    let is_left = |it: &&Finding| {
        let edit = it.edit.as_ref();
        let is_mended = edit.is_some_and(|edit| mended.contains(&edit.article));
        least.is_some_and(|least| it.code.severity() >= least) && !is_mended
    };
    let exit = match found.iter().find(is_left) {
        Some(_) if !args.exit_zero => Exit::Findings,
        _ => Exit::Clean,
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

/// `None` where nothing was read that the drafts could sum up: each of their numbers would look as if nobody had said it.
fn with_sources(
    mut desk: Desk,
    settings: &Settings,
    args: &CheckArgs,
    streams: &mut Streams<'_>,
) -> Option<Checked> {
    let n_drafts = desk.articles.len();
    let sources = Request {
        paths: args.against.clone(),
        ..Request::default()
    };
    desk.join(&sources, streams);
    if desk.articles.len() == n_drafts {
        streams.error("--against: no article was read there, so nothing was checked");
        return None;
    }
    let findings = desk.compare(settings.dates);
    let is_summary = |article: usize| article < n_drafts;
    let found = check::against_sources(&desk.input(&findings), is_summary);
    Some(Checked {
        desk,
        n_drafts,
        findings,
        found,
    })
}

fn put(
    args: &CheckArgs,
    notices: &Notices,
    style: &Style,
    taken: &[PathBuf],
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    let format = options::format_of(args.format);
    let Some(path) = args.output.as_ref().filter(|it| it.as_os_str() != "-") else {
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
