//! What a desk sets once and decides for good: settings files, outputs, filters, suppressions, baselines.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what the program writes"
)]

use std::fs;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const HARBOUR: &str = "---\ndate: 2024-03-04\nsource: Harbour News\n---\nFerry sinks\n\nThe ferry sank on March 3, 2024 \
off Port Amble. Forty-one people were killed and 12 were injured, the coast guard said.\n";
const BEACON: &str = "---\ndate: 2024-03-04\nsource: Beacon\n---\nFerry disaster\n\nSixty-three people were killed when the \
ferry sank off Port Amble on March 3, 2024. Twelve people were injured.\n";

struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("story")).unwrap();
        let desk = Self(folder);
        desk.write("story/harbour.md", HARBOUR);
        desk.write("story/beacon.md", BEACON);
        desk
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.path().join(name), text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.path().join(name)).unwrap()
    }

    fn run(&self, words: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_figcheck"))
            .current_dir(self.0.path())
            .args(words)
            .stdin(Stdio::null())
            .env_remove("FIGCHECK_CONFIG")
            .env("XDG_CONFIG_HOME", self.0.path().join("nobody"))
            .output()
            .unwrap()
    }

    /// Expects an exit code, and words on standard error.
    fn check(&self, words: &[&str], code: i32, told: &str) -> String {
        let output = self.run(words);
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{words:?}: {err}");
        assert!(err.contains(told), "{told:?} is not in {err:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// The id of the figure that disagrees.
    fn disagreement(&self) -> String {
        let output = self.check(&["story", "-f", "json", "--isolated"], 1, "");
        let output: Value = serde_json::from_str(&output).unwrap();
        let mut figures = output["figures"].as_array().unwrap().iter();
        let figure = figures
            .find(|figure| figure["verdict"] == "disagree")
            .unwrap();
        figure["id"].as_str().unwrap().to_owned()
    }
}

#[test]
fn several_files_are_written_at_once_each_in_the_format_of_its_ending() {
    let desk = Desk::new();
    let out = desk.check(
        &[
            "story", "-o", "r.html", "-o", "r.csv", "-o", "r.sarif", "-f", "plain", "-o",
            "r.spoken",
        ],
        1,
        "wrote r.html",
    );
    assert_eq!(out, "");
    assert!(desk.read("r.html").starts_with("<!doctype html>"));
    assert!(desk.read("r.csv").starts_with("figure_id,"));
    assert!(desk.read("r.sarif").contains("\"version\": \"2.1.0\""));
    assert!(desk.read("r.spoken").contains("Figure 1 of 2: "));
    desk.check(&["story", "-f", "sarif", "-o", "r.json"], 1, "wrote r.json");
    assert!(desk.read("r.json").contains("\"version\": \"2.1.0\""));
    let names: Vec<String> = fs::read_dir(desk.0.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| {
            !["r.html", "r.csv", "r.sarif", "r.spoken", "r.json", "story"].contains(&&**name)
        })
        .collect();
    assert_eq!(names, [""; 0], "nothing is left behind");
}

#[test]
fn what_was_read_is_never_written_over() {
    let desk = Desk::new();
    desk.check(
        &["story", "-o", "story/../story/beacon.md"],
        2,
        "was read as input, and is not written over; choose another name",
    );
    assert_eq!(desk.read("story/beacon.md"), BEACON);
    desk.check(
        &["story", "-o", "report.pdf"],
        2,
        "its ending speaks of no format; give one with -f",
    );
    desk.check(
        &["story", "-o", "nowhere/report.html"],
        2,
        "nowhere/report.html: cannot be written",
    );
    desk.check(
        &["extract", "story", "-o", "story/harbour.md", "-f", "csv"],
        2,
        "was read as input",
    );
}

#[test]
fn settings_are_found_above_the_articles_and_typing_wins() {
    let desk = Desk::new();
    desk.write(
        "figcheck.yaml",
        "fail-on: never\nall: true\nformat: plain\n",
    );
    assert!(desk.check(&["story"], 0, "").contains("Figure 1 of 2: "));
    desk.check(&["story", "--fail-on", "disagree"], 1, "");
    desk.check(&["story", "--isolated"], 1, "");
    let shown = desk.check(
        &["config", "--show-origin", "story", "--sort", "file"],
        0,
        "",
    );
    let line = |key: &str| {
        shown
            .lines()
            .find(|line| line.starts_with(key))
            .unwrap()
            .to_owned()
    };
    assert!(
        line("fail-on: never ").ends_with("# figcheck.yaml:1"),
        "{shown}"
    );
    assert!(line("sort: file ").ends_with("# command line"), "{shown}");
    assert!(line("# layout: auto ").ends_with("# default"), "{shown}");
}

#[test]
fn the_settings_as_printed_are_a_settings_file() {
    let desk = Desk::new();
    desk.write(
        "figcheck.yaml",
        "type: [deaths, injured]\nsince: 2024-01-01\nwidth: 90\n",
    );
    let printed = desk.check(&["config", "story"], 0, "");
    desk.write("figcheck.yaml", &printed);
    assert_eq!(desk.check(&["config", "story"], 0, ""), printed);
}

#[test]
fn settings_may_end_in_yml() {
    let desk = Desk::new();
    desk.write("figcheck.yml", "fail-on: nver\n");
    desk.check(
        &["story"],
        2,
        "figcheck.yml:1:10: fail-on: unknown value `nver`",
    );
}

#[test]
fn a_mistake_in_the_settings_has_a_place_and_a_way_out() {
    let desk = Desk::new();
    let check = |text: &str, told: &str| {
        desk.write("figcheck.yaml", text);
        desk.check(&["story"], 2, told);
    };
    check(
        "fail-on: never\nfail_on: never\n",
        "figcheck.yaml:2:1: unknown key `fail_on`: did you mean `fail-on`?",
    );
    check(
        "fail-on: nver\n",
        "unknown value `nver`: did you mean `never`?",
    );
    check(
        "since: soon\n",
        "figcheck.yaml:1:1: since: soon is no date; write 2024-09-07",
    );
    desk.write("figcheck.yaml", "");
    desk.write("story/figcheck.yaml", "");
    desk.write("a.txt", "Nothing.");
    desk.check(
        &["story", "a.txt"],
        2,
        "the articles have different settings files; name one with --config",
    );
}

#[test]
fn filters_leave_out_and_say_how_much() {
    let desk = Desk::new();
    let check = |words: &[&str], code: i32, sum: &str| {
        let text = desk.check(&[&["story"], words].concat(), code, "");
        assert!(text.ends_with(sum), "{words:?}: {text}");
    };
    check(
        &["--type", "injured"],
        0,
        "1 agrees; 1 figure hidden: 1 by filters.\n",
    );
    check(
        &["--type", "deaths", "--source", "beacon"],
        1,
        "; 1 figure hidden: 1 by filters.\n",
    );
    check(
        &["--min-severity", "warning"],
        1,
        "; 1 figure hidden: 1 below the least severity.\n",
    );
    check(
        &["--since", "2030-01-01"],
        0,
        "Nothing to show; 2 figures hidden: 2 by filters.\n",
    );
    desk.check(
        &["story", "--place", "Nowhereham"],
        0,
        "--place Nowhereham: no claim meets it; there is, for example: ",
    );
    check(
        &["--since", "2024-01-01"],
        1,
        "1 agrees; no figure is hidden.\n",
    );
    desk.check(
        &["story", "--type", "deths"],
        2,
        "no claim type of that name: did you mean `deaths`?",
    );
    for format in ["jsonl", "csv", "table"] {
        let words = ["extract", "story", "--place", "Port Amle", "-f", format];
        desk.check(
            &words,
            0,
            "--place Port Amle: no claim meets it; did you mean ",
        );
    }
    let words = ["extract", "story", "--place", "Port Amle", "-q"];
    assert!(desk.run(&words).stderr.is_empty());
    let claims = desk.check(&["extract", "story", "--type", "injured"], 0, "");
    assert_eq!(claims.lines().count(), 2);
    assert!(
        claims
            .lines()
            .all(|line| line.contains("\"type\":\"injured\""))
    );
}

#[test]
fn a_figure_is_silenced_with_a_reason() {
    let desk = Desk::new();
    let id = desk.disagreement();
    desk.write("figcheck.yaml", "");
    let write = |text: String| desk.write("figcheck.suppress.yaml", &text);
    write(format!(
        "- figure: {id}\n  reason: two counts, asked the coast guard\n"
    ));
    let text = desk.check(&["story"], 0, "");
    assert!(
        text.ends_with("; 1 figure hidden: 1 suppressed.\n"),
        "{text}"
    );
    write(format!("- figure: {id}\n"));
    desk.check(&["story"], 2, "the key `reason` is missing");
    write(format!("- figure: {id}\n  reason: \"\"\n"));
    desk.check(&["story"], 2, "give a reason");
    write(format!(
        "- figure: {id}\n  reason: until noon\n  until: 2024-03-05\n"
    ));
    desk.check(&["story", "--today", "2024-03-05"], 0, "");
    desk.check(
        &["story", "--today", "2024-03-06"],
        1,
        "is past its `until`",
    );
    write("- figure: deaths-00000000\n  reason: settled\n".to_owned());
    desk.check(&["story"], 1, "deaths-00000000 suppresses nothing here");
}

#[test]
fn explain_prints_what_silences_a_figure() {
    let desk = Desk::new();
    let id = desk.disagreement();
    let explained = desk.check(&["explain", &id, "story"], 0, "");
    let entry: Vec<&str> = explained
        .lines()
        .skip_while(|line| !line.starts_with("- figure: "))
        .collect();
    assert_eq!(entry.len(), 3, "{explained}");
    let entry = entry.join("\n");
    desk.write("figcheck.suppress.yaml", &entry);
    desk.check(&["story"], 2, "give a reason");
    desk.write(
        "figcheck.suppress.yaml",
        &entry.replace('…', "asked the coast guard"),
    );
    desk.check(&["story"], 0, "");
    desk.write("story/beacon.md", &BEACON.replace("Sixty-three", "Seventy"));
    desk.check(&["story"], 1, "suppresses nothing here");
}

/// The words of a command that an output prints, without the program's name.
fn hint(output: &str, before: &str) -> Vec<String> {
    let line = output.lines().find_map(|it| it.strip_prefix(before));
    let command = line.unwrap_or_else(|| panic!("{before:?} is not in {output}"));
    let mut words = command.split_whitespace().map(str::to_owned);
    assert_eq!(words.next().as_deref(), Some("figcheck"));
    words.collect()
}

#[test]
fn a_hint_can_be_copied_as_it_stands() {
    let desk = Desk::new();
    let try_out = |words: Vec<String>| {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        assert!(desk.check(&words, 0, "").contains("DISAGREE (moderate)"));
    };
    try_out(hint(
        &desk.check(&["story", "-f", "plain"], 1, ""),
        "To ask why, type: ",
    ));
    let both = ["explain", "story/beacon.md:7", "story"];
    try_out(hint(&desk.check(&both, 0, ""), "  to ask why "));
    // Of its own file alone it knows no more than that says.
    let alone = desk.check(&["explain", "story/beacon.md:7"], 0, "");
    assert!(hint(&alone, "  to ask why ").ends_with(&["story/beacon.md".to_owned()]));
}

#[test]
fn what_stands_in_a_report_can_be_asked_for() {
    let desk = Desk::new();
    desk.write(
        "story/coast.md",
        "---\ndate: 2024-03-04\ntitle: Ferry sinks, 41 dead\n---\nThe ferry sank off Port Amble on March 3, 2024.\n",
    );
    let text = desk.check(&["explain", "coast:title:14", "story"], 0, "");
    assert!(text.starts_with("coast:title:14  deaths"), "{text}");
    let text = desk.check(&["explain", "beacon:7:1", "story"], 0, "");
    assert!(text.contains("Sixty-three"), "{text}");
    let check = |words: &[&str], told: &str| {
        desk.check(words, 2, told);
    };
    check(&["explain", "beacon:7"], "figcheck explain beacon:7 PATH…");
    check(&["explain", "deaths-1"], "figcheck explain deaths-1 PATH…");
    check(&["explain", "story/beacon.md"], "story/beacon.md:LINE");
    check(&["explain", "deaths-1", "story"], "(figcheck diff story)");
    check(
        &["explain", "baecon:7", "story"],
        "those that were read are beacon, coast, harbour",
    );
    check(
        &["explain", "beacon:70", "story"],
        "beacon:70: the text ends on line 7",
    );
    // A claim is named by its place as well as by its id.
    let both = [
        "explain",
        "coast:title:14",
        "--with",
        "story/beacon.md:7:1",
        "story",
    ];
    let text = desk.check(&both, 0, "");
    assert!(text.contains("grouping"), "{text}");
    check(
        &["explain", "coast:title:14", "--with", "beacon:7", "story"],
        "beacon:7: could be any of these, give one: beacon:7:1, beacon:7:",
    );
}

#[test]
fn what_is_typed_twice_is_not_guessed() {
    let desk = Desk::new();
    let output = ["story", "-f", "json", "-o", "x.csv"];
    desk.check(
        &output,
        2,
        "x.csv: its ending speaks of another format than -f",
    );
    desk.check(
        &["extract", "story", "-f", "jsonl", "-o", "x.csv"],
        2,
        "another format",
    );
    desk.check(&["story", "-f", "plain", "-o", "x.txt"], 1, "wrote x.txt");
    // What is typed says more than the settings.
    desk.write("figcheck.yaml", "format: json\n");
    desk.check(&["story", "-o", "y.csv"], 1, "wrote y.csv");
    assert!(desk.read("y.csv").starts_with("figure_id,"));
    desk.check(
        &["check", "--against", "story", "story/coast.md"],
        2,
        "name the draft before it",
    );
}

#[test]
fn quiet_leaves_out_notes_and_prints_the_report() {
    let desk = Desk::new();
    let loud = desk.run(&["story", "--place", "Nowhereham"]);
    let quiet = desk.run(&["story", "--place", "Nowhereham", "-q"]);
    assert!(!loud.stderr.is_empty() && quiet.stderr.is_empty());
    assert_eq!(loud.stdout, quiet.stdout);
    desk.check(&["story", "nowhere", "-q"], 2, "nowhere: no such file");
}

#[test]
fn the_mildest_disagreement_has_two_names() {
    let desk = Desk::new();
    desk.check(&["story", "--fail-on", "minor"], 1, "");
    desk.check(&["story", "--fail-on", "never"], 0, "");
    desk.write("figcheck.yaml", "fail-on: minor\n");
    let shown = desk.check(&["config", "story"], 0, "");
    assert!(shown.contains("fail-on: disagree\n"), "{shown}");
}

#[test]
fn a_person_has_settings_below_those_of_the_articles() {
    let desk = Desk::new();
    let home = desk.0.path().join("home");
    fs::create_dir_all(home.join("figcheck")).unwrap();
    desk.write(
        "home/figcheck/figcheck.yaml",
        "width: 72\nfail-on: never\nmanifest: dates.yaml\n",
    );
    desk.write("home/figcheck/dates.yaml", "articles: []\n");
    desk.write("figcheck.yaml", "fail-on: major\n");
    let run = |words: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_figcheck"))
            .current_dir(desk.0.path())
            .env("XDG_CONFIG_HOME", &home)
            .env_remove("FIGCHECK_CONFIG")
            .args(words)
            .output()
            .unwrap();
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
    };
    let shown = run(&["config", "--show-origin", "story"]);
    let check = |setting: &str, origin: &str| {
        let line = shown.lines().find(|it| it.starts_with(setting));
        assert!(line.unwrap().ends_with(origin), "{shown}");
    };
    check("fail-on: major ", "# figcheck.yaml:1");
    check("width: 72 ", "home/figcheck/figcheck.yaml:1");
    check("manifest: ", "home/figcheck/figcheck.yaml:3");
    check("# layout: auto ", "# default");
    assert!(shown.contains("home/figcheck/dates.yaml"), "{shown}");
    let alone = run(&["config", "--isolated", "story"]);
    assert!(alone.contains("# fail-on: disagree"), "{alone}");
    desk.write("home/figcheck/figcheck.yaml", "widht: 72\n");
    let told = run(&["story"]);
    assert!(told.contains("did you mean `width`?"), "{told}");
}

#[test]
fn two_claims_are_explained_together() {
    let desk = Desk::new();
    let claims = desk.check(&["extract", "story"], 0, "");
    let id = |article: &str, kind: &str| {
        let claims = claims
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap());
        let mut found = claims.filter(|it| it["article"] == article && it["type"] == kind);
        found.next().unwrap()["id"].as_str().unwrap().to_owned()
    };
    let (a, b) = (id("harbour", "deaths"), id("beacon", "deaths"));
    let text = desk.check(&["explain", &a, "--with", &b, "story"], 0, "");
    assert!(text.contains("DISAGREE") && text.contains("gap "), "{text}");
    let text = desk.check(
        &["explain", &a, "--with", &id("beacon", "injured"), "story"],
        0,
        "",
    );
    assert!(text.contains("what is counted: deaths | injured"), "{text}");
    let figure = desk.disagreement();
    desk.check(
        &["explain", &figure, "--with", &a, "story"],
        2,
        "--with compares two claims",
    );
}

#[test]
fn a_check_that_fails_is_in_the_baseline_with_its_figures() {
    let desk = Desk::new();
    desk.write(
        "sums.md",
        "---\ndate: 2031-03-04\n---\nA ferry sank off Gotland on Monday. Nine people were killed, including 14 children.\n",
    );
    let level = ["--fail-on", "moderate"];
    let run = |more: &[&str], code: i32| {
        let words: Vec<&str> = ["sums.md"]
            .iter()
            .chain(&level)
            .chain(more)
            .copied()
            .collect();
        desk.check(&words, code, "")
    };
    assert!(run(&[], 1).contains("CHECK FAILS"));
    run(&["--write-baseline", "sums.yaml"], 1);
    run(&["--baseline", "sums.yaml"], 0);
    let text = run(&["--baseline", "sums.yaml", "--new-only"], 0);
    assert!(!text.contains("CHECK FAILS"), "{text}");
}

#[test]
fn a_check_that_fails_can_be_asked_about_and_so_can_what_is_silenced() {
    let desk = Desk::new();
    let quake = "The March 3, 2024 earthquake in Calden killed 41 people, including 44 children.";
    desk.write("quake.md", quake);
    let text = desk.check(&["quake.md"], 1, "");
    let at = text.find("check-").unwrap();
    let id = &text[at..at + "check-01234567".len()];
    let told = desk.check(&["explain", id, "quake.md"], 0, "");
    for words in ["! CHECK FAILS  44 ≤ 41", "[scope.", "- figure: deaths-"] {
        assert!(told.contains(words), "{words} is not in {told}");
    }
    let figure = told.split("- figure: ").nth(1).unwrap();
    let figure = figure.lines().next().unwrap();
    let of_figure = desk.check(&["explain", figure, "quake.md"], 0, "");
    assert!(of_figure.contains("! 44 ≤ 41 does not hold"), "{of_figure}");
    let json: Value =
        serde_json::from_str(&desk.check(&["quake.md", "-f", "json"], 1, "")).unwrap();
    assert_eq!(json["related"][0]["check"]["id"], id);
    // Who silences it says why, and explain says who.
    let entry = told.find("- figure: ").unwrap();
    let lines = told[entry..].replace('…', "both are from one list; asked the desk");
    desk.write("figcheck.suppress.yaml", &format!("# ours\n{lines}"));
    let text = desk.check(&["quake.md"], 0, "");
    assert!(!text.contains("CHECK FAILS"), "{text}");
    let silenced = "figcheck.suppress.yaml:2: both are from one list; asked the desk";
    for asked in [id, figure] {
        let told = desk.check(&["explain", asked, "quake.md"], 0, "");
        let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(silenced), "{told}");
        assert!(!told.contains("to silence"), "{told}");
    }
    let other = format!("- {{figure: {figure}, readings: x, reason: settled}}\n");
    desk.write("figcheck.suppress.yaml", &other);
    desk.check(
        &["explain", figure, "quake.md"],
        0,
        "figcheck.suppress.yaml:1: names deaths-",
    );
}

#[test]
fn a_baseline_holds_until_a_reading_changes() {
    let desk = Desk::new();
    desk.check(
        &["story", "--write-baseline", "known.yaml"],
        1,
        "wrote known.yaml",
    );
    desk.check(&["story", "--baseline", "known.yaml"], 0, "");
    let text = desk.check(&["story", "--baseline", "known.yaml", "--new-only"], 0, "");
    assert_eq!(
        text,
        "Nothing is new; 2 figures hidden: 2 in the baseline.\n"
    );
    let text = desk.check(&["story", "--baseline", "known.yaml"], 0, "");
    assert!(text.ends_with(", all in the baseline.\n"), "{text}");
    // What has no room for the count says it beside itself.
    let quiet = [
        "story",
        "--baseline",
        "known.yaml",
        "--new-only",
        "-f",
        "csv",
    ];
    desk.check(&quiet, 0, "note: 2 figures hidden: 2 in the baseline");
    desk.write(
        "story/beacon.md",
        &format!("{BEACON}\nThe harbour is closed.\n"),
    );
    desk.check(&["story", "--baseline", "known.yaml"], 0, "");
    desk.write("story/beacon.md", &BEACON.replace("Sixty-three", "Seventy"));
    let text = desk.check(&["story", "--baseline", "known.yaml"], 1, "");
    assert!(text.ends_with(", 1 of them in the baseline.\n"), "{text}");
    desk.check(&["story", "--new-only"], 2, "new against which --baseline?");
}

#[test]
fn completions_and_manual_are_made_of_the_arguments() {
    let desk = Desk::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let text = desk.check(&["generate", "completions", shell], 0, "");
        assert!(text.contains("fail-on"), "{shell}");
    }
    assert!(
        desk.check(&["generate", "man"], 0, "")
            .contains(".TH figcheck")
    );
    assert!(
        desk.check(&["generate", "man", "diff"], 0, "")
            .contains("\\-\\-fail\\-on")
    );
    desk.check(&["generate", "man", "dif"], 2, "no command of that name");
}

#[test]
fn the_version_says_what_is_built_in() {
    let desk = Desk::new();
    let version = concat!("figcheck ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!(desk.check(&["--version"], 0, ""), version);
    let all = desk.check(&["--version", "-v"], 0, "");
    for words in [
        "offline: no network code",
        "claim types: 23 files, ",
        "word lists: ",
        "output: version 1.",
    ] {
        assert!(all.contains(words), "{all}");
    }
}

#[test]
fn the_lexicon_says_what_a_word_does_and_how_that_is_known() {
    let desk = Desk::new();
    let text = desk.check(&["lexicon", "nearly"], 0, "");
    assert!(
        text.contains("Ferson et al. 2015") && text.contains("nearly 40,000"),
        "{text}"
    );
    assert!(
        desk.check(&["lexicon", "at", "least"], 0, "")
            .contains("at least 1,200")
    );
    assert!(
        desk.check(&["lexicon", "dozens"], 0, "")
            .contains("24 or more")
    );
    assert!(desk.check(&["lexicon"], 0, "").contains("at most"));
    desk.check(&["lexicon", "nerly"], 2, "did you mean `nearly`?");
}
