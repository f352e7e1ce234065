//! Sheets with commas or tabs between their cells. The one home of the csv crate.

use std::fmt;

use csv::{QuoteStyle, WriterBuilder};

use super::sheet::{Cell, Sheet};

/// Writes a sheet; `delimiter` stands between its cells.
pub(crate) fn write(sheet: &Sheet, delimiter: u8, out: &mut dyn fmt::Write) -> fmt::Result {
    let mut writer = WriterBuilder::new()
        .delimiter(delimiter)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(Vec::new());
    let failed = |_| fmt::Error;
    writer.write_record(sheet.columns).map_err(failed)?;
    for row in &sheet.rows {
        writer
            .write_record(row.iter().map(written))
            .map_err(failed)?;
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

    fn sheet(cells: &[&str]) -> Sheet {
        Sheet {
            name: "x",
            columns: &["a", "b"],
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
            write(&sheet(cells), delimiter, &mut text).unwrap();
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
}
