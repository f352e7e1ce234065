//! Where `check` and `sheet` must not be sure: a number of another question is neither written into a draft nor agreed
//! on, and sources that contradict each other are no support.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what the program writes"
)]

mod newsroom;

use newsroom::Room;
use serde_json::Value;

const AGAINST: [&str; 4] = ["check", "draft.md", "--against", "story"];

fn copy(day: &str, words: &str) -> String {
    format!("---\ndate: {day}\n---\n{words}\n")
}

/// A story of articles, one a text.
fn story(texts: &[&str]) -> Room {
    let room = Room::new();
    std::fs::create_dir(room.path("story")).unwrap();
    for (at, text) in texts.iter().enumerate() {
        room.write(&format!("story/s{at}.md"), &copy("2031-05-06", text));
    }
    room
}

fn remark(it: &Value, key: &str) -> Option<String> {
    let mut remarks = it["remarks"].as_array().unwrap().iter();
    let found = remarks.find(|it| it["key"] == key)?;
    Some(found["text"].as_str().unwrap().to_owned())
}

/// The one remark on a draft of one sentence: its code, why, and what it suggests.
fn told(room: &Room, draft: &str) -> (String, String, Option<String>) {
    room.write("draft.md", &copy("2031-05-07", draft));
    let lines = room.lines(&[&AGAINST[..], &["--all"]].concat());
    assert_eq!(lines.len(), 1, "{draft}: {lines:?}");
    let it = &lines[0];
    let code = it["code"].as_str().unwrap().to_owned();
    (
        code,
        remark(it, "why").unwrap_or_default(),
        remark(it, "write"),
    )
}

#[test]
fn a_number_that_a_source_has_is_never_written_over() {
    let room = story(&["The earthquake in Calden killed 200 people, including 40 in Porta."]);
    let (code, why, write) = told(&room, "The earthquake in Calden killed 40 people in Porta.");
    assert_ne!(code, "changed", "{why}");
    assert_eq!(write, None);
    let before = room.read("draft.md");
    room.run(&[&AGAINST[..], &["--write"]].concat());
    assert_eq!(room.read("draft.md"), before);
    // A part that is told as the whole is wrong, and what was meant is for a person to say.
    let (code, why, write) = told(&room, "The earthquake in Calden killed 40 people.");
    assert_eq!((&*code, write), ("changed", None), "{why}");
    assert!(why.contains("no source has this number for it"), "{why}");
}

#[test]
fn the_number_of_a_province_is_not_written_for_that_of_a_town() {
    let room = story(&[
        "CALDEN, May 6 — An earthquake struck Calden province on Tuesday, killing at least 112 people, the ministry \
         said.",
    ]);
    let (code, why, write) = told(
        &room,
        "In Ilmet, 85 people were killed in the Calden earthquake on Tuesday.",
    );
    assert_eq!(write, None, "{code}: {why}");
}

#[test]
fn what_somebody_else_says_is_no_invention() {
    let room = story(&[
        "The May 4, 2031 earthquake in Calden killed 187 people, the interior ministry said. An opposition \
         lawmaker said that the earthquake in Calden had killed 430 people.",
    ]);
    let (code, why, write) = told(
        &room,
        "The opposition said that the earthquake in Calden killed 430 people.",
    );
    assert_ne!(code, "changed", "{why}");
    assert_eq!(write, None);
    // And the number of one is not put into the mouth of another.
    let (code, why, write) = told(
        &room,
        "The opposition said that the earthquake in Calden killed 520 people.",
    );
    assert_eq!((&*code, write), ("changed", None), "{why}");
}

#[test]
fn a_number_in_the_mouth_of_somebody_else_is_told() {
    let room = story(&[
        "The May 4, 2031 earthquake in Calden killed 187 people, the interior ministry said.",
    ]);
    let draft =
        |who: &str| format!("The May 4, 2031 earthquake in Calden killed 187 people, {who} said.");
    let (code, why, _) = told(&room, &draft("the Red Crescent"));
    assert_eq!(code, "unsure", "{why}");
    assert!(why.contains("names somebody else"), "{why}");
    for who in ["the Interior Ministry", "officials", "the ministry"] {
        let (code, why, _) = told(&room, &draft(who));
        assert_eq!(code, "supported", "{who}: {why}");
    }
}

#[test]
fn sources_that_contradict_each_other_are_no_support() {
    let room = story(&[
        "The May 4, 2031 earthquake in Calden killed 1,139 people.",
        "The May 4, 2031 earthquake in Calden killed 1,193 people.",
    ]);
    let draft = "The May 4, 2031 earthquake in Calden killed 1,139 people.";
    let (code, why, write) = told(&room, draft);
    assert_eq!((&*code, write), ("disputed", None), "{why}");
    assert!(why.contains("the sources do not agree"), "{why}");
    let (text, _) = room.check(&AGAINST, 1);
    assert!(
        text.contains("DISPUTED") && text.contains("1,193"),
        "{text}"
    );
    // Nor is one of the two written for a third.
    let (code, why, write) = told(
        &room,
        "The May 4, 2031 earthquake in Calden killed 900 people.",
    );
    assert_eq!((&*code, write), ("changed", None), "{why}");
    assert!(
        why.contains("nothing is suggested: the sources do not agree"),
        "{why}"
    );
}

#[test]
fn the_level_that_fails_is_chosen() {
    let room = story(&[
        "The May 4, 2031 earthquake in Calden killed 1,139 people.",
        "The May 4, 2031 earthquake in Calden killed 1,193 people.",
    ]);
    let draft = "The May 4, 2031 earthquake in Calden killed 1,139 people.";
    room.write("draft.md", &copy("2031-05-07", draft));
    for (level, code) in [
        ("never", 0),
        ("error", 0),
        ("major", 0),
        ("warning", 1),
        ("info", 1),
    ] {
        room.check(&[&AGAINST[..], &["--fail-on", level]].concat(), code);
    }
    room.check(&[&AGAINST[..], &["--exit-zero"]].concat(), 0);
}

#[test]
fn sources_that_are_not_there_are_an_error_and_no_remarks() {
    let room = story(&[]);
    room.write(
        "draft.md",
        &copy("2031-05-07", "A flood in Calden killed 41 people."),
    );
    for path in ["gone", "story"] {
        let (text, err) = room.check(&["check", "draft.md", "--against", path], 2);
        assert_eq!(text, "");
        assert!(err.contains("nothing was checked"), "{err}");
    }
}

#[test]
fn two_numbers_under_one_name_are_not_agreed_on() {
    let room = story(&[
        "The death toll from the May 4, 2031 earthquake in Calden rose to 187, the interior ministry said. A \
         lawmaker, Ann Varr, said the true number of dead in the earthquake was over 400.",
    ]);
    let (_, err) = room.check(&["sheet", "init", "figures.yaml", "story"], 0);
    let sheet = room.read("figures.yaml");
    assert!(
        !sheet.contains("\n  best: 187") || !sheet.contains("\n  low: 400"),
        "{sheet}{err}"
    );
}

/// Two entries under one label, as an older sheet may have them.
const TWINS: &str = "version: 1\nfigures:\n- key: a\n  label: deaths in Calden\n  sentence: The May 4, 2031 earthquake \
in Calden killed 187 people.\n- key: b\n  label: deaths in Calden\n  sentence: The May 4, 2031 earthquake in Calden \
killed 410 people.\n";

#[test]
fn a_sheet_with_two_numbers_for_one_thing_accepts_neither() {
    let room = Room::new();
    room.write(
        "figures.yaml",
        &TWINS
            .replacen("  sentence", "  best: 187\n  sentence", 1)
            .replacen("Calden\n  sentence", "Calden\n  best: 410\n  sentence", 1),
    );
    let (text, _) = room.check(&["sheet", "lint", "figures.yaml"], 1);
    assert!(
        text.contains("a: is called as b is, which has 410"),
        "{text}"
    );
    for n in [187, 410] {
        let words = format!("The May 4, 2031 earthquake in Calden killed {n} people.");
        room.write("draft.md", &copy("2031-05-07", &words));
        let found = room.lines(&["check", "draft.md", "--sheet", "figures.yaml"]);
        assert_eq!(found[0]["code"], "disputed", "{n}: {found:?}");
    }
    let words = "The May 4, 2031 earthquake in Calden killed 212 people.";
    room.write("draft.md", &copy("2031-05-07", words));
    let found = room.lines(&["check", "draft.md", "--sheet", "figures.yaml"]);
    assert_eq!(found[0]["code"], "mismatch");
    assert_eq!(remark(&found[0], "write"), None);
}
