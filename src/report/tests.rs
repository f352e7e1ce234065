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

const WIDE: Style = Style {
    width: 100,
    color: false,
};
const NARROW: Style = Style {
    width: 50,
    color: false,
};

#[test]
fn table_of_the_dam() {
    let input = Story::dam();
    let input = input.input();
    let color = Style {
        color: true,
        ..WIDE
    };
    snapshot("dam.table.100", |out| {
        table(&input, &WIDE, Singles::Count, out)
    });
    snapshot("dam.table.100.all", |out| {
        table(&input, &WIDE, Singles::List, out)
    });
    snapshot("dam.table.50", |out| {
        table(&input, &NARROW, Singles::List, out)
    });
    snapshot("dam.table.color", |out| {
        table(&input, &color, Singles::Count, out)
    });
}
