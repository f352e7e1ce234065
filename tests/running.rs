//! A story that runs for days: snapshot, new copy, a review at a terminal with every key, and the same by commands.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what the program writes"
)]

mod newsroom;

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use newsroom::Room;
use rustix::process::{Pid, Signal, kill_process};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{LocalModes, Winsize, tcgetattr, tcsetwinsize};

/// Starts a review at a terminal of its own.
fn review(room: &Room) -> Terminal {
    at_terminal(room, &["review", "calden"])
}

/// Starts the program at a terminal of its own.
fn at_terminal(room: &Room, words: &[&str]) -> Terminal {
    let own = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&own).unwrap();
    unlockpt(&own).unwrap();
    let size = Winsize {
        ws_row: 50,
        ws_col: 110,
        ws_xpixel: 0,
        ws_ypixel: 0,
    };
    tcsetwinsize(&own, size).unwrap();
    let name = ptsname(&own, Vec::new()).unwrap();
    let open = || {
        let path = Path::new(name.to_str().unwrap());
        Stdio::from(File::options().read(true).write(true).open(path).unwrap())
    };
    let mut command = room.command(words);
    let child = command.stdin(open()).stdout(open()).stderr(open());
    let child = child.spawn().unwrap();
    drop(command);
    let mut reader = File::from(own.try_clone().unwrap());
    let (sender, screen) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(n @ 1..) = reader.read(&mut bytes) {
            let _ = sender.send(bytes[..n].to_vec());
        }
    });
    Terminal {
        child,
        keys: File::from(own),
        screen,
        seen: String::new(),
    }
}

/// A program at a terminal.
struct Terminal {
    child: Child,
    keys: File,
    screen: std::sync::mpsc::Receiver<Vec<u8>>,
    /// What was shown since the last key.
    seen: String,
}

impl Terminal {
    /// Waits until `words` are on the screen.
    fn wait(&mut self, words: &str) -> &str {
        let end = Instant::now() + Duration::from_mins(1);
        while !self.seen.contains(words) {
            let left = end.saturating_duration_since(Instant::now());
            match self.screen.recv_timeout(left) {
                Ok(bytes) => self.seen.push_str(&String::from_utf8_lossy(&bytes)),
                Err(why) => panic!("{words:?} is not on the screen ({why}): {}", self.seen),
            }
        }
        &self.seen
    }

    /// Presses keys, then waits for words.
    fn press(&mut self, keys: &str, words: &str) -> &str {
        self.seen.clear();
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.wait(words)
    }

    fn end(mut self) -> i32 {
        self.child.wait().unwrap().code().unwrap()
    }
}

#[test]
fn a_terminal_shows_progress_and_what_to_type_next() {
    let room = Room::new();
    let article = "The March 3, 2024 earthquake in Calden killed 41 people.\n";
    room.write("a.md", article);
    room.write("b.md", &article.replace("41", "58"));
    let mut terminal = at_terminal(&room, &["b.md", "a.md"]);
    terminal.wait("why, and how to silence it: figcheck explain deaths-");
    terminal.wait(" a.md b.md\r\n");
    assert!(terminal.seen.contains("DISAGREE (moderate)"));
    assert_eq!(terminal.end(), 1);
    let line = |n: usize| format!("{{\"id\":\"a{n}\",\"text\":\"{}\"}}\n", article.trim_end());
    room.write("wire.jsonl", &(0..8_000).map(line).collect::<String>());
    let mut terminal = at_terminal(&room, &["extract", "wire.jsonl", "-o", "out.jsonl"]);
    let seen = terminal.wait("wrote out.jsonl");
    let last = seen.rfind("reading  [").expect("progress is shown");
    assert!(
        seen[last..].contains("\r\u{1b}[Kfigcheck: note: wrote out.jsonl"),
        "it goes before something is said: {}",
        &seen[last..]
    );
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_walk_and_the_commands_come_to_the_same_bytes() {
    let (walked, typed) = (Room::new(), Room::new());
    for room in [&walked, &typed] {
        assert!(
            room.snapshot(0, 0)
                .contains("wrote snapshots/calden.snap; figures: ")
        );
        assert!(room.snapshot(0, 0).contains("Nothing changed"));
        assert_eq!(room.files("snapshots").len(), 1, "nothing is pending");
        room.snapshot(1, 1);
    }
    let pending = walked.pending();
    assert_eq!(pending, typed.pending());
    let codes: Vec<&str> = pending.iter().map(|(_, code)| &**code).collect();
    assert_eq!(
        codes,
        ["moved", "moved", "added", "added", "gone", "restated"]
    );

    let before = walked.files("snapshots");
    let mut terminal = review(&walked);
    terminal.wait("Review 1 of 6");
    terminal.press("?", "keeps it as it was");
    terminal.press("x", "Review 1 of 6");
    // Old, new, both.
    assert!(!terminal.press("o", "(old readings)").contains("1,139 "));
    assert!(terminal.press("o", "(new readings)").contains("1,139"));
    terminal.press("o", "? help");
    // A note, with a letter taken back; and one that is given up.
    terminal.press("e", "note (enter keeps it");
    terminal.press("new countt", "new countt");
    terminal.press("\u{7f}", "new count");
    terminal.press("\r", "note    new count");
    terminal.press("e", "note (enter keeps it");
    terminal.press("!!", "new count!!");
    terminal.press("\u{1b}", "note    new count");
    terminal.press("a", "Review 2 of 6");
    assert_eq!(
        walked.files("snapshots"),
        before,
        "nothing is written before the end"
    );
    terminal.press("r", "Review 3 of 6");
    terminal.press("u", "Review 2 of 6");
    terminal.press("r", "Review 3 of 6");
    terminal.press("s", "Review 4 of 6");
    terminal.press("a", "Review 5 of 6");
    // All that is left, then back, then with information passed over.
    terminal.press("A", "4 accepted, 1 rejected, 1 left");
    terminal.press("u", "Review 5 of 6");
    terminal.press("R", "2 accepted, 3 rejected, 1 left");
    terminal.press("u", "Review 5 of 6");
    terminal.press("S", "2 accepted, 1 rejected, 3 left");
    terminal.press("u", "Review 5 of 6");
    terminal.press("a", "Review 6 of 6");
    terminal.press("i", "3 accepted, 1 rejected, 2 left");
    terminal.press("i", "Review 6 of 6");
    terminal.press("q", "4 decided, 2 left");
    assert_eq!(terminal.end(), 1, "two still wait");

    let id = |at: usize| &*pending[at].0;
    typed.check(
        &["accept", "calden", "--id", id(0), "--note", "new count"],
        0,
    );
    typed.check(&["reject", "calden", "--id", id(1)], 0);
    typed.check(&["accept", "calden", "--id", id(3), "--id", id(4)], 0);
    assert_eq!(walked.files("snapshots"), typed.files("snapshots"));
    let ids: Vec<String> = walked.pending().into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids, [id(2), id(5)]);

    // What was rejected is not proposed again, until it is asked for.
    let told = walked.snapshot(1, 1);
    assert!(told.contains("1 change rejected before"), "{told}");
    assert_eq!(walked.pending().len(), 2);
    walked.check(&["snapshot", "calden", "story", "--again"], 1);
    assert_eq!(walked.pending().len(), 3);

    // The correction, taken as a whole.
    for room in [&walked, &typed] {
        room.snapshot(2, 1);
    }
    let n = walked.pending().len();
    let mut terminal = review(&walked);
    terminal.wait(&format!("Review 1 of {n}"));
    terminal.press("A", "0 left for another time");
    terminal.press("\r", &format!("{n} decided, 0 left"));
    assert_eq!(terminal.end(), 0);
    typed.check(&["accept", "calden", "--all"], 0);
    assert_eq!(walked.files("snapshots"), typed.files("snapshots"));
    let names: Vec<String> = walked.files("snapshots").into_keys().collect();
    assert_eq!(names, ["calden.log", "calden.snap"]);

    let (log, _) = walked.check(&["log", "calden", "-f", "markdown"], 0);
    assert!(log.contains("| 2024-03-09 08:00 |"), "{log}");
    assert!(log.contains("| Ana Desk |"), "{log}");
    assert!(
        log.contains("1,139 (coast)") && log.contains("1,039 (coast)"),
        "{log}"
    );
    assert!(
        log.contains("| new count |") && log.contains("rejected"),
        "{log}"
    );
    for format in ["table", "plain", "html", "csv", "tsv", "json", "jsonl"] {
        let (log, _) = walked.check(&["log", "calden", "-f", format], 0);
        assert!(log.contains("Ana Desk"), "{format}: {log}");
    }
}

#[test]
fn leaving_a_walk_writes_nothing() {
    let room = Room::new();
    room.snapshot(0, 0);
    room.snapshot(1, 1);
    let before = room.files("snapshots");
    let mut terminal = review(&room);
    terminal.wait("Review 1 of 6");
    terminal.press("a", "Review 2 of 6");
    terminal.press("\u{3}", "nothing was written");
    assert_eq!(terminal.end(), 130);
    assert_eq!(room.files("snapshots"), before);
    // A signal from outside, as a closing window or a closing system sends it.
    let n_heard = if newsroom::hears_hangups() { 3 } else { 2 };
    for signal in [Signal::INT, Signal::TERM, Signal::HUP]
        .into_iter()
        .take(n_heard)
    {
        let mut terminal = review(&room);
        terminal.wait("Review 1 of 6");
        terminal.press("A", "enter or q");
        let screen = terminal.keys.try_clone().unwrap();
        let is_raw = || {
            let modes = tcgetattr(&screen).unwrap().local_modes;
            !modes.contains(LocalModes::ICANON)
        };
        assert!(is_raw());
        kill_process(Pid::from_child(&terminal.child), signal).unwrap();
        assert_eq!(terminal.end(), 130, "{signal:?}");
        assert!(!is_raw(), "the terminal is given back");
        assert_eq!(room.files("snapshots"), before);
    }
}

#[test]
fn what_changed_meanwhile_is_told_and_stays() {
    let room = Room::new();
    room.snapshot(0, 0);
    room.snapshot(1, 1);
    let mut terminal = review(&room);
    terminal.wait("Review 1 of 6");
    terminal.press("A", "6 accepted");
    // Somebody else goes on with the story.
    room.snapshot(2, 1);
    terminal.press("q", "changed meanwhile, so nothing was written for it");
    terminal.wait("left");
    assert_eq!(terminal.end(), 2);
    let after = room.files("snapshots");
    let snap = &after["calden.snap"];
    assert!(
        !snap.contains("1,139"),
        "the old count is not taken: {snap}"
    );
    assert!(!snap.contains("1,039"), "nor one that nobody saw: {snap}");
}

#[test]
fn a_name_is_that_of_one_story_on_every_system() {
    let room = Room::new();
    room.snapshot(0, 0);
    for name in ["../calden", "nul", "COM1", "a:b", "calden."] {
        let (_, err) = room.check(&["snapshot", name, "story"], 2);
        assert!(err.contains("no name for a story"), "{name}: {err}");
    }
    for words in [&["snapshot", "Calden", "story"][..], &["pending", "CALDEN"]] {
        let (_, err) = room.check(words, 2);
        assert!(err.contains("there is a story calden already"), "{err}");
    }
    let (_, err) = room.check(&["log", "calder"], 2);
    assert!(err.contains("there is calden; make one with"), "{err}");
    assert_eq!(room.files("snapshots").len(), 1);
}

#[test]
fn a_clock_that_tells_no_time_is_told_of_before_anything_is_decided() {
    let room = Room::new();
    room.snapshot(0, 0);
    room.snapshot(1, 1);
    room.check(&["sheet", "init", "figures.yaml", "story"], 0);
    let before = room.files("snapshots");
    for words in [
        &["accept", "calden", "--all"][..],
        &["sheet", "lint", "figures.yaml"],
        &["check", "story/coast.md", "--sheet", "figures.yaml"],
    ] {
        for now in [
            "yesterday",
            "2024-03-05",
            "2024-03-05T99:00:00Z",
            "\u{1b}[2J",
        ] {
            let output = room
                .command(words)
                .env("FIGCHECK_NOW", now)
                .output()
                .unwrap();
            let err = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(2), "{words:?}: {err}");
            assert!(
                err.contains("is no time; write 2024-03-05T09:12:00Z"),
                "{err}"
            );
            assert!(!err.contains('\u{1b}'), "{err:?}");
        }
    }
    assert_eq!(room.files("snapshots"), before);
}

#[test]
fn without_a_terminal_a_review_prints_commands_that_work() {
    let room = Room::new();
    room.snapshot(0, 0);
    room.snapshot(1, 1);
    let (text, _) = room.check(&["review", "calden"], 1);
    let commands: Vec<&str> = text
        .lines()
        .filter_map(|it| it.trim_start().strip_prefix("figcheck accept calden --id "))
        .collect();
    assert_eq!(commands.len(), 6, "{text}");
    for command in commands {
        let id = command.split(' ').next().unwrap();
        room.check(&["accept", "calden", "--id", id], 0);
    }
    assert_eq!(room.check(&["review", "calden"], 0).0, "");
    let (_, err) = room.check(&["accept", "calden", "--id", "7777"], 2);
    assert!(err.contains("no change of that id waits"), "{err}");
}

#[test]
fn a_snapshot_has_the_same_bytes_wherever_it_is_made() {
    let here = Room::new();
    here.snapshot(2, 0);
    let expected = here.files("snapshots");
    // Another folder, with line ends of another system.
    let there = Room::new();
    there.tell(2, "story");
    fs::create_dir_all(there.path("far/away")).unwrap();
    fs::rename(there.path("story"), there.path("far/away/copy")).unwrap();
    for entry in fs::read_dir(there.path("far/away/copy")).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replace('\n', "\r\n")).unwrap();
    }
    there.check(&["snapshot", "calden", "far/away/copy", "-j", "1"], 0);
    assert_eq!(there.files("snapshots"), expected);
    // Another order, and lines pushed down.
    let moved = Room::new();
    moved.tell(2, "story");
    let names = ["story/harbour.md", "story/coast.md", "story/beacon.md"];
    for name in names {
        let text = fs::read_to_string(moved.path(name)).unwrap();
        let (head, body) = text.split_once("\n\n").unwrap();
        fs::write(
            moved.path(name),
            format!("{head}\n\n\nBy our own people\n\n\n{body}"),
        )
        .unwrap();
    }
    let words = ["snapshot", "calden", names[0], names[1], names[2]];
    moved.check(&words, 0);
    let backwards = Room::new();
    backwards.tell(2, "story");
    backwards.check(&["snapshot", "calden", names[2], names[1], names[0]], 0);
    assert_eq!(backwards.files("snapshots"), expected);
    assert_eq!(moved.files("snapshots"), expected);
}

#[test]
fn what_changed_is_shown_in_every_format() {
    let room = Room::new();
    room.snapshot(0, 0);
    room.tell(1, "story");
    let formats = [
        "table", "plain", "list", "json", "jsonl", "csv", "tsv", "markdown", "html", "sarif",
        "github",
    ];
    for format in formats {
        let words = [
            "diff",
            "story",
            "--against-snapshot",
            "calden",
            "-f",
            format,
        ];
        let (text, _) = room.check(&words, 0);
        for words in ["1,139", "330", "looters"] {
            assert!(text.contains(words), "{format}: {words} is not in {text}");
        }
    }
    assert_eq!(room.files("snapshots").len(), 1, "to look writes nothing");
    room.check(
        &[
            "story",
            "--against-snapshot",
            "calden",
            "-o",
            "r.xlsx",
            "-o",
            "r.sarif",
        ],
        0,
    );
    assert!(
        fs::read_to_string(room.path("r.sarif"))
            .unwrap()
            .contains("\"moved\"")
    );
    let (text, _) = room.check(
        &["story", "--against-snapshot", "calden", "--type", "injured"],
        0,
    );
    assert!(
        text.contains("1 change since")
            && !text.contains("looters")
            && text.contains("hidden by filters"),
        "{text}"
    );
    let (_, err) = room.check(&["story", "--against-snapshot", "other"], 2);
    assert!(err.contains("figcheck snapshot other PATH"), "{err}");
}

#[test]
fn what_was_rejected_is_not_shown_as_a_change_again() {
    let room = Room::new();
    room.snapshot(0, 0);
    room.snapshot(1, 1);
    let shown = || room.lines(&["story", "--against-snapshot", "calden"]).len();
    let n_before = shown();
    let (id, _) = room.pending().remove(0);
    room.check(&["reject", "calden", "--id", &id, "--note", "not ours"], 0);
    assert_eq!(shown(), n_before - 1);
    let (text, _) = room.check(&["story", "--against-snapshot", "calden"], 0);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        text.contains("1 more rejected before, and not shown"),
        "{text}"
    );
}

#[test]
fn no_report_is_written_over_a_file_of_its_story() {
    let room = Room::new();
    room.snapshot(0, 0);
    room.snapshot(1, 1);
    let before = room.files("snapshots");
    for file in [
        "snapshots/calden.snap",
        "snapshots/../snapshots/calden.snap.new",
    ] {
        let words = [
            "diff",
            "story",
            "--against-snapshot",
            "calden",
            "-o",
            file,
            "-f",
            "json",
        ];
        let (_, err) = room.check(&words, 2);
        assert!(err.contains("is not written over"), "{err}");
    }
    assert_eq!(room.files("snapshots"), before);
}

#[test]
fn a_log_that_takes_no_further_line_is_left_alone() {
    let room = Room::new();
    room.snapshot(0, 0);
    room.snapshot(1, 1);
    let id = room.pending()[0].0.clone();
    room.check(&["accept", "calden", "--id", &id], 0);
    let log = room.path("snapshots/calden.log");
    let sound = fs::read_to_string(&log).unwrap();
    for text in [&sound.replace("\n- ", "\n  - "), "version: 1\n"] {
        fs::write(&log, text).unwrap();
        let before = room.files("snapshots");
        let (_, err) = room.check(&["accept", "calden", "--all"], 2);
        assert!(err.contains("lines cannot be added to this log"), "{err}");
        assert_eq!(room.files("snapshots"), before);
    }
    fs::write(&log, &sound).unwrap();
    room.check(&["accept", "calden", "--all"], 0);
    let (text, _) = room.check(&["pending", "calden"], 0);
    let told =
        "Nothing waits for a decision in the story calden. To read its articles again: figcheck";
    assert!(text.replace('\n', " ").contains(told), "{text}");
}

#[test]
fn a_journal_that_cannot_be_carried_out_changes_nothing() {
    let room = Room::new();
    room.snapshot(0, 0);
    let journal = |version: u32, accepted: &str, told: &str| {
        let text =
            format!(r#"{{"version":{version},"accepted":"{accepted}","pending":null,"log":null}}"#);
        fs::write(room.path("snapshots/.calden.journal"), text).unwrap();
        let before = room.files("snapshots");
        let (_, err) = room.check(&["pending", "calden"], 2);
        assert!(err.contains(told), "{err}");
        assert_eq!(room.files("snapshots"), before);
    };
    journal(99, "version: 1", "version 99 is from a newer figcheck");
    journal(1, "stuff", "a file that cannot be read");
}

#[test]
fn files_of_a_newer_version_and_broken_ones_are_refused() {
    let room = Room::new();
    room.snapshot(0, 0);
    let path = room.path("snapshots/calden.snap");
    let sound = fs::read_to_string(&path).unwrap();
    let check = |text: &str, told: &str| {
        fs::write(&path, text).unwrap();
        for words in [
            &["snapshot", "calden", "story"][..],
            &["accept", "calden", "--all"],
        ] {
            let (_, err) = room.check(words, 2);
            assert!(err.contains(told), "{told:?} is not in {err:?}");
        }
        assert_eq!(
            fs::read_to_string(&path).unwrap(),
            text,
            "it stays as it is"
        );
    };
    check(
        &sound.replace("version: 1", "version: 2"),
        "calden.snap:2:1: version 2 is from a newer figcheck",
    );
    check(
        &sound.replace("  verdict:", "  verdikt:"),
        "did you mean `verdict`?",
    );
    check(&sound.replace("figures:", "figures: [\n"), "calden.snap:");
    check(
        &sound.replace("  verdict:", "  # ours\n  verdict:"),
        "a comment, which would be lost",
    );
    check(
        &sound.replace("figures:\n", "figures: # ours\n"),
        "calden.snap:4:10: a comment, which would be lost",
    );
    check("", "not a file that figcheck wrote");
    fs::write(&path, sound.replace('\n', "\r\n")).unwrap();
    room.check(&["snapshot", "calden", "story"], 0);
    let (_, err) = room.check(&["snapshot", "../calden", "story"], 2);
    assert!(err.contains("no name for a story"), "{err}");
    fs::remove_file(&path).unwrap();
    fs::write(
        room.path("story/bad.md"),
        "---\ndate: soon\n---\nNine people died in Calden.\n",
    )
    .unwrap();
    let (_, err) = room.check(&["snapshot", "calden", "story"], 2);
    assert!(err.contains("no snapshot was written"), "{err}");
    assert!(!path.exists());
}
