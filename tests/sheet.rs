//! The sheet of agreed figures: parts beside their wholes, what is wrong with an entry, and what is no sheet, no
//! baseline and no article.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what the program writes"
)]

mod newsroom;

use newsroom::Room;

/// An article of one sentence.
fn told(sentence: &str) -> String {
    format!("---\ndate: 2024-03-06\n---\n{sentence}\n")
}

const CHECK: [&str; 5] = ["check", "draft.md", "--sheet", "figures.yaml", "--all"];

/// The code of each remark on a draft, with the words as written.
fn codes(room: &Room, sentence: &str) -> Vec<(String, String)> {
    room.write("draft.md", &told(sentence));
    let text = |it: &serde_json::Value| it.as_str().unwrap().to_owned();
    let lines = room.lines(&CHECK);
    let codes = lines
        .iter()
        .map(|it| (text(&it["code"]), text(&it["readings"][0]["says"])));
    codes.collect()
}

#[test]
fn a_count_over_a_stretch_is_agreed_as_one() {
    let room = Room::new();
    let said = "Since January 300 people have been killed in Gaza.";
    room.write("a.md", &told(said));
    room.check(&["sheet", "init", "figures.yaml", "a.md"], 0);
    let sheet = room.read("figures.yaml");
    assert!(sheet.contains("counts-from: 2024-01-01\n"), "{sheet}");
    let code = |sentence: &str| codes(&room, sentence).remove(0).0;
    assert_eq!(
        code("Since January 500 people have been killed in Gaza."),
        "mismatch"
    );
    assert_eq!(
        code("Since the war began 500 people have been killed in Gaza."),
        "not-in-sheet"
    );
    let broken = sheet.replace("counts-from: 2024-01-01", "counts-from: January");
    room.write("figures.yaml", &broken);
    room.check(&["sheet", "lint", "figures.yaml"], 2);
}

#[test]
fn what_is_in_dispute_is_left_to_the_desk() {
    let room = Room::new();
    let killed = |n: &str| format!("The March 3, 2024 earthquake in Calden killed {n}.");
    room.write("a.md", &told(&killed("41 people, including 44 children")));
    let (_, notes) = room.check(&["sheet", "init", "check.yaml", "a.md"], 0);
    assert_eq!(notes.matches("44 ≤ 41 does not hold").count(), 2, "{notes}");
    assert!(room.read("check.yaml").contains("figures: []"));
    // A toll that fell is agreed on where the text says that it was corrected.
    let war = "41,300 people have been killed in the war in Gaza, the ministry said.";
    let fell = |before: &str| {
        room.write("a.md", &told(&war.replace("41,3", "58,2")));
        let later = told(&format!("{before}{war}")).replace("03-06", "03-16");
        room.write("b.md", &later);
        let name = format!("fell{}.yaml", before.len());
        room.check(&["sheet", "init", &name, "a.md", "b.md"], 0);
        room.read(&name)
    };
    let silent = fell("");
    assert!(silent.contains("figures: []") && silent.contains("the later number is lower"));
    assert!(fell("The ministry lowered the toll: ").contains("  best: 41300\n"));
    // Whoever chooses one of two of a day does not make the other a former one.
    room.write("a.md", &told(&killed("58 people")));
    room.write("b.md", &told(&killed("41 people")));
    room.check(&["sheet", "init", "two.yaml", "a.md", "b.md"], 0);
    let sheet = room.read("two.yaml");
    assert!(
        sheet.contains("58 (a): they differ") && !sheet.contains("best"),
        "{sheet}"
    );
    let key = sheet.split("# not agreed: ").nth(1).unwrap();
    let key = key.split(':').next().unwrap();
    room.check(
        &[
            "sheet", "add", "two.yaml", "a.md", "b.md", "--figure", key, "--from", "a",
        ],
        0,
    );
    let sheet = room.read("two.yaml");
    assert!(sheet.contains("best: 58"), "{sheet}");
    assert!(!sheet.contains("former"), "{sheet}");
    assert!(!sheet.contains("not agreed"), "{sheet}");
}

#[test]
fn beyond_the_end_of_what_is_open_nothing_was_agreed_on() {
    let room = Room::new();
    let killed = |n: &str| format!("The March 3, 2024 earthquake in Calden killed {n} people.");
    room.write("a.md", &told(&killed("at least 12")));
    room.check(&["sheet", "init", "figures.yaml", "a.md"], 0);
    let check = |sentence: &str, expected: &str| {
        let found = codes(&room, sentence);
        assert_eq!(found[0].0, expected, "{sentence}");
    };
    check(&killed("at least 12"), "ok");
    check(&killed("12"), "rounding");
    check(&killed("32"), "wording");
    let told = room.lines(&CHECK).remove(0)["remarks"].to_string();
    assert!(
        !told.contains("write"),
        "32 may be the newer number: {told}"
    );
    check(&killed("nine"), "mismatch");
    // Of another day, it is no number that the sheet has.
    let elsewhere = |n: &str| format!("The March 4, 2024 earthquake in Calden killed {n} people.");
    check(&elsewhere("32"), "not-in-sheet");
    let line = room.lines(&CHECK).remove(0);
    let why = line["remarks"].to_string();
    assert!(why.contains("of its kind it has at least 12"), "{line}");
}

#[test]
fn a_part_has_an_entry_beside_its_whole() {
    let room = Room::new();
    let sentence = |n: &str, children: &str| {
        format!(
            "The March 3, 2024 earthquake in Calden killed {n} people, including {children} children, the government \
             said."
        )
    };
    room.write("a.md", &told(&sentence("41", "four")));
    room.check(&["sheet", "init", "figures.yaml", "a.md"], 0);
    let sheet = room.read("figures.yaml");
    let key = |label: &str| {
        let mut lines = sheet.lines();
        let mut key = "";
        lines.find(|line| {
            if let Some(found) = line.strip_prefix("- key: ") {
                key = found;
            }
            *line == format!("  label: \"{label}\"")
        });
        key
    };
    let whole = key("deaths · earthquake, Calden");
    assert!(
        !key("deaths (children) · earthquake, Calden").is_empty(),
        "{sheet}"
    );
    assert!(sheet.contains(&format!("  part-of: {whole}\n")), "{sheet}");
    room.check(&["sheet", "lint", "figures.yaml"], 0);
    let check = |n: &str, children: &str, expected: [&str; 2]| {
        let found = codes(&room, &sentence(n, children));
        let found: Vec<&str> = found.iter().map(|it| &*it.0).collect();
        assert_eq!(found, expected, "{n}, {children}");
    };
    check("41", "four", ["ok", "ok"]);
    check("41", "six", ["ok", "mismatch"]);
    check("58", "four", ["mismatch", "ok"]);
    let alone =
        "Four children were killed in the March 3, 2024 earthquake in Calden, the government said.";
    assert_eq!(
        codes(&room, alone),
        [("ok".to_owned(), "Four children".to_owned())]
    );
    // A part is no larger than its whole, and its whole is there.
    let lint = |from: &str, to: &str, told: &str| {
        room.write("figures.yaml", &sheet.replace(from, to));
        let (text, _) = room.check(&["sheet", "lint", "figures.yaml"], 1);
        assert!(text.contains(told), "{text}");
    };
    lint("  best: 4\n", "  best: 44\n", "44 is more than 41");
    lint(
        "  part-of: \"",
        "  part-of: \"x",
        "no entry has the key xdeaths",
    );
}

#[test]
fn a_slot_that_means_nothing_is_told_at_its_line() {
    let room = Room::new();
    let sentence = "The March 3, 2024 earthquake in Calden killed 41 people, the government said.";
    room.write("a.md", &told(sentence));
    room.check(&["sheet", "init", "figures.yaml", "a.md"], 0);
    let sheet = room.read("figures.yaml");
    let foul = |from: &str, to: &str, line: &str, told: &str| {
        let text = sheet.replace(from, to);
        assert_ne!(text, sheet);
        room.write("figures.yaml", &text);
        for words in [&["sheet", "lint", "figures.yaml"][..], &CHECK[..4]] {
            room.write("draft.md", "x");
            let (_, err) = room.check(words, 2);
            assert!(err.contains(line) && err.contains(told), "{err}");
        }
    };
    let modality = "    basis: incident\n    modality: planed\n";
    foul(
        "    basis: incident\n",
        modality,
        "figures.yaml:14:5: ",
        "modality: planed is none",
    );
    foul(
        "from: 2024-03-03",
        "from: 3rd",
        "figures.yaml:16:",
        "event.from: 3rd is no date",
    );
    foul(
        "to: 2024-03-03",
        "to: 2024-03-32",
        "figures.yaml:16:",
        "event.to: 2024-03-32 is no date",
    );
    foul(
        "to: 2024-03-03",
        "to: 2024-03-02",
        "figures.yaml:16:",
        "event.to: is before event.from",
    );
    foul(
        "from: 2024",
        "form: 2024",
        "figures.yaml:16:",
        "unknown key `form`: did you mean `from`?",
    );
    let modality = "    basis: incident\n    modality: planned\n";
    room.write(
        "figures.yaml",
        &sheet.replace("    basis: incident\n", modality),
    );
    room.check(&["sheet", "lint", "figures.yaml"], 0);
}

#[test]
fn a_baseline_takes_the_place_of_a_baseline_alone() {
    let room = Room::new();
    room.snapshot(0, 0);
    room.check(&["sheet", "init", "figures.yaml", "story"], 0);
    room.write("empty.yaml", "");
    room.write("notes.md", "# Notes\n");
    let write = |file: &str, code: i32| {
        let words = ["diff", "story", "--write-baseline", file, "--exit-zero"];
        room.check(&words, code).1
    };
    for file in [
        "snapshots/calden.snap",
        "figures.yaml",
        "story/beacon.md",
        "notes.md",
    ] {
        let before = room.read(file);
        let err = write(file, 2);
        assert!(err.contains("is there and no baseline"), "{err}");
        assert!(err.contains(&format!("{file}: ")), "{err}");
        assert_eq!(room.read(file), before);
    }
    for file in ["new.yaml", "new.yaml", "empty.yaml"] {
        write(file, 0);
        assert!(room.read(file).starts_with("# Findings that were known"));
    }
}

#[test]
fn what_we_print_is_no_article() {
    let room = Room::new();
    room.tell(0, "story");
    let words = [
        "diff",
        "story",
        "-o",
        "report.json",
        "-o",
        "report.jsonl",
        "--exit-zero",
    ];
    room.check(&words, 0);
    for file in ["report.json", "report.jsonl"] {
        let (_, err) = room.check(&["sheet", "init", "figures.yaml", file], 2);
        assert!(err.contains("no sheet was written"), "{err}");
        assert!(!room.path("figures.yaml").exists());
    }
    let (_, err) = room.check(&["diff", "report.json"], 2);
    assert!(
        err.contains("report.json: is what figcheck prints, and no article"),
        "{err}"
    );
}

#[test]
fn what_is_mistyped_is_told_with_the_way_out() {
    let room = Room::new();
    room.snapshot(0, 0);
    room.check(&["sheet", "init", "figures.yaml", "story"], 0);
    let check = |words: &[&str], told: &str| {
        let (_, err) = room.check(words, 2);
        assert!(err.contains(told), "{words:?}: {told:?} is not in {err}");
    };
    check(
        &["snapshot", "story/"],
        "its name comes first and alone, without a folder: figcheck snapshot STORY",
    );
    check(
        &["snapshot", "calden"],
        "after the story's name come its articles: figcheck snapshot calden",
    );
    check(
        &["snapshots", "calden", "story"],
        "if a command was meant: figcheck snapshot",
    );
    check(
        &["story", "--as-of", "tomorrow"],
        "it is no date; write 2024-09-07",
    );
    check(&["accept", "calden"], "<--id <ID>|--all>");
    check(
        &["check", "story/coast.md"],
        "<--sheet <FILE>|--against <PATH>...>",
    );
    check(
        &["sheet", "init", "story"],
        "the sheet comes first: figcheck sheet init figures.yaml story",
    );
    check(
        &["sheet", "init", "figures.yaml", "story"],
        "is there already; add to it with: figcheck sheet add",
    );
    check(
        &["sheet", "lint", "figure.yaml"],
        "no such sheet; make one with: figcheck sheet init figure.yaml",
    );
    check(
        &["check", "story", "--sheet", "story"],
        "story: is a folder; name the sheet in it",
    );
    let add = [
        "sheet",
        "add",
        "figures.yaml",
        "story",
        "--figure",
        "deaths",
        "--from",
        "harbor",
    ];
    check(
        &add,
        "--from harbor: no article of that id: did you mean `harbour`?",
    );
}
