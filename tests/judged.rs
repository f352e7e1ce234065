//! What stands beside an agreed figure and is not it: a denial, an addition, a bound that leaves it out; and a summary
//! that lies among its own sources.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what the program writes"
)]

mod newsroom;

use std::collections::BTreeSet;

use newsroom::Room;

/// The codes of the remarks on a draft, each once, sorted.
fn codes(room: &Room, words: &[&str]) -> Vec<String> {
    let lines = room.lines(words);
    let code = |it: &serde_json::Value| it["code"].as_str().unwrap().to_owned();
    let codes: BTreeSet<String> = lines.iter().map(code).collect();
    codes.into_iter().collect()
}

#[test]
fn what_only_looks_like_the_agreed_figure_is_not_ok() {
    let room = Room::new();
    let head = "---\ndate: 2024-03-06\n---\n";
    room.write(
        "source.md",
        &format!(
            "{head}The March 3, 2024 earthquake in Calden killed 1,139 people, the government said.\n"
        ),
    );
    room.check(&["sheet", "init", "figures.yaml", "source.md"], 0);
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
        room.write("draft.md", &format!("{head}{sentence}\n"));
        let found = codes(
            &room,
            &["check", "draft.md", "--sheet", "figures.yaml", "--all"],
        );
        assert_eq!(found, [wanted], "{sentence}");
    }
}

#[test]
fn a_summary_among_its_sources_does_not_support_itself() {
    let room = Room::new();
    let told = |n: &str| {
        format!(
            "---\ndate: 2024-03-06\n---\nThe March 3, 2024 earthquake in Calden killed {n} people, the government said.\n"
        )
    };
    room.write("source.md", &told("1,139"));
    room.write("summary.md", &told("999"));
    let words = ["check", "summary.md", "--against", ".", "--all"];
    assert_eq!(codes(&room, &words), ["changed"]);
    room.write("summary.md", &told("1,139"));
    assert_eq!(codes(&room, &words), ["supported"]);
}

#[test]
fn an_entry_that_cannot_be_looked_for_is_named() {
    let room = Room::new();
    let head = "---\ndate: 2024-03-06\n---\n";
    let told = format!(
        "{head}The March 3, 2024 earthquake in Calden killed 1,139 people, the government said.\n"
    );
    room.write("source.md", &told);
    room.check(&["sheet", "init", "figures.yaml", "source.md"], 0);
    let sheet = room.read("figures.yaml");
    assert!(sheet.contains("type: \"deaths\""), "{sheet}");
    let foul = sheet.replace("type: \"deaths\"", "type: \"ghosts\"");
    room.write("figures.yaml", &foul);
    let output = room.run(&["check", "source.md", "--sheet", "figures.yaml"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("is left out"), "{said}");
}
