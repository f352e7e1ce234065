//! What was typed. Nothing past `settings` sees a raw flag.

mod choice;
mod generate;
mod later;
mod legend;
mod look;
mod near;
mod schema;
mod shared;
mod sheet;
mod story;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

pub use choice::{
    CheckFailOn, Color, DiffFormat, Explained, FailOn, LayoutChoice, ListFormat, RowsChoice,
    SchemaOf, SeverityChoice, SortChoice, Stage,
};

pub use clap_complete::Shell;
pub use generate::Generated;
pub use later::Later;
pub use look::{ExplainArgs, InspectArgs};
pub use near::{near_verb, nearest};
pub use schema::{LexiconArgs, SchemaVerb};
pub use sheet::{CheckArgs, SheetAddArgs, SheetInitArgs, SheetLintArgs, SheetVerb};
pub use story::{DecideArgs, HomeArgs, LogArgs, PendingArgs, ReviewArgs, SnapshotArgs};

pub use shared::{
    FilterArgs, InputArgs, KnownArgs, OutputArgs, SchemaArgs, ScreenArgs, SheetArgs, SilenceArgs,
};

const INPUT: &str = "Input";
const OUTPUT: &str = "Output";
const FILTER: &str = "Filters: whole figures with such a claim; in extract, such claims. One given twice is met by either";
const KNOWN: &str = "What is known already";

/// The command line.
#[derive(Debug, Parser)]
#[command(
    name = "figcheck",
    disable_version_flag = true,
    about = "Do the figures tally? Compares the numbers that news articles give for the same thing",
    long_about = "Do the figures tally? figcheck reads several articles about the same events, pulls out every checkable \
figure (deaths, injured, hostages, displaced, ceasefire days …), groups the claims that answer the same question, and \
shows where the articles disagree, and why. It works offline and sends nothing anywhere.",
    after_help = legend::PROGRAM, after_long_help = legend::program(),
    args_conflicts_with_subcommands = true,
    arg_required_else_help = true
)]
pub struct CommandLine {
    /// Print the version; with -v also what is built in
    #[arg(short = 'V', long)]
    pub version: bool,
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
    #[command(after_help = legend::DIFF, after_long_help = legend::diff())]
    Diff(Later<DiffArgs>),
    /// Print every claim found, one JSON object a line
    #[command(after_help = "Examples:
  figcheck extract story/ | jq .value.text
  cat a.txt | figcheck extract - --stdin-name a.txt -f table")]
    Extract(Later<ExtractArgs>),
    /// Say how a claim, figure or line was read
    #[command(after_help = "Examples:
  figcheck explain deaths-3ba18252 story/
                                      a figure, by the id that stands beside it in the table
  figcheck explain a.txt:9            what became of every number on a line, also where none was taken
  figcheck explain courier:title story/
  figcheck explain 003#k3f9 --with 004#a41c story/
                                      two claims, by the ids that extract prints")]
    Explain(Later<ExplainArgs>),
    /// Show what one stage saw: sentences, numbers, claims or figures
    #[command(after_help = "Examples:
  figcheck inspect numbers a.txt
  figcheck inspect figures story/ -f jsonl")]
    Inspect(Later<InspectArgs>),
    /// Record the figures of a story; later, what changed since
    #[command(after_help = "Examples:
  figcheck snapshot ferry story/      the first time: writes snapshots/ferry.snap
  figcheck snapshot ferry story/      later: writes snapshots/ferry.snap.new when something changed")]
    Snapshot(Later<SnapshotArgs>),
    /// Walk through what changed in a story, and decide
    #[command(after_help = "Examples:
  figcheck review ferry               at a terminal: one key a decision
  figcheck review ferry | cat         without one: the commands to type")]
    Review(Later<ReviewArgs>),
    /// List what changed in a story and waits for a decision
    #[command(after_help = "Examples:
  figcheck pending ferry
  figcheck pending ferry -f json")]
    Pending(Later<PendingArgs>),
    /// Take changes of a story into its snapshot
    #[command(after_help = "Examples:
  figcheck accept ferry --id 7c1e --note \"new count by the coast guard\"
  figcheck accept ferry --all")]
    Accept(Later<DecideArgs>),
    /// Turn changes of a story down: they are not proposed again
    #[command(after_help = "Examples:
  figcheck reject ferry --id 7c1e --note \"a misprint, they say\"")]
    Reject(Later<DecideArgs>),
    /// Print what was decided about a story, when and by whom
    #[command(after_help = "Examples:
  figcheck log ferry
  figcheck log ferry -f markdown      for a page of corrections")]
    Log(Later<LogArgs>),
    /// Check drafts against the figures that the desk agreed on, or against what they sum up
    #[command(after_help = legend::CHECK, after_long_help = legend::check())]
    Check(Later<CheckArgs>),
    /// Keep a sheet of the figures that the desk agreed on
    #[command(
        subcommand,
        after_help = "Examples:
  figcheck sheet init figures.yaml story/
  figcheck sheet add figures.yaml story/ --figure deaths-0f3a --from coast
  figcheck sheet lint figures.yaml"
    )]
    Sheet(SheetVerb),
    /// List, show, check or start the files that say what is counted
    #[command(
        subcommand,
        after_help = "Examples:
  figcheck schema list
  figcheck schema new rescued
  figcheck schema check schemas/rescued.yaml"
    )]
    Schema(SchemaVerb),
    /// Say what a hedge or a vague word does to a number
    #[command(after_help = "Examples:
  figcheck lexicon                    every word, by what it does
  figcheck lexicon nearly")]
    Lexicon(Later<LexiconArgs>),
    /// Print the settings as they hold, and where each comes from
    #[command(after_help = "Examples:
  figcheck config story/ --show-origin
  figcheck config > figcheck.yaml     a settings file to begin with")]
    Config(Later<ConfigArgs>),
    /// Print completions for a shell, or the manual page
    #[command(
        subcommand,
        after_help = "Examples:
  figcheck generate completions bash > ~/.local/share/bash-completion/completions/figcheck
  figcheck generate man > figcheck.1"
    )]
    Generate(Generated),
}

/// `config`
#[derive(Debug, Args)]
pub struct ConfigArgs {
    /// Say beside each setting where it comes from
    #[arg(long)]
    pub show_origin: bool,
    /// The articles, and what would be typed.
    #[command(flatten)]
    pub diff: DiffArgs,
}

/// `diff`
#[derive(Debug, Args)]
pub struct DiffArgs {
    /// What to read.
    #[command(flatten)]
    pub input: InputArgs,
    /// Where to write, and how.
    #[command(flatten)]
    pub output: OutputArgs,
    /// Which figures to show.
    #[command(flatten)]
    pub filter: FilterArgs,
    /// Only figures of this severity or above
    #[arg(long, value_enum, value_name = "LEVEL", help_heading = FILTER)]
    pub min_severity: Option<SeverityChoice>,
    /// What not to show again.
    #[command(flatten)]
    pub known: KnownArgs,
    /// Take dates from the articles only as given, not as reckoned from the text ("ten months into the war")
    #[arg(long)]
    pub no_infer_dates: bool,
    /// Show only what changed since the snapshot of a story
    #[arg(long, value_name = "STORY", help_heading = KNOWN)]
    pub against_snapshot: Option<String>,
    /// Folder of the snapshots [default: snapshots/ beside the settings, or here]
    #[arg(long, value_name = "DIR", help_heading = KNOWN)]
    pub snapshots: Option<PathBuf>,
    /// Run again whenever an article changes, until Ctrl-C
    #[arg(long)]
    pub watch: bool,
    /// The mildest finding that makes the exit code 1 [default: disagree]
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub fail_on: Option<FailOn>,
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
    /// Format of the output; jsonl comes by file and line, the others by id [default: by the ending of -o, or jsonl]
    #[arg(short, long, value_enum, help_heading = OUTPUT)]
    pub format: Option<ListFormat>,
    /// Write to a file, whole or not at all, instead of standard output
    #[arg(short, long, value_name = "FILE", help_heading = OUTPUT)]
    pub output: Vec<PathBuf>,
    /// How csv and tsv are dressed.
    #[command(flatten)]
    pub sheet: SheetArgs,
    /// Which claims to print.
    #[command(flatten)]
    pub filter: FilterArgs,
    /// How to print.
    #[command(flatten)]
    pub screen: ScreenArgs,
}
