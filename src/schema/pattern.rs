//! Phrases with alternatives: `(rose|climbed) to`, `(the )?dead` and `hostages?`, written out in full when a file is
//! loaded. `build.rs` compiles this file too and does so for the built-in files: a phrase that is already written out
//! stands for itself, and start-up finds no other.

use std::collections::HashSet;
use std::iter::Peekable;
use std::str::Chars;

/// The most phrases one pattern may stand for: a pattern beyond it is a mistake, or should be several.
pub const MAX_EXPANSIONS: usize = 200;

/// The longest pattern, in characters.
const MAX_LENGTH: usize = 500;

/// True for a phrase that is written as [`expand`] would write it.
pub fn is_plain(pattern: &str) -> bool {
    let mut before = b' ';
    for byte in pattern.as_bytes() {
        let takes = match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'-' | b'\'' | b'.' | b'<' | b'>' => true,
            _ => *byte == b' ' && before != b' ',
        };
        if !takes {
            return false;
        }
        before = *byte;
    }
    before != b' ' && pattern.len() <= MAX_LENGTH
}

/// All phrases that `pattern` stands for, in lower case with single spaces, each once, in order of writing.
///
/// # Errors
/// An unclosed or stray bracket, groups nested more than one level, or more than [`MAX_EXPANSIONS`] phrases; the text
/// says which, and what to do.
pub fn expand(pattern: &str) -> Result<Vec<String>, String> {
    if is_plain(pattern) {
        return Ok(vec![pattern.to_owned()]);
    }
    if pattern.chars().count() > MAX_LENGTH {
        return Err(format!(
            "the phrase is longer than {MAX_LENGTH} characters: split it"
        ));
    }
    let lower = pattern.to_lowercase().replace('’', "'");
    let mut chars = lower.chars().peekable();
    let written = sequence(&mut chars, 0)?;
    if let Some(stray) = chars.next() {
        return Err(format!(
            "`{stray}` in “{pattern}” stands outside of a group `(a|b)`: remove it or open a group"
        ));
    }
    let phrases: Vec<String> = written.into_iter().map(single_spaced).collect();
    if phrases.iter().any(String::is_empty) {
        return Err(format!(
            "“{pattern}” can be empty: a phrase needs at least one word"
        ));
    }
    Ok(each_once(phrases))
}

fn single_spaced(phrase: String) -> String {
    let tidy = !phrase.starts_with(' ') && !phrase.ends_with(' ') && !phrase.contains("  ");
    if tidy && !phrase.contains(['\t', '\n', '\r']) {
        return phrase;
    }
    phrase.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn each_once(mut phrases: Vec<String>) -> Vec<String> {
    let mut seen = HashSet::new();
    let first: Vec<bool> = phrases
        .iter()
        .map(|phrase| seen.insert(phrase.as_str()))
        .collect();
    let mut first = first.into_iter();
    phrases.retain(|_| first.next().unwrap_or(true));
    phrases
}

/// Reads up to `|`, `)` or the end.
fn sequence(chars: &mut Peekable<Chars<'_>>, depth: usize) -> Result<Vec<String>, String> {
    let mut phrases = vec![String::new()];
    let mut run = String::new();
    while let Some(next) = chars.next_if(|next| *next != '|' && *next != ')') {
        if next == '(' {
            append(&mut phrases, &mut run);
            let choices = group(chars, depth + 1)?;
            phrases = product(&phrases, &choices)?;
        } else if chars.next_if_eq(&'?').is_some() {
            append(&mut phrases, &mut run);
            phrases = product(&phrases, &[next.to_string(), String::new()])?;
        } else {
            run.push(next);
        }
    }
    append(&mut phrases, &mut run);
    Ok(phrases)
}

/// Adds `run` to every phrase, and empties it.
fn append(phrases: &mut [String], run: &mut String) {
    for phrase in phrases {
        phrase.push_str(run);
    }
    run.clear();
}

/// Reads what follows an opening bracket, the closing one and a `?` after it.
fn group(chars: &mut Peekable<Chars<'_>>, depth: usize) -> Result<Vec<String>, String> {
    if depth > 2 {
        return Err("groups are nested more than one level: write the phrases out".to_owned());
    }
    let mut choices = sequence(chars, depth)?;
    while chars.next_if_eq(&'|').is_some() {
        choices.extend(sequence(chars, depth)?);
    }
    if chars.next_if_eq(&')').is_none() {
        return Err("a group is not closed: add `)`".to_owned());
    }
    if chars.next_if_eq(&'?').is_some() {
        choices.push(String::new());
    }
    Ok(choices)
}

fn product(phrases: &[String], choices: &[String]) -> Result<Vec<String>, String> {
    if phrases.len() * choices.len() > MAX_EXPANSIONS {
        return Err(format!(
            "the phrase stands for more than {MAX_EXPANSIONS} phrases: split it"
        ));
    }
    let mut all = Vec::with_capacity(phrases.len() * choices.len());
    for phrase in phrases {
        for choice in choices {
            let mut longer = String::with_capacity(phrase.len() + choice.len() + 24);
            longer.push_str(phrase);
            longer.push_str(choice);
            all.push(longer);
        }
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pattern: &str, phrases: &[&str]) {
        assert_eq!(expand(pattern).unwrap(), phrases, "{pattern}");
    }

    #[test]
    fn groups_are_written_out_in_order() {
        check("so far", &["so far"]);
        check(
            "since (the|its) start",
            &["since the start", "since its start"],
        );
        check("death(s)? toll", &["deaths toll", "death toll"]);
        check("hostages?", &["hostages", "hostage"]);
        check("(the )?dead", &["the dead", "dead"]);
        check("(a|b (c|d))? e", &["a e", "b c e", "b d e", "e"]);
        check("<take> Hostage", &["<take> hostage"]);
    }

    #[test]
    fn what_is_written_out_stands_for_itself() {
        for pattern in [
            "since (the|its) start",
            "(the )?Dead  of",
            "<take> hostages?",
            "l’été",
        ] {
            for phrase in expand(pattern).unwrap() {
                check(&phrase, &[&phrase]);
            }
        }
    }

    #[test]
    fn mistakes_are_told() {
        for (pattern, part) in [
            ("(a", "not closed"),
            ("a)", "stands outside"),
            ("a|b", "stands outside"),
            ("(a(b(c)))", "more than one level"),
            ("(a)?", "can be empty"),
            ("(a|b|c|d)(a|b|c|d)(a|b|c|d)(a|b|c|d)", "more than 200"),
        ] {
            let message = expand(pattern).unwrap_err();
            assert!(message.contains(part), "{pattern}: {message}");
        }
    }
}
