//! YAML between two `---` lines at the head of a text file.

use super::Error;
use super::draft::Metadata;
use crate::schema::file;

/// Reads the front matter of `text`: what it says, and the byte at which the prose begins. A text that begins with a
/// `---` line and has no second one is prose.
///
/// # Errors
/// Malformed YAML, with line and column in the file. Keys that are not ours are ignored: other programs use them.
pub(super) fn read(name: &str, text: &str) -> Result<(Metadata, usize), Error> {
    let Some((yaml, prose_start)) = split(text) else {
        return Ok((Metadata::default(), 0));
    };
    if yaml.trim().is_empty() {
        return Ok((Metadata::default(), prose_start));
    }
    match file::parse(name, yaml) {
        Ok(metadata) => Ok((metadata, prose_start)),
        Err(fault) => {
            let mut fault = Error::from(fault);
            // The parser counts from the line after the opening mark.
            fault.line += 1;
            fault.message = format!("front matter: {}", fault.message);
            Err(fault)
        }
    }
}

/// The YAML and the start of the prose.
fn split(text: &str) -> Option<(&str, usize)> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == "---")?;
    let mut at = first.len();
    for line in lines {
        let after = at + line.len();
        if matches!(line.trim_end(), "---" | "...") {
            return Some((&text[first.len()..at], after));
        }
        at = after;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_ends_where_the_prose_begins() {
        let text = "---\r\ntitle: Flood in Lund\r\ndate: 2024-05-01\r\ntags: [a]\r\nid: 7\r\n---\r\nTwo died.";
        let (metadata, at) = read("a.md", text).unwrap();
        assert_eq!(&text[at..], "Two died.");
        assert_eq!(metadata.title.as_deref(), Some("Flood in Lund"));
        assert_eq!(metadata.date.as_deref(), Some("2024-05-01"));
        assert_eq!(metadata.id.as_deref(), Some("7"));
    }

    #[test]
    fn a_rule_at_the_head_is_no_front_matter() {
        for text in [
            "---\nTwo died.",
            "--- a\n---\n",
            "Two\n---\nx\n---\n",
            "",
            "---",
        ] {
            assert_eq!(read("a.md", text).unwrap(), (Metadata::default(), 0));
        }
    }

    #[test]
    fn a_fault_is_at_its_line_in_the_file() {
        let fault = read("a.md", "---\ntitle: x\ndate: [1\n---\nTwo died.").unwrap_err();
        assert!((3..=4).contains(&fault.line), "{fault}");
        let fault = read("a.md", "---\ntitle: [x]\n---\nTwo died.").unwrap_err();
        assert_eq!((fault.line, fault.column), (2, 8), "{fault}");
    }
}
