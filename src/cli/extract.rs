//! `extract PATH…`: every claim, one a line.

use std::fmt;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use super::args::{FilterArgs, ListFormat};
use super::desk::Desk;
use super::diff;
use super::exit::Exit;
use super::output::{self, Made};
use super::progress::Progress;
use super::select;
use super::settings::Settings;
use super::streams::Streams;
use super::unmatched::Unmatched;
use crate::ingest::Shelf;
use crate::report::{self, Format, Input, SheetStyle, Style};

/// How many bytes of text are held on the shelf: what most people ever give is read once.
const MOST_HELD: usize = 16 << 20;

/// How many bytes of text are read at a time for each thread: enough for it to have something to do, and so few that
/// what was read of them is still near the processor when it is written.
const BATCH: usize = 64 << 10;

/// What `extract` alone is told.
#[derive(Clone, Debug)]
pub(super) struct Extract {
    /// The format that was typed.
    pub(super) format: Option<ListFormat>,
    /// Files to write; none is standard output.
    pub(super) outputs: Vec<PathBuf>,
    /// Which claims to print.
    pub(super) filter: FilterArgs,
    /// How csv and tsv are dressed.
    pub(super) sheet: SheetStyle,
}

/// Runs it.
///
/// # Errors
/// Standard output does not take the text.
pub(super) fn run(
    settings: &Settings,
    extract: &Extract,
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    if extract.is_lines() {
        return by_batches(settings, extract, streams);
    }
    let desk = Desk::open_as_they_lie(settings, streams);
    if let Some(exit) = diff::refuse_types(&desk, &extract.filter, streams) {
        return Ok(exit);
    }
    let findings = desk.records();
    let shown = (!select::is_open(&extract.filter))
        .then(|| select::meeting(&desk, &findings.records, &extract.filter));
    let mut unmatched = Unmatched::new(&extract.filter);
    unmatched.see(&desk, &findings.records);
    for note in unmatched.notes() {
        streams.note(note);
    }
    let input = Input {
        shown: shown.as_deref(),
        ..desk.input(&findings)
    };
    if extract.outputs.is_empty() {
        let exit = match extract.format.unwrap_or(ListFormat::Jsonl) {
            ListFormat::Xlsx => diff::to_standard_output(workbook(&input), streams)?,
            format => write(&input, format, (settings.style, extract.sheet), streams)
                .map(|()| Exit::Clean)?,
        };
        return Ok(desk.exit.max(exit));
    }
    let (mut exit, taken) = (desk.exit, desk.files());
    for path in &extract.outputs {
        let made = extract
            .format_of_file(path)
            .and_then(|format| bytes(&input, format, (settings.style, extract.sheet)));
        exit = exit.max(output::write_file(path, made, &taken, streams));
    }
    Ok(exit)
}

/// Writes claims as lines of JSON, some articles at a time: of however many there are, no more is held than that.
fn by_batches(
    settings: &Settings,
    extract: &Extract,
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    let mut shelf = Shelf::open(&settings.request, MOST_HELD);
    let desk = Desk::with_shelf(settings, &mut shelf, streams);
    if let Some(exit) = diff::refuse_types(&desk, &extract.filter, streams) {
        return Ok(exit);
    }
    let taken = shelf.files();
    // Claims that run over a terminal are progress enough, and a line between them would be in the way.
    let progress = if extract.outputs.is_empty() && std::io::stdout().is_terminal() {
        Progress::start(0, false)
    } else {
        desk.progress(shelf.n_articles())
    };
    // Asking how many threads there are starts them, and one article needs none.
    let n_bytes = match shelf.n_articles() {
        0..=1 => BATCH,
        _ => BATCH * rayon::current_num_threads(),
    };
    let mut batches = Batches {
        progress,
        exit: desk.exit,
        desk,
        shelf,
        n_bytes,
        unmatched: Unmatched::new(&extract.filter),
        filter: &extract.filter,
    };
    if let [path] = extract.outputs.as_slice() {
        let fill = |out: &mut dyn fmt::Write, streams: &mut Streams<'_>| {
            while batches.write_next(out)? {
                batches.tell(streams);
            }
            batches.tell(streams);
            Ok(())
        };
        let written = output::fill_file(path, fill, &taken, streams);
        batches.exit = batches.exit.max(written);
    } else {
        while batches.write_next(streams)? {
            batches.tell(streams);
        }
        batches.tell(streams);
    }
    for note in batches.unmatched.notes() {
        streams.note(note);
    }
    Ok(batches.exit)
}

/// The claims of a shelf of articles.
struct Batches<'a> {
    desk: Desk,
    shelf: Shelf,
    /// How many bytes of text are in hand at a time.
    n_bytes: usize,
    progress: Progress,
    filter: &'a FilterArgs,
    unmatched: Unmatched<'a>,
    exit: Exit,
}

impl Batches<'_> {
    /// Writes the claims of the next articles; false when there are none.
    fn write_next(&mut self, out: &mut dyn fmt::Write) -> Result<bool, fmt::Error> {
        let desk = &mut self.desk;
        desk.articles = self.shelf.take(self.n_bytes);
        if desk.articles.is_empty() {
            self.progress.finish();
            return Ok(false);
        }
        let findings = desk.read(&self.progress);
        self.unmatched.see(desk, &findings.records);
        let shown = (!select::is_open(self.filter))
            .then(|| select::meeting(desk, &findings.records, self.filter));
        let input = Input {
            shown: shown.as_deref(),
            ..desk.input(&findings)
        };
        report::claims_jsonl(&input, out)?;
        Ok(true)
    }

    /// Tells what was found wrong with the articles that were taken: there may be as much of it as there are articles.
    fn tell(&mut self, streams: &mut Streams<'_>) {
        let Shelf {
            problems, notes, ..
        } = &mut self.shelf;
        if !(problems.is_empty() && notes.is_empty()) {
            self.progress.give_way();
        }
        for fault in problems.drain(..) {
            streams.error(fault);
            self.exit = Exit::Trouble;
        }
        for note in notes.drain(..) {
            streams.note(note);
        }
    }
}

impl Extract {
    /// True when all that is to be written is one text of JSON Lines.
    fn is_lines(&self) -> bool {
        let format = match self.outputs.as_slice() {
            [] => Ok(self.format.unwrap_or(ListFormat::Jsonl)),
            [path] => self.format_of_file(path),
            _ => return false,
        };
        format == Ok(ListFormat::Jsonl)
    }

    fn format_of_file(&self, path: &Path) -> Result<ListFormat, String> {
        let by_ending = match Format::of_path(path) {
            Some(Format::Table) => Some(ListFormat::Table),
            Some(Format::Jsonl) => Some(ListFormat::Jsonl),
            Some(Format::Csv) => Some(ListFormat::Csv),
            Some(Format::Tsv) => Some(ListFormat::Tsv),
            Some(Format::Xlsx) => Some(ListFormat::Xlsx),
            _ => None,
        };
        if let ([_], Some(typed)) = (self.outputs.as_slice(), self.format) {
            // What no list can be written in says nothing.
            let file = by_ending.map_or(Path::new(""), |_| path);
            return as_report(typed).into_file(file).map(|_| typed);
        }
        by_ending.or(self.format).ok_or_else(|| {
            "its ending speaks of no format; give one with -f, or end it in .jsonl, .csv, .tsv, .xlsx or .txt".to_owned()
        })
    }
}

/// The same among the formats of reports.
const fn as_report(format: ListFormat) -> Format {
    match format {
        ListFormat::Table => Format::Table,
        ListFormat::Jsonl => Format::Jsonl,
        ListFormat::Csv => Format::Csv,
        ListFormat::Tsv => Format::Tsv,
        ListFormat::Xlsx => Format::Xlsx,
    }
}

fn write(
    input: &Input<'_>,
    format: ListFormat,
    (style, sheet): (Style, SheetStyle),
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    match format {
        ListFormat::Table => report::claims_table(input, &style, out),
        ListFormat::Jsonl => report::claims_jsonl(input, out),
        ListFormat::Csv => report::claims_csv(input, b',', sheet, out),
        ListFormat::Tsv => report::claims_csv(input, b'\t', sheet, out),
        ListFormat::Xlsx => Err(fmt::Error),
    }
}

fn workbook(input: &Input<'_>) -> Made {
    report::claims_workbook(input).map_err(|fault| fault.to_string())
}

fn bytes(input: &Input<'_>, format: ListFormat, (style, sheet): (Style, SheetStyle)) -> Made {
    if format == ListFormat::Xlsx {
        return workbook(input);
    }
    let style = Style {
        color: false,
        ..style
    };
    let mut text = String::new();
    write(input, format, (style, sheet), &mut text)
        .map_err(|_| "cannot be written in this format".to_owned())?;
    Ok(text.into_bytes())
}
