//! What each character does to the token it stands in.

use super::digit::{decimal_digit, is_fraction};

/// What a character does to the token it stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Space,
    Invisible,
    Letter,
    Digit,
    Fraction,
    Mark,
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
pub(super) const ASCII: [Class; 128] = ascii();

const fn ascii() -> [Class; 128] {
    let mut table = [Class::Mark; 128];
    let mut byte = 0;
    while byte < 128 {
        let character = byte as u8;
        if character.is_ascii_alphabetic() {
            table[byte] = Class::Letter;
        } else if character.is_ascii_digit() {
            table[byte] = Class::Digit;
        } else if character == b' ' || (character >= 9 && character <= 13) {
            table[byte] = Class::Space;
        } else if character.is_ascii_control() {
            table[byte] = Class::Invisible;
        }
        byte += 1;
    }
    table
}
