//! Arguments of the verbs that say how something was read: explain, inspect.

use clap::Args;

use super::{Explained, InputArgs, OUTPUT, ScreenArgs, SilenceArgs, Stage};

/// `explain`
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// Id of a figure, a claim or a check that fails, or a place as reports print it: `FILE:LINE`, `FILE:LINE:COLUMN`, `FILE:title`
    #[arg(value_name = "ID|FILE:LINE")]
    pub subject: String,
    /// A second claim, by its id or its place: what was made of the two together
    #[arg(long, value_name = "ID")]
    pub with: Option<String>,
    /// What to read.
    #[command(flatten)]
    pub input: InputArgs,
    /// Take dates from the articles only as given
    #[arg(long)]
    pub no_infer_dates: bool,
    /// What is silenced, and is said to be.
    #[command(flatten)]
    pub silence: SilenceArgs,
    /// How to print.
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// `inspect`
#[derive(Debug, Args)]
pub struct InspectArgs {
    /// The stage to look into
    #[arg(value_enum)]
    pub stage: Stage,
    /// What to read.
    #[command(flatten)]
    pub input: InputArgs,
    /// Format of the output
    #[arg(short, long, value_enum, default_value = "table", help_heading = OUTPUT)]
    pub format: Explained,
    /// Take dates from the articles only as given
    #[arg(long)]
    pub no_infer_dates: bool,
    /// How to print.
    #[command(flatten)]
    pub screen: ScreenArgs,
}
