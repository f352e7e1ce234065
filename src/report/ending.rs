//! What stands below the blocks: what binds figures, figures of one reading, and the sum.

use std::fmt;

use super::bond::Bond;
use super::paint::{self, Tone};
use super::rows::Rows;
use super::{Singles, Style, sum, table, wrap};

/// Writes everything below the blocks.
pub(crate) fn write(
    rows: &Rows,
    style: &Style,
    singles: Singles,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    write_bonds(rows, style, out)?;
    write_singles(rows, style, singles, out)?;
    wrap::hanging("", &sum::words(rows), style.width, out)
}

fn write_bonds(rows: &Rows, style: &Style, out: &mut dyn fmt::Write) -> fmt::Result {
    for bond in &rows.bonds {
        write_bond(bond, style, out)?;
    }
    if rows.n_more_bonds > 0 {
        let more = format!("/ {} more of these (--all lists them)", rows.n_more_bonds);
        wrap::hanging("", &more, style.width, out)?;
    }
    if rows.bonds.is_empty() {
        Ok(())
    } else {
        out.write_char('\n')
    }
}

fn write_bond(bond: &Bond, style: &Style, out: &mut dyn fmt::Write) -> fmt::Result {
    let (label, tone) = if bond.fails {
        ("! CHECK FAILS", Tone::Alarm)
    } else {
        ("/ different scope", Tone::Faint)
    };
    let painted = paint::tone(style, tone, label);
    let label = format!("{label}  ");
    if label.len() * 3 > style.width {
        writeln!(out, "{painted}")?;
        return wrap::hanging("    ", &bond.told(), style.width, out);
    }
    let mut lines = String::new();
    wrap::hanging(&label, &bond.told(), style.width, &mut lines)?;
    out.write_str(&lines.replacen(label.trim_end(), &painted, 1))
}

fn write_singles(
    rows: &Rows,
    style: &Style,
    singles: Singles,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    if rows.verdicts.single == 0 {
        return Ok(());
    }
    match singles {
        Singles::Count => wrap::hanging("", &counted(rows.verdicts.single), style.width, out),
        Singles::List => {
            writeln!(out, "{}:", alone(rows.verdicts.single))?;
            let cells: Vec<Vec<String>> = rows
                .singles
                .iter()
                .map(|(label, reading)| {
                    vec![
                        format!(". {}", reading.place),
                        reading.counted(),
                        reading.meaning.clone(),
                        label.clone(),
                    ]
                })
                .collect();
            table::plain(
                &["  where", "as written", "read as", "figure"],
                &cells,
                style,
                out,
            )?;
            out.write_char('\n')
        }
    }
}

/// That so many figures have one reading, where they are not listed.
pub(crate) fn counted(n_figures: usize) -> String {
    format!("{} (--all lists them).", alone(n_figures))
}

fn alone(n_figures: usize) -> String {
    match n_figures {
        1 => "1 figure stands in one article only".to_owned(),
        n => format!("{n} figures stand in one article only"),
    }
}
