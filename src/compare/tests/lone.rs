//! One group alone, and what stands beside the dead.

use crate::compare::Verdict;

use super::builder::{Told, compared, only, told};

fn killed(number: &str) -> Told {
    told("deaths", number).event("raid")
}

fn civilians(number: &str) -> Told {
    killed(number).who("civilians=@civilian")
}

fn n_figures(claims: &[Told]) -> usize {
    compared(claims).figures.len()
}

#[test]
fn the_civilians_of_a_text_that_counts_no_others_are_its_toll() {
    let comparison = compared(&[civilians("14"), killed("19")]);
    let figure = only(&comparison);
    assert_eq!(figure.verdict, Verdict::Unclear, "five may be no civilians");
    assert_eq!(figure.pairs[0].reason, "who.particular");
    // More civilians than dead.
    let comparison = compared(&[civilians("24"), killed("19")]);
    assert_eq!(only(&comparison).verdict, Verdict::Disagree);
}

#[test]
fn a_text_that_counts_others_has_more_dead_than_its_civilians() {
    let both = [
        civilians("17").article("a"),
        killed("21").article("a"),
        killed("19").article("b"),
    ];
    assert_eq!(n_figures(&both), 2);
}

#[test]
fn a_round_up_of_several_attacks_has_no_one_toll() {
    let both = [
        civilians("17").article("a"),
        civilians("40").article("a").sentence(4),
        killed("19").article("b"),
    ];
    assert!(n_figures(&both) > 1);
}

#[test]
fn a_side_counts_the_enemys_dead() {
    let fighters = killed("11").who("fighters=@combatant");
    assert_eq!(n_figures(&[fighters, killed("19")]), 2);
}

#[test]
fn those_hurt_beside_the_dead_are_all_the_hurt() {
    let hurt = |number: &str| told("injured", number).event("raid");
    let beside = [
        killed("14").article("a").sentence(1),
        hurt("6").article("a").sentence(1).note("others"),
        hurt("9").article("b"),
    ];
    let comparison = compared(&beside);
    let injured = comparison
        .figures
        .iter()
        .find(|it| it.label.starts_with("injured"));
    assert_eq!(injured.unwrap().verdict, Verdict::Disagree);
}

#[test]
fn more_hurt_right_behind_the_dead_are_no_increment() {
    let hurt = |number: &str| told("injured", number).event("raid");
    let beside = [
        killed("19").article("a").sentence(1),
        hurt("42").more().article("a").sentence(2),
        hurt("45").article("b"),
    ];
    let comparison = compared(&beside);
    let injured = comparison
        .figures
        .iter()
        .filter(|it| it.label.starts_with("injured"));
    assert_eq!(injured.count(), 1);
    let apart = [
        killed("19").article("a").sentence(1),
        hurt("42").more().article("a").sentence(9),
        hurt("45").article("b"),
    ];
    let comparison = compared(&apart);
    let injured = comparison
        .figures
        .iter()
        .filter(|it| it.label.starts_with("injured"));
    assert_eq!(injured.count(), 2, "another 42 on another day");
}
