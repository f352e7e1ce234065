//! An article before it has its final id: what was read, and what was said about it.

use std::path::PathBuf;

use serde::Deserialize;

use super::{Article, Error, dateline, parse_date};
use crate::calendar::Date;
use crate::span::Span;

/// What is said about an article apart from its text, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(super) struct Metadata {
    pub(super) id: Option<String>,
    pub(super) title: Option<String>,
    pub(super) date: Option<String>,
    pub(super) source: Option<String>,
    pub(super) url: Option<String>,
    pub(super) lang: Option<String>,
}

impl Metadata {
    /// These words, and those of `other` where these are silent.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            id: self.id.or(other.id),
            title: self.title.or(other.title),
            date: self.date.or(other.date),
            source: self.source.or(other.source),
            url: self.url.or(other.url),
            lang: self.lang.or(other.lang),
        }
    }
}

/// One article as read.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// The file; `None` for standard input without a name.
    pub(super) path: Option<PathBuf>,
    /// The line of a JSONL file, from 1; 0 for a file that is one article.
    pub(super) record_line: usize,
    pub(super) metadata: Metadata,
    pub(super) text: String,
    /// Where the prose begins in `text`: after the front matter.
    pub(super) prose_start: usize,
}

impl Draft {
    /// The name of its file for messages.
    pub(super) fn file(&self) -> String {
        self.path
            .as_ref()
            .map_or_else(|| "-".to_owned(), |path| path.display().to_string())
    }

    /// Lays the manifest's words over the file's own. An id names one article, so a line of JSONL keeps its own.
    pub(super) fn described(mut self, said: Option<&Metadata>) -> Self {
        let Some(said) = said else {
            return self;
        };
        let mut metadata = said.clone();
        if self.record_line > 0 {
            metadata.id = None;
            metadata.title = None;
        }
        self.metadata = metadata.or(self.metadata);
        self
    }

    /// Takes the day at the head of the text for the article's, where nothing else says it, and tells so.
    pub(super) fn take_dateline(&mut self) -> Option<Error> {
        if self
            .metadata
            .date
            .as_ref()
            .is_some_and(|it| !it.trim().is_empty())
        {
            return None;
        }
        let (head, prose) = self.text.split_at(self.prose_start);
        let found = dateline::of(prose)?;
        let line = head.lines().count() + found.line;
        self.metadata.date = Some(found.day.to_string());
        let message = format!(
            "the date of the article is that of this line: {}",
            found.day
        );
        Some(Error::file(self.file(), message).at_line(line))
    }

    /// The article, with an id yet to be made unique. An unreadable date goes to `problems`, and the article is read
    /// without it.
    pub(super) fn finish(self, as_of: Option<Date>, problems: &mut Vec<Error>) -> Article {
        let file = self.file();
        let given = self.metadata.date.filter(|words| !words.trim().is_empty());
        let date = given.as_deref().and_then(parse_date);
        if let (Some(words), None) = (&given, date) {
            let advice = "write it as 2023-10-07";
            let message = format!("cannot read the date \"{}\"; {advice}", shortened(words));
            problems.push(Error::file(file, message).at_line(self.record_line));
        }
        let prose = &self.text[self.prose_start..];
        let title = self
            .metadata
            .title
            .map(|title| title.trim().to_owned())
            .filter(|title| !title.is_empty() && !opens_with(prose, title))
            .filter(|title| u32::try_from(title.len() + 2 + self.text.len()).is_ok());
        let (text, body_start) = match &title {
            Some(title) => (format!("{title}\n\n{}", self.text), title.len() + 2),
            None => (self.text, 0),
        };
        Article {
            id: self.metadata.id.unwrap_or_default().trim().to_owned(),
            path: self.path,
            record_line: self.record_line,
            title: title.map(|title| Span::new(0, title.len())),
            body_start: body_start as u32,
            prose: Span::new(body_start + self.prose_start, text.len()),
            text,
            date: date.or(as_of),
            source: self.metadata.source,
            url: self.metadata.url,
            lang: self.metadata.lang,
        }
    }
}

/// The first words of what a user wrote, for a message.
fn shortened(words: &str) -> String {
    words.chars().take(40).collect()
}

/// True when the first line of `text` is the title, whatever its case, spaces, heading marks and final stop.
fn opens_with(text: &str, title: &str) -> bool {
    let Some(line) = text.lines().find(|line| !line.trim().is_empty()) else {
        return false;
    };
    // A line far longer than the title is not it, and need not be copied.
    line.len() <= title.len() * 4 + 40 && folded(line) == folded(title)
}

fn folded(line: &str) -> String {
    let words: Vec<String> = line
        .trim_start_matches('#')
        .split_whitespace()
        .map(str::to_lowercase)
        .collect();
    words.join(" ").trim_end_matches('.').to_owned()
}
