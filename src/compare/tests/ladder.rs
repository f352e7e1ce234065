//! The verdict on two claims of one figure, rung by rung.

use crate::compare::{Comparison, Grade, Verdict};
use crate::resolve::AsOfEvidence::Inferred;
use crate::schema::claim_type::Basis;

use super::builder::{Told, attack, compared, only, told, war};

/// Compares two claims in both orders and checks verdict and reason code of their pair.
pub(super) fn check(a: Told, b: Told, verdict: Verdict, reason: &str) -> Comparison {
    let forth = compared(&[a.clone().article("a"), b.clone().article("b")]);
    let back = compared(&[b.article("b"), a.article("a")]);
    for comparison in [&forth, &back] {
        let figure = only(comparison);
        let pair = figure.pairs.first();
        let found = (
            figure.verdict,
            pair.map_or("static.same", |pair| pair.reason),
        );
        assert_eq!(found, (verdict, reason), "{pair:#?}");
    }
    forth
}

/// A disagreement with its grade and tags.
pub(super) fn disagrees(a: Told, b: Told, grade: Grade, tags: &[&str]) {
    let comparison = check(a, b, Verdict::Disagree, "static.disjoint");
    let figure = only(&comparison);
    assert_eq!((figure.grade, &figure.tags[..]), (Some(grade), tags));
}

#[test]
fn the_same_number_agrees_however_it_is_written() {
    let agrees = |a, b| check(a, b, Verdict::Agree, "static.same");
    agrees(attack("1,139"), attack("1,139"));
    agrees(attack("1,139"), attack("exactly 1,139"));
    agrees(attack("some 1,200"), attack("about 1,200"));
    agrees(attack("dozens"), attack("dozens"));
    agrees(attack("0"), attack("0"));
    agrees(
        told("ceasefire_duration", "21 days").event("war"),
        told("ceasefire_duration", "3 weeks").event("war"),
    );
    agrees(
        war("40,000").on("2024-08-07"),
        war("40,000").on("2024-09-07"),
    );
    agrees(attack("12 to 15"), attack("12 to 15"));
}

#[test]
fn a_rounding_is_no_disagreement() {
    let rounds = |a, b| check(a, b, Verdict::Rounding, "static.core_overlap");
    rounds(attack("about 1,140"), attack("1,139"));
    rounds(attack("around 1,100"), attack("1,139"));
    rounds(attack("nearly 1,200"), attack("1,139"));
    rounds(attack("more than 1,100"), attack("1,139"));
    rounds(attack("at least 60"), attack("60"));
    rounds(attack("1,200"), attack("1,189"));
    rounds(attack("exactly 1,200"), attack("some 1,200"));
    rounds(attack("nearly 40,000"), attack("39,699"));
    rounds(war("over 91,700"), war("91,722"));
    rounds(
        told("conflict_duration", "1 year").event("war"),
        told("conflict_duration", "over 1 year").event("war"),
    );
    rounds(
        told("ceasefire_duration", "60 days").event("war"),
        told("ceasefire_duration", "2 months").event("war"),
    );
}

#[test]
fn both_can_be_true_without_one_being_a_rounding() {
    let supports = |a, b| check(a, b, Verdict::Compatible, "static.support_overlap");
    supports(attack("dozens"), attack("32"));
    supports(attack("up to 250"), attack("200"));
    supports(attack("12 to 15"), attack("14"));
    supports(attack("dozens"), attack("about 90"));
    supports(attack("about 250"), attack("270"));
    let literally = |a, b| check(a, b, Verdict::Compatible, "static.literal_overlap");
    literally(attack("at least 46"), attack("50"));
    literally(attack("more than 1,000"), attack("1,400"));
    literally(attack("up to 250"), attack("150"));
    literally(
        war("more than 20,000").on("2024-08-07"),
        war("nearly 40,000").on("2024-08-07"),
    );
    check(
        told("population", "2,300,000").at("gaza-strip"),
        told("population", "2,199,000").at("gaza-strip"),
        Verdict::Compatible,
        "static.tolerance",
    );
}

#[test]
fn what_nothing_explains_disagrees_by_its_gap() {
    use Grade::{Major, Minor, Moderate};
    disagrees(attack("1,139"), attack("some 1,200"), Minor, &["near-miss"]);
    disagrees(attack("1,139"), attack("1,193"), Minor, &["transposed"]);
    disagrees(attack("1,139"), attack("1,400"), Moderate, &[]);
    disagrees(attack("18"), attack("24"), Moderate, &[]);
    disagrees(attack("up to 250"), attack("270"), Minor, &[]);
    disagrees(attack("at least 60"), attack("41"), Moderate, &[]);
    disagrees(attack("dozens"), attack("8"), Major, &[]);
    disagrees(attack("0"), attack("3"), Major, &[]);
    disagrees(attack("1,139"), attack("11,390"), Major, &["scale-slip"]);
    disagrees(attack("12"), attack("21"), Moderate, &["transposed"]);
    disagrees(attack("12 to 15"), attack("16"), Minor, &[]);
    disagrees(
        told("ceasefire_duration", "21 days").event("war"),
        told("ceasefire_duration", "1 month").event("war"),
        Moderate,
        &[],
    );
    disagrees(
        attack("1,139").says("army"),
        attack("1,400").says("ministry"),
        Moderate,
        &["sources-differ"],
    );
    disagrees(
        told("hostages", "251")
            .of("taken")
            .event("attack")
            .on("2023-10-20"),
        told("hostages", "240")
            .of("taken")
            .event("attack")
            .on("2024-10-20"),
        Minor,
        &[],
    );
}

#[test]
fn a_dated_event_is_not_excused_by_time() {
    let (early, late) = ("2024-01-09", "2024-08-07");
    let grade = Grade::Minor;
    disagrees(
        attack("some 1,200").on(early),
        attack("1,139").on(late),
        grade,
        &["near-miss"],
    );
    disagrees(
        attack("1,139").on(early),
        attack("some 1,200").on(late),
        grade,
        &["near-miss"],
    );
    // The first days' count may grow, but falls only where the text says so.
    check(
        attack("900").on("2023-10-09"),
        attack("1,139").on(late),
        Verdict::Updated,
        "time.fresh_event",
    );
    disagrees(
        attack("1,400").on("2023-10-16"),
        attack("1,139").on(late),
        Grade::Moderate,
        &[],
    );
    check(
        attack("1,400").on("2023-10-16"),
        attack("1,139").on(late).note("revised"),
        Verdict::Revised,
        "text.revised",
    );
    disagrees(
        told("deaths", "31").event("quake").on("2024-03-05"),
        told("deaths", "45").event("quake").on("2024-03-05"),
        Grade::Moderate,
        &[],
    );
    check(
        told("deaths", "31").event("quake").on("2024-03-05"),
        told("deaths", "45")
            .event("quake")
            .basis(Basis::Cumulative)
            .on("2024-03-06"),
        Verdict::Updated,
        "time.fresh_event",
    );
    // Kind, place and days may stand for a name.
    check(
        told("deaths", "31")
            .event("undated")
            .at("beirut")
            .on("2024-03-05"),
        told("deaths", "45")
            .event("undated")
            .at("beirut")
            .on("2024-03-06"),
        Verdict::Updated,
        "time.fresh_event",
    );
    check(
        told("deaths", "31").event("quake").on("2024-03-05"),
        told("deaths", "45").event("quake"),
        Verdict::Unclear,
        "time.order_unknown",
    );
}

#[test]
fn a_toll_grows_with_time() {
    let (january, august, october) = ("2024-01-09", "2024-08-07", "2024-10-15");
    let updated = |a: &str, b: &str| {
        let pair = (war(a).on(january), war(b).on(august));
        check(pair.0, pair.1, Verdict::Updated, "time.later_higher")
    };
    updated("greater than 23,000", "nearly 40,000");
    updated("23,000", "23,900");
    check(
        war("greater than 23,000").during("2024-01-02", "2024-01-16", Inferred),
        war("nearly 40,000").during("2024-08-07", "2024-09-07", Inferred),
        Verdict::Updated,
        "time.later_higher",
    );
    check(
        war("35,000").on(october),
        war("nearly 40,000").on(august),
        Verdict::Revised,
        "time.decrease",
    );
    check(
        war("more than 30,000").on(october),
        war("nearly 40,000").on(august),
        Verdict::Compatible,
        "static.support_overlap",
    );
    check(
        war("more than 20,000").on(october),
        war("nearly 40,000").on(august),
        Verdict::Compatible,
        "time.understated",
    );
    check(
        war("400,000").on(august),
        war("23,000").on(january),
        Verdict::Disagree,
        "growth.ceiling",
    );
    check(
        war("31,000").on(august),
        war("39,600").on(august),
        Verdict::Disagree,
        "time.same_moment",
    );
    check(
        told("injured", "nearly 60,000")
            .event("war")
            .basis(Basis::Cumulative)
            .on(january),
        told("injured", "over 91,700")
            .event("war")
            .basis(Basis::Cumulative)
            .on(august),
        Verdict::Updated,
        "time.later_higher",
    );
}

#[test]
fn without_dates_a_growing_figure_is_unclear() {
    let unclear = |a, b| check(a, b, Verdict::Unclear, "time.order_unknown");
    unclear(war("greater than 23,000"), war("nearly 40,000"));
    unclear(
        war("greater than 23,000").on("2024-01-09"),
        war("nearly 40,000"),
    );
    unclear(
        war("23,000").during("2024-01-01", "2024-06-30", Inferred),
        war("nearly 40,000").during("2024-05-01", "2024-09-07", Inferred),
    );
    let held = |n| told("hostages", n).of("held").event("attack");
    unclear(held("130"), held("101"));
}

#[test]
fn a_stock_goes_both_ways() {
    let held = |n, day| told("hostages", n).of("held").event("attack").on(day);
    let moved = |a, b| check(a, b, Verdict::Updated, "time.stock_moved");
    moved(held("130", "2024-01-09"), held("101", "2024-09-07"));
    moved(held("101", "2024-01-09"), held("130", "2024-09-07"));
    check(
        held("130", "2024-01-09"),
        held("101", "2024-01-12"),
        Verdict::Disagree,
        "time.same_moment",
    );
}

#[test]
fn a_duration_that_runs_tells_its_own_time() {
    let lasts = |n| told("conflict_duration", n).event("war");
    check(
        lasts("more than 10 months"),
        lasts("over 1 year"),
        Verdict::Updated,
        "time.elapsed",
    );
    check(
        lasts("more than 10 months").during("2024-08-07", "2024-09-07", Inferred),
        lasts("over 1 year").during("2024-10-07", "", Inferred),
        Verdict::Updated,
        "time.elapsed",
    );
}

#[test]
fn ordinals_of_visits_count_up() {
    let visit = |n| told("visits", n).who("Mr Blinken");
    check(
        visit("4th").during("2024-01-02", "2024-01-16", Inferred),
        visit("11th").during("2024-10-07", "2025-10-07", Inferred),
        Verdict::Updated,
        "time.later_higher",
    );
    check(
        visit("4th"),
        visit("11th"),
        Verdict::Unclear,
        "time.order_unknown",
    );
    check(
        visit("4th").on("2024-01-09"),
        told("visits", "4th").who("Antony Blinken").on("2024-01-09"),
        Verdict::Agree,
        "static.same",
    );
}

#[test]
fn a_denial_is_of_the_number_denied() {
    let comparison = check(
        attack("40").denied(),
        attack("40"),
        Verdict::Disagree,
        "polarity.denied",
    );
    assert_eq!(only(&comparison).tags, ["denied"]);
    check(
        attack("40").denied(),
        attack("12"),
        Verdict::Compatible,
        "polarity.other_denied",
    );
    check(
        attack("40").denied(),
        attack("30").denied(),
        Verdict::Compatible,
        "polarity.both_denied",
    );
    check(
        attack("40").denied(),
        attack("40").denied(),
        Verdict::Agree,
        "static.same",
    );
}

#[test]
fn an_unknown_event_is_unclear_and_an_unknown_group_a_caveat() {
    check(
        war("23,000").at("gaza-strip"),
        war("31,000").at("gaza-strip").no_event(),
        Verdict::Unclear,
        "event.unknown",
    );
    let comparison = check(
        attack("1,139").who("Israelis=IL"),
        attack("some 1,200"),
        Verdict::Disagree,
        "static.disjoint",
    );
    let figure = only(&comparison);
    assert_eq!(figure.caveats(&figure.pairs[0]), ["who-unknown:b#deaths0"]);
}

#[test]
fn an_earlier_report_is_told_as_such() {
    check(
        told("deaths", "at least 31").event("quake"),
        told("deaths", "45").event("quake").note("earlier-report"),
        Verdict::Revised,
        "text.revised",
    );
    check(
        told("deaths", "60").event("quake"),
        told("deaths", "40").event("quake").note("earlier-report"),
        Verdict::Updated,
        "time.fresh_event",
    );
}

/// The explanation of a pair.
fn why(a: Told, b: Told, expected: &str) {
    let comparison = compared(&[a, b]);
    let figure = only(&comparison);
    assert_eq!(figure.why(&figure.pairs[0]), expected);
}

#[test]
fn the_reason_is_told_with_the_numbers() {
    why(
        attack("1,139").who("Israelis=IL"),
        attack("some 1,200"),
        "Rounding does not explain it: to the nearest hundred 1,139 is 1,100, and “some 1,200” covers 1,150 to 1,249. \
         One counts Israelis, the other does not say who.",
    );
    why(
        attack("18"),
        attack("24"),
        "18 and 24 are both exact numbers; they differ by 6 (25 %).",
    );
    why(
        attack("nearly 1,200"),
        attack("1,139"),
        "1,139 fits “nearly 1,200”, which reads as 1,100 to 1,200.",
    );
    why(
        war("greater than 23,000").on("2024-01-09"),
        war("nearly 40,000").during("2024-08-07", "2024-09-06", Inferred),
        "A running total grows: “greater than 23,000” as of 9 January 2024, “nearly 40,000” as of 7 August to \
         6 September 2024. One date is inferred from the text.",
    );
    why(
        war("greater than 23,000"),
        war("nearly 40,000"),
        "A running total grows, and neither number has a date, so which is later is not known.",
    );
    why(
        attack("at least 46"),
        attack("50"),
        "Word for word both are true: “at least 46” leaves room for “50”, though it is 8 % away.",
    );
}
