//! The lines of a file of any length, decoded one at a time; what they say is what [`decode`] makes of
//! the whole.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, BufRead, Read as _};

use super::decode::{self, Encoding};

/// One line, without its end.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// Decoded.
    pub(super) text: Cow<'a, str>,
    /// Its number, from 1.
    pub(super) number: usize,
    /// Where its bytes begin.
    pub(super) at: u64,
}

/// Reads lines.
pub(super) struct Lines<'r> {
    reader: Box<dyn BufRead + 'r>,
    /// How the bytes are to be read.
    pub(super) encoding: Encoding,
    /// The line that was read last, as bytes.
    raw: Vec<u8>,
    /// Where the next one begins.
    pub(super) at: u64,
    /// How many were read.
    number: usize,
    /// Some line so far holds a visible character.
    has_text: bool,
    /// The first line with bytes that are no UTF-8.
    invalid: Option<usize>,
}

impl fmt::Debug for Lines<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lines")
            .field("at", &self.at)
            .field("number", &self.number)
            .finish_non_exhaustive()
    }
}

impl<'r> Lines<'r> {
    /// Reads what stands before the first line. The fault within is one in words for the user: a binary file.
    ///
    /// # Errors
    /// Those of the reader.
    pub(super) fn new(mut reader: Box<dyn BufRead + 'r>) -> io::Result<Result<Self, String>> {
        let (encoding, n_mark) = match decode::encoding(reader.fill_buf()?) {
            Ok(found) => found,
            Err(message) => return Ok(Err(message)),
        };
        reader.consume(n_mark);
        Ok(Ok(Self::resume(reader, encoding, (n_mark as u64, 0))))
    }

    /// Reads on where somebody has stopped: at a byte, behind so many lines.
    pub(super) fn resume(
        reader: Box<dyn BufRead + 'r>,
        encoding: Encoding,
        (at, number): (u64, usize),
    ) -> Self {
        Self {
            reader,
            encoding,
            raw: Vec::new(),
            at,
            number,
            has_text: false,
            invalid: None,
        }
    }

    /// The next line.
    ///
    /// # Errors
    /// Those of the reader.
    pub(super) fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        self.raw.clear();
        let ended = self.fill()?;
        if self.raw.is_empty() {
            return Ok(None);
        }
        self.number += 1;
        let at = self.at;
        self.at += self.raw.len() as u64;
        let n_end = if ended {
            self.encoding.line_end().len()
        } else {
            0
        };
        let raw = &self.raw[..self.raw.len() - n_end];
        let (text, is_valid) = self.encoding.decode(raw);
        if !is_valid {
            self.invalid.get_or_insert(self.number);
        }
        self.has_text = self.has_text || decode::has_text(&text);
        Ok(Some(Line {
            text,
            number: self.number,
            at,
        }))
    }

    /// Reads the bytes of a line and its end; false when the file ends without one.
    fn fill(&mut self) -> io::Result<bool> {
        loop {
            self.reader.read_until(b'\n', &mut self.raw)?;
            if self.raw.last() != Some(&b'\n') {
                return Ok(false);
            }
            // In UTF-16 the byte is half a character, and the half of many.
            if self.encoding == Encoding::LittleEndian && self.raw.len() % 2 == 1 {
                let n_before = self.raw.len();
                (&mut self.reader).take(1).read_to_end(&mut self.raw)?;
                if self.raw.len() == n_before {
                    return Ok(false);
                }
            }
            let end = self.encoding.line_end();
            if self.raw.len().is_multiple_of(end.len()) && self.raw.ends_with(end) {
                return Ok(true);
            }
        }
    }

    /// When all was read: what the user should know, in words for him.
    ///
    /// # Errors
    /// There was no visible character, in the same words.
    pub(super) fn finish(self) -> Result<Option<String>, String> {
        if !self.has_text {
            return Err(decode::EMPTY.to_owned());
        }
        Ok(self.encoding.note(self.invalid))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines that are left, with the number and place of each, and what was said at the end.
    fn rest(mut lines: Lines<'_>) -> (Vec<(String, usize, u64)>, Option<String>) {
        let mut found = Vec::new();
        while let Some(line) = lines.next().unwrap() {
            found.push((line.text.into_owned(), line.number, line.at));
        }
        (found, lines.finish().unwrap_or_default())
    }

    /// Lines say what the whole says, whatever the encoding.
    fn check(bytes: &[u8]) {
        let whole = decode::decode(bytes.to_vec()).unwrap();
        let (found, note) = rest(Lines::new(Box::new(bytes)).unwrap().unwrap());
        let mut texts: Vec<&str> = found.iter().map(|(text, ..)| text.as_str()).collect();
        if whole.text.ends_with('\n') {
            texts.push("");
        }
        assert_eq!(texts.join("\n"), whole.text);
        assert_eq!(note, whole.note);
        let (encoding, _) = decode::encoding(bytes).unwrap();
        for (before, (_, number, at)) in found.iter().enumerate() {
            assert_eq!(*number, before + 1);
            let reader = Box::new(&bytes[*at as usize..]);
            let (again, _) = rest(Lines::resume(reader, encoding, (*at, before)));
            assert_eq!(again, found[before..]);
        }
    }

    #[test]
    fn lines_say_what_the_whole_says() {
        let text = "one\r\n\ntwo é ਊ Ċ\u{1F30A}\nthree";
        for end in ["", "\n", "\n\n"] {
            let text = format!("{text}{end}");
            check(text.as_bytes());
            check(format!("\u{FEFF}{text}").as_bytes());
            for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
                let units = format!("\u{FEFF}{text}");
                let units: Vec<u8> = units.encode_utf16().flat_map(bytes).collect();
                check(&units);
                if end.is_empty() {
                    check(&units[..units.len() - 1]);
                }
            }
        }
        check(b"a\ncaf\xE9 5\n\xF0\x9F\nx");
    }
}
