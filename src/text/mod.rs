//! Article in, document out: zones, sentences and tokens, all of them spans over the article's text.
//!
//! Never judges what a number means; only says where sentences and words are.

mod atom;
mod character;
pub mod digit;
pub mod names;
pub mod phrase;
mod planting;
pub mod vocabulary;

mod controls;
mod glued;
mod line;
mod links;
mod paragraph;
mod sentence;
mod token;
mod walk;
mod zone;

use std::ops::Range;

use crate::ingest::Article;
use crate::schema::Lexicon;
use crate::span::Span;

use controls::Controls;
use line::Signs;
use paragraph::paragraphs;
use sentence::Splitter;
use token::Tokenizer;
use zone::{Quotation, zones};

pub use atom::head;
pub(crate) use character::is_invisible;
pub use names::NameTree;
pub use phrase::{NameTable, PhraseMatch, PhraseTable};
pub use vocabulary::{Vocabulary, WordId};

/// An article cut into sentences and tokens.
#[derive(Debug)]
pub struct Document<'a> {
    /// The article that every span points into.
    pub article: &'a Article,
    /// Sentences in order of the text.
    pub sentences: Vec<Sentence>,
    /// Tokens of all sentences, in order.
    pub tokens: Vec<Token>,
}

/// One sentence, headline or line.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Bytes of the article's text, without surrounding white space.
    pub span: Span,
    /// What kind of place it stands in.
    pub zone: Zone,
    /// Paragraph number, from 0.
    pub paragraph: u32,
    /// Its tokens, as indices into [`Document::tokens`].
    pub tokens: Range<usize>,
}

/// The part of an article that a sentence belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// The title, or a first line that reads like one.
    Headline,
    /// Byline, dateline line, picture caption or credit.
    Caption,
    /// Running text.
    Body,
    /// Running text that lies wholly within quotation marks.
    Quote,
    /// Boilerplate: comment forms, teasers of other stories, subscription prompts. Gives no claims.
    Tail,
}

/// One word, number or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its bytes.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// The word in lower case with straight apostrophes, when the vocabulary knows it; [`WordId::UNKNOWN`] otherwise.
    pub word: WordId,
    /// White space stands before it.
    pub spaced: bool,
    /// A sentence may end after it.
    stops: bool,
}

impl Token {
    /// What stands behind the last token of a text: a mark without words.
    pub(crate) const END: Self = Self {
        span: Span { start: 0, end: 0 },
        kind: TokenKind::Mark,
        word: WordId::UNKNOWN,
        spaced: false,
        stops: false,
    };
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TokenKind {
    /// Letters in lower case, or without case; "U.S." and "a.m." are one word, "Israel's" is "Israel" and "'s".
    Word,
    /// Letters of which the first is upper case.
    Name,
    /// Digits with their separators: "1,139", "2.3", "3:10" is three tokens.
    Number,
    /// A single mark: punctuation, hyphen, currency sign.
    Mark,
}

impl Document<'_> {
    /// The words at a span.
    pub fn slice(&self, span: Span) -> &str {
        span.slice(&self.article.text)
    }

    /// The words of the token at index `at`; "" behind the last.
    pub fn token_text(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .map_or("", |token| self.slice(token.span))
    }

    /// True when the token at index `at` is written just so. Of most the length says no, and the text is not looked at.
    #[inline]
    pub fn is_word(&self, at: usize, word: &str) -> bool {
        let span = self.tokens.get(at).map(|token| token.span);
        span.is_some_and(|span| span.len() == word.len() && self.slice(span) == word)
    }

    /// The same in small letters or capitals.
    #[inline]
    pub fn is_word_in_any_case(&self, at: usize, word: &str) -> bool {
        let span = self.tokens.get(at).map(|token| token.span);
        span.is_some_and(|span| {
            span.len() == word.len() && self.slice(span).eq_ignore_ascii_case(word)
        })
    }

    /// The index of the sentence that holds the byte at `offset`, or the last one before it.
    pub fn sentence_at(&self, offset: u32) -> usize {
        self.sentences
            .partition_point(|sentence| sentence.span.start <= offset)
            .saturating_sub(1)
    }
}

/// Cuts articles into sentences and tokens.
#[derive(Debug)]
pub struct Segmenter {
    splitter: Splitter,
    signs: Signs,
    controls: Controls,
}

impl Segmenter {
    /// Compiles the word lists that say where sentences do not end, and which lines are not the article.
    pub fn new(lexicon: &Lexicon) -> Self {
        Self {
            splitter: Splitter::new(&lexicon.abbreviations),
            signs: Signs::new(&lexicon.boilerplate),
            controls: Controls::new(&lexicon.boilerplate.inside),
        }
    }

    /// Zones, sentences and tokens of one article. Sentences do not overlap, and their tokens cover all that is
    /// neither white space nor invisible.
    pub fn segment<'a>(&self, article: &'a Article, vocabulary: &Vocabulary) -> Document<'a> {
        let text = article.text.as_str();
        let mut document = Document {
            article,
            // English news has a token every four or five bytes and a sentence every hundred or more.
            sentences: Vec::with_capacity(text.len() / 100 + 1),
            tokens: Vec::with_capacity(text.len() / 4 + 1),
        };
        let mut tokenizer = Tokenizer::new(text, vocabulary);
        let paragraphs = paragraphs(article);
        let zones = zones(article, &paragraphs, &self.signs);
        let glued = glued::may_stand_in(text);
        let controls = self.controls.find(text);
        for (number, (paragraph, zone)) in paragraphs.iter().zip(zones).enumerate() {
            let first = document.tokens.len();
            tokenizer.tokenize(paragraph.span, &mut document.tokens);
            let tokens = &document.tokens[first..];
            let mut quotation = Quotation::default();
            self.splitter.split(text, tokens, |range| {
                let quoted = quotation.holds(text, &tokens[range.clone()]);
                let own = if quoted && zone == Zone::Body {
                    Zone::Quote
                } else {
                    zone
                };
                let head = glued.then(|| glued::head(text, tokens, &range)).flatten();
                let cut = head.unwrap_or(range.end);
                for (part, zone) in [(range.start..cut, own), (cut..range.end, Zone::Tail)] {
                    let mut push = |part: Range<usize>, zone| {
                        document.sentences.push(Sentence {
                            span: tokens[part.start].span.join(tokens[part.end - 1].span),
                            zone,
                            paragraph: number as u32,
                            tokens: first + part.start..first + part.end,
                        });
                    };
                    if part.is_empty() {
                        continue;
                    }
                    if controls.is_empty() {
                        push(part, zone);
                        continue;
                    }
                    for (piece, is_control) in controls::pieces(&controls, tokens, part) {
                        push(piece, if is_control { Zone::Tail } else { zone });
                    }
                }
            });
        }
        document
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::*;

    /// Loading the lists takes longer than a case.
    static SEGMENTER: LazyLock<Segmenter> =
        LazyLock::new(|| Segmenter::new(&Lexicon::built_in().unwrap()));

    fn article(text: &str) -> Article {
        Article::new("a", None, text)
    }

    /// Holds what every other stage relies on.
    fn check(text: &str) {
        let article = article(text);
        let document = SEGMENTER.segment(&article, &Vocabulary::default());
        let text = article.text.as_str();
        let mut next_token = 0;
        let mut end = 0;
        for sentence in &document.sentences {
            assert!(sentence.span.start >= end, "sentences overlap");
            end = sentence.span.end;
            assert_eq!(
                sentence.tokens.start, next_token,
                "a token is in no sentence"
            );
            assert!(!sentence.tokens.is_empty(), "a sentence has no token");
            next_token = sentence.tokens.end;
            let first = document.tokens[sentence.tokens.start].span;
            let last = document.tokens[sentence.tokens.end - 1].span;
            assert_eq!(sentence.span, first.join(last));
        }
        assert_eq!(next_token, document.tokens.len());
        let mut covered = 0;
        for token in &document.tokens {
            let (start, end) = (token.span.start as usize, token.span.end as usize);
            assert!(covered <= start && start < end, "tokens overlap");
            assert!(text.is_char_boundary(start) && text.is_char_boundary(end));
            assert!(
                text[covered..start].chars().all(is_blank),
                "text without a token"
            );
            covered = end;
        }
        assert!(
            text[covered..].chars().all(is_blank),
            "text without a token"
        );
    }

    fn is_blank(character: char) -> bool {
        character.is_whitespace()
            || character.is_control()
            || matches!(
                character,
                '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}'
            )
    }

    proptest! {
        #[test]
        fn any_text_is_covered_by_tokens_in_order(text in any::<String>()) {
            check(&text);
        }

        #[test]
        fn odd_news_is_covered_by_tokens_in_order(
            parts in prop::collection::vec(
                prop::sample::select(vec![
                    "a", "B", "U.S.", "a.m", "40", "1,1", ".", "..", "!", "?", "\"", "“", "”", "’", "'", "'s", "-", "--",
                    " ", "\n", "\r\n", "\r", "\u{2028}", "\u{a0}", "\u{ad}", "\u{200b}", "\0", "½", "٤", "é", "e\u{301}",
                    "İ", "ß", "漢", "。", "𝟕", "Leave a Reply", "Related", "By Ann", "Oct.", "St.", "(", ")", "#", "—", "©",
                ]),
                0..60,
            )
        ) {
            check(&parts.concat());
        }
    }

    #[test]
    fn long_runs_take_linear_time() {
        for part in [
            "a",
            "a.",
            "!",
            "1,",
            "“",
            "\n",
            ". ",
            "'s",
            "-",
            "\u{ad}",
            "Related\n",
            "a\u{ad}",
        ] {
            check(&part.repeat(200_000));
        }
    }
}
