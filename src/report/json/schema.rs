//! The JSON Schema of our output, for whoever reads it by program. It is generated from the published types by the test
//! below and shipped as a file, so that the program itself need not know how.

/// `schemas/output/diff.schema.json`: all of `diff -f json`. A line of `extract -f jsonl` is its `Claim`, a line of
/// `diff -f jsonl` its `Figure`.
pub const DIFF: &str = include_str!("../../../schemas/output/diff.schema.json");

/// `schemas/output/remarks.schema.json`: `-f json` of what changed in a story and of what is wrong with a draft. A line
/// of `-f jsonl` is its `Notice`.
pub const REMARKS: &str = include_str!("../../../schemas/output/remarks.schema.json");

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "the test writes the file when it is told to"
)]
mod tests {
    use super::*;
    use crate::report::fixture::Story;
    use crate::report::json::Output;
    use crate::report::{Format, Options, Style, diff};

    /// Name, shipped text, and what the types say.
    fn files() -> [(&'static str, &'static str, String); 2] {
        let text = |mut schema: schemars::Schema, title: &str| {
            // Within version 1 keys are added, so a reader must not refuse those it does not know.
            schema.insert("title".to_owned(), title.into());
            serde_json::to_string_pretty(&schema).unwrap() + "\n"
        };
        let diff = schemars::schema_for!(Output<'static>);
        let remarks = schemars::schema_for!(crate::report::notice::Document<'static>);
        [
            ("diff", DIFF, text(diff, "figcheck diff -f json, version 1")),
            (
                "remarks",
                REMARKS,
                text(remarks, "figcheck check -f json, version 1"),
            ),
        ]
    }

    /// `UPDATE_SCHEMA=1 cargo test --lib json::schema` writes the files anew.
    #[test]
    fn the_files_are_what_the_types_say() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/output");
        for (name, shipped, generated) in files() {
            if std::env::var_os("UPDATE_SCHEMA").is_some() {
                std::fs::write(folder.join(format!("{name}.schema.json")), generated).unwrap();
            } else {
                assert_eq!(
                    shipped, generated,
                    "stale: run UPDATE_SCHEMA=1 cargo test --lib json::schema"
                );
            }
        }
    }

    #[test]
    fn outputs_are_as_the_schema_says() {
        let schema = serde_json::from_str(DIFF).unwrap();
        let schema = jsonschema::validator_for(&schema).unwrap();
        let style = Style {
            width: 80,
            color: false,
            ascii: false,
        };
        for story in [Story::dam(), Story::empty()] {
            let mut text = String::new();
            diff(
                &story.input(),
                Format::Json,
                &Options::new(style),
                &mut text,
            )
            .unwrap();
            let output = serde_json::from_str(&text).unwrap();
            let faults: Vec<String> = schema
                .iter_errors(&output)
                .map(|fault| fault.to_string())
                .collect();
            assert!(faults.is_empty(), "{faults:?}");
        }
        assert!(!schema.is_valid(&serde_json::json!({"figures": 3})));
    }
}
