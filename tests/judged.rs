//! What stands beside an agreed figure and is not it: a denial, an addition, a bound that leaves it out; and a summary
//! that lies among its own sources.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what the program writes"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

/// The output of a command in `folder`, whatever its exit code.
fn run(folder: &Path, words: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_figcheck"))
        .current_dir(folder)
        .args(words)
        .env("FIGCHECK_NOW", "2024-03-09T08:00:00Z")
        .env_remove("FIGCHECK_CONFIG")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// The codes of the remarks on a draft, each once, sorted.
fn codes(folder: &Path, words: &[&str]) -> Vec<String> {
    let mut codes: Vec<String> = run(folder, words)
        .lines()
        .map(|line| {
            serde_json::from_str::<Value>(line).unwrap()["code"]
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    codes.sort();
    codes.dedup();
    codes
}

#[test]
fn what_only_looks_like_the_agreed_figure_is_not_ok() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    let head = "---\ndate: 2024-03-06\n---\n";
    write(
        "source.md",
        &format!(
            "{head}The March 3, 2024 earthquake in Calden killed 1,139 people, the government said.\n"
        ),
    );
    run(
        folder.path(),
        &["sheet", "init", "figures.yaml", "source.md"],
    );
    for (sentence, wanted) in [
        (
            "The March 3, 2024 earthquake in Calden killed 1,139 people, the government said.",
            "ok",
        ),
        (
            "The March 3, 2024 earthquake in Calden did not kill 1,139 people, the government said.",
            "mismatch",
        ),
        (
            "The March 3, 2024 earthquake in Calden killed more than 1,139 people, the government said.",
            "mismatch",
        ),
        (
            "The March 3, 2024 earthquake in Calden killed another 1,139 people, the government said.",
            "not-in-sheet",
        ),
    ] {
        write("draft.md", &format!("{head}{sentence}\n"));
        let found = codes(
            folder.path(),
            &[
                "check",
                "draft.md",
                "--sheet",
                "figures.yaml",
                "--all",
                "-f",
                "jsonl",
            ],
        );
        assert_eq!(found, [wanted], "{sentence}");
    }
}

#[test]
fn a_summary_among_its_sources_does_not_support_itself() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    let told = |n: &str| {
        format!(
            "---\ndate: 2024-03-06\n---\nThe March 3, 2024 earthquake in Calden killed {n} people, the government said.\n"
        )
    };
    write("source.md", &told("1,139"));
    write("summary.md", &told("999"));
    let words = [
        "check",
        "summary.md",
        "--against",
        ".",
        "--all",
        "-f",
        "jsonl",
    ];
    assert_eq!(codes(folder.path(), &words), ["changed"]);
    write("summary.md", &told("1,139"));
    assert_eq!(codes(folder.path(), &words), ["supported"]);
}

#[test]
fn an_entry_that_cannot_be_looked_for_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let head = "---\ndate: 2024-03-06\n---\n";
    let told = format!(
        "{head}The March 3, 2024 earthquake in Calden killed 1,139 people, the government said.\n"
    );
    fs::write(path("source.md"), told).unwrap();
    run(
        folder.path(),
        &["sheet", "init", "figures.yaml", "source.md"],
    );
    let sheet = fs::read_to_string(path("figures.yaml")).unwrap();
    assert!(sheet.contains("type: \"deaths\""), "{sheet}");
    fs::write(
        path("figures.yaml"),
        sheet.replace("type: \"deaths\"", "type: \"ghosts\""),
    )
    .unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_figcheck"))
        .current_dir(folder.path())
        .args(["check", "source.md", "--sheet", "figures.yaml"])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("is left out"), "{said}");
}
