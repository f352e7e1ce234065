//! Small texts, and the scope their numbers get.

use super::fixture::{Said, deaths, records, records_with};
use super::{AsOfEvidence, Record};
use crate::claims::Frame;
use crate::numbers::Operator;
use crate::schema::claim_type::Basis;

fn event(record: &Record) -> &str {
    record.event.as_ref().map_or("-", |event| &event.id)
}

fn place(record: &Record) -> &str {
    record.place.as_ref().map_or("-", |place| &place.id)
}

fn as_of(record: &Record) -> String {
    let day = |date: Option<crate::calendar::Date>| date.map_or("?".to_owned(), |d| d.to_string());
    format!(
        "{}..{} {}",
        day(record.as_of.range.from),
        day(record.as_of.range.to),
        record.as_of.evidence.name()
    )
}

/// The event and place of the one death count of a text.
fn check(text: &str, date: &str, said: &Said<'_>, wanted: (&str, &str)) {
    let records = records(text, date, std::slice::from_ref(said));
    let found = (event(&records[0]), place(&records[0]));
    assert_eq!(found, wanted, "{text}");
}

#[test]
fn each_claim_takes_the_event_its_own_clause_is_tied_to() {
    let text = "Some 31,000 Palestinians have been killed in Israel's response to the attack by Hamas on Oct. 7, which \
                killed 1,139 Israelis.";
    let records = records(
        text,
        "",
        &[
            deaths(Frame::Passive, "Some 31,000", "Palestinians", "killed in"),
            deaths(Frame::Active, "1,139", "Israelis", "killed 1,139"),
        ],
    );
    assert_eq!(event(&records[0]), "gaza-war");
    assert_eq!(records[0].basis, Basis::Cumulative);
    assert_eq!(place(&records[0]), "gaza-strip");
    assert_eq!(records[0].who.facets.nationality.as_deref(), Some("PS"));
    assert_eq!(event(&records[1]), "oct7-attack");
    assert_eq!(records[1].basis, Basis::Incident);
    assert_eq!(place(&records[1]), "IL");
}

#[test]
fn a_relative_clause_takes_the_event_before_it() {
    check(
        "He spoke of the assaults of October 7, when gunmen from Hamas crossed the fence and caused about 1,150 deaths.",
        "",
        &deaths(Frame::QNoun, "about 1,150", "", "deaths"),
        ("oct7-attack", "IL"),
    );
}

#[test]
fn the_subject_of_an_active_verb_is_its_event() {
    check(
        "The Israeli offensive, with raids by land and air, has cost the lives of 23,000 people.",
        "",
        &deaths(Frame::NounOf, "23,000", "people", "cost the lives of"),
        ("gaza-war", "gaza-strip"),
    );
}

#[test]
fn since_a_day_means_what_began_on_it() {
    check(
        "At least 5,000 people have been killed in Gaza since October 7.",
        "",
        &deaths(Frame::Passive, "At least 5,000", "people", "killed"),
        ("gaza-war", "gaza-strip"),
    );
    check(
        "At least 5,000 people have been killed since the war began on October 7.",
        "",
        &deaths(Frame::Passive, "At least 5,000", "people", "killed"),
        ("gaza-war", "gaza-strip"),
    );
}

#[test]
fn an_event_without_a_name_is_made_of_kind_place_and_day() {
    let said = deaths(Frame::Passive, "18", "people", "killed");
    for (text, date, wanted) in [
        (
            "The ministry said 18 people were killed in an overnight Israeli airstrike near a hospital in southern \
             Beirut.",
            "",
            ("strike:southern-beirut", "southern-beirut"),
        ),
        (
            "An air strike on Beirut on Monday left a street in ruins and 18 people were killed in the strike.",
            "2024-10-23",
            ("strike:beirut:2024-10-21", "beirut"),
        ),
        (
            "Police said 18 people were killed in a shooting in Aurora, Colorado, on July 20, 2012.",
            "2012-07-21",
            ("shooting:aurora.colorado:2012-07-20", "aurora.colorado"),
        ),
    ] {
        check(text, date, &said, wanted);
    }
}

#[test]
fn the_agent_of_an_event_stands_before_it_or_after_by() {
    for (text, agent) in [
        (
            "At least 9 people were killed in an Israeli strike in Tyre.",
            Some("IL"),
        ),
        (
            "At least 9 people were killed in an attack by Boko Haram in Chibok.",
            Some("boko-haram"),
        ),
        (
            "At least 9 people were killed in Israel's strike in Tyre.",
            Some("IL"),
        ),
        ("At least 9 people were killed in a blast in Kabul.", None),
    ] {
        let said = deaths(Frame::Passive, "At least 9", "people", "killed");
        let records = records(text, "", &[said]);
        let event = records[0].event.as_ref().unwrap();
        assert_eq!(event.agent.as_deref(), agent, "{text}");
    }
}

#[test]
fn governments_persons_and_organisations_are_no_places() {
    for text in [
        "Washington said 12 people were killed.",
        "Jordan Henderson said 12 people were killed.",
        "The New York Times reported that 12 people were killed.",
        "A study by Paris University found that 12 people were killed.",
        "Ms. Jordan found that 12 people were killed.",
        "Israeli officials found that 12 people were killed.",
    ] {
        check(
            text,
            "",
            &deaths(Frame::Passive, "12", "people", "killed"),
            ("-", "-"),
        );
    }
}

#[test]
fn a_place_that_is_pointed_back_to_is_not_guessed() {
    check(
        "Fighting reached Rafah and Khan Younis. Both towns have seen 300 people killed.",
        "",
        &deaths(Frame::Passive, "300", "people", "killed"),
        ("clash@a", "-"),
    );
}

#[test]
fn a_border_is_a_place_between_two_countries() {
    let passive = |counted| deaths(Frame::Passive, "300", counted, "killed");
    for (text, wanted) in [
        (
            "Some 300 soldiers were killed along the Israeli-Lebanese border.",
            "border-il-lb",
        ),
        (
            "Tension between India and Pakistan has risen. Some 300 soldiers on both sides of the border were killed.",
            "border-in-pk",
        ),
    ] {
        let records = records(text, "", &[passive("soldiers")]);
        assert_eq!(place(&records[0]), wanted, "{text}");
    }
}

#[test]
fn the_place_before_where_is_meant() {
    check(
        "It halted work in the city of Rafah, where 400 people were killed.",
        "",
        &deaths(Frame::Passive, "400", "people", "killed"),
        ("-", "rafah"),
    );
}

#[test]
fn the_lead_tells_the_event_of_what_follows() {
    let text = "Strike on Nabatieh kills dozens\n\nAn Israeli strike hit a market in Nabatieh on Wednesday, officials \
                said.\n\nThe ministry said 14 people were killed.";
    check(
        text,
        "2024-10-17",
        &deaths(Frame::Passive, "14", "people", "killed"),
        ("strike:nabatieh:2024-10-16", "nabatieh"),
    );
}

#[test]
fn another_time_is_not_the_articles_event() {
    let text = "A blast hit a market in Kabul on Wednesday, police said.\n\nA similar attack in Herat last year killed \
                30 people.";
    let records = records(
        text,
        "2021-05-06",
        &[deaths(Frame::Active, "30", "people", "killed")],
    );
    assert_eq!(place(&records[0]), "herat");
    assert_ne!(event(&records[0]), "explosion:kabul:2021-05-05");
}

#[test]
fn the_time_of_an_article_is_reckoned_from_its_text() {
    let more = Operator::MoreThan;
    for (text, lengths, wanted) in [
        (
            "More than 10 months into the Israeli onslaught, 39,000 people have been killed in the Gaza war.",
            &[("More than 10 months", 10, "month", more)][..],
            "2024-08-07..2024-09-06 inferred",
        ),
        (
            "The conflict in Gaza began over a year ago and 39,000 people have been killed.",
            &[("over a year", 1, "year", more)],
            "2024-10-07..2025-10-06 inferred",
        ),
        (
            "He died on January 2. In Israel's offensive in Gaza 39,000 people have been killed.",
            &[],
            "2023-10-07..2024-01-16 inferred",
        ),
        ("Some 39,000 people have been killed.", &[], "?..? unknown"),
    ] {
        let said = deaths(Frame::Passive, "39,000", "people", "killed");
        let records = records_with(text, "", &[said], lengths);
        assert_eq!(as_of(&records[0]), wanted, "{text}");
    }
}

#[test]
fn words_of_time_are_counted_from_the_articles_date() {
    for (text, wanted) in [
        (
            "As of Tuesday 210 people have been killed in total.",
            "2024-10-22..2024-10-22 relative",
        ),
        (
            "By Oct. 20 a total of 210 people have been killed in total.",
            "2024-10-20..2024-10-20 explicit",
        ),
        (
            "On Tuesday 210 people were killed.",
            "2024-10-23..2024-10-23 article-date",
        ),
    ] {
        let said = deaths(Frame::Passive, "210", "people", "killed");
        let records = records(text, "2024-10-23", &[said]);
        assert_eq!(as_of(&records[0]), wanted, "{text}");
    }
}

#[test]
fn a_dateline_dates_the_article() {
    let text = "San Salvador, 3 Jan 90 -- The army said 4 people were killed.";
    let records = records(
        text,
        "",
        &[deaths(Frame::Passive, "4 ", "people", "killed")],
    );
    assert_eq!(as_of(&records[0]), "1990-01-03..1990-01-03 article-date");
}

#[test]
fn reckoned_times_can_be_forgotten() {
    let text = "In Israel's offensive in Gaza 39,000 people have been killed.";
    let mut records = records(
        text,
        "",
        &[deaths(Frame::Passive, "39,000", "people", "killed")],
    );
    assert_eq!(records[0].as_of.evidence, AsOfEvidence::Inferred);
    super::forget_inferred(&mut records);
    assert_eq!(records[0].as_of.evidence, AsOfEvidence::Unknown);
}

#[test]
fn sources_are_named_by_family_and_stance() {
    for (text, words, family, stance) in [
        (
            "Gaza's Health Ministry said 12 people were killed.",
            "Gaza's Health Ministry",
            Some("gaza-health-ministry"),
            Some("confirmed"),
        ),
        (
            "The Hamas-run health ministry said that 12 people were killed.",
            "The Hamas-run health ministry",
            Some("gaza-health-ministry"),
            Some("confirmed"),
        ),
        (
            "Twelve, or 12 people were killed, according to Palestinian health officials.",
            "Palestinian health officials",
            Some("gaza-health-ministry"),
            Some("confirmed"),
        ),
        (
            "The Israeli army claimed on Tuesday that 12 people were killed.",
            "The Israeli army",
            Some("israeli-army"),
            Some("claimed"),
        ),
        (
            "Officials denied that 12 people were killed.",
            "Officials",
            None,
            Some("denied"),
        ),
        (
            "At least 12 people were killed, the mayor said.",
            "the mayor",
            None,
            Some("confirmed"),
        ),
        (
            "At least 12 people were killed, reported Reuters.",
            "Reuters",
            Some("reuters"),
            Some("confirmed"),
        ),
        (
            "In the north on Monday the Red Cross said 12 people were killed.",
            "the Red Cross",
            Some("red-cross"),
            Some("confirmed"),
        ),
        (
            "At least 12 people were killed in shelling of the eastern hills a local monitor said.",
            "a local monitor",
            None,
            Some("confirmed"),
        ),
        (
            "According to a report from the coroner, 12 people were killed.",
            "a report from the coroner",
            None,
            Some("confirmed"),
        ),
        (
            "Raid in which 12 people were killed: Red Cross",
            "Red Cross",
            Some("red-cross"),
            Some("confirmed"),
        ),
        (
            "The group claimed a suicide attack on a market in which 12 people were killed.",
            "",
            None,
            None,
        ),
        (
            "A man fired in a baggage claim hall and 12 people were killed.",
            "",
            None,
            None,
        ),
        ("At least 12 people were killed.", "", None, None),
        ("He said 12 people were killed.", "", None, None),
    ] {
        let said = deaths(Frame::Passive, "12", "people", "killed");
        let records = records(text, "", &[said]);
        let source = &records[0].source;
        let found = (
            source.text.map_or("", |span| span.slice(text)),
            source.family.as_deref(),
            source.stance.map(super::Stance::name),
        );
        assert_eq!(found, (words, family, stance), "{text}");
    }
}

#[test]
fn facets_come_from_the_words_of_the_group() {
    for (counted, nationality, role, age_sex) in [
        ("Islamist fighters", None, Some("combatant"), None),
        ("Israeli soldiers", Some("IL"), Some("combatant"), None),
        ("Hamas gunmen", Some("PS"), Some("combatant"), None),
        ("women and children", None, None, Some("child+woman")),
        ("U.S. Marines", Some("US"), Some("combatant"), None),
        ("Spaniards", Some("ES"), None, None),
        ("aid workers", None, Some("aid"), None),
        ("17-year-old females", None, None, Some("child")),
        ("19-year-old females", None, None, Some("woman")),
    ] {
        let text = format!("At least 12 {counted} were killed.");
        let said = deaths(Frame::Passive, "At least 12", counted, "killed");
        let records = records(&text, "", &[said]);
        let facets = &records[0].who.facets;
        let found = (
            facets.nationality.as_deref(),
            facets.role.as_deref(),
            facets.age_sex.as_deref(),
        );
        assert_eq!(found, (nationality, role, age_sex), "{counted}");
    }
}

#[test]
fn ids_survive_edits_elsewhere_and_are_unique() {
    let said = || deaths(Frame::Passive, "12", "people", "killed");
    let one = records("At least 12 people were killed.", "", &[said()]);
    let two = records(
        "A new first sentence.\n\nAt least 12  people were killed.",
        "",
        &[said(), said()],
    );
    assert_eq!(one[0].id, two[0].id);
    assert_eq!(two[1].id, format!("{}-2", two[0].id));
}

#[test]
fn places_of_a_list_are_one_place_of_their_own() {
    let killed = || deaths(Frame::Active, "90", "people", "killed");
    for (text, wanted) in [
        (
            "The blasts in Accra and Dakar killed 90 people.",
            ("explosion:accra+dakar:2031-03-14~", "accra+dakar"),
        ),
        (
            "The blasts in Accra, Ghana, and Dakar, Senegal, killed 90 people.",
            ("explosion:accra+dakar:2031-03-14~", "accra+dakar"),
        ),
        (
            "The blast in Accra, and Senegal said so too, killed 90 people.",
            ("explosion:accra:2031-03-14~", "accra"),
        ),
    ] {
        check(text, "2031-03-14", &killed(), wanted);
    }
}

#[test]
fn what_follows_an_event_gives_it_no_day() {
    let killed = || deaths(Frame::Active, "90", "people", "killed 90");
    for (text, wanted) in [
        // The day before an event's noun is its own, the court's is not.
        (
            "A man was charged on Monday with the March 14 bombing in Accra, which killed 90 people.",
            "bombing:accra:2031-03-14",
        ),
        (
            "A man was charged on Monday with the bombing in Accra, which killed 90 people.",
            "bombing:accra:earlier",
        ),
        (
            "The minister resigned on Monday over warnings about the bombing in Accra that killed 90 people.",
            "bombing:accra:2031-06-02~",
        ),
        (
            "In August 2019 a bombing in Accra killed 90 people.",
            "bombing:accra:2019-08-01/2019-08-31",
        ),
    ] {
        let records = records(text, "2031-06-02", &[killed()]);
        assert_eq!(event(&records[0]), wanted, "{text}");
    }
}

#[test]
fn the_day_of_a_count_is_not_that_of_the_event() {
    let toll = || deaths(Frame::Toll, "190", "", "number of people killed");
    check(
        "The number of people killed in the bombing in Accra rose to 190 on Monday.",
        "2031-03-17",
        &toll(),
        ("bombing:accra:2031-03-17~", "accra"),
    );
}

#[test]
fn several_events_are_not_all_at_home() {
    let text = "ACCRA, Ghana (AP) — Twin bombings killed 90 people on Friday.";
    let said = deaths(Frame::Active, "90", "people", "killed");
    check(text, "2031-03-14", &said, ("bombing:2031-03-14@a", "-"));
}

#[test]
fn a_name_is_none_of_an_event_to_come() {
    let said = || deaths(Frame::Active, "60", "people", "killed");
    let text = "The Izmir earthquake killed 60 people.";
    let then = records(text, "2019-04-20", &[said()]);
    assert_eq!(event(&then[0]), "earthquake:izmir:2019-04-20~");
    let later = records(text, "2020-11-20", &[said()]);
    assert_eq!(event(&later[0]), "izmir-2020");
}

#[test]
fn the_day_in_the_name_of_an_event_is_not_that_of_the_count() {
    let said = deaths(Frame::Toll, "1,139", "", "death toll");
    let text = "The death toll from the March 3 earthquake in Karvan rose to 1,139 on Wednesday.";
    let records = records(text, "2024-03-06", &[said]);
    assert_eq!(as_of(&records[0]), "2024-03-06..2024-03-06 relative");
}

#[test]
fn what_goes_on_or_fills_a_stretch_of_time_is_a_toll_so_far() {
    for text in [
        "This season alone two people were killed on the pass.",
        "The feud has killed and continues to kill two people.",
        "Those who kill and the two people who have given their lives lie there.",
    ] {
        let said = deaths(Frame::Passive, "two", "people", "kill");
        assert_eq!(
            records(text, "2015-07-21", &[said])[0].basis,
            Basis::Cumulative,
            "{text}"
        );
    }
}

#[test]
fn what_takes_its_time_kills_one_by_one() {
    for (text, wanted) in [
        (
            "The three-week-old battle for Harsk has killed two people.",
            Basis::Cumulative,
        ),
        (
            "The siege of Harsk has killed two people.",
            Basis::Cumulative,
        ),
        (
            "In less than 1 month two people were killed.",
            Basis::Cumulative,
        ),
        ("Within a week two people were killed.", Basis::Cumulative),
        (
            "The army was trying to hold the road but killed two people in the process.",
            Basis::Cumulative,
        ),
        (
            "Violent weekend in Harsk: 17 scenes, two people killed.",
            Basis::Cumulative,
        ),
        (
            "Six shootings over the weekend left two people killed.",
            Basis::Cumulative,
        ),
        (
            "The attack on Harsk killed two people over the weekend.",
            Basis::Incident,
        ),
        (
            "A gunman killed two people in the process.",
            Basis::Incident,
        ),
    ] {
        let said = deaths(Frame::Active, "two", "people", "killed");
        assert_eq!(
            records(text, "2015-07-21", &[said])[0].basis,
            wanted,
            "{text}"
        );
    }
}

#[test]
fn those_who_are_still_in_hospital_are_a_stock() {
    let of = |text: &str, trigger: &'static str| {
        let said = Said {
            kind: "injured",
            ..deaths(Frame::Subject, "two", "", trigger)
        };
        records(text, "2015-07-21", &[said])[0].basis
    };
    assert_eq!(
        of("On Tuesday two remain hospitalized.", "remain hospitalized"),
        Basis::Stock
    );
    let text = "One remains in the hospital and two were treated and sent home.";
    assert_eq!(of(text, "treated"), Basis::Incident);
    let text = "The two remained hospitalized after they were attacked by a gang.";
    assert_eq!(of(text, "remained hospitalized"), Basis::Incident);
}

#[test]
fn others_are_of_the_side_of_those_told_before() {
    let role = |text: &str, first| {
        let one = deaths(Frame::Passive, "One", first, "killed");
        let others = deaths(Frame::Passive, "five", "others", "wounded");
        let found = records(text, "2015-07-21", &[one, others]);
        found[1].who.facets.role.clone()
    };
    let text = "One rebel was killed and five others were wounded in Harsk.";
    assert_eq!(role(text, "rebel").as_deref(), Some("combatant"));
    let text = "One civilian was killed and five others were wounded in Harsk.";
    assert_eq!(role(text, "civilian"), None);
}

#[test]
fn a_people_without_its_capital_is_that_people() {
    let said = deaths(
        Frame::NounOf,
        "three",
        "unidentified guatemalans",
        "bodies of",
    );
    let found = records(
        "The bodies of three unidentified guatemalans were found.",
        "",
        &[said],
    );
    assert_eq!(found[0].who.facets.nationality.as_deref(), Some("GT"));
}

#[test]
fn who_speaks_is_no_clause_of_another_verb() {
    for (text, wanted) in [
        (
            "Police are looking for a man they say killed 12 people.",
            None,
        ),
        (
            "Other raids reported at the market include one in which 12 people died.",
            None,
        ),
        (
            "Initial reports from officials indicated 12 people were killed.",
            Some("Initial reports from officials"),
        ),
        (
            "In the north 12 people were killed and seven were injured local media said.",
            Some("local media"),
        ),
        (
            "It killed 12 people according to residents the report said.",
            Some("residents"),
        ),
        (
            "They shot 12 soldiers taken at a base in the province of Harsk reports indicate.",
            Some("reports"),
        ),
    ] {
        let said = deaths(Frame::Passive, "12", "", "12");
        let found = &records(text, "2015-07-21", &[said])[0];
        let source = found.source.text.map(|span| span.slice(text));
        assert_eq!(source, wanted, "{text}");
    }
}

#[test]
fn a_dated_deed_of_a_war_is_no_toll_so_far() {
    for (text, frame, trigger, wanted) in [
        (
            "The war in Syria goes on. Shells killed two people in the old town of Aleppo on Tuesday.",
            Frame::Active,
            "killed two",
            Basis::Incident,
        ),
        (
            "The war in Syria goes on. More than two people have been killed in Syria.",
            Frame::Passive,
            "killed",
            Basis::Cumulative,
        ),
    ] {
        let said = deaths(frame, "two", "people", trigger);
        assert_eq!(
            records(text, "2015-07-21", &[said])[0].basis,
            wanted,
            "{text}"
        );
    }
}

#[test]
fn a_place_and_a_kind_do_not_name_an_event_of_years_ago() {
    let said = || deaths(Frame::Toll, "45", "", "death toll");
    let of = |text: &str, date: &str| event(&records(text, date, &[said()])[0]).to_owned();
    let now = "The death toll from the Izmir earthquake has risen to 45.";
    let then = "The death toll from the Izmir earthquake of October 2020 was 45.";
    assert_eq!(of(now, "2032-03-05"), "earthquake:izmir:2032-03-05~");
    assert_eq!(of(now, "2020-11-01"), "izmir-2020");
    assert_eq!(of(then, "2032-03-05"), "izmir-2020");
}

#[test]
fn what_is_told_of_several_events_is_told_of_none_of_them() {
    let said = deaths(Frame::Passive, "Five", "people", "killed");
    let text = "Five people were killed in seven separate shootings in Baltimore on Monday.";
    let records = records(text, "2031-06-03", &[said]);
    assert_eq!(event(&records[0]), "shooting:baltimore:2031-06-02:several");
}

#[test]
fn a_country_has_what_it_records_and_what_is_its_own() {
    let noun = || deaths(Frame::QNoun, "40", "", "deaths");
    for text in [
        "Zambia has recorded 40 deaths.",
        "Zambia has so far confirmed 40 deaths from cholera.",
        "In Zambia's election 40 deaths were counted.",
        "The 40 deaths of Zambia's cholera outbreak fill two pages.",
    ] {
        let records = records(text, "2031-03-14", &[noun()]);
        assert_eq!(place(&records[0]), "ZM", "{text}");
    }
    // Where it happened is nearer than who tells of it.
    let text = "Zambia has reported 40 deaths in Kenya.";
    assert_eq!(place(&records(text, "2031-03-14", &[noun()])[0]), "KE");
}

#[test]
fn a_capital_in_a_short_sentence_is_a_place() {
    let said = deaths(Frame::Subject, "21", "", "died");
    let text = "Floods hit Valencia. In Murcia 21 died.";
    assert_eq!(place(&records(text, "2031-03-14", &[said])[0]), "murcia.es");
}

#[test]
fn who_puts_a_toll_at_a_number_is_its_source_and_not_counted() {
    let text = "Police put the number of dead in the Lyon bus crash at 14.";
    let said = deaths(Frame::Toll, "14", "", "put the number");
    let record = &records(text, "2031-03-14", &[said])[0];
    let source = record.source.text.map(|span| span.slice(text));
    assert_eq!(source, Some("Police"));
    assert_eq!(record.who.facets.role, None);
}

#[test]
fn a_county_may_hold_the_town_of_a_deed_and_not_of_a_storm() {
    let killed = || deaths(Frame::Passive, "Four", "people", "killed");
    let beneath = |lead: &str, county: &str| {
        let text =
            format!("{lead} on Saturday.\n\nFour people were killed in {county}, officials said.");
        let records = records(&text, "2030-03-04", &[killed()]);
        event(&records[0]).to_owned()
    };
    let shooting = "Gunfire in Wichita, Kansas, was a shooting, police said";
    let there = beneath(shooting, "Sedgwick County");
    assert!(there.starts_with("shooting:wichita"), "{there}");
    let storm = beneath("A tornado struck Wichita, Kansas,", "Butler County");
    assert!(!storm.contains("wichita"), "{storm}");
    let abroad = beneath("A shooting shook Paris", "Orange County");
    assert!(!abroad.contains("paris"), "{abroad}");
}

#[test]
fn the_toll_of_raids_on_one_target_is_that_of_the_raids() {
    let toll = || deaths(Frame::Toll, "21", "", "death toll");
    for text in [
        "The death toll from air strikes on a market in Damascus has climbed to 21.",
        "The death toll from Friday's air strikes in Damascus has climbed to 21.",
    ] {
        let records = records(text, "2031-03-15", &[toll()]);
        assert!(
            event(&records[0]).starts_with("strike:damascus"),
            "{text}: {}",
            event(&records[0])
        );
    }
    let text = "The death toll from air strikes in Damascus has climbed to 21.";
    let records = records(text, "2031-03-15", &[toll()]);
    assert!(
        !event(&records[0]).starts_with("strike:"),
        "{}",
        event(&records[0])
    );
}

#[test]
fn a_place_has_the_count_that_it_raises() {
    let said = deaths(Frame::Toll, "13", "", "raised its count");
    let text = "Kenya raised its count by two to 13.";
    assert_eq!(place(&records(text, "2031-06-12", &[said])[0]), "KE");
}

#[test]
fn what_a_month_has_cost_is_a_toll_of_that_month() {
    for (text, wanted) in [
        (
            "During May 300 people were killed in Lund.",
            Basis::Cumulative,
        ),
        (
            "In the month of May 300 people were killed in Lund.",
            Basis::Cumulative,
        ),
        (
            "Some 300 people were killed nationwide last month.",
            Basis::Cumulative,
        ),
        (
            "In May 300 people were killed in a blast in Lund.",
            Basis::Incident,
        ),
        (
            "During May's riots 300 people were killed in Lund.",
            Basis::Incident,
        ),
    ] {
        let said = deaths(Frame::Passive, "300", "people", "killed");
        let record = &records(text, "2031-06-12", &[said])[0];
        assert_eq!(record.basis, wanted, "{text}");
    }
}

#[test]
fn how_often_is_said_of_an_average_and_of_nothing_before_it() {
    let text = "Nearly 500 people have died there since 2024, an average of 60 deaths annually.";
    let said = [
        deaths(Frame::Subject, "500", "people", "died"),
        deaths(Frame::QNoun, "60", "", "deaths"),
    ];
    let bases: Vec<Basis> = records(text, "2031-06-12", &said)
        .iter()
        .map(|record| record.basis)
        .collect();
    assert_eq!(bases, [Basis::Cumulative, Basis::Rate]);
}

#[test]
fn what_is_believed_in_a_clause_of_its_own_is_not_the_count() {
    let source = |text: &str| {
        let said = deaths(Frame::Passive, "Four", "people", "killed");
        let record = &records(text, "2031-06-12", &[said])[0];
        record.source.text.map(|span| span.slice(text).to_owned())
    };
    let own = "Four people were killed in Lund, and now police believe they were robbed.";
    assert_eq!(source(own), None);
    let of_all = "Four people were killed in Lund, police believe.";
    assert_eq!(source(of_all).as_deref(), Some("police"));
}

#[test]
fn fire_may_be_that_of_guns_and_earth_may_shoot_up() {
    let said = || deaths(Frame::Active, "six", "people", "killed six");
    for (text, kind) in [
        ("Sniper fire killed six people in Lund.", "shooting:"),
        ("A fire killed six people in Lund.", "fire:"),
    ] {
        let records = records(text, "2031-06-12", &[said()]);
        assert!(event(&records[0]).starts_with(kind), "{text}");
    }
    // Whether they shot or shelled is not said.
    for text in [
        "Rebel fire killed six people in Lund.",
        "Swedish fire killed six people in Lund.",
        "Six months of fire across the border killed six people in Lund.",
    ] {
        let found = records(text, "2031-06-12", &[said()]);
        assert!(!event(&found[0]).starts_with("fire:"), "{text}");
    }
    let text = "A Swedish fire killed six people in Lund.";
    let found = records(text, "2031-06-12", &[said()]);
    assert!(event(&found[0]).starts_with("fire:"), "{text}");
    let text = "The blast sent earth shooting into the air and killed six people in Lund.";
    let records = records(text, "2031-06-12", &[said()]);
    assert!(
        event(&records[0]).starts_with("explosion:"),
        "{}",
        event(&records[0])
    );
}

#[test]
fn a_town_called_after_the_indies_is_not_in_india() {
    let said = deaths(Frame::Passive, "Six", "people", "killed");
    let text = "Six people were killed in Cartagena de Indias, Colombia, on Monday.";
    assert_eq!(place(&records(text, "2031-06-12", &[said])[0]), "cartagena");
}
