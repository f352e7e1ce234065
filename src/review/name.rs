//! What a story may be called: what is a file name of its own on every system.

use std::path::Path;

use super::disk;

/// Names that stand for devices on Windows, whatever follows their first full stop.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];
/// The same with a digit after them.
const NUMBERED: [&str; 2] = ["com", "lpt"];

/// What is wrong with `name` as the name of a story; `None` of a sound one.
pub fn fault(name: &str) -> Option<String> {
    let is_sign = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ');
    let plain = name.chars().all(is_sign) && name.len() <= 100 && !name.is_empty();
    let ends_well = !name.starts_with(['.', '-', ' ']) && !name.ends_with(['.', ' ']);
    if name.contains(['/', '\\']) {
        return Some(format!(
            "{name}: no name for a story: its name comes first and alone, without a folder"
        ));
    }
    if !plain || !ends_well {
        return Some(format!(
            "{name}: no name for a story: use letters, digits, - and _"
        ));
    }
    is_reserved(name).then(|| {
        format!("{name}: no name for a story: some systems keep it for a device; use another")
    })
}

fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let stem = stem.trim_end().to_lowercase();
    let is_numbered = |it: &str| {
        let digit = stem.strip_prefix(it);
        digit.is_some_and(|it| it.chars().count() == 1 && it.contains(char::is_numeric))
    };
    RESERVED.contains(&&*stem) || NUMBERED.into_iter().any(is_numbered)
}

/// The story in `folder` whose files would be those of `name` where capitals do not count, as on most laptops; `None`
/// where `name` itself is there.
pub(super) fn namesake(folder: &Path, name: &str) -> Option<String> {
    let stories = stories(folder);
    if stories.iter().any(|it| it == name) {
        return None;
    }
    let lowered = name.to_lowercase();
    stories.into_iter().find(|it| it.to_lowercase() == lowered)
}

/// The names of the stories that are kept in `folder`, sorted.
pub(super) fn stories(folder: &Path) -> Vec<String> {
    let names = disk::names(folder).into_iter();
    let story = |it: String| it.strip_suffix(".snap").map(str::to_owned);
    let mut stories: Vec<String> = names.filter_map(story).collect();
    stories.retain(|it| fault(it).is_none());
    stories.sort();
    stories
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_on_every_system() {
        let check = |name: &str, is_sound: bool| {
            assert_eq!(fault(name).is_none(), is_sound, "{name}");
        };
        for name in [
            "calden",
            "Calden 2024",
            "séisme",
            "console",
            "com",
            "com12",
            "a.b",
        ] {
            check(name, true);
        }
        for name in [
            "", ".a", "-a", "a ", "a.", "a/b", "..", "a:b", "con", "NUL", "Aux.snap", "com1",
            "LPT9.x", "com¹",
        ] {
            check(name, false);
        }
        check(&"a".repeat(101), false);
    }
}
