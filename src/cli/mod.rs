//! The words the user types: arguments, exit codes, streams.
//!
//! Words in, exit code out. Standard output carries the format alone; all else goes to standard error.

mod again;
mod against;
pub mod args;
mod check;
mod clock;
mod config;
mod desk;
mod diff;
mod exit;
mod explain;
mod extract;
mod generate;
mod hint;
mod home;
mod inspect;
mod interrupt;
mod known;
mod lexicon;
mod log;
mod mend;
mod options;
mod output;
mod progress;
mod rest;
mod review;
mod schema;
mod select;
mod settings;
mod sheet;
mod story;
mod streams;
mod stub;
mod suppress;
mod terminal;
mod trial;
mod unmatched;
mod verdict;
mod version;
mod watch;
mod who;

use std::ffi::OsString;
use std::fmt;
use std::io;

use clap::Parser as _;
use clap::error::ErrorKind;

use self::args::Verb;
use self::args::{
    CheckArgs, CommandLine, DiffArgs, ExplainArgs, ExtractArgs, HomeArgs, InputArgs, InspectArgs,
    Later, ScreenArgs, SnapshotArgs,
};
use self::config::Config;
use self::settings::Settings;
use self::streams::{Streams, Written};
use self::suppress::Suppressions;
use crate::review::Choice;

pub use self::exit::Exit;

/// Runs one command line, the program's name first. What was asked for goes to `out`, everything else to `err`.
pub fn run(
    words: impl IntoIterator<Item = OsString>,
    out: &mut dyn io::Write,
    err: &mut dyn io::Write,
) -> Exit {
    let mut streams = Streams::new(out, err);
    interrupt::listen();
    let exit = match CommandLine::try_parse_from(words) {
        Ok(line) => obey(line, &mut streams),
        Err(fault) => refuse(&fault, &mut streams),
    };
    match streams.finish() {
        Ok(Written::All) => exit.unwrap_or(Exit::Trouble),
        Ok(Written::PipeClosed) => Exit::Clean,
        Err(fault) => {
            streams.error(format_args!("standard output {}", output::why(&fault)));
            Exit::Trouble
        }
    }
}

fn obey(line: CommandLine, streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    if line.version {
        return version::run(&line.diff, streams);
    }
    match line.verb.unwrap_or(Verb::Diff(Later(Box::new(line.diff)))) {
        Verb::Diff(Later(args)) => obey_diff(*args, streams),
        Verb::Extract(Later(args)) => obey_extract(*args, streams),
        Verb::Explain(Later(args)) => obey_explain(*args, streams),
        Verb::Inspect(Later(args)) => obey_inspect(*args, streams),
        Verb::Snapshot(Later(args)) => obey_snapshot(*args, streams),
        Verb::Review(Later(args)) => review::run(&args, streams),
        Verb::Pending(Later(args)) => story::pending(&args, streams),
        Verb::Accept(Later(args)) => story::decide(&args, Choice::Accepted, streams),
        Verb::Reject(Later(args)) => story::decide(&args, Choice::Rejected, streams),
        Verb::Log(Later(args)) => log::run(&args, streams),
        Verb::Check(Later(args)) => obey_check(*args, streams),
        Verb::Sheet(verb) => sheet::run(verb, streams),
        Verb::Schema(verb) => schema::run(verb, streams),
        Verb::Lexicon(Later(args)) => lexicon::run(&args, streams),
        Verb::Config(Later(args)) => config::run(*args, streams),
        Verb::Generate(what) => generate::run(&what, streams),
    }
}

fn obey_diff(mut args: DiffArgs, streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    let again = again::words(&args.input, args.no_infer_dates);
    let filled =
        Config::of(&args.input).and_then(|config| config::fill_diff(&mut args, config.as_ref()));
    if let Err(fault) = filled {
        streams.error(fault);
        return Ok(Exit::Trouble);
    }
    let (exit_zero, watches) = (args.exit_zero, args.watch);
    let settings = Settings {
        again,
        ..Settings::new(args.input.clone(), &args.screen, args.no_infer_dates)
    };
    if !is_ready(&settings, streams) {
        return Ok(Exit::Trouble);
    }
    let diff = diff::Diff::new(args, settings.style);
    if hint::is_mistyped(&settings.request.paths, streams) {
        return Ok(Exit::Trouble);
    }
    if watches {
        return watch::run(&settings, &diff, streams);
    }
    match diff::run(&settings, &diff, streams)? {
        Exit::Findings if exit_zero => Ok(Exit::Clean),
        exit => Ok(exit),
    }
}

fn obey_snapshot(mut args: SnapshotArgs, streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    let home = HomeArgs {
        snapshots: args.snapshots,
        config: args.input.config.clone(),
        isolated: args.input.isolated,
    };
    let filled = Config::of(&args.input).and_then(|config| {
        args.no_infer_dates |= config.as_ref().is_some_and(Config::infers_no_dates);
        fill(&mut args.input, &mut args.screen, config.as_ref())
    });
    if let Err(fault) = filled {
        return story::trouble(fault, streams);
    }
    let settings = Settings::new(args.input, &args.screen, args.no_infer_dates);
    let name = &args.story;
    if let Some(fault) = crate::review::name::fault(name) {
        return story::trouble(
            format_args!("{fault}: figcheck snapshot STORY PATH…"),
            streams,
        );
    }
    if settings.reads_nothing() {
        return story::trouble(
            format_args!(
                "after the story's name come its articles: figcheck snapshot {name} PATH…"
            ),
            streams,
        );
    }
    if !is_ready(&settings, streams) {
        return Ok(Exit::Trouble);
    }
    let snapshot = story::Snapshot {
        name: args.story,
        home,
        again: args.again,
    };
    story::snapshot(&settings, &snapshot, streams)
}

fn obey_check(mut args: CheckArgs, streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    let filled = Config::of(&args.input).and_then(|config| {
        args.no_infer_dates |= config.as_ref().is_some_and(Config::infers_no_dates);
        fill(&mut args.input, &mut args.screen, config.as_ref())
    });
    if let Err(fault) = filled {
        return story::trouble(fault, streams);
    }
    let settings = Settings::new(args.input.clone(), &args.screen, args.no_infer_dates);
    if !check::has_draft(&settings, &args, streams) || !is_ready(&settings, streams) {
        return Ok(Exit::Trouble);
    }
    check::run(&settings, &args, streams)
}

fn obey_extract(mut args: ExtractArgs, streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    let filled = Config::of(&args.input).and_then(|config| {
        config::fill_filter(&mut args.filter, config.as_ref())?;
        fill(&mut args.input, &mut args.screen, config.as_ref())
    });
    if let Err(fault) = filled {
        streams.error(fault);
        return Ok(Exit::Trouble);
    }
    let settings = Settings::new(args.input, &args.screen, false);
    if !is_ready(&settings, streams) {
        return Ok(Exit::Trouble);
    }
    let extract = extract::Extract {
        format: args.format,
        outputs: output::files(args.output),
        filter: args.filter,
        sheet: crate::report::SheetStyle {
            tagged: args.sheet.hxl,
            marked: args.sheet.bom,
        },
    };
    extract::run(&settings, &extract, streams)
}

fn obey_explain(mut args: ExplainArgs, streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    let again = again::words(&args.input, args.no_infer_dates);
    let filled = Config::of(&args.input).and_then(|config| {
        args.no_infer_dates |= config.as_ref().is_some_and(Config::infers_no_dates);
        config::fill_silence(&mut args.silence, config.as_ref(), args.input.isolated);
        fill(&mut args.input, &mut args.screen, config.as_ref())
    });
    let suppressions = match filled.and_then(|()| Suppressions::read(&args.silence)) {
        Ok(suppressions) => suppressions,
        Err(fault) => {
            streams.error(fault);
            return Ok(Exit::Trouble);
        }
    };
    let settings = Settings {
        again,
        ..Settings::new(args.input, &args.screen, args.no_infer_dates)
    };
    let asked = explain::Asked {
        subject: &args.subject,
        with: args.with.as_deref(),
        suppressions: &suppressions,
    };
    explain::run(settings, &asked, streams)
}

fn obey_inspect(mut args: InspectArgs, streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    let filled = Config::of(&args.input).and_then(|config| {
        args.no_infer_dates |= config.as_ref().is_some_and(Config::infers_no_dates);
        fill(&mut args.input, &mut args.screen, config.as_ref())
    });
    if let Err(fault) = filled {
        streams.error(fault);
        return Ok(Exit::Trouble);
    }
    let settings = Settings::new(args.input, &args.screen, args.no_infer_dates);
    if !is_ready(&settings, streams) {
        return Ok(Exit::Trouble);
    }
    inspect::run(&settings, args.stage, args.format, streams)
}

/// What every verb that reads articles takes from the settings file.
fn fill(
    input: &mut InputArgs,
    screen: &mut ScreenArgs,
    config: Option<&Config>,
) -> Result<(), crate::schema::Error> {
    config::fill_screen(screen, config);
    config::fill_input(input, config).map(|_| ())
}

/// True when the settings name something to read.
fn is_ready(settings: &Settings, streams: &mut Streams<'_>) -> bool {
    if settings.reads_nothing() {
        streams
            .error("nothing to read: name files or folders, - for standard input, or --manifest");
        return false;
    }
    true
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
