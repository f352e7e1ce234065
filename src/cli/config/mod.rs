//! `figcheck.yaml`: what a desk always types. What is typed wins over the file of the articles, that over the one of the
//! person who runs the program, and that over the defaults.

mod file;
mod fill;
mod find;
mod show;
mod user;

use std::path::{Path, PathBuf};

use super::args::{InputArgs, SchemaArgs};
use crate::schema::source::Source;
use crate::schema::{self, Error, layer};
use file::ConfigFile;

pub(super) use fill::{Origin, fill_diff, fill_filter, fill_input, fill_screen, fill_silence};
pub(super) use show::run;

/// The settings files that hold, as one.
#[derive(Clone, Debug)]
pub(super) struct Config {
    /// The files as written, the one that wins first.
    sources: Vec<Source>,
    /// What they say together. Its paths count from where the program runs.
    content: ConfigFile,
    /// The folder of the file of the articles; empty without one.
    folder: PathBuf,
}

/// Where snapshots are kept, beside the settings or where the program runs.
pub(super) const SNAPSHOTS: &str = "snapshots";

/// Where suppressions are looked for, beside the settings.
const SUPPRESSIONS: &str = "figcheck.suppress.yaml";

impl Config {
    /// The settings for what `input` names; `None` when there are none.
    ///
    /// # Errors
    /// The file has a mistake, or different inputs have different files.
    pub(super) fn of(input: &InputArgs) -> Result<Option<Self>, Error> {
        if input.isolated {
            return Ok(None);
        }
        let near = match &input.config {
            Some(path) => Some(path.clone()),
            None => find::nearest(input)?,
        };
        let folder = near.as_deref().and_then(Path::parent);
        let folder = folder.map_or_else(PathBuf::new, Path::to_owned);
        let mut config = None;
        for path in near.into_iter().chain(user::path()) {
            let (source, content) = read(&path)?;
            let above = config.get_or_insert_with(|| Self {
                sources: Vec::new(),
                content: ConfigFile::default(),
                folder: folder.clone(),
            });
            above.sources.push(source);
            above.content = std::mem::take(&mut above.content).over(content);
        }
        Ok(config)
    }

    /// True when dates are taken only as given.
    pub(super) fn infers_no_dates(&self) -> bool {
        self.content.infer_dates == Some(false)
    }

    /// Where snapshots are kept.
    pub(super) fn snapshots(&self) -> PathBuf {
        let typed = self.content.snapshots.clone();
        typed.unwrap_or_else(|| self.folder.join(SNAPSHOTS))
    }

    /// The file that sets a key, with the line, from 1.
    fn origin(&self, key: &str) -> Option<(&Source, usize)> {
        let mut sources = self.sources.iter();
        sources.find_map(|source| Some((source, line_of(source, key)?)))
    }
}

/// The folders of schemas that hold where no articles are read: those typed or, without any, those of the settings file
/// nearest above where the program runs.
///
/// # Errors
/// That file has a mistake.
pub(super) fn overlays(typed: &SchemaArgs) -> Result<Vec<PathBuf>, Error> {
    let mut input = InputArgs {
        schema: typed.clone(),
        ..InputArgs::default()
    };
    let config = Config::of(&input)?;
    fill_input(&mut input, config.as_ref())?;
    Ok(input.schema.schemas)
}

/// The line on which a file sets a key, from 1.
fn line_of(source: &Source, key: &str) -> Option<usize> {
    let sets = |line: &str| {
        let line = line.trim_start_matches(['"', '\'']);
        line.strip_prefix(key)
            .is_some_and(|rest| rest.trim_start_matches(['"', '\'', ' ']).starts_with(':'))
    };
    Some(source.text.lines().position(sets)? + 1)
}

/// One file, its paths counted from its own folder.
fn read(path: &Path) -> Result<(Source, ConfigFile), Error> {
    let source = layer::read(path)?;
    let content: Option<ConfigFile> = if source.text.trim().is_empty() {
        None
    } else {
        schema::file::parse(&source.file, &source.text)?
    };
    let folder = path.parent().unwrap_or(Path::new(""));
    Ok((source, content.unwrap_or_default().resolved(folder)))
}

/// The file of suppressions beside the settings or, without any, where the program runs; if there is one.
fn suppressions_beside(config: Option<&Config>, is_isolated: bool) -> Option<PathBuf> {
    let folder = config.map_or_else(PathBuf::new, |config| config.folder.clone());
    let path = folder.join(SUPPRESSIONS);
    (!is_isolated && path.is_file()).then_some(path)
}
