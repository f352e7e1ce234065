//! Published JSON, version 1. Its types are apart from those of the stages, so that a stage can change without breaking
//! a reader; within version 1 keys are only ever added.

pub mod claim;
mod count;
pub mod figure;
pub mod inspect;
mod name;
pub mod schema;
pub mod value;

use std::{fmt, io};

use serde::Serialize;

use super::Hidden;
use super::view::View;
use crate::ingest;

pub use claim::Claim;
pub use count::{Grades, Verdicts};
pub use figure::{Figure, Related};

pub(crate) use name::{evidence, kind, reason, zone};
pub(crate) use value::exact;

/// The version of the published types.
pub const SCHEMA_VERSION: &str = "1.0";

/// All of `diff -f json`. The order of the fields is that of the output.
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Output<'a> {
    /// "1.0"; the first number changes when a reader must.
    pub schema_version: &'static str,
    /// What wrote it.
    pub tool: Tool,
    /// Every article read, by id.
    #[cfg_attr(test, schemars(with = "Vec<Article<'a>>"))]
    pub articles: Each<'a, Article<'a>>,
    /// Every claim, by article and place.
    #[cfg_attr(test, schemars(with = "Vec<Claim<'a>>"))]
    pub claims: Each<'a, Claim<'a>>,
    /// Every figure, worst verdict first.
    #[cfg_attr(test, schemars(with = "Vec<Figure<'a>>"))]
    pub figures: Each<'a, Figure<'a>>,
    /// What binds figures.
    #[cfg_attr(test, schemars(with = "Vec<Related<'a>>"))]
    pub related: Each<'a, Related<'a>>,
    /// How many of each.
    pub summary: Summary,
}

/// Values that are made when they are written, one at a time: all of them would take as much memory as what they are of.
pub type Each<'a, T> = Box<dyn Iterator<Item = T> + 'a>;

impl fmt::Debug for Output<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Output")
            .field("summary", &self.summary)
            .finish_non_exhaustive()
    }
}

/// The program that wrote an output.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Tool {
    /// Its name.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
}

impl Tool {
    /// This program.
    pub(crate) const THIS: Self = Self {
        name: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
    };
}

/// An article as read. What was not given is null.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Article<'a> {
    /// The file's stem, or the `id` of a JSONL line.
    pub id: &'a str,
    /// The file it came from, as named.
    pub path: Option<String>,
    /// The line of a JSONL file, from 1; null for a file that is one article.
    pub record_line: Option<usize>,
    /// The title, when it was given apart from the text.
    pub title: Option<&'a str>,
    /// Publication date, YYYY-MM-DD.
    pub date: Option<String>,
    /// Who published it.
    pub source: Option<&'a str>,
    /// Where it was published.
    pub url: Option<&'a str>,
    /// Language code.
    pub lang: Option<&'a str>,
}

/// How many of each.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Summary {
    /// Articles read.
    pub articles: usize,
    /// Claims found.
    pub claims: usize,
    /// Figures they make.
    pub figures: usize,
    /// Figures by verdict.
    pub verdicts: Verdicts,
    /// Figures that disagree, by grade.
    pub grades: Grades,
    /// Of those by verdict, the figures whose readings fit each other within one article alone; absent where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub one_article: Option<Verdicts>,
    /// Of those by verdict, the figures whose readings fit each other and that all articles have in the same words; absent where
    /// there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copied: Option<Verdicts>,
    /// Figures that are not in this output, by reason; absent where nobody asked to leave anything out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hidden: Option<Hidden>,
}

impl<'a> Output<'a> {
    /// Everything that `view` shows.
    pub(crate) fn new(view: &'a View<'_>) -> Self {
        let comparison = view.input.comparison;
        let articles = view.articles_in_order();
        let claims = view.records_in_order();
        Self {
            schema_version: SCHEMA_VERSION,
            tool: Tool::THIS,
            summary: Summary {
                articles: articles.len(),
                claims: claims.len(),
                figures: comparison.figures.len(),
                verdicts: Verdicts::count(comparison),
                grades: Grades::count(comparison),
                one_article: Verdicts::of_one_article(comparison).unless_none(),
                copied: Verdicts::of_copies(comparison).unless_none(),
                hidden: view.input.hidden,
            },
            articles: {
                let article = |at: usize| Article::new(&view.input.articles[at]);
                Box::new(articles.into_iter().map(article))
            },
            claims: Box::new(claims.into_iter().map(|at| Claim::new(view, at))),
            figures: Box::new((0..comparison.figures.len()).map(|at| Figure::new(view, at))),
            related: Box::new((0..comparison.related.len()).map(|at| Related::new(view, at))),
        }
    }
}

impl<'a> Article<'a> {
    fn new(article: &'a ingest::Article) -> Self {
        Self {
            id: &article.id,
            path: article.path.as_ref().map(|path| path.display().to_string()),
            record_line: (article.record_line > 0).then_some(article.record_line),
            title: article.title.map(|span| span.slice(&article.text)),
            date: article.date.map(|date| date.to_string()),
            source: article.source.as_deref(),
            url: article.url.as_deref(),
            lang: article.lang.as_deref(),
        }
    }
}

/// Writes `value` on one line.
pub(crate) fn line(value: &impl Serialize, out: &mut dyn fmt::Write) -> fmt::Result {
    Lines::default().write(value, out)
}

/// Writes values on a line each, by way of one buffer.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    line: Line,
}

/// What a value is written into, piece by piece.
#[derive(Debug, Default)]
struct Line(Vec<u8>);

impl io::Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        // Most pieces are a quotation mark, a colon or a comma.
        match bytes {
            [byte] => self.0.push(*byte),
            _ => self.0.extend_from_slice(bytes),
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Lines {
    /// Writes `value` on a line.
    pub(crate) fn write(
        &mut self,
        value: &impl Serialize,
        out: &mut dyn fmt::Write,
    ) -> fmt::Result {
        self.write_with(value, "\n", out)
    }

    /// Writes `value` and what stands behind it.
    fn write_with(
        &mut self,
        value: &impl Serialize,
        end: &str,
        out: &mut dyn fmt::Write,
    ) -> fmt::Result {
        self.line.0.clear();
        serde_json::to_writer(&mut self.line, value).map_err(|_| fmt::Error)?;
        self.line.0.extend_from_slice(end.as_bytes());
        out.write_str(std::str::from_utf8(&self.line.0).map_err(|_| fmt::Error)?)
    }
}

/// Writes an output with one article, claim, figure or bond a line: small, and line tools can work on it.
pub(crate) fn write(output: Output<'_>, out: &mut dyn fmt::Write) -> fmt::Result {
    // Taken apart, so that no field can be forgotten here.
    let Output {
        schema_version,
        tool,
        articles,
        claims,
        figures,
        related,
        summary,
    } = output;
    let (tool, summary) = (text(&tool)?, text(&summary)?);
    writeln!(
        out,
        "{{\"schema_version\":\"{schema_version}\",\"tool\":{tool},"
    )?;
    array("articles", articles, out)?;
    array("claims", claims, out)?;
    array("figures", figures, out)?;
    array("related", related, out)?;
    writeln!(out, "\"summary\":{summary}}}")
}

fn array<T: Serialize>(key: &str, values: Each<'_, T>, out: &mut dyn fmt::Write) -> fmt::Result {
    writeln!(out, "\"{key}\":[")?;
    let (mut lines, mut values) = (Lines::default(), values.peekable());
    while let Some(value) = values.next() {
        let end = if values.peek().is_some() { ",\n" } else { "\n" };
        lines.write_with(&value, end, out)?;
    }
    out.write_str("],\n")
}

/// The published types hold only strings, numbers and lists, which cannot fail to be written.
pub(crate) fn text(value: &impl Serialize) -> Result<String, fmt::Error> {
    serde_json::to_string(value).map_err(|_| fmt::Error)
}
