//! YAML in, checked schema out: claim types, word lists and named events. The built-in files and a desk's own come
//! through the same door.

pub mod amount;
pub mod anchor;
pub mod claim_file;
pub mod claim_type;
pub mod compile;
pub mod duplicate;
pub mod error;
pub mod event;
pub mod file;
pub mod frame;
pub mod inflect;
pub mod json_schema;
pub mod layer;
mod lent;
pub mod lexicon;
pub mod load;
pub mod names;
pub mod pattern;
pub mod piece;
pub mod reject;
pub mod source;
pub mod tree;
pub mod wording;

use std::sync::Arc;

pub use claim_type::{Basis, ClaimType};
pub use error::Error;
pub use event::NamedEvent;
pub use frame::Frame;
pub use lent::Lent;
pub use lexicon::Lexicon;
pub use load::load;
pub use names::Names;

/// The built-in files.
#[derive(Debug)]
pub struct BuiltIn {
    /// The content of all of them as JSON, one behind the other.
    json: &'static str,
    /// Path below `schemas/`, text, and the same content as JSON, which is a part of `json`; sorted by path.
    pub files: &'static [(&'static str, &'static str, &'static str)],
}

/// What comes with the program. A static and no constant, for a string that lies within it is known by its address.
#[expect(clippy::unreadable_literal, reason = "a program writes the numbers")]
pub static BUILT_IN: BuiltIn = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// Everything the desk configures: what is counted, in which words, and about which events.
#[derive(Clone, Debug)]
pub struct Schema {
    /// Claim types, sorted by name.
    pub types: Arc<[ClaimType]>,
    /// Word lists.
    pub lexicon: Lexicon,
    /// Named events, sorted by id.
    pub events: Arc<[NamedEvent]>,
    /// Their names.
    pub names: Names,
}

impl Schema {
    /// The schema that comes with the program.
    ///
    /// # Errors
    /// A built-in file that does not load; a test keeps this from being released.
    pub fn built_in() -> Result<Self, Error> {
        let (schema, errors) = load(&[]);
        errors.into_iter().next().map_or(Ok(schema), Err)
    }
}
