//! What `check` suggests to write instead, and where it leaves that to a person.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what the program writes"
)]

mod newsroom;

use std::process::Stdio;

use newsroom::Room;
use serde_json::Value;

const CHECK: [&str; 4] = ["check", "draft.md", "--sheet", "figures.yaml"];

/// A desk that agreed on figures by hand.
fn desk(figures: &[&str]) -> Room {
    let room = Room::new();
    room.write(
        "figures.yaml",
        &format!("version: 1\nfigures:\n{}", figures.concat()),
    );
    room.check(&["sheet", "lint", "figures.yaml"], 0);
    room
}

const TOLL: &str =
    "- key: toll\n  sentence: The March 3, 2024 earthquake in Calden killed 1,139 people.\n";
const FEW: &str =
    "- key: few\n  sentence: The March 5, 2024 earthquake in Porta killed seven people.\n";

/// What is suggested for a draft of one sentence or more, and under which code.
fn suggested(room: &Room, draft: &str) -> Vec<(String, String)> {
    room.write(
        "draft.md",
        &format!("---\ndate: 2024-03-09\n---\n{draft}\n"),
    );
    let words = |it: &Value| {
        let remarks = it["remarks"].as_array().unwrap().iter();
        let write = remarks.filter(|it| it["key"] == "write");
        let text = write.map(|it| it["text"].as_str().unwrap().to_owned());
        (it["code"].as_str().unwrap().to_owned(), text.collect())
    };
    room.lines(&CHECK).iter().map(words).collect()
}

/// Expects one remark, with this suggestion or none.
fn check(room: &Room, draft: &str, code: &str, write: &str) {
    let expected = [(code.to_owned(), write.to_owned())];
    assert_eq!(suggested(room, draft), expected, "{draft}");
}

#[test]
fn digits_are_suggested_for_digits_and_words_for_words() {
    let room = desk(&[TOLL, FEW]);
    let calden = |n: &str| format!("The March 3, 2024 earthquake in Calden killed {n}.");
    let porta = |n: &str| format!("The March 5, 2024 earthquake in Porta killed {n}.");
    check(
        &room,
        &calden("1,319 people"),
        "mismatch",
        "“1,139” for “1,319”",
    );
    check(
        &room,
        &calden("about 900 people"),
        "mismatch",
        "“1,139” for “about 900”",
    );
    check(
        &room,
        &calden("dozens of people"),
        "wording",
        "“1,139” for “dozens of”",
    );
    check(&room, &porta("9 people"), "mismatch", "“7” for “9”");
    check(
        &room,
        &porta("nine people"),
        "mismatch",
        "“seven” for “nine”",
    );
    check(
        &room,
        "Nine people were killed by the March 5, 2024 earthquake in Porta.",
        "mismatch",
        "“Seven” for “Nine”",
    );
    // A sentence of the sheet that says 330 means 330.
    let hurt =
        "- key: hurt\n  sentence: The March 3, 2024 earthquake in Calden injured 330 people.\n";
    let counted = desk(&[hurt]);
    let injured = |n: u32| format!("The March 3, 2024 earthquake in Calden injured {n} people.");
    check(&counted, &injured(331), "mismatch", "“330” for “331”");
    // Nobody writes 1,139 in words, and only the desk knows how it would be put.
    check(&room, &calden("forty-one people"), "mismatch", "");
}

#[test]
fn what_a_number_for_a_number_would_not_mend_is_left_to_a_person() {
    let pause =
        "- key: pause\n  sentence: Israel and Hezbollah agreed on a ceasefire of 21 days.\n";
    let room = desk(&[TOLL, FEW, pause]);
    let none = |draft: &str| {
        let found = suggested(&room, draft);
        assert!(!found.is_empty(), "{draft}");
        assert!(
            found.iter().all(|(_, write)| write.is_empty()),
            "{draft}: {found:?}"
        );
    };
    // Somebody's words are somebody's words.
    none("“The March 3, 2024 earthquake in Calden killed 41 people,” the mayor said.");
    none("\"The March 3, 2024 earthquake in Calden killed 41 people,\" the mayor said.");
    none("‘The March 3, 2024 earthquake in Calden killed 41 people,’ the mayor said.");
    none(
        "“We don’t know more. The March 3, 2024 earthquake in Calden killed 41 people,” the mayor said.",
    );
    // The verb would have to change, too.
    none("One person was killed by the March 3, 2024 earthquake in Calden.");
    none("The March 3, 2024 earthquake in Calden killed a man.");
    none("The March 3, 2024 earthquake in Calden killed 1 person.");
    // A number that is one with its unit.
    none("Israel and Hezbollah agreed on a 14-day ceasefire.");
    none("Israel and Hezbollah agreed on a ceasefire of two weeks.");
}

#[test]
fn a_source_mends_a_summary_only_number_for_number() {
    let room = Room::new();
    let told = |n: &str| format!("The March 3, 2024 earthquake in Calden killed {n}.\n");
    room.write("source.md", &told("1,139 people"));
    let words = ["check", "summary.md", "--against", "source.md"];
    for (said, write) in [
        ("1,319 people", Some("“1,139” for “1,319”")),
        ("1 person", None),
        ("forty-one people", None),
    ] {
        room.write("summary.md", &told(said));
        let lines = room.lines(&words);
        assert_eq!(lines[0]["code"], "changed", "{said}");
        let remarks = lines[0]["remarks"].as_array().unwrap();
        let found = remarks.iter().find(|it| it["key"] == "write");
        assert_eq!(found.and_then(|it| it["text"].as_str()), write, "{said}");
    }
}

#[test]
fn a_source_is_suggested_only_where_it_can_be_meant_of_nothing_else() {
    let toll = TOLL.to_owned() + "  source: The civil defence agency\n  attribution: required\n";
    let hurt =
        "- key: hurt\n  sentence: The March 3, 2024 earthquake in Calden injured 330 people.\n";
    let room = desk(&[&toll, hurt]);
    let missing = |draft: &str| {
        let found = suggested(&room, draft);
        let mut missing = found.into_iter().filter(|it| it.0 == "attribution-missing");
        missing.next().map(|(_, write)| write)
    };
    let plain = "The March 3, 2024 earthquake in Calden killed 1,139 people.";
    let write = "at the end of the sentence “, the civil defence agency said”";
    assert_eq!(missing(plain).as_deref(), Some(write));
    // The agency did not count the injured.
    let both = "The March 3, 2024 earthquake in Calden killed 1,139 people and injured 330 people.";
    assert_eq!(missing(both).as_deref(), Some(""));
    // Another is said to say so, or the sentence does not end in a full stop of its own.
    let quoted = "“The March 3, 2024 earthquake in Calden killed 1,139 people.”";
    assert_eq!(missing(quoted).as_deref(), Some(""));
    let asked = "Did the March 3, 2024 earthquake in Calden kill 1,139 people?";
    assert!(missing(asked).is_none_or(|it| it.is_empty()));
    let named = format!(
        "{plain} The civil defence agency said that 1,139 people were killed in the earthquake in Calden."
    );
    assert_eq!(missing(&named), None);
}

#[test]
fn each_draft_has_its_own_remarks() {
    let toll = TOLL.to_owned() + "  valid-until: 2024-03-08\n";
    let room = Room::new();
    room.write("figures.yaml", &format!("version: 1\nfigures:\n{toll}"));
    let copy = "---\ndate: 2024-03-09\n---\nThe March 5, 2024 earthquake in Porta killed \
                nine people.\n\nThe March 3, 2024 earthquake in Calden killed 1,139 people.\n\nThe March 5, 2024 \
                earthquake in Porta killed four people.\n";
    room.write("one.md", copy);
    room.write("two.md", &copy.replace("nine", "eight"));
    let lines = room.lines(&["check", "one.md", "two.md", "--sheet", "figures.yaml"]);
    for (draft, word) in [("one", "nine"), ("two", "eight")] {
        let own = lines.iter().filter(|it| it["place"]["article"] == draft);
        let codes: Vec<&str> = own.clone().map(|it| it["code"].as_str().unwrap()).collect();
        assert_eq!(
            codes,
            ["inconsistent", "expired", "not-in-sheet"],
            "{draft}"
        );
        let first = own.clone().next().unwrap();
        assert!(
            first["readings"][0]["says"]
                .as_str()
                .unwrap()
                .contains(word)
        );
    }
}

#[test]
fn of_writers_at_one_time_one_makes_the_sheet() {
    let room = Room::new();
    room.tell(0, "first");
    room.tell(1, "second");
    let init = |folder: &str| room.command(&["sheet", "init", "new.yaml", folder]);
    let run = |mut command: std::process::Command| {
        let command = command.stdout(Stdio::null()).stderr(Stdio::piped());
        command.spawn().unwrap()
    };
    for round in 0..4 {
        let _ = std::fs::remove_file(room.path("new.yaml"));
        let writers = ["first", "second", "first"].map(|it| (it, run(init(it))));
        let ends = writers.map(|(folder, child)| (folder, child.wait_with_output().unwrap()));
        let (won, lost): (Vec<_>, Vec<_>) = ends.iter().partition(|it| it.1.status.success());
        assert_eq!(won.len(), 1, "{round}: {ends:?}");
        for (_, output) in lost {
            let err = String::from_utf8_lossy(&output.stderr);
            assert!(err.contains("new.yaml: is there already"), "{err}");
        }
        let made = room.read("new.yaml");
        let _ = std::fs::remove_file(room.path("alone.yaml"));
        room.check(&["sheet", "init", "alone.yaml", won[0].0], 0);
        assert_eq!(made, room.read("alone.yaml"));
    }
}
