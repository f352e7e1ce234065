//! Signs that every terminal has, for those of ours and of typography. Letters stay as the articles wrote them: a name
//! without its accents is another name.

use std::fmt::{self, Write};

use super::Style;

/// What is written for people, with the signs that the style allows.
pub(super) fn write(
    style: &Style,
    out: &mut dyn Write,
    tell: impl FnOnce(&mut dyn Write) -> fmt::Result,
) -> fmt::Result {
    if style.ascii {
        tell(&mut Plain(out))
    } else {
        tell(out)
    }
}

struct Plain<'o>(&'o mut dyn Write);

impl Write for Plain<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if text.is_ascii() {
            return self.0.write_str(text);
        }
        text.chars().try_for_each(|c| match sign(c) {
            Some(sign) => self.0.write_str(sign),
            None => self.0.write_char(c),
        })
    }
}

/// One column for one column, so that what stands below another still does; comparisons, which stand in running text,
/// take two.
const fn sign(c: char) -> Option<&'static str> {
    Some(match c {
        '“' | '”' | '„' | '«' | '»' => "\"",
        '‘' | '’' | '‚' => "'",
        '–' | '—' | '−' | '‐' | '‑' | '·' => "-",
        '…' => "~",
        '×' => "x",
        '≤' => "<=",
        '≥' => ">=",
        '\u{a0}' | '\u{2009}' | '\u{202f}' => " ",
        // Isolates take no column.
        '\u{2066}'..='\u{2069}' => "",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_become_plain_and_letters_stay() {
        let check = |ascii, expected: &str| {
            let style = Style {
                width: 80,
                color: false,
                ascii,
            };
            let mut text = String::new();
            let told = "deaths · “Medellín”, 1,150–1,249 …\u{2068}4 ≤ 18\u{2069}";
            write(&style, &mut text, |out| out.write_str(told)).unwrap();
            assert_eq!(text, expected);
        };
        check(true, "deaths - \"Medellín\", 1,150-1,249 ~4 <= 18");
        check(
            false,
            "deaths · “Medellín”, 1,150–1,249 …\u{2068}4 ≤ 18\u{2069}",
        );
    }
}
