//! Sentences and what is read in them, as tables; and laws over any text.

use std::sync::OnceLock;

use proptest::prelude::*;

use super::{DateKind, DateMention, Kind, Quantity, Reader};
use crate::ingest::Article;
use crate::schema::Lexicon;
use crate::text::{Document, Segmenter, TokenKind, Vocabulary};

struct Stages {
    vocabulary: Vocabulary,
    segmenter: Segmenter,
    reader: Reader,
}

fn stages() -> &'static Stages {
    static STAGES: OnceLock<Stages> = OnceLock::new();
    STAGES.get_or_init(|| {
        let lexicon = Lexicon::built_in().unwrap();
        let mut vocabulary = Vocabulary::default();
        let reader = Reader::new(&lexicon, &mut vocabulary);
        Stages {
            segmenter: Segmenter::new(&lexicon),
            vocabulary,
            reader,
        }
    })
}

fn article(text: &str) -> Article {
    Article::new("a", None, text)
}

fn with_document<T>(text: &str, then: impl FnOnce(&Document<'_>) -> T) -> T {
    let article = article(text);
    let stages = stages();
    then(&stages.segmenter.segment(&article, &stages.vocabulary))
}

fn read(text: &str) -> Vec<Quantity> {
    with_document(text, |document| stages().reader.find(document).quantities)
}

fn dates(text: &str) -> Vec<DateMention> {
    with_document(text, |document| stages().reader.find(document).dates)
}

/// One quantity in short: "nearly 40000", "range 17-20", "21 day", "guard year", "vague 24-49".
fn short(quantity: &Quantity) -> String {
    if let Some(reason) = quantity.reason {
        return format!("guard {}", reason.name());
    }
    let value = &quantity.value;
    let end = |end: Option<crate::decimal::Decimal>| {
        end.map_or_else(|| "∞".to_owned(), |v| v.normalize().to_string())
    };
    let number = match value.number {
        Some(number) => number.round_dp(4).normalize().to_string(),
        None => format!("{}-{}", end(value.core.low), end(value.core.high)),
    };
    let mut words = vec![number];
    if value.operator != super::Operator::Bare {
        words.insert(0, value.operator.name().to_owned());
    }
    if value.increment {
        words.insert(0, "+".to_owned());
    }
    match quantity.kind {
        Kind::Ordinal | Kind::Age | Kind::Share => words.push(quantity.kind.name().to_owned()),
        _ => words.extend(quantity.unit.as_deref().map(str::to_owned)),
    }
    words.join(" ")
}

fn check(text: &str, expected: &[&str]) {
    let found: Vec<String> = read(text).iter().map(short).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn digits_and_scale_words_are_numbers() {
    check("Officials counted 1,139 tents.", &["1139"]);
    check("The camp holds 1,13,900 people.", &["113900"]);
    check("They need 2.3 million litres.", &["2300000 litre"]);
    check("It sold 2m tickets and 40k posters.", &["2000000", "40000"]);
    check("The fund has 3 lakh crore.", &["3000000000000"]);
    check("The reading was -3.5 and .5 later.", &["-3.5", "0.5"]);
    check("Some 1.200 people left.", &["about 1200"]);
    check("A rate of 1.200 was noted.", &["1.2"]);
    check("They counted 40 000 voters.", &["40000"]);
}

#[test]
fn spelled_out_numbers_are_numbers() {
    check("Twenty-three soldiers died.", &["23"]);
    check("Two hundred and six were hurt.", &["206"]);
    check("Half a million people fled.", &["500000"]);
    check("It cost two and a half million.", &["2500000"]);
    check("Twelve hundred workers struck.", &["1200"]);
    check("Two dozen trucks came.", &["24"]);
    check("They took two hundreds of people.", &["200"]);
    check("A quarter of a million marched.", &["250000"]);
    check("Three million two hundred thousand voted.", &["3200000"]);
}

#[test]
fn hedges_become_operators() {
    check("Nearly 40,000 were killed.", &["nearly 40000"]);
    check("Over 91,700 were hurt.", &["more_than 91700"]);
    check("At least some 60 fell ill.", &["at_least 60"]);
    check("No fewer than 15 died.", &["at_least 15"]);
    check("As many as 20 died.", &["at_most 20"]);
    check("Fewer than 40 came.", &["at_most 40"]);
    check("About 50 to 60 remained.", &["range 50-60"]);
    check(
        "There were 40 or more, or 40-plus.",
        &["at_least 40", "at_least 40"],
    );
    check("At least, officials said, 40 died.", &["at_least 40"]);
    check("The toll topped 40,000.", &["more_than 40000"]);
    check("It is nearing 200 dead.", &["nearly 200"]);
    check("Exactly 1,200 seats were sold.", &["exact 1200"]);
    check("Up to about 90 are held.", &["at_most 90"]);
    check("Lost: 40 people or more.", &["at_least 40"]);
}

#[test]
fn ranges_are_one_quantity_and_changes_are_two() {
    check("Between 17 and 20 died.", &["range 17-20"]);
    check("Some 17–20 trucks came.", &["range 17-20"]);
    check("It needs 2 to 3 million doses.", &["range 2000000-3000000"]);
    check("The cost is £2m-£3m.", &["range 2000000-3000000 gbp"]);
    check("The toll rose from 40 to 60.", &["40", "60"]);
    check("More than 40 and fewer than 60 came.", &["range 40-60"]);
    check(
        "Between one hundred and two hundred left.",
        &["range 100-200"],
    );
}

#[test]
fn vague_words_are_intervals() {
    check("Dozens died.", &["vague 24-49"]);
    check("Tens of thousands fled.", &["vague 20000-99999"]);
    check("Several hundred stayed.", &["vague 400-1000"]);
    check("A few people waved.", &["vague 3-5"]);
    check("A couple of shops burned.", &["vague 2-2"]);
}

#[test]
fn durations_have_their_unit() {
    check("A 21-day truce began.", &["21 day"]);
    check("It lasted a year and a half.", &["1.5 year"]);
    check(
        "More than 10 months into the war it goes on.",
        &["more_than 10 month"],
    );
    check("The war began over a year ago.", &["more_than 1 year"]);
    check("They agreed on a weeklong pause.", &["1 week"]);
    check("They waited half an hour.", &["0.5 hour"]);
    check("It took three hours and 20 minutes.", &["200 minute"]);
    check("He eats three times a day.", &["3"]);
}

#[test]
fn money_parts_and_measures_have_their_unit() {
    check("It cost $2.5 billion.", &["2500000000 usd"]);
    check(
        "It cost 40 million euros and USD 3m.",
        &["40000000 eur", "3000000 usd"],
    );
    check(
        "Prices rose 3.5 per cent and 2 percentage points.",
        &["3.5 percent", "2 percentage_point"],
    );
    check("A 6.4-magnitude quake struck.", &["6.4 magnitude"]);
    check("The town lies 12 km away.", &["12 kilometre"]);
}

#[test]
fn shares_ordinals_ages_and_increments_are_marked() {
    check("A third of the 251 came home.", &["0.3333 share", "251"]);
    check(
        "It displaced most of its 2.3 million people.",
        &["vague 0.5-1 share", "2300000"],
    );
    check("One in five agreed.", &["0.2 share"]);
    check(
        "His 11th visit and the fourth tour.",
        &["11 ordinal", "4 ordinal"],
    );
    check(
        "A 24-year-old man and a girl aged 9 fell.",
        &["24 age", "9 age"],
    );
    check("Maria Lund, 45, said so.", &["45 age"]);
    check("Another 500 came, then 12 more.", &["+ 500", "+ 12"]);
}

#[test]
fn nothing_is_zero() {
    check("No one was killed.", &["0"]);
    check("There were no casualties.", &["0"]);
    check("No one knows why.", &["guard pronoun"]);
}

#[test]
fn numerals_that_are_no_figures_are_guards() {
    check(
        "It began on Oct. 7, 2023, at 3:10 p.m. in the rain.",
        &["guard date", "guard time"],
    );
    check(
        "A long-stalled 2006 UN resolution from 2009.",
        &["guard year", "guard year"],
    );
    check("In the last 24 hours it rained.", &["guard window"]);
    check(
        "Resolution 1701 and Flight 370 are known.",
        &["guard reference", "guard reference"],
    );
    check(
        "An F-16 and COVID-19 made news.",
        &["guard model", "guard model"],
    );
    check(
        "They won 3-1 after a 52-48 vote.",
        &["guard score", "guard score"],
    );
    check(
        "The group's number two spoke on January 2.",
        &["guard rank", "guard date"],
    );
    check(
        "He lives at 221 Baker Street, in the 300 block of Elm.",
        &["guard address", "guard address"],
    );
    check(
        "Call 555-0123 or see www.example.com/40.",
        &["guard phone", "guard url"],
    );
    check(
        "It is open 24/7 since 9/11.",
        &["guard idiom", "guard idiom"],
    );
    check("It is one of the oldest.", &["guard pronoun"]);
}

#[test]
fn a_person_s_age_is_no_count() {
    check(
        "Ida Berg, 34; Jon Lie, 40; and Eva Moe (29) were on deck.",
        &["34 age", "40 age", "29 age"],
    );
    check(
        "The court held Pål Vik, 22 in connection with the fire.",
        &["22 age"],
    );
    check(
        "His sister, 19, and the boys, 14 and 15, swam.",
        &["19 age", "14 age", "15 age"],
    );
    check(
        "Children aged 4, 6 and 11 sang.",
        &["4 age", "6 age", "11 age"],
    );
    check("He was 34 when she was 30.", &["34 age", "30 age"]);
    check(
        "The teacher, who was 24, was shot, and the nurse was shot.",
        &["24 age"],
    );
    check("The 15- and 17-year-old rowers won.", &["15 age", "17 age"]);
    check("Girls aged between 12 and 15 won.", &["range 12-15 age"]);
    check(
        "A flood hit 12 farms in Lund, 22 in Moss and 3 in Elm.",
        &["12", "22", "3"],
    );
    check("They live in Green Harbour, 22 of them on boats.", &["22"]);
}

#[test]
fn clock_times_places_and_telephones_are_guards() {
    check("It sank at approximately 2200.", &["guard time"]);
    check(
        "Doors open at 0530 and close at 1740.",
        &["guard time", "guard time"],
    );
    check("He left at 5.00 am that day.", &["guard time"]);
    check("The walk took only 3 hrs.", &["3 hour"]);
    check(
        "The bus stopped at kilometer 6, near mile 14.",
        &["guard reference", "guard reference"],
    );
    check("They walked 6 km.", &["6 kilometre"]);
    check(
        "Call 555 0199 or 0800 123 456.",
        &["guard phone", "guard phone"],
    );
    check("They called 400 witnesses.", &["400"]);
    check("An ak-47 and mid-40 prices.", &["guard model", "40"]);
    check("The S&P 500 lost 12 points.", &["guard name", "12"]);
    check(
        "A 5-to-4 ruling and a 2:1 ratio.",
        &["guard score", "guard score"],
    );
    check(
        "On page 7, the 4th Infantry Division is named.",
        &["guard reference", "guard reference"],
    );
}

#[test]
fn bare_scores_count_as_subject_or_object() {
    check("Scores have fled.", &["vague 40-99"]);
    check("The wave killed scores.", &["vague 40-99"]);
    check("Test scores have risen.", &[]);
}

#[test]
fn signs_and_later_words_hedge_too() {
    check(
        "They won ~40, >= 60 and 30+ seats.",
        &["about 40", "at_least 60", "at_least 30"],
    );
    check("It holds approx. 40 boats.", &["about 40"]);
    check(
        "A tax of as much as 10%, well above the 2% of May.",
        &["at_most 10 percent", "more_than 2 percent"],
    );
    check("The 737 Max flew.", &["guard name"]);
    check(
        "They built 4,000 homes over two years.",
        &["4000", "2 year"],
    );
    check("The strike lasted over two years.", &["more_than 2 year"]);
    check("A margin of plus or minus 3 points.", &["3"]);
    check("The boats are thought to number 90.", &["90"]);
}

#[test]
fn broken_and_joined_forms_are_one_number() {
    check("Some 40 ,000 homes stood there.", &["about 40000"]);
    check("They put up 1, 139 tents.", &["1139"]);
    check("It is 4.5 x 10^6 cells.", &["4500000"]);
    check(
        "A two-and-a-half-year wait, or two or three dozen days.",
        &["2.5 year", "range 24-36 day"],
    );
    check(
        "It took one week three days, or a two- to three-day hike.",
        &["10 day", "range 2-3 day"],
    );
    check("It took 2 years and 3 months.", &["27 month"]);
    check("It cost $20 and 43 cents.", &["20.43 usd"]);
    check("A quake of magnitude 6.4 was felt.", &["6.4 magnitude"]);
    check("About 3.500 houses stood.", &["about 3500"]);
    check("The toll was 1,1\u{ad}39.", &["1139"]);
}

#[test]
fn a_doubtful_dot_is_marked() {
    let rules = |text: &str| {
        read(text)
            .iter()
            .map(|found| found.rule)
            .collect::<Vec<_>>()
    };
    assert_eq!(rules("A rate of 1.200 was noted."), ["lone_dot"]);
    assert_eq!(rules("A rate of 1.20 was noted."), ["number"]);
    assert_eq!(
        rules("A rate of 1.200.000 and of 1.200 was noted."),
        ["number", "number"]
    );
}

#[test]
fn headlines_give_counts_their_capitals() {
    check("5 People Hurt In Drive-By Shooting", &["5"]);
    check("4 Shot On Elm Street", &["4"]);
    check("He lives at 221 Elm Street.", &["guard address"]);
}

#[test]
fn what_only_looks_like_a_hedge_is_none() {
    check("Glass lay all over one street.", &["1"]);
    check("They drove past 40 houses.", &["40"]);
    check("The toll rose past 200.", &["more_than 200"]);
    check("The blast pushed the toll past 200.", &["more_than 200"]);
    check("The toll of the past 40 raids", &["40"]);
    check("Some 40, at least, were hurt.", &["at_least 40"]);
    check("Some 40 men, at least, were hurt.", &["at_least 40"]);
    check(
        "It hurt 40 men, at least 12 of them old.",
        &["40", "at_least 12"],
    );
    check(
        "The poll has 40, at least 50 and 60.",
        &["40", "at_least 50", "60"],
    );
}

#[test]
fn a_number_takes_no_word_from_what_stands_before() {
    check("a7from 40 to 60", &["guard model", "range 40-60"]);
}

#[test]
fn mixed_numbers_may_end_in_any_part() {
    check("It grew by two and fifty-four hundredths.", &["2.54"]);
    check("They lost one billion and a half million.", &["1000500000"]);
}

#[test]
fn fractions_may_have_any_denominator() {
    check("A grain weighs a millionth.", &["0 share"]);
    check("She was the millionth guest.", &["1000000 ordinal"]);
    check("It comes to nine and a fifth.", &["9.2"]);
    check("It freed two and a third was held.", &["2", "3 ordinal"]);
    check("It is one hundred twenty-fifths.", &["4"]);
    check("It is thirty sixty fifths.", &["0.4615"]);
    check("It is one one hundred and fifth.", &["0.0095"]);
    check("They waited a 2-1/2 year term.", &["2.5 year"]);
    check("Divide 3000 over 4.", &["750 share"]);
    check("It is minus one over 8.", &["-0.125 share"]);
    check(
        "Sales in 2008 over 2007.",
        &["guard year", "more_than 2007"],
    );
}

#[test]
fn powers_are_worked_out() {
    check("It is 2.5^-1 or 3x2^10.", &["0.4", "3072"]);
    check(
        "They laid 20 J/m^2 of it.",
        &["20 joule", "guard identifier"],
    );
    check("It is 2^900 now.", &["guard identifier"]);
}

#[test]
fn tens_and_units_may_stand_apart() {
    check("They marched twenty and four hours.", &["24 hour"]);
    check("Some twenty - four women came.", &["about 24"]);
    check("He saved twenty - five of them old.", &["20", "5"]);
    check("They sold three hundred and two dozens.", &["324"]);
    check("They sold one hundred and two dozen.", &["1224"]);
    check("Dial three-nought-four.", &["3", "0", "4"]);
}

#[test]
fn a_cell_of_a_table_is_a_number() {
    check("- 30 k", &["-30000"]);
    check("1,250.5 G", &["1250500000000"]);
    check("- 30 men were held in the old mill.", &["30"]);
    check("5G", &["guard identifier"]);
}

#[test]
fn names_take_bare_numbers() {
    check("It lies on U.S. 76 near the dam.", &["guard reference"]);
    check("In the U.S. 76 mayors met.", &["76"]);
    check("Views: 1430", &["guard reference"]);
    check("He left Fire Station 36 early.", &["guard reference"]);
    check("They flew two A-10 jets.", &["2", "guard model"]);
    check(
        "He rode first class to a 40-minute stop.",
        &["guard idiom", "40 minute"],
    );
}

#[test]
fn an_average_says_nothing_of_rounding() {
    check("An average of 37.8 tonnes a day.", &["37.8 tonne"]);
    check("An average of nearly 40 came.", &["nearly 40"]);
}

#[test]
fn too_many_digits_are_kept_as_a_guard() {
    check(
        &format!("It is {} now.", "9".repeat(40)),
        &["guard too_large"],
    );
    check(
        "It is 99999999999999999999 quadrillion now.",
        &["guard too_large"],
    );
}

#[test]
fn a_unit_of_the_wrong_kind_is_not_taken() {
    // Today's reading: "minutes" in the sense of a record is not told from the unit.
    check("Read the 12 minutes of the meeting.", &["12 minute"]);
}

#[test]
fn dates_say_what_they_name() {
    let kinds: Vec<DateKind> =
        dates("Since October 7, and on Tuesday, last week, and three days ago.")
            .into_iter()
            .map(|date| date.kind)
            .collect();
    assert!(
        matches!(
            kinds[..],
            [
                DateKind::Day {
                    year: None,
                    month: 10,
                    day: 7
                },
                DateKind::Weekday { .. },
                DateKind::Unit { offset: -1, .. },
                DateKind::Ago { .. },
            ]
        ),
        "{kinds:?}"
    );
}

/// `n` in words, as an English speaker writes it.
fn spelled(n: u64) -> String {
    const UNITS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] = [
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
    let join = |head: String, rest: u64, and: &str| {
        if rest == 0 {
            head
        } else {
            format!("{head}{and}{}", spelled(rest))
        }
    };
    match n {
        0..20 => UNITS[n as usize].to_owned(),
        20..100 => join(TENS[n as usize / 10].to_owned(), n % 10, "-"),
        100..1000 => join(format!("{} hundred", spelled(n / 100)), n % 100, " and "),
        1000..1_000_000 => join(format!("{} thousand", spelled(n / 1000)), n % 1000, " "),
        1_000_000..1_000_000_000 => join(
            format!("{} million", spelled(n / 1_000_000)),
            n % 1_000_000,
            " ",
        ),
        _ => join(
            format!("{} billion", spelled(n / 1_000_000_000)),
            n % 1_000_000_000,
            " ",
        ),
    }
}

fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Every token of digits and every spelled-out number stands under exactly one quantity, and spans slice the text.
fn check_laws(text: &str) {
    with_document(text, |document| {
        let quantities = stages().reader.find(document).quantities;
        let mut end = 0;
        for quantity in &quantities {
            assert!(quantity.tokens.start >= end, "{text:?}: overlap");
            assert!(
                quantity.tokens.start < quantity.tokens.end,
                "{text:?}: empty"
            );
            assert!(!document.slice(quantity.span).is_empty(), "{text:?}: span");
            assert!(
                quantity.span.contains(quantity.numeral),
                "{text:?}: numeral outside its span"
            );
            assert_eq!(
                quantity.reason.is_some(),
                quantity.kind == Kind::Guard,
                "{text:?}"
            );
            end = quantity.tokens.end;
        }
        for (at, token) in document.tokens.iter().enumerate() {
            let covered = quantities
                .iter()
                .any(|quantity| quantity.tokens.contains(&at));
            let word = document.token_text(at).to_ascii_lowercase();
            let spelled = matches!(
                word.as_str(),
                "one" | "two" | "seven" | "twelve" | "forty" | "eleventh"
            );
            assert!(
                covered || token.kind != TokenKind::Number && !spelled,
                "{text:?}: {word}"
            );
        }
        let _ = stages().reader.find(document).dates;
    });
}

const HEDGES: [(&str, &str, super::Operator); 14] = {
    use super::Operator::{About, AtLeast, AtMost, Bare, Exact, MoreThan, Nearly};
    [
        ("", "", Bare),
        ("exactly ", "", Exact),
        ("about ", "", About),
        ("some ", "", About),
        ("an estimated ", "", About),
        ("", " or so", About),
        ("nearly ", "", Nearly),
        ("more than ", "", MoreThan),
        ("at least ", "", AtLeast),
        ("at least some ", "", AtLeast),
        ("", " or more", AtLeast),
        ("no fewer than ", "", AtLeast),
        ("up to ", "", AtMost),
        ("fewer than ", "", AtMost),
    ]
};

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn words_and_groups_of_digits_give_the_number(n in 0_u64..1_000_000_000_000) {
        // A prime noun, so that no word list touches it; years and ranks stay out of the way.
        for form in [spelled(n), grouped(n)] {
            let found = read(&format!("They saw {form} umbrellas there."));
            prop_assert_eq!(found.len(), 1, "{}", form);
            prop_assert_eq!(found[0].value.number, Some(n.into()), "{}", form);
        }
    }

    #[test]
    fn a_hedge_keeps_its_operator_around_every_form(n in 12_u64..900_000, hedge in 0..HEDGES.len(), form in 0..3_usize, place in 0..4_usize) {
        // Years, clock times and heights are read with their neighbours; digits of one group or more are not.
        let number = match form {
            0 => spelled(n),
            1 => grouped(n),
            _ => n.to_string(),
        };
        let (before, after, operator) = HEDGES[hedge];
        let hedged = format!("{before}{number}{after}");
        let text = match place {
            0 => format!("The town says {hedged} umbrellas were lost."),
            1 => format!("{hedged} umbrellas were lost."),
            2 => format!("Lost were umbrellas, {hedged}, they say."),
            _ => format!("“We saw {hedged} umbrellas,” they said."),
        };
        let found = read(&text);
        prop_assert_eq!(found.len(), 1, "{}", text);
        prop_assert_eq!(found[0].value.operator, operator, "{}", text);
        prop_assert_eq!(found[0].value.number, Some(n.into()), "{}", text);
    }

    #[test]
    fn folded_digits_keep_their_place(n in 100_u64..1_000_000_000, script in 0..4_usize, lead in "[A-Za-zéà “”’]{0,12}") {
        let zero = ['0', '٠', '۰', '０'][script] as u32;
        let fold = |c: char| c.to_digit(10).and_then(|d| char::from_u32(zero + d)).unwrap_or(c);
        let digits: String = n.to_string().chars().map(fold).collect();
        let text = format!("{lead} saw {digits} umbrellas");
        let article = article(&text);
        let stages = stages();
        let document = stages.segmenter.segment(&article, &stages.vocabulary);
        let found = stages.reader.find(&document).quantities;
        let hit = found.iter().find(|found| document.slice(found.numeral) == digits);
        prop_assert!(hit.is_some(), "{}", text);
        prop_assert!(hit.is_some_and(|hit| hit.value.number == Some(n.into()) || hit.kind == Kind::Guard), "{}", text);
    }

    #[test]
    fn any_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        check_laws(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_text_is_read_without_panic(text in "\\PC{0,120}") {
        check_laws(&text);
    }

    #[test]
    fn any_heap_of_number_words_is_accounted_for(words in prop::collection::vec(
        prop::sample::select(vec!["one", "two", "seven", "twelve", "forty", "hundred", "thousand", "million", "and", "a", "half",
            "third", "thirds", "dozen", "-", "to", "between", "from", "of", "in", "over", "at least", "more", "than", "or", "$", "£",
            "%", "40", "1,139", "2.3", "2009", "3", "/", ":", ",", ".", "day", "days", "year", "old", "October", "May", "the", "last",
            "hours", "no", "people", "killed", "No.", "km", "m", "bn", "eleventh", "th", "point", "couple", "few", "several", "dozens",
            "tens", "e", "x", "^", "+", "minus", "(", ")", "½", "1/2", "s", "'s", "ago", "aged", "street", "F", "am"]), 0..24),
        spaced in prop::collection::vec(any::<bool>(), 24))
    {
        let mut text = String::new();
        for (word, space) in words.iter().zip(spaced) {
            text.push_str(word);
            if space { text.push(' '); }
        }
        check_laws(&text);
    }
}

#[test]
fn ranges_and_vague_words_hold_the_operator_table() {
    // Words, then core, support and literal.
    for (words, wanted) in [
        ("17–20", ["[17, 20]", "[17, 20]", "[17, 20]"]),
        (
            "between 1,150 and 1,250",
            ["[1150, 1250]", "[1150, 1250]", "[1150, 1250]"],
        ),
        (
            "2 to 3 million",
            [
                "[2000000, 3000000]",
                "[2000000, 3000000]",
                "[2000000, 3000000]",
            ],
        ),
        ("a few", ["[3, 5]", "[2, 10]", "[2, 10]"]),
        ("several", ["[4, 10]", "[3, 19]", "[3, 19]"]),
        ("dozens of", ["[24, 49]", "[12, 99]", "[24, ∞)"]),
        ("scores of", ["[40, 99]", "[20, 750]", "[40, ∞)"]),
        ("hundreds of", ["[200, 500]", "[100, 999]", "[200, ∞)"]),
        (
            "thousands of",
            ["[2000, 9999]", "[1000, 9999]", "[2000, ∞)"],
        ),
        (
            "tens of thousands of",
            ["[20000, 99999]", "[10000, 99999]", "[20000, ∞)"],
        ),
    ] {
        let text = format!("They said that {words} people left.");
        let found = read(&text);
        let [one] = &found[..] else {
            panic!("{text}: {found:?}");
        };
        let value = &one.value;
        let got = [value.core, value.support, value.literal].map(|it| it.to_string());
        assert_eq!(got, wanted, "{words}");
    }
}
