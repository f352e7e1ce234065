//! Document in, quantities out: every numeral and number word of the text, read once, or kept as a guard with its
//! reason.

pub mod quantity;

pub use quantity::{Kind, Operator, Quantity, Reason, Unit, Value};

/// Reads numbers by the word lists.
#[derive(Debug)]
pub struct Reader {}

impl Reader {
    /// Compiles the word lists.
    pub fn new(
        _lexicon: &crate::schema::Lexicon,
        _vocabulary: &mut crate::text::Vocabulary,
    ) -> Self {
        Self {}
    }

    /// Every number and guard of the document, in order, each numeral and number word once.
    pub fn find(&self, _document: &crate::text::Document<'_>) -> Vec<Quantity> {
        Vec::new()
    }
}
