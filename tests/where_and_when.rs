//! Of which event a count is, and where and when that was, through the whole program: small invented texts of an invented
//! or listed event, and what a careful editor would say.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use std::sync::OnceLock;

use figcheck::Engine;
use figcheck::ingest::{Article, parse_date};
use figcheck::resolve::Record;
use figcheck::schema::Schema;
use figcheck::schema::claim_type::Basis;

fn engine() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| Engine::new(Schema::built_in().unwrap()))
}

/// A record as "12 | place | event".
fn told(record: &Record, text: &str) -> String {
    let place = record.place.as_ref().map_or("-", |place| &place.id);
    let event = record.event.as_ref().map_or("-", |event| &event.id);
    let number = record.claim.quantity.span.slice(text);
    format!("{number} | {place} | {event}")
}

fn says(date: &str, text: &str, expected: &[&str]) {
    let mut article = Article::new("case", None, text);
    article.date = parse_date(date);
    let articles = [article];
    let (records, _) = engine().records(&articles, |_| ());
    let found: Vec<String> = records
        .iter()
        .map(|it| told(it, &articles[0].text))
        .collect();
    assert_eq!(found, expected, "{text}");
}

const BOTH: &str = "embassy-bombings-1998";

/// What is read of the listed bombing of two embassies, with its id left out.
fn of_both(date: &str, text: &str, expected: &[&str]) {
    let expected: Vec<String> = expected.iter().map(|it| format!("{it} | {BOTH}")).collect();
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    says(date, text, &expected);
}

#[test]
fn where_suspects_are_held_is_no_place_of_the_deed() {
    of_both(
        "1999-03-04",
        "LONDON (AP) - Bombs tore through the American embassies in Kenya and Tanzania on Aug. 7, 1998. Nine men are held in \
         Britain and Germany over the bombings, which took 224 lives.",
        &["224 | KE+TZ"],
    );
}

#[test]
fn a_charge_is_of_the_deed_that_is_told() {
    of_both(
        "1998-11-20",
        "A jury in Leeds indicted two men in the August bombings of the American embassies in Kenya and Tanzania.\n\nThey are \
         charged with the murder of 224 people.",
        &["224 | KE+TZ"],
    );
}

#[test]
fn the_one_in_another_place_has_its_own_count() {
    of_both(
        "1998-10-02",
        "The Aug. 7 bombing of the American embassy in Nairobi, Kenya, killed 213, by one list, and the one in Dar es Salaam, \
         Tanzania, killed 11.",
        &["213 | nairobi", "11 | dar-es-salaam"],
    );
}

#[test]
fn here_is_where_the_text_was_written_whatever_is_told_next() {
    of_both(
        "1999-08-07",
        "NAIROBI, Kenya - A choir sang on Saturday for the 213 people killed here when the American embassy was bombed on August \
         7, 1998, and for the 11 killed in Dar es Salaam, Tanzania.",
        &["213 | nairobi", "11 | dar-es-salaam"],
    );
}

#[test]
fn months_after_a_bomb_tell_its_day() {
    of_both(
        "1998-10-12",
        "NAIROBI, Oct 12 - Two months after a bomb gutted a street beside the American embassy, Kenya's bankers are still \
         counting. Tanzania had a blast of its own.\n\nThe fund is for the families of 213 dead.",
        &["213 | nairobi"],
    );
}

#[test]
fn a_count_behind_those_of_all_places_is_of_all() {
    of_both(
        "1998-08-20",
        "In the Aug. 7 bombings of the American embassies 247 people died in Nairobi, Kenya, and 10 died in Dar es Salaam, \
         Tanzania; more than 5,000 were injured.",
        &[
            "247 | nairobi",
            "10 | dar-es-salaam",
            "more than 5,000 | KE+TZ",
        ],
    );
}

#[test]
fn it_is_the_deed_of_the_sentence_before() {
    says(
        "1998-08-09",
        "NAIROBI, Kenya - A truck bomb at a market here killed 40 people on Friday.\n\nThe last such attack came in June 1996, \
         when a truck blew up in Dhahran. It killed 19.",
        &[
            "40 | nairobi | bomb:nairobi:1998-08-07",
            "19 | dhahran | bomb:dhahran:1996-06-01/1996-06-30",
        ],
    );
}

#[test]
fn a_part_does_not_say_whose_the_next_count_is() {
    let text =
        "The blasts in Harsk killed 257 people, 12 of them Americans, and left about 5,500 hurt.";
    let article = Article::new("case", None, text);
    let articles = [article];
    let (records, _) = engine().records(&articles, |_| ());
    let nations: Vec<Option<&str>> = records
        .iter()
        .map(|it| it.who.facets.nationality.as_deref())
        .collect();
    assert_eq!(nations, [None, Some("US"), None]);
}

#[test]
fn the_day_of_a_deed_stands_before_alleged_doers_and_behind_a_list() {
    says(
        "1989-03-11",
        "LINDEN, 11 Mar 89 - It was reported today that on 10 March alleged rebels murdered four people in Harsk.",
        &["four | ~harsk | massacre:~harsk:1989-03-10"],
    );
    says(
        "2016-07-24",
        "Three dead in Harsk shooting\n\nA man and two women were killed Saturday, police in Harsk said.",
        &[
            "Three | ~harsk | shooting:~harsk:2016-07-23",
            "A man | ~harsk | shooting:~harsk:2016-07-23",
            "two | ~harsk | shooting:~harsk:2016-07-23",
        ],
    );
}

#[test]
fn the_first_and_the_second_are_told_in_order() {
    of_both(
        "1999-06-09",
        "He is charged with the Aug. 7 bombings of the embassies in Kenya and Tanzania. The first killed 213 people; the second \
         killed 11.",
        &["213 | KE", "11 | TZ"],
    );
}

#[test]
fn the_days_of_a_court_are_not_those_of_the_deed() {
    of_both(
        "1999-10-09",
        "NEW YORK - A man accused of grinding powder for the bomb that shook the U.S. embassy in Dar es Salaam was flown here \
         overnight and pleaded not guilty Friday.\n\nEleven people died there. The bombing in neighboring Kenya, in which 213 \
         died, is told in the same charge.",
        &["Eleven | dar-es-salaam", "213 | KE"],
    );
}

#[test]
fn what_was_counted_between_two_days_is_a_toll_of_those_days() {
    let text = "Between 27 June and 18 August, 14 people were killed in Harsk.";
    let mut articles = [Article::new("case", None, text)];
    articles[0].date = parse_date("2031-09-01");
    let (records, _) = engine().records(&articles, |_| ());
    assert_eq!(records[0].basis, Basis::Cumulative);
}

#[test]
fn who_is_told_by_two_words_has_a_role() {
    let text = "Two rescue workers and three private citizens were killed in Harsk.";
    let articles = [Article::new("case", None, text)];
    let (records, _) = engine().records(&articles, |_| ());
    let roles: Vec<Option<&str>> = records
        .iter()
        .map(|it| it.who.facets.role.as_deref())
        .collect();
    assert_eq!(roles, [Some("aid"), None]);
}
