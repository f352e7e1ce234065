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
