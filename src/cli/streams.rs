//! Where words go: the format to standard output, everything else to standard error.

use std::fmt;
use std::io::{self, ErrorKind};

/// The two streams of a run, and how much is said on the second.
pub(super) struct Streams<'a> {
    out: &'a mut dyn io::Write,
    err: &'a mut dyn io::Write,
    /// What the first failed write said; nothing is written after it.
    fault: Option<io::Error>,
    /// How much is said on standard error.
    pub(super) talk: Talk,
}

/// How much is said on standard error.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Talk {
    /// Errors only.
    Quiet,
    /// Errors and notes.
    #[default]
    Normal,
    /// What was read, too.
    Verbose,
}

impl fmt::Debug for Streams<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Streams")
            .field("fault", &self.fault)
            .field("talk", &self.talk)
            .finish_non_exhaustive()
    }
}

impl<'a> Streams<'a> {
    /// Two streams, at the usual talk.
    pub(super) fn new(out: &'a mut dyn io::Write, err: &'a mut dyn io::Write) -> Self {
        Self {
            out,
            err,
            fault: None,
            talk: Talk::Normal,
        }
    }

    /// Something went wrong: `figcheck: error: MESSAGE`.
    pub(super) fn error(&mut self, message: impl fmt::Display) {
        self.say("error", &message);
    }

    /// Something the user should know: `figcheck: note: MESSAGE`, unless quiet.
    pub(super) fn note(&mut self, message: impl fmt::Display) {
        if self.talk > Talk::Quiet {
            self.say("note", &message);
        }
    }

    /// Something for whoever asks for more, with `-v`.
    pub(super) fn detail(&mut self, message: impl fmt::Display) {
        if self.talk == Talk::Verbose {
            self.say("note", &message);
        }
    }

    /// Words as they are, on standard error.
    pub(super) fn aside(&mut self, text: &str) {
        // Whoever closed standard error does not want to know.
        let _ = self.err.write_all(text.as_bytes());
    }

    /// Bytes that are no text, to standard output.
    ///
    /// # Errors
    /// Standard output does not take them; what it said is told by [`finish`](Self::finish).
    pub(super) fn bytes(&mut self, bytes: &[u8]) -> fmt::Result {
        if self.fault.is_some() {
            return Err(fmt::Error);
        }
        self.out.write_all(bytes).map_err(|fault| {
            self.fault = Some(fault);
            fmt::Error
        })
    }

    /// Text to standard output at once, for somebody who waits for it.
    ///
    /// # Errors
    /// Standard output does not take it.
    pub(super) fn show(&mut self, text: &str) -> fmt::Result {
        self.bytes(text.as_bytes())?;
        self.out.flush().map_err(|fault| {
            self.fault = Some(fault);
            fmt::Error
        })
    }

    fn say(&mut self, kind: &str, message: &dyn fmt::Display) {
        let line = format!("figcheck: {kind}: {message}\n");
        self.aside(&line);
    }

    /// Writes out what is buffered, and says how writing went: a closed pipe is no fault of anybody's.
    ///
    /// # Errors
    /// The disk is full, and the like.
    pub(super) fn finish(&mut self) -> io::Result<Written> {
        let fault = self.fault.take().or_else(|| self.out.flush().err());
        match fault {
            None => Ok(Written::All),
            Some(fault) if fault.kind() == ErrorKind::BrokenPipe => Ok(Written::PipeClosed),
            Some(fault) => Err(fault),
        }
    }
}

/// How writing went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// Everything.
    All,
    /// The reader went away, as `head` does.
    PipeClosed,
}

impl fmt::Write for Streams<'_> {
    /// Writes to standard output.
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.bytes(text.as_bytes())
    }
}
