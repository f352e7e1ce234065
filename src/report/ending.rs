//! What stands below the blocks: what binds figures, figures of one reading, and the sum.

use std::fmt;

use super::json::{Grades, Verdicts};
use super::paint::{self, Tone};
use super::rows::{Bond, Rows};
use super::{Singles, Style, table, wrap};

/// Bonds shown where not everything is listed.
const SHOWN: usize = 12;

/// Writes everything below the blocks.
pub(crate) fn write(
    rows: &Rows,
    style: &Style,
    singles: Singles,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    write_bonds(&rows.bonds, style, singles, out)?;
    write_singles(rows, style, singles, out)?;
    wrap::hanging("", &sum(rows), style.width, out)
}

fn write_bonds(
    bonds: &[Bond],
    style: &Style,
    singles: Singles,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let n_shown = match singles {
        Singles::List => bonds.len(),
        Singles::Count => SHOWN.max(bonds.iter().filter(|bond| bond.fails).count()),
    };
    for bond in bonds.iter().take(n_shown) {
        let (label, tone) = if bond.fails {
            ("! CHECK FAILS  ", Tone::Alarm)
        } else {
            ("/ different scope  ", Tone::Faint)
        };
        let mut lines = String::new();
        let label_width = label.len();
        let indent = if style.width <= 60 { 2 } else { label_width };
        for (at, line) in wrap::lines(&bond.words, style.width - indent.min(style.width / 2))
            .iter()
            .enumerate()
        {
            if at == 0 {
                lines.push_str(&paint::tone(style, tone, label.trim_end()));
                lines.push_str(if indent < label_width { "\n  " } else { "  " });
            } else {
                lines.push_str(&" ".repeat(indent));
            }
            lines.push_str(line);
            lines.push('\n');
        }
        out.write_str(&lines)?;
    }
    if bonds.len() > n_shown {
        let n_more = bonds.len() - n_shown;
        wrap::hanging(
            "",
            &format!("/ {n_more} more of these (--all lists them)"),
            style.width,
            out,
        )?;
    }
    if bonds.is_empty() {
        Ok(())
    } else {
        out.write_char('\n')
    }
}

fn write_singles(
    rows: &Rows,
    style: &Style,
    singles: Singles,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    if rows.singles.is_empty() {
        return Ok(());
    }
    match singles {
        Singles::Count => {
            let hint = format!("{} (--all lists them).", alone(rows.verdicts.single));
            wrap::hanging("", &hint, style.width, out)
        }
        Singles::List => {
            writeln!(out, "{}:", alone(rows.verdicts.single))?;
            let cells: Vec<Vec<String>> = rows
                .singles
                .iter()
                .map(|(label, reading)| {
                    vec![
                        format!(". {}", reading.place),
                        reading.words.clone(),
                        reading.reading.clone(),
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

fn alone(n_figures: usize) -> String {
    match n_figures {
        1 => "1 figure stands in one article only".to_owned(),
        n => format!("{n} figures stand in one article only"),
    }
}

/// One line that sums up: "1 disagrees (minor), 3 updated, 1 agrees."
fn sum(rows: &Rows) -> String {
    if rows.n_articles == 0 {
        return "No articles read.".to_owned();
    }
    if rows.n_claims == 0 {
        return "No figures found: nothing to compare.".to_owned();
    }
    let Verdicts {
        disagree,
        revised,
        unclear,
        updated,
        compatible,
        different_scope,
        rounding,
        agree,
        single: _,
    } = rows.verdicts;
    let verbs = |n: usize| if n == 1 { "s" } else { "" };
    let grades = grades(rows.grades);
    let parts = [
        (disagree, format!("disagree{}{grades}", verbs(disagree))),
        (revised, "revised".to_owned()),
        (unclear, "unclear".to_owned()),
        (updated, "updated".to_owned()),
        (compatible, "compatible".to_owned()),
        (different_scope, "of different scope".to_owned()),
        (rounding, "rounded".to_owned()),
        (agree, format!("agree{}", verbs(agree))),
    ];
    let words: Vec<String> = parts
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, words)| format!("{n} {words}"))
        .collect();
    if words.is_empty() {
        "No figure is given twice: nothing to compare.".to_owned()
    } else {
        format!("{}.", words.join(", "))
    }
}

fn grades(grades: Grades) -> String {
    let parts = [
        (grades.major, "major"),
        (grades.moderate, "moderate"),
        (grades.minor, "minor"),
    ];
    let found: Vec<(usize, &str)> = parts.into_iter().filter(|(n, _)| *n > 0).collect();
    match found.as_slice() {
        [] => String::new(),
        [(1, name)] => format!(" ({name})"),
        [(_, name)] => format!(" (all {name})"),
        _ => {
            let words: Vec<String> = found
                .iter()
                .map(|(n, name)| format!("{n} {name}"))
                .collect();
            format!(" ({})", words.join(", "))
        }
    }
}
