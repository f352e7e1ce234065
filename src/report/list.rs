//! The same for narrow screens: one under the other, no columns.

use std::fmt;

use super::block::Block;
use super::reading::Reading;
use super::rows::Rows;
use super::{Options, Style, ending, header, paint, wrap};

/// Writes all rows: figures, bonds, figures of one reading, sum.
pub(crate) fn write(rows: &Rows, options: &Options, out: &mut dyn fmt::Write) -> fmt::Result {
    for block in &rows.blocks {
        write_block(block, &options.style, out)?;
        out.write_char('\n')?;
    }
    ending::write(rows, &options.style, options.singles, out)
}

/// Writes one figure.
fn write_block(block: &Block, style: &Style, out: &mut dyn fmt::Write) -> fmt::Result {
    let verdict = header::verdict_words(block.verdict, block.grade);
    writeln!(out, "{}", header::painted(block, style, &verdict))?;
    wrap::hanging("", &block.label, style.width, out)?;
    if let Some(aside) = &block.aside {
        wrap::hanging("", aside, style.width, out)?;
    }
    wrap::hanging("id ", &block.id, style.width, out)?;
    for reading in &block.readings {
        write_reading(reading, style, out)?;
    }
    write_reasons(block, style, 2, out)
}

/// Writes one reading: the words, then what we make of them.
pub(crate) fn write_reading(
    reading: &Reading,
    style: &Style,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let label = format!("  {}  ", reading.place);
    if wrap::width(&label) * 2 > style.width {
        writeln!(out, "  {}", reading.place)?;
        wrap::hanging("    ", &reading.counted(), style.width, out)?;
    } else {
        wrap::hanging(&label, &reading.counted(), style.width, out)?;
    }
    let ours = format!(
        "read as {}; {}; {}",
        reading.meaning, reading.as_of, reading.source
    );
    wrap::hanging("    ", &ours, style.width, out)
}

/// Writes why a figure has its verdict, what that takes for granted, and the sentences to look at.
pub(crate) fn write_reasons(
    block: &Block,
    style: &Style,
    indent: usize,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let label = |word: &str| format!("{:indent$}{word:<6}", "");
    for (at, why) in block.whys.iter().enumerate() {
        let word = if at == 0 { "why" } else { "" };
        wrap::hanging(&label(word), why, style.width, out)?;
    }
    for (at, caveat) in block.caveats.iter().enumerate() {
        let word = if at == 0 { "note" } else { "" };
        wrap::hanging(&label(word), caveat, style.width, out)?;
    }
    let names = block.excerpts.iter().map(|(name, _)| wrap::width(name));
    let reach = names.max().unwrap_or(0);
    for (name, excerpt) in &block.excerpts {
        let filler = reach - wrap::width(name);
        let sentence = paint::marked(style, &excerpt.before, &excerpt.number, &excerpt.after);
        let mut lines = String::new();
        wrap::hanging(
            &format!("{:indent$}{name}{:filler$}  ", "", ""),
            &sentence,
            style.width,
            &mut lines,
        )?;
        out.write_str(&paint::bold_marks(&lines))?;
    }
    Ok(())
}

/// Writes rows of any table one under the other: the first two cells, then the others after their headings.
pub(crate) fn write_rows(
    headings: &[&str],
    rows: &[Vec<String>],
    style: &Style,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    for row in rows {
        let (head, rest) = row.split_at(row.len().min(2));
        if let [place, words] = head {
            wrap::hanging(&format!("{place}  "), words, style.width, out)?;
        }
        let named: Vec<String> = headings
            .iter()
            .skip(head.len())
            .zip(rest)
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(heading, cell)| format!("{heading}: {cell}"))
            .collect();
        wrap::hanging("    ", &named.join("; "), style.width, out)?;
    }
    Ok(())
}
