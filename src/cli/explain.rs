//! `explain ID|FILE:LINE[:COL] PATH…`: how something was read.

use std::fmt;
use std::path::Path;

use super::desk::{Desk, Findings};
use super::exit::Exit;
use super::settings::Settings;
use super::streams::Streams;
use crate::claims::Weighed;
use crate::ingest::Article;
use crate::report::{self, Input, Lookup, Subject};

/// Runs it. A place needs no paths: its own file is read.
///
/// # Errors
/// Standard output does not take the text.
pub(super) fn run(
    mut settings: Settings,
    subject: &str,
    with: Option<&str>,
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    match place(subject) {
        Some(_) if with.is_some() => {
            streams.error(format_args!(
                "{subject}: --with compares two claims: give the id of each"
            ));
            Ok(Exit::Trouble)
        }
        Some((file, line)) => {
            if settings.reads_nothing() {
                settings.request.paths.push(file.to_owned());
            }
            explain_place(&settings, file, line, streams)
        }
        None if settings.reads_nothing() => {
            streams.error(format_args!(
                "{subject}: an id is looked for in articles: name them after it, or give FILE:LINE"
            ));
            Ok(Exit::Trouble)
        }
        None => explain_id(&settings, subject, with, streams),
    }
}

/// `FILE:LINE` or `FILE:LINE:COLUMN`. The column is for editors that send it: a line is short enough to explain whole.
fn place(subject: &str) -> Option<(&str, usize)> {
    let (before, last) = subject.rsplit_once(':')?;
    let last: usize = last.parse().ok()?;
    let with_column = before
        .rsplit_once(':')
        .and_then(|(file, line)| Some((file, line.parse().ok()?)));
    Some(with_column.unwrap_or((before, last)))
}

fn explain_id(
    settings: &Settings,
    id: &str,
    with: Option<&str>,
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    let desk = Desk::open(settings, streams);
    let findings = desk.compare(settings.dates);
    let input = desk.input(&findings);
    let Some(subject) = found(&input, id, streams) else {
        return Ok(Exit::Trouble);
    };
    let Some(with) = with else {
        let weighed = weighed(&desk, &findings, subject);
        report::explain(&input, &settings.style, subject, &weighed, streams)?;
        return Ok(desk.exit);
    };
    let Some(other) = found(&input, with, streams) else {
        return Ok(Exit::Trouble);
    };
    let (Subject::Claim(a), Subject::Claim(b)) = (subject, other) else {
        streams.error(
            "--with compares two claims: give the id of each, as `figcheck extract` prints it",
        );
        return Ok(Exit::Trouble);
    };
    report::explain_both(&input, &settings.style, (a, b), streams)?;
    Ok(desk.exit)
}

/// What an id names, or why it names nothing.
fn found(input: &Input<'_>, id: &str, streams: &mut Streams<'_>) -> Option<Subject> {
    match report::look_up(input, id) {
        Lookup::Found(subject) => return Some(subject),
        Lookup::Ambiguous(ids) => {
            let ids = ids.join(", ");
            streams.error(format_args!("{id}: several begin so, give one of: {ids}"));
        }
        Lookup::Unknown => streams.error(format_args!(
            "{id}: no claim or figure of these articles has that id: see `figcheck extract`"
        )),
    }
    None
}

/// The readings of a claim's sentence; of a figure none.
fn weighed(desk: &Desk, findings: &Findings, subject: Subject) -> Vec<Weighed> {
    let Subject::Claim(claim) = subject else {
        return Vec::new();
    };
    let record = &findings.records[claim];
    let reading = desk.engine.read(&desk.articles[record.article]);
    desk.engine.weigh(&reading, record.claim.sentence)
}

fn explain_place(
    settings: &Settings,
    file: &str,
    line: usize,
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    let desk = Desk::open(settings, streams);
    let findings = desk.compare(settings.dates);
    let input = desk.input(&findings);
    let named = |(article, name): (&Article, &String)| {
        article.id == file || name == file || article.path.as_deref() == Some(Path::new(file))
    };
    let rows: Vec<usize> = (0..desk.articles.len())
        .filter(|at| named((&desk.articles[*at], &desk.names[*at])))
        .filter(|at| [0, line].contains(&desk.articles[*at].record_line))
        .collect();
    if rows.is_empty() && desk.exit == Exit::Clean {
        streams.error(format_args!("{file}:{line}: no article stands there"));
        return Ok(Exit::Trouble);
    }
    for at in rows {
        let reading = desk.engine.read(&desk.articles[at]);
        let sentences = 0..reading.document.sentences.len();
        let weighed: Vec<Weighed> = sentences
            .flat_map(|sentence| desk.engine.weigh(&reading, sentence))
            .collect();
        for line in lines(&desk.articles[at], line) {
            report::explain_line(
                &input,
                &settings.style,
                at,
                &reading.quantities,
                &weighed,
                line,
                streams,
            )?;
        }
    }
    Ok(desk.exit)
}

/// The lines of the article's own text that a line of its file is: all of them for a line of JSONL.
fn lines(article: &Article, line: usize) -> std::ops::RangeInclusive<usize> {
    match article.record_line {
        0 => line..=line,
        _ => 1..=article.body().lines().count(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_from_its_end() {
        let check = |subject, expected| assert_eq!(place(subject), expected, "{subject}");
        check("a.txt:9", Some(("a.txt", 9)));
        check("a.txt:9:32", Some(("a.txt", 9)));
        check("C:\\a.txt:9", Some(("C:\\a.txt", 9)));
        check("003#k3f9", None);
        check("a:b", None);
    }
}
