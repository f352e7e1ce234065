//! What stands below the blocks: what binds figures, figures of one reading, and the sum.

use std::fmt;

use super::bond::Bond;
use super::json::{Grades, Verdicts};
use super::paint::{self, Tone};
use super::rows::Rows;
use super::{Singles, Style, table, wrap};

/// Writes everything below the blocks.
pub(crate) fn write(
    rows: &Rows,
    style: &Style,
    singles: Singles,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    write_bonds(rows, style, out)?;
    write_singles(rows, style, singles, out)?;
    wrap::hanging("", &sum(rows), style.width, out)
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
    writeln!(out, "{}", paint::tone(style, tone, label))?;
    wrap::hanging("    ", &bond.words, style.width, out)
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
    let mut words: Vec<String> = parts
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, words)| format!("{n} {words}"))
        .collect();
    if words.is_empty() {
        words.push("no figure is given twice".to_owned());
    }
    match rows.bonds.iter().filter(|bond| bond.fails).count() {
        0 => {}
        1 => words.push("1 check fails".to_owned()),
        n => words.push(format!("{n} checks fail")),
    }
    format!("{}.", capital(&words.join(", ")))
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
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
