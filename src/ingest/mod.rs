//! Files in, articles out: the only stage that reads articles.

mod date;
mod dateline;
mod decode;
mod draft;
mod error;
mod foreign;
mod front_matter;
mod id;
mod jsonl;
mod lines;
mod manifest;
mod marks;
mod origin;
mod path;
mod plain;
mod rest;
mod shelf;
mod source;
mod store;
mod unread;

use std::path::PathBuf;

use crate::calendar::Date;
use crate::span::Span;

pub use date::parse_date;
pub use error::Error;
pub use id::short_names;
pub use shelf::Shelf;

/// What to read.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// Files, folders, globs and `-` for standard input, as typed.
    pub paths: Vec<String>,
    /// What to call standard input; its ending says how to read it.
    pub stdin_name: Option<String>,
    /// A file that lists paths, one a line or parted by NUL; `-` for standard input.
    pub files_from: Option<String>,
    /// A YAML list of files with dates and sources. Alone, its files are read; beside paths, it only describes.
    pub manifest: Option<PathBuf>,
    /// The date of articles that carry none.
    pub as_of: Option<Date>,
    /// Patterns of the files to read in folders, instead of the known endings.
    pub includes: Vec<String>,
    /// Patterns of the files not to read in folders.
    pub excludes: Vec<String>,
}

/// What was read.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    /// The articles, sorted by id, so that no output depends on the order in which they were named.
    pub articles: Vec<Article>,
    /// What could not be read, sorted by place. The rest was.
    pub problems: Vec<Error>,
    /// What the user should know though all was read, sorted by place.
    pub notes: Vec<Error>,
}

/// Reads all articles of a request. Never fails as a whole: what cannot be read is in [`Batch::problems`].
pub fn read(request: &Request) -> Batch {
    let mut shelf = Shelf::open(request, usize::MAX);
    Batch {
        articles: shelf.take_all(),
        problems: shelf.problems,
        notes: shelf.notes,
    }
}

/// One document as read.
///
/// `text` is what every span points into. When the title was given apart from the text (front matter, a JSONL
/// field), `text` is the title, a blank line, and then the body text, and `title` is the span of the title; reports
/// subtract [`body_start`](Self::body_start) again, so that a user's offsets count from his own text.
#[derive(Clone, Debug)]
pub struct Article {
    /// The file's stem (with its folder where two would be equal), or the `id` of a JSONL line.
    pub id: String,
    /// The file it came from; `None` for standard input without a name.
    pub path: Option<PathBuf>,
    /// The line of a JSONL file, from 1; 0 for a file that is one article.
    pub record_line: usize,
    /// Title and body as decoded: BOM removed, invalid UTF-8 replaced.
    pub text: String,
    /// The title, when it was given apart from the body.
    pub title: Option<Span>,
    /// Where the body's own text begins in `text`: 0 without a separate title.
    pub body_start: u32,
    /// What of `text` is prose: after the front matter.
    pub prose: Span,
    /// Publication date, when given (front matter, JSONL field, manifest, `--as-of`).
    pub date: Option<Date>,
    /// Who published it, when given.
    pub source: Option<String>,
    /// Where it was published, when given.
    pub url: Option<String>,
    /// Language code, when given.
    pub lang: Option<String>,
}

/// Which text of an article a span points into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The separately given title.
    Title,
    /// The article's own text.
    Text,
}

impl Article {
    /// An article of plain text, for callers that hold one already: a title given apart from it, or none.
    pub fn new(id: &str, title: Option<&str>, body: &str) -> Self {
        let head = title.map_or_else(String::new, |title| format!("{title}\n\n"));
        let text = format!("{head}{body}");
        Self {
            id: id.to_owned(),
            path: None,
            record_line: 0,
            title: title.map(|title| Span::new(0, title.len())),
            body_start: head.len() as u32,
            prose: Span::new(head.len(), text.len()),
            text,
            date: None,
            source: None,
            url: None,
            lang: None,
        }
    }

    /// The field a span lies in, and the span counted from that field's start.
    pub fn locate(&self, span: Span) -> (Field, Span) {
        match self.title {
            Some(title) if title.contains(span) => (Field::Title, span),
            _ => {
                let shift = |at: u32| at.saturating_sub(self.body_start);
                (
                    Field::Text,
                    Span {
                        start: shift(span.start),
                        end: shift(span.end),
                    },
                )
            }
        }
    }

    /// The article's own text, without a separately given title.
    pub fn body(&self) -> &str {
        &self.text[self.body_start as usize..]
    }
}
