//! `--version`, and with `-v` what is built in.

use std::fmt::{self, Write as _};

use super::args::DiffArgs;
use super::exit::Exit;
use super::streams::Streams;
use crate::report::json;
use crate::schema::BUILT_IN;

/// Prints the version. With `-v` also what decides how articles are read, so that two desks can tell whether they read
/// alike.
///
/// # Errors
/// Standard output does not take the text.
pub(super) fn run(args: &DiffArgs, streams: &mut Streams<'_>) -> Result<Exit, fmt::Error> {
    writeln!(streams, "figcheck {}", env!("CARGO_PKG_VERSION"))?;
    if args.screen.verbose {
        writeln!(
            streams,
            "offline: no network code is built in; nothing leaves this machine"
        )?;
        writeln!(streams, "output: version {}", json::SCHEMA_VERSION)?;
        for (what, folder) in [
            ("claim types", ""),
            ("word lists", "lexicon/"),
            ("event lists", "events/"),
        ] {
            let texts: Vec<&str> = BUILT_IN
                .files
                .iter()
                .filter(|(path, ..)| is_in(path, folder))
                .map(|(_, text, _)| *text)
                .collect();
            writeln!(streams, "{what}: {} files, {}", texts.len(), digest(&texts))?;
        }
    }
    Ok(Exit::Clean)
}

fn is_in(path: &str, folder: &str) -> bool {
    match folder {
        "" => !path.contains('/') && !path.starts_with('_'),
        folder => path.starts_with(folder),
    }
}

/// FNV-1a over all texts: changes with any word of them.
fn digest(texts: &[&str]) -> String {
    let bytes = texts.iter().flat_map(|text| text.bytes());
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}
