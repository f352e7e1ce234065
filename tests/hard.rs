//! Hard cases of extraction and comparison, one by one, each with what a careful editor would say. A case that differs
//! from that asserts what is read today, and says so.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use std::sync::OnceLock;

use figcheck::Engine;
use figcheck::claims::{Claim, Modality, Polarity};
use figcheck::compare;
use figcheck::ingest::Article;
use figcheck::ingest::parse_date;
use figcheck::schema::Schema;

fn engine() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| Engine::new(Schema::built_in().unwrap()))
}

/// A claim as "deaths 12", with what else is said of it.
fn told(claim: &Claim, text: &str) -> String {
    let types = &engine().schema.types;
    let of = &types[claim.claim_type];
    let mut words = of.name.clone();
    if let Some(aspect) = claim.aspect {
        words = format!("{words}/{}", of.aspects[aspect].name);
    }
    words.push(' ');
    words.push_str(claim.quantity.span.slice(text));
    for (holds, word) in [
        (claim.polarity == Polarity::Denied, "denied"),
        (claim.modality == Modality::Possible, "possible"),
        (claim.modality == Modality::Planned, "planned"),
        (claim.part_of.is_some(), "part"),
        (claim.value.increment, "more"),
    ] {
        if holds {
            words = format!("{words}, {word}");
        }
    }
    for note in &claim.notes {
        words = format!("{words}, {note}");
    }
    words
}

fn says(text: &str, expected: &[&str]) {
    let article = Article::new("case", None, text);
    let claims = engine().read(&article).claims;
    let found: Vec<String> = claims.iter().map(|claim| told(claim, text)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_toll_is_lowered_from_an_earlier_one() {
    says(
        "Police lowered the toll of Monday's crash in Lund from 14 to 12.",
        &["deaths 14, earlier-report, revised", "deaths 12, revised"],
    );
}

#[test]
fn who_tells_of_the_dead_is_none_of_them() {
    says(
        "A bomb killed 28 people in Kochi on Monday, a hospital clerk said.",
        &["deaths 28"],
    );
    says(
        "A bomb killed 28 people in Kochi on Monday, a clerk at the hospital in the old town said.",
        &["deaths 28"],
    );
    says(
        "A bomb killed 28 people, a hospital clerk and a nurse in Kochi.",
        &["deaths 28", "deaths a hospital clerk", "deaths a nurse"],
    );
}

#[test]
fn what_came_of_somebody_is_said_last() {
    says(
        "Two men were shot in a car in Kochi, taken to hospital and died.",
        &["deaths Two"],
    );
    says(
        "A man who was shot in Kochi on Sunday has died.",
        &["deaths A man"],
    );
}

#[test]
fn a_number_that_does_not_hold_is_denied() {
    says(
        "28 people, and not 32, died in the fire in Kochi.",
        &["deaths 28", "deaths 32, denied"],
    );
    says(
        "The fire killed not 32 people but 28, the mayor said.",
        &["deaths 32, denied", "deaths 28"],
    );
    says(
        "The death toll is 28, fewer than the 32 reported earlier.",
        &["deaths 28"],
    );
    says(
        "Nobody was killed in the fire except one guard.",
        &["deaths one"],
    );
}

#[test]
fn who_dies_later_is_some_of_a_whole() {
    says(
        "Forty people were killed in the blast. Another 15 died days later of their wounds.",
        &["deaths Forty", "deaths Another 15, more, some-of-those"],
    );
    says(
        "Forty people were killed in the blast, and seven died of their wounds overnight.",
        &["deaths Forty", "deaths seven, some-of-those"],
    );
}

#[test]
fn what_an_article_is_about_says_who_the_victims_are() {
    says(
        "Raiders abducted pupils from a school. In all, 87 girls were taken. Some 26 are still being held.",
        &["hostages/taken 87", "hostages/held Some 26"],
    );
    says("In all, 87 girls were taken. Some 26 are still held.", &[]);
    says(
        "A gunman shot five people in a mall. The victims include two women.",
        &["casualties five", "casualties two"],
    );
    says(
        "A wall killed nine pilgrims. Among them were three nurses.",
        &["deaths nine", "deaths three, part, some-of-those"],
    );
    says(
        "A wall killed nine pilgrims and hurt four. Among them were three nurses.",
        &["deaths nine", "injured four"],
    );
}

#[test]
fn who_is_neutralised_need_not_be_dead() {
    says(
        "Troops neutralised 12 fighters in the hills, the ministry said.",
        &[],
    );
}

#[test]
fn one_number_has_one_meaning() {
    says(
        "Nearly 41,000 Ruthenians perished in the siege, the very old above all, and over 92,300 injured are waiting for a bed.",
        &["deaths Nearly 41,000", "injured over 92,300"],
    );
    says(
        "Horsemen fell upon the valley on May 3 in a raid which killed 1,142 villagers; since then the feud has killed 9,000 people.",
        &["deaths 1,142", "deaths 9,000"],
    );
    says(
        "In all the pirates caused some 1,300 deaths along the coast and abducted more than two hundred villagers.",
        &["deaths some 1,300", "hostages/taken more than two hundred"],
    );
    says(
        "The dam's collapse meant the loss of life of greater than 21,000 people and nearly 55,000 injured.",
        &[
            "deaths greater than 21,000",
            "injured nearly 55,000, counted-elided",
        ],
    );
    says(
        "Two soldiers were killed and four others injured.",
        &["deaths Two", "injured four, others"],
    );
    says(
        "Some 93,000 need aid and 2,300 are injured.",
        &["injured 2,300"],
    );
    says("Casualties exceeded 300.", &["casualties 300, risen"]);
    says("1.200 people were evacuated.", &["displaced 1.200"]);
}

#[test]
fn parts_belong_to_their_wholes() {
    says(
        "The rebels still hold more than 140 hostages, among them an estimated 21 dead.",
        &[
            "hostages/held more than 140",
            "hostages/dead an estimated 21, part",
        ],
    );
    says(
        "Nine passengers, including two infants, were killed when the coach overturned and at least 30 others were injured.",
        &[
            "deaths Nine",
            "deaths two, part",
            "injured at least 30, others",
        ],
    );
    says(
        "The raid killed 1,139 people, including 695 civilians and 71 foreigners.",
        &["deaths 1,139", "deaths 695, part", "deaths 71, part"],
    );
    says(
        "Half a million people, two thirds of them children, fled.",
        &["displaced Half a million", "displaced two thirds, part"],
    );
    says(
        "The eruption displaced most of the island's 210,000 inhabitants.",
        &["displaced most", "population 210,000"],
    );
    // Known: a predicate does not yet make the fighters a part of the dead, nor a share of the hostages those dead.
    says(
        "The health ministry run by the movement says 41,000 people were killed; the army says about 17,000 of them were fighters.",
        &["deaths 41,000"],
    );
    says(
        "A third of the 251 hostages are believed dead.",
        &["hostages/held 251"],
    );
}

#[test]
fn the_doer_is_not_counted() {
    says(
        "Border guards killed 35 smugglers in the past 24 hours, the interior ministry said.",
        &["deaths 35"],
    );
    says(
        "Police shot dead two of the five gunmen who had killed nine worshippers.",
        &["deaths two, of-a-group", "deaths nine"],
    );
    says(
        "200 militants attacked the post, killing 14 soldiers.",
        &["deaths 14"],
    );
    says(
        "Four cadres, a policeman and two villagers were killed.",
        &["deaths Four", "deaths a policeman", "deaths two"],
    );
    // Known: prisoners let go are no hostages, but neither are the 20 found who came home for them.
    says("The government freed 150 prisoners for 20 hostages.", &[]);
}

#[test]
fn what_is_no_figure_is_left_alone() {
    says(
        "The 1998 accord was the number three item on the agenda of March 5, the 31-year-old envoy said.",
        &[],
    );
    says("Three weeks into the ceasefire, shelling went on.", &[]);
    says(
        "Channel 12 said F-16s hit 10 sites near Highway 4 on October 7.",
        &["strikes/targets 10"],
    );
    // Nobody aboard a flight is counted: no claim type asks for them.
    says(
        "UN Resolution 1701 was read aloud on Flight 370 with 239 aboard.",
        &[],
    );
    says(
        "He mourned the death of the group's number three and two aides.",
        &["deaths two"],
    );
    says("Every 21 hours one person is killed.", &[]);
    says(
        "The air force carried out strikes on 75 rebel targets.",
        &["strikes/targets 75"],
    );
    says(
        "Along the river, in both countries, tens of thousands of people have fled.",
        &["displaced tens of thousands"],
    );
    says(
        "Both towns have hosted thousands of displaced families.",
        &["displaced thousands"],
    );
}

#[test]
fn what_is_denied_possible_planned_or_old_says_so() {
    says("No one was killed.", &["deaths No one"]);
    says(
        "The army denied that 40 civilians had been killed.",
        &["deaths 40, denied"],
    );
    says(
        "The blast could have killed hundreds.",
        &["deaths hundreds, possible"],
    );
    says(
        "At least 31 dead, officials say; earlier reports put the figure at 45.",
        &["deaths At least 31", "deaths 45, earlier-report"],
    );
    says(
        "Mediators proposed a 60-day pause in the fighting; the government offered a 45-day truce.",
        &[
            "ceasefire_duration 60-day, planned",
            "ceasefire_duration 45-day, planned",
        ],
    );
    says(
        "He urged the release of the 101 hostages.",
        &["hostages/held 101"],
    );
}

#[test]
fn counts_of_a_day_and_so_far_are_two() {
    says(
        "Twelve people died Monday; the toll now stands at 212.",
        &["deaths Twelve", "deaths 212"],
    );
    says(
        "The toll rose from 40 to 60.",
        &["deaths 40, earlier-report", "deaths 60, risen"],
    );
    says(
        "Another 15 bodies were found, bringing the total to 98.",
        &["deaths Another 15, more", "deaths 98"],
    );
    says(
        "The 2010 quake killed 200,000; Monday's killed 47.",
        &["deaths 200,000", "deaths 47"],
    );
    says(
        "Some 250 people were abducted; 117 have been freed and about 100 remain.",
        &[
            "hostages/taken Some 250",
            "hostages/released 117",
            "hostages/held about 100",
        ],
    );
}

/// The verdicts of the figures that two dated texts share, with grade and reason of their first pair.
fn verdicts(first: (&str, &str), second: (&str, &str)) -> Vec<String> {
    let articles: Vec<Article> = [first, second]
        .iter()
        .enumerate()
        .map(|(at, (date, text))| {
            let mut article = Article::new(&format!("article-{at}"), None, text);
            article.date = parse_date(date);
            article
        })
        .collect();
    let (records, _) = engine().records(&articles, |_| ());
    let comparison = compare::compare(&articles, &records, &engine().schema);
    let shared = comparison.figures.iter().filter(|it| !it.pairs.is_empty());
    let told = shared.map(|figure| {
        let grade = figure
            .grade
            .map_or_else(String::new, |grade| format!(" {grade:?}"));
        format!("{:?}{grade} {}", figure.verdict, figure.pairs[0].reason).to_lowercase()
    });
    told.collect()
}

/// Two papers of one day on one quake.
fn quake(one: &str, other: &str) -> Vec<String> {
    let text = |number: &str| {
        format!("{number} people were killed in the earthquake in Quetta on Tuesday.")
    };
    let (one, other) = (text(one), text(other));
    verdicts(("2024-05-08", &one), ("2024-05-08", &other))
}

/// Tolls of one war, two months apart.
fn war(august: &str, october: &str) -> Vec<String> {
    let text = |number: &str| {
        format!("The death toll in the Gaza war stands at {number}, the health ministry said.")
    };
    let (one, other) = (text(august), text(october));
    verdicts(("2024-08-15", &one), ("2024-10-15", &other))
}

#[test]
fn verdicts_weigh_hedges_and_time() {
    let nobody = verdicts(
        (
            "2024-05-08",
            "No one was killed in the earthquake in Quetta on Tuesday.",
        ),
        (
            "2024-05-08",
            "Three people were killed in the earthquake in Quetta on Tuesday.",
        ),
    );
    assert_eq!(nobody, ["disagree major static.disjoint"]);
    let denied = verdicts(
        (
            "2024-05-08",
            "The army denied that 40 people were killed in the airstrike on Quetta on Tuesday.",
        ),
        (
            "2024-05-08",
            "Forty people were killed in the airstrike on Quetta on Tuesday.",
        ),
    );
    assert_eq!(denied, ["disagree moderate polarity.denied"]);
    let corrected = verdicts(
        (
            "2024-05-08",
            "The airstrike on Quetta on Tuesday killed 54 people.",
        ),
        (
            "2024-05-10",
            "The airstrike on Quetta on Tuesday killed 31 people and not 54, the army said.",
        ),
    );
    assert_eq!(corrected, ["revised text.revised"]);
    // Each count is of its own city, and the total of neither.
    let sum = verdicts(
        (
            "2024-05-08",
            "An earthquake on Tuesday killed 27 people in Quetta. Ten more were killed in Kabul, bringing the toll to 37.",
        ),
        (
            "2024-05-08",
            "The earthquake on Tuesday killed ten people in Kabul and 27 in Quetta.",
        ),
    );
    assert!(!sum.iter().any(|it| it.starts_with("disagree")), "{sum:?}");
    assert_eq!(
        quake("About 1,140", "Some 1,139"),
        ["rounding static.core_overlap"]
    );
    assert_eq!(
        quake("Around 1,100", "Exactly 1,139"),
        ["rounding static.core_overlap"]
    );
    assert_eq!(
        quake("Up to 250", "Exactly 200"),
        ["compatible static.support_overlap"]
    );
    assert_eq!(
        quake("Dozens of", "Exactly 32"),
        ["compatible static.support_overlap"]
    );
    assert_eq!(
        quake("Dozens of", "Exactly eight"),
        ["disagree major static.disjoint"]
    );
    assert_eq!(
        quake("Exactly 50", "Exactly 46"),
        ["disagree minor static.disjoint"]
    );
    assert_eq!(
        war("nearly 40,000", "more than 30,000"),
        ["compatible static.support_overlap"]
    );
    assert_eq!(war("nearly 40,000", "35,000"), ["revised time.decrease"]);
    assert_eq!(war("23,000", "400,000"), ["disagree major growth.ceiling"]);
}

#[test]
fn scopes_that_differ_are_two_figures() {
    let towns = verdicts(
        (
            "2024-05-20",
            "Both towns have hosted thousands of displaced families.",
        ),
        (
            "2024-05-20",
            "More than 1 million people have fled Rafah, the agency said.",
        ),
    );
    assert_eq!(towns, Vec::<String>::new());
    let defined = verdicts(
        (
            "2024-05-20",
            "The attack of 7 October killed 1,206 people in Israel, including hostages killed in captivity.",
        ),
        (
            "2024-05-20",
            "The attack of 7 October killed 1,139 people in Israel.",
        ),
    );
    assert_eq!(defined, ["disagree minor static.disjoint"]);
}

#[test]
fn digits_of_other_scripts_are_digits() {
    says("Some ٤٠ people were killed.", &["deaths Some ٤٠"]);
}

#[test]
fn a_truce_is_as_long_however_it_is_written() {
    let truce = |one: &str, other: &str| {
        let text = |length: &str| {
            format!("The United States proposed {length} in the war between Israel and Hezbollah.")
        };
        let (one, other) = (text(one), text(other));
        verdicts(("2024-09-26", &one), ("2024-09-26", &other))
    };
    assert_eq!(
        truce("a 21-day truce", "a three-week ceasefire"),
        Vec::<String>::new()
    );
    assert_eq!(
        truce("a 21-day truce", "a month-long truce"),
        ["disagree moderate static.disjoint"]
    );
}

/// Two papers of one day on one shooting.
fn shooting(one: &str, other: &str) -> Vec<String> {
    verdicts(("2024-05-08", one), ("2024-05-08", other))
}

#[test]
fn what_may_be_another_question_is_no_contradiction() {
    assert_eq!(
        shooting(
            "Five people are dead after a shooting in Bremen on Tuesday, including the gunman.",
            "A gunman shot and killed four people in Bremen on Tuesday.",
        ),
        ["unclear who.attacker"]
    );
    assert_eq!(
        shooting(
            "Five people are dead after a shooting in Bremen on Tuesday.",
            "A gunman shot and killed four people in Bremen on Tuesday and fled.",
        ),
        ["disagree moderate static.disjoint"]
    );
    assert_eq!(
        shooting(
            "Nine people were wounded in a shooting in Bremen on Tuesday.",
            "Two people were wounded in a shooting in Bremen on Tuesday.",
        ),
        ["unclear event.far_apart"]
    );
    assert_eq!(
        shooting(
            "Police gave the names of three people killed in the shooting in Bremen on Tuesday.",
            "Four people were killed in a shooting in Bremen on Tuesday.",
        ),
        Vec::<String>::new()
    );
}

#[test]
fn a_campaign_without_a_name_may_be_of_the_one_war_spoken_of() {
    let told = |text| {
        verdicts(
            (
                "2024-08-15",
                "The death toll in the Gaza war stands at 40,000, the health ministry said.",
            ),
            ("2024-08-15", text),
        )
    };
    assert_eq!(
        told("Some 52,000 people have died in the bombing campaign, according to the ministry."),
        ["unclear event.unknown"]
    );
    assert_eq!(
        told("Some 52,000 people have died in the bombing campaign in Sudan, the ministry said."),
        Vec::<String>::new()
    );
}

#[test]
fn one_of_several_behind_a_comma_is_who_was_told_of() {
    says(
        "A boy was shot in the foot, one of several who had come back.",
        &["casualties A boy"],
    );
}

#[test]
fn a_number_behind_another_count_is_not_of_the_sentence_before() {
    says(
        "Forty hikers are missing. The Red Cross spoke of 31.",
        &["missing Forty", "missing 31"],
    );
    says(
        "Forty hikers are missing. Police said 27 children were hurt, after reports which spoke of 31.",
        &["missing Forty", "injured 27"],
    );
}

#[test]
fn a_sum_or_a_thing_is_no_count_of_those_before() {
    for text in [
        "Twelve people died. The bank gave 83 houses to the poor.",
        "Twelve people died. The bank gave 83 dollars.",
        "Twelve people died. The mayor gave 12 interviews.",
        "Twelve people died. The shop gave 20 per cent off.",
    ] {
        says(text, &["deaths Twelve"]);
    }
}

/// What the first claim of a text counts, whom, and over what time.
fn first(text: &str) -> (String, Option<String>, &'static str) {
    let mut articles = [Article::new("case", None, text)];
    articles[0].date = parse_date("2031-05-05");
    let (records, _) = engine().records(&articles, |_| ());
    let record = &records[0];
    let who = record.who.text.map(|span| span.slice(text).to_owned());
    (told(&record.claim, text), who, record.basis.name())
}

#[test]
fn several_deeds_told_of_at_once_are_of_one_time_or_of_many() {
    let basis = |text: &str| first(text).2;
    assert_eq!(
        basis("So far no group has claimed these two murders."),
        "incident"
    );
    assert_eq!(
        basis("The gang was behind the murders of several drivers."),
        "cumulative"
    );
    assert_eq!(
        basis("During the past few hours 21 others died in strikes on Harsk."),
        "incident"
    );
}

#[test]
fn a_toll_is_of_those_that_its_noun_phrase_names() {
    let (_, who, _) = first("The overall Palestinian death toll tops 11,000.");
    assert_eq!(who.as_deref(), Some("Palestinian"));
}

#[test]
fn amounts_of_two_currencies_are_two_figures() {
    let flood = |sum: &str| format!("The flood in Harsk on Saturday caused {sum} in damage.");
    let against = |one: &str, other: &str| {
        verdicts(("2031-05-05", &flood(one)), ("2031-05-05", &flood(other)))
    };
    assert!(against("$3 billion", "4 billion euros").is_empty());
    assert!(against("£3 billion", "€4 billion").is_empty());
    assert_eq!(against("€3 billion", "4 billion euros").len(), 1);
}

#[test]
fn the_article_of_the_first_is_that_of_the_second() {
    says(
        "Two others, a 26-year-old man and 39-year-old man, were also shot.",
        &[
            "casualties Two, others",
            "casualties a 26-year-old man, part",
            "casualties 39-year-old man, part",
        ],
    );
}
