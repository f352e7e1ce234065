//! Bytes in, text out: byte order marks, other encodings, binary files.

use std::borrow::Cow;

/// Text as decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub(super) text: String,
    /// What the reader of the file should know: bytes that were replaced.
    pub(super) note: Option<String>,
}

/// Decodes UTF-8 (a byte order mark is removed, invalid bytes become U+FFFD with a note) and UTF-16 with a byte order
/// mark.
///
/// # Errors
/// Binary files and files without a visible character, in words for the user.
pub(super) fn decode(bytes: Vec<u8>) -> Result<Decoded, String> {
    let decoded = match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => {
            if let Some(kind) = binary_kind(&bytes) {
                return Err(format!(
                    "is not text but {kind}; save the article as plain text in UTF-8"
                ));
            }
            utf8(bytes)
        }
    };
    if decoded.text.chars().all(is_blank) {
        return Err("is empty; give a file with text in it".to_owned());
    }
    Ok(decoded)
}

fn is_blank(character: char) -> bool {
    character.is_whitespace() || character.is_control() || character == '\u{FEFF}'
}

fn utf8(mut bytes: Vec<u8>) -> Decoded {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Decoded { text, note: None },
        Err(fault) => {
            let at = fault.utf8_error().valid_up_to();
            let line = fault.as_bytes()[..at].split(|byte| *byte == b'\n').count();
            let text = match String::from_utf8_lossy(fault.as_bytes()) {
                Cow::Borrowed(text) => text.to_owned(),
                Cow::Owned(text) => text,
            };
            let note = format!(
                "is not valid UTF-8 (first at line {line}); invalid bytes are read as \u{FFFD}"
            );
            Decoded {
                text,
                note: Some(note),
            }
        }
    }
}

fn utf16(bytes: &[u8], read: fn([u8; 2]) -> u16) -> Decoded {
    let units = bytes.chunks_exact(2).map(|pair| read([pair[0], pair[1]]));
    let text: String = char::decode_utf16(units)
        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect();
    let note = "is UTF-16; byte offsets in reports count the text as UTF-8".to_owned();
    Decoded {
        text,
        note: Some(note),
    }
}

/// What kind of binary file this is, judged by its first bytes and by control bytes, which text has next to none of.
fn binary_kind(bytes: &[u8]) -> Option<&'static str> {
    const SIGNS: [(&[u8], &str); 4] = [
        (b"%PDF-", "a PDF"),
        (b"PK\x03\x04", "a zip archive or an office document"),
        (b"\xD0\xCF\x11\xE0", "an office document"),
        (b"{\\rtf", "an RTF document"),
    ];
    if let Some((_, kind)) = SIGNS.iter().find(|(sign, _)| bytes.starts_with(sign)) {
        return Some(kind);
    }
    let head = &bytes[..bytes.len().min(65_536)];
    let n_controls = head
        .iter()
        .filter(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31 | 127))
        .count();
    (n_controls >= 8 && n_controls * 50 > head.len()).then_some("a binary file")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: Result<(&str, bool), &str>) {
        match (decode(bytes.to_vec()), expected) {
            (Ok(found), Ok((text, noted))) => {
                assert_eq!((found.text.as_str(), found.note.is_some()), (text, noted));
            }
            (Err(message), Err(part)) => assert!(message.contains(part), "{message}"),
            (found, expected) => panic!("{found:?} instead of {expected:?}"),
        }
    }

    #[test]
    fn text_survives_its_encoding() {
        check("\u{FEFF}Élan".as_bytes(), Ok(("Élan", false)));
        check(b"a\r\nb\0c", Ok(("a\r\nb\0c", false)));
        check(b"caf\xE9 5", Ok(("caf\u{FFFD} 5", true)));
        check(b"\xFF\xFE4\x000\x00", Ok(("40", true)));
        check(b"\xFE\xFF\x004\x000", Ok(("40", true)));
    }

    #[test]
    fn what_is_no_text_is_refused_with_advice() {
        check(b"", Err("empty"));
        check(b" \r\n\t\0", Err("empty"));
        check(b"%PDF-1.7 and so on", Err("a PDF"));
        check(&[0, 1, 2, 3, 65].repeat(20), Err("a binary file"));
    }
}
