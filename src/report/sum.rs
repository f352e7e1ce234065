//! The line that sums a report up.

use super::json::{Grades, Verdicts};
use super::rows::Rows;

/// "1 disagrees (minor), 3 updated, 1 agrees."
pub(crate) fn words(rows: &Rows) -> String {
    if rows.n_articles == 0 {
        return "No articles read.".to_owned();
    }
    if rows.n_claims == 0 {
        return "No figures found: nothing to compare.".to_owned();
    }
    let mut words = verdicts(rows.verdicts, [rows.one_article, rows.copied], rows.grades);
    if words.is_empty() {
        words.push(match rows.hidden {
            None => "no figure was found twice".to_owned(),
            Some(hidden) if hidden.known > 0 => "nothing is new".to_owned(),
            Some(_) if rows.verdicts.single > 0 => {
                "none of these figures was found twice".to_owned()
            }
            Some(_) => "nothing to show".to_owned(),
        });
    }
    match rows.bonds.iter().filter(|bond| bond.fails).count() {
        0 => {}
        1 => words.push("1 check fails".to_owned()),
        n => words.push(format!("{n} checks fail")),
    }
    if let Some(n_known) = rows.n_known.filter(|_| !rows.blocks.is_empty()) {
        words.push(match n_known {
            0 => "none of them in the baseline".to_owned(),
            n if n == rows.blocks.len() => "all in the baseline".to_owned(),
            n => format!("{n} of them in the baseline"),
        });
    }
    let hidden = rows
        .hidden
        .map_or_else(String::new, |hidden| format!("; {}", hidden.words()));
    format!("{}{hidden}.", capital(&words.join(", ")))
}

/// How many figures of each verdict, worst first; verdicts without figures are left out. What one article alone bears out
/// is told apart: nobody else says so.
fn verdicts(verdicts: Verdicts, lonely: [Verdicts; 2], by_grade: Grades) -> Vec<String> {
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
    } = verdicts;
    let verb = |n: usize| if n == 1 { "s" } else { "" };
    [
        (
            disagree,
            format!("disagree{}{}", verb(disagree), grades(by_grade)),
        ),
        (revised, "revised".to_owned()),
        (unclear, "unclear".to_owned()),
        (updated, "updated".to_owned()),
        (
            compatible,
            format!(
                "compatible{}",
                within(lonely.map(|it| it.compatible), compatible)
            ),
        ),
        (different_scope, "of different scope".to_owned()),
        (
            rounding,
            format!("rounded{}", within(lonely.map(|it| it.rounding), rounding)),
        ),
        (
            agree,
            format!(
                "agree{}{}",
                verb(agree),
                within(lonely.map(|it| it.agree), agree)
            ),
        ),
    ]
    .into_iter()
    .filter(|(n, _)| *n > 0)
    .map(|(n, words)| format!("{n} {words}"))
    .collect()
}

/// "(2 within one article, 1 copied)": how many of so many figures one article alone bears out, or several in the same words.
fn within([n_within, n_copied]: [usize; 2], n: usize) -> String {
    let told = |n_told: usize, what: &str| match n_told {
        0 => None,
        1 if n == 1 => Some(what.to_owned()),
        _ if n_told == n => Some(format!("each {what}")),
        _ => Some(format!("{n_told} {what}")),
    };
    let both = [
        told(n_within, "within one article"),
        told(n_copied, "copied"),
    ];
    let both: Vec<String> = both.into_iter().flatten().collect();
    if both.is_empty() {
        String::new()
    } else {
        format!(" ({})", both.join(", "))
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verdicts_are_counted_in_words() {
        let none = Verdicts::default();
        let check = |verdicts_of: Verdicts, by_grade: Grades, expected: &str| {
            assert_eq!(
                verdicts(verdicts_of, [none; 2], by_grade).join(", "),
                expected
            );
        };
        let two = Verdicts {
            disagree: 2,
            agree: 3,
            ..none
        };
        let minor = Grades {
            minor: 2,
            ..Grades::default()
        };
        check(two, minor, "2 disagree (all minor), 3 agree");
        let both = Grades {
            minor: 1,
            major: 1,
            ..minor
        };
        check(two, both, "2 disagree (1 major, 1 minor), 3 agree");
        let one = Verdicts {
            disagree: 1,
            revised: 1,
            ..none
        };
        let moderate = Grades {
            moderate: 1,
            ..Grades::default()
        };
        check(one, moderate, "1 disagrees (moderate), 1 revised");
        check(none, Grades::default(), "");
    }
    #[test]
    fn what_one_article_bears_out_is_told_apart() {
        let agree = |agree| Verdicts {
            agree,
            ..Verdicts::default()
        };
        let check = |n: usize, [n_within, n_copied]: [usize; 2], expected: &str| {
            let words = verdicts(
                agree(n),
                [agree(n_within), agree(n_copied)],
                Grades::default(),
            );
            assert_eq!(words.join(", "), expected);
        };
        check(5, [0, 0], "5 agree");
        check(5, [3, 0], "5 agree (3 within one article)");
        check(5, [5, 0], "5 agree (each within one article)");
        check(1, [1, 0], "1 agrees (within one article)");
        check(1, [0, 1], "1 agrees (copied)");
        check(5, [3, 1], "5 agree (3 within one article, 1 copied)");
    }
}
