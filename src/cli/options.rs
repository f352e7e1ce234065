//! What was chosen of how a report looks, in the words of the reports.

use super::args::{DiffFormat, LayoutChoice, OutputArgs, RowsChoice, SortChoice};
use crate::report::{Format, Layout, Options, RowsOf, SheetStyle, Singles, Sort, Style};

/// How a comparison is set.
pub(super) fn options(output: &OutputArgs, style: Style) -> Options {
    Options {
        style,
        singles: if output.all {
            Singles::List
        } else {
            Singles::Count
        },
        layout: match output.layout.unwrap_or_default() {
            LayoutChoice::Auto => Layout::Auto,
            LayoutChoice::Stacked => Layout::Stacked,
            LayoutChoice::Matrix => Layout::Matrix,
            LayoutChoice::List => Layout::List,
        },
        sort: match output.sort.unwrap_or_default() {
            SortChoice::Severity => Sort::Severity,
            SortChoice::Figure => Sort::Figure,
            SortChoice::File => Sort::File,
        },
        rows: match output.rows.unwrap_or_default() {
            RowsChoice::Findings => RowsOf::Findings,
            RowsChoice::Claims => RowsOf::Claims,
        },
        sheet: SheetStyle {
            tagged: output.sheet.hxl,
            marked: output.sheet.bom,
        },
    }
}

/// The format of a word that was typed.
pub(super) const fn format_of(choice: DiffFormat) -> Format {
    match choice {
        DiffFormat::Table => Format::Table,
        DiffFormat::Plain => Format::Plain,
        DiffFormat::List => Format::List,
        DiffFormat::Json => Format::Json,
        DiffFormat::Jsonl => Format::Jsonl,
        DiffFormat::Csv => Format::Csv,
        DiffFormat::Tsv => Format::Tsv,
        DiffFormat::Markdown => Format::Markdown,
        DiffFormat::Html => Format::Html,
        DiffFormat::Xlsx => Format::Xlsx,
        DiffFormat::Sarif => Format::Sarif,
        DiffFormat::Github => Format::Github,
    }
}
