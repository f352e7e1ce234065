//! Killed at any moment, the program leaves the old state or the new one, and nothing in anybody's way.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a test may fail, reads what the program writes, and tells how often it hit"
)]

mod newsroom;

use std::fs;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use newsroom::{Files, Room};
use rustix::process::{Pid, Signal, kill_process};

/// Kills of each kind; `FIGCHECK_KILLS` asks for another number.
fn n_kills() -> u32 {
    let asked = std::env::var("FIGCHECK_KILLS").ok();
    asked.and_then(|it| it.parse().ok()).unwrap_or(67)
}

/// When a run is killed.
#[derive(Clone, Copy, Debug)]
enum Moment {
    /// So long after its start.
    Running(Duration),
    /// So long after the first sign that it writes.
    Writing(Duration),
    /// As soon as the new state is there.
    Done,
}

/// What is killed, and what is looked at then.
struct Trial<'a> {
    room: &'a Room,
    /// Where it writes.
    folder: &'a str,
    words: &'a [&'a str],
    /// The command that comes next, which finishes or undoes what a killed one began.
    settle: &'a [&'a str],
    is_same: fn(&Files, &Files) -> bool,
    /// The files before.
    old: Files,
}

/// A run that nobody kills.
struct Whole {
    lasts: Duration,
    /// From the first sign of writing to the end.
    writes: Duration,
    /// The files after.
    new: Files,
}

/// How often the states were seen after a kill.
#[derive(Debug, Default)]
struct Seen {
    old: u32,
    new: u32,
    /// Kills between the first and the last file.
    midway: u32,
}

impl Whole {
    /// Moments spread over the whole run and, since most of it is reading, twice as many over the time in which it
    /// writes. With the first of all nothing is written yet, with the last everything: both states are seen.
    fn moments(&self) -> Vec<Moment> {
        let spread = |n: u32, over: Duration| (0..n).map(move |at| over * 6 / 5 * at / n.max(1));
        let n = n_kills().saturating_sub(1);
        let running = spread(n.div_ceil(3), self.lasts).map(Moment::Running);
        let writing = spread(n - n.div_ceil(3), self.writes).map(Moment::Writing);
        running.chain(writing).chain([Moment::Done]).collect()
    }
}

impl Trial<'_> {
    /// The old state again.
    fn put_back(&self) {
        let _ = fs::remove_dir_all(self.room.path(self.folder));
        fs::create_dir_all(self.room.path(self.folder)).unwrap();
        for (name, text) in &self.old {
            self.room.write(&format!("{}/{name}", self.folder), text);
        }
    }

    fn start(&self) -> Child {
        let mut command = self.room.command(self.words);
        let command = command.stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().unwrap()
    }

    fn files(&self) -> Files {
        self.room.files(self.folder)
    }

    /// Waits for the first sign that a run writes, or for its end.
    fn wait_for_writing(&self, child: &mut Child) {
        let names = || fs::read_dir(self.room.path(self.folder)).unwrap().count();
        while names() == self.old.len() && child.try_wait().unwrap().is_none() {
            std::thread::sleep(Duration::from_micros(50));
        }
    }

    fn whole(&self) -> Whole {
        let start = Instant::now();
        let mut child = self.start();
        self.wait_for_writing(&mut child);
        let first = Instant::now();
        child.wait().unwrap();
        let new = self.files();
        assert_ne!(self.old, new);
        Whole {
            lasts: start.elapsed(),
            writes: first.elapsed(),
            new,
        }
    }

    /// Starts a run from the old state and kills it; gives back the files as they are then.
    fn kill(&self, moment: Moment, new: &Files) -> Files {
        self.put_back();
        let mut child = self.start();
        match moment {
            Moment::Running(after) => std::thread::sleep(after),
            Moment::Writing(after) => {
                self.wait_for_writing(&mut child);
                // To sleep would be too coarse.
                let moment = Instant::now() + after;
                while Instant::now() < moment {}
            }
            Moment::Done => {
                while !(self.is_same)(&self.files(), new) && child.try_wait().unwrap().is_none() {}
            }
        }
        let _ = kill_process(Pid::from_child(&child), Signal::KILL);
        child.wait().unwrap();
        self.files()
    }

    /// Runs it again and again, kills it, and looks at what the next command makes of it.
    fn run(&self) -> Seen {
        let whole = self.whole();
        let mut seen = Seen::default();
        for moment in whole.moments() {
            let left = self.kill(moment, &whole.new);
            self.refuse_halves(&left, &whole.new);
            seen.midway += u32::from(left != self.old && left != whole.new);
            let asked = Instant::now();
            let code = self.room.run(self.settle).status.code();
            assert!(matches!(code, Some(0 | 1)), "{:?}: {code:?}", self.settle);
            let patience = whole.lasts * 3 + Duration::from_secs(3);
            assert!(asked.elapsed() < patience, "something is in the way");
            let now = self.files();
            if (self.is_same)(&now, &self.old) {
                seen.old += 1;
            } else {
                assert!(
                    (self.is_same)(&now, &whole.new),
                    "neither: {:?}",
                    now.keys()
                );
                seen.new += 1;
            }
        }
        println!("{:?}: {seen:?}", self.words);
        assert!(seen.old > 0 && seen.new > 0, "{seen:?}");
        self.put_back();
        seen
    }

    /// A file has its old text or its new one, as soon as it has its name.
    fn refuse_halves(&self, left: &Files, new: &Files) {
        for (name, text) in left.iter().filter(|(name, _)| !name.starts_with('.')) {
            let is_whole = new.get(name) == Some(text) || self.old.values().any(|it| it == text);
            assert!(is_whole, "{name} is half written");
        }
    }
}

/// A command that writes to the story of a newsroom as it is now.
fn trial<'a>(room: &'a Room, words: &'a [&'a str]) -> Trial<'a> {
    Trial {
        room,
        folder: "snapshots",
        words,
        settle: &["pending", "calden"],
        is_same: Files::eq,
        old: room.files("snapshots"),
    }
}

#[test]
fn a_killed_snapshot_leaves_the_old_state_or_the_new() {
    let room = Room::new();
    room.snapshot(0, 0);
    room.tell(1, "story");
    trial(&room, &["snapshot", "calden", "story"]).run();
}

#[test]
fn a_killed_accept_leaves_the_old_state_or_the_new() {
    let room = Room::new();
    room.snapshot(0, 0);
    room.snapshot(1, 1);
    let seen = trial(&room, &["accept", "calden", "--all"]).run();
    assert!(seen.midway > 0, "{seen:?}");
}

#[test]
fn a_killed_write_leaves_the_old_draft_or_the_new() {
    let room = Room::new();
    room.tell(1, "story");
    room.check(&["sheet", "init", "figures.yaml", "story"], 0);
    fs::create_dir(room.path("draft")).unwrap();
    let draft = "The March 3, 2024 earthquake in Calden killed 41 people.\n";
    room.write("draft/draft.md", draft);
    let settle = ["check", "draft/draft.md", "--sheet", "figures.yaml"];
    let words = [&settle[..], &["--write"]].concat();
    Trial {
        room: &room,
        folder: "draft",
        words: &words,
        settle: &settle,
        // The draft is one or the other; what is beside it is the old one, if anything.
        is_same: |now, then| now.get("draft.md") == then.get("draft.md"),
        old: room.files("draft"),
    }
    .run();
    // Whatever was left beside it, the next run writes as if nothing had been.
    room.write("draft/.figcheck-draft.md-left", "The March 3");
    room.check(&words, 0);
    let mut files = room.files("draft");
    assert!(files.remove("draft.md").is_some_and(|it| it != draft));
    assert_eq!(
        files,
        Files::from([("draft.md.bak".to_owned(), draft.to_owned())])
    );
}
