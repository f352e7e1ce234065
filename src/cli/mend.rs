//! `check --write`: what is suggested, written into the drafts.

use std::collections::BTreeMap;

use super::exit::Exit;
use super::streams::Streams;
use crate::ingest::Article;
use crate::report::Input;
use crate::review::check::{self, Edit, Finding};
use crate::review::disk::{self, Lock};

/// Writes what is suggested into the drafts, and says into which articles.
pub(super) fn write(
    input: &Input<'_>,
    n_drafts: usize,
    found: &[Finding],
    streams: &mut Streams<'_>,
) -> (Exit, Vec<usize>) {
    let mut by_article: BTreeMap<usize, Vec<&Edit>> = BTreeMap::new();
    for edit in found.iter().filter_map(|it| it.edit.as_ref()) {
        if edit.article < n_drafts {
            by_article.entry(edit.article).or_default().push(edit);
        }
    }
    let (mut exit, mut mended) = (Exit::Clean, Vec::new());
    for (at, edits) in by_article {
        match mend(&input.articles[at], &edits) {
            Ok(Mended {
                file,
                backup,
                n_made,
                n_left,
            }) => {
                let changes = if n_made == 1 { "change" } else { "changes" };
                if let Some(backup) = backup {
                    streams.note(format_args!(
                        "wrote {file}: {n_made} {changes}; as it was: {backup}"
                    ));
                }
                if n_left == 0 {
                    mended.push(at);
                } else {
                    streams.note(format_args!(
                        "{file}: {n_left} not made: they overlap, or stand in the title; check again"
                    ));
                }
            }
            Err(fault) => {
                streams.error(fault);
                exit = Exit::Trouble;
            }
        }
    }
    (exit, mended)
}

/// What became of a draft.
struct Mended {
    file: String,
    /// Where it is as it was; nothing of a draft that was not written, for no edit could be made.
    backup: Option<String>,
    n_made: usize,
    n_left: usize,
}

/// Keeps the draft beside itself, then puts the mended one in its place. Nothing is written when the file is not what
/// was read, is read-only, or no edit can be made.
fn mend(article: &Article, edits: &[&Edit]) -> Result<Mended, String> {
    let Some(path) = &article.path else {
        return Err("--write: standard input cannot be written to".to_owned());
    };
    let failed =
        |fault: std::io::Error| format!("{}: {fault}; nothing was written", path.display());
    let _lock = Lock::on(&disk::folder_of(path)).map_err(failed)?;
    let bytes = disk::read(path).map_err(failed)?.unwrap_or_default();
    let Some(repaired) = check::repaired(article, &bytes, edits) else {
        return Err(format!(
            "{}: changed meanwhile, or is no plain text of one article in UTF-8; nothing was written",
            path.display()
        ));
    };
    let mut backup = None;
    if repaired.n_made > 0 {
        disk::refuse_read_only(path).map_err(failed)?;
        let kept = disk::keep(path, &bytes).map_err(failed)?;
        disk::replace(path, &repaired.bytes).map_err(failed)?;
        backup = Some(kept.display().to_string());
    }
    Ok(Mended {
        file: path.display().to_string(),
        backup,
        n_made: repaired.n_made,
        n_left: repaired.n_left,
    })
}
