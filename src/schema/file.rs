//! The one place where YAML is parsed.

use serde::de::DeserializeOwned;

use super::Error;

/// Parses one YAML file into its mirror type.
///
/// # Errors
/// Malformed YAML, unknown keys, wrong types: with line and column.
pub fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Error> {
    serde_yaml::from_str(text).map_err(|fault| {
        let place = fault.location();
        Error {
            file: file.to_owned(),
            line: place.as_ref().map_or(0, serde_yaml::Location::line),
            column: place.as_ref().map_or(0, serde_yaml::Location::column),
            message: fault.to_string(),
        }
    })
}
