//! A desk screen that follows the articles, and a run that somebody breaks off.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what the program writes"
)]

mod newsroom;

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use newsroom::Room;
use rustix::process::{Pid, Signal, kill_process};

const ARTICLE: &str = "The March 3, 2024 earthquake in Calden killed 41 people.\n";

fn start(mut command: Command) -> Child {
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    command.spawn().unwrap()
}

fn interrupt(child: &mut Child) -> Option<i32> {
    kill_process(Pid::from_child(child), Signal::INT).unwrap();
    child.wait().unwrap().code()
}

/// The lines of a program, as they come.
fn lines(child: &mut Child) -> Receiver<String> {
    let (sender, lines) = channel();
    let reader = BufReader::new(child.stdout.take().unwrap());
    std::thread::spawn(move || {
        reader
            .lines()
            .map_while(Result::ok)
            .try_for_each(|it| sender.send(it))
    });
    lines
}

/// Waits for a line with these words.
fn wait(lines: &Receiver<String>, words: &str) {
    while !lines
        .recv_timeout(Duration::from_secs(30))
        .unwrap()
        .contains(words)
    {}
}

#[test]
fn a_watched_story_is_read_again_when_something_is_saved() {
    let room = Room::new();
    fs::create_dir(room.path("story")).unwrap();
    room.write("story/a.md", ARTICLE);
    room.write("story/b.md", &ARTICLE.replace("41", "58"));
    let words = ["story", "--watch", "-f", "plain"];
    let mut child = start(room.command(&words));
    let said = lines(&mut child);
    wait(&said, "41 and 58 are both exact");
    room.write("story/b.md", &ARTICLE.replace("41", "63"));
    wait(&said, "41 and 63 are both exact");
    while said.recv_timeout(Duration::from_secs(1)).is_ok() {}
    // What changes nothing is not printed again.
    room.write("story/notes.css", "p { color: red }");
    room.write("story/.b.md.swp", "not an article");
    assert!(said.recv_timeout(Duration::from_secs(2)).is_err());
    room.write("story/c.md", &ARTICLE.replace("41", "77"));
    wait(&said, "77");
    assert_eq!(interrupt(&mut child), Some(130));
}

#[test]
fn a_watched_output_in_the_watched_folder_is_no_endless_loop() {
    let room = Room::new();
    room.write("a.md", ARTICLE);
    room.write("b.md", &ARTICLE.replace("41", "58"));
    let words = [
        "a.md",
        "b.md",
        "--watch",
        "-o",
        "out.html",
        "--write-baseline",
        "known.yaml",
    ];
    let mut child = start(room.command(&words));
    let out = room.path("out.html");
    let written = |path: &Path| fs::metadata(path).and_then(|it| it.modified()).ok();
    for _ in 0..300 {
        if written(&out).is_some() {
            break;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    // Once it is quiet it stays so.
    std::thread::sleep(Duration::from_secs(2));
    let first = written(&out);
    assert!(first.is_some());
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(written(&out), first);
    assert_eq!(interrupt(&mut child), Some(130));
}

#[test]
fn what_somebody_else_accepts_goes_from_the_screen() {
    let room = Room::new();
    room.snapshot(0, 0);
    room.snapshot(1, 1);
    let words = [
        "story",
        "--watch",
        "--against-snapshot",
        "calden",
        "-f",
        "plain",
    ];
    let mut child = start(room.command(&words));
    let said = lines(&mut child);
    wait(&said, "6 changes since the snapshot calden");
    room.check(&["accept", "calden", "--all"], 0);
    wait(&said, "Nothing changed since the snapshot calden");
    assert_eq!(interrupt(&mut child), Some(130));
    // Of a story that is not there nothing will ever be shown.
    let (_, err) = room.check(&["story", "--watch", "--against-snapshot", "calder"], 2);
    assert!(err.contains("there is calden; make one with"), "{err}");
}

#[test]
fn a_screen_that_was_started_to_stay_stays_when_its_terminal_goes() {
    let room = Room::new();
    room.tell(0, "story");
    let program = env!("CARGO_BIN_EXE_figcheck");
    let mut shell = Command::new("sh");
    let line = format!("trap '' HUP; exec '{program}' story --watch -f plain");
    shell.current_dir(room.path("")).args(["-c", &line]);
    let mut child = start(shell);
    let said = lines(&mut child);
    wait(&said, "Dozens");
    kill_process(Pid::from_child(&child), Signal::HUP).unwrap();
    room.tell(1, "story");
    wait(&said, "1,139");
    assert_eq!(interrupt(&mut child), Some(130));
}

#[test]
fn standard_input_cannot_be_watched() {
    let room = Room::new();
    let mut child = start(room.command(&["-", "--watch"]));
    assert_eq!(child.wait().unwrap().code(), Some(2));
}

/// A long run that is broken off leaves what was there, and nothing half written.
#[test]
fn a_run_that_is_broken_off_leaves_no_half_of_a_file() {
    let room = Room::new();
    let mut file = fs::File::create(room.path("wire.jsonl")).unwrap();
    for n in 0..20_000 {
        let text = ARTICLE
            .replace("41", &(n + 2).to_string())
            .trim_end()
            .repeat(3);
        writeln!(file, "{{\"id\":\"a{n}\",\"text\":\"{text}\"}}").unwrap();
    }
    drop(file);
    let out = room.path("out.html");
    fs::write(&out, "an older report").unwrap();
    for wait in [100, 700, 1_500, 3_000] {
        let mut child = start(room.command(&["diff", "wire.jsonl", "-o", "out.html"]));
        std::thread::sleep(Duration::from_millis(wait));
        if child.try_wait().unwrap().is_some() {
            continue;
        }
        assert_eq!(interrupt(&mut child), Some(130));
        assert_eq!(fs::read_to_string(&out).unwrap(), "an older report");
        let names = fs::read_dir(room.path(""))
            .unwrap()
            .map(|it| it.unwrap().file_name());
        assert_eq!(names.count(), 3, "nothing is left behind");
    }
}
