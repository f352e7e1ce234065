//! `snapshot`, `pending`, `accept`, `reject`: a story without a walk.
use std::fmt::{self, Write as _};
use std::path::PathBuf;

use super::args::{DecideArgs, HomeArgs, PendingArgs};
use super::desk::Desk;
use super::diff;
use super::exit::Exit;
use super::home;
use super::options;
use super::settings::Settings;
use super::streams::Streams;
use super::who;
use crate::report::notice::{self, Notices};
use crate::report::{Format, Options, Style};
use crate::review::{self, Change, Choice, Decision, Recorded, Spots, State, Story};

/// Tells a fault; trouble.
#[expect(
    clippy::unnecessary_wraps,
    reason = "it ends a verb, and verbs give back a result"
)]
pub(super) fn trouble(
    fault: impl fmt::Display,
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    streams.error(fault);
    Ok(Exit::Trouble)
}

/// What `snapshot` alone is told.
#[derive(Debug)]
pub(super) struct Snapshot {
    /// Name of the story.
    pub(super) name: String,
    /// Where it is kept.
    pub(super) home: HomeArgs,
    /// Propose again what was rejected.
    pub(super) again: bool,
}

/// `snapshot STORY PATH…`
///
/// # Errors
/// Standard output does not take the text.
pub(super) fn snapshot(
    settings: &Settings,
    args: &Snapshot,
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    let desk = Desk::open(settings, streams);
    if desk.exit != Exit::Clean {
        return trouble(
            "no snapshot was written: what could not be read would seem to be gone; mend it, or leave it out with --exclude",
            streams,
        );
    }
    let findings = desk.compare(settings.dates);
    let state = State::of(&desk.input(&findings));
    let (story, recorded, folder) = match record(args, state, streams) {
        Ok(done) => done,
        Err(fault) => return trouble(fault, streams),
    };
    let name = &story.name;
    let file = folder.join(name);
    let file = file.display();
    let whole = |sum: String| sum.trim_end_matches('.').to_owned();
    match recorded {
        Recorded::First(n) => {
            streams.note(format_args!("wrote {file}.snap; figures: {n}"));
            Ok(Exit::Clean)
        }
        Recorded::Same => {
            streams.note(whole(review::sum(name, &[])));
            Ok(Exit::Clean)
        }
        Recorded::Pending(_) => {
            let sum = whole(review::sum(name, &story.changes()));
            streams.note(format_args!("wrote {file}.snap.new: {sum}"));
            streams.note(format_args!("look at them with: figcheck review {name}"));
            Ok(Exit::Findings)
        }
    }
}

/// Records a state, less what was rejected before, which is told; gives back the folder of the story, too.
fn record(
    args: &Snapshot,
    mut state: State,
    streams: &mut Streams<'_>,
) -> Result<(Story, Recorded, PathBuf), String> {
    let folder = home::folder(&args.home)?;
    let failed = |fault| format!("{}: {fault}", folder.display());
    std::fs::create_dir_all(&folder).map_err(failed)?;
    let mut story = Story::open(&folder, &args.name).map_err(|it| it.to_string())?;
    let n_rejected = if args.again {
        0
    } else {
        story.without_rejected(&mut state)
    };
    let recorded = story.record(state).map_err(|it| it.to_string())?;
    if n_rejected > 0 {
        let changes = if n_rejected == 1 { "change" } else { "changes" };
        streams.note(format_args!(
            "{n_rejected} {changes} rejected before, and not proposed again; --again proposes them"
        ));
    }
    Ok((story, recorded, folder))
}

/// `pending STORY`: findings when something waits.
///
/// # Errors
/// Standard output does not take the text.
pub(super) fn pending(args: &PendingArgs, streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    let settings = home::settings(&args.screen, streams);
    let story = match home::open(&args.home, &args.story) {
        Ok(story) => story,
        Err(fault) => return trouble(fault, streams),
    };
    let changes = story.changes();
    let mut notices = review::notices(&story.name, &changes, &Spots::new());
    let format = options::format_of(args.format);
    // For people: what a program reads says no more than how many there are.
    if changes.is_empty() && format != Format::Json {
        notices.sum = review::idle(&story.name);
    }
    let exit = print(&notices, format, &settings.style, streams)?;
    Ok(exit.max(exit_of(&changes)))
}

/// Findings when something waits for a decision.
pub(super) fn exit_of(changes: &[Change]) -> Exit {
    if changes.is_empty() {
        Exit::Clean
    } else {
        Exit::Findings
    }
}

/// Remarks on standard output, in any format.
pub(super) fn print(
    notices: &Notices,
    format: Format,
    style: &Style,
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    if format == Format::Xlsx {
        let made = notice::workbook(notices).map_err(|fault| fault.to_string());
        return diff::to_standard_output(made, streams);
    }
    notice::write(notices, format, &Options::new(*style), streams)?;
    Ok(Exit::Clean)
}

/// `accept STORY` and `reject STORY`.
///
/// # Errors
/// Standard output does not take the text.
pub(super) fn decide(
    args: &DecideArgs,
    choice: Choice,
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    home::settings(&args.screen, streams);
    let done = home::open(&args.home, &args.story).and_then(|mut story| {
        let decisions = chosen(&story, args, choice)?;
        let stamp = who::stamp()?;
        story
            .decide(&decisions, &stamp)
            .map_err(|fault| fault.to_string())?;
        Ok((story, decisions))
    });
    let (story, decisions) = match done {
        Ok(done) => done,
        Err(fault) => return trouble(fault, streams),
    };
    for Decision { change, .. } in &decisions {
        let figure = change.figure();
        let (id, label) = (&change.id, &figure.label);
        writeln!(
            streams,
            "{} {id}  {label}: {}",
            choice.name(),
            change.effect()
        )?;
    }
    match (decisions.len(), story.changes().len()) {
        (0, _) => streams.note("nothing waits for a decision"),
        (_, 0) => streams.note("nothing else waits for a decision"),
        (_, n) => streams.note(format_args!(
            "{n} more wait: figcheck review {}",
            story.name
        )),
    }
    Ok(Exit::Clean)
}

/// The changes that were named, in the order of the list, each once.
fn chosen(story: &Story, args: &DecideArgs, choice: Choice) -> Result<Vec<Decision>, String> {
    let changes = story.changes();
    for id in &args.ids {
        let named: Vec<&Change> = changes.iter().filter(|it| it.is_named(id)).collect();
        match named.as_slice() {
            [_] => {}
            [] => {
                return Err(format!(
                    "--id {id}: no change of that id waits (or it changed meanwhile); see figcheck pending {}",
                    story.name
                ));
            }
            several => {
                let ids: Vec<&str> = several.iter().map(|it| &*it.id).collect();
                return Err(format!("--id {id}: could be any of {}", ids.join(", ")));
            }
        }
    }
    let is_chosen = |it: &&Change| args.all || args.ids.iter().any(|id| it.is_named(id));
    let decision = |change: &Change| Decision {
        change: change.clone(),
        choice,
        note: crate::report::clean(&args.note),
    };
    Ok(changes.iter().filter(is_chosen).map(decision).collect())
}
