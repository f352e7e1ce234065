//! How far a long run is, on a terminal's standard error: after half a second, ten times a second at most, gone at the
//! end.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// The time between two pictures.
const TICK: Duration = Duration::from_millis(100);
/// Pictures that are not drawn at first: what is over sooner needs no progress.
const QUIET: usize = 5;
/// Columns of the bar.
const BAR: usize = 20;
/// Clears the line, so that nothing of it stays behind.
pub(super) const CLEAR: &[u8] = b"\r\x1b[K";

/// A line that is drawn anew until it is dropped.
#[derive(Debug)]
pub(super) struct Progress {
    n_done: Arc<AtomicUsize>,
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Progress {
    /// Begins to count to `n_all`; draws nothing unless `shown`, and standard error is a terminal.
    pub(super) fn start(n_all: usize, shown: bool) -> Self {
        let n_done = Arc::new(AtomicUsize::new(0));
        let mut progress = Self {
            n_done: Arc::clone(&n_done),
            stop: None,
            thread: None,
        };
        if shown && io::stderr().is_terminal() {
            let (stop, stopped) = mpsc::channel();
            progress.stop = Some(stop);
            progress.thread = Some(thread::spawn(move || {
                let mut n_ticks = 0;
                while stopped.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
                    n_ticks += 1;
                    if n_ticks >= QUIET {
                        draw(&picture(n_done.load(Ordering::Relaxed), n_all, n_ticks));
                    }
                }
                if n_ticks >= QUIET {
                    let _ = io::stderr().write_all(CLEAR);
                }
            }));
        }
        progress
    }

    /// One more is done.
    pub(super) fn step(&self) {
        self.n_done.fetch_add(1, Ordering::Relaxed);
    }

    /// Makes room for something that is said meanwhile; the line is drawn again below it.
    pub(super) fn give_way(&self) {
        if self.thread.is_some() {
            // As when drawing: whoever closed standard error does not want to know.
            let _ = io::stderr().write_all(CLEAR);
        }
    }

    /// Takes the line away, so that something can be said.
    pub(super) fn finish(&mut self) {
        self.stop = None;
        if let Some(thread) = self.thread.take() {
            // A thread that drew nothing more is no reason to fail.
            let _ = thread.join();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.finish();
    }
}

fn draw(line: &str) {
    // Whoever closed standard error does not want to know.
    let _ = io::stderr().write_all(format!("\r\x1b[K{line}").as_bytes());
}

/// "reading  [#########-----------]  4,512 of 10,000 articles  1,893/s  3 s left"
fn picture(n_done: usize, n_all: usize, n_ticks: usize) -> String {
    let n_full = (n_done.min(n_all) * BAR).checked_div(n_all).unwrap_or(BAR);
    let bar = format!("{}{}", "#".repeat(n_full), "-".repeat(BAR - n_full));
    let per_second = n_done * 10 / n_ticks.max(1);
    let left = (n_all.saturating_sub(n_done)).checked_div(per_second);
    let left = match left {
        Some(seconds) if n_done < n_all => format!("  {seconds} s left"),
        _ if n_done >= n_all => "  comparing".to_owned(),
        _ => String::new(),
    };
    format!("reading  [{bar}]  {n_done} of {n_all} articles  {per_second}/s{left}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_says_how_far_and_how_long() {
        assert_eq!(
            picture(500, 1000, 10),
            "reading  [##########----------]  500 of 1000 articles  500/s  1 s left"
        );
        assert_eq!(
            picture(10, 10, 10),
            "reading  [####################]  10 of 10 articles  10/s  comparing"
        );
        assert_eq!(
            picture(0, 0, 5),
            "reading  [####################]  0 of 0 articles  0/s  comparing"
        );
    }
}
