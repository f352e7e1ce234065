//! `diff --against-snapshot STORY`: only what changed since a story was last accepted.

use std::fmt::{self, Write as _};
use std::path::PathBuf;

use super::args::HomeArgs;
use super::home;
use super::output::Made;
use crate::compare::Comparison;
use crate::report::notice::{self, Notices};
use crate::report::{self, Format, Input, Options};
use crate::review::{self, Change, Spots, State};

/// Which story, and where it is kept.
#[derive(Clone, Debug)]
pub(super) struct Against {
    /// Its name.
    pub(super) story: String,
    /// Its folder.
    pub(super) home: HomeArgs,
}

/// What changed.
#[derive(Debug)]
pub(super) struct News {
    story: String,
    changes: Vec<Change>,
    /// How many more somebody has rejected.
    n_rejected: usize,
    spots: Spots,
    /// The files of the story.
    pub(super) files: Vec<PathBuf>,
}

impl Against {
    /// The files of the story.
    ///
    /// # Errors
    /// Those of [`news`](Self::news).
    pub(super) fn files(&self) -> Result<Vec<PathBuf>, String> {
        Ok(home::open(&self.home, &self.story)?.files())
    }

    /// Lays a whole comparison beside the snapshot.
    ///
    /// # Errors
    /// There is no such story, or it cannot be read.
    pub(super) fn news(&self, input: &Input<'_>) -> Result<News, String> {
        let story = home::open(&self.home, &self.story)?;
        let old = story.known().map_err(|fault| fault.to_string())?;
        let mut new = State::of(input);
        let n_rejected = story.without_rejected(&mut new);
        Ok(News {
            changes: review::changes(old, &new),
            n_rejected,
            spots: review::spots(input),
            story: self.story.clone(),
            files: story.files(),
        })
    }
}

impl News {
    /// True when this figure changed.
    pub(super) fn has(&self, figure: &str) -> bool {
        let mut new = self.changes.iter().filter_map(|it| it.new.as_ref());
        new.any(|it| it.id == figure)
    }

    /// Remarks on the changes of figures that a comparison still has, or that are gone; the rest is counted. Of what is
    /// gone no more is known than its type.
    pub(super) fn shown(mut self, comparison: &Comparison, types: &[String]) -> Notices {
        let n_all = self.changes.len();
        let is_shown = |id: &str| comparison.figures.iter().any(|it| it.id == id);
        let is_asked = |it: &Change| {
            let kind = it.figure().kind().to_lowercase();
            types.is_empty()
                || types
                    .iter()
                    .any(|asked| kind.starts_with(&asked.to_lowercase()))
        };
        self.changes.retain(|it| match &it.new {
            Some(new) => is_shown(&new.id),
            None => is_asked(it),
        });
        let mut notices = review::notices(&self.story, &self.changes, &self.spots);
        let n_hidden = n_all - self.changes.len();
        if n_hidden > 0 {
            // Writing to a string does not fail.
            let _ = write!(notices.sum, " {n_hidden} more hidden by filters.");
        }
        if self.n_rejected > 0 {
            let n = self.n_rejected;
            let _ = write!(notices.sum, " {n} more rejected before, and not shown.");
        }
        notices
    }
}

/// What is printed: all that was compared, or what changed.
pub(super) enum Report<'a> {
    /// All of it.
    Comparison(Input<'a>),
    /// Only that.
    News(Notices),
}

impl Report<'_> {
    /// As a workbook.
    pub(super) fn workbook(&self, options: &Options) -> Made {
        let made = match self {
            Self::Comparison(input) => report::workbook(input, options),
            Self::News(news) => notice::workbook(news),
        };
        made.map_err(|fault| fault.to_string())
    }

    /// In a format of text.
    ///
    /// # Errors
    /// Those of `out`.
    pub(super) fn write(
        &self,
        format: Format,
        options: &Options,
        out: &mut dyn fmt::Write,
    ) -> fmt::Result {
        match self {
            Self::Comparison(input) => report::diff(input, format, options, out),
            Self::News(news) => notice::write(news, format, options, out),
        }
    }
}
