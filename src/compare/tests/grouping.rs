//! Which claims are one figure, and how figures are related.

use crate::claims::Modality;
use crate::compare::{Comparison, Grade, Verdict};
use crate::schema::claim_type::Basis;

use super::builder::{Told, attack, compared, told, war};

/// Checks the labels of the figures with their numbers of claims, in order of label.
fn figures(claims: &[Told], expected: &[(&str, usize)]) -> Comparison {
    let comparison = compared(claims);
    let mut found: Vec<(&str, usize)> = comparison
        .figures
        .iter()
        .map(|f| {
            (
                f.label.as_str(),
                f.variants.iter().map(|v| v.claims.len()).sum(),
            )
        })
        .collect();
    found.sort_unstable();
    assert_eq!(found, expected);
    comparison
}

/// Two claims that are two figures.
fn apart(a: Told, b: Told) {
    let comparison = compared(&[a, b]);
    let labels: Vec<&str> = comparison
        .figures
        .iter()
        .map(|f| f.label.as_str())
        .collect();
    assert_eq!(labels.len(), 2, "{labels:?}");
}

/// Two claims that are one figure.
fn together(a: Told, b: Told) {
    let comparison = compared(&[a, b]);
    let labels: Vec<&str> = comparison
        .figures
        .iter()
        .map(|f| f.label.as_str())
        .collect();
    assert_eq!(labels.len(), 1, "{labels:?}");
}

#[test]
fn a_stated_difference_separates() {
    apart(
        attack("18").who("Israelis=IL"),
        attack("18").who("Thais=TH"),
    );
    apart(attack("18"), told("deaths", "18").event("quake"));
    apart(
        told("deaths", "18").event("quake"),
        told("deaths", "18").event("old quake"),
    );
    apart(attack("18"), attack("18").at("sderot"));
    apart(attack("18"), told("injured", "18").event("attack"));
    apart(attack("18"), told("casualties", "18").event("attack"));
    apart(
        war("18"),
        told("deaths", "18").event("war").on("2024-01-09"),
    );
    apart(war("18"), war("18").basis(Basis::Rate));
    apart(attack("18"), attack("18").modality(Modality::Possible));
    apart(attack("18"), attack("18").more());
    apart(
        attack("4").who("children=+child"),
        attack("18").who("people"),
    );
    apart(attack("14").who("soldiers=@combatant"), attack("18"));
    apart(war("100").at("rafah"), war("100").at("khan-younis"));
    apart(war("100").at("rafah"), war("100"));
    apart(
        told("hostages", "250").of("taken").event("attack"),
        told("hostages", "250").of("held").event("attack"),
    );
    apart(
        told("ceasefire_duration", "60 days")
            .event("war")
            .modality(Modality::Planned),
        told("ceasefire_duration", "60 days").event("war"),
    );
    apart(
        told("displaced", "1,000")
            .share_of("2.3 million")
            .at("rafah"),
        told("displaced", "1,000").at("rafah"),
    );
}

#[test]
fn what_is_unknown_stays_comparable() {
    together(attack("1,139").who("Israelis=IL"), attack("some 1,200"));
    together(attack("18").who("people"), attack("18"));
    together(attack("18").loosely_at("sderot"), attack("18"));
    together(war("40,000").at("gaza-strip"), war("40,000"));
    together(
        war("40,000").at("gaza-strip"),
        war("40,000").at("gaza-strip").no_event(),
    );
    together(
        told("deaths", "18")
            .event("raid")
            .at("beirut")
            .on("2024-10-22"),
        told("deaths", "18").event("raid again").on("2024-10-22"),
    );
    together(
        told("deaths", "18").event("raid").on("2024-10-22"),
        told("deaths", "18").at("beirut").on("2024-10-22"),
    );
    together(
        told("deaths", "40").event("quake"),
        told("deaths", "40").event("quake").basis(Basis::Cumulative),
    );
}

#[test]
fn nothing_in_common_is_no_figure() {
    apart(told("deaths", "18"), told("deaths", "18"));
    apart(
        told("displaced", "thousands"),
        told("displaced", "thousands"),
    );
    apart(told("visits", "4th"), told("visits", "11th"));
    apart(
        told("deaths", "18").event("undated").on("2024-03-05"),
        told("deaths", "18").event("undated").on("2024-03-05"),
    );
    apart(
        told("deaths", "18").at("beirut"),
        told("deaths", "18").at("beirut"),
    );
    apart(
        told("deaths", "40").event("war").on("2024-01-09"),
        told("deaths", "40").event("war").on("2024-02-09"),
    );
}

#[test]
fn a_claim_that_fits_two_figures_joins_neither() {
    let here = |n| told("deaths", n).at("beirut").on("2024-10-22");
    let comparison = figures(
        &[
            told("deaths", "18").event("raid").on("2024-10-22"),
            told("deaths", "40").event("pile-up").on("2024-10-22"),
            here("30"),
        ],
        &[
            ("deaths · Beirut pile-up", 1),
            ("deaths · Beirut raid", 1),
            ("deaths · beirut", 1),
        ],
    );
    assert!(
        comparison
            .figures
            .iter()
            .all(|f| f.verdict == Verdict::Single)
    );
    // Nor do two that contradict each other join what either would fit.
    figures(
        &[
            told("deaths", "18").event("raid").on("2024-10-22"),
            here("18").who("Syrians=SY"),
            here("18").who("Lebanese=LB"),
        ],
        &[
            ("deaths · Beirut raid", 1),
            ("deaths · beirut", 1),
            ("deaths · beirut", 1),
        ],
    );
}

#[test]
fn an_unstated_group_joins_the_one_nearest_in_number() {
    figures(
        &[
            attack("1,139").who("Israelis=IL"),
            attack("31").who("Thais=TH"),
            attack("some 1,200"),
        ],
        &[
            ("deaths · 7 October attack", 1),
            ("deaths · 7 October attack", 2),
        ],
    );
}

#[test]
fn one_coordination_is_several_groups() {
    let killed = |n, who| {
        attack(n)
            .who(who)
            .article("x")
            .sentence(3)
            .trigger("were killed")
    };
    let comparison = figures(
        &[
            killed("4", "cadres"),
            killed("1", "policeman"),
            killed("2", "villagers"),
            attack("4").who("cadres"),
        ],
        &[
            ("deaths (cadres) · 7 October attack", 1),
            ("deaths (policeman) · 7 October attack", 1),
            ("deaths (villagers) · 7 October attack", 1),
            ("deaths · 7 October attack", 1),
        ],
    );
    assert!(
        comparison
            .figures
            .iter()
            .all(|f| f.verdict == Verdict::Single)
    );
}

#[test]
fn others_than_the_dead_are_counted_once() {
    let injured = |article: &str| told("injured", "23").event("attack").article(article);
    let dead = || attack("9").article("x");
    // Beside the dead the 23 more are those whom another text counts.
    let claims = [dead(), injured("x").more(), injured("y")];
    let all = [
        ("deaths · 7 October attack", 1),
        ("injured · 7 October attack", 2),
    ];
    figures(&claims, &all);
    // Of a text that tells of no dead they may be more of the injured.
    assert_eq!(
        compared(&[injured("x").more(), injured("y")]).figures.len(),
        2
    );
    // Two counts of one text may well be as many.
    let twice = [dead(), injured("x"), injured("x").more()];
    assert_eq!(compared(&twice).figures.len(), 3);
}

#[test]
fn a_part_with_a_facet_is_all_of_those_with_it() {
    let children = || told("injured", "2").event("attack").who("children=+child");
    together(children(), children().note("some-of-those"));
    apart(
        children(),
        told("injured", "1")
            .event("attack")
            .who("children=+child")
            .note("some-of-those"),
    );
}

#[test]
fn an_article_repeats_itself_in_one_figure() {
    let said = |n: &str, sentence| attack(n).article("x").sentence(sentence);
    let verdict = |claims: &[Told]| {
        let comparison = compared(claims);
        let figure = &comparison.figures[0];
        (
            comparison.figures.len(),
            figure.verdict,
            figure.tags.clone(),
        )
    };
    assert_eq!(
        verdict(&[said("18", 1), said("18", 4)]),
        (1, Verdict::Agree, vec!["one-article"])
    );
    assert_eq!(
        verdict(&[said("50", 0), said("46", 4)]),
        (1, Verdict::Disagree, vec!["internal"])
    );
    assert_eq!(
        verdict(&[said("50", 0), said("at least 46", 4)]),
        (1, Verdict::Compatible, vec!["one-article"])
    );
    // Numbers of one sentence, or tied to the event by no more than the article, are different things.
    assert_eq!(verdict(&[said("18", 3), said("1", 3)]).0, 2);
    let main = |n: &str, sentence| {
        told("deaths", n)
            .main_event("attack")
            .article("x")
            .sentence(sentence)
    };
    assert_eq!(verdict(&[main("18", 3), main("1", 5)]).0, 2);
    assert_eq!(
        verdict(&[
            told("ceasefire_duration", "21 days").article("x"),
            told("ceasefire_duration", "21 days").article("x"),
        ]),
        (1, Verdict::Agree, vec!["one-article"])
    );
}

/// The only relation between two claims, as reason and check.
fn relation(claims: &[Told], reason: &str, check: Option<(&str, bool)>) -> Comparison {
    let comparison = compared(claims);
    let found: Vec<_> = comparison
        .related
        .iter()
        .map(|r| {
            (
                r.reason,
                r.check.as_ref().map(|c| (c.text.as_str(), c.holds)),
            )
        })
        .collect();
    assert_eq!(found, [(reason, check)]);
    comparison
}

#[test]
fn parts_are_related_to_their_whole_and_checked() {
    let whole = attack("18").who("people").article("x").sentence(3);
    let part = |n: &str| attack(n).article("x").sentence(3).part_of(0);
    let holds = |text| Some((text, true));
    relation(
        &[whole.clone(), part("4").who("children=+child")],
        "scope.part",
        holds("4 ≤ 18"),
    );
    relation(&[whole.clone(), part("4")], "scope.part", holds("4 ≤ 18"));
    let failed = relation(
        &[whole.clone(), part("41")],
        "scope.part",
        Some(("41 ≤ 18", false)),
    );
    assert_eq!(
        failed.worst(),
        Some((Verdict::Disagree, Some(Grade::Moderate)))
    );
    relation(
        &[
            attack("18").who("people"),
            attack("4").who("children=+child"),
        ],
        "scope.who",
        holds("4 ≤ 18"),
    );
    relation(
        &[attack("at least 18"), attack("41").who("children=+child")],
        "scope.who",
        holds("41 ≤ at least 18"),
    );
    relation(
        &[attack("18"), attack("41").at("sderot")],
        "scope.place",
        Some(("41 ≤ 18", false)),
    );
    relation(
        &[
            told("deaths", "12")
                .event("war")
                .on("2024-01-09")
                .article("x"),
            war("212").on("2024-01-09").article("x"),
        ],
        "scope.basis",
        holds("12 ≤ 212"),
    );
}

#[test]
fn aspects_are_related_by_the_schema() {
    let told = |n: &str, aspect| told("hostages", n).of(aspect).event("attack").article("x");
    let comparison = compared(&[
        told("more than 200", "taken"),
        told("greater than 130", "held"),
        told("about 24", "dead"),
    ]);
    let checks: Vec<_> = comparison
        .related
        .iter()
        .map(|r| r.check.as_ref().map(|c| (c.text.as_str(), c.holds)))
        .collect();
    let mut checks: Vec<_> = checks.into_iter().flatten().collect();
    checks.sort_unstable();
    let expected = [("about 24 ≤ over 130", true), ("over 130 ≤ over 200", true)];
    assert_eq!(checks, expected);
    assert_eq!(comparison.related.len(), 3);
    let sums = compared(&[
        told("250", "taken"),
        told("117", "released"),
        told("151", "held"),
    ]);
    let failing: Vec<_> = sums
        .related
        .iter()
        .filter_map(|r| r.check.as_ref())
        .collect();
    assert!(
        failing
            .iter()
            .all(|c| c.text == "151 + 117 ≤ 250" && !c.holds)
    );
    assert_eq!(failing.len(), 2);
}

#[test]
fn places_of_one_region_are_listed_as_related() {
    relation(
        &[
            told("displaced", "more than 1,000,000").at("rafah"),
            told("displaced", "thousands").at("khan-younis"),
        ],
        "scope.place",
        None,
    );
}

#[test]
fn labels_say_what_is_asked() {
    figures(
        &[
            war("40,000"),
            told("deaths", "18").article("012_ab"),
            told("displaced", "thousands").at("rafah"),
            told("hostages", "130").of("held").event("attack"),
            told("deaths", "40")
                .event("war")
                .at("khan-younis")
                .on("2024-01-09"),
        ],
        &[
            ("deaths · Gaza war, khan younis, in one day", 1),
            ("deaths · Gaza war, to date", 1),
            ("deaths · place unknown, article 012", 1),
            ("displaced · rafah", 1),
            ("hostages held · 7 October attack", 1),
        ],
    );
}
