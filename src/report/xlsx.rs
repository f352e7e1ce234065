//! A workbook of two sheets, findings and claims. The one home of the workbook crate.

use rust_xlsxwriter::XlsxError;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet};

use super::sheet::{Cell, Column, Sheet};
use super::wrap;
use crate::decimal::Decimal;

/// A workbook cannot be made: more rows than a sheet holds, and the like.
#[derive(Debug, thiserror::Error)]
#[error("no workbook can be made of it: {0}; write CSV instead")]
pub struct WorkbookError(#[from] XlsxError);

/// The narrowest and the widest column, in characters.
const WIDTHS: (usize, usize) = (8, 60);
/// Digits that a spreadsheet keeps of a number; longer ones are written as words.
const DIGITS: usize = 15;
/// Characters that a cell holds at most.
const CELL: usize = 32_767;

/// The bytes of a workbook. The same sheets give the same bytes: it carries no time of its making.
///
/// # Errors
/// A sheet with more rows than a spreadsheet holds.
pub(crate) fn write(sheets: &[Sheet]) -> Result<Vec<u8>, WorkbookError> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_author("figcheck")
            .set_creation_datetime(&made),
    );
    for sheet in sheets {
        fill(workbook.add_worksheet(), sheet)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn fill(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let heading = Format::new().set_bold();
    let body = Format::new().set_align(FormatAlign::Top).set_text_wrap();
    page.set_name(sheet.name)?.set_freeze_panes(1, 0)?;
    for (at, column) in (0..).zip(&sheet.columns) {
        page.write_with_format(0, at, column.name, &heading)?;
    }
    for (line, row) in (1..).zip(&sheet.rows) {
        for (at, cell) in (0..).zip(row) {
            put(page, line, at, cell, &body)?;
        }
    }
    for (at, width) in (0..).zip(widths(sheet)) {
        page.set_column_width(at, width)?;
    }
    let last = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    let n_columns = u16::try_from(sheet.columns.len()).unwrap_or(1);
    page.autofilter(0, 0, last.max(1), n_columns.saturating_sub(1))?;
    Ok(())
}

fn put(
    page: &mut Worksheet,
    line: u32,
    at: u16,
    cell: &Cell,
    format: &Format,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Number(number) if is_kept(*number) => {
            page.write_with_format(line, at, *number, format)?
        }
        Cell::Number(number) => page.write_with_format(line, at, number.to_string(), format)?,
        Cell::Text(words) if words.len() > CELL => {
            let cut: String = words.chars().take(CELL - 1).chain(['…']).collect();
            page.write_with_format(line, at, cut, format)?
        }
        Cell::Text(words) => page.write_with_format(line, at, words, format)?,
        Cell::Empty => page,
    };
    Ok(())
}

/// True when a spreadsheet keeps every digit.
fn is_kept(number: Decimal) -> bool {
    number
        .to_string()
        .chars()
        .filter(char::is_ascii_digit)
        .count()
        <= DIGITS
}

/// As wide as the widest word of the column asks, within bounds.
fn widths(sheet: &Sheet) -> Vec<u16> {
    let of_cell = |cell: &Cell| match cell {
        Cell::Text(words) => wrap::width(words),
        Cell::Number(number) => number.to_string().len(),
        Cell::Empty => 0,
    };
    let width = |(at, column): (usize, &Column)| {
        let cells = sheet.rows.iter().filter_map(|row| row.get(at)).map(of_cell);
        let widest = cells.max().unwrap_or(0).max(column.name.len() + 3) + 1;
        u16::try_from(widest.clamp(WIDTHS.0, WIDTHS.1)).unwrap_or(u16::MAX)
    };
    sheet.columns.iter().enumerate().map(width).collect()
}
