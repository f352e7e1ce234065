//! Figures that somebody has decided not to show, each with a reason: the file, and what became of its entries.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Deserialize;

use super::args::SilenceArgs;
use super::clock::Now;
use super::known::is_bare;
use super::streams::Streams;
use crate::calendar::Date;
use crate::compare::{Comparison, Figure};
use crate::ingest;
use crate::report::{self, Silenced};
use crate::schema::source::Source;
use crate::schema::{Error, file, layer};

/// One entry as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// The figure's id.
    figure: String,
    /// Only as long as its readings and its verdict are these.
    readings: Option<String>,
    /// Why it is not to be shown.
    reason: String,
    /// The last day on which it holds.
    until: Option<String>,
}

/// One entry, checked.
#[derive(Clone, Debug)]
struct Suppression {
    entry: Entry,
    /// Its line in the file, from 1.
    line: usize,
    until: Option<Date>,
}

/// What a file silences.
#[derive(Clone, Debug, Default)]
pub(super) struct Suppressions {
    file: String,
    entries: Vec<Suppression>,
    used: BTreeSet<usize>,
    today: Option<Date>,
}

impl Suppressions {
    /// Reads the file that the arguments name, if any.
    ///
    /// # Errors
    /// A file that is not there or has a mistake.
    pub(super) fn read(args: &SilenceArgs) -> Result<Self, Error> {
        let mut read = Self::default();
        if let Some(path) = &args.suppressions {
            read.take(path)?;
            read.today = Some(match args.today {
                Some(day) => day,
                None => Now::read().map_err(fault_of_clock)?.day,
            });
        }
        Ok(read)
    }

    fn take(&mut self, path: &Path) -> Result<(), Error> {
        let source = layer::read(path)?;
        self.file.clone_from(&source.file);
        if is_bare(&source.text) {
            return Ok(());
        }
        let entries: Vec<Entry> = file::parse(&source.file, &source.text)?;
        let mut from = 0;
        for entry in entries {
            let fault_at = |word: &str, message: &str| {
                let at = source.fault_along(&[&entry.figure, word], message);
                at.unwrap_or_else(|| source.fault(message))
            };
            // The dots of the entry that `explain` prints are no reason.
            if !entry.reason.contains(char::is_alphanumeric) {
                return Err(fault_at(
                    "reason",
                    "give a reason: why is this figure not to be shown?",
                ));
            }
            let until = match &entry.until {
                None => None,
                Some(words) => Some(ingest::parse_date(words).ok_or_else(|| {
                    fault_at(
                        "until",
                        &format!("until: {words} is no date; write 2024-09-07"),
                    )
                })?),
            };
            from = after(&source, from, &entry.figure);
            let line = source.text[..from].lines().count();
            self.entries.push(Suppression { entry, line, until });
        }
        Ok(())
    }

    fn is_over(&self, entry: &Suppression) -> bool {
        let both = entry.until.zip(self.today);
        both.is_some_and(|(until, today)| until < today)
    }

    /// The first entry that silences this figure.
    fn of(&self, figure: &Figure) -> Option<usize> {
        let as_it_was = |readings: &String| *readings == report::fingerprint(figure);
        self.entries.iter().position(|it| {
            let readings = it.entry.readings.as_ref();
            it.entry.figure == figure.id && !self.is_over(it) && readings.is_none_or(as_it_was)
        })
    }

    /// Why somebody has said not to show this figure; `None` when nobody has.
    pub(super) fn reason(&mut self, figure: &Figure) -> Option<&str> {
        let found = self.of(figure)?;
        self.used.insert(found);
        Some(self.entries[found].entry.reason.trim())
    }

    /// The figures of a comparison that are silenced, each with the line that does it and the reason there.
    pub(super) fn silenced(&self, comparison: &Comparison) -> Silenced {
        let mut silenced = Silenced::default();
        for figure in &comparison.figures {
            if let Some(found) = self.of(figure) {
                let Suppression { entry, line, .. } = &self.entries[found];
                let reason = format!("{}:{line}: {}", self.file, entry.reason.trim());
                silenced.comparison.figures.push(figure.clone());
                silenced.reasons.push(reason);
            }
        }
        silenced
    }

    /// Whether anything could be hidden.
    pub(super) fn are_there(&self) -> bool {
        !self.entries.is_empty()
    }

    /// Says which entries did nothing, and why.
    pub(super) fn tell_unused(&self, streams: &mut Streams<'_>) {
        for (at, it) in self.entries.iter().enumerate() {
            if self.used.contains(&at) {
                continue;
            }
            let why = if self.is_over(it) {
                "is past its `until`: take it out, or give it another day"
            } else {
                "suppresses nothing here: take it out when its figure is settled"
            };
            streams.note(format_args!("{}: {} {why}", self.file, it.entry.figure));
        }
    }

    /// Says which entries name this figure and do not silence it as it is now.
    pub(super) fn tell_idle(&self, figure: &Figure, streams: &mut Streams<'_>) {
        if self.of(figure).is_some() {
            return;
        }
        let named = self
            .entries
            .iter()
            .filter(|it| it.entry.figure == figure.id);
        for it in named {
            let why = if self.is_over(it) {
                "it is past its `until`"
            } else {
                "the readings or the verdict are not those of which it speaks"
            };
            let (file, line) = (&self.file, it.line);
            streams.note(format_args!(
                "{file}:{line}: names {} and does not silence it: {why}",
                it.entry.figure
            ));
        }
    }
}

/// The byte behind the next `word` after `from`.
fn after(source: &Source, from: usize, word: &str) -> usize {
    let found = source.text[from..].find(word);
    found.map_or(from, |at| from + at + word.len())
}

fn fault_of_clock(message: String) -> Error {
    Error {
        file: "environment".to_owned(),
        line: 0,
        column: 0,
        message,
    }
}
