//! `diff` for people: a block a figure, with its readings in columns. The one home of the table crate.

use std::fmt::{self, Write};

use rayon::prelude::*;

use comfy_table::{Cell, ColumnConstraint, ContentArrangement, Table, Width, presets};

use super::block::Block;
use super::reading::Reading;
use super::rows::Rows;
use super::{Options, Style, ending, header, list, paint, wrap};

/// Blanks before every row of a block, under its header.
const INDENT: usize = 4;
/// Blanks between columns.
const GAP: usize = 2;
/// At this width and below a table would be all line ends.
const NARROW: usize = 60;
/// Columns that a word without digits may be cut down to.
const SYLLABLE: usize = 10;

const HEADINGS: [&str; 5] = ["where", "as written", "read as", "as of", "who says so"];

/// Writes all rows: blocks, bonds, figures of one reading, sum.
pub(crate) fn write(rows: &Rows, options: &Options, out: &mut dyn fmt::Write) -> fmt::Result {
    let style = &options.style;
    let cells: Vec<Vec<String>> = rows
        .blocks
        .par_iter()
        .flat_map_iter(|block| block.readings.iter().map(cells))
        .collect();
    let Some(grid) = Grid::new(&HEADINGS, &cells, style.width, INDENT) else {
        return list::write(rows, options, out);
    };
    if !rows.blocks.is_empty() {
        let headings = grid.render(&[HEADINGS.map(str::to_owned).to_vec()]);
        out.write_str(&paint::tone(style, paint::Tone::Faint, headings.trim_end()))?;
        out.write_char('\n')?;
    }
    let padding = header::verdict_width(&rows.blocks);
    let blocks: Vec<String> = rows
        .blocks
        .par_iter()
        .map(|block| {
            let mut text = String::new();
            write_block(block, &grid, style, padding, &mut text)?;
            Ok(text)
        })
        .collect::<Result<_, fmt::Error>>()?;
    for block in blocks {
        out.write_str(&block)?;
        out.write_char('\n')?;
    }
    ending::write(rows, style, options.singles, out)
}

fn write_block(
    block: &Block,
    grid: &Grid,
    style: &Style,
    padding: usize,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    header::write(block, style, padding, out)?;
    let cells: Vec<Vec<String>> = block.readings.iter().map(cells).collect();
    out.write_str(&grid.render(&cells))?;
    list::write_reasons(block, style, INDENT, out)
}

fn cells(reading: &Reading) -> Vec<String> {
    vec![
        reading.place.clone(),
        reading.counted(),
        reading.meaning.clone(),
        reading.as_of.clone(),
        reading.source.clone(),
    ]
}

/// True when rows can be set under headings without breaking a number.
pub(crate) fn fits(headings: &[&str], rows: &[Vec<String>], style: &Style) -> bool {
    Grid::new(headings, rows, style.width, 0).is_some()
}

/// A table of plain rows under headings; a list of rows where it does not fit.
pub(crate) fn plain(
    headings: &[&str],
    rows: &[Vec<String>],
    style: &Style,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let Some(grid) = Grid::new(headings, rows, style.width, 0) else {
        return list::write_rows(headings, rows, style, out);
    };
    let first: Vec<String> = headings.iter().map(|&name| name.to_owned()).collect();
    let head = grid.render(&[first]);
    out.write_str(&paint::tone(style, paint::Tone::Faint, head.trim_end()))?;
    out.write_char('\n')?;
    out.write_str(&grid.render(rows))
}

/// Column widths that all blocks of a report share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Grid {
    widths: Vec<usize>,
    indent: usize,
}

impl Grid {
    /// Widths under which `rows` fit `limit` columns and no number is broken; `None` when there are none.
    pub(super) fn new(
        headings: &[&str],
        rows: &[Vec<String>],
        limit: usize,
        indent: usize,
    ) -> Option<Self> {
        let n_columns = headings.len();
        let mut wanted: Vec<usize> = headings.iter().map(|name| wrap::width(name)).collect();
        let mut needed = wanted.clone();
        for row in rows {
            for (at, cell) in row.iter().enumerate().take(n_columns) {
                wanted[at] = wanted[at].max(wrap::width(cell));
                needed[at] = needed[at].max(narrowest(cell));
            }
        }
        let room = limit.checked_sub(indent + GAP * n_columns)?;
        if limit <= NARROW || needed.iter().sum::<usize>() > room {
            return None;
        }
        Some(Self {
            widths: shrink(wanted, &needed, room),
            indent,
        })
    }

    /// The rows as lines, without blanks at their ends.
    pub(super) fn render(&self, rows: &[Vec<String>]) -> String {
        let mut table = Table::new();
        table
            .load_style(presets::NOTHING)
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(u16::MAX);
        for row in rows {
            let cells = row.iter().zip(&self.widths);
            table.add_row(cells.map(|(cell, &width)| Cell::new(wrap::cell(cell, width))));
        }
        for (at, width) in self.widths.iter().enumerate() {
            let width = u16::try_from(width + GAP).unwrap_or(u16::MAX);
            if let Some(column) = table.column_mut(at) {
                column
                    .set_padding((0, GAP as u16))
                    .set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
            }
        }
        let mut text = String::new();
        for line in table.lines() {
            let line = format!("{:indent$}{line}", "", indent = self.indent);
            // Writing to a string does not fail.
            let _ = writeln!(text, "{}", line.trim_end());
        }
        text
    }
}

/// The width below which a cell would lose a number or fall to pieces.
fn narrowest(cell: &str) -> usize {
    let least = |word: &str| {
        let width = wrap::width(word);
        if word.contains(char::is_numeric) {
            width
        } else {
            width.min(SYLLABLE)
        }
    };
    cell.split(' ').map(least).max().unwrap_or(0)
}

/// Takes columns from the widest that can give until the sum is at most `room`.
fn shrink(mut widths: Vec<usize>, needed: &[usize], room: usize) -> Vec<usize> {
    // Beyond the room itself no column is of use; this bounds the steps below.
    for (width, least) in widths.iter_mut().zip(needed) {
        *width = (*width).min(room).max(*least);
    }
    while widths.iter().sum::<usize>() > room {
        let widest = (0..widths.len())
            .filter(|&at| widths[at] > needed[at])
            .max_by_key(|&at| widths[at]);
        match widest {
            Some(at) => widths[at] -= 1,
            None => break,
        }
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_column_gives_first_and_none_below_its_need() {
        let check = |widths: &[usize], needed: &[usize], room, expected: &[usize]| {
            assert_eq!(shrink(widths.to_vec(), needed, room), expected);
        };
        check(&[10, 30], &[5, 5], 40, &[10, 30]);
        check(&[10, 30], &[5, 5], 30, &[10, 20]);
        check(&[10, 30], &[5, 28], 33, &[5, 28]);
        check(&[10, 3000], &[5, 5], 20, &[10, 10]);
    }

    #[test]
    fn right_to_left_words_keep_to_their_cell() {
        let row = |a: &str, b: &str| vec![a.to_owned(), b.to_owned()];
        let rows = [
            row("قتل 12", "x"),
            row("נהרגו שבעה אנשים", "y"),
            row("ten", "z"),
        ];
        let grid = Grid::new(&["a", "b"], &rows, 80, 0).unwrap();
        let text = grid.render(&rows);
        let starts: Vec<usize> = text
            .lines()
            .map(|line| wrap::width(&line[..line.len() - 1]))
            .collect();
        assert_eq!(starts, [18, 18, 18], "{text:?}");
        for line in text.lines().take(2) {
            let (from, to) = (
                line.find('\u{2068}').unwrap(),
                line.find('\u{2069}').unwrap(),
            );
            assert!(from == 0 && to < line.len() - 4, "{line:?}");
        }
    }

    #[test]
    fn wide_characters_keep_columns_straight() {
        let row = |a: &str, b: &str| vec![a.to_owned(), b.to_owned()];
        let rows = [row("東京で12人", "x"), row("ten", "y")];
        let grid = Grid::new(&["a", "b"], &rows, 80, 0).unwrap();
        assert_eq!(grid.render(&rows), "東京で12人  x\nten         y\n");
    }
}
