//! What each character does to the token it stands in.

use super::digit::{decimal_digit, is_fraction};

/// What a character does to the token it stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Class {
    Space,
    Invisible,
    Letter,
    Digit,
    Fraction,
    Mark,
    /// Of a byte: it begins or goes on with a character that is not ASCII.
    Wide,
}

/// Straight and curly apostrophes.
pub(super) fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | '‘' | 'ʼ' | '´')
}

/// Characters without width: soft hyphen, joiners, marks of direction, a stray byte order mark.
pub(crate) fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}'
    )
}

/// Appends `word` in lower case, with straight apostrophes and without invisible characters. Initials that lack their
/// last dot get it, so that "U.S" is the same word as "U.S.".
pub(super) fn lower_into(word: &str, lower: &mut String) {
    if word.is_ascii() {
        let start = lower.len();
        lower.push_str(word);
        lower[start..].make_ascii_lowercase();
        if word.len() > 2 && word.as_bytes()[1] == b'.' && !word.ends_with('.') {
            lower.push('.');
        }
        return;
    }
    for character in word.chars() {
        if is_apostrophe(character) {
            lower.push('\'');
        } else if !is_invisible(character) {
            lower.extend(character.to_lowercase());
        }
    }
}

/// The class of a character.
pub(super) fn class(character: char) -> Class {
    if character.is_alphabetic() || matches!(character, '\u{300}'..='\u{36F}' | '\u{FE0F}') {
        Class::Letter
    } else if character.is_whitespace() {
        Class::Space
    } else if is_invisible(character) {
        Class::Invisible
    } else if decimal_digit(character).is_some() {
        Class::Digit
    } else if is_fraction(character) {
        Class::Fraction
    } else {
        Class::Mark
    }
}

/// The classes of ASCII characters, by their byte.
pub(super) const BYTES: [Class; 256] = bytes();

const fn bytes() -> [Class; 256] {
    let mut table = [Class::Wide; 256];
    let mut byte = 0;
    while byte < 128 {
        let character = byte as u8;
        table[byte] = if character.is_ascii_alphabetic() {
            Class::Letter
        } else if character.is_ascii_digit() {
            Class::Digit
        } else if character == b' ' || (character >= 9 && character <= 13) {
            Class::Space
        } else if character.is_ascii_control() {
            Class::Invisible
        } else {
            Class::Mark
        };
        byte += 1;
    }
    table
}
