//! What to type after a command to have it read the same articles: hints are there to be copied.

use std::path::Path;

use super::args::InputArgs;

/// The paths and options of what was typed, as a shell takes them. Sorted, since hints stand in reports, which do not
/// hang on the order of the paths.
pub(super) fn words(input: &InputArgs, no_infer_dates: bool) -> String {
    let mut paths: Vec<String> = input.paths.iter().map(|path| quoted(path)).collect();
    paths.sort();
    let mut words = paths;
    let path = |path: &Path| path.display().to_string();
    let mut option = |name: &str, value: Option<String>| {
        let value = value.map(|value| format!("--{name} {}", quoted(&value)));
        words.extend(value);
    };
    option("stdin-name", input.stdin_name.clone());
    option("files-from", input.files_from.clone());
    option("manifest", input.manifest.as_deref().map(path));
    option("as-of", input.as_of.map(|day| day.to_string()));
    for glob in &input.include {
        option("include", Some(glob.clone()));
    }
    for glob in &input.exclude {
        option("exclude", Some(glob.clone()));
    }
    for folder in &input.schema.schemas {
        option("schemas", Some(path(folder)));
    }
    option("config", input.config.as_deref().map(path));
    if input.isolated {
        words.push("--isolated".to_owned());
    }
    if no_infer_dates {
        words.push("--no-infer-dates".to_owned());
    }
    words.join(" ")
}

/// One word for the shell.
pub(super) fn quoted(word: &str) -> String {
    let is_plain = |it: char| it.is_alphanumeric() || "._-/\\:@%+=,".contains(it);
    if !word.is_empty() && word.chars().all(is_plain) && (cfg!(windows) || !word.contains('\\')) {
        return word.to_owned();
    }
    if cfg!(windows) {
        return format!("\"{word}\"");
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn what_was_typed_can_be_typed_again() {
        let check = |input: InputArgs, expected: &str| assert_eq!(words(&input, false), expected);
        let paths = |paths: &[&str]| InputArgs {
            paths: paths.iter().map(|it| (*it).to_owned()).collect(),
            ..InputArgs::default()
        };
        check(paths(&["story/", "a.txt"]), "a.txt story/");
        check(paths(&["my story/*.md"]), "'my story/*.md'");
        check(paths(&["it's"]), "'it'\\''s'");
        let with = InputArgs {
            manifest: Some("m.yaml".into()),
            exclude: vec!["old/*".to_owned()],
            isolated: true,
            ..paths(&["."])
        };
        check(with, ". --manifest m.yaml --exclude 'old/*' --isolated");
    }
}
