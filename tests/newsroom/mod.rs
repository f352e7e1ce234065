//! A newsroom in a folder of its own, where a day of the story stands still: articles, and the program run beside them.
#![allow(dead_code, reason = "each test uses what it needs")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The three states of the story, in order.
pub(crate) const STATES: [&str; 3] = ["1-first-day", "2-third-day", "3-correction"];

/// The moment at which everything happens.
const NOW: &str = "2024-03-09T08:00:00Z";

/// Names and contents of files.
pub(crate) type Files = BTreeMap<String, String>;

/// True where a program that is started here can know that it is to end with its terminal.
pub(crate) fn hears_hangups() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|it| it.strip_prefix("SigIgn:"));
    let ignored = ignored.map(|it| u64::from_str_radix(it.trim(), 16).unwrap());
    ignored.is_some_and(|it| it & 1 == 0)
}

/// A folder that is gone when the test is over.
pub(crate) struct Room(TempDir);

impl Room {
    /// An empty one, in which Ana works.
    pub(crate) fn new() -> Self {
        let room = Self(tempfile::tempdir().unwrap());
        room.write("gitconfig", "[user]\n\tname = Ana Desk\n");
        room
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Puts the articles of a state of the story into `folder`, and takes out what was there.
    pub(crate) fn tell(&self, state: usize, folder: &str) {
        let _ = fs::remove_dir_all(self.path(folder));
        fs::create_dir(self.path(folder)).unwrap();
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/running");
        for entry in fs::read_dir(source.join(STATES[state])).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, self.path(folder).join(path.file_name().unwrap())).unwrap();
        }
    }

    pub(crate) fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_figcheck"));
        command
            .current_dir(self.0.path())
            .args(words)
            .env("FIGCHECK_NOW", NOW)
            .env("GIT_CONFIG_GLOBAL", self.path("gitconfig"))
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("TERM", "xterm")
            .env_remove("FIGCHECK_CONFIG")
            .stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().unwrap()
    }

    /// Expects an exit code; gives back both streams.
    pub(crate) fn check(&self, words: &[&str], code: i32) -> (String, String) {
        let output = self.run(words);
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{words:?}: {err}");
        (String::from_utf8(output.stdout).unwrap(), err)
    }

    /// The lines of a command's output, each an object; whatever the exit code.
    pub(crate) fn lines(&self, words: &[&str]) -> Vec<Value> {
        let all = [words, &["-f", "jsonl"]].concat();
        let text = String::from_utf8(self.run(&all).stdout).unwrap();
        let lines = text.lines().map(|it| serde_json::from_str(it).unwrap());
        lines.collect()
    }

    /// Names and contents of the files in a folder, hidden ones too; nothing where there is none. What goes away
    /// meanwhile is left out.
    pub(crate) fn files(&self, folder: &str) -> Files {
        let entries = fs::read_dir(self.path(folder)).into_iter().flatten();
        let file = |entry: fs::DirEntry| {
            let bytes = fs::read(entry.path()).ok()?;
            let text = String::from_utf8_lossy(&bytes).into_owned();
            Some((entry.file_name().into_string().unwrap(), text))
        };
        entries.flatten().filter_map(file).collect()
    }

    /// A snapshot of the story `calden` as it is in `state`; gives back what is said.
    pub(crate) fn snapshot(&self, state: usize, code: i32) -> String {
        self.tell(state, "story");
        self.check(&["snapshot", "calden", "story"], code).1
    }

    /// The ids of what is pending in it, in order, each with its code.
    pub(crate) fn pending(&self) -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let lines = self.lines(&["pending", "calden"]);
        let ids = lines.iter().map(|it| (text(&it["id"]), text(&it["code"])));
        ids.collect()
    }
}
