//! Where sentences end within a paragraph, judged on tokens.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::{Token, TokenKind};
use crate::schema::lexicon::Abbreviations;

/// Finds the ends of sentences.
#[derive(Clone, Debug, Default)]
pub(super) struct Splitter {
    roles: FxHashMap<Box<str>, Roles>,
}

/// What a word says about the stop after it or before it.
#[derive(Clone, Copy, Debug)]
enum Role {
    BeforeName,
    BeforeNumber,
    Either,
    EitherCapital,
    Unit,
    Starter,
    AfterTime,
}

/// The roles of one word, a bit each; a word may have several.
#[derive(Clone, Copy, Debug, Default)]
struct Roles(u8);

impl Roles {
    fn add(&mut self, role: Role) {
        self.0 |= 1 << role as u8;
    }

    fn has(self, role: Role) -> bool {
        self.0 & (1 << role as u8) != 0
    }
}

/// The tokens of one paragraph, and the text they lie in.
#[derive(Clone, Copy)]
struct Paragraph<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl Splitter {
    pub(super) fn new(lists: &Abbreviations) -> Self {
        let mut roles: FxHashMap<Box<str>, Roles> = FxHashMap::default();
        for (words, role) in [
            (&lists.before_name, Role::BeforeName),
            (&lists.before_number, Role::BeforeNumber),
            (&lists.either, Role::Either),
            (&lists.either_capital, Role::EitherCapital),
            (&lists.units, Role::Unit),
            (&lists.starters, Role::Starter),
            (&lists.after_time, Role::AfterTime),
        ] {
            for word in words {
                roles.entry(word.as_str().into()).or_default().add(role);
            }
        }
        Self { roles }
    }

    /// Calls `found` with each sentence of the paragraph's `tokens`, as indices into `tokens`, in order and without
    /// gaps.
    pub(super) fn split(&self, text: &str, tokens: &[Token], mut found: impl FnMut(Range<usize>)) {
        let paragraph = Paragraph { text, tokens };
        let mut start = 0;
        let mut at = 0;
        while at < tokens.len() {
            let Some(stop) = tokens[at..].iter().position(|token| token.stops) else {
                break;
            };
            at += stop;
            let next = paragraph.after_closers(at + 1);
            if self.ends(paragraph, start, at, next) {
                found(start..next);
                start = next;
            }
            at = next;
        }
        if start < tokens.len() {
            found(start..tokens.len());
        }
    }

    /// True when the sentence that began at `start` ends with the stop at `at`, and `next` begins another.
    fn ends(&self, paragraph: Paragraph<'_>, start: usize, at: usize, next: usize) -> bool {
        let Some(after) = paragraph.tokens.get(next) else {
            return false;
        };
        if !after.spaced {
            return paragraph.is_glued_start(at, next);
        }
        let begins = paragraph.begins(next);
        if paragraph.tokens[at].kind != TokenKind::Mark {
            return begins && self.ends_dotted(paragraph, at, next);
        }
        if paragraph.word(at) != "." {
            return begins && !(paragraph.is_ellipsis(at) && after.kind == TokenKind::Number);
        }
        begins && !self.is_abbreviation(paragraph, start, at, next)
    }

    /// True when "U.S.", "a.m." or "J.R." at `at` also ends the sentence.
    fn ends_dotted(&self, paragraph: Paragraph<'_>, at: usize, next: usize) -> bool {
        let after = self.roles(paragraph.word(next));
        let is_time = matches!(paragraph.word(at), "a.m." | "p.m." | "A.M." | "P.M.");
        match paragraph.tokens[next].kind {
            TokenKind::Mark => paragraph.word(next) != "(",
            TokenKind::Name if is_time => !after.has(Role::AfterTime),
            TokenKind::Name => after.has(Role::Starter),
            TokenKind::Number | TokenKind::Word => false,
        }
    }

    /// True when the stop at `at` belongs to the word before it, and the sentence goes on at `next`.
    fn is_abbreviation(
        &self,
        paragraph: Paragraph<'_>,
        start: usize,
        at: usize,
        next: usize,
    ) -> bool {
        let Some(before) = at.checked_sub(1).filter(|before| *before >= start) else {
            return false;
        };
        if paragraph.tokens[at].spaced || next != at + 1 {
            return false;
        }
        let word = paragraph.word(before);
        let after = paragraph.tokens[next].kind;
        if paragraph.tokens[before].kind == TokenKind::Number {
            // "1. Name of the first item": a list mark opens the line.
            return before == start && word.len() <= 2;
        }
        let starts = self.roles(paragraph.word(next)).has(Role::Starter);
        if word.len() == 1 && paragraph.tokens[before].kind == TokenKind::Name {
            return word != "I" && after == TokenKind::Name && !starts;
        }
        let roles = self.roles(word);
        let capital = paragraph.tokens[before].kind == TokenKind::Name;
        let counts = before > start && paragraph.tokens[before - 1].kind == TokenKind::Number;
        let either = roles.has(Role::Either)
            || (capital && roles.has(Role::EitherCapital))
            || (counts && roles.has(Role::Unit));
        match after {
            TokenKind::Number => roles.has(Role::BeforeNumber),
            TokenKind::Name if either => !starts,
            TokenKind::Name => capital && roles.has(Role::BeforeName),
            TokenKind::Word | TokenKind::Mark => false,
        }
    }

    fn roles(&self, word: &str) -> Roles {
        // No listed word is longer, and all are ASCII: no stop allocates.
        let mut lower = [0; 32];
        let Some(lower) = lower.get_mut(..word.len()).filter(|_| word.is_ascii()) else {
            return Roles::default();
        };
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        std::str::from_utf8(lower)
            .ok()
            .and_then(|lower| self.roles.get(lower).copied())
            .unwrap_or_default()
    }
}

impl<'a> Paragraph<'a> {
    fn word(self, at: usize) -> &'a str {
        self.tokens[at].span.slice(self.text)
    }

    fn is_ellipsis(self, at: usize) -> bool {
        self.word(at) == "…" || self.word(at).starts_with("..")
    }

    /// The first token at or after `at` that is neither a further stop nor a closing quotation mark or bracket.
    fn after_closers(self, mut at: usize) -> usize {
        while let Some(token) = self.tokens.get(at) {
            let closes = !token.spaced
                && token.kind == TokenKind::Mark
                && (matches!(
                    self.word(at),
                    "\"" | "”" | "’" | "'" | ")" | "]" | "»" | "*" | "_"
                ) || token.stops);
            if !closes {
                break;
            }
            at += 1;
        }
        at
    }

    /// True when the token at `at`, with white space before it, can begin a sentence.
    fn begins(self, at: usize) -> bool {
        match self.tokens[at].kind {
            TokenKind::Name | TokenKind::Number => true,
            TokenKind::Word => self
                .word(at)
                .chars()
                .next()
                .is_some_and(|first| !first.is_lowercase() && first.is_alphabetic()),
            TokenKind::Mark => matches!(
                self.word(at),
                "\"" | "“"
                    | "‘"
                    | "'"
                    | "«"
                    | "„"
                    | "("
                    | "["
                    | "•"
                    | "·"
                    | "*"
                    | "#"
                    | "@"
                    | "$"
                    | "£"
                    | "€"
                    | "¿"
                    | "¡"
            ),
        }
    }

    /// True when a sentence begins at `next` though the space before it was lost: "was shut.The mayor".
    fn is_glued_start(self, at: usize, next: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|before| self.tokens[before]) else {
            return false;
        };
        let word = self.tokens[next].kind == TokenKind::Name;
        // "was shut.A mayor": one letter is a word where another follows.
        let short = matches!(self.word(next), "A" | "I")
            && self
                .tokens
                .get(next + 1)
                .is_some_and(|token| token.spaced && token.kind == TokenKind::Word);
        let capital = word && self.tokens[next].span.len() > 1 || short;
        let opens = matches!(self.word(next), "“" | "‘");
        let lower = before.kind == TokenKind::Word && before.span.len() > 2;
        let closed = next > at + 1;
        self.tokens[at].kind == TokenKind::Mark
            && (capital || opens)
            && (lower || closed)
            && self
                .tokens
                .get(next + 1)
                .is_none_or(|token| token.spaced || self.word(next + 1) != ".")
    }
}

#[cfg(test)]
mod tests {
    use super::super::Vocabulary;
    use super::super::token::Tokenizer;
    use super::*;
    use crate::schema::Lexicon;
    use crate::span::Span;

    /// Splits the paragraph made of `expected` joined by "|" for a space, or by nothing where "¦" stands.
    fn check(expected: &str) {
        let text = expected.replace('|', " ").replace('¦', "");
        let splitter = Splitter::new(&Lexicon::built_in().unwrap().abbreviations);
        let vocabulary = Vocabulary::default();
        let mut tokens = Vec::new();
        Tokenizer::new(&text, &vocabulary).tokenize(Span::new(0, text.len()), &mut tokens);
        let mut found = Vec::new();
        splitter.split(&text, &tokens, |range| {
            let span = tokens[range.start].span.join(tokens[range.end - 1].span);
            found.push(span.slice(&text));
        });
        let sentences: Vec<&str> = expected.split(['|', '¦']).collect();
        assert_eq!(found, sentences);
    }

    #[test]
    fn a_stop_before_a_capital_ends_a_sentence() {
        check("Two died.|The town mourns.|Why?|Nobody knows!|He left");
        check("Two died on May 4.|Three more died on May 5.");
        check("They left.|40 people stayed.|11 of them were ill.");
        check("He came...|She left.");
        check("It was shut.¦The mayor said so.");
        check("The river rose (by 2 m.).|It fell.");
    }

    #[test]
    fn an_abbreviation_does_not_end_a_sentence() {
        check("Gen. Ada Moss met Dr. Lee near St. Elm at Ft. Hood.|They talked.");
        check("On Oct. 7 some approx. 40 men of No. 2 Squadron fell.");
        check("At 3 a.m. Wednesday it rained.|At 5 p.m. ET it stopped.");
        check("It came at 3 a.m.|Officers fled at 4 a.m. on foot.");
        check("The U.S. Secretary left the U.S.|The visit was short.");
        check("Some 1.2 bn. people and 3 approx. equal parts.");
        check("Ada J. B. Moss and J.R. Lee of Acme Inc. in Elm, Okla. police said.|She left.");
        check("Ms. Lee, D-N.Y., and Rep. Moss, R-Texas, spoke.");
        check("The plant of Elm Corp. was shut.|Elm Corp.|The plant is shut.");
        check("So did I.|Then we left.");
        check("Two men are ill.|Police said so in Peoria, Ill. on Monday.");
        check("It fell 5 in. Monday.|They sat in.|Moss left.");
    }

    #[test]
    fn a_sentence_may_end_inside_quotation_marks() {
        check("“We left.|They stayed,” she said.");
        check("“We left.”|“They stayed.”|Nobody spoke.");
        check("\"Why?\" he asked.|\"Go!\"|Then he left.");
        check("He said he left.|“They stayed.”");
    }

    #[test]
    fn a_list_mark_opens_its_line() {
        check("1. Two men died.|They were 40 and 41.");
    }

    #[test]
    fn other_scripts_end_sentences_too() {
        check("Élan died.|Ñandú left.");
        check("Погибли 40 человек.|Другие ушли.");
    }
}
