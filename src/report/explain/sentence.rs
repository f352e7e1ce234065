//! A sentence with what was read in it underlined: `^` the number with its hedge, `-` the words that made it a claim.

use std::fmt;

use crate::claims::Claim;
use crate::report::view::View;
use crate::report::{Style, paint, sanitise, wrap};
use crate::span::Span;

/// Blanks before every line.
const INDENT: usize = 2;
/// Longer sentences are shown around their number.
const LONGEST: usize = 900;

/// A stretch of a sentence with the sign that stands under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Mark {
    span: Span,
    sign: char,
}

/// Writes the sentence of the record at `index`, with number and trigger underlined.
pub(super) fn write(
    view: &View<'_>,
    style: &Style,
    index: usize,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let Claim {
        quantity, trigger, ..
    } = &view.record(index).claim;
    let number = Mark {
        span: quantity.span,
        sign: '^',
    };
    let mut marks = vec![number];
    if trigger.span.end <= quantity.span.start || quantity.span.end <= trigger.span.start {
        marks.push(Mark {
            span: trigger.span,
            sign: '-',
        });
    }
    marks.sort_by_key(|mark| mark.span);
    let sentence = view.setting(index).sentence;
    underlined(view.text(index), sentence, &marks, style, out)
}

/// Writes one stretch of text with a number underlined.
pub(super) fn number(
    text: &str,
    around: Span,
    span: Span,
    style: &Style,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    underlined(text, around, &[Mark { span, sign: '^' }], style, out)
}

/// Every word of the sentence with the sign under each of its letters.
fn underlined(
    text: &str,
    sentence: Span,
    marks: &[Mark],
    style: &Style,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let sentence = near(text, sentence, marks);
    let words = words(text, sentence, marks);
    let limit = style.width.saturating_sub(INDENT);
    let (mut line, mut signs) = (String::new(), String::new());
    for (word, below) in words {
        if !line.is_empty() && wrap::width(&line) + 1 + wrap::width(&word) > limit {
            write_line(&line, &signs, style, out)?;
            line.clear();
            signs.clear();
        }
        if !line.is_empty() {
            let is_within = below.starts_with(|sign| signs.ends_with(sign));
            signs.push(
                below
                    .chars()
                    .next()
                    .filter(|sign| is_within && *sign != ' ')
                    .unwrap_or(' '),
            );
            line.push(' ');
        }
        line.push_str(&word);
        signs.push_str(&below);
    }
    write_line(&line, &signs, style, out)
}

fn write_line(line: &str, signs: &str, style: &Style, out: &mut dyn fmt::Write) -> fmt::Result {
    writeln!(
        out,
        "{:INDENT$}{}",
        "",
        wrap::isolated(line.to_owned()).trim_end()
    )?;
    let signs = signs.trim_end();
    if signs.is_empty() {
        return Ok(());
    }
    let blank = signs.len() - signs.trim_start().len();
    let signs = paint::tone(style, paint::Tone::Caution, &signs[blank..]);
    writeln!(out, "{:width$}{signs}", "", width = INDENT + blank)
}

/// The sentence, or of a monstrous one what stands around its number.
fn near(text: &str, sentence: Span, marks: &[Mark]) -> Span {
    if sentence.len() <= LONGEST {
        return sentence;
    }
    let number = marks.iter().find(|mark| mark.sign == '^');
    let at = number.map_or(sentence.start, |mark| mark.span.start) as usize;
    let half = LONGEST / 2;
    let from = text.floor_char_boundary(at.saturating_sub(half).max(sentence.start as usize));
    let to = text.ceil_char_boundary((at + half).min(sentence.end as usize));
    Span::new(from, to)
}

/// The words of a stretch of text, harmless for a terminal, each with the signs that stand under it.
fn words(text: &str, sentence: Span, marks: &[Mark]) -> Vec<(String, String)> {
    let start = sentence.start as usize;
    let mut words = Vec::new();
    for (at, word) in parts(sentence.slice(text)) {
        let (mut shown, mut below) = (String::new(), String::new());
        for (offset, letter) in word.char_indices() {
            let place = (start + at + offset) as u32;
            let mark = marks
                .iter()
                .find(|mark| mark.span.start <= place && place < mark.span.end);
            let clean = sanitise::line(&letter.to_string());
            let width = wrap::width(&clean);
            shown.push_str(&clean);
            below.extend(std::iter::repeat_n(
                mark.map_or(' ', |mark| mark.sign),
                width,
            ));
        }
        if !shown.is_empty() {
            words.push((shown, below));
        }
    }
    words
}

/// The stretches between blanks, each with where it begins.
fn parts(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = text.as_ptr() as usize;
    text.split_whitespace()
        .map(move |word| (word.as_ptr() as usize - start, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, number: &str, trigger: &str, width: usize, expected: &str) {
        let mark = |words: &str, sign| {
            let at = text.find(words).unwrap();
            let span = Span::new(at, at + words.len());
            Mark { span, sign }
        };
        let style = Style {
            width,
            color: false,
            ascii: false,
        };
        let mut out = String::new();
        let marks = [mark(number, '^'), mark(trigger, '-')];
        underlined(text, Span::new(0, text.len()), &marks, &style, &mut out).unwrap();
        assert_eq!(out, expected);
    }

    #[test]
    fn number_and_trigger_are_underlined_over_line_ends() {
        check(
            "At least 40\tmen were killed.",
            "At least 40",
            "killed",
            80,
            "  At least 40 men were killed.\n  ^^^^^^^^^^^          ------\n",
        );
        check(
            "Some say 1,200 million died.",
            "1,200 million",
            "died",
            16,
            "  Some say 1,200\n           ^^^^^\n  million died.\n  ^^^^^^^ ----\n",
        );
        check(
            "東京で 12 人 died",
            "12",
            "died",
            40,
            "  東京で 12 人 died\n         ^^    ----\n",
        );
    }
}
