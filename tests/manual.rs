//! The page "Follow a running story" is followed word by word in a fresh folder: its files are written, its commands
//! run, and what it says they print is what they print. The commands of every other page are run in a folder that has
//! what they speak of.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what the program writes"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

const PAGE: &str = include_str!("../docs/story.md");

/// The commands of the page in their order, each with the lines that it prints there; and the files before them.
enum Step {
    File(String, String),
    Run(String, Vec<String>),
}

fn steps(page: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    for block in page
        .split("\n```")
        .collect::<Vec<_>>()
        .chunks(2)
        .filter_map(|it| it.get(1))
    {
        let (head, body) = block.split_once('\n').unwrap_or((block, ""));
        if let Some(name) = head.strip_prefix("markdown file=") {
            steps.push(Step::File(name.to_owned(), format!("{body}\n")));
        } else if head == "console" {
            for line in body.lines() {
                match (line.strip_prefix("$ "), steps.last_mut()) {
                    (Some(command), _) => {
                        let command = command.split(" #").next().unwrap().trim();
                        steps.push(Step::Run(command.to_owned(), Vec::new()));
                    }
                    (None, Some(Step::Run(_, said))) => said.push(line.trim_end().to_owned()),
                    _ => panic!("{line}: no command before it"),
                }
            }
        }
    }
    steps
}

/// Words as a shell parts them; a quoted stretch is one.
fn words(command: &str) -> Vec<String> {
    let parts = command.split('"').enumerate();
    let words = parts.flat_map(|(at, part)| {
        if at % 2 == 1 {
            vec![part.to_owned()]
        } else {
            part.split_whitespace().map(str::to_owned).collect()
        }
    });
    words.collect()
}

#[test]
fn the_page_on_running_stories_holds() {
    let folder = tempfile::tempdir().unwrap();
    let mut n_runs = 0;
    for step in steps(PAGE) {
        match step {
            Step::File(name, text) => {
                let path = folder.path().join(name);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
            }
            Step::Run(command, said) => {
                run(folder.path(), &command, &said);
                n_runs += 1;
            }
        }
    }
    assert!(n_runs >= 12, "{n_runs} commands were found on the page");
    let log = fs::read_to_string(folder.path().join("snapshots/calden.log")).unwrap();
    assert!(
        log.contains("decision: accepted") && log.contains("decision: rejected"),
        "{log}"
    );
}

fn run(folder: &Path, command: &str, said: &[String]) {
    let words = words(command);
    assert_eq!(words[0], "figcheck", "{command}");
    // It would go on for ever; that it follows is tried elsewhere.
    if command.contains("--watch") {
        return;
    }
    let output = Command::new(env!("CARGO_BIN_EXE_figcheck"))
        .current_dir(folder)
        .args(&words[1..])
        .env("FIGCHECK_NOW", "2024-03-08T09:12:00Z")
        .env_remove("FIGCHECK_CONFIG")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(
        matches!(output.status.code(), Some(0 | 1)),
        "{command}: {err}"
    );
    let out = String::from_utf8(output.stdout).unwrap() + &err;
    for line in said {
        assert!(
            out.lines().any(|it| it.trim_end() == line),
            "{command}: {line:?} is not in {out}"
        );
    }
}

#[test]
fn the_first_page_shows_what_is_printed() {
    let page = include_str!("../README.md");
    let shown = page.split("```text\n").nth(1).unwrap();
    let shown = shown.split("\n```").next().unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_figcheck"))
        .args(["diff", "examples/", "--width", "100"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let printed = String::from_utf8(run.stdout).unwrap();
    let mut lines = printed.lines();
    for line in shown
        .lines()
        .filter(|line| !line.is_empty() && *line != "…")
    {
        assert!(
            lines.any(|printed| printed == line),
            "not printed, or not in this order: {line}"
        );
    }
}

/// A folder with the articles, drafts and lists that the pages speak of: the examples under several names.
#[cfg(unix)]
fn desk() -> tempfile::TempDir {
    let desk = tempfile::tempdir().unwrap();
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    for folder in ["examples", "story", "articles", "sources", "wires"] {
        let folder = desk.path().join(folder);
        fs::create_dir(&folder).unwrap();
        for entry in fs::read_dir(&examples).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
        }
    }
    for (name, of) in [
        ("a.txt", "courier.md"),
        ("b.txt", "gazette.md"),
        ("draft.md", "ledger.md"),
        ("summary.md", "post.md"),
    ] {
        fs::copy(examples.join(of), desk.path().join(name)).unwrap();
    }
    desk
}

#[cfg(unix)]
#[test]
fn every_command_of_every_page_runs_and_prints_what_stands_below_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pages = vec![root.join("README.md")];
    pages.extend(
        fs::read_dir(root.join("docs"))
            .unwrap()
            .map(|it| it.unwrap().path()),
    );
    pages.retain(|it| it.extension().is_some_and(|it| it == "md") && !it.ends_with("story.md"));
    pages.sort();
    let program = Path::new(env!("CARGO_BIN_EXE_figcheck")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let has_jq = Command::new("jq").arg("--version").output().is_ok();
    let mut n_runs = 0;
    for page in pages {
        let desk = desk();
        for step in steps(&fs::read_to_string(&page).unwrap()) {
            let Step::Run(command, said) = step else {
                continue;
            };
            let command = command.replace("cargo run --release --", "figcheck");
            let is_ours = command.contains("figcheck") && !command.contains("--watch");
            if !is_ours || command.contains("| jq") && !has_jq {
                continue;
            }
            let output = Command::new("sh")
                .args(["-c", &command])
                .current_dir(desk.path())
                .env("PATH", &path)
                .env("XDG_CONFIG_HOME", desk.path())
                .env_remove("FIGCHECK_CONFIG")
                .stdin(Stdio::null())
                .output()
                .unwrap();
            let err = String::from_utf8(output.stderr).unwrap();
            let page = page.display();
            assert!(
                matches!(output.status.code(), Some(0 | 1)),
                "{page}: {command}: {err}"
            );
            let out = String::from_utf8(output.stdout).unwrap() + &err;
            for line in said.iter().filter(|it| !["", "…"].contains(&it.trim())) {
                assert!(
                    out.lines().any(|it| it.trim_end() == line),
                    "{page}: {command}: {line:?} is not in {out}"
                );
            }
            n_runs += 1;
        }
    }
    assert!(n_runs >= 25, "{n_runs} commands were found");
}
