//! Two numbers that differ and may both be meant, by what the texts say: what is unclear, and what is none the less a
//! disagreement.

use crate::compare::{Grade, Pair, Verdict};

use crate::schema::claim_type::Basis;

use super::builder::{Told, attack, compared, only, told, war};
use super::ladder::{check, disagrees};

/// The verdict and the reason of the one pair of one figure.
fn verdict(claims: &[Told]) -> (Verdict, &'static str) {
    let comparison = compared(claims);
    let figure = only(&comparison);
    (figure.verdict, figure.pairs[0].reason)
}

#[test]
fn one_text_with_two_numbers_may_count_two_things() {
    let both = (Verdict::Unclear, "text.gives_both");
    let clash = (Verdict::Disagree, "static.disjoint");
    let here = |number| attack(number).article("a").sentence(2);
    let there = |number| attack(number).article("a").sentence(5);
    assert_eq!(verdict(&[here("40"), there("25")]), both);
    let repeated = attack("25").article("b");
    assert_eq!(
        verdict(&[here("40"), there("25"), repeated]),
        both,
        "what another text repeats contradicts nobody"
    );
    assert_eq!(
        verdict(&[here("40").says("police"), there("25").says("ministry")]),
        clash,
        "the text sets two sources against each other"
    );
    assert_eq!(verdict(&[here("1,139"), there("1,193")]), clash, "a slip");
    let headline = |number| attack(number).article("a").sentence(0);
    assert_eq!(
        verdict(&[headline("40"), there("25")]),
        clash,
        "nothing beneath the headline gives its number"
    );
    assert_eq!(verdict(&[headline("40"), there("25"), here("40")]), both);
}

#[test]
fn a_number_deep_in_another_text_may_be_of_a_part() {
    let deep = |number| attack(number).article("b").sentence(9);
    let lead = |number| attack(number).article("a").sentence(1);
    let passing = (Verdict::Unclear, "text.in_passing");
    assert_eq!(verdict(&[lead("40"), deep("25")]), passing);
    let clash = (Verdict::Disagree, "static.disjoint");
    assert_eq!(
        verdict(&[lead("25"), deep("40")]),
        clash,
        "no part is larger"
    );
    assert_eq!(verdict(&[lead("40"), deep("38")]), clash, "a near miss");
    let too = deep("40").sentence(3);
    assert_eq!(
        verdict(&[lead("40"), deep("25"), too]),
        (Verdict::Unclear, "text.gives_both"),
        "the other text gives the larger number as well"
    );
}

#[test]
fn a_page_that_is_written_on_gives_several_numbers() {
    let here = |number, sentence| attack(number).article("a").sentence(sentence);
    let both = (Verdict::Unclear, "text.gives_both");
    let comparison = compared(&[here("31", 2), here("32", 5), here("33", 7)]);
    for pair in &only(&comparison).pairs {
        assert_eq!((pair.verdict, pair.reason), both, "{pair:?}");
    }
    let repeated = attack("32").article("b").sentence(1);
    let comparison = compared(&[here("31", 2), here("at least 32", 5), repeated]);
    let figure = only(&comparison);
    let between = |pair: &&Pair| {
        let why = figure.why(pair);
        why.contains("“31”") && why.contains("“32”")
    };
    let pair = figure.pairs.iter().find(between).unwrap();
    assert_eq!(
        (pair.verdict, pair.reason),
        both,
        "the page itself goes on from 31 to what the other says"
    );
}

#[test]
fn a_headline_means_what_its_body_says() {
    let headline = |number| attack(number).article("a").sentence(0);
    let body = attack("at least 26").article("a").sentence(1);
    let other = || attack("41").article("b").sentence(1);
    let comparison = compared(&[headline("26"), body, other()]);
    let figure = only(&comparison);
    let across: Vec<&str> = figure
        .pairs
        .iter()
        .filter(|pair| figure.why(pair).contains("41"))
        .map(|pair| pair.reason)
        .collect();
    assert_eq!(across, ["static.literal_overlap"; 2]);
    assert_eq!(
        verdict(&[headline("26"), other()]),
        (Verdict::Disagree, "static.disjoint"),
        "nothing beneath it"
    );
}

#[test]
fn a_headline_and_the_toll_beneath_it_are_one_question() {
    let headline = attack("23").article("a").sentence(0);
    let toll = attack("21").article("a").sentence(2);
    assert_eq!(
        verdict(&[headline, toll.basis(Basis::Cumulative)]),
        (Verdict::Disagree, "static.disjoint")
    );
}

#[test]
fn two_sources_of_one_text_are_set_side_by_side() {
    let one = attack("74").article("a").sentence(1).says("opposition");
    let other = told("deaths", "52").article("a").sentence(2);
    let other = other.main_event("attack").says("police");
    assert_eq!(compared(&[one, other]).figures.len(), 1);
}

#[test]
fn nouns_that_name_two_groups_are_not_set_against_each_other() {
    let particular = (Verdict::Unclear, "who.particular");
    let of = |number, who| attack(number).who(who);
    assert_eq!(verdict(&[of("6", "monks"), of("10", "miners")]), particular);
    assert_eq!(
        verdict(&[of("14", "students"), of("15", "people")]),
        particular
    );
    let clash = (Verdict::Disagree, "static.disjoint");
    assert_eq!(verdict(&[of("16", "students"), of("15", "people")]), clash);
}

#[test]
fn a_toll_of_the_day_that_has_just_risen_is_the_later_one() {
    let before = war("26,637").on("2024-01-29");
    let risen = war("26,751").on("2024-01-29").note("risen");
    check(before, risen, Verdict::Updated, "text.risen");
    // In the first days of an event by more, but not by any amount.
    let first = |n: &str| attack(n).on("2023-10-08");
    let by_a_third = first("41").note("risen");
    check(first("31"), by_a_third, Verdict::Updated, "text.risen");
    // Two that have both just risen to theirs do not say which came first.
    let both = ["57", "97"].map(|n| first(n).note("risen"));
    assert_eq!(verdict(&both), (Verdict::Unclear, "time.order_unknown"));
    let threefold = first("93").note("risen");
    check(first("31"), threefold, Verdict::Disagree, "static.disjoint");
    let far = war("39,000").on("2024-01-29").note("risen");
    check(
        war("26,637").on("2024-01-29"),
        far,
        Verdict::Disagree,
        "time.same_moment",
    );
}

#[test]
fn others_leave_out_those_named_before() {
    let others = |number| attack(number).note("others");
    check(
        others("3"),
        attack("5"),
        Verdict::DifferentScope,
        "who.some",
    );
    disagrees(others("8"), attack("5"), Grade::Moderate, &[]);
    disagrees(others("3"), others("5"), Grade::Moderate, &[]);
}

#[test]
fn a_few_beside_the_toll_of_a_war_may_be_of_one_day() {
    check(
        war("15").on("2024-07-04"),
        war("470,000").on("2024-09-01"),
        Verdict::Unclear,
        "growth.one_event",
    );
}

#[test]
fn a_nought_too_many_is_no_room_left() {
    let out = |n: &str| attack(n).on("2023-10-08");
    check(
        out("more than 40,000"),
        out("more than 400,000"),
        Verdict::Unclear,
        "static.zero_too_many",
    );
    check(
        out("more than 40,000"),
        out("more than 60,000"),
        Verdict::Compatible,
        "static.literal_overlap",
    );
}

#[test]
fn counts_of_one_text_that_make_up_the_larger_are_parts_of_it() {
    let said = |n: &str, sentence, family| {
        let claim = attack(n).article("x").sentence(sentence).on("2023-10-08");
        claim.says(family)
    };
    let of_five = [said("5", 0, "agency"), said("3", 3, "police")];
    assert_eq!(verdict(&of_five).0, Verdict::Disagree);
    let rest = told("deaths", "2").event("quake").article("x").sentence(4);
    let comparison = compared(&[of_five[0].clone(), of_five[1].clone(), rest]);
    let figure = &comparison.figures[0];
    assert_eq!(
        (figure.verdict, figure.pairs[0].reason),
        (Verdict::Unclear, "text.gives_both")
    );
}
