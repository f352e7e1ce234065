//! Arguments of the verbs that keep a story: snapshot, review, pending, accept, reject, log.

use std::path::PathBuf;

use clap::{ArgGroup, Args};

use super::{DiffFormat, INPUT, InputArgs, OUTPUT, ScreenArgs};

/// Where snapshots are kept.
#[derive(Clone, Debug, Args)]
pub struct HomeArgs {
    /// Folder of the snapshots [default: snapshots/ beside the settings, or here]
    #[arg(long, value_name = "DIR", help_heading = INPUT)]
    pub snapshots: Option<PathBuf>,
    /// Read settings from this file, instead of the nearest figcheck.yaml above this folder
    #[arg(long, value_name = "FILE", env = "FIGCHECK_CONFIG", conflicts_with = "isolated", help_heading = INPUT)]
    pub config: Option<PathBuf>,
    /// Read no settings from any file
    #[arg(long, help_heading = INPUT)]
    pub isolated: bool,
}

/// `snapshot`
#[derive(Debug, Args)]
pub struct SnapshotArgs {
    /// Name of the story: ferry
    pub story: String,
    /// What to read.
    #[command(flatten)]
    pub input: InputArgs,
    /// Folder of the snapshots [default: snapshots/ beside the settings, or here]
    #[arg(long, value_name = "DIR", help_heading = INPUT)]
    pub snapshots: Option<PathBuf>,
    /// Take dates from the articles only as given
    #[arg(long)]
    pub no_infer_dates: bool,
    /// Propose again what was rejected before
    #[arg(long)]
    pub again: bool,
    /// How to print.
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// `review`
#[derive(Debug, Args)]
pub struct ReviewArgs {
    /// Name of the story
    pub story: String,
    /// Where it is kept.
    #[command(flatten)]
    pub home: HomeArgs,
    /// How to print.
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// `pending`
#[derive(Debug, Args)]
pub struct PendingArgs {
    /// Name of the story
    pub story: String,
    /// Format of the output
    #[arg(short, long, value_enum, default_value = "table", help_heading = OUTPUT)]
    pub format: DiffFormat,
    /// Where it is kept.
    #[command(flatten)]
    pub home: HomeArgs,
    /// How to print.
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// `accept` and `reject`
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("which").required(true))]
pub struct DecideArgs {
    /// Name of the story
    pub story: String,
    /// Id of a change or figure, or its beginning; may be repeated
    #[arg(long = "id", value_name = "ID", group = "which")]
    pub ids: Vec<String>,
    /// All that waits for a decision
    #[arg(long, group = "which")]
    pub all: bool,
    /// Why, for the log
    #[arg(
        long,
        value_name = "WORDS",
        default_value = "",
        hide_default_value = true
    )]
    pub note: String,
    /// Where it is kept.
    #[command(flatten)]
    pub home: HomeArgs,
    /// How to print.
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// `log`
#[derive(Debug, Args)]
pub struct LogArgs {
    /// Name of the story
    pub story: String,
    /// Format of the output: table, list, plain, markdown, html, csv, tsv, xlsx, json or jsonl
    #[arg(short, long, value_enum, default_value = "table", help_heading = OUTPUT)]
    pub format: DiffFormat,
    /// Where it is kept.
    #[command(flatten)]
    pub home: HomeArgs,
    /// How to print.
    #[command(flatten)]
    pub screen: ScreenArgs,
}
