//! Files that hold an article in a form that is not read: a page for browsers, an office document. Whoever puts one into a
//! folder of articles should know that it was passed over.

use std::path::Path;

use super::Error;

/// Endings of such files, and what they are.
const KINDS: [(&str, &str); 10] = [
    ("doc", "an office document"),
    ("docx", "an office document"),
    ("eml", "a letter"),
    ("htm", "HTML"),
    ("html", "HTML"),
    ("odt", "an office document"),
    ("pages", "an office document"),
    ("pdf", "a PDF"),
    ("rtf", "an RTF document"),
    ("xhtml", "HTML"),
];

/// The most files of a folder that are told by name.
const TOLD: usize = 3;

/// What marks a page that we write ourselves: it lies among the articles wherever somebody puts a report beside them.
const OURS: &str = "<meta name=\"generator\" content=\"figcheck\">";

/// What the file at `path` is, by its ending, where no article is read from it.
pub(super) fn kind(path: &Path) -> Option<&'static str> {
    let ending = path.extension()?;
    let known = KINDS.iter().find(|(it, _)| ending.eq_ignore_ascii_case(it));
    known.map(|(_, kind)| *kind)
}

/// True of a text that is a page for browsers: its tags would be read as words, and what stands in its menus as news.
pub(super) fn is_page(text: &str) -> bool {
    let mut rest = text.trim_start_matches('\u{FEFF}').trim_start();
    // A declaration and remarks may stand before it.
    while let Some(after) = rest
        .strip_prefix("<?")
        .or_else(|| rest.strip_prefix("<!--"))
    {
        let Some((_, behind)) = after.split_once('>') else {
            return false;
        };
        rest = behind.trim_start();
    }
    let opens = ["<!doctype html", "<html", "<head", "<body"];
    opens.iter().any(|tag| {
        let head = rest.get(..tag.len());
        let next = rest[head.map_or(0, str::len)..].chars().next();
        head.is_some_and(|it| it.eq_ignore_ascii_case(tag))
            && next.is_none_or(|it| !it.is_alphanumeric())
    })
}

/// True of a page that we wrote.
pub(super) fn is_ours(head: &[u8]) -> bool {
    head.windows(OURS.len()).any(|it| it == OURS.as_bytes())
}

/// What is said of such a page.
pub(super) const PAGE: &str = "is HTML, whose tags and menus are no text of an article, and is not read; save the article as \
                               plain text in UTF-8";

/// One note on the files of a folder that were passed over.
pub(super) fn note(folder: &str, passed: &[(String, &'static str)]) -> Option<Error> {
    let mut named: Vec<String> = passed
        .iter()
        .take(TOLD)
        .map(|(name, kind)| format!("{name} ({kind})"))
        .collect();
    let n_more = passed.len().saturating_sub(TOLD);
    if n_more > 0 {
        named.push(format!("{n_more} more"));
    }
    let (are, them) = if passed.len() == 1 {
        ("is", "it")
    } else {
        ("are", "them")
    };
    let message = format!(
        "{} {are} not read; save {them} as plain text, or pass over {them} with --exclude",
        named.join(", ")
    );
    (!passed.is_empty()).then(|| Error::file(folder, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_known_by_its_first_tag() {
        for page in [
            "<!DOCTYPE html><html>",
            "\n<html lang=\"en\">",
            "<?xml version=\"1.0\"?>\n<!-- saved -->\n<html>",
            "<body>",
        ] {
            assert!(is_page(page), "{page}");
        }
        for text in [
            "Two died.",
            "<headline>Two died",
            "<b>Two</b> died.",
            "",
            "<!-- x",
        ] {
            assert!(!is_page(text), "{text}");
        }
    }

    #[test]
    fn what_was_passed_over_is_named() {
        let passed: Vec<(String, &str)> = ["a.html", "b.html", "c.html", "d.html"]
            .map(|it| (it.to_owned(), "HTML"))
            .into();
        let told = note("story", &passed[..1]).unwrap().to_string();
        assert!(
            told.starts_with("story: a.html (HTML) is not read; save it"),
            "{told}"
        );
        let told = note("story", &passed).unwrap().to_string();
        assert!(
            told.contains("c.html (HTML), 1 more are not read"),
            "{told}"
        );
        assert_eq!(note("story", &[]), None);
    }
}
