//! Remarks on figures, in every format: what changed since a snapshot, what is wrong with a draft.
//!
//! A remark has a code, a severity, readings side by side and some words in addition. Who makes remarks says which
//! codes there are; how they look is settled here once.

mod flat;
mod lines;
mod machine;
mod page;

use std::fmt;

use serde::Serialize;

use super::json::{self, Tool};
use super::view::View;
use super::{
    Format, Options, Severity, Style, WorkbookError, ascii, days, delimited, sanitise, xlsx,
};
use crate::ingest::Field;

/// All remarks of a run.
#[derive(Clone, Debug)]
pub struct Notices {
    /// What they are about: "changes since the snapshot ferry".
    pub about: String,
    /// One sentence that sums up.
    pub sum: String,
    /// Every code there is, with what it means and how loud it is.
    pub codes: &'static [(&'static str, &'static str, Severity)],
    /// The remarks, in order.
    pub notices: Vec<Notice>,
}

/// One remark.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Notice {
    /// What it is, in a word: moved, stale.
    pub code: &'static str,
    /// none, info, warning, error.
    #[serde(serialize_with = "severity")]
    #[cfg_attr(test, schemars(with = "String"))]
    pub severity: Severity,
    /// Content-made id of the remark.
    pub id: String,
    /// The id of the figure, or the key of the sheet's entry; empty when there is none.
    pub figure: String,
    /// "deaths · ferry, Port Amble".
    pub label: String,
    /// Where to look; null for what is nowhere any longer.
    pub place: Option<Spot>,
    /// What is read, side by side.
    pub readings: Vec<Told>,
    /// Words in addition: effect, why, write, note.
    pub remarks: Vec<Remark>,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Spot {
    /// The article's id.
    pub article: String,
    /// Its file, as named; null for standard input.
    pub path: Option<String>,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1; null where only the line is known.
    pub column: Option<usize>,
    /// One past the last column.
    pub end_column: Option<usize>,
}

/// One reading of a remark.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Told {
    /// old, new or same; draft, sheet or source.
    pub side: &'static str,
    /// Whose it is: the article with line and column, or "sheet".
    pub place: String,
    /// The words as written.
    pub says: String,
    /// What they are taken for.
    pub reads: String,
    /// The time of which they speak, in words; its days for another program.
    #[serde(serialize_with = "as_of")]
    #[cfg_attr(test, schemars(with = "json::claim::AsOf"))]
    pub as_of: String,
    /// Who says so; empty when nobody is named.
    pub source: String,
    /// The sentence; empty where there is none to show.
    pub sentence: String,
}

/// Words under a heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Remark {
    /// effect, why, write, note.
    pub key: &'static str,
    /// The words.
    pub text: String,
}

/// All of `-f json`.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Document<'a> {
    /// "1.0"; the first number changes when a reader must.
    schema_version: &'static str,
    /// What wrote it.
    tool: Tool,
    /// What the remarks are about.
    about: &'a str,
    /// One sentence that sums up.
    summary: &'a str,
    /// The remarks, in order.
    notices: &'a [Notice],
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands a field over by reference"
)]
fn severity<S: serde::Serializer>(severity: &Severity, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(severity.name())
}

#[expect(clippy::ptr_arg, reason = "serde hands a field over by reference")]
fn as_of<S: serde::Serializer>(words: &String, to: S) -> Result<S::Ok, S::Error> {
    json::claim::AsOf::new(&days::read(words)).serialize(to)
}

impl Told {
    /// The sign before its line: what goes is `-`, what comes `+`.
    fn sign(&self) -> char {
        match self.side {
            "old" => '-',
            "new" => '+',
            "draft" | "summary" => '>',
            _ => ' ',
        }
    }

    /// Place, words, meaning, time and source, as the columns of a table have them.
    fn cells(&self) -> [String; 5] {
        let source = if self.source.is_empty() {
            super::words::NO_SOURCE.to_owned()
        } else {
            self.source.clone()
        };
        [
            format!("{} {}", self.sign(), self.place),
            self.says.clone(),
            self.reads.clone(),
            self.as_of.clone(),
            source,
        ]
    }
}

impl Notice {
    /// "! MISMATCH".
    fn heading(&self) -> String {
        let sign = match self.severity {
            Severity::Error => '!',
            Severity::Warning => '?',
            Severity::Info => '.',
            Severity::None => '=',
        };
        format!("{sign} {}", self.code.replace('-', " ").to_uppercase())
    }

    /// The words under a heading; empty without it.
    fn remark(&self, key: &str) -> &str {
        let found = self.remarks.iter().find(|it| it.key == key);
        found.map_or("", |it| &it.text)
    }
}

/// Writes remarks in a format of text.
///
/// # Errors
/// Those of `out`; and [`Format::Xlsx`], which is no text: see [`workbook`].
pub fn write(
    notices: &Notices,
    format: Format,
    options: &Options,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let style = &options.at_least_narrow().style;
    match format {
        Format::Table => ascii::write(style, out, |out| lines::table(notices, style, out)),
        Format::List => ascii::write(style, out, |out| lines::list(notices, style, out)),
        Format::Plain => ascii::write(style, out, |out| lines::plain(notices, out)),
        Format::Json => document(notices, out),
        Format::Jsonl => notices
            .notices
            .iter()
            .try_for_each(|notice| json::line(notice, out)),
        Format::Csv => delimited::write(&flat::sheet(notices), b',', options.sheet, out),
        Format::Tsv => delimited::write(&flat::sheet(notices), b'\t', options.sheet, out),
        Format::Markdown => page::markdown(notices, out),
        Format::Html => page::html(notices, out),
        Format::Sarif => machine::sarif(notices, out),
        Format::Github => machine::github(notices, out),
        Format::Xlsx => Err(fmt::Error),
    }
}

/// The readings and words of one remark for people, without its heading.
///
/// # Errors
/// Only those of `out`.
pub fn block(notice: &Notice, style: &Style, out: &mut dyn fmt::Write) -> fmt::Result {
    ascii::write(style, out, |out| {
        lines::block(notice, &style.at_least_narrow(), out)
    })
}

/// Remarks as a workbook of one sheet.
///
/// # Errors
/// More rows than a sheet holds.
pub fn workbook(notices: &Notices) -> Result<Vec<u8>, WorkbookError> {
    xlsx::write(&[flat::sheet(notices)])
}

/// One object, with a remark a line.
fn document(notices: &Notices, out: &mut dyn fmt::Write) -> fmt::Result {
    let Document {
        schema_version,
        tool,
        about,
        summary,
        notices,
    } = Document::new(notices);
    let (tool, about) = (json::text(&tool)?, json::text(&about)?);
    let summary = json::text(&summary)?;
    write!(
        out,
        "{{\"schema_version\":\"{schema_version}\",\"tool\":{tool},\"about\":{about},"
    )?;
    writeln!(out, "\"summary\":{summary},")?;
    writeln!(out, "\"notices\":[")?;
    for (at, notice) in notices.iter().enumerate() {
        out.write_str(&json::text(notice)?)?;
        out.write_str(if at + 1 < notices.len() { ",\n" } else { "\n" })?;
    }
    out.write_str("]}\n")
}

impl<'a> Document<'a> {
    pub(crate) fn new(notices: &'a Notices) -> Self {
        Self {
            schema_version: json::SCHEMA_VERSION,
            tool: Tool::THIS,
            about: &notices.about,
            summary: &notices.sum,
            notices: &notices.notices,
        }
    }
}

/// Where the number of the record at `claim` stands.
pub(crate) fn spot(view: &View<'_>, claim: usize) -> Spot {
    let record = view.record(claim);
    let article = view.input.articles.get(record.article);
    let (path, line) = article.map_or((None, 0), |it| (it.path.as_ref(), it.record_line));
    let place = view.place(claim);
    let words = record.claim.quantity.span.slice(view.text(claim));
    let is_plain = line == 0 && place.field == Field::Text;
    let column = is_plain.then_some(place.position.column);
    Spot {
        article: sanitise::line(view.article_id(record.article)),
        path: path.map(|it| sanitise::line(&it.display().to_string())),
        line: if line > 0 {
            line
        } else if is_plain {
            place.position.line
        } else {
            1
        },
        column,
        end_column: column
            .filter(|_| !words.contains('\n'))
            .map(|it| it + words.chars().count()),
    }
}
