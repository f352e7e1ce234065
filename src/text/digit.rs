//! Digits of every script, and the signs that join groups of digits.

/// The value of a decimal digit of any script: `4` for "4", "٤", "४" and "４". Fractions and Roman numerals have none.
pub fn decimal_digit(character: char) -> Option<u32> {
    if character.is_ascii() {
        return character.to_digit(10);
    }
    let code = character as u32;
    if (0x1D7CE..=0x1D7FF).contains(&code) {
        return Some((code - 0x1D7CE) % 10);
    }
    let at = ZEROS.partition_point(|zero| *zero <= code).checked_sub(1)?;
    let value = code - ZEROS[at];
    (value < 10).then_some(value)
}

/// True for a fraction in one character: "½".
pub fn is_fraction(character: char) -> bool {
    matches!(character, '\u{BC}'..='\u{BE}' | '\u{2150}'..='\u{215F}' | '\u{2189}')
}

/// True for a sign that joins two groups of digits when a digit follows at once: comma, dot, apostrophe, their Arabic
/// counterparts, and the spaces that do not break.
pub fn is_separator(character: char) -> bool {
    matches!(
        character,
        ',' | '.' | '\'' | '’' | '٫' | '٬' | '\u{A0}' | '\u{2007}' | '\u{2009}' | '\u{202F}'
    )
}

/// The zero of each script's ten digits in a row, sorted (Unicode 16, general category Nd; mathematical digits apart).
const ZEROS: [u32; 42] = [
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66,
    0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90,
    0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    0x104A0, 0x10D30, 0x11066, 0x110F0, 0x11136, 0x1E950,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_script_have_their_value() {
        for (text, value) in [("7", 7), ("٧", 7), ("۷", 7), ("७", 7), ("７", 7), ("𝟕", 7)] {
            let character = text.chars().next().unwrap();
            assert_eq!(decimal_digit(character), Some(value), "{text}");
        }
        for character in ['x', '½', 'Ⅳ', '²', '七', '\u{0670}'] {
            assert_eq!(decimal_digit(character), None, "{character}");
        }
    }

    #[test]
    fn zeros_are_sorted() {
        assert!(ZEROS.is_sorted());
    }
}
