//! The bytes of an input, where they can be read more than once and none need stay in memory.
#![expect(
    clippy::disallowed_methods,
    reason = "ingest is the stage that reads articles"
)]

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use super::Error;

/// How much of what comes through a pipe is kept in memory; beyond it all goes to a file without a name.
const MOST_HELD: u64 = 4 << 20;

/// How much of a file tells what it is.
const HEAD: u64 = 1 << 10;

/// How much is read from a file at once.
const CHUNK: usize = 1 << 17;

/// Where the bytes of one input lie.
#[derive(Debug)]
pub(super) enum Store {
    /// In memory.
    Held(Vec<u8>),
    /// In a file without a name, which the system takes back when the program ends.
    Spooled(File),
    /// In a file of the user's, opened anew each time: there may be more of them than may be open.
    File(PathBuf),
}

impl Store {
    /// The file at `path`, of at most 4 GiB, the most that a span can point into. What is no plain file is read now.
    ///
    /// # Errors
    /// What the system says, or the file's size.
    pub(super) fn open(path: &Path, name: &str) -> Result<Self, Error> {
        let file = || -> io::Result<(File, fs::Metadata)> {
            let file = File::open(path)?;
            let facts = file.metadata()?;
            Ok((file, facts))
        };
        let (file, facts) = file().map_err(|fault| unreadable(name, &fault))?;
        if !facts.is_file() {
            return Self::spool(file, name);
        }
        if u32::try_from(facts.len()).is_err() {
            return Err(too_long(name));
        }
        Ok(Self::File(path.to_owned()))
    }

    /// The first bytes of the file at `path`, as many as tell what it is; nothing of what is no plain file.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn head(path: &Path) -> io::Result<Vec<u8>> {
        let mut head = Vec::new();
        if fs::metadata(path)?.is_file() {
            File::open(path)?.take(HEAD).read_to_end(&mut head)?;
        }
        Ok(head)
    }

    /// All of standard input, under the same limit.
    ///
    /// # Errors
    /// What the system says, or that it is too long.
    pub(super) fn standard_input(name: &str) -> Result<Self, Error> {
        Self::spool(io::stdin().lock(), name)
    }

    fn spool(from: impl Read, name: &str) -> Result<Self, Error> {
        let mut from = from.take(u64::from(u32::MAX) + 1);
        let mut spool = || -> io::Result<(Self, u64)> {
            let mut head = Vec::new();
            from.by_ref().take(MOST_HELD).read_to_end(&mut head)?;
            let n_head = head.len() as u64;
            if n_head < MOST_HELD {
                return Ok((Self::Held(head), n_head));
            }
            let mut file = tempfile::tempfile()?;
            file.write_all(&head)?;
            let n_rest = io::copy(&mut from, &mut file)?;
            Ok((Self::Spooled(file), n_head + n_rest))
        };
        let (store, n_bytes) = spool().map_err(|fault| unreadable(name, &fault))?;
        if u32::try_from(n_bytes).is_err() {
            return Err(too_long(name));
        }
        Ok(store)
    }

    /// Reads it from its first byte.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn reader(&self) -> io::Result<Box<dyn BufRead + '_>> {
        Ok(match self {
            Self::Held(bytes) => Box::new(bytes.as_slice()),
            Self::Spooled(file) => {
                let mut file = file;
                file.rewind()?;
                Box::new(BufReader::with_capacity(CHUNK, file))
            }
            Self::File(path) => Box::new(BufReader::with_capacity(CHUNK, File::open(path)?)),
        })
    }

    /// Reads it from the byte at `from`, and keeps nothing else of it.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn into_reader(self, from: u64) -> io::Result<Box<dyn BufRead>> {
        let mut file = match self {
            Self::Held(bytes) => {
                let mut bytes = io::Cursor::new(bytes);
                bytes.set_position(from);
                return Ok(Box::new(bytes));
            }
            Self::Spooled(file) => file,
            Self::File(path) => File::open(path)?,
        };
        file.seek(SeekFrom::Start(from))?;
        Ok(Box::new(BufReader::with_capacity(CHUNK, file)))
    }

    /// All of it.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn bytes(self, name: &str) -> Result<Vec<u8>, Error> {
        if let Self::Held(bytes) = self {
            return Ok(bytes);
        }
        let mut bytes = Vec::new();
        self.reader()
            .and_then(|mut reader| reader.read_to_end(&mut bytes))
            .map_err(|fault| unreadable(name, &fault))?;
        Ok(bytes)
    }
}

/// What the system says of an input that it does not give, and what to do.
pub(super) fn unreadable(name: &str, fault: &io::Error) -> Error {
    let message = match fault.kind() {
        io::ErrorKind::NotFound => "no such file; check the path".to_owned(),
        io::ErrorKind::PermissionDenied => "may not be read; check its permissions".to_owned(),
        io::ErrorKind::IsADirectory => "is a folder; name a file".to_owned(),
        _ => format!("cannot be read: {fault}"),
    };
    Error::file(name, message)
}

fn too_long(name: &str) -> Error {
    Error::file(name, "is longer than 4 GiB; split it")
}
