//! What was typed. Nothing past `settings` sees a raw flag.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::calendar::Date;

/// The command line.
#[derive(Debug, Parser)]
#[command(
    name = "figcheck",
    version,
    about = "Do the figures tally? Compares the numbers that news articles give for the same thing",
    long_about = "Do the figures tally? figcheck reads several articles about the same events, pulls out every checkable \
figure (deaths, injured, hostages, displaced, ceasefire days …), groups the claims that answer the same question, and \
shows where the articles disagree, and why. It works offline and sends nothing anywhere.",
    after_help = "Examples:
  figcheck story/                     compare the articles of a folder
  figcheck a.txt b.txt -f json        the same for two files, for a program
  figcheck extract a.txt              every claim, one JSON object a line
  figcheck explain a.txt:9            what was made of the numbers on line 9
  figcheck schema list                what is counted

Exit codes: 0 no findings, 1 findings at or above --fail-on, 2 something could not be read.",
    args_conflicts_with_subcommands = true,
    arg_required_else_help = true,
    disable_help_subcommand = true
)]
pub struct CommandLine {
    /// The verb; without one, `diff`.
    #[command(subcommand)]
    pub verb: Option<Verb>,
    /// The arguments of `diff`.
    #[command(flatten)]
    pub diff: DiffArgs,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Compare articles: which figures disagree, and why (the default)
    #[command(after_help = "Examples:
  figcheck diff story/
  figcheck diff story/ --all --fail-on warning
  figcheck diff 'story/*.md' --as-of 2024-09-07 -f json")]
    Diff(DiffArgs),
    /// Print every claim found, one JSON object a line
    #[command(after_help = "Examples:
  figcheck extract story/ | jq .value.text
  cat a.txt | figcheck extract - --stdin-name a.txt -f table")]
    Extract(ExtractArgs),
    /// Say how a claim, figure or line was read
    #[command(after_help = "Examples:
  figcheck explain a.txt:9
  figcheck explain a.txt:9:32 story/
  figcheck explain 003#k3f9 story/")]
    Explain(ExplainArgs),
    /// Show what one stage saw: sentences, numbers, claims or figures
    #[command(after_help = "Examples:
  figcheck inspect numbers a.txt
  figcheck inspect figures story/ -f jsonl")]
    Inspect(InspectArgs),
    /// List, show, check or start the files that say what is counted
    #[command(subcommand)]
    Schema(SchemaVerb),
}

/// `diff`
#[derive(Debug, Args)]
pub struct DiffArgs {
    /// What to read.
    #[command(flatten)]
    pub input: InputArgs,
    /// Format of the output
    #[arg(short, long, value_enum, default_value = "table", help_heading = OUTPUT)]
    pub format: DiffFormat,
    /// List figures with one reading, too
    #[arg(long, help_heading = OUTPUT)]
    pub all: bool,
    /// Take dates from the articles only as given, not as reckoned from the text ("ten months into the war")
    #[arg(long)]
    pub no_infer_dates: bool,
    /// The least that makes the exit code 1
    #[arg(long, value_enum, default_value = "disagree", value_name = "LEVEL")]
    pub fail_on: FailOn,
    /// Exit with 0 instead of 1
    #[arg(long)]
    pub exit_zero: bool,
    /// How to print.
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// `extract`
#[derive(Debug, Args)]
pub struct ExtractArgs {
    /// What to read.
    #[command(flatten)]
    pub input: InputArgs,
    /// Format of the output
    #[arg(short, long, value_enum, default_value = "jsonl", help_heading = OUTPUT)]
    pub format: ListFormat,
    /// How to print.
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// `explain`
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// Id of a claim or figure, or a place as `FILE:LINE` or `FILE:LINE:COLUMN`
    #[arg(value_name = "ID|FILE:LINE")]
    pub subject: String,
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
    pub format: ListFormat,
    /// Take dates from the articles only as given
    #[arg(long)]
    pub no_infer_dates: bool,
    /// How to print.
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// `schema …`
#[derive(Debug, Subcommand)]
pub enum SchemaVerb {
    /// List the claim types
    List(SchemaArgs),
    /// Print the file of a claim type, word list or event list: `deaths`, `lexicon/hedges`
    Show {
        /// Name of the file, without its ending
        name: String,
        /// Where to look.
        #[command(flatten)]
        schema: SchemaArgs,
    },
    /// Check files and run the sentences under their `tests`
    Check {
        /// Files to check
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// What they stand on.
        #[command(flatten)]
        schema: SchemaArgs,
    },
    /// Print the JSON Schema of claim-type files, for completion in editors
    Export,
    /// Start a claim type: writes schemas/NAME.yaml and tests/corpus/NAME.yaml, and beside the first the JSON Schema that
    /// editors complete it by
    New {
        /// Name of the claim type: small letters, digits and `_`
        name: String,
    },
}

/// Which schemas hold.
#[derive(Clone, Debug, Default, Args)]
pub struct SchemaArgs {
    /// Folder of your own claim types (and lexicon/, events/), over the built-in ones; may be repeated
    #[arg(long, value_name = "DIR", help_heading = INPUT)]
    pub schemas: Vec<PathBuf>,
}

const INPUT: &str = "Input";
const OUTPUT: &str = "Output";

/// What to read.
#[derive(Debug, Args)]
pub struct InputArgs {
    /// Files, folders, globs, or - for standard input
    #[arg(value_name = "PATH")]
    pub paths: Vec<String>,
    /// Name of standard input; its ending says how to read it
    #[arg(long, value_name = "NAME", help_heading = INPUT)]
    pub stdin_name: Option<String>,
    /// Read paths from a file, one a line; - for standard input
    #[arg(long, value_name = "FILE", help_heading = INPUT)]
    pub files_from: Option<String>,
    /// A YAML list of files with their dates and sources
    #[arg(long, value_name = "FILE", help_heading = INPUT)]
    pub manifest: Option<PathBuf>,
    /// Date of articles that carry none: 2024-09-07
    #[arg(long, value_name = "DATE", help_heading = INPUT)]
    pub as_of: Option<Date>,
    /// Which schemas hold.
    #[command(flatten)]
    pub schema: SchemaArgs,
}

/// How to print, and how fast.
#[derive(Debug, Args)]
pub struct ScreenArgs {
    /// When to use colour
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN", help_heading = OUTPUT)]
    pub color: Color,
    /// Columns to print in; without it those of the terminal, or 100
    #[arg(long, value_name = "N", help_heading = OUTPUT)]
    pub width: Option<u16>,
    /// Say errors only
    #[arg(short, long, conflicts_with = "verbose", help_heading = OUTPUT)]
    pub quiet: bool,
    /// Say what was read
    #[arg(short, long, help_heading = OUTPUT)]
    pub verbose: bool,
    /// Threads to read with; without it one for each core
    #[arg(short = 'j', long, value_name = "N")]
    pub jobs: Option<usize>,
}

/// Formats of `diff`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// For people
    Table,
    /// For programs: everything, in one object
    Json,
}

/// Formats of lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// For people
    Table,
    /// For programs: one object a line
    Jsonl,
}

/// What makes the exit code 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Nothing
    Never,
    /// A disagreement of half or more
    Major,
    /// A disagreement of a tenth or more
    Moderate,
    /// Any disagreement
    Disagree,
    /// Also figures that were revised or are unclear
    Warning,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// What `inspect` shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Stage {
    /// Sentences with their zones
    Sentences,
    /// Every numeral, and why it is no figure when it is none
    Numbers,
    /// Claims with their scope
    Claims,
    /// Figures with their verdicts
    Figures,
}
