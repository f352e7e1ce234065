//! Killed at any moment, the program leaves the old state or the new one, and nothing in anybody's way.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a test may fail, reads what the program writes, and tells how often it hit"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

/// Kills of each kind; `FIGCHECK_KILLS` asks for more.
fn n_kills() -> u32 {
    let asked = std::env::var("FIGCHECK_KILLS").ok();
    asked.and_then(|it| it.parse().ok()).unwrap_or(67)
}

/// Names and contents of all files below a folder.
type Files = BTreeMap<String, Vec<u8>>;

struct Room(TempDir);

impl Room {
    fn new() -> Self {
        let room = Self(tempfile::tempdir().unwrap());
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/running");
        for (state, name) in [("1-first-day", "before"), ("2-third-day", "after")] {
            fs::create_dir(room.path(name)).unwrap();
            for entry in fs::read_dir(source.join(state)).unwrap() {
                let path = entry.unwrap().path();
                fs::copy(&path, room.path(name).join(path.file_name().unwrap())).unwrap();
            }
        }
        room
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_figcheck"));
        command
            .current_dir(self.0.path())
            .args(words)
            .env("FIGCHECK_NOW", "2024-03-08T09:12:00Z")
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("USER", "ana")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }

    fn run(&self, words: &[&str]) -> Option<i32> {
        self.command(words).status().unwrap().code()
    }

    fn files(&self, folder: &str) -> Files {
        let Ok(entries) = fs::read_dir(self.path(folder)) else {
            return Files::new();
        };
        let file = |entry: std::io::Result<fs::DirEntry>| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read(&path).unwrap())
        };
        entries.map(file).collect()
    }

    fn put(&self, folder: &str, files: &Files) {
        let _ = fs::remove_dir_all(self.path(folder));
        fs::create_dir_all(self.path(folder)).unwrap();
        for (name, bytes) in files {
            fs::write(self.path(folder).join(name), bytes).unwrap();
        }
    }
}

/// Numbers without a pattern, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

/// How often the states were seen after a kill.
#[derive(Debug, Default)]
struct Seen {
    old: u32,
    new: u32,
    /// Kills between the first and the last file.
    midway: u32,
}

/// Runs `words` in `folder` again and again, kills it, and looks at what `settle` makes of it.
fn kill_often(
    room: &Room,
    folder: &str,
    words: &[&str],
    settle: &[&str],
    is_same: fn(&Files, &Files) -> bool,
) -> Seen {
    let old = room.files(folder);
    let start = Instant::now();
    room.run(words);
    let lasts = start.elapsed();
    let new = room.files(folder);
    assert_ne!(old, new);
    let (mut dice, mut seen) = (Dice(7), Seen::default());
    for round in 0..n_kills() {
        room.put(folder, &old);
        let mut child = room.command(words).spawn().unwrap();
        if round % 3 == 0 {
            let whole = u64::try_from(lasts.as_micros()).unwrap();
            std::thread::sleep(Duration::from_micros(dice.below(whole * 6 / 5)));
        } else {
            // Most of the time is spent on reading: to be there when it writes, wait for the first sign of it.
            let names = || fs::read_dir(room.path(folder)).unwrap().count();
            while names() == old.len() && child.try_wait().unwrap().is_none() {
                std::thread::sleep(Duration::from_micros(50));
            }
            let moment = Instant::now() + Duration::from_micros(dice.below(4_000));
            while Instant::now() < moment {}
        }
        let _ = kill_process(Pid::from_child(&child), Signal::KILL);
        child.wait().unwrap();
        let left = room.files(folder);
        for (name, bytes) in left.iter().filter(|(name, _)| !name.starts_with('.')) {
            let is_whole = [&old, &new].iter().any(|it| it.get(name) == Some(bytes))
                || old.values().any(|it| it == bytes);
            assert!(is_whole, "{name} is half written");
        }
        if left != old && left != new {
            seen.midway += 1;
        }
        let asked = Instant::now();
        assert!(matches!(room.run(settle), Some(0 | 1)), "{settle:?}");
        assert!(
            asked.elapsed() < lasts * 3 + Duration::from_secs(3),
            "nothing is in the way"
        );
        let now = room.files(folder);
        if is_same(&now, &old) {
            seen.old += 1;
        } else {
            assert!(is_same(&now, &new), "neither: {:?}", now.keys());
            seen.new += 1;
        }
    }
    println!("{words:?}: {seen:?}");
    seen
}

#[test]
fn a_killed_snapshot_leaves_the_old_state_or_the_new() {
    let room = Room::new();
    room.run(&["snapshot", "calden", "before"]);
    let words = ["snapshot", "calden", "after"];
    let seen = kill_often(
        &room,
        "snapshots",
        &words,
        &["pending", "calden"],
        Files::eq,
    );
    assert!(seen.old > 0 && seen.new > 0, "{seen:?}");
}

#[test]
fn a_killed_accept_leaves_the_old_state_or_the_new() {
    let room = Room::new();
    room.run(&["snapshot", "calden", "before"]);
    room.run(&["snapshot", "calden", "after"]);
    let words = ["accept", "calden", "--all"];
    let seen = kill_often(
        &room,
        "snapshots",
        &words,
        &["pending", "calden"],
        Files::eq,
    );
    assert!(seen.old > 0 && seen.new > 0 && seen.midway > 0, "{seen:?}");
}

#[test]
fn a_killed_write_leaves_the_old_draft_or_the_new() {
    let room = Room::new();
    room.run(&["sheet", "init", "figures.yaml", "after"]);
    let draft = b"The March 3, 2024 earthquake in Calden killed 41 people.\n".to_vec();
    room.put("draft", &Files::from([("draft.md".to_owned(), draft)]));
    let words = [
        "check",
        "draft/draft.md",
        "--sheet",
        "figures.yaml",
        "--write",
    ];
    // The draft is one or the other; what is beside it is the old one, if anything.
    let is_same = |now: &Files, then: &Files| now["draft.md"] == then["draft.md"];
    let settle = ["check", "draft/draft.md", "--sheet", "figures.yaml"];
    let old = room.files("draft");
    let seen = kill_often(&room, "draft", &words, &settle, is_same);
    assert!(seen.old > 0 && seen.new > 0, "{seen:?}");
    // Whatever was left beside it, the next run writes as if nothing had been.
    assert_eq!(room.run(&words), Some(0));
    let mut names: Vec<String> = room.files("draft").into_keys().collect();
    names.retain(|name| name != "draft.md");
    assert_eq!(names, ["draft.md.bak"]);
    assert_eq!(room.files("draft")["draft.md.bak"], old["draft.md"]);
}
