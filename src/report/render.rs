//! A comparison or its claims in a format: which writer writes which.

use std::fmt;

use super::locator::Locator;
use super::rows::Rows;
use super::view::View;
use super::{
    Format, Input, Options, RowsOf, SheetStyle, Style, WorkbookError, ascii, delimited, extract,
    github, grouping, html, inspect, json, layout, list, markdown, plain, sarif, sheet, xlsx,
};
use crate::compare::Inside;
use crate::numbers::Quantity;
use crate::text::Document;

/// `diff` in a format of text. A table is a block a figure, worst verdict first, then what binds figures, then the sum.
///
/// # Errors
/// Those of `out`; and [`Format::Xlsx`], which is no text: see [`workbook`].
pub fn diff(
    input: &Input<'_>,
    format: Format,
    options: &Options,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let view = View::new(input);
    match format {
        Format::Json => return json::write(json::Output::new(&view), out),
        Format::Jsonl => return figures_jsonl(input, out),
        _ => {}
    }
    let rows = Rows::new(&view, options);
    let sheet = || match options.rows {
        RowsOf::Findings => sheet::findings(&view, &rows, options),
        RowsOf::Claims => sheet::claims(&view),
    };
    match format {
        Format::Table => ascii::write(&options.style, out, |out| {
            layout::write(&view, &rows, &options.at_least_narrow(), out)
        }),
        Format::List => ascii::write(&options.style, out, |out| {
            list::write(&rows, &options.at_least_narrow(), out)
        }),
        Format::Plain => ascii::write(&options.style, out, |out| {
            plain::write(&view, &rows, options, out)
        }),
        Format::Markdown => markdown::write(&rows, options, out),
        Format::Csv => delimited::write(&sheet(), b',', options.sheet, out),
        Format::Tsv => delimited::write(&sheet(), b'\t', options.sheet, out),
        Format::Html => html::write(&view, &rows, options, out),
        Format::Sarif => sarif::write(&view, &rows, out),
        Format::Github => github::write(&view, &rows, out),
        Format::Json | Format::Jsonl | Format::Xlsx => Err(fmt::Error),
    }
}

/// `diff -f xlsx`: a workbook with a sheet of findings and one of claims.
///
/// # Errors
/// More rows than a sheet holds.
pub fn workbook(input: &Input<'_>, options: &Options) -> Result<Vec<u8>, WorkbookError> {
    let view = View::new(input);
    let rows = Rows::new(&view, options);
    xlsx::write(&[sheet::findings(&view, &rows, options), sheet::claims(&view)])
}

/// `extract -f xlsx`: a workbook of claims.
///
/// # Errors
/// More rows than a sheet holds.
pub fn claims_workbook(input: &Input<'_>) -> Result<Vec<u8>, WorkbookError> {
    xlsx::write(&[sheet::claims(&View::new(input))])
}

/// `extract -f csv` and `-f tsv`: one claim a row, `delimiter` between the cells.
///
/// # Errors
/// Only those of `out`.
pub fn claims_csv(
    input: &Input<'_>,
    delimiter: u8,
    style: SheetStyle,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    delimited::write(&sheet::claims(&View::new(input)), delimiter, style, out)
}

/// `extract -f jsonl`: one claim a line, by place in the articles, and those in the order of the input.
///
/// # Errors
/// Only those of `out`.
pub fn claims_jsonl(input: &Input<'_>, out: &mut dyn fmt::Write) -> fmt::Result {
    let view = View::new(input);
    let mut lines = json::Lines::default();
    for index in view.records_as_given() {
        lines.write(&json::Claim::new(&view, index), out)?;
    }
    Ok(())
}

/// `extract` and `inspect claims` for people: one claim a row.
///
/// # Errors
/// Only those of `out`.
pub fn claims_table(input: &Input<'_>, style: &Style, out: &mut dyn fmt::Write) -> fmt::Result {
    ascii::write(style, out, |out| {
        extract::claims(&View::new(input), &style.at_least_narrow(), out)
    })
}

/// `diff -f jsonl`: one figure a line, as in [`json`](mod@json).
///
/// # Errors
/// Only those of `out`.
pub fn figures_jsonl(input: &Input<'_>, out: &mut dyn fmt::Write) -> fmt::Result {
    let view = View::new(input);
    for index in 0..input.comparison.figures.len() {
        json::line(&json::Figure::new(&view, index), out)?;
    }
    Ok(())
}

/// `inspect figures` for people: one figure a row, with its block keys and the links that made it one. `inside` is what
/// [`inside`](crate::compare::inside) says of the same records.
///
/// # Errors
/// Only those of `out`.
pub fn figures_table(
    input: &Input<'_>,
    inside: &[Inside],
    style: &Style,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    ascii::write(style, out, |out| {
        grouping::table(&View::new(input), inside, &style.at_least_narrow(), out)
    })
}

/// `inspect figures -f jsonl`: one figure a line, as in [`json`](mod@json), with its block keys and links.
///
/// # Errors
/// Only those of `out`.
pub fn figures_inside_jsonl(
    input: &Input<'_>,
    inside: &[Inside],
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    grouping::jsonl(&View::new(input), inside, out)
}

/// `inspect numbers -f jsonl`: one numeral of one article a line, guards included.
///
/// # Errors
/// Only those of `out`.
pub fn numbers_jsonl(
    document: &Document<'_>,
    quantities: &[Quantity],
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let locator = Locator::new(std::slice::from_ref(document.article));
    for quantity in quantities {
        json::line(
            &json::inspect::Numeral::new(document, &locator, quantity),
            out,
        )?;
    }
    Ok(())
}

/// `inspect numbers` for people. `name` is the article's short name.
///
/// # Errors
/// Only those of `out`.
pub fn numbers_table(
    document: &Document<'_>,
    quantities: &[Quantity],
    name: &str,
    style: &Style,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    ascii::write(style, out, |out| {
        inspect::numbers(document, quantities, name, &style.at_least_narrow(), out)
    })
}

/// `inspect sentences -f jsonl`: one sentence of one article a line.
///
/// # Errors
/// Only those of `out`.
pub fn sentences_jsonl(document: &Document<'_>, out: &mut dyn fmt::Write) -> fmt::Result {
    let locator = Locator::new(std::slice::from_ref(document.article));
    for sentence in &document.sentences {
        json::line(
            &json::inspect::Sentence::new(document, &locator, sentence),
            out,
        )?;
    }
    Ok(())
}

/// `inspect sentences` for people. `name` is the article's short name.
///
/// # Errors
/// Only those of `out`.
pub fn sentences_table(
    document: &Document<'_>,
    name: &str,
    style: &Style,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    ascii::write(style, out, |out| {
        inspect::sentences(document, name, &style.at_least_narrow(), out)
    })
}
