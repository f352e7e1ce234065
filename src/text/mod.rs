//! Article in, document out: zones, sentences and tokens, all of them spans over the article's text.
//!
//! Never judges what a number means; only says where sentences and words are.

pub mod digit;
pub mod phrase;
pub mod vocabulary;

mod line;
mod paragraph;
mod sentence;
mod token;
mod zone;

use std::ops::Range;

use crate::ingest::Article;
use crate::schema::Lexicon;
use crate::span::Span;

use line::Signs;
use paragraph::paragraphs;
use sentence::Splitter;
use token::Tokenizer;
use zone::{Quotation, zones};

pub use phrase::{PhraseMatch, PhraseTable};
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

    /// The words of the token at index `at`.
    pub fn token_text(&self, at: usize) -> &str {
        self.slice(self.tokens[at].span)
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
}

impl Segmenter {
    /// Compiles the word lists that say where sentences do not end, and which lines are not the article.
    pub fn new(lexicon: &Lexicon) -> Self {
        Self {
            splitter: Splitter::new(&lexicon.abbreviations),
            signs: Signs::new(&lexicon.boilerplate),
        }
    }

    /// Zones, sentences and tokens of one article. Sentences do not overlap, and their tokens cover all that is
    /// neither white space nor invisible.
    pub fn segment<'a>(&self, article: &'a Article, vocabulary: &Vocabulary) -> Document<'a> {
        let text = article.text.as_str();
        let mut document = Document {
            article,
            // English news has a token every five bytes and a sentence every hundred or more.
            sentences: Vec::with_capacity(text.len() / 100 + 1),
            tokens: Vec::with_capacity(text.len() / 5 + 1),
        };
        let mut tokenizer = Tokenizer::new(text, vocabulary);
        let paragraphs = paragraphs(article);
        let zones = zones(article, &paragraphs, &self.signs);
        for (number, (paragraph, zone)) in paragraphs.iter().zip(zones).enumerate() {
            let first = document.tokens.len();
            tokenizer.tokenize(paragraph.span, &mut document.tokens);
            let tokens = &document.tokens[first..];
            let mut quotation = Quotation::default();
            self.splitter.split(text, tokens, |range| {
                let quoted = quotation.holds(text, &tokens[range.clone()]);
                document.sentences.push(Sentence {
                    span: tokens[range.start].span.join(tokens[range.end - 1].span),
                    zone: if quoted && zone == Zone::Body {
                        Zone::Quote
                    } else {
                        zone
                    },
                    paragraph: number as u32,
                    tokens: first + range.start..first + range.end,
                });
            });
        }
        document
    }
}
