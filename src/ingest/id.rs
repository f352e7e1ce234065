//! Names of articles: unique ids, and their short forms for tables.
//!
//! There may be millions of articles, so of a name only a mark is kept, and of articles without one where they stand.

use std::ops::Range;
use std::path::{Path, PathBuf};

use super::marks::{self, Before, Mark, Marks};
use super::{Article, Error};

/// The names of all articles: seen once each, and then given out in the same order.
///
/// An article without an id has its file's stem; where two would be equal, the folder before it; then the whole path.
/// Ids that are still equal are numbered in order of file and line, with a note.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// One an article while names are seen; sorted by [`settle`](Self::settle), and kept only where some are equal.
    marks: Marks,
    files: Vec<File>,
    /// The marks of short names that will not do, by how short they are.
    too_short: Vec<Vec<Mark>>,
    /// The marks that several articles have in the end, sorted, and what number each has come to.
    numbered: Vec<Mark>,
    numbers: Vec<u32>,
}

/// The articles of a file that have no id.
#[derive(Debug)]
struct File {
    path: Option<PathBuf>,
    /// Their lines; 0 is a file that is one article.
    lines: Vec<Range<u32>>,
}

impl Names {
    /// Begins a file, the next in order of path; `None` is standard input without a name.
    pub(super) fn begin(&mut self, path: Option<&Path>) {
        self.files.push(File {
            path: path.map(Path::to_owned),
            lines: Vec::new(),
        });
    }

    /// Sees the next article of the file: its own id, or none, and its line.
    pub(super) fn see(&mut self, id: &str, line: usize) {
        if !id.is_empty() {
            self.marks.add_given(id);
            return;
        }
        let Some(file) = self.files.last_mut() else {
            return;
        };
        let name = file_id(file.path.as_deref(), line, 0);
        self.marks.add_made(&name);
        // A file has no more lines than bytes, and of those no more than 4 GiB.
        let line = line as u32;
        match file.lines.last_mut() {
            Some(last) if last.end == line => last.end += 1,
            _ => file.lines.push(line..line + 1),
        }
    }

    /// How many articles were seen.
    pub(super) fn count(&self) -> usize {
        self.marks.len()
    }

    /// What was seen so far.
    pub(super) fn now(&self) -> Before {
        self.marks.now()
    }

    /// Forgets the file that was begun last.
    pub(super) fn forget_file(&mut self, before: &Before) {
        self.files.pop();
        self.marks.go_back(before);
    }

    /// Finds out which names are equal, when all were seen.
    pub(super) fn settle(&mut self) {
        self.marks.sort();
        for _ in 1..=2 {
            let too_short = self.marks.shared(true);
            if too_short.is_empty() {
                break;
            }
            self.too_short.push(too_short);
            self.make_again();
        }
        self.numbered = self.marks.shared(false);
        self.numbers = vec![0; self.numbered.len()];
        if self.numbered.is_empty() {
            self.marks = Marks::default();
        }
        self.files = Vec::new();
    }

    /// Makes names anew, now that more is known of which are too short.
    fn make_again(&mut self) {
        let mut marks = std::mem::take(&mut self.marks);
        marks.forget_made();
        for file in &self.files {
            for line in file.lines.iter().cloned().flatten() {
                marks.add_made(&self.made(file.path.as_deref(), line as usize));
            }
        }
        marks.sort();
        self.marks = marks;
    }

    /// The name of an article that has none of its own.
    fn made(&self, path: Option<&Path>, line: usize) -> String {
        let mut name = file_id(path, line, 0);
        for (too_short, level) in self.too_short.iter().zip(1..) {
            if too_short.binary_search(&marks::of(&name)).is_ok() {
                name = file_id(path, line, level);
            }
        }
        name
    }

    /// The id of an article that was seen with this one, or none. Those of equal name come here in the order in which
    /// they were seen.
    pub(super) fn give(
        &mut self,
        own: String,
        (path, line): (Option<&Path>, usize),
        notes: &mut Vec<Error>,
    ) -> String {
        let name = if own.is_empty() {
            self.made(path, line)
        } else {
            own
        };
        if self.numbered.is_empty() {
            return name;
        }
        let Ok(at) = self.numbered.binary_search(&marks::of(&name)) else {
            return name;
        };
        self.numbers[at] += 1;
        if self.numbers[at] == 1 {
            return name;
        }
        let mut new = format!("{name}-{}", self.numbers[at]);
        while self.marks.contain(&new) {
            self.numbers[at] += 1;
            new = format!("{name}-{}", self.numbers[at]);
        }
        let file = path.map_or_else(|| "-".to_owned(), |path| path.display().to_string());
        let message = format!("id \"{name}\" is taken; this article is \"{new}\"");
        notes.push(Error::file(file, message).at_line(line));
        new
    }
}

/// The id of a file at a level of detail: stem, folder and stem, path. A line of JSONL adds its number.
fn file_id(path: Option<&Path>, line: usize, level: u8) -> String {
    let path = path.unwrap_or(Path::new("stdin"));
    let stem = path.file_stem().unwrap_or(path.as_os_str());
    let name = match level {
        0 => stem.to_string_lossy(),
        1 => match path.parent().and_then(Path::file_name) {
            Some(folder) => {
                format!("{}/{}", folder.to_string_lossy(), stem.to_string_lossy()).into()
            }
            None => stem.to_string_lossy(),
        },
        _ => path.to_string_lossy(),
    };
    match line {
        0 => name.into_owned(),
        line => format!("{name}:{line}"),
    }
}

/// For each article the shortest prefix of its id that ends at a separator (`_ - . / :` or a space) and that no other
/// id begins with; the whole id where there is none. Of `003_fb5e` it is `003`.
pub fn short_names(articles: &[Article]) -> Vec<String> {
    let ids: Vec<&str> = articles.iter().map(|article| article.id.as_str()).collect();
    short_ids(&ids)
}

fn short_ids(ids: &[&str]) -> Vec<String> {
    let mut sorted: Vec<&str> = ids.to_vec();
    sorted.sort_unstable();
    ids.iter()
        .map(|id| {
            let at = sorted.partition_point(|other| other < id);
            // Sorted, the ids that share most with this one stand next to it.
            let shared = [at.checked_sub(1), Some(at + 1)]
                .into_iter()
                .flatten()
                .filter_map(|neighbour| sorted.get(neighbour))
                .map(|other| shared_prefix(id, other))
                .max()
                .unwrap_or(0);
            id.char_indices()
                .find(|(end, sign)| *end > shared && is_separator(*sign))
                .map_or_else(|| (*id).to_owned(), |(end, _)| id[..end].to_owned())
        })
        .collect()
}

fn shared_prefix(one: &str, other: &str) -> usize {
    one.bytes()
        .zip(other.bytes())
        .take_while(|(a, b)| a == b)
        .count()
}

fn is_separator(sign: char) -> bool {
    matches!(sign, '_' | '-' | '.' | '/' | ':' | ' ')
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    /// The same by looking at all names at once, as one would do it by hand.
    fn by_hand(articles: &[(&Path, usize, &str)]) -> Vec<String> {
        let own = |(path, line, id): &(&Path, usize, &str), level: u8| match *id {
            "" => file_id(Some(path), *line, level),
            id => id.to_owned(),
        };
        let mut names: Vec<String> = articles.iter().map(|it| own(it, 0)).collect();
        for level in 1..=2 {
            let before = names.clone();
            let is_shared = |name: &String| before.iter().filter(|it| *it == name).count() > 1;
            for (at, article) in articles.iter().enumerate() {
                if is_shared(&before[at]) {
                    names[at] = own(article, level);
                }
            }
        }
        let mut taken: BTreeSet<String> = names.iter().cloned().collect();
        let mut seen = BTreeSet::new();
        for name in &mut names {
            if seen.insert(name.clone()) {
                continue;
            }
            let mut numbered = (2..).map(|n| format!("{name}-{n}"));
            *name = numbered.find(|it| !taken.contains(it)).unwrap();
            taken.insert(name.clone());
        }
        names
    }

    proptest! {
        #[test]
        fn names_are_those_that_one_would_give_by_hand(files in vec(vec(0..8_usize, 0..6), 7)) {
            let paths = ["a.jsonl", "a.txt", "b/a.jsonl", "b/c.txt", "c/a.jsonl", "d/c/a.jsonl", "d/k.jsonl"];
            let own = ["", "", "k", "k-2", "a:1", "b/a:2", "c/a:1", "a.jsonl:1"];
            let mut articles = Vec::new();
            for (path, ids) in paths.iter().map(Path::new).zip(&files) {
                let is_lines = path.extension().unwrap() == "jsonl";
                let ids = ids.iter().take(if is_lines { 6 } else { 1 }).enumerate();
                articles.extend(ids.map(|(at, id)| (path, if is_lines { at + 1 } else { 0 }, own[*id])));
            }
            let mut names = Names::default();
            let mut path_before = None;
            for (path, line, id) in &articles {
                if path_before != Some(path) {
                    names.begin(Some(path));
                }
                path_before = Some(path);
                names.see(id, *line);
            }
            prop_assert_eq!(names.count(), articles.len());
            names.settle();
            let mut notes = Vec::new();
            let mut give = |(path, line, id): &(&Path, usize, &str)| {
                names.give((*id).to_owned(), (Some(path), *line), &mut notes)
            };
            let given: Vec<String> = articles.iter().map(&mut give).collect();
            prop_assert_eq!(given, by_hand(&articles));
        }
    }

    fn check(ids: &[&str], expected: &[&str]) {
        assert_eq!(short_ids(ids), expected);
    }

    #[test]
    fn a_short_name_is_a_prefix_that_no_other_id_has() {
        check(&["003_fb5e", "004_b36a"], &["003", "004"]);
        check(&["a_b_1", "a_b_2", "c_d"], &["a_b_1", "a_b_2", "c"]);
        check(&["day-one-x", "day-two-y"], &["day-one", "day-two"]);
        check(&["flood"], &["flood"]);
        check(&["flood", "flood-2"], &["flood", "flood-2"]);
        check(&["é_1", "è_1"], &["é", "è"]);
        check(&["_x", "_y"], &["_x", "_y"]);
        check(&[], &[]);
    }
}
