//! Annotations of a workflow on GitHub: one at every reading of a finding, so that it shows in whichever file a pull
//! request changes.

use std::fmt;

use super::rows::Rows;
use super::severity::Severity;
use super::view::View;
use super::{sanitise, words};
use crate::ingest::Field;

/// Writes findings that are worth knowing, worst first.
pub(crate) fn write(view: &View<'_>, rows: &Rows, out: &mut dyn fmt::Write) -> fmt::Result {
    for block in &rows.blocks {
        let Some(command) = command(Severity::of(block.verdict, block.grade)) else {
            continue;
        };
        let title = format!(
            "{}: {}",
            words::verdict(block.verdict, block.grade),
            block.label
        );
        let said: Vec<String> = block
            .readings
            .iter()
            .map(|reading| format!("{} {}", reading.place, reading.quoted()))
            .collect();
        let message = format!(
            "{}. {} ({})",
            said.join("; "),
            block.whys.join(" "),
            block.id
        );
        for reading in &block.readings {
            let place = reading
                .claim
                .map_or_else(String::new, |claim| place(view, claim));
            annotate(command, &place, &title, &message, out)?;
        }
    }
    for bond in rows.bonds.iter().filter(|bond| bond.fails) {
        annotate("error", "", "check fails", &bond.told(), out)?;
    }
    Ok(())
}

pub(super) fn annotate(
    command: &str,
    place: &str,
    title: &str,
    message: &str,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let title = property(title);
    writeln!(out, "::{command} {place}title={title}::{}", value(message))
}

pub(super) const fn command(severity: Severity) -> Option<&'static str> {
    match severity {
        Severity::None => None,
        Severity::Info => Some("notice"),
        Severity::Warning => Some("warning"),
        Severity::Error => Some("error"),
    }
}

/// "file=a.txt,line=9,col=32,", as far as it is known.
fn place(view: &View<'_>, claim: usize) -> String {
    let Some(article) = view.input.articles.get(view.record(claim).article) else {
        return String::new();
    };
    let Some(path) = &article.path else {
        return String::new();
    };
    // A code host knows files by their path from the root, without the dot of a folder that was named `.`.
    let path = path.strip_prefix(".").unwrap_or(path);
    let file = property(&sanitise::line(
        &path.display().to_string().replace('\\', "/"),
    ));
    let place = view.place(claim);
    match (article.record_line, place.field) {
        (0, Field::Text) => {
            let (line, column) = (place.position.line, place.position.column);
            format!("file={file},line={line},col={column},")
        }
        (0, Field::Title) => format!("file={file},line=1,"),
        (line, _) => format!("file={file},line={line},"),
    }
}

/// A message: percent signs and line ends are not taken literally by the reader.
fn value(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A property, which commas and colons end.
pub(super) fn property(text: &str) -> String {
    value(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_cannot_end_an_annotation() {
        assert_eq!(
            property("a:b,c 5 %\n::error"),
            "a%3Ab%2Cc 5 %25%0A%3A%3Aerror"
        );
    }
}
