//! Remarks for people: columns, narrow lists, and plain sentences.

use std::fmt;

use super::{Notice, Notices, Told};
use crate::report::paint::{self, Tone};
use crate::report::table::Grid;
use crate::report::{Severity, Style, words, wrap};

const HEADINGS: [&str; 5] = ["  where", "as written", "read as", "as of", "who says so"];
/// Blanks before the rows of a remark.
const INDENT: usize = 2;
/// Columns of the heading of a remark's words.
const KEY: usize = 8;

/// A block a remark: heading, readings in columns, words.
pub(super) fn table(notices: &Notices, style: &Style, out: &mut dyn fmt::Write) -> fmt::Result {
    let cells: Vec<Vec<String>> = notices
        .notices
        .iter()
        .flat_map(|it| it.readings.iter().map(|told| told.cells().to_vec()))
        .collect();
    let Some(grid) = Grid::new(&HEADINGS, &cells, style.width, INDENT) else {
        return list(notices, style, out);
    };
    if !cells.is_empty() {
        let headings = grid.render(&[HEADINGS.map(str::to_owned).to_vec()]);
        out.write_str(&paint::tone(style, Tone::Faint, headings.trim_end()))?;
        out.write_char('\n')?;
    }
    for notice in &notices.notices {
        heading(notice, style, out)?;
        let cells: Vec<Vec<String>> = notice
            .readings
            .iter()
            .map(|it| it.cells().to_vec())
            .collect();
        out.write_str(&grid.render(&cells))?;
        words(notice, style, out)?;
        out.write_char('\n')?;
    }
    wrap::hanging("", &notices.sum, style.width, out)
}

/// The same without columns.
pub(super) fn list(notices: &Notices, style: &Style, out: &mut dyn fmt::Write) -> fmt::Result {
    for notice in &notices.notices {
        heading(notice, style, out)?;
        readings(notice, style, out)?;
        words(notice, style, out)?;
        out.write_char('\n')?;
    }
    wrap::hanging("", &notices.sum, style.width, out)
}

fn readings(notice: &Notice, style: &Style, out: &mut dyn fmt::Write) -> fmt::Result {
    for told in &notice.readings {
        let [place, says, reads, as_of, source] = told.cells();
        wrap::hanging(&format!("  {place}  "), &says, style.width, out)?;
        let rest = ["read as ".to_owned() + &reads, as_of, source];
        let rest: Vec<String> = rest.into_iter().filter(|it| !it.is_empty()).collect();
        wrap::hanging("      ", &rest.join("; "), style.width, out)?;
    }
    Ok(())
}

/// Code and label, and the id where there is room for it.
fn heading(notice: &Notice, style: &Style, out: &mut dyn fmt::Write) -> fmt::Result {
    let code = notice.heading();
    let left = wrap::width(&code) + 2 + wrap::width(&notice.label);
    let right = wrap::width(&notice.id);
    let painted = paint::tone(style, tone(notice.severity), &code);
    if left + 2 + right <= style.width {
        let space = style.width - left - right;
        return writeln!(out, "{painted}  {}{:space$}{}", notice.label, "", notice.id);
    }
    writeln!(out, "{painted}  {}", notice.id)?;
    wrap::hanging("  ", &notice.label, style.width, out)
}

const fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Error => Tone::Alarm,
        Severity::Warning => Tone::Caution,
        Severity::Info => Tone::Faint,
        Severity::None => Tone::Calm,
    }
}

/// Remarks, then the sentences.
fn words(notice: &Notice, style: &Style, out: &mut dyn fmt::Write) -> fmt::Result {
    for remark in &notice.remarks {
        let label = format!("{:INDENT$}{:<KEY$}", "", remark.key);
        wrap::hanging(&label, &remark.text, style.width, out)?;
    }
    for told in notice.readings.iter().filter(|it| !it.sentence.is_empty()) {
        if told.side == "same" {
            continue;
        }
        let label = format!("{:INDENT$}{} {}  ", "", told.sign(), told.place);
        wrap::hanging(&label, &told.sentence, style.width, out)?;
    }
    Ok(())
}

/// One sentence a line, the sum first.
pub(super) fn plain(notices: &Notices, out: &mut dyn fmt::Write) -> fmt::Result {
    writeln!(out, "{}", notices.sum)?;
    let n_notices = notices.notices.len();
    for (at, notice) in notices.notices.iter().enumerate() {
        let code = notice.code.replace('-', " ");
        writeln!(
            out,
            "\nRemark {} of {n_notices}: {code}, {}.",
            at + 1,
            notice.label
        )?;
        for told in &notice.readings {
            say(told, out)?;
        }
        for remark in &notice.remarks {
            let end = if remark.text.ends_with(['.', '”']) {
                ""
            } else {
                "."
            };
            writeln!(out, "{}: {}{end}", capital(remark.key), remark.text)?;
        }
    }
    Ok(())
}

fn say(told: &Told, out: &mut dyn fmt::Write) -> fmt::Result {
    let source = if told.source.is_empty() {
        words::NO_SOURCE
    } else {
        &told.source
    };
    let as_of = if told.as_of.is_empty() {
        "no date"
    } else {
        &told.as_of
    };
    writeln!(
        out,
        "{}, {}: “{}”, read as {}; {as_of}; {source}.",
        capital(told.side),
        told.place,
        told.says,
        told.reads
    )?;
    if told.sentence.is_empty() || told.side == "same" {
        return Ok(());
    }
    writeln!(out, "Sentence: {}", told.sentence)
}

fn capital(word: &str) -> String {
    let mut signs = word.chars();
    signs.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(signs).collect()
    })
}

/// The readings and words of one remark, without its heading.
pub(super) fn block(notice: &Notice, style: &Style, out: &mut dyn fmt::Write) -> fmt::Result {
    let cells: Vec<Vec<String>> = notice
        .readings
        .iter()
        .map(|it| it.cells().to_vec())
        .collect();
    match Grid::new(&[""; 5], &cells, style.width, INDENT) {
        Some(grid) => out.write_str(&grid.render(&cells))?,
        None => readings(notice, style, out)?,
    }
    words(notice, style, out)
}
