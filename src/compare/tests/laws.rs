//! What holds for every comparison.

use proptest::prelude::*;

use crate::compare::{Comparison, Verdict};
use crate::schema::claim_type::Basis;

use super::builder::{Desk, Told, attack, desk, told, war};

/// A comparison with record ids for indices: what a reader sees.
fn seen(desk: &Desk, comparison: &Comparison) -> Vec<String> {
    let name = |at: &usize| desk.records[*at].id.clone();
    let figures = comparison.figures.iter().map(|figure| {
        let variants: Vec<_> = figure
            .variants
            .iter()
            .map(|v| {
                (
                    &v.value,
                    v.as_of,
                    v.claims.iter().map(name).collect::<Vec<_>>(),
                )
            })
            .collect();
        format!(
            "{} {} {:?} {:?} {:?} {variants:?} {:?}",
            figure.id, figure.label, figure.scope, figure.verdict, figure.tags, figure.pairs
        )
    });
    let related = comparison.related.iter().map(|r| format!("{r:?}"));
    figures.chain(related).collect()
}

/// The same claims with articles and records in another order.
fn shuffled(desk: &Desk, turn: usize) -> Desk {
    let count = desk.articles.len().max(1);
    let mut articles = desk.articles.clone();
    articles.rotate_left(turn % count);
    articles.reverse();
    let mut records = desk.records.clone();
    for record in &mut records {
        let id = &desk.articles[record.article].id;
        record.article = articles.iter().position(|a| a.id == *id).unwrap();
    }
    let length = records.len().max(1);
    records.rotate_right(turn % length);
    records.reverse();
    Desk { articles, records }
}

fn claim() -> impl Strategy<Value = Told> {
    let numbers = prop_oneof![
        Just("18"),
        Just("24"),
        Just("some 1,200"),
        Just("1,139"),
        Just("nearly 40,000"),
        Just("dozens"),
        Just("at least 46"),
        Just("up to 250"),
        Just("12 to 15"),
        Just("0"),
    ];
    let bases = prop_oneof![
        Just(Basis::Incident),
        Just(Basis::Cumulative),
        Just(Basis::Rate)
    ];
    let events = prop_oneof![
        Just(""),
        Just("attack"),
        Just("war"),
        Just("quake"),
        Just("raid"),
        Just("raid again")
    ];
    let places = prop_oneof![
        Just(""),
        Just("beirut"),
        Just("rafah"),
        Just("gaza-strip"),
        Just("LB")
    ];
    let whos = prop_oneof![
        Just(""),
        Just("people"),
        Just("Israelis=IL"),
        Just("Thais=TH"),
        Just("children=+child")
    ];
    let days = prop_oneof![
        Just(""),
        Just("2023-10-09"),
        Just("2024-10-22"),
        Just("2024-10-23")
    ];
    let homes = (0..4_usize, 0..5_usize);
    (numbers, bases, events, places, whos, days, homes).prop_map(
        |(n, basis, event, place, who, day, home)| {
            let mut told = told("deaths", n).basis(basis).sentence(home.1);
            if !event.is_empty() {
                told = told.event(event);
            }
            if !place.is_empty() {
                told = told.at(place);
            }
            if !who.is_empty() {
                told = told.who(who);
            }
            if !day.is_empty() {
                told = told.on(day);
            }
            told.article(["a", "b", "c", "d"][home.0])
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn order_of_input_changes_nothing(claims in proptest::collection::vec(claim(), 0..14), turn in 0..14_usize) {
        let one = desk(&claims);
        let other = shuffled(&one, turn);
        prop_assert_eq!(seen(&one, &one.compare()), seen(&other, &other.compare()));
    }

    #[test]
    fn every_claim_is_in_one_figure(claims in proptest::collection::vec(claim(), 0..14)) {
        let desk = desk(&claims);
        let comparison = desk.compare();
        let mut found: Vec<usize> = comparison.figures.iter().flat_map(|f| &f.variants).flat_map(|v| v.claims.clone()).collect();
        found.sort_unstable();
        prop_assert_eq!(found, (0..claims.len()).collect::<Vec<_>>());
    }

    #[test]
    fn a_claim_agrees_with_itself(told in claim()) {
        let comparison = desk(&[told.clone().article("a"), told.article("a")]).compare();
        let worst = comparison.worst().map(|(verdict, _)| verdict);
        prop_assert!(worst >= Some(Verdict::Agree), "{:?}", worst);
    }
}

#[test]
fn a_copy_of_an_article_says_nothing_new() {
    let article = |id: &str| {
        vec![
            attack("1,139").who("Israelis=IL").article(id),
            war("nearly 40,000").on("2024-08-07").article(id),
            told("deaths", "18").article(id),
            told("displaced", "thousands").at("rafah").article(id),
        ]
    };
    let claims: Vec<Told> = [article("a"), article("b")].concat();
    let comparison = desk(&claims).compare();
    assert!(
        comparison
            .figures
            .iter()
            .all(|f| f.verdict >= Verdict::Agree)
    );
    assert!(comparison.related.iter().all(|r| r.check.is_none()));
}

#[test]
fn nothing_compares_to_nothing() {
    let comparison = desk(&[]).compare();
    assert!(comparison.figures.is_empty() && comparison.related.is_empty());
    assert_eq!(comparison.worst(), None);
}

#[test]
fn the_worst_figure_comes_first() {
    let comparison = desk(&[
        attack("18"),
        attack("24"),
        war("9").on("2024-01-09"),
        war("12").on("2024-02-09"),
    ])
    .compare();
    let verdicts: Vec<Verdict> = comparison.figures.iter().map(|f| f.verdict).collect();
    assert_eq!(verdicts, [Verdict::Disagree, Verdict::Updated]);
}
