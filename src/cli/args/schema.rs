//! Arguments of the verbs that show and start the files that say what is counted: schema, lexicon.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{SchemaArgs, SchemaOf};

/// `schema …`
#[derive(Debug, Subcommand)]
pub enum SchemaVerb {
    /// List the claim types
    #[command(after_help = "Examples:
  figcheck schema list
  figcheck schema list --schemas desk/schemas")]
    List(SchemaArgs),
    /// Print the file of a claim type, word list or event list: `deaths`, `lexicon/hedges`
    #[command(after_help = "Examples:
  figcheck schema show deaths         what is counted as dead, by which words
  figcheck schema show lexicon/hedges")]
    Show {
        /// Name of the file, without its ending
        name: String,
        /// Where to look.
        #[command(flatten)]
        schema: SchemaArgs,
    },
    /// Check files and run the sentences under their `tests`
    #[command(after_help = "Examples:
  figcheck schema check schemas/rescued.yaml")]
    Check {
        /// Files to check
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// What they stand on.
        #[command(flatten)]
        schema: SchemaArgs,
    },
    /// Print a JSON Schema: of claim-type files, for completion in editors, or of our output
    #[command(after_help = "Examples:
  figcheck schema export > claim-type.schema.json
  figcheck schema export output       of diff -f json, extract and diff -f jsonl")]
    Export {
        /// Of what
        #[arg(value_enum, default_value = "claim-type")]
        of: SchemaOf,
    },
    /// Start a claim type: writes NAME.yaml into the folder that `schemas` in figcheck.yaml names, or else into schemas/,
    /// beside it the JSON Schema that editors complete it by, and tests/corpus/NAME.yaml
    #[command(after_help = "Examples:
  figcheck schema new rescued")]
    New {
        /// Name of the claim type: small letters, digits and `_`
        name: String,
    },
}

/// `lexicon`
#[derive(Debug, Args)]
pub struct LexiconArgs {
    /// A word or phrase: nearly, at least, dozens
    pub words: Vec<String>,
    /// Where to look.
    #[command(flatten)]
    pub schema: SchemaArgs,
}
