//! Sheets with commas or tabs between their cells. The one home of the csv crate.

use std::fmt;

use csv::{QuoteStyle, WriterBuilder};

use super::SheetStyle;
use super::sheet::{Cell, Sheet};

/// What spreadsheets take for a sign of UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Writes a sheet; `delimiter` stands between its cells.
pub(crate) fn write(
    sheet: &Sheet,
    delimiter: u8,
    style: SheetStyle,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let mut writer = WriterBuilder::new()
        .delimiter(delimiter)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(Vec::new());
    let failed = |_| fmt::Error;
    let names = sheet.columns.iter().map(|column| column.name);
    writer.write_record(names).map_err(failed)?;
    let tags = sheet.columns.iter().map(|column| column.tag);
    if style.tagged && tags.clone().any(|tag| !tag.is_empty()) {
        writer.write_record(tags).map_err(failed)?;
    }
    for row in &sheet.rows {
        writer
            .write_record(row.iter().map(written))
            .map_err(failed)?;
    }
    if style.marked {
        out.write_char(BYTE_ORDER_MARK)?;
    }
    let bytes = writer.into_inner().map_err(|_| fmt::Error)?;
    out.write_str(&String::from_utf8(bytes).map_err(|_| fmt::Error)?)
}

/// A cell as written. Words that a spreadsheet would take for a formula get an apostrophe before them: an article
/// must not be able to make a colleague's spreadsheet fetch a page.
fn written(cell: &Cell) -> String {
    match cell {
        Cell::Number(number) => number.to_string(),
        Cell::Text(words) if words.starts_with(['=', '+', '-', '@', '\t', '\r']) => {
            format!("'{words}")
        }
        Cell::Text(words) => words.clone(),
        Cell::Empty => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decimal::Decimal;
    use crate::report::sheet::Column;

    fn sheet(cells: &[&str]) -> Sheet {
        Sheet {
            name: "x",
            columns: vec![
                Column {
                    name: "a",
                    tag: "#meta+a",
                },
                Column {
                    name: "b",
                    tag: "#meta+b",
                },
            ],
            rows: vec![
                cells
                    .iter()
                    .map(|cell| Cell::Text((*cell).to_owned()))
                    .collect(),
                vec![Cell::Number(Decimal::from(-7)), Cell::Empty],
            ],
        }
    }

    #[test]
    fn words_are_never_formulas_and_numbers_stay_numbers() {
        let check = |cells: &[&str], delimiter: u8, expected: &str| {
            let mut text = String::new();
            write(&sheet(cells), delimiter, SheetStyle::default(), &mut text).unwrap();
            assert_eq!(text, expected);
        };
        check(&["=1+1", "@x"], b',', "a,b\n'=1+1,'@x\n-7,\n");
        check(
            &["+40 dead", "- \"so\""],
            b'\t',
            "a\tb\n'+40 dead\t\"'- \"\"so\"\"\"\n-7\t\n",
        );
        check(&["1,139", "a\nb"], b',', "a,b\n\"1,139\",\"a\nb\"\n-7,\n");
    }

    #[test]
    fn hashtags_stand_under_the_names_and_the_mark_before_all() {
        let style = SheetStyle {
            tagged: true,
            marked: true,
        };
        let mut text = String::new();
        write(&sheet(&["x", "y"]), b',', style, &mut text).unwrap();
        assert_eq!(text, "\u{feff}a,b\n#meta+a,#meta+b\nx,y\n-7,\n");
    }
}
