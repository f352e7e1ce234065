//! From a request to what its files hold.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::draft::Metadata;
use super::path::Wanted;
use super::store::Store;
use super::{Error, Request, Shelf, manifest, path};

/// Puts every article of the request on the shelf in order of path, with faults and notes.
pub(super) fn gather(request: &Request, shelf: &mut Shelf) {
    let rows = rows(request, shelf);
    let (files, stdin) = wanted(request, &rows, shelf);
    let mut inputs: Vec<(Option<PathBuf>, Option<PathBuf>)> = files
        .into_iter()
        .map(|(real, path)| (Some(path), Some(real)))
        .collect();
    if stdin {
        let path = request.stdin_name.as_ref().map(PathBuf::from);
        inputs.push((path, None));
    }
    inputs.sort_unstable();
    for (path, real) in inputs {
        let name = path
            .as_ref()
            .map_or_else(|| "-".to_owned(), |path| path.display().to_string());
        let described = real.as_ref().and_then(|real| rows.get(real));
        let store = match &real {
            Some(real) => Store::open(real, &name),
            None => Store::standard_input(&name),
        };
        shelf.add(path, &name, store, described.map(|(_, metadata)| metadata));
    }
}

/// What the manifest says, by true path. Of two entries for a file the later one wins where both speak.
fn rows(request: &Request, shelf: &mut Shelf) -> BTreeMap<PathBuf, (PathBuf, Metadata)> {
    let mut rows: BTreeMap<PathBuf, (PathBuf, Metadata)> = BTreeMap::new();
    let Some(path) = &request.manifest else {
        return rows;
    };
    match manifest::read(path, request, &mut shelf.problems) {
        Ok(found) => {
            for row in found {
                let slot = rows.entry(row.wanted.real).or_default();
                slot.0 = row.wanted.path;
                slot.1 = row.metadata.or(std::mem::take(&mut slot.1));
            }
        }
        Err(fault) => shelf.problems.push(fault),
    }
    rows
}

/// The files to read by true path, each with the name it is called by, and whether to read standard input.
fn wanted(
    request: &Request,
    rows: &BTreeMap<PathBuf, (PathBuf, Metadata)>,
    shelf: &mut Shelf,
) -> (BTreeMap<PathBuf, PathBuf>, bool) {
    let mut typed = request.paths.clone();
    if let Some(list) = &request.files_from {
        match listed(list) {
            Ok(text) => typed.extend(path::list(&text)),
            Err(fault) => shelf.problems.push(fault),
        }
    }
    let mut files: BTreeMap<PathBuf, PathBuf> = BTreeMap::new();
    let mut stdin = false;
    for one in &typed {
        if one == "-" {
            stdin = true;
            continue;
        }
        let mut faults = Vec::new();
        let found = path::find(one, request, &mut faults, &mut shelf.notes);
        for Wanted { path, real } in found {
            // A file named twice keeps its least name, so that the order of arguments does not show.
            let name = files.entry(real).or_insert_with(|| path.clone());
            if path < *name {
                *name = path;
            }
        }
        shelf.problems.extend(faults);
    }
    if stdin && request.files_from.as_deref() == Some("-") {
        let message = "standard input is both the list of files and an article; give one by name";
        shelf.problems.push(Error::file("-", message));
        stdin = false;
    }
    if typed.is_empty() && request.files_from.is_none() {
        files.extend(
            rows.iter()
                .map(|(real, (path, _))| (real.clone(), path.clone())),
        );
    }
    (files, stdin)
}

fn listed(list: &str) -> Result<String, Error> {
    if list == "-" {
        let bytes = Store::standard_input(list)?.bytes(list)?;
        return Ok(String::from_utf8_lossy(&bytes).into_owned());
    }
    let bytes = Store::open(Path::new(list), list)?.bytes(list)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    #![expect(
        clippy::disallowed_methods,
        reason = "these tests read files they have written"
    )]

    use std::fs;

    use super::*;
    use crate::calendar::Date;
    use crate::ingest::{Batch, read};

    /// A folder with the given files, and a request that names `paths` in it.
    fn desk(files: &[(&str, &str)], paths: &[&str]) -> (tempfile::TempDir, Request) {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let paths = paths
            .iter()
            .map(|path| folder.path().join(path).display().to_string())
            .collect();
        let request = Request {
            paths,
            ..Request::default()
        };
        (folder, request)
    }

    fn ids(batch: &Batch) -> Vec<&str> {
        batch
            .articles
            .iter()
            .map(|article| article.id.as_str())
            .collect()
    }

    fn messages(faults: &[Error]) -> String {
        let lines: Vec<String> = faults.iter().map(Error::to_string).collect();
        lines.join("\n")
    }

    #[test]
    fn a_folder_gives_its_articles_and_nothing_else() {
        let files = [
            ("b.txt", "Two died."),
            ("a.MD", "# Flood\n\nTwo died."),
            ("sub/c.jsonl", "{\"text\":\"Three.\"}"),
            ("sub/photo.jpg", "not read"),
            (".hidden.txt", "not read"),
            ("old.txt", "not read"),
            (".gitignore", "old.txt\n"),
        ];
        let (_folder, request) = desk(&files, &["."]);
        let batch = read(&request);
        assert_eq!(ids(&batch), ["a", "b", "c:1"]);
        assert_eq!(batch.problems, []);
    }

    #[test]
    fn patterns_choose_files() {
        let files = [("a.txt", "A."), ("b.txt", "B."), ("c.story", "C.")];
        let (_folder, request) = desk(&files, &["[ab].txt", "*.none"]);
        let batch = read(&request);
        assert_eq!(ids(&batch), ["a", "b"]);
        assert!(messages(&batch.problems).contains("*.none: matches no file"));
        let (_folder, mut request) = desk(&files, &["."]);
        request.includes = vec!["*.story".into(), "a*".into()];
        request.excludes = vec!["a.txt".into()];
        assert_eq!(ids(&read(&request)), ["c"]);
    }

    #[test]
    fn what_cannot_be_read_is_named_and_the_rest_is_read() {
        let files = [
            ("a.txt", "Two died."),
            ("empty.txt", " \n"),
            ("sub/x.jpg", "x"),
        ];
        let (_folder, request) = desk(&files, &["gone.txt", "a.txt", "empty.txt", "sub"]);
        let batch = read(&request);
        assert_eq!(ids(&batch), ["a"]);
        let messages = messages(&batch.problems);
        for part in [
            "gone.txt: no such file",
            "empty.txt: is empty",
            "sub: holds no article",
        ] {
            assert!(messages.contains(part), "{messages}");
        }
    }

    #[test]
    fn a_file_named_twice_is_read_once() {
        let (_folder, request) = desk(&[("a.txt", "Two died.")], &["a.txt", "./a.txt", "."]);
        assert_eq!(ids(&read(&request)), ["a"]);
    }

    #[test]
    fn equal_stems_take_their_folder_and_equal_ids_a_number() {
        let files = [
            ("x/day.txt", "A."),
            ("y/day.txt", "B."),
            ("y/day.md", "C."),
            (
                "z.jsonl",
                "{\"id\":\"k\",\"text\":\"D.\"}\n{\"id\":\"k\",\"text\":\"E.\"}",
            ),
        ];
        let (folder, request) = desk(&files, &["."]);
        let batch = read(&request);
        let below = folder.path().join(".").join("y");
        let whole = |name: &str| below.join(name).display().to_string();
        let expected = [&whole("day.md"), &whole("day.txt"), "k", "k-2", "x/day"];
        assert_eq!(ids(&batch), expected);
        assert!(messages(&batch.notes).contains("z.jsonl:2: id \"k\" is taken"));
    }

    #[test]
    fn a_title_is_set_before_a_text_that_lacks_it() {
        let files = [
            ("a.md", "---\ntitle: Flood in Lund\n---\nTwo died."),
            (
                "b.md",
                "---\ntitle: Flood in Lund.\n---\n# flood  in Lund\n\nTwo died.",
            ),
        ];
        let (_folder, request) = desk(&files, &["."]);
        let batch = read(&request);
        let first = &batch.articles[0];
        assert_eq!(
            first.title.map(|title| title.slice(&first.text)),
            Some("Flood in Lund")
        );
        assert_eq!(first.prose.slice(&first.text), "Two died.");
        assert_eq!(first.body(), files[0].1);
        let second = &batch.articles[1];
        assert_eq!((second.title, second.body_start), (None, 0));
        assert!(second.prose.slice(&second.text).starts_with("# flood"));
    }

    #[test]
    fn dates_come_from_the_file_the_manifest_or_the_request() {
        let manifest = "articles:\n  - path: a.txt\n    date: 7 October 2023\n    source: Post\n  - path: gone.txt\n";
        let files = [
            ("a.txt", "---\ndate: 2020-01-01\n---\nTwo died."),
            ("b.txt", "---\ndate: 07/10/2023\n---\nTwo died."),
            ("desk.yaml", manifest),
        ];
        let (folder, mut request) = desk(&files, &["a.txt", "b.txt"]);
        request.manifest = Some(folder.path().join("desk.yaml"));
        request.as_of = Some(Date::constant(2024, 5, 1));
        let batch = read(&request);
        let dates: Vec<Option<Date>> = batch.articles.iter().map(|article| article.date).collect();
        let (first, second) = (Date::constant(2023, 10, 7), Date::constant(2024, 5, 1));
        assert_eq!(dates, [Some(first), Some(second)]);
        assert_eq!(batch.articles[0].source.as_deref(), Some("Post"));
        let messages = messages(&batch.problems);
        for part in [
            "cannot read the date \"07/10/2023\"",
            "gone.txt: no such file",
        ] {
            assert!(messages.contains(part), "{messages}");
        }
        request.paths.clear();
        assert_eq!(ids(&read(&request)), ["a"]);
    }

    #[test]
    fn a_manifest_with_an_unknown_key_is_refused_at_its_place() {
        let files = [
            ("desk.yaml", "articles:\n  - path: a.txt\n    day: 1\n"),
            ("a.txt", "A."),
        ];
        let (folder, mut request) = desk(&files, &["a.txt"]);
        request.manifest = Some(folder.path().join("desk.yaml"));
        let batch = read(&request);
        assert_eq!(ids(&batch), ["a"]);
        assert_eq!((batch.problems[0].line, batch.problems[0].column), (3, 5));
    }

    #[test]
    fn a_list_of_files_is_read_like_arguments() {
        let (folder, mut request) = desk(&[("a.txt", "A."), ("b.txt", "B.")], &[]);
        let root = folder.path().display();
        let list = folder.path().join("list");
        fs::write(&list, format!("{root}/b.txt\r\n\n{root}/a.txt\n")).unwrap();
        request.files_from = Some(list.display().to_string());
        assert_eq!(ids(&read(&request)), ["a", "b"]);
        fs::write(&list, format!("{root}/b.txt\0{root}/a.txt")).unwrap();
        assert_eq!(ids(&read(&request)), ["a", "b"]);
    }
}
