//! Ctrl-C, a request to end, a terminal that goes away: the line is cleared, the terminal given back as it was, a file
//! that is being put in its place is finished, and the exit code is 130.

use std::io::{self, IsTerminal as _, Write as _};
use std::process;

use super::progress::CLEAR;
use super::terminal;
use crate::review::{disk, growing};

/// What a shell expects of a program that was interrupted.
const INTERRUPTED: i32 = 130;

/// Waits for any of these from now on. A second run in one process (a test) keeps the first one's ear.
pub(super) fn listen() {
    wait_for_signals();
}

fn end() {
    // Never given back: nothing may begin to be written after this.
    let _guard = disk::hold();
    growing::abandon();
    terminal::restore();
    let mut err = io::stderr();
    if err.is_terminal() {
        let _ = err.write_all(CLEAR);
    }
    process::exit(INTERRUPTED);
}

#[cfg(not(unix))]
fn wait_for_signals() {
    let _ = ctrlc::set_handler(end);
}

#[cfg(unix)]
fn wait_for_signals() {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use std::sync::Once;

    static FIRST: Once = Once::new();
    FIRST.call_once(|| {
        let all = [SIGINT, SIGTERM, SIGHUP];
        // Started with nohup, it is to stay when the terminal goes.
        let heard = if outlives_terminal() { &all[..2] } else { &all };
        let Ok(mut signals) = Signals::new(heard) else {
            return;
        };
        std::thread::spawn(move || {
            if signals.forever().next().is_some() {
                end();
            }
        });
    });
}

/// True when whoever started the program has it ignore that the terminal goes away, or when the system does not say so:
/// then its own way stands, which is safe, since no file is ever half written.
#[cfg(unix)]
#[expect(
    clippy::disallowed_methods,
    reason = "cli asks the system how it was started"
)]
fn outlives_terminal() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|it| it.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|it| u64::from_str_radix(it.trim(), 16).ok());
    // The first bit is that of the first signal, which is this one.
    ignored.is_none_or(|it| it & 1 == 1)
}
