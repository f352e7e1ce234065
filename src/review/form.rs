//! How a state is written: YAML that a line tool can compare, one reading after the other.

use serde::Deserialize;

use super::state::{Figure, Reading, State};
use super::yaml::{map, quoted, quoted_if_any};
use crate::report::clean;
use crate::schema::{Error, anchor, file};
use crate::span::LineIndex;

/// The version of the files that this program writes, and the newest that it reads.
pub const VERSION: u32 = 1;

/// The longest file of a story that is read.
pub(super) const MAX_BYTES: usize = 256 << 20;

/// A snapshot as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SnapshotFile {
    #[serde(rename = "version")]
    _version: u32,
    #[serde(rename = "story")]
    _story: String,
    #[serde(default)]
    figures: Vec<FigureFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureFile {
    figure: String,
    label: String,
    verdict: String,
    #[serde(default)]
    readings: Vec<ReadingFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct ReadingFile {
    article: String,
    reads: String,
    #[serde(default)]
    as_of: String,
    #[serde(default)]
    source: String,
    #[serde(default)]
    says: String,
    #[serde(default)]
    sentence: String,
}

#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

/// Refuses what a newer program wrote.
pub(super) fn refuse_newer(name: &str, text: &str) -> Result<(), Error> {
    // The first line with the word is enough: of a newer file no more than that is known.
    let Some((at, line)) = text
        .lines()
        .enumerate()
        .find(|(_, line)| line.starts_with("version:"))
    else {
        return Err(Error {
            file: name.to_owned(),
            line: 1,
            column: 1,
            message: format!("no `version: {VERSION}`: not a file that figcheck wrote"),
        });
    };
    let fault = |message| Error {
        file: name.to_owned(),
        line: at + 1,
        column: 1,
        message,
    };
    match file::parse::<Versioned>(name, line) {
        Ok(Versioned { version }) if version > VERSION => Err(fault(format!(
            "version {version} is from a newer figcheck; this one knows {VERSION}: update figcheck"
        ))),
        Ok(_) => Ok(()),
        Err(_) => Err(fault(format!(
            "no version number: write `version: {VERSION}`"
        ))),
    }
}

/// Reads a snapshot. `name` is what to call the file.
///
/// # Errors
/// It is from a newer version, no YAML, or has keys that mean nothing.
pub fn read(name: &str, text: &str) -> Result<State, Error> {
    refuse_newer(name, text)?;
    let file: SnapshotFile = file::parse_within(name, text, MAX_BYTES)?;
    // The first line is ours, and is written again.
    if let Some(at) = anchor::comments(text).find(|at| *at > 0) {
        let place = LineIndex::new(text).position(text, at as u32);
        return Err(Error {
            file: name.to_owned(),
            line: place.line,
            column: place.column,
            message: "a comment, which would be lost: take it out, or accept with --note"
                .to_owned(),
        });
    }
    let mut state = State {
        figures: file.figures.into_iter().map(Into::into).collect(),
    };
    state.figures.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(state)
}

impl From<FigureFile> for Figure {
    fn from(file: FigureFile) -> Self {
        // Whatever somebody wrote into the file: it must not steer a terminal.
        let reading = |it: ReadingFile| Reading {
            article: clean(&it.article),
            reads: clean(&it.reads),
            as_of: clean(&it.as_of),
            source: clean(&it.source),
            says: clean(&it.says),
            sentence: clean(&it.sentence),
        };
        let mut readings: Vec<Reading> = file.readings.into_iter().map(reading).collect();
        readings.sort();
        Self {
            id: clean(&file.figure),
            label: clean(&file.label),
            verdict: clean(&file.verdict),
            readings,
        }
    }
}

/// The text of a snapshot.
pub fn written(story: &str, state: &State) -> String {
    let mut text = format!(
        "# figcheck: the figures of a story as accepted; to see what is new: figcheck diff --against-snapshot {story} PATH\n\
         version: {VERSION}\nstory: {}\n",
        quoted(story)
    );
    text.push_str(if state.figures.is_empty() {
        "figures: []\n"
    } else {
        "figures:\n"
    });
    for figure in &state.figures {
        text.push_str(&figure_text(figure));
    }
    text
}

fn figure_text(figure: &Figure) -> String {
    let mut text = format!(
        "- figure: {}\n  label: {}\n  verdict: {}\n  readings:\n",
        quoted(&figure.id),
        quoted(&figure.label),
        quoted(&figure.verdict)
    );
    for reading in &figure.readings {
        let facts = map(&[
            ("article", quoted(&reading.article)),
            ("reads", quoted(&reading.reads)),
            ("says", quoted(&reading.says)),
            ("as-of", quoted_if_any(&reading.as_of)),
            ("source", quoted_if_any(&reading.source)),
        ]);
        let facts = facts.trim_end_matches('}');
        // The sentence on a line of its own: the numbers above it are what one looks at first.
        let sentence = quoted(&reading.sentence);
        text.extend(["  - ", facts, ",\n     sentence: ", &sentence, "}\n"]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::sheet;
    use proptest::prelude::*;

    fn words() -> impl Strategy<Value = String> {
        any::<String>().prop_map(|it| clean(&it))
    }

    fn state() -> impl Strategy<Value = State> {
        let reading = (words(), words(), words(), words(), words(), words());
        let reading = reading.prop_map(|(article, reads, as_of, source, says, sentence)| Reading {
            article,
            reads,
            as_of,
            source,
            says,
            sentence,
        });
        let readings = proptest::collection::vec(reading, 1..4);
        let figure = (words(), words(), words(), readings);
        let figure = figure.prop_map(|(id, label, verdict, mut readings)| {
            readings.sort();
            Figure {
                id,
                label,
                verdict,
                readings,
            }
        });
        proptest::collection::vec(figure, 0..4).prop_map(|mut figures| {
            figures.sort_by(|a, b| a.id.cmp(&b.id));
            State { figures }
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(state in state()) {
            prop_assert_eq!(read("x", &written("story", &state)).unwrap(), state);
        }

        #[test]
        fn no_text_panics(text in "[-a-z:{}\\[\\],&*!|>'\"%@`#? \n\t0-9.é]{0,200}") {
            for head in ["", "version: 1\n", "version: 1\nfigures:\n- key: a\n  best: "] {
                let text = format!("{head}{text}");
                let _ = read("x", &text);
                let _ = sheet::read("x", &text);
                let _ = crate::review::log::read("x", &text);
            }
        }
    }
}
