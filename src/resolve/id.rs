//! Ids made of content, so that they survive edits elsewhere in the article.

use std::collections::BTreeMap;

use super::{Record, Resolver};
use crate::claims::Claim;
use crate::text::Document;

/// FNV-1a with 64 bits: small, stable across versions and platforms.
/// Fowler, Noll, Vo: <http://www.isthe.com/chongo/tech/comp/fnv/>.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fnv(u64);

/// The letters and digits of ASCII in lower case, by their byte; zero for all else.
const SMALL: [u8; 128] = {
    let mut small = [0; 128];
    let mut byte = 0;
    while byte < small.len() {
        if (byte as u8).is_ascii_alphanumeric() {
            small[byte] = (byte as u8).to_ascii_lowercase();
        }
        byte += 1;
    }
    small
};

impl Fnv {
    pub(super) const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// Adds a field; fields do not run into each other.
    pub(super) fn add(&mut self, field: &str) {
        for byte in field.bytes().chain(std::iter::once(0)) {
            self.push(byte);
        }
    }

    /// Adds a field without what a light edit changes: case, spacing, quotation marks.
    pub(super) fn add_normalised(&mut self, field: &str) {
        for character in field.chars() {
            if character.is_ascii() {
                match SMALL[character as usize] {
                    0 => {}
                    small => self.push(small),
                }
            } else if character.is_alphanumeric() {
                for lower in character.to_lowercase() {
                    lower
                        .encode_utf8(&mut [0; 4])
                        .bytes()
                        .for_each(|byte| self.push(byte));
                }
            }
        }
        self.push(0);
    }

    const fn push(&mut self, byte: u8) {
        self.0 = (self.0 ^ byte as u64).wrapping_mul(0x0100_0000_01b3);
    }

    /// Five characters of base 32, enough for the claims of one article; the digits that look like letters are left
    /// out (Crockford's alphabet, lower case).
    pub(super) fn short(self) -> String {
        const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
        let folded = self.0 ^ (self.0 >> 32);
        (0..5)
            .map(|at| char::from(ALPHABET[(folded >> (5 * at) & 31) as usize]))
            .collect()
    }
}

impl Resolver {
    /// Article, type, number and sentence make the id: an edit elsewhere does not change it.
    pub(super) fn id(&self, document: &Document<'_>, claim: &Claim) -> String {
        let mut hash = Fnv::new();
        if let Some((name, aspects)) = self.names.get(claim.claim_type) {
            hash.add(name);
            hash.add(
                claim
                    .aspect
                    .and_then(|at| aspects.get(at))
                    .map_or("", String::as_str),
            );
        }
        hash.add_normalised(document.slice(claim.quantity.span));
        if let Some(sentence) = document.sentences.get(claim.sentence) {
            hash.add_normalised(document.slice(sentence.span));
        }
        format!("{}#{}", document.article.id, hash.short())
    }
}

/// Claims of one article that share an id are numbered in order of the text, from the second on.
pub(super) fn number_equal(records: &mut [Record]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for record in records {
        let count = seen.entry(record.id.clone()).or_default();
        *count += 1;
        if *count > 1 {
            record.id.extend(["-", &count.to_string()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        let mut hash = Fnv::new();
        hash.add("");
        // FNV-1a of one zero byte.
        assert_eq!(hash.0, 0xaf63_bd4c_8601_b7df);
    }

    #[test]
    fn spacing_and_quotes_do_not_matter() {
        let hash = |sentence: &str| {
            let mut hash = Fnv::new();
            hash.add_normalised(sentence);
            hash.0
        };
        let mut plain = Fnv::new();
        plain.add("twodiedinélanhesaid");
        assert_eq!(hash("“Two  died in ÉLAN,” he said."), plain.0);
        assert_eq!(hash("Two died in Élan, he said"), plain.0);
    }
}
