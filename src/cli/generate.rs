//! `generate completions SHELL` and `generate man`: derived from the arguments, so that they cannot drift.

use std::fmt::{self, Write as _};

use clap::CommandFactory as _;

use super::args::{CommandLine, Generated};
use super::exit::Exit;
use super::streams::Streams;

/// Prints a script of completions, or the manual page.
///
/// # Errors
/// Standard output does not take the text.
pub(super) fn run(what: &Generated, streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    let mut command = CommandLine::command();
    let mut bytes = Vec::new();
    match what {
        Generated::Completions { shell } => {
            clap_complete::generate(*shell, &mut command, "figcheck", &mut bytes);
        }
        Generated::Man { verb } => {
            command.build();
            let page = match verb {
                None => Some(command),
                Some(verb) => command.find_subcommand(verb).cloned().map(|page| {
                    let name: &'static str = format!("figcheck-{verb}").leak();
                    page.name(name)
                }),
            };
            let Some(page) = page else {
                let verb = verb.as_deref().unwrap_or_default();
                streams.error(format_args!(
                    "{verb}: no command of that name; see figcheck --help"
                ));
                return Ok(Exit::Trouble);
            };
            let rendered = clap_mangen::Man::new(page).render(&mut bytes);
            rendered.map_err(|_| fmt::Error)?;
        }
    }
    streams.write_str(&String::from_utf8_lossy(&bytes))?;
    Ok(Exit::Clean)
}
