//! Document in, quantities out: every numeral and number word of the text, read once, or kept as a guard with its
//! reason.

pub mod date;
pub mod quantity;

mod age;
mod ago;
mod cardinal;
mod compile;
mod compound;
mod date_table;
mod day;
mod digits;
mod draft;
mod dress;
mod fraction;
mod guard;
mod hedge;
mod idiom;
mod interval;
mod piece;
mod power;
mod range;
mod read;
mod run;
mod scan;
mod share;
mod starts;
mod sum;
mod sum_end;
mod sum_joint;
mod unit;
mod unit_lists;
mod vague;
mod worded;
mod words;
mod written;
mod year;

#[cfg(test)]
mod tests;

pub use crate::schema::wording::{Operator, Reason};
pub use date::{DateKind, DateMention, Lead};
pub use quantity::{Kind, Quantity, Unit, Value};
use std::cell::OnceCell;

use date_table::DateTable;
use read::Sentence;
use scan::Scan;
use starts::Starts;
use words::Words;
use written::Written;

use crate::schema::Lexicon;
use crate::text::{Document, Vocabulary};

/// Reads numbers by the word lists.
#[derive(Debug)]
pub struct Reader {
    words: Words,
    dates: DateTable,
}

/// What the numbers of a document say.
#[derive(Debug, Default)]
pub struct Numbers {
    /// Every number and guard, in order, each numeral and number word once.
    pub quantities: Vec<Quantity>,
    /// Every date and stretch of time, in order.
    pub dates: Vec<DateMention>,
}

impl Reader {
    /// Compiles the word lists.
    pub fn new(lexicon: &Lexicon, vocabulary: &mut Vocabulary) -> Self {
        let dates = DateTable::new(lexicon, vocabulary);
        let mut words = Words::new(lexicon, vocabulary);
        words.note_starts(&dates, vocabulary);
        Self { words, dates }
    }

    /// The numbers and dates of the document.
    pub fn find(&self, document: &Document<'_>) -> Numbers {
        let mut found = Numbers {
            // English news has a number every two or three sentences.
            quantities: Vec::with_capacity(document.sentences.len() / 2),
            dates: Vec::new(),
        };
        let dotted = OnceCell::new();
        for (index, sentence) in document.sentences.iter().enumerate() {
            let seen = self.words.seen(&document.tokens[sentence.tokens.clone()]);
            if !seen.meets(Starts::SENTENCE.and(Starts::DATE)) {
                continue;
            }
            let scan = Scan {
                words: &self.words,
                text: &document.article.text,
                tokens: &document.tokens,
                from: sentence.tokens.start,
                to: sentence.tokens.end,
                seen,
                dotted: Some(&dotted),
            };
            let first = found.dates.len();
            self.dates.find(scan, index, &mut found.dates);
            if seen.meets(Starts::SENTENCE) {
                let dates = &found.dates[first..];
                Sentence::new(scan, index, dates).read(&mut found.quantities);
            }
        }
        found
    }
}
