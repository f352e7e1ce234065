//! The line above a figure's readings: sign, verdict, label, how far apart, id.

use std::fmt;

use super::block::Block;
use super::paint::{self, Tone};
use super::{Style, words, wrap};
use crate::compare::{Grade, Verdict};

/// Columns that the longest verdict of `blocks` takes.
pub(crate) fn verdict_width(blocks: &[Block]) -> usize {
    blocks
        .iter()
        .map(|block| wrap::width(&verdict(block)))
        .max()
        .unwrap_or(0)
}

/// Writes the header of `block` on one line, or on two where one is too short.
pub(crate) fn write(
    block: &Block,
    style: &Style,
    padding: usize,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let verdict = verdict(block);
    let filler = " ".repeat(padding.saturating_sub(wrap::width(&verdict)));
    let aside = aside(block);
    let left = wrap::width(&verdict) + filler.len() + 2 + wrap::width(&block.label);
    let right = wrap::width(&aside);
    write!(out, "{}{filler}", painted(block, style, &verdict))?;
    if left + 2 + right <= style.width {
        let space = style.width - left - right;
        writeln!(out, "  {}{:space$}{aside}", block.label, "")
    } else {
        let limit = style
            .width
            .saturating_sub(wrap::width(&verdict) + filler.len() + 2);
        for (at, line) in wrap::lines(&block.label, limit).iter().enumerate() {
            let indent = if at == 0 { 2 } else { padding + 2 };
            writeln!(out, "{:indent$}{line}", "")?;
        }
        if right + 4 <= style.width {
            writeln!(out, "    {aside}")
        } else {
            wrap::hanging("    ", &aside, style.width, out)
        }
    }
}

/// Sign and verdict: "! DISAGREE (minor)".
fn verdict(block: &Block) -> String {
    verdict_words(block.verdict, block.grade)
}

/// Sign and verdict word, capitals for the word alone.
pub(crate) fn verdict_words(verdict: Verdict, grade: Option<Grade>) -> String {
    let name = words::verdict(verdict, None).to_uppercase();
    let sign = words::sign(verdict);
    grade.map_or_else(
        || format!("{sign} {name}"),
        |grade| format!("{sign} {name} ({})", grade.name()),
    )
}

/// `text` in the tone of the block's verdict.
pub(crate) fn painted(block: &Block, style: &Style, text: &str) -> String {
    paint::tone(style, tone(block.verdict), text)
}

/// How loud a verdict is.
pub(crate) const fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Disagree => Tone::Alarm,
        Verdict::Revised | Verdict::Unclear => Tone::Caution,
        Verdict::Updated | Verdict::Compatible | Verdict::Rounding | Verdict::Agree => Tone::Calm,
        Verdict::DifferentScope | Verdict::Single => Tone::Faint,
    }
}

/// How far apart, and the id to ask `explain` about.
pub(crate) fn aside(block: &Block) -> String {
    block.aside.as_ref().map_or_else(
        || block.id.clone(),
        |aside| format!("{aside}  {}", block.id),
    )
}
