//! A verb that was mistyped, and so taken for an article.

use std::path::Path;

use clap::CommandFactory as _;

use super::CommandLine;

/// The verb that the first of these paths is nearly, where not all of them are there.
pub fn near_verb(paths: &[String]) -> Option<String> {
    let is_missing = |it: &String| !Path::new(it).exists();
    let typed = paths.first().filter(|_| paths.iter().any(is_missing))?;
    let command = CommandLine::command();
    let verbs = command.get_subcommands().map(clap::Command::get_name);
    nearest(typed, verbs).map(str::to_owned)
}

/// The name that was nearly typed: at most two slips away, and less than half of it.
pub fn nearest<'n>(typed: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let typed = typed.to_lowercase();
    let away = |name: &str| strsim::damerau_levenshtein(&typed, &name.to_lowercase());
    let (distance, name) = names.map(|name| (away(name), name)).min()?;
    (distance <= 2 && distance * 2 < name.len()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_near_and_a_file_is_not() {
        let check = |typed: &str, verb: Option<&str>| {
            let paths = [typed.to_owned(), "nowhere".to_owned()];
            assert_eq!(near_verb(&paths).as_deref(), verb, "{typed}");
        };
        check("snapshots", Some("snapshot"));
        check("chekc", Some("check"));
        check("story", None);
        check("a.md", None);
        check("src", None);
        check("logs", Some("log"));
    }
}
