//! A table for a chat, a wiki or a pull request: one reading a row, the verdict on the first of each figure.

use std::fmt;

use super::reading::Reading;
use super::rows::Rows;
use super::{Options, Singles, ending, sum, words};

/// Writes figures, failed checks, and the sum.
pub(crate) fn write(rows: &Rows, options: &Options, out: &mut dyn fmt::Write) -> fmt::Result {
    if !rows.blocks.is_empty() {
        heading(out)?;
        for block in &rows.blocks {
            let verdict = words::verdict(block.verdict, block.grade);
            for (at, reading) in block.readings.iter().enumerate() {
                let first = at == 0;
                let aside = block
                    .aside
                    .as_ref()
                    .map_or_else(String::new, |aside| format!("{}, ", escaped(aside)));
                let label = format!("{}<br>{aside}`{}`", escaped(&block.label), block.id);
                line(
                    if first {
                        format!("**{verdict}**")
                    } else {
                        String::new()
                    },
                    if first { label } else { String::new() },
                    reading,
                    out,
                )?;
            }
        }
        out.write_char('\n')?;
        reasons(rows, out)?;
    }
    for bond in &rows.bonds {
        let mark = if bond.fails {
            "**check fails**"
        } else {
            "different scope"
        };
        writeln!(out, "- {mark}: {}", escaped(&bond.told()))?;
    }
    if rows.n_more_bonds > 0 {
        writeln!(
            out,
            "- {} more of these (--all lists them)",
            rows.n_more_bonds
        )?;
    }
    if !rows.bonds.is_empty() {
        out.write_char('\n')?;
    }
    match options.singles {
        Singles::List if !rows.singles.is_empty() => singles(rows, out)?,
        Singles::Count if rows.verdicts.single > 0 => {
            writeln!(out, "{}\n", ending::counted(rows.verdicts.single))?;
        }
        _ => {}
    }
    writeln!(out, "{}", escaped(&sum::words(rows)))
}

fn heading(out: &mut dyn fmt::Write) -> fmt::Result {
    out.write_str(
        "| Verdict | Figure | Where | As written | Read as | As of | Who says so |\n\
         |---|---|---|---|---:|---|---|\n",
    )
}

fn line(
    verdict: String,
    label: String,
    reading: &Reading,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let mut cells = vec![verdict, label];
    let words = reading.counted();
    let ours = [
        &reading.place,
        &words,
        &reading.meaning,
        &reading.as_of,
        &reading.source,
    ];
    cells.extend(ours.map(|cell| escaped(cell)));
    writeln!(out, "| {} |", cells.join(" | "))
}

/// Why each figure has its verdict, with the sentences to look at.
fn reasons(rows: &Rows, out: &mut dyn fmt::Write) -> fmt::Result {
    for block in rows.blocks.iter().filter(|block| !block.whys.is_empty()) {
        let whys: Vec<String> = block.whys.iter().map(|why| escaped(why)).collect();
        writeln!(out, "**{}**: {}\n", escaped(&block.label), whys.join(" "))?;
        for caveat in &block.caveats {
            writeln!(out, "- note: {}", escaped(caveat))?;
        }
        for (name, excerpt) in &block.excerpts {
            writeln!(
                out,
                "- {}: “{}**{}**{}”",
                escaped(name),
                escaped(&excerpt.before),
                escaped(&excerpt.number),
                escaped(&excerpt.after)
            )?;
        }
        if !(block.caveats.is_empty() && block.excerpts.is_empty()) {
            out.write_char('\n')?;
        }
    }
    Ok(())
}

fn singles(rows: &Rows, out: &mut dyn fmt::Write) -> fmt::Result {
    heading(out)?;
    for (label, reading) in &rows.singles {
        line("one reading".to_owned(), escaped(label), reading, out)?;
    }
    out.write_char('\n')
}

/// Text whose signs mean nothing to Markdown: an article must not be able to make a link or end a cell.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '&' => escaped.push_str("&amp;"),
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '~' => {
                escaped.push('\\');
                escaped.push(character);
            }
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_cannot_write_markdown() {
        assert_eq!(
            escaped("a|b <img> [x](y) `c` *d* & e_f"),
            "a\\|b &lt;img> \\[x\\](y) \\`c\\` \\*d\\* &amp; e\\_f"
        );
    }
}
