//! A draft beside the figures that the desk agreed on, and a summary beside its sources: planted mistakes are found, each
//! under its code, and nothing is said of a draft without any.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what the program writes"
)]

mod newsroom;

use std::fs;
use std::process::Command;

use newsroom::Room;
use serde_json::Value;

/// A headline with swapped digits, against the body; a toll that nobody says; a wrong number; a vague word; a stale
/// toll; a figure that nobody agreed on.
const PLANTED: &str = "---\ndate: 2024-03-09\n---\nEarthquake in Calden kills 1,319\n\nThe March 3, 2024 earthquake in \
Calden killed 1,139 people.\n\nThe earthquake in Calden injured 530 people, the civil defence agency said. The quake \
destroyed dozens of homes in Calden.\n\nThe earthquake in Calden killed 41 people. Seven looters were arrested in Calden.\n";

/// The same as it should be.
const CORRECTED: &str = "---\ndate: 2024-03-09\n---\nEarthquake in Calden kills 1,139\n\nThe March 3, 2024 earthquake in \
Calden killed 1,139 people, the civil defence agency said.\n\nThe earthquake in Calden injured 330 people, the civil \
defence agency said. The quake destroyed 120 homes in Calden.\n\nOn Monday the earthquake in Calden had killed 41 people.\n";

/// A newsroom on the third day, with a sheet of what its articles agree on and a draft.
fn desk() -> Room {
    let desk = Room::new();
    desk.tell(1, "story");
    desk.check(&["sheet", "init", "figures.yaml", "story"], 0);
    desk.write("draft.md", PLANTED);
    desk
}

/// Code, words and line of each remark on a draft.
fn remarks(desk: &Room, words: &[&str], code: i32) -> Vec<(String, String, u64)> {
    desk.check(words, code);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let remark = |it: Value| {
        (
            text(&it["code"]),
            text(&it["readings"][0]["says"]),
            it["place"]["line"].as_u64().unwrap(),
        )
    };
    desk.lines(words).into_iter().map(remark).collect()
}

const CHECK: [&str; 4] = ["check", "draft.md", "--sheet", "figures.yaml"];

#[test]
fn each_planted_mistake_is_found_under_its_code() {
    let desk = desk();
    let found = remarks(&desk, &CHECK, 1);
    let expected = [
        ("mismatch", "1,319", 4),
        ("attribution-missing", "1,139 people", 6),
        ("mismatch", "530 people", 8),
        ("wording", "dozens", 8),
        ("stale", "41 people", 10),
        ("not-in-sheet", "Seven looters", 10),
    ];
    let expected = expected.map(|(code, says, line)| (code.to_owned(), says.to_owned(), line));
    assert_eq!(found, expected);
    let (text, _) = desk.check(&CHECK, 1);
    for words in [
        "the same digits in another order",
        "“1,139” for “1,319”",
        "“330” for “530”",
        "“120” for “dozens of”",
        "41 was the number as of 4 Mar 2024; the sheet has 1,139 as of 6 Mar 2024",
        "“, the civil defence agency said”",
    ] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
    assert_eq!(desk.read("draft.md"), PLANTED, "nothing is written unasked");
}

#[test]
fn nothing_is_said_of_the_corrected_draft() {
    let desk = desk();
    desk.write("draft.md", CORRECTED);
    assert_eq!(remarks(&desk, &CHECK, 0), []);
    let all = remarks(&desk, &[&CHECK[..], &["--all"]].concat(), 0);
    let codes: Vec<&str> = all.iter().map(|(code, ..)| &**code).collect();
    assert_eq!(codes, ["ok"; 5]);
}

#[test]
fn a_draft_that_contradicts_itself_needs_no_sheet_to_be_wrong() {
    let desk = desk();
    desk.write(
        "draft.md",
        "---\ndate: 2024-03-06\n---\nEarthquake kills nine in Porta\n\nThe March 5, 2024 earthquake in Porta killed four \
         people.\n",
    );
    let found = remarks(&desk, &CHECK, 1);
    let codes: Vec<(&str, u64)> = found
        .iter()
        .map(|(code, _, line)| (&**code, *line))
        .collect();
    assert_eq!(codes, [("inconsistent", 4), ("not-in-sheet", 6)]);
}

#[test]
fn an_entry_has_its_day_and_its_words() {
    let desk = desk();
    desk.write("draft.md", CORRECTED);
    let sheet = desk.read("figures.yaml");
    let kept = "  best: 1139\n";
    desk.write(
        "figures.yaml",
        &sheet.replace(kept, "  best: 1139\n  valid-until: 2024-03-08\n"),
    );
    let found = remarks(&desk, &CHECK, 1);
    assert_eq!(found[0].0, "expired");
    let (text, _) = desk.check(&["sheet", "lint", "figures.yaml"], 1);
    assert!(
        text.contains("figures.yaml:5: ") && text.contains("valid only to 2024-03-08"),
        "{text}"
    );
    desk.write(
        "figures.yaml",
        &sheet.replace(kept, "  best: 1139\n  never: [killed]\n"),
    );
    let found = remarks(&desk, &CHECK, 1);
    assert!(
        found.iter().all(|(code, ..)| code == "wording"),
        "{found:?}"
    );
    // An entry by hand says in a sentence what it counts.
    let by_hand = "version: 1\nfigures:\n- key: porta\n  sentence: The March 5, 2024 earthquake in Porta killed seven people.\n";
    desk.write("figures.yaml", by_hand);
    desk.check(&["sheet", "lint", "figures.yaml"], 0);
    desk.write(
        "draft.md",
        "The March 5, 2024 earthquake in Porta killed nine people.\n",
    );
    assert_eq!(remarks(&desk, &CHECK, 1)[0].0, "mismatch");
    desk.write(
        "draft.md",
        "The March 5, 2024 earthquake in Porta killed seven people.\n",
    );
    assert_eq!(remarks(&desk, &CHECK, 0), []);
}

#[test]
fn what_is_suggested_is_written_when_asked_and_the_draft_is_kept() {
    let desk = desk();
    let (_, err) = desk.check(&[&CHECK[..], &["--write"]].concat(), 0);
    assert!(
        err.contains("wrote draft.md: 5 changes; as it was: draft.md.bak"),
        "{err}"
    );
    assert_eq!(desk.read("draft.md.bak"), PLANTED);
    let written = desk.read("draft.md");
    assert!(
        written.contains("killed 1,139 people, the civil defence agency said.\n"),
        "{written}"
    );
    assert!(written.contains("destroyed 120 homes"), "{written}");
    let found = remarks(&desk, &CHECK, 0);
    assert_eq!(found.len(), 1, "{found:?}");
    // A second draft under that name is kept beside the first; line ends and byte order mark stay.
    let other = format!("\u{feff}{}", PLANTED.replace('\n', "\r\n"));
    desk.write("draft.md", &other);
    let (_, err) = desk.check(&[&CHECK[..], &["--write"]].concat(), 0);
    assert!(err.contains("as it was: draft.md.bak-2"), "{err}");
    assert_eq!(desk.read("draft.md.bak-2"), other);
    let expected = format!("\u{feff}{}", written.replace('\n', "\r\n"));
    assert_eq!(desk.read("draft.md"), expected);
    // What is no text of one article is left alone.
    desk.write(
        "wire.jsonl",
        "{\"id\":\"a\",\"text\":\"The March 3, 2024 earthquake in Calden killed 41 people.\"}\n",
    );
    let (_, err) = desk.check(
        &["check", "wire.jsonl", "--sheet", "figures.yaml", "--write"],
        2,
    );
    assert!(err.contains("nothing was written"), "{err}");
}

#[test]
fn what_cannot_be_written_is_left_as_it_is() {
    let desk = desk();
    let write = [&CHECK[..], &["--write"]].concat();
    let names = || fs::read_dir(desk.path("")).unwrap().count();
    let n_names = names();
    // The one number to mend is no part of the text.
    let titled = "---\ntitle: The March 3, 2024 earthquake in Calden killed 1,319 people\n---\nNothing else is known.\n";
    desk.write("draft.md", titled);
    let (_, err) = desk.check(&write, 1);
    assert!(
        err.contains("1 not made") && !err.contains("wrote"),
        "{err}"
    );
    assert_eq!(
        (desk.read("draft.md"), names()),
        (titled.to_owned(), n_names)
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let path = desk.path("draft.md");
        let set = |mode| fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        let mode = |name: &str| fs::metadata(desk.path(name)).unwrap().permissions().mode() & 0o777;
        desk.write("draft.md", PLANTED);
        set(0o444);
        let (_, err) = desk.check(&write, 2);
        assert!(
            err.contains("draft.md: is read-only; nothing was written"),
            "{err}"
        );
        assert_eq!(
            (desk.read("draft.md"), names()),
            (PLANTED.to_owned(), n_names)
        );
        // What is kept of a draft is as private as the draft; a pipe of that name is not waited for.
        set(0o600);
        let backup = desk.path("draft.md.bak");
        let piped = Command::new("mkfifo").arg(&backup).status().unwrap();
        assert!(piped.success());
        let (_, err) = desk.check(&write, 2);
        assert!(err.contains("draft.md.bak: is no plain file"), "{err}");
        fs::remove_file(&backup).unwrap();
        desk.check(&write, 0);
        assert_eq!((mode("draft.md"), mode("draft.md.bak")), (0o600, 0o600));
        // A new file is what the umask makes it, and a link that leads nowhere stays one.
        let program = env!("CARGO_BIN_EXE_figcheck");
        let line = format!("umask 027; exec '{program}' diff draft.md -o out.html");
        let mut shell = Command::new("sh");
        shell.current_dir(desk.path("")).args(["-c", &line]);
        assert!(shell.output().unwrap().status.code() < Some(2));
        assert_eq!(mode("out.html"), 0o640);
        std::os::unix::fs::symlink("nowhere", desk.path("link.html")).unwrap();
        let (_, err) = desk.check(&["diff", "draft.md", "-o", "link.html"], 2);
        assert!(err.contains("is a link that leads nowhere"), "{err}");
        assert!(desk.path("link.html").is_symlink());
        let (_, err) = desk.check(&["sheet", "init", "link.html", "story"], 2);
        assert!(err.contains("is there already"), "{err}");
    }
}

#[test]
fn a_summary_is_held_to_its_sources() {
    let desk = desk();
    desk.write(
        "summary.md",
        "The March 3, 2024 earthquake in Calden killed 1,139 people. About 1,100 people were killed in the earthquake \
         in Calden. The earthquake in Calden injured 390 people. Twelve people were arrested in Calden after the \
         earthquake. A flood in Oslo killed nine people.\n",
    );
    let words = ["check", "summary.md", "--against", "story", "--all"];
    let found = remarks(&desk, &words, 1);
    let told: Vec<(&str, &str)> = found.iter().map(|it| (&*it.0, &*it.1)).collect();
    let expected = [
        ("supported", "1,139 people"),
        ("rounded", "About 1,100 people"),
        ("changed", "390 people"),
        ("unsupported", "Twelve people"),
        ("unsupported", "nine people"),
    ];
    assert_eq!(told, expected);
    let (text, _) = desk.check(&words[..4], 1);
    assert!(
        text.contains("no source has this number; the nearest is 325–334"),
        "{text}"
    );
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("no source speaks of it"), "{text}");
    assert!(
        words.contains("no number of the sources is surely about it; of its kind they give “"),
        "{text}"
    );
    assert!(
        !text.contains(" SUPPORTED  deaths"),
        "what is well is counted: {text}"
    );
}

#[test]
fn a_number_that_a_newer_source_left_behind_is_stale_in_a_summary() {
    let room = Room::new();
    let article = |day: &str, words: &str| {
        format!("---\ndate: 2031-05-{day}\n---\nThe May 4, 2031 earthquake in Calden {words}.\n")
    };
    fs::create_dir(room.path("story")).unwrap();
    room.write("story/first.md", &article("05", "killed 41 people"));
    let check = |words: &str, expected: &str| {
        room.write("summary.md", &article("08", words));
        let told = room.lines(&["check", "summary.md", "--against", "story", "--all"]);
        assert_eq!(told[0]["code"], expected, "{words}: {told:?}");
    };
    check("killed 41 people", "supported");
    room.write("story/last.md", &article("08", "killed 230 people"));
    check("killed 41 people", "stale");
    check("killed about 40 people", "stale");
    check("killed at least 230 people", "rounded");
    check("killed dozens of people", "stale");
    let both = "killed 230 people.\n\nThe earthquake in Calden had first been said to have killed 41 people";
    room.write("summary.md", &article("08", both));
    let told = room.lines(&["check", "summary.md", "--against", "story", "--all"]);
    let codes: Vec<&Value> = told.iter().map(|it| &it["code"]).collect();
    assert_eq!(codes, ["supported", "supported"], "{told:?}");
    room.write("summary.md", &article("08", "killed 41 people"));
    let (text, _) = room.check(&["check", "summary.md", "--against", "story"], 1);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for why in [
        "it was 41 as of 5 May 2031 (first:4:",
        "a newer source has 225–234 as of 8 May 2031",
    ] {
        assert!(text.contains(why), "{text}");
    }
}

#[test]
fn every_format_carries_every_remark() {
    let desk = desk();
    let formats = [
        "table", "plain", "list", "json", "jsonl", "csv", "tsv", "markdown", "html", "sarif",
        "github",
    ];
    for format in formats {
        let (text, _) = desk.check(&[&CHECK[..], &["-f", format]].concat(), 1);
        for words in ["1,319", "530", "dozens", "Seven"] {
            assert!(text.contains(words), "{format}: {words} is not in {text}");
        }
    }
    desk.check(&[&CHECK[..], &["-o", "remarks.xlsx"]].concat(), 1);
    desk.check(&[&CHECK[..], &["-o", "remarks.sarif"]].concat(), 1);
    let sarif: Value = serde_json::from_str(&desk.read("remarks.sarif")).unwrap();
    let schema = fs::read_to_string("tests/schemas/sarif-2.1.0.json").unwrap();
    // One pattern of the published schema has a stray bracket, at which a strict reader stops.
    let schema = schema.replace("-[a-zA-Z]{2}]?$", "-[a-zA-Z]{2}$");
    let schema = serde_json::from_str(&schema).unwrap();
    assert!(jsonschema::is_valid(&schema, &sarif));
    let (schema, _) = desk.check(&["schema", "export", "remarks"], 0);
    let schema = serde_json::from_str(&schema).unwrap();
    let (text, _) = desk.check(&[&CHECK[..], &["-f", "json"]].concat(), 1);
    assert!(jsonschema::is_valid(
        &schema,
        &serde_json::from_str(&text).unwrap()
    ));
    assert!(!jsonschema::is_valid(
        &schema,
        &serde_json::json!({"notices": 3})
    ));
    let (text, _) = desk.check(&[&CHECK[..], &["-f", "github"]].concat(), 1);
    assert!(
        text.starts_with("::error file=draft.md,line=4,col=28,title=mismatch::"),
        "{text}"
    );
}

#[test]
fn days_are_words_for_people_and_days_for_programs() {
    let desk = desk();
    let (text, _) = desk.check(&CHECK, 1);
    assert!(
        text.contains("9 Mar 2024 (article date)") && text.contains(" 6 Mar 2024 "),
        "{text}"
    );
    assert!(!text.contains("2024-03-"), "{text}");
    let first = &desk.lines(&CHECK)[0]["readings"];
    let days = |day: &str, evidence: &str| serde_json::json!({"from": day, "to": day, "evidence": evidence});
    assert_eq!(first[0]["as_of"], days("2024-03-09", "article-date"));
    assert_eq!(first[1]["as_of"], days("2024-03-06", "explicit"));
    let (text, _) = desk.check(&[&CHECK[..], &["-f", "csv"]].concat(), 1);
    assert!(text.contains(",2024-03-06,2024-03-06,explicit,"), "{text}");
    // A snapshot keeps the words; what is printed of it has the days.
    desk.check(&["snapshot", "calden", "story"], 0);
    desk.tell(2, "story");
    let lines = desk.lines(&["story", "--against-snapshot", "calden"]);
    let readings = lines
        .iter()
        .flat_map(|it| it["readings"].as_array().unwrap());
    let mut olds = readings.filter(|it| it["side"] == "old");
    assert!(
        olds.any(|it| it["as_of"]["to"] == "2024-03-06"),
        "{lines:?}"
    );
}

#[test]
fn a_sheet_grows_by_command_and_stays_as_people_wrote_it() {
    let desk = desk();
    let (_, err) = desk.check(&["sheet", "init", "figures.yaml", "story"], 2);
    assert!(err.contains("is there already"), "{err}");
    let before = desk
        .read("figures.yaml")
        .replace("figures:\n", "figures:\n# checked by Ana\n");
    let edited = before.replace(
        "  attribution: required\n",
        "  owner: Ana\n  attribution: required\n",
    );
    desk.write("figures.yaml", &edited);
    let coast = desk.read("story/coast.md");
    desk.write(
        "story/coast.md",
        &coast.replace("1,139", "1,207").replace("-06", "-07"),
    );
    let (text, _) = desk.check(
        &[
            "sheet",
            "add",
            "figures.yaml",
            "story",
            "--figure",
            "deaths",
        ],
        0,
    );
    assert!(
        text.contains("deaths · earthquake, Calden: 1,207"),
        "{text}"
    );
    let after = desk.read("figures.yaml");
    for words in [
        "# checked by Ana",
        "  best: 1207\n",
        "  owner: \"Ana\"\n",
        "{best: 1139, as-of: 2024-03-06}",
    ] {
        assert!(after.contains(words), "{words} is not in {after}");
    }
    // Everything after the entry is byte for byte what it was.
    let rest = |text: &str| text[text.find("- key: \"displaced").unwrap()..].to_owned();
    assert_eq!(rest(&after), rest(&edited));
    desk.check(&["sheet", "lint", "figures.yaml"], 0);
    // The same number again: the desk's way to write it stays, and so does an empty line after it. A comment is not lost.
    let add = [
        "sheet",
        "add",
        "figures.yaml",
        "story",
        "--figure",
        "deaths",
    ];
    let worded = after.replacen("  owner:", "  wording: \"some 1,200 # dead\"\n  owner:", 1);
    let worded = worded.replacen("- key: \"displaced", "\n- key: \"displaced", 1);
    desk.write("figures.yaml", &worded);
    desk.check(&add, 0);
    assert_eq!(desk.read("figures.yaml"), worded);
    let commented = worded.replacen("  best: 1207\n", "  best: 1207   # checked twice\n", 1);
    desk.write("figures.yaml", &commented);
    let (_, err) = desk.check(&add, 2);
    assert!(
        err.contains("holds a comment") && err.contains("by hand"),
        "{err}"
    );
    assert_eq!(desk.read("figures.yaml"), commented);
    desk.write("figures.yaml", &after);
    desk.write("draft.md", CORRECTED);
    let stale = remarks(&desk, &CHECK, 1);
    assert!(
        stale
            .iter()
            .any(|(code, says, _)| code == "stale" && says.starts_with("1,139")),
        "{stale:?}"
    );
    // Where the articles differ, somebody has to choose.
    desk.write(
        "story/coast.md",
        "Homes in Calden\n\nThe March 3, 2024 earthquake destroyed 512 homes in Calden.\n",
    );
    let words = ["sheet", "add", "figures.yaml", "story", "--figure", "homes"];
    let (_, err) = desk.check(&words, 2);
    assert!(err.contains("--from ARTICLE"), "{err}");
    desk.check(&[&words[..], &["--from", "coast"]].concat(), 0);
    assert!(desk.read("figures.yaml").contains("  best: 512\n"));
}

#[test]
fn broken_sheets_are_told_at_their_line() {
    let desk = desk();
    let check = |text: &str, told: &str| {
        desk.write("bad.yaml", text);
        let (_, err) = desk.check(&["check", "draft.md", "--sheet", "bad.yaml"], 2);
        assert!(err.contains(told), "{told:?} is not in {err:?}");
    };
    check(
        "version: 9\nfigures: []\n",
        "bad.yaml:1:1: version 9 is from a newer figcheck",
    );
    check("figures: []\n", "not a file that figcheck wrote");
    check("version: 1\nfigures:\n- key: a\n  bset: 1\n", "bad.yaml:4:");
    check("version: 1\nfigures:\n- key: a\n", "says no number");
    check(
        "version: 1\nfigures:\n- key: a\n  best: 1\n",
        "says not what it counts",
    );
    check(
        "version: 1\nfigures:\n- key: a\n  best: 1\n  as-of: soon\n  sentence: x\n",
        "bad.yaml:5:",
    );
    check("version: 1\nfigures: {\n", "bad.yaml:");
}
