//! A settings file as written, and one laid over another.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::cli::args::{
    Color, DiffFormat, FailOn, LayoutChoice, RowsChoice, SeverityChoice, SortChoice,
};

/// The file, key by key as on the command line. Paths in it count from its own folder.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ConfigFile {
    pub(super) manifest: Option<PathBuf>,
    pub(super) as_of: Option<String>,
    #[serde(default)]
    pub(super) schemas: Vec<PathBuf>,
    #[serde(default)]
    pub(super) include: Vec<String>,
    #[serde(default)]
    pub(super) exclude: Vec<String>,
    pub(super) infer_dates: Option<bool>,
    pub(super) format: Option<DiffFormat>,
    pub(super) all: Option<bool>,
    pub(super) sort: Option<SortChoice>,
    pub(super) layout: Option<LayoutChoice>,
    pub(super) rows: Option<RowsChoice>,
    pub(super) width: Option<u16>,
    pub(super) color: Option<Color>,
    pub(super) jobs: Option<usize>,
    #[serde(default, rename = "type")]
    pub(super) types: Vec<String>,
    #[serde(default)]
    pub(super) who: Vec<String>,
    #[serde(default)]
    pub(super) place: Vec<String>,
    #[serde(default)]
    pub(super) event: Vec<String>,
    #[serde(default)]
    pub(super) source: Vec<String>,
    pub(super) since: Option<String>,
    pub(super) min_severity: Option<SeverityChoice>,
    pub(super) fail_on: Option<FailOn>,
    pub(super) baseline: Option<PathBuf>,
    pub(super) new_only: Option<bool>,
    pub(super) suppressions: Option<PathBuf>,
    pub(super) snapshots: Option<PathBuf>,
}

impl ConfigFile {
    /// The same with its paths counted from `folder`.
    pub(super) fn resolved(mut self, folder: &Path) -> Self {
        let one = |path: &mut PathBuf| *path = folder.join(&*path);
        let single = [
            &mut self.manifest,
            &mut self.baseline,
            &mut self.suppressions,
            &mut self.snapshots,
        ];
        single.into_iter().flatten().for_each(one);
        self.schemas.iter_mut().for_each(one);
        self
    }

    /// What it says; where it says nothing, what the one below says.
    pub(super) fn over(self, below: Self) -> Self {
        Self {
            manifest: self.manifest.or(below.manifest),
            as_of: self.as_of.or(below.as_of),
            schemas: either(self.schemas, below.schemas),
            include: either(self.include, below.include),
            exclude: either(self.exclude, below.exclude),
            infer_dates: self.infer_dates.or(below.infer_dates),
            format: self.format.or(below.format),
            all: self.all.or(below.all),
            sort: self.sort.or(below.sort),
            layout: self.layout.or(below.layout),
            rows: self.rows.or(below.rows),
            width: self.width.or(below.width),
            color: self.color.or(below.color),
            jobs: self.jobs.or(below.jobs),
            types: either(self.types, below.types),
            who: either(self.who, below.who),
            place: either(self.place, below.place),
            event: either(self.event, below.event),
            source: either(self.source, below.source),
            since: self.since.or(below.since),
            min_severity: self.min_severity.or(below.min_severity),
            fail_on: self.fail_on.or(below.fail_on),
            baseline: self.baseline.or(below.baseline),
            new_only: self.new_only.or(below.new_only),
            suppressions: self.suppressions.or(below.suppressions),
            snapshots: self.snapshots.or(below.snapshots),
        }
    }
}

fn either<T>(list: Vec<T>, below: Vec<T>) -> Vec<T> {
    if list.is_empty() { below } else { list }
}
