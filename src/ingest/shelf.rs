//! The articles of a request in order of id: a few held in memory, the rest known by where they lie, so that any amount
//! of them can be gone through.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::draft::Metadata;
use super::id::{self, Named};
use super::lines::Lines;
use super::origin::{self, Origin};
use super::store::{Store, Window, unreadable};
use super::{Article, Error, Request, decode, jsonl, plain, source, unread};
use crate::calendar::Date;

/// What a request gives, to be taken some at a time.
#[derive(Debug, Default)]
pub struct Shelf {
    /// In order of id, once all are there.
    entries: Vec<Entry>,
    /// What some entries lie in.
    origins: Vec<Origin>,
    window: Window,
    /// The date of articles that carry none.
    as_of: Option<Date>,
    /// How many bytes of text may be held, and how many are.
    most_held: usize,
    n_held: usize,
    /// How many bytes of text there are.
    n_bytes: usize,
    /// How many articles were taken.
    n_taken: usize,
    /// What could not be read, sorted by place. The rest was.
    pub problems: Vec<Error>,
    /// What the user should know though all was read, sorted by place.
    pub notes: Vec<Error>,
    /// What was made out of the articles' own lines, for whoever asks for more.
    pub details: Vec<Error>,
    /// What was not taken of files.
    unread: Vec<unread::Unread>,
}

/// One article, in few bytes: there may be millions.
#[derive(Debug)]
struct Entry {
    id: Box<str>,
    path: Option<Arc<Path>>,
    line: usize,
    content: Content,
}

#[derive(Debug)]
enum Content {
    Held(Box<Article>),
    Lies(Place),
    Taken,
}

/// Some bytes of an origin, which has no more than 4 GiB.
#[derive(Clone, Copy, Debug)]
struct Place {
    origin: u32,
    at: u32,
    n_bytes: u32,
}

impl Named for Entry {
    fn id(&self) -> &str {
        &self.id
    }

    fn rename(&mut self, id: String) {
        self.id = id.into();
    }

    fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    fn line(&self) -> usize {
        self.line
    }
}

impl Shelf {
    /// Reads all files of a request once. Of lines of JSON no more text is held than `most_held` bytes; those beyond are
    /// read again when they are taken. Never fails as a whole: what cannot be read is in [`problems`](Self::problems).
    pub fn open(request: &Request, most_held: usize) -> Self {
        let mut shelf = Self {
            as_of: request.as_of,
            most_held,
            ..Self::default()
        };
        source::gather(request, &mut shelf);
        id::assign(&mut shelf.entries, &mut shelf.notes);
        shelf.problems.sort();
        shelf.problems.dedup();
        let unread = std::mem::take(&mut shelf.unread);
        shelf.notes.extend(unread::told(unread));
        shelf.notes.sort();
        shelf
    }

    /// How many articles there are.
    pub fn n_articles(&self) -> usize {
        self.entries.len()
    }

    /// How many bytes of text they have.
    pub const fn n_bytes(&self) -> usize {
        self.n_bytes
    }

    /// The files that they come from.
    pub fn files(&self) -> Vec<PathBuf> {
        let mut files: Vec<&Path> = self.entries.iter().filter_map(Named::path).collect();
        files.sort_unstable();
        files.dedup();
        files.into_iter().map(Path::to_owned).collect()
    }

    /// The next articles in order of id: as many as make `n_bytes` of text, and one at least while there are any. One
    /// whose file has changed meanwhile is left out, and goes to [`problems`](Self::problems).
    pub fn take(&mut self, n_bytes: usize) -> Vec<Article> {
        let mut articles = Vec::new();
        let mut n_taken = 0;
        while n_taken < n_bytes && self.n_taken < self.entries.len() {
            let entry = &mut self.entries[self.n_taken];
            self.n_taken += 1;
            let line = entry.line;
            let content = std::mem::replace(&mut entry.content, Content::Taken);
            let id = std::mem::take(&mut entry.id);
            let article = match content {
                Content::Held(article) => Some(*article),
                Content::Lies(place) => self.look_up(place, line),
                Content::Taken => None,
            };
            articles.extend(article.map(|article| {
                n_taken += article.text.len();
                Article {
                    id: id.into(),
                    ..article
                }
            }));
        }
        articles
    }

    fn look_up(&mut self, place: Place, line: usize) -> Option<Article> {
        let number = place.origin as usize;
        let origin = &self.origins[number];
        let (from, n_bytes) = (u64::from(place.at), place.n_bytes as usize);
        let bytes = self.window.read((number, &origin.store), from, n_bytes);
        let text = bytes.map(|bytes| origin.encoding.decode(&bytes).0.into_owned());
        let draft = text.ok().and_then(|text| origin.draft(&text, line).ok());
        let article = draft.map(|draft| draft.finish(self.as_of, &mut Vec::new()));
        if article.is_none() {
            let message = "was changed while it was read; run it again";
            self.problems
                .push(Error::file(origin.name(), message).at_line(line));
        }
        article
    }

    /// Adds the articles of one file: one a line for JSON Lines, else one. What has no name is JSON Lines when its first
    /// line is an object.
    pub(super) fn add(
        &mut self,
        path: Option<PathBuf>,
        name: &str,
        store: Result<Store, Error>,
        described: Option<&Metadata>,
    ) {
        let added = store.and_then(|store| {
            let is_lines = match &path {
                Some(path) => jsonl::is_lines(path),
                None => {
                    origin::opens_with_object(&store).map_err(|fault| unreadable(name, &fault))?
                }
            };
            if is_lines {
                self.add_lines(path, name, store, described)
            } else {
                self.add_whole(path, name, store, described)
            }
        });
        self.problems.extend(added.err());
    }

    fn add_whole(
        &mut self,
        path: Option<PathBuf>,
        name: &str,
        store: Store,
        described: Option<&Metadata>,
    ) -> Result<(), Error> {
        let of_file = |what: String| Error::file(name, what);
        let decoded = decode::decode(store.bytes(name)?).map_err(of_file)?;
        self.notes.extend(decoded.note.map(of_file));
        let shared = path.as_deref().map(Arc::from);
        let mut draft = plain::read(path, name, decoded.text)?.described(described);
        self.details.extend(draft.take_dateline());
        let mut unread = unread::of(&draft, name);
        let article = draft.finish(self.as_of, &mut self.problems);
        unread.retain(|it| it.kind != unread::Kind::Date || article.date.is_none());
        self.unread.append(&mut unread);
        self.n_bytes += article.text.len();
        self.entries.push(Entry {
            id: article.id.as_str().into(),
            path: shared,
            line: 0,
            content: Content::Held(Box::new(article)),
        });
        Ok(())
    }

    fn add_lines(
        &mut self,
        path: Option<PathBuf>,
        name: &str,
        store: Store,
        described: Option<&Metadata>,
    ) -> Result<(), Error> {
        let (n_before, n_problems) = (self.entries.len(), self.problems.len());
        let reader = store.reader().map_err(|fault| unreadable(name, &fault))?;
        let lines = Lines::new(reader).map_err(|fault| unreadable(name, &fault))?;
        let lines = lines.map_err(|fault| Error::file(name, fault))?;
        let mut origin = Origin {
            path,
            described: described.cloned(),
            encoding: lines.encoding,
            store: Store::Held(Vec::new()),
        };
        let read = self.read_lines(lines, name, &origin);
        let note = read.inspect_err(|_| {
            // What is no text, or ends in a fault of the disk, has no articles and no other faults.
            self.entries.truncate(n_before);
            self.problems.truncate(n_problems);
        })?;
        self.notes.extend(note.map(|note| Error::file(name, note)));
        let again = |entry: &Entry| matches!(entry.content, Content::Lies(_));
        if self.entries[n_before..].iter().any(again) {
            origin.store = store;
        }
        self.origins.push(origin);
        Ok(())
    }

    /// Adds an entry a line, and gives what the user should know of the file.
    fn read_lines(
        &mut self,
        mut lines: Lines<'_>,
        name: &str,
        origin: &Origin,
    ) -> Result<Option<String>, Error> {
        let shared: Option<Arc<Path>> = origin.path.as_deref().map(Arc::from);
        while let Some(line) = lines.next().map_err(|fault| unreadable(name, &fault))? {
            if line.text.trim().is_empty() {
                continue;
            }
            let draft = match origin.draft(&line.text, line.number) {
                Ok(draft) => draft,
                Err((column, message)) => {
                    self.problems.push(Error {
                        file: name.to_owned(),
                        line: line.number,
                        column,
                        message,
                    });
                    continue;
                }
            };
            let mut article = draft.finish(self.as_of, &mut self.problems);
            let n_text = article.text.len();
            self.n_bytes += n_text;
            self.entries.push(Entry {
                id: std::mem::take(&mut article.id).into(),
                path: shared.clone(),
                line: line.number,
                content: if self.n_held + n_text <= self.most_held {
                    self.n_held += n_text;
                    Content::Held(Box::new(article))
                } else {
                    Content::Lies(Place {
                        origin: self.origins.len() as u32,
                        at: line.at as u32,
                        n_bytes: line.n_bytes as u32,
                    })
                },
            });
        }
        lines.finish().map_err(|fault| Error::file(name, fault))
    }
}

#[cfg(test)]
mod tests {
    #![expect(
        clippy::disallowed_methods,
        reason = "these tests read files they have written"
    )]

    use std::fs;

    use super::*;

    const LINES: &str = "{\"id\":\"k\",\"title\":\"Flood\",\"text\":\"Two died.\",\"date\":\"2024-05-01\"}\r\n\n\
        {\"id\": é}\n{\"title\":\"x\"}\n{\"id\":\"k\",\"text\":\"Three died.\",\"date\":\"07/10/2023\"}\n\
        {\"body\":\"One é died.\",\"gold\":[{}]}\n{\"id\":7,\"text\":\"Four.\"}";

    /// A folder with files in every encoding, and a request for all of it.
    fn desk() -> (tempfile::TempDir, Request) {
        let folder = tempfile::tempdir().unwrap();
        let utf16: Vec<u8> = format!("\u{FEFF}{LINES}")
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let marked = format!("\u{FEFF}{LINES}\n");
        let latin = [LINES.as_bytes(), b"\n{\"text\":\"caf\xE9 5\"}"].concat();
        for (name, bytes) in [
            ("a.jsonl", LINES.as_bytes()),
            ("b.jsonl", &utf16),
            ("c.jsonl", marked.as_bytes()),
            ("d.ndjson", &latin),
            ("e.jsonl", b" \n\0\n"),
            ("f.jsonl", b"%PDF-1.7"),
            ("g.txt", b"Five died."),
        ] {
            fs::write(folder.path().join(name), bytes).unwrap();
        }
        let manifest = "articles:\n  - path: a.jsonl\n    source: Post\n    id: no\n";
        fs::write(folder.path().join("desk.yaml"), manifest).unwrap();
        let request = Request {
            paths: vec![folder.path().display().to_string()],
            manifest: Some(folder.path().join("desk.yaml")),
            ..Request::default()
        };
        (folder, request)
    }

    /// All articles, so many bytes at a time, and what was said of them.
    fn all(request: &Request, most_held: usize, n_bytes: usize) -> (Vec<Article>, String) {
        let mut shelf = Shelf::open(request, most_held);
        let mut articles = Vec::new();
        loop {
            let some = shelf.take(n_bytes);
            if some.is_empty() {
                return (articles, format!("{:?} {:?}", shelf.problems, shelf.notes));
            }
            articles.extend(some);
        }
    }

    #[test]
    fn what_is_held_and_how_much_is_taken_does_not_show() {
        let (_folder, request) = desk();
        let (articles, said) = all(&request, usize::MAX, usize::MAX);
        let ids: Vec<&str> = articles.iter().map(|article| article.id.as_str()).collect();
        let expected = [
            "7", "7-2", "7-3", "7-4", "a:6", "b:6", "c:6", "d:6", "d:8", "g", "k", "k-2", "k-3",
            "k-4", "k-5", "k-6", "k-7", "k-8",
        ];
        assert_eq!(ids, expected);
        assert_eq!(articles[4].source.as_deref(), Some("Post"));
        assert_eq!(articles[10].text, "Flood\n\nTwo died.");
        for most_held in [0, 50, usize::MAX] {
            for n_bytes in [1, 30, usize::MAX] {
                let (others, words) = all(&request, most_held, n_bytes);
                assert_eq!(format!("{others:?}"), format!("{articles:?}"));
                assert_eq!(words, said);
            }
        }
    }

    #[test]
    fn faults_have_their_line_and_column() {
        let (folder, mut request) = desk();
        request.paths = vec![folder.path().join("a.jsonl").display().to_string()];
        let shelf = Shelf::open(&request, 0);
        let places: Vec<(usize, usize)> =
            shelf.problems.iter().map(|p| (p.line, p.column)).collect();
        assert_eq!(places, [(3, 8), (4, 1), (5, 0)]);
        assert!(
            !shelf.problems[0].message.contains("line"),
            "{}",
            shelf.problems[0]
        );
    }

    #[test]
    fn a_file_that_changes_while_it_is_read_is_told() {
        let (folder, mut request) = desk();
        let path = folder.path().join("a.jsonl");
        request.paths = vec![path.display().to_string()];
        let mut shelf = Shelf::open(&request, 0);
        fs::write(&path, &LINES[..80]).unwrap();
        shelf.problems.clear();
        let n_left = shelf.take(usize::MAX).len();
        assert_eq!(
            (n_left, shelf.problems.len()),
            (1, 3),
            "{:?}",
            shelf.problems
        );
    }
}
