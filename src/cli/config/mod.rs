//! `figcheck.yaml`: what a desk always types. What is typed wins over the file, and the file over the defaults.

mod fill;
mod find;
mod show;

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::args::InputArgs;
use super::args::{
    Color, DiffFormat, FailOn, LayoutChoice, RowsChoice, SeverityChoice, SortChoice,
};
use crate::schema::source::Source;
use crate::schema::{Error, file, layer};

pub(super) use fill::{Origin, fill_diff, fill_filter, fill_input, fill_screen};
pub(super) use show::run;

/// The file, key by key as on the command line. Paths in it count from its own folder.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ConfigFile {
    manifest: Option<PathBuf>,
    as_of: Option<String>,
    #[serde(default)]
    schemas: Vec<PathBuf>,
    #[serde(default)]
    include: Vec<String>,
    #[serde(default)]
    exclude: Vec<String>,
    infer_dates: Option<bool>,
    format: Option<DiffFormat>,
    all: Option<bool>,
    sort: Option<SortChoice>,
    layout: Option<LayoutChoice>,
    rows: Option<RowsChoice>,
    width: Option<u16>,
    color: Option<Color>,
    jobs: Option<usize>,
    #[serde(default, rename = "type")]
    types: Vec<String>,
    #[serde(default)]
    who: Vec<String>,
    #[serde(default)]
    place: Vec<String>,
    #[serde(default)]
    event: Vec<String>,
    #[serde(default)]
    source: Vec<String>,
    since: Option<String>,
    min_severity: Option<SeverityChoice>,
    fail_on: Option<FailOn>,
    baseline: Option<PathBuf>,
    new_only: Option<bool>,
    suppressions: Option<PathBuf>,
    snapshots: Option<PathBuf>,
}

/// A settings file with where it stands.
#[derive(Clone, Debug)]
pub(super) struct Config {
    /// The file as written.
    source: Source,
    /// Its content.
    content: ConfigFile,
    /// The folder from which its paths count.
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
        let path = match &input.config {
            Some(path) => Some(path.clone()),
            None => find::nearest(input)?,
        };
        path.map(|path| Self::read(&path)).transpose()
    }

    fn read(path: &Path) -> Result<Self, Error> {
        let source = layer::read(path)?;
        let content: Option<ConfigFile> = if source.text.trim().is_empty() {
            None
        } else {
            file::parse(&source.file, &source.text)?
        };
        let folder = path.parent().map_or_else(PathBuf::new, Path::to_owned);
        Ok(Self {
            source,
            content: content.unwrap_or_default(),
            folder,
        })
    }

    /// A path of the file, from where the program runs.
    fn resolved(&self, path: &Path) -> PathBuf {
        self.folder.join(path)
    }

    /// True when dates are taken only as given.
    pub(super) fn infers_no_dates(&self) -> bool {
        self.content.infer_dates == Some(false)
    }

    /// Where snapshots are kept.
    pub(super) fn snapshots(&self) -> PathBuf {
        let typed = self.content.snapshots.as_deref();
        self.resolved(typed.unwrap_or(Path::new(SNAPSHOTS)))
    }

    /// The line of a key, from 1.
    fn line_of(&self, key: &str) -> usize {
        let found = self.source.text.lines().position(|line| {
            let line = line.trim_start_matches(['"', '\'']);
            line.strip_prefix(key)
                .is_some_and(|rest| rest.trim_start_matches(['"', '\'', ' ']).starts_with(':'))
        });
        found.map_or(1, |at| at + 1)
    }
}

/// The file of suppressions beside the settings or, without any, where the program runs; if there is one.
fn suppressions_beside(config: Option<&Config>, is_isolated: bool) -> Option<PathBuf> {
    let folder = config.map_or_else(PathBuf::new, |config| config.folder.clone());
    let path = folder.join(SUPPRESSIONS);
    (!is_isolated && path.is_file()).then_some(path)
}
