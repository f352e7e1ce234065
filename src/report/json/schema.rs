//! The JSON Schema of our output, for whoever reads it by program. It is generated from the published types by the test
//! below and shipped as a file, so that the program itself need not know how.

/// `schemas/output/diff.schema.json`: all of `diff -f json`. A line of `extract -f jsonl` is its `Claim`, a line of
/// `diff -f jsonl` its `Figure`.
pub const DIFF: &str = include_str!("../../../schemas/output/diff.schema.json");

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

    fn generated() -> String {
        let mut schema = schemars::schema_for!(Output<'static>);
        // Within version 1 keys are added, so a reader must not refuse those it does not know.
        schema.insert(
            "title".to_owned(),
            "figcheck diff -f json, version 1".into(),
        );
        serde_json::to_string_pretty(&schema).unwrap() + "\n"
    }

    /// `UPDATE_SCHEMA=1 cargo test --lib json::schema` writes the file anew.
    #[test]
    fn the_file_is_what_the_types_say() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("schemas/output/diff.schema.json");
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::write(path, generated()).unwrap();
        } else {
            assert_eq!(
                DIFF,
                generated(),
                "stale: run UPDATE_SCHEMA=1 cargo test --lib json::schema"
            );
        }
    }

    #[test]
    fn outputs_are_as_the_schema_says() {
        let schema = serde_json::from_str(DIFF).unwrap();
        let schema = jsonschema::validator_for(&schema).unwrap();
        let style = Style {
            width: 80,
            color: false,
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
