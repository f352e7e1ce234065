//! `explain ID|FILE:LINE[:COL] PATH…`: how something was read.

use std::fmt;
use std::path::Path;

use super::again;
use super::desk::{Desk, Findings};
use super::exit::Exit;
use super::settings::Settings;
use super::streams::Streams;
use super::suppress::Suppressions;
use crate::claims::Weighed;
use crate::ingest::Article;
use crate::report::{self, Input, Lookup, Spot, Subject};

/// Names of articles that are listed.
const LISTED: usize = 8;

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked<'a> {
    /// An id or a place.
    pub(super) subject: &'a str,
    /// The id of a second claim.
    pub(super) with: Option<&'a str>,
    /// What is silenced.
    pub(super) suppressions: &'a Suppressions,
}

/// Runs it. A place needs no paths: its own file is read.
///
/// # Errors
/// Standard output does not take the text.
pub(super) fn run(
    mut settings: Settings,
    asked: &Asked<'_>,
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    let Asked { subject, with, .. } = *asked;
    let typed = again::quoted(subject);
    match place(subject).filter(|_| with.is_none()) {
        Some((file, spot)) => {
            if settings.reads_nothing() {
                if !Path::new(file).exists() {
                    streams.error(format_args!(
                        "{file}: no such file; for an article by its name, say where to look for it: figcheck explain \
                         {typed} PATH…"
                    ));
                    return Ok(Exit::Trouble);
                }
                settings.request.paths.push(file.to_owned());
                let mut words = vec![again::quoted(file)];
                words.extend((!settings.again.is_empty()).then_some(settings.again));
                settings.again = words.join(" ");
            }
            explain_place(&settings, (file, spot), asked, streams)
        }
        None if settings.reads_nothing() => {
            streams.error(if Path::new(subject).exists() {
                format!("{subject}: which line of it? figcheck explain {typed}:LINE")
            } else {
                format!(
                    "{subject}: the id alone does not say where to look: name the articles, too: figcheck explain {typed} \
                     PATH…"
                )
            });
            Ok(Exit::Trouble)
        }
        None => explain_id(&settings, asked, streams),
    }
}

/// `FILE:LINE`, `FILE:LINE:COLUMN` or `FILE:title`, as reports print it. The column is for editors that send it: a line
/// is short enough to explain whole.
fn place(subject: &str) -> Option<(&str, Spot)> {
    let spot = |words: &str| match words {
        "title" => Some(Spot::Title),
        _ => words.parse().ok().map(Spot::Line),
    };
    let (before, last) = subject.rsplit_once(':')?;
    let with_column = before
        .rsplit_once(':')
        .filter(|_| last.parse::<usize>().is_ok())
        .and_then(|(file, words)| Some((file, spot(words)?)));
    with_column.or_else(|| Some((before, spot(last)?)))
}

fn explain_id(
    settings: &Settings,
    asked: &Asked<'_>,
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    let desk = Desk::open(settings, streams);
    let findings = desk.compare(settings.dates);
    let silenced = asked.suppressions.silenced(&findings.comparison);
    let input = Input {
        silenced: Some(&silenced),
        ..desk.input(&findings)
    };
    let Some(subject) = found(&input, asked.subject, streams) else {
        return Ok(Exit::Trouble);
    };
    if let Subject::Figure(figure) = subject {
        let figure = &findings.comparison.figures[figure];
        asked.suppressions.tell_idle(figure, streams);
    }
    let Some(with) = asked.with else {
        let weighed = weighed(&desk, &findings, subject);
        report::explain(&input, &settings.style, subject, &weighed, streams)?;
        return Ok(desk.exit);
    };
    let Some(other) = found(&input, with, streams) else {
        return Ok(Exit::Trouble);
    };
    let (Subject::Claim(a), Subject::Claim(b)) = (subject, other) else {
        streams.error(
            "--with compares two claims: give the place of each, as in a:6:1, or its id, as `figcheck extract` prints it",
        );
        return Ok(Exit::Trouble);
    };
    let trace = desk.trace(&findings, (a, b));
    report::explain_both(&input, &settings.style, (a, b), trace.as_ref(), streams)?;
    Ok(desk.exit)
}

/// What an id names, or why it names nothing.
fn found(input: &Input<'_>, id: &str, streams: &mut Streams<'_>) -> Option<Subject> {
    match report::look_up(input, id) {
        Lookup::Found(subject) => return Some(subject),
        Lookup::Ambiguous(ids) => {
            let ids = ids.join(", ");
            streams.error(format_args!("{id}: could be any of these, give one: {ids}"));
        }
        Lookup::Unknown => streams.error(format_args!(
            "{id}: no claim, figure or check of these articles has that id; those of figures and checks stand in the table \
             (figcheck diff {again}), those of claims in: figcheck extract {again}",
            again = input.again
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
    (file, spot): (&str, Spot),
    asked: &Asked<'_>,
    streams: &mut Streams<'_>,
) -> Result<Exit, fmt::Error> {
    let desk = Desk::open(settings, streams);
    let findings = desk.compare(settings.dates);
    let silenced = asked.suppressions.silenced(&findings.comparison);
    let input = Input {
        silenced: Some(&silenced),
        ..desk.input(&findings)
    };
    let named = |(article, name): (&Article, &String)| {
        article.id == file || name == file || article.path.as_deref() == Some(Path::new(file))
    };
    let rows: Vec<usize> = (0..desk.articles.len())
        .filter(|at| named((&desk.articles[*at], &desk.names[*at])))
        .filter(|at| match (desk.articles[*at].record_line, spot) {
            (0, _) | (_, Spot::Title) => true,
            (record, Spot::Line(line)) => record == line,
        })
        .collect();
    if rows.is_empty() && desk.exit == Exit::Clean {
        let line = match spot {
            Spot::Title => "title".to_owned(),
            Spot::Line(line) => line.to_string(),
        };
        let there: Vec<&str> = desk.names.iter().take(LISTED).map(String::as_str).collect();
        streams.error(format_args!(
            "{file}:{line}: no article stands there; those that were read are {}{}",
            there.join(", "),
            if desk.names.len() > LISTED {
                ", …"
            } else {
                ""
            }
        ));
        return Ok(Exit::Trouble);
    }
    if let Some(fault) = behind_the_end(&input, file, spot, &rows) {
        streams.error(fault);
        return Ok(Exit::Trouble);
    }
    for at in rows {
        let reading = desk.engine.read(&desk.articles[at]);
        let sentences = 0..reading.document.sentences.len();
        let weighed: Vec<Weighed> = sentences
            .flat_map(|sentence| desk.engine.weigh(&reading, sentence))
            .collect();
        for spot in spots(&desk.articles[at], spot) {
            report::explain_line(
                &input,
                &settings.style,
                at,
                &reading.quantities,
                &weighed,
                spot,
                streams,
            )?;
        }
    }
    Ok(desk.exit)
}

/// What to say of a line that none of the articles reaches.
fn behind_the_end(input: &Input<'_>, file: &str, spot: Spot, rows: &[usize]) -> Option<String> {
    let Spot::Line(line) = spot else { return None };
    let ends = rows.iter().map(|at| match input.articles[*at].record_line {
        0 => report::last_line(input, *at),
        // A line of JSON Lines holds a whole article.
        _ => usize::MAX,
    });
    let last = ends.max().filter(|last| line > *last)?;
    Some(format!("{file}:{line}: the text ends on line {last}"))
}

/// What a line of the article's file is in its own text: all lines for a line of JSONL.
fn spots(article: &Article, spot: Spot) -> Vec<Spot> {
    match spot {
        Spot::Line(_) if article.record_line > 0 => {
            let lines = 1..=article.body().lines().count();
            lines.map(Spot::Line).collect()
        }
        _ => vec![spot],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_from_its_end() {
        let check = |subject, expected| assert_eq!(place(subject), expected, "{subject}");
        check("a.txt:9", Some(("a.txt", Spot::Line(9))));
        check("a.txt:9:32", Some(("a.txt", Spot::Line(9))));
        check("C:\\a.txt:9", Some(("C:\\a.txt", Spot::Line(9))));
        check("a:title", Some(("a", Spot::Title)));
        check("a:title:44", Some(("a", Spot::Title)));
        check("003#k3f9", None);
        check("a:b", None);
    }
}
