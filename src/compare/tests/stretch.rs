//! Counts over a part of their event's time: no toll so far contradicts them, nor does one over other days.

use crate::compare::Verdict;
use crate::schema::claim_type::Basis;

use super::builder::{Told, compared, only, told, war};

fn january(number: &str) -> Told {
    war(number).over("2024-01-01", "").on("2024-02-10")
}

/// What binds the figures of two claims, and whether its check holds.
fn bonds(claims: &[Told]) -> Vec<(&'static str, Option<bool>)> {
    let comparison = compared(claims);
    assert_eq!(comparison.figures.len(), claims.len());
    let related = comparison.related.iter();
    related
        .map(|it| (it.reason, it.check.as_ref().map(|check| check.holds)))
        .collect()
}

#[test]
fn a_stretch_is_a_part_of_the_toll_so_far() {
    let toll = || war("28,000").on("2024-02-10");
    assert_eq!(
        bonds(&[january("6,200"), toll()]),
        [("scope.stretch", Some(true))]
    );
    assert_eq!(
        bonds(&[january("62,000"), toll()]),
        [("scope.stretch", Some(false))]
    );
}

#[test]
fn the_dead_of_one_people_are_no_part_of_those_of_another() {
    let of = |told: Told, who| told.who(who);
    let israelis = of(war("1,200").on("2024-02-10"), "Israelis=IL");
    let palestinians = of(january("5,000"), "Palestinians=PS");
    assert_eq!(bonds(&[palestinians, israelis.clone()]), []);
    let day = told("deaths", "5,000").event("war").on("2024-02-10");
    assert_eq!(bonds(&[day.who("Palestinians=PS"), israelis]), []);
}

#[test]
fn a_day_need_not_lie_in_a_stretch() {
    let day = told("deaths", "500").event("war").on("2023-10-17");
    assert_eq!(bonds(&[day, january("300")]), []);
}

#[test]
fn equal_stretches_are_compared_and_others_are_not() {
    let verdict = |claims: &[Told]| only(&compared(claims)).verdict;
    assert_eq!(
        verdict(&[january("300"), january("500")]),
        Verdict::Disagree
    );
    let december = war("500").over("2023-12-01", "").on("2024-02-10");
    assert_eq!(bonds(&[january("300"), december]), []);
}

#[test]
fn where_the_beginning_of_an_event_is_not_known_it_is_unclear() {
    let quake = |number| {
        told("deaths", number)
            .event("quake")
            .basis(Basis::Cumulative)
    };
    let since = quake("40").over("2024-01-01", "");
    let comparison = compared(&[since, quake("60")]);
    let pair = &only(&comparison).pairs[0];
    assert_eq!(
        (pair.verdict, pair.reason),
        (Verdict::Unclear, "time.stretch")
    );
}
