//! The program as a shell sees it: exit codes, streams, and what it says of bad input.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what the program reads"
)]

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// Two articles that agree, in a folder of their own.
const LEDGER: &str =
    "Ferry sinks\n\nThe ferry sank on Monday. Twelve people were killed, officials said.\n";
const COURIER: &str =
    "Disaster at sea\n\nTwelve people were killed when the ferry sank on Monday.\n";

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn with(files: &[(&str, &[u8])]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        Self { folder }
    }

    /// A sound article, and one file more.
    fn beside_an_article(name: &str, bytes: &[u8]) -> Self {
        Self::with(&[("ledger.txt", LEDGER.as_bytes()), (name, bytes)])
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_figcheck"));
        command
            .current_dir(self.path())
            .args(words)
            .stdin(Stdio::null());
        command
    }

    fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().unwrap()
    }

    /// Runs, and expects exit code 2, `said` on standard error, and the sound article in the output all the same.
    fn check_trouble(&self, words: &[&str], said: &str) {
        let output = self.run(&[words, &["-f", "json"]].concat());
        let err = text(&output.stderr);
        assert!(err.contains(said), "{said:?} is not in {err:?}");
        assert_eq!(output.status.code(), Some(2), "{err}");
        assert!(
            text(&output.stdout).contains("\"id\":\"ledger\""),
            "{}",
            text(&output.stdout)
        );
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_missing_path_is_told_and_the_rest_is_read() {
    let desk = Desk::beside_an_article("other.txt", COURIER.as_bytes());
    desk.check_trouble(
        &["ledger.txt", "nowhere.txt"],
        "figcheck: error: nowhere.txt: no such file",
    );
}

#[test]
fn an_empty_file_is_told_and_the_rest_is_read() {
    let desk = Desk::beside_an_article("empty.txt", b"");
    desk.check_trouble(&["ledger.txt", "empty.txt"], "figcheck: error: empty.txt: ");
}

#[test]
fn a_folder_without_articles_is_told_and_the_rest_is_read() {
    let desk = Desk::beside_an_article("pictures/a.png", b"\x89PNG");
    desk.check_trouble(
        &["ledger.txt", "pictures"],
        "figcheck: error: pictures: holds no article",
    );
}

#[test]
fn a_binary_file_is_told_and_the_rest_is_read() {
    let desk = Desk::beside_an_article("a.txt", b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00");
    desk.check_trouble(&["ledger.txt", "a.txt"], "figcheck: error: a.txt: ");
}

#[test]
fn a_malformed_line_is_told_and_the_rest_is_read() {
    let lines = b"{\"id\": \"a\", \"text\": \"Two died.\"}\n{\"id\": \"b\", \"text\": }\n";
    let desk = Desk::beside_an_article("a.jsonl", lines);
    desk.check_trouble(&["ledger.txt", "a.jsonl"], "figcheck: error: a.jsonl:2:");
}

#[test]
fn a_manifest_with_an_unknown_key_is_told_and_the_rest_is_read() {
    let desk = Desk::beside_an_article(
        "m.yaml",
        b"articles:\n  - path: ledger.txt\n    dat: 2024-01-02\n",
    );
    desk.check_trouble(
        &["ledger.txt", "--manifest", "m.yaml"],
        "figcheck: error: m.yaml:3:5: ",
    );
}

#[test]
fn a_manifest_that_is_none_is_told_what_one_looks_like() {
    let folder = Desk::beside_an_article("m.yaml", b"a.txt: 2031-05-06\n");
    folder.check_trouble(
        &["ledger.txt", "--manifest", "m.yaml"],
        "articles: [{path: wire.txt, date: 2024-09-07",
    );
}

#[test]
fn a_table_in_an_article_is_told() {
    let text =
        b"---\ndate: 2031-05-06\n---\nTwo died.\n\n| Town | Dead |\n|---|---|\n| Calden | 41 |\n";
    let desk = Desk::with(&[("a.md", text)]);
    let output = desk.run(&["a.md"]);
    let err = self::text(&output.stderr);
    assert!(
        err.contains("a.md:7: a table, whose cells are not read"),
        "{err}"
    );
    let output = desk.run(&["explain", "a.md:8"]);
    assert!(self::text(&output.stdout).contains("in a row of a table"));
}

#[test]
fn a_date_at_the_head_that_is_not_taken_is_told() {
    let killed = "Fourteen people were killed in an explosion in Leeds.\n";
    let told = |head: &str, expected: &str| {
        let text = format!("{head}\n\n{killed}");
        let folder = Desk::with(&[("a.txt", text.as_bytes())]);
        let output = folder.run(&["a.txt"]);
        assert_eq!(output.status.code(), Some(0));
        let err = self::text(&output.stderr);
        assert_eq!(err.is_empty(), expected.is_empty(), "{err}");
        assert!(err.contains(expected), "{expected:?} is not in {err:?}");
    };
    told(
        "By Ann Quill, May 6, 2031",
        "a.txt:1: \"May 6, 2031\" is not taken",
    );
    told(
        "---\ndate: 2031-05-06\nsource: The Wire",
        "a.txt:1: front matter that is not closed",
    );
    told("---\ndate: 2031-05-06\n---\nMay 6, 2031", "");
    told("Leeds remembers May 6, 2031", "");
    told("May 6, 2031", "");
    told("Date: 06/05/2031", "a.txt:1: \"06/05/2031\" is not taken");
    told(
        "May 6, 2031\nLeeds\nMay 7, 2031",
        "a.txt:1: \"May 6, 2031\" is not taken",
    );
}

#[test]
fn an_unknown_key_in_a_schema_is_told_and_the_rest_holds() {
    let desk = Desk::beside_an_article("own/deaths.yaml", b"type: deaths\nlable: Deaths\n");
    desk.check_trouble(
        &["ledger.txt", "--schemas", "own"],
        "own/deaths.yaml:2:1: unknown key `lable`: did you mean `label`?",
    );
}

#[test]
fn a_duplicate_key_in_a_schema_is_told_and_the_rest_holds() {
    let desk = Desk::beside_an_article("own/deaths.yaml", b"type: deaths\nlabel: A\nlabel: B\n");
    desk.check_trouble(
        &["ledger.txt", "--schemas", "own"],
        "own/deaths.yaml:3:1: the key `label` stands twice",
    );
}

#[test]
fn an_alias_bomb_in_a_schema_is_told_and_the_rest_holds() {
    let bomb = b"type: deaths\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n";
    let desk = Desk::beside_an_article("own/deaths.yaml", bomb);
    desk.check_trouble(
        &["ledger.txt", "--schemas", "own"],
        "own/deaths.yaml:2:4: anchors and aliases",
    );
}

#[test]
fn an_invalid_pattern_in_a_schema_is_told_and_the_rest_holds() {
    let schema =
        b"type: fines\nlabel: Fines\nabout: fines\nextends: _person_count\nreject:\n  - \"Q (a\"\n\
        triggers: [{id: a, noun: [fine], frames: [q_noun]}]\n";
    let desk = Desk::beside_an_article("own/fines.yaml", schema);
    desk.check_trouble(
        &["ledger.txt", "--schemas", "own"],
        "own/fines.yaml:6:6: invalid pattern: unclosed group",
    );
}

#[test]
fn a_broken_word_list_is_told_and_the_built_in_one_holds() {
    let desk = Desk::beside_an_article("own/lexicon/nouns.yaml", b"about: x\ngroup: []\n");
    desk.check_trouble(
        &["ledger.txt", "--schemas", "own"],
        "own/lexicon/nouns.yaml:2:1: unknown key `group`: did you mean `groups`?",
    );
}

#[test]
fn invalid_utf8_is_read() {
    let desk = Desk::with(&[(
        "a.txt",
        b"Twelve people \xff\xfe were killed in the caf\xe9.\n",
    )]);
    let output = desk.run(&["extract", "a.txt"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
}

#[test]
fn nothing_to_read_is_a_mistake_of_usage() {
    let desk = Desk::with(&[]);
    for words in [
        &["diff"][..],
        &["extract"],
        &["inspect", "numbers"],
        &["explain", "a#b"],
        &["--all"],
    ] {
        let output = desk.run(words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(
            output.stdout.is_empty() && !output.stderr.is_empty(),
            "{words:?}"
        );
    }
}

#[test]
fn an_unknown_flag_is_a_mistake_of_usage() {
    let output = Desk::with(&[]).run(&["diff", "a.txt", "--colour", "never"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        text(&output.stderr).contains("--color"),
        "{}",
        text(&output.stderr)
    );
}

#[test]
fn help_and_version_go_to_standard_output() {
    let desk = Desk::with(&[]);
    for words in [
        &["--help"][..],
        &["--version"],
        &["diff", "--help"],
        &["schema", "new", "-h"],
    ] {
        let output = desk.run(words);
        assert_eq!(output.status.code(), Some(0), "{words:?}");
        assert!(
            output.stderr.is_empty() && !output.stdout.is_empty(),
            "{words:?}"
        );
    }
}

#[test]
fn a_closed_pipe_is_no_fault() {
    let lines = "{\"text\": \"Twelve people were killed.\"}\n".repeat(2_000);
    let desk = Desk::with(&[("a.jsonl", lines.as_bytes())]);
    let mut child = desk
        .command(&["inspect", "sentences", "a.jsonl", "-f", "jsonl"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 8];
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut first).unwrap();
    drop(out);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(output.stderr.is_empty(), "{}", text(&output.stderr));
}

#[test]
fn no_verb_is_diff() {
    let desk = Desk::with(&[("a.txt", LEDGER.as_bytes()), ("b.txt", COURIER.as_bytes())]);
    let (with, without) = (
        desk.run(&["diff", "a.txt", "b.txt"]),
        desk.run(&["a.txt", "b.txt"]),
    );
    assert_eq!(with.stdout, without.stdout);
    assert_eq!(with.status.code(), Some(0), "{}", text(&with.stderr));
}

#[test]
fn the_order_of_paths_and_the_number_of_threads_do_not_show() {
    let desk = Desk::with(&[("a.txt", LEDGER.as_bytes()), ("b.txt", COURIER.as_bytes())]);
    let one = desk.run(&["a.txt", "b.txt", "-f", "json", "-j", "1"]);
    let other = desk.run(&["b.txt", "a.txt", "-f", "json", "-j", "4"]);
    assert_eq!(text(&one.stdout), text(&other.stdout));
}

#[test]
fn disagreement_is_exit_code_one_unless_told_otherwise() {
    let five =
        "Ferry sinks\n\nFive people were killed when the ferry sank off Naples on 3 May 2024.\n";
    let nine =
        "Ferry sinks\n\nNine people were killed when the ferry sank off Naples on 3 May 2024.\n";
    let desk = Desk::with(&[("a.txt", five.as_bytes()), ("b.txt", nine.as_bytes())]);
    let code = |words: &[&str]| {
        let output = desk.run(&[&["a.txt", "b.txt"], words].concat());
        output.status.code().unwrap()
    };
    assert_eq!(code(&[]), 1);
    assert_eq!(code(&["--fail-on", "moderate"]), 1);
    assert_eq!(code(&["--fail-on", "never"]), 0);
    assert_eq!(code(&["--exit-zero"]), 0);
    assert_eq!(code(&["nowhere.txt"]), 2);
}

#[test]
fn standard_input_is_an_article() {
    let desk = Desk::with(&[("a.txt", LEDGER.as_bytes())]);
    let output = desk
        .command(&[
            "inspect",
            "sentences",
            "-",
            "--stdin-name",
            "wire.txt",
            "-f",
            "jsonl",
        ])
        .stdin(fs::File::open(desk.path().join("a.txt")).unwrap())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(
        text(&output.stdout).contains("wire"),
        "{}",
        text(&output.stdout)
    );
}

#[test]
fn standard_input_may_hold_an_article_a_line() {
    let lines = "{\"id\":\"wire-1\",\"title\":\"Two killed in Kabul blast\",\"text\":\"It is not known who did it.\"}\n";
    let desk = Desk::with(&[("a.txt", lines.as_bytes())]);
    let output = desk
        .command(&["extract", "-", "-f", "jsonl"])
        .stdin(fs::File::open(desk.path().join("a.txt")).unwrap())
        .output()
        .unwrap();
    let claim: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(claim["article"], "wire-1");
    assert_eq!(claim["field"], "title");
    assert_eq!(claim["span"]["start"], 0);
}

#[test]
fn colour_is_used_when_asked_for() {
    let desk = Desk::with(&[("a.txt", LEDGER.as_bytes()), ("b.txt", COURIER.as_bytes())]);
    let colored = |words: &[&str], name: &str, value: &str| {
        let mut command = desk.command(&[&["a.txt", "b.txt", "--all"], words].concat());
        command
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE")
            .env(name, value);
        command.output().unwrap().stdout.contains(&0x1b)
    };
    assert!(!colored(&[], "TERM", "xterm"));
    assert!(colored(&["--color", "always"], "NO_COLOR", "1"));
    assert!(colored(&[], "CLICOLOR_FORCE", "1"));
    assert!(!colored(&["--color", "never"], "CLICOLOR_FORCE", "1"));
}

#[test]
fn a_new_claim_type_is_two_files_that_are_never_overwritten() {
    let desk = Desk::with(&[]);
    let output = desk.run(&["schema", "new", "jobs_lost"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(desk.path().join("tests/corpus/jobs_lost.yaml").is_file());
    let check = desk.run(&["schema", "check", "schemas/jobs_lost.yaml"]);
    let err = text(&check.stderr);
    assert!(text(&check.stdout).contains("sound"), "{err}");
    // What nobody has filled in is no claim type yet.
    assert_eq!(check.status.code(), Some(1), "{err}");
    assert!(
        err.contains("jobs_lost.yaml:6:1: is still the example: say what is counted"),
        "{err}"
    );
    assert_eq!(err.matches("still the example").count(), 4, "{err}");
    fs::write(desk.path().join("schemas/jobs_lost.yaml"), "mine").unwrap();
    assert_eq!(
        desk.run(&["schema", "new", "jobs_lost"]).status.code(),
        Some(2)
    );
    assert_eq!(
        fs::read_to_string(desk.path().join("schemas/jobs_lost.yaml")).unwrap(),
        "mine"
    );
    assert_eq!(desk.run(&["schema", "new", "../x"]).status.code(), Some(2));
}

#[test]
fn a_built_in_claim_type_is_not_begun_anew() {
    let desk = Desk::with(&[]);
    let output = desk.run(&["schema", "new", "deaths"]);
    assert_eq!(output.status.code(), Some(2));
    let err = text(&output.stderr);
    assert!(
        err.contains("figcheck schema show deaths > schemas/deaths.yaml"),
        "{err}"
    );
    assert!(!desk.path().join("schemas").exists());
}

#[test]
fn the_folder_of_the_settings_holds_new_claim_types() {
    let desk = Desk::with(&[("figcheck.yaml", b"schemas: [desk/types]\n")]);
    let output = desk.run(&["schema", "new", "rescued"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(desk.path().join("desk/types/rescued.yaml").is_file());
    let list = desk.run(&["schema", "list"]);
    assert!(text(&list.stdout).contains("rescued"));
    let show = desk.run(&["schema", "show", "rescued"]);
    assert!(text(&show.stdout).contains("type: rescued"));
}

#[test]
fn schemas_are_listed_and_shown() {
    let desk = Desk::with(&[]);
    let list = desk.run(&["schema", "list"]);
    assert!(
        text(&list.stdout)
            .lines()
            .any(|line| line.starts_with("deaths "))
    );
    let show = desk.run(&["schema", "show", "deaths"]);
    assert!(text(&show.stdout).contains("type: deaths"));
    let near = desk.run(&["schema", "show", "death"]);
    assert_eq!(near.status.code(), Some(2));
    assert!(
        text(&near.stderr).contains("did you mean `deaths`?"),
        "{}",
        text(&near.stderr)
    );
}

/// Reading must not grow with the square of a line's length. A debug build takes its time over 50 MB, so it gets less.
#[test]
fn one_long_line_is_read() {
    let megabytes = if cfg!(debug_assertions) { 2 } else { 50 };
    let sentence = "Twelve people were killed in the fire, and 1,400 fled. ";
    let line = sentence.repeat(megabytes * 1_000_000 / sentence.len());
    let desk = Desk::with(&[("a.txt", line.as_bytes())]);
    let output = desk.run(&["diff", "a.txt"]);
    assert!(
        output.status.code().is_some_and(|code| code < 2),
        "{}",
        text(&output.stderr)
    );
}

/// CONTRIBUTING.md's claim type, made step by step with the program alone.
#[test]
fn a_newcomer_adds_a_claim_type_as_contributing_says() {
    let guide = include_str!("../CONTRIBUTING.md");
    let block = guide.split("```yaml\n").nth(1).unwrap();
    let lines: Vec<&str> = block
        .lines()
        .take_while(|line| line.trim() != "```")
        .map(|line| line.strip_prefix("   ").unwrap_or(line))
        .collect();
    let schema = lines.join("\n");
    let article = b"Ferry sinks off Mombasa\n\nA ferry sank off Mombasa on Tuesday. Thirty-eight people were rescued.";
    let desk = Desk::with(&[("ferry.txt", article)]);
    let new = desk.run(&["schema", "new", "rescued"]);
    assert_eq!(new.status.code(), Some(0), "{}", text(&new.stderr));
    let hint = schema.lines().next().unwrap();
    let stub = fs::read_to_string(desk.path().join("schemas/rescued.yaml")).unwrap();
    assert_eq!(stub.lines().next(), Some(hint));
    let (_, beside) = hint.split_once("$schema=").unwrap();
    let beside = fs::read(desk.path().join("schemas").join(beside)).unwrap();
    assert_eq!(beside, desk.run(&["schema", "export"]).stdout);

    fs::write(desk.path().join("schemas/rescued.yaml"), &schema).unwrap();
    let check = desk.run(&["schema", "check", "schemas/rescued.yaml"]);
    assert_eq!(check.status.code(), Some(0), "{}", text(&check.stderr));
    let held = "schemas/rescued.yaml: sound; 5 of 5 test sentences hold\n";
    assert_eq!(text(&check.stdout), held);

    let read = desk.run(&["extract", "ferry.txt", "--schemas", "schemas"]);
    let claims = text(&read.stdout);
    let rescued = claims
        .lines()
        .filter(|line| line.contains(r#""type":"rescued""#));
    assert_eq!(rescued.count(), 1, "{claims}");
}

/// Of every command, and of those below it.
#[test]
fn every_help_has_examples() {
    use clap::CommandFactory as _;
    let mut open = vec![figcheck::cli::args::CommandLine::command()];
    let mut n_commands = 0;
    while let Some(mut command) = open.pop() {
        let help = command.render_long_help().to_string();
        let name = command.get_name().to_owned();
        assert!(help.contains("Examples:\n  figcheck "), "{name}: {help}");
        for line in help.lines().filter(|it| it.starts_with("  figcheck ")) {
            assert!(line.len() < 120, "{line}");
        }
        let below = command.get_subcommands();
        open.extend(below.filter(|it| it.get_name() != "help").cloned());
        n_commands += 1;
    }
    assert!(n_commands > 25, "{n_commands}");
}
