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

#[test]
fn a_margin_is_the_winners_and_no_count_of_the_losers() {
    let margin = "Ann Quill defeated Joe Marden by 12,400 votes in Harsk.";
    let count = "Joe Marden received 20,300 votes in Harsk.";
    assert_eq!(verdicts(&[margin, count]), Vec::<String>::new());
    for other in [
        "Ann Quill won by 14,200 votes in Harsk.",
        "Joe Marden lost to Ann Quill by 14,200 votes in Harsk.",
        "Joe Marden was beaten by Ann Quill by 14,200 votes in Harsk.",
    ] {
        assert_eq!(verdicts(&[margin, other]), ["disagree moderate"], "{other}");
    }
}

#[test]
fn whoever_shot_others_dead_is_not_among_the_dead() {
    let five = "A gunman shot dead five people at a school in Calden on Monday and was arrested.";
    let six = "A gunman shot dead six people at a school in Calden on Monday. He was arrested.";
    assert_eq!(verdicts(&[five, six]), ["disagree moderate"]);
    let dead =
        "A gunman killed six people at a school in Calden on Monday. The gunman was shot dead.";
    assert_eq!(verdicts(&[five, dead]), ["unclear"]);
}

#[test]
fn plans_are_one_however_they_are_worded() {
    let will = "Quill Steel will cut 1,800 jobs in Calden.";
    for other in [
        "Quill Steel is to shed 1,500 jobs in Calden.",
        "Quill Steel is cutting 1,500 jobs in Calden.",
        "Quill Steel plans to eliminate 1,500 positions in Calden.",
    ] {
        assert_eq!(verdicts(&[will, other]), ["disagree moderate"], "{other}");
    }
    let done = "Quill Steel cut 1,500 jobs in Calden last year.";
    assert_eq!(verdicts(&[will, done]), Vec::<String>::new());
}

#[test]
fn a_candidate_with_an_apposition_keeps_his_name() {
    let texts = [
        "Ann Quill, the Green candidate, won 14,203 votes in Calden.",
        "Ann Quill received 12,403 votes in Calden.",
    ];
    assert_eq!(verdicts(&texts), ["disagree moderate"]);
}

#[test]
fn who_finds_nothing_learns_of_the_numbers_that_nobody_takes() {
    let told = |texts: &[&str]| {
        let output = room(texts).run(&["story"]);
        String::from_utf8(output.stderr).unwrap()
    };
    let err = told(&[
        "The library lent 312 books.\nIt lent 40 films.",
        "It owns 9 maps.",
    ]);
    assert!(
        err.contains(
            "hold 3 numbers, which no claim type takes; why of one: figcheck explain story/s0.md:4"
        ),
        "{err}"
    );
    assert_eq!(
        told(&[TOLL, "Two were hurt; the library lent 312 books."]),
        ""
    );
}

#[test]
fn two_figures_of_one_name_are_told_with_what_parts_them() {
    let texts = [
        "The hospital was hit by an airstrike that killed 14 people.",
        "Fifteen people died in the airstrike on the hospital.",
    ];
    let output = room(&texts).run(&["story"]);
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(
        err.contains("two figures are called “deaths · airstrike” and are kept apart: "),
        "{err}"
    );
    assert!(err.contains("; more: figcheck explain s0#"), "{err}");
}

#[test]
fn a_dash_is_standard_output() {
    let room = room(&[TOLL]);
    let output = room.run(&["story", "-f", "csv", "-o", "-"]);
    assert!(!output.stdout.is_empty());
    assert!(!room.path("-").exists());
    let output = room.run(&["story", "-o", "-", "-o", "a.csv"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_part_elsewhere_has_its_own_place_and_the_doer_of_the_whole() {
    let of_them = "Ford will cut 4,000 jobs in Europe, 800 of them in Britain.";
    let including = "Ford will cut 4,000 jobs in Europe, including 900 in Britain.";
    let told = verdicts(&[of_them, including]);
    assert_eq!(told, ["disagree moderate", "agree"]);
    let figures = room(&[of_them]).lines(&["story", "--all"]);
    let labels: Vec<&str> = figures
        .iter()
        .filter_map(|it| it["label"].as_str())
        .collect();
    assert_eq!(
        labels,
        [
            "jobs cut · Ford, Europe, proposed",
            "jobs cut · Ford, United Kingdom, proposed"
        ]
    );
}

#[test]
fn who_kills_with_what_tells_the_kind_of_deed() {
    for texts in [
        [
            "A knife attacker killed three people in Calden on Monday, police said.",
            "Four people died in Monday's stabbing in Calden.",
        ],
        [
            "A gunman killed five people in a school in Calden on Monday.",
            "Six people died in Monday's school shooting in Calden.",
        ],
    ] {
        assert_eq!(verdicts(&texts), ["disagree moderate"], "{texts:?}");
    }
}

#[test]
fn as_many_hurt_in_one_town_on_one_day_leave_no_doubt_of_the_deed() {
    let bomb = "A car bomb in Kabul on Monday killed 23 people and wounded 60.";
    let blast = "The blast in Kabul on Monday killed 32 people and wounded 60.";
    assert_eq!(verdicts(&[bomb, blast]), ["disagree moderate", "agree"]);
    let other = blast.replace("60", "45");
    let told = verdicts(&[bomb, &other]);
    assert!(
        !told.iter().any(|it| it.starts_with("disagree")),
        "{told:?}"
    );
}

#[test]
fn a_quake_is_of_the_country_where_only_the_dateline_has_a_town() {
    let at_dateline = "VAN, Turkey (AP) - Turkey ended its search on Monday after the earthquake, in which 479 people died.";
    let plain = "The earthquake in Turkey killed 497 people.";
    assert_eq!(verdicts(&[at_dateline, plain]), ["disagree minor"]);
}

#[test]
fn figures_that_nobody_places_are_told_of() {
    let texts = [
        "Turnout was 59.7 percent.",
        "Turnout was 67.9 percent, the lowest since 2001.",
    ];
    assert_eq!(verdicts(&texts), Vec::<String>::new());
    let output = room(&texts).run(&["story"]);
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(
        err.contains(
            "two figures are called “turnout · place unknown” and are kept apart: the articles say neither where nor of which event"
        ),
        "{err}"
    );
}

#[test]
fn who_went_missing_in_many_years_is_not_who_is_missing_now() {
    let now = "Three people are missing in Calden after Monday's march.";
    let ever = "Some 40,000 people have gone missing in Calden in the last 20 years.";
    assert_eq!(verdicts(&[now, ever]), Vec::<String>::new());
}

#[test]
fn an_attack_is_none_of_the_clashes_of_its_city() {
    let fought = "Clashes in Calden between soldiers and rebels killed 39 people on Monday.";
    let convoy = "An attack on an aid convoy in Calden killed 21 people.";
    assert_eq!(verdicts(&[fought, convoy]), Vec::<String>::new());
    let again = "The clashes in Calden killed 44 people.";
    assert_eq!(verdicts(&[fought, again]), ["disagree moderate"]);
}
