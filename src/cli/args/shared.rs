//! Groups of arguments that several verbs share.

use std::path::PathBuf;

use clap::Args;

use super::{
    Color, DiffFormat, FILTER, INPUT, KNOWN, LayoutChoice, OUTPUT, RowsChoice, SortChoice,
};
use crate::calendar::Date;
use crate::ingest::parse_date;

/// Which schemas hold.
#[derive(Clone, Debug, Default, Args)]
pub struct SchemaArgs {
    /// Folder of your own claim types (and lexicon/, events/), over the built-in ones; may be repeated
    #[arg(long, value_name = "DIR", help_heading = INPUT)]
    pub schemas: Vec<PathBuf>,
}

/// What to read.
#[derive(Clone, Debug, Default, Args)]
pub struct InputArgs {
    /// Files, folders, globs, or - for standard input
    #[arg(value_name = "PATH")]
    pub paths: Vec<String>,
    /// Name of standard input; its ending says how to read it
    #[arg(long, value_name = "NAME", help_heading = INPUT)]
    pub stdin_name: Option<String>,
    /// Read paths from a file, one a line or, as find -print0 writes them, parted by NUL; - for standard input
    #[arg(long, value_name = "FILE", help_heading = INPUT)]
    pub files_from: Option<String>,
    /// A YAML list of files with their dates and sources: `articles: [{path: wire.txt, date: 2024-09-07, source: The Wire}]`
    #[arg(long, value_name = "FILE", help_heading = INPUT)]
    pub manifest: Option<PathBuf>,
    /// Date of articles that carry none: 2024-09-07
    #[arg(long, value_name = "DATE", value_parser = day, help_heading = INPUT)]
    pub as_of: Option<Date>,
    /// Of folders, read the files that match a pattern (*.story), instead of the known endings; may be repeated
    #[arg(long, value_name = "GLOB", help_heading = INPUT)]
    pub include: Vec<String>,
    /// Of folders, pass over the files that match a pattern; may be repeated
    #[arg(long, value_name = "GLOB", help_heading = INPUT)]
    pub exclude: Vec<String>,
    /// Read settings from this file, instead of the nearest figcheck.yaml above the articles
    #[arg(long, value_name = "FILE", env = "FIGCHECK_CONFIG", conflicts_with = "isolated", help_heading = INPUT)]
    pub config: Option<PathBuf>,
    /// Read no settings from any file
    #[arg(long, help_heading = INPUT)]
    pub isolated: bool,
    /// Which schemas hold.
    #[command(flatten)]
    pub schema: SchemaArgs,
}

/// How to print, and how fast.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one switch of its own"
)]
#[derive(Debug, Args)]
pub struct ScreenArgs {
    /// When to use colour [default: auto]
    #[arg(long, value_enum, value_name = "WHEN", help_heading = OUTPUT)]
    pub color: Option<Color>,
    /// Columns to print in, at least 40; without it those of the terminal, or 100
    #[arg(long, value_name = "N", help_heading = OUTPUT)]
    pub width: Option<u16>,
    /// Print only such dashes, quotation marks and other signs as every terminal has; letters stay as they are
    #[arg(long, help_heading = OUTPUT)]
    pub ascii: bool,
    /// No notes on standard error, only errors; what was asked for is printed all the same
    #[arg(short, long, conflicts_with = "verbose", help_heading = OUTPUT)]
    pub quiet: bool,
    /// Also say what was read, on standard error
    #[arg(short, long, help_heading = OUTPUT)]
    pub verbose: bool,
    /// Show no progress, however long it takes
    #[arg(long, help_heading = OUTPUT)]
    pub no_progress: bool,
    /// Threads to read with; without it one for each core
    #[arg(short = 'j', long, value_name = "N")]
    pub jobs: Option<usize>,
}

/// Where to write a comparison, and how it is set.
#[derive(Debug, Args)]
pub struct OutputArgs {
    /// Format of the output [default: by the ending of -o, or table]
    #[arg(short, long, value_enum, help_heading = OUTPUT)]
    pub format: Option<DiffFormat>,
    /// Write to a file, whole or not at all, instead of standard output; may be repeated. Of several files each has the
    /// format of its ending
    #[arg(short, long, value_name = "FILE", help_heading = OUTPUT)]
    pub output: Vec<PathBuf>,
    /// List figures with one reading, too
    #[arg(long, help_heading = OUTPUT)]
    pub all: bool,
    /// What comes first [default: severity]
    #[arg(long, value_enum, value_name = "ORDER", help_heading = OUTPUT)]
    pub sort: Option<SortChoice>,
    /// How a table is laid out [default: auto]
    #[arg(long, value_enum, value_name = "LAYOUT", help_heading = OUTPUT)]
    pub layout: Option<LayoutChoice>,
    /// What a row of csv and tsv is [default: findings]
    #[arg(long, value_enum, value_name = "WHAT", help_heading = OUTPUT)]
    pub rows: Option<RowsChoice>,
    /// How csv and tsv are dressed.
    #[command(flatten)]
    pub sheet: SheetArgs,
}

/// How csv and tsv are dressed for those who read them.
#[derive(Clone, Copy, Debug, Default, Args)]
pub struct SheetArgs {
    /// In csv and tsv, put a row of HXL hashtags under the names of the columns
    #[arg(long, help_heading = OUTPUT)]
    pub hxl: bool,
    /// Begin csv and tsv with a byte order mark, so that Excel reads their accents and quotation marks
    #[arg(long, help_heading = OUTPUT)]
    pub bom: bool,
}

/// Which figures are shown: those with a claim that meets every filter. One filter given twice is met by either.
#[derive(Clone, Debug, Default, Args)]
pub struct FilterArgs {
    /// Of this type, or of one of several: deaths,injured
    #[arg(long = "type", value_name = "TYPE", value_delimiter = ',', help_heading = FILTER)]
    pub types: Vec<String>,
    /// That counts these people: civilian, children, Israeli
    #[arg(long, value_name = "WORDS", help_heading = FILTER)]
    pub who: Vec<String>,
    /// In or of this place: Gaza
    #[arg(long, value_name = "PLACE", help_heading = FILTER)]
    pub place: Vec<String>,
    /// On this event: earthquake, 7 October
    #[arg(long, value_name = "EVENT", help_heading = FILTER)]
    pub event: Vec<String>,
    /// By this source, or in this outlet or article: ministry, Reuters
    #[arg(long, value_name = "SOURCE", help_heading = FILTER)]
    pub source: Vec<String>,
    /// That speaks of this day or a later one: 2024-09-01. What has no day is left out
    #[arg(long, value_name = "DATE", value_parser = day, help_heading = FILTER)]
    pub since: Option<Date>,
}

/// What was seen before, and what somebody has decided about.
#[derive(Clone, Debug, Default, Args)]
pub struct KnownArgs {
    /// File that --write-baseline wrote: what it has is shown, but does not make the exit code 1
    #[arg(long, value_name = "FILE", help_heading = KNOWN)]
    pub baseline: Option<PathBuf>,
    /// Write what is found now to a file, to be given to --baseline later
    #[arg(long, value_name = "FILE", help_heading = KNOWN)]
    pub write_baseline: Option<PathBuf>,
    /// Show only what the baseline does not have
    #[arg(long, help_heading = KNOWN)]
    pub new_only: bool,
    /// What somebody has decided about.
    #[command(flatten)]
    pub silence: SilenceArgs,
}

/// What somebody has decided not to show.
#[derive(Clone, Debug, Default, Args)]
pub struct SilenceArgs {
    /// File of figures that are not to be shown, each with a reason; `figcheck explain` prints the lines to put there
    /// [default: figcheck.suppress.yaml beside the settings, or here]
    #[arg(long, value_name = "FILE", help_heading = KNOWN)]
    pub suppressions: Option<PathBuf>,
    /// The day on which suppressions with an end are judged [default: today]
    #[arg(long, value_name = "DATE", value_parser = day, hide = true)]
    pub today: Option<Date>,
}

/// A day as people write it: 2024-09-07, 7 September 2024.
pub(super) fn day(words: &str) -> Result<Date, String> {
    parse_date(words).ok_or_else(|| "it is no date; write 2024-09-07".to_owned())
}
