//! Article text made harmless for a terminal: nothing in an article may move the cursor, set a colour, turn the
//! direction of a line or break a column.

/// `text` on one line: runs of blanks, tabs and line ends become one space; other control characters, and with them
/// escape sequences, become "�"; marks that only steer direction or joining are left out. Blanks that do not break
/// (as in "40 000") are kept.
pub(crate) fn line(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for character in text.chars() {
        if is_blank(character) {
            if !clean.is_empty() && !clean.ends_with(' ') {
                clean.push(' ');
            }
        } else if !is_steering(character) {
            clean.push(if character.is_control() {
                '\u{FFFD}'
            } else {
                character
            });
        }
    }
    clean.truncate(clean.trim_end().len());
    clean
}

fn is_blank(character: char) -> bool {
    let unbreakable = matches!(character, '\u{A0}' | '\u{2007}' | '\u{202F}');
    character.is_whitespace() && !unbreakable
}

/// Bidirectional marks, embeddings and isolates, soft hyphen, zero-width space, joiners' cousins, byte order mark,
/// and tags. The zero-width joiner stays: emoji are made with it.
fn is_steering(character: char) -> bool {
    matches!(
        character,
        '\u{AD}'
            | '\u{61C}'
            | '\u{180E}'
            | '\u{200B}'
            | '\u{200E}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E007F}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_survives() {
        let check = |text: &str, expected: &str| assert_eq!(line(text), expected);
        check("  ten\tmen\r\n and\u{2028}two ", "ten men and two");
        check("\u{1b}[31m40\u{1b}[0m", "\u{FFFD}[31m40\u{FFFD}[0m");
        check("\u{9b}2J\u{7}x\0", "\u{FFFD}2J\u{FFFD}x\u{FFFD}");
        check("\u{202e}93\u{202c} \u{200b}dead", "93 dead");
        check("40\u{202f}000 dead", "40\u{202f}000 dead");
        check("", "");
    }
}
