//! Arguments in, exit code out.

use std::io::{self, BufWriter};
use std::process::ExitCode;

/// Start-up makes some hundred thousand small strings of the schemas: a quarter of it was the system allocator's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the arguments"
    )]
    let words = std::env::args_os();
    let mut out = BufWriter::new(io::stdout().lock());
    // Standard error is not locked: progress is drawn on it by a thread of its own.
    figcheck::cli::run(words, &mut out, &mut io::stderr()).into()
}
