//! `diff PATH…`: the table of what tallies and what does not.

use std::fmt;
use std::path::PathBuf;

use super::against::{Against, Report};
use super::args::{DiffArgs, FailOn, FilterArgs, HomeArgs, KnownArgs, SeverityChoice};
use super::desk::Desk;
use super::exit::Exit;
use super::known::{self, Known};
use super::options::{format_of, options};
use super::output::{self, Made};
use super::settings::Settings;
use super::streams::Streams;
use super::unmatched::Unmatched;
use super::{hint, rest, select, verdict};
use crate::compare::Figure;
use crate::report::{Format, Input, Options, Since, Style};

/// What `diff` alone is told.
#[derive(Clone, Debug)]
pub(super) struct Diff {
    /// How a report is set.
    options: Options,
    /// The format that was typed.
    format: Option<Format>,
    /// Files to write; none is standard output.
    outputs: Vec<PathBuf>,
    filter: FilterArgs,
    /// The least severity that is shown.
    least: Option<SeverityChoice>,
    known: KnownArgs,
    /// The story of whose snapshot only the changes are shown.
    against: Option<Against>,
    fail_on: FailOn,
    /// Files of settings, which no output may be written over.
    taken: Vec<PathBuf>,
}

impl Diff {
    /// What the arguments mean.
    pub(super) fn new(args: DiffArgs, style: Style) -> Self {
        let known = args.known;
        let files = [
            &known.silence.suppressions,
            &args.input.manifest,
            &args.input.config,
        ];
        Self {
            options: options(&args.output, style),
            format: args.output.format.map(format_of),
            outputs: output::files(args.output.output),
            filter: args.filter,
            least: args.min_severity,
            fail_on: args.fail_on.unwrap_or_default(),
            taken: files.into_iter().flatten().cloned().collect(),
            known,
            against: args.against_snapshot.map(|story| Against {
                story,
                home: HomeArgs {
                    snapshots: args.snapshots,
                    config: args.input.config,
                    isolated: args.input.isolated,
                },
            }),
        }
    }

    /// True when it prints a table for people.
    fn is_read(&self) -> bool {
        let is_table = matches!(self.format, None | Some(Format::Table | Format::List));
        is_table && self.outputs.is_empty() && self.against.is_none()
    }

    /// True when somebody looks at the table that it prints.
    fn is_on_screen(&self) -> bool {
        use std::io::IsTerminal as _;
        self.is_read() && std::io::stdout().is_terminal()
    }

    /// True when it writes something that has no room for what is hidden.
    fn counts_nothing(&self) -> bool {
        let has_room = |format: Format| {
            use Format::{Csv, Github, Jsonl, Sarif, Tsv, Xlsx};
            !matches!(format, Csv | Github | Jsonl | Sarif | Tsv | Xlsx)
        };
        let files = self.outputs.iter();
        let of_files = files.filter_map(|path| self.format_of_file(path).ok());
        let on_screen = self.outputs.is_empty().then_some(self.format).flatten();
        !of_files.chain(on_screen).all(has_room)
    }

    /// The files that it writes.
    pub(super) fn written(&self) -> Vec<PathBuf> {
        let baseline = self.known.write_baseline.iter();
        self.outputs.iter().chain(baseline).cloned().collect()
    }

    /// The files of the story that it is against.
    ///
    /// # Errors
    /// There is no such story, or it cannot be read.
    pub(super) fn files_of_story(&self) -> Result<Vec<PathBuf>, String> {
        let against = self.against.as_ref();
        against.map_or_else(|| Ok(Vec::new()), Against::files)
    }

    /// The files that it reads beside the articles.
    pub(super) fn also_read(&self) -> Vec<PathBuf> {
        let baseline = self.known.baseline.iter();
        self.taken.iter().chain(baseline).cloned().collect()
    }

    /// The format of the file at `path`: of one file alone the one typed, if any; of several the one each ending
    /// speaks of.
    fn format_of_file(&self, path: &std::path::Path) -> Result<Format, String> {
        if let ([_], Some(typed)) = (self.outputs.as_slice(), self.format) {
            return typed.into_file(path);
        }
        Format::of_path(path).or(self.format).ok_or_else(|| {
            "its ending speaks of no format; give one with -f, or end it in .html, .xlsx, .csv, .md, .json …".to_owned()
        })
    }
}

/// Runs it.
///
/// # Errors
/// Standard output does not take the text.
pub(super) fn run(
    settings: &Settings,
    diff: &Diff,
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    if diff.known.new_only && diff.known.baseline.is_none() {
        streams.error("--new-only: new against which --baseline?");
        return Ok(Exit::Trouble);
    }
    let outputs = diff.outputs.iter().enumerate();
    let mut again = outputs.filter(|(at, path)| diff.outputs[..*at].contains(path));
    if let Some((_, path)) = again.next() {
        streams.error(format_args!(
            "-o {}: named twice; each output needs a name of its own",
            path.display()
        ));
        return Ok(Exit::Trouble);
    }
    let mut known = match Known::read(&diff.known) {
        Ok(known) => known,
        Err(fault) => {
            streams.error(fault);
            return Ok(Exit::Trouble);
        }
    };
    let desk = Desk::open(settings, streams);
    if let Some(exit) = refuse_types(&desk, &diff.filter, streams) {
        return Ok(exit);
    }
    let mut findings = desk.compare(settings.dates);
    let news = match &diff.against {
        None => None,
        Some(against) => match against.news(&desk.input(&findings)) {
            Ok(news) => Some(news),
            Err(fault) => return super::story::trouble(fault, streams),
        },
    };
    let mut unmatched = Unmatched::new(&diff.filter);
    unmatched.see(&desk, &findings.records);
    for note in unmatched.notes() {
        streams.note(note);
    }
    let asked = select::Asked {
        filter: &diff.filter,
        least: diff.least,
        new_only: diff.known.new_only,
    };
    let selection = select::select(&desk, &mut findings, asked, &mut known);
    known.suppressions.tell_unused(streams);
    let written = known::write_baseline(&diff.known, &findings.comparison, streams);
    let is_old = |figure: &Figure| {
        known.since(figure) == Some(Since::Known)
            || news.as_ref().is_some_and(|it| !it.has(&figure.id))
    };
    let exit = verdict::exit(&findings.comparison, diff.fail_on, is_old);
    let input = Input {
        shown: selection.shown.as_deref(),
        hidden: selection.hidden,
        silenced: Some(&selection.silenced),
        baseline: known.baseline(),
        ..desk.input(&findings)
    };
    if let Some(hidden) = selection.hidden.filter(|it| it.count() > 0)
        && diff.counts_nothing()
    {
        streams.note(hidden.words());
    }
    let mut taken = desk.files();
    taken.extend(diff.taken.iter().cloned());
    taken.extend(news.iter().flat_map(|it| it.files.iter().cloned()));
    let printed = match news {
        Some(news) => print(
            &taken,
            &Report::News(news.shown(&findings.comparison, &diff.filter.types)),
            diff,
            streams,
        )?,
        None => print(&taken, &Report::Comparison(input), diff, streams)?,
    };
    rest::tell(&desk, &findings, (diff.is_read(), &settings.again), streams);
    if diff.is_on_screen() {
        hint::after_table(&findings.comparison.figures, &settings.again, streams)?;
    }
    Ok(desk.exit.max(written).max(printed).max(exit))
}

/// A type that the schema does not have would hide everything, and silently.
pub(super) fn refuse_types(
    desk: &Desk,
    filter: &FilterArgs,
    streams: &mut Streams<'_>,
) -> Option<Exit> {
    let types = &desk.engine.schema.types;
    let unknown = filter
        .types
        .iter()
        .find(|asked| !select::names_a_type(types, asked))?;
    let names: Vec<&str> = types.iter().map(|one| &*one.name).collect();
    let near = crate::schema::file::suggestion(unknown, &names);
    streams.error(format_args!(
        "--type {unknown}: no claim type of that name{near}"
    ));
    Some(Exit::Trouble)
}

/// Prints to standard output, or to every file that was named, less those in `taken`.
fn print(
    taken: &[PathBuf],
    report: &Report<'_>,
    diff: &Diff,
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    if diff.outputs.is_empty() {
        return match diff.format.unwrap_or(Format::Table) {
            Format::Xlsx => to_standard_output(report.workbook(&diff.options), streams),
            format => report
                .write(format, &diff.options, streams)
                .map(|()| Exit::Clean),
        };
    }
    // A file is never coloured.
    let style = Style {
        color: false,
        ..diff.options.style
    };
    let options = Options {
        style,
        ..diff.options
    };
    let mut exit = Exit::Clean;
    for path in &diff.outputs {
        let written = match diff.format_of_file(path) {
            Ok(Format::Xlsx) => {
                output::write_file(path, report.workbook(&diff.options), taken, streams)
            }
            Ok(format) => {
                let fill = |out: &mut dyn fmt::Write, _: &mut Streams<'_>| {
                    report.write(format, &options, out)
                };
                output::fill_file(path, fill, taken, streams)
            }
            Err(fault) => output::write_file(path, Err(fault), taken, streams),
        };
        exit = exit.max(written);
    }
    Ok(exit)
}

/// A workbook on standard output is for a pipe: a terminal would only be upset by it.
pub(super) fn to_standard_output(
    made: Made,
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    use std::io::IsTerminal as _;
    match made {
        Ok(_) if std::io::stdout().is_terminal() => {
            streams.error(
                "a workbook is no text for a terminal: name a file with -o, as in -o report.xlsx",
            );
            Ok(Exit::Trouble)
        }
        Ok(bytes) => streams.bytes(&bytes).map(|()| Exit::Clean),
        Err(fault) => {
            streams.error(fault);
            Ok(Exit::Trouble)
        }
    }
}
