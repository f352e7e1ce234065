//! What is told of how two claims were grouped.

use crate::compare::trace::{Meeting, Outcome};
use crate::compare::{Parting, Trace};

use super::builder::{Told, attack, desk, told};

fn traced(claims: &[Told], pair: (usize, usize)) -> Trace {
    desk(claims).trace(pair)
}

#[track_caller]
fn meets(claims: &[Told], expected: Meeting) {
    assert_eq!(traced(claims, (0, 1)).meeting, expected);
}

#[test]
fn the_slot_that_decides_is_named() {
    meets(&[attack("18"), attack("20")], Meeting::OneScope);
    let children = attack("4").who("children=+child");
    for (other, parting) in [
        (told("injured", "18").event("attack"), Parting::Type),
        (attack("18").more(), Parting::Alone),
        (attack("18").who("people"), Parting::Part),
        (told("deaths", "4").event("quake"), Parting::Event),
    ] {
        meets(&[children.clone(), other], Meeting::Apart(parting));
    }
    let one_leaves_it_open = Meeting::CanBeOne {
        fills: "kind",
        score: 6,
        outcome: Outcome::Joined,
    };
    meets(&[attack("4"), children], one_leaves_it_open);
}

#[test]
fn what_came_of_a_claim_that_fits_is_told() {
    let here = |n| told("deaths", n).at("beirut").on("2024-10-22");
    let raid = || told("deaths", "18").event("raid").on("2024-10-22");
    let pile_up = told("deaths", "40").event("pile-up").on("2024-10-22");
    let came_of = |claims: &[Told], expected: Outcome| match traced(claims, (0, 1)).meeting {
        Meeting::CanBeOne { outcome, .. } => assert_eq!(outcome, expected),
        other => panic!("{other:?}"),
    };
    came_of(&[raid(), here("30")], Outcome::Joined);
    came_of(&[raid(), here("30"), pile_up], Outcome::Torn);
    let syrians = here("18").who("Syrians=SY");
    let lebanese = here("18").who("Lebanese=LB");
    came_of(&[raid(), syrians, lebanese], Outcome::NotTaken);
}

#[test]
fn every_figure_tells_its_keys_and_links() {
    let claims = [
        attack("1,139"),
        attack("some 1,200").who("Israelis=IL"),
        attack("9").more(),
    ];
    let inside = desk(&claims).inside();
    let told: Vec<_> = inside
        .iter()
        .map(|it| (it.claim, it.ties.len(), it.keys.is_empty()))
        .collect();
    assert_eq!(told, [(0, 1, false), (2, 0, true)]);
    let tie = inside[0].ties[0];
    assert_eq!((tie.a, tie.b, tie.fills), (0, 1, "who"));
}
