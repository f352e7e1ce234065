//! What `explain FILE:LINE` says of the numbers of a line: what was weighed, what won, and what stood against the rest.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what the program reads"
)]

use std::fs;
use std::process::Command;

/// The explanation of a sentence on a line of its own, on one line, single-spaced.
fn explained(sentence: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), format!("Note\n\n{sentence}\n")).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_figcheck"))
        .current_dir(folder.path())
        .args(["explain", "a.txt:3", "--width", "120"])
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn check(sentence: &str, parts: &[&str]) {
    let text = explained(sentence);
    for part in parts {
        assert!(text.contains(part), "{part:?} is not in {text:?}");
    }
}

#[test]
fn the_reading_taken_and_those_it_beat_are_shown_with_scores() {
    check(
        "Nine miners injured in the collapse died in hospital.",
        &[
            "deaths · subject “died” [die], score 86: taken",
            "injured · elliptic “injured” [injure], score 82: it only describes who is counted",
        ],
    );
}

#[test]
fn what_stands_against_a_reading_is_named() {
    check(
        "They seized 20 sailors.",
        &[
            "not a claim",
            "[seize-people], score 81: a word it needs is not in the sentence",
            "[take-away], score 92: a word that must follow does not",
        ],
    );
    check(
        "The army sent 40 toy soldiers to Dover.",
        &[
            "not a claim",
            "[deploy], score 78: a reject pattern of the type matches",
        ],
    );
}

#[test]
fn a_guard_names_its_reason() {
    check(
        "It began on 7 October 2023.",
        &["not a claim", "counts nothing: a date"],
    );
}
