//! Arguments in, exit code out.

use std::io::{self, BufWriter};
use std::process::ExitCode;

fn main() -> ExitCode {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the arguments"
    )]
    let words = std::env::args_os();
    let mut out = BufWriter::new(io::stdout().lock());
    figcheck::cli::run(words, &mut out, &mut io::stderr().lock()).into()
}
