//! Words of which an argument takes one. Settings files know them by the same names.

use clap::ValueEnum;
use serde::{Deserialize, Serialize};

/// Formats of `diff`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DiffFormat {
    /// For people
    Table,
    /// For screen readers: one sentence a line
    Plain,
    /// For narrow screens: one thing under the other
    List,
    /// For programs: everything, in one object
    Json,
    /// For programs: one figure a line
    Jsonl,
    /// For spreadsheets; see --rows
    Csv,
    /// The same with tabs
    Tsv,
    /// For a chat, a wiki or a pull request
    Markdown,
    /// One page for a browser, with every sentence
    Html,
    /// A workbook of findings and claims; a terminal does not take it, so name a file with -o
    Xlsx,
    /// For code scanning: SARIF 2.1.0
    Sarif,
    /// Annotations of a workflow on GitHub
    Github,
}

/// Formats of lists of claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ListFormat {
    /// For people
    Table,
    /// For programs: one object a line
    Jsonl,
    /// For spreadsheets
    Csv,
    /// The same with tabs
    Tsv,
    /// A workbook; a terminal does not take it, so name a file with -o
    Xlsx,
}

/// Formats of what a stage saw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Explained {
    /// For people
    Table,
    /// For programs: one object a line
    Jsonl,
}

/// How a table is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LayoutChoice {
    /// By the width: a list where columns would break a number, a matrix from 120 columns where it would be half full
    #[default]
    Auto,
    /// A block a figure, a line a reading; a list where that would break a number
    Stacked,
    /// A line a figure, a column an article
    Matrix,
    /// One thing under the other
    List,
}

/// What comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SortChoice {
    /// The worst verdict
    #[default]
    Severity,
    /// The figure, by its label
    Figure,
    /// The article, then the line
    File,
}

/// What a row is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowsChoice {
    /// A figure with its verdict
    #[default]
    Findings,
    /// A claim with its figure
    Claims,
}

/// The least severity that is shown. Severities are called alike wherever one is asked for; those who think in grades of
/// disagreement may name these instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SeverityChoice {
    /// Also updated, compatible and parts of a whole
    Info,
    /// Also minor disagreements, revised and unclear (`minor`, `unclear` and `disagree` are the same)
    #[value(aliases = ["minor", "unclear", "disagree"])]
    #[serde(alias = "minor", alias = "unclear", alias = "disagree")]
    Warning,
    /// Disagreements of a tenth or more, and checks that fail (`moderate` is the same)
    #[value(alias = "moderate")]
    #[serde(alias = "moderate")]
    Error,
}

/// What makes the exit code of `check` 1: the words are those of `--fail-on` and `--min-severity` elsewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum CheckFailOn {
    /// No remark: the exit code is never 1
    Never,
    /// A number that is wrong: mismatch, stale, inconsistent, changed
    #[value(aliases = ["major", "moderate"])]
    Error,
    /// The same, or what somebody has to look at: disputed, unsure, unsupported, wording, attribution-missing, expired
    #[default]
    #[value(aliases = ["minor", "disagree", "unclear"])]
    Warning,
    /// The same, or a figure that the sheet does not have
    Info,
}

/// What makes the exit code 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FailOn {
    /// No finding: the exit code is never 1
    Never,
    /// A disagreement by half or more
    Major,
    /// The same, or one by a tenth or more, or a check that fails (`error` is the same)
    #[value(alias = "error")]
    #[serde(alias = "error")]
    Moderate,
    /// Any disagreement, also a minor one (`minor` is the same)
    #[default]
    #[value(alias = "minor")]
    #[serde(alias = "minor")]
    Disagree,
    /// The same, or a figure that is unclear
    Unclear,
    /// The same, or one that was revised
    Warning,
    /// The same, or one that was updated, is compatible as worded, or a part of another
    Info,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Color {
    /// On a terminal
    #[default]
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

/// What a JSON Schema is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// schemas/NAME.yaml
    ClaimType,
    /// diff -f json; with Claim, a line of extract, and Figure, a line of diff -f jsonl
    Output,
    /// check -f json, and diff --against-snapshot; with Notice, a line of -f jsonl
    Remarks,
}
