//! The JSON Schema of claim-type files, for completion and hints in editors. It is generated from the Rust types by the
//! test below and shipped as a file, so that the program itself need not know how.

/// `schemas/claim-type.schema.json`
pub const CLAIM_TYPE: &str = include_str!("../../schemas/claim-type.schema.json");

/// Its file name: what a claim-type file says beside `$schema=`.
pub const CLAIM_TYPE_FILE: &str = "claim-type.schema.json";

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "the test writes the file when it is told to"
)]
mod tests {
    use super::*;
    use crate::schema::claim_file::ClaimFile;
    use crate::schema::{BUILT_IN, Frame};

    fn generated() -> String {
        let schema = schemars::schema_for!(ClaimFile);
        serde_json::to_string_pretty(&schema).unwrap() + "\n"
    }

    /// `UPDATE_SCHEMA=1 cargo test --lib json_schema` writes the file anew.
    #[test]
    fn the_file_is_what_the_types_say() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("schemas")
            .join(CLAIM_TYPE_FILE);
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::write(path, generated()).unwrap();
        } else {
            assert_eq!(
                CLAIM_TYPE,
                generated(),
                "stale: run UPDATE_SCHEMA=1 cargo test --lib json_schema"
            );
        }
    }

    #[test]
    fn every_key_of_every_built_in_type_is_known() {
        let schema: serde_json::Value = serde_json::from_str(CLAIM_TYPE).unwrap();
        for (path, _, json) in BUILT_IN
            .files
            .iter()
            .filter(|(path, ..)| !path.contains('/'))
        {
            let file: serde_json::Value = serde_json::from_str(json).unwrap();
            for key in file.as_object().unwrap().keys() {
                assert!(schema["properties"].get(key).is_some(), "{path}: {key}");
            }
        }
    }

    #[test]
    fn every_frame_is_offered() {
        for frame in Frame::ALL {
            assert!(
                CLAIM_TYPE.contains(&format!("\"{}\"", frame.name())),
                "{frame:?}"
            );
        }
    }
}
