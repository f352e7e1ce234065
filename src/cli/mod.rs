//! The words the user types: arguments, exit codes, streams.
//!
//! Words in, exit code out. Standard output carries the format alone; all else goes to standard error.

pub mod args;
mod desk;
mod diff;
mod exit;
mod explain;
mod extract;
mod inspect;
mod schema;
mod settings;
mod streams;
mod trial;

use std::ffi::OsString;
use std::fmt;
use std::io;

use clap::Parser as _;
use clap::error::ErrorKind;

use self::args::{CommandLine, DiffArgs, InputArgs, ScreenArgs, Verb};
use self::settings::Settings;
use self::streams::{Streams, Written};
use crate::report::Singles;

pub use self::exit::Exit;

/// Runs one command line, the program's name first. What was asked for goes to `out`, everything else to `err`.
pub fn run(
    words: impl IntoIterator<Item = OsString>,
    out: &mut dyn io::Write,
    err: &mut dyn io::Write,
) -> Exit {
    let mut streams = Streams::new(out, err);
    let exit = match CommandLine::try_parse_from(words) {
        Ok(line) => obey(line, &mut streams),
        Err(fault) => refuse(&fault, &mut streams),
    };
    match streams.finish() {
        Ok(Written::All) => exit.unwrap_or(Exit::Trouble),
        Ok(Written::PipeClosed) => Exit::Clean,
        Err(fault) => {
            streams.error(format_args!("standard output cannot be written: {fault}"));
            Exit::Trouble
        }
    }
}

fn obey(line: CommandLine, streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    match line.verb.unwrap_or(Verb::Diff(line.diff)) {
        Verb::Diff(args) => obey_diff(args, streams),
        Verb::Extract(args) => {
            let Some(settings) = ready(args.input, &args.screen, false, streams) else {
                return Ok(Exit::Trouble);
            };
            extract::run(&settings, args.format, streams)
        }
        Verb::Explain(args) => {
            let settings = Settings::new(args.input, &args.screen, args.no_infer_dates);
            start_threads(&settings, streams);
            explain::run(settings, &args.subject, streams)
        }
        Verb::Inspect(args) => {
            let Some(settings) = ready(args.input, &args.screen, args.no_infer_dates, streams)
            else {
                return Ok(Exit::Trouble);
            };
            inspect::run(&settings, args.stage, args.format, streams)
        }
        Verb::Schema(verb) => schema::run(verb, streams),
    }
}

fn obey_diff(args: DiffArgs, streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    let Some(settings) = ready(args.input, &args.screen, args.no_infer_dates, streams) else {
        return Ok(Exit::Trouble);
    };
    let diff = diff::Diff {
        format: args.format,
        singles: if args.all {
            Singles::List
        } else {
            Singles::Count
        },
        fail_on: args.fail_on,
    };
    match diff::run(&settings, diff, streams)? {
        Exit::Findings if args.exit_zero => Ok(Exit::Clean),
        exit => Ok(exit),
    }
}

/// The settings, when they name something to read.
fn ready(
    input: InputArgs,
    screen: &ScreenArgs,
    no_infer_dates: bool,
    streams: &mut Streams<'_>,
) -> Option<Settings> {
    let settings = Settings::new(input, screen, no_infer_dates);
    if settings.reads_nothing() {
        streams
            .error("nothing to read: name files or folders, - for standard input, or --manifest");
        return None;
    }
    start_threads(&settings, streams);
    Some(settings)
}

fn start_threads(settings: &Settings, streams: &mut Streams<'_>) {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(settings.n_threads);
    // A second run in one process (a test) keeps the threads of the first.
    if pool.build_global().is_err() {
        streams.detail("threads were started before: -j has no effect");
    }
}

/// Help and version are asked for and go to standard output; a mistake goes to standard error.
fn refuse(fault: &clap::Error, streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    let text = fault.render().to_string();
    match fault.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            fmt::Write::write_str(streams, &text)?;
            Ok(Exit::Clean)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            streams.aside(&text);
            Ok(Exit::Trouble)
        }
        _ => {
            streams.aside(&format!("figcheck: {text}"));
            Ok(Exit::Trouble)
        }
    }
}
