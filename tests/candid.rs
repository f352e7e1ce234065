//! A report says no more than the articles do: who agrees with whom, in whose words, and what is left open.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what the program writes"
)]

mod newsroom;

use newsroom::Room;

/// A file with a headline over one sentence.
fn article(title: &str, sentence: &str) -> String {
    format!("---\ntitle: {title}\ndate: 2031-05-06\n---\n{sentence}\n")
}

#[test]
fn an_article_that_agrees_with_its_headline_is_no_second_source() {
    let room = Room::new();
    let blast = "Fourteen people were killed in an explosion in Leeds on Tuesday.";
    room.write("a.md", &article("14 dead in Leeds explosion", blast));
    let (table, _) = room.check(&["a.md"], 0);
    assert!(table.contains("within one article"), "{table}");
    assert!(
        table.ends_with("1 agrees (within one article).\n"),
        "{table}"
    );
    let figure = room.lines(&["a.md"]).remove(0);
    assert_eq!(figure["verdict"], "agree");
    assert_eq!(figure["tags"][0], "one-article");
    room.write("b.md", &article("Blast in Leeds", blast));
    let (table, _) = room.check(&["a.md", "b.md"], 0);
    assert!(table.ends_with("1 agrees.\n"), "{table}");
    assert!(!table.contains("within one article"), "{table}");
}

#[test]
fn a_headline_taken_for_its_body_is_quoted_with_both() {
    let room = Room::new();
    let title = "38 hurt in Leeds explosion";
    let body = "At least 38 people were hurt in an explosion in Leeds on Tuesday.";
    room.write("a.md", &article(title, body));
    let other = "An explosion in Leeds on Tuesday wounded 45 people.";
    room.write("b.md", &article("Blast in Leeds", other));
    let (table, _) = room.check(&["a.md", "b.md"], 0);
    let once = "“At least 38” (“38” in the headline) leaves room for “45”";
    let table = table.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(table.contains(once), "{table}");
    assert_eq!(table.matches("leaves room").count(), 1, "{table}");
    let figure = room.lines(&["a.md", "b.md"]).remove(0);
    let why = |pair: usize| figure["pairs"][pair]["why"].as_str().unwrap().to_owned();
    let of_body = "Word for word both are true: “At least 38” leaves room for “45”, though it is 15.6 % away.";
    assert!((0..3).any(|pair| why(pair) == of_body), "{figure}");
    let id = figure["id"].as_str().unwrap();
    let (told, _) = room.check(&["explain", id, "a.md", "b.md"], 0);
    assert!(!told.contains("literal meanings are apart"), "{told}");
}
