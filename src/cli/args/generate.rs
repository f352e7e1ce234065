//! Arguments of `generate`.

use super::Shell;
use clap::Subcommand;

/// `generate …`
#[derive(Debug, Subcommand)]
pub enum Generated {
    /// Completions, for the shell to load
    #[command(after_help = "Examples:
  figcheck generate completions bash > ~/.local/share/bash-completion/completions/figcheck
  figcheck generate completions fish > ~/.config/fish/completions/figcheck.fish")]
    Completions {
        /// The shell
        #[arg(value_enum)]
        shell: Shell,
    },
    /// The manual page, for man
    #[command(after_help = "Examples:
  figcheck generate man > figcheck.1
  figcheck generate man diff > figcheck-diff.1")]
    Man {
        /// The page of one command: diff
        verb: Option<String>,
    },
}
