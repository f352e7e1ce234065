//! Where stories are kept: a folder named on the command line, in the settings, or `snapshots/`.

use std::path::{Path, PathBuf};

use super::args::{HomeArgs, InputArgs};
use super::config::{Config, SNAPSHOTS};
use super::settings::Settings;
use super::streams::Streams;
use crate::review::{Error, Story};

/// The folder of the snapshots. Settings are looked for from where the program runs, whichever articles it reads, so
/// that every verb finds the same.
///
/// # Errors
/// The settings have a mistake.
pub(super) fn folder(home: &HomeArgs) -> Result<PathBuf, String> {
    if let Some(typed) = &home.snapshots {
        return Ok(typed.clone());
    }
    let input = InputArgs {
        config: home.config.clone(),
        isolated: home.isolated,
        ..InputArgs::default()
    };
    let config = Config::of(&input).map_err(|fault| fault.to_string())?;
    Ok(config.map_or_else(|| PathBuf::from(SNAPSHOTS), |config| config.snapshots()))
}

/// Opens a story that is there already.
///
/// # Errors
/// There is no such story, or its files cannot be read; says so.
pub(super) fn open(home: &HomeArgs, name: &str) -> Result<Story, String> {
    let folder = folder(home)?;
    if !folder.is_dir() {
        return Err(missing(&folder, name));
    }
    let story = Story::open(&folder, name).map_err(|fault| fault.to_string())?;
    story.known().map_err(|fault: Error| fault.to_string())?;
    Ok(story)
}

fn missing(folder: &Path, name: &str) -> String {
    format!(
        "{}: no such folder; the first snapshot makes it: figcheck snapshot {name} PATH…",
        folder.display()
    )
}

/// How much is said, and how it is set.
pub(super) fn settings(screen: &super::args::ScreenArgs, streams: &mut Streams<'_>) -> Settings {
    let settings = Settings::new(InputArgs::default(), screen, false);
    streams.talk = settings.talk;
    settings
}
