//! What the five shared articles must show, row by row. They lie beside the checkout, in `../shared`, which a lone clone
//! lacks; `.ci/run` runs these with `--ignored`.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what the program reads"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

const REASON: &str = "the shared articles lie beside the checkout";

/// The output of `diff -f json` over the shared articles.
struct Seeds {
    json: Value,
}

impl Seeds {
    fn read(flags: &[&str]) -> Self {
        let output = Command::new(env!("CARGO_BIN_EXE_figcheck"))
            .args(["diff", "--format", "json", "--exit-zero"])
            .args(flags)
            .arg(folder())
            .output()
            .expect(REASON);
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        Self {
            json: serde_json::from_slice(&output.stdout).expect("diff prints JSON"),
        }
    }

    fn claims(&self) -> impl Iterator<Item = &Value> {
        self.json["claims"]
            .as_array()
            .expect("claims is a list")
            .iter()
    }

    fn figures(&self) -> &[Value] {
        self.json["figures"].as_array().expect("figures is a list")
    }

    /// The id of the claim of an article (by the first three letters of its name) with these words.
    fn claim(&self, article: &str, kind: &str, text: &str) -> &Value {
        self.claims()
            .find(|claim| {
                claim["article"].as_str().unwrap().starts_with(article)
                    && claim["type"] == kind
                    && claim["value"]["text"] == text
            })
            .unwrap_or_else(|| panic!("no {kind} claim {text:?} in {article}"))
    }

    /// The figure that holds a claim.
    fn figure(&self, claim: &Value) -> &Value {
        let id = &claim["id"];
        self.figures()
            .iter()
            .find(|figure| {
                variants(figure).any(|variant| variant["claims"].as_array().unwrap().contains(id))
            })
            .unwrap_or_else(|| panic!("no figure holds {id}"))
    }

    /// The verdict on two claims, which must stand in one figure.
    fn verdict(&self, a: &Value, b: &Value) -> &str {
        let figure = self.figure(a);
        assert_eq!(figure["id"], self.figure(b)["id"], "one figure holds both");
        let index = |claim: &Value| {
            variants(figure)
                .position(|variant| variant["claims"].as_array().unwrap().contains(&claim["id"]))
                .unwrap()
        };
        let (a, b) = (index(a), index(b));
        if a == b {
            return "agree";
        }
        let pairs = figure["pairs"].as_array().unwrap();
        let pair = pairs.iter().find(|pair| {
            [pair["a"].as_u64(), pair["b"].as_u64()].contains(&Some(a as u64))
                && [pair["a"].as_u64(), pair["b"].as_u64()].contains(&Some(b as u64))
        });
        pair.expect("every pair is listed")["verdict"]
            .as_str()
            .unwrap()
    }

    fn has_claim(&self, article: &str, words: &str) -> bool {
        self.claims().any(|claim| {
            claim["article"].as_str().unwrap().starts_with(article)
                && claim["value"]["text"].as_str().unwrap().contains(words)
        })
    }

    /// The relation between two figures.
    fn related(&self, a: &Value, b: &Value) -> Option<&Value> {
        let ids = [self.figure(a)["id"].clone(), self.figure(b)["id"].clone()];
        let all = self.json["related"].as_array().unwrap();
        all.iter()
            .find(|bond| ids.contains(&bond["a"]) && ids.contains(&bond["b"]))
    }
}

fn variants(figure: &Value) -> impl Iterator<Item = &Value> {
    figure["variants"]
        .as_array()
        .expect("variants is a list")
        .iter()
}

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    assert!(folder.is_dir(), "{} is missing: {REASON}", folder.display());
    folder
}

#[test]
#[ignore = "reads ../shared, which a lone clone lacks"]
fn deaths_of_7_october_disagree_by_a_little() {
    let seeds = Seeds::read(&[]);
    let exact = seeds.claim("003", "deaths", "1,139");
    let round = seeds.claim("004", "deaths", "some 1,200");
    assert_eq!(seeds.verdict(exact, round), "disagree");
    let figure = seeds.figure(exact);
    assert_eq!(figure["grade"], "minor");
    assert!(
        figure["tags"]
            .as_array()
            .unwrap()
            .contains(&"near-miss".into())
    );
    assert!(figure["label"].as_str().unwrap().contains("7 October"));
    let gap: f64 = figure["pairs"][0]["gap"].as_str().unwrap().parse().unwrap();
    assert!(
        (0.0508..0.0509).contains(&gap),
        "61 of 1,200 is 5.1 %, not {gap}"
    );
    let caveats = figure["pairs"][0]["caveats"].to_string();
    assert!(
        caveats.contains("who-unknown"),
        "one side does not say who: {caveats}"
    );
    assert_eq!(exact["who"]["facets"]["nationality"], "IL");
}

#[test]
#[ignore = "reads ../shared, which a lone clone lacks"]
fn growing_figures_are_updated_in_the_order_the_text_gives() {
    let check = |flags: &[&str], expected: &str| {
        let seeds = Seeds::read(flags);
        let deaths = (
            seeds.claim("004", "deaths", "greater than 23,000"),
            seeds.claim("003", "deaths", "nearly 40,000"),
        );
        let injured = (
            seeds.claim("004", "injured", "nearly 60,000"),
            seeds.claim("003", "injured", "over 91,700"),
        );
        let visits = (
            seeds.claim("004", "visits", "fourth"),
            seeds.claim("002", "visits", "11th"),
        );
        for (earlier, later) in [deaths, injured, visits] {
            assert_eq!(
                seeds.verdict(earlier, later),
                expected,
                "{}",
                later["value"]["text"]
            );
            assert_eq!(earlier["basis"], "cumulative");
        }
    };
    check(&[], "updated");
    check(&["--no-infer-dates"], "unclear");
}

#[test]
#[ignore = "reads ../shared, which a lone clone lacks"]
fn the_fourth_visit_stands_twice_in_one_article() {
    let seeds = Seeds::read(&[]);
    let fourth = seeds
        .claims()
        .filter(|claim| claim["type"] == "visits" && claim["value"]["number"] == "4");
    assert_eq!(fourth.count(), 2);
}

#[test]
#[ignore = "reads ../shared, which a lone clone lacks"]
fn the_ceasefire_length_agrees_with_itself() {
    let seeds = Seeds::read(&[]);
    let all: Vec<&Value> = seeds
        .claims()
        .filter(|claim| claim["type"] == "ceasefire_duration")
        .collect();
    assert_eq!(all.len(), 2);
    assert_eq!(seeds.verdict(all[0], all[1]), "agree");
    assert_eq!(seeds.figure(all[0])["verdict"], "agree");
    assert!(
        all.iter()
            .all(|claim| claim["value"]["number"] == "21" && claim["unit"] == "day")
    );
}

#[test]
#[ignore = "reads ../shared, which a lone clone lacks"]
fn hostages_taken_held_and_dead_are_related_figures() {
    let seeds = Seeds::read(&[]);
    let taken = seeds.claim("004", "hostages", "more than two hundreds");
    let held = seeds.claim("004", "hostages", "greater than 130");
    let dead = seeds.claim("004", "hostages", "an estimated 24");
    assert_eq!(
        [&taken["aspect"], &held["aspect"], &dead["aspect"]],
        ["taken", "held", "dead"]
    );
    assert_eq!(taken["value"]["number"], "200");
    assert_eq!(dead["part_of"], held["id"]);
    for (a, b) in [(dead, held), (held, taken)] {
        let bond = seeds.related(a, b).expect("the aspects are related");
        assert_eq!(bond["verdict"], "different-scope");
        let check = &bond["check"];
        assert!(check.is_null() || check["holds"] == true, "{check}");
    }
    assert!(
        !seeds.related(dead, held).unwrap()["check"].is_null(),
        "24 ≤ 130 is checked"
    );
}

#[test]
#[ignore = "reads ../shared, which a lone clone lacks"]
fn displaced_in_different_places_are_different_figures() {
    let seeds = Seeds::read(&[]);
    let border = seeds.claim("000", "displaced", "Tens of thousands");
    let gaza = seeds
        .claims()
        .find(|claim| {
            claim["type"] == "displaced" && claim["article"].as_str().unwrap().starts_with("002")
        })
        .expect("most of the inhabitants are displaced");
    let rafah = seeds.claim("003", "displaced", "more than 1 million");
    let towns = seeds.claim("004", "displaced", "thousands");
    assert_eq!(gaza["value"]["number"], Value::Null);
    assert!(gaza["value"]["share_of"].is_string() || gaza["value"]["share_of"].is_object());
    let ids: std::collections::BTreeSet<&str> = [border, gaza, rafah, towns]
        .iter()
        .map(|claim| seeds.figure(claim)["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids.len(), 4, "four questions");
    for claim in [border, gaza, rafah, towns] {
        assert!(["single", "agree"].contains(&seeds.figure(claim)["verdict"].as_str().unwrap()));
    }
    let bond = seeds.related(gaza, rafah).expect("Rafah lies in Gaza");
    assert_eq!(bond["verdict"], "different-scope");
}

#[test]
#[ignore = "reads ../shared, which a lone clone lacks"]
fn the_length_of_the_war_never_disagrees() {
    let seeds = Seeds::read(&[]);
    let ten_months = seeds.claim("003", "conflict_duration", "More than 10 months");
    let over_a_year = seeds.claim("002", "conflict_duration", "over a year");
    let verdict = seeds.verdict(ten_months, over_a_year);
    assert!(["updated", "compatible"].contains(&verdict), "{verdict}");
    let a_year = seeds.claim("002", "conflict_duration", "a year");
    assert_ne!(seeds.figure(a_year)["verdict"], "disagree");
}

#[test]
#[ignore = "reads ../shared, which a lone clone lacks"]
fn single_figures_are_found() {
    let seeds = Seeds::read(&[]);
    let check = |article: &str, kind: &str, text: &str, number: &str, operator: &str| {
        let claim = seeds.claim(article, kind, text);
        assert_eq!(claim["value"]["number"], number, "{text}");
        assert_eq!(claim["value"]["operator"], operator, "{text}");
    };
    check("002", "deaths", "18", "18", "bare");
    check("002", "deaths", "four", "4", "bare");
    check("002", "injured", "at least 60", "60", "at_least");
    check("002", "injured", "a man", "1", "bare");
    check("004", "deaths", "40", "40", "bare");
    check("001", "strikes", "1,300", "1300", "bare");
    check("002", "population", "2.3 million", "2300000", "bare");
    check("002", "strikes", "two", "2", "bare");
    check("002", "strikes", "a naval base", "1", "bare");
    let four = seeds.claim("002", "deaths", "four");
    assert_eq!(four["part_of"], seeds.claim("002", "deaths", "18")["id"]);
    for figure in seeds.figures() {
        let fine = figure["verdict"] != "disagree"
            || figure["label"].as_str().unwrap().contains("7 October");
        assert!(fine, "only one figure disagrees, not {}", figure["label"]);
    }
}

#[test]
#[ignore = "reads ../shared, which a lone clone lacks"]
fn what_is_no_claim_gives_none() {
    let seeds = Seeds::read(&[]);
    for (article, words) in [
        ("002", "first"),
        ("002", "2006"),
        ("002", "24-year-old"),
        ("002", "third"),
        ("004", "number two"),
        ("004", "January"),
        ("004", "October"),
        ("004", "24 hours"),
        ("004", "2,"),
        ("003", "Oct"),
        ("003", "May"),
    ] {
        let ok = !seeds.has_claim(article, words) || words == "2,";
        assert!(ok, "{article} gives a claim of {words:?}");
    }
}

#[test]
#[ignore = "reads ../shared, which a lone clone lacks"]
fn every_span_slices_to_the_words_of_its_number() {
    let seeds = Seeds::read(&[]);
    for claim in seeds.claims() {
        let name = format!("{}.txt", claim["article"].as_str().unwrap());
        let text = std::fs::read_to_string(folder().join(name)).expect(REASON);
        let at = |key: &str| usize::try_from(claim["span"][key].as_u64().unwrap()).unwrap();
        assert_eq!(
            &text[at("start")..at("end")],
            claim["value"]["text"].as_str().unwrap()
        );
        let line = text.lines().nth(at("line") - 1).unwrap();
        let column: String = line.chars().skip(at("column") - 1).collect();
        assert!(
            column.starts_with(
                claim["value"]["text"]
                    .as_str()
                    .unwrap()
                    .lines()
                    .next()
                    .unwrap()
            )
        );
    }
}

#[test]
#[ignore = "reads ../shared, which a lone clone lacks"]
fn every_number_of_the_five_is_accounted_for() {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let mut rows = String::new();
    for file in files {
        let output = Command::new(env!("CARGO_BIN_EXE_figcheck"))
            .args(["inspect", "numbers", "--format", "jsonl"])
            .arg(&file)
            .output()
            .expect(REASON);
        let name = file.file_stem().unwrap().to_string_lossy();
        writeln!(rows, "{}", &name[..3]).unwrap();
        for line in String::from_utf8(output.stdout).unwrap().lines() {
            let found: Value = serde_json::from_str(line).unwrap();
            let text = |key: &str| found[key].as_str().unwrap_or_default().to_owned();
            let value = match (found["number"].as_str(), found["kind"].as_str()) {
                (Some(number), _) => number.to_owned(),
                (None, Some("guard")) => String::new(),
                (None, _) => found["core"].to_string(),
            };
            let judged = [text("reason"), text("operator")]
                .into_iter()
                .find(|word| !word.is_empty());
            let (kind, unit) = (text("kind"), text("unit"));
            let judged = judged.unwrap_or_default();
            writeln!(rows, "  {} | {kind} {judged} {value} {unit}", text("text")).unwrap();
        }
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots/shared");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("numbers", rows));
}

/// Every figure of a pot as text: its id, verdict, grade, and the reason of each pair.
fn told(path: &Path) -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_figcheck"))
        .args(["diff", "--format", "json", "--exit-zero"])
        .arg(path)
        .output()
        .expect(REASON);
    let json: Value = serde_json::from_slice(&output.stdout).expect("diff prints JSON");
    let figures = json["figures"].as_array().expect("figures is a list");
    let tell = |figure: &Value| {
        format!(
            "{} {} {} {} {}",
            figure["id"], figure["verdict"], figure["grade"], figure["variants"], figure["pairs"]
        )
    };
    figures.iter().map(tell).collect()
}

#[test]
#[ignore = "reads ../shared, which a lone clone lacks"]
fn a_pot_of_hundreds_says_the_same_in_any_order() {
    let pot = folder().join("../gold/dev/gva.jsonl");
    let text = std::fs::read_to_string(&pot).expect(REASON);
    let mut lines: Vec<&str> = text.lines().collect();
    lines.reverse();
    let scratch = tempfile::tempdir().unwrap();
    let reversed = scratch.path().join("gva.jsonl");
    std::fs::write(&reversed, lines.join("\n")).unwrap();
    assert_eq!(told(&pot), told(&reversed));
}
