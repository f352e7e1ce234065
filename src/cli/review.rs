//! `review STORY`: a walk through the changes at a terminal; the commands to type without one.

use std::fmt::{self, Write as _};

use super::args::ReviewArgs;
use super::exit::Exit;
use super::home;
use super::settings::Settings;
use super::story::{exit_of, trouble};
use super::streams::Streams;
use super::terminal::{self, Raw};
use super::who;
use crate::review::{self, Change, Error, Step, Walk};

/// Runs it.
///
/// # Errors
/// Standard output does not take the text.
pub(super) fn run(args: &ReviewArgs, streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    let settings = home::settings(&args.screen, streams);
    // The story is let go while somebody thinks: others may go on with it.
    let changes = match home::open(&args.home, &args.story) {
        Ok(story) => story.changes(),
        Err(fault) => return trouble(fault, streams),
    };
    if changes.is_empty() {
        streams.note(review::idle(&args.story));
        return Ok(Exit::Clean);
    }
    if !terminal::is_there() {
        commands(args, &changes, streams)?;
        return Ok(exit_of(&changes));
    }
    // Asked now, so that nobody decides for nothing.
    if let Err(fault) = who::stamp() {
        return trouble(fault, streams);
    }
    let mut walk = Walk::new(changes);
    match walk_through(&mut walk, &settings, streams) {
        Ok(Step::Keep) => write(args, &walk, streams),
        Ok(_) => {
            streams.note("left: nothing was written");
            Ok(Exit::Interrupted)
        }
        Err(fault) => trouble(
            format_args!("the terminal is gone: {fault}; nothing was written"),
            streams,
        ),
    }
}

/// Shows screens and takes keys to the end.
fn walk_through(
    walk: &mut Walk,
    settings: &Settings,
    streams: &mut Streams<'_>,
) -> std::io::Result<Step> {
    let raw = Raw::take()?;
    let step = loop {
        // In this mode a line end does not go back to the first column.
        let screen = walk.screen(&settings.style).replace('\n', "\r\n");
        let shown = streams.show(&format!("{}{screen}", terminal::BLANK));
        shown.map_err(std::io::Error::other)?;
        let Some(key) = terminal::key()? else {
            continue;
        };
        match walk.press(key) {
            Step::Show => {}
            step => break step,
        }
    };
    drop(raw);
    streams.show("\n").map_err(std::io::Error::other)?;
    Ok(step)
}

/// Carries out what was decided; what changed meanwhile is told and stays as it is.
fn write(args: &ReviewArgs, walk: &Walk, streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    let decisions = walk.decisions();
    let unwritten = |fault: String| format!("{fault}; nothing was written");
    let opened = home::open(&args.home, &args.story).and_then(|story| Ok((story, who::stamp()?)));
    let done = opened.map_err(unwritten).and_then(|(mut story, stamp)| {
        let stale = story.decide(&decisions, &stamp).map_err(|it| match it {
            Error::Unfinished(_) => it.to_string(),
            it => unwritten(it.to_string()),
        })?;
        Ok((story, stale))
    });
    let (story, stale) = match done {
        Ok(done) => done,
        Err(fault) => return trouble(fault, streams),
    };
    for change in &stale {
        let label = &change.figure().label;
        streams.error(format_args!(
            "{label}: changed meanwhile, so nothing was written for it; look again with: figcheck review {}",
            story.name
        ));
    }
    let n_written = decisions.len() - stale.len();
    let left = story.changes();
    writeln!(streams, "{n_written} decided, {} left", left.len())?;
    if stale.is_empty() {
        Ok(exit_of(&left))
    } else {
        Ok(Exit::Trouble)
    }
}

/// For whoever has no terminal: what to type.
fn commands(args: &ReviewArgs, changes: &[Change], streams: &mut Streams<'_>) -> fmt::Result {
    let mut place = String::new();
    if let Some(folder) = &args.home.snapshots {
        place = format!(" --snapshots {}", quoted(&folder.display().to_string()));
    }
    let story = quoted(&args.story);
    writeln!(streams, "{}", review::sum(&args.story, changes))?;
    writeln!(
        streams,
        "This is no terminal to review at. To see them, and to decide on each:\n"
    )?;
    writeln!(streams, "  figcheck pending {story}{place}\n")?;
    for change in changes {
        let kind = change.kind.name().replace('-', " ");
        let label = &change.figure().label;
        writeln!(streams, "# {kind}: {label}: {}", change.effect())?;
        writeln!(
            streams,
            "  figcheck accept {story} --id {}{place} --note \"\"",
            change.id
        )?;
        writeln!(
            streams,
            "  figcheck reject {story} --id {}{place} --note \"\"\n",
            change.id
        )?;
    }
    writeln!(
        streams,
        "# all of them at once\n  figcheck accept {story} --all{place}"
    )
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
    if word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}
