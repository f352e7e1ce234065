//! A file of JSON Lines, and how a line of it becomes an article.

use std::io;
use std::path::PathBuf;

use super::decode::Encoding;
use super::draft::{Draft, Metadata};
use super::jsonl;
use super::lines::Lines;
use super::store::Store;

/// A file of JSON Lines.
#[derive(Debug)]
pub(super) struct Origin {
    /// The file; `None` for standard input without a name.
    pub(super) path: Option<PathBuf>,
    /// What the manifest says of it.
    pub(super) described: Option<Metadata>,
    pub(super) encoding: Encoding,
    /// Its bytes, as far as they are needed again.
    pub(super) store: Store,
}

impl Origin {
    /// Its name for messages.
    pub(super) fn name(&self) -> String {
        let path = self.path.as_ref();
        path.map_or_else(|| "-".to_owned(), |path| path.display().to_string())
    }

    /// The article of one line, or the column and the fault.
    pub(super) fn draft(&self, line: &str, number: usize) -> Result<Draft, (usize, String)> {
        let (metadata, text) = jsonl::read(line)?;
        let draft = Draft {
            path: self.path.clone(),
            record_line: number,
            metadata,
            text,
            prose_start: 0,
        };
        Ok(draft.described(self.described.as_ref()))
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
