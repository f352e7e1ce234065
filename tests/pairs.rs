//! Two articles of a sentence each, and what is said of them: what a text takes back, households and people, parts that
//! are more than their whole, copies, percentages, and files that hold no text.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what the program writes"
)]

mod newsroom;

use newsroom::Room;
use serde_json::Value;

fn room(texts: &[&str]) -> Room {
    let room = Room::new();
    std::fs::create_dir(room.path("story")).unwrap();
    for (at, text) in texts.iter().enumerate() {
        room.write(
            &format!("story/s{at}.md"),
            &format!("---\ndate: 2031-05-06\n---\n{text}\n"),
        );
    }
    room
}

/// All figures with more than one reading, by verdict and grade.
fn verdicts(texts: &[&str]) -> Vec<String> {
    let room = room(texts);
    let figures = room.lines(&["story", "--all"]);
    let told = |it: &Value| {
        let grade = it["grade"].as_str().unwrap_or_default().to_owned();
        format!("{} {grade}", it["verdict"].as_str().unwrap())
            .trim()
            .to_owned()
    };
    let told = figures
        .iter()
        .filter(|it| it["verdict"].is_string())
        .map(told);
    told.filter(|it| it != "single").collect()
}

const TOLL: &str = "The earthquake in Calden killed 187 people.";

#[test]
fn what_is_called_false_is_denied() {
    for text in [
        "Reports that the earthquake in Calden killed 500 people were false, officials said.",
        "The claim that the earthquake in Calden killed 500 people is false.",
        "The rumour that the earthquake in Calden had killed 500 people turned out to be untrue.",
    ] {
        assert_eq!(verdicts(&[TOLL, text]), ["compatible"], "{text}");
    }
    // What is false there is something else.
    for text in [
        "The minister said that the earthquake in Calden killed 500 people, and that reports of looting were false.",
        "Reports that the earthquake in Calden killed 500 people were confirmed.",
    ] {
        assert_eq!(verdicts(&[TOLL, text]), ["disagree major"], "{text}");
    }
}

#[test]
fn the_number_that_was_revised_is_no_rival_of_the_new_one() {
    let text = "The toll from the earthquake in Calden was revised down to 150 from 187.";
    let told = verdicts(&[text, TOLL]);
    assert!(told.contains(&"revised".to_owned()), "{told:?}");
    assert!(!told.iter().any(|it| it == "unclear"), "{told:?}");
}

#[test]
fn families_are_no_people() {
    let people = "The earthquake in Calden on Monday left 14,000 people homeless.";
    let families = "The earthquake in Calden on Monday left 14,000 families homeless.";
    assert_eq!(verdicts(&[people, families]), Vec::<String>::new());
    let fewer = families.replace("14,000", "9,000");
    assert_eq!(verdicts(&[families, &fewer]), ["disagree moderate"]);
}

#[test]
fn parts_are_no_more_than_their_whole() {
    let check = |parts: &str, fails: bool| {
        let text =
            format!("A train crash near Calden killed 12 people on Monday, including {parts}.");
        let room = room(&[&text]);
        let output = room.run(&["story", "-f", "plain"]);
        let said = String::from_utf8(output.stdout).unwrap();
        assert_eq!(said.contains("1 check fails"), fails, "{parts}: {said}");
        assert_eq!(output.status.code(), Some(i32::from(fails)), "{parts}");
        assert_eq!(said.contains("5 + 8 ≤ 12"), fails, "{said}");
    };
    check("5 women and 8 men", true);
    check("5 women and 7 men", false);
    // Some of the women may be tourists.
    check("5 women and 8 tourists", false);
}

#[test]
fn a_copy_is_no_second_source() {
    let text = "The earthquake in Calden destroyed 3,100 homes.";
    let room = room(&[text, text]);
    let figures = room.lines(&["story"]);
    assert_eq!(figures[0]["tags"][0], "copied", "{figures:?}");
    let (said, _) = room.check(&["story"], 0);
    assert!(
        said.contains("copied, word for word") && said.contains("1 agrees (copied)"),
        "{said}"
    );
    room.write(
        "story/s1.md",
        "---\ndate: 2031-05-06\n---\nSome officials said the earthquake in Calden destroyed 3,100 homes.\n",
    );
    let (said, _) = room.check(&["story"], 0);
    assert!(!said.contains("copied"), "{said}");
}

#[test]
fn percentages_differ_by_points() {
    let text = "Turnout in Sunday's election in Calden was 67 percent.";
    let check = |other: &str, verdict: &str, words: &str| {
        let other = text.replace("67", other);
        let room = room(&[text, &other]);
        let (said, _) = room.check(&["story", "--exit-zero"], 0);
        assert!(
            said.to_lowercase().contains(verdict) && said.contains(words),
            "{said}"
        );
    };
    check("70.5", "", "differ by 3.5 points");
    check("68", "", "differ by 1 point ");
}

#[test]
fn what_counts_is_in_quotation_marks_and_our_count_is_not() {
    let room = room(&[
        "The earthquake in Calden killed 112 people.",
        "In Calden the earthquake killed 112 people.",
        "The earthquake in Calden killed 187 people.",
    ]);
    for format in ["plain", "github", "sarif"] {
        let (said, _) = room.check(&["story", "-f", format], 1);
        assert!(
            said.contains("112 people” (2 articles)"),
            "{format}: {said}"
        );
    }
}

#[test]
fn a_page_for_browsers_is_no_text() {
    let room = room(&[TOLL]);
    let page = "<!doctype html><html><body><p>The earthquake in Calden killed 230 people.</p></body></html>";
    room.write("story/page.html", page);
    room.write("page.txt", page);
    let (_, err) = room.check(&["story"], 0);
    assert!(err.contains("story: page.html (HTML) is not read"), "{err}");
    let (_, err) = room.check(&["story", "--exclude", "*.html"], 0);
    assert_eq!(err, "");
    for named in ["story/page.html", "page.txt"] {
        let (_, err) = room.check(&[named], 2);
        assert!(err.contains("is HTML"), "{err}");
    }
    // A report of ours beside the articles is nothing that anybody would miss.
    std::fs::remove_file(room.path("story/page.html")).unwrap();
    room.check(&["story", "-o", "story/report.html"], 0);
    let (_, err) = room.check(&["story"], 0);
    assert_eq!(err, "");
}

#[test]
fn a_date_under_another_key_is_told() {
    let room = room(&[]);
    room.write(
        "story/a.md",
        &format!("---\npublished: 2031-05-06\n---\n{TOLL}\n"),
    );
    let (_, err) = room.check(&["story"], 0);
    assert!(
        err.contains("a.md:2: \"published: 2031-05-06\" is not taken for the article's date; write \"date: 2031-05-06\""),
        "{err}"
    );
}

#[test]
fn slips_of_the_command_line_are_told_in_words() {
    let room = room(&[
        TOLL,
        "The earthquake in Calden killed 230 people and injured 12 people.",
    ]);
    let (_, err) = room.check(&["story", "-o", "a.csv", "-o", "a.csv"], 2);
    assert!(err.contains("-o a.csv: named twice"), "{err}");
    let (text, err) = room.check(&["snapshosts", "story"], 2);
    assert!(text.is_empty(), "{text}");
    assert!(
        err.contains("if a command was meant: figcheck snapshot"),
        "{err}"
    );
    room.check(&["story", "--type", "deaths,injured"], 1);
    room.check(&["story", "--min-severity", "moderate"], 1);
    room.check(&["story", "--fail-on", "error"], 1);
    room.check(&["schema", "new", "rescued"], 0);
    let (_, err) = room.check(&["schema", "new", "rescued"], 2);
    assert!(
        err.contains("is there already, and is not written over"),
        "{err}"
    );
    room.write("known.yaml", "garbage\n");
    let (_, err) = room.check(&["story", "--baseline", "known.yaml"], 2);
    assert!(
        err.contains("is no baseline as --write-baseline writes it"),
        "{err}"
    );
    room.write(
        "figcheck.suppress.yaml",
        "- figure: deaths-1\n  reason: settled\n\n  until: soon\n",
    );
    let (_, err) = room.check(&["story"], 2);
    assert!(err.contains("figcheck.suppress.yaml:4:"), "{err}");
}
