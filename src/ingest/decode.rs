//! Bytes in, text out: byte order marks, other encodings, binary files.

use std::borrow::Cow;

/// Text as decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub(super) text: String,
    /// What the reader of the file should know: bytes that were replaced.
    pub(super) note: Option<String>,
}

/// What is said of a file without a visible character.
pub(super) const EMPTY: &str = "is empty; give a file with text in it";

/// How the bytes of a text are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Also for what is neither: invalid bytes become U+FFFD.
    Utf8,
    /// UTF-16, the lower byte first.
    LittleEndian,
    /// UTF-16, the higher byte first.
    BigEndian,
}

/// Decodes UTF-8 (a byte order mark is removed, invalid bytes become U+FFFD with a note) and UTF-16 with a byte order
/// mark.
///
/// # Errors
/// Binary files and files without a visible character, in words for the user.
pub(super) fn decode(mut bytes: Vec<u8>) -> Result<Decoded, String> {
    let (encoding, n_mark) = encoding(&bytes)?;
    bytes.drain(..n_mark);
    let decoded = match encoding {
        Encoding::Utf8 => utf8(bytes),
        _ => Decoded {
            text: encoding.decode(&bytes).0.into_owned(),
            note: encoding.note(None),
        },
    };
    if !has_text(&decoded.text) {
        return Err(EMPTY.to_owned());
    }
    Ok(Decoded {
        text: with_line_ends(decoded.text),
        ..decoded
    })
}

/// A text of an old Mac ends its lines with a carriage return alone. What stands where does not change.
fn with_line_ends(text: String) -> String {
    if text.contains('\r') && !text.contains('\n') {
        return text.replace('\r', "\n");
    }
    text
}

/// The encoding of what begins with these bytes, and how many of them are a byte order mark.
///
/// # Errors
/// It is a binary file, in words for the user.
pub(super) fn encoding(head: &[u8]) -> Result<(Encoding, usize), String> {
    match head {
        [0xFF, 0xFE, ..] => return Ok((Encoding::LittleEndian, 2)),
        [0xFE, 0xFF, ..] => return Ok((Encoding::BigEndian, 2)),
        _ => {}
    }
    if let Some(kind) = binary_kind(head) {
        return Err(format!(
            "is not text but {kind}; save the article as plain text in UTF-8"
        ));
    }
    let n_mark = if head.starts_with(b"\xEF\xBB\xBF") {
        3
    } else {
        0
    };
    Ok((Encoding::Utf8, n_mark))
}

impl Encoding {
    /// The text, and whether all of it was valid.
    pub(super) fn decode(self, bytes: &[u8]) -> (Cow<'_, str>, bool) {
        let read = match self {
            // Text is mostly valid, which is told many times faster than where it is not.
            Self::Utf8 => {
                return match std::str::from_utf8(bytes) {
                    Ok(text) => (Cow::Borrowed(text), true),
                    Err(_) => (String::from_utf8_lossy(bytes), false),
                };
            }
            Self::LittleEndian => u16::from_le_bytes,
            Self::BigEndian => u16::from_be_bytes,
        };
        let units = bytes.chunks_exact(2).map(|pair| read([pair[0], pair[1]]));
        let text: String = char::decode_utf16(units)
            .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect();
        (Cow::Owned(text), true)
    }

    /// The bytes of the end of a line.
    pub(super) const fn line_end(self) -> &'static [u8] {
        match self {
            Self::Utf8 => b"\n",
            Self::LittleEndian => b"\n\0",
            Self::BigEndian => b"\0\n",
        }
    }

    /// What the reader of a text should know; `invalid` is the first line with bytes that were replaced.
    pub(super) fn note(self, invalid: Option<usize>) -> Option<String> {
        match (self, invalid) {
            (Self::Utf8, None) => None,
            (Self::Utf8, Some(line)) => Some(format!(
                "is not valid UTF-8 (first at line {line}); invalid bytes are read as \u{FFFD}; save it as plain text in UTF-8"
            )),
            _ => Some("is UTF-16; byte offsets in reports count the text as UTF-8".to_owned()),
        }
    }
}

/// True when some character can be seen.
pub(super) fn has_text(text: &str) -> bool {
    !text.chars().all(is_blank)
}

fn is_blank(character: char) -> bool {
    character.is_whitespace() || character.is_control() || character == '\u{FEFF}'
}

fn utf8(bytes: Vec<u8>) -> Decoded {
    match String::from_utf8(bytes) {
        Ok(text) => Decoded { text, note: None },
        Err(fault) => {
            let at = fault.utf8_error().valid_up_to();
            let line = fault.as_bytes()[..at].split(|byte| *byte == b'\n').count();
            Decoded {
                text: String::from_utf8_lossy(fault.as_bytes()).into_owned(),
                note: Encoding::Utf8.note(Some(line)),
            }
        }
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
        check(b"a\rb", Ok(("a\nb", false)));
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
