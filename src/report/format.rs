//! The formats of a comparison, and how each is set.

use std::path::Path;

use super::Style;

/// A format of `diff`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people at a terminal.
    Table,
    /// One sentence a line, for screen readers.
    Plain,
    /// One thing under the other, no columns.
    List,
    /// Everything, in one object.
    Json,
    /// One figure a line.
    Jsonl,
    /// A sheet with commas.
    Csv,
    /// A sheet with tabs.
    Tsv,
    /// For a chat, a wiki or a pull request.
    Markdown,
    /// One page that needs nothing else.
    Html,
    /// A workbook of two sheets.
    Xlsx,
    /// For code scanning, version 2.1.0.
    Sarif,
    /// Annotations of a workflow on GitHub.
    Github,
}

impl Format {
    /// The format that the ending of a file's name speaks of; `None` when it speaks of none.
    pub fn of_path(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        // SARIF 2.1.0, section 3.2: the ending is `.sarif` or `.sarif.json`.
        let is_sarif = |stem: &str| stem.to_ascii_lowercase().ends_with(".sarif");
        Some(match &*ending {
            "json" if path.file_stem()?.to_str().is_some_and(is_sarif) => Self::Sarif,
            "txt" => Self::Table,
            "json" => Self::Json,
            "jsonl" | "ndjson" => Self::Jsonl,
            "csv" => Self::Csv,
            "tsv" | "tab" => Self::Tsv,
            "md" | "markdown" => Self::Markdown,
            "html" | "htm" => Self::Html,
            "xlsx" => Self::Xlsx,
            "sarif" => Self::Sarif,
            _ => return None,
        })
    }
}

impl Format {
    /// This format for the file at `path`, which was asked for beside the ending of its name. `.txt` takes any text, and
    /// `.json` whatever is JSON.
    ///
    /// # Errors
    /// The ending speaks of another format: one of the two is a slip.
    pub fn into_file(self, path: &Path) -> Result<Self, String> {
        let fits = match Self::of_path(path) {
            None | Some(Self::Table) => true,
            Some(Self::Json) => matches!(self, Self::Json | Self::Jsonl | Self::Sarif),
            Some(ending) => ending == self,
        };
        let fault = "its ending speaks of another format than -f; leave one of the two out";
        fits.then_some(self).ok_or_else(|| fault.to_owned())
    }
}

/// How a comparison is set, beyond its format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Width and colour.
    pub style: Style,
    /// Figures of one reading.
    pub singles: Singles,
    /// How a table is laid out.
    pub layout: Layout,
    /// What comes first.
    pub sort: Sort,
    /// What a row of CSV and TSV is.
    pub rows: RowsOf,
    /// How CSV and TSV are dressed.
    pub sheet: SheetStyle,
}

impl Options {
    /// The usual settings, in this style.
    pub fn new(style: Style) -> Self {
        Self {
            style,
            singles: Singles::default(),
            layout: Layout::default(),
            sort: Sort::default(),
            rows: RowsOf::default(),
            sheet: SheetStyle::default(),
        }
    }
}

impl Options {
    /// The same, no narrower than what a report can be set in.
    pub(crate) fn at_least_narrow(self) -> Self {
        Self {
            style: self.style.at_least_narrow(),
            ..self
        }
    }
}

/// What the table does with figures of one reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Singles {
    /// They are counted.
    #[default]
    Count,
    /// They are listed, one line each.
    List,
}

/// How a table is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Layout {
    /// A list when narrow, a matrix when wide and at least half full, else stacked.
    #[default]
    Auto,
    /// A block a figure, a line a reading.
    Stacked,
    /// A line a figure, a column an article.
    Matrix,
    /// One under the other.
    List,
}

/// What comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Sort {
    /// The worst verdict, then the largest grade.
    #[default]
    Severity,
    /// The figure's label.
    Figure,
    /// The article and place of the first reading.
    File,
}

/// What a row of CSV and TSV is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum RowsOf {
    /// A figure with its verdict.
    #[default]
    Findings,
    /// A claim with its figure.
    Claims,
}

/// How CSV and TSV are dressed for those who read them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct SheetStyle {
    /// A row of HXL hashtags stands under the names of the columns.
    pub tagged: bool,
    /// A byte order mark stands first, by which spreadsheets know UTF-8.
    pub marked: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_speaks_of_its_format() {
        let check = |name: &str, expected: Option<Format>| {
            assert_eq!(Format::of_path(Path::new(name)), expected, "{name}");
        };
        check("a/report.html", Some(Format::Html));
        check("REPORT.XLSX", Some(Format::Xlsx));
        check("a.b.jsonl", Some(Format::Jsonl));
        check("results.sarif", Some(Format::Sarif));
        check("a/Results.sarif.json", Some(Format::Sarif));
        check("sarif.json", Some(Format::Json));
        check("report", None);
        check("report.pdf", None);
    }
}
