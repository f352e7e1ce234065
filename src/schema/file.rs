//! The one place where YAML is parsed. Hostile files end in an error, soon: no aliases, no duplicate keys, bounded
//! size and depth.

use serde::de::{DeserializeOwned, DeserializeSeed};

use super::duplicate::Nodes;
use super::source::{MAX_BYTES, Source};
use super::{Error, anchor};

/// Reads a file into its mirror type: a built-in one from its JSON, any other by [`parse`].
///
/// # Errors
/// As [`parse`].
pub fn read<T: DeserializeOwned>(source: &Source) -> Result<T, Error> {
    // A built-in file that does not fit its type is read again as YAML, for the sake of the place in the message.
    match source.json.map(serde_json::from_str) {
        Some(Ok(content)) => Ok(content),
        _ => parse(&source.file, &source.text),
    }
}

/// Parses one YAML file into its mirror type.
///
/// # Errors
/// Malformed YAML, unknown or duplicate keys, aliases, wrong types: with line and column.
pub fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Error> {
    parse_within(file, text, MAX_BYTES)
}

/// [`parse`] for a file that may be longer: what we write ourselves grows with a story.
///
/// # Errors
/// As [`parse`].
pub fn parse_within<T: DeserializeOwned>(
    file: &str,
    text: &str,
    max_bytes: usize,
) -> Result<T, Error> {
    let source = Source {
        file: file.to_owned(),
        text: text.to_owned().into(),
        json: None,
    };
    if text.len() > max_bytes {
        let mebibytes = max_bytes >> 20;
        return Err(source.fault(format!("the file is larger than {mebibytes} MiB: split it")));
    }
    if let Some((place, message)) = anchor::refuse(text) {
        return Err(Error {
            file: source.file,
            line: place.line,
            column: place.column,
            message,
        });
    }
    Nodes::budget(text.len())
        .deserialize(serde_yaml::Deserializer::from_str(text))
        .map_err(|fault| error(file, &fault))?;
    serde_yaml::from_str(text).map_err(|fault| error(file, &fault))
}

fn error(file: &str, fault: &serde_yaml::Error) -> Error {
    let place = fault.location();
    Error {
        file: file.to_owned(),
        line: place.as_ref().map_or(0, serde_yaml::Location::line),
        column: place.as_ref().map_or(0, serde_yaml::Location::column),
        message: plain_words(&fault.to_string()),
    }
}

/// The parser's message without its own place, and with the nearest known key instead of all of them.
fn plain_words(message: &str) -> String {
    let message = message
        .rfind(" at line ")
        .map_or(message, |at| &message[..at]);
    let Some(at) = message
        .find("unknown field `")
        .or_else(|| message.find("unknown variant `"))
    else {
        return in_words_of_files(&message.replace("yaml: ", ""));
    };
    let (path, rest) = message.split_at(at);
    let mut names = rest.split('`').skip(1).step_by(2);
    let given = names.next().unwrap_or_default();
    let known: Vec<&str> = names.collect();
    let what = if rest.starts_with("unknown field") {
        "key"
    } else {
        "value"
    };
    format!(
        "{path}unknown {what} `{given}`{}",
        suggestion(given, &known)
    )
}

/// What a program calls a sequence is a list to whoever writes the file, and its entries are counted from 1.
fn in_words_of_files(message: &str) -> String {
    let (path, rest) = match message.split_once(": ") {
        Some((path, rest)) if path.contains('[') || path.starts_with('.') => (path, rest),
        _ => ("", message),
    };
    let index = path.strip_prefix(".[").and_then(|it| it.split_once(']'));
    let path = match index.and_then(|(n, after)| Some((n.parse::<usize>().ok()?, after))) {
        Some((n, after)) => format!("entry {}{}: ", n + 1, after),
        None if path.is_empty() => String::new(),
        None => format!("{path}: "),
    };
    if let Some(key) = rest.strip_prefix("missing field ") {
        return format!("{path}the key {key} is missing");
    }
    let both = rest.strip_prefix("invalid type: ");
    let Some((found, expected)) = both.and_then(|it| it.split_once(", expected ")) else {
        return format!("{path}{rest}");
    };
    let expected = match expected {
        "a sequence" => "a list",
        "a map" => "keys with their values",
        "a string" => "words",
        other if other.starts_with("struct ") => "keys with their values",
        other => other,
    };
    let found = match found {
        "unit value" => "nothing",
        "sequence" => "a list",
        "map" => "keys with their values",
        other => other.strip_prefix("string ").unwrap_or(other),
    };
    format!("{path}here should be {expected}, and it is {found}")
}

/// ": did you mean `x`?", or all that is known when nothing is near.
pub fn suggestion(given: &str, known: &[&str]) -> String {
    let near = known
        .iter()
        .map(|name| (strsim::damerau_levenshtein(given, name), *name))
        .min()
        .filter(|(distance, name)| *distance * 2 <= name.len().max(given.len()));
    match near {
        Some((_, name)) => format!(": did you mean `{name}`?"),
        None => format!(": use one of {}", known.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::claim_file::ClaimFile;

    fn check(text: &str, expected: &str) {
        let message = parse::<ClaimFile>("x.yaml", text).unwrap_err().to_string();
        assert!(message.starts_with(expected), "{message}");
    }

    #[test]
    fn mistakes_have_a_place_and_a_way_out() {
        check(
            "type: x\nlable: X\n",
            "x.yaml:2:1: unknown key `lable`: did you mean `label`?",
        );
        check(
            "type: x\ntriggers:\n  - {id: a, verb: [b], framse: [active]}\n",
            "x.yaml:3:24: triggers[0]: unknown key `framse`: did you mean `frames`?",
        );
        check(
            "type: x\ntriggers:\n  - {id: a, verb: [b], frames: [activ]}\n",
            "x.yaml:3:33: triggers[0].frames[0]: unknown value `activ`: did you mean `active`?",
        );
        check(
            "type: x\nlabel: a\nlabel: b\n",
            "x.yaml:3:1: the key `label` stands twice",
        );
        check(
            "type: x\nvalue: {min: 1, max: 2, min: 3}\n",
            "x.yaml:2:25: value: the key `min` stands twice",
        );
        check("type: [x\n", "x.yaml:2:1: ");
        check("type: x\nlabel: &a b\n", "x.yaml:2:8: anchors and aliases");
        check("type: x\nvalue: {min: ten}\n", "x.yaml:2:14: value.min: ");
    }

    #[test]
    fn messages_are_in_words_of_those_who_write_the_file() {
        let check = |message: &str, expected: &str| {
            assert_eq!(in_words_of_files(message), expected);
        };
        check(
            ".[0]: missing field `reason`",
            "entry 1: the key `reason` is missing",
        );
        check(
            "invalid type: string \"garbage\", expected a sequence",
            "here should be a list, and it is \"garbage\"",
        );
        check(
            "triggers[0]: invalid type: sequence, expected a map",
            "triggers[0]: here should be keys with their values, and it is a list",
        );
    }

    /// The slowest of these grow with the square of their length in some YAML readers, and would take minutes.
    #[test]
    fn hostile_files_end() {
        let mut bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n".to_owned();
        for level in 1..12 {
            let row = vec![format!("*a{}", level - 1); 9].join(",");
            bomb = [bomb, format!("a{level}: &a{level} [{row}]\n")].concat();
        }
        let repeated = ["[", "{a: ", "- ", "? ", "a: ", "\"", "!", "x,", "a\n"];
        let repeated = repeated.map(|mark| mark.repeat(20_000));
        for text in repeated.iter().chain([&bomb]) {
            let _ = parse::<ClaimFile>("x", text);
        }
        check(&bomb, "x.yaml:1:5: anchors and aliases");
        check(&"[".repeat(100_000), "x.yaml:1:65: nested too deeply");
        check(
            &"#".repeat(MAX_BYTES + 1),
            "x.yaml: the file is larger than 1 MiB",
        );
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(text in "[-a-z:{}\\[\\],&*!|>'\"%@`#? \n\t0-9.é]{0,200}") {
            let _ = parse::<ClaimFile>("x", &text);
        }
    }
}
