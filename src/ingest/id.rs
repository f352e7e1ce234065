//! Names of articles: unique ids, and their short forms for tables.

use std::path::Path;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Article, Error};

/// What has an id, and stands somewhere.
pub(super) trait Named {
    /// Its id; empty before it has one.
    fn id(&self) -> &str;
    /// Gives it another.
    fn rename(&mut self, id: String);
    /// Its file; `None` for standard input without a name.
    fn path(&self) -> Option<&Path>;
    /// The line of a JSONL file, from 1; 0 for a file that is one article.
    fn line(&self) -> usize;
}

/// Gives every article without an id its file's stem; where two would be equal, the folder before it; then the whole
/// path. Ids that are still equal are numbered in order of file and line, with a note. Leaves the articles sorted by id.
pub(super) fn assign(articles: &mut [impl Named], notes: &mut Vec<Error>) {
    let unnamed: Vec<usize> = (0..articles.len())
        .filter(|at| articles[*at].id().is_empty())
        .collect();
    for at in &unnamed {
        let id = file_id(&articles[*at], 0);
        articles[*at].rename(id);
    }
    for level in 1..=2 {
        let counts = counts(articles);
        let is_shared = |at: &usize| counts.get(articles[*at].id()).is_some_and(|n| *n > 1);
        let shared: Vec<usize> = unnamed.iter().copied().filter(is_shared).collect();
        for at in shared {
            let id = file_id(&articles[at], level);
            articles[at].rename(id);
        }
    }
    sort(articles);
    if number(articles, notes) {
        sort(articles);
    }
}

fn sort(articles: &mut [impl Named]) {
    articles
        .sort_unstable_by(|a, b| (a.id(), a.path(), a.line()).cmp(&(b.id(), b.path(), b.line())));
}

/// The id of a file at a level of detail: stem, folder and stem, path. A line of JSONL adds its number.
fn file_id(article: &impl Named, level: u8) -> String {
    let path = article.path().unwrap_or(Path::new("stdin"));
    let stem = path.file_stem().unwrap_or(path.as_os_str());
    let name = match level {
        0 => stem.to_string_lossy().into_owned(),
        1 => match path.parent().and_then(Path::file_name) {
            Some(folder) => format!("{}/{}", folder.to_string_lossy(), stem.to_string_lossy()),
            None => stem.to_string_lossy().into_owned(),
        },
        _ => path.to_string_lossy().into_owned(),
    };
    match article.line() {
        0 => name,
        line => format!("{name}:{line}"),
    }
}

fn counts(articles: &[impl Named]) -> FxHashMap<&str, usize> {
    let mut counts = FxHashMap::default();
    for article in articles {
        *counts.entry(article.id()).or_insert(0) += 1;
    }
    counts
}

/// Numbers equal ids from the second on, and says whether there were any. `articles` are sorted by id.
fn number(articles: &mut [impl Named], notes: &mut Vec<Error>) -> bool {
    let equal = |pair: &[_]| Named::id(&pair[0]) == Named::id(&pair[1]);
    if !articles.windows(2).any(equal) {
        return false;
    }
    let taken = counts(articles);
    let mut given: FxHashSet<String> = FxHashSet::default();
    let mut renamed: Vec<(usize, String)> = Vec::new();
    let mut n = 1;
    for (at, pair) in articles.windows(2).enumerate() {
        if !equal(pair) {
            n = 1;
            continue;
        }
        let (id, article) = (pair[0].id(), &pair[1]);
        n += 1;
        let mut new = format!("{id}-{n}");
        while taken.contains_key(new.as_str()) || given.contains(&new) {
            n += 1;
            new = format!("{id}-{n}");
        }
        let file = article
            .path()
            .map_or_else(|| "-".to_owned(), |path| path.display().to_string());
        let message = format!("id \"{id}\" is taken; this article is \"{new}\"");
        notes.push(Error::file(file, message).at_line(article.line()));
        given.insert(new.clone());
        renamed.push((at + 1, new));
    }
    for (at, new) in renamed {
        articles[at].rename(new);
    }
    true
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
    use super::*;

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
