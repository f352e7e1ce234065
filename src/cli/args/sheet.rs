//! Arguments of `sheet` and `check`.

use std::path::PathBuf;

use clap::{ArgGroup, Args, Subcommand};

use super::shared::day;
use super::{CheckFailOn, DiffFormat, INPUT, InputArgs, Later, OUTPUT, SchemaArgs, ScreenArgs};
use crate::calendar::Date;

/// `sheet …`
#[derive(Debug, Subcommand)]
pub enum SheetVerb {
    /// Write a sheet of the figures that articles agree on
    #[command(after_help = "Examples:
  figcheck sheet init figures.yaml story/")]
    Init(Later<SheetInitArgs>),
    /// Add a figure to a sheet, or give one there its new number
    #[command(after_help = "Examples:
  figcheck sheet add figures.yaml story/ --figure deaths-0f3a --from coast")]
    Add(Later<SheetAddArgs>),
    /// Say what is wrong with sheets
    #[command(after_help = "Examples:
  figcheck sheet lint figures.yaml")]
    Lint(Later<SheetLintArgs>),
}

/// `sheet init`
#[derive(Debug, Args)]
pub struct SheetInitArgs {
    /// The sheet to write; it must not be there yet
    pub sheet: PathBuf,
    /// What to read.
    #[command(flatten)]
    pub input: InputArgs,
    /// Take dates from the articles only as given
    #[arg(long)]
    pub no_infer_dates: bool,
    /// How to print.
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// `sheet add`
#[derive(Debug, Args)]
pub struct SheetAddArgs {
    /// The sheet to add to
    pub sheet: PathBuf,
    /// What to read.
    #[command(flatten)]
    pub input: InputArgs,
    /// The figure, by its id or the beginning of it
    #[arg(long, value_name = "ID", required = true)]
    pub figure: String,
    /// Whose number to take, where the articles differ: the article's id
    #[arg(long, value_name = "ARTICLE")]
    pub from: Option<String>,
    /// Take dates from the articles only as given
    #[arg(long)]
    pub no_infer_dates: bool,
    /// How to print.
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// `sheet lint`
#[derive(Debug, Args)]
pub struct SheetLintArgs {
    /// Sheets to look through
    #[arg(required = true)]
    pub sheets: Vec<PathBuf>,
    /// What they stand on.
    #[command(flatten)]
    pub schema: SchemaArgs,
    /// The day on which entries with an end are judged [default: today]
    #[arg(long, value_name = "DATE", value_parser = day, hide = true)]
    pub today: Option<Date>,
}

/// `check`
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one switch of its own"
)]
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("beside").required(true))]
pub struct CheckArgs {
    /// What to read: the drafts.
    #[command(flatten)]
    pub input: InputArgs,
    /// The figures that the desk agreed on
    #[arg(long, value_name = "FILE", group = "beside", help_heading = INPUT)]
    pub sheet: Option<PathBuf>,
    /// The articles that the draft sums up: files or folders; may be repeated
    #[arg(long, value_name = "PATH", num_args = 1.., group = "beside", help_heading = INPUT)]
    pub against: Vec<String>,
    /// Write what is suggested into the drafts; each stays beside it as FILE.bak
    #[arg(long)]
    pub write: bool,
    /// The mildest remark that makes the exit code 1 [default: warning]
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub fail_on: Option<CheckFailOn>,
    /// Exit with 0 instead of 1
    #[arg(long)]
    pub exit_zero: bool,
    /// Show what is as it should be, too
    #[arg(long, help_heading = OUTPUT)]
    pub all: bool,
    /// Format of the output
    #[arg(short, long, value_enum, default_value = "table", help_heading = OUTPUT)]
    pub format: DiffFormat,
    /// Write to a file, whole or not at all, instead of standard output
    #[arg(short, long, value_name = "FILE", help_heading = OUTPUT)]
    pub output: Option<PathBuf>,
    /// Take dates from the articles only as given
    #[arg(long)]
    pub no_infer_dates: bool,
    /// The day on which entries with an end are judged [default: today]
    #[arg(long, value_name = "DATE", value_parser = day, hide = true)]
    pub today: Option<Date>,
    /// How to print.
    #[command(flatten)]
    pub screen: ScreenArgs,
}
