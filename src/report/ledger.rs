//! Rows under headings, in every format that has rows: what was decided, and when.

use std::fmt;

use super::sheet::{Cell, Sheet, untagged};
use super::{
    Format, SheetStyle, Style, WorkbookError, delimited, html, markdown, sanitise, table, xlsx,
};

/// A table of words.
#[derive(Clone, Debug)]
pub struct Ledger {
    /// What it is called.
    pub name: &'static str,
    /// The headings.
    pub columns: &'static [&'static str],
    /// As many cells a row as there are headings.
    pub rows: Vec<Vec<String>>,
}

impl Ledger {
    /// Writes it: table, list, plain, csv, tsv, markdown or html.
    ///
    /// # Errors
    /// Those of `out`; and formats that are no tables.
    pub fn write(&self, format: Format, style: &Style, out: &mut dyn fmt::Write) -> fmt::Result {
        let style = &style.at_least_narrow();
        match format {
            Format::Table | Format::List => table::plain(self.columns, &self.cleaned(), style, out),
            Format::Plain => self.plain(out),
            Format::Csv => delimited::write(&self.sheet(), b',', SheetStyle::default(), out),
            Format::Tsv => delimited::write(&self.sheet(), b'\t', SheetStyle::default(), out),
            Format::Markdown => self.markdown(out),
            Format::Html => self.html(out),
            _ => Err(fmt::Error),
        }
    }

    /// It as a workbook.
    ///
    /// # Errors
    /// More rows than a sheet holds.
    pub fn workbook(&self) -> Result<Vec<u8>, WorkbookError> {
        xlsx::write(&[self.sheet()])
    }

    fn cleaned(&self) -> Vec<Vec<String>> {
        let clean = |row: &Vec<String>| row.iter().map(|it| sanitise::line(it)).collect();
        self.rows.iter().map(clean).collect()
    }

    fn sheet(&self) -> Sheet {
        let row = |row: Vec<String>| row.into_iter().map(Cell::text).collect();
        Sheet {
            name: self.name,
            columns: untagged(self.columns),
            rows: self.cleaned().into_iter().map(row).collect(),
        }
    }

    fn plain(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        for row in self.cleaned() {
            let said: Vec<String> = self
                .columns
                .iter()
                .zip(&row)
                .filter(|(_, cell)| !cell.is_empty())
                .map(|(name, cell)| format!("{name}: {cell}"))
                .collect();
            writeln!(out, "{}.", said.join("; "))?;
        }
        Ok(())
    }

    fn markdown(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        writeln!(out, "| {} |", self.columns.join(" | "))?;
        writeln!(out, "|{}", "---|".repeat(self.columns.len()))?;
        for row in self.cleaned() {
            let cells: Vec<String> = row.iter().map(|it| markdown::escaped(it)).collect();
            writeln!(out, "| {} |", cells.join(" | "))?;
        }
        Ok(())
    }

    fn html(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        html::bare_head(self.name, "", out)?;
        let cells = |tag: &str, row: &[String]| -> String {
            let cell = |it: &String| format!("<{tag}>{}</{tag}>", html::escaped(it));
            row.iter().map(cell).collect()
        };
        let head: Vec<String> = self.columns.iter().map(|&it| it.to_owned()).collect();
        writeln!(
            out,
            "<main><div class=\"scroll\"><table class=\"readings\">\n<thead><tr>{}</tr></thead>\n<tbody>",
            cells("th", &head)
        )?;
        for row in self.cleaned() {
            writeln!(out, "<tr>{}</tr>", cells("td", &row))?;
        }
        out.write_str("</tbody></table></div></main>\n</body>\n</html>\n")
    }
}
