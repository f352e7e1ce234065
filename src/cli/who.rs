//! Who decides: the name that git signs with, or the user's.
#![expect(
    clippy::disallowed_methods,
    reason = "cli is the one that reads the environment"
)]

use std::env;
use std::process::{Command, Stdio};

use super::clock::Now;
use crate::report;
use crate::review::Stamp;

/// Who decides, and when.
///
/// # Errors
/// The clock is set to no time.
pub(super) fn stamp() -> Result<Stamp, String> {
    Ok(Stamp {
        when: Now::read()?.text,
        who: name(),
    })
}

fn name() -> String {
    let by_variable = |name: &str| env::var(name).ok();
    let names = [by_git(), by_variable("USER"), by_variable("USERNAME")];
    let mut names = names.into_iter().flatten().map(|it| report::clean(&it));
    names
        .find(|it| !it.is_empty())
        .unwrap_or_else(|| "unknown".to_owned())
}

fn by_git() -> Option<String> {
    let told = Command::new("git")
        .args(["config", "user.name"])
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    String::from_utf8(told.stdout).ok()
}
