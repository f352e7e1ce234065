//! A file of JSON Lines, and how a line of it becomes an article.

use std::collections::VecDeque;
use std::io;
use std::path::PathBuf;

use super::decode::Encoding;
use super::draft::{Draft, Metadata};
use super::lines::{Line, Lines};
use super::rest::Rest;
use super::store::Store;
use super::{Article, Error, jsonl};
use crate::calendar::Date;

/// A file of JSON Lines.
#[derive(Debug)]
pub(super) struct Origin {
    /// The file; `None` for standard input without a name.
    pub(super) path: Option<PathBuf>,
    /// What the manifest says of it.
    pub(super) described: Option<Metadata>,
    pub(super) encoding: Encoding,
    /// Its first articles.
    pub(super) held: VecDeque<Article>,
    /// Those behind them.
    pub(super) rest: Option<Rest>,
}

impl Origin {
    /// Its name for messages.
    fn name(&self) -> String {
        let path = self.path.as_ref();
        path.map_or_else(|| "-".to_owned(), |path| path.display().to_string())
    }

    /// The article of one line; none of an empty one, and none of one that is no article, of which `problems` tell.
    pub(super) fn article(
        &self,
        line: &Line<'_>,
        as_of: Option<Date>,
        problems: &mut Vec<Error>,
    ) -> Option<Article> {
        if line.text.trim().is_empty() {
            return None;
        }
        let (metadata, text) = match jsonl::read(&line.text) {
            Ok(read) => read,
            Err((column, message)) => {
                problems.push(Error {
                    file: self.name(),
                    line: line.number,
                    column,
                    message,
                });
                return None;
            }
        };
        let draft = Draft {
            path: self.path.clone(),
            record_line: line.number,
            metadata,
            text,
            prose_start: 0,
        };
        let draft = draft.described(self.described.as_ref());
        Some(draft.finish(as_of, problems))
    }

    /// The next of its articles, in order of the lines. A file that is not what it was is told of in `problems`.
    pub(super) fn next(
        &mut self,
        as_of: Option<Date>,
        problems: &mut Vec<Error>,
    ) -> Option<Article> {
        if let Some(article) = self.held.pop_front() {
            return Some(article);
        }
        let mut rest = self.rest.take()?;
        loop {
            let article = match rest.next(self.encoding) {
                Ok(Some(line)) => self.article(&line, as_of, problems),
                Ok(None) => return None,
                Err(_) => {
                    let message = "was changed while it was read; run it again";
                    problems.push(Error::file(self.name(), message));
                    return None;
                }
            };
            if article.is_some() {
                self.rest = Some(rest);
                return article;
            }
        }
    }
}

/// True when the first line that is not empty is a JSON object.
pub(super) fn opens_with_object(store: &Store) -> io::Result<bool> {
    let Ok(mut lines) = Lines::new(store.reader()?)? else {
        return Ok(false);
    };
    while let Some(line) = lines.next()? {
        if !line.text.trim().is_empty() {
            return Ok(jsonl::is_object(&line.text));
        }
    }
    Ok(false)
}
