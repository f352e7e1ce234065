//! Files written whole or not at all, and a folder that one program at a time writes to.
#![expect(
    clippy::disallowed_methods,
    reason = "review keeps the accepted state of stories on disk"
)]

use std::fs::{self, File, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tempfile::{Builder, NamedTempFile};

use super::growing;

/// Held while files are put in their place, so that an interruption waits until they are whole.
static WRITING: Mutex<()> = Mutex::new(());

/// What the name of a file that is being written begins with, before it has its own.
const UNFINISHED: &str = ".figcheck-";
/// The file that is locked where a folder cannot be.
const LOCK: &str = ".figcheck.lock";
/// How often a lock is tried for, and how long between.
const TRIES: (u32, Duration) = (100, Duration::from_millis(100));

/// As long as it lives, neither Ctrl-C nor a request to end ends the program.
pub fn hold() -> MutexGuard<'static, ()> {
    WRITING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Puts a file in its place in one step, so that no reader and no crash ever sees half of it.
///
/// # Errors
/// The folder is not there, cannot be written to, or the disk is full; the file is then as it was.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let _guard = hold();
    put(path, bytes)
}

/// [`replace`] for whoever holds the program already.
pub(super) fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match aim(path)? {
        Aim::Pipe(mut pipe) => pipe.write_all(bytes),
        Aim::File(path, rights) => name(whole(&path, bytes, rights)?, &path),
    }
}

/// [`replace`] for what is written piece by piece. The program can be ended until all is written: see [`abandon`](super::growing::abandon).
///
/// # Errors
/// Those of [`replace`] and of `write`.
pub fn replace_with(
    path: &Path,
    write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> io::Result<()> {
    match aim(path)? {
        Aim::Pipe(mut pipe) => write(&mut pipe),
        Aim::File(path, rights) => {
            let file = filled(&path, rights, write);
            let _guard = hold();
            growing::forget();
            name(file?, &path)
        }
    }
}

/// What is written to when a path is.
enum Aim {
    /// No plain file (a pipe, /dev/stdout): it cannot be replaced, only written to.
    Pipe(File),
    /// A file, and the rights of the one that it replaces.
    File(PathBuf, Option<fs::Permissions>),
}

fn aim(path: &Path) -> io::Result<Aim> {
    if fs::metadata(path).is_ok_and(|known| !known.is_file() && !known.is_dir()) {
        let pipe = fs::OpenOptions::new().write(true).open(path)?;
        return Ok(Aim::Pipe(pipe));
    }
    // A link stays a link: the file that it leads to is replaced, and there has to be one.
    let path = match path.canonicalize() {
        Ok(real) => real,
        Err(_) if path.is_symlink() => {
            return Err(io::Error::other("is a link that leads nowhere"));
        }
        Err(_) => path.to_owned(),
    };
    let rights = fs::metadata(&path).ok().map(|known| known.permissions());
    Ok(Aim::File(path, rights))
}

/// Gives a file that is whole its name.
fn name(file: NamedTempFile, path: &Path) -> io::Result<()> {
    file.persist(path).map_err(|fault| fault.error)?;
    settle(&folder_of(path));
    Ok(())
}

/// Puts a new file in its place in one step, and never over another one.
///
/// # Errors
/// Those of [`replace`]; of the kind `AlreadyExists` where something has that name, a link too.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    add(path, bytes, None)
}

fn add(path: &Path, bytes: &[u8], rights: Option<fs::Permissions>) -> io::Result<()> {
    let _guard = hold();
    let file = whole(path, bytes, rights)?;
    file.persist_noclobber(path).map_err(|fault| fault.error)?;
    settle(&folder_of(path));
    Ok(())
}

/// `bytes` on the disk, beside the file at `path` and without its name yet. With `rights`, or without any with what the
/// system gives every new file.
fn whole(path: &Path, bytes: &[u8], rights: Option<fs::Permissions>) -> io::Result<NamedTempFile> {
    filled(path, rights, |file| file.write_all(bytes))
}

/// [`whole`] for what `write` writes.
fn filled(
    path: &Path,
    rights: Option<fs::Permissions>,
    write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> io::Result<NamedTempFile> {
    let prefix = unfinished(path);
    let mut builder = Builder::new();
    builder.prefix(&prefix);
    // Left alone a temporary file is for its owner only; this much is asked for, and the umask takes its share.
    #[cfg(unix)]
    if rights.is_none() {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = growing::begin(|| builder.tempfile_in(folder_of(path)), NamedTempFile::path)?;
    write(file.as_file_mut())?;
    if let Some(rights) = rights {
        file.as_file().set_permissions(rights)?;
    }
    file.as_file().sync_all()?;
    Ok(file)
}

/// Refuses a file that its owner has locked against writing: to replace it would not ask.
///
/// # Errors
/// It is read-only.
pub fn refuse_read_only(path: &Path) -> io::Result<()> {
    if fs::metadata(path).is_ok_and(|known| known.permissions().readonly()) {
        return Err(io::Error::other("is read-only"));
    }
    Ok(())
}

/// Takes a file away; one that is not there is no fault.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(fault) if fault.kind() != io::ErrorKind::NotFound => Err(fault),
        _ => {
            settle(&folder_of(path));
            Ok(())
        }
    }
}

/// Its bytes; `None` when it is not there.
///
/// # Errors
/// It is there and cannot be read, or is no plain file: a pipe would be waited for without end.
pub fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    if fs::metadata(path).is_ok_and(|known| !known.is_file()) {
        return Err(io::Error::other("is no plain file"));
    }
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// The names in a folder; none of one that cannot be read.
pub(super) fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.filter_map(|it| it.file_name().into_string().ok());
    names.collect()
}

/// Keeps `bytes` beside the file at `path`, under a name that nothing else has: `draft.md.bak`, `draft.md.bak-2`. Whoever
/// may read the file may read what is kept, and nobody else.
///
/// # Errors
/// The disk says no, or what has such a name is no plain file.
pub fn keep(path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    sweep(path);
    let rights = fs::metadata(path).ok().map(|known| known.permissions());
    for n in 1.. {
        let mut name = path.as_os_str().to_owned();
        name.push(if n == 1 {
            ".bak".to_owned()
        } else {
            format!(".bak-{n}")
        });
        let backup = PathBuf::from(name);
        sweep(&backup);
        let failed = |fault| io::Error::other(format!("{}: {fault}", backup.display()));
        match read(&backup).map_err(failed)? {
            Some(known) if known == bytes => return Ok(backup),
            Some(_) => {}
            None => {
                add(&backup, bytes, rights).map_err(failed)?;
                return Ok(backup);
            }
        }
    }
    Err(io::Error::other("too many backups"))
}

/// The folder that a file stands in.
pub fn folder_of(path: &Path) -> PathBuf {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    folder.unwrap_or(Path::new(".")).to_owned()
}

fn unfinished(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    format!("{UNFINISHED}{name}-")
}

/// Takes away what a killed program left of the file at `path` before it had its name. Only for whoever holds the lock.
pub(super) fn sweep(path: &Path) {
    let (folder, prefix) = (folder_of(path), unfinished(path));
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(&prefix) {
            // A leftover that cannot be removed does no harm.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// A new name is on the disk only when its folder is. Not every system lets a folder be opened.
fn settle(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// A lock on a folder. The system takes it back when the program ends, however it ends.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Waits for the folder some seconds.
    ///
    /// # Errors
    /// Another program holds it all that time, or the folder cannot be opened.
    pub fn on(folder: &Path) -> io::Result<Self> {
        // The folder itself, so that no file is left; where folders cannot be locked, a file in it.
        let own = File::open(folder).ok();
        if let Some(own) = own
            && let Some(lock) = wait(own)?
        {
            return Ok(lock);
        }
        let file = fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(folder.join(LOCK))?;
        wait(file)?.ok_or_else(|| io::Error::other("this disk knows no locks"))
    }
}

/// `None` where such a thing cannot be locked at all.
fn wait(file: File) -> io::Result<Option<Lock>> {
    for _ in 0..TRIES.0 {
        match file.try_lock() {
            Ok(()) => return Ok(Some(Lock { _file: file })),
            Err(TryLockError::WouldBlock) => std::thread::sleep(TRIES.1),
            Err(TryLockError::Error(_)) => return Ok(None),
        }
    }
    Err(io::Error::other(
        "another figcheck is writing here: wait until it is done, and try again",
    ))
}
