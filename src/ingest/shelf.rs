//! The articles of a request in order of file and line: a few held in memory, of the others no more than a mark, so that any
//! amount of them can be gone through.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use super::draft::Metadata;
use super::id::Names;
use super::lines::Lines;
use super::origin::{self, Origin};
use super::rest::Rest;
use super::store::{Store, unreadable};
use super::{Article, Error, Request, decode, jsonl, plain, source, unread};
use crate::calendar::Date;

/// What a request gives, to be taken some at a time.
#[derive(Debug, Default)]
pub struct Shelf {
    names: Names,
    /// Those that have articles left, in order of path.
    inputs: VecDeque<Input>,
    /// The date of articles that carry none.
    as_of: Option<Date>,
    /// How many bytes of JSON Lines may be held as articles, and how many are.
    most_held: usize,
    n_held: usize,
    /// How many bytes of text there are.
    n_bytes: usize,
    /// How many articles there are.
    n_articles: usize,
    /// What could not be read, sorted by place. The rest was.
    pub problems: Vec<Error>,
    /// What the user should know though all was read, sorted by place.
    pub notes: Vec<Error>,
    /// What was made out of the articles' own lines, for whoever asks for more.
    pub details: Vec<Error>,
    /// What was not taken of files.
    unread: Vec<unread::Unread>,
}

/// What articles come from.
#[derive(Debug)]
enum Input {
    Whole(Box<Article>),
    Lines(Box<Origin>),
}

impl Input {
    fn path(&self) -> Option<&Path> {
        match self {
            Self::Whole(article) => article.path.as_deref(),
            Self::Lines(origin) => origin.path.as_deref(),
        }
    }
}

impl Shelf {
    /// Reads all files of a request once. Of articles in lines of JSON no more are held than make `most_held` bytes; those
    /// behind are read again when they are taken, and only then it is told what is wrong with them. Never fails as a whole:
    /// what cannot be read is in [`problems`](Self::problems).
    pub fn open(request: &Request, most_held: usize) -> Self {
        let mut shelf = Self {
            as_of: request.as_of,
            most_held,
            ..Self::default()
        };
        source::gather(request, &mut shelf);
        shelf.n_articles = shelf.names.count();
        shelf.names.settle();
        shelf.problems.sort();
        shelf.problems.dedup();
        let unread = std::mem::take(&mut shelf.unread);
        shelf.notes.extend(unread::told(unread));
        shelf.notes.sort();
        shelf
    }

    /// How many articles there are.
    pub const fn n_articles(&self) -> usize {
        self.n_articles
    }

    /// How many bytes of text they have.
    pub const fn n_bytes(&self) -> usize {
        self.n_bytes
    }

    /// The files that articles are yet to come from.
    pub fn files(&self) -> Vec<PathBuf> {
        let paths = self.inputs.iter().filter_map(Input::path);
        paths.map(Path::to_owned).collect()
    }

    /// All articles, sorted by id, so that no output depends on where they lie.
    pub fn take_all(&mut self) -> Vec<Article> {
        let mut articles = self.take(usize::MAX);
        articles.sort_unstable_by(|one, other| one.id.cmp(&other.id));
        self.problems.sort();
        self.notes.sort();
        articles
    }

    /// The next articles in order of file and line: as many as make `n_bytes` of text, and one at least while there are any.
    /// What is found only now goes to [`problems`](Self::problems) and [`notes`](Self::notes), behind what is there: ids that
    /// several articles have, and files that have changed meanwhile.
    pub fn take(&mut self, n_bytes: usize) -> Vec<Article> {
        let mut articles = Vec::new();
        let mut n_taken = 0;
        while n_taken < n_bytes
            && let Some(mut article) = self.next()
        {
            n_taken += article.text.len();
            let place = (article.path.as_deref(), article.record_line);
            article.id = self.names.give(article.id, place, &mut self.notes);
            articles.push(article);
        }
        articles
    }

    /// The next article, with no more of an id than it has of its own.
    fn next(&mut self) -> Option<Article> {
        loop {
            match self.inputs.pop_front()? {
                Input::Whole(article) => return Some(*article),
                Input::Lines(mut origin) => {
                    if let Some(article) = origin.next(self.as_of, &mut self.problems) {
                        self.inputs.push_front(Input::Lines(origin));
                        return Some(article);
                    }
                }
            }
        }
    }

    /// Adds the articles of one file, the next in order of path: one a line for JSON Lines, else one. What has no name is
    /// JSON Lines when its first line is an object.
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
        let mut draft = plain::read(path, name, decoded.text)?.described(described);
        self.details.extend(draft.take_dateline());
        let mut unread = unread::of(&draft, name);
        let article = draft.finish(self.as_of, &mut self.problems);
        unread.retain(|it| it.kind != unread::Kind::Date || article.date.is_none());
        self.unread.append(&mut unread);
        self.n_bytes += article.text.len();
        self.names.begin(article.path.as_deref());
        self.names.see(&article.id, article.record_line);
        self.inputs.push_back(Input::Whole(Box::new(article)));
        Ok(())
    }

    fn add_lines(
        &mut self,
        path: Option<PathBuf>,
        name: &str,
        store: Store,
        described: Option<&Metadata>,
    ) -> Result<(), Error> {
        let (before, n_problems) = (self.names.now(), self.problems.len());
        let reader = store.reader().map_err(|fault| unreadable(name, &fault))?;
        let lines = Lines::new(reader).map_err(|fault| unreadable(name, &fault))?;
        let lines = lines.map_err(|fault| Error::file(name, fault))?;
        let mut origin = Origin {
            path,
            described: described.cloned(),
            encoding: lines.encoding,
            held: VecDeque::new(),
            rest: None,
        };
        self.names.begin(origin.path.as_deref());
        let read = self.read_lines(lines, name, &mut origin);
        let (end, note) = read.inspect_err(|_| {
            // What is no text, or ends in a fault of the disk, has no articles and no other faults.
            self.names.forget_file(&before);
            self.problems.truncate(n_problems);
        })?;
        self.notes.extend(note.map(|note| Error::file(name, note)));
        if let Some(rest) = &mut origin.rest {
            rest.close(end, store);
        }
        self.inputs.push_back(Input::Lines(Box::new(origin)));
        Ok(())
    }

    /// Reads the articles of all lines, and gives where the lines end and what the user should know of the file.
    fn read_lines(
        &mut self,
        mut lines: Lines<'_>,
        name: &str,
        origin: &mut Origin,
    ) -> Result<(u64, Option<String>), Error> {
        while let Some(line) = lines.next().map_err(|fault| unreadable(name, &fault))? {
            let mut problems = Vec::new();
            let article = origin.article(&line, self.as_of, &mut problems);
            let n_more = article.as_ref().map_or(0, n_bytes_held);
            if origin.rest.is_none() && self.n_held + n_more > self.most_held {
                origin.rest = Some(Rest::from(&line));
            }
            if let Some(article) = &article {
                self.n_bytes += article.text.len();
                self.names.see(&article.id, line.number);
            }
            if let Some(rest) = &mut origin.rest {
                rest.see(&line);
            } else {
                self.n_held += n_more;
                self.problems.append(&mut problems);
                origin.held.extend(article);
            }
        }
        let end = lines.at;
        let note = lines.finish().map_err(|fault| Error::file(name, fault))?;
        Ok((end, note))
    }
}

/// How many bytes an article takes: of a short one the text is the least.
fn n_bytes_held(article: &Article) -> usize {
    let path = article
        .path
        .as_ref()
        .map_or(0, |path| path.as_os_str().len());
    size_of::<Article>() + path + article.id.len() + article.text.len()
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
    fn all(request: &Request, most_held: usize, n_bytes: usize) -> (Vec<Article>, Vec<Error>) {
        let mut shelf = Shelf::open(request, most_held);
        let mut articles = Vec::new();
        loop {
            let some = shelf.take(n_bytes);
            if some.is_empty() {
                let mut said = shelf.problems;
                said.append(&mut shelf.notes);
                said.sort();
                return (articles, said);
            }
            articles.extend(some);
        }
    }

    fn ids(articles: &[Article]) -> Vec<&str> {
        articles.iter().map(|it| it.id.as_str()).collect()
    }

    #[test]
    fn what_is_held_and_how_much_is_taken_does_not_show() {
        let (_folder, request) = desk();
        let (articles, said) = all(&request, usize::MAX, usize::MAX);
        let expected = [
            "k", "k-2", "a:6", "7", "k-3", "k-4", "b:6", "7-2", "k-5", "k-6", "c:6", "7-3", "k-7",
            "k-8", "d:6", "7-4", "d:8", "g",
        ];
        assert_eq!(ids(&articles), expected);
        assert_eq!(articles[2].source.as_deref(), Some("Post"));
        assert_eq!(articles[0].text, "Flood\n\nTwo died.");
        for most_held in [0, 50, usize::MAX] {
            for n_bytes in [1, 30, usize::MAX] {
                let (others, words) = all(&request, most_held, n_bytes);
                assert_eq!(format!("{others:?}"), format!("{articles:?}"));
                assert_eq!(words, said);
            }
        }
    }

    #[test]
    fn all_at_once_are_in_order_of_id() {
        let (_folder, request) = desk();
        let articles = Shelf::open(&request, usize::MAX).take_all();
        let expected = [
            "7", "7-2", "7-3", "7-4", "a:6", "b:6", "c:6", "d:6", "d:8", "g", "k", "k-2", "k-3",
            "k-4", "k-5", "k-6", "k-7", "k-8",
        ];
        assert_eq!(ids(&articles), expected);
    }

    #[test]
    fn faults_have_their_line_and_column() {
        let (folder, mut request) = desk();
        request.paths = vec![folder.path().join("a.jsonl").display().to_string()];
        let mut shelf = Shelf::open(&request, 0);
        shelf.take(usize::MAX);
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
        let changed = "a.jsonl: was changed while it was read; run it again";
        let told = |text: Option<&str>| {
            fs::write(&path, LINES).unwrap();
            let mut shelf = Shelf::open(&request, 0);
            match text {
                Some(text) => fs::write(&path, text).unwrap(),
                None => fs::remove_file(&path).unwrap(),
            }
            let n_taken = shelf.take(usize::MAX).len();
            let n_told = shelf
                .problems
                .iter()
                .filter(|it| it.to_string().ends_with(changed));
            (n_taken, n_told.count())
        };
        assert_eq!(told(Some(&LINES[..80])), (1, 1));
        assert_eq!(told(Some("")), (0, 1));
        assert_eq!(told(None), (0, 1));
        assert_eq!(told(Some(&LINES.replace("Three", "Seven"))), (4, 1));
        // What others add meanwhile is for the next time.
        assert_eq!(told(Some(LINES)), (4, 0));
        assert_eq!(
            told(Some(&format!("{LINES}\n{{\"text\":\"Nine.\"}}\n"))),
            (4, 0)
        );
    }
}
