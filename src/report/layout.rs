//! Which way a table is laid out, by what was asked for and what fits.

use std::fmt;

use super::matrix::Matrix;
use super::rows::Rows;
use super::view::View;
use super::{Layout, Options, list, table};

/// Writes a table in the layout asked for. Where that would break a number, the next one that does not.
pub(crate) fn write(
    view: &View<'_>,
    rows: &Rows,
    options: &Options,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let style = &options.style;
    match options.layout {
        Layout::List => list::write(rows, options, out),
        Layout::Stacked => table::write(rows, options, out),
        Layout::Matrix => {
            let matrix = Matrix::new(view, rows);
            if matrix.fits(style) {
                matrix.write(rows, options, out)
            } else {
                table::write(rows, options, out)
            }
        }
        Layout::Auto => {
            let matrix = (style.width >= super::matrix::WIDE).then(|| Matrix::new(view, rows));
            match matrix.filter(|matrix| matrix.suits(style)) {
                Some(matrix) => matrix.write(rows, options, out),
                None => table::write(rows, options, out),
            }
        }
    }
}
