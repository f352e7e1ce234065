//! Finds anchors and aliases (`&name`, `*name`): our files do not need them, and an alias bomb does.

use crate::span::{LineIndex, Position};

/// The place of the first anchor or alias, or of brackets nested beyond reason, with what to do about it. Reads the
/// text mark by mark, so its cost is that of the bytes; a plain text that looks like an alias has to be quoted.
pub fn refuse(text: &str) -> Option<(Position, String)> {
    let mut scan = Scan::default();
    let fault = text.char_indices().find_map(|(at, c)| {
        let next = text[at + c.len_utf8()..].chars().next();
        scan.step(c, next).map(|message| (at, message))
    });
    let (at, message) = fault?;
    let place = LineIndex::new(text).position(text, at as u32);
    Some((place, message.to_owned()))
}

/// The bytes at which comments begin; a `#` in quotes or within a word begins none.
pub fn comments(text: &str) -> impl Iterator<Item = usize> {
    let mut scan = Scan::default();
    text.char_indices().filter_map(move |(at, c)| {
        let was_comment = scan.in_comment;
        // What is refused is not the question here.
        let _ = scan.step(c, text[at + c.len_utf8()..].chars().next());
        (scan.in_comment && !was_comment).then_some(at)
    })
}

/// More open brackets, or indicators in a row, than any file of ours; the parser's cost grows with their square.
const MAX_DEPTH: usize = 64;

#[derive(Default)]
struct Scan {
    quote: Option<char>,
    in_comment: bool,
    in_word: bool,
    escaped: bool,
    brackets: usize,
    row: usize,
    last: Option<char>,
}

impl Scan {
    /// Reads one character; a message refuses the file there.
    fn step(&mut self, c: char, next: Option<char>) -> Option<&'static str> {
        let last = self.last.replace(c);
        let spaced = last.is_none_or(char::is_whitespace);
        if c == '\n' {
            (self.in_comment, self.in_word, self.escaped, self.row) = (false, false, false, 0);
        } else if self.in_comment {
        } else if let Some(quote) = self.quote {
            self.quoted(c, quote);
        } else if c == '#' && spaced {
            self.in_comment = true;
        } else if !c.is_whitespace() {
            return self.mark(c, next);
        }
        None
    }

    fn quoted(&mut self, c: char, quote: char) {
        if self.escaped {
            self.escaped = false;
        } else if c == '\\' && quote == '"' {
            self.escaped = true;
        } else if c == quote {
            self.quote = None;
        }
    }

    /// A character that is neither space nor quoted nor a comment.
    fn mark(&mut self, c: char, next: Option<char>) -> Option<&'static str> {
        let ends = next.is_none_or(char::is_whitespace);
        match c {
            '"' | '\'' if !self.in_word => self.quote = Some(c),
            '&' | '*' if !self.in_word && !ends => {
                return Some(
                    "anchors and aliases (`&`, `*`) are not read here: write the value out, or quote the text",
                );
            }
            '[' | '{' => {
                self.brackets += 1;
                self.in_word = false;
            }
            ']' | '}' => {
                self.brackets = self.brackets.saturating_sub(1);
                self.in_word = true;
            }
            ',' => self.in_word = false,
            ':' | '-' | '?' if ends => {
                self.in_word = false;
                self.row += 1;
            }
            _ => self.in_word = true,
        }
        (self.brackets.max(self.row) > MAX_DEPTH)
            .then_some("nested too deeply: no file needs more than a few levels")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, place: Option<(usize, usize)>) {
        let found = refuse(text).map(|(place, _)| (place.line, place.column));
        assert_eq!(found, place, "{text}");
    }

    #[test]
    fn anchors_are_found_where_a_value_begins() {
        check("a: &x 1\n", Some((1, 4)));
        check("a:\n  - *x\n", Some((2, 5)));
        check("a: [b, *x]\n", Some((1, 8)));
        check("a: {b: *x}\n", Some((1, 8)));
        check("? &x a\n", Some((1, 3)));
        check("<<: *x\n", Some((1, 5)));
    }

    #[test]
    fn comments_begin_outside_of_quotes_and_words() {
        let text = "# a # b\na: 1 # c\nb: \"# d\" # e\nc: f#g\n'#': h\n";
        let found: Vec<&str> = comments(text).map(|at| &text[at..at + 3]).collect();
        assert_eq!(found, ["# a", "# c", "# e"]);
    }

    #[test]
    fn ampersands_and_stars_in_words_are_text() {
        check("a: Marks & Spencer\n", None);
        check("a: x*y &z\n", None);
        check("a: '*x' # *y\n", None);
        check("a: \"\\\" *x\"\n", None);
        check("a: don't *x\n", None);
    }
}
