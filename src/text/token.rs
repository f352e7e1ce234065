//! Words, names, numbers and marks of a stretch of text.

use super::character::{BYTES, Class, class, is_apostrophe, lower_into};
use super::digit::is_separator;
use super::{Token, TokenKind, Vocabulary, WordId};
use crate::span::Span;

/// Cuts stretches of one text into tokens.
pub(super) struct Tokenizer<'a> {
    text: &'a str,
    vocabulary: &'a Vocabulary,
    possessive: WordId,
    /// Holds one word in lower case; kept so that no word allocates.
    lower: String,
}

impl<'a> Tokenizer<'a> {
    pub(super) fn new(text: &'a str, vocabulary: &'a Vocabulary) -> Self {
        Self {
            text,
            vocabulary,
            possessive: vocabulary.id("'s"),
            lower: String::new(),
        }
    }

    /// Appends the tokens of `span`, which must lie on character boundaries. Together they cover every byte that is
    /// neither white space nor an invisible character outside words.
    pub(super) fn tokenize(&mut self, span: Span, tokens: &mut Vec<Token>) {
        let end = (span.end as usize).min(self.text.len());
        let bytes = &self.text.as_bytes()[..end];
        let mut at = span.start as usize;
        let mut spaced = true;
        while let Some(byte) = bytes.get(at) {
            let start = at;
            let class = BYTES[*byte as usize];
            let (class, width) = match class {
                Class::Wide => self.class_at(at, end),
                class => (class, 1),
            };
            at += width;
            let (kind, word) = match class {
                Class::Space => {
                    spaced = true;
                    continue;
                }
                Class::Invisible => continue,
                Class::Letter => {
                    let plain = plain_end(bytes, start);
                    at = plain.unwrap_or_else(|| self.word_end(start, end));
                    self.word(start, at, plain.is_some())
                }
                Class::Digit => {
                    at = self.number_end(start, end);
                    (TokenKind::Number, WordId::UNKNOWN)
                }
                Class::Fraction => (TokenKind::Number, WordId::UNKNOWN),
                Class::Mark | Class::Wide => match self.possessive_end(start, end) {
                    Some(after) if !spaced && follows_word(tokens, start) => {
                        at = after;
                        (TokenKind::Word, self.possessive)
                    }
                    _ => {
                        at = self.mark_end(start, at, end);
                        (TokenKind::Mark, self.mark(start, at))
                    }
                },
            };
            tokens.push(Token {
                span: Span::new(start, at),
                kind,
                word,
                spaced,
                stops: stops(kind, &bytes[start..at]),
            });
            spaced = false;
        }
    }

    fn char_at(&self, at: usize, end: usize) -> Option<char> {
        self.text.get(at..end)?.chars().next()
    }

    #[inline]
    fn class_at(&self, at: usize, end: usize) -> (Class, usize) {
        let class_of_byte = BYTES[self.text.as_bytes()[at] as usize];
        if class_of_byte != Class::Wide {
            return (class_of_byte, 1);
        }
        match self.char_at(at, end) {
            Some(character) => (class(character), character.len_utf8()),
            None => (Class::Mark, 1),
        }
    }

    fn is_class(&self, wanted: Class, at: usize, end: usize) -> bool {
        at < end && self.class_at(at, end).0 == wanted
    }

    /// Where the word that begins at `start` ends: after letters, inner apostrophes ("don't", but not "'s"), and the
    /// dots of "U.S." and "a.m.".
    fn word_end(&self, start: usize, end: usize) -> usize {
        if let Some(after) = self.dotted_end(start, end) {
            return after;
        }
        let bytes = self.text.as_bytes();
        let mut at = start;
        loop {
            while at < end && bytes[at].is_ascii_alphabetic() {
                at += 1;
            }
            if at >= end || (bytes[at].is_ascii() && bytes[at] != b'\'') {
                return at;
            }
            let (class, width) = self.class_at(at, end);
            let inside = match class {
                Class::Letter => true,
                Class::Invisible => self.letter_follows(at + width, end),
                _ => {
                    self.is_apostrophe(at, end)
                        && self.is_class(Class::Letter, at + width, end)
                        && self.possessive_end(at, end).is_none()
                }
            };
            if !inside {
                return at;
            }
            at += width;
        }
    }

    /// True when a letter stands at `at` or after invisible characters, of which at most a few are looked at.
    fn letter_follows(&self, mut at: usize, end: usize) -> bool {
        for _ in 0..4 {
            if at >= end {
                return false;
            }
            let (class, width) = self.class_at(at, end);
            if class != Class::Invisible {
                return class == Class::Letter;
            }
            at += width;
        }
        false
    }

    /// The end of single letters with dots between, last dot included: "U.S.", "a.m.", "D.C", "J.R.R.".
    fn dotted_end(&self, start: usize, end: usize) -> Option<usize> {
        let bytes = &self.text.as_bytes()[..end];
        let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
        let dot = |at: usize| bytes.get(at) == Some(&b'.');
        if !(dot(start + 1) && letter(start) && letter(start + 2)) {
            return None;
        }
        let mut at = start;
        while letter(at) && dot(at + 1) {
            at += 2;
        }
        // "U.S" and "U.S-led": the last letter may lack its dot, but must stand alone.
        if letter(at) && !letter(at + 1) && bytes.get(at + 1).is_none_or(u8::is_ascii) {
            at += 1;
        }
        (at > start + 2).then_some(at)
    }

    /// The end of "'s" at `at`, when nothing of a word follows.
    fn possessive_end(&self, at: usize, end: usize) -> Option<usize> {
        let byte = self.text.as_bytes()[at];
        if byte.is_ascii() && byte != b'\'' || !self.is_apostrophe(at, end) {
            return None;
        }
        let after_mark = at + self.class_at(at, end).1;
        let s = self.text.as_bytes()[..end].get(after_mark)?;
        let after = after_mark + 1;
        let ends =
            !self.is_class(Class::Letter, after, end) && !self.is_class(Class::Digit, after, end);
        (matches!(s, b's' | b'S') && ends).then_some(after)
    }

    fn is_apostrophe(&self, at: usize, end: usize) -> bool {
        self.char_at(at, end).is_some_and(is_apostrophe)
    }

    /// Where the number that begins at `start` ends: digits of one script or several, with single separators between.
    fn number_end(&self, start: usize, end: usize) -> usize {
        let mut at = start;
        while at < end {
            let (class, width) = self.class_at(at, end);
            let inside = class == Class::Digit
                || class == Class::Invisible && self.is_class(Class::Digit, at + width, end)
                || (self.char_at(at, end).is_some_and(is_separator)
                    && self.is_class(Class::Digit, at + width, end));
            if !inside {
                break;
            }
            at += width;
        }
        at
    }

    /// A run of hyphens or of dots is one mark; every other mark is one character, whose end is `after`.
    fn mark_end(&self, start: usize, after: usize, end: usize) -> usize {
        let bytes = &self.text.as_bytes()[..end];
        let sign = bytes[start];
        if !matches!(sign, b'-' | b'.') {
            return after;
        }
        let run = bytes[start..].iter().take_while(|byte| **byte == sign);
        start + run.count()
    }

    fn mark(&self, start: usize, end: usize) -> WordId {
        let byte = self.text.as_bytes()[start];
        if end == start + 1 && byte.is_ascii() {
            return self.vocabulary.id_of_byte(byte);
        }
        self.text
            .get(start..end)
            .map_or(WordId::UNKNOWN, |mark| self.vocabulary.id(mark))
    }

    /// Kind and number of the word at `start..end`, which may be `plain`: ASCII letters alone.
    fn word(&mut self, start: usize, end: usize, plain: bool) -> (TokenKind, WordId) {
        let first = self.text.as_bytes()[start];
        let upper = if first.is_ascii() {
            first.is_ascii_uppercase()
        } else {
            self.char_at(start, end).is_some_and(char::is_uppercase)
        };
        let kind = if upper {
            TokenKind::Name
        } else {
            TokenKind::Word
        };
        if plain && let Some(id) = self.vocabulary.id_of_letters(self.text, start, end) {
            return (kind, id);
        }
        let Some(word) = self.text.get(start..end) else {
            return (kind, WordId::UNKNOWN);
        };
        self.lower.clear();
        lower_into(word, &mut self.lower);
        (kind, self.vocabulary.id(&self.lower))
    }
}

/// Where the word of ASCII letters ends that begins at `start`; `None` when something else than letters may belong to it.
fn plain_end(bytes: &[u8], start: usize) -> Option<usize> {
    let letters = bytes.get(start..)?.iter();
    let n_letters = letters
        .take_while(|byte| BYTES[**byte as usize] == Class::Letter)
        .count();
    let end = start + n_letters;
    let plain = match bytes.get(end) {
        None => true,
        Some(b'\'') => false,
        Some(b'.') => n_letters > 1,
        Some(byte) => byte.is_ascii(),
    };
    plain.then_some(end)
}

/// True for a token after which a sentence may end: a stop, or initials with their last dot.
fn stops(kind: TokenKind, token: &[u8]) -> bool {
    match (kind, token) {
        (TokenKind::Mark, [.., b'.' | b'!' | b'?'])
        | (TokenKind::Word | TokenKind::Name, [.., b'.']) => true,
        (TokenKind::Mark, [first, ..]) if !first.is_ascii() => {
            let mark = std::str::from_utf8(token).unwrap_or_default();
            matches!(mark, "…" | "。" | "！" | "？" | "؟" | "۔" | "।")
        }
        _ => false,
    }
}

/// True when the last token is a word or number that ends at `at`.
fn follows_word(tokens: &[Token], at: usize) -> bool {
    tokens
        .last()
        .is_some_and(|token| token.kind != TokenKind::Mark && token.span.end as usize == at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        let vocabulary = Vocabulary::default();
        Tokenizer::new(text, &vocabulary).tokenize(Span::new(0, text.len()), &mut tokens);
        tokens
    }

    /// Compares the tokens of `text` with `expected`, in which spaces part tokens and a backtick stands for a gap in a token.
    fn check(text: &str, expected: &str) {
        let found: Vec<&str> = tokens(text)
            .iter()
            .map(|token| token.span.slice(text))
            .collect();
        assert_eq!(found.join(" "), expected, "{text}");
    }

    #[test]
    fn words_end_where_a_reader_would_end_them() {
        check(
            "The U.S. and D.C., at 3 a.m.",
            "The U.S. and D.C. , at 3 a.m.",
        );
        check("U.S.-led, U.S's", "U.S. - led , U.S 's");
        check(
            "Israel's Israel’s James' don't don’t",
            "Israel 's Israel ’s James ' don't don’t",
        );
        check("twenty-three -- or — so", "twenty - three -- or — so");
        check("J. B. Moss of J.R.R. fame", "J . B . Moss of J.R.R. fame");
        check("wait... what", "wait ... what");
        check("the 1990's", "the 1990 's");
        check("(\"O'Neil\")", "( \" O'Neil \" )");
    }

    #[test]
    fn numbers_keep_their_separators() {
        check(
            "1,139 2.3 1'200 1,2,3 7.10.2023",
            "1,139 2.3 1'200 1,2,3 7.10.2023",
        );
        check("12\u{a0}000 12 000", "12\u{a0}000 12 000");
        check("40k 11th F16 3:10", "40 k 11 th F 16 3 : 10");
        check("killed 40. Two", "killed 40 . Two");
        check("$1.2bn, 5%, +3, ~4", "$ 1.2 bn , 5 % , + 3 , ~ 4");
        check("2½ km²", "2 ½ km ²");
        check("٤٠ ४० ４０", "٤٠ ४० ４０");
    }

    #[test]
    fn a_word_has_one_number_however_it_is_set() {
        let mut vocabulary = Vocabulary::default();
        let id = vocabulary.intern("don't");
        let us = vocabulary.intern("u.s.");
        for (text, expected) in [
            ("DON'T", id),
            ("Don’t", id),
            ("do\u{ad}n't", id),
            ("U.S", us),
            ("U.S.", us),
            ("dont", WordId::UNKNOWN),
        ] {
            let mut tokens = Vec::new();
            Tokenizer::new(text, &vocabulary).tokenize(Span::new(0, text.len()), &mut tokens);
            assert_eq!(tokens[0].word, expected, "{text}");
            assert_eq!(tokens.len(), 1, "{text}");
        }
    }

    #[test]
    fn names_begin_with_an_upper_case_letter() {
        let kinds: Vec<TokenKind> = tokens("Élan hamas 5 -").iter().map(|t| t.kind).collect();
        let expected = [
            TokenKind::Name,
            TokenKind::Word,
            TokenKind::Number,
            TokenKind::Mark,
        ];
        assert_eq!(kinds, expected);
    }
}
