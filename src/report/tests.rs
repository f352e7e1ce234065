//! One story, every output.

use super::fixture::Story;
use super::*;

/// Compares an output with its accepted file in `snapshots/report/`.
fn snapshot(name: &str, write: impl FnOnce(&mut String) -> fmt::Result) {
    let mut text = String::new();
    write(&mut text).unwrap();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../snapshots/report");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn json_of_the_dam() {
    snapshot("dam.json", |out| json(&Story::dam().input(), out));
}

#[test]
fn claim_lines_of_the_dam() {
    snapshot("dam.claims.jsonl", |out| {
        claims_jsonl(&Story::dam().input(), out)
    });
}

#[test]
fn nothing_read_is_still_an_output() {
    snapshot("empty.json", |out| json(&Story::empty().input(), out));
}
