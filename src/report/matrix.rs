//! For wide screens: a line a figure, a column an article, so that the eye runs along what one article says.

use std::collections::BTreeMap;
use std::fmt;

use super::block::Block;
use super::rows::Rows;
use super::view::View;
use super::{Options, Style, ending, header, list, reading, sanitise, table};
use crate::compare::Verdict;

/// Below this width a matrix is not thought of.
pub(crate) const WIDE: usize = 120;

/// One line a figure, one column an article.
#[derive(Clone, Debug)]
pub(crate) struct Matrix {
    headings: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Matrix {
    /// The matrix of `rows`: articles in the order of their names, those alone that say something.
    pub(crate) fn new(view: &View<'_>, rows: &Rows) -> Self {
        let said: Vec<BTreeMap<String, String>> =
            rows.blocks.iter().map(|block| said(view, block)).collect();
        let mut names: Vec<&String> = said.iter().flat_map(BTreeMap::keys).collect();
        names.sort();
        names.dedup();
        let mut headings = vec!["figure".to_owned()];
        headings.extend(names.iter().map(|name| (*name).clone()));
        headings.extend(["verdict".to_owned(), "id".to_owned()]);
        let line = |(block, said): (&Block, &BTreeMap<String, String>)| {
            let mut line = vec![block.label.clone()];
            line.extend(
                names
                    .iter()
                    .map(|name| said.get(*name).cloned().unwrap_or_default()),
            );
            line.push(header::verdict_words(block.verdict, block.grade));
            line.push(block.id.clone());
            line
        };
        Self {
            rows: rows.blocks.iter().zip(&said).map(line).collect(),
            headings,
        }
    }

    /// True when it is worth its columns: on a wide screen, with at least half of its cells filled, and no number
    /// broken.
    pub(crate) fn suits(&self, style: &Style) -> bool {
        let cells = || self.rows.iter().flat_map(|row| &row[1..row.len() - 2]);
        let n_filled = cells().filter(|cell| !cell.is_empty()).count();
        style.width >= WIDE && n_filled > 0 && n_filled * 2 >= cells().count() && self.fits(style)
    }

    /// True when it can be set in the width without breaking a number.
    pub(crate) fn fits(&self, style: &Style) -> bool {
        let headings: Vec<&str> = self.headings.iter().map(String::as_str).collect();
        table::fits(&headings, &self.rows, style)
    }

    /// Writes it, then why the figures that need a look have their verdicts, then what stands below any table.
    pub(crate) fn write(
        &self,
        rows: &Rows,
        options: &Options,
        out: &mut dyn fmt::Write,
    ) -> fmt::Result {
        let style = &options.style;
        if !self.rows.is_empty() {
            let headings: Vec<&str> = self.headings.iter().map(String::as_str).collect();
            table::plain(&headings, &self.rows, style, out)?;
            out.write_char('\n')?;
        }
        for block in rows.blocks.iter().filter(|block| is_open(block.verdict)) {
            header::write(block, style, 0, out)?;
            list::write_reasons(block, style, 4, out)?;
            out.write_char('\n')?;
        }
        ending::write(rows, style, options.singles, out)
    }
}

const fn is_open(verdict: Verdict) -> bool {
    matches!(
        verdict,
        Verdict::Disagree | Verdict::Revised | Verdict::Unclear
    )
}

/// What each article says of a figure, in its own words; several readings of one article in the order of the text.
fn said(view: &View<'_>, block: &Block) -> BTreeMap<String, String> {
    let variants = view.figure(block.figure).variants.iter();
    let mut claims: Vec<usize> = variants
        .flat_map(|variant| variant.claims.iter().copied())
        .collect();
    claims.sort_by_key(|&claim| view.record(claim).claim.quantity.span);
    let mut said: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for claim in claims {
        let name = sanitise::line(view.article_name(view.record(claim).article));
        let words = reading::own_words(view, claim);
        let cell = said.entry(name).or_default();
        if !cell.contains(&words) {
            cell.push(words);
        }
    }
    said.into_iter()
        .map(|(name, words)| (name, words.join("; ")))
        .collect()
}
