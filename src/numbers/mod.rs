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

use std::cell::OnceCell;
use std::sync::Arc;

pub use crate::schema::wording::{Operator, Reason};
pub use date::{DateKind, DateMention, DateTagger, Lead};
pub use quantity::{Kind, Quantity, Unit, Value};

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
    words: Arc<Words>,
    dates: Arc<DateTable>,
}

impl Reader {
    /// Compiles the word lists.
    pub fn new(lexicon: &Lexicon, vocabulary: &mut Vocabulary) -> Self {
        let dates = DateTable::new(lexicon, vocabulary);
        let mut words = Words::new(lexicon, vocabulary);
        words.note_starts(&dates, vocabulary);
        Self {
            words: Arc::new(words),
            dates: Arc::new(dates),
        }
    }

    /// Finds dates by the same word lists.
    pub fn tagger(&self) -> DateTagger {
        DateTagger {
            words: Arc::clone(&self.words),
            table: Arc::clone(&self.dates),
        }
    }

    /// Every number and guard of the document, in order, each numeral and number word once.
    pub fn find(&self, document: &Document<'_>) -> Vec<Quantity> {
        let mut quantities = Vec::new();
        let mut dates = Vec::new();
        let dotted = OnceCell::new();
        for (index, sentence) in document.sentences.iter().enumerate() {
            let seen = self.words.seen(&document.tokens[sentence.tokens.clone()]);
            if !seen.meets(Starts::SENTENCE) {
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
            dates.clear();
            self.dates.find(scan, index, &mut dates);
            Sentence::new(scan, index, &dates).read(&mut quantities);
        }
        quantities
    }
}
