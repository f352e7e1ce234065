//! Ctrl-C, a request to end, a terminal that goes away: the line is cleared, the terminal given back as it was, a file
//! that is being put in its place is finished, and the exit code is 130.

use std::io::{self, IsTerminal as _, Write as _};
use std::process;

use super::progress::CLEAR;
use super::terminal;
use crate::review::disk;

/// What a shell expects of a program that was interrupted.
const INTERRUPTED: i32 = 130;

/// Waits for any of these from now on. A second run in one process (a test) keeps the first one's ear.
pub(super) fn listen() {
    let _ = ctrlc::set_handler(|| {
        // Never given back: nothing may begin to be written after this.
        let _guard = disk::hold();
        terminal::restore();
        let mut err = io::stderr();
        if err.is_terminal() {
            let _ = err.write_all(CLEAR);
        }
        process::exit(INTERRUPTED);
    });
}
