//! What the arguments mean, given terminal and environment. The only place that asks for either.
#![expect(
    clippy::disallowed_methods,
    reason = "cli is the one that reads the environment"
)]

use std::env;
use std::io::{self, IsTerminal as _};
use std::path::PathBuf;

use super::args::{Color, InputArgs, ScreenArgs};
use super::streams::Talk;
use crate::ingest::Request;
use crate::report::Style;

/// Columns when standard output is no terminal.
const WIDTH: usize = 100;

/// What a run reads, and how it prints.
#[derive(Debug)]
pub(super) struct Settings {
    /// What to read.
    pub(super) request: Request,
    /// Folders of schemas over the built-in ones.
    pub(super) overlays: Vec<PathBuf>,
    /// How reports for people are set.
    pub(super) style: Style,
    /// How much is said on standard error.
    pub(super) talk: Talk,
    /// Threads; 0 is one for each core.
    pub(super) n_threads: usize,
    /// Whether dates reckoned from the text count.
    pub(super) dates: Dates,
    /// Whether progress may be shown.
    pub(super) progress: bool,
    /// What to type after a command so that it reads the same.
    pub(super) again: String,
}

/// Which dates count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dates {
    /// Also those reckoned from the text.
    Inferred,
    /// Only those given.
    Given,
}

impl Settings {
    /// The meaning of what was typed.
    pub(super) fn new(input: InputArgs, screen: &ScreenArgs, no_infer_dates: bool) -> Self {
        let talk = match (screen.quiet, screen.verbose) {
            (true, _) => Talk::Quiet,
            (_, true) => Talk::Verbose,
            _ => Talk::Normal,
        };
        Self {
            request: Request {
                paths: input.paths,
                stdin_name: input.stdin_name,
                files_from: input.files_from,
                manifest: input.manifest,
                as_of: input.as_of,
                includes: input.include,
                excludes: input.exclude,
            },
            overlays: input.schema.schemas,
            style: Style {
                width: screen.width.map_or_else(terminal_width, usize::from),
                color: colored(screen.color.unwrap_or_default()),
                ascii: screen.ascii,
            },
            talk,
            n_threads: screen.jobs.unwrap_or(0),
            again: String::new(),
            progress: !screen.no_progress && !screen.quiet,
            dates: if no_infer_dates {
                Dates::Given
            } else {
                Dates::Inferred
            },
        }
    }

    /// True when nothing was named to read.
    pub(super) fn reads_nothing(&self) -> bool {
        let request = &self.request;
        request.paths.is_empty() && request.files_from.is_none() && request.manifest.is_none()
    }
}

fn terminal_width() -> usize {
    let size = terminal_size::terminal_size_of(io::stdout());
    size.map_or(WIDTH, |(width, _)| usize::from(width.0))
}

/// An explicit `--color` wins; then `NO_COLOR`, then `CLICOLOR_FORCE`, then the terminal.
fn colored(when: Color) -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    match when {
        Color::Always => true,
        Color::Never => false,
        Color::Auto if is_set("NO_COLOR") => false,
        Color::Auto if is_set("CLICOLOR_FORCE") => {
            env::var_os("CLICOLOR_FORCE").is_some_and(|value| value != "0")
        }
        Color::Auto => {
            io::stdout().is_terminal() && env::var_os("TERM").is_none_or(|term| term != "dumb")
        }
    }
}
