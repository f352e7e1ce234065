//! Stories of several articles, as a desk would read them: the table and the JSON of each as a snapshot, and the laws
//! that hold over all of them.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what the program reads"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

use serde_json::Value;

/// What the program prints for these words, run once however many laws ask for it.
fn run(args: &[&str], paths: &[PathBuf]) -> String {
    static PRINTED: Mutex<BTreeMap<String, String>> = Mutex::new(BTreeMap::new());
    let key = format!("{args:?} {paths:?}");
    if let Some(printed) = PRINTED.lock().unwrap().get(&key) {
        return printed.clone();
    }
    let printed = print(args, paths);
    PRINTED.lock().unwrap().insert(key, printed.clone());
    printed
}

/// Runs the program in the repository's folder, so that paths are the same on every machine, and returns what it
/// prints.
fn print(args: &[&str], paths: &[PathBuf]) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = Command::new(env!("CARGO_BIN_EXE_figcheck"))
        .current_dir(root)
        .args(args)
        // What is left open is told on standard error, and is no part of a report.
        .arg("--quiet")
        .args(
            paths
                .iter()
                .map(|path| path.strip_prefix(root).unwrap_or(path)),
        )
        .env("NO_COLOR", "1")
        .output()
        .unwrap();
    assert!(
        output.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(
        output.status.code().is_some_and(|code| code < 2),
        "{args:?} {paths:?}"
    );
    String::from_utf8(output.stdout).unwrap()
}

fn json(paths: &[PathBuf]) -> Value {
    serde_json::from_str(&run(&["diff", "--format", "json"], paths)).unwrap()
}

/// The folders of `tests/stories/` and the examples, sorted.
fn stories() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<PathBuf> = fs::read_dir(root.join("tests/stories"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    folders.push(root.join("examples"));
    folders.sort();
    folders
}

/// The articles of a story, sorted.
fn articles(story: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(story)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.retain(|path| {
        path.extension()
            .is_some_and(|ending| ending == "md" || ending == "txt")
    });
    files.sort();
    files
}

#[test]
fn tables_and_json_are_as_their_snapshots_say() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots/stories");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for story in stories() {
            let name = story.file_name().unwrap().to_str().unwrap();
            let table = run(&["diff", "--width", "100", "--all"], &articles(&story));
            insta::assert_snapshot!(format!("{name}.table"), table);
            insta::assert_snapshot!(
                format!("{name}.json"),
                run(&["diff", "--format", "json"], &articles(&story))
            );
        }
    });
}

#[test]
fn any_order_of_inputs_gives_the_same_bytes() {
    for story in stories() {
        let mut paths = articles(&story);
        let asked: [&[&str]; 3] = [
            &["diff", "--width", "100", "--all"],
            &["diff", "--format", "json"],
            &["extract"],
        ];
        let forward = asked.map(|args| run(args, &paths));
        paths.reverse();
        let backward = asked.map(|args| run(args, &paths));
        assert_eq!(forward, backward, "{}", story.display());
    }
}

#[test]
fn table_json_and_extract_hold_the_same_claims() {
    for story in stories() {
        let paths = articles(&story);
        let diff = json(&paths);
        let mut extract: Vec<Value> = run(&["extract"], &paths)
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        // Lines come by file, which is not always the order of ids.
        extract.sort_by_key(|claim| claim["article"].as_str().unwrap().to_owned());
        assert_eq!(
            diff["claims"].as_array().unwrap(),
            &extract,
            "{}",
            story.display()
        );
        let in_figures: usize = diff["figures"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|figure| figure["variants"].as_array().unwrap())
            .map(|variant| variant["claims"].as_array().unwrap().len())
            .sum();
        assert_eq!(
            in_figures,
            extract.len(),
            "every claim stands in one figure: {}",
            story.display()
        );
        // Claims of one value are one line, which shows the words of the first.
        let table = run(&["diff", "--all", "--width", "200"], &paths);
        for variant in diff["figures"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|figure| figure["variants"].as_array().unwrap())
        {
            let claim = extract
                .iter()
                .find(|claim| claim["id"] == variant["claims"][0])
                .unwrap();
            let words = claim["value"]["text"].as_str().unwrap().replace('\n', " ");
            assert!(
                table.contains(&words),
                "{words:?} is not in the table of {}",
                story.display()
            );
        }
    }
}

#[test]
fn every_span_slices_to_what_it_cites() {
    for story in stories() {
        let paths = articles(&story);
        for claim in json(&paths)["claims"].as_array().unwrap() {
            if claim["field"] == "title" {
                continue;
            }
            let id = claim["article"].as_str().unwrap();
            let path = paths
                .iter()
                .find(|path| path.file_stem().is_some_and(|stem| stem == id))
                .unwrap();
            let text = fs::read_to_string(path).unwrap();
            let at = |key: &str| usize::try_from(claim["span"][key].as_u64().unwrap()).unwrap();
            let cited = &text[at("start")..at("end")];
            assert_eq!(cited, claim["value"]["text"].as_str().unwrap(), "{id}");
        }
    }
}

#[test]
fn an_article_beside_its_copy_reports_nothing_new() {
    let folder = tempfile::tempdir().unwrap();
    for story in stories() {
        for path in articles(&story) {
            let copy = folder.path().join(format!(
                "copy-of-{}",
                path.file_name().unwrap().to_str().unwrap()
            ));
            fs::copy(&path, &copy).unwrap();
            let alone = json(std::slice::from_ref(&path));
            let both = json(&[path.clone(), copy]);
            let bad = |output: &Value| {
                let figures = output["figures"].as_array().unwrap();
                let quiet = ["agree", "single", "rounding", "different-scope"];
                figures
                    .iter()
                    .filter(|figure| !quiet.contains(&figure["verdict"].as_str().unwrap()))
                    .count()
            };
            assert_eq!(bad(&alone), bad(&both), "{}", path.display());
        }
    }
}
