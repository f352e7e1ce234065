//! Every format of one story, read back by a reader that is not ours, holds the same findings; and every format stands
//! a comparison of nothing, of one article and of one claim.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what the program writes"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use calamine::{Data, Reader as _, Xlsx, open_workbook};
use serde_json::Value;
use tempfile::TempDir;

const FORMATS: [&str; 11] = [
    "table", "plain", "list", "json", "jsonl", "csv", "tsv", "markdown", "html", "sarif", "github",
];

/// Two articles that disagree, agree, and go on.
const HARBOUR: &str = "---\ndate: 2024-03-04\n---\nFerry sinks off Port Amble\n\nThe ferry sank on March 3, 2024 off \
Port Amble. Forty-one people were killed and 12 were injured, the coast guard said.\n";
const BEACON: &str = "---\ndate: 2024-03-04\n---\nFerry disaster\n\nSixty-three people were killed when the ferry sank \
off Port Amble on March 3, 2024. Twelve people were injured.\n";

struct Desk(TempDir);

impl Desk {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            fs::write(folder.path().join(name), text).unwrap();
        }
        Self(folder)
    }

    fn story() -> Self {
        Self::with(&[("harbour.md", HARBOUR), ("beacon.md", BEACON)])
    }

    fn run(&self, words: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_figcheck"))
            .current_dir(self.0.path())
            .args(words)
            .output()
            .unwrap()
    }

    /// Standard output, of a run that found no trouble.
    fn said(&self, words: &[&str]) -> String {
        let output = self.run(words);
        let err = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code() < Some(2), "{words:?}: {err}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join(name)
    }
}

/// Figure and verdict of every figure that more than one reading answers.
type Findings = BTreeSet<(String, String)>;

fn in_json(text: &str) -> Findings {
    let output: Value = serde_json::from_str(text).unwrap();
    let figures = output["figures"].as_array().unwrap().iter();
    let compared = figures.filter(|figure| figure["verdict"] != "single");
    compared
        .map(|figure| (word(&figure["id"]), word(&figure["verdict"])))
        .collect()
}

fn word(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn in_sheet(rows: impl Iterator<Item = Vec<String>>) -> Findings {
    let mut rows = rows;
    let head = rows.next().unwrap();
    let column = |name: &str| head.iter().position(|one| one == name).unwrap();
    let (id, verdict) = (column("figure_id"), column("verdict"));
    rows.map(|row| (row[id].clone(), row[verdict].clone()))
        .collect()
}

fn in_csv(text: &str, delimiter: u8) -> Findings {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    in_sheet(
        reader
            .records()
            .map(|row| row.unwrap().iter().map(str::to_owned).collect()),
    )
}

fn in_workbook(path: &Path) -> Findings {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    assert_eq!(book.sheet_names(), ["findings", "claims"]);
    let sheet = book.worksheet_range("findings").unwrap();
    in_sheet(
        sheet
            .rows()
            .map(|row| row.iter().map(Data::to_string).collect()),
    )
}

/// The sections of a page, as a tokenizer of the HTML standard sees them.
fn in_page(text: &str) -> Findings {
    let tokens = html5gum::Tokenizer::new(text).map(Result::unwrap);
    let sections = tokens.filter_map(|token| match token {
        html5gum::Token::StartTag(tag) if **tag.name == *b"section" => {
            let value = |name: &[u8]| {
                let value = tag.attributes.get(name)?;
                Some(String::from_utf8(value.to_vec()).unwrap())
            };
            Some((value(b"id")?, value(b"data-verdict")?))
        }
        _ => None,
    });
    sections.collect()
}

/// The first two cells of the rows of a table, as a reader of Markdown has them: the verdict, and the figure's id as code.
fn in_markdown(text: &str) -> Findings {
    use pulldown_cmark::{Event, Options, Parser, TagEnd};
    let (mut findings, mut verdict, mut at) = (Findings::new(), String::new(), 0);
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => (at, verdict) = (0, String::new()),
            Event::End(TagEnd::TableCell) => at += 1,
            Event::Text(words) if at == 0 => verdict.push_str(&words),
            Event::Code(id) if at == 1 => {
                let word = verdict.split(" (").next().unwrap().replace(' ', "-");
                findings.insert((id.to_string(), word));
            }
            _ => {}
        }
    }
    findings
}

/// The heads of blocks: a sign, the verdict in capitals, the label, and the id at the end.
fn in_table(text: &str) -> Findings {
    let heads = text.lines().filter(|line| {
        ["! ", "> ", "< ", "? ", "~ ", "= "]
            .iter()
            .any(|it| line.starts_with(it))
    });
    let finding = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        (words[words.len() - 1].to_owned(), words[1].to_lowercase())
    };
    heads.map(finding).collect()
}

/// The figures of a text in which an id stands behind its verdict.
fn are_in(findings: &Findings, text: &str) {
    for (id, verdict) in findings {
        assert!(text.contains(id), "{id} is not in\n{text}");
        let verdict = verdict.replace('-', " ");
        assert!(
            text.to_lowercase().contains(&verdict),
            "{verdict} is not in\n{text}"
        );
    }
}

#[test]
fn all_formats_hold_the_same_findings() {
    let desk = Desk::story();
    let findings = in_json(&desk.said(&[".", "-f", "json"]));
    let verdicts: BTreeSet<&str> = findings.iter().map(|(_, verdict)| &**verdict).collect();
    assert_eq!(verdicts, ["agree", "disagree"].into());
    assert_eq!(in_csv(&desk.said(&[".", "-f", "csv"]), b','), findings);
    assert_eq!(in_csv(&desk.said(&[".", "-f", "tsv"]), b'\t'), findings);
    desk.said(&[".", "-o", "report.xlsx", "--exclude", "*.xlsx"]);
    assert_eq!(in_workbook(&desk.path("report.xlsx")), findings);
    assert_eq!(in_page(&desk.said(&[".", "-f", "html"])), findings);
    assert_eq!(in_markdown(&desk.said(&[".", "-f", "markdown"])), findings);
    assert_eq!(in_table(&desk.said(&["."])), findings);
    for format in ["plain", "list", "jsonl"] {
        are_in(&findings, &desk.said(&[".", "-f", format]));
    }
    let wide = desk.said(&[".", "--layout", "matrix", "--width", "160"]);
    are_in(&findings, &wide);
    let loud: Findings = findings
        .into_iter()
        .filter(|(_, verdict)| verdict == "disagree")
        .collect();
    for format in ["sarif", "github"] {
        are_in(&loud, &desk.said(&[".", "-f", format]));
    }
}

#[test]
fn rows_can_be_claims() {
    let desk = Desk::story();
    let text = desk.said(&[".", "-f", "csv", "--rows", "claims"]);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let claims = desk.said(&["extract", "."]).lines().count();
    assert_eq!(reader.records().count(), claims);
    let extracted = desk.said(&["extract", ".", "-f", "csv"]);
    assert_eq!(
        csv::Reader::from_reader(extracted.as_bytes())
            .records()
            .count(),
        claims
    );
}

/// SARIF against the schema that OASIS publishes.
#[test]
fn sarif_is_as_its_schema_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let schema = fs::read_to_string(root.join("tests/schemas/sarif-2.1.0.json")).unwrap();
    // One pattern of the published schema has a stray bracket, at which a strict reader stops.
    let schema = schema.replace("-[a-zA-Z]{2}]?$", "-[a-zA-Z]{2}$");
    let schema = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    for desk in [
        Desk::story(),
        Desk::with(&[("a.txt", "Nothing happened.\n")]),
    ] {
        let log: Value = serde_json::from_str(&desk.said(&[".", "-f", "sarif"])).unwrap();
        let faults: Vec<String> = schema
            .iter_errors(&log)
            .map(|fault| format!("{fault} at {}", fault.instance_path()))
            .collect();
        assert!(faults.is_empty(), "{faults:?}");
    }
    let desk = Desk::story();
    desk.said(&[".", "--write-baseline", "known.yaml"]);
    let log = desk.said(&[".", "-f", "sarif"]);
    let log: Value = serde_json::from_str(&log).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 1);
    assert!(results[0].get("baselineState").is_none() && results[0].get("suppressions").is_none());
    // What somebody decided goes with it, and how it stands to what was known.
    let silenced = format!(
        "- figure: {}\n  reason: two counts\n",
        word(&results[0]["partialFingerprints"]["figure/v1"])
    );
    fs::write(desk.path("figcheck.suppress.yaml"), silenced).unwrap();
    let check = |state: &str| {
        let log = desk.said(&[".", "-f", "sarif", "--baseline", "known.yaml"]);
        let log: Value = serde_json::from_str(&log).unwrap();
        assert!(schema.is_valid(&log));
        let results = log["runs"][0]["results"].as_array().unwrap();
        assert_eq!(results.len(), 1);
        assert_eq!(results[0]["baselineState"], state);
        let suppression = &results[0]["suppressions"][0];
        assert_eq!(suppression["justification"], "two counts");
        assert_eq!(suppression["kind"], "external");
    };
    check("unchanged");
    fs::write(
        desk.path("beacon.md"),
        BEACON.replace("Sixty-three", "Seventy"),
    )
    .unwrap();
    check("updated");
    fs::write(
        desk.path("known.yaml"),
        "# Findings that were known when this was written\n",
    )
    .unwrap();
    check("new");
    let region = &results[0]["locations"][0]["physicalLocation"]["region"];
    assert_eq!(region["startLine"], 6);
    let broken = serde_json::json!({"version": "2.1.0", "runs": [{}]});
    assert!(
        !schema.is_valid(&broken),
        "the schema must be able to refuse"
    );
}

#[test]
fn a_sheet_can_have_hashtags_and_a_mark() {
    let desk = Desk::story();
    for words in [
        &[".", "-f", "csv"][..],
        &[".", "-f", "csv", "--rows", "claims"],
        &["extract", ".", "-f", "csv"],
    ] {
        let plain = desk.said(words);
        let dressed = desk.said(&[words, &["--hxl", "--bom"]].concat());
        let dressed = dressed.strip_prefix('\u{feff}').unwrap();
        let mut lines: Vec<&str> = dressed.lines().collect();
        let tags: Vec<&str> = lines.remove(1).split(',').collect();
        assert!(tags.iter().all(|tag| tag.starts_with('#')), "{tags:?}");
        assert_eq!(lines, plain.lines().collect::<Vec<_>>());
        assert_eq!(tags.len(), lines[0].split(',').count());
        let once: BTreeSet<&&str> = tags.iter().collect();
        assert_eq!(once.len(), tags.len(), "{tags:?}");
    }
}

#[test]
fn a_claim_cannot_become_a_formula() {
    let desk = Desk::with(&[
        (
            "=cmd.txt",
            "Forty people were killed in the fire at the Delmar mill on May 2, 2023.\n",
        ),
        (
            "a.txt",
            "=HYPERLINK(\"x\") Fifty people were killed in the fire at the Delmar mill on May 2, 2023.\n",
        ),
    ]);
    for rows in ["findings", "claims"] {
        let text = desk.said(&[".", "-f", "csv", "--rows", rows]);
        for row in csv::Reader::from_reader(text.as_bytes()).records() {
            for cell in &row.unwrap() {
                assert!(!cell.starts_with(['=', '@', '+']), "{cell}");
            }
        }
    }
}

/// Nothing, one article without a figure, a single claim: every format says so, and none fails.
#[test]
fn every_format_stands_next_to_nothing() {
    let cases = [
        Desk::with(&[("a.txt", "Nothing happened.\n")]),
        Desk::with(&[(
            "a.txt",
            "Forty people were killed in the fire at the mill.\n",
        )]),
    ];
    for desk in &cases {
        for format in FORMATS {
            let text = desk.said(&["a.txt", "-f", format, "--all"]);
            check_shape(format, &text);
        }
        desk.said(&["a.txt", "-o", "r.xlsx"]);
        assert!(in_workbook(&desk.path("r.xlsx")).len() < 2);
    }
    // Every article unreadable: an output of nothing, and exit code 2.
    let desk = Desk::with(&[("a.txt", "")]);
    for format in FORMATS {
        let output = desk.run(&["a.txt", "-f", format]);
        assert_eq!(output.status.code(), Some(2), "{format}");
        check_shape(format, &String::from_utf8(output.stdout).unwrap());
    }
}

/// What a reader of the format relies on.
fn check_shape(format: &str, text: &str) {
    match format {
        "json" | "sarif" => {
            serde_json::from_str::<Value>(text).unwrap();
        }
        "jsonl" => text.lines().for_each(|line| {
            serde_json::from_str::<Value>(line).unwrap();
        }),
        "csv" => assert!(text.starts_with("figure_id,figure,")),
        "tsv" => assert!(text.starts_with("figure_id\tfigure\t")),
        "html" => assert!(text.starts_with("<!doctype html>") && text.ends_with("</html>\n")),
        "github" => assert!(text.lines().all(|line| line.starts_with("::"))),
        _ => assert!(text.ends_with(".\n"), "{format}: {text:?}"),
    }
}
